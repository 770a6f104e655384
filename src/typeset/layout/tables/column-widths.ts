import type { Block } from "../../document/blocks.ts"
import { type Composer, inLanguage, type Setting } from "../composer.ts"
import type { ContentWidths } from "../lines/break-lines.ts"
import { decimalParts, measureBlocks, WIDTHS } from "../lines/measure.ts"
import type { TableStyle, TextStyle } from "../styles.ts"
import { foldLastColumn } from "./fold.ts"
import { buildGrid, type Grid, type GridCell, shareWidth } from "./table-grid.ts"

export type TableBlock = Extract<Block, { kind: "table" }>

/** Short entries (times, names, amounts) are given room for two lines, before long texts share the rest. */
const SHORT_EM = 14
const TWO_LINES = 0.75
/** No column is narrower than two characters. */
const FLOOR_EM = 2.1
/** So many of the wishes for columns break no id. */
const UNBROKEN = 4

/** Style of the text in a cell. */
export function textStyleOf(style: TableStyle, cell: GridCell, grid: Grid, setting: Setting): TextStyle {
    const source = cell.cell.header ? style.headCell : style.cell
    const align = cell.cell.align
    const overDecimals = cell.inHead && grid.decimalColumns.has(cell.column)
    const plain = overDecimals ? "center" : cell.cell.header && !cell.inHead ? "start" : source.align
    // What is no number in a column of decimals (a dash, 不详) stands in the middle, as the block of numbers does.
    return inLanguage({ ...source, align: align === "decimal" ? "center" : (align ?? plain) }, setting)
}

/** The greatest widths left and right of the decimal points of a column. */
export interface DecimalColumn {
    readonly leftPt: number
    readonly rightPt: number
}

function decimalColumns(composer: Composer, grid: Grid, setting: Setting, style: TableStyle): DecimalColumn[] {
    const columns = Array.from({ length: grid.columns }, () => ({ leftPt: 0, rightPt: 0 }))
    for (const cell of grid.rows.flat()) {
        const column = columns[cell.column]
        if (cell.cell.align !== "decimal" || cell.colspan > 1 || !column) continue
        const parts = decimalParts(composer, cell.cell.blocks, textStyleOf(style, cell, grid, setting), setting)
        if (!parts) continue
        column.leftPt = Math.max(column.leftPt, parts.leftPt)
        column.rightPt = Math.max(column.rightPt, parts.rightPt)
    }
    return columns
}

/** A table ready to be set. */
interface Columns {
    readonly grid: Grid
    readonly style: TableStyle
    readonly widths: readonly number[]
    readonly decimals: readonly DecimalColumn[]
}

/**
 * Style and columns. A table whose words do not fit in its own style is set as a compact one; one that would still break
 * ids gets its last column as a line below each row.
 */
export function chooseWidths(composer: Composer, block: TableBlock, setting: Setting): Columns {
    const { table, tables } = setting.sheet
    const own = { ...table, ...(tables[block.style ?? ""] ?? {}) }
    const grid = buildGrid(block.head, block.body)
    if (block.widths) {
        const shares = Array.from({ length: grid.columns }, (_, i) => block.widths?.[i] ?? 1)
        const total = shares.reduce((sum, width) => sum + width, 0)
        const widths = shares.map((width) => (width * setting.widthPt) / total)
        return { grid, style: own, widths, decimals: decimalColumns(composer, grid, setting, own) }
    }
    const compact = { ...own, ...tables.compact }
    const isOpen = (set: Fitted) => set.broken > 0
    const first = fitTable(composer, grid, own, setting)
    const second = isOpen(first) && block.style !== "compact" ? fitTable(composer, grid, compact, setting) : first
    const kept = second.broken < first.broken || first.broken === WORDS ? second : first
    const folded = isOpen(kept) ? foldLastColumn(block) : undefined
    if (!folded) return kept
    const third = fitTable(composer, buildGrid(folded.head, folded.body), compact, setting)
    return third.broken < kept.broken ? third : kept
}

/** What had to be broken so that a table fits: nothing, ids, or words. */
const WORDS = 2
interface Fitted extends Columns {
    readonly broken: 0 | 1 | typeof WORDS
}

function fitTable(composer: Composer, grid: Grid, style: TableStyle, setting: Setting): Fitted {
    const decimals = decimalColumns(composer, grid, setting, style)
    return { grid, style, decimals, ...columnWidths(composer, grid, decimals, setting, style) }
}

type Needs = { -readonly [K in keyof ContentWidths]: number }

/** Shares the width so that as little as possible is broken: first no id, no date; then ids at their separators only. */
function columnWidths(
    composer: Composer,
    grid: Grid,
    decimals: readonly DecimalColumn[],
    setting: Setting,
    style: TableStyle,
): Pick<Fitted, "widths" | "broken"> {
    const needs = columnNeeds(composer, grid, decimals, setting, style)
    const roomy = (need: Needs, leastPt: number) => {
        const short = Math.min(need.maxPt, SHORT_EM * style.cell.sizePt + 2 * style.padXPt)
        return Math.max(leastPt, short * TWO_LINES)
    }
    const wishes: readonly ((need: Needs) => number)[] = [
        (need) => roomy(need, need.wholePt),
        (need) => need.wholePt,
        (need) => roomy(need, need.partsPt),
        (need) => need.partsPt,
        (need) => roomy(need, need.minPt),
        (need) => need.minPt,
    ]
    const sum = (wish: (need: Needs) => number) => needs.reduce((total, need) => total + wish(need), 0)
    const at = wishes.findIndex((wish) => sum(wish) <= setting.widthPt)
    const least = wishes[at] ?? ((need: Needs) => need.minPt)
    const floorPt = FLOOR_EM * style.cell.sizePt + 2 * style.padXPt
    const widths = shareWidth(
        needs.map((need) => ({ minPt: least(need), maxPt: need.maxPt, floorPt })),
        setting.widthPt,
    )
    return { widths, broken: at < 0 ? WORDS : at < UNBROKEN ? 0 : 1 }
}

function columnNeeds(
    composer: Composer,
    grid: Grid,
    decimals: readonly DecimalColumn[],
    setting: Setting,
    style: TableStyle,
): Needs[] {
    const needs = decimals.map(({ leftPt, rightPt }): Needs => {
        const need = leftPt + rightPt + 2 * style.padXPt
        return { minPt: need, partsPt: need, wholePt: need, maxPt: need }
    })
    // Cells of one column first: what spans several only adds what these leave short.
    const cells = grid.rows.flat().sort((a, b) => a.colspan - b.colspan)
    for (const cell of cells) {
        const spanned = needs.slice(cell.column, cell.column + cell.colspan)
        const text = textStyleOf(style, cell, grid, setting)
        const toFill = style.minRowPt > 0 && cell.cell.blocks.length === 0
        const room = 6 * text.sizePt
        const content = toFill
            ? { minPt: room, partsPt: room, wholePt: room, maxPt: 2 * room }
            : measureBlocks(composer, cell.cell.blocks, text, setting)
        for (const key of WIDTHS) widen(spanned, key, content[key] + 2 * style.padXPt)
    }
    return needs
}

function widen(needs: readonly Needs[], key: keyof Needs, wanted: number): void {
    const short = wanted - needs.reduce((sum, need) => sum + need[key], 0)
    if (short > 0) for (const need of needs) need[key] += short / needs.length
}
