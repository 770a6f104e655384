import type { Role } from "./format.ts"
import { type DecimalText, ExactSum, isZero, magnitude, negate, product } from "./number.ts"
import type { ChangeClass, Market, Side, Sum } from "./row.ts"
import { type CellReader, Unreadable } from "./row-cells.ts"
import type { MutableRow } from "./row-fields.ts"
import { splitSymbol } from "./units.ts"
import { SIDES } from "./words.data.ts"

/** What the cells of a record say, by what its rows are. */

/** One leg of a ledger. */
export function changeMapper(cells: CellReader): (row: MutableRow) => void {
    const { format } = cells
    const classes = new Map<string, ChangeClass>()
    const markets = new Map<string, { readonly market: Market | undefined }>()
    const details = CHANGE_DETAILS.filter((role) => cells.knows(role))
    const [hasSymbol, hasSide, hasRealised] = [cells.knows("symbol"), cells.knows("side"), cells.knows("realised")]
    const hasFees = FEE_ROLES.some(([role]) => cells.knows(role))
    const putFees = feePutter(cells)
    const hasMore = hasSymbol || hasSide || hasRealised || hasFees || details.length > 0
    const { marketOf, eitherWay, unlisted } = format
    return (row) => {
        const asset = putMoved(cells, row)
        row.class = classIn(classes, format.operations, row.operation ?? "")
        if (row.class === "withdrawal" && eitherWay?.test(row.operation ?? "") === true && !isOut(row))
            row.class = "deposit"
        if (row.class === "withdrawal" && unlisted?.test(row.operation ?? "") === true) row.isUnlisted = true
        if (marketOf !== undefined && row.wallet !== undefined) {
            const market = marketIn(markets, marketOf, row.wallet)
            if (market !== undefined) row.market = market
        }
        if (!hasMore) return
        if (hasSymbol) putMarket(cells, row)
        if (hasSide) {
            const side = sideOf(cells.text("side"))
            if (side !== undefined) row.side = side
        }
        for (const role of details) {
            const read = cells.detail(role, [asset])
            if (read !== undefined) row[role] = read
        }
        if (hasRealised) {
            const realised = cells.quantity("realised", [asset])
            if (realised !== undefined && !isZero(realised.amount))
                row.realised = { asset: realised.unit ?? asset, amount: realised.amount }
        }
        if (hasFees) putFees(row, [asset], asset)
        if (format.feeBesides === true && row.amount !== undefined)
            for (const fee of row.fees ?? []) if (fee.asset === asset) row.amount = less(row.amount, fee.amount)
    }
}

const isOut = ({ amount = "" }: MutableRow): boolean => amount.startsWith("-")

const CHANGE_DETAILS = ["balance", "price", "quantity"] as const

/** A deposit or withdrawal. */
export function movedMapper(cells: CellReader): (row: MutableRow) => void {
    const putFees = feePutter(cells)
    return (row) => {
        const asset = putMoved(cells, row)
        row.amount = magnitude(row.amount ?? "0")
        putFees(row, [asset], asset)
        // Where both were typed as what left the balance, it is no fee that was given back.
        if (row.fees !== undefined) row.fees = row.fees.map((fee) => ({ ...fee, amount: magnitude(fee.amount) }))
    }
}

/** Puts asset and amount; the asset stands in its own cell or behind the number. */
function putMoved(cells: CellReader, row: MutableRow): string {
    const named = cells.assetCell("asset")
    const plain = named === undefined ? undefined : cells.plainAmount()
    if (named !== undefined && plain !== undefined) {
        row.asset = named
        row.amount = plain
        return named
    }
    const { amount, unit } = cells.needed("amount", named === undefined ? [] : [named])
    const asset = named ?? unit ?? cells.format.assetOf?.((role) => cells.text(role))
    if (asset === undefined) throw new Unreadable("missing", "asset")
    // `12万` and `5K` are no amounts of BTC.
    if (unit !== undefined && unit !== asset) throw new Unreadable("number-malformed", "amount")
    row.asset = asset
    row.amount = amount
    return asset
}

/** One asset into another. */
export function convertMapper(cells: CellReader): (row: MutableRow) => void {
    const putFees = feePutter(cells)
    return (row) => {
        const [sold, bought] = [cells.needed("sold", []), cells.needed("bought", [])]
        const [quote, base] = [cells.assetCell("quote") ?? sold.unit, cells.assetCell("base") ?? bought.unit]
        if (quote === undefined) throw new Unreadable("missing", "sold")
        if (base === undefined) throw new Unreadable("missing", "bought")
        row.side = "buy"
        row.symbol = `${base}/${quote}`
        row.base = base
        row.quote = quote
        row.filled = magnitude(bought.amount)
        row.value = magnitude(sold.amount)
        putFees(row, [base, quote], undefined)
    }
}

/** Crypto against national money. */
export function purchaseMapper(cells: CellReader): (row: MutableRow) => void {
    const putFees = feePutter(cells)
    return (row) => {
        const asset = cells.assetCell("asset") ?? cells.quantity("quantity", [])?.unit
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
        putFees(row, [asset], asset)
    }
}

