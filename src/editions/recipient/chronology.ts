import { compareTimes, isDay, isUnknown, printEnglishDate, printUtc, type Time } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import { statedFigure } from "../../facts/money/stated.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { isNationalMoney } from "../shared/identifiers.ts"
import { shown } from "../shared/print.ts"
import * as words from "./chronology.words.ts"
import { keepUsed } from "./scope.ts"

/** Schedule B: one line per typed fact, in time order. It keeps to one page: where facts are many, runs become one line. */

/** Lines that fit on a page together with the heading and the list of enclosures. */
const MOST_LINES = 26

interface Event {
    readonly at: Time
    readonly text: string
    /** Orders and transfers may be put together; Schedule A has each of them. */
    readonly kind?: "order" | "transfer"
    readonly until?: Time
}

/** Rows of the schedule; a date alone is the date in China, a time is UTC. */
export function chronology(facts: Case, officer: Officer): readonly { readonly at: string; readonly text: string }[] {
    // In one second the first operation stands before its order, the last one after it.
    const [first, ...later] = milestones(facts, officer)
    const events = [...(first ? [first] : []), ...operations(facts, officer), ...later].sort((a, b) =>
        compareTimes(a.at, b.at),
    )
    return withinPage(events).map(({ at, until, text }) => ({
        at: until === undefined ? when(at) : words.range(when(at), when(until)),
        text,
    }))
}

function when(time: Time): string {
    return isDay(time) ? words.dateInChina(printEnglishDate(time)) : printUtc(time)
}

function milestones(facts: Case, officer: Officer): Event[] {
    const { firstOperation, lastOperation, noticedAt } = facts.incident
    const { receiptOn, filingOn } = officer.caseNumbers ?? {}
    const { state, stateAt } = facts.apiKey ?? {}
    const events: Event[] = [
        { at: firstOperation.at, text: words.FIRST_OPERATION },
        ...(lastOperation === undefined ? [] : [{ at: lastOperation.at, text: words.LAST_OPERATION }]),
        { at: noticedAt, text: words.NOTICED },
        ...(stateAt !== undefined && (state === "deleted" || state === "disabled")
            ? [{ at: stateAt, text: words.KEY_ENDED[state] }]
            : []),
        ...(receiptOn === undefined ? [] : [{ at: receiptOn, text: words.REPORTED }]),
        ...(filingOn === undefined ? [] : [{ at: filingOn, text: words.FILED }]),
    ]
    return events.filter(({ at }) => !isUnknown(at))
}

function operations(facts: Case, officer: Officer): Event[] {
    const keep = keepUsed(officer)
    const transfers = (facts.transfers ?? []).flatMap((transfer, i): Event[] => {
        const { asset } = transfer.value
        const text = words.transfer(amountEn(transfer.value))
        return keep("transfers", i) && !isNationalMoney(asset) ? [{ at: transfer.at, text, kind: "transfer" }] : []
    })
    const orders = (facts.orders ?? []).flatMap((order, i): Event[] => {
        const text = words.order(order.orderId, order.side.toUpperCase(), order.quantity, shown(order.symbol))
        return keep("orders", i) ? [{ at: order.at, text, kind: "order" }] : []
    })
    return [...transfers, ...orders]
}

/** `0.5 BTC`; a figure in the reporter's own words is none that is passed on. */
function amountEn(value: NonNullable<Case["transfers"]>[number]["value"]): string {
    const figure = statedFigure(value, { grouped: false })
    return figure !== undefined && /^[\d.]+$/.test(figure) ? `${figure} ${value.asset}` : words.someOf(value.asset)
}

/** As they are if they fit; else neighbours of one kind together; else all of one kind together. */
function withinPage(events: readonly Event[]): readonly Event[] {
    if (events.length <= MOST_LINES) return events
    const runs: Event[][] = []
    for (const event of events) {
        const last = runs.at(-1)
        if (event.kind !== undefined && last?.[0]?.kind === event.kind) last.push(event)
        else runs.push([event])
    }
    const joined = runs.flatMap(together)
    if (joined.length <= MOST_LINES) return joined
    const rest = events.filter(({ kind }) => kind === undefined)
    const kinds = (["transfer", "order"] as const).map((kind) => events.filter((event) => event.kind === kind))
    return [...rest, ...kinds.flatMap(together)].sort((a, b) => compareTimes(a.at, b.at))
}

function together(run: readonly Event[]): readonly Event[] {
    const [first, second] = run
    const last = run.at(-1)
    if (first?.kind === undefined || second === undefined || last === undefined) return run
    return [{ at: first.at, until: last.at, text: words.several[first.kind](run.length) }]
}
