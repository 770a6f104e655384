import type { PlacedDocument, PlacedItem } from "../../../src/typeset/layout/pages/placed.ts"
import { SHEETS } from "../../../src/typeset/layout/styles.data.ts"
import { rightOf, type TextItem, textOf } from "./reading.ts"
import type { Laid } from "./sample-pages.ts"

/** What a typographer would mark on placed pages, found from their items and structure alone. */

interface Line {
    readonly page: number
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly right: number
    readonly text: string
    readonly items: readonly TextItem[]
}

const isText = (item: PlacedItem): item is TextItem => item.kind === "text" && textOf(item).trim() !== ""

/** Role of a node, and of all above it. */
function rolesOf(doc: PlacedDocument, tag: number): string[] {
    const roles: string[] = []
    for (let at: number | undefined = tag; at !== undefined; at = doc.structure[at]?.parent)
        roles.push(doc.structure[at]?.role ?? "")
    return roles
}

/** Node of a text without the links in it. */
function blockOf(doc: PlacedDocument, tag: number): number {
    const node = doc.structure[tag]
    return node?.role === "Link" && node.parent !== undefined ? blockOf(doc, node.parent) : tag
}

/** Lines of each block of text, in order. */
function linesByBlock(doc: PlacedDocument): Map<number, Line[]> {
    const blocks = new Map<number, Line[]>()
    for (const [page, { items }] of doc.pages.entries())
        for (const item of items.filter(isText)) {
            if (item.tag === "artifact" || rolesOf(doc, item.tag).includes("Figure")) continue
            const tag = blockOf(doc, item.tag)
            const lines = blocks.get(tag) ?? []
            blocks.set(tag, lines)
            const last = lines.at(-1)
            const own = { page, top: item.yPt - item.sizePt, bottom: item.yPt + 0.2 * item.sizePt, left: item.xPt }
            const isSame = last?.page === page && Math.abs((last.items[0]?.yPt ?? 0) - item.yPt) < 1
            if (isSame && last)
                lines[lines.length - 1] = {
                    ...last,
                    right: rightOf(item),
                    text: last.text + textOf(item),
                    items: [...last.items, item],
                }
            else lines.push({ ...own, right: rightOf(item), text: textOf(item), items: [item] })
        }
    return blocks
}

/** Text below 9 pt, that of charts included, that is no bullet, no head or foot. */
export function smallText({ doc }: Laid): string[] {
    return doc.pages.flatMap(({ items }, n) =>
        items.filter(isText).flatMap((item) => {
            if (item.tag === "artifact" || item.sizePt > 8.99 || textOf(item) === "●") return []
            return [`page ${String(n + 1)}: ${String(item.sizePt)} pt: ${textOf(item)}`]
        }),
    )
}

const MONO = "NotoSansMono-Regular"
const HAN = /^\p{Script=Han}$/u

/** Gaps above 0.12 em between Han and above 0.5 em between words. */
export function wideGaps({ doc }: Laid): string[] {
    const faults: string[] = []
    for (const [n, { items }] of doc.pages.entries())
        for (const item of items.filter(isText))
            for (const [i, glyph] of item.glyphs.entries()) {
                const next = item.glyphs[i + 1]
                if (!next || glyph.face === MONO) break
                const added = item.adjust[i] ?? 0
                const isWide =
                    glyph.text === " "
                        ? glyph.advance + added > 501
                        : HAN.test(glyph.text + next.text.slice(1)) && HAN.test(next.text) && added > 121
                if (isWide) faults.push(`page ${String(n + 1)}: ${String(added)} in ${textOf(item)}`)
            }
    return faults
}

/** Forms that are read as one thing. */
const UNITS = [
    /\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?(?: (?:UTC|[+-]\d{2}:\d{2})|（[^（）]{2,8}）)?/g,
    /\d{4}年\d{1,2}月\d{1,2}日(?:\d{2}:\d{2})?/g,
    /\d{4} 年 \d{1,2} 月 \d{1,2} 日/g,
    /\p{Script=Han}〔\d{4}〕\d+ ?号/gu,
    /第[一二三四五六七八九十百]+条(?:第[一二三四五六七八九十]+款)?/g,
    /\d[\d,.]*\d (?:USDT|USDC|BTC|ETH|BNB|CNY|元|字节|像素)/g,
    /(?<![\p{L}\p{N}_.（）-])[\p{L}\p{N}_-]{3,60}\.(?:png|jpg|pdf|csv|xlsx|docx|zip|txt)(?![A-Za-z0-9])/gu,
    /[0-9a-f]{64}/g,
]