/** A fill, or an order with what was filled of it. */
export function tradeMapper(cells: CellReader): (row: MutableRow) => void {
    const details = TRADE_DETAILS.filter((role) => cells.knows(role))
    const putFees = feePutter(cells)
    const isByPrice = cells.format.valueByPrice === true && !cells.knows("value")
    return (row) => {
        putMarket(cells, row)
        if (row.symbol === undefined) throw new Unreadable("missing", marketRole(cells))
        const { base = "", quote = "" } = row
        const assets = [base, quote]
        const isInverse = row.market === "futures" && quote === "USD"
        const traded = cells.quantity("filled", assets)
        const isSold = cells.format.sideBySign === true && traded?.amount.startsWith("-") === true
        row.side = cells.format.sideBySign === true ? (isSold ? "sell" : "buy") : sideCell(cells)
        const filled = traded ?? (row.kind === "trade" ? cells.needed("quantity", assets) : undefined)
        const value = cells.quantity("value", assets)
        const pair = pairOfUnits(row.symbol, filled?.unit, value?.unit)
        if (pair !== undefined) [row.base, row.quote] = pair
        if (filled !== undefined) row.filled = magnitude(filled.amount)
        if (value !== undefined) row.value = magnitude(value.amount)
        for (const role of details) {
            const read = cells.detail(role, assets)
            if (read !== undefined) row[role] = magnitude(read)
        }
        if (isByPrice && row.filled !== undefined && row.price !== undefined) row.value = product(row.filled, row.price)
        const realised = cells.quantity("realised", assets)
        const realisedAsset = cells.assetCell("realisedAsset") ?? realised?.unit ?? (isInverse ? row.base : row.quote)
        if (realised !== undefined && realisedAsset !== undefined)
            row.realised = { asset: realisedAsset, amount: realised.amount }
        const { feeIn } = cells.format
        const received = row.side === "buy" ? row.base : row.quote
        putFees(row, assets, feeIn === "quote" ? row.quote : feeIn === "received" ? received : undefined)
        if (isInverse) leaveUnits(row)
        const isOver = row.status === "partly" || row.status === "cancelled" || row.status === "expired"
        if (isOver && row.filled !== undefined && !isZero(row.filled)) row.status = "partly"
    }
}

/** The assets of a market by the units of what was traded for what: no name of a market is surer. */
function pairOfUnits(
    symbol: string,
    base: string | undefined,
    quote: string | undefined,
): [string, string] | undefined {
    if (base === undefined || quote === undefined) return undefined
    return symbol.replace(/[-_/]/g, "").toUpperCase() === base + quote ? [base, quote] : undefined
}

/**
 * A contract on a coin in dollars (`BTCUSD_PERP`) is counted in contracts and settled in the coin: its quantity is none of
 * the coin, its value none of dollars, and received less paid no result. What it gave is told by the realised profit alone.
 */
function leaveUnits(row: MutableRow): void {
    delete row.base
    delete row.quote
    delete row.value
}

const TRADE_DETAILS = ["price", "quantity", "average"] as const

/** What of a market is not there. */
function marketRole(cells: CellReader): Role {
    if (cells.has("symbol") || !cells.has("base")) return "symbol"
    return cells.assetCell("base") === undefined ? "base" : "quote"
}

function putMarket(cells: CellReader, row: MutableRow): void {
    if (!cells.has("symbol")) {
        const [base, quote] = [cells.assetCell("base"), cells.assetCell("quote")]
        if (base !== undefined && quote !== undefined) Object.assign(row, { symbol: `${base}/${quote}`, base, quote })
        return
    }
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
function feePutter(
    cells: CellReader,
): (row: MutableRow, assets: readonly string[], otherwise: string | undefined) => void {
    const roles = FEE_ROLES.filter(([role]) => cells.knows(role))
    const isSigned = cells.format.signedFee === true
    return (row, assets, otherwise) => {
        if (roles.length === 0) return
        const fees: Sum[] = []
        for (const [role, assetRole] of roles) {
            const named = cells.assetCell(assetRole)
            const fee = cells.quantity(role, named === undefined ? assets : [named, ...assets])
            if (fee === undefined || isZero(fee.amount)) continue
            const amount = isSigned ? negate(fee.amount) : fee.amount
            fees.push({ asset: named ?? fee.unit ?? otherwise ?? "", amount })
        }
        if (fees.length > 0) row.fees = fees
    }
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

const MOST_CLASSES = 4096

/** Looked up once for a file. */
function classIn(
    known: Map<string, ChangeClass>,
    operations: ReadonlyMap<string, ChangeClass> | undefined,
    operation: string,
): ChangeClass {
    const before = known.get(operation)
    if (before !== undefined) return before
    const found = classOf(operations, operation)
    if (known.size < MOST_CLASSES) known.set(operation, found)
    return found
}

function marketIn(
    known: Map<string, { readonly market: Market | undefined }>,
    marketOf: (wallet: string) => Market | undefined,
    wallet: string,
): Market | undefined {
    const before = known.get(wallet)
    if (before !== undefined) return before.market
    const market = marketOf(wallet)
    if (known.size < MOST_CLASSES) known.set(wallet, { market })
    return market
}

/** Class of an operation by its whole name, else by its start or end. */
export function classOf(operations: ReadonlyMap<string, ChangeClass> | undefined, operation: string): ChangeClass {
    if (operations === undefined) return "unknown"
    const name = operation.trim().toLowerCase().replace(/\s+/g, " ")
    const whole = operations.get(name)
    if (whole !== undefined) return whole
    for (const [key, found] of operations)
        if (key.endsWith("*") ? name.startsWith(key.slice(0, -1)) : key.startsWith("*") && name.endsWith(key.slice(1)))
            return found
    return "unknown"
}
