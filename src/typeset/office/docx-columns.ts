import type { Block, Cell, Row } from "../document/blocks.ts"
import { inlineText } from "../document/collect-text.ts"

/** Widths of the columns of a table by what stands in them, without fonts: characters are counted. */

/** Shares a width by weights, in whole units that add up to it. */
export function shareOut(width: number, weights: readonly number[]): number[] {
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    let before = 0
    let edge = 0
    return weights.map((weight) => {
        before += weight
        const next = Math.round((width * before) / total)
        const own = next - edge
        edge = next
        return own
    })
}

/** Width of a Latin letter in ems, between that of proportional type and that of code. */
const LETTER_EM = 0.58
/** Both sides of a cell, in letters of the smallest type. */
const PAD_LETTERS = 2
const LONGEST_COLUMN = 48

/**
 * Widths of columns by their texts, as weights: each gets what its longest word needs, so that ids stay whole where the
 * page is wide enough, and what is left goes to those with the longest lines. Cells over several columns are left out.
 *
 * @param ems - Width of the table in ems of its type.
 */
export function measureColumns(rows: readonly Row[], count: number, ems: number): number[] {
    const room = ems / LETTER_EM
    const asked = askedBy(rows, count)
    const most = highest(
        asked.map(({ least }) => least),
        room,
    )
    const needs = asked.map(({ least, wanted }) => ({ least: Math.min(least, most), wanted }))
    const left = room - needs.reduce((sum, { least }) => sum + least, 0)
    const wishes = needs.map(({ least, wanted }) => Math.max(0, wanted - least))
    const given = grant(wishes, left)
    const widths = needs.map(({ least }, i) => least + (given[i] ?? 0))
    // A table narrower than the page grows evenly.
    const rest = Math.max(0, room - widths.reduce((sum, width) => sum + width, 0)) / count
    return widths.map((width) => width + rest)
}

/** As many letters as one more short word in a line. */
const SMALL_WISH = 6

/** Small wishes are met whole, the smallest first, because a part of a word is of no use; the others share what is left. */
function grant(wishes: readonly number[], room: number): number[] {
    let left = Math.max(0, room)
    const met = new Set<number>()
    const small = wishes.map((wish, i) => ({ wish, i })).filter(({ wish }) => wish <= SMALL_WISH)
    for (const { wish, i } of small.sort((a, b) => a.wish - b.wish)) {
        if (wish > left) break
        left -= wish
        met.add(i)
    }
    const rest = wishes.reduce((sum, wish, i) => sum + (met.has(i) ? 0 : wish), 0)
    const share = rest === 0 ? 0 : Math.min(1, left / rest)
    return wishes.map((wish, i) => (met.has(i) ? wish : wish * share))
}

/** Whether the longest words of a table do not stand beside each other, so that ids and numbers would be broken. */
export function isTight(rows: readonly Row[], count: number, ems: number): boolean {
    return askedBy(rows, count).reduce((sum, { least }) => sum + least, 0) > ems / LETTER_EM
}

/** What each column needs for its longest word and for its longest line, in letters. */
function askedBy(rows: readonly Row[], count: number): { least: number; wanted: number }[] {
    return Array.from({ length: count }, (_, column) => {
        const lines = rows.flatMap((one) => columnLines(one, column))
        const words = lines.flatMap((line) => line.split(" "))
        const longest = (texts: readonly string[]) => Math.max(3, ...texts.map(lengthOf)) + PAD_LETTERS
        // Chinese breaks anywhere; six characters in a line still read well.
        const least = words.map((word) => (/[\u2e80-\uffff]/.test(word) ? word.slice(0, 6) : word))
        return { least: longest(least), wanted: Math.min(LONGEST_COLUMN, longest(lines)) }
    })
}

/** The width up to which all columns together fit: where they do not, only the longest words break, not every column. */
function highest(needs: readonly number[], room: number): number {
    let rest = room
    for (const [i, need] of [...needs].sort((a, b) => a - b).entries()) {
        const share = rest / (needs.length - i)
        if (need > share) return share
        rest -= need
    }
    return Math.max(0, ...needs)
}

/** Lines of text in the cell that begins at a column and takes no other. */
function columnLines({ cells }: Row, column: number): string[] {
    let at = 0
    for (const one of cells) {
        if (at === column && one.colspan === 1) return cellLines(one)
        at += one.colspan
    }
    return []
}

/** The lines of a cell as they were written, before any is broken. */
export function cellLines({ blocks }: Cell): string[] {
    return blocks.flatMap(textLines)
}

function textLines(block: Block): string[] {
    if (block.kind === "paragraph" || block.kind === "heading") return inlineText(block.inlines).split("\n")
    return block.kind === "list" ? block.items.flatMap((item) => item.flatMap(textLines)) : []
}

/** In widths of a Latin letter; a Chinese character takes two. */
export function lengthOf(text: string): number {
    return [...text].reduce((length, character) => length + (character > "\u2e7f" ? 2 : 1), 0)
}
