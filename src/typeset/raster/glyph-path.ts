import type { Face } from "../font/sfnt.ts"

/** A point of a contour: `[x, y]` pairs follow one another; the last joins the first. Font units, y up. */
export type Contour = readonly (readonly [x: number, y: number])[]

// Flags of a point, and of a component (OpenType 1.9 §glyf).
const ON_CURVE = 0x01
const X_SHORT = 0x02
const Y_SHORT = 0x04
const REPEAT = 0x08
const X_SAME = 0x10
const Y_SAME = 0x20
const WORDS = 0x0001
const XY_VALUES = 0x0002
const SCALE = 0x0008
const MORE = 0x0020
const TWO_SCALES = 0x0040
const MATRIX = 0x0080

/** Components within components; real fonts stay below three. */
const DEEPEST = 6

/**
 * The outline of a glyph as polygons; curves are cut into straight pieces that stay within `tolerance` of them.
 *
 * @param tolerance - In font units.
 */
export function glyphPath(face: Face, gid: number, tolerance: number, depth = 0): readonly Contour[] {
    const glyph = face.outline(gid)
    if (glyph.length < 10 || depth > DEEPEST) return []
    const view = new DataView(glyph.buffer, glyph.byteOffset, glyph.byteLength)
    const count = view.getInt16(0)
    if (count >= 0) return simplePath(view, count, tolerance)
    return components(view).flatMap(({ gid: part, place }) =>
        glyphPath(face, part, tolerance, depth + 1).map((contour) => contour.map(place)),
    )
}

interface Point {
    readonly x: number
    readonly y: number
    readonly isOn: boolean
}

function simplePath(view: DataView, count: number, tolerance: number): Contour[] {
    const ends = Array.from({ length: count }, (_, i) => view.getUint16(10 + 2 * i))
    const total = (ends.at(-1) ?? -1) + 1
    let at = 10 + 2 * count
    at += 2 + view.getUint16(at) // instructions
    const flags: number[] = []
    while (flags.length < total) {
        const flag = view.getUint8(at++)
        const times = flag & REPEAT ? view.getUint8(at++) + 1 : 1
        for (let i = 0; i < times; i++) flags.push(flag)
    }
    const readAxis = (short: number, same: number): number[] => {
        let value = 0
        return flags.slice(0, total).map((flag) => {
            if (flag & short) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++)
            else if (!(flag & same)) {
                value += view.getInt16(at)
                at += 2
            }
            return value
        })
    }
    const xs = readAxis(X_SHORT, X_SAME)
    const ys = readAxis(Y_SHORT, Y_SAME)
    const points = xs.map((x, i): Point => ({ x, y: ys[i] ?? 0, isOn: ((flags[i] ?? 0) & ON_CURVE) !== 0 }))
    return ends.map((end, i) => flatten(points.slice((ends[i - 1] ?? -1) + 1, end + 1), tolerance))
}

/** Between two control points lies an implied point on the curve. */
function flatten(points: readonly Point[], tolerance: number): Contour {
    const first = points[0]
    const last = points.at(-1)
    if (first === undefined || last === undefined) return []
    const start = first.isOn ? first : last.isOn ? last : middle(first, last)
    const out: [number, number][] = [[start.x, start.y]]
    let from: Point = start
    let control: Point | undefined
    for (const point of [...points, start]) {
        if (control === undefined) {
            if (point.isOn) out.push([point.x, point.y])
            else control = point
            if (point.isOn) from = point
            continue
        }
        const to: Point = point.isOn ? point : middle(control, point)
        addCurve(out, from, control, to, tolerance)
        from = to
        control = point.isOn ? undefined : point
    }
    if (control !== undefined) addCurve(out, from, control, start, tolerance)
    return out
}

function middle(a: Point, b: Point): Point {
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, isOn: true }
}

/** A quadratic curve strays from its chords by a quarter of its second difference over the square of their number. */
function addCurve(out: [number, number][], from: Point, control: Point, to: Point, tolerance: number): void {
    const bendX = from.x - 2 * control.x + to.x
    const bendY = from.y - 2 * control.y + to.y
    const bend = Math.max(Math.abs(bendX), Math.abs(bendY))
    const pieces = Math.max(1, Math.ceil(Math.sqrt(bend / (4 * tolerance))))
    for (let i = 1; i <= pieces; i++) {
        const t = i / pieces
        const u = 1 - t
        out.push([
            u * u * from.x + 2 * u * t * control.x + t * t * to.x,
            u * u * from.y + 2 * u * t * control.y + t * t * to.y,
        ])
    }
}

interface Component {
    readonly gid: number
    place(point: readonly [number, number]): readonly [number, number]
}

/** Parts of a composite glyph. Parts placed by matching points (not in our fonts) are left where they are. */
function components(view: DataView): Component[] {
    const found: Component[] = []
    for (let at = 10; ; ) {
        const flags = view.getUint16(at)
        const gid = view.getUint16(at + 2)
        at += 4
        let [dx, dy] =
            flags & WORDS ? [view.getInt16(at), view.getInt16(at + 2)] : [view.getInt8(at), view.getInt8(at + 1)]
        at += flags & WORDS ? 4 : 2
        if (!(flags & XY_VALUES)) [dx, dy] = [0, 0]
        const scale = (offset: number): number => view.getInt16(at + offset) / 16384
        const [a, b, c, d] =
            flags & SCALE
                ? [scale(0), 0, 0, scale(0)]
                : flags & TWO_SCALES
                  ? [scale(0), 0, 0, scale(2)]
                  : flags & MATRIX
                    ? [scale(0), scale(2), scale(4), scale(6)]
                    : [1, 0, 0, 1]
        at += flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0
        found.push({ gid, place: ([x, y]) => [a * x + c * y + dx, b * x + d * y + dy] })
        if ((flags & MORE) === 0) return found
    }
}
