import type { Lang } from "../../../base/lang.ts"
import type { Block, Inline } from "../../document/blocks.ts"
import { type Composer, inLanguage, plainText, type Setting } from "../composer.ts"
import { decimalParts } from "../lines/measure.ts"
import { setParagraph } from "../lines/paragraph.ts"
import { withLabels } from "../pages/labels.ts"
import { asArtifact, type Frame, keepTogether, type Piece, stackHeight } from "../pages/piece.ts"
import { type CellFrame, type Column, columnBottom, sliceColumns } from "../pages/slices.ts"
import { depthOf, type TableStyle, type TextStyle } from "../styles.ts"
import { chooseWidths, type DecimalColumn, type TableBlock, textStyleOf } from "./column-widths.ts"
import type { Grid, GridCell } from "./table-grid.ts"

/** Sets blocks inside a cell; passed in, because blocks contain tables and tables contain blocks. */
export type SetBlocks = (composer: Composer, blocks: readonly Block[], setting: Setting) => Piece[]

/** A head higher than this share of a page is set once only. */
const MOST_REPEATED = 0.3
const TINY = 0.01
/** A row, and a whole table, that is lower than this share of a page is not cut. */
export const UNCUT = 0.2
const UNCUT_TABLE = 0.3
/** Nor is a table of fewer rows than this, as long as a page has room for it and a heading. */
const FEW_ROWS = 8
const UNCUT_FEW = 0.85
/** Two rows stay with the head, and two at the end together, where they are lower than this share. */
const UNCUT_PAIR = 0.4

interface TableSetting {
    readonly composer: Composer
    readonly setting: Setting
    readonly style: TableStyle
    readonly grid: Grid
    readonly widths: readonly number[]
    /** For each column, the greatest widths left and right of the decimal points. */
    readonly decimals: readonly DecimalColumn[]
    readonly setBlocks: SetBlocks
}

/** Sets a table: caption, head, body; the head is set again on every page the body reaches. */
export function setTable(composer: Composer, block: TableBlock, setting: Setting, setBlocks: SetBlocks): Piece[] {
    const node = composer.tree.add("Table", setting.parent)
    const caption = block.caption ? setCaption(composer, block.caption, setting, node) : []
    const table = { composer, setting, setBlocks, ...chooseWidths(composer, block, setting) }
    const { grid } = table

    const head: Piece[][] = []
    const body: Piece[][] = []
    /** Of the groups in the body: those that are a head over the rows below them. */
    const headed = new Set<number>()
    const sections = [
        { role: "THead" as const, from: 0, to: grid.headRows, groups: head },
        { role: "TBody" as const, from: grid.headRows, to: grid.rows.length, groups: body },
    ]
    for (const { role, from, to, groups } of sections) {
        if (from === to) continue
        const section = composer.tree.add(role, node)
        for (let row = from; row < to; ) {
            const end = groupEnd(grid, row, to)
            const [first, ...others] = grid.rows[row] ?? []
            if (role === "TBody" && first?.cell.header && others.length === 0) headed.add(groups.length)
            groups.push(setGroup(table, row, end, section))
            row = end
        }
    }
    const heads = head.flat()
    const repeats = heads.length > 0 && stackHeight(heads) < depthOf(setting.sheet) * MOST_REPEATED
    const keptHead = repeats ? heads.map((piece) => ({ ...piece, keep: true })) : heads
    const repeat = [...setContinued(composer, setting), ...(repeats ? heads.map(asArtifact) : [])]
    // What stands first goes on from nothing, though it may begin a page.
    const isFirst = (i: number) => i === 0 && caption.length + keptHead.length === 0
    const rows = keepPairs(body, headed, setting).map((piece, i) => (isFirst(i) ? piece : { ...piece, repeat }))
    const all = [...caption, ...keptHead, ...rows]
    const space = { beforePt: 9, afterPt: 9 }
    const isWhole = (group: readonly Piece[]) => stackHeight(group) < depthOf(setting.sheet) * UNCUT
    // Few groups of many rows may be parted, where that parts no group.
    const isMany = body.length >= FEW_ROWS || (grid.rows.length - grid.headRows >= FEW_ROWS && body.every(isWhole))
    const share = isMany ? UNCUT_TABLE : UNCUT_FEW
    return keepTogether(all, setting.sheet, share).map((piece, i) => ({
        ...piece,
        ...(i === 0 && { beforePt: Math.max(piece.beforePt, space.beforePt) }),
        ...(i === all.length - 1 && { afterPt: space.afterPt }),
    }))
}

