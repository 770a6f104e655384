import type { Report } from "./format.ts"
import { ExactSum, magnitude } from "./number.ts"
import type { LedgerRow } from "./row.ts"
import type { Total } from "./tally.ts"
import { MONEY, QUOTES } from "./words.data.ts"

/**
 * A ledger tells a trade as two legs, one out and one in, without saying which belong together. Two legs of one second
 * that follow each other are one trade; where a second holds legs that find no partner, no price is told of its assets.
 */
export class LegPairs {
    private readonly totals = new Map<string, Total>()
    private open: LedgerRow[] = []
    private readonly unsure = new Set<string>()
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

    /** Sales and purchases by asset, with what was received or paid. */
    list(): readonly Total[] {
        this.flush()
        return [...this.totals.values()].filter(({ asset }) => !this.unsure.has(asset))
    }

    private flush(): void {
        for (const { asset } of this.open) if (asset !== undefined) this.unsure.add(asset)
        this.open = []
    }

    private pair(a: LedgerRow, b: LedgerRow): void {
        const rank = ({ asset = "" }: LedgerRow): number => {
            const at = QUOTES.indexOf(asset)
            // Money prices every coin, also those that price others.
            return at === -1 ? Number.MAX_SAFE_INTEGER : at + (MONEY.has(asset) ? 0 : QUOTES.length)
        }
        const [base, quote] = rank(a) >= rank(b) ? [a, b] : [b, a]
        if (base.asset === undefined || quote.asset === undefined) return
        const isSale = base.amount?.startsWith("-") === true
        const key = `${isSale ? "sold" : "bought"} ${base.asset} ${quote.asset}`
        let total = this.totals.get(key)
        if (total === undefined) {
            total = {
                kind: isSale ? "sold" : "bought",
                report: this.report,
                ...(base.market === undefined ? {} : { market: base.market }),
                ...(base.wallet === undefined ? {} : { wallet: base.wallet }),
                asset: base.asset,
                sum: new ExactSum(),
                counter: { asset: quote.asset, sum: new ExactSum() },
            }
            this.totals.set(key, total)
        }
        total.sum.add(magnitude(base.amount ?? "0"))
        total.counter?.sum.add(magnitude(quote.amount ?? "0"))
    }
}

function isPair(a: LedgerRow, b: LedgerRow): boolean {
    const isOut = (row: LedgerRow): boolean => row.amount?.startsWith("-") === true
    return a.asset !== b.asset && isOut(a) !== isOut(b)
}
