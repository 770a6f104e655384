import { type Decimal, decimal, divideAmounts, subtractAmounts } from "../money/amount.ts"
import type { Ledger } from "./ledger.ts"
import type { PlacedRow, Reading } from "./reading.ts"
import { chosenRows, type Reckoning } from "./reckon.ts"
import { ROW_CODES, type RowCode } from "./row-index.ts"
import { SIGNAL_LIMITS, type SignalCode } from "./signals.data.ts"

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
const MINUTE = 60_000
const HOUR = 3_600_000

/** All signals of a ledger. */
export function findSignals(ledger: Ledger, reckoning: Reckoning): readonly Signal[] {
    const rows = chosenRows(ledger)
    const timed = ledger.readings.filter(({ zone }) => zone.offset !== undefined)
    return [
        ...firstUse(timed, rows),
        ...sweeps(timed),
        ...dumps(timed),
        ...sequence(rows),
        ...newMarkets(timed, rows),
        ...roundTrips(reckoning, rows),
        ...adversePairs(rows),
        ...rates(rows),
        ...offHours(timed, rows),
        ...farLimits(rows),
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

/** An entry of a column index, with its instant. */
interface Entry {
    readonly file: string
    readonly row: number
    readonly at: number
    readonly name: string
}

/** Entries of some sorts, by time. */
function entries(
    readings: readonly Reading[],
    codes: readonly RowCode[],
    fits?: (reading: Reading, at: number) => boolean,
): Entry[] {
    const found: Entry[] = []
    for (const reading of readings) {
        const { index, zone, label } = reading
        for (let i = 0; i < index.size; i++) {
            const time = index.times[i] ?? Number.NaN
            if (!codes.includes((index.codes[i] ?? 0) as RowCode) || Number.isNaN(time)) continue
            if (fits !== undefined && !fits(reading, i)) continue
            found.push({
                file: label,
                row: index.rows[i] ?? 0,
                at: time - (zone.offset ?? 0) * MINUTE,
                name: index.name(i),
            })
        }
    }
    return found.sort((a, b) => a.at - b.at)
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
        const { index, zone } = reading
        for (let i = 0; i < index.size; i++) {
            const at = (index.times[i] ?? Number.NaN) - (zone.offset ?? 0) * MINUTE
            if (index.isFutures(i) && at < first.epochMs) return []
        }
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

/** The longest run of entries within a span that has at least so many different names, for each place where there is one. */
function bursts(list: readonly Entry[], ms: number, names: number): Entry[][] {
    const found: Entry[][] = []
    let start = 0
    while (start < list.length) {
        const first = list[start]
        if (first === undefined) break
        let end = start
        while (end < list.length && (list[end]?.at ?? 0) - first.at <= ms) end++
        const run = list.slice(start, end)
        if (new Set(run.map(({ name }) => name)).size >= names) {
            found.push(run)
            start = end
        } else start++
    }
    return found
}

const MOST_BURSTS = 5

/** S2: transfers of several assets within seconds. */
function sweeps(readings: readonly Reading[]): Signal[] {
    const { assets, ms } = SIGNAL_LIMITS.sweep
    const codes = [ROW_CODES.transferOut, ROW_CODES.withdrawal]
    return apart(readings.flatMap((reading) => bursts(entries([reading], codes), ms, assets)))
        .slice(0, MOST_BURSTS)
        .map((run) => burst("S2", run, { least: assets, within: ms / SECOND }))
}

/** S3: sales on several markets within seconds. */
function dumps(readings: readonly Reading[]): Signal[] {
    const { markets, ms } = SIGNAL_LIMITS.dump
    // A leg that pays for a purchase is no sale of its asset.
    const sales = (reading: Reading): Entry[] =>
        entries([reading], [ROW_CODES.sell]).filter(({ name }) => !/^(?:USD[TCP1E]?|FDUSD|BUSD|TUSD|DAI)$/.test(name))
    return apart(readings.flatMap((reading) => bursts(sales(reading), ms, markets)))
        .slice(0, MOST_BURSTS)
        .map((run) => burst("S3", run, { least: markets, within: ms / SECOND }))
}

/** Bursts by time; of those that two reports tell of, the one that names more. */
function apart(runs: readonly Entry[][]): Entry[][] {
    const kept: Entry[][] = []
    for (const run of [...runs].sort((a, b) => b.length - a.length)) {
        const [from, to] = [run[0]?.at ?? 0, run.at(-1)?.at ?? 0]
        if (!kept.some((other) => from <= (other.at(-1)?.at ?? 0) && to >= (other[0]?.at ?? 0))) kept.push(run)
    }
    return kept.sort((a, b) => (a[0]?.at ?? 0) - (b[0]?.at ?? 0))
}

function burst(code: "S2" | "S3", run: readonly Entry[], limits: Signal["values"]): Signal {
    const [from, to] = [run[0]?.at ?? 0, run.at(-1)?.at ?? 0]
    const names = [...new Set(run.map(({ name }) => name))]
    return {
        code,
        values: {
            count: names.length,
            names: names.slice(0, 12).join("、"),
            seconds: Math.round((to - from) / SECOND),
            ...limits,
        },
        rows: placed(run),
        from,
        to,
    }
}

/** S4: the first sale, the first transfer and the first order on futures among the chosen rows. */
function sequence(rows: readonly PlacedRow[]): Signal[] {
    const timed = rows.filter(({ epochMs }) => epochMs !== undefined)
    const sale = timed.find((row) => row.market !== "futures" && isSale(row))
    const transfer = timed.find(
        ({ class: of, kind }) => of === "transfer" || of === "withdrawal" || kind === "withdrawal",
    )
    const order = timed.find(({ market, kind }) => market === "futures" && (kind === "order" || kind === "trade"))
    const known = [sale, transfer, order].flatMap((row) => row ?? [])
    if (known.length < 2) return []
    const values: Record<string, number> = {}
    if (sale?.epochMs !== undefined) values.sale = sale.epochMs
    if (transfer?.epochMs !== undefined) values.transfer = transfer.epochMs
    if (order?.epochMs !== undefined) values.order = order.epochMs
    const times = known.map(({ epochMs = 0 }) => epochMs)
    return [{ code: "S4", values, rows: placed(known), from: Math.min(...times), to: Math.max(...times) }]
}

function isSale(row: PlacedRow): boolean {
    if (row.kind === "change") return row.class === "trade" && row.amount?.startsWith("-") === true
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
    for (const { index, zone, report } of readings) {
        if (report === "c2c") continue
        for (let i = 0; i < index.size; i++) {
            const at = (index.times[i] ?? Number.NaN) - (zone.offset ?? 0) * MINUTE
            if (!(at < first.epochMs)) continue
            reach = Math.min(reach, at)
            before.add(index.name(i).replace(/[-_/]/g, "").toUpperCase())
        }
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
        const of = rows.filter((row) => (row.symbol === line.name || row.base === line.name) && row.kind !== "change")
        if (of.length === 0) return []
        const lost = subtractAmounts(paid, received).toFixed()
        const values = { name: line.name, quantity: bought.toFixed(), lost, quote: line.quote ?? "" }
        return [{ code: "S6", values, rows: placed(of) }]
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
    const orders = rows.filter(({ kind, epochMs }) => kind === "order" && epochMs !== undefined)
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
    const chosen = new Set(rows.map(({ file, row }) => `${file} ${String(row)}`))
    const hours = new Array<number>(24).fill(0)
    const isOwn = (reading: Reading, i: number): boolean =>
        !chosen.has(`${reading.label} ${String(reading.index.rows[i] ?? 0)}`)
    const own = entries(readings, [ROW_CODES.buy, ROW_CODES.sell], isOwn)
    for (const { at } of own) hours[hourOf(at)] = (hours[hourOf(at)] ?? 0) + 1
    if (own.length < orders) return []
    const quiet = rows.filter(
        ({ kind, epochMs }) =>
            (kind === "order" || kind === "trade") &&
            epochMs !== undefined &&
            (hours[hourOf(epochMs)] ?? 0) < part * own.length,
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
                own: own.length,
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
        if (row.kind === "order" && (row.status === "partly" || row.status === "cancelled" || row.status === "expired"))
            cancelled.push(row)
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