const CONTINUED: Readonly<Record<Lang, string>> = { "zh-CN": "续表", en: "(continued)" }

/** What stands over a table on every page but its first. */
function setContinued(composer: Composer, setting: Setting): Piece[] {
    const { caption, table } = setting.sheet
    const style: TextStyle = { ...caption, ...LABEL, sizePt: table.cell.sizePt, linePt: table.cell.linePt }
    return setParagraph(composer, plainText(composer, CONTINUED[setting.lang]), style, setting, "artifact")
}
const LABEL = { align: "end", beforePt: 0, afterPt: 0, keepNext: true } as const

/**
 * The first two and the last two rows stay together, so that no head stands over one row and no page begins with one; so
 * does a head within the table with the row below it.
 */
function keepPairs(groups: readonly (readonly Piece[])[], headed: ReadonlySet<number>, { sheet }: Setting): Piece[] {
    const mostPt = depthOf(sheet) * UNCUT_PAIR
    const isKept = (at: number) => {
        const pair = groups.slice(at, at + 2).flat()
        return groups.length > 1 && stackHeight(pair) < mostPt
    }
    const kept = new Set([0, groups.length - 2, ...headed].filter(isKept))
    return groups.flatMap((group, n) => (kept.has(n) ? group.map((piece) => ({ ...piece, keep: true })) : group))
}

function setCaption(composer: Composer, caption: readonly Inline[], setting: Setting, table: number): Piece[] {
    const node = composer.tree.add("Caption", table)
    const style = { ...inLanguage(setting.sheet.caption, setting), keepNext: true, afterPt: 4 }
    return setParagraph(composer, caption, style, setting, node)
}

/** End of the rows that cells spanning rows tie together. */
function groupEnd(grid: Grid, from: number, limit: number): number {
    let end = from + 1
    for (let row = from; row < end; row++)
        for (const cell of grid.rows[row] ?? []) end = Math.max(end, Math.min(limit, row + cell.rowspan))
    return end
}

/** Sets the rows of one group and cuts them into slices. */
function setGroup(table: TableSetting, from: number, to: number, section: number): Piece[] {
    const { composer, setting, style, grid } = table
    const cells: { cell: GridCell; pieces: Piece[] }[] = []
    for (const row of grid.rows.slice(from, to)) {
        const node = composer.tree.add("TR", section)
        for (const cell of row) cells.push({ cell, pieces: setCell(table, cell, node) })
    }
    const tops = rowTops(cells, from, to, style)
    const topOf = (row: number) => tops[row - from] ?? 0
    const heightPt = tops.at(-1) ?? 0
    // What may be cut begins at the top: the middle of it would be on another page.
    const isWhole = heightPt < depthOf(setting.sheet) * UNCUT
    const columns = cells.map(({ cell, pieces }): Column => {
        const top = topOf(cell.row)
        const free = topOf(cell.row + cell.rowspan) - top - stackHeight(pieces)
        const middle = ((style.middle && isWhole) || cell.inHead) && pieces.length < 8
        return { row: cell.row - from, topPt: top + (middle ? Math.max(style.padYPt, free / 2) : style.padYPt), pieces }
    })
    const frames = cells.map(({ cell }): CellFrame => {
        const bottomPt = topOf(cell.row + cell.rowspan)
        const rows = { firstRow: cell.row - from, lastRow: cell.row + cell.rowspan - 1 - from }
        return { frame: cellFrame(table, cell), ...rows, topPt: topOf(cell.row), bottomPt }
    })
    const stops = tops.slice(1, -1)
    const mostPt = depthOf(setting.sheet) * 0.6
    const slices = sliceColumns(setting.sheet, columns, frames, heightPt, stops, style.padYPt, mostPt)
    const named = cells.filter(({ cell }) => cell.column === 0).map(({ pieces }) => pieces)
    const kept = keepTogether(withLabels(slices, named, style.padYPt), setting.sheet, UNCUT)
    return isHeaded(grid, from, to) ? keepAbove(kept, topOf(from + 1)) : kept
}

/** Whether the first row of a group is a head over the others, which is not to end a page. */
function isHeaded(grid: Grid, from: number, to: number): boolean {
    const own = (grid.rows[from] ?? []).filter(({ rowspan }) => rowspan === 1)
    return to - from > 1 && own.length === 1 && (own[0]?.cell.colspan ?? 1) > 1
}

