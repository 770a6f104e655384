import { byLang } from "../../base/lang.ts"
import type { DirectoryEntry, DirectoryReader } from "../../facts/legal/directory.ts"
import { COMMAND } from "./command.ts"

/** Words in which `directory` prints its entries. */

export interface DirectoryTexts {
    readonly kind: Readonly<Record<DirectoryEntry["kind"], string>>
    readonly reader: Readonly<Record<DirectoryReader, string>>
    readonly for: string
    readonly address: string
    readonly noAddress: string
    readonly otherReading: string
    readonly readers: string
    readonly colon: string
    readonly separator: string
    readonly comma: string
    readonly compiled: (day: string, count: number) => string
    readonly more: string
}

export const directoryTexts = byLang<DirectoryTexts>({
    kind: {
        "zh-CN": {
            "public-security": "公安机关",
            authority: "有关部门",
            association: "协会",
            international: "国际组织",
            company: "企业，不是机关",
        },
        en: {
            "public-security": "police",
            authority: "authority",
            association: "association",
            international: "international body",
            company: "company, no authority",
        },
    },
    reader: { "zh-CN": { victim: "报案人", police: "民警" }, en: { victim: "victim", police: "police" } },
    for: { "zh-CN": "用途", en: "what for" },
    address: { "zh-CN": "网址、邮箱", en: "address" },
    noAddress: { "zh-CN": "没有收录", en: "not on record" },
    otherReading: { "zh-CN": "另一种写法", en: "other reading" },
    readers: { "zh-CN": "给谁看", en: "for" },
    colon: { "zh-CN": "：", en: ": " },
    separator: { "zh-CN": "；", en: "; " },
    comma: { "zh-CN": "、", en: ", " },
    compiled: {
        "zh-CN": (day, count) =>
            `${String(count)} 条。名录整理于 ${day}，网址照来源抄录，没有打开核对；列入不表示该部门对虚拟货币有监管职权。`,
        en: (day, count) =>
            `${String(count)} ${count === 1 ? "entry" : "entries"}. Put together on ${day}; addresses are copied from their sources and were not opened; nobody listed is said to regulate virtual currency.`,
    },
    more: {
        "zh-CN": `只看给报案人或者民警的：${COMMAND} directory --for victim 或者 --for police`,
        en: `those for victims or for police alone: ${COMMAND} directory --for victim or --for police`,
    },
})
