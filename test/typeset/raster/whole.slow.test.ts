import { readFileSync } from "node:fs"
import { join } from "node:path"
import { deflateSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { nodeHost } from "../../../src/node/host.ts"
import { encodeJpeg } from "../../../src/typeset/raster/encode-jpeg.ts"
import { encodePng } from "../../../src/typeset/raster/encode-png.ts"
import { jpegFault } from "../../../src/typeset/raster/whole-jpeg.ts"
import { pngFault as fault } from "../../../src/typeset/raster/whole-png.ts"
import { ROOT } from "../../check.ts"
import { tool } from "../../tool.ts"
import { convert, ppm, testCard } from "./pictures.ts"

const photo = (name: string) => new Uint8Array(readFileSync(join(ROOT, "test/facts/evidence/photos", name)))
const card = testCard(203, 155)
const ours = encodeJpeg(card, 85)
const EOI = Uint8Array.of(0xff, 0xd9)
const join2 = (a: Uint8Array, b: Uint8Array) => Uint8Array.from([...a, ...b])

const repeated = (bytes: Uint8Array, times: number) =>
    Uint8Array.from({ length: bytes.length * times }, (_, i) => bytes[i % bytes.length] ?? 0)

/** Offset behind the head of the first scan. */
function scanStart(jpeg: Uint8Array): number {
    const at = jpeg.findIndex((byte, i) => byte === 0xff && jpeg[i + 1] === 0xda)
    return at + 2 + 256 * (jpeg[at + 2] ?? 0) + (jpeg[at + 3] ?? 0)
}

describe("a JPEG", () => {
    test.each(["baseline.jpg", "progressive.jpg"])("%s is whole", (name) => {
        expect(jpegFault(photo(name))).toBeUndefined()
    })
    test("of our own is whole, with and without its end marker, and with bytes behind it", () => {
        expect(jpegFault(ours)).toBeUndefined()
        expect(jpegFault(ours.slice(0, -2))).toBeUndefined()
        expect(jpegFault(join2(ours, new Uint8Array(500).fill(7)))).toBeUndefined()
    })
    test("is found wherever it is cut off, also where an end marker was put behind the cut", () => {
        const from = scanStart(ours)
        for (let at = from; at < ours.length - 8; at += 97) {
            expect(jpegFault(ours.slice(0, at)), `cut at ${String(at)}`).toBe("cut-off")
            expect(jpegFault(join2(ours.slice(0, at), EOI)), `ended at ${String(at)}`).toBeDefined()
        }
    })
    test("cut off in its head is no picture", () => {
        expect(jpegFault(ours.slice(0, 200))).toBe("cut-off")
        expect(jpegFault(new Uint8Array(0))).toBe("cut-off")
    })
    test("with a stretch of zeros or of noise in its data is found", () => {
        const from = scanStart(ours) + 600
        const zeros = ours.slice()
        zeros.fill(0, from, from + 400)
        expect(jpegFault(zeros)).toBeDefined()
        // A marker in the midst of the data: the rest of the picture is not there.
        const marked = ours.slice()
        marked.set([0xff, 0xd9], from)
        expect(jpegFault(marked)).toBeDefined()
    })
    test.skipIf(!tool("convert"))(
        "of a few kilobytes whose scans pass over the picture again and again is refused",
        () => {
            const args = ["-resize", "3200x3200!", "-interlace", "JPEG"]
            const wide = convert(ppm(testCard(40, 40)), "ppm", args, "jpg")
            expect(jpegFault(wide)).toBeUndefined()
            const last = wide.findLastIndex((byte, i) => byte === 0xff && wide[i + 1] === 0xda)
            const again = wide.slice(last, -2)
            expect(jpegFault(join2(join2(wide.slice(0, -2), repeated(again, 150)), EOI))).toBe("damaged")
        },
    )
    test("no bytes whatever make it throw", () => {
        let seed = 7
        const random = () => {
            seed = (seed * 1103515245 + 12345) & 0x7fffffff
            return seed / 0x7fffffff
        }
        for (const source of [ours, photo("progressive.jpg")])
            for (let i = 0; i < 300; i++) {
                const bytes = source.slice()
                for (let k = 0; k < 5; k++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
                expect([undefined, "damaged", "cut-off"]).toContain(jpegFault(bytes))
            }
    })
    describe.skipIf(!tool("convert"))("of an outside encoder", () => {
        const kinds: readonly (readonly [name: string, args: readonly string[]])[] = [
            ["4:2:0", ["-sampling-factor", "4:2:0"]],
            ["4:4:4", ["-sampling-factor", "4:4:4"]],
            ["4:2:2", ["-sampling-factor", "4:2:2"]],
            ["grey", ["-colorspace", "Gray"]],
            ["CMYK", ["-colorspace", "CMYK"]],
            ["progressive", ["-interlace", "JPEG"]],
            ["progressive grey", ["-interlace", "JPEG", "-colorspace", "Gray"]],
            ["progressive 4:2:0", ["-interlace", "JPEG", "-sampling-factor", "4:2:0"]],
            ["restarts", ["-define", "jpeg:restart-interval=3"]],
            ["not optimised", ["-define", "jpeg:optimize-coding=false"]],
        ]
        test.each(kinds)("%s is whole, and found wherever it is cut off", (_, args) => {
            const bytes = convert(ppm(card), "ppm", [...args, "-quality", "90"], "jpeg")
            expect(jpegFault(bytes)).toBeUndefined()
            for (let at = scanStart(bytes); at < bytes.length - 10; at += 331)
                expect(jpegFault(bytes.slice(0, at)), `cut at ${String(at)}`).toBe("cut-off")
        })
    })
})

/** A PNG with other image data. */
function withData(png: Uint8Array, data: Uint8Array): Uint8Array {
    const at = png.findIndex((_, i) => String.fromCharCode(...png.subarray(i, i + 4)) === "IDAT")
    const body = Uint8Array.from([...png.subarray(at, at + 4), ...data])
    const length = new DataView(new ArrayBuffer(8))
    length.setUint32(0, data.length)
    length.setUint32(4, crc(body))
    const view = new Uint8Array(length.buffer)
    const end = png.slice(-12)
    return Uint8Array.from([...png.subarray(0, at - 4), ...view.subarray(0, 4), ...body, ...view.subarray(4), ...end])
}

function crc(bytes: Uint8Array): number {
    let value = 0xffffffff
    for (const byte of bytes) {
        value ^= byte
        for (let k = 0; k < 8; k++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
    }
    return ~value >>> 0
}

// With the platform's inflate and without: they never differ.
async function pngFault(bytes: Uint8Array) {
    const found = await fault(bytes)
    expect(await fault(bytes, nodeHost().inflate)).toBe(found)
    return found
}

describe("a PNG", () => {
    const small = testCard(20, 10)
    const whole = encodePng(small)
    const rows = new Uint8Array(61 * 10)
    test("is whole", async () => {
        expect(await pngFault(whole)).toBeUndefined()
        expect(await pngFault(withData(whole, deflateSync(rows)))).toBeUndefined()
    })
    test("with bytes behind its data is whole", async () => {
        expect(await pngFault(withData(whole, Uint8Array.from([...deflateSync(rows), 1, 2, 3])))).toBeUndefined()
    })
    test("is found wherever it is cut off", async () => {
        for (let at = 0; at < whole.length - 12; at += 5) expect(await pngFault(whole.slice(0, at))).toBe("cut-off")
    })
    test("with too few rows, no rows, or a filter that does not exist is damaged", async () => {
        expect(await pngFault(withData(whole, deflateSync(rows.subarray(61))))).toBe("damaged")
        expect(await pngFault(withData(whole, new Uint8Array(90).fill(7)))).toBe("damaged")
        const odd = rows.slice()
        odd[61 * 3] = 5
        expect(await pngFault(withData(whole, deflateSync(odd)))).toBe("damaged")
    })
    test("of more than can be unpacked is told by its head", async () => {
        const bytes = whole.slice()
        new DataView(bytes.buffer).setUint32(16, 60_000)
        new DataView(bytes.buffer).setUint32(20, 60_000)
        new DataView(bytes.buffer).setUint32(29, crc(bytes.subarray(12, 29)))
        expect(await pngFault(bytes)).toBe("too-large")
    })
    test("with a wrong check sum is damaged", async () => {
        const bytes = whole.slice()
        bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
        expect(await pngFault(bytes)).toBe("damaged")
    })
    test.skipIf(!tool("convert"))(
        "of an outside encoder is whole: interlaced, with alpha, palette, 16 bits",
        async () => {
            for (const args of [
                ["-interlace", "PNG"],
                ["-alpha", "set"],
                ["-type", "Palette"],
                ["-depth", "16"],
            ])
                expect(await pngFault(convert(ppm(card), "ppm", args, "png")), args.join(" ")).toBeUndefined()
        },
    )
})
