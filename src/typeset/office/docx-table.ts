import type { Block, Cell, Row } from "../document/blocks.ts"
import { inlineText } from "../document/collect-text.ts"
import { foldLastColumn } from "../document/fold-table.ts"
import { isTight, lengthOf, measureColumns, shareOut } from "./docx-columns.ts"
import type { StyleId } from "./docx-format.ts"
import { keptRows } from "./docx-keep.ts"
import type { Place, Writer } from "./docx-place.ts"
import type { DocxSheet, FormatChange } from "./docx-styles.data.ts"
import { element, type Properties, properties, twips, valued } from "./wordprocessing.ts"

/** Tables, labelled values and boxes (ECMA-376 part 1 §17.4). Column widths are fixed, so every program shows the same. */

/** Fills a cell; `width` in twentieths of a point. */
export type CellWriter = (blocks: readonly Block[], style: StyleId, change: FormatChange, width: number) => string

type TableBlock = Extract<Block, { kind: "table" }>
type DefinitionsBlock = Extract<Block, { kind: "definitions" }>

/** Left and right inside a cell, twentieths of a point. */
const PAD = 80
/** Above and below. */
const PAD_Y = 30
const RULE = { val: "single", sz: 4, space: 0, color: "auto" }
/** Between a table and what stands above it, caption or not. */
export const TABLE_GAP_PT = 9
/** Two tables without anything between them are one to most programs. */
function spacer(keepNext: boolean, line = 120): string {
    const given = properties("pPr", {
        keepNext: keepNext ? element("keepNext") : undefined,
        snapToGrid: valued("snapToGrid", "0"),
        spacing: element("spacing", { before: 0, after: 0, line, lineRule: "exact" }),
        ind: element("ind", { firstLineChars: 0, firstLine: 0 }),
    })
    return element("p", {}, given)
}

/** A text cannot end with a table; what stands below the last one is so low that it does not begin a page of its own. */
export function endLow(body: string): string {
    const last = spacer(false)
    return body.endsWith(last) ? body.slice(0, -last.length) + spacer(false, 20) : body
}

/** A table with its caption above; header rows are repeated on every page. */
export function writeTable(writer: Writer, block: TableBlock, place: Place, fill: CellWriter): string {
    const sheet = place.part ?? writer.sheet
    const { tables, cell: inCell, body: inBody } = sheet
    const change = tables[block.style ?? ""] ?? {}
    const sizePt = change.sizePt ?? inCell.sizePt ?? inBody.sizePt
    const linePt = change.linePt ?? inCell.linePt ?? inBody.linePt
    const em = twips(sizePt)
    const ems = place.width / em
    const isCramped = block.widths === undefined && isTight(...columnsIn(block), ems)
    const { head, body } = (isCramped ? foldLastColumn(block) : undefined) ?? block
    const widths = shareOut(place.width, block.widths ?? measureColumns(...columnsIn({ head, body }), ems))
    const widthsPt = widths.map((width) => (width - 2 * PAD) / 20)
    const keepNext = place.change.keepNext === true
    const kept = keptRows(body, { sheet, widthsPt, sizePt, linePt, padPt: PAD_Y / 10 }, keepNext)
    // Compact tables are read, not filled in.
    const isForm = sheet.minRowPt !== undefined && block.style !== "compact"
    const setting = {
        sheet,
        widths,
        change,
        fill,
        minRowPt: isForm ? sheet.minRowPt : undefined,
        isMiddle: isForm && block.style !== "entry",
    }
    const rows = [
        ...writeRows(head, true, { ...setting, kept: head.map(() => body.length > 0) }),
        ...writeRows(body, false, { ...setting, kept }),
    ]
    const caption =
        block.caption === undefined
            ? ""
            : fill([{ kind: "paragraph", inlines: block.caption }], "Caption", { beforePt: TABLE_GAP_PT }, place.width)
    const rules = block.style === "plain" ? ROWS_ONLY : GRID
    return caption + table(widths, rules, rows, { left: place.left, hasHead: head.length > 0, keepNext })
}

