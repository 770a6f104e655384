import type { CaseLedger } from "../../facts/ledger/case-ledger.ts"
import { clockText } from "../../facts/ledger/clock.ts"
import type { PlacedRow } from "../../facts/ledger/reading.ts"
import { chosenRows } from "../../facts/ledger/reckon.ts"
import type { Market } from "../../facts/ledger/row.ts"
import { MINUTE } from "../../facts/ledger/wall.ts"
import { MONEY } from "../../facts/ledger/words.data.ts"
import type { ChartEvent } from "./charts.ts"
import * as words from "./ledger-events.words.ts"

/** The chosen rows as events of a timeline: first and last of each market, what was moved and withdrawn. */

/** One event is no timeline, more than the last do not fit on a page. */
const EVENTS = { least: 2, most: 40 }
const SECOND = 1000
const BEIJING = 480 * MINUTE

/** Names of assets or markets that stand for the same at the same second. */
interface Found {
    readonly at: number
    /** How much of the clock is not known. */
    readonly span?: number | undefined
    readonly names: readonly string[]
    readonly isLast: boolean
    readonly text: (names: readonly string[]) => string
}

/** In order of time; of very many markets the first of each alone. `undefined` where there are not 2 to 40. */
export function ledgerEvents({ ledger }: Pick<CaseLedger, "ledger">): readonly ChartEvent[] | undefined {
    const rows = chosenRows(ledger).filter(({ epochMs, span = 0 }) => epochMs !== undefined && span <= MINUTE)
    const all = grouped([...marketEvents(rows), ...moveEvents(rows)])
    const few = all.length > EVENTS.most ? all.filter(({ isLast }) => !isLast) : all
    if (few.length < EVENTS.least || few.length > EVENTS.most) return undefined
    return few.map(({ at, span, names, text }) => ({
        atMs: at,
        precisionMs: span ?? SECOND,
        time: [clockText(at + BEIJING, span), `${clockText(at, span)}Z`],
        text: text(names),
    }))
}

const second = ({ epochMs = 0 }: PlacedRow): number => Math.floor(epochMs / SECOND) * SECOND

/** First and last row of each market. Orders and their fills tell the same; orders, where there are any, tell it first. */
function marketEvents(rows: readonly PlacedRow[]): Found[] {
    return (["spot", "margin", "futures"] as const).flatMap((market) => {
        const here = rows.filter((row) => (row.market ?? "spot") === market)
        const sold = new Set(here.filter((row) => isLeg(row) && isOut(row) && !isMoney(row)).map(second))
        const nameOf = (row: PlacedRow): string | undefined => nameIn(row, market, sold)
        const own = here.filter((row) => nameOf(row) !== undefined)
        const kinds = (["order", "trade", "change"] as const).map((kind) => own.filter((row) => row.kind === kind))
        const told = kinds.find((some) => some.length > 0) ?? []
        const byName = new Map<string, PlacedRow[]>()
        for (const row of told) {
            const name = nameOf(row) ?? ""
            byName.set(name, [...(byName.get(name) ?? []), row])
        }
        return [...byName].flatMap(([name, some]): Found[] => {
            const [first, last] = [some[0], some.at(-1)]
            if (first === undefined || last === undefined) return []
            const begin: Found = {
                at: second(first),
                span: first.span,
                names: [name],
                isLast: false,
                text: (names) => words.firstOf(market, sideOf(first), names),
            }
            if (second(last) === begin.at) return [begin]
            const end = (names: readonly string[]): string => words.lastOf(market, sideOf(last), names)
            return [begin, { at: second(last), span: last.span, names: [name], isLast: true, text: end }]
        })
    })
}

const isLeg = ({ kind, class: of }: PlacedRow): boolean => kind === "change" && of === "trade"
const isOut = ({ amount = "" }: PlacedRow): boolean => amount.startsWith("-")
const isMoney = ({ asset = "" }: PlacedRow): boolean => MONEY.has(asset)

/**
 * Contract, or asset that was traded. Where a ledger names neither, what was sold, and of a second in which money alone was
 * given, what was bought for it.
 */
function nameIn(row: PlacedRow, market: Market, sold: ReadonlySet<number>): string | undefined {
    const { kind, symbol, base, asset } = row
    if (kind === "order" || kind === "trade") return market === "spot" ? (base ?? symbol) : symbol
    if (market !== "spot" || !isLeg(row) || isMoney(row)) return undefined
    return isOut(row) || !sold.has(second(row)) ? asset : undefined
}

function sideOf(row: PlacedRow): "buy" | "sell" | undefined {
    return row.kind === "change" ? (isOut(row) ? "sell" : "buy") : row.side
}

/** What left a part of the account; what arrived in another is the same move. */
function moveEvents(rows: readonly PlacedRow[]): Found[] {
    return rows.flatMap((row): Found[] => {
        const { asset, amount, kind, class: of } = row
        if (asset === undefined) return []
        const found = { at: second(row), span: row.span, names: [asset], isLast: false }
        if (kind === "withdrawal" || of === "withdrawal") return [{ ...found, text: words.withdrawn }]
        return of === "transfer" && amount?.startsWith("-") === true ? [{ ...found, text: words.moved }] : []
    })
}

/** What says the same of several names at one second as one event. */
function grouped(found: readonly Found[]): Found[] {
    const groups = new Map<string, Found>()
    for (const one of found) {
        const key = `${String(one.at)} ${one.text([])}`
        const known = groups.get(key)
        groups.set(key, known === undefined ? one : { ...known, names: [...new Set([...known.names, ...one.names])] })
    }
    return [...groups.values()].sort((a, b) => a.at - b.at)
}
