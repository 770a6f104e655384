import { fittedSize, pictureItems } from "../figure.ts"
import { measureOf, type StyleSheet } from "../styles.ts"
import { type Frame, gapPt, moveDown, type OrderedItem, type Piece } from "./piece.ts"
import type { OutlineEntry, PlacedItem } from "./placed.ts"

/** A page with its content, before head and foot are known. */
export interface FilledPage {
    readonly sheet: StyleSheet
    readonly items: readonly PlacedItem[]
}

interface OpenPage {
    readonly sheet: StyleSheet
    readonly items: OrderedItem[]
    readonly frames: Map<Frame, { topPt: number; bottomPt: number }>
    /** Last piece on the page; absent while it is empty. */
    last: Piece | undefined
    yPt: number
}

const EPSILON = 0.01

/**
 * Fills pages with pieces from top to bottom. Pieces that keep together move to the next page together, unless they
 * would not fit there either; then from a heading on, where that much fits.
 */
export function paginate(
    pieces: readonly Piece[],
    sheet: StyleSheet,
): { readonly pages: readonly FilledPage[]; readonly outline: readonly OutlineEntry[] } {
    const pages: OpenPage[] = [newPage(pieces[0]?.sheet ?? sheet)]
    const outline: OutlineEntry[] = []
    const current = () => pages.at(-1) ?? newPage(sheet)
    for (const chain of keepChains(pieces).flatMap(beforeHeading)) {
        const [first] = chain
        if (!first) continue
        const page = current()
        const isOther = first.sheet.page !== page.sheet.page
        const forced = first.breakBefore || isOther
        const empty = newPage(first.sheet)
        const moves = !fits(page, chain) && fits(empty, chain)
        if (page.last === undefined && isOther) pages[pages.length - 1] = empty
        else if (page.last !== undefined && (forced || moves)) pages.push(empty)
        for (const piece of chain) {
            if (current().last !== undefined && !fits(current(), [piece])) pages.push(newPage(piece.sheet))
            place(current(), piece, pages.length - 1, outline)
        }
    }
    return { pages: pages.map((page) => ({ sheet: page.sheet, items: finish(page) })), outline }
}

function newPage(sheet: StyleSheet): OpenPage {
    return { sheet, items: [], frames: new Map(), last: undefined, yPt: sheet.page.topPt }
}

/** Runs of pieces that keep with the next; a forced break ends a run. */
function keepChains(pieces: readonly Piece[]): Piece[][] {
    const chains: Piece[][] = []
    let open = false
    for (const piece of pieces) {
        const chain = chains.at(-1)
        if (open && chain && !piece.breakBefore && chain[0]?.sheet.page === piece.sheet.page) chain.push(piece)
        else chains.push([piece])
        open = piece.keep
    }
    return chains
}

/** Pieces that keep together and are more than a page: what stands before a heading by itself, where the rest fits on a page. */
function beforeHeading(chain: readonly Piece[]): (readonly Piece[])[] {
    const [first] = chain
    if (!first || fits(newPage(first.sheet), chain)) return [chain]
    const at = chain.findIndex(
        ({ outline, sheet }, i) => i > 0 && outline !== undefined && fits(newPage(sheet), chain.slice(i)),
    )
    return at < 0 ? [chain] : [chain.slice(0, at), chain.slice(at)]
}

/** Head of the table that `piece` continues, where it is the first on a page. */
function repeatedHead(page: OpenPage, piece: Piece): readonly Piece[] {
    return page.last === undefined ? (piece.repeat ?? []) : []
}

function heightOf(pieces: readonly Piece[]): number {
    return pieces.reduce((sum, piece) => sum + piece.heightPt, 0)
}

function fits(page: OpenPage, chain: readonly Piece[]): boolean {
    let y = page.yPt
    let above = page.last
    for (const piece of chain) {
        y += above ? gapPt(above, piece) : piece.padTopPt + heightOf(repeatedHead(page, piece))
        y += piece.heightPt + (piece.picture?.reservePt ?? 0)
        above = piece
    }
    return y + (above?.padBottomPt ?? 0) <= page.sheet.page.heightPt - page.sheet.page.bottomPt + EPSILON
}

