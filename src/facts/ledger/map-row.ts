import type { Matched, Report, Role } from "./format.ts"
import { type DecimalText, isBlankCell, isZero, magnitude, type NumberFault, negate } from "./number.ts"
import type { ChangeClass, LedgerRow, RowFault, RowKind, RowStatus, RowUse, Side, Sum } from "./row.ts"
import { readQuantity, splitSymbol } from "./units.ts"
import { readWall, type Wall } from "./wall.ts"
import { SIDES, STATUSES } from "./words.data.ts"

/** A record of an export with known columns -> a row of the ledger, or why it is none. */

export interface RowContext {
    readonly matched: Matched
    /** What the file is, where its header does not say. */
    readonly report?: Report
    /** Decimals are written with a comma. */
    readonly comma: boolean
    /** Wall clock of a cell that the spreadsheet stores as a date; by column. */
    readonly dateCell?: (column: number) => Wall | undefined
}

class Unreadable extends Error {
    readonly fault: RowFault
    readonly role: Role
    constructor(fault: RowFault, role: Role) {
        super(fault)
        this.fault = fault
        this.role = role
    }
}

/** Maps the cells of one record. Never throws for what a file holds. */
export function mapRow(context: RowContext, cells: readonly string[]): RowUse {
    const reader = new RowReader(context, cells)
    try {
        return reader.read()
    } catch (thrown) {
        if (!(thrown instanceof Unreadable)) throw thrown
        const at = context.matched.roles.indexOf(thrown.role)
        return {
            use: "problem",
            why: thrown.fault,
            column: context.matched.cells[at]?.name.replace("{z}", "") ?? "",
            found: (cells[at] ?? "").slice(0, 60),
        }
    }
}

const FAULTS: Readonly<Record<NumberFault, RowFault>> = {
    damaged: "number-damaged",
    ambiguous: "number-ambiguous",
    malformed: "number-malformed",
}

/** What a spreadsheet leaves of a long number, and what an exchange masks. */
const SPOILED = /^\d(?:[.,]\d+)?E\+?\d+$|\*{2,}/i

class RowReader {
    private readonly spoiled: string[] = []
    private readonly context: RowContext
    private readonly cells: readonly string[]
    constructor(context: RowContext, cells: readonly string[]) {
        this.context = context
        this.cells = cells
    }

    read(): RowUse {
        const { format } = this.context.matched
        const filled = this.cells.filter((cell) => cell.trim() !== "")
        if (filled.length <= 1) {
            const [only = ""] = filled
            if (/no data|没有.*数据|暂无|no records/i.test(only) || only === "")
                return { use: "not-relevant", why: "empty-export" }
            return { use: "not-relevant", why: "note" }
        }
        if (this.cells.length < this.context.matched.cells.length / 2) throw new Unreadable("cells", "time")
        const mapped = this.mapped(this.kind())
        const row = format.refine === undefined ? mapped : format.refine(mapped, (role) => this.cell(role))
        const done = this.spoiled.length === 0 ? row : { ...row, spoiled: this.spoiled }
        const idle = idleReason(done)
        return idle === undefined ? { use: "used", row: done } : { use: "not-relevant", why: idle, row: done }
    }

    /** Deposit or withdrawal where the header is that of both. */
    private kind(): RowKind {
        const { format } = this.context.matched
        if (format.report !== undefined) return format.kind
        const { report } = this.context
        if (report === "deposits") return "deposit"
        if (report === "withdrawals") return "withdrawal"
        throw new Unreadable("report-unknown", "amount")
    }

    private mapped(kind: RowKind): LedgerRow {
        const { format } = this.context.matched
        const status = this.status()
        const base = {
            kind,
            ...this.wall(),
            ...this.texts(),
            ...(format.market === undefined ? {} : { market: format.market }),
            ...status,
        }
        if (kind === "change") return { ...base, ...this.change() }
        if (kind === "deposit" || kind === "withdrawal") return { ...base, ...this.moved() }
        if (kind === "convert") return { ...base, ...this.converted() }
        if (kind === "purchase") return { ...base, ...this.purchase() }
        return { ...base, ...this.traded(kind) }
    }

