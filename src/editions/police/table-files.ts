import type { EvidenceItem, EvidenceRow } from "../shared/evidence-item.ts"
import { labelList } from "../shared/labels.words.ts"
import { TABLE_FACTS_ZH } from "./lists.words.ts"

/**
 * Data tables of an export (CSV, XLSX), of which a case may have twenty: a line each, and what is said of them alike
 * once for all. Everything that is stated of a file by itself stands here too.
 */

/** Whether a file can be told in a line: nothing is known of it but what every file of its kind has. */
export function isPlainTable(item: EvidenceItem, row: { readonly head?: object }): boolean {
    const { entry, masked, handedOver } = item
    const isPlain = masked === undefined && handedOver === undefined && row.head === undefined
    return isPlain && entry.category === "table" && entry.exif === undefined
}

/** Fewer than two are told as other files are. */
const FEWEST = 2

/** Lines of the files, and each of their other facts with the files it is true of, where they differ. */
export interface TableFiles {
    readonly labels: string
    readonly rows: readonly EvidenceRow[]
    readonly facts: readonly { readonly name: string; readonly values: readonly { readonly text: string }[] }[]
}

/** What is told by itself, and what in lines; `tables` is absent where there are fewer than two. */
export function withTables<R extends EvidenceRow & { readonly head?: object }>(
    items: readonly { readonly item: EvidenceItem; readonly row: R }[],
): { readonly entries: readonly R[]; readonly tables?: TableFiles } {
    const plain = items.filter(({ item, row }) => isPlainTable(item, row)).map(({ row }) => row)
    if (plain.length < FEWEST) return { entries: items.map(({ row }) => row) }
    const entries = items.map(({ row }) => row).filter((row) => !plain.includes(row))
    const facts = Object.entries(TABLE_FACTS_ZH).map(([field, { name, value }]) => ({
        name,
        values: valuesOf(plain, (row) => value(row[field as keyof typeof TABLE_FACTS_ZH])),
    }))
    return {
        entries,
        tables: { labels: labelList(plain.map(({ label }) => label)), rows: plain, facts: facts.filter(isTold) },
    }
}

const isTold = ({ values }: TableFiles["facts"][number]): boolean => values.some(({ text }) => text !== "")

/** Each value once, behind it the files that have it; none where all have the same. */
function valuesOf(rows: readonly EvidenceRow[], print: (row: EvidenceRow) => string): { readonly text: string }[] {
    const labels = new Map<string, string[]>()
    for (const row of rows) labels.set(print(row), [...(labels.get(print(row)) ?? []), row.label])
    return [...labels].map(([text, of]) => ({ text: labels.size === 1 ? text : `${text}（${labelList(of)}）` }))
}
