import type { Lang } from "../../../base/lang.ts"
import type { ByteSource } from "../../../base/source.ts"
import type { Drawing } from "../../drawing/drawing.ts"
import type { Glyph } from "../../font/face.ts"

/**
 * The result of layout and the input of the PDF writer: items with positions, plus the structure tree they belong to.
 * Points (1/72 inch), origin at the top left corner of the page, y down.
 */

/** Index into `PlacedDocument.structure.nodes`, or `artifact` for heads, feet, rules and repeated table heads. */
export type Tag = number | "artifact"

export type PlacedItem =
    | {
          readonly kind: "text"
          readonly xPt: number
          /** Position of the baseline. */
          readonly yPt: number
          readonly sizePt: number
          /** Glyphs of one line with the same size, colour and tag; faces may differ. */
          readonly glyphs: readonly Glyph[]
          /** For each glyph what is added to its advance, in 1/1000 em (kerning, justification, squeeze). */
          readonly adjust: readonly number[]
          readonly color: Color
          readonly tag: Tag
          readonly lang?: Lang
      }
    | {
          readonly kind: "line"
          readonly x1Pt: number
          readonly y1Pt: number
          readonly x2Pt: number
          readonly y2Pt: number
          readonly widthPt: number
          readonly color: Color
          /** Round dots in place of the line, at this distance from each other; the first at its beginning. */
          readonly dotsPt?: number
          /** Part of a drawing; absent: an artifact. */
          readonly tag?: number
      }
    | {
          readonly kind: "rect"
          readonly xPt: number
          readonly yPt: number
          readonly widthPt: number
          readonly heightPt: number
          readonly fill?: Color
          readonly stroke?: Color
          readonly strokeWidthPt?: number
          /** Part of a drawing; absent: an artifact. */
          readonly tag?: number
      }
    /** A picture or a page of a foreign PDF, fitted into the box. */
    | {
          readonly kind: "image"
          readonly image: string
          readonly xPt: number
          readonly yPt: number
          readonly widthPt: number
          readonly heightPt: number
          readonly tag: Tag
      }
    /** Clickable area over text that is tagged `Link`. `target`: a place in the document, which `href` names roughly. */
    | {
          readonly kind: "link"
          readonly xPt: number
          readonly yPt: number
          readonly widthPt: number
          readonly heightPt: number
          readonly href: string
          readonly target?: LinkTarget
          readonly tag: number
      }

/** Width of a text item as set, in points. */
export function textWidthPt(item: Extract<PlacedItem, { kind: "text" }>): number {
    let width = 0
    for (const [i, glyph] of item.glyphs.entries()) width += glyph.advance + (item.adjust[i] ?? 0)
    return (width * item.sizePt) / 1000
}

/** A heading that a link leads to. */
export interface LinkTarget {
    readonly page: number
    readonly yPt: number
    readonly title: string
}

/** DeviceRGB, each 0 to 1. */
export type Color = readonly [number, number, number]

export interface PlacedPage {
    readonly widthPt: number
    readonly heightPt: number
    readonly items: readonly PlacedItem[]
}

/** Standard structure types of ISO 32000-1 §14.8.4 that we use. */
export type Role =
    | "Document"
    | "Sect"
    | "H1"
    | "H2"
    | "H3"
    | "H4"
    | "P"
    | "L"
    | "LI"
    | "Lbl"
    | "LBody"
    | "Table"
    | "THead"
    | "TBody"
    | "TR"
    | "TH"
    | "TD"
    | "Caption"
    | "Figure"
    | "Link"
    | "Span"
    | "Note"
    | "TOC"
    | "TOCI"
    | "Reference"

export interface StructNode {
    readonly role: Role
    /** Index of the parent; the first node is `Document` and has none. Parents come before children. */
    readonly parent: number | undefined
    readonly lang?: Lang
    /** Alternative description of a Figure. */
    readonly alt?: string
    /** TH only. */
    readonly scope?: "Column" | "Row"
    readonly colSpan?: number
    readonly rowSpan?: number
    /** L only: decimal for ordered lists, disc otherwise. */
    readonly listNumbering?: "Decimal" | "Disc"
}

export interface OutlineEntry {
    readonly title: string
    readonly level: number
    readonly page: number
    readonly yPt: number
}

/** A PNG or JPEG file with the size of its stored pixels. */
export interface RasterImage {
    readonly kind: "png" | "jpeg"
    readonly source: ByteSource
    readonly widthPx: number
    readonly heightPx: number
    /** EXIF orientation 1 to 8. */
    readonly orientation: number
}

/** A picture to be placed. `pdf-page` is one page of a foreign PDF. */
export type ImageInput =
    | RasterImage
    /** Rows of a picture as one looks at it, its full width. All strips of one picture are drawn from one object. */
    | { readonly kind: "strip"; readonly of: RasterImage; readonly fromPx: number; readonly toPx: number }
    | {
          readonly kind: "pdf-page"
          readonly bytes: Uint8Array
          readonly pageIndex: number
          readonly widthPt: number
          readonly heightPt: number
      }
    /** A chart: placed as lines, rectangles and text, all tagged with the Figure. */
    | { readonly kind: "drawing"; readonly drawing: Drawing }
export type Images = ReadonlyMap<string, ImageInput>

export interface PlacedDocument {
    readonly title: string
    readonly lang: Lang
    readonly pages: readonly PlacedPage[]
    readonly structure: readonly StructNode[]
    readonly outline: readonly OutlineEntry[]
    readonly images: Images
}
