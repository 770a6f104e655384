import type { ByteSource } from "../../base/source.ts"
import type { Matched, Report } from "./format.ts"
import { mapRow, type RowContext } from "./map-row.ts"
import type { LedgerRow, RowUse } from "./row.ts"
import type { Table } from "./table.ts"
import { readOffset, readWall } from "./wall.ts"

/** What is known of a file besides its bytes. */
export interface ExportFile {
    /** `X05`, or `X05/<member>` of a ZIP. */
    readonly label: string
    /** As the exchange or the reporter named it. */
    readonly name: string
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
}

/** The zone that the file itself states: in its header, its format, or its name. */
export function statedZone({ format, cells, roles }: Matched, name: string): Zone {
    const header = cells[roles.indexOf("time")]
    if (header?.offset !== undefined) return { offset: header.offset, from: "header" }
    if (format.zone !== undefined) return { offset: format.zone, from: "format" }
    const token = /[(（]\s*((?:UTC|GMT)[^)）]*)[)）]/i.exec(name)?.[1]
    const offset = token === undefined ? undefined : readOffset(token.trim())
    return offset === undefined ? {} : { offset, from: "file-name" }
}

/** Deposit or withdrawal, where only the name of the file says it. */
export function reportOf({ format }: Matched, name: string, answered: Report | undefined): Report | undefined {
    if (format.report !== undefined) return format.report
    return answered ?? format.reportByName?.find(([pattern]) => pattern.test(name))?.[1]
}

/** Calls back for every record of a table, in the file's order. */
export async function eachRow(
    table: Table,
    report: Report | undefined,
    visit: (row: number, use: RowUse) => void,
): Promise<void> {
    const nested = table.matched.format.nestedFills === true ? new NestedFills(table.matched) : undefined
    let at = 0
    const context: RowContext = {
        matched: table.matched,
        comma: table.comma,
        ...(report === undefined ? {} : { report }),
        ...(table.dateCell === undefined ? {} : { dateCell: (column: number) => table.dateCell?.(at, column) }),
    }
    for await (const block of table.rows())
        for (const { row, cells, isTorn } of block) {
            at = row
            if (isTorn === true) {
                visit(row, { use: "problem", why: "torn", column: "", found: (cells[0] ?? "").slice(0, 60) })
                continue
            }
            const use = nested?.read(cells) ?? mapRow(context, cells)
            if (use.use === "used" && use.row.kind === "order") nested?.follow(use.row)
            visit(row, use)
        }
}

/**
 * Fills of an order that stand below it, one column to the right, under a header of their own:
 * `,Date(UTC),Trading Price,Filled,Total,Fee`.
 */
class NestedFills {
    private order: LedgerRow | undefined
    private readonly fills: RowContext["matched"]
    constructor(matched: Matched) {
        this.fills = fillLayout(matched)
    }

    follow(order: LedgerRow): void {
        this.order = order
    }

    /** `undefined` for a row that is none of these. */
    read(cells: readonly string[]): RowUse | undefined {
        const [first = "", second = ""] = cells
        if (first.trim() !== "" || second.trim() === "") return undefined
        if (readWall(second) === undefined) return { use: "not-relevant", why: "note" }
        const { symbol = "", side = "buy", orderId } = this.order ?? {}
        const given = ["", ...cells.slice(1, 6), symbol, side]
        const use = mapRow({ matched: this.fills, comma: false }, given)
        if (use.use !== "used" || orderId === undefined) return use
        return { use: "used", row: { ...use.row, orderId } }
    }
}

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
