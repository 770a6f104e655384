import type { Block } from "../../document/blocks.ts"
import { foldLastColumn } from "../../document/fold-table.ts"
import type { FontSet } from "../../font/face.ts"
import { type Composer, inLanguage, type Setting } from "../composer.ts"
import type { ContentWidths } from "../lines/break-lines.ts"
import { EPSILON } from "../lines/line.ts"
import { decimalParts, measureBlocks, WIDTHS } from "../lines/measure.ts"
import type { TableStyle, TextStyle } from "../styles.ts"
import { buildGrid, type Grid, type GridCell, shareWidth } from "./table-grid.ts"

export type TableBlock = Extract<Block, { kind: "table" }>

/** Short entries (times, names, amounts) are given room for two lines, before long texts share the rest. */
const SHORT_EM = 14
const TWO_LINES = 0.75
/** No column is narrower than two characters. */
const FLOOR_EM = 2.1

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
 * Style and columns. Widths that a template gives hold as long as they break no id and no word; a table whose words do
 * not fit in its own style is set as a compact one; one that would still break ids gets its last column as a line below
 * each row.
 */
export function chooseWidths(composer: Composer, block: TableBlock, setting: Setting): Columns {
    const { fonts } = composer
    const known = LAST_CHOSEN.get(block)
    if (known?.fonts === fonts && DECISIVE.every((key) => known.setting[key] === setting[key])) return known.columns
    const columns = measureColumns(composer, block, setting)
    LAST_CHOSEN.set(block, { fonts, setting, columns })
    return columns
}

/** What of a setting widths depend on. */
const DECISIVE = ["sheet", "lang", "widthPt"] as const

/** Columns as last chosen: a table is set by each pass over a document with contents, alone and in a volume. */
const LAST_CHOSEN = new WeakMap<
    TableBlock,
    { readonly fonts: FontSet; readonly setting: Setting; readonly columns: Columns }
>()

function measureColumns(composer: Composer, block: TableBlock, setting: Setting): Columns {
    const { table, tables } = setting.sheet
    const own = { ...table, ...(tables[block.style ?? ""] ?? {}) }
    const compact = { ...own, ...tables.compact }
    const grid = buildGrid(block.head, block.body)
    const given = block.widths && givenWidths(composer, block.widths, grid, own, setting)
    if (given && given.broken < IDS) return given
    const first = fitTable(composer, grid, own, setting)
    const second = first.broken > 0 && block.style !== "compact" ? fitTable(composer, grid, compact, setting) : first
    const measured = second.broken < first.broken || first.broken === WORDS ? second : first
    const kept = given && given.broken <= measured.broken ? given : measured
    // Widths that were given for a text are not to be spent on ids.
    const isCramped = kept.broken >= IDS || (given !== undefined && kept.broken > 0)
    const folded = isCramped || kept.isTall ? foldLastColumn(block) : undefined
    if (!folded) return kept
    const third = fitTable(composer, buildGrid(folded.head, folded.body), compact, setting)
    return third.broken < kept.broken || (kept.isTall && third.broken === kept.broken) ? third : kept
}

/** What had to be broken so that a table fits: nothing, a name or a date at its marked places, ids anywhere, words. */
const PARTS = 1
const IDS = 2
const WORDS = 3
/** A last column whose text would stand on more lines than this is better read as a line below. */
const MOST_LINES = 3
interface Fitted extends Columns {
    /** The last column was left too narrow for its text; not asked where a template gives widths. */
    readonly isTall: boolean
    readonly broken: 0 | typeof PARTS | typeof IDS | typeof WORDS
}

function givenWidths(
    composer: Composer,
    given: readonly number[],
    grid: Grid,
    style: TableStyle,
    setting: Setting,
): Fitted {
    const shares = Array.from({ length: grid.columns }, (_, i) => given[i] ?? 1)
    const total = shares.reduce((sum, width) => sum + width, 0)
    const widths = shares.map((width) => (width * setting.widthPt) / total)
    const decimals = decimalColumns(composer, grid, setting, style)
    const needs = columnNeeds(composer, grid, decimals, setting, style)
    const holds = (key: keyof Needs) => needs.every((need, i) => need[key] <= (widths[i] ?? 0) + SLACK_PT)
    const fits = holds("wholePt") ? 0 : holds("partsPt") ? PARTS : holds("minPt") ? IDS : WORDS
    // A number has no stop that could hang.
    const isNumberTorn = decimals.some(
        ({ leftPt, rightPt }, i) => leftPt + rightPt + 2 * style.padXPt > (widths[i] ?? 0) + EPSILON,
    )
    const broken = fits < IDS && isNumberTorn ? IDS : fits
    return { grid, style, decimals, widths, broken, isTall: false }
}
/** A stop at the end of a word may hang by its blank half. */
const SLACK_PT = 4.6

function fitTable(composer: Composer, grid: Grid, style: TableStyle, setting: Setting): Fitted {
    const decimals = decimalColumns(composer, grid, setting, style)
    return { grid, style, decimals, ...columnWidths(composer, grid, decimals, setting, style) }
}

type Needs = { -readonly [K in keyof ContentWidths]: number }

/** What each of the wishes for columns breaks. */
const BROKEN = [0, 0, PARTS, PARTS, IDS, IDS] as const

/** Shares the width so that as little as possible is broken: first no id, no date; then ids at their separators only. */
function columnWidths(
    composer: Composer,
    grid: Grid,
    decimals: readonly DecimalColumn[],
    setting: Setting,
    style: TableStyle,
): Pick<Fitted, "widths" | "broken" | "isTall"> {
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
    const padPt = 2 * style.padXPt
    const lines = ((needs.at(-1)?.maxPt ?? 0) - padPt) / Math.max(1, (widths.at(-1) ?? 0) - padPt)
    return { widths, broken: BROKEN[at] ?? WORDS, isTall: lines > MOST_LINES }
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