    cell(role: Role): string {
        const at = this.context.matched.roles.indexOf(role)
        return at === -1 ? "" : (this.cells[at] ?? "").replace(/^[\s'\uFEFF]+|\s+$/g, "")
    }

    private has(role: Role): boolean {
        return !isBlankCell(this.cell(role))
    }

    private wall(): Pick<LedgerRow, "wall" | "offset"> {
        const text = this.cell("time")
        const at = this.context.matched.roles.indexOf("time")
        if (isBlankCell(text)) throw new Unreadable("missing", "time")
        const read = this.context.dateCell?.(at) ?? readWall(text, this.context.matched.format.strokes)
        if (read === undefined) throw new Unreadable("time", "time")
        return { wall: read.ms, ...(read.offset === undefined ? {} : { offset: read.offset }) }
    }

    /** Identifiers and words; those that are spoiled are left out and named. */
    private texts(): Partial<LedgerRow> {
        const out: Record<string, string> = {}
        for (const [role, field] of ID_FIELDS) {
            const text = this.cell(role)
            if (isBlankCell(text)) continue
            if (SPOILED.test(text)) this.spoiled.push(this.columnName(role))
            else out[field] = text
        }
        for (const [role, field] of TEXT_FIELDS) if (this.has(role)) out[field] = this.cell(role)
        return out
    }

    private columnName(role: Role): string {
        const { roles, cells } = this.context.matched
        return cells[roles.indexOf(role)]?.name ?? role
    }

    private status(): Pick<LedgerRow, "status" | "statusText"> {
        const text = this.cell("status")
        if (isBlankCell(text)) return {}
        const status = STATUSES.get(text.toLowerCase().replace(/\s+/g, " ")) ?? statusByStart(text.toLowerCase())
        return { ...(status === undefined ? {} : { status }), statusText: text }
    }

    /** A number and its unit; absent for a blank cell. */
    private quantity(role: Role, assets: readonly string[]): { amount: DecimalText; unit?: string } | undefined {
        const text = this.cell(role)
        if (isBlankCell(text)) return undefined
        const read = readQuantity(text, assets, this.context.comma)
        if ("fault" in read) throw new Unreadable(FAULTS[read.fault], role)
        return read
    }

    private needed(role: Role, assets: readonly string[]): { amount: DecimalText; unit?: string } {
        const read = this.quantity(role, assets)
        if (read === undefined) throw new Unreadable("missing", role)
        return read
    }

    private assetCell(role: Role): string | undefined {
        return this.has(role) ? this.cell(role).toUpperCase() : undefined
    }

    private side(): Side {
        const side = sideOf(this.cell("side"))
        if (side === undefined) throw new Unreadable("side", "side")
        return side
    }

    private change(): Partial<LedgerRow> {
        const operation = this.cell("operation")
        const named = this.assetCell("asset")
        const { amount, unit } = this.needed("amount", named === undefined ? [] : [named])
        const asset = named ?? unit
        if (asset === undefined) throw new Unreadable("missing", "asset")
        const market = this.market()
        const fees = this.fees([asset])
        return {
            asset,
            amount,
            class: classOf(this.context.matched.format.operations, operation),
            ...(market === undefined ? {} : market),
            ...this.optional("balance", [asset], "balance"),
            ...(fees.length > 0 ? { fees } : {}),
        }
    }

    private moved(): Partial<LedgerRow> {
        const named = this.assetCell("asset")
        const { amount, unit } = this.needed("amount", named === undefined ? [] : [named])
        const asset = named ?? unit
        if (asset === undefined) throw new Unreadable("missing", "asset")
        const fees = this.fees([asset])
        return { asset, amount: magnitude(amount), ...(fees.length > 0 ? { fees } : {}) }
    }

    private converted(): Partial<LedgerRow> {
        const [sold, bought] = [this.needed("sold", []), this.needed("bought", [])]
        if (sold.unit === undefined) throw new Unreadable("missing", "sold")
        if (bought.unit === undefined) throw new Unreadable("missing", "bought")
        return {
            side: "buy",
            symbol: `${bought.unit}/${sold.unit}`.toUpperCase(),
            base: bought.unit.toUpperCase(),
            quote: sold.unit.toUpperCase(),
            filled: magnitude(bought.amount),
            value: magnitude(sold.amount),
        }
    }

    private purchase(): Partial<LedgerRow> {
        const asset = this.assetCell("asset")
        if (asset === undefined) throw new Unreadable("missing", "asset")
        const fiat = this.assetCell("fiat") ?? "CNY"
        const amount = this.needed("quantity", [asset]).amount
        const value = this.needed("value", [fiat]).amount
        const fees = this.fees([asset])
        return {
            side: this.side(),
            asset,
            base: asset,
            quote: fiat,
            amount,
            filled: amount,
            value,
            ...this.optional("price", [fiat], "price"),
            ...(fees.length > 0 ? { fees } : {}),
        }
    }

    private traded(kind: "trade" | "order"): Partial<LedgerRow> {
        const market = this.market()
        if (market === undefined) throw new Unreadable("missing", "symbol")
        const { base, quote } = market
        const assets = [base, quote].flatMap((asset) => asset ?? [])
        const filled =
            kind === "trade"
                ? (this.quantity("filled", assets) ?? this.needed("quantity", assets))
                : this.quantity("filled", assets)
        const value = this.quantity("value", assets)
        const fees = this.fees(assets)
        const realised = this.quantity("realised", assets)
        const realisedAsset = this.assetCell("realisedAsset") ?? realised?.unit ?? quote
        return {
            ...market,
            side: this.side(),
            ...(filled === undefined ? {} : { filled: magnitude(filled.amount) }),
            ...(value === undefined ? {} : { value: magnitude(value.amount) }),
            ...this.optional("price", assets, "price"),
            ...this.optional("quantity", assets, "quantity"),
            ...this.optional("average", assets, "average"),
            ...(fees.length > 0 ? { fees } : {}),
            ...(realised === undefined || realisedAsset === undefined
                ? {}
                : { realised: { asset: realisedAsset, amount: realised.amount } }),
        }
    }

    private market(): Pick<LedgerRow, "symbol" | "base" | "quote"> | undefined {
        if (!this.has("symbol")) return undefined
        const symbol = this.cell("symbol").replace(/\s+/g, "")
        const split = splitSymbol(symbol)
        const [base, quote] = [this.assetCell("base") ?? split?.base, this.assetCell("quote") ?? split?.quote]
        return { symbol, ...(base === undefined ? {} : { base }), ...(quote === undefined ? {} : { quote }) }
    }

    /** Charged amounts, with their asset: its own column, the unit behind the number, or the only asset there is. */
    private fees(assets: readonly string[]): readonly Sum[] {
        const { format } = this.context.matched
        return FEE_ROLES.flatMap(([role, assetRole]): Sum[] => {
            const fee = this.quantity(role, [this.assetCell(assetRole) ?? "", ...assets])
            if (fee === undefined || isZero(fee.amount)) return []
            const asset = this.assetCell(assetRole) ?? fee.unit?.toUpperCase() ?? assets.at(-1)
            if (asset === undefined) return []
            return [{ asset, amount: format.signedFee === true ? negate(fee.amount) : fee.amount }]
        })
    }

    /** A number that stays a detail: what can not be read of it makes no row unreadable unless digits were lost. */
    private optional<K extends string>(
        role: Role,
        assets: readonly string[],
        field: K,
    ): Partial<Record<K, DecimalText>> {
        const text = this.cell(role)
        if (isBlankCell(text)) return {}
        const read = readQuantity(text, assets, this.context.comma)
        if ("fault" in read) return {}
        return { [field]: read.amount } as Partial<Record<K, DecimalText>>
    }
}

const ID_FIELDS = [
    ["uid", "uid"],
    ["order", "orderId"],
    ["client", "clientOrderId"],
    ["trade", "tradeId"],
    ["tx", "txHash"],
    ["address", "address"],
    ["from", "from"],
] as const satisfies readonly (readonly [Role, keyof LedgerRow])[]

const TEXT_FIELDS = [
    ["wallet", "wallet"],
    ["operation", "operation"],
    ["type", "type"],
    ["network", "network"],
    ["memo", "memo"],
    ["counterparty", "counterparty"],
    ["note", "note"],
] as const satisfies readonly (readonly [Role, keyof LedgerRow])[]

const FEE_ROLES = [
    ["fee", "feeAsset"],
    ["fee2", "fee2Asset"],
] as const

/** Side of a word, also where more is said: `Buy (Long)`, `买入/做多`. */
export function sideOf(text: string): Side | undefined {
    const word = text.trim().toLowerCase()
    const [first = ""] = word.split(/[\s/(（_-]/)
    return SIDES.get(word) ?? SIDES.get(first)
}

function statusByStart(text: string): RowStatus | undefined {
    if (/^partial/.test(text)) return "partly"
    if (/^cancel|^revok/.test(text)) return "cancelled"
    if (/^(?:success|complet|deposit success)/.test(text)) return "filled"
    return undefined
}

/** Class of an operation by its whole name, else by its start. */
export function classOf(operations: ReadonlyMap<string, ChangeClass> | undefined, operation: string): ChangeClass {
    const name = operation.trim().toLowerCase().replace(/\s+/g, " ")
    const whole = operations?.get(name)
    if (whole !== undefined) return whole
    for (const [key, found] of operations ?? [])
        if (key.endsWith("*") && name.startsWith(key.slice(0, -1))) return found
    return "unknown"
}

/** Orders of which nothing was traded, and what was not completed. Unknown states count: better one row too many. */
function idleReason(row: LedgerRow): "nothing-filled" | "not-completed" | undefined {
    const { kind, status, filled } = row
    if (kind === "trade" || kind === "change") return undefined
    if (kind === "order") return filled === undefined || isZero(filled) ? "nothing-filled" : undefined
    const isDone = status === undefined || status === "filled"
    return isDone ? undefined : "not-completed"
}
