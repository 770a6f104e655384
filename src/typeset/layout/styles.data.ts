import type { Color } from "./pages/placed.ts"
import type { StyleSheet, TableStyle, TextStyle } from "./styles.ts"

const mm = (millimetres: number) => (millimetres * 72) / 25.4
const INK: Color = [0, 0, 0]
const GREY: Color = [0.35, 0.35, 0.35]
const RULE: Color = [0.45, 0.45, 0.45]
const PALE: Color = [0.945, 0.945, 0.945]

const base: TextStyle = {
    family: "serif",
    weight: 400,
    sizePt: 11,
    linePt: 18.5,
    color: INK,
    align: "justify",
    indentEm: 0,
    trackEm: 0,
    insetLeftEm: 0,
    insetRightEm: 0,
    beforePt: 0,
    afterPt: 0,
    keepNext: false,
}
const text = (over: Partial<TextStyle>): TextStyle => ({ ...base, ...over })
const title = (over: Partial<TextStyle>): TextStyle =>
    text({ family: "sans", weight: 700, align: "start", keepNext: true, ...over })

const A4 = { widthPt: mm(210), heightPt: mm(297) }
const head = text({ family: "sans", sizePt: 8, linePt: 11.5, color: GREY, align: "center" })
const foot = text({ family: "sans", sizePt: 8, linePt: 12, color: GREY, align: "center", beforePt: 14 })

const table: TableStyle = {
    cell: text({ family: "sans", sizePt: 9, linePt: 14, align: "start" }),
    headCell: text({ family: "sans", weight: 700, sizePt: 9, linePt: 14, align: "center" }),
    padXPt: 5,
    padYPt: 3.5,
    rulePt: 0.5,
    ruleColor: RULE,
    rules: "grid",
    headFill: PALE,
    minRowPt: 0,
    middle: false,
}

/** Classes of paragraphs that every sheet knows. */
const paragraphs: StyleSheet["paragraphs"] = {
    /** No first-line indent. */
    plain: { indentEm: 0 },
    /** Stands on one page with what follows. */
    keep: { keepNext: true },
    addressee: { indentEm: 0, afterPt: 4 },
    lead: { indentEm: 0, family: "sans" },
    note: { indentEm: 0, family: "sans", sizePt: 9, linePt: 13, color: GREY, beforePt: 3, afterPt: 3 },
    /** Set like the box above it, with whose end it stays. */
    small: { indentEm: 0, sizePt: 9, linePt: 11.5, keepBefore: true },
    /** Under the title: who, for whom, when. */
    subtitle: {
        indentEm: 0,
        family: "sans",
        sizePt: 9.5,
        linePt: 15,
        align: "center",
        color: GREY,
        afterPt: 8,
        keepNext: true,
    },
    /** Who signs and when, at the right. */
    signature: { indentEm: 0, align: "end", insetRightEm: 2, beforePt: 10, keepBefore: true },
    /** List of annexes below a letter. */
    annex: { align: "start", beforePt: 10 },
    /** Their files, in a table behind the signature. */
    enclosures: { beforePt: 10 },
    /** A code or a number to be read out and compared. */
    key: { indentEm: 0, family: "sans", weight: 700, sizePt: 13, linePt: 22, align: "center", beforePt: 4, afterPt: 4 },
}

const report: StyleSheet = {
    page: { ...A4, topPt: mm(25), rightPt: mm(20), bottomPt: mm(22), leftPt: mm(25) },
    body: text({ indentEm: 2, afterPt: 3 }),
    english: { indentEm: 0, align: "start", trackEm: 0 },
    headings: [
        title({ sizePt: 18, linePt: 27, align: "center", afterPt: 12 }),
        title({ sizePt: 13.5, linePt: 21, beforePt: 16, afterPt: 6 }),
        title({ sizePt: 11.5, linePt: 18.5, beforePt: 11, afterPt: 4 }),
        title({ sizePt: 11, linePt: 18.5, weight: 400, beforePt: 7, afterPt: 2 }),
    ],
    paragraphs,
    table,
    tables: {
        plain: { rules: "rows" },
        /** Wide tables of ids. */
        compact: {
            cell: { ...table.cell, linePt: 12 },
            headCell: { ...table.headCell, linePt: 12 },
            padXPt: 4.1,
            padYPt: 1.8,
            minRowPt: 0,
        },
        /** Small pictures under their labels. */
        pictures: { rules: "rows", padYPt: 1.8, minRowPt: 0 },
        /** One item described in two columns. */
        entry: { padYPt: 2.5 },
        /** To be filled in by hand. */
        form: { minRowPt: 26, middle: true },
    },
    definitions: {
        ...table,
        rules: "none",
        padXPt: 4,
        padYPt: 2,
        cell: text({ sizePt: 10.5, linePt: 17 }),
        headCell: text({ family: "sans", sizePt: 10.5, linePt: 17, align: "start" }),
    },
    caption: text({ family: "sans", sizePt: 9, linePt: 14, align: "center", beforePt: 5, afterPt: 6 }),
    pictureLine: false,
    pairs: false,
    code: text({ family: "mono", sizePt: 9, linePt: 15, align: "start" }),
    codeBox: { padPt: 5, strokePt: 0.5, stroke: RULE, fill: [0.97, 0.97, 0.97] },
    callout: { padPt: 9, strokePt: 0.75, stroke: RULE },
    callouts: {
        note: { fill: PALE, strokePt: 0, stroke: PALE },
        warning: { strokePt: 1.5, stroke: INK },
        summary: { fill: [0.97, 0.97, 0.97] },
        glance: { padPt: 7, strokePt: 1.25, stroke: [0.2, 0.2, 0.2], fill: [0.97, 0.97, 0.97] },
    },
    listInsetEm: 0.5,
    head,
    runningTitle: true,
    foot,
    pageNumber: "of",
}

