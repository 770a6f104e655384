import type { DropStep, ShellIssues } from "../base/issues/shell.ts"
import type { Words } from "../base/lang.ts"
import type { ZipFault } from "../base/zip-fault.ts"
import type { Messages } from "./message.ts"

/** What each launcher wants dropped on it. */
const DROPPED: Readonly<Record<DropStep, Words>> = {
    form: { "zh-CN": "报案人的材料包 DRAFT-<编号>.zip", en: "the victim's draft, DRAFT-<ref>.zip" },
    first: { "zh-CN": "填好、存盘并关闭的 officer.xlsx", en: "officer.xlsx, filled in, saved and closed" },
    second: {
        "zh-CN": "officer.xlsx（公函核对码已填入，存盘并关闭）",
        en: "officer.xlsx with the letter code in it, saved and closed",
    },
    verify: { "zh-CN": "材料包或者留存包（ZIP 文件）", en: "a draft or an archive (a ZIP)" },
    forget: { "zh-CN": "证件图像文件夹 <编号>-identity", en: "the folder of identity images, <ref>-identity" },
}

const ZIP_FAULTS: Readonly<Record<ZipFault, Words>> = {
    "not-zip": { "zh-CN": "不是 ZIP 文件", en: "it is no ZIP" },
    damaged: { "zh-CN": "已损坏或者不完整", en: "it is damaged or cut off" },
    encrypted: { "zh-CN": "加了密码", en: "it is encrypted" },
    method: { "zh-CN": "压缩方式读不了", en: "it is packed in a way that is not read" },
    name: { "zh-CN": "有不安全的或者重复的文件名", en: "a file name is unsafe or there twice" },
    "too-many": { "zh-CN": "文件太多", en: "it has too many files" },
    "too-large": { "zh-CN": "里面有文件太大", en: "a file in it is too large" },
}

