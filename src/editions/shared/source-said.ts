import type { Source } from "../../facts/legal/read.ts"
import { sourceOf } from "../../facts/legal/source-of.ts"
import { verificationOf } from "./source-said.words.ts"

/** A source with its grade and its dates, as papers in Chinese print them behind a statement. */
export interface SaidBy {
    readonly source: string
    readonly grade: string
    readonly reportedOn?: string | undefined
    readonly verifiedOn?: string | undefined
}

/** `来源；可信程度 C；2023-04-23；未经核实`. */
export function sourceSaid({ source, ...dated }: SaidBy): string {
    return [source, verificationOf(dated.grade, dated.reportedOn, dated.verifiedOn)].join("；")
}

/** The source of that id in a file of data, in Chinese. */
export function saidOf(sources: readonly Source[], id: string): string {
    const found = sourceOf(sources, id)
    return sourceSaid({ ...found, source: found.zh })
}
