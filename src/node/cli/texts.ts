import type { Severity } from "../../base/issue.ts"
import { byLang, type Words } from "../../base/lang.ts"
import type { PaperKind } from "../../flows/officer/paper-folders.ts"
import { COMMAND } from "./command.ts"
import type { Far } from "./meter.ts"

/** Words of the command line; documents have their own. */

/** A word as it has to be typed: in quotes when it has blanks or signs that a shell reads, of cmd or of any other. */
export function shellWord(word: string, isCmd: boolean = process.platform === "win32"): string {
    const plain = isCmd ? /^[\p{L}\p{N}_./\\:@%+,-]+$/u : /^[\p{L}\p{N}_./:@%+,-]+$/u
    if (plain.test(word)) return word
    // Behind a backslash a quote ends nothing.
    if (isCmd) return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(?<!\\)\\+$/, "$&$&")}"`
    return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`
}

const counted = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? "" : "s"}`

const PAPER_WORDS: Readonly<Record<PaperKind, Words>> = {
    photos: { "zh-CN": "证件照", en: "ID photos" },
    legal: { "zh-CN": "法律文书", en: "legal instruments" },
    sealed: { "zh-CN": "盖章公函", en: "sealed letter" },
    consent: { "zh-CN": "同意书", en: "consent" },
}

export interface Texts {
    readonly colon: string
    readonly hint: string
    /** Where a finding is; a person who knows no editor looks for a line, not for a colon and a number. */
    place(path: string): string
    readonly severity: Readonly<Record<Severity, string>>
    /** An error of a packet under judgement, which nobody here is asked to mend. */
    readonly fault: string
    /** Behind the errors that stopped a command. */
    errorCount(count: number): string
    /** How many more findings of a kind there are. */
    alike(count: number, code: string): string
    /** What `check` ends with. */
    checked(errors: number, warnings: number, notes: number, folder: string): string
    /** Behind an answer, how it was read. */
    readAs(text: string): string
    readonly wrote: string
    /** A draft mail is no mail that was sent. */
    readonly notSentYet: string
    readonly sha256: string
    readonly checkCode: string
    readonly letterCode: string
    readonly conclusion: string
    imported(added: number, unchanged: number): string
    removed(count: number): string
    /** Answers of the case still cite what was removed. */
    stillCited(count: number, folder: string): string
    describe(folder: string): string
    files(count: number, bytes: string): string
    /** Names of outputs, and how large one is. */
    readonly sizes: Readonly<Record<"released" | "annexes" | "send", string>>
    readonly keyMade: string
    readonly keyPublic: string
    readonly keyPlain: string
    /** Which papers of a kind are used. */
    papers(kind: PaperKind, folder: string, names: readonly string[]): string
    /** What follows; `sealed` and `legal` are folders that scans are to be put into. */
    readonly afterPrepare: (command: string, sealed?: string, legal?: string, inquiry?: string) => string
    /** What is done with the officer's form where nothing is typed. */
    readonly drop: (launcher: string) => string
    readonly afterInit: (folder: string) => string
    readonly afterOfficerInit: (file: string) => string
    readonly unchanged: string
    readonly changed: string
    readonly newSheet: string
    readonly far: (far: Far) => string
    readonly working: Readonly<Record<"reading" | "documents" | "packing" | "verifying", string>>
    readonly sample: Readonly<Record<"build" | "prepare" | "seal" | "verify", string>>
}

const megabytes = (bytes: number): string => String(Math.round(bytes / 1e6))

