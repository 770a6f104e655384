@echo off
chcp 65001 >nul
rem Explorer puts a dropped path into quotes only where it has blanks. One with ampersands or commas arrives cut, so the
rem program is given the whole line that started this window. Paths stand in variables, whose signs cmd does not read.
setlocal DisableDelayedExpansion
set "here=%~dp0"
set "dropped=%~1"
set "more=%~2"
setlocal EnableDelayedExpansion
set "LERPACK_DROPPED=!cmdcmdline!"
set "node=!here!program\node.exe"
if not exist "!node!" set "node=node"
set "code=3"
if exist "!here!program\dist\drop.js" (
    "!node!" "!here!program\dist\drop.js" @step@ "!dropped!" "!more!"
    set "code=!errorlevel!"
) else (
    echo 旁边没有 program 文件夹。请把整个文件夹解压或者复制到电脑上，再从那里运行。
)
if "!code!"=="9009" (
    set "code=3"
    echo 这台电脑没有 Node.js。请换用带 Node.js 的那一份（文件夹 program 里有 node.exe）。
)
echo.
pause
rem Ends the window, not this file alone: cmd would run what stands behind an ampersand in a path as a command.
exit !code!
