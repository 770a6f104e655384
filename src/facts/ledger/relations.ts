import { type Decimal, decimal, subtractAmounts } from "../money/amount.ts"
import type { PlacedRow } from "./reading.ts"

/**
 * What the quantity of an order is by arithmetic. A person may read a message into a number; this line stands beside such a
 * reading, in private notes alone, and says where else the number comes from. Nothing is read into it here.
 */
export interface QuantityRelation {
    readonly file: string
    readonly row: number
    readonly symbol: string
    readonly quantity: string
    /** `closes`: as large as the position open at that moment. `rest`: what an earlier order left unfilled. */
    readonly relation: "closes" | "rest" | "none"
    /** Row of the order that was left unfilled. */
    readonly of?: number
}

/** Relations of orders, which are taken by time; fills and legs of a ledger have none. */
export function quantityRelations(rows: readonly PlacedRow[]): readonly QuantityRelation[] {
    const open = new Map<string, Decimal>()
    const rests = new Map<string, { readonly rest: Decimal; readonly row: number }[]>()
    const found: QuantityRelation[] = []
    for (const row of rows) {
        const { symbol, quantity, side, file } = row
        if (row.kind !== "order" || symbol === undefined || quantity === undefined || side === undefined) continue
        const key = `${file} ${symbol}`
        const [asked, filled] = [decimal(quantity), decimal(row.filled ?? "0")]
        const position = open.get(key) ?? decimal("0")
        const isAgainst = side === "sell" ? position.gt("0") : position.lt("0")
        const rest = rests.get(key)?.find((one) => one.rest.eq(asked))
        const relation = isAgainst && position.abs().eq(asked) ? "closes" : rest === undefined ? "none" : "rest"
        found.push({
            ...{ file, row: row.row, symbol, quantity, relation },
            ...(relation === "rest" && rest !== undefined ? { of: rest.row } : {}),
        })
        open.set(key, side === "buy" ? position.plus(filled) : position.minus(filled))
        const left = subtractAmounts(asked, filled)
        if (left.gt("0")) rests.set(key, [...(rests.get(key) ?? []), { rest: left, row: row.row }])
    }
    return found
}
