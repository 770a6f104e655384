import type { IssuePath } from "../../base/issue.ts"
import { textsOf } from "../../base/value.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { EvidenceItem } from "./evidence-item.ts"
import { notProvided } from "./evidence-item.words.ts"

/** Which files a case cites, and how papers name one that is not given. */

/** A label that stands in a list `evidence`, and where. */
export interface CitedLabel {
    readonly label: string
    readonly path: IssuePath
}

/** Every citation, in the order of the case. */
export function citedLabels(facts: unknown): readonly CitedLabel[] {
    return textsOf(facts)
        .filter(({ path }) => path.includes("evidence"))
        .map(({ path, text }) => ({ label: text, path }))
}

/** The case as papers print it: a citation of a file that is not among the items says so, `E006（未提供）`. */
export function withGivenFiles(facts: Case, items: readonly EvidenceItem[]): Case {
    const given = new Set(items.map(({ entry }) => entry.label))
    const marked = (value: unknown, isList: boolean): unknown => {
        if (Array.isArray(value)) return value.map((item) => marked(item, isList))
        if (typeof value === "string") return isList && !given.has(value) ? notProvided(value) : value
        if (typeof value !== "object" || value === null) return value
        return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, marked(part, key === "evidence")]))
    }
    return marked(facts, false) as Case
}
