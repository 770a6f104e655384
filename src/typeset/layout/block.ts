import type { Block } from "../document/blocks.ts"
import { inlineText } from "../document/collect-text.ts"
import { setCode } from "./code.ts"
import { type Composer, inLanguage, ordered, plainText, type Setting, shapeText } from "./composer.ts"
import { fillsPage, setFigure } from "./figure.ts"
import { baselineOf, setParagraph } from "./lines/paragraph.ts"
import { holdContents } from "./pages/contents.ts"
import { framePieces, keepTogether, newPiece, type Piece, withEnds } from "./pages/piece.ts"
import type { Role } from "./pages/placed.ts"
import { type Pair, setPair, withPairs } from "./pair.ts"
import { RULE_COLOR, SHEETS } from "./styles.data.ts"
import { measureOf, type StyleSheet, type TextStyle } from "./styles.ts"
import { setDefinitions } from "./tables/definitions.ts"
import { setTable } from "./tables/table.ts"

const HEADINGS: readonly Role[] = ["H1", "H2", "H3", "H4"]
/** A box lower than this share of a page is not cut. */
const UNCUT = 0.33

/** What is set at a time: a block, or the blocks of two pictures that stand beside each other. */
type Unit = Block | Pair

/** Sets blocks one below the other. */
export function setBlocks(composer: Composer, blocks: readonly Block[], setting: Setting): Piece[] {
    const pieces: Piece[] = []
    let breakNext = false
    let before: Before | undefined
    for (const block of withPairs(composer, blocks, setting)) {
        if (block.kind === "page-break") {
            breakNext = !setting.isInner
            continue
        }
        const set = setBlock(composer, block, setting)
        const ownPage = block.kind === "figure" && fillsPage(composer, block, setting)
        if (ownPage) breakBeforeHeading(pieces, set)
        else if (before && set.length > 0 && block.kind !== "contents") keepTail(pieces, before, block, setting)
        // Contents that turn out not to be wanted are as if they had never been there.
        if (block.kind !== "contents") before = { block, from: pieces.length, count: set.length }
        // One by one: a table of ten thousand rows has more pieces than a call takes arguments.
        for (const piece of breakNext ? withEnds(set, { breakBefore: true }, {}) : set) pieces.push(piece)
        if (set.length > 0) breakNext = ownPage
    }
    return pieces
}

/** A block that is set: its first piece and how many it has. */
interface Before {
    readonly block: Unit
    readonly from: number
    readonly count: number
}

/** A paragraph of so many lines that introduces a table or a list stays with it. */
const INTRODUCTION = 3

/** Keeps the end of a block with the next one: the words before a signature, a short introduction with its table, a table or a list with its note. */
function keepTail(pieces: Piece[], before: Before, next: Unit, { sheet }: Setting): void {
    const isSigned = next.kind === "section" && sheet.paragraphs[next.style ?? ""]?.keepBefore === true
    const isShort = before.block.kind === "paragraph" && before.count <= INTRODUCTION
    const isIntroduced = ["table", "list", "definitions", "figure", "pair", "code"].includes(next.kind) && isShort
    const isNoted = ["table", "list"].includes(before.block.kind) && next.kind === "paragraph" && next.style === "note"
    const from = isIntroduced ? before.from : isSigned || isNoted ? pieces.length - 1 : pieces.length
    for (let i = Math.max(0, from); i < pieces.length; i++) {
        const piece = pieces[i]
        if (piece) pieces[i] = { ...piece, keep: true }
    }
}

/** A whole-page picture begins a page together with the headings that stand directly before it. */
function breakBeforeHeading(before: Piece[], set: Piece[]): void {
    let first = before.length
    while (first > 0 && before[first - 1]?.keep && !before[first]?.breakBefore) first--
    const target = first < before.length ? before : set
    const at = first < before.length ? first : 0
    const piece = target[at]
    if (piece) target[at] = { ...piece, breakBefore: true }
}

function setBlock(composer: Composer, block: Exclude<Unit, { kind: "page-break" }>, setting: Setting): Piece[] {
    switch (block.kind) {
        case "heading":
            return setHeading(composer, block, setting)
        case "paragraph": {
            const style = paragraphStyle(block, setting)
            return setParagraph(composer, block.inlines, style, setting, composer.tree.add("P", setting.parent))
        }
        case "list":
            return setList(composer, block, setting)
        case "definitions":
            return setDefinitions(composer, block, setting, setBlocks)
        case "table":
            return setTable(composer, block, setting, setBlocks)
        case "figure":
            return setFigure(composer, block, setting)
        case "pair":
            return setPair(composer, block, setting, setBlocks)
        case "callout":
            return setCallout(composer, block, setting)
        case "code":
            return setCode(composer, block, setting)
        case "rule":
            return [setRule(composer, setting)]
        case "contents":
            return holdContents(composer, setting)
        case "section":
            return setSection(composer, block, setting)
        default:
            return block satisfies never
    }
}

