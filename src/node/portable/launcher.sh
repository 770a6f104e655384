#!/bin/sh
case $0 in
*/*) here=${0%/*} ;;
*) here=. ;;
esac
node=$here/program/node
[ -x "$node" ] || node=node
status=3
if [ ! -f "$here/program/dist/drop.js" ]; then
    echo '旁边没有 program 文件夹。请把整个文件夹解压或者复制到电脑上，再从那里运行。' >&2
elif ! command -v "$node" >/dev/null; then
    echo '这台电脑没有 Node.js。请换用带 Node.js 的那一份（文件夹 program 里有 node）。' >&2
else
    "$node" "$here/program/dist/drop.js" @step@ "$@"
    status=$?
fi
if [ -t 0 ] && [ -t 1 ]; then
    printf '\n按回车键关闭 … '
    read -r _
fi
exit "$status"
