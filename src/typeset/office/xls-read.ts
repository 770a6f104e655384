import { viewOf } from "../../base/bytes.ts"
import { openCompound } from "../../base/compound-file.ts"
import { memorySource } from "../../base/source.ts"
import { isDateFormat } from "./date-format.ts"
import {
    type CellKind,
    ERROR_VALUES,
    MOST_CELLS,
    type ReadCell,
    type ReadRow,
    type ReadSheet,
    type Wanted,
} from "./sheet.ts"
import { Pieces, XlsFault } from "./xls-text.ts"

/**
 * Reads what is stored in the cells of workbooks of Excel 97 to 2003 ([MS-XLS], BIFF8), as WPS, Excel and some exchanges
 * still write them. Formulas give their last result; charts, macros and pictures are passed over.
 */
export interface ReadXls {
    readonly sheets: readonly ReadSheet[]
    /** As in {@link ReadXlsx}. */
    readonly countsFrom1904: boolean
}

/** `old`: a version before 97, or another document in the same container. */
export type XlsFaultName = "old" | "password" | "damaged" | "too-large"

const EOF = 0x0a
const BOF = 0x809
const CONTINUE = 0x3c

interface Rec {
    readonly type: number
    readonly body: Uint8Array
    /** Bodies of the records that continue it. */
    readonly more: readonly Uint8Array[]
}

/** Reads all worksheets in the workbook's order, hidden ones too. */
export async function readXls(bytes: Uint8Array, wanted: Wanted = {}): Promise<ReadXls | XlsFaultName> {
    const stream = await (await openCompound(memorySource(bytes)))?.read("Workbook", bytes.length)
    if (stream === undefined) return "old"
    try {
        return new Workbook(stream, wanted).read()
    } catch (thrown) {
        if (thrown instanceof XlsFault) return thrown.fault
        // A field behind the end of its record.
        if (thrown instanceof RangeError) return "damaged"
        throw thrown
    }
}

class Workbook {
    private readonly formats = new Map<number, string>()
    /** Of each cell format the number of its number format. */
    private readonly cellFormats: number[] = []
    private readonly isDate: boolean[] = []
    private strings: readonly string[] = []
    private cells = MOST_CELLS
    /** A small file that names the same records again and again must not take longer than it is large. */
    private bytes: number
    private readonly stream: Uint8Array
    private readonly wanted: Wanted
    constructor(stream: Uint8Array, wanted: Wanted) {
        this.stream = stream
        this.wanted = wanted
        this.bytes = 2 * stream.length + 4
    }

    read(): ReadXls {
        const places: { name: string; at: number; isHidden: boolean }[] = []
        let countsFrom1904 = false
        for (const { type, body, more } of this.substream(0)) {
            const view = viewOf(body)
            if (type === 0x2f) throw new XlsFault("password")
            else if (type === 0x22) countsFrom1904 = view.getUint16(0, true) === 1
            else if (type === 0x41e) this.formats.set(view.getUint16(0, true), text(body, 2, 2, more))
            else if (type === 0xe0) this.cellFormats.push(view.getUint16(2, true))
            else if (type === 0xfc) this.strings = sharedStrings(body, more)
            else if (type === 0x85 && view.getUint8(5) === 0)
                places.push({
                    name: text(body, 6, 1, more),
                    at: view.getUint32(0, true),
                    isHidden: (view.getUint8(4) & 3) !== 0,
                })
        }
        if (new Set(places.map(({ at }) => at)).size < places.length) throw new XlsFault("damaged")
        for (const id of this.cellFormats) this.isDate.push(isDateFormat(id, this.formats.get(id)))
        const { only } = this.wanted
        const sheets = places.map(({ name, at, isHidden }, i): ReadSheet => {
            const read = only === undefined || only === i ? this.rows(at) : { rows: [] }
            return { name, ...(isHidden ? { isHidden } : {}), ...read }
        })
        if (sheets.length === 0) throw new XlsFault("old")
        return { sheets, countsFrom1904 }
    }

    /** Records of one part of the stream; those of charts within a sheet are left out. */
    private *substream(from: number): Generator<Rec> {
        const { stream } = this
        const view = viewOf(stream)
        let at = from
        let depth = 0
        while (true) {
            if (at + 4 > stream.length) throw new XlsFault("damaged")
            const type = view.getUint16(at, true)
            const body = this.body(at)
            at += 4 + body.length
            const more: Uint8Array[] = []
            while (at + 4 <= stream.length && view.getUint16(at, true) === CONTINUE) {
                const next = this.body(at)
                more.push(next)
                at += 4 + next.length
            }
            if (depth === 0) {
                if (type !== BOF) throw new XlsFault(from === 0 ? "old" : "damaged")
                if (viewOf(body).getUint16(0, true) !== 0x600) throw new XlsFault("old")
            }
            if (type === BOF) depth++
            else if (type === EOF) depth--
            else if (depth === 1) yield { type, body, more }
            if (depth === 0) return
        }
    }

    private body(at: number): Uint8Array {
        const end = at + 4 + viewOf(this.stream).getUint16(at + 2, true)
        this.bytes -= end - at
        if (end > this.stream.length || this.bytes < 0) throw new XlsFault("damaged")
        return this.stream.subarray(at + 4, end)
    }

