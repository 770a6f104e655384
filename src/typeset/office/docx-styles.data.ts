import type { Align } from "../document/blocks.ts"

/** How one kind of text is set. Sizes in points, indents in characters of the text's own size. */
export interface TextFormat {
    /** Font of Chinese characters, and of Latin letters and digits. */
    readonly eastAsia: string
    readonly latin: string
    readonly sizePt: number
    /** Added after every character. */
    readonly trackPt: number
    /** Distance of baselines; `exact` even where something higher stands in a line. */
    readonly linePt: number
    readonly lineRule: "exact" | "atLeast"
    readonly bold: boolean
    /** Six hexadecimal digits; absent: automatic, black on white. */
    readonly color?: string
    readonly align: Align
    readonly indentChars: number
    /** The first line begins so far left of the others; instead of an indent. */
    readonly hangingPt?: number
    readonly leftPt: number
    readonly rightChars: number
    readonly beforePt: number
    readonly afterPt: number
    readonly keepNext: boolean
    /** What stands before goes along to its page. */
    readonly keepBefore?: boolean
}
export type FormatChange = Partial<TextFormat>

/** A style sheet for text documents; it follows the sheet of the same name in `layout/`. */
export interface DocxSheet {
    /** A4; margins in millimetres. */
    readonly marginsMm: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
    readonly body: TextFormat
    readonly headings: readonly [FormatChange, FormatChange, FormatChange, FormatChange]
    readonly paragraphs: Readonly<Record<string, FormatChange>>
    readonly cell: FormatChange
    readonly headCell: FormatChange
    readonly tables: Readonly<Record<string, FormatChange>>
    readonly term: FormatChange
    readonly value: FormatChange
    readonly caption: FormatChange
    /** Shade of header cells. */
    readonly headFill?: string
    /** Rows of tables are no lower, so that one can write into them by hand. */
    readonly minRowPt?: number
    /** Ruled tables of labelled values. */
    readonly ruledDefinitions: boolean
    readonly running: FormatChange
    /** Where it is another than that of the header. */
    readonly footer?: FormatChange
    /** From the edge of the paper; otherwise the middle of the margin. */
    readonly footerMm?: number
    readonly pageNumber: "of" | "dashes"
    /** Pitch of the lines of a page, where the page counts them. */
    readonly gridPt?: number
}

/** Height between the margins of A4, in points. */
export function depthOf({ marginsMm: { top, bottom } }: DocxSheet): number {
    return ((297 - top - bottom) * 72) / 25.4
}

export const FANGSONG = "仿宋"
export const HEITI = "黑体"
export const KAITI = "楷体"
export const SONGTI = "宋体"
const TIMES = "Times New Roman"
const ARIAL = "Arial"
export const CODE_FONT = "Courier New"
export const GREY = "595959"
const HEAD_FILL = "F1F1F1"

/**
 * GB/T 9704—2012 §5.2: size 3 (16 pt), 22 lines of 28 characters on 156 by 225 mm. 22 lines of 28.95 pt and 28
 * characters of 15.75 pt fit. They are narrowed here, not by a grid of characters, which programs read differently.
 */
const letterBody: TextFormat = {
    eastAsia: FANGSONG,
    latin: TIMES,
    sizePt: 16,
    trackPt: -0.25,
    linePt: 28.95,
    lineRule: "exact",
    bold: false,
    align: "justify",
    indentChars: 2,
    leftPt: 0,
    rightChars: 0,
    beforePt: 0,
    afterPt: 0,
    keepNext: false,
}
const inCell: FormatChange = { indentChars: 0, align: "start", lineRule: "atLeast", trackPt: 0 }

