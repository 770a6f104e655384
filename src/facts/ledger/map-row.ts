import type { StoredKind } from "./csv.ts"
import { type Matched, matchHeader, normaliseHeader } from "./format.ts"
import { columnWord, isNamed } from "./named.ts"
import { fillsCell, isZero } from "./number.ts"
import { type LedgerRow, NO_DATA, type RowKind, type RowUse } from "./row.ts"
import { CellReader, type RowContext, Unreadable } from "./row-cells.ts"
import type { MutableRow } from "./row-fields.ts"
import { changeMapper, convertMapper, movedMapper, purchaseMapper, tradeMapper } from "./row-kinds.ts"

/** A record of an export with known columns -> a row of the ledger, or why it is none. */

/** Maps the records of one file, whose columns are looked up once. */
export class RowMapper {
    private readonly context: RowContext
    private readonly cells: CellReader
    private readonly kind: RowKind | undefined
    private readonly width: number
    /** Files were joined, and what stands here has another header. */
    private isBehindOther = false
    private readonly fill: ((row: MutableRow) => void) | undefined
    constructor(context: RowContext) {
        this.context = context
        this.cells = new CellReader(context)
        this.kind = kindOf(context)
        this.width = context.matched.cells.length
        this.fill = this.kind === undefined ? undefined : MAPPERS[this.kind](this.cells)
    }

    /**
     * Never throws for what a file holds.
     *
     * @param isUnended - The file ends within this record.
     * @param kinds - What the cells of a workbook hold, by column.
     */
    read(cells: readonly string[], isUnended = false, kinds?: readonly (StoredKind | undefined)[]): RowUse {
        try {
            this.cells.open(cells, kinds)
            if (this.isBehindOther) throw new Unreadable("header", "time")
            return this.mapped(isUnended, kinds === undefined)
        } catch (thrown) {
            if (!(thrown instanceof Unreadable)) throw thrown
            const { matched } = this.context
            const again = thrown.role === "time" ? headerAgain(matched, cells) : undefined
            if (thrown.role === "time" && this.cells.isFooter()) return { use: "not-relevant", why: "note" }
            if (again === "same") return { use: "not-relevant", why: "note" }
            if (again === "other") this.isBehindOther = true
            const at = matched.roles.indexOf(thrown.role)
            if (at === -1 && thrown.fault === "missing" && isNamed(matched.format))
                return { use: "problem", why: "no-column", column: columnWord(thrown.role), found: "" }
            return {
                use: "problem",
                why: again === "other" ? "header" : thrown.fault,
                column: matched.cells[at]?.name.replace("{z}", "") ?? "",
                found: (cells[at] ?? "").slice(0, 60),
            }
        }
    }

    private mapped(isUnended: boolean, isText: boolean): RowUse {
        const { cells, kind } = this
        const only = cells.onlyCell()
        // A remark below a table is rarely one that begins as its rows do and has no end.
        if (only !== undefined && isUnended && /^["']?\d/.test(only)) throw new Unreadable("cells", "time")
        if (only !== undefined) return { use: "not-relevant", why: NO_DATA.test(only) ? "empty-export" : "note" }
        if (isText && cells.count !== this.width) checkCount(cells, this.context.matched, isUnended)
        if (kind === undefined) throw new Unreadable("report-unknown", "amount")
        cells.results()
        const { format } = this.context.matched
        const row = cells.begin(kind)
        cells.texts(row)
        cells.status(row)
        if (format.market !== undefined) row.market = format.market
        this.fill?.(row)
        if (cells.isRounded) row.rounded = true
        // Without seconds in a text it was a spreadsheet that wrote it.
        const isSaved = isText && row.span !== undefined && format.withoutSeconds !== true
        if (cells.isShortened || (isSaved && [row.amount, row.filled, row.value].some(fillsCell))) row.shortened = true
        const refined: LedgerRow =
            format.refine === undefined
                ? row
                : format.refine(
                      row,
                      (role) => cells.text(role),
                      (role) => cells.header(role),
                      this.context.marks,
                  )
        const done = cells.spoiled.length === 0 ? refined : { ...refined, spoiled: cells.spoiled }
        const idle = idleReason(done)
        return idle === undefined ? { use: "used", row: done } : { use: "not-relevant", why: idle, row: done }
    }
}

/** Whether a record is the header once more, of a file that was joined behind this one, or another header of its format. */
function headerAgain({ format, cells: own }: Matched, cells: readonly string[]): "same" | "other" | undefined {
    const found = cells.map(normaliseHeader)
    const isOwn = own.every(({ name, offset }, i) => name === found[i]?.name && (found[i]?.offset ?? offset) === offset)
    // Deposits and withdrawals have one header: what was joined may be either.
    if (isOwn) return format.report === undefined ? "other" : "same"
    return matchHeader([format], cells) === undefined ? undefined : "other"
}

const MAPPERS: Readonly<Record<RowKind, (cells: CellReader) => (row: MutableRow) => void>> = {
    change: changeMapper,
    trade: tradeMapper,
    order: tradeMapper,
    deposit: movedMapper,
    withdrawal: movedMapper,
    purchase: purchaseMapper,
    convert: convertMapper,
}

/** Deposit or withdrawal where the header is that of both. */
function kindOf({ matched, report }: RowContext): RowKind | undefined {
    if (matched.format.report !== undefined) return matched.format.kind
    return report === "deposits" ? "deposit" : report === "withdrawals" ? "withdrawal" : undefined
}

/**
 * A record of a text with too few cells was cut where the file ends, and lost cells elsewhere unless those at the end are
 * blank, which spreadsheets leave out; one with too many has a mark of separation within a cell, so that all behind it
 * stand in the wrong column.
 */
function checkCount(cells: CellReader, { cells: header, roles, layout }: Matched, isUnended: boolean): void {
    const lacks = header.length - cells.count
    if (lacks > 0 && (isUnended || lacks > header.length / 2)) throw new Unreadable("cells", "time")
    if (lacks + (layout.extraCells ?? 0) >= 0) return
    // A remark at the end may hold what separates cells.
    if (roles.at(-1) !== "note" && cells.hasBehind(header.length + (layout.extraCells ?? 0)))
        throw new Unreadable("cells", "time")
}

/** Orders of which nothing was traded, and what was not completed. Unknown states count: better one row too many. */
function idleReason(row: LedgerRow): "nothing-filled" | "nothing-moved" | "not-completed" | "other-way" | undefined {
    const { kind, status } = row
    if (kind === "trade") return undefined
    if (row.isOtherWay === true) return "other-way"
    const { filled, amount } = row
    // Lists of a chain's transactions have those by which nothing of its coin left, with fees that somebody else paid.
    if ((kind === "withdrawal" || kind === "deposit") && amount !== undefined && isZero(amount)) return "nothing-moved"
    if (kind === "order") return filled === undefined || isZero(filled) ? "nothing-filled" : undefined
    return status === undefined || status === "filled" ? undefined : "not-completed"
}