function columnsIn({ head, body }: Pick<TableBlock, "head" | "body">): [rows: readonly Row[], count: number] {
    const rows = [...head, ...body]
    return [rows, Math.max(1, ...rows.map(columnsOf))]
}

/** `dl`: two columns, ruled where the style sheet says so. */
export function writeDefinitions(writer: Writer, block: DefinitionsBlock, place: Place, fill: CellWriter): string {
    const sheet = place.part ?? writer.sheet
    const longest = Math.max(4, ...block.entries.map(({ term }) => lengthOf(inlineText(term))))
    const share = Math.min(0.36, (longest * 0.62 * sizeOf(sheet) * 20 + 2 * PAD) / place.width)
    const widths = shareOut(place.width, [share, 1 - share])
    const [termWidth = 0, valueWidth = 0] = widths
    const keepNext = place.change.keepNext === true
    const rows = block.entries.map(({ term, blocks }, n) => {
        const change: FormatChange = keepNext && n === block.entries.length - 1 ? { keepNext } : {}
        return row(
            [
                cell(
                    termWidth,
                    { shd: shade(sheet) },
                    fill([{ kind: "paragraph", inlines: term }], "Term", change, termWidth),
                ),
                cell(valueWidth, {}, fill(blocks, "Value", change, valueWidth)),
            ],
            false,
        )
    })
    const rules = sheet.ruledDefinitions ? GRID : NONE
    return table(widths, rules, rows, { left: place.left, hasHead: false, keepNext })
}

/** A boxed remark: a table of one cell, so that lists and tables can stand in it. */
export function writeBox(_: Writer, place: Place, inside: (place: Place) => string): string {
    const width = place.width - 2 * PAD
    const content = inside({ ...place, left: 0, width, isInner: true, change: { ...place.change, indentChars: 0 } })
    const closed = content.endsWith("</w:p>") ? content : content + element("p")
    // A box goes on over pages: moved whole it would leave one empty.
    return table([place.width], GRID, [element("tr", {}, cell(place.width, {}, closed))], {
        left: place.left,
        hasHead: false,
        keepNext: place.change.keepNext === true,
    })
}

interface RowSetting {
    readonly sheet: DocxSheet
    readonly widths: readonly number[]
    readonly change: FormatChange
    readonly fill: CellWriter
    /** Of each row: whether it stays on the page of the next. */
    readonly kept: readonly boolean[]
    readonly minRowPt: number | undefined
    /** Whether texts stand in the middle of their rows. */
    readonly isMiddle: boolean
}

/** Rows with every place of the grid filled: a cell over several rows continues in each of them (§17.4.84). */
function writeRows(rows: readonly Row[], isHead: boolean, setting: RowSetting): string[] {
    const { widths, kept, minRowPt } = setting
    // Per column: how many further rows the cell above reaches, and how many columns it is wide.
    const reach: { rows: number; span: number }[] = widths.map(() => ({ rows: 0, span: 1 }))
    return rows.map(({ cells }, n) => {
        const change: FormatChange = { ...setting.change, ...(kept[n] && { keepNext: true }) }
        const waiting = [...cells]
        const written: string[] = []
        for (let column = 0; column < widths.length; ) {
            const above = reach[column]
            if (above !== undefined && above.rows > 0) {
                const { span } = above
                const width = widthOf(widths, column, span)
                const empty = setting.fill([], "TableText", change, width)
                written.push(cell(width, { vMerge: element("vMerge"), ...spanned(span) }, empty))
                for (const covered of reach.slice(column, column + span)) covered.rows--
                column += span
                continue
            }
            const next = waiting.shift()
            const span = Math.min(next?.colspan ?? 1, freeFrom(reach, column))
            written.push(writeCell(next, widthOf(widths, column, span), span, isHead, { ...setting, change }))
            for (const covered of reach.slice(column, column + span)) {
                covered.rows = (next?.rowspan ?? 1) - 1
                covered.span = span
            }
            column += span
        }
        return row(written, isHead, minRowPt)
    })
}

