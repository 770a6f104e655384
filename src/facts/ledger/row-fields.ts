import type { Role } from "./format.ts"
import type { LedgerRow } from "./row.ts"

/** Cells that go into a row as they stand. */

/** A row that is being read. */
export type MutableRow = { -readonly [K in keyof LedgerRow]: LedgerRow[K] }

/** One assignment for each member: written by name, a million of them cost a third as much as by a variable. */
type Field = readonly [Role, (row: MutableRow, text: string) => void]

const put = (role: Role, set: Field[1]): Field => [role, set]

export const ID_FIELDS: readonly Field[] = [
    put("uid", (row, text) => {
        row.uid = text.normalize("NFKC")
    }),
    put("order", (row, text) => {
        row.orderId = text
    }),
    put("client", (row, text) => {
        row.clientOrderId = text
    }),
    put("trade", (row, text) => {
        row.tradeId = text
    }),
    put("tx", (row, text) => {
        row.txHash = text
    }),
    put("address", (row, text) => {
        row.address = text
    }),
    put("from", (row, text) => {
        row.from = text
    }),
]

/** What names a record, or where it went: of one that is useless the others count. */
export const IDENTIFIERS = new Set<Role>([...ID_FIELDS.map(([role]) => role), "network", "memo"])

/** Words of which a file has few. */
export const WORD_FIELDS: readonly Field[] = [
    put("wallet", (row, text) => {
        row.wallet = text
    }),
    put("operation", (row, text) => {
        row.operation = text
    }),
    put("type", (row, text) => {
        row.type = text
    }),
    put("network", (row, text) => {
        row.network = text
    }),
]

/** Words that are others in every row. */
export const NOTE_FIELDS: readonly Field[] = [
    put("memo", (row, text) => {
        row.memo = text
    }),
    put("counterparty", (row, text) => {
        row.counterparty = text
    }),
    put("note", (row, text) => {
        row.note = text
    }),
]