function setHeading(composer: Composer, block: Extract<Block, { kind: "heading" }>, setting: Setting): Piece[] {
    const style = inLanguage(setting.sheet.headings[block.level - 1] ?? setting.body, setting)
    const node = composer.tree.add(HEADINGS[block.level - 1] ?? "H4", setting.parent)
    const indentEm = setting.isInner ? 0 : style.indentEm
    const pieces = setParagraph(composer, block.inlines, { ...style, indentEm }, setting, node)
    const title = inlineText(block.inlines).replace(/\s+/g, " ")
    return withEnds(pieces, { outline: { title, level: block.level } }, {})
}

function paragraphStyle(
    block: Extract<Block, { kind: "paragraph" }>,
    { sheet, body, isInner, lang }: Setting,
): TextStyle {
    const plain = isInner ? { ...body, indentEm: 0 } : body
    const named = (block.style ?? "").split(" ").map((name) => sheet.paragraphs[name] ?? {})
    const style = inLanguage(Object.assign({}, plain, ...named) as TextStyle, { sheet, lang })
    if (!block.align) return style
    return { ...style, align: block.align, indentEm: block.align === "justify" ? style.indentEm : 0 }
}

function setList(composer: Composer, block: Extract<Block, { kind: "list" }>, setting: Setting): Piece[] {
    const { tree } = composer
    const style: TextStyle = { ...setting.body, indentEm: 0, align: "start", beforePt: 0, afterPt: 0, keepNext: false }
    const marker: TextStyle = block.ordered ? style : { ...style, sizePt: style.sizePt * 0.42 }
    const labels = block.items.map((_, i) => plainText(composer, block.ordered ? `${String(block.start + i)}.` : "●"))
    const needs = labels.map((label) => {
        const [clusters] = shapeText(composer, label, marker, setting.lang).segments
        return (clusters ?? []).reduce((sum, cluster) => sum + cluster.advancePt, 0)
    })
    const inset = setting.isInner ? 0 : setting.sheet.listInsetEm * style.sizePt
    const labelWidth = Math.max(
        (block.ordered ? 1.5 : 1.2) * style.sizePt,
        needs.reduce((most, need) => Math.max(most, need), 0) + 0.45 * style.sizePt,
    )
    const list = tree.add("L", setting.parent, { listNumbering: block.ordered ? "Decimal" : "Disc" })
    const xPt = setting.xPt + inset
    const pieces = block.items.flatMap((blocks, i): Piece[] => {
        const item = tree.add("LI", list)
        const labelNode = tree.add("Lbl", item)
        const [label] = setParagraph(composer, labels[i] ?? [], marker, { ...setting, xPt }, labelNode)
        // A small marker stands at the middle of the characters of its line.
        const rise = block.ordered ? 0 : baselineOf(style) - 0.23 * style.sizePt - baselineOf(marker)
        const labelItems = (label?.items ?? []).map(({ item: it, order }) => ({
            item: it.kind === "text" ? { ...it, yPt: it.yPt + rise } : it,
            order,
        }))
        const bodyNode = tree.add("LBody", item)
        const inner = { xPt: xPt + labelWidth, widthPt: setting.widthPt - inset - labelWidth, parent: bodyNode }
        const body = setItemBody(composer, blocks, { ...setting, ...inner, isInner: true })
        const [first, ...rest] = body.length > 0 ? body : [newPiece(setting.sheet, style.linePt, [])]
        if (!first) return []
        // A rule is lower than the line of its label.
        const heightPt = Math.max(first.heightPt, style.linePt)
        return [{ ...first, heightPt, items: [...labelItems, ...first.items] }, ...rest]
    })
    return withEnds(pieces, {}, { afterPt: Math.max(setting.body.afterPt, 2) })
}

/** An item of one paragraph is its own content, without a P. */
function setItemBody(composer: Composer, blocks: readonly Block[], setting: Setting): Piece[] {
    const [only] = blocks
    if (blocks.length !== 1 || only?.kind !== "paragraph") return setBlocks(composer, blocks, setting)
    return setParagraph(composer, only.inlines, paragraphStyle(only, setting), setting, setting.parent)
}

