import type { ShellIssues } from "../../base/issues/shell.ts"
import type { Messages } from "../message.ts"

export const shellIssues: Messages<ShellIssues> = {
    "shell.usage.unknown-command": (p) => ({
        message: `没有命令 ${p.found}`,
        hint: p.proposed ? `是否应为 lerpack ${p.proposed}？` : "lerpack --help 列出全部命令",
    }),
    "shell.usage.unknown-option": (p) => ({
        message: `看不懂参数 ${p.found}`,
        hint: `用法见 lerpack ${p.command} --help`,
    }),
    "shell.usage.missing": (p) => ({ message: `缺少 ${p.what}`, hint: `用法见 lerpack ${p.command} --help` }),
    "shell.usage.value": (p) => ({ message: `${p.option} 的值 ${p.found} 不合要求，应为 ${p.expected}` }),
    "shell.usage.both": (p) => ({ message: `${p.first} 与 ${p.second} 不能同时使用` }),
    "shell.file.missing": (p) => ({ message: `找不到 ${p.file}`, hint: "请核对路径" }),
    "shell.file.not-folder": (p) => ({ message: `${p.file} 不是文件夹` }),
    "shell.file.not-file": (p) => ({ message: `${p.file} 不是文件` }),
    "shell.file.changing": (p) => ({ message: `读取时 ${p.file} 正在变动`, hint: "请关闭正在写它的程序后重试" }),
    "shell.output.exists": (p) => ({
        message: `${p.path} 已存在，不会覆盖`,
        hint: "请先移走它或给它改名，或者换一个文件夹",
    }),
    "shell.key.none": (p) => ({
        message: `没有签名密钥（${p.path}）`,
        hint: "先运行 lerpack keygen 生成密钥，或用 --key 指定密钥文件；不签名请加 --unsigned",
    }),
    "shell.key.unreadable": (p) => ({
        message: `${p.path} 不是可用的密钥文件`,
        hint: "可用的有：OpenSSH 私钥文件，或代理、硬件密钥的 .pub 文件",
    }),
    "shell.key.signature": (p) => ({
        message: `用 ${p.path} 签名没有成功`,
        hint: "请看上面 ssh-keygen 的提示；硬件密钥请按触碰键",
    }),
    "shell.key.no-ssh-keygen": (p) => ({
        message: `${p.path} 这种密钥要用 ssh-keygen 签名，本机没有`,
        hint: "请安装 OpenSSH 客户端，或用 lerpack keygen 生成密钥",
    }),
    "shell.key.sample": (p) => ({
        message: `${p.fingerprint} 是样例密钥，任何人都有，不能用于真实材料`,
        hint: "请运行 lerpack keygen 生成自己的密钥",
    }),
    "shell.machine.full": (p) => ({
        message: `磁盘空间不足，写不下${p.path === "" ? "" : `：${p.path}`}`,
        hint: "请清理磁盘，或用 -o 换一个盘，再运行一次；原有文件没有改动",
    }),
    "shell.machine.denied": (p) => ({
        message: `没有权限读取或写入 ${p.path}`,
        hint: "请先关闭正在打开它的程序（例如表格软件），再看文件夹是否允许写入；原有文件没有改动",
    }),
    "shell.machine.read-only": (p) => ({
        message: `${p.path} 在只读的磁盘或光盘上，不能写入`,
        hint: "请把文件夹复制到电脑硬盘上再运行；原有文件没有改动",
    }),
    "shell.machine.busy": (p) => ({
        message: `${p.path} 正被别的程序占用`,
        hint: "请关闭打开它的程序（例如表格软件），再运行一次",
    }),
    "shell.machine.name-too-long": (p) => ({ message: `文件名或路径太长：${p.path}`, hint: "请换一个短一些的文件夹" }),
    "shell.machine.failed": (p) => ({ message: `计算机未能完成：${p.reason}`, hint: "请检查磁盘空间和文件权限后重试" }),
}
