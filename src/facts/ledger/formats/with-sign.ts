import type { Role } from "../format.ts"
import { magnitude, negate } from "../number.ts"
import type { LedgerRow } from "../row.ts"

/** The side says whether it came or went. */
export function withSign(row: LedgerRow, cell: (role: Role) => string): LedgerRow {
    const amount = magnitude(row.amount ?? "0")
    const isOut = /^(?:withdraw|out|sell|减少|支出)/i.test(cell("side"))
    return { ...row, amount: isOut ? negate(amount) : amount }
}
