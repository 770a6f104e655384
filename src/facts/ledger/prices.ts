import { type Decimal, divideAmounts, subtractAmounts } from "../money/amount.ts"
import type { Ledger } from "./ledger.ts"
import { isTrade, type Total } from "./tally.ts"
import { type Basis, counterOf, isFutures, SPOT, sumOf, Totals, ZERO } from "./totals.ts"

/** What the account's own purchases and conversions say of prices. */

/** C2C and other purchases, over all rows: they are the account holder's own. */
export interface PurchaseLine extends Basis {
    readonly kind: "purchased" | "disposed"
    readonly asset: string
    readonly fiat: string
    readonly quantity: Decimal
    readonly total: Decimal
    /** Total by quantity, two places. */
    readonly average?: Decimal
}

/** Average price of an asset in a quote asset, weighted by value, over some of the conversions. */
export interface PriceLine {
    readonly asset: string
    readonly quote: string
    readonly over: "all" | "own" | "chosen"
    readonly quantity: Decimal
    readonly value: Decimal
    readonly price: Decimal
}

export function purchases(ledger: Ledger): readonly PurchaseLine[] {
    const totals = new Totals(ledger, (reading) => reading.totals)
    const fits = (total: Total): boolean => total.kind === "purchased" || total.kind === "disposed"
    const lines: PurchaseLine[] = []
    for (const one of totals.find(fits)) {
        const kind = one.kind === "disposed" ? "disposed" : "purchased"
        const fiat = one.counter?.asset ?? ""
        if (lines.some((line) => line.kind === kind && line.asset === one.asset && line.fiat === fiat)) continue
        const same = (total: Total): boolean =>
            total.kind === kind && total.asset === one.asset && total.counter?.asset === one.counter?.asset
        const of = totals.find(same)
        const [quantity, total] = [sumOf(of), counterOf(of) ?? ZERO]
        const average = divideAmounts(total, quantity, 2)
        const basis = totals.basis(one.report, same)
        lines.push({ ...basis, kind, asset: one.asset, fiat, quantity, total, ...(average && { average }) })
    }
    return lines
}

/** Assets that a loss is also told in, in the account's own prices. */
const TOLD_IN = ["BTC", "ETH", "BNB"]
/** Places of a quotient that is told as a price, the same wherever it stands. */
export const PRICE_PLACES = 8

/** Prices of the account's own conversions: of all, of those that were not chosen, of those that were. */
export function prices(ledger: Ledger): readonly PriceLine[] {
    const all = new Totals(ledger, (reading) => reading.totals)
    const chosen = new Totals(ledger, (reading) => reading.chosenTotals)
    const lines: PriceLine[] = []
    const fits = (total: Total): boolean => isTrade(total) && !isFutures(total) && total.counter !== undefined
    for (const asset of TOLD_IN)
        for (const quote of ["USDT", "USDC", "FDUSD", "BUSD"]) {
            const of = (total: Total): boolean => fits(total) && total.asset === asset && total.counter?.asset === quote
            const report = all.firstReport(SPOT, of)
            if (report === undefined) continue
            const these = (totals: Totals): [Decimal, Decimal] => {
                const found = totals.find((total) => total.report === report && of(total))
                return [sumOf(found), counterOf(found) ?? ZERO]
            }
            const [quantity, total] = these(all)
            const [chosenQuantity, chosenTotal] = these(chosen)
            const spans = [
                ["all", quantity, total],
                ["own", subtractAmounts(quantity, chosenQuantity), subtractAmounts(total, chosenTotal)],
                ["chosen", chosenQuantity, chosenTotal],
            ] as const
            for (const [over, q, v] of spans) {
                const price = divideAmounts(v, q, PRICE_PLACES)
                if (price !== undefined) lines.push({ asset, quote, over, quantity: q, value: v, price })
            }
        }
    return lines
}
