import { type Decimal, decimal, divideAmounts, subtractAmounts } from "../money/amount.ts"
import { apart, type Burst, bursts, instantAt, placesOf } from "./bursts.ts"
import type { Ledger } from "./ledger.ts"
import type { PlacedRow, Reading } from "./reading.ts"
import { chosenRows, type Reckoning, type TradeLine } from "./reckon.ts"
import { ROW_CODES } from "./row-index.ts"
import { SIGNAL_LIMITS, type SignalCode } from "./signals.data.ts"
import { MINUTE } from "./wall.ts"
import { isOver } from "./words.data.ts"

/**
 * Patterns that exports can show. Each names the rows it rests on; none says who acted or why, and a pattern that is
 * found once is not looked for again.
 */
export interface Signal {
    readonly code: SignalCode
    /** Values of its sentence, in the order that its words have. */
    readonly values: Readonly<Record<string, string | number>>
    /** Rows by file, ascending; at most {@link MOST_ROWS} of each. */
    readonly rows: readonly { readonly file: string; readonly rows: readonly number[] }[]
    /** When it was, in ms since 1970; absent where it is no matter of time. */
    readonly from?: number
    readonly to?: number
}

const MOST_ROWS = 60
const SECOND = 1000
const HOUR = 3_600_000

/** All signals of a ledger. */
export function findSignals(ledger: Ledger, reckoning: Reckoning): readonly Signal[] {
    // A day alone says nothing of what came first, nor of hours.
    const rows = chosenRows(ledger).filter(({ span = 0 }) => span <= MINUTE)
    const timed = ledger.readings.filter(({ zone }) => zone.offset !== undefined)
    return [
        ...firstUse(timed, rows),
        ...sweeps(timed),
        ...dumps(timed),
        ...sequence(rows),
        ...newMarkets(timed, rows),
        ...roundTrips(reckoning, chosenRows(ledger)),
        ...adversePairs(rows),
        ...rates(rows),
        ...offHours(timed, rows),
        ...farLimits(rows),
        ...soldCheaper(reckoning, chosenRows(ledger)),
    ]
}

function placed(rows: readonly { readonly file: string; readonly row: number }[]): Signal["rows"] {
    const files = [...new Set(rows.map(({ file }) => file))]
    return files.map((file) => ({
        file,
        rows: [...new Set(rows.filter((one) => one.file === file).map(({ row }) => row))]
            .sort((a, b) => a - b)
            .slice(0, MOST_ROWS),
    }))
}

const COULD_SHOW = ["statement", "futures-trades", "futures-orders", "futures-statement", "funding"] as const

/** S1: the first row ever of futures or margin, where the files reach further back. */
function firstUse(readings: readonly Reading[], rows: readonly PlacedRow[]): Signal[] {
    const of = (row: PlacedRow): boolean => row.market === "futures" || row.market === "margin"
    const first = rows.find((row) => row.epochMs !== undefined && of(row))
    if (first?.epochMs === undefined) return []
    let start = Number.POSITIVE_INFINITY
    for (const reading of readings) {
        // Only what lists futures too can show that there were none.
        if (!COULD_SHOW.some((report) => report === reading.report)) continue
        start = Math.min(start, reading.first?.epochMs ?? start)
        const { index } = reading
        for (let i = 0; i < index.size; i++) if (index.isFutures(i) && instantAt(reading, i) < first.epochMs) return []
    }
    if (start >= first.epochMs) return []
    return [
        {
            code: "S1",
            values: { since: start, first: first.epochMs },
            rows: placed([first]),
            from: first.epochMs,
            to: first.epochMs,
        },
    ]
}

/** S2: transfers of several assets within seconds. */
function sweeps(readings: readonly Reading[]): Signal[] {
    const { assets, ms } = SIGNAL_LIMITS.sweep
    const codes = [ROW_CODES.transferOut, ROW_CODES.withdrawal]
    const moves = (reading: Reading): Uint32Array => withSecond(reading, placesOf(reading, codes))
    return apart(readings.flatMap((reading) => bursts(reading, moves(reading), ms, assets))).map((run) =>
        burst("S2", run, { least: assets, within: ms / SECOND }),
    )
}