    private rows(from: number): Pick<ReadSheet, "rows" | "hiddenColumns"> {
        const { most = Number.POSITIVE_INFINITY } = this.wanted
        const rows = new Map<number, ReadCell[]>()
        const hiddenRows = new Set<number>()
        const hiddenColumns: (readonly [number, number])[] = []
        /** Where the text of a formula comes, which stands in a record of its own. */
        let open: { readonly row: number; readonly column: number } | undefined
        const put = (row: number, column: number, kind: CellKind, value: string): void => {
            if (value === "") return
            if (--this.cells < 0) throw new XlsFault("too-large")
            const cells = rows.get(row) ?? []
            rows.set(row, cells)
            cells.push({ column: column + 1, kind, text: value })
        }
        const number = (row: number, column: number, format: number, value: number): void => {
            put(row, column, this.isDate[format] === true ? "date" : "number", String(value))
        }
        for (const { type, body, more } of this.substream(from)) {
            // A sheet is written row by row, in blocks of 32.
            if (rows.size > most + 32) break
            const view = viewOf(body)
            if (type === 0x207 && open !== undefined) put(open.row, open.column, "formula", text(body, 0, 2, more))
            if (type === 0x207) open = undefined
            // ROW and COLINFO: hidden, or without height or width.
            if (type === 0x208 && ((view.getUint8(12) & 0x20) !== 0 || (view.getUint16(6, true) & 0x7fff) === 0))
                hiddenRows.add(view.getUint16(0, true))
            if (type === 0x7d && ((view.getUint8(8) & 1) !== 0 || view.getUint16(4, true) === 0))
                hiddenColumns.push([view.getUint16(0, true) + 1, view.getUint16(2, true) + 1])
            if (!CELLS.includes(type)) continue
            const [row, column, format] = [0, 2, 4].map((at) => view.getUint16(at, true)) as [number, number, number]
            if (type === 0xfd) {
                const shared = this.strings[view.getUint32(6, true)]
                if (shared === undefined) throw new XlsFault("damaged")
                put(row, column, "text", shared)
            } else if (type === 0x204 || type === 0xd6) put(row, column, "text", text(body, 6, 2, more))
            else if (type === 0x203) number(row, column, format, view.getFloat64(6, true))
            else if (type === 0x27e) number(row, column, format, packedNumber(view, 6))
            else if (type === 0xbd)
                for (let at = 4; at + 8 <= body.length; at += 6)
                    number(row, column + (at - 4) / 6, view.getUint16(at, true), packedNumber(view, at + 2))
            else if (type === 0x205)
                put(row, column, ...(view.getUint8(7) === 0 ? truth(view.getUint8(6)) : fault(view.getUint8(6))))
            else if (view.getUint16(12, true) !== 0xffff) put(row, column, "formula", String(view.getFloat64(6, true)))
            else if (view.getUint8(6) === 0) open = { row, column }
            // A formula that made an empty text is a blank cell.
            else if (view.getUint8(6) !== 3)
                put(row, column, ...(view.getUint8(6) === 1 ? truth(view.getUint8(8)) : fault(view.getUint8(8))))
        }
        const read = [...rows]
            .sort(([a], [b]) => a - b)
            .map(([row, cells]): ReadRow => {
                return { row: row + 1, cells, ...(hiddenRows.has(row) ? { isHidden: true } : {}) }
            })
        return { rows: read, ...(hiddenColumns.length === 0 ? {} : { hiddenColumns }) }
    }
}

const truth = (value: number): readonly [CellKind, string] => ["boolean", String(value)]
const fault = (value: number): readonly [CellKind, string] => ["error", ERROR_VALUES.get(value) ?? "#N/A"]

/** LABELSST, LABEL, RSTRING, NUMBER, RK, MULRK, BOOLERR, FORMULA: they begin with row, column and cell format. */
const CELLS: readonly number[] = [0xfd, 0x204, 0xd6, 0x203, 0x27e, 0xbd, 0x205, 6]

/** RkNumber (§2.5.217): 30 bits of a whole number, or the upper ones of a binary number; of either a hundredth. */
function packedNumber(view: DataView, at: number): number {
    const bits = view.getInt32(at, true)
    const upper = new DataView(new ArrayBuffer(8))
    upper.setInt32(0, bits & ~3)
    const value = (bits & 2) === 0 ? upper.getFloat64(0) : bits >> 2
    return (bits & 1) === 0 ? value : value / 100
}

/** A text of which the length stands before it, in one byte or two. */
function text(body: Uint8Array, at: number, width: 1 | 2, more: readonly Uint8Array[]): string {
    const pieces = new Pieces([body, ...more], at)
    return pieces.characters(pieces.number(width), pieces.number(1))
}

/** Texts that cells name by their place, with what stands behind some: runs of fonts, and how they are read aloud. */
function sharedStrings(body: Uint8Array, more: readonly Uint8Array[]): readonly string[] {
    const pieces = new Pieces([body, ...more], 8)
    const strings: string[] = []
    const count = viewOf(body).getUint32(4, true)
    // Programs count wrong; what is there is read, and a cell that names more is damage.
    while (strings.length < count && !pieces.isAtEnd()) {
        const length = pieces.number(2)
        const flags = pieces.number(1)
        const runs = (flags & 8) === 0 ? 0 : pieces.number(2)
        const aloud = (flags & 4) === 0 ? 0 : pieces.number(4)
        strings.push(pieces.characters(length, flags))
        pieces.skip(4 * runs + aloud)
    }
    return strings
}
