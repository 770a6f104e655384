import type { Block, Inline } from "../document/blocks.ts"
import { type Composer, plainText, type Setting } from "./composer.ts"
import { setParagraph } from "./lines/paragraph.ts"
import { framePieces, keepTogether, type Piece, withEnds } from "./pages/piece.ts"
import type { TextStyle } from "./styles.ts"

/** A frame of commands lower than this share of a page is not cut. */
const UNCUT = 0.5
/** Room for the number of a line. */
const NUMBER_EM = 1.8

/**
 * Sets commands, a line each, in a frame. Where there are several each has its number before it, which is no part of the
 * text: numbers are read before the lines, so that who copies the lines copies nothing else.
 */
export function setCode(composer: Composer, block: Extract<Block, { kind: "code" }>, setting: Setting): Piece[] {
    const { sheet } = setting
    const { code, codeBox } = sheet
    const inset = codeBox.padPt + 2
    const isNumbered = block.lines.length > 1
    const shift = isNumbered ? NUMBER_EM * code.sizePt : 0
    const at = { ...setting, xPt: setting.xPt + inset, widthPt: setting.widthPt - 2 * inset }
    const numberStyle: TextStyle = { ...sheet.foot, align: "start", linePt: code.linePt }
    const numbers = block.lines.map((_, n) =>
        isNumbered ? setParagraph(composer, plainText(composer, String(n + 1)), numberStyle, at, "artifact") : [],
    )
    const parent = composer.tree.add("Sect", setting.parent)
    const text = { ...at, xPt: at.xPt + shift, widthPt: at.widthPt - shift }
    const pieces = block.lines.flatMap((line, n): Piece[] => {
        const node = composer.tree.add("P", parent)
        const [first, ...rest] = setParagraph(composer, inlinesOf(composer, line), code, text, node)
        const number = (numbers[n] ?? []).flatMap(({ items }) => items)
        return first ? [{ ...first, items: [...number, ...first.items] }, ...rest] : []
    })
    const frame = { xPt: setting.xPt, widthPt: setting.widthPt, rules: "grid" as const, ...codeBox }
    const framed = framePieces(pieces, frame, codeBox.padPt)
    return withEnds(keepTogether(framed, sheet, UNCUT), { beforePt: 4 }, { afterPt: 6, keep: false })
}

/** The same object for the same line, as for plain text. */
function inlinesOf(composer: Composer, line: string): readonly Inline[] {
    const { words } = composer.cache
    const key = `code ${line}`
    const known = words.get(key) ?? [{ kind: "text", text: line, code: true }]
    words.set(key, known)
    return known
}
