import { zlibSync } from "fflate"
import { expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { holdsSeveral } from "../../../src/typeset/raster/several.ts"

/** A TIFF of directories that follow each other; of each its `NewSubfileType`. */
function tiff(little: boolean, ...kinds: readonly number[]): Uint8Array {
    const bytes = new Uint8Array(8 + 18 * kinds.length)
    const view = new DataView(bytes.buffer)
    bytes.set(utf8(little ? "II" : "MM"))
    view.setUint16(2, 42, little)
    view.setUint32(4, 8, little)
    for (const [i, kind] of kinds.entries()) {
        const at = 8 + 18 * i
        view.setUint16(at, 1, little)
        view.setUint16(at + 2, 254, little)
        view.setUint16(at + 4, 4, little)
        view.setUint32(at + 6, 1, little)
        view.setUint32(at + 10, kind, little)
        view.setUint32(at + 14, i === kinds.length - 1 ? 0 : at + 18, little)
    }
    return bytes
}

const GIF = concat([utf8("GIF89a"), Uint8Array.of(1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255)])
const PICTURE = Uint8Array.of(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0)
const CONTROL = Uint8Array.of(0x21, 0xf9, 4, 0, 0, 0, 0, 0)
const END = Uint8Array.of(0x3b)

const chunk = (type: string, data: Uint8Array) => {
    const head = new Uint8Array(8)
    new DataView(head.buffer).setUint32(0, data.length)
    head.set(utf8(type), 4)
    return concat([head, data, new Uint8Array(4)])
}
const png = (...further: readonly Uint8Array[]) =>
    concat([
        Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
        chunk("IHDR", Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)),
        ...further,
        chunk("IDAT", zlibSync(Uint8Array.of(0, 0))),
        chunk("IEND", new Uint8Array()),
    ])

function webp(...chunks: readonly string[]): Uint8Array {
    const head = (type: string) => concat([utf8(type), Uint8Array.of(2, 0, 0, 0, 0, 0)])
    return concat([utf8("RIFF"), Uint8Array.of(0, 0, 0, 0), utf8("WEBP"), ...chunks.map(head)])
}

const ftyp = (brand: string, further: string): Uint8Array =>
    concat([Uint8Array.of(0, 0, 0, 20), utf8(`ftyp${brand}\0\0\0\0${further}`)])

test.each<[string, Uint8Array, boolean]>([
    ["a TIFF of two pages", tiff(true, 0, 2), true],
    ["a TIFF with a small copy", tiff(false, 0, 1), false],
    ["a TIFF that goes in a circle", tiff(true, 1).fill(8, 22, 23), false],
    ["a GIF", concat([GIF, CONTROL, PICTURE, END]), false],
    ["a GIF of two pictures", concat([GIF, CONTROL, PICTURE, CONTROL, PICTURE, END]), true],
    ["a GIF that is cut off", concat([GIF, CONTROL, PICTURE, CONTROL]), false],
    ["a PNG", png(), false],
    ["an animated PNG", png(chunk("acTL", new Uint8Array(8))), true],
    ["a WebP", webp("VP8L"), false],
    ["an animated WebP", webp("VP8X", "ANIM", "ANMF", "ANMF"), true],
    ["an AVIF", ftyp("avif", "mif1"), false],
    ["a moving AVIF", ftyp("avis", "avif"), true],
    ["a HEIC", ftyp("heic", "mif1"), false],
    ["a moving HEIC", ftyp("hevc", "heic"), true],
    ["a JPEG", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), false],
])("%s", (_, bytes, expected) => {
    expect(holdsSeveral(bytes)).toBe(expected)
})
