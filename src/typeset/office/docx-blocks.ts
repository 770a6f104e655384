import { type Lang, SCRIPT } from "../../base/lang.ts"
import { own } from "../../base/own.ts"
import type { Block, DocumentModel, Inline } from "../document/blocks.ts"
import { inlineText } from "../document/collect-text.ts"
import { lengthOf } from "./docx-columns.ts"
import {
    type Hanging,
    isOffGrid,
    paragraphProperties,
    runProperties,
    type StyleId,
    styleFormat,
} from "./docx-format.ts"
import type { Place, Writer } from "./docx-place.ts"
import { writeRuns } from "./docx-runs.ts"
import { DOCX_SHEETS, type DocxSheet, type FormatChange, type TextFormat } from "./docx-styles.data.ts"
import { type CellWriter, endLow, TABLE_GAP_PT, writeBox, writeDefinitions, writeTable } from "./docx-table.ts"
import { element, type Properties, properties, twips, valued } from "./wordprocessing.ts"

/** Blocks of a document as paragraphs and tables (ECMA-376 part 1 §17.3, §17.4). */

const HEADINGS: readonly StyleId[] = ["Heading1", "Heading2", "Heading3", "Heading4"]
/** Levels of a list that a numbering has. */
export const DEEPEST_LIST = 8

/** Width between the margins of A4, in twentieths of a point. */
export function measureOf({ marginsMm: { left, right } }: DocxSheet): number {
    return Math.round(((210 - left - right) * 1440) / 25.4)
}

/** The body of a document, without its section properties. */
export function writeBody(writer: Writer, model: DocumentModel): string {
    const place: Place = {
        lang: model.lang,
        style: "Normal",
        change: {},
        left: 0,
        width: measureOf(writer.sheet),
        listDepth: 0,
        isInner: false,
    }
    return endLow(writeBlocks(writer, model.blocks, place))
}

function writeBlocks(writer: Writer, blocks: readonly Block[], place: Place): string {
    return blocks
        .map((block, i) => {
            const next = blocks[i + 1]
            const isKept =
                isKeptTo(writer, block, next, place) || isIntroduction(writer, blocks[i - 1], block, next, place)
            const change = isKept ? { ...place.change, keepNext: true } : place.change
            return writeBlock(writer, block, { ...place, change, minAfterPt: afterOf(block, next) })
        })
        .join("")
}

/** A table stands as far below what introduces it as in the PDF; one with a caption says so itself. */
function afterOf(block: Block, next: Block | undefined): number {
    const isText = block.kind === "heading" || block.kind === "paragraph"
    return isText && next?.kind === "table" && next.caption === undefined ? TABLE_GAP_PT : 0
}

/** A paragraph of so many lines that introduces a table or a list stays with it, as in the PDF. */
const INTRODUCTION = 3
const INTRODUCED: readonly Block["kind"][] = ["table", "list", "definitions", "code"]

/** A paragraph between a heading and the next one, or a short one above a table or a list, does not end a page without it. */
function isIntroduction(
    writer: Writer,
    before: Block | undefined,
    block: Block,
    next: Block | undefined,
    place: Place,
) {
    if (block.kind !== "paragraph" || next === undefined) return false
    if (before?.kind === "heading" && (next.kind === "heading" || next.kind === "table")) return true
    const { sizePt } = styleFormat(place.part ?? writer.sheet, place.style)
    const inLine = place.width / twips(sizePt / 2)
    return INTRODUCED.includes(next.kind) && lengthOf(inlineText(block.inlines)) <= INTRODUCTION * inLine
}

/** Whether a block takes what stands before it along, as a signature does the last sentence, and a note its table. */
function isKeptTo(writer: Writer, block: Block, next: Block | undefined, { part }: Place): boolean {
    if (next?.kind === "paragraph") return block.kind === "table" && (next.style ?? "").split(" ").includes("note")
    if (next?.kind !== "section") return false
    return own((part ?? writer.sheet).paragraphs, next.style ?? "")?.keepBefore === true
}

function writeBlock(writer: Writer, block: Block, place: Place): string {
    switch (block.kind) {
        case "heading":
            return writeParagraph(writer, block.inlines, { ...place, style: HEADINGS[block.level - 1] ?? "Heading4" })
        case "paragraph":
            return writeParagraph(writer, block.inlines, { ...place, change: paragraphChange(writer, block, place) })
        case "list":
            return writeList(writer, block, place)
        case "table":
            return breakHere(writer) + writeTable(writer, block, place, cellWriter(writer, place))
        case "definitions":
            return breakHere(writer) + writeDefinitions(writer, block, place, cellWriter(writer, place))
        case "callout":
            if (isRuled(writer, block.blocks, place)) return writeBlocks(writer, block.blocks, place)
            return breakHere(writer) + writeBox(writer, place, (inner) => writeBlocks(writer, block.blocks, inner))
        case "code":
            return block.lines.map((line) => writeCode(writer, line, place)).join("")
        case "section":
            return writeSection(writer, block, place)
        case "rule":
            return emptyParagraph(writer, "5", "bottom")
        case "page-break":
            if (!place.isInner) writer.breakBefore = true
            return ""
        case "figure":
        case "contents":
            writer.lack(block.kind === "figure" ? "figure" : "nav")
            return ""
        default:
            return block satisfies never
    }
}

