import { byLang } from "../../base/lang.ts"
import { COMMAND } from "./command.ts"

/** Words of the journal at the terminal. */
interface JournalTexts {
    readonly heads: Readonly<Record<"journal" | "case" | "none" | "due", string>>
    readonly voided: string
    readonly added: (n: number, file: string) => string
    readonly endCode: string
    /** What the end code is for. */
    readonly keep: string
    readonly holds: (entries: number) => string
    readonly fails: string
    /** Where an editor saved it, and nothing else is wrong. */
    readonly resaved: string
    readonly codeSame: string
    /** What was not looked at without a code. */
    readonly withoutCode: string
    readonly overdue: (count: number, on: string) => string
    readonly nothing: string
    readonly since: (day: string) => string
    /** Before the command that records what was just done. */
    readonly record: string
    readonly recordSent: string
    readonly joint: string
    /** How the state of an account is recorded. */
    readonly recordChannel: string
}

export const journalTexts = byLang<JournalTexts>({
    heads: {
        "zh-CN": { journal: "办理台账", case: "材料包", none: "还没有条目。", due: "期限" },
        en: { journal: "journal", case: "draft", none: "no entry yet.", due: "due dates" },
    },
    voided: { "zh-CN": "（已作废）", en: " (voided)" },
    added: {
        "zh-CN": (n, file) => `已记第 ${String(n)} 条：${file}`,
        en: (n, file) => `entry ${String(n)} recorded: ${file}`,
    },
    endCode: { "zh-CN": "末行码", en: "end code" },
    keep: {
        "zh-CN": "请把末行码抄在卷内，或者打印办理进度：最后一条被改、末尾被截去、整份重写，只有对照末行码才能发现。",
        en: "Note the end code on paper, or print 办理进度: that the last entry was changed, the end cut off or the whole written anew is found by the end code alone.",
    },
    holds: {
        "zh-CN": (entries) => `各行前后相符，共 ${String(entries)} 条。`,
        en: (entries) => `the chain holds; entries: ${String(entries)}.`,
    },
    fails: {
        "zh-CN": "各行前后不符，台账被改动过，见上。",
        en: "the chain does not hold: the journal was changed, as said above.",
    },
    resaved: {
        "zh-CN": "文件不是程序写下的样子，见上；条目的文字前后相符。",
        en: "the file is not as the program wrote it, as said above; the text of its entries holds together.",
    },
    codeSame: {
        "zh-CN": "末行码相符：到末行为止没有变动。",
        en: "the end code is the same: nothing changed up to the last entry.",
    },
    withoutCode: {
        "zh-CN": "没有给出末行码（--code）：最后一条是否被改动、末尾是否被截去、整份是否重写，没有核对。",
        en: "No end code was given (--code), so it was not checked whether the last entry was changed, the end cut off or the whole written anew.",
    },
    overdue: {
        "zh-CN": (count, on) =>
            count === 0 ? `到 ${on} 没有过期的事项。` : `到 ${on} 有 ${String(count)} 项已过期或者当日到期。`,
        en: (count, on) =>
            count === 0 ? `nothing is overdue on ${on}.` : `due or overdue on ${on}: ${String(count)}.`,
    },
    nothing: { "zh-CN": "没有在计算的期限。", en: "no term runs." },
    since: { "zh-CN": (day) => `${day} 起`, en: (day) => `from ${day}` },
    record: { "zh-CN": "记入办理台账", en: "to record it in the journal" },
    recordSent: { "zh-CN": "发送以后，记入办理台账", en: "once it is sent, to record that in the journal" },
    joint: { "zh-CN": "；", en: "; " },
    recordChannel: {
        "zh-CN": `记录账号状态：${COMMAND} journal add --channels channel --recipient <编号> --state applied（已申请）、active（可以使用）、none（没有账号）`,
        en: `to record a state: ${COMMAND} journal add --channels channel --recipient <id> --state applied, active or none`,
    },
})
