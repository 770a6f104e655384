import { SOURCE_UNSTATED, see } from "./basis.words.ts"
import { clause, shown } from "./print.ts"

/** What a sentence rests on, for a cell whose head says so: `客服对话（见 E004）`. */
export function basisText(of: {
    readonly source?: string | undefined
    readonly evidence?: readonly string[] | undefined
}): string {
    const labels = of.evidence === undefined || of.evidence.length === 0 ? undefined : see(of.evidence)
    if (of.source === undefined) return labels ?? SOURCE_UNSTATED
    return labels === undefined ? shown(of.source) : `${clause(of.source)}（${labels}）`
}