export const texts = byLang<Texts>({
    colon: { "zh-CN": "：", en: ": " },
    hint: { "zh-CN": "办法", en: "what to do" },
    place: {
        "zh-CN": (path) => path.replace(/^(\S+\.ya?ml):(\d+)/, "$1 第 $2 行"),
        en: (path) => path,
    },
    severity: {
        "zh-CN": { error: "须改正", warning: "请核对", note: "提示" },
        en: { error: "error", warning: "please check", note: "note" },
    },
    fault: { "zh-CN": "不符", en: "fault" },
    errorCount: {
        "zh-CN": (count) => `共 ${String(count)} 处须改正，未写出任何文件。`,
        en: (count) => `${counted(count, "error")}; nothing was written.`,
    },
    alike: {
        "zh-CN": (count, code) => `同样的提示还有 ${String(count)} 处，未逐条显示；加 --json 可全部列出  [${code}]`,
        en: (count, code) => `${String(count)} more of this kind are not shown; --json lists them all  [${code}]`,
    },
    checked: {
        "zh-CN": (errors, warnings, notes, folder) =>
            errors > 0
                ? `共 ${String(errors)} 处须改正${warnings > 0 ? `，另有 ${String(warnings)} 处请核对` : ""}${notes > 0 ? `、${String(notes)} 处提示` : ""}。改好后再运行 ${COMMAND} check ${folder}`
                : `${warnings > 0 ? `没有须改正的地方；有 ${String(warnings)} 处请核对${notes > 0 ? `、${String(notes)} 处提示` : ""}，核对无误可以不改。` : notes > 0 ? `没有须改正的地方；有 ${String(notes)} 处提示。` : "没有发现问题。"}下一步：${COMMAND} build ${folder} -o out --unsigned（有签名密钥的，不写 --unsigned）`,
        en: (errors, warnings, notes, folder) =>
            errors > 0
                ? `${counted(errors, "error")}${warnings > 0 ? `, ${counted(warnings, "thing")} to check` : ""}${notes > 0 ? `, ${counted(notes, "note")}` : ""}. Correct the errors, then run again: ${COMMAND} check ${folder}`
                : `${warnings > 0 ? `no errors; ${counted(warnings, "thing")} to check${notes > 0 ? `, ${counted(notes, "note")}` : ""}; what is right need not be changed. ` : notes > 0 ? `no errors; ${counted(notes, "note")}. ` : "no findings. "}Next: ${COMMAND} build ${folder} -o out --unsigned (without --unsigned if you have a signing key)`,
    },
    readAs: { "zh-CN": (text) => `（读作 ${text}）`, en: (text) => ` (read as ${text})` },
    notSentYet: {
        "zh-CN": "这是草稿，没有发出。核对收件人以后用单位邮箱发送，发出以后再记入台账。",
        en: "This is a draft; nothing was sent. Check the addressee, send it from the agency's mailbox, then record it.",
    },
    wrote: { "zh-CN": "已写出", en: "written" },
    sha256: { "zh-CN": "SHA-256", en: "SHA-256" },
    checkCode: { "zh-CN": "核对码", en: "check code" },
    letterCode: { "zh-CN": "公函核对码", en: "letter code" },
    conclusion: { "zh-CN": "结论", en: "conclusion" },
    imported: {
        "zh-CN": (added, unchanged) => `新登记 ${String(added)} 件，原有 ${String(unchanged)} 件未变。`,
        en: (added, unchanged) => `${String(added)} registered, ${String(unchanged)} unchanged.`,
    },
    removed: {
        "zh-CN": (count) =>
            `已移除 ${String(count)} 件：登记和说明去掉了，编号不再给别的文件。以前做的材料包、保存的工作文件里还有的，请自己处理。`,
        en: (count) =>
            `${String(count)} taken out: record and description are gone, the label is given to no other file. Packets and working files that were made before may still hold it.`,
    },
    stillCited: {
        "zh-CN": (count, folder) =>
            `案件信息里还有 ${String(count)} 处提到移除的文件，请改掉；${COMMAND} check ${folder} 列出引用的地方`,
        en: (count, folder) =>
            `${String(count)} answers of the case still name what was taken out: change them; ${COMMAND} check ${folder} says where it is cited`,
    },
    describe: {
        "zh-CN": (folder) => `请在表中逐件填写说明和来源，存盘并关闭后再运行 ${COMMAND} check ${folder}`,
        en: (folder) => `describe each file in the sheet, save and close it, then run ${COMMAND} check ${folder}`,
    },
    files: {
        "zh-CN": (count, bytes) => `（${String(count)} 个文件，${bytes} 字节）`,
        en: (count, bytes) => ` (${String(count)} files, ${bytes} bytes)`,
    },
    sizes: {
        "zh-CN": {
            released: "可给境外收件方的截图",
            annexes: "附件大小",
            send: "对外文件大小",
        },
        en: {
            released: "pictures released to the recipient",
            annexes: "size of the annexes",
            send: "size of what is sent",
        },
    },
    keyMade: { "zh-CN": "密钥文件（请勿外传）", en: "key file (keep it to yourself)" },
    keyPublic: { "zh-CN": "公钥（可以交给核对的人）", en: "public key (give it to those who verify)" },
    keyPlain: {
        "zh-CN": "密钥未加口令；要加口令，请先设置环境变量 LERPACK_PASSPHRASE",
        en: "the key has no passphrase; to have one, set LERPACK_PASSPHRASE first",
    },
    papers: {
        "zh-CN": (kind, folder, names) =>
            `${PAPER_WORDS[kind]["zh-CN"]}（${folder}）：${names.length === 0 ? "没有文件" : names.join("、")}`,
        en: (kind, folder, names) =>
            `${PAPER_WORDS[kind].en} (${folder}): ${names.length === 0 ? "no file" : names.join(", ")}`,
    },
    afterPrepare: {
        "zh-CN": (command, sealed, legal, inquiry) =>
            [
                "下一步：",
                ...(inquiry === undefined
                    ? []
                    : [
                          `  渠道还没有核实：请网安按 ${inquiry} 中的询问渠道.txt 核实，公函可以同时报批；核实以后补填“渠道核实”各项。`,
                      ]),
                `  1. 打印公函，报批、盖章（后附英文译本的，译本一并盖章，加盖骑缝章）；扫描成 PDF，或逐页拍照（JPEG、PNG，一页一张，文件名写 第1页、第2页）${sealed === undefined ? "" : `，放入 ${sealed}`}。${legal === undefined ? "" : `法律文书也扫描，放入 ${legal}。`}`,
                "  2. 对照盖章公函末尾，把“公函核对码”填入民警信息表；更新“办理时间”。公函上已有的内容不要再改，否则要重新盖章；批准、渠道核实、邮箱认可各项可以补填。",
                `  3. 运行第二步：${command}`,
            ].join("\n"),
        en: (command, sealed, legal, inquiry) =>
            [
                "Next:",
                ...(inquiry === undefined
                    ? []
                    : [
                          `  The channel is not verified yet: have it verified as 询问渠道.txt in ${inquiry} says, while the letter is being approved; then fill in channelConfirmed.`,
                      ]),
                `  1. Print the letter, have it approved and sealed, with the English translation where one stands behind it; scan it to PDF, or photograph it (JPEG or PNG, one picture a page, names in the order of the pages)${sealed === undefined ? "" : `, and put it into ${sealed}`}.${legal === undefined ? "" : ` Put the scan of the legal instrument into ${legal}.`}`,
                "  2. Copy the letter code from the end of the sealed letter into the officer data (公函核对码 in officer.xlsx, letterCode in officer.yaml) and update the time of the act; change nothing that the letter says, or it must be sealed again.",
                `  3. Run the second step: ${command}`,
            ].join("\n"),
    },
    drop: {
        "zh-CN": (launcher) => `填好 officer.xlsx，存盘并关闭，用鼠标把它拖到“${launcher}”上`,
        en: (launcher) => `fill in officer.xlsx, save and close it, and drop it on ${launcher}`,
    },
    afterInit: {
        "zh-CN": (folder) =>
            [
                "现在就做：",
                "  1. 先截图：API 密钥页面、登录设备、资金流水、委托、划转和提币记录；再删除全部 API 密钥。",
                "  2. 用另一台可信的设备改密码、重设双重验证；不要卸载应用，不要恢复出厂设置。",
                "  3. 马上导出流水、委托、成交、划转、充提、登录记录；交易所一次通常只给三个月。",
                "  4. 找客服要求限制账户、保存日志，记下工单号；向公安机关报案，要求受案回执。",
                "  5. 自称“能追回”、先收费、要密码或助记词的，一律不理。",
                `以上各项印成一页：${folder}/现在就做.pdf，做完一项勾一项。`,
                `然后：用 WPS 或 Excel 填写 ${folder}/案件信息.xlsx 的十二个问题；截图放进 evidence，导出文件放进 exports；运行 ${COMMAND} import ${shellWord(folder)}`,
            ].join("\n"),
        en: (folder) =>
            [
                "Do this now:",
                "  1. Take screenshots first: API keys, log-in devices, balance history, orders, transfers, withdrawals. Then delete all API keys.",
                "  2. On another device that you trust, change the password and reset two-factor authentication; do not uninstall the app, do not reset the phone.",
                "  3. Export balance history, orders, trades, transfers, deposits, withdrawals and log-ins at once; exchanges usually give three months at a time.",
                "  4. Ask support to restrict the account and keep the logs, note the ticket number; report to the police and ask for a receipt.",
                "  5. Ignore anybody who offers to recover funds for a fee or asks for a password or recovery phrase.",
                `The same on one page to print, in Chinese: ${folder}/现在就做.pdf`,
                `Then answer the twelve questions in ${folder}/案件信息.xlsx (case.yaml beside it is the same as text; fill in one of the two), put screenshots into evidence and export files into exports, and run ${COMMAND} import ${shellWord(folder)}`,
            ].join("\n"),
    },
    afterOfficerInit: {
        "zh-CN": (file) =>
            `请填写 ${file}（用文本编辑器的可改填同一文件夹中的 officer.yaml，二者填一个），不要交给报案人。旁边的文件夹：证件照（文件名含“正面”“反面”“手持”）、法律文书（扫描件）、盖章公函（盖章以后的扫描件）、同意书（账户持有人签名的扫描件，如有）。`,
        en: (file) =>
            `Fill in ${file}, or officer.yaml beside it in a text editor, one of the two, and never hand it to the victim. The folders beside it: 证件照 for ID photos, named front, back and holding; 法律文书 for scans of legal instruments; 盖章公函 for scans of the sealed letter; 同意书 for the account holder's signed consent, if there is one.`,
    },
    unchanged: { "zh-CN": "（不变）", en: " (unchanged)" },
    changed: { "zh-CN": "（已变）", en: " (changed)" },
    newSheet: {
        "zh-CN": "压缩包的 SHA-256 已改变：请重新打印《材料核对单》，或在单上改写为新值。",
        en: "The SHA-256 of the ZIP changed: the paper sheet must show the new one.",
    },
    far: {
        "zh-CN": ({ doneBytes, bytes, bytesPerSecond, secondsLeft }) =>
            ` ${megabytes(doneBytes)}/${megabytes(bytes)} MB，每秒 ${megabytes(bytesPerSecond)} MB，还需约 ${String(Math.ceil(secondsLeft))} 秒`,
        en: ({ doneBytes, bytes, bytesPerSecond, secondsLeft }) =>
            ` ${megabytes(doneBytes)} of ${megabytes(bytes)} MB, ${megabytes(bytesPerSecond)} MB/s, about ${String(Math.ceil(secondsLeft))} s left`,
    },
    working: {
        "zh-CN": { reading: "正在读取", documents: "正在生成文书", packing: "正在打包", verifying: "正在核对" },
        en: { reading: "reading", documents: "making documents", packing: "packing", verifying: "verifying" },
    },
    sample: {
        "zh-CN": {
            build: "一、报案人生成材料包",
            prepare: "二、民警准备公函和附件",
            seal: "三、盖章扫描后生成对外发送件和留存包",
            verify: "四、核对",
        },
        en: {
            build: "1. the victim builds the draft",
            prepare: "2. the officer prepares letter and annexes",
            seal: "3. after sealing: submission and archive",
            verify: "4. verification",
        },
    },
})
