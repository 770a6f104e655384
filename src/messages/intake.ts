import type { IntakeIssues } from "../base/issues/intake.ts"
import { counted, type Messages } from "./message.ts"

export const intakeIssues: Messages<keyof IntakeIssues> = {
    "evidence.description.no-sheet": ({ found }) => ({
        "zh-CN": {
            message: `有登记过的文件，却找不到 证据说明.xlsx，不知道每个文件给谁看${found === "" ? "" : `；案件文件夹里有 ${found}`}`,
            hint: "是不是存成了 .xls、改了名，或者放到了别处？请用表格软件另存为 证据说明.xlsx，放回案件文件夹；确实没有了的，运行 lerpack import 重新生成，再填一遍",
        },
        en: {
            message: `files are registered, but 证据说明.xlsx is not there, so it is unknown who may see each${found === "" ? "" : `; the case folder has ${found}`}`,
            hint: "was it saved as .xls, renamed or put elsewhere? save it as 证据说明.xlsx in the case folder; if it is gone, run lerpack import to write it anew and fill it in again",
        },
    }),
    "evidence.description.new-sheet": ({ found }) => ({
        "zh-CN": {
            message: `原来的 证据说明.xlsx 不在了，已重新生成：说明都是空的，以前选过“都不给”的仍是“都不给”${found === "" ? "" : `；${found} 没有读取`}`,
            hint: "找得到原表的，请用它（存为 .xlsx）替换新表，再运行一次 lerpack import；找不到的，请重新填写",
        },
        en: {
            message: `证据说明.xlsx was gone and is written anew: it has no answers, but what was marked 都不给 (nobody) still is${found === "" ? "" : `; ${found} was not read`}`,
            hint: "if you find the old sheet, put it (as .xlsx) in the place of the new one and run lerpack import once more; otherwise fill in the new one",
        },
    }),
    "evidence.description.row-missing": ({ label, share }) => ({
        "zh-CN": {
            message: `${label} 在表中没有对应的一行，按“${share === "none" ? "都不给" : "只给民警"}”、无说明处理`,
            hint: "请运行 lerpack import，补上这一行",
        },
        en: {
            message: `${label} has no row; it is taken as for ${share === "none" ? "nobody, as it was marked before," : "the police only,"} without a description`,
            hint: "run lerpack import to add the row",
        },
    }),
    "evidence.description.nothing-above": ({ cell, text }) => ({
        "zh-CN": { message: `${cell} 写了“${text}”，可是上面没有一行`, hint: "请写出内容" },
        en: { message: `${cell} says "${text}", and there is no row above`, hint: "write it out" },
    }),
    "evidence.description.handing": ({ cell }) => ({
        "zh-CN": { message: `${cell} 只能填“随材料包”或“另盘移交”`, hint: "请从下拉列表中选择；不填就是随材料包" },
        en: {
            message: `${cell} takes 随材料包 (in the packet) or 另盘移交 (on a disc of its own) only`,
            hint: "choose from the list; an empty cell means in the packet",
        },
    }),
    "evidence.description.unknown-folder": ({ cell, folder }) => ({
        "zh-CN": {
            message: `${cell} 写的是文件夹 ${folder}，可是登记的文件没有一个在里面`,
            hint: "请照登记的文件名前面的部分写，例如 evidence/聊天记录/",
        },
        en: {
            message: `${cell} names the folder ${folder}, and no registered file lies in it`,
            hint: "write it as it stands in front of the file names, for example evidence/chat/",
        },
    }),
    "evidence.description.folder-recipient": ({ cell, folder }) => ({
        "zh-CN": {
            message: `${cell}：整个文件夹 ${folder} 不能选给境外收件方`,
            hint: "请在要给的每个文件自己的一行中选，并确认不含他人信息",
        },
        en: {
            message: `${cell}: the folder ${folder} cannot be released to the recipient as a whole`,
            hint: "choose it in the row of each file, and make sure that no other person's data are in it",
        },
    }),
    "evidence.description.folder-withheld": ({ cell, label, folder }) => ({
        "zh-CN": {
            message: `${cell}：${label} 选了给境外收件方，它所在的文件夹 ${folder} 选的却是“都不给”`,
            hint: "请改其中一处",
        },
        en: {
            message: `${cell}: ${label} is released to the recipient, but its folder ${folder} is marked 都不给 (nobody)`,
            hint: "change one of the two",
        },
    }),
    "evidence.description.separate-recipient": ({ cell, label }) => ({
        "zh-CN": {
            message: `${cell}：${label} 选了另盘移交，不在材料包里，不能再给境外收件方`,
            hint: "请改为“只给民警”，或者改为随材料包",
        },
        en: {
            message: `${cell}: ${label} is handed over on a disc of its own and in no packet, so it cannot go to the recipient`,
            hint: "choose 只给民警 (police only), or 随材料包 (in the packet)",
        },
    }),
    "evidence.file.time": ({ label, recorded, found, labels, count }) => ({
        "zh-CN": {
            message: `${String(count)} 个文件现在的修改时间与登记时所记的不同（${labels}）；例如 ${label}：登记时 ${recorded}，现在 ${found}`,
            hint: "复制、解压、换电脑会改变修改时间，内容不受影响；清单照登记时的时间印。登记文件请勿手工改动",
        },
        en: {
            message: `the time of change of ${counted(count, "file")} is another than was recorded (${labels}); for example ${label}: recorded ${recorded}, now ${found}`,
            hint: "copying, unpacking and another computer change it, and not the content; lists print what was recorded. Do not edit the record by hand",
        },
    }),
    "evidence.file.program": ({ file }) => ({
        "zh-CN": {
            message: `${file} 是可以运行的程序`,
            hint: "误放的，在“给谁看”中选“都不给”；是对方发来的程序、要作为证据的，请在说明中写清从哪里来，不要双击打开",
        },
        en: {
            message: `${file} is a program that can be run`,
            hint: "if it is here by mistake choose 都不给 (nobody); if it is evidence say in its description where it came from, and do not open it",
        },
    }),
    "evidence.file.table": ({ file }) => ({
        "zh-CN": {
            message: `${file} 是表格或者压缩包，放在截图一类里，程序不会逐行读它`,
            hint: "是从交易所导出的，请作为导出文件再放一份（文件夹 exports，网页是“添加导出文件”），这一份可以在“给谁看”中选“都不给”；不是的不用管",
        },
        en: {
            message: `${file} is a table or an archive among the screenshots, where no row of it is read`,
            hint: "if the exchange exported it, put it among the exports as well (folder exports, in the page “Add export files”) and choose 都不给 (nobody) for this one; if not, leave it",
        },
    }),
    "evidence.file.shortcut": ({ file }) => ({
        "zh-CN": {
            message: `${file} 是快捷方式，只指向别处，里面没有内容`,
            hint: "请把它指向的文件复制进来登记；这一个在“给谁看”中选“都不给”",
        },
        en: {
            message: `${file} is a shortcut: it points elsewhere and holds nothing`,
            hint: "copy in and register the file that it points to; choose 都不给 (nobody) for this one",
        },
    }),
    "evidence.file.private-key": ({ file }) => ({
        "zh-CN": {
            message: `${file} 像是私钥或者钱包文件，交出去等于交出资产和账户`,
            hint: "请在“给谁看”中选“都不给”，并尽快把资产转到新的钱包、更换密钥",
        },
        en: {
            message: `${file} looks like a private key or a wallet: whoever gets it gets what it opens`,
            hint: "choose 都不给 (nobody) for it, move the assets to a new wallet and replace the key",
        },
    }),
    "evidence.file.secret": ({ file }) => ({
        "zh-CN": {
            message: `${file} 里像有密码、助记词或者接口密钥，拿到文件的人都可能用它`,
            hint: "不需要作为证据的，在“给谁看”中选“都不给”；要交的，请先改掉密码、停用密钥，把资产转到新的钱包",
        },
        en: {
            message: `${file} seems to hold a password, a recovery phrase or an API key, which whoever gets the file can use`,
            hint: "if it is no evidence choose 都不给 (nobody) for it; else first change the password, revoke the key and move the assets to a new wallet",
        },
    }),
    "evidence.file.active": ({ file }) => ({
        "zh-CN": {
            message: `${file} 里有脚本、宏、要启动的程序（包括 DDE）或者内嵌文件，原样移交，清单会提醒民警`,
            hint: "是对方发来的，请在说明中写清来历；自己导出的可以不改",
        },
        en: {
            message: `${file} holds scripts, macros, programs to start or files within; it is handed over as it is, and the list warns the police`,
            hint: "if the other side sent it say so in its description; one of your own making can stay",
        },
    }),
    "evidence.file.remote": ({ file }) => ({
        "zh-CN": {
            message: `${file} 打开时会从网上取内容（远程图片、模板或者链接的数据），对方可以由此知道有人打开了它；原样移交，清单会提醒民警`,
            hint: "请不要再联网打开；是对方发来的，请在说明中写清来历",
        },
        en: {
            message: `${file} fetches something over the network when it is opened (pictures, a template or linked data), by which the other side can learn that it was; it is handed over as it is, and the list warns the police`,
            hint: "do not open it again with a network; if the other side sent it say so in its description",
        },
    }),
    "evidence.file.forwarded": ({ file }) => ({
        "zh-CN": {
            message: `${file} 没有拍摄信息，可能经微信等转发，被压缩过`,
            hint: "如果是照片，请从拍摄的手机用数据线拷贝原图，作为另一个文件登记；截图不必理会",
        },
        en: {
            message: `${file} has no camera data; it may have been forwarded by a messenger, which makes pictures smaller`,
            hint: "if it is a photograph, copy the original from the phone by cable and register it as another file; never mind for a screenshot",
        },
    }),
    "evidence.size.packet": ({ bytes, most, files }) => ({
        "zh-CN": {
            message: `文件合计 ${String(bytes)} 字节，一个材料包最多放 ${String(most)} 字节；最大的是 ${files}`,
            hint: "请在 证据说明.xlsx 的“移交方式”中，把大文件改为“另盘移交”：清单和《材料核对单》照列大小和 SHA-256，文件另刻光盘交给民警",
        },
        en: {
            message: `the files have ${String(bytes)} bytes, a packet holds at most ${String(most)}; the largest: ${files}`,
            hint: "choose 另盘移交 (on a disc of its own) in the column 移交方式 of 证据说明.xlsx for large files: lists still print size and SHA-256, and the file goes to the police on another disc",
        },
    }),
    "case.evidence.withheld": ({ label, places }) => ({
        "zh-CN": {
            message: `${label} 在“给谁看”中选了“都不给”，可是案件信息引用了它：${places}；文书中印成“${label}（未提供）”`,
            hint: "愿意提供的，改为“只给民警”；不愿意提供的，可以删去引用，也可以保留",
        },
        en: {
            message: `${label} is marked 都不给 (nobody), but the case cites it: ${places}; papers print "${label}（未提供）" (not provided)`,
            hint: "choose 只给民警 (police only) to provide it; otherwise remove the citations, or leave them as they are",
        },
    }),
}
