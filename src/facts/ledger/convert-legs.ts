import type { Report } from "./format.ts"
import { ExactSum, magnitude } from "./number.ts"
import type { LedgerRow } from "./row.ts"
import type { Total } from "./tally.ts"

/** How far apart the legs of one conversion may stand in a ledger, in ms; they come in either order. */
const APART = 2000
/** What an exchange exchanges outside its list of conversions: small amounts, coins that it takes off. */
const SWEPT = /small assets|dust|auto-?conversion|小额/i
/** Legs of one stretch that are kept. */
const MOST_LEGS = 10_000

/**
 * A ledger tells a conversion as what was given and what came, a second or two apart. One asset given for one other is a
 * conversion; where several stand together, as with small amounts swept into one asset, each is told without what came
 * for it.
 */
export class ConvertLegs {
    private readonly totals = new Map<string, Total>()
    private open: LedgerRow[] = []
    private readonly report: Report
    constructor(report: Report) {
        this.report = report
    }

    add(row: LedgerRow): void {
        // What a futures account exchanges by itself is a part of its result.
        if (row.kind !== "change" || row.class !== "convert" || row.market === "futures") return
        const wall = this.open.at(-1)?.wall
        const isNear = wall !== undefined && row.wall !== undefined && Math.abs(row.wall - wall) <= APART
        if (!isNear || this.open.length === MOST_LEGS) this.flush()
        this.open.push(row)
    }

    list(): readonly Total[] {
        this.flush()
        return [...this.totals.values()]
    }

    private flush(): void {
        const { open } = this
        this.open = []
        let before: readonly LedgerRow[] = []
        for (const legs of bySecond(open)) {
            if (before.length > 0 && isOneWay(before) && isOneWay(legs) && isOut(before[0]) !== isOut(legs[0])) {
                this.exchanged([...before, ...legs])
                before = []
                continue
            }
            this.exchanged(before)
            before = legs
        }
        this.exchanged(before)
    }

    private exchanged(legs: readonly LedgerRow[]): void {
        const [given, came] = [legs.filter(isOut), legs.filter((row) => !isOut(row))]
        const names = (of: readonly LedgerRow[]) => [...new Set(of.map(({ asset = "" }) => asset))]
        const [from, to] = [names(given), names(came)]
        const [got] = to
        // What went alone was exchanged for nothing that stands near it.
        if (got === undefined) return
        const isTold = from.length === 1 && to.length === 1 && got !== from[0]
        for (const asset of from) {
            const of = given.filter((row) => row.asset === asset)
            this.put(asset, of, isTold ? got : undefined, came)
        }
    }

    private put(asset: string, given: readonly LedgerRow[], got: string | undefined, came: readonly LedgerRow[]): void {
        const [first] = given
        const isSwept = SWEPT.test(first?.operation ?? "")
        const key = JSON.stringify([asset, got, isSwept])
        const total: Total = this.totals.get(key) ?? {
            kind: "given",
            report: this.report,
            ...(first?.market === undefined ? {} : { market: first.market }),
            ...(isSwept ? { isSwept } : {}),
            asset,
            sum: new ExactSum(),
            ...(got === undefined ? {} : { counter: { asset: got, sum: new ExactSum() } }),
        }
        this.totals.set(key, total)
        for (const { amount = "0" } of given) total.sum.add(magnitude(amount))
        if (got !== undefined) for (const { amount = "0" } of came) total.counter?.sum.add(magnitude(amount))
    }
}

const isOut = (row: LedgerRow | undefined): boolean => row?.amount?.startsWith("-") === true
const isOneWay = (legs: readonly LedgerRow[]): boolean => legs.every((row) => isOut(row) === isOut(legs[0]))

/** Legs of one second together, in their order. */
function bySecond(legs: readonly LedgerRow[]): readonly (readonly LedgerRow[])[] {
    const seconds = new Map<number | undefined, LedgerRow[]>()
    for (const row of legs) {
        const same = seconds.get(row.wall)
        if (same === undefined) seconds.set(row.wall, [row])
        else same.push(row)
    }
    return [...seconds.values()]
}
