import type { Block, Inline } from "../../document/blocks.ts"
import { inlineText } from "../../document/collect-text.ts"
import { type Composer, type Setting, shapeText } from "../composer.ts"
import type { TextStyle } from "../styles.ts"
import { type ContentWidths, contentWidths } from "./break-lines.ts"
import type { Cluster } from "./inline.ts"

/** Names of the widths. */
export const WIDTHS = ["minPt", "partsPt", "wholePt", "maxPt"] as const

/** Widths that blocks in a cell need, before anything is set. */
export function measureBlocks(
    composer: Composer,
    blocks: readonly Block[],
    style: TextStyle,
    setting: Setting,
): ContentWidths {
    const widths = { minPt: 0, partsPt: 0, wholePt: 0, maxPt: 0 }
    const take = (inlines: readonly Inline[], insetPt: number) => {
        const needs = contentWidths(shapeText(composer, inlines, style, setting.lang).segments)
        for (const key of WIDTHS) widths[key] = Math.max(widths[key], needs[key] + insetPt)
    }
    const visit = (block: Block, insetPt: number) => {
        if (block.kind === "paragraph" || block.kind === "heading") take(block.inlines, insetPt)
        else if (block.kind === "list") {
            take([], insetPt + 2 * style.sizePt)
            for (const b of block.items.flat()) visit(b, insetPt + 2 * style.sizePt)
        } else if (block.kind === "definitions")
            for (const { term, blocks: inner } of block.entries) {
                take(term, insetPt + 4 * style.sizePt)
                for (const b of inner) visit(b, insetPt + 4 * style.sizePt)
            }
        else if (block.kind === "callout" || block.kind === "section")
            for (const b of block.blocks) visit(b, insetPt + 20)
        else if (block.kind === "figure") widths.maxPt = Math.max(widths.maxPt, 160 + insetPt)
        else if (block.kind === "table")
            for (const row of [...block.head, ...block.body])
                for (const cell of row.cells) for (const b of cell.blocks) visit(b, insetPt + 40)
    }
    for (const block of blocks) visit(block, 0)
    return widths
}

/** A number, perhaps with a sign or currency before and a unit after; first group: up to its point or last digit. */
const NUMBER = /^(\D{0,4}\d[\d,\u202F\u00A0 ]*(?<! ))(?:\.\d+)?\D{0,16}$/

/**
 * Widths left and right of a number's decimal point; `undefined` where a cell is not one line with a number. The point
 * and a unit after the number count as right of it.
 */
export function decimalParts(
    composer: Composer,
    blocks: readonly Block[],
    style: TextStyle,
    setting: Setting,
): { leftPt: number; rightPt: number } | undefined {
    const [only] = blocks
    if (blocks.length !== 1 || only?.kind !== "paragraph") return undefined
    const whole = NUMBER.exec(inlineText(only.inlines))?.[1]
    const { segments } = shapeText(composer, only.inlines, style, setting.lang)
    const [clusters] = segments
    if (!whole || !clusters || segments.length > 1) return undefined
    let length = 0
    let leftPt = 0
    let rightPt = 0
    for (const cluster of clusters) {
        const width = advanceOf(cluster)
        if (length < whole.length) leftPt += width
        else rightPt += width
        length += cluster.text.length
    }
    return { leftPt, rightPt }
}

function advanceOf(cluster: Cluster): number {
    return cluster.advancePt + cluster.kernPt
}