/** A leg of a ledger that pays for a purchase is no sale of its asset. */
const isSold = (name: string): boolean => !/^(?:USD[TCP1E]?|FDUSD|BUSD|TUSD|DAI)$/.test(name)

/** S3: sales on several markets within seconds. */
function dumps(readings: readonly Reading[]): Signal[] {
    const { markets, ms } = SIGNAL_LIMITS.dump
    const sales = (reading: Reading): Uint32Array => withSecond(reading, placesOf(reading, [ROW_CODES.sell], isSold))
    return apart(readings.flatMap((reading) => bursts(reading, sales(reading), ms, markets))).map((run) =>
        burst("S3", run, { least: markets, within: ms / SECOND }),
    )
}

/** Of what lost its seconds nothing can be said to be within a few. */
function withSecond({ index }: Reading, places: Uint32Array): Uint32Array {
    return places.every((at) => index.hasSecond(at)) ? places : places.filter((at) => index.hasSecond(at))
}

function burst(code: "S2" | "S3", { reading, places, from, to }: Burst, limits: Signal["values"]): Signal {
    const { index, label } = reading
    const names = [...new Set(Array.from(places, (at) => index.name(at)))]
    return {
        code,
        values: {
            count: names.length,
            names: names.slice(0, 12).join("、"),
            seconds: Math.round((to - from) / SECOND),
            ...limits,
        },
        rows: placed(Array.from(places, (at) => ({ file: label, row: index.rows[at] ?? 0 }))),
        from,
        to,
    }
}

/** S4: the first sale, the first transfer or withdrawal and the first order on futures among the chosen rows. */
function sequence(rows: readonly PlacedRow[]): Signal[] {
    const timed = rows.filter(({ epochMs }) => epochMs !== undefined)
    const sale = timed.find((row) => row.market !== "futures" && isSale(row))
    const transfer = timed.find(
        ({ class: of, kind }) => of === "transfer" || of === "withdrawal" || kind === "withdrawal",
    )
    const order = timed.find(({ market, kind }) => market === "futures" && (kind === "order" || kind === "trade"))
    const known = [sale, transfer, order].flatMap((row) => row ?? [])
    // What lost its seconds has no gaps that could be told in seconds.
    if (known.length < 2 || known.some(({ span }) => span !== undefined)) return []
    const values: Record<string, number> = {}
    if (sale?.epochMs !== undefined) values.sale = sale.epochMs
    if (transfer?.epochMs !== undefined)
        values[transfer.class === "transfer" ? "transfer" : "withdrawal"] = transfer.epochMs
    if (order?.epochMs !== undefined) values.order = order.epochMs
    const times = known.map(({ epochMs = 0 }) => epochMs)
    return [{ code: "S4", values, rows: placed(known), from: Math.min(...times), to: Math.max(...times) }]
}

function isSale(row: PlacedRow): boolean {
    if (row.kind === "change")
        return row.class === "trade" && row.amount?.startsWith("-") === true && isSold(row.asset ?? "")
    return row.side === "sell" && row.kind !== "purchase"
}

/** S5: markets that no earlier row names. */
function newMarkets(readings: readonly Reading[], rows: readonly PlacedRow[]): Signal[] {
    const chosen = rows.filter(
        ({ symbol, kind, epochMs }) =>
            symbol !== undefined && epochMs !== undefined && (kind === "order" || kind === "trade"),
    )
    const [first] = chosen
    if (first?.epochMs === undefined) return []
    const before = new Set<string>()
    let reach = Number.POSITIVE_INFINITY
    for (const reading of readings) {
        const { index, report } = reading
        if (report === "c2c") continue
        const met = new Uint8Array(index.names.length)
        for (let i = 0; i < index.size; i++) {
            const at = instantAt(reading, i)
            if (!(at < first.epochMs)) continue
            reach = Math.min(reach, at)
            met[index.nameOf[i] ?? 0] = 1
        }
        for (const [i, name] of index.names.entries())
            if (met[i] === 1) before.add(name.replace(/[-_/]/g, "").toUpperCase())
    }
    const known = (row: PlacedRow): boolean =>
        [row.symbol?.replace(/[-_/]/g, ""), row.base].some(
            (name) => name !== undefined && before.has(name.toUpperCase()),
        )
    const fresh = [...new Set(chosen.filter((row) => !known(row)).map(({ symbol = "" }) => symbol))]
    if (fresh.length === 0 || !Number.isFinite(reach)) return []
    return [
        {
            code: "S5",
            values: { count: fresh.length, names: fresh.slice(0, 12).join("、"), since: reach },
            rows: placed(fresh.flatMap((name) => chosen.find(({ symbol }) => symbol === name) ?? [])),
        },
    ]
}

