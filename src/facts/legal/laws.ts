import * as z from "zod"
import { type Case, INCIDENT_CAUSES, INCIDENT_KINDS } from "../case/schema.ts"
import type { Directory } from "./directory.ts"
import { assertKnown, day, readLegal, unknownId } from "./read.ts"

/**
 * Law texts and deadlines as dated data: what a provision says, where that was read, and whether it was in force on the
 * day it was looked at. Documents cite them by id; no document states the law in words of its own without one.
 */

const EVENT_OF_LAW = "发布|公布|印发|通过|施行|修正|征求意见|中国签署|刊载|转载"
const DATED = new RegExp(
    `^\\d{4}-\\d{2}(?:-\\d{2})? (?:${EVENT_OF_LAW})(?:，\\d{4}-\\d{2}-\\d{2} (?:${EVENT_OF_LAW}))*$`,
)

const law = z.strictObject({
    id: z.string(),
    name: z.string(),
    /** What documents call it; the list of laws gives both. */
    short: z.string().optional(),
    number: z.string().optional(),
    /** `2020-07-20 修正`: the date and what happened on it; several in their order. */
    dated: z.string().regex(DATED),
    status: z.enum(["现行", "已废止", "待核实", "征求意见", "未生效", "不是法律"]),
    statusNote: z.string().optional(),
    seenOn: day,
    source: z.string(),
    /** Where the official text stands; an article of a paper has none. */
    official: z.string().optional(),
    grade: z.enum(["A", "B", "C"]),
})

/** What happened, or how it came about, as a case says it; either one is enough. */
const events = z.strictObject({
    kinds: z.array(z.enum(INCIDENT_KINDS)).min(1).optional(),
    causes: z.array(z.enum(INCIDENT_CAUSES)).min(1).optional(),
})

const article = z.strictObject({
    id: z.string(),
    law: z.string(),
    article: z.string(),
    topic: z.string(),
    /** Words of the text, its gist, or an author's opinion. */
    kind: z.enum(["原文", "摘要", "观点"]),
    /** Nobody has held the gist against a text, word for word. */
    unchecked: z.literal("yes").optional(),
    /** Printed for events of these kinds alone; without it for every case. */
    events: events.optional(),
    text: z.string(),
})

const lawsSchema = z.strictObject({
    format: z.literal("1.0"),
    compiledOn: day,
    laws: z.array(law).min(1),
    articles: z.array(article).min(1),
})

const deadlinesSchema = z.strictObject({
    format: z.literal("1.0"),
    steps: z
        .array(
            z.strictObject({
                step: z.string(),
                who: z.string(),
                term: z.string(),
                what: z.string(),
                do: z.string(),
                basis: z.array(z.string()).min(1),
            }),
        )
        .min(1),
    /** In the order in which somebody turns to them. */
    escalation: z
        .array(
            z.strictObject({
                /** Of the directory. */
                entry: z.string(),
                when: z.string(),
                term: z.string(),
                do: z.string(),
                basis: z.array(z.string()).min(1),
            }),
        )
        .min(1),
})

export type Law = z.output<typeof law>
export type Article = z.output<typeof article>
export type Deadlines = Omit<z.output<typeof deadlinesSchema>, "format">

/** A provision with the law it stands in. */
export interface Provision extends Article {
    readonly of: Law
}

export interface Laws {
    readonly compiledOn: string
    readonly laws: readonly Law[]
    /** In the order of the file, which is the order of the topics. */
    readonly provisions: readonly Provision[]
}

/** Reads `legal/laws.yaml`. Damaged data are a fault of the installation and are thrown. */
export function readLaws(source: string): Laws {
    if (last?.source !== source) last = { source, laws: readAnew(source) }
    return last.laws
}

/** As last read: several papers of a run quote the same laws. */
let last: { readonly source: string; readonly laws: Laws } | undefined

function readAnew(source: string): Laws {
    const file = "legal/laws.yaml"
    const { compiledOn, laws, articles } = readLegal(file, source, lawsSchema)
    const provisions = articles.map((entry, i): Provision => {
        const of = laws.find(({ id }) => id === entry.law)
        if (of === undefined) throw unknownId([file, "articles", i, "law"], entry.law, laws)
        return { ...entry, of }
    })
    return { compiledOn, laws, provisions }
}

/** Reads `legal/deadlines.yaml`; every provision and every entry it names must be there, and be for victims. */
export function readDeadlines(source: string, laws: Laws, { entries }: Directory): Deadlines {
    const file = "legal/deadlines.yaml"
    const { steps, escalation } = readLegal(file, source, deadlinesSchema)
    for (const [list, entries] of Object.entries({ steps, escalation }))
        for (const [i, { basis }] of entries.entries()) assertKnown([file, list, i, "basis"], basis, laws.provisions)
    const known = entries.filter(({ readers }) => readers.includes("victim"))
    for (const [i, { entry }] of escalation.entries()) assertKnown([file, "escalation", i, "entry"], [entry], known)
    return { steps, escalation }
}

/** Whether a provision is about events of the kind that the case tells of. */
export function concerns({ events }: Article, { incident }: Case): boolean {
    if (events === undefined) return true
    const { kind, cause } = incident
    return (
        kind.some((one) => events.kinds?.includes(one) === true) ||
        (cause !== undefined && events.causes?.includes(cause) === true)
    )
}

/** The provision of an id that this program names. */
export function provision(laws: Laws, id: string): Provision {
    const found = laws.provisions.find((entry) => entry.id === id)
    if (found === undefined) throw unknownId(["legal/laws.yaml", "articles"], id, laws.provisions)
    return found
}
