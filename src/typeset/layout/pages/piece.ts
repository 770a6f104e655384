import { depthOf, type StyleSheet } from "../styles.ts"
import type { Color, ImageInput, PlacedItem } from "./placed.ts"

/**
 * Between blocks and pages: the document as one column of pieces, each of which stays whole on a page. A line of a
 * paragraph is a piece; so is a picture, and a slice through all cells of a table row.
 */
export interface Piece {
    readonly sheet: StyleSheet
    readonly heightPt: number
    /** Space wanted above and below; of two that meet the larger holds, at the top of a page none. */
    readonly beforePt: number
    readonly afterPt: number
    /** Items with `y` from the top of the piece. */
    readonly items: readonly OrderedItem[]
    /** Boxes and cells that the piece is a part of, the outermost first. */
    readonly frames: readonly FramePart[]
    /** No page ends between this piece and the next. */
    readonly keep: boolean
    readonly breakBefore: boolean
    /** Padding to be repeated where a box is cut above or below this piece. */
    readonly padTopPt: number
    readonly padBottomPt: number
    /** Table head to be set again where a page begins with this piece. */
    readonly repeat?: readonly Piece[]
    /** What names the row of a table that is cut above this piece, set again where a page begins with it. */
    readonly label?: readonly OrderedItem[]
    readonly outline?: { readonly title: string; readonly level: number }
    /** A picture that takes what is left of its page. */
    readonly picture?: WholePagePicture
    /** Stands for the table of contents, which is set when its pages are known. */
    readonly isContents?: true
}

/** An item with its place in reading order: cells stand side by side, but are read one after the other. */
export interface OrderedItem {
    readonly item: PlacedItem
    readonly order: number
}

/** Ruled or filled area behind pieces; one rectangle on each page it reaches. */
export interface Frame {
    readonly xPt: number
    readonly widthPt: number
    readonly rules: "grid" | "rows" | "none"
    readonly strokePt: number
    readonly stroke: Color
    readonly fill?: Color
}

/** The stretch of a frame beside one piece, from the piece's top; it reaches out by the paddings where it is cut. */
export interface FramePart {
    readonly frame: Frame
    readonly topPt: number
    readonly bottomPt: number
    readonly padTopPt: number
    readonly padBottomPt: number
}

export interface WholePagePicture {
    readonly image: string
    readonly input: ImageInput
    readonly tag: number
    readonly order: number
    /** Kept free below, for the caption. */
    readonly reservePt: number
}

/** A piece with nothing special about it. */
export function newPiece(
    sheet: StyleSheet,
    heightPt: number,
    items: readonly OrderedItem[],
    over: Partial<Piece> = {},
): Piece {
    const plain = { beforePt: 0, afterPt: 0, frames: [], keep: false, breakBefore: false, padTopPt: 0, padBottomPt: 0 }
    return { sheet, heightPt, items, ...plain, ...over }
}

/** Space between two pieces that follow each other on a page. */
export function gapPt(above: Piece, below: Piece): number {
    return Math.max(above.afterPt, below.beforePt)
}

/** Height of pieces set one below the other. */
export function stackHeight(pieces: readonly Piece[]): number {
    return pieces.reduce((sum, piece, i) => {
        const above = pieces[i - 1]
        return sum + (above ? gapPt(above, piece) : 0) + piece.heightPt
    }, 0)
}

/** Moves an item down. */
export function moveDown(item: PlacedItem, byPt: number): PlacedItem {
    if (item.kind === "line") return { ...item, y1Pt: item.y1Pt + byPt, y2Pt: item.y2Pt + byPt }
    return { ...item, yPt: item.yPt + byPt }
}

/** Moves what is in a piece down within it. */
export function lowerItems(piece: Piece, byPt: number): Pick<Piece, "items" | "frames"> {
    if (byPt === 0) return piece
    return {
        items: piece.items.map(({ item, order }) => ({ item: moveDown(item, byPt), order })),
        frames: piece.frames.map((part) => ({ ...part, topPt: part.topPt + byPt, bottomPt: part.bottomPt + byPt })),
    }
}

/** Puts a frame with padding around pieces. */
export function framePieces(pieces: readonly Piece[], frame: Frame, padPt: number): Piece[] {
    return pieces.map((piece, i) => {
        const isFirst = i === 0
        const isLast = i === pieces.length - 1
        const topPt = isFirst ? padPt : 0
        const heightPt = piece.heightPt + topPt + (isLast ? padPt : 0)
        const padTopPt = isFirst ? 0 : piece.padTopPt + padPt
        const padBottomPt = isLast ? 0 : piece.padBottomPt + padPt
        const lowered = lowerItems(piece, topPt)
        const part: FramePart = { frame, topPt: 0, bottomPt: heightPt, padTopPt, padBottomPt }
        return { ...piece, items: lowered.items, frames: [part, ...lowered.frames], heightPt, padTopPt, padBottomPt }
    })
}

/** A piece that is set again: it was read once already. */
export function asArtifact(piece: Piece): Piece {
    const items = piece.items.flatMap(({ item, order }) => {
        if (item.kind === "link") return []
        const again: PlacedItem = item.kind === "text" || item.kind === "image" ? { ...item, tag: "artifact" } : item
        return [{ item: again, order }]
    })
    return { ...piece, items, keep: true }
}

/** Changes the first and the last of some pieces. */
export function withEnds(pieces: readonly Piece[], first: Partial<Piece>, last: Partial<Piece>): Piece[] {
    return pieces.map((piece, i) => ({
        ...piece,
        ...(i === 0 ? first : {}),
        ...(i === pieces.length - 1 ? last : {}),
    }))
}

/** Keeps pieces on one page if they are lower than a share of it. */
export function keepTogether(pieces: readonly Piece[], sheet: StyleSheet, share: number): Piece[] {
    const short = stackHeight(pieces) < depthOf(sheet) * share
    return pieces.map((piece, i) => (short && i < pieces.length - 1 ? { ...piece, keep: true } : piece))
}
