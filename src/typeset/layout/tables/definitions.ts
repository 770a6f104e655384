import { SCRIPT } from "../../../base/lang.ts"
import type { Block } from "../../document/blocks.ts"
import { type Composer, inLanguage, type Setting } from "../composer.ts"
import { measureBlocks } from "../lines/measure.ts"
import { setParagraph } from "../lines/paragraph.ts"
import { withLabels } from "../pages/labels.ts"
import { keepTogether, type Piece, stackHeight } from "../pages/piece.ts"
import { type CellFrame, type Column, sliceColumns } from "../pages/slices.ts"
import { depthOf, type TableStyle, type TextStyle } from "../styles.ts"
import { type SetBlocks, UNCUT } from "./table.ts"

export type DefinitionsBlock = Extract<Block, { kind: "definitions" }>
type Entry = DefinitionsBlock["entries"][number]

/** Short Chinese terms of several lists on a page take the same width, so that their values stand below each other. */
const LEAST_TERM_EM = 8
/** Terms take at most this share of the width. */
const TERM_SHARE = 0.36
/** A list lower than this share of a page, such as what is known of a company, is not cut. */
const UNCUT_LIST = 0.25

/** Sets terms and their values in two columns, ruled like a form where the style sheet says so; `dl`. */
export function setDefinitions(
    composer: Composer,
    block: DefinitionsBlock,
    setting: Setting,
    setBlocks: SetBlocks,
): Piece[] {
    const style = setting.sheet.definitions
    const list = composer.tree.add("L", setting.parent)
    const termStyle = inLanguage(style.headCell, setting)
    const needs = block.entries.map(
        ({ term }) => measureBlocks(composer, [{ kind: "paragraph", inlines: term }], termStyle, setting).maxPt,
    )
    const least = setting.isInner || SCRIPT[setting.lang] === "latin" ? 0 : LEAST_TERM_EM * style.headCell.sizePt
    const termWidth = Math.min(Math.max(least, ...needs) + 2 * style.padXPt + 2, setting.widthPt * TERM_SHARE)
    const pieces = block.entries.flatMap((entry) => setEntry(composer, entry, termWidth, list, setting, setBlocks))
    // The pages of a letter are to be full.
    const kept = setting.sheet.body.lastMayPart ? pieces : keepTogether(pieces, setting.sheet, UNCUT_LIST)
    return kept.map((piece, i) => ({
        ...piece,
        ...(i === 0 && { beforePt: 4 }),
        ...(i === pieces.length - 1 && { afterPt: 7 }),
    }))
}

function setEntry(
    composer: Composer,
    { term, blocks }: Entry,
    termWidth: number,
    list: number,
    setting: Setting,
    setBlocks: SetBlocks,
): Piece[] {
    const { sheet } = setting
    const style = sheet.definitions
    const left = { xPt: setting.xPt, widthPt: termWidth }
    const right = { xPt: setting.xPt + termWidth, widthPt: setting.widthPt - termWidth }
    const inside = (box: typeof left, parent: number, body: TextStyle): Setting => {
        const inner = { xPt: box.xPt + style.padXPt, widthPt: box.widthPt - 2 * style.padXPt }
        return { ...setting, ...inner, parent, body, isInner: true }
    }
    const item = composer.tree.add("LI", list)
    const label = composer.tree.add("Lbl", item)
    const termStyle = inLanguage(style.headCell, setting)
    const terms = setParagraph(composer, term, termStyle, inside(left, label, termStyle), label)
    const value = composer.tree.add("LBody", item)
    const values = setBlocks(composer, blocks, inside(right, value, inLanguage(style.cell, setting)))
    const heightPt = Math.max(
        style.minRowPt,
        ...[terms, values].map((column) => stackHeight(column) + 2 * style.padYPt),
    )
    const columns = [terms, values].map((column): Column => {
        const middle = style.middle && column.length < 8 && heightPt < depthOf(sheet) * UNCUT
        return { row: 0, topPt: middle ? (heightPt - stackHeight(column)) / 2 : style.padYPt, pieces: column }
    })
    const frames = cellFrames(style, [left, right], heightPt)
    const slices = sliceColumns(sheet, columns, frames, heightPt, [], style.padYPt, depthOf(sheet) * 0.6)
    return keepTogether(withLabels(slices, [terms], style.padYPt), sheet, UNCUT)
}

function cellFrames(
    style: TableStyle,
    boxes: readonly { xPt: number; widthPt: number }[],
    bottomPt: number,
): CellFrame[] {
    if (style.rules === "none") return []
    const { rules, rulePt, ruleColor, headFill } = style
    return boxes.map((box, i) => {
        const fill = i === 0 && headFill ? { fill: headFill } : {}
        return {
            frame: { ...box, rules, strokePt: rulePt, stroke: ruleColor, ...fill },
            firstRow: 0,
            lastRow: 0,
            topPt: 0,
            bottomPt,
        }
    })
}
