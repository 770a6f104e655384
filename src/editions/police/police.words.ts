/** What the documents for the police are called, also in the names of their files. */

export const TITLES_ZH = {
    "officer-guide": "办理提示",
    timeline: "时间顺序",
    positions: "各方说法及报案人意见",
    "items-to-verify": "需要核实的事项",
    demands: "诉求",
    "legal-basis": "法律依据摘录",
    "foreign-note": "境外电子数据来源情况说明（空白）",
} as const
