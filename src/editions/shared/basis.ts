import { shown } from "./print.ts"

/** What a sentence rests on, for a cell whose head says so: `客服对话（见 E004）`. */
export function basisText(of: {
    readonly source?: string | undefined
    readonly evidence?: readonly string[] | undefined
}): string {
    const labels = of.evidence === undefined || of.evidence.length === 0 ? undefined : `见 ${of.evidence.join("、")}`
    if (of.source === undefined) return labels ?? "来源未注明"
    return shown(of.source) + (labels === undefined ? "" : `（${labels}）`)
}
