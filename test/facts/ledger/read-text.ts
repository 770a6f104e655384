import { utf8 } from "../../../src/base/bytes.ts"
import { memorySource } from "../../../src/base/source.ts"
import type { Format } from "../../../src/facts/ledger/format.ts"
import { FORMATS } from "../../../src/facts/ledger/formats/index.ts"
import type { NamedColumns } from "../../../src/facts/ledger/named.ts"
import { openTable } from "../../../src/facts/ledger/open-table.ts"
import { eachRow, reportOf, statedZone, type Zone } from "../../../src/facts/ledger/read-file.ts"
import type { LedgerRow, RowUse } from "../../../src/facts/ledger/row.ts"
import type { Table, TableFault } from "../../../src/facts/ledger/table.ts"

export interface ReadFile {
    readonly format: Format
    readonly table: Table
    readonly zone: Zone
    /** By the row of the file. */
    readonly uses: ReadonlyMap<number, RowUse>
    readonly used: readonly LedgerRow[]
    /** `row fault column found`. */
    readonly problems: readonly string[]
    readonly idle: readonly string[]
}

/** Opens a table; for files that cannot be read. */
export function open(file: string | Uint8Array, named?: NamedColumns): Promise<Table | TableFault> {
    return openTable(memorySource(typeof file === "string" ? utf8(file) : file), FORMATS, named)
}

/** Reads a whole file. */
export async function read(file: string | Uint8Array, name = "export.csv", named?: NamedColumns): Promise<ReadFile> {
    const table = await open(file, named)
    if ("fault" in table) throw new Error(JSON.stringify(table))
    const uses = new Map<number, RowUse>()
    await eachRow(table, reportOf(table.matched, name, undefined), (row, use) => {
        if (uses.has(row)) throw new Error(`row ${String(row)} twice`)
        uses.set(row, use)
    })
    const all = [...uses]
    return {
        format: table.matched.format,
        table,
        zone: statedZone(table.matched, name),
        uses,
        used: all.flatMap(([, use]) => (use.use === "used" ? [use.row] : [])),
        problems: all.flatMap(([row, use]) =>
            use.use === "problem"
                ? [`${String(row)} ${use.why} ${use.column} ${use.found}`.replace(/\s+/g, " ").trim()]
                : [],
        ),
        idle: all.flatMap(([row, use]) => (use.use === "not-relevant" ? [`${String(row)} ${use.why}`] : [])),
    }
}
