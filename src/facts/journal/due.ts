import { beijingDay } from "../../base/text/local-time.ts"
import type { Entry } from "./chain.ts"
import { type Basis, DUE_RULES, type DueRule, type Term } from "./rules.data.ts"

/** Which terms run, and how they stand on a day. Days are those of Beijing; no clock is read here. */

/** What a desk says of its own terms. */
export interface DeskTerm extends Term {
    readonly basis: Basis
}
/** Terms of a desk by its id; nothing where its profile names none. */
export type DeskTerms = (recipient: string) => Readonly<Partial<Record<"access-review" | "preservation", DeskTerm>>>

export interface Due {
    readonly rule: DueRule
    readonly entry: Entry
    /** The day from which it runs. */
    readonly from: string
    /** The day on which it ends; none where nobody sets one. */
    readonly day?: string
    /** What the day was reckoned by; absent where the entry names it. */
    readonly term?: Term
    /** Of a term in business days: the day by plain days. */
    readonly calendarDay?: string
    readonly basis: Basis
    readonly state: "overdue" | "today" | "running" | "undated" | "ended"
    /** The entry that ended it. */
    readonly endedBy?: number
}

/** All terms of a journal as they stand on a day, ended ones last, else by day. */
export function dueOn(entries: readonly Entry[], terms: DeskTerms, on: string): readonly Due[] {
    const valid = standing(entries)
    const all = DUE_RULES.flatMap((rule) =>
        valid.filter((entry) => starts(rule, entry)).map((entry) => dueOf(rule, entry, valid, terms, on)),
    )
    return all.sort((a, b) => compare(rank(a), rank(b)) || a.entry.n - b.entry.n)
}

const rank = ({ state, day }: Due): string => `${state === "ended" ? "2" : day === undefined ? "1" : "0"}${day ?? ""}`
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Entries that no later one voids; the voidings themselves apart. */
export function standing(entries: readonly Entry[]): readonly Entry[] {
    const voided = new Set(entries.filter(({ act }) => act === "voided").map(({ fields }) => Number(fields.entry)))
    return entries.filter(({ n, act }) => act !== "voided" && !voided.has(n))
}

/** The number of the request that an entry is about; 1 where it names none. */
export const numberOf = ({ fields }: Entry): string => fields.no ?? "1"

function starts({ act, types, states }: DueRule, entry: Entry): boolean {
    return (
        entry.act === act &&
        (types === undefined || types.includes(entry.fields.type ?? "")) &&
        (states === undefined || states.includes(entry.fields.state ?? ""))
    )
}

function dueOf(rule: DueRule, entry: Entry, entries: readonly Entry[], terms: DeskTerms, on: string): Due {
    const from = beijingDay(entry.at)
    const own = rule.field === undefined ? undefined : entry.fields[rule.field]
    const desk = rule.desk === undefined ? undefined : terms(entry.fields.recipient ?? "")[rule.desk]
    const basis = own === undefined ? (desk?.basis ?? rule.basis) : rule.basis
    const term = own === undefined ? (desk ?? rule.law) : undefined
    const day = own ?? (term === undefined ? undefined : after(from, term))
    const endedBy = entries.find((later) => later.n > entry.n && ends(rule, entry, later))?.n
    const running = day === undefined ? "undated" : day < on ? "overdue" : day === on ? "today" : "running"
    return {
        ...{ rule, entry, from, basis },
        ...(day === undefined ? {} : { day }),
        ...(term === undefined ? {} : { term: { count: term.count, unit: term.unit } }),
        ...(term?.unit === "business-days" ? { calendarDay: after(from, { ...term, unit: "days" }) } : {}),
        state: endedBy === undefined ? running : "ended",
        ...(endedBy === undefined ? {} : { endedBy }),
    }
}

function ends(rule: DueRule, entry: Entry, later: Entry): boolean {
    const isSame =
        rule.of === "no" ? numberOf(later) === numberOf(entry) : later.fields.recipient === entry.fields.recipient
    // A second freeze may be of another account, so that it ends no term but the one that it says it renews.
    const isOfIt = rule.of === "no" ? isSame || later.fields.renews === numberOf(entry) : isSame
    const isAnew = rule.renewed === true && starts(rule, later) && isOfIt
    return isAnew || (rule.endedBy.includes(later.act) && (later.act === "closed" || isSame))
}

const DAY_MS = 86_400_000
const printDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/**
 * The last day of a term. The day on which it begins does not count (刑事诉讼法 第一百零五条); business days are Monday
 * to Friday, since public holidays are in no rule; a month ends on the day of the same number, else on its last.
 */
export function after(day: string, { count, unit }: Term): string {
    const start = Date.parse(day)
    if (unit === "days") return printDay(start + count * DAY_MS)
    if (unit === "months") {
        const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
        const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
        return printDay(Date.UTC(year, month - 1 + count, Math.min(date, last)))
    }
    let at = start
    for (let left = count; left > 0; ) {
        at += DAY_MS
        const weekday = new Date(at).getUTCDay()
        if (weekday !== 0 && weekday !== 6) left--
    }
    return printDay(at)
}
