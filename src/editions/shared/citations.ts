import { type Law, type Laws, type Provision, provision } from "../../facts/legal/laws.ts"
import { officialText, seen, shortName } from "./citations.words.ts"
import { grade } from "./routes.words.ts"

/** How documents cite a provision: always by article, with the source of the text. */

/** `《程序规定》第一百七十四条`; further provisions of the same law follow without its name. */
export function cite(...provisions: readonly Provision[]): string {
    return provisions
        .map(({ of, article }, i) => {
            const before = provisions[i - 1]
            if (before?.of === of) return `、${article}`
            return `${before === undefined ? "" : "；"}${bracketed(of.short ?? of.name)}${article}`
        })
        .join("")
}

function bracketed(name: string): string {
    return name.startsWith("《") ? name : `《${name}》`
}

/** Citations for a template's `{{law.<key>}}`, each of one or more provisions by their ids. */
export function citations<K extends string>(
    laws: Laws,
    wanted: Readonly<Record<K, readonly string[]>>,
): Readonly<Record<K, string>> {
    const cited = Object.entries<readonly string[]>(wanted).map(([key, ids]) => [key, citeIds(laws, ids)])
    return Object.fromEntries(cited) as Record<K, string>
}

/** Provisions of these ids in one citation. */
export function citeIds(laws: Laws, ids: readonly string[]): string {
    return cite(...ids.map((id) => provision(laws, id)))
}

export interface SourceRow {
    readonly name: string
    readonly dated: string
    readonly status: string
    readonly source: string
}

/** One row for each law behind the named provisions, in the order of the data. */
export function sourceRows(laws: Laws, ids: readonly string[]): readonly SourceRow[] {
    const cited = new Set(ids.map((id) => provision(laws, id).law))
    return laws.laws.filter(({ id }) => cited.has(id)).map(sourceRow)
}

/** The same rows below the source of their text, each source once. */
export function sourceGroups(laws: Laws, ids: readonly string[]): readonly object[] {
    const rows = sourceRows(laws, ids)
    const sources = [...new Set(rows.map(({ source }) => source))]
    return sources.map((source) => ({ source, rows: rows.filter((row) => row.source === source) }))
}

function sourceRow(law: Law): SourceRow {
    return {
        name: bracketed(law.name) + (law.short === undefined ? "" : `，${shortName(bracketed(law.short))}`),
        dated: [law.number, law.dated].filter((part) => part !== undefined).join("，"),
        status: seen(law.status, law.seenOn) + (law.statusNote === undefined ? "" : `；${law.statusNote}`),
        source: `${law.official === undefined ? "" : officialText(law.official)}${law.source}；${grade(law.grade)}`,
    }
}
