import type { RowReason } from "../../base/issues/ledger.ts"
import type { DecimalText } from "./number.ts"

/** One row of an export, whatever exchange it came from. Amounts and identifiers are texts, as the file has them. */
export interface LedgerRow {
    readonly kind: RowKind
    /** Wall clock in ms as if UTC; absent where the cell is blank. */
    readonly wall?: number
    /** Minutes east of UTC, where the cell itself names its zone. */
    readonly offset?: number
    /** How much of the clock the cell does not have, in ms; the row is from somewhere within it. */
    readonly span?: number
    /** Account number. */
    readonly uid?: string
    /** Part of the account, as the file names it: `Spot`, `USDT-Futures`. */
    readonly wallet?: string
    /** As the file names it: `Transaction Sold`. */
    readonly operation?: string
    readonly class?: ChangeClass
    /** It left the account in a way that no list of withdrawals has. */
    readonly isUnlisted?: true
    /** It came in, in a list of withdrawals, left in one of deposits, or went to where it was. */
    readonly isOtherWay?: true
    readonly asset?: string
    /** Of a `change` by how much the balance changed, fees included; of a deposit, withdrawal and purchase without sign. */
    readonly amount?: DecimalText
    /** Balance behind the row, where the file states one. */
    readonly balance?: DecimalText
    readonly market?: Market
    readonly symbol?: string
    readonly base?: string
    readonly quote?: string
    readonly side?: Side
    /** `LIMIT`, 市价, as the file names it. */
    readonly type?: string
    readonly status?: RowStatus
    readonly statusText?: string
    readonly price?: DecimalText
    /** What was ordered. */
    readonly quantity?: DecimalText
    /** What was traded. */
    readonly filled?: DecimalText
    readonly average?: DecimalText
    /** What was traded, in the quote asset; of a purchase the national money. */
    readonly value?: DecimalText
    /** Positive: charged. Of a `change` they are within its amount. The asset is empty where the file does not name it. */
    readonly fees?: readonly Sum[]
    readonly realised?: Sum
    readonly orderId?: string
    readonly clientOrderId?: string
    readonly tradeId?: string
    readonly network?: string
    readonly address?: string
    readonly from?: string
    readonly memo?: string
    readonly txHash?: string
    readonly counterparty?: string
    readonly note?: string
    /** A workbook keeps an amount with as many figures as it can, so that there may have been more. */
    readonly rounded?: true
    /** A spreadsheet wrote an amount as `1.24E-05`, with three figures, so that there may have been more. */
    readonly shortened?: true
    /** Identifiers that a spreadsheet or the exchange made useless: their columns, in the file's words. */
    readonly spoiled?: readonly string[]
}

/**
 * `change`: one leg of a ledger. `trade`: a fill. `order`: an order with what was filled of it. `purchase`: crypto against
 * national money with another user (C2C) or the exchange. `convert`: one asset into another.
 */
export const ROW_KINDS = ["change", "trade", "order", "deposit", "withdrawal", "purchase", "convert"] as const
export type RowKind = (typeof ROW_KINDS)[number]

export type Side = "buy" | "sell"
export type Market = "spot" | "margin" | "futures"

/** What a leg of a ledger is. A `loan` is what was borrowed, repaid or charged for it; `earn` what was put into a product and came back. `unknown` is counted and shown like every other. */
export const CHANGE_CLASSES = [
    "trade",
    "fee",
    "convert",
    "realised",
    "funding",
    "transfer",
    "deposit",
    "withdrawal",
    "purchase",
    "loan",
    "earn",
    "interest",
    "unknown",
] as const
export type ChangeClass = (typeof CHANGE_CLASSES)[number]

/** `filled` also of rows that need no status; `partly` of cancelled or expired ones with something traded. */
export type RowStatus = "filled" | "partly" | "cancelled" | "expired" | "open" | "failed" | "pending"

export interface Sum {
    readonly asset: string
    readonly amount: DecimalText
}

/** Chooses rows by place and time. */
export type Choose = (row: number, epochMs: number | undefined, of: LedgerRow) => boolean

/** What a row is to the reckoning. */
export type RowUse =
    | { readonly use: "used"; readonly row: LedgerRow }
    | { readonly use: "not-relevant"; readonly why: IdleReason; readonly row?: LedgerRow }
    | { readonly use: "problem"; readonly why: RowReason; readonly column: string; readonly found: string }

/** Why a row counts for nothing: nothing was traded or moved by it, or it is no record. */
export type IdleReason =
    | "nothing-filled"
    | "nothing-moved"
    | "not-completed"
    | "other-way"
    | "empty-export"
    | "note"
    | "repeated"
    | "other-exchange"

/** What an export says in which there is nothing. */
export const NO_DATA = /no data|没有.*(?:数据|记录)|暂无|データがありません|no records|^$/i
