import { expect, test } from "vitest"
import type { PlacedDocument, PlacedItem } from "../../../src/typeset/layout/pages/placed.ts"
import { SHEETS } from "../../../src/typeset/layout/styles.data.ts"
import { rightOf, type TextItem, textOf } from "./reading.ts"
import { SETTING_RULES } from "./setting-faults.ts"

/** A document as it was laid out on its way to a PDF. */
export interface Laid {
    readonly style: string
    readonly doc: PlacedDocument
}

type Box = { left: number; top: number; right: number; bottom: number }
const inkOf = (item: TextItem): Box => ({
    left: item.xPt,
    right: rightOf(item),
    top: item.yPt - 0.8 * item.sizePt,
    bottom: item.yPt + 0.1 * item.sizePt,
})
/** Blank halves of full-width punctuation may reach over an edge or a neighbour. */
const blank = (item: TextItem) => 0.52 * item.sizePt
const textsOf = (items: readonly PlacedItem[]) =>
    items.filter((item): item is TextItem => item.kind === "text" && textOf(item).trim() !== "")
const isLaidOver = (a: Box, b: Box, tolerance: number) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > tolerance &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.6

/** What is wrong on a page; empty when all is in its place. */
function pageFaults(doc: PlacedDocument, n: number): string[] {
    const page = doc.pages[n]
    if (!page) return ["no page"]
    const faults: string[] = []
    const texts = textsOf(page.items)
    for (const item of texts) {
        const ink = inkOf(item)
        const isOff = ink.left < 20 || ink.top < 20 || ink.right > page.widthPt - 20 || ink.bottom > page.heightPt - 20
        if (isOff) faults.push(`off the page: ${textOf(item)}`)
    }
    // A text that begins in a cell or a box ends in it, on every side; of boxes in each other the inmost counts.
    const frames = page.items.filter((item) => item.kind === "rect" && item.tag === undefined)
    for (const item of texts.filter(({ tag }) => tag !== "artifact")) {
        const ink = inkOf(item)
        const around = frames
            .flatMap((frame) => (frame.kind === "rect" ? [frame] : []))
            .filter((f) => {
                const x = ink.left + blank(item) + 0.1
                return f.xPt <= x && x < f.xPt + f.widthPt && f.yPt <= item.yPt - 1 && item.yPt - 1 < f.yPt + f.heightPt
            })
            .sort((a, b) => a.widthPt * a.heightPt - b.widthPt * b.heightPt)
        const [frame] = around
        if (!frame) continue
        const isOut =
            ink.left < frame.xPt - 0.1 ||
            ink.right > frame.xPt + frame.widthPt + blank(item) ||
            ink.top < frame.yPt - 0.5 ||
            ink.bottom > frame.yPt + frame.heightPt + 0.5
        if (isOut) faults.push(`out of its frame: ${textOf(item)}`)
    }
    for (const [i, a] of texts.entries())
        for (const b of texts.slice(i + 1))
            if (isLaidOver(inkOf(a), inkOf(b), Math.max(blank(a), blank(b))))
                faults.push(`over each other: ${textOf(a)} / ${textOf(b)}`)
    return faults
}

/** Tests of the pages of the sample; `placed` are its documents, once it has been made. */
export function testPages(placed: readonly Laid[]): void {
    test("of every document of the sample, nothing leaves its frame and no text lies over another", () => {
        expect(placed.length).toBeGreaterThan(10)
        for (const { doc } of placed)
            for (const n of doc.pages.keys())
                expect(pageFaults(doc, n), `${doc.title}, page ${String(n + 1)}`).toEqual([])
    })

    test("these checks find what is out of place", () => {
        const doc = placed.find(({ doc: one }) => one.title.includes("标识信息表"))?.doc
        const items = doc?.pages[0]?.items ?? []
        const cells = textsOf(items).filter(({ tag }) => tag !== "artifact" && doc?.structure[tag]?.role === "TD")
        expect(cells.length).toBeGreaterThan(20)
        const faultsAfter = (change: (item: TextItem) => TextItem) => {
            const moved = items.map((item) => (item === cells[5] ? change(cells[5]) : item))
            return doc === undefined
                ? []
                : pageFaults({ ...doc, pages: [{ widthPt: 595, heightPt: 842, items: moved }] }, 0)
        }
        expect(faultsAfter((item) => item)).toEqual([])
        expect(faultsAfter((item) => ({ ...item, sizePt: item.sizePt * 6 })).join()).toContain("out of its frame")
        expect(
            faultsAfter((item) => ({ ...item, yPt: (cells[0]?.yPt ?? 0) + 2, xPt: cells[0]?.xPt ?? 0 })).join(),
        ).toContain("over each other")
        expect(faultsAfter((item) => ({ ...item, xPt: 590 })).join()).toContain("off the page")
    })

    test("of every document of the sample, all text is between the margins", () => {
        for (const { doc, style } of placed) {
            // Documents of several parts have pages of several sheets.
            const pages = Object.values(SHEETS).map((sheet) => sheet.page)
            const leftPt = Math.min(...pages.map((page) => page.leftPt))
            const rightPt = Math.min(...pages.map((page) => page.rightPt))
            const bottomPt = Math.min(...pages.map((page) => page.bottomPt))
            const own = style === "letter" ? SHEETS.letter?.page : undefined
            for (const page of doc.pages)
                for (const item of textsOf(page.items).filter(({ tag }) => tag !== "artifact")) {
                    expect(item.xPt, textOf(item)).toBeGreaterThan((own?.leftPt ?? leftPt) - blank(item))
                    expect(rightOf(item), textOf(item)).toBeLessThan(
                        page.widthPt - (own?.rightPt ?? rightPt) + blank(item),
                    )
                    expect(item.yPt, textOf(item)).toBeLessThan(page.heightPt - (own?.bottomPt ?? bottomPt))
                }
        }
    })

    test.each(Object.entries(SETTING_RULES))("of the sample, %s", (_, faultsOf) => {
        const faults = placed.flatMap((one) => faultsOf(one).map((fault) => `${one.doc.title}, ${fault}`))
        expect(faults).toEqual([])
    })

    test("no paragraph of the sample ends with a line of a single character", () => {
        const lone: string[] = []
        for (const { doc } of placed) {
            const lines = new Map<number, Map<string, { text: string; justified: boolean }>>()
            for (const [n, page] of doc.pages.entries())
                for (const item of textsOf(page.items)) {
                    if (item.tag === "artifact" || doc.structure[item.tag]?.role !== "P") continue
                    const own = lines.get(item.tag) ?? new Map()
                    const key = `${String(n)} ${String(Math.round(item.yPt))}`
                    own.set(key, { text: (own.get(key)?.text ?? "") + textOf(item), justified: true })
                    lines.set(item.tag, own)
                }
            for (const own of lines.values()) {
                const last = [...own.values()].at(-1)?.text ?? ""
                if (own.size > 1 && /^\p{Script=Han}[。；，：）”]*$/u.test(last)) lone.push(last)
            }
        }
        expect(lone).toEqual([])
    })
}