/**
 * A box with nothing but ruled tables under their headings has rules enough: within another table some programs do not
 * let it go on over pages, and leave one nearly empty before it.
 */
function isRuled(writer: Writer, blocks: readonly Block[], { part }: Place): boolean {
    const { ruledDefinitions } = part ?? writer.sheet
    const inside = blocks.filter(({ kind }) => kind !== "heading")
    return (
        inside.length > 0 &&
        inside.every(({ kind }) => kind === "table" || (kind === "definitions" && ruledDefinitions))
    )
}

function paragraphChange(
    writer: Writer,
    block: Extract<Block, { kind: "paragraph" }>,
    { change, isInner, part }: Place,
): FormatChange {
    const sheet = part ?? writer.sheet
    const named = (block.style ?? "").split(" ").map((name) => sheet.paragraphs[name] ?? {})
    const merged: FormatChange = Object.assign({}, change, ...named)
    const inner: FormatChange = isInner ? { ...merged, indentChars: 0 } : merged
    if (block.align === undefined) return inner
    return { ...inner, align: block.align, ...(block.align !== "justify" && { indentChars: 0 }) }
}

/** English parts of a Chinese document are set ragged and without indent. */
function inLanguage(change: FormatChange, lang: Lang, { lang: documentLang }: Writer): FormatChange {
    const isForeign = SCRIPT[lang] === "latin" && SCRIPT[documentLang] !== "latin"
    return isForeign ? { indentChars: 0, align: "start", ...change } : change
}

/**
 * A quarter of a line of the letter and more, as mailboxes, addresses and numbers of papers that nobody marked as code; a
 * blank to write on; a time with its zone and a year in brackets with its number, between which some programs do not
 * break.
 */
const LONG_WORD = /[!-~]{14}|\uFF3F{4}|\d:\d{2}（[A-Z]|〕\d/

/** What goes to the next line whole would stretch the line before it. */
function raggedCode(change: FormatChange, inlines: readonly Inline[], base: TextFormat): FormatChange {
    const isJustified = (change.align ?? base.align) === "justify"
    const isLong = (inline: Inline) =>
        inline.kind === "blank" || (inline.kind === "text" && (inline.code || LONG_WORD.test(inline.text)))
    return isJustified && inlines.some(isLong) ? { ...change, align: "start" } : change
}

function withGap(change: FormatChange, { afterPt }: TextFormat, { minAfterPt = 0 }: Place): FormatChange {
    return afterPt < minAfterPt ? { ...change, afterPt: minAfterPt } : change
}

/** A paragraph in its style, with what is changed of it. */
function writeParagraph(
    writer: Writer,
    inlines: readonly Inline[],
    place: Place,
    list: { readonly numbering?: string; readonly hanging?: Hanging } = {},
): string {
    const base = styleFormat(writer.sheet, place.style)
    const ofPart = place.part === undefined ? {} : styleFormat(place.part, place.style)
    const change = raggedCode(inLanguage({ ...ofPart, ...place.change }, place.lang, writer), inlines, base)
    const format: TextFormat = { ...base, ...change }
    const { keepNext, ...rest } = paragraphProperties(withGap(change, format, place), base, list.hanging)
    const given = properties("pPr", {
        ...rest,
        pStyle: place.style === "Normal" ? undefined : valued("pStyle", place.style),
        keepNext,
        pageBreakBefore: writer.breakBefore ? element("pageBreakBefore") : undefined,
        numPr: list.numbering,
        snapToGrid: isOffGrid(change, writer.sheet) ? valued("snapToGrid", "0") : undefined,
        ...(place.part === undefined ? {} : offTheGrid(change)),
    })
    writer.breakBefore = false
    const { refuse, lang: documentLang } = writer
    return element("p", {}, given, writeRuns(inlines, { lang: place.lang, documentLang, change, format, refuse }))
}

/** A part in its own type: no lines of the page's grid, and the label of a list in the size of its text. */
function offTheGrid({ sizePt, latin }: FormatChange): Properties {
    const mark = { ...(sizePt !== undefined && { sizePt }), ...(latin !== undefined && { latin }) }
    return { snapToGrid: valued("snapToGrid", "0"), rPr: properties("rPr", runProperties(mark)) }
}

