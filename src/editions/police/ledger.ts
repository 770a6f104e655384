import { zoneName } from "../../base/text/time.ts"
import { paidPart } from "../../facts/case/paid.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { CaseLedger } from "../../facts/ledger/case-ledger.ts"
import { beijingText, clockText, rowTime } from "../../facts/ledger/clock.ts"
import { countBeside } from "../../facts/ledger/ledger.ts"
import { PRICE_PLACES } from "../../facts/ledger/prices.ts"
import type { Edge, Reading } from "../../facts/ledger/reading.ts"
import { chosenRows, type Reckoning, type TradeLine } from "../../facts/ledger/reckon.ts"
import type { Signal } from "../../facts/ledger/signals.ts"
import type { Basis, Figure } from "../../facts/ledger/totals.ts"
import { decimal, divideAmounts, subtractAmounts } from "../../facts/money/amount.ts"
import { reportWords } from "../../messages/ledger-words.ts"
import { signalWords } from "../../messages/signals.ts"
import { labelList, numberList } from "../shared/labels.words.ts"
import { exact, exactOf, grouped, numberSections } from "../shared/print.ts"
import * as words from "./ledger.words.ts"
import { groupsOf, LONGEST_LIST, printedRow, shown } from "./ledger-row.ts"

/**
 * What the exports give, so that anybody can repeat it from paper: which files and rows, how they were chosen, every sum
 * with its rows, and what does not add up.
 */

/** Rows of which each is printed; of more there are subtotals, and the rows are in a table beside the documents. */
export const MOST_PRINTED = 60

/** The table of the chosen rows, where there is one. */
export interface RowTable {
    /** Path in the packet. */
    readonly path: string
    /** 64 hex digits. */
    readonly sha256: string
    /** Path of the same rows as a workbook, where there is one. */
    readonly workbook?: string
}

/** Data of the part; `undefined` where no export was read. */
export function ledgerView(
    exports: CaseLedger | undefined,
    kind: Case["incident"]["kind"],
    table?: RowTable,
): object | undefined {
    if (exports === undefined) return undefined
    const { ledger, reckoning, signals } = exports
    if (ledger.readings.length === 0) return undefined
    const rows = chosenRows(ledger)
    const count = ledger.readings.reduce((sum, { chosenCount }) => sum + chosenCount, 0)
    const view = {
        files: [
            ...ledger.readings.map((reading) => fileRow(reading, tornFrom(ledger, reading))),
            ...ledger.unread.map(({ label, fault }) => ({
                label,
                report: words.unreadFile(fault),
                zone: words.NOT_TOLD,
                span: words.NOT_TOLD,
                rows: words.NOT_TOLD,
            })),
        ],
        again: againRows(ledger.readings),
        choice: choiceOf(exports, words.ROWS_ARE[paidPart(kind)], count),
        chosen: ledger.readings
            .filter(({ chosenCount }) => chosenCount > 0)
            .map((reading) => chosenOf(reading, tornFrom(ledger, reading))),
        spot: some(reckoning.spot.map(spotRow)),
        sold: some(reckoning.spot.filter(isSold).map(spotRow)),
        spotFees: reckoning.spotFees.map(figureRow),
        spotName: words.spotName(reckoning.hasMargin),
        moved: some(
            reckoning.moved.map((line) => ({ ...figureRow(line), from: shown(line.from), to: shown(line.to) })),
        ),
        futures: futuresView(reckoning),
        withdrawn: some(reckoning.withdrawn.map(figureRow)),
        withdrawalFees: reckoning.withdrawalFees.map(figureRow),
        loans: some(reckoning.loans.map(({ went, ...line }) => ({ ...figureRow(line), repaid: exact(went) }))),
        earned: some(reckoning.earned.map(({ went, ...line }) => ({ ...figureRow(line), went: exact(went) }))),
        changes: some(reckoning.changes.map(figureRow)),
        reconciliation: some(reckoning.reconciliation.map(reconciliationRow)),
        prices: pricesView(reckoning),
        purchases: some(
            reckoning.purchases.map((line) => ({
                what: line.kind === "purchased" ? words.PURCHASED : words.DISPOSED,
                pair: `${line.asset}/${line.fiat}`,
                quantity: exact(line.quantity),
                total: exactOf(line.total, line.fiat),
                average: line.average === undefined ? words.NOT_TOLD : exactOf(line.average, line.fiat),
                basis: basisOf(line),
            })),
        ),
        signals: some(signalRows(signals)),
        rows: count > 0 && count <= MOST_PRINTED ? rows.map(printedRow) : undefined,
        groups: count > MOST_PRINTED ? groupsOf(rows) : undefined,
        table: table === undefined ? undefined : { ...table, sha256: grouped(table.sha256), count: String(count) },
    }
    const { rows: each, groups, ...others } = view
    const there = (part: unknown): boolean => part !== undefined
    const present = Object.fromEntries(Object.entries(others).map(([name, part]) => [name, there(part)]))
    const n = numberSections({
        ...present,
        chosen: false,
        sold: false,
        spotFees: false,
        spotName: false,
        withdrawalFees: false,
        again: false,
        table: false,
        rows: there(each ?? groups),
        chart: true,
    })
    return { n, ...view }
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
    return list.length === 0 ? undefined : list
}

