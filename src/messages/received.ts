import type { OtherCaseField, ReceivedAct, ReceivedField, ReceivedIssues } from "../base/issues/received.ts"
import type { Words } from "../base/lang.ts"
import { commas, counted, type Messages, wordsOf } from "./message.ts"

const FIELD: Readonly<Record<ReceivedField, Words>> = {
    at: { "zh-CN": "收到时间", en: "when the answer came (received.at)" },
    from: { "zh-CN": "发件地址", en: "from where it came (received.from)" },
    place: { "zh-CN": "提取地点", en: "where it was extracted (received.place)" },
    extractedAt: { "zh-CN": "提取时间", en: "when it was extracted (received.extractedAt)" },
    firstOfficer: { "zh-CN": "提取人一", en: "the first officer (received.firstOfficer)" },
    secondOfficer: { "zh-CN": "提取人二", en: "the second officer (received.secondOfficer)" },
    limits: { "zh-CN": "使用范围限制", en: "whether its use is limited (received.limits)" },
    limitsText: { "zh-CN": "使用范围限制原文", en: "the words of the limit (received.limitsText)" },
    mailbox: { "zh-CN": "收件邮箱或者门户账号", en: "mailbox or portal account (received.mailbox)" },
    provider: { "zh-CN": "提供人", en: "who provided it (received.provider)" },
    way: { "zh-CN": "收到方式", en: "by what way it came (received.way)" },
    device: { "zh-CN": "提取设备", en: "the device (received.device)" },
}
const OF_CASE: Readonly<Record<OtherCaseField, Words>> = {
    ref: { "zh-CN": "材料编号", en: "the reference" },
    recipient: { "zh-CN": "收件方", en: "the desk" },
    caseNumber: { "zh-CN": "案件编号", en: "the case number" },
    instrument: { "zh-CN": "法律文书文号", en: "the number of the legal instrument" },
    letterCode: { "zh-CN": "公函核对码", en: "the code of the letter" },
    ticket: { "zh-CN": "受理编号", en: "the ticket number" },
}
const ACT: Readonly<Record<ReceivedAct, Words>> = {
    sent: { "zh-CN": "请求的办理时间", en: "the request" },
    received: { "zh-CN": "收到时间", en: "the receipt" },
    extracted: { "zh-CN": "提取时间", en: "the extraction" },
    completed: { "zh-CN": "办理时间", en: "the time of the act" },
}