function setCallout(composer: Composer, block: Extract<Block, { kind: "callout" }>, setting: Setting): Piece[] {
    const { sheet } = setting
    const box = { ...sheet.callout, ...(sheet.callouts[block.style ?? ""] ?? {}) }
    const parent = composer.tree.add("Sect", setting.parent)
    const inner = { xPt: setting.xPt + box.padPt + 2, widthPt: setting.widthPt - 2 * box.padPt - 4 }
    const pieces = setBlocks(composer, block.blocks, { ...setting, ...inner, parent, isInner: true })
    const frame = { xPt: setting.xPt, widthPt: setting.widthPt, rules: "grid" as const, ...box }
    const framed = framePieces(pieces, frame, box.padPt)
    return withEnds(keepTogether(framed, sheet, UNCUT), { beforePt: 8 }, { afterPt: 10, keep: false })
}

function setRule(composer: Composer, { sheet, xPt, widthPt }: Setting): Piece {
    const item = {
        kind: "line" as const,
        x1Pt: xPt,
        y1Pt: 4,
        x2Pt: xPt + widthPt,
        y2Pt: 4,
        widthPt: 0.5,
        color: RULE_COLOR,
    }
    return newPiece(sheet, 8, [ordered(composer, item)], { beforePt: 3, afterPt: 3 })
}

/**
 * A part in its own language. With the name of a style sheet as its class it begins a page, set as that sheet says, with
 * the margins and page numbers of the document; with that of a paragraph style, its paragraphs have that style and it is not cut.
 */
function setSection(composer: Composer, block: Extract<Block, { kind: "section" }>, setting: Setting): Piece[] {
    const lang = block.lang ?? setting.lang
    const own = lang === setting.lang ? {} : { lang }
    const parent = composer.tree.add("Sect", setting.parent, own)
    const sheet = SHEETS[block.style ?? ""]
    if (sheet && !setting.isInner) {
        const pieces = setBlocks(composer, block.blocks, pageSetting(inVolume(sheet, setting.sheet), lang, parent))
        if (!block.runsOn) return withEnds(pieces, { breakBefore: true }, {})
        return withEnds(keepOpening(pieces, sheet), { beforePt: RUN_ON_PT }, {})
    }
    const body = inLanguage(setting.isInner ? setting.body : setting.sheet.body, { ...setting, lang })
    const named = setting.sheet.paragraphs[block.style ?? ""]
    if (!named) return setBlocks(composer, block.blocks, { ...setting, lang, parent, body })
    const { beforePt = 0, ...style } = named
    const pieces = setBlocks(composer, block.blocks, { ...setting, lang, parent, body: { ...body, ...style } })
    return withEnds(keepTogether(pieces, setting.sheet, UNCUT), { beforePt }, {})
}

/** Above a part that begins below the one before it. */
const RUN_ON_PT = 30

/** Title and remarks of a part that runs on do not end a page: its first chapter begins with them, or all of a short one. */
function keepOpening(pieces: readonly Piece[], sheet: StyleSheet): Piece[] {
    const chapter = pieces.findIndex(({ outline }) => outline !== undefined && outline.level > 1)
    const opening = chapter < 0 ? pieces.length : chapter + 1
    const kept = keepTogether(pieces.slice(0, opening), sheet, UNCUT)
    return [...kept, ...pieces.slice(opening)]
}

const VOLUMES = new Map<StyleSheet, Map<StyleSheet, StyleSheet>>()

/** A sheet on the pages of a whole document: in one volume all margins and page numbers are the same. The same object every time. */
function inVolume(sheet: StyleSheet, whole: StyleSheet): StyleSheet {
    if (sheet.page === whole.page) return sheet
    const known = VOLUMES.get(whole) ?? new Map<StyleSheet, StyleSheet>()
    VOLUMES.set(whole, known)
    const made = known.get(sheet) ?? { ...sheet, page: whole.page, foot: whole.foot, pageNumber: whole.pageNumber }
    known.set(sheet, made)
    return made
}

/** The whole measure of a page. */
export function pageSetting(sheet: StyleSheet, lang: Setting["lang"], parent: number): Setting {
    const place = { sheet, lang, parent, xPt: sheet.page.leftPt, widthPt: measureOf(sheet) }
    return { ...place, body: inLanguage(sheet.body, place), isInner: false }
}
