import { splitList } from "../../../base/text/split-list.ts"

/** The answers of a case without what they say of files that are taken out. */

export interface WithoutFiles {
    readonly answers: unknown
    /** How many citations, answers on an export and lines of chosen rows fell away. */
    readonly count: number
}

/**
 * Takes the labels out of every list `evidence`, and what `exports` and `exportRows` say of the files; words in which a
 * label is named stay as they are.
 *
 * @param answers - As a form has them: a list of labels may stand as one text, `E001、E002`.
 */
export function withoutFiles(answers: unknown, labels: ReadonlySet<string>): WithoutFiles {
    let count = 0
    /** `X05` of `X05`, `X05/<name>` and `X05 12-15`. */
    const isOf = (text: unknown): boolean =>
        typeof text === "string" && labels.has(/^\s*(X\d+)(?=[\s/]|$)/.exec(text)?.[1] ?? "")
    const kept = <T>(list: readonly T[], isGone: (one: T) => boolean): readonly T[] => {
        const rest = list.filter((one) => !isGone(one))
        count += list.length - rest.length
        return rest
    }
    const cited = (value: unknown): unknown => {
        if (typeof value !== "string" && !Array.isArray(value)) return value
        const list: readonly unknown[] = typeof value === "string" ? splitList(value) : value
        const rest = kept(list, (one) => typeof one === "string" && labels.has(one.trim()))
        return rest.length === list.length ? value : rest
    }
    const visit = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(visit)
        if (typeof value !== "object" || value === null) return value
        return Object.fromEntries(
            Object.entries(value).map(([key, member]) => [key, key === "evidence" ? cited(member) : visit(member)]),
        )
    }
    const clean = visit(answers)
    if (typeof clean !== "object" || clean === null) return { answers: clean, count }
    const { exports, exportRows } = clean as { readonly exports?: unknown; readonly exportRows?: unknown }
    const ofFile = (one: unknown): boolean => isOf((one as { readonly file?: unknown } | null | undefined)?.file)
    const rest = {
        ...(Array.isArray(exports) && { exports: kept(exports, ofFile) }),
        ...(Array.isArray(exportRows) && { exportRows: kept(exportRows, isOf) }),
    }
    return { answers: { ...clean, ...rest }, count }
}