/** S6: as much sold as bought on a market, for less. */
function roundTrips({ futures, spot }: Reckoning, rows: readonly PlacedRow[]): Signal[] {
    return [...futures, ...spot].flatMap((line): Signal[] => {
        const { bought, sold, paid, received } = line
        if (bought.eq("0") || !bought.eq(sold) || paid === undefined || received === undefined) return []
        if (!received.lt(paid)) return []
        const of = rows.filter(isIn(line))
        if (of.length === 0) return []
        const lost = subtractAmounts(paid, received).toFixed()
        const values = { name: line.name, quantity: bought.toFixed(), lost, quote: line.quote ?? "" }
        return [{ code: "S6", values, rows: placed(of) }]
    })
}

/** Whether a row is one of those that a line of trades adds up. */
const isIn =
    ({ files, name, asset }: TradeLine) =>
    (row: PlacedRow): boolean =>
        files.includes(row.file) &&
        (row.kind === "change"
            ? row.class === "trade" && row.asset === asset
            : row.symbol === name || row.base === name)

/** S11: a market that was bought dear and sold cheap, and not all of it; where all was sold S6 tells of it. */
function soldCheaper({ futures, spot }: Reckoning, rows: readonly PlacedRow[]): Signal[] {
    const { percent: least } = SIGNAL_LIMITS.cheaper
    return [...futures, ...spot].flatMap((line): Signal[] => {
        const { name, bought, sold, paid, received, quote = "" } = line
        if (paid === undefined || received === undefined || bought.eq(sold)) return []
        const [dear, cheap] = [divideAmounts(paid, bought, 8), divideAmounts(received, sold, 8)]
        // Compared without dividing: received / sold < paid / bought, by so much.
        const [left, right] = [received.times(bought).times("100"), paid.times(sold).times(String(100 - least))]
        if (dear === undefined || cheap === undefined || !left.lte(right)) return []
        const values = {
            name,
            bought: bought.toFixed(),
            dear: dear.toFixed(),
            sold: sold.toFixed(),
            cheap: cheap.toFixed(),
            quote,
            percent: least,
        }
        return [{ code: "S11", values, rows: placed(rows.filter(isIn(line))) }]
    })
}

/** S7: purchases followed within minutes by a sale at a lower price, or the reverse, one behind the other on a market. */
function adversePairs(rows: readonly PlacedRow[]): Signal[] {
    const { ms, pairs: least } = SIGNAL_LIMITS.adverse
    const last = new Map<string, PlacedRow>()
    const pairs: PlacedRow[] = []
    let count = 0
    for (const row of rows) {
        if ((row.kind !== "order" && row.kind !== "trade") || row.symbol === undefined || row.epochMs === undefined)
            continue
        const before = last.get(row.symbol)
        last.set(row.symbol, row)
        if (before?.epochMs === undefined || before.side === row.side || row.epochMs - before.epochMs > ms) continue
        const [first, second] = [priceOf(before), priceOf(row)]
        if (first === undefined || second === undefined) continue
        const isWorse = before.side === "buy" ? second.lt(first) : second.gt(first)
        if (!isWorse) continue
        count++
        pairs.push(before, row)
    }
    if (count < least) return []
    return [{ code: "S7", values: { count, minutes: ms / MINUTE, least }, rows: placed(pairs) }]
}

/** Price at which a row was traded: value by quantity, which no column cuts off. */
function priceOf(row: PlacedRow): Decimal | undefined {
    const { value, filled, average, price } = row
    if (value !== undefined && filled !== undefined && !decimal(filled).eq("0"))
        return divideAmounts(decimal(value), decimal(filled), 12)
    const text = average ?? price
    return text === undefined ? undefined : decimal(text)
}