function writeCode(writer: Writer, line: string, place: Place): string {
    const change: FormatChange = { ...place.change, align: "start", indentChars: 0 }
    return writeParagraph(writer, [{ kind: "text", text: line, code: true }], { ...place, change })
}

/** A paragraph without text and nearly without height, with a line where one is wanted. */
function emptyParagraph(writer: Writer, afterPt: string, border?: "bottom"): string {
    const given = properties("pPr", {
        pageBreakBefore: writer.breakBefore ? element("pageBreakBefore") : undefined,
        pBdr: border && element("pBdr", {}, element(border, { val: "single", sz: 4, space: 1, color: "auto" })),
        snapToGrid: valued("snapToGrid", "0"),
        spacing: element("spacing", { before: 0, after: twips(Number(afterPt)), line: 60, lineRule: "exact" }),
        ind: element("ind", { firstLineChars: 0, firstLine: 0 }),
    })
    writer.breakBefore = false
    return element("p", {}, given)
}

/** A table cannot begin a page by itself; the paragraph before it does. */
function breakHere(writer: Writer): string {
    return writer.breakBefore ? emptyParagraph(writer, "0") : ""
}

function writeList(writer: Writer, block: Extract<Block, { kind: "list" }>, place: Place): string {
    const depth = Math.min(place.listDepth, DEEPEST_LIST)
    writer.lists.push({ ordered: block.ordered, start: block.start, depth })
    const numbering = element("numPr", {}, valued("ilvl", depth), valued("numId", writer.lists.length))
    const style: StyleId = place.style === "Normal" ? "ListParagraph" : place.style
    const em = twips(place.change.sizePt ?? styleFormat(place.part ?? writer.sheet, place.style).sizePt)
    const hanging = block.ordered ? Math.round(em * 1.6) : Math.round(em * 1.2)
    const inset = place.isInner ? 0 : twips(styleFormat(place.part ?? writer.sheet, "Normal").indentChars * 8)
    const left = place.left + inset + hanging
    const inner: Place = {
        ...place,
        style,
        left,
        width: place.width - inset - hanging,
        listDepth: depth + 1,
        isInner: true,
    }
    return block.items
        .map((blocks) => {
            const [first, ...rest] = blocks
            const isText = first?.kind === "paragraph"
            const change = isText ? paragraphChange(writer, first, inner) : inner.change
            const head = writeParagraph(
                writer,
                isText ? first.inlines : [],
                { ...inner, change },
                {
                    numbering,
                    hanging: { left, hanging },
                },
            )
            return head + (isText ? rest : blocks).map((item) => writeListBlock(writer, item, inner)).join("")
        })
        .join("")
}

/** Further paragraphs of an item stand below its text. */
function writeListBlock(writer: Writer, block: Block, place: Place): string {
    if (block.kind !== "paragraph") return writeBlock(writer, block, place)
    const change = paragraphChange(writer, block, place)
    return writeParagraph(writer, block.inlines, { ...place, change }, { hanging: { left: place.left, hanging: 0 } })
}

/**
 * A part in its own language. With the name of a style sheet it begins a page, set as that sheet says; with that of a paragraph style, its
 * paragraphs have that style, the distance before only the first, and stay together.
 */
function writeSection(writer: Writer, block: Extract<Block, { kind: "section" }>, place: Place): string {
    const style = block.style ?? ""
    const inner = { ...place, lang: block.lang ?? place.lang }
    const part = own(DOCX_SHEETS, style)
    if (part !== undefined) {
        if (!place.isInner) writer.breakBefore = true
        return writeBlocks(writer, block.blocks, part === writer.sheet ? inner : { ...inner, part })
    }
    const named = (place.part ?? writer.sheet).paragraphs[style]
    if (named === undefined) return writeBlocks(writer, block.blocks, inner)
    const { beforePt = 0, ...change } = named
    return block.blocks
        .map((child, i) => {
            const isLast = i === block.blocks.length - 1
            const own: FormatChange = {
                ...place.change,
                ...change,
                ...(i === 0 && { beforePt }),
                ...(!isLast && { keepNext: true }),
            }
            const minAfterPt = afterOf(child, block.blocks[i + 1])
            return writeBlock(writer, child, { ...inner, change: own, minAfterPt })
        })
        .join("")
}

/** What tables need to fill their cells: blocks in a style, and never none, as a cell ends with a paragraph (§17.4.65). */
function cellWriter(writer: Writer, place: Place): CellWriter {
    return (blocks, style, change, width) => {
        const inner = { ...place, style, change, left: 0, width, listDepth: 0, isInner: true }
        const inside = writeBlocks(writer, blocks, inner)
        return inside.endsWith("</w:p>") ? inside : inside + writeParagraph(writer, [], inner)
    }
}
