import { compareTimes, printEnglishDate, printUtc, type Time } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import { formatAmount } from "../../facts/money/format.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { isNationalMoney } from "../shared/identifiers.ts"
import { exact } from "../shared/print.ts"
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
        at: until === undefined ? when(at) : `${when(at)} to ${when(until)}`,
        text,
    }))
}

function when(time: Time): string {
    return time.local.length <= 10 ? `${printEnglishDate(time)} (China)` : printUtc(time)
}

function milestones(facts: Case, officer: Officer): Event[] {
    const { firstOperation, lastOperation, noticedAt } = facts.incident
    const { receiptOn, filingOn } = officer.caseNumbers ?? {}
    const { state, stateAt } = facts.apiKey
    const ended = { deleted: "deleted", disabled: "disabled" } as const
    return [
        { at: firstOperation.at, text: "First operation that the account holder states he or she did not authorise." },
        { at: lastOperation.at, text: "Last such operation known to the account holder." },
        { at: noticedAt, text: "Noticed by the account holder." },
        ...(stateAt !== undefined && (state === "deleted" || state === "disabled")
            ? [{ at: stateAt, text: `API key ${ended[state]}, as the account holder states.` }]
            : []),
        ...(receiptOn === undefined ? [] : [{ at: receiptOn, text: "Reported to the requesting agency." }]),
        ...(filingOn === undefined ? [] : [{ at: filingOn, text: "Case filed by the requesting agency." }]),
    ]
}

function operations(facts: Case, officer: Officer): Event[] {
    const keep = keepUsed(officer)
    const transfers = (facts.transfers ?? []).flatMap((transfer, i): Event[] => {
        const { asset } = transfer.value
        const text = `Transfer of ${formatAmount(exact(transfer.value), asset)} ${asset} (Schedule A).`
        return keep("transfers", i) && !isNationalMoney(asset) ? [{ at: transfer.at, text, kind: "transfer" }] : []
    })
    const orders = (facts.orders ?? []).flatMap((order, i): Event[] => {
        const text = `Order ${order.orderId}: ${order.side.toUpperCase()} ${order.quantity} ${order.symbol}.`
        return keep("orders", i) ? [{ at: order.at, text, kind: "order" }] : []
    })
    return [...transfers, ...orders]
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
    if (first === undefined || second === undefined || last === undefined) return run
    return [{ at: first.at, until: last.at, text: `${String(run.length)} ${String(first.kind)}s (Schedule A).` }]
}