const letter: DocxSheet = {
    marginsMm: { top: 37, right: 26, bottom: 35, left: 28 },
    body: letterBody,
    headings: [
        // 宋体 in bold: the font that the standard names for titles is not on every computer.
        {
            eastAsia: SONGTI,
            bold: true,
            sizePt: 22,
            trackPt: 0,
            align: "center",
            indentChars: 0,
            afterPt: 28.95,
        },
        { eastAsia: HEITI, align: "start" },
        { eastAsia: KAITI, align: "start" },
        { align: "start" },
    ],
    paragraphs: {
        plain: { indentChars: 0 },
        keep: { keepNext: true },
        addressee: { indentChars: 0 },
        lead: { indentChars: 0 },
        note: { indentChars: 0, sizePt: 10.5, trackPt: 0, linePt: 17, color: GREY, beforePt: 4, afterPt: 4 },
        subtitle: { indentChars: 0, sizePt: 12, trackPt: 0, linePt: 20, align: "center", color: GREY, afterPt: 10 },
        // Where the first page begins, and the two lines above the title; see the sheet in `layout/`.
        number: { indentChars: 0, align: "end", beforePt: 27.3, afterPt: 57.9, keepNext: true },
        // The list of annexes and the signature go to a new page together.
        signature: { indentChars: 0, align: "center", leftPt: 140, beforePt: 28.95, keepNext: true, keepBefore: true },
        // A name begins after two characters and 附件：1．; a long one goes on below its first character.
        annex: { align: "start", beforePt: 28.95, keepNext: true, leftPt: 6.5 * 15.75, hangingPt: 4.5 * 15.75 },
        postscript: { align: "start" },
        enclosures: { beforePt: 28.95 },
        key: { indentChars: 0, eastAsia: HEITI, bold: true, align: "center" },
    },
    cell: { ...inCell, sizePt: 12, linePt: 19 },
    headCell: { ...inCell, eastAsia: HEITI, sizePt: 12, linePt: 19, align: "center" },
    tables: { compact: { sizePt: 10.5, linePt: 16 } },
    term: { ...inCell, eastAsia: HEITI },
    value: inCell,
    caption: { indentChars: 0, eastAsia: HEITI, sizePt: 12, trackPt: 0, linePt: 19, align: "center", keepNext: true },
    headFill: HEAD_FILL,
    ruledDefinitions: false,
    running: { ...inCell, eastAsia: SONGTI, sizePt: 9, linePt: 14 },
    // §7.5: size 4 (14 pt), the dashes 7 mm below the text.
    footer: { ...inCell, eastAsia: SONGTI, latin: SONGTI, sizePt: 14, linePt: 20, lineRule: "exact" },
    footerMm: 24.5,
    pageNumber: "dashes",
    gridPt: 28.95,
}

const requestBody: TextFormat = {
    ...letterBody,
    eastAsia: SONGTI,
    latin: ARIAL,
    sizePt: 10,
    trackPt: 0,
    linePt: 13,
    lineRule: "atLeast",
    align: "start",
    indentChars: 0,
    afterPt: 3,
}
const plainParagraphs: DocxSheet["paragraphs"] = {
    plain: { indentChars: 0 },
    keep: { keepNext: true },
    addressee: { indentChars: 0, afterPt: 6 },
    lead: { indentChars: 0 },
    note: { indentChars: 0, sizePt: 9, linePt: 12, color: GREY },
    subtitle: { indentChars: 0, sizePt: 9.5, linePt: 14, color: GREY, afterPt: 8 },
    signature: { indentChars: 0, align: "end", rightChars: 2, beforePt: 10, keepBefore: true },
    annex: { align: "start", beforePt: 10 },
    enclosures: { beforePt: 10 },
    key: { indentChars: 0, bold: true, sizePt: 13, linePt: 20, align: "center" },
}

