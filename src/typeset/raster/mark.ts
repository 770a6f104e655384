import type { FontLibrary } from "../font/fonts.ts"
import { createCoverage } from "./coverage.ts"
import type { Raster, Rgb } from "./raster.ts"
import { type Direction, drawTextLine, setTextLine, type TextLine } from "./text-line.ts"

/** Rises by 5 in 12: across the lines of a document, and not along an edge that a crop could follow. */
const DIRECTION: Direction = { along: 12 / 13, up: 5 / 13 }

/** Em size of the first line as part of the picture's short edge; smallest size in pixels that can be read. */
const SIZE = 1 / 26
const SMALLEST = 15
/** Size of the other lines as part of the first. */
const OTHERS = 0.7
/** Space between letters in em, so that the rims of two letters do not run together. */
const TRACKING = 0.04
/** Distance of base lines, and of blocks along and across their direction, in em of the first line. */
const LEADING = 1.25
const GAP_ALONG = 2.5
const GAP_ACROSS = 2.6

const INK: Rgb = [16, 20, 32]
const RIM: Rgb = [255, 255, 255]
/** Opacities out of 255: the print and the face below stay legible, the mark is legible on light and dark. */
const INK_OPACITY = 84
const RIM_OPACITY = 84

/**
 * Burns a text of a few lines into the picture, over and over in slanting rows, so that no part worth keeping can be cut
 * out without it: dark letters with a light rim, half transparent.
 *
 * @param lines - The first is set larger.
 * @throws PacketError `font.glyph.missing`.
 */
export function burnIn(raster: Raster, lines: readonly string[], fonts: FontLibrary): Raster {
    const { widthPx, heightPx } = raster
    const size = Math.max(SMALLEST, Math.min(widthPx, heightPx) * SIZE)
    const set = lines.map((line, i) =>
        setTextLine(
            fonts,
            line,
            { family: "sans", weight: 700, lang: "zh-CN" },
            i === 0 ? size : size * OTHERS,
            TRACKING,
        ),
    )
    const coverage = createCoverage(widthPx, heightPx)
    for (const [along, across] of blockPlaces(widthPx, heightPx, set, size)) drawBlock(along, across, set, size)
    const ink = coverage.read()
    const rim = widen(ink, widthPx, heightPx, Math.max(1, Math.round(size / 18)))
    return { widthPx, heightPx, rgb: blend(raster.rgb, ink, rim) }

    function drawBlock(along: number, across: number, block: readonly TextLine[], em: number): void {
        let below = across
        for (const [i, line] of block.entries()) {
            below += em * LEADING * (i === 0 ? 1 : OTHERS)
            // From coordinates along and across the direction to those of the picture.
            const x = along * DIRECTION.along + below * DIRECTION.up
            const y = -along * DIRECTION.up + below * DIRECTION.along
            drawTextLine(coverage, line, [x, y], DIRECTION)
        }
    }
}

/** Where blocks begin, along and across the direction: rows that shift by half a block, over the whole picture. */
function* blockPlaces(
    widthPx: number,
    heightPx: number,
    lines: readonly TextLine[],
    size: number,
): Generator<readonly [along: number, across: number]> {
    const pitchAlong = Math.max(...lines.map((line) => line.widthPx)) + GAP_ALONG * size
    const pitchAcross = size * LEADING * (1 + (lines.length - 1) * OTHERS) + GAP_ACROSS * size
    // The turned picture reaches from the top left corner up along the direction, and down across it.
    const { along: cos, up: sin } = DIRECTION
    const [leastAlong, mostAlong] = [-heightPx * sin, widthPx * cos]
    const mostAcross = widthPx * sin + heightPx * cos
    for (let row = -1; row * pitchAcross < mostAcross; row++) {
        const shift = (row & 1) * (pitchAlong / 2)
        for (let along = leastAlong - shift; along < mostAlong; along += pitchAlong)
            yield [along, (row + 0.25) * pitchAcross]
    }
}

/** Each pixel takes the most of its neighbours up to `radius` away in rows and columns. */
function widen(mask: Uint8Array, widthPx: number, heightPx: number, radius: number): Uint8Array {
    const rows = new Uint8Array(mask.length)
    const out = new Uint8Array(mask.length)
    // Most pixels are empty, so that each of the others is carried to its neighbours.
    for (let y = 0, at = 0; y < heightPx; y++)
        for (let x = 0; x < widthPx; x++, at++) {
            const value = mask[at] ?? 0
            if (value === 0) continue
            const end = at + Math.min(widthPx - 1 - x, radius)
            for (let k = at - Math.min(x, radius); k <= end; k++) if ((rows[k] ?? 0) < value) rows[k] = value
        }
    for (let y = 0, at = 0; y < heightPx; y++)
        for (let x = 0; x < widthPx; x++, at++) {
            const value = rows[at] ?? 0
            if (value === 0) continue
            const end = at + widthPx * Math.min(heightPx - 1 - y, radius)
            for (let k = at - widthPx * Math.min(y, radius); k <= end; k += widthPx)
                if ((out[k] ?? 0) < value) out[k] = value
        }
    return out
}

/** Rim first, letters over it; whole numbers, rounded. */
function blend(rgb: Uint8Array, ink: Uint8Array, rim: Uint8Array): Uint8Array {
    const out = rgb.slice()
    for (let i = 0; i < ink.length; i++) {
        // There is no ink without a rim.
        if (rim[i] === 0) continue
        const inkShare = (ink[i] ?? 0) * INK_OPACITY
        const rimShare = ((rim[i] ?? 0) - (ink[i] ?? 0)) * RIM_OPACITY
        const rest = 255 * 255 - inkShare - rimShare
        for (let k = 0; k < 3; k++) {
            const sum = (rgb[3 * i + k] ?? 0) * rest + (INK[k] ?? 0) * inkShare + (RIM[k] ?? 0) * rimShare
            out[3 * i + k] = Math.floor((sum + 32512) / 65025)
        }
    }
    return out
}