/** S8: more orders in a second or minute than a person places. Fills are none: one order makes many. */
function rates(rows: readonly PlacedRow[]): Signal[] {
    const orders = rows.filter(
        ({ kind, epochMs, span }) => kind === "order" && epochMs !== undefined && span === undefined,
    )
    const { second, minute } = SIGNAL_LIMITS.rate
    const inSecond = densest(orders, SECOND - 1)
    const inMinute = densest(orders, MINUTE - 1)
    if (inSecond.length <= second && inMinute.length <= minute) return []
    const most = inSecond.length > second ? inSecond : inMinute
    const span = inSecond.length > second ? 1 : 60
    return [
        {
            code: "S8",
            values: { count: most.length, seconds: span, second, minute },
            rows: placed(most),
            from: most[0]?.epochMs ?? 0,
            to: most.at(-1)?.epochMs ?? 0,
        },
    ]
}

function densest(rows: readonly PlacedRow[], ms: number): readonly PlacedRow[] {
    let best: readonly PlacedRow[] = []
    let start = 0
    for (let end = 0; end < rows.length; end++) {
        while ((rows[end]?.epochMs ?? 0) - (rows[start]?.epochMs ?? 0) > ms) start++
        if (end - start + 1 > best.length) best = rows.slice(start, end + 1)
    }
    return best
}

/** S9: orders in hours in which the account else had next to none. */
function offHours(readings: readonly Reading[], rows: readonly PlacedRow[]): Signal[] {
    const { part, orders } = SIGNAL_LIMITS.offHours
    const hours = new Array<number>(24).fill(0)
    let own = 0
    for (const reading of readings.filter((one) => one.rows.days === 0)) {
        const chosen = new Set(rows.flatMap(({ file, row }) => (file === reading.label ? [row] : [])))
        for (const place of placesOf(reading, [ROW_CODES.buy, ROW_CODES.sell])) {
            if (chosen.has(reading.index.rows[place] ?? 0)) continue
            const hour = hourOf(instantAt(reading, place))
            hours[hour] = (hours[hour] ?? 0) + 1
            own++
        }
    }
    if (own < orders) return []
    const quiet = rows.filter(
        ({ kind, epochMs }) =>
            (kind === "order" || kind === "trade") &&
            epochMs !== undefined &&
            (hours[hourOf(epochMs)] ?? 0) < part * own,
    )
    const [first] = quiet
    if (first === undefined) return []
    const named = [...new Set(quiet.map(({ epochMs = 0 }) => hourOf(epochMs)))].sort((a, b) => a - b)
    return [
        {
            code: "S9",
            values: {
                count: quiet.length,
                hours: named.join("、"),
                own,
                least: orders,
                percent: part * 100,
            },
            rows: placed(quiet),
        },
    ]
}

/** Hour of the day in Beijing. */
function hourOf(at: number): number {
    return Math.floor((at + 8 * HOUR) / HOUR) % 24
}

/** S10: limits far beyond the price of the last fill on the market, and what was filled of cancelled orders. */
function farLimits(rows: readonly PlacedRow[]): Signal[] {
    const last = new Map<string, Decimal>()
    const far: PlacedRow[] = []
    const cancelled: PlacedRow[] = []
    for (const row of rows) {
        if ((row.kind !== "order" && row.kind !== "trade") || row.symbol === undefined) continue
        if (row.kind === "order" && isOver(row)) cancelled.push(row)
        const before = last.get(row.symbol)
        if (row.kind === "order" && before !== undefined && row.price !== undefined && isFar(row, before)) far.push(row)
        const price = priceOf(row)
        if (price !== undefined) last.set(row.symbol, price)
    }
    if (far.length === 0 && cancelled.length === 0) return []
    const values = { far: far.length, cancelled: cancelled.length, percent: SIGNAL_LIMITS.farLimit.percent }
    return [{ code: "S10", values, rows: placed([...far, ...cancelled]) }]
}

function isFar(row: PlacedRow, last: Decimal): boolean {
    const limit = decimal(row.price ?? "0")
    if (limit.eq("0")) return false
    const step = last.times(decimal("0.01")).times(String(SIGNAL_LIMITS.farLimit.percent))
    return row.side === "buy" ? limit.gte(last.plus(step)) : limit.lte(last.minus(step))
}