const request: DocxSheet = {
    marginsMm: { top: 16, right: 20, bottom: 18, left: 22 },
    body: requestBody,
    headings: [
        { bold: true, sizePt: 15, linePt: 20, afterPt: 5 },
        { bold: true, sizePt: 11.5, linePt: 15, beforePt: 8, afterPt: 3 },
        { bold: true, sizePt: 10.5, linePt: 15, beforePt: 7, afterPt: 3 },
        { sizePt: 10.5, linePt: 15, beforePt: 6, afterPt: 2 },
    ],
    paragraphs: plainParagraphs,
    cell: { ...inCell, sizePt: 9, linePt: 12, afterPt: 0 },
    headCell: { ...inCell, bold: true, sizePt: 9, linePt: 12, afterPt: 0 },
    tables: { compact: { sizePt: 9, linePt: 11.5 } },
    term: { ...inCell, bold: true, sizePt: 9, linePt: 11.5, afterPt: 0 },
    value: { ...inCell, sizePt: 9, linePt: 11.5, afterPt: 0 },
    caption: { bold: true, keepNext: true },
    headFill: HEAD_FILL,
    ruledDefinitions: true,
    running: { sizePt: 8, linePt: 11, afterPt: 0, color: GREY },
    pageNumber: "of",
}

/** Chinese documents that are no letters. */
const report: DocxSheet = {
    ...request,
    marginsMm: { top: 25, right: 20, bottom: 22, left: 25 },
    body: { ...letterBody, sizePt: 12, trackPt: 0, linePt: 21, lineRule: "atLeast", align: "start", afterPt: 2 },
    headings: [
        { eastAsia: SONGTI, bold: true, sizePt: 18, linePt: 27, align: "center", indentChars: 0, afterPt: 8 },
        { eastAsia: HEITI, align: "start", indentChars: 0, beforePt: 10, afterPt: 4 },
        { eastAsia: KAITI, align: "start", indentChars: 0, beforePt: 8, afterPt: 3 },
        { align: "start", indentChars: 0, beforePt: 6, afterPt: 2 },
    ],
    paragraphs: { ...plainParagraphs, subtitle: { ...plainParagraphs.subtitle, align: "center" } },
    headCell: { ...inCell, eastAsia: HEITI, sizePt: 10.5, linePt: 16, align: "center", afterPt: 0 },
    cell: { ...inCell, sizePt: 10.5, linePt: 16, afterPt: 0 },
    tables: { compact: { sizePt: 9, linePt: 12 } },
    term: { ...inCell, eastAsia: HEITI, sizePt: 10.5, linePt: 17, afterPt: 0 },
    value: { ...inCell, sizePt: 10.5, linePt: 17, afterPt: 0 },
    running: { ...inCell, eastAsia: SONGTI, sizePt: 7.5, linePt: 11, afterPt: 0, color: GREY },
    caption: { eastAsia: HEITI, indentChars: 0, align: "center", keepNext: true },
    ruledDefinitions: false,
}

/** Forms, most of them to be filled in by hand. */
const sheet: DocxSheet = {
    ...report,
    marginsMm: { top: 20, right: 20, bottom: 17, left: 20 },
    body: { ...report.body, sizePt: 10.5, linePt: 17, indentChars: 0, afterPt: 3 },
    headings: [
        { ...report.headings[0], sizePt: 17, linePt: 26 },
        { ...report.headings[1], sizePt: 12, linePt: 19 },
        { ...report.headings[2], sizePt: 10.5, linePt: 17 },
        { ...report.headings[3], sizePt: 10.5, linePt: 17 },
    ],
    headCell: { ...report.headCell, sizePt: 9.5, linePt: 15 },
    cell: { ...report.cell, sizePt: 9.5, linePt: 15 },
    term: { ...report.term, sizePt: 10, linePt: 16 },
    value: { ...report.value, sizePt: 10, linePt: 16 },
    minRowPt: 26,
    ruledDefinitions: true,
}

/** Style sheets by the class of `article`. */
export const DOCX_SHEETS: Readonly<Record<string, DocxSheet>> = {
    letter,
    request,
    report,
    sheet,
    exhibit: report,
}
