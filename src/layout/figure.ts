import type { Block } from "../document/blocks.ts"
import { type Composer, inLanguage, type Setting } from "./composer.ts"
import { setParagraph } from "./paragraph.ts"
import { newPiece, type Piece, stackHeight } from "./piece.ts"
import type { ImageInput } from "./placed.ts"
import { depthOf } from "./styles.ts"

export type FigureBlock = Extract<Block, { kind: "figure" }>

/** Pictures are taken at 96 dots per inch, the density of screenshots, and made smaller where that is too large. */
const PT_PER_PX = 72 / 96
const MOST_OF_PAGE = 0.55
const MOST_OF_PAGE_IN_CELL = 0.3
/** A whole-page picture wants at least this share of the page. */
const LEAST_OF_PAGE = 0.5

/** Size of a picture as it is looked at, EXIF orientation applied, in points. */
export function naturalSize(input: ImageInput): { widthPt: number; heightPt: number } {
    if (input.kind === "pdf-page") return { widthPt: input.widthPt, heightPt: input.heightPt }
    const widthPt = input.widthPx * PT_PER_PX
    const heightPt = input.heightPx * PT_PER_PX
    // Orientations 5 to 8 turn by a quarter (EXIF 2.32 §4.6.4).
    return input.orientation >= 5 ? { widthPt: heightPt, heightPt: widthPt } : { widthPt, heightPt }
}

/** Sets a picture with its caption below, on one page. An unknown image was reported before (`checkNames`). */
export function setFigure(composer: Composer, block: FigureBlock, setting: Setting): Piece[] {
    const { sheet } = setting
    const input = composer.images.get(block.image)
    if (!input) return []
    const tag = composer.tree.add("Figure", setting.parent, { alt: block.alt })
    const hasCaption = block.caption.length > 0
    const place = { order: composer.nextOrder++, tag }
    const captionNode = hasCaption ? composer.tree.add("P", setting.parent) : tag
    const caption = hasCaption
        ? setParagraph(
              composer,
              block.caption,
              { ...inLanguage(sheet.caption, setting), keepNext: false },
              setting,
              captionNode,
          )
        : []
    const keptCaption = caption.map((piece, i) => ({ ...piece, keep: i < caption.length - 1 }))
    const over = { beforePt: 6, afterPt: 4, keep: hasCaption }
    if (block.fullPage && !setting.isInner) {
        const reservePt = hasCaption ? stackHeight(caption) + sheet.caption.beforePt : 0
        const picture = { image: block.image, input, reservePt, ...place }
        return [newPiece(sheet, depthOf(sheet) * LEAST_OF_PAGE, [], { ...over, picture }), ...keptCaption]
    }
    const natural = naturalSize(input)
    const most = depthOf(sheet) * (setting.isInner ? MOST_OF_PAGE_IN_CELL : MOST_OF_PAGE)
    const scale = Math.min(1, setting.widthPt / natural.widthPt, most / natural.heightPt)
    const size = { widthPt: natural.widthPt * scale, heightPt: natural.heightPt * scale }
    const xPt = setting.xPt + (setting.widthPt - size.widthPt) / 2
    const item = { kind: "image" as const, image: block.image, xPt, yPt: 0, ...size, tag }
    return [newPiece(sheet, size.heightPt, [{ item, order: place.order }], over), ...keptCaption]
}
