import type { Lang } from "../../../base/lang.ts"
import { LABELS_EN } from "../../../facts/officer/officer-form-english.data.ts"
import { lang } from "../state.ts"

/** Commands that findings name, as what is pressed in the page instead. */

const COMMANDS = [
    "import",
    "init --officer",
    "init",
    "keygen",
    "verify",
    "recipients",
    "check",
    "directory",
    "journal add <文件夹或台账> sent",
    "journal add <folder or journal> sent",
    "journal add",
    "mail follow-up receipt",
    "forget-identity",
    "schema --officer",
] as const
type Command = (typeof COMMANDS)[number]

/** What stands in the place of a command, and what may stand before it and goes with it. */
const PLACES: Readonly<
    Record<Lang, { readonly before: string; readonly places: Readonly<Partial<Record<Command, string>>> }>
> = {
    "zh-CN": {
        before: "(?:再次?|请|先)?(?:用|运行)?\\s*",
        places: {
            import: "在“证据”一页点“登记文件”",
            "init --officer": "在“办案民警”一页点“下载空白表”",
            init: "在“报案人”一页点“新建”",
            keygen: "在“签名密钥”一页点“生成密钥”",
            verify: "在“核对材料”一页",
            recipients: "看“向哪个交易所调取”的选项",
            check: "在“检查”一页",
            directory: "看“名录”一页",
            "journal add <文件夹或台账> sent": "在“办理台账”一页记“已发送”",
            "journal add": "在“办理台账”一页记",
            "mail follow-up receipt": "在“发送前后的邮件”一页选“是否收到”",
            "forget-identity": "删除电脑上的证件图像文件夹和其他副本",
            "schema --officer": "看信息表各栏",
        },
    },
    en: {
        before: "(?:run )?",
        places: {
            import: "press “Register files” on the page Evidence",
            "init --officer": "press “Blank form” on the officer's page",
            init: "press “New” on the first page of the victim",
            keygen: "press “Make a key” on the page Signing key",
            verify: "the page Check a packet",
            recipients: "the choice “Exchange to be asked”",
            check: "the page Check",
            directory: "the page Directory",
            "journal add <folder or journal> sent": "on the page Journal",
            "journal add": "on the page Journal",
            "mail follow-up receipt": "the page Mails, whether it was received",
            "forget-identity": "delete the folder of identity images and its copies",
            "schema --officer": "the form",
        },
    },
}

/** What is answered in a column or on a sheet of a file, and where the page has it instead. */
const IN_FILES: Readonly<Record<Lang, readonly (readonly [pattern: RegExp, place: string])[]>> = {
    "zh-CN": [
        [/如确认不是密钥，.*$/, "如确认不是，在这一格下面勾“看过了”"],
        [/^写法：.*；.*$/, "每一栏都要填；不用的，全部清空"],
        [/误放进来、不该在这里的，运行 .*$/, "误放进来、不该在这里的，在这个文件的页面上移除"],
        [/在“遮盖”表中写明要涂黑的位置/, "在这个文件的页面上拖出要涂黑的地方"],
        [/填写信息表“收到答复以后填写”部分：/, "填写下面各栏："],
        [/，然后再运行一次；原有文件没有改动$/, "，然后再做一次；改过的，重新选择这个文件"],
        [/在“核对答复”中填 (\S+) 和原因/, "在“导出文件”的“计算结果”里写明原因（$1）"],
    ],
    en: [
        [/if it is no secret, .*$/, "if it is none, tick the box below the field"],
        [/^write it as the sheet says: .*$/, "fill in every part of it, or clear them all"],
        [/If it was added by mistake, run .*$/, "If it was added by mistake, take it out on the page of the file"],
        [/say in the sheet 遮盖 what to black out/, "draw what is to be blacked out on the page of the file"],
        [/fill in the section “once an answer has come” \(received\):/, "fill in the fields below:"],
        [/answer 否/, "answer “No”"],
        [/都不给(?: \(nobody\))?/, "“nobody”"],
        [/只给民警(?: \(police only\))?/, "“the police only”"],
        [/随材料包(?: \(in the packet\))?/, "“in the packet”"],
        [/ in 证据说明\.xlsx/, ""],
        [/, and run again; existing files are unchanged$/, ", and try again; choose the file anew if it was changed"],
        [/say why under Answers with (\S+):/, "say why on the page Result of the export files ($1):"],
    ],
}

/** Options of the command line that a message names, and the fields that stand for them. */
const OPTIONS: Readonly<Record<Lang, readonly (readonly [pattern: RegExp, field: string])[]>> = {
    "zh-CN": [[/^--key 的值/, "密钥指纹"]],
    en: [[/^--key is/, "The fingerprint of the key is"]],
}

/** A field of officer.yaml, `request.period`, which English messages name because the workbook is Chinese. */
const FIELD = /\b(?:agency|officer|caseNumbers|investigation|instrument|request)\.[a-zA-Z]+(?:\.[a-zA-Z]+)*\b/g

/** The label of such a field in the page; of several that stand together what their labels have in common. */
function labelOfField(field: string): string {
    const label = LABELS_EN[field]
    const first = Object.keys(LABELS_EN).find((key) => key.startsWith(`${field}.`) || key.startsWith(`${field}[`))
    const shown = label ?? (first === undefined ? undefined : LABELS_EN[first]?.split(":")[0])
    return shown === undefined ? field : `“${shown}”`
}

const fieldsShown = (text: string): string =>
    lang.value === "en" ? text.replace(FIELD, (field) => labelOfField(field)) : text

/** A message without options of the command line. */
export function messageShown(message: string): string {
    return fieldsShown(OPTIONS[lang.value].reduce((shown, [pattern, field]) => shown.replace(pattern, field), message))
}

/** A hint with its commands as what the page has for them. */
export function asShown(hint: string): string {
    const { before, places } = PLACES[lang.value]
    const text = IN_FILES[lang.value].reduce(
        (shown, [pattern, place]) => shown.replace(pattern, place),
        fieldsShown(hint),
    )
    return COMMANDS.reduce((shown, command) => {
        const place = places[command]
        if (place === undefined) return shown
        return shown.replace(new RegExp(`${before}lerpack ${command}(?: (?=[\\u4e00-\\u9fff]))?`, "g"), place)
    }, text)
}
