import { concat, utf8 } from "../../base/bytes.ts"
import { type NewHasher, portableSha256 } from "../../base/digest.ts"
import type { CaseLedger } from "../../facts/ledger/case-ledger.ts"
import type { LedgerRecord } from "../../facts/ledger/record.ts"
import {
    AMOUNT_COLUMNS,
    type CountedRow,
    csvLine,
    eachLedgerRow,
    ROW_COLUMNS,
    rowCells,
} from "../../facts/ledger/rows.ts"
import { tellLedger } from "../../facts/ledger/tell.ts"
import { ParquetTable } from "../../typeset/office/parquet-write.ts"
import { writeXlsx } from "../../typeset/office/xlsx-write.ts"

/** The rows of a case's exports in one shape, as files; both shells write them. */

/** Takes the bytes of a file, one piece after the other. */
export type Sink = (bytes: Uint8Array) => void

const PIECE = 1 << 16

/** All rows as RFC 4180 text: a mark for UTF-8 in front, one header, every cell as it stands. In constant memory. */
export async function writeRowsCsv({ ledger, files, options }: CaseLedger, sink: Sink): Promise<void> {
    const csv = new CsvPieces(sink)
    await eachLedgerRow(ledger, files, options, (row) => csv.add(row))
    csv.finish()
}

class CsvPieces {
    private piece = `\uFEFF${csvLine(ROW_COLUMNS)}`
    private readonly sink: Sink
    constructor(sink: Sink) {
        this.sink = sink
    }

    add(row: CountedRow): void {
        this.piece += csvLine(rowCells(row))
        if (this.piece.length < PIECE) return
        this.finish()
        this.piece = ""
    }

    finish(): void {
        this.sink(utf8(this.piece))
    }
}

/** The rows that were chosen, in the order of the files. A file is read again only where they were too many to be kept. */
async function eachChosen(
    { ledger, files, options }: Pick<CaseLedger, "ledger" | "files" | "options">,
    visit: (row: CountedRow) => void,
): Promise<void> {
    for (const reading of ledger.readings) {
        const { chosen, chosenCount } = reading
        if (chosen.length < chosenCount)
            await eachLedgerRow({ ...ledger, readings: [reading] }, files, options, (row) => {
                if (row.isChosen) visit(row)
            })
        else
            for (const row of chosen) {
                const { row: number, epochMs } = row
                const timed = epochMs === undefined ? {} : { epochMs }
                visit({ reading, number, row, ...timed, use: "used", isChosen: true })
            }
    }
}

/** All rows as Parquet: the columns of the text, and for each amount a decimal(38,18) behind it, `<name>_decimal`. */
export async function writeRowsParquet({ ledger, files, options }: CaseLedger, sink: Sink): Promise<void> {
    const columns = ROW_COLUMNS.map((name) => ({
        name,
        kind: name === "row" ? ("integer" as const) : ("text" as const),
    }))
    const decimals = AMOUNT_COLUMNS.map((name) => ({ name: `${name}_decimal`, kind: "decimal" as const }))
    const places = AMOUNT_COLUMNS.map((name) => ROW_COLUMNS.indexOf(name))
    const table = new ParquetTable([...columns, ...decimals], sink)
    await eachLedgerRow(ledger, files, options, (row) => {
        const cells = rowCells(row)
        table.add([...cells, ...places.map((at) => cells[at] ?? "")])
    })
    table.finish()
}

/** What a packet keeps of a ledger. */
export interface KeptLedger {
    readonly record: LedgerRecord
    /** The chosen rows as text, where there are any. */
    readonly rows?: Uint8Array
    /** The same as a workbook of text cells; absent where a spreadsheet would not hold them. */
    readonly workbook?: Uint8Array
}

/** Rows of the table that a workbook is made of as well; of more it would be many times the text. */
export const MOST_SHEET_ROWS = 5000
/** Longest cell of it, in characters. */
const LONGEST_SHEET_CELL = 4000

/** The record of a case's exports, with the rows that it is about. */
export async function keptLedger(exports: CaseLedger, newHasher?: NewHasher): Promise<KeptLedger> {
    const pieces: Uint8Array[] = []
    const record = await recordOf(exports, newHasher, (piece) => pieces.push(piece))
    if (record.events.sha256 === undefined) return { record }
    const workbook = record.events.count > MOST_SHEET_ROWS ? undefined : await workbookOf(exports)
    return { record, rows: concat(pieces), ...(workbook === undefined ? {} : { workbook }) }
}

/** The chosen rows as a workbook, in which every cell is text and stays as it stands. */
async function workbookOf(exports: CaseLedger): Promise<Uint8Array | undefined> {
    const rows: (readonly string[])[] = [ROW_COLUMNS]
    await eachChosen(exports, (row) => {
        rows.push(rowCells(row))
    })
    if (rows.some((cells) => cells.some((cell) => cell.length > LONGEST_SHEET_CELL))) return undefined
    const widths = ROW_COLUMNS.map((_, i) =>
        Math.min(40, rows.reduce((most, cells) => Math.max(most, (cells[i] ?? "").length), 8) + 2),
    )
    return writeXlsx([{ name: "ledger-rows", widths, headerRows: 1, rows }])
}

/**
 * The record of a case's exports. The chosen rows are read for their hash, and not kept.
 *
 * @param sink - Takes them as text.
 */
export async function recordOf(
    { ledger, reckoning, signals, window, files, options }: CaseLedger,
    newHasher = portableSha256,
    sink: Sink = () => undefined,
): Promise<LedgerRecord> {
    const hasher = newHasher()
    const csv = new CsvPieces((piece) => {
        hasher.update(piece)
        sink(piece)
    })
    const chosen = new Map<string, number[]>(ledger.readings.map(({ label }) => [label, []]))
    await eachChosen({ ledger, files, options }, (row) => {
        chosen.get(row.reading.label)?.push(row.number)
        csv.add(row)
    })
    csv.finish()
    const isAny = [...chosen.values()].some((rows) => rows.length > 0)
    return tellLedger(ledger, reckoning, signals, window, chosen, isAny ? hasher.hex() : undefined)
}