/** Files that contradict this one, so that no sum takes it. */
function tornFrom({ overlaps }: CaseLedger["ledger"], { label }: Reading): readonly string[] {
    return overlaps.flatMap(({ aside, first, second }) => {
        if (aside !== undefined || (first !== label && second !== label)) return []
        return [first === label ? second : first]
    })
}

function fileRow(reading: Reading, torn: readonly string[]): object {
    const { label, report, format, zone, rows, first, last } = reading
    const named = format.id === "named" ? words.NAMED_BY_REPORTER : format.exchange
    const kind = report === undefined ? words.REPORT_UNKNOWN : reportWords(report)["zh-CN"]
    const parts = [
        torn.length === 0 ? words.usedRows(rows.used) : words.tornRows(rows.used, labelList(torn)),
        ...[...rows.notRelevant].map(([why, count]) => words.idleRows(why, count)),
        ...(rows.problem === 0 ? [] : [words.problemRows(rows.problem)]),
        ...(rows.minutes === 0 ? [] : [words.minuteRows(rows.minutes)]),
        ...(rows.days === 0 ? [] : [words.dayRows(rows.days)]),
        ...hiddenParts(reading),
        ...(rows.rounded === 0 ? [] : [words.roundedRows(rows.rounded)]),
        ...(rows.spoiled === 0 ? [] : [words.spoiledRows(rows.spoiled)]),
    ]
    return {
        label,
        report: words.list([kind, named]),
        zone:
            zone.from === undefined
                ? words.ZONE_UNKNOWN
                : `${zone.offset === undefined ? "" : `${zoneName({ offsetMinutes: zone.offset })}，`}${words.ZONE_FROM[zone.from]}`,
        span:
            first === undefined || last === undefined ? words.NOT_TOLD : words.fromTo(edgeText(first), edgeText(last)),
        rows: words.list(parts),
    }
}

function hiddenParts({ hidden }: Reading): readonly string[] {
    if (hidden === undefined) return []
    return [
        ...(hidden.count === 0 ? [] : [words.hiddenRows(hidden.count)]),
        ...(hidden.columns.length === 0 ? [] : [words.hiddenColumns(hidden.columns.map(shown))]),
    ]
}

/** How the files can be had from the exchange once more; those of one menu together, whose days stand in their rows. */
function againRows(readings: readonly Reading[]): readonly object[] {
    const groups = new Map<string, Reading[]>()
    for (const reading of readings) {
        const { format, uids, first, last } = reading
        if (format.again === undefined || first === undefined || last === undefined) continue
        const key = JSON.stringify([format.exchange, format.again, uids, format.longestDays])
        groups.set(key, [...(groups.get(key) ?? []), reading])
    }
    return [...groups.values()].flatMap((group) => {
        const [reading] = group
        if (reading?.first === undefined || reading.last === undefined) return []
        const { format, uids, first, last } = reading
        const ends = words.fromTo(clockText(first.wall).slice(0, 10), clockText(last.wall).slice(0, 10))
        const days = group.length === 1 ? ends : words.DAYS_ABOVE
        const labels = labelList(group.map(({ label }) => label))
        return [{ text: words.again(labels, format.exchange, format.again ?? "", days, uids, format.longestDays) }]
    })
}

