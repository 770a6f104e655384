/** Words of 办理进度. */

export const NOTHING_DUE = "没有在计算的期限"
export const VOIDED = "（已作废）"
export const earlier = (count: number): string => `较早的 ${String(count)} 条见台账文件，本页不列。`
export const NOT_YET = "—"
export const request = (no: string): string => `第 ${no} 次`
export const earlierRequests = (count: number): string => `较早的 ${String(count)} 次请求见台账文件，本页不列。`
export const laterTerms = (count: number): string => `另有 ${String(count)} 项期限本页不列，用 journal due 全部列出。`
/** Of a term that rests on the same as the one above it. */
export const AS_ABOVE = "同上"
