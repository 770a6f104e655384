import type { PDFRef } from "pdf-lib"
import {
    type Color,
    type LinkTarget,
    type PlacedDocument,
    type PlacedItem,
    type PlacedPage,
    type Tag,
    textWidthPt,
} from "../layout/pages/placed.ts"
import type { CidFonts } from "./cid-fonts.ts"
import type { Box, Matrix } from "./geometry.ts"
import type { Picture } from "./picture.ts"
import { printNumber, printNumbers } from "./print.ts"

type Item<K extends PlacedItem["kind"]> = Extract<PlacedItem, { kind: K }>

/** What the structure tree points at, in reading order: marked content of a page, or a link annotation. */
export type TaggedContent =
    | {
          readonly kind: "marked"
          readonly node: number
          readonly page: number
          readonly mcid: number
          readonly box?: Box
      }
    | {
          readonly kind: "link"
          readonly node: number
          readonly page: number
          readonly box: Box
          readonly href: string
          readonly target?: LinkTarget
      }

/** Operators of a page's content stream, and its marked content in order. */
export interface PageContent {
    readonly operators: string
    readonly tagged: readonly TaggedContent[]
}

/** What items refer to. */
export interface Resources {
    readonly fonts: CidFonts
    /** A picture by its id, with the name of its XObject resource. */
    picture(id: string): { readonly name: string; readonly picture: Picture; readonly ref: PDFRef }
}

/** Everything on a page that is no part of the document proper (ISO 32000-1 §14.8.2.2). */
type Artifact = "layout" | "pagination" | "header" | "footer"
const ARTIFACTS: Readonly<Record<Artifact, string>> = {
    layout: "/Artifact <</Type /Layout>> BDC",
    pagination: "/Artifact <</Type /Pagination>> BDC",
    header: "/Artifact <</Type /Pagination /Subtype /Header>> BDC",
    footer: "/Artifact <</Type /Pagination /Subtype /Footer>> BDC",
}

/** The content stream of a page: every operator stands in marked content that is tagged or an artifact. */
export function pageContent(
    doc: PlacedDocument,
    page: PlacedPage,
    pageIndex: number,
    resources: Resources,
): PageContent {
    const pen = createPen(page.heightPt)
    const tagged: TaggedContent[] = []
    const bounds = taggedBounds(page)
    let open: number | Artifact | undefined
    let mcid = -1

    function mark(as: number | Artifact, box?: Box): void {
        // A picture is marked by itself, so that its box can be stated.
        if (as === open && box === undefined) return
        if (open !== undefined) pen.put("EMC")
        open = as
        if (typeof as !== "number") {
            pen.put(ARTIFACTS[as])
            return
        }
        mcid++
        const role = doc.structure[as]?.role ?? "Span"
        pen.put(`/${role} <</MCID ${String(mcid)}>> BDC`)
        tagged.push({ kind: "marked", node: as, page: pageIndex, mcid, ...(box === undefined ? {} : { box }) })
    }
    /** A drawing is one Figure of many items: its box is what they cover together. */
    function cover(item: Item<"text" | "line" | "rect">): void {
        const last = tagged.at(-1)
        if (last?.kind !== "marked" || last.node !== open || doc.structure[last.node]?.role !== "Figure") return
        const box = drawnBox(page, item)
        tagged[tagged.length - 1] = { ...last, box: last.box === undefined ? box : union(last.box, box) }
    }
    for (const item of page.items) {
        if (item.kind === "link") {
            const box = boxOf(page, item)
            const target = item.target === undefined ? {} : { target: item.target }
            tagged.push({ kind: "link", node: item.tag, page: pageIndex, box, href: item.href, ...target })
        } else if (item.kind === "text") {
            if (item.glyphs.length === 0) continue
            mark(item.tag === "artifact" ? runningKind(item.yPt, bounds) : item.tag)
            cover(item)
            drawText(pen, item, languageOf(doc, item), resources.fonts)
        } else if (item.kind === "image") {
            const box = boxOf(page, item)
            mark(item.tag === "artifact" ? "layout" : item.tag, box)
            const { name, picture } = resources.picture(item.image)
            drawPicture(pen, name, picture.place(box), picture.isClipped === true ? box : undefined)
        } else {
            mark(item.tag ?? "layout")
            cover(item)
            if (item.kind === "line") drawLine(pen, item)
            else drawRect(pen, item)
        }
    }
    if (open !== undefined) pen.put("EMC")
    return { operators: pen.done(), tagged }
}