function edgeText(edge: Edge): string {
    return rowTime(edge) ?? words.clockAsWritten(clockText(edge.wall, edge.span))
}

function choiceOf({ ledger, window }: CaseLedger, are: string, count: number): string {
    if (count === 0) return words.chosenNone(are)
    if (ledger.chosenBy === "rows" || window === undefined) return words.chosenByRows(are, count)
    const [from, to] = [window.from, Math.floor(window.to / 1000) * 1000].map((at) => beijingText(at))
    return words.chosenByTimes(from ?? "", to ?? "", are, count, countBeside(ledger))
}

function chosenOf({ label, chosen, chosenCount }: Reading, torn: readonly string[]): object {
    const list = numberList(chosen.map(({ row }) => row))
    const numbers = chosen.map(({ row }) => row)
    const [first, last] = [
        numbers.reduce((a, b) => Math.min(a, b), Infinity),
        numbers.reduce((a, b) => Math.max(a, b), 0),
    ]
    return {
        label,
        rows:
            (list.length <= LONGEST_LIST
                ? words.chosenIn(list, chosenCount)
                : words.manyRanges(first, last, chosenCount)) + (torn.length === 0 ? "" : words.NOT_IN_SUMS),
    }
}

function basisOf({ files, report, rows, without }: Basis): string {
    return words.basis(reportWords(report)["zh-CN"], labelList(files), rows) + words.without(without)
}

/** What a whole table is based on: its rows counted together where they come from the same files. */
function basisOfAll(lines: readonly Basis[]): string {
    const sums = new Map<string, Basis>()
    for (const { files, report, rows, without } of lines) {
        const key = JSON.stringify([report, files, without])
        sums.set(key, { files, report, rows: rows + (sums.get(key)?.rows ?? 0), without })
    }
    return [...sums.values()].map(basisOf).join("；")
}

function figureRow(figure: Figure): object {
    return { asset: shown(figure.asset), amount: exact(figure.value), basis: basisOf(figure) }
}

/** What was only bought is no row of sales. */
const isSold = ({ sold }: TradeLine): boolean => !sold.eq("0")

function spotRow(line: TradeLine): object {
    const price =
        line.received === undefined || !isSold(line) ? undefined : divideAmounts(line.received, line.sold, PRICE_PLACES)
    return {
        name: shown(line.name),
        isSold: isSold(line),
        sold: exact(line.sold),
        received: line.received === undefined ? words.NOT_TOLD : `${exact(line.received)} ${line.quote ?? ""}`,
        price: price === undefined ? words.NOT_TOLD : exact(price),
        bought: line.bought.eq("0") ? words.NOT_TOLD : exact(line.bought),
        paid:
            line.bought.eq("0") || line.paid === undefined ? words.NOT_TOLD : `${exact(line.paid)} ${line.quote ?? ""}`,
        basis: basisOf(line),
    }
}

function futuresView(reckoning: Reckoning): object | undefined {
    const { futures, futuresRealised, futuresFees, funding, futuresNet } = reckoning
    if (futures.length === 0 && futuresRealised.length === 0) return undefined
    return {
        realised: futuresRealised.map(figureRow),
        rows: futures.map((line) => ({
            name: shown(line.name),
            bought: exact(line.bought),
            paid: line.paid === undefined ? words.NOT_TOLD : exact(line.paid),
            sold: exact(line.sold),
            received: line.received === undefined ? words.NOT_TOLD : exact(line.received),
            result: resultOf(line),
        })),
        basis: basisOfAll(futures),
        fees: futuresFees.map(figureRow),
        funding: funding.map(figureRow),
        net: futuresNet.map((net) => ({
            asset: net.asset,
            formula: netFormula(reckoning, net),
            amount: exact(net.value),
            without: words.without(net.without),
        })),
    }
}

/** Of contracts whose value is not told the result stands among what was realised. */
function resultOf({ bought, sold, paid, received }: TradeLine): string {
    if (!bought.eq(sold)) return words.OPEN_POSITION
    return paid === undefined || received === undefined ? words.NOT_TOLD : exact(subtractAmounts(received, paid))
}

