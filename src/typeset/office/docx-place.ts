import type { Lang } from "../../base/lang.ts"
import type { StyleId } from "./docx-format.ts"
import type { DocxSheet, FormatChange } from "./docx-styles.data.ts"

/** State of one document: what grows while its blocks are written. */
export interface Writer {
    readonly sheet: DocxSheet
    readonly lang: Lang
    /** Lists in order; the nth has the numbering n + 1. */
    readonly lists: { readonly ordered: boolean; readonly start: number; readonly depth: number }[]
    /** The next paragraph begins a page. */
    breakBefore: boolean
    readonly refuse: (text: string) => void
    /** Takes the name of an element that a text document cannot hold. */
    readonly lack: (name: string) => void
}

/** Where blocks are written. */
export interface Place {
    readonly lang: Lang
    /** Style of plain paragraphs here, and what is changed of it. */
    readonly style: StyleId
    readonly change: FormatChange
    /** Least distance to what follows a paragraph. */
    readonly minAfterPt?: number
    /** Sheet of a part that is set as another one says; its styles are changes of those of the document. */
    readonly part?: DocxSheet
    /** Left edge and width, in twentieths of a point. */
    readonly left: number
    readonly width: number
    readonly listDepth: number
    /** True in a cell, a list or a box, where paragraphs have no indent of their own. */
    readonly isInner: boolean
}
