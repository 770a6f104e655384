import type { ByteSource } from "../../base/source.ts"
import type { StoredKind } from "./csv.ts"
import type { Matched, Report } from "./format.ts"
import { RowMapper } from "./map-row.ts"
import type { LedgerRow, RowUse } from "./row.ts"
import type { RowContext } from "./row-cells.ts"
import type { Table } from "./table.ts"
import { readOffset, readWall } from "./wall.ts"

/** What is known of a file besides its bytes. */
export interface ExportFile {
    /** `X05`, or `X05/<member>` of a ZIP, `X05/<sheet>` of a workbook. */
    readonly label: string
    /** As the exchange or the reporter named it; a sheet has the name of its workbook before it. */
    readonly name: string
    /** Its place among the tables of its file, from 0, where that has several exports. */
    readonly sheet?: number
    /** Name of the archive in which it lies. */
    readonly archive?: string
    readonly source: ByteSource
    /** 64 hex digits, of the registered file. */
    readonly sha256: string
}

/** Where the zone of a file is known from. */
export type ZoneSource = "header" | "file-name" | "cell" | "format" | "case" | "proposed"

export interface Zone {
    /** Minutes east of UTC; absent where nothing says it. */
    readonly offset?: number
    readonly from?: ZoneSource
    /** What the file's name says where its header says another; not used. */
    readonly named?: number
}

/** The zone that the file itself states: in its header, its format, or its name. */
export function statedZone({ format, cells, roles }: Matched, name: string): Zone {
    const named = firstByName(name, (part) => {
        const token = /[(（]\s*((?:UTC|GMT)[^)）]*)[)）]/i.exec(part)?.[1] ?? respelled(part)
        return token === undefined ? undefined : readOffset(token.trim())
    })
    const header = cells[roles.indexOf("time")]
    if (header?.offset !== undefined) {
        const isOther = named !== undefined && named !== header.offset
        return { offset: header.offset, from: "header", ...(isOther ? { named } : {}) }
    }
    if (format.zone !== undefined) return { offset: format.zone, from: "format" }
    return named === undefined ? {} : { offset: named, from: "file-name" }
}

/** `…202603230400_UTC_2__abcd.csv`: programs that write files turn brackets and the plus into lines, behind the stamp. */
function respelled(name: string): string | undefined {
    const [, sign = "", hours = ""] = /\d{12}_UTC(-{1,2}|_)(\d{1,2}(?:_\d{2})?)_/.exec(name) ?? []
    return hours === "" ? undefined : `UTC${sign === "_" ? "+" : "-"}${hours.replace("_", ":")}`
}

/** Deposit or withdrawal, where only the name of the file says it. */
export function reportOf({ format }: Matched, name: string, answered: Report | undefined): Report | undefined {
    if (format.report !== undefined) return format.report
    return answered ?? byName(format.reportByName, name)
}

/** All that names a file, the outermost first: archive, folders, file, sheet. */
export function fullName({ name, archive }: Pick<ExportFile, "name" | "archive">): string {
    return archive === undefined ? name : `${archive}/${name}`
}

/** What a name says of a file by these patterns; one that says two things says neither. */
export function byName<T>(patterns: readonly (readonly [RegExp, T])[] = [], name: string): T | undefined {
    return firstByName(name, (part) => {
        const [told, other] = patterns.filter(([pattern]) => pattern.test(part))
        return other === undefined ? told?.[1] : undefined
    })
}

/** The innermost name that tells says it: a sheet of withdrawals may stand in a file of deposits and withdrawals. */
function firstByName<T>(name: string, tell: (part: string) => T | undefined): T | undefined {
    for (const part of name.split("/").reverse()) {
        const told = tell(part)
        if (told !== undefined) return told
    }
    return undefined
}

/** Calls back for every record of a table, in the file's order. */
export async function eachRow(
    table: Table,
    report: Report | undefined,
    visit: (row: number, use: RowUse) => void,
): Promise<void> {
    const context: RowContext = {
        matched: table.matched,
        marks: table.marks,
        countsFrom1904: table.countsFrom1904 ?? false,
        ...(table.wholeNumbers === undefined ? {} : { wholeNumbers: table.wholeNumbers }),
        ...(report === undefined ? {} : { report }),
    }
    const looker = new RowMapper(context)
    for (const { row, cells, kinds } of table.above)
        if (looker.read(cells, false, kinds).use === "used")
            visit(row, { use: "problem", why: "above", column: "", found: cells.join(",").slice(0, 60) })
    const mapper = new RowMapper(context)
    const { nestedFills } = table.matched.format
    const nested = nestedFills === undefined ? undefined : new NestedFills(context, nestedFills)
    for await (const block of table.rows())
        for (const record of block) {
            const { row, cells } = record
            if (record.torn !== undefined) {
                visit(row, { use: "problem", why: record.torn, column: "", found: (cells[0] ?? "").slice(0, 60) })
                continue
            }
            const fill = nested?.read(cells, record.kinds)
            if (fill !== undefined) {
                visit(row, fill)
                continue
            }
            const use = mapper.read(cells, record.isUnended === true, record.kinds)
            nested?.follow(use)
            visit(row, use)
        }
}

/**
 * Fills of an order that stand below it, under a header of their own: `,Date(UTC),Trading Price,Filled,Total,Fee` one
 * column to the right, or `Date,Trading Price,Executed,Trading volume,Fee` with nothing behind it.
 */
class NestedFills {
    private order: LedgerRow | undefined
    private readonly mapper: RowMapper
    private readonly from: number
    constructor(context: RowContext, from: number) {
        this.from = from
        this.mapper = new RowMapper({ ...context, matched: fillLayout(context.matched) })
    }

    /** Fills below an order that could not be read are not those of the one before. */
    follow(order: RowUse): void {
        this.order = order.use === "problem" ? undefined : order.row
    }

    /** `undefined` for a row that is none of these. */
    read(cells: readonly string[], kinds: readonly (StoredKind | undefined)[] | undefined): RowUse | undefined {
        const { from } = this
        const [before, behind] = [cells.slice(0, from), cells.slice(from + FILL_CELLS)]
        const time = cells[from]?.trim() ?? ""
        if (time === "" || [...before, ...behind].some((cell) => cell.trim() !== "")) return undefined
        if (kinds?.[from] !== "date" && readWall(time) === undefined) return { use: "not-relevant", why: "note" }
        const { symbol = "", side = "", orderId } = this.order ?? {}
        const given = ["", ...Array.from({ length: FILL_CELLS }, (_, i) => cells[from + i] ?? ""), symbol, side]
        const use = this.mapper.read(given, false, kinds && ["text", ...kinds.slice(from, from + FILL_CELLS)])
        if (use.use !== "used" || orderId === undefined) return use
        return { use: "used", row: { ...use.row, orderId } }
    }
}

/** Time, price, quantity, total, fee. */
const FILL_CELLS = 5

/** Columns of the fills: an empty one, time, price, quantity, total, fee; then market and side, from the order. */
function fillLayout({ format, cells, roles }: Matched): Matched {
    const time = cells[roles.indexOf("time")] ?? { name: "" }
    const named = ["", "trading price", "filled", "total", "fee", "pair", "side"].map((name) => ({ name }))
    return {
        format: { ...format, kind: "trade" },
        layout: { version: "fills", lang: "en", columns: [] },
        roles: [undefined, "time", "price", "filled", "value", "fee", "symbol", "side"],
        cells: [named[0] ?? time, time, ...named.slice(1)],
        strange: [],
    }
}
