import type { Lang } from "../../base/lang.ts"

/**
 * The document model: what a template becomes and what layout reads. It mirrors the closed HTML subset of
 * `templates/README.md`; every block later becomes a structure element of the tagged PDF (ISO 32000-1 §14.8.4).
 */

/** One run of text with its marks, a forced line break, or a ruled blank of some ems to write on. */
export type Inline =
    | {
          readonly kind: "text"
          readonly text: string
          readonly strong?: boolean
          readonly emphasis?: boolean
          /** Ids, hashes, commands: breaks anywhere sensible, no Han-Latin spacing, no justification. */
          readonly code?: boolean
          /** Where a statement comes from: small, grey, sans serif. */
          readonly small?: boolean
          readonly lang?: Lang
          readonly href?: string
      }
    | { readonly kind: "break" }
    | { readonly kind: "blank"; readonly em: number }

export type Align = "start" | "center" | "end" | "justify"

export interface Cell {
    readonly blocks: readonly Block[]
    readonly header: boolean
    /** For a header cell: what it heads. */
    readonly scope?: "col" | "row"
    readonly colspan: number
    readonly rowspan: number
    readonly align?: Align | "decimal"
}
export interface Row {
    readonly cells: readonly Cell[]
}

export type Block =
    | { readonly kind: "heading"; readonly level: 1 | 2 | 3 | 4; readonly inlines: readonly Inline[] }
    /** `style` is a class of the source element that the style sheet in use may know, for example `signature`. */
    | {
          readonly kind: "paragraph"
          readonly inlines: readonly Inline[]
          readonly align?: Align
          readonly style?: string
      }
    | {
          readonly kind: "list"
          readonly ordered: boolean
          readonly start: number
          readonly items: readonly (readonly Block[])[]
      }
    /** `dl`: forms and labelled values; laid out in two columns. */
    | {
          readonly kind: "definitions"
          readonly entries: readonly { term: readonly Inline[]; blocks: readonly Block[] }[]
      }
    | {
          readonly kind: "table"
          readonly caption?: readonly Inline[]
          readonly head: readonly Row[]
          readonly body: readonly Row[]
          /** Relative column widths from `<col width>`; absent: measured. */
          readonly widths?: readonly number[]
          readonly style?: string
      }
    /** `image` names an entry of the images handed to layout; `pageIndex` picks a page of a foreign PDF. */
    | {
          readonly kind: "figure"
          readonly image: string
          readonly alt: string
          readonly caption: readonly Inline[]
          /** Fills what is left of a page of its own (scans, exhibits) instead of the measure. */
          readonly fullPage: boolean
      }
    /** `aside`: a boxed remark. `style` for example `glance` for *Request at a glance*. */
    | { readonly kind: "callout"; readonly blocks: readonly Block[]; readonly style?: string }
    /** `pre`: lines to be typed as they stand, in a monospaced face. */
    | { readonly kind: "code"; readonly lines: readonly string[] }
    | { readonly kind: "rule" }
    | { readonly kind: "page-break" }
    /** `nav`: the table of contents, made by layout from the headings. */
    | { readonly kind: "contents" }
    /**
     * A part of the document, in its own language or style where they differ. `runsOn`: with a style sheet of its own it
     * begins where the part before it ends, not a page.
     */
    | {
          readonly kind: "section"
          readonly blocks: readonly Block[]
          readonly lang?: Lang
          readonly style?: string
          readonly runsOn?: true
      }

/** A whole document before layout. */
export interface DocumentModel {
    /** Title for metadata, outline and running head. */
    readonly title: string
    readonly lang: Lang
    /** Style sheet of `layout/styles.ts`: `letter`, `report`, `sheet`, `request`, `exhibit`. */
    readonly style: string
    readonly blocks: readonly Block[]
}