/** Columns from here on that no cell above reaches into. */
function freeFrom(reach: readonly { readonly rows: number }[], column: number): number {
    const taken = reach.findIndex(({ rows }, i) => i > column && rows > 0)
    return (taken < 0 ? reach.length : taken) - column
}

function writeCell(
    source: Cell | undefined,
    width: number,
    span: number,
    isHead: boolean,
    setting: RowSetting,
): string {
    const { sheet, change, fill, isMiddle } = setting
    const isHeader = source?.header === true
    const style: StyleId = isHeader ? "TableHead" : "TableText"
    // Decimal points do not align in a text document; figures end at the right. The head of a row begins at the left.
    const align = source?.align === "decimal" ? "end" : (source?.align ?? (isHeader && !isHead ? "start" : undefined))
    const own: FormatChange = { ...change, ...(align !== undefined && { align }) }
    const given: Properties = {
        ...spanned(span),
        vMerge: (source?.rowspan ?? 1) > 1 ? valued("vMerge", "restart") : undefined,
        shd: isHeader || isHead ? shade(sheet) : undefined,
        vAlign: isHead || isMiddle ? valued("vAlign", "center") : undefined,
    }
    return cell(width, given, fill(source?.blocks ?? [], style, own, width - 2 * PAD))
}

function spanned(span: number): Properties {
    return { gridSpan: span > 1 ? valued("gridSpan", span) : undefined }
}

function shade({ headFill }: DocxSheet): string | undefined {
    return headFill === undefined ? undefined : element("shd", { val: "clear", color: "auto", fill: headFill })
}

function cell(width: number, given: Properties, content: string): string {
    return element("tc", {}, properties("tcPr", { tcW: element("tcW", { w: width, type: "dxa" }), ...given }), content)
}

function row(cells: readonly string[], isHead: boolean, minRowPt?: number): string {
    const height = minRowPt === undefined ? [] : [element("trHeight", { val: twips(minRowPt), hRule: "atLeast" })]
    const given = element("trPr", {}, element("cantSplit"), ...height, ...(isHead ? [element("tblHeader")] : []))
    return element("tr", {}, given, ...cells)
}

const SIDES = ["top", "left", "bottom", "right", "insideH", "insideV"]
const borders = (ruled: readonly string[]) =>
    element("tblBorders", {}, ...SIDES.map((side) => element(side, ruled.includes(side) ? RULE : { val: "nil" })))
const GRID = borders(SIDES)
const ROWS_ONLY = borders(["top", "bottom", "insideH"])
const NONE = borders([])

function table(
    widths: readonly number[],
    rules: string,
    rows: readonly string[],
    { left, hasHead, keepNext }: { readonly left: number; readonly hasHead: boolean; readonly keepNext: boolean },
): string {
    const given = properties("tblPr", {
        tblW: element("tblW", { w: widths.reduce((sum, width) => sum + width, 0), type: "dxa" }),
        tblInd: element("tblInd", { w: left, type: "dxa" }),
        tblBorders: rules,
        tblLayout: element("tblLayout", { type: "fixed" }),
        tblCellMar: element(
            "tblCellMar",
            {},
            ...["top", "left", "bottom", "right"].map((side) =>
                element(side, { w: side === "left" || side === "right" ? PAD : PAD_Y, type: "dxa" }),
            ),
        ),
        tblLook: element("tblLook", { val: hasHead ? "0020" : "0000" }),
    })
    const grid = element("tblGrid", {}, ...widths.map((width) => element("gridCol", { w: width })))
    return element("tbl", {}, given, grid, ...rows) + spacer(keepNext)
}

function columnsOf({ cells }: Row): number {
    return cells.reduce((sum, { colspan }) => sum + colspan, 0)
}

function widthOf(widths: readonly number[], from: number, span: number): number {
    return widths.slice(from, from + span).reduce((sum, width) => sum + width, 0)
}

function sizeOf({ term, body }: DocxSheet): number {
    return term.sizePt ?? body.sizePt
}