/**
 * Body of a letter as GB/T 9704—2012 §5.2 sets it: A4, 22 lines of 28 characters, size 3 (16 pt), no red head. Its pages
 * are to be full, so that a paragraph of three lines is not moved whole.
 */
const GRID_PT = mm(225) / 22
/**
 * Above 发文字号 there is room for the head of 信函格式 (§10.1): name of the agency from 30 mm, up to 10 mm high, the red
 * lines 4 mm below it, then 7/8 of a character.
 */
const LETTER_HEAD_PT = mm(30 + 10 + 4) + (16 * 7) / 8 - (GRID_PT - 16) / 2 - mm(37)
const letterBody = {
    ...text({ sizePt: 16, linePt: GRID_PT, trackEm: mm(156) / 28 / 16 - 1, indentEm: 2 }),
    lastMayPart: true,
}
const letter: StyleSheet = {
    ...report,
    runningTitle: false,
    page: { ...A4, topPt: mm(37), rightPt: mm(26), bottomPt: mm(35), leftPt: mm(28) },
    body: letterBody,
    headings: [
        {
            ...letterBody,
            weight: 700,
            sizePt: 22,
            align: "center",
            indentEm: 0,
            trackEm: 0,
            afterPt: GRID_PT,
            keepNext: true,
        },
        { ...letterBody, family: "sans", align: "start", keepNext: true },
        { ...letterBody, weight: 700, align: "start", keepNext: true },
        { ...letterBody, align: "start", keepNext: true },
    ],
    paragraphs: {
        ...paragraphs,
        addressee: { indentEm: 0 },
        lead: { indentEm: 0 },
        note: { ...paragraphs.note, sizePt: 10.5, linePt: 17 },
        subtitle: { ...paragraphs.subtitle, sizePt: 12, linePt: 20 },
        /** 发文字号: two lines above the title. */
        number: { indentEm: 0, align: "end", headPt: LETTER_HEAD_PT, afterPt: 2 * GRID_PT, keepNext: true },
        /** Centred upon the date, of eleven characters, which ends four characters before the edge (§7.3.5.1). */
        signature: { indentEm: 0, align: "center", insetLeftEm: 8.8, beforePt: GRID_PT, keepBefore: true },
        /** A long name goes on below its first character (§7.3.4). */
        annex: { align: "start", beforePt: GRID_PT, hangAfter: "．" },
        /** 附注, in brackets below the date (§7.3.6). */
        postscript: { align: "start", keepBefore: true },
        enclosures: { beforePt: GRID_PT },
    },
    table: {
        ...table,
        cell: { ...table.cell, family: "serif", sizePt: 12, linePt: 19 },
        headCell: { ...table.headCell, sizePt: 12, linePt: 19 },
        ruleColor: INK,
    },
    definitions: {
        ...report.definitions,
        cell: { ...letterBody, indentEm: 0, align: "start" },
        headCell: { ...letterBody, indentEm: 0, align: "start" },
    },
    listInsetEm: 2,
    // The dashes stand 7 mm below the text (§7.5).
    foot: { ...foot, family: "serif", sizePt: 14, linePt: 20, color: INK, beforePt: mm(7) - 10 },
    pageNumber: "dashes",
}

