import type { Block } from "../document/blocks.ts"
import type { Drawing, DrawnItem } from "../drawing/drawing.ts"
import { type Composer, inLanguage, type Setting } from "./composer.ts"
import { setLetters } from "./lines/lettering.ts"
import { setParagraph } from "./lines/paragraph.ts"
import { newPiece, type Piece, stackHeight } from "./pages/piece.ts"
import type { Color, ImageInput, PlacedItem } from "./pages/placed.ts"
import { depthOf, measureOf, type StyleSheet } from "./styles.ts"

export type FigureBlock = Extract<Block, { kind: "figure" }>

/** Pictures are taken at 96 dots per inch, the density of screenshots, and made smaller where that is too large. */
const PT_PER_PX = 72 / 96
const MOST_OF_PAGE = 0.55
const MOST_OF_PAGE_IN_CELL = 0.3
/** A whole-page picture wants at least this share of the page. */
const LEAST_OF_PAGE = 0.5
/** One that is lower than this share of the page at its full size does not need it for itself. */
const LEAST_FILLED = 0.4
/** Drawings hold small type and are made smaller only for the page, which must also take a heading and a caption. */
const MOST_OF_PAGE_DRAWN = 0.88

/** Size of a picture as it is looked at, EXIF orientation applied, in points. */
export function naturalSize(input: ImageInput): { widthPt: number; heightPt: number } {
    if (input.kind === "pdf-page") return { widthPt: input.widthPt, heightPt: input.heightPt }
    if (input.kind === "drawing") return { widthPt: input.drawing.widthPt, heightPt: input.drawing.heightPt }
    if (input.kind === "strip") {
        return { ...naturalSize(input.of), heightPt: (input.toPx - input.fromPx) * PT_PER_PX }
    }
    const widthPt = input.widthPx * PT_PER_PX
    const heightPt = input.heightPx * PT_PER_PX
    // Orientations 5 to 8 turn by a quarter (EXIF 2.32 §4.6.4).
    return input.orientation >= 5 ? { widthPt: heightPt, heightPt: widthPt } : { widthPt, heightPt }
}

/** How large a picture is drawn within some room; `most`: the largest scale. Pixels are never blown up. */
export function fittedSize(
    input: ImageInput,
    room: { readonly widthPt: number; readonly heightPt: number },
    most = 1,
): { widthPt: number; heightPt: number } {
    const natural = naturalSize(input)
    const scale = Math.min(most, room.widthPt / natural.widthPt, room.heightPt / natural.heightPt)
    return { widthPt: natural.widthPt * scale, heightPt: natural.heightPt * scale }
}

const HAIR_LINE_PT = 0.25
const HAIR_LINE: Color = [0.55, 0.55, 0.55]

/**
 * A picture and, where the style sheet says so, a hair line around it: a white screenshot on white paper has no edge.
 */
export function pictureItems(item: Extract<PlacedItem, { kind: "image" }>, sheet: StyleSheet): PlacedItem[] {
    if (!sheet.pictureLine) return [item]
    const { xPt, yPt, widthPt, heightPt } = item
    return [item, { kind: "rect", xPt, yPt, widthPt, heightPt, stroke: HAIR_LINE, strokeWidthPt: HAIR_LINE_PT }]
}

/** Whether a picture of class `full-page` takes a page: a small one stands among others, as pixels are never blown up. */
export function fillsPage({ images }: Composer, block: FigureBlock, { sheet, isInner }: Setting): boolean {
    const input = images.get(block.image)
    if (!block.fullPage || isInner || !input || input.kind === "drawing") return false
    const room = { widthPt: measureOf(sheet), heightPt: depthOf(sheet) }
    return input.kind === "pdf-page" || fittedSize(input, room).heightPt > room.heightPt * LEAST_FILLED
}

/**
 * Sets a picture with its caption below, on one page. An unknown image was reported before (`checkNames`).
 *
 * @param mostOf - How high it may be over a caption of some height, where it is to stand beside another.
 */
