import { addAmounts, type Decimal, decimal, subtractAmounts } from "../money/amount.ts"
import type { Report } from "./format.ts"
import type { Ledger } from "./ledger.ts"
import type { Reading } from "./reading.ts"
import type { Total } from "./tally.ts"

/** Totals of all files of a ledger, and what figures of them are based on. */

/** Where a figure comes from. */
export interface Basis {
    /** Labels of files. */
    readonly files: readonly string[]
    readonly report: Report
    /** Rows that were added. */
    readonly rows: number
    /** Rows of these files that could not be read: the figure is without them. */
    readonly without: number
}

export interface Figure extends Basis {
    readonly asset: string
    readonly value: Decimal
}

/** Two ways to the same figure. */
export interface Reconciliation {
    readonly what:
        | "bought-sold"
        | "futures-result"
        | "futures-fees"
        | "moved-out-in"
        | "withdrawn"
        | "converted"
        | "spot-sold"
        | "spot-bought"
        | "spot-received"
    /** Market or asset. */
    readonly name: string
    readonly asset: string
    readonly left: Decimal
    readonly right: Decimal
    readonly gap: Decimal
}

export const ZERO = decimal("0")

/** Totals of several files, by report. A report whose files contradict each other gives none. */
export class Totals {
    private readonly entries: readonly { readonly reading: Reading; readonly total: Total }[]
    private readonly readingOf: ReadonlyMap<Total, Reading>
    constructor(ledger: Ledger, of: (reading: Reading) => readonly Total[]) {
        const torn = new Set(
            ledger.overlaps.filter(({ aside }) => aside === undefined).flatMap(({ first, second }) => [first, second]),
        )
        this.entries = ledger.readings
            .filter(({ label }) => !torn.has(label))
            .flatMap((reading) => of(reading).map((total) => ({ reading, total })))
        this.readingOf = new Map(this.entries.map(({ reading, total }) => [total, reading]))
    }

    /** The first of some reports that has any total of a sort. */
    firstReport(reports: readonly Report[], fits: (total: Total) => boolean): Report | undefined {
        return reports.find((report) => this.entries.some(({ total }) => total.report === report && fits(total)))
    }

    /** Ledgers that tell a sort of total: that of the account, and beside it that of its funding account, which exchanges keep apart. */
    ledgers(fits: (total: Total) => boolean): readonly Report[] {
        const both: readonly Report[] = ["statement", "funding"]
        return both.filter((report) => this.firstReport([report], fits) !== undefined)
    }

    find(fits: (total: Total) => boolean): readonly Total[] {
        return this.entries.filter(({ total }) => fits(total)).map(({ total }) => total)
    }

    /** What the totals of a sort are based on. */
    basis(report: Report, fits: (total: Total) => boolean): Basis {
        return this.basisOf(
            report,
            this.find((total) => total.report === report && fits(total)),
        )
    }

    /** What these totals, all of one report, are based on. */
    basisOf(report: Report, these: readonly Total[]): Basis {
        const readings = new Map(
            these.flatMap((total) => {
                const reading = this.readingOf.get(total)
                return reading === undefined ? [] : [[reading.label, reading] as const]
            }),
        )
        const without = [...readings.values()].reduce((sum, { rows }) => sum + rows.problem, 0)
        return {
            files: [...readings.keys()],
            report,
            rows: these.reduce((sum, { sum: { count } }) => sum + count, 0),
            without,
        }
    }
}

export const value = (total: Total | undefined): Decimal => (total === undefined ? ZERO : decimal(total.sum.toString()))

export function sumOf(totals: readonly Total[]): Decimal {
    return addAmounts(totals.map(value))
}

export function counterOf(totals: readonly Total[]): Decimal | undefined {
    const known = totals.flatMap(({ counter }) => (counter === undefined ? [] : [decimal(counter.sum.toString())]))
    return known.length < totals.length ? undefined : addAmounts(known)
}

/** Reports of spot trades, the most exact first. */
export const SPOT: readonly Report[] = ["spot-trades", "spot-orders", "statement", "funding"]
/** Trades on margin are trades like those of the spot market, with assets that were borrowed; only their results are not. */
export const isFutures = ({ market, class: of }: Total): boolean =>
    market === "futures" || (market === "margin" && (of === "realised" || of === "funding"))

/** What a ledger charged, positive. */
export const charged = (total: Total): Decimal =>
    total.kind === "change" ? subtractAmounts(ZERO, value(total)) : value(total)

/** Figures by asset of the totals that fit, of ledgers that are added. */
export function figuresOfAll(
    totals: Totals,
    reports: readonly Report[],
    fits: (total: Total) => boolean,
    print?: (total: Total) => Decimal,
): readonly Figure[] {
    const all = reports.flatMap((report) => figures(totals, report, fits, print))
    return [...byAsset(all).values()].flatMap(([first, ...others]) => {
        if (first === undefined) return []
        const bases = [first, ...others]
        return [
            {
                ...first,
                value: addAmounts(bases.map((one) => one.value)),
                files: [...new Set(bases.flatMap(({ files }) => files))],
                rows: bases.reduce((sum, { rows }) => sum + rows, 0),
                without: bases.reduce((sum, { without }) => sum + without, 0),
            },
        ]
    })
}

/** Of each asset the figure of the first report that has it: contracts in dollars and in coins are listed apart. */
export function figuresOfFirst(
    totals: Totals,
    reports: readonly Report[],
    fits: (total: Total) => boolean,
    print?: (total: Total) => Decimal,
): readonly Figure[] {
    const told: Figure[] = []
    for (const report of reports)
        told.push(
            ...figures(totals, report, fits, print).filter((one) => told.every(({ asset }) => asset !== one.asset)),
        )
    return told
}

/** Figures by asset of the totals that fit, of one report. */
export function figures(
    totals: Totals,
    report: Report,
    fits: (total: Total) => boolean,
    print: (total: Total) => Decimal = value,
): readonly Figure[] {
    const found = totals.find((total) => total.report === report && fits(total))
    return [...byAsset(found)].map(([asset, of]) => ({
        ...totals.basisOf(report, of),
        asset,
        value: addAmounts(of.map(print)),
    }))
}

/** In the order in which the assets are met; an account may have had thousands of them. */
function byAsset<T extends { readonly asset: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
    const groups = new Map<string, T[]>()
    for (const one of all) {
        const same = groups.get(one.asset)
        if (same === undefined) groups.set(one.asset, [one])
        else same.push(one)
    }
    return groups
}