const sheet: StyleSheet = {
    ...report,
    runningTitle: false,
    page: { ...A4, topPt: mm(20), rightPt: mm(20), bottomPt: mm(17), leftPt: mm(20) },
    body: text({ sizePt: 10.5, linePt: 17, indentEm: 0, afterPt: 3 }),
    headings: [
        title({ sizePt: 17, linePt: 26, align: "center", afterPt: 8 }),
        title({ sizePt: 12, linePt: 19, beforePt: 11, afterPt: 4 }),
        title({ sizePt: 10.5, linePt: 17, beforePt: 8, afterPt: 3 }),
        title({ sizePt: 10.5, linePt: 17, weight: 400, beforePt: 6, afterPt: 2 }),
    ],
    table: {
        ...table,
        cell: text({ family: "sans", sizePt: 9.5, linePt: 15, align: "start" }),
        headCell: { ...table.headCell, sizePt: 9.5, linePt: 15 },
        padYPt: 4.5,
        ruleColor: INK,
        minRowPt: 26,
        middle: true,
    },
    // Rows of several lines beside each other are read from the top.
    tables: {
        ...report.tables,
        entry: { middle: false },
        compact: { ...report.tables.compact, middle: false },
    },
    paragraphs: { ...paragraphs, note: { ...paragraphs.note, linePt: 12 } },
    definitions: {
        ...table,
        cell: text({ family: "sans", sizePt: 10, linePt: 16, align: "start" }),
        headCell: text({ family: "sans", sizePt: 10, linePt: 16, align: "start" }),
        padXPt: 6,
        padYPt: 5,
        ruleColor: INK,
        minRowPt: 27,
        middle: true,
    },
}

const requestBase: StyleSheet = {
    ...report,
    runningTitle: false,
    page: { ...A4, topPt: mm(16), rightPt: mm(18), bottomPt: mm(17), leftPt: mm(20) },
    body: text({ sizePt: 10, linePt: 13, indentEm: 0, afterPt: 3 }),
    headings: [
        title({ sizePt: 15, linePt: 19, afterPt: 3 }),
        title({ sizePt: 11.5, linePt: 15, beforePt: 8, afterPt: 3 }),
        title({ sizePt: 10.5, linePt: 15.5, beforePt: 9, afterPt: 3 }),
        title({ sizePt: 10.5, linePt: 15.5, weight: 400, beforePt: 6, afterPt: 2 }),
    ],
    table: {
        ...table,
        cell: { ...table.cell, linePt: 12.5 },
        headCell: { ...table.headCell, linePt: 12.5, align: "start" },
    },
    definitions: {
        ...report.definitions,
        cell: text({ sizePt: 9, linePt: 11.5, align: "start" }),
        headCell: text({ family: "sans", weight: 700, sizePt: 9, linePt: 11.5, align: "start" }),
        padYPt: 1,
    },
    paragraphs: {
        ...paragraphs,
        note: { ...paragraphs.note, linePt: 12 },
        addressee: { ...paragraphs.addressee, afterPt: 3 },
    },
    listInsetEm: 0,
}

/** The same type with less between its lines, so that whom to answer and who signs stay on the first page. */
const requestTight: StyleSheet = {
    ...requestBase,
    body: { ...requestBase.body, linePt: 12, afterPt: 2 },
    definitions: {
        ...requestBase.definitions,
        cell: { ...requestBase.definitions.cell, linePt: 10.8 },
        headCell: { ...requestBase.definitions.headCell, linePt: 10.8 },
        padYPt: 0.5,
    },
    paragraphs: {
        ...requestBase.paragraphs,
        small: { ...requestBase.paragraphs.small, linePt: 10.8 },
        addressee: { ...requestBase.paragraphs.addressee, afterPt: 2 },
    },
}
const request: StyleSheet = { ...requestBase, tight: requestTight }

const exhibit: StyleSheet = {
    ...report,
    runningTitle: false,
    pictureLine: true,
    pairs: true,
    page: { ...A4, topPt: mm(22), rightPt: mm(18), bottomPt: mm(20), leftPt: mm(18) },
    headings: [
        report.headings[0],
        title({ sizePt: 12, linePt: 18, beforePt: 8, afterPt: 6 }),
        report.headings[2],
        report.headings[3],
    ],
}

/** The style sheets by name; `DocumentModel.style` and a section's class pick one. */
export const SHEETS: Readonly<Record<string, StyleSheet>> = { report, letter, sheet, request, exhibit }

/** Colour of linked text. */
export const LINK_COLOR: Color = [0.06, 0.2, 0.5]
/** Colour of notes of sources. */
export const NOTE_COLOR: Color = GREY
/** Colour of rules that are drawn by themselves. */
export const RULE_COLOR: Color = RULE
