import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { printRows } from "../case/row-list.ts"
import type { Case } from "../case/schema.ts"
import { withoutZeros } from "../money/format.ts"
import { clockText, rowTime } from "./clock.ts"
import type { Ledger } from "./ledger.ts"
import { type DecimalText, isZero, magnitude } from "./number.ts"
import type { PlacedRow } from "./reading.ts"

/** Rows of exports that the case names -> its orders and transfers, as if they had been typed letter for letter. */

/** An entry in the text form of the case. */
export type TextEntry = Readonly<Record<string, unknown>>

export interface CitedEntries {
    readonly orders: readonly TextEntry[]
    readonly transfers: readonly TextEntry[]
    readonly issues: readonly Issue[]
}

/** Entries of all rows that `exportRows` names; an error for one that is not there or stands for nothing. */
export function citedEntries(facts: Case, ledger: Ledger, at: (path: IssuePath) => IssuePath): CitedEntries {
    const orders: TextEntry[] = []
    const transfers: TextEntry[] = []
    const issues: Issue[] = []
    for (const [i, { file, rows, id }] of (facts.exportRows ?? []).entries()) {
        const reading = ledger.readings.find(({ label }) => label === file)
        const found = (reading?.cited ?? []).filter((row) =>
            rows === undefined
                ? row.orderId === id
                : rows === "all" || rows.some(([from, to]) => row.row >= from && row.row <= to),
        )
        const said = `${file} ${id ?? (rows === "all" || rows === undefined ? "" : rows.map(([from, to]) => (from === to ? from : `${String(from)}-${String(to)}`)).join(", "))}`
        if (found.length === 0) issues.push(issue("ledger.row.absent", at(["exportRows", i]), { found: said }))
        const unfit: number[] = []
        for (const row of found) {
            const source = sourceOf(row, reading?.name ?? file)
            const order = orderOf(row, source)
            const transfer = order === undefined ? transferOf(row, found, source) : undefined
            if (order !== undefined) orders.push(order)
            else if (transfer === undefined) unfit.push(row.row)
            else if (transfer !== "other-leg") transfers.push(transfer)
        }
        // Fees among the rows of a span are no mistake.
        if (unfit.length > 0 && unfit.length === found.length)
            issues.push(issue("ledger.row.unfit", at(["exportRows", i]), { found: `${file} ${printRows(unfit)}` }))
    }
    return { orders, transfers, issues }
}

/** `合约历史委托记录.csv 第 12 行` */
function sourceOf({ row }: PlacedRow, name: string): string {
    return `${name} 第 ${String(row)} 行`
}

/** `2023-03-20 22:39:31 UTC`; the wall clock as it stands where its zone is not known. */
function timeOf(row: PlacedRow): string {
    const { wall, span } = row
    return rowTime(row) ?? (wall === undefined ? "不清楚" : `${clockText(wall, span)} unknown`)
}

const MARKETS = { spot: "现货", margin: "杠杆", futures: "合约" } as const

/** Without zeros behind its last place: a schema counts places. */
function plain(text: DecimalText | undefined): DecimalText | undefined {
    if (text === undefined || isZero(text)) return undefined
    return magnitude(withoutZeros(text))
}

function orderOf(row: PlacedRow, source: string): TextEntry | undefined {
    const isOrder = row.kind === "order" || row.kind === "trade"
    if (!isOrder || row.symbol === undefined || row.side === undefined) return undefined
    const average = plain(row.average) ?? (row.kind === "trade" ? plain(row.price) : undefined)
    return withoutBlanks({
        orderId: row.orderId,
        clientOrderId: row.clientOrderId,
        tradeId: row.tradeId,
        market: row.market === undefined ? undefined : MARKETS[row.market],
        symbol: row.symbol,
        side: row.side,
        type: row.type,
        quantity: row.kind === "order" ? plain(row.quantity) : undefined,
        price: row.kind === "order" ? plain(row.price) : undefined,
        filled: plain(row.filled),
        average,
        status: row.statusText,
        at: timeOf(row),
        source,
        evidence: [row.file.split("/")[0] ?? row.file],
    })
}

/** Wallets in the words of the case; an unknown one as the file names it. */
const WALLETS: readonly (readonly [pattern: RegExp, name: string])[] = [
    [/coin-?m/i, "币本位合约账户"],
    [/usd|u本位|um futures/i, "U 本位合约账户"],
    [/futures|合约/i, "合约账户"],
    [/isolated/i, "逐仓杠杆账户"],
    [/cross|margin/i, "全仓杠杆账户"],
    [/funding|资金/i, "资金账户"],
    [/spot|main|现货/i, "现货账户"],
    [/earn|savings|理财/i, "理财账户"],
]
function walletName(wallet: string): string {
    return WALLETS.find(([pattern]) => pattern.test(wallet))?.[1] ?? wallet
}

function transferOf(row: PlacedRow, found: readonly PlacedRow[], source: string): TextEntry | "other-leg" | undefined {
    const { asset, kind } = row
    const amount = plain(row.amount)
    if (asset === undefined || amount === undefined) return undefined
    const evidence = [row.file.split("/")[0] ?? row.file]
    const value = { asset, amount }
    if (kind === "withdrawal" || (kind === "change" && row.class === "withdrawal"))
        return withoutBlanks({
            at: timeOf(row),
            value,
            from: walletName(row.wallet ?? "Spot"),
            to: row.address ?? "不清楚",
            network: row.network,
            memo: row.memo,
            txHash: row.txHash,
            source,
            evidence,
        })
    if (kind !== "change" || row.class !== "transfer") return undefined
    const isOut = row.amount?.startsWith("-") === true
    const other = found.find((one) => one !== row && isOtherLeg(row, one))
    // Both legs of a move were named: the one that goes out tells it.
    if (!isOut && other !== undefined) return "other-leg"
    const own = walletName(row.wallet ?? "")
    const far = other?.wallet === undefined ? otherWallet(row) : walletName(other.wallet)
    const [from, to] = isOut ? [own, far] : [far, own]
    return withoutBlanks({ at: timeOf(row), value, from: from || "不清楚", to: to || "不清楚", source, evidence })
}

function isOtherLeg(a: PlacedRow, b: PlacedRow): boolean {
    if (a.asset !== b.asset || a.wallet === b.wallet || a.amount === undefined || b.amount === undefined) return false
    const isOpposite = a.amount.startsWith("-") !== b.amount.startsWith("-")
    return isOpposite && magnitude(a.amount) === magnitude(b.amount) && Math.abs((a.wall ?? 0) - (b.wall ?? 0)) <= 2000
}

/** `Transfer Between Spot Account and UM Futures Account`: the one that is not the row's own. */
function otherWallet({ operation = "", wallet = "" }: PlacedRow): string {
    const [, first = "", second = ""] =
        /between (.+?)(?: account)? (?:and|to) (.+?)(?: account)?$/i.exec(operation) ?? []
    const names = [first, second].filter((name) => name !== "").map(walletName)
    return names.find((name) => name !== walletName(wallet)) ?? ""
}

function withoutBlanks(entry: TextEntry): TextEntry {
    return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined && value !== ""))
}
