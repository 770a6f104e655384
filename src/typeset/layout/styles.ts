import type { Align } from "../document/blocks.ts"
import type { FaceStyle } from "../font/face.ts"
import type { Color } from "./pages/placed.ts"

/** How one kind of text is set. Sizes in points; `Em` values are multiples of the size. */
export interface TextStyle extends FaceStyle {
    readonly sizePt: number
    /** Distance of baselines. */
    readonly linePt: number
    readonly color: Color
    readonly align: Align
    /** First-line indent. */
    readonly indentEm: number
    /** Further lines begin below the character after the first of this sign, which ends the label of the paragraph. */
    readonly hangAfter?: string
    /** Added after each CJK character; negative where a grid is narrower than the type. */
    readonly trackEm: number
    /** In ems of the sheet's body, so that lines of several sizes align. */
    readonly insetLeftEm: number
    readonly insetRightEm: number
    readonly beforePt: number
    readonly afterPt: number
    /** Kept free above where it begins a page. */
    readonly headPt?: number
    readonly keepNext: boolean
    /** The last line of a paragraph may begin a page by itself. */
    readonly lastMayPart?: boolean
    /** A section of this style does not begin a page by itself. */
    readonly keepBefore?: boolean
}

/** A box around blocks. */
export interface BoxStyle {
    readonly padPt: number
    readonly strokePt: number
    readonly stroke: Color
    readonly fill?: Color
}

/** How tables and labelled values are set. */
export interface TableStyle {
    readonly cell: TextStyle
    readonly headCell: TextStyle
    readonly padXPt: number
    readonly padYPt: number
    readonly rulePt: number
    readonly ruleColor: Color
    /** `grid` rules every cell, `rows` only above and below, `none` nothing. */
    readonly rules: "grid" | "rows" | "none"
    readonly headFill?: Color
    readonly minRowPt: number
    /** Short cells are centred in the height of their row. */
    readonly middle: boolean
}

/** A style sheet: the page, and a style for every kind of block. The named ones are the classes a template may use. */
export interface StyleSheet {
    readonly page: {
        readonly widthPt: number
        readonly heightPt: number
        readonly topPt: number
        readonly rightPt: number
        readonly bottomPt: number
        readonly leftPt: number
    }
    readonly body: TextStyle
    /** Laid over every text style of a part in English. */
    readonly english: Partial<TextStyle>
    readonly headings: readonly [TextStyle, TextStyle, TextStyle, TextStyle]
    readonly paragraphs: Readonly<Record<string, Partial<TextStyle>>>
    readonly table: TableStyle
    readonly tables: Readonly<Record<string, Partial<TableStyle>>>
    readonly definitions: TableStyle
    readonly caption: TextStyle
    /** Whether pictures have a hair line around them. */
    readonly pictureLine: boolean
    /** Whether upright pictures share a page, two beside each other. */
    readonly pairs: boolean
    /** Commands, and the frame around them. */
    readonly code: TextStyle
    readonly codeBox: BoxStyle
    readonly callout: BoxStyle
    readonly callouts: Readonly<Record<string, Partial<BoxStyle>>>
    /** Left edge of a list, before its labels. */
    readonly listInsetEm: number
    readonly head: TextStyle
    /** Without a head of its own a document has its title above every page but the first. */
    readonly runningTitle: boolean
    readonly foot: TextStyle
    /**
     * `of`: 第 2 页 / 共 5 页 on every page; `dashes`: — 2 — on the outer side, none on the first page (GB/T 9704—2012
     * §7.5, §10.1).
     */
    readonly pageNumber: "of" | "dashes"
    /** Takes the place of this one before the first forced page, where all of that fits on one page in it alone. */
    readonly tight?: StyleSheet
}

/** Width between the margins. */
export function measureOf(sheet: StyleSheet): number {
    return sheet.page.widthPt - sheet.page.leftPt - sheet.page.rightPt
}

/** Height between the margins. */
export function depthOf(sheet: StyleSheet): number {
    return sheet.page.heightPt - sheet.page.topPt - sheet.page.bottomPt
}