export const receivedIssues: Messages<keyof ReceivedIssues> = {
    "received.archive.draft": () => ({
        "zh-CN": {
            message: "这是材料包，还没有请求，登记不了答复",
            hint: "请给出提出请求时得到的留存包（<编号>-archive.zip，或者层数最高的一个）",
        },
        en: {
            message: "this is a draft: nothing was asked yet, so no answer can be registered",
            hint: "give the archive that the request left (<ref>-archive.zip, or the one with the highest layer)",
        },
    }),
    "received.archive.no-request": () => ({
        "zh-CN": { message: "留存包里没有请求", hint: "请给出层数最高的留存包" },
        en: { message: "the archive holds no request", hint: "give the archive with the highest layer" },
    }),
    "received.data.missing": () => ({
        "zh-CN": {
            message: "没有填写收到答复的情况",
            hint: "请填写信息表“收到答复以后填写”部分：收到时间、发件地址、提取人二人、提取时间和地点、使用范围限制",
        },
        en: {
            message: "nothing is filled in about the answer",
            hint: "fill in the section “once an answer has come” (received): when, from where, two officers, time and place of extraction, limits of use",
        },
    }),
    "received.field.missing": ({ field }) => ({
        "zh-CN": {
            message: `没有填写${wordsOf(FIELD, field)["zh-CN"]}`,
            hint: "以后补不上的，请现在写明；程序不会代填",
        },
        en: {
            message: `${wordsOf(FIELD, field).en} is not filled in`,
            hint: "the program never fills it in by itself",
        },
    }),
    "received.persons.same": ({ name }) => ({
        "zh-CN": { message: `提取人写了两次同一个人：${name}`, hint: "提取应由二人以上进行，请写另一人的姓名" },
        en: {
            message: `the same person stands twice: ${name}`,
            hint: "data are extracted by two officers: name the other",
        },
    }),
    "received.time.order": ({ earlier, earlierAt, later, laterAt }) => ({
        "zh-CN": {
            message: `${wordsOf(ACT, later)["zh-CN"]}（${laterAt}）早于${wordsOf(ACT, earlier)["zh-CN"]}（${earlierAt}）`,
            hint: "请核对这两个时间",
        },
        en: {
            message: `${wordsOf(ACT, later).en} (${laterAt}) lies before ${wordsOf(ACT, earlier).en} (${earlierAt})`,
            hint: "check both times",
        },
    }),
    "received.request.unknown": (p) => ({
        "zh-CN": { message: `留存包里没有第 ${String(p.no)} 次请求`, hint: `留存包里有：第 ${p.known} 次` },
        en: { message: `the archive holds no request ${String(p.no)}`, hint: `it holds: ${commas(p.known)}` },
    }),
    "received.request.which": (p) => ({
        "zh-CN": {
            message: `没有写明答复的是第几次请求；留存包里有第 ${p.known} 次`,
            hint: "请填写“答复的是第几次请求”",
        },
        en: {
            message: `it is not said which request is answered; the archive holds ${commas(p.known)}`,
            hint: "fill in the number of the request (received.no)",
        },
    }),
    "received.files.none": () => ({
        "zh-CN": { message: "没有给出收到的文件", hint: "请在留存包后面写出收到的文件或者文件夹" },
        en: { message: "no received file was given", hint: "name the files or folders behind the archive" },
    }),
    "received.files.many": ({ files, most }) => ({
        "zh-CN": {
            message: `收到的文件有 ${String(files)} 个，一次最多登记 ${String(most)} 个`,
            hint: "对方发来的是压缩包的，请直接登记压缩包；否则分几次登记",
        },
        en: {
            message: `there are ${String(files)} files; at most ${String(most)} are registered at once`,
            hint: "if they came as one archive, register that; otherwise register them in several runs",
        },
    }),
    "received.files.apart": ({ count, names }) => ({
        "zh-CN": {
            message: `${String(count)} 个文件装不进留存包，只登记了名称、大小和校验值：${names}`,
            hint: "请把这些文件连同留存包一起另存在光盘或者硬盘上；以后按 received.json 中的校验值核对",
        },
        en: {
            message: `there is no room in the archive for ${counted(count, "file")}, listed by name, size and hash alone: ${commas(names)}`,
            hint: "keep them on a disc beside the archive; received.json has their hashes",
        },
    }),
    "received.file.empty": () => ({
        "zh-CN": { message: "文件是空的（0 字节）", hint: "请向对方确认是否传输不全；空文件照样登记" },
        en: {
            message: "the file is empty (0 bytes)",
            hint: "ask whether something was cut off; it is registered all the same",
        },
    }),
    "received.file.same": ({ as }) => ({
        "zh-CN": { message: `内容与 ${as} 完全相同`, hint: "两个名称都已登记，内容只存一份" },
        en: { message: `its content is that of ${as}`, hint: "both names are registered, the content is kept once" },
    }),
    "received.file.in-archive": ({ path }) => ({
        "zh-CN": { message: `留存包里已经有内容相同的文件：${path}`, hint: "已登记，内容不再存；请看是不是拿错了文件" },
        en: {
            message: `the archive has a file with this content: ${path}`,
            hint: "registered without a second copy; see whether it is the right file",
        },
    }),
    "received.file.locked": () => ({
        "zh-CN": {
            message: "文件有密码，程序没有打开",
            hint: "原样保存。解开后的文件另行登记一次；密码不要写进任何材料",
        },
        en: {
            message: "the file asks for a password and was not opened",
            hint: "it is kept as it came. Register what is in it in a further run; write the password into no paper",
        },
    }),
    "received.file.encrypted": () => ({
        "zh-CN": {
            message: "PDF 加了密：可能要密码才能打开，也可能只是限制打印、复制",
            hint: "原样登记。打不开的，向对方要密码；密码不要写进任何材料",
        },
        en: {
            message: "the PDF is encrypted: it may ask for a password, or forbid printing and copying alone",
            hint: "it is registered as it came. Where it does not open, ask the desk for the password; write it into no paper",
        },
    }),
    "received.file.program": () => ({
        "zh-CN": {
            message: "这是程序或者快捷方式，打开可能会运行",
            hint: "不要打开；先向对方核实，必要时交网安部门检查。原样登记",
        },
        en: {
            message: "this is a program or a shortcut: opening it may run something",
            hint: "do not open it; ask the desk, and have it examined. It is registered as it came",
        },
    }),
    "received.file.active": () => ({
        "zh-CN": {
            message: "里有脚本、宏、要启动的程序或者内嵌文件",
            hint: "打开时不要启用宏、不要允许运行；内嵌文件另看。原样登记",
        },
        en: {
            message: "it holds scripts, macros, programs to start or files within",
            hint: "do not enable macros or let anything run when you open it; look at files within by themselves. It is registered as it came",
        },
    }),
    "received.file.remote": () => ({
        "zh-CN": {
            message: "打开时会从网上取内容（远程图片、模板或者链接的数据），发件方或者他人可以由此知道有人打开了它",
            hint: "请断网打开，不要点“加载图片”“更新链接”。原样登记",
        },
        en: {
            message:
                "it fetches something over the network when it is opened (pictures, a template or linked data), by which others can learn that it was",
            hint: "open it without a network, and load no pictures and update no links. It is registered as it came",
        },
    }),
    "received.file.irregular": () => ({
        "zh-CN": { message: "这是链接或者特殊文件，没有登记", hint: "请给出文件本身" },
        en: { message: "this is a link or a special file and was not registered", hint: "give the file itself" },
    }),
    "received.account.other": ({ label, accounts }) => ({
        "zh-CN": {
            message: `${label} 的表里有请求没有列出的账户：${accounts}`,
            hint: "按请求提供的对手方、收款账户资料可以是别的账户；不是的，可能发错了人：不要查看、传阅，先向对方核实，照实登记",
        },
        en: {
            message: `tables of ${label} name accounts that the request did not: ${commas(accounts)}`,
            hint: "records of counterparties and receiving accounts may be of others; if it is none of these, it may be another person's by mistake: do not read or pass it on, ask the desk first",
        },
    }),
    "received.case.differs": ({ field, found, known }) => ({
        "zh-CN": {
            message: `${wordsOf(OF_CASE, field)["zh-CN"]}填的是 ${found}，本案此前记的是 ${known}`,
            hint: "可能拿了另一个案件的留存包或者信息表，请核对。拿错了的，删去这次写出的留存包和文件夹，原来的没有变；确实是这一案的（如已经改号），可以不改",
        },
        en: {
            message: `${wordsOf(OF_CASE, field).en} is ${found} here; archive or journal have ${commas(known)}`,
            hint: "archive or form may be another case's. Where it is, delete the archive and folder that were just written: the one before is as it was. Where it is this case (a number was changed), leave it",
        },
    }),
    "received.case.named": ({ found, own }) => ({
        "zh-CN": {
            message: `写着 ${found}，本案的是 ${own}`,
            hint: "可能是另一个案件的答复，放错了留存包，请核对。放错了的，删去这次写出的留存包和文件夹，原来的没有变；确实是这一案的，可以不改",
        },
        en: {
            message: `it names ${found}; this case has ${own}`,
            hint: "it may be the answer of another case. Where it is, delete the archive and folder that were just written: the one before is as it was. Where it is this case's, leave it",
        },
    }),
    "received.name.invisible": ({ shown }) => ({
        "zh-CN": { message: `文件名里有看不见的字符：${shown}`, hint: "照原样登记；看清扩展名再打开" },
        en: {
            message: `the name has characters that cannot be seen: ${shown}`,
            hint: "registered as it is; look at its ending before you open it",
        },
    }),
    "received.hash.no-file": ({ file }) => ({
        "zh-CN": {
            message: `对方给出了 ${file} 的校验值，收到的文件里没有它`,
            hint: "请核对文件名，或者向对方要这个文件",
        },
        en: {
            message: `the desk stated a hash of ${file}, which is not among the files`,
            hint: "check its name, or ask for the file",
        },
    }),
    "received.hash.format": ({ found, algorithm }) => ({
        "zh-CN": {
            message: `校验值“${found}”不是 ${algorithm} 的十六进制写法`,
            hint: "只能核对 MD5（32 位）、SHA-1（40 位）、SHA-256（64 位）、SHA-512（128 位）；请照抄",
        },
        en: {
            message: `“${found}” is no ${algorithm} value in hex digits`,
            hint: "MD5 (32 digits), SHA-1 (40), SHA-256 (64) and SHA-512 (128) can be compared: copy it as it stands",
        },
    }),
    "received.hash.differs": ({ file, algorithm, found, stated }) => ({
        "zh-CN": {
            message: `${file} 的 ${algorithm} 是 ${found}，对方给出的是 ${stated}，不一致`,
            hint: "请向对方核实并重新取得；照样登记，不一致写入情况说明",
        },
        en: {
            message: `the ${algorithm} of ${file} is ${found}; the desk stated ${stated}`,
            hint: "ask the desk and get the file anew; it is registered, and the note says that they differ",
        },
    }),
    "received.hash.none": () => ({
        "zh-CN": {
            message: "对方没有给出校验值，不能与对方手里的比对",
            hint: "请去信索要各文件的 SHA-256；收到后的校验值已由程序计算",
        },
        en: {
            message: "the desk stated no hash, so nothing can be compared with what it holds",
            hint: "ask for the SHA-256 of each file; those on receipt were computed here",
        },
    }),
    "received.hash.weak": ({ count, names }) => ({
        "zh-CN": {
            message: `对方只给出 MD5 或者 SHA-1 的，有 ${String(count)} 个文件：${names}`,
            hint: "已照样计算比对。这两种算法，有人能事先做出校验值相同的两个文件；以收到时计算的 SHA-256 为准，并请对方补给 SHA-256",
        },
        en: {
            message: `of ${counted(count, "file")} the desk stated MD5 or SHA-1 alone: ${commas(names)}`,
            hint: "both were computed and compared. With them somebody can make two files of one value beforehand: rely on the SHA-256 on receipt, and ask the desk for its own",
        },
    }),
    "received.limits.stated": ({ text }) => ({
        "zh-CN": {
            message: `提供人限制了材料的使用范围：${text}`,
            hint: "《刑诉法解释》第七十七条：来自境外的材料经审查可以作为证据使用，但提供人对使用范围有明确限制的除外。用于何处以前，先请法制部门看；需要作证据的，问清能否取得对方同意或者另走司法协助",
        },
        en: {
            message: `the provider limits what its material may be used for: ${text}`,
            hint: "Interpretation on the Criminal Procedure Law, art. 77: foreign material may be used as evidence once examined, except where its provider expressly limits its use. Ask the legal department before it is used; whether the desk consents, or the treaty channel is needed, is the question then",
        },
    }),
    "received.limits.none": () => ({
        "zh-CN": {
            message: "登记为“未提出使用范围限制”",
            hint: "请再看一遍来信正文、页脚和平台的执法指引：限制常写在那里（《刑诉法解释》第七十七条）",
        },
        en: {
            message: "registered as without limits of use",
            hint: "look once more at the letter, its foot and the desk's guide for police, where limits often stand (Interpretation on the Criminal Procedure Law, art. 77)",
        },
    }),
}
