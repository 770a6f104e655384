import { concat } from "../../base/bytes.ts"
import { ascii } from "./print.ts"

/**
 * An ICC profile for sRGB (IEC 61966-2-1) of half a kilobyte, made here so that no file with its own licence and
 * history is needed: version 4.3 (ICC.1:2010), matrix and parametric curve.
 */
export function srgbProfile(): Uint8Array {
    const curve = parametricCurve()
    const tags: readonly (readonly [string, Uint8Array])[] = [
        ["desc", localized("sRGB")],
        ["cprt", localized("No copyright, use freely")],
        ["wtpt", xyz(D50)],
        // Bradford adaptation from D65 to D50, and the primaries so adapted.
        [
            "chad",
            concat([
                ascii("sf32\0\0\0\0"),
                fixed([1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168]),
            ]),
        ],
        ["rXYZ", xyz([0.43607, 0.22249, 0.01392])],
        ["gXYZ", xyz([0.38515, 0.71687, 0.09708])],
        ["bXYZ", xyz([0.14307, 0.06061, 0.7141])],
        ["rTRC", curve],
        ["gTRC", curve],
        ["bTRC", curve],
    ]
    const { table, body } = tagTable(tags)
    const size = 128 + table.length + body.length
    return concat([header(size), table, body])
}

const D50 = [0.9642, 1, 0.8249] as const

/** ICC.1:2010 §7.2. Platform, maker, model, creator and profile id are left zero: there is none. */
function header(size: number): Uint8Array {
    const out = new Uint8Array(128)
    const view = new DataView(out.buffer)
    view.setUint32(0, size)
    view.setUint32(8, 0x04300000)
    out.set(ascii("mntrRGB XYZ "), 12)
    for (const [i, part] of [2020, 1, 1, 0, 0, 0].entries()) view.setUint16(24 + 2 * i, part)
    out.set(ascii("acsp"), 36)
    out.set(fixed(D50), 68)
    return out
}

/** Tags that share their data (the three curves) share the offset too. */
function tagTable(tags: readonly (readonly [string, Uint8Array])[]): { table: Uint8Array; body: Uint8Array } {
    const table = new Uint8Array(4 + 12 * tags.length)
    const view = new DataView(table.buffer)
    view.setUint32(0, tags.length)
    const placed = new Map<Uint8Array, number>()
    const parts: Uint8Array[] = []
    let at = 128 + table.length
    for (const [i, [name, data]] of tags.entries()) {
        const offset = placed.get(data) ?? at
        if (!placed.has(data)) {
            placed.set(data, offset)
            parts.push(data, new Uint8Array(-data.length & 3))
            at += data.length + (-data.length & 3)
        }
        table.set(ascii(name), 4 + 12 * i)
        view.setUint32(8 + 12 * i, offset)
        view.setUint32(12 + 12 * i, data.length)
    }
    return { table, body: concat(parts) }
}

/** Type 3 of `para` (ICC.1:2010 §10.15): the sRGB transfer function, exact. */
function parametricCurve(): Uint8Array {
    return concat([ascii("para\0\0\0\0\0\u0003\0\0"), fixed([2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045])])
}

function xyz(values: readonly number[]): Uint8Array {
    return concat([ascii("XYZ \0\0\0\0"), fixed(values)])
}

/** `mluc` with one entry, en-US, UTF-16BE. */
function localized(text: string): Uint8Array {
    const out = new Uint8Array(28 + 2 * text.length)
    const view = new DataView(out.buffer)
    out.set(ascii("mluc"))
    view.setUint32(8, 1)
    view.setUint32(12, 12)
    out.set(ascii("enUS"), 16)
    view.setUint32(20, 2 * text.length)
    view.setUint32(24, 28)
    for (let i = 0; i < text.length; i++) view.setUint16(28 + 2 * i, text.charCodeAt(i))
    return out
}

/** s15Fixed16 numbers. */
function fixed(values: readonly number[]): Uint8Array {
    const view = new DataView(new ArrayBuffer(4 * values.length))
    for (const [i, value] of values.entries()) view.setInt32(4 * i, Math.round(value * 65536))
    return new Uint8Array(view.buffer)
}
