import { PDFDocument } from "pdf-lib"
import { FACES } from "../../../src/typeset/font/faces.data.ts"
import type { PlacedDocument } from "../../../src/typeset/layout/pages/placed.ts"
import { type OracleFont, oracleOf } from "../font/fontkit.ts"
import { name } from "./reread.ts"
import type { Pixels } from "./run.ts"

// Three pixels to a point: baselines at whole points fall on whole pixels, where poppler puts glyphs anyway.
export const DPI = 216

/** Boxes of the glyphs of a page in pixels from the top left, one em high. */
export function boxesOf(doc: PlacedDocument): { cluster: string; box: readonly [number, number, number, number] }[] {
    return (doc.pages[0]?.items ?? []).flatMap((item) => {
        if (item.kind !== "text") return []
        let x = item.xPt
        return item.glyphs.map(({ text: cluster, advance }) => {
            const width = (advance * item.sizePt) / 1000
            const box = [x, item.yPt - 0.9 * item.sizePt, x + width, item.yPt + 0.2 * item.sizePt] as const
            x += width
            return { cluster, box: box.map((value) => Math.round((value * DPI) / 72)) as unknown as typeof box }
        })
    })
}

/**
 * Summed difference of darkness in a box as a share of the darkness of both; the smallest of three positions, since
 * poppler sets glyphs at quarters of a pixel.
 */
export function difference(a: Pixels, b: Pixels, box: readonly [number, number, number, number]): number {
    return Math.min(...[-1, 0, 1].map((shift) => differenceAt(a, b, box, shift)))
}
function differenceAt(
    a: Pixels,
    b: Pixels,
    [left, top, right, bottom]: readonly [number, number, number, number],
    shift: number,
): number {
    let [sum, ink] = [0, 0]
    for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) {
            const [p, q] = [255 - a.at(x + shift, y)[0], 255 - b.at(x, y)[0]]
            sum += Math.abs(p - q)
            ink += p + q
        }
    return ink === 0 ? 0 : sum / ink
}

function ownFont(face: string): OracleFont {
    return oracleOf(FACES.find(({ id }) => id === face)?.file ?? "")
}

/** The same page with every glyph filled as a path of the original font's outline. */
export async function drawnAsPaths(
    doc: PlacedDocument,
    fontOf: (face: string) => OracleFont = ownFont,
): Promise<Uint8Array> {
    const pdf = await PDFDocument.create()
    const page = pdf.addPage([595.28, 841.89])
    const out: string[] = ["0 g"]
    for (const item of doc.pages[0]?.items ?? []) {
        if (item.kind !== "text") continue
        let x = item.xPt
        for (const { face, gid, advance } of item.glyphs) {
            const font = fontOf(face)
            const scale = item.sizePt / font.unitsPerEm
            const at = (px: number, py: number) =>
                `${(x + px * scale).toFixed(4)} ${(841.89 - item.yPt + py * scale).toFixed(4)}`
            out.push(pathOf(font.getGlyph(gid).path.commands as readonly PathCommand[], at))
            x += (advance * item.sizePt) / 1000
        }
    }
    page.node.set(name("Contents"), pdf.context.register(pdf.context.stream(out.join("\n"))))
    return pdf.save()
}

interface PathCommand {
    readonly command: string
    readonly args: readonly number[]
}
function pathOf(commands: readonly PathCommand[], at: (x: number, y: number) => string): string {
    let [px, py] = [0, 0]
    const out: string[] = []
    for (const { command, args } of commands) {
        const [a = 0, b = 0, c = 0, d = 0] = args
        if (command === "moveTo") out.push(`${at(a, b)} m`)
        else if (command === "lineTo") out.push(`${at(a, b)} l`)
        else if (command === "quadraticCurveTo") {
            const first = at(px + (2 / 3) * (a - px), py + (2 / 3) * (b - py))
            out.push(`${first} ${at(c + (2 / 3) * (a - c), d + (2 / 3) * (b - d))} ${at(c, d)} c`)
        } else if (command === "bezierCurveTo") {
            const [, , , , e = 0, f = 0] = args
            out.push(`${at(a, b)} ${at(c, d)} ${at(e, f)} c`)
        } else out.push("h")
        if (args.length > 0) [px, py] = args.slice(-2) as [number, number]
    }
    return out.length === 0 ? "" : `${out.join(" ")} f`
}
