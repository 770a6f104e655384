import type { Row } from "../document/blocks.ts"
import { cellLines, lengthOf } from "./docx-columns.ts"
import { type DocxSheet, depthOf } from "./docx-styles.data.ts"

/**
 * Rows of a table that stay on the page of the next one, by the rules of the PDF (`layout/tables/table.ts`). Heights are
 * estimated, without fonts: what is kept is far lower than a page.
 */

/** Shares of a page: rows that belong together, a whole table, and a whole table of few rows. */
const UNCUT_PAIR = 0.4
const UNCUT_TABLE = 0.3
const UNCUT_FEW = 0.6
const FEW_ROWS = 8
/** Width of a letter in ems; a Chinese character takes two. */
const LETTER_EM = 0.52

interface Measure {
    readonly sheet: DocxSheet
    /** Of the columns, in points. */
    readonly widthsPt: readonly number[]
    readonly sizePt: number
    readonly linePt: number
    /** Above and below the text of a row. */
    readonly padPt: number
}

/**
 * The first two rows stay together and the last two, rows that a cell spans, a head within the table with the row below
 * it, and all rows of a short table.
 *
 * @param isLastKept - Whether the last row stays with what follows the table.
 */
export function keptRows(body: readonly Row[], measure: Measure, isLastKept: boolean): boolean[] {
    const page = depthOf(measure.sheet)
    const heights = body.map((row) => heightOf(row, measure))
    const heightBetween = (from: number, to: number) => heights.slice(from, to).reduce((sum, own) => sum + own, 0)
    const groups = groupsOf(body)
    const kept = body.map((_, n) => isLastKept && n === body.length - 1)
    const keep = (from: number, to: number, share: number) => {
        if (heightBetween(from, to) < page * share) kept.fill(true, from, to - 1)
    }
    for (const [n, { from, to }] of groups.entries()) {
        const next = groups[n + 1]?.to
        const isPair = n === 0 || n === groups.length - 2 || isHead(body[from])
        keep(from, to, UNCUT_PAIR)
        if (isPair && next !== undefined) keep(from, next, UNCUT_PAIR)
    }
    keep(0, body.length, groups.length < FEW_ROWS ? UNCUT_FEW : UNCUT_TABLE)
    return kept
}

/** Rows that cells spanning rows tie together. */
function groupsOf(body: readonly Row[]): { from: number; to: number }[] {
    const groups: { from: number; to: number }[] = []
    for (let from = 0; from < body.length; ) {
        let to = from + 1
        for (let row = from; row < to; row++)
            for (const { rowspan } of body[row]?.cells ?? []) to = Math.max(to, Math.min(body.length, row + rowspan))
        groups.push({ from, to })
        from = to
    }
    return groups
}

function isHead(row: Row | undefined): boolean {
    const [first, ...others] = row?.cells ?? []
    return first?.header === true && others.length === 0
}

function heightOf({ cells }: Row, { widthsPt, sizePt, linePt, padPt, sheet }: Measure): number {
    let at = 0
    const lines = cells.map((cell) => {
        const widthPt = widthsPt.slice(at, at + cell.colspan).reduce((sum, own) => sum + own, 0)
        at += cell.colspan
        if (cell.rowspan > 1) return 1
        const inLine = Math.max(1, widthPt / (LETTER_EM * sizePt))
        return cellLines(cell).reduce((sum, line) => sum + Math.max(1, Math.ceil(lengthOf(line) / inLine)), 0)
    })
    return Math.max(sheet.minRowPt ?? 0, Math.max(1, ...lines) * linePt + padPt)
}