export function setFigure(
    composer: Composer,
    block: FigureBlock,
    setting: Setting,
    mostOf?: (captionPt: number) => number,
): Piece[] {
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
    if (input.kind === "drawing") {
        const { heightPt, items } = placeDrawing(composer, input.drawing, setting, tag)
        // One place in reading order: all of it is one Figure.
        const ordered = items.map((item) => ({ item, order: place.order }))
        return [newPiece(sheet, heightPt, ordered, over), ...keptCaption]
    }
    if (!mostOf && fillsPage(composer, block, setting)) {
        const reservePt = hasCaption ? stackHeight(caption) + sheet.caption.beforePt : 0
        const picture = { image: block.image, input, reservePt, ...place }
        return [newPiece(sheet, depthOf(sheet) * LEAST_OF_PAGE, [], { ...over, picture }), ...keptCaption]
    }
    const most =
        mostOf?.(stackHeight(caption)) ?? depthOf(sheet) * (setting.isInner ? MOST_OF_PAGE_IN_CELL : MOST_OF_PAGE)
    const size = fittedSize(input, { widthPt: setting.widthPt, heightPt: most })
    const xPt = setting.xPt + (setting.widthPt - size.widthPt) / 2
    const items = pictureItems({ kind: "image", image: block.image, xPt, yPt: 0, ...size, tag }, sheet)
    const ordered = items.map((item) => ({ item, order: place.order }))
    return [newPiece(sheet, size.heightPt, ordered, over), ...keptCaption]
}

/** A drawing as wide as the measure, unless that is too high, and in its middle; `y` from its own top. */
function placeDrawing(
    composer: Composer,
    drawing: Drawing,
    setting: Setting,
    tag: number,
): { heightPt: number; items: readonly PlacedItem[] } {
    const most = depthOf(setting.sheet) * (setting.isInner ? MOST_OF_PAGE_IN_CELL : MOST_OF_PAGE_DRAWN)
    const scale = Math.min(setting.widthPt / drawing.widthPt, most / drawing.heightPt)
    const left = setting.xPt + (setting.widthPt - drawing.widthPt * scale) / 2
    const items = drawing.items.map((item) => placeDrawn(composer, drawing, item, left, scale, setting, tag))
    return { heightPt: drawing.heightPt * scale, items }
}

function placeDrawn(
    composer: Composer,
    drawing: Drawing,
    item: DrawnItem,
    left: number,
    scale: number,
    setting: Setting,
    tag: number,
): PlacedItem {
    const x = (xPt: number) => left + xPt * scale
    if (item.kind === "line") {
        const ends = { x1Pt: x(item.x1Pt), y1Pt: item.y1Pt * scale, x2Pt: x(item.x2Pt), y2Pt: item.y2Pt * scale }
        return { kind: "line", ...ends, widthPt: item.widthPt * scale, color: grey(item.shade), tag }
    }
    const yPt = item.yPt * scale
    if (item.kind === "rect") {
        const { fill, stroke, strokeWidthPt = 0.5 } = item
        const size = { widthPt: item.widthPt * scale, heightPt: item.heightPt * scale }
        return {
            kind: "rect",
            xPt: x(item.xPt),
            yPt,
            ...size,
            ...(fill === undefined ? {} : { fill: grey(fill) }),
            ...(stroke === undefined ? {} : { stroke: grey(stroke), strokeWidthPt: strokeWidthPt * scale }),
            tag,
        }
    }
    const sizePt = item.sizePt * scale
    const { fonts, missing } = composer
    const { glyphs, adjust, widthPt } = setLetters(item.text, sizePt, item.weight, drawing.lang, fonts, missing)
    const share = item.anchor === "start" ? 0 : item.anchor === "middle" ? 0.5 : 1
    const lang = drawing.lang === setting.lang ? {} : { lang: drawing.lang }
    const xPt = x(item.xPt) - widthPt * share
    return { kind: "text", xPt, yPt, sizePt, glyphs, adjust, color: grey(item.shade), tag, ...lang }
}

function grey(shade: number): Color {
    return [shade, shade, shade]
}
