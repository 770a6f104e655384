import { ConvertLegs } from "./convert-legs.ts"
import type { Report } from "./format.ts"
import { ExactSum, magnitude } from "./number.ts"
import type { LedgerRow } from "./row.ts"
import { MOST_WALLETS, type Total } from "./tally.ts"
import { MONEY, QUOTES } from "./words.data.ts"

/** How far apart both sides of a trade may stand, in ms. */
const APART = 2000
/** Legs of one time that are kept: of a file without clocks a time is a day. */
const MOST_LEGS = 10_000

/**
 * A ledger tells a trade as two legs, one out and one in, without saying which belong together, and those of one second
 * stand in any order. All of one asset that went in a second for all that came of another are one trade; of several assets
 * the quantities are told, and not what each was traded for.
 */
export class LegPairs {
    private readonly totals = new Map<string, Total>()
    private open: LedgerRow[] = []
    private readonly wallets = new Set<string>()
    private readonly converts: ConvertLegs
    /** Seconds with one side of trades alone, as `sell traded`; the last of them, and how many there are. */
    private single: { readonly side: string; readonly wall: number } | undefined
    private singles = 0
    private readonly report: Report
    constructor(report: Report) {
        this.report = report
        this.converts = new ConvertLegs(report)
    }

    add(row: LedgerRow): void {
        this.converts.add(row)
        if (row.kind !== "change" || row.class !== "trade" || row.asset === undefined) return
        const [first] = this.open
        const isOther = first !== undefined && (first.wall !== row.wall || first.wallet !== row.wallet)
        if (isOther || this.open.length === MOST_LEGS) this.flush()
        this.open.push(row)
    }

    /** Sales, purchases and conversions by asset, with what was received or paid where that is known. */
    list(): readonly Total[] {
        this.flush()
        return [...this.totals.values(), ...this.converts.list()]
    }

    /** How many seconds have one side of their trades alone: what was sold without what came for it, or the other way. */
    halves(): number {
        this.flush()
        return this.singles
    }

    /** What stands in the next second is the other side of it. */
    private noteHalf(family: string, isTradedAlone: boolean, wall = 0): void {
        const [side, other] = [isTradedAlone, !isTradedAlone].map((one) => `${family} ${String(one)}`) as [
            string,
            string,
        ]
        if (this.single?.side === other && Math.abs(wall - this.single.wall) <= APART) {
            this.singles--
            this.single = undefined
        } else {
            this.singles++
            this.single = { side, wall }
        }
    }

    private flush(): void {
        const { open } = this
        this.open = []
        const groups = new Map<string | undefined, LedgerRow[]>()
        for (const row of open) {
            const family = familyOf(row)
            const legs = groups.get(family)
            if (legs === undefined) groups.set(family, [row])
            else legs.push(row)
        }
        for (const [family, legs] of groups) {
            const traded = family === undefined ? [] : legs.filter(isTraded)
            const isHalf = traded.length === 0 || traded.length === legs.length
            if (family !== undefined && isHalf) this.noteHalf(family, traded.length > 0, legs[0]?.wall)
            if (traded.length === 0) this.trade(legs)
            else
                this.named(
                    traded,
                    legs.filter((row) => !isTraded(row)),
                )
        }
    }

    /** Legs whose names tell what was traded and what it was traded for. */
    private named(traded: readonly LedgerRow[], others: readonly LedgerRow[]): void {
        const [assets, quotes] = [namesOf(traded), namesOf(others)]
        const quote = assets.length === 1 && quotes.length === 1 ? quotes[0] : undefined
        for (const asset of assets) {
            const of = traded.filter((row) => row.asset === asset)
            if (quote === undefined || quote === asset) this.put(of)
            else this.put(of, quote, others)
        }
    }

    private trade(legs: readonly LedgerRow[]): void {
        const assets = [...namesOf(legs)].sort((a, b) => rankOf(b) - rankOf(a))
        const of = (asset: string, way: boolean) => legs.filter((row) => row.asset === asset && isOut(row) === way)
        const [base = "", quote] = assets
        if (quote !== undefined && assets.length === 2) {
            for (const way of [true, false]) {
                const counter = of(quote, !way)
                if (counter.length > 0) this.put(of(base, way), quote, counter)
                else this.put(of(base, way))
            }
            return
        }
        // What prices the others is not traded itself, and neither is money that stands alone.
        for (const asset of assets.length === 1 ? assets.filter((one) => !MONEY.has(one)) : assets.slice(0, -1))
            for (const way of [true, false]) this.put(of(asset, way))
    }

    /** Legs of one asset and direction, with those of what they were traded for. */
    private put(legs: readonly LedgerRow[], quote?: string, counter: readonly LedgerRow[] = []): void {
        const [base] = legs
        if (base?.asset === undefined) return
        const kind = isOut(base) ? "sold" : "bought"
        const { wallet: named = "" } = base
        if (this.wallets.size < MOST_WALLETS) this.wallets.add(named)
        const wallet = this.wallets.has(named) && named !== "" ? named : undefined
        const key = JSON.stringify([kind, base.asset, quote, wallet])
        let total = this.totals.get(key)
        if (total === undefined) {
            total = {
                kind,
                report: this.report,
                ...(base.market === undefined ? {} : { market: base.market }),
                ...(wallet === undefined ? {} : { wallet }),
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

const namesOf = (legs: readonly LedgerRow[]): readonly string[] => [...new Set(legs.map(({ asset = "" }) => asset))]

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

/** What was traded, not what it was paid with. */
const isTraded = ({ operation = "" }: LedgerRow): boolean => /^transaction (?:buy|sold)$/i.test(operation)
