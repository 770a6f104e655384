import { issue, PacketError } from "../../base/issue.ts"
import type { FaceStyle } from "../font/face.ts"
import type { FontLibrary } from "../font/fonts.ts"
import type { Coverage } from "./coverage.ts"
import { type Contour, glyphPath } from "./glyph-path.ts"

/** A line of text as outlines around its start on the base line, in pixels, y down. */
export interface TextLine {
    readonly widthPx: number
    readonly contours: readonly Contour[]
}

/**
 * Sets a line of text.
 *
 * @param sizePx - Em size.
 * @param tracking - Space added behind each character, in em.
 * @throws PacketError `font.glyph.missing` where no font has a character.
 */
export function setTextLine(
    fonts: FontLibrary,
    text: string,
    style: FaceStyle,
    sizePx: number,
    tracking = 0,
): TextLine {
    const missing = fonts.missing(text, style)
    if (missing.length > 0) throw new PacketError([issue("font.glyph.missing", [], { characters: missing })])
    const contours: Contour[] = []
    let x = 0
    for (const { face: id, gid, advance } of fonts.shape(text, style)) {
        const face = fonts.face(id)
        const scale = sizePx / face.unitsPerEm
        // A tenth of a pixel cannot be seen.
        for (const contour of glyphPath(face, gid, 0.1 / scale))
            contours.push(contour.map(([px, py]) => [x + px * scale, -py * scale]))
        x += (advance / 1000 + tracking) * sizePx
    }
    return { widthPx: x, contours }
}

/** A direction as a fraction, so that no sine is needed: `along` and `up` with along² + up² = 1. */
export interface Direction {
    readonly along: number
    readonly up: number
}

/** Draws a line of text from a point of its base line in a direction. */
export function drawTextLine(
    coverage: Coverage,
    line: TextLine,
    [x, y]: readonly [x: number, y: number],
    { along, up }: Direction,
): void {
    for (const contour of line.contours)
        coverage.add(contour.map(([px, py]) => [x + px * along + py * up, y - px * up + py * along]))
}
