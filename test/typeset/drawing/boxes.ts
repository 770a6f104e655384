import {
    type Drawing,
    type DrawnItem,
    type DrawnText,
    type Lettering,
    textBox,
} from "../../../src/typeset/drawing/drawing.ts"
import { createLettering } from "../../../src/typeset/layout/lines/lettering.ts"
import { fakeFonts } from "../layout/fake-fonts.ts"

/** Geometry of drawings, for tests. */

export const lettering: Lettering = createLettering(fakeFonts, "zh-CN")
export const zh = { lang: "zh-CN", lettering } as const

export interface Box {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
}

export function textsOf(drawing: Drawing): DrawnText[] {
    return drawing.items.filter((item) => item.kind === "text")
}

export function boxOf(item: DrawnItem, own = lettering): Box {
    const known = BOXES.get(item)
    if (known?.own === own) return known.box
    const box = measuredBox(item, own)
    BOXES.set(item, { own, box })
    return box
}

/** Every item is held against every other. */
const BOXES = new WeakMap<DrawnItem, { readonly own: typeof lettering; readonly box: Box }>()

function measuredBox(item: DrawnItem, own: typeof lettering): Box {
    if (item.kind === "line") {
        const [half, ys, xs] = [item.widthPt / 2, [item.y1Pt, item.y2Pt], [item.x1Pt, item.x2Pt]]
        // Strokes have flat ends: they are wider than their path only across it.
        const across = xs[0] === xs[1] ? half : 0
        const along = ys[0] === ys[1] ? half : 0
        return {
            left: Math.min(...xs) - across,
            right: Math.max(...xs) + across,
            top: Math.min(...ys) - along,
            bottom: Math.max(...ys) + along,
        }
    }
    const { xPt, yPt, widthPt, heightPt } = item.kind === "text" ? textBox(item, own) : item
    const half = item.kind === "rect" && item.stroke !== undefined ? (item.strokeWidthPt ?? 0.5) / 2 : 0
    return { left: xPt - half, top: yPt - half, right: xPt + widthPt + half, bottom: yPt + heightPt + half }
}

const EPSILON = 0.01

/** Items that reach out of the drawing. */
export function outside(drawing: Drawing, own = lettering): DrawnItem[] {
    return drawing.items.filter((item) => {
        const { left, top, right, bottom } = boxOf(item, own)
        const { widthPt, heightPt } = drawing
        return left < -EPSILON || top < -EPSILON || right > widthPt + EPSILON || bottom > heightPt + EPSILON
    })
}

/** Pairs of texts that overlap, and texts that a line or a bar runs through; under white nothing shows. */
export function collisions(drawing: Drawing, own = lettering): string[] {
    const found: string[] = []
    for (const [at, a] of drawing.items.entries()) {
        if (a.kind !== "text") continue
        const box = boxOf(a, own)
        const backed = drawing.items.findLastIndex(
            (item, i) => i < at && item.kind === "rect" && item.fill === 1 && covers(boxOf(item, own), box),
        )
        for (const [i, b] of drawing.items.entries()) {
            if (i < backed) continue
            if (b.kind === "text" ? i > at && overlap(box, boxOf(b, own)) : b.kind === "line" && crosses(b, box))
                found.push(`${b.kind === "text" ? b.text : "line"} × ${a.text}`)
            if (b.kind === "rect" && b.fill !== 1 && overlap(box, boxOf(b, own))) found.push(`bar × ${a.text}`)
        }
    }
    return found
}

function covers(a: Box, b: Box): boolean {
    return (
        a.left <= b.left + EPSILON &&
        a.right >= b.right - EPSILON &&
        a.top <= b.top + EPSILON &&
        a.bottom >= b.bottom - EPSILON
    )
}

function overlap(a: Box, b: Box): boolean {
    const free = EPSILON
    return a.left < b.right - free && b.left < a.right - free && a.top < b.bottom - free && b.top < a.bottom - free
}

/** Points along a line, closely; lines are short. */
function crosses(line: Extract<DrawnItem, { kind: "line" }>, box: Box): boolean {
    const { x1Pt, y1Pt, x2Pt, y2Pt } = line
    const isApart = (one: number, other: number, from: number, to: number) =>
        Math.max(one, other) < from || Math.min(one, other) > to
    if (isApart(x1Pt, x2Pt, box.left, box.right) || isApart(y1Pt, y2Pt, box.top, box.bottom)) return false
    const steps = Math.ceil(Math.max(Math.abs(x2Pt - x1Pt), Math.abs(y2Pt - y1Pt)) * 4) + 1
    return Array.from({ length: steps + 1 }, (_, i) => i / steps).some((t) => {
        const [x, y] = [x1Pt + (x2Pt - x1Pt) * t, y1Pt + (y2Pt - y1Pt) * t]
        return x > box.left + 0.1 && x < box.right - 0.1 && y > box.top + 0.1 && y < box.bottom - 0.1
    })
}
