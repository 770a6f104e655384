import { type DecimalText, ExactSum, isZero, magnitude, negate } from "./number.ts"
import type { ChangeClass, RowKind, Side, Sum } from "./row.ts"
import { type CellReader, type MutableRow, Unreadable } from "./row-cells.ts"
import { splitSymbol } from "./units.ts"
import { SIDES } from "./words.data.ts"

/** What the cells of a record say, by what its rows are. */

/** One leg of a ledger. */
export function mapChange(cells: CellReader, row: MutableRow): void {
    const asset = movedAmount(cells, row)
    const { format } = cells
    row.class = classOf(format.operations, row.operation ?? "")
    if (row.wallet !== undefined) {
        const market = format.marketOf?.(row.wallet)
        if (market !== undefined) row.market = market
    }
    putMarket(cells, row)
    if (cells.knows("side")) {
        const side = sideOf(cells.text("side"))
        if (side !== undefined) row.side = side
    }
    for (const role of CHANGE_DETAILS) {
        const read = cells.knows(role) ? cells.detail(role, [asset]) : undefined
        if (read !== undefined) row[role] = read
    }
    const realised = cells.knows("realised") ? cells.quantity("realised", [asset]) : undefined
    if (realised !== undefined && !isZero(realised.amount))
        row.realised = { asset: realised.unit ?? asset, amount: realised.amount }
    putFees(cells, row, [asset], asset)
    if (format.feeBesides === true && row.amount !== undefined)
        for (const fee of row.fees ?? []) if (fee.asset === asset) row.amount = less(row.amount, fee.amount)
}

const CHANGE_DETAILS = ["balance", "price", "quantity"] as const

/** A deposit or withdrawal. */
export function mapMoved(cells: CellReader, row: MutableRow): void {
    const asset = movedAmount(cells, row)
    row.amount = magnitude(row.amount ?? "0")
    putFees(cells, row, [asset], asset)
}

/** Puts asset and amount; the asset stands in its own cell or behind the number. */
function movedAmount(cells: CellReader, row: MutableRow): string {
    const named = cells.assetCell("asset")
    const { amount, unit } = cells.needed("amount", named === undefined ? [] : [named])
    const asset = named ?? unit ?? cells.format.assetOf?.((role) => cells.text(role))
    if (asset === undefined) throw new Unreadable("missing", "asset")
    row.asset = asset
    row.amount = amount
    return asset
}

/** One asset into another. */
export function mapConvert(cells: CellReader, row: MutableRow): void {
    const assets = [cells.assetCell("quote"), cells.assetCell("base")]
    const [sold, bought] = [cells.needed("sold", []), cells.needed("bought", [])]
    const [quote, base] = [assets[0] ?? sold.unit, assets[1] ?? bought.unit]
    if (quote === undefined) throw new Unreadable("missing", "sold")
    if (base === undefined) throw new Unreadable("missing", "bought")
    row.side = "buy"
    row.symbol = `${base}/${quote}`
    row.base = base
    row.quote = quote
    row.filled = magnitude(bought.amount)
    row.value = magnitude(sold.amount)
    putFees(cells, row, [base, quote], undefined)
}

/** Crypto against national money. */
export function mapPurchase(cells: CellReader, row: MutableRow): void {
    const asset = cells.assetCell("asset")
    if (asset === undefined) throw new Unreadable("missing", "asset")
    const fiat = cells.assetCell("fiat") ?? "CNY"
    row.side = sideCell(cells)
    row.asset = asset
    row.base = asset
    row.quote = fiat
    row.amount = magnitude(cells.needed("quantity", [asset]).amount)
    row.filled = row.amount
    row.value = magnitude(cells.needed("value", [fiat]).amount)
    const price = cells.detail("price", [fiat])
    if (price !== undefined) row.price = price
    putFees(cells, row, [asset], asset)
}