/**
 * Units that stand on two lines although the widest line of their block, or of its column, has room for them. A date with
 * its clock that takes much of a line may end it behind its day: whole it would leave that line a third empty.
 */
export function tornUnits({ doc }: Laid): string[] {
    const faults: string[] = []
    for (const lines of linesByBlock(doc).values()) {
        const text = lines.map((line) => line.text).join("")
        const ends: number[] = []
        for (const line of lines) ends.push((ends.at(-1) ?? 0) + line.text.length)
        const widest = Math.max(...lines.map(({ left, right }) => right - left))
        for (const pattern of UNITS)
            for (const { 0: unit, index } of text.matchAll(pattern)) {
                const tears = ends.filter((end) => end > index && end < index + unit.length)
                if (tears.length === 0) continue
                const isLong = unitWidth(lines, index, unit.length) > widest * LONG_DATE
                if (isLong && tears.every((end) => /^日\d/.test(text.slice(end - 1)))) continue
                // A stop may not begin the next line and needs its place too.
                const [stop = ""] = /^[，。；：、）》”]*/.exec(text.slice(index + unit.length)) ?? []
                if (unitWidth(lines, index, unit.length + stop.length) < widest - 0.5)
                    faults.push(`${unit} in ${text.slice(0, 60)}`)
            }
    }
    return faults
}

const LONG_DATE = 0.3

function unitWidth(lines: readonly Line[], from: number, length: number): number {
    let at = 0
    let width = 0
    for (const { items } of lines)
        for (const item of items)
            for (const glyph of item.glyphs) {
                if (at >= from && at < from + length) width += (glyph.advance * item.sizePt) / 1000
                at += glyph.text.length
            }
    return width
}

interface Extent {
    readonly page: number
    top: number
    bottom: number
}

/** Where each node of a role, with all below it, stands on each page. */
function extentsOf(doc: PlacedDocument, role: string): Map<number, Extent[]> {
    const found = new Map<number, Extent[]>()
    for (const [page, { items }] of doc.pages.entries())
        for (const item of items.filter(isText)) {
            if (item.tag === "artifact") continue
            for (let at: number | undefined = item.tag; at !== undefined; at = doc.structure[at]?.parent) {
                if (doc.structure[at]?.role !== role) continue
                const parts = found.get(at) ?? []
                found.set(at, parts)
                const part = parts.find((one) => one.page === page)
                const [top, bottom] = [item.yPt - item.sizePt, item.yPt]
                if (!part) parts.push({ page, top, bottom })
                else {
                    part.top = Math.min(part.top, top)
                    part.bottom = Math.max(part.bottom, bottom)
                }
            }
        }
    return found
}

const heightOf = (parts: readonly Extent[]) => parts.reduce((sum, { top, bottom }) => sum + bottom - top, 0)

/** Tables of fewer than eight rows on two pages that had room on one; longer ones with a single low row on a page. */
export function tornTables({ doc, style }: Laid): string[] {
    const sheet = SHEETS[style]?.page
    const depth = sheet ? sheet.heightPt - sheet.topPt - sheet.bottomPt : 0
    const rows = extentsOf(doc, "TR")
    const bodies = new Map<number, Extent[][]>()
    for (const [row, parts] of rows) {
        const body = doc.structure[row]?.parent
        if (body === undefined || doc.structure[body]?.role !== "TBody") continue
        bodies.set(body, [...(bodies.get(body) ?? []), parts])
    }
    const faults: string[] = []
    for (const [body, own] of bodies) {
        const pages = [...new Set(own.flat().map(({ page }) => page))].sort((a, b) => a - b)
        if (pages.length < 2) continue
        const name = `table on page ${String((pages[0] ?? 0) + 1)}`
        if (own.length < 8 && heightOf(extentsOf(doc, "TBody").get(body) ?? []) < depth * 0.7)
            faults.push(`${name} is torn`)
        if (own.length < 4) continue
        for (const page of [pages[0], pages.at(-1)]) {
            const here = own.filter((parts) => parts.every((part) => part.page === page))
            const reach = own.filter((parts) => parts.some((part) => part.page === page))
            if (here.length === 1 && reach.length === 1 && heightOf(here.flat()) < depth * 0.1)
                faults.push(`${name} has one row on page ${String((page ?? 0) + 1)}`)
        }
    }
    return faults
}

