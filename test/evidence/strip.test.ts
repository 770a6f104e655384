import { readFileSync } from "node:fs"
import { join } from "node:path"
import ExifReader from "exifreader"
import { describe, expect, test } from "vitest"
import { concat, hex, utf8 } from "../../src/base/bytes.ts"
import { PacketError } from "../../src/base/issue.ts"
import { readSegments } from "../../src/evidence/jpeg.ts"
import { photoRole, stripMetadata } from "../../src/evidence/strip.ts"
import { chunk, exifSegment, png, segment, tiffBlock, withSegments } from "./make-image.ts"

const photo = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, "photos", name)))
const SECRET = "PLANTED-SECRET"
const secret = utf8(SECRET)
const strip = (bytes: Uint8Array) => stripMetadata(bytes, ["photo"])
const contains = (bytes: Uint8Array, part: Uint8Array) => hex(bytes).includes(hex(part))
/** Tables, frames and scans: all that makes the pixels. */
const pictureOf = (bytes: Uint8Array) =>
    readSegments(bytes)
        .segments.filter((s) => s.marker < 0xe0)
        .map((s) => hex(bytes.subarray(s.start, s.end)))

describe.each(["baseline.jpg", "progressive.jpg"])("from %s", (name) => {
    const plain = photo(name)
    const loaded = concat([
        withSegments(
            plain,
            exifSegment({ make: SECRET, model: SECRET, orientation: 6, takenAt: "2023:03:21 01:49:08", gps: true }),
            segment(0xe1, utf8("http://ns.adobe.com/xap/1.0/\0"), secret),
            segment(0xe2, utf8("ICC_PROFILE\0"), secret),
            segment(0xed, secret),
            segment(0xee, utf8("Adobe"), new Uint8Array([0, 100, 0, 0, 0, 0, 1])),
            segment(0xee, secret),
            segment(0xef, secret),
            segment(0xe0, utf8("JFXX\0"), secret),
            segment(0xfe, secret),
        ),
        secret,
        utf8("\0\0\0\x18ftypmp42 a film behind the end"),
    ])

    test("takes everything but the picture", () => {
        const { bytes } = strip(loaded)
        expect(contains(loaded, secret)).toBe(true)
        expect(contains(bytes, secret)).toBe(false)
        expect(contains(bytes, utf8("ftyp"))).toBe(false)
        expect(pictureOf(bytes)).toEqual(pictureOf(plain))
        expect(contains(bytes, utf8("Adobe"))).toBe(true)
        expect(readSegments(bytes).complete).toBe(true)
    })

    test("keeps the orientation as the only field, and reports it", () => {
        const { bytes, orientation } = strip(loaded)
        expect(orientation).toBe(6)
        const { exif } = ExifReader.load(bytes.slice().buffer, { expanded: true })
        expect(Object.keys(exif ?? {})).toEqual(["Orientation"])
        expect(exif?.Orientation?.value).toBe(6)
    })

    test("writes no EXIF at all for an upright photo, and changes nothing the second time", () => {
        const { bytes, orientation } = strip(plain)
        expect(orientation).toBe(1)
        expect(contains(bytes, utf8("Exif"))).toBe(false)
        expect(strip(bytes).bytes).toEqual(bytes)
        expect(strip(strip(loaded).bytes).bytes).toEqual(strip(loaded).bytes)
    })

    test("refuses one that is cut off", () => {
        expect(() => strip(plain.subarray(0, plain.length - 2))).toThrow(PacketError)
        expect(() => strip(plain.subarray(0, 40))).toThrow(PacketError)
    })
})

test("a JFIF thumbnail goes, its resolution stays", () => {
    const jfif = segment(0xe0, utf8("JFIF\0"), new Uint8Array([1, 2, 1, 0, 72, 0, 72, 1, 1]), secret.subarray(0, 3))
    const { segments } = readSegments(photo("baseline.jpg"))
    const first = segments[0]
    const rest = photo("baseline.jpg").subarray(first?.marker === 0xe0 ? first.end : 2)
    const { bytes } = strip(concat([new Uint8Array([0xff, 0xd8]), jfif, rest]))
    expect(hex(bytes.subarray(2, 20))).toBe("ffe000104a46494600010201004800480000")
})

test("from a PNG takes texts, time, EXIF and what is behind its end, and no pixel", () => {
    const pixels = chunk("IDAT", new Uint8Array([1, 2, 3, 4]))
    const kept = [
        chunk("gAMA", new Uint8Array(4)),
        chunk("sRGB", new Uint8Array(1)),
        chunk("pHYs", new Uint8Array(9)),
        chunk("tRNS", new Uint8Array(6)),
    ]
    const dropped = [
        chunk("tEXt", secret),
        chunk("iTXt", secret),
        chunk("zTXt", secret),
        chunk("tIME", secret),
        chunk("iCCP", secret),
        chunk("eXIf", tiffBlock({ orientation: 3, make: SECRET })),
        chunk("prIv", secret),
    ]
    const { bytes, orientation } = strip(concat([png(2, 2, ...kept, ...dropped, pixels), secret]))
    expect(bytes).toEqual(png(2, 2, ...kept, pixels))
    expect(orientation).toBe(3)
})

describe("refuses", () => {
    const damaged = png(2, 2, chunk("IDAT", new Uint8Array([1, 2, 3, 4])))
    damaged[42] = (damaged[42] ?? 0) ^ 1
    test.each([
        ["a PNG with a changed pixel", damaged, "evidence.photo.damaged"],
        ["a PNG that is cut off", png(2, 2).subarray(0, 40), "evidence.photo.damaged"],
        ["an unknown critical chunk", png(2, 2, chunk("ABCD", new Uint8Array(1))), "evidence.photo.damaged"],
        ["another format", utf8("GIF89a"), "evidence.photo.unsupported"],
        ["nothing", new Uint8Array(0), "evidence.photo.unsupported"],
    ])("%s", (_, bytes, code) => {
        expect(() => strip(bytes)).toThrow(code)
    })
})

describe("the role of a photo by its name", () => {
    test.each([
        ["正面.jpg", "front"],
        ["证件-反面.JPG", "back"],
        ["背面.png", "back"],
        ["手持证件正面.jpg", "holding"],
        ["ID_Front.jpeg", "front"],
        ["back.png", "back"],
        ["Selfie.jpg", "holding"],
        ["holding-id.jpg", "holding"],
        ["正反面.jpg", undefined],
        ["正面和反面.jpg", undefined],
        ["IMG_0001.jpg", undefined],
    ])("%s: %s", (name, role) => {
        expect(photoRole(name)).toBe(role)
    })
})