function place(page: OpenPage, piece: Piece, index: number, outline: OutlineEntry[]): void {
    const isFirst = page.last === undefined
    const head = repeatedHead(page, piece)
    if (head.length > 0) {
        for (const again of head) draw(page, again, 0)
        page.yPt += piece.padTopPt
    } else page.yPt += page.last ? gapPt(page.last, piece) : piece.padTopPt
    if (piece.outline) outline.push({ ...piece.outline, page: index, yPt: page.yPt })
    if (isFirst && piece.label)
        for (const { item, order } of piece.label) page.items.push({ item: moveDown(item, page.yPt), order })
    draw(page, piece, isFirst ? piece.padTopPt : 0)
    page.last = piece
}

/** Puts a piece at the current height and moves below it. `reachPt`: how far cut frames reach up. */
function draw(page: OpenPage, piece: Piece, reachPt: number): void {
    const y = page.yPt
    for (const { item, order } of piece.items) page.items.push({ item: moveDown(item, y), order })
    const heightPt = piece.picture ? drawPicture(page, piece) : piece.heightPt
    for (const part of piece.frames) {
        const before = page.frames.get(part.frame)
        const topPt = before?.topPt ?? y + part.topPt - (reachPt > 0 && part.topPt < EPSILON ? part.padTopPt : 0)
        const cutPt = part.bottomPt > piece.heightPt - EPSILON ? part.padBottomPt : 0
        // Where the next piece follows on this page its own part covers the padding again.
        page.frames.set(part.frame, { topPt, bottomPt: y + part.bottomPt + cutPt })
    }
    page.yPt = y + heightPt
}

/** Fits a whole-page picture into what is left; returns its height. */
function drawPicture(page: OpenPage, piece: Piece): number {
    if (!piece.picture) return 0
    const { image, input, tag, order, reservePt } = piece.picture
    const { page: paper } = page.sheet
    const left = paper.heightPt - paper.bottomPt - page.yPt - reservePt
    const width = measureOf(page.sheet)
    const most = input.kind === "pdf-page" ? Number.POSITIVE_INFINITY : 1
    const size = fittedSize(input, { widthPt: width, heightPt: left }, most)
    const xPt = paper.leftPt + (width - size.widthPt) / 2
    const items = pictureItems({ kind: "image", image, xPt, yPt: page.yPt, ...size, tag }, piece.sheet)
    page.items.push(...items.map((item) => ({ item, order })))
    return size.heightPt
}

/** Frames first, then everything in reading order. */
function finish(page: OpenPage): PlacedItem[] {
    const frames = [...page.frames].flatMap(([frame, { topPt, bottomPt }]) => drawFrame(frame, topPt, bottomPt))
    const fills = frames.filter((item) => item.kind === "rect" && item.stroke === undefined)
    const rules = frames.filter((item) => !fills.includes(item))
    const items = [...page.items].sort((a, b) => a.order - b.order).map(({ item }) => item)
    return [...fills, ...rules, ...items]
}

function drawFrame(frame: Frame, topPt: number, bottomPt: number): PlacedItem[] {
    const { xPt, widthPt, fill, stroke, strokePt } = frame
    const box = { kind: "rect" as const, xPt, yPt: topPt, widthPt, heightPt: bottomPt - topPt }
    const items: PlacedItem[] = fill ? [{ ...box, fill }] : []
    if (strokePt === 0 || frame.rules === "none") return items
    if (frame.rules === "grid") return [...items, { ...box, stroke, strokeWidthPt: strokePt }]
    const line = (yPt: number): PlacedItem => {
        return { kind: "line", x1Pt: xPt, y1Pt: yPt, x2Pt: xPt + widthPt, y2Pt: yPt, widthPt: strokePt, color: stroke }
    }
    return [...items, line(topPt), line(bottomPt)]
}