/** A fill, or an order with what was filled of it. */
export function mapTraded(cells: CellReader, row: MutableRow, kind: RowKind): void {
    putMarket(cells, row)
    if (row.symbol === undefined) throw new Unreadable("missing", "symbol")
    const { base = "", quote = "" } = row
    const assets = [base, quote]
    row.side = sideCell(cells)
    const filled =
        kind === "trade"
            ? (cells.quantity("filled", assets) ?? cells.needed("quantity", assets))
            : cells.quantity("filled", assets)
    const value = cells.quantity("value", assets)
    if (filled !== undefined) row.filled = magnitude(filled.amount)
    if (value !== undefined) row.value = magnitude(value.amount)
    for (const role of TRADE_DETAILS) {
        const read = cells.knows(role) ? cells.detail(role, assets) : undefined
        if (read !== undefined) row[role] = magnitude(read)
    }
    const realised = cells.quantity("realised", assets)
    const realisedAsset = cells.assetCell("realisedAsset") ?? realised?.unit ?? row.quote
    if (realised !== undefined && realisedAsset !== undefined)
        row.realised = { asset: realisedAsset, amount: realised.amount }
    const { feeIn } = cells.format
    const received = row.side === "buy" ? row.base : row.quote
    putFees(cells, row, assets, feeIn === "quote" ? row.quote : feeIn === "received" ? received : undefined)
    const isOver = row.status === "cancelled" || row.status === "expired"
    if (isOver && row.filled !== undefined && !isZero(row.filled)) row.status = "partly"
}

const TRADE_DETAILS = ["price", "quantity", "average"] as const

function putMarket(cells: CellReader, row: MutableRow): void {
    if (!cells.has("symbol")) return
    const symbol = cells.text("symbol").replace(/\s+/g, "")
    const split = cells.format.pairOf?.(symbol) ?? splitSymbol(symbol)
    row.symbol = symbol
    const base = cells.assetCell("base") ?? (split === undefined ? undefined : cells.asset(split.base))
    const quote = cells.assetCell("quote") ?? (split === undefined ? undefined : cells.asset(split.quote))
    if (base !== undefined) row.base = base
    if (quote !== undefined) row.quote = quote
}

/** Old order files keep the side among the types. */
function sideCell(cells: CellReader): Side {
    const side = sideOf(cells.text(cells.knows("side") ? "side" : "type"))
    if (side === undefined) throw new Unreadable("side", cells.knows("side") ? "side" : "type")
    return side
}

const FEE_ROLES = [
    ["fee", "feeAsset"],
    ["fee2", "fee2Asset"],
] as const

/** Charged amounts with their asset: its own column, the unit behind the number, else what the format says. */
function putFees(cells: CellReader, row: MutableRow, assets: readonly string[], otherwise: string | undefined): void {
    let fees: Sum[] | undefined
    for (const [role, assetRole] of FEE_ROLES) {
        if (!cells.knows(role)) continue
        const named = cells.assetCell(assetRole)
        const fee = cells.quantity(role, named === undefined ? assets : [named, ...assets])
        if (fee === undefined || isZero(fee.amount)) continue
        const amount = cells.format.signedFee === true ? negate(fee.amount) : fee.amount
        fees ??= []
        fees.push({ asset: named ?? fee.unit ?? otherwise ?? "", amount })
    }
    if (fees !== undefined) row.fees = fees
}

function less(amount: DecimalText, fee: DecimalText): DecimalText {
    const sum = new ExactSum()
    sum.add(amount)
    sum.add(negate(fee))
    return sum.toString()
}

/** Side of a word, also where more is said: `Buy (Long)`, `买入/做多`, `sell-limit`. */
export function sideOf(text: string): Side | undefined {
    const word = text.trim().toLowerCase()
    const whole = SIDES.get(word)
    if (whole !== undefined) return whole
    const [first = ""] = word.split(/[\s/(（_-]/)
    return SIDES.get(first)
}

const CLASSES = new WeakMap<ReadonlyMap<string, ChangeClass>, Map<string, ChangeClass>>()
const MOST_CLASSES = 4096

/** Class of an operation by its whole name, else by its start or end. */
export function classOf(operations: ReadonlyMap<string, ChangeClass> | undefined, operation: string): ChangeClass {
    if (operations === undefined) return "unknown"
    let known = CLASSES.get(operations)
    if (known === undefined) {
        known = new Map()
        CLASSES.set(operations, known)
    }
    const before = known.get(operation)
    if (before !== undefined) return before
    const found = findClass(operations, operation)
    if (known.size < MOST_CLASSES) known.set(operation, found)
    return found
}

function findClass(operations: ReadonlyMap<string, ChangeClass>, operation: string): ChangeClass {
    const name = operation.trim().toLowerCase().replace(/\s+/g, " ")
    const whole = operations.get(name)
    if (whole !== undefined) return whole
    for (const [key, found] of operations)
        if (key.endsWith("*") ? name.startsWith(key.slice(0, -1)) : key.startsWith("*") && name.endsWith(key.slice(1)))
            return found
    return "unknown"
}
