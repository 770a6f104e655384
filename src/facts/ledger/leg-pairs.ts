import type { Report } from "./format.ts"
import { ExactSum, magnitude } from "./number.ts"
import type { LedgerRow } from "./row.ts"
import type { Total } from "./tally.ts"
import { MONEY, QUOTES } from "./words.data.ts"

/**
 * A ledger tells a trade as two legs, one out and one in, without saying which belong together. Two legs of one second
 * that follow each other are one trade. Where a second holds legs that find no partner, all of one asset that went for
 * all of another are one; of several assets the quantities are told, and not what each was traded for.
 */
export class LegPairs {
    private readonly totals = new Map<string, Total>()
    private open: LedgerRow[] = []
    private readonly report: Report
    constructor(report: Report) {
        this.report = report
    }

    add(row: LedgerRow): void {
        if (row.kind !== "change" || row.class !== "trade") return
        const [first] = this.open
        if (first !== undefined && (first.wall !== row.wall || first.wallet !== row.wallet)) this.flush()
        const [alone] = this.open
        // A second in which more than one leg is alone is left alone.
        if (alone !== undefined && this.open.length === 1 && isPair(alone, row)) {
            this.open = []
            this.pair(alone, row)
        } else this.open.push(row)
    }

    /** Sales and purchases by asset, with what was received or paid where that is known. */
    list(): readonly Total[] {
        this.flush()
        return [...this.totals.values()]
    }

    private flush(): void {
        const { open } = this
        this.open = []
        for (const family of ["buy", "sell", undefined] as const) {
            const legs = open.filter((row) => familyOf(row) === family && row.asset !== undefined)
            const assets = [...new Set(legs.map(({ asset = "" }) => asset))].sort((a, b) => rankOf(b) - rankOf(a))
            const [base, quote] = assets
            if (base === undefined) continue
            const of = (asset: string) => legs.filter((row) => row.asset === asset)
            const isOneWay = (asset: string) => new Set(of(asset).map(isOut)).size === 1
            if (quote !== undefined && assets.length === 2 && isOneWay(base) && isOneWay(quote)) {
                const [given, taken] = [of(base), of(quote)]
                if (given[0] !== undefined && taken[0] !== undefined && isOut(given[0]) !== isOut(taken[0])) {
                    this.put(given, quote, taken)
                    continue
                }
            }
            // What prices the others is not traded itself, and neither is money that stands alone.
            for (const asset of assets.length === 1 ? assets.filter((one) => !MONEY.has(one)) : assets.slice(0, -1))
                for (const way of [true, false]) this.put(of(asset).filter((row) => isOut(row) === way))
        }
    }

    private pair(a: LedgerRow, b: LedgerRow): void {
        const [base, quote] = rankOf(a.asset) >= rankOf(b.asset) ? [a, b] : [b, a]
        this.put([base], quote.asset, [quote])
    }

    /** Legs of one asset and direction, with those of what they were traded for. */
    private put(legs: readonly LedgerRow[], quote?: string, counter: readonly LedgerRow[] = []): void {
        const [base] = legs
        if (base?.asset === undefined) return
        const kind = isOut(base) ? "sold" : "bought"
        const key = JSON.stringify([kind, base.asset, quote, base.wallet])
        let total = this.totals.get(key)
        if (total === undefined) {
            total = {
                kind,
                report: this.report,
                ...(base.market === undefined ? {} : { market: base.market }),
                ...(base.wallet === undefined ? {} : { wallet: base.wallet }),
                asset: base.asset,
                sum: new ExactSum(),
                ...(quote === undefined ? {} : { counter: { asset: quote, sum: new ExactSum() } }),
            }
            this.totals.set(key, total)
        }
        for (const { amount = "0" } of legs) total.sum.add(magnitude(amount))
        for (const { amount = "0" } of counter) total.counter?.sum.add(magnitude(amount))
    }
}

const isOut = ({ amount = "" }: LedgerRow): boolean => amount.startsWith("-")

/** Money prices every coin, also those that price others; those price the rest. */
function rankOf(asset = ""): number {
    const at = QUOTES.indexOf(asset)
    return at === -1 ? Number.MAX_SAFE_INTEGER : at + (MONEY.has(asset) ? 0 : QUOTES.length)
}

/** Names by which a ledger tells legs of purchases from those of sales; `Buy` and `Sell` alone may be either leg. */
function familyOf({ operation = "" }: LedgerRow): "buy" | "sell" | undefined {
    if (/^transaction (?:buy|spend)$/i.test(operation)) return "buy"
    return /^transaction (?:sold|revenue)$/i.test(operation) ? "sell" : undefined
}

function isPair(a: LedgerRow, b: LedgerRow): boolean {
    const [first, second] = [familyOf(a), familyOf(b)]
    const isOther = first !== undefined && second !== undefined && first !== second
    return !isOther && a.asset !== b.asset && isOut(a) !== isOut(b)
}