/** Collects operators and remembers the colours set, which hold until the next change. */
interface Pen {
    put(operators: string): void
    fill(color: Color): void
    stroke(color: Color): void
    /** Space after every character, in points: part of the text state, which outlives a text object. */
    spacing(pt: number): void
    /** From y down to y up. */
    up(yPt: number): number
    done(): string
}

function createPen(heightPt: number): Pen {
    const out: string[] = []
    // Black is what a page begins with (ISO 32000-1 §8.4.1), but in DeviceGray; say it in DeviceRGB once.
    let fill = ""
    let stroke = ""
    let spacing = "0"
    return {
        put: (operators) => void out.push(operators),
        fill(color) {
            const next = `${printNumbers(color)} rg`
            if (next !== fill) out.push(next)
            fill = next
        },
        stroke(color) {
            const next = `${printNumbers(color)} RG`
            if (next !== stroke) out.push(next)
            stroke = next
        },
        spacing(pt) {
            // Two more decimals than a coordinate: the error grows with the line.
            const next = String(Math.round(pt * 1e5) / 1e5)
            if (next !== spacing) out.push(`${next} Tc`)
            spacing = next
        },
        up: (yPt) => heightPt - yPt,
        done: () => `${out.join("\n")}\n`,
    }
}

function drawText(pen: Pen, item: Item<"text">, lang: string | undefined, fonts: CidFonts): void {
    if (lang !== undefined) pen.put(`/Span <</Lang (${lang})>> BDC`)
    pen.fill(item.color)
    const usual = majority(item.adjust)
    pen.spacing((usual * item.sizePt) / 1000)
    pen.put(`BT\n1 0 0 1 ${printNumbers([item.xPt, pen.up(item.yPt)])} Tm`)
    let font = ""
    let array = ""
    let run = ""
    const show = (): void => {
        if (run !== "") array += `<${run}>`
        run = ""
        if (array !== "") pen.put(`[${array}] TJ`)
        array = ""
    }
    for (const [i, glyph] of item.glyphs.entries()) {
        const code = fonts.code(glyph)
        if (code.font !== font) {
            show()
            font = code.font
            pen.put(`/${font} ${printNumber(item.sizePt)} Tf`)
        }
        run += code.hex
        const adjust = item.adjust[i] ?? 0
        if (adjust !== usual) {
            array += `<${run}>${printNumber(usual - adjust)} `
            run = ""
        }
    }
    show()
    pen.put("ET")
    if (lang !== undefined) pen.put("EMC")
}

/**
 * The adjustment of more than half of the glyphs, where there is one, so that only the others need be written out
 * (Boyer and Moore, *MJRTY*, 1991).
 */
function majority(values: readonly number[]): number {
    let found = 0
    let lead = 0
    for (const value of values) {
        if (lead === 0) found = value
        lead += value === found ? 1 : -1
    }
    return found
}

function drawLine(pen: Pen, item: Item<"line">): void {
    pen.stroke(item.color)
    const [from, to] = [
        [item.x1Pt, pen.up(item.y1Pt)],
        [item.x2Pt, pen.up(item.y2Pt)],
    ].map(printNumbers)
    const line = `${printNumber(item.widthPt)} w ${from} m ${to} l S`
    // Dashes of no length with round caps are dots (ISO 32000-1 §8.4.3.6).
    pen.put(item.dotsPt === undefined ? line : `1 J [0 ${printNumber(item.dotsPt)}] 0 d ${line} 0 J [] 0 d`)
}