/** `−186.61 − 94.17`, in the order of the tables above. */
function netFormula(
    { futures, futuresRealised, futuresFees, funding }: Reckoning,
    { asset }: Reckoning["futuresNet"][number],
): string {
    const isOf = (one: { readonly asset: string }): boolean => one.asset === asset
    const realised = futuresRealised.filter(isOf)
    const costs = [...futuresFees, ...funding].filter(isOf)
    const terms = [
        ...futures
            .filter(({ quote }) => quote === asset)
            .map(({ received, paid }) => subtractAmounts(received ?? decimal("0"), paid ?? decimal("0"))),
        ...realised.map(({ value }) => value),
        ...costs.map(({ value }) => subtractAmounts(decimal("0"), value)),
    ]
    return terms
        .map((term, i) => {
            const text = exact(term.abs())
            if (i === 0) return term.lt("0") ? `−${text}` : text
            return term.lt("0") ? ` − ${text}` : ` + ${text}`
        })
        .join("")
}

function reconciliationRow({ what, name, left, right, gap, asset }: Reckoning["reconciliation"][number]): object {
    const [first, second] = words.reconciled(what)
    return {
        name: shown(name),
        first,
        left: exact(left),
        second,
        right: exact(right),
        gap: gap.eq("0") ? words.EQUAL : `${exact(gap)} ${asset}`,
    }
}

/** Prices of the account's own conversions, and the net of futures in them, side by side. */
function pricesView({ prices, futuresNet }: Reckoning): object | undefined {
    if (prices.length === 0) return undefined
    const rows = prices.map((line) => {
        const net = futuresNet.find(({ asset }) => asset === line.quote)
        // By the sums behind the price, so that nothing is rounded twice.
        const told = net === undefined ? undefined : divideAmounts(net.value.abs().times(line.quantity), line.value, 8)
        return { line, told, net }
    })
    const assets = [...new Set(prices.map(({ asset }) => asset))]
    return {
        rows: rows.map(({ line, told }) => ({
            pair: `${line.asset}/${line.quote}`,
            over: words.PRICE_OVER[line.over],
            quantity: exact(line.quantity),
            value: exact(line.value),
            price: exact(line.price),
            told: told === undefined ? words.NOT_TOLD : `${exact(told)} ${line.asset}`,
        })),
        notes: assets.flatMap((asset) => {
            const values = rows.filter(({ line }) => line.asset === asset).flatMap(({ told }) => told ?? [])
            const sorted = [...values].sort((a, b) => a.cmp(b))
            const [least, most] = [sorted[0], sorted.at(-1)]
            if (least === undefined || most === undefined || least.eq(most)) return []
            return [{ text: words.sensitivity(exact(least), exact(most), asset) }]
        }),
        untouched: futuresNet.map(({ value, asset }) => ({ text: words.notConverted(exact(value.abs()), asset) })),
    }
}

/** Amounts are texts among the values of a pattern, counts and times are numbers. */
const isAmount = (value: string | number | undefined): value is string =>
    typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value)

/** Each pattern once with its rule and what it does not show, and all cases of it, each with the rows it rests on. */
function signalRows(signals: readonly Signal[]): readonly object[] {
    const told = signals.map(({ code, values, rows }) => {
        const printed = Object.entries(values).map(([name, one]) => [name, isAmount(one) ? exact(decimal(one)) : one])
        const { title, rule, found, not } = signalWords(code, Object.fromEntries(printed) as typeof values)
        const own = { title: title["zh-CN"], rule: rule["zh-CN"], not: not["zh-CN"] }
        const basis = rows.map(({ file, rows: list }) => words.rowsOf(file, numberList(list))).join("；")
        return { key: JSON.stringify(own), own, found: shown(found["zh-CN"]), basis }
    })
    return [...new Map(told.map(({ key, own }) => [key, own]))].map(([key, own]) => {
        const cases = told.filter((one) => one.key === key)
        return { ...own, cases: cases.map(({ found, basis }) => words.signalCase(found, basis)) }
    })
}