export const shellIssues: Messages<keyof ShellIssues> = {
    "shell.usage.unknown-command": (p) => ({
        "zh-CN": {
            message: `没有命令 ${p.found}`,
            hint: p.proposed ? `是否应为 lerpack ${p.proposed}？` : "lerpack --help 列出全部命令",
        },
        en: {
            message: `there is no command ${p.found}`,
            hint: p.proposed ? `did you mean lerpack ${p.proposed}?` : "lerpack --help lists all commands",
        },
    }),
    "shell.usage.unknown-option": (p) => ({
        "zh-CN": { message: `看不懂参数 ${p.found}`, hint: `用法见 lerpack ${p.command} --help` },
        en: { message: `unknown argument ${p.found}`, hint: `see lerpack ${p.command} --help` },
    }),
    "shell.usage.missing": (p) => ({
        "zh-CN": { message: `缺少 ${p.what}`, hint: `用法见 lerpack ${p.command} --help` },
        en: { message: `${p.what} is missing`, hint: `see lerpack ${p.command} --help` },
    }),
    "shell.usage.value": (p) => ({
        "zh-CN": { message: `${p.option} 的值 ${p.found} 不合要求，应为 ${p.expected}` },
        en: { message: `${p.option} is ${p.found}, expected ${p.expected}` },
    }),
    "shell.usage.both": (p) => ({
        "zh-CN": { message: `${p.first} 与 ${p.second} 不能同时使用` },
        en: { message: `${p.first} and ${p.second} exclude each other` },
    }),
    "shell.file.missing": (p) => ({
        "zh-CN": { message: `找不到 ${p.file}`, hint: "请核对路径" },
        en: { message: `${p.file} does not exist`, hint: "check the path" },
    }),
    "shell.file.not-folder": (p) => ({
        "zh-CN": { message: `${p.file} 不是文件夹` },
        en: { message: `${p.file} is no folder` },
    }),
    "shell.file.not-file": (p) => ({
        "zh-CN": { message: `${p.file} 不是文件` },
        en: { message: `${p.file} is no file` },
    }),
    "shell.work-file.unreadable": ({ file, fault, name }) => ({
        "zh-CN": {
            message: `${file} 打不开：${ZIP_FAULTS[fault]["zh-CN"]}${name === "" ? "" : `（${name}）`}`,
            hint: "请解压以后选整个文件夹；解压不了的，请重新复制一份",
        },
        en: {
            message: `${file} cannot be opened: ${ZIP_FAULTS[fault].en}${name === "" ? "" : ` (${name})`}`,
            hint: "unpack it and give the folder; if that fails, copy the file again",
        },
    }),
    "shell.work-file.packed": ({ file, command }) => ({
        "zh-CN": {
            message: `${file} 是打包的工作文件，${command} 要改动里面的文件`,
            hint: "请先解压，再对解压出来的文件夹做",
        },
        en: {
            message: `${file} is a working file, and ${command} changes the files in it`,
            hint: "unpack it first and use the folder",
        },
    }),
    "shell.work-file.no-case": ({ file }) => ({
        "zh-CN": {
            message: `${file === "" ? "所选的文件" : file}里没有《案件信息》，也没有 case.yaml`,
            hint: "工作文件是“…-工作文件.zip”；材料包（DRAFT-…zip）用“核对材料”核对，或者由民警打开；截图和导出文件先新建案件再放进去",
        },
        en: {
            message: `there is neither 案件信息.xlsx nor case.yaml in ${file === "" ? "what was chosen" : file}`,
            hint: "a working file is called …-工作文件.zip; a packet (DRAFT-…zip) is checked, or opened by the officer; for screenshots and exports begin a new case and put them into it",
        },
    }),
    "shell.file.changing": (p) => ({
        "zh-CN": { message: `读取时 ${p.file} 正在变动`, hint: "请关闭正在写它的程序后重试" },
        en: { message: `${p.file} changed while it was read`, hint: "close the program that writes it and try again" },
    }),
    "shell.output.exists": (p) => ({
        "zh-CN": { message: `${p.path} 已存在，不会覆盖`, hint: "请先移走它或给它改名，或者换一个文件夹" },
        en: {
            message: `${p.path} exists and is not overwritten`,
            hint: "move it away, or name another folder with -o",
        },
    }),
    "shell.step.second": (p) => ({
        "zh-CN": {
            message: `第一步已经做过（${p.path}），${p.folder} 中也有盖章公函的扫描件；要做第二步：${p.command}`,
            hint: `要重新做第一步的，先把 ${p.path} 改名或者移走`,
        },
        en: {
            message: `the first step was done (${p.path}) and a scan of the sealed letter lies in ${p.folder}; for the second step: ${p.command}`,
            hint: `to do the first step again, move ${p.path} away first`,
        },
    }),
    "shell.drop.nothing": ({ step, launcher }) => ({
        "zh-CN": {
            message: `“${launcher}”没有收到文件`,
            hint: `把${DROPPED[step]["zh-CN"]}，用鼠标拖到“${launcher}”的图标上，松开`,
        },
        en: { message: `${launcher} was given no file`, hint: `drop ${DROPPED[step].en} on ${launcher}` },
    }),
    "shell.drop.several": ({ step, launcher }) => ({
        "zh-CN": { message: "一次只能拖一个文件", hint: `拖到“${launcher}”上的应当是${DROPPED[step]["zh-CN"]}` },
        en: { message: "more than one file was dropped", hint: `${launcher} takes ${DROPPED[step].en}` },
    }),
    "shell.drop.kind": ({ file, step, launcher }) => ({
        "zh-CN": {
            message: `${file} 不是这一步要的文件`,
            hint: `拖到“${launcher}”上的应当是${DROPPED[step]["zh-CN"]}`,
        },
        en: { message: `${file} is not what this step takes`, hint: `${launcher} takes ${DROPPED[step].en}` },
    }),
    "shell.drop.draft": ({ folder, names }) => ({
        "zh-CN":
            names === ""
                ? {
                      message: `${folder} 中没有材料包 DRAFT-<编号>.zip`,
                      hint: "把报案人的材料包复制到 officer.xlsx 旁边，不解压，不改名",
                  }
                : {
                      message: `${folder} 中有几份材料包，不知道用哪一份：${names}`,
                      hint: "officer.xlsx 旁边只留本案的一份，其余的移走",
                  },
        en:
            names === ""
                ? {
                      message: `there is no draft DRAFT-<ref>.zip in ${folder}`,
                      hint: "copy the victim's draft beside officer.xlsx, as a ZIP and under its own name",
                  }
                : {
                      message: `there are several drafts in ${folder}: ${names}`,
                      hint: "leave the one of this case beside officer.xlsx and move the others away",
                  },
    }),
    "shell.drop.prepared": ({ folder, names, launcher }) => ({
        "zh-CN":
            names === ""
                ? {
                      message: `${folder} 中没有第一步生成的文件夹（<编号>-prepared）`,
                      hint: `先做第一步：把 officer.xlsx 拖到“${launcher}”上`,
                  }
                : {
                      message: `${folder} 中有几个第一步生成的文件夹，不知道用哪一个：${names}`,
                      hint: "只留盖章公函所属的那一个，其余的移走",
                  },
        en:
            names === ""
                ? {
                      message: `there is no <ref>-prepared in ${folder}`,
                      hint: `do the first step: drop officer.xlsx on ${launcher}`,
                  }
                : {
                      message: `there are several prepared folders in ${folder}: ${names}`,
                      hint: "leave the one whose letter was sealed and move the others away",
                  },
    }),
    "shell.key.none": (p) => ({
        "zh-CN": {
            message: `没有签名密钥（${p.path}）`,
            hint: "先运行 lerpack keygen 生成密钥，或用 --key 指定密钥文件；不签名请加 --unsigned",
        },
        en: {
            message: `there is no signing key (${p.path})`,
            hint: "make one with lerpack keygen, name one with --key, or say --unsigned",
        },
    }),
    "shell.key.unreadable": (p) => ({
        "zh-CN": {
            message: `${p.path} 不是可用的密钥文件`,
            hint: "可用的有：OpenSSH 私钥文件，或代理、硬件密钥的 .pub 文件",
        },
        en: {
            message: `${p.path} is no usable key file`,
            hint: "usable are OpenSSH private keys and the .pub file of a key in an agent or on a token",
        },
    }),
    "shell.key.signature": (p) => ({
        "zh-CN": { message: `用 ${p.path} 签名没有成功`, hint: "请看上面 ssh-keygen 的提示；硬件密钥请按触碰键" },
        en: {
            message: `signing with ${p.path} failed`,
            hint: "see what ssh-keygen says above; touch the hardware key when it asks",
        },
    }),
    "shell.key.no-ssh-keygen": (p) => ({
        "zh-CN": {
            message: `${p.path} 这种密钥要用 ssh-keygen 签名，本机没有`,
            hint: "请安装 OpenSSH 客户端，或用 lerpack keygen 生成密钥",
        },
        en: {
            message: `${p.path} must be signed with by ssh-keygen, which is not installed`,
            hint: "install the OpenSSH client, or make a key with lerpack keygen",
        },
    }),
    "shell.key.sample": (p) => ({
        "zh-CN": {
            message: `${p.fingerprint} 是样例密钥，任何人都有，不能用于真实材料`,
            hint: "请运行 lerpack keygen 生成自己的密钥",
        },
        en: {
            message: `${p.fingerprint} is the sample's key, which everybody has; it signs no real packet`,
            hint: "make your own with lerpack keygen",
        },
    }),
    "shell.machine.full": (p) => ({
        "zh-CN": {
            message: `磁盘空间不足，写不下${p.path === "" ? "" : `：${p.path}`}`,
            hint: "请清理磁盘，或用 -o 换一个盘，再运行一次；原有文件没有改动",
        },
        en: {
            message: `the disk is full${p.path === "" ? "" : `: ${p.path}`}`,
            hint: "make room, or choose another disk with -o, and run again; existing files are unchanged",
        },
    }),
    "shell.machine.denied": (p) => ({
        "zh-CN": {
            message: `没有权限读取或写入 ${p.path}`,
            hint: "请先关闭正在打开它的程序（例如表格软件），再看文件夹是否允许写入；原有文件没有改动",
        },
        en: {
            message: `no permission to read or write ${p.path}`,
            hint: "close the program that has it open (a spreadsheet, for example), then see whether the folder may be written to; existing files are unchanged",
        },
    }),
    "shell.machine.read-only": (p) => ({
        "zh-CN": {
            message: `${p.path} 在只读的磁盘或光盘上，不能写入`,
            hint: "请把文件夹复制到电脑硬盘上再运行；原有文件没有改动",
        },
        en: {
            message: `${p.path} is on a disk that can only be read`,
            hint: "copy the folder to the computer's own disk and run again; existing files are unchanged",
        },
    }),
    "shell.machine.busy": (p) => ({
        "zh-CN": { message: `${p.path} 正被别的程序占用`, hint: "请关闭打开它的程序（例如表格软件），再运行一次" },
        en: {
            message: `${p.path} is in use by another program`,
            hint: "close that program (a spreadsheet, for example) and run again",
        },
    }),
    "shell.machine.name-too-long": (p) => ({
        "zh-CN": { message: `文件名或路径太长：${p.path}`, hint: "请换一个短一些的文件夹" },
        en: { message: `the file name or path is too long: ${p.path}`, hint: "choose a folder with a shorter name" },
    }),
    "shell.machine.gone": (p) => ({
        "zh-CN": {
            message: `${p.path === "" ? "有一个文件" : p.path} 刚才还在，现在读不到了`,
            hint: "请看 U 盘是否松脱，网盘里的文件是否已下载到本机，杀毒软件是否隔离了它，然后再运行一次；原有文件没有改动",
        },
        en: {
            message: `${p.path === "" ? "a file" : p.path} was there and can be read no more`,
            hint: "see whether the stick is still plugged in, a cloud folder has the file on this computer, or a virus scanner took it away, and run again; existing files are unchanged",
        },
    }),
    "shell.machine.failed": (p) => ({
        "zh-CN": { message: `计算机未能完成：${p.reason}`, hint: "请检查磁盘空间和文件权限后重试" },
        en: {
            message: `the machine could not finish: ${p.reason}`,
            hint: "check disk space and file permissions and try again",
        },
    }),
}
