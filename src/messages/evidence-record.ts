import type { EvidenceRecordIssues } from "../base/issues/evidence-record.ts"
import type { Messages } from "./message.ts"

export const evidenceRecordIssues: Messages<keyof EvidenceRecordIssues> = {
    "evidence.record.differs": ({ label, field, recorded, actual }) => ({
        "zh-CN": {
            message: `${label} 的 ${field} 记录为 ${recorded}，与实际的 ${actual} 不符`,
            hint: "记录与文件对不上，这份材料包不能使用；请提供人重新生成并提供",
        },
        en: {
            message: `${field} of ${label} is recorded as ${recorded} and is ${actual}`,
            hint: "record and file do not agree, so the packet cannot be used: ask for one that is built anew",
        },
    }),
    "evidence.record.mask": ({ label }) => ({
        "zh-CN": {
            message: `${label} 的遮盖位置与遮盖件不成对，只有其中一样`,
            hint: "不能确定该给哪一张，这份材料包不能使用；请提供人重新生成并提供",
        },
        en: {
            message: `${label} has places to be masked without a masked copy, or a copy without places`,
            hint: "which of the two is meant is not known: ask for a packet that is built anew",
        },
    }),
    "evidence.record.twice": ({ label }) => ({
        "zh-CN": { message: `编号 ${label} 记录了两次`, hint: "一个编号只能是一个文件；请提供人重新生成并提供" },
        en: {
            message: `the label ${label} is recorded twice`,
            hint: "one label is one file: ask for a packet that is built anew",
        },
    }),
    "evidence.record.no-file": ({ label }) => ({
        "zh-CN": { message: `记录中有 ${label}，材料包中没有这个文件`, hint: "请提供人重新生成并提供" },
        en: {
            message: `${label} is recorded, but its file is not in the packet`,
            hint: "ask for a packet that is built anew",
        },
    }),
    "evidence.record.separate": ({ label }) => ({
        "zh-CN": {
            message: `${label} 记录为另盘移交，又记录为给境外收件方`,
            hint: "材料包中没有这个文件，不能对外提供；请提供人重新生成并提供",
        },
        en: {
            message: `${label} is recorded as handed over on a disc of its own, and as released to a recipient`,
            hint: "its file is not in the packet: ask for one that is built anew",
        },
    }),
    "evidence.record.unnamed": () => ({
        "zh-CN": { message: "材料包中有这个文件，证据记录中没有", hint: "来历不明，不能使用；请提供人重新生成并提供" },
        en: {
            message: "this file is in the packet, but not in its record of evidence",
            hint: "nothing is known of it: ask for a packet that is built anew",
        },
    }),
}
