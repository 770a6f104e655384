import type { Table } from "./table.ts"

/** What of a workbook counts although it is hidden, filtered out, or has no height or width. */
export interface Hidden {
    /** The whole sheet is. */
    readonly sheet: boolean
    /** How many rows; of a sheet all that count. */
    readonly count: number
    readonly rows: readonly number[]
    /** Headers. */
    readonly columns: readonly string[]
}

export class Unseen {
    private readonly rows: number[] = []
    private readonly table: Table["hidden"]
    constructor(table: Table["hidden"]) {
        this.table = table
    }

    /** Takes note of a row that counts. */
    note(row: number): void {
        if (this.table?.rows.has(row) === true) this.rows.push(row)
    }

    told(used: number): { readonly hidden?: Hidden } {
        const { sheet = false, columns = [] } = this.table ?? {}
        if (used === 0 || (!sheet && columns.length === 0 && this.rows.length === 0)) return {}
        return { hidden: { sheet, count: sheet ? used : this.rows.length, rows: this.rows, columns } }
    }
}
