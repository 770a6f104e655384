import type { Lang } from "../../../base/lang.ts"
import { pageSetting } from "../block.ts"
import { type Composer, plainText } from "../composer.ts"
import { setParagraph } from "../lines/paragraph.ts"
import { RULE_COLOR } from "../styles.data.ts"
import { measureOf, type TextStyle } from "../styles.ts"
import type { FilledPage } from "./paginate.ts"
import { moveDown, type Piece } from "./piece.ts"
import type { PlacedItem } from "./placed.ts"

/** What stands above and below the text of every page. */
export interface Running {
    /** One line, or two where it is long; a line break separates two languages. */
    readonly head: string | undefined
    /** The head repeats the title, which the first page has already. */
    readonly isTitle: boolean
    /** Reference printed left of the page number. */
    readonly ref: string | undefined
    readonly lang: Lang
}

/** Between head and rule, and between rule and text. */
const HEAD_GAP_PT = 3
const HEAD_DISTANCE_PT = 12

/** Head, its rule and foot of one page, all artifacts: they are no part of what the document says. */
export function runningItems(
    composer: Composer,
    page: FilledPage,
    index: number,
    count: number,
    running: Running,
): PlacedItem[] {
    const head = running.isTitle && index === 0 ? [] : headItems(composer, page, running)
    return [...head, ...footItems(composer, page, index, count, running)]
}

function headItems(composer: Composer, { sheet }: FilledPage, { head, lang }: Running): PlacedItem[] {
    if (head === undefined || head === "") return []
    const lines = setText(composer, head, sheet.head, sheet, lang)
    const bottom = sheet.page.topPt - HEAD_DISTANCE_PT
    const top = bottom - HEAD_GAP_PT - lines.length * sheet.head.linePt
    const x1Pt = sheet.page.leftPt
    const rule: PlacedItem = {
        kind: "line",
        x1Pt,
        y1Pt: bottom,
        x2Pt: x1Pt + measureOf(sheet),
        y2Pt: bottom,
        widthPt: 0.4,
        color: RULE_COLOR,
    }
    return [...placeLines(lines, top), rule]
}

function footItems(
    composer: Composer,
    { sheet }: FilledPage,
    index: number,
    count: number,
    { ref, lang }: Running,
): PlacedItem[] {
    const top = sheet.page.heightPt - sheet.page.bottomPt + sheet.foot.beforePt
    const number = pageNumber(sheet.pageNumber, index + 1, count, lang)
    const place = sheet.pageNumber === "dashes" ? outerSide(index + 1) : {}
    const set = (text: string, style: TextStyle) => placeLines(setText(composer, text, style, sheet, lang), top)
    if (ref === undefined || ref === "") return number === "" ? [] : set(number, { ...sheet.foot, ...place })
    const left = set(ref, { ...sheet.head, linePt: sheet.foot.linePt, align: "start" })
    return number === "" ? left : [...left, ...set(number, { ...sheet.foot, align: "end" })]
}

/** One character from the right edge on odd pages, from the left one on even pages (GB/T 9704—2012 §7.5). */
const outerSide = (number: number): Partial<TextStyle> =>
    number % 2 === 1 ? { align: "end", insetRightEm: 1 } : { align: "start", insetLeftEm: 1 }

const PAGE_OF: Readonly<Record<Lang, (number: string, count: string) => string>> = {
    "zh-CN": (number, count) => `第 ${number} 页 / 共 ${count} 页`,
    en: (number, count) => `Page ${number} of ${count}`,
}

function pageNumber(kind: "of" | "dashes", number: number, count: number, lang: Lang): string {
    if (kind === "dashes") return number === 1 ? "" : `— ${String(number)} —`
    return PAGE_OF[lang](String(number), String(count))
}

function setText(composer: Composer, text: string, style: TextStyle, sheet: FilledPage["sheet"], lang: Lang): Piece[] {
    return setParagraph(composer, plainText(composer, text), style, pageSetting(sheet, lang, 0), "artifact")
}

function placeLines(lines: readonly Piece[], topPt: number): PlacedItem[] {
    let y = topPt
    const items: PlacedItem[] = []
    for (const line of lines) {
        for (const { item } of line.items) items.push(moveDown(item, y))
        y += line.heightPt
    }
    return items
}