/** Headings at the foot of a page, those within a table too, and lines of a paragraph alone on one. */
export function widows({ doc, style }: Laid): string[] {
    const faults: string[] = []
    for (const [n, { items }] of doc.pages.entries()) {
        const shown = items.filter((item) => item.kind === "image" || (isText(item) && item.tag !== "artifact"))
        const low = shown.reduce<PlacedItem | undefined>((a, b) => (a && bottomOf(a) > bottomOf(b) ? a : b), undefined)
        if (low?.kind === "text" && low.tag !== "artifact" && /^H\d$/.test(doc.structure[low.tag]?.role ?? ""))
            faults.push(`page ${String(n + 1)} ends with the heading ${textOf(low)}`)
        const node = low?.kind === "text" && low.tag !== "artifact" ? doc.structure[low.tag] : undefined
        if (node?.role === "TH" && (node.colSpan ?? 1) > 1 && low)
            faults.push(`page ${String(n + 1)} ends with a head of a table`)
    }
    for (const [tag, lines] of linesByBlock(doc)) {
        if (doc.structure[tag]?.role !== "P" || rolesOf(doc, tag).some((role) => role === "TD" || role === "TH"))
            continue
        const counts = [...new Set(lines.map(({ page }) => page))].map(
            (page) => lines.filter((l) => l.page === page).length,
        )
        const isAlone = counts.length > 1 && (counts[0] === 1 || (counts.at(-1) === 1 && style !== "letter"))
        if (isAlone) faults.push(`one line alone: ${lines[0]?.text ?? ""}`)
    }
    return faults
}

const bottomOf = (item: PlacedItem) =>
    item.kind === "image" ? item.yPt + item.heightPt : item.kind === "text" ? item.yPt : 0

/** Pages less full than a share, unless a part ends there. */
export function emptyPages({ doc, style }: Laid, least = 0.4): string[] {
    const sheet = SHEETS[style]?.page
    if (!sheet) return []
    const depth = sheet.heightPt - sheet.topPt - sheet.bottomPt
    return doc.pages.flatMap(({ items }, n) => {
        const next = doc.pages[n + 1]?.items.find((item) => item.kind === "text" && item.tag !== "artifact")
        const isChapter = next?.kind !== "text" || next.tag === "artifact" || doc.structure[next.tag]?.role === "H1"
        // A picture that fills its page cannot begin here.
        const isEnd = isChapter || doc.pages[n + 1]?.items.some(({ kind }) => kind === "image") === true
        const own = items.filter((item) => (item.kind === "text" && item.tag !== "artifact") || item.kind === "image")
        const full = (Math.max(0, ...own.map(bottomOf)) - sheet.topPt) / depth
        return isEnd || full >= least ? [] : [`page ${String(n + 1)} is ${String(Math.round(full * 100))} % full`]
    })
}

/** Head lines that differ from the first, and text left of the margin that it shows. */
export function unevenMargins({ doc }: Laid): string[] {
    const rules = doc.pages.map(({ items }) =>
        items.flatMap((item) =>
            item.kind === "line" && item.y1Pt === item.y2Pt && item.x2Pt - item.x1Pt > 300 && item.y1Pt < 75
                ? [item]
                : [],
        ),
    )
    const [first] = rules[0] ?? []
    if (!first) return []
    return rules.flatMap(([rule], n) => {
        const isSame = rule && rule.x1Pt === first.x1Pt && rule.x2Pt === first.x2Pt && rule.y1Pt === first.y1Pt
        const texts = (doc.pages[n]?.items ?? []).filter(isText)
        const out = texts.filter((item) => item.xPt < first.x1Pt - 0.52 * item.sizePt)
        return [...(isSame ? [] : [`page ${String(n + 1)}: head line`]), ...out.map((item) => `out: ${textOf(item)}`)]
    })
}

/** Commands that wrap. */
export function wrappedCommands({ doc }: Laid): string[] {
    return [...linesByBlock(doc).values()].flatMap((lines) => {
        const isCommand = lines.some(({ items }) => items.some(({ glyphs }) => glyphs[0]?.face === MONO))
        return isCommand && lines.length > 1 ? [lines.map(({ text }) => text).join("↲")] : []
    })
}

/** Everything, by its name. */
export const SETTING_RULES: Readonly<Record<string, (laid: Laid) => string[]>> = {
    "nothing is set below 9 pt": smallText,
    "no line is spread": wideGaps,
    "no unit is torn that fits a line": tornUnits,
    "no table of fewer than eight rows is torn, no row stands alone": tornTables,
    "no heading ends a page, no line stands alone": widows,
    "only the last page of a part is nearly empty": emptyPages,
    "every page has the same margins and head line": unevenMargins,
    "no command wraps": wrappedCommands,
}
