import { zoneName } from "../../base/text/time.ts"
import { printRows } from "../case/row-list.ts"
import { type Decimal, decimal, subtractAmounts } from "../money/amount.ts"
import { assetOf } from "../money/asset.ts"
import { formatAmount } from "../money/format.ts"
import { clockText } from "./clock.ts"
import type { Ledger } from "./ledger.ts"
import type { ExactSum } from "./number.ts"
import type { LedgerOptions } from "./options.ts"
import type { Edge, Reading } from "./reading.ts"
import type { Reckoning } from "./reckon.ts"
import type { LedgerRecord } from "./record.ts"
import type { Signal } from "./signals.ts"
import type { Basis } from "./totals.ts"

/** A ledger and its reckoning as plain data: what a packet keeps and `--json` prints. */

/** `2023-03-20T17:49:08Z`, with milliseconds where there are any. */
export function instantText(epochMs: number): string {
    return `${clockText(epochMs).replace(" ", "T")}Z`
}

/**
 * @param chosen - Rows that were chosen, by file.
 * @param sha256 - Of the annex that lists them.
 */
export function tellLedger(
    ledger: Ledger,
    reckoning: Reckoning,
    signals: readonly Signal[],
    window: LedgerOptions["window"],
    chosen: ReadonlyMap<string, readonly number[]>,
    sha256?: string,
): LedgerRecord {
    const files = [...chosen].filter(([, rows]) => rows.length > 0)
    return {
        format: "1.0",
        ...tellFiles(ledger),
        // A span by an unknown clock has no instants; the file says how many of its rows stand in another.
        overlaps: ledger.overlaps
            .filter(({ clock }) => clock?.isKnown !== false)
            .map(({ first, second, from, to, aside, rows }) => ({
                first,
                second,
                from: instantText(from),
                to: instantText(to),
                same: aside !== undefined,
                rows: rows.join(" / "),
            })),
        events: {
            chosenBy: ledger.chosenBy,
            ...(window === undefined ? {} : { window: { from: instantText(window.from), to: instantText(window.to) } }),
            count: ledger.readings.reduce((sum, { chosenCount }) => sum + chosenCount, 0),
            files: files.map(([file, rows]) => ({ file, rows: printRows(rows), count: rows.length })),
            ...(sha256 === undefined ? {} : { sha256 }),
        },
        totals: totalsOf(reckoning),
        moves: reckoning.moved.map(({ asset, value, from, to, ...basis }) => ({
            asset,
            exact: value.toFixed(),
            from,
            to,
            ...basisOf(basis),
        })),
        averages: reckoning.purchases.flatMap(({ kind, asset, fiat, average, quantity, total }) =>
            average === undefined
                ? []
                : [
                      {
                          what: kind,
                          asset,
                          fiat,
                          average: average.toFixed(2),
                          quantity: quantity.toFixed(),
                          total: total.toFixed(),
                      },
                  ],
        ),
        reconciliation: reckoning.reconciliation.map(({ what, name, asset, left, right, gap }) => ({
            what,
            name,
            asset,
            left: left.toFixed(),
            right: right.toFixed(),
            gap: gap.toFixed(),
        })),
        prices: reckoning.prices.map(({ quantity, value, price, ...of }) => ({
            ...of,
            quantity: quantity.toFixed(),
            value: value.toFixed(),
            price: price.toFixed(),
        })),
        signals: signals.map(({ code, values, rows, from, to }) => ({
            code,
            values,
            rows: rows.map(({ file, rows: numbers }) => ({ file, rows: printRows(numbers) })),
            ...(from === undefined ? {} : { from: instantText(from) }),
            ...(to === undefined ? {} : { to: instantText(to) }),
        })),
    }
}

/** Each export with its format, zone, rows and range, and those that could not be read. */
export function tellFiles(ledger: Ledger): Pick<LedgerRecord, "files" | "unread"> {
    return {
        files: ledger.readings.map((reading) => fileOf(reading, ledger)),
        unread: ledger.unread.map(({ label, name, ...why }) => ({
            id: label,
            name,
            why: why.fault,
            ...(why.fault === "unknown-header" && why.header !== "" ? { header: why.header } : {}),
        })),
    }
}

function fileOf(reading: Reading, { gaps }: Ledger): LedgerRecord["files"][number] {
    const { label, name, sha256, format, version, lang, report, zone, uids, table, rows, first, last } = reading
    const idle = [...rows.notRelevant]
    return {
        id: label,
        name,
        sha256,
        exchange: format.exchange,
        format: format.id,
        version,
        lang,
        ...(report === undefined ? {} : { report }),
        zone: {
            ...(zone.offset === undefined ? {} : { value: zoneName({ offsetMinutes: zone.offset }) }),
            ...(zone.from === undefined ? {} : { from: zone.from }),
        },
        accounts: [...uids],
        header: table.headerRow,
        ...(table.encoding === undefined ? {} : { encoding: table.encoding }),
        ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
        rows: {
            used: rows.used,
            notRelevant: idle.reduce((sum, [, count]) => sum + count, 0),
            problem: rows.problem,
            spoiled: rows.spoiled,
        },
        notRelevant: Object.fromEntries(idle),
        unknownOperations: Object.fromEntries(reading.unknownOperations),
        problems: reading.problems.map((problem) => ({ ...problem })),
        ...(first === undefined ? {} : { first: edgeOf(first) }),
        ...(last === undefined ? {} : { last: edgeOf(last) }),
        gaps: gaps
            .filter(({ before, after }) => before === label || after === label)
            .map(({ before, after, from, to }) => ({ after, before, from: instantText(from), to: instantText(to) })),
    }
}

