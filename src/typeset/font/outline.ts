/** Outlines of any font as entries of a `glyf` table (OpenType 1.9 §glyf): lines and quadratic curves. */

/** A path as fontkit gives it: moveTo, lineTo, quadraticCurveTo, bezierCurveTo, closePath, in font units, y up. */
export interface PathCommand {
    readonly command: string
    readonly args: readonly number[]
}

interface Point {
    readonly x: number
    readonly y: number
    readonly isOn: boolean
}

// Flags of a point.
const ON_CURVE = 0x01
const X_SHORT = 0x02
const Y_SHORT = 0x04
const X_SAME = 0x10
const Y_SAME = 0x20

/** Greatest distance between a cubic curve and the quadratic ones in its place, in units of the result. */
const TOLERANCE = 0.5

/**
 * Prints a path as a simple glyph; empty for a path without ink.
 *
 * @param scale - Units of the result for one of the path. Coordinates are rounded, so a few units more than the font
 * has keep curves true.
 */
export function glyfEntry(path: readonly PathCommand[], scale: number): Uint8Array {
    const contours = readContours(path, scale)
    return contours.length === 0 ? new Uint8Array(0) : printGlyph(contours)
}

function readContours(path: readonly PathCommand[], scale: number): Point[][] {
    const contours: Point[][] = []
    let points: Point[] = []
    const last = (): Point => points.at(-1) ?? { x: 0, y: 0, isOn: true }
    const add = (x: number, y: number, isOn: boolean): void => void points.push({ x, y, isOn })
    const end = (): void => {
        const contour = rounded(points)
        if (contour.length > 2) contours.push(contour)
        points = []
    }
    for (const { command, args } of path) {
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args.map((value) => value * scale)
        if (command === "moveTo") {
            end()
            add(a, b, true)
        } else if (command === "lineTo") add(a, b, true)
        else if (command === "quadraticCurveTo") {
            add(a, b, false)
            add(c, d, true)
        } else if (command === "bezierCurveTo")
            addCubic(points, [last(), { x: a, y: b }, { x: c, y: d }, { x: e, y: f }])
    }
    end()
    return contours
}

type Cubic = readonly [Place, Place, Place, Place]
interface Place {
    readonly x: number
    readonly y: number
}

/**
 * Quadratic curves for a cubic one, cut at equal steps. The distance between a cubic and the best quadratic with the
 * same ends is √3/36 of the length of its third difference, and falls with the cube of the number of parts.
 */
function addCubic(points: Point[], curve: Cubic): void {
    const [p, q, r, s] = curve
    const third = (axis: "x" | "y"): number => s[axis] - 3 * r[axis] + 3 * q[axis] - p[axis]
    const distance = (Math.sqrt(3) / 36) * Math.sqrt(third("x") ** 2 + third("y") ** 2)
    let parts = 1
    while (distance / (parts * parts * parts) > TOLERANCE) parts++
    for (let i = 0; i < parts; i++) {
        const [from, to] = [i / parts, (i + 1) / parts]
        // The middle of the two control points that the part's ends and directions suggest.
        const [a, b, c, d] = part(curve, from, to)
        points.push({ x: (3 * (b.x + c.x) - a.x - d.x) / 4, y: (3 * (b.y + c.y) - a.y - d.y) / 4, isOn: false })
        points.push({ ...(i === parts - 1 ? s : d), isOn: true })
    }
}

/** The piece of a cubic between two parameters (blossoming). */
function part(curve: Cubic, from: number, to: number): Cubic {
    return [at(curve, from, from, from), at(curve, from, from, to), at(curve, from, to, to), at(curve, to, to, to)]
}

function at([p, q, r, s]: Cubic, t: number, u: number, v: number): Place {
    const mix = (a: Place, b: Place, share: number): Place => ({
        x: a.x + (b.x - a.x) * share,
        y: a.y + (b.y - a.y) * share,
    })
    const [a, b, c] = [mix(p, q, t), mix(q, r, t), mix(r, s, t)]
    return mix(mix(a, b, u), mix(b, c, u), v)
}

/** Whole coordinates, without points on top of their neighbour and without the one that closes the contour again. */
function rounded(points: readonly Point[]): Point[] {
    const out: Point[] = []
    for (const { x, y, isOn } of points) {
        const point = { x: Math.round(x), y: Math.round(y), isOn }
        const before = out.at(-1)
        if (before?.isOn && isOn && before.x === point.x && before.y === point.y) continue
        out.push(point)
    }
    const [first, final] = [out[0], out.at(-1)]
    if (out.length > 1 && first?.isOn && final?.isOn && first.x === final.x && first.y === final.y) out.pop()
    return out
}

function printGlyph(contours: readonly (readonly Point[])[]): Uint8Array {
    const points = contours.flat()
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
    const head = [contours.length, least(xs), least(ys), -least(xs.map((x) => -x)), -least(ys.map((y) => -y))]
    const flags: number[] = []
    const coordinates: { x: number[]; y: number[] } = { x: [], y: [] }
    let before = { x: 0, y: 0 }
    for (const { x, y, isOn } of points) {
        const across = step(x - before.x, X_SHORT, X_SAME)
        const up = step(y - before.y, Y_SHORT, Y_SAME)
        flags.push((isOn ? ON_CURVE : 0) | across.flags | up.flags)
        coordinates.x.push(...across.bytes)
        coordinates.y.push(...up.bytes)
        before = { x, y }
    }
    let end = -1
    const ends = contours.map((contour) => {
        end += contour.length
        return end
    })
    // No instructions: their length is 0.
    const words = [...head, ...ends, 0].flatMap(word)
    return Uint8Array.from([...words, ...flags, ...coordinates.x, ...coordinates.y])
}

/** A difference of coordinates: left out, one byte with its sign among the flags, or two bytes. */
function step(delta: number, short: number, same: number): { flags: number; bytes: readonly number[] } {
    if (delta === 0) return { flags: same, bytes: [] }
    if (Math.abs(delta) < 256) return { flags: short | (delta > 0 ? same : 0), bytes: [Math.abs(delta)] }
    return { flags: 0, bytes: word(delta) }
}

function word(value: number): [number, number] {
    return [(value >> 8) & 0xff, value & 0xff]
}

function least(values: readonly number[]): number {
    return values.reduce((a, b) => Math.min(a, b))
}