/** Keeps all slices that begin above a height with the next. */
function keepAbove(slices: readonly Piece[], bottomPt: number): Piece[] {
    let topPt = 0
    return slices.map((slice) => {
        const isAbove = topPt < bottomPt - TINY
        topPt += slice.heightPt
        return isAbove ? { ...slice, keep: true } : slice
    })
}

/** Top of each row from the top of the group, and the bottom of the last. */
function rowTops(
    cells: readonly { cell: GridCell; pieces: Piece[] }[],
    from: number,
    to: number,
    style: TableStyle,
): number[] {
    const heights = Array.from({ length: to - from }, () => style.minRowPt)
    const bySpan = [...cells].sort((a, b) => a.cell.rowspan - b.cell.rowspan)
    for (const { cell, pieces } of bySpan) {
        const first = cell.row - from
        const needed = columnBottom({ topPt: 2 * style.padYPt, pieces })
        const others = heights.slice(first, first + cell.rowspan - 1).reduce((sum, height) => sum + height, 0)
        const last = first + cell.rowspan - 1
        heights[last] = Math.max(heights[last] ?? 0, needed - others)
    }
    const tops = [0]
    for (const height of heights) tops.push((tops.at(-1) ?? 0) + height)
    return tops
}

function cellBox(table: TableSetting, cell: GridCell): { xPt: number; widthPt: number } {
    const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0)
    const xPt = table.setting.xPt + sum(table.widths.slice(0, cell.column))
    return { xPt, widthPt: sum(table.widths.slice(cell.column, cell.column + cell.colspan)) }
}

function cellFrame(table: TableSetting, cell: GridCell): Frame {
    const { rules, rulePt, ruleColor, headFill } = table.style
    const fill = cell.cell.header && headFill ? { fill: headFill } : {}
    return { ...cellBox(table, cell), rules, strokePt: rulePt, stroke: ruleColor, ...fill }
}

function setCell(table: TableSetting, gridCell: GridCell, row: number): Piece[] {
    const { composer, setting, style } = table
    const { cell } = gridCell
    const node = composer.tree.add(cell.header ? "TH" : "TD", row, {
        ...(cell.header && { scope: cell.scope === "row" ? ("Row" as const) : ("Column" as const) }),
        ...(cell.colspan > 1 && { colSpan: cell.colspan }),
        ...(gridCell.rowspan > 1 && { rowSpan: gridCell.rowspan }),
    })
    const body = textStyleOf(style, gridCell, table.grid, setting)
    const box = cellBox(table, gridCell)
    const inner = { xPt: box.xPt + style.padXPt, widthPt: Math.max(1, box.widthPt - 2 * style.padXPt) }
    const place = decimalPlace(table, gridCell, body, inner)
    const cellSetting = { ...setting, ...(place ?? inner), body: place ? { ...body, align: "start" as const } : body }
    const cellBlocks = { ...cellSetting, parent: node, isInner: true }
    // One paragraph is the cell's own content, so that a table of values has no layer of P.
    const [only] = cell.blocks
    if (cell.blocks.length === 1 && only?.kind === "paragraph" && only.style === undefined) {
        const align = only.align ?? cellBlocks.body.align
        return setParagraph(composer, only.inlines, { ...cellBlocks.body, align }, cellBlocks, node)
    }
    return table.setBlocks(composer, cell.blocks, cellBlocks)
}

/** Box that puts a number's point under those of its column, the numbers as a block in the middle; none where it does not fit. */
function decimalPlace(
    table: TableSetting,
    gridCell: GridCell,
    body: TextStyle,
    inner: { xPt: number; widthPt: number },
): { xPt: number; widthPt: number } | undefined {
    if (gridCell.cell.align !== "decimal" || gridCell.colspan > 1) return undefined
    const parts = decimalParts(table.composer, gridCell.cell.blocks, body, table.setting)
    const column = table.decimals[gridCell.column]
    if (!parts || !column) return undefined
    const slack = inner.widthPt - column.leftPt - column.rightPt
    const xPt = inner.xPt + slack / 2 + column.leftPt - parts.leftPt
    return xPt < inner.xPt - 0.01 ? undefined : { xPt, widthPt: inner.xPt + inner.widthPt - xPt + 0.01 }
}
