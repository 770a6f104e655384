import { readFileSync } from "node:fs"
import { join } from "node:path"
import ExifReader from "exifreader"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { memorySource } from "../../../src/base/source.ts"
import { readImageFacts } from "../../../src/facts/evidence/image-facts.ts"
import { chunk, type ExifFields, exifSegment, heic, png, segment, tiffBlock, webp, withSegments } from "./make-image.ts"

const photo = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, "photos", name)))
const FIELDS: ExifFields = {
    make: "Example Inc.",
    model: "Phone 5",
    orientation: 6,
    takenAt: "2023:03:21 01:49:08",
    offset: "+08:00",
    gps: true,
}
const EXIF = { make: "Example Inc.", model: "Phone 5", orientation: 6, takenAt: "2023-03-21T01:49:08+08:00", gps: true }
const jpeg = photo("baseline.jpg")
const bmp = concat([utf8("BM"), new Uint8Array(16), new Uint8Array([24, 0, 0, 0, 0xf0, 0xff, 0xff, 0xff])])

describe("size and EXIF facts of", () => {
    const cases: readonly (readonly [string, Uint8Array, string, object])[] = [
        ["a JPEG", jpeg, "image/jpeg", { widthPx: 24, heightPx: 16 }],
        ["a progressive JPEG", photo("progressive.jpg"), "image/jpeg", { widthPx: 24, heightPx: 16 }],
        [
            "a JPEG with EXIF",
            withSegments(jpeg, exifSegment(FIELDS)),
            "image/jpeg",
            { widthPx: 24, heightPx: 16, exif: EXIF },
        ],
        [
            "the same, big-endian",
            withSegments(jpeg, exifSegment(FIELDS, false)),
            "image/jpeg",
            { widthPx: 24, heightPx: 16, exif: EXIF },
        ],
        [
            "a PNG with EXIF behind the pixels",
            png(300, 200, chunk("IDAT", new Uint8Array(9)), chunk("eXIf", tiffBlock(FIELDS))),
            "image/png",
            { widthPx: 300, heightPx: 200, exif: EXIF },
        ],
        ["a HEIC", heic(4032, 3024, FIELDS), "image/heic", { widthPx: 4032, heightPx: 3024, exif: EXIF }],
        ["a WebP", webp(640, 480, FIELDS), "image/webp", { widthPx: 640, heightPx: 480, exif: EXIF }],
        ["a GIF", utf8("GIF89a\x05\x00\x06\x00"), "image/gif", { widthPx: 5, heightPx: 6 }],
        ["a BMP with rows from the top", bmp, "image/bmp", { widthPx: 24, heightPx: 16 }],
        ["a text", utf8("GIF"), "text/plain", {}],
        [
            "a JPEG behind six megabytes of metadata",
            withSegments(jpeg, concat(Array<Uint8Array>(100).fill(segment(0xef, new Uint8Array(60_000))))),
            "image/jpeg",
            { widthPx: 24, heightPx: 16 },
        ],
        [
            "a PNG whose head is no IHDR",
            concat([png(1, 1).subarray(0, 8), chunk("CgBI", new Uint8Array(40))]),
            "image/png",
            {},
        ],
        ["nothing", new Uint8Array(0), "image/jpeg", {}],
    ]
    test.each(cases)("%s", async (_, bytes, type, facts) => {
        expect(await readImageFacts(memorySource(bytes), type)).toEqual(facts)
    })
})

describe("a camera's clock", () => {
    test.each([
        ["2023:03:21 01:49:08", undefined, "2023-03-21T01:49:08"],
        ["2023:03:21 01:49:08", "+08:00", "2023-03-21T01:49:08+08:00"],
        ["2023:03:21 01:49:08", "nonsense", "2023-03-21T01:49:08"],
        ["0000:00:00 00:00:00", undefined, undefined],
        ["2023:13:01 00:00:00", undefined, undefined],
        ["yesterday", undefined, undefined],
    ])("%s %s is %s", async (takenAt, offset, expected) => {
        const bytes = withSegments(jpeg, exifSegment({ takenAt, ...(offset !== undefined && { offset }) }))
        expect((await readImageFacts(memorySource(bytes), "image/jpeg")).exif?.takenAt).toBe(expected)
    })
})

test("a place is reported as there, and its value is nowhere", async () => {
    const facts = await readImageFacts(memorySource(withSegments(jpeg, exifSegment({ gps: true }))), "image/jpeg")
    expect(facts.exif).toEqual({ gps: true })
})

test.each([
    ["JPEG", withSegments(jpeg, exifSegment(FIELDS)), "image/jpeg"],
    ["PNG", png(3, 2, chunk("eXIf", tiffBlock(FIELDS))), "image/png"],
    ["HEIC", heic(40, 30, FIELDS), "image/heic"],
    ["WebP", webp(40, 30, FIELDS), "image/webp"],
])("agrees with another reader on a %s", async (_, bytes, type) => {
    const other = ExifReader.load(bytes.slice().buffer)
    const { exif } = await readImageFacts(memorySource(bytes), type)
    expect(other.Make?.description).toBe(exif?.make)
    expect(other.Model?.description).toBe(exif?.model)
    expect(other.Orientation?.value).toBe(exif?.orientation)
    expect(other.DateTimeOriginal?.description).toBe("2023:03:21 01:49:08")
    expect(other.OffsetTimeOriginal?.description).toBe("+08:00")
})

test("no damage makes the reader fail, and text it reports is printable", async () => {
    const samples = [
        withSegments(jpeg, exifSegment(FIELDS)),
        heic(40, 30, FIELDS),
        webp(40, 30, FIELDS),
        png(3, 2, chunk("eXIf", tiffBlock(FIELDS))),
        tiffBlock(FIELDS),
    ]
    const types = ["image/jpeg", "image/heic", "image/webp", "image/png", "image/tiff"]
    const damage = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 6 })
    await fc.assert(
        fc.asyncProperty(fc.nat(4), damage, fc.nat(2000), async (which, changes, cut) => {
            const bytes = (samples[which] ?? jpeg).slice(0, cut)
            for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
            const { exif } = await readImageFacts(memorySource(bytes), types[which] ?? "")
            expect(`${exif?.make ?? ""}${exif?.model ?? ""}`).toMatch(/^[ -~]*$/)
        }),
        { numRuns: 500 },
    )
})

test("a segment that claims to be longer than the file ends the search", async () => {
    const bytes = concat([jpeg.subarray(0, 2), segment(0xe0, utf8("x")).subarray(0, 4), new Uint8Array([0xff, 0xff])])
    expect(await readImageFacts(memorySource(bytes), "image/jpeg")).toEqual({})
})