/** What a file does not have of a clock is no instant, and does not stand in its text. */
function edgeOf({ row, wall, epochMs, span }: Edge): NonNullable<LedgerRecord["files"][number]["first"]> {
    const isInstant = epochMs !== undefined && span === undefined
    return { row, wall: clockText(wall, span), ...(isInstant ? { utc: instantText(epochMs) } : {}) }
}

function basisOf({ files, report, rows, without }: Basis): Pick<LedgerRecord["totals"][number], keyof Basis> {
    return { files: [...files], report, rows, without }
}

/** Every figure by itself: what it is of, exact and as it is printed. */
function totalsOf(reckoning: Reckoning): LedgerRecord["totals"] {
    const totals: LedgerRecord["totals"] = []
    const put = (what: string, asset: string, value: Decimal | undefined, basis: Basis, name?: string): void => {
        if (value === undefined) return
        const named = name === undefined || name === asset ? {} : { name }
        const figures = { exact: value.toFixed(), rounded: roundedText(value, asset) }
        totals.push({ what, ...named, asset, ...figures, ...basisOf(basis) })
    }
    for (const [market, lines] of [
        ["spot", reckoning.spot],
        ["futures", reckoning.futures],
    ] as const)
        for (const line of lines) {
            const { name, asset, quote, bought, sold, paid, received } = line
            if (!bought.eq("0")) put(`${market}-bought`, asset, bought, line, name)
            if (!sold.eq("0")) put(`${market}-sold`, asset, sold, line, name)
            if (quote === undefined) continue
            if (!bought.eq("0")) put(`${market}-paid`, quote, paid, line, name)
            if (!sold.eq("0")) put(`${market}-received`, quote, received, line, name)
            if (market === "futures" && paid !== undefined && received !== undefined && bought.eq(sold))
                put("futures-result", quote, subtractAmounts(received, paid), line, name)
        }
    for (const [what, lines] of [
        ["spot-fee", reckoning.spotFees],
        ["futures-realised", reckoning.futuresRealised],
        ["futures-fee", reckoning.futuresFees],
        ["funding", reckoning.funding],
        ["futures-net", reckoning.futuresNet],
        ["withdrawn", reckoning.withdrawn],
        ["withdrawal-fee", reckoning.withdrawalFees],
        ["borrowed", reckoning.loans],
        ["repaid", reckoning.loans.map(({ went, ...line }) => ({ ...line, value: went }))],
        ["redeemed", reckoning.earned],
        ["subscribed", reckoning.earned.map(({ went, ...line }) => ({ ...line, value: went }))],
        ["change", reckoning.changes],
    ] as const)
        for (const line of lines) put(what, line.asset, line.value, line)
    for (const line of reckoning.purchases) {
        put(line.kind, line.asset, line.quantity, line)
        put(`${line.kind}-for`, line.fiat, line.total, line, line.asset)
    }
    return totals
}

/** Sums of all rows of one file, chosen or not, as plain data. */
export interface FileSum {
    readonly what: string
    readonly wallet?: string
    readonly class?: string
    readonly market?: string
    readonly asset: string
    readonly exact: string
    readonly rounded: string
    /** What was paid or received for it. */
    readonly for?: { readonly asset: string; readonly exact: string; readonly rounded: string }
    readonly rows: number
}

export function fileSums({ totals }: Reading): readonly FileSum[] {
    const sum = (asset: string, of: ExactSum) => {
        const exact = of.toString()
        return { asset, exact, rounded: roundedText(decimal(exact), asset) }
    }
    return totals.map(({ kind, wallet, class: of, symbol, asset, sum: own, counter }) => ({
        what: kind,
        ...(wallet === undefined ? {} : { wallet }),
        ...(of === undefined ? {} : { class: of }),
        ...(symbol === undefined ? {} : { market: symbol }),
        ...sum(asset, own),
        ...(counter === undefined ? {} : { for: sum(counter.asset, counter.sum) }),
        rows: own.count,
    }))
}

/** Two places of money and what is pegged to it, eight of a coin; half up. */
export function roundedText(value: Decimal, asset: string): string {
    return formatAmount(value, asset, { places: assetOf(asset).kind === "coin" ? 8 : 2 })
}
