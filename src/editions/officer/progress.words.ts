/** Words of 办理进度. */

export const NOTHING_DUE = "没有在计算的期限"
export const VOIDED = "（已作废）"
export const earlier = (count: number): string => `较早的 ${String(count)} 条见台账文件，本页不列。`
export const NOT_YET = "—"
export const request = (no: string): string => `第 ${no} 次`