function drawRect(pen: Pen, item: Item<"rect">): void {
    if (item.fill !== undefined) pen.fill(item.fill)
    if (item.stroke !== undefined) {
        pen.stroke(item.stroke)
        pen.put(`${printNumber(item.strokeWidthPt ?? 0.5)} w`)
    }
    const paint =
        item.fill === undefined ? (item.stroke === undefined ? "n" : "S") : item.stroke === undefined ? "f" : "B"
    const corner = [item.xPt, pen.up(item.yPt + item.heightPt)]
    pen.put(`${printNumbers([...corner, item.widthPt, item.heightPt])} re ${paint}`)
}

function drawPicture(pen: Pen, name: string, matrix: Matrix, clip?: Box): void {
    // Six decimals: a matrix is multiplied by up to ten thousand pixels or points.
    const numbers = matrix.map((value) => String(Math.round(value * 1e6) / 1e6 || 0)).join(" ")
    const [left, bottom, right, top] = clip ?? [0, 0, 0, 0]
    const clipped = clip === undefined ? "" : `${printNumbers([left, bottom, right - left, top - bottom])} re W n\n`
    pen.put(`q\n${clipped}${numbers} cm\n/${name} Do\nQ`)
}

/** Language of a text item where it is not that of its structure node. */
function languageOf(doc: PlacedDocument, item: Item<"text">): string | undefined {
    if (item.lang === undefined || item.tag === "artifact") return undefined
    let at: number | undefined = item.tag
    while (at !== undefined) {
        const node: PlacedDocument["structure"][number] | undefined = doc.structure[at]
        if (node?.lang !== undefined) return node.lang === item.lang ? undefined : item.lang
        at = node?.parent
    }
    return doc.lang === item.lang ? undefined : item.lang
}

/** Highest and lowest baseline of tagged text or pictures, y down. */
function taggedBounds(page: PlacedPage): readonly [number, number] {
    let top = Number.POSITIVE_INFINITY
    let bottom = Number.NEGATIVE_INFINITY
    const isTagged = (tag: Tag): boolean => tag !== "artifact"
    for (const item of page.items) {
        if ((item.kind !== "text" && item.kind !== "image") || !isTagged(item.tag)) continue
        top = Math.min(top, item.yPt)
        bottom = Math.max(bottom, item.kind === "text" ? item.yPt : item.yPt + item.heightPt)
    }
    return [top, bottom]
}

/** PDF/UA-1 §7.8 wants running heads and feet named as such; they lie outside of what is tagged. */
function runningKind(yPt: number, [top, bottom]: readonly [number, number]): Artifact {
    if (bottom < top) return "pagination"
    return yPt < top ? "header" : yPt > bottom ? "footer" : "pagination"
}

function boxOf(page: PlacedPage, item: { xPt: number; yPt: number; widthPt: number; heightPt: number }): Box {
    const bottom = page.heightPt - item.yPt - item.heightPt
    return [item.xPt, bottom, item.xPt + item.widthPt, bottom + item.heightPt]
}

/** What a line, a rectangle or a text covers; of text the em boxes of its glyphs. */
function drawnBox(page: PlacedPage, item: Item<"text" | "line" | "rect">): Box {
    if (item.kind === "rect") return boxOf(page, item)
    if (item.kind === "line") {
        const [left, right] = [Math.min(item.x1Pt, item.x2Pt), Math.max(item.x1Pt, item.x2Pt)]
        const [top, bottom] = [Math.min(item.y1Pt, item.y2Pt), Math.max(item.y1Pt, item.y2Pt)]
        return boxOf(page, { xPt: left, yPt: top, widthPt: right - left, heightPt: bottom - top })
    }
    const widthPt = textWidthPt(item)
    return boxOf(page, { xPt: item.xPt, yPt: item.yPt - 0.88 * item.sizePt, widthPt, heightPt: item.sizePt })
}

/** The smallest box around two. */
export function union(a: Box, b: Box): Box {
    return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}
