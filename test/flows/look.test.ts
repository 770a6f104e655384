import { readFileSync } from "node:fs"
import { join } from "node:path"
import { zlibSync } from "fflate"
import { expect, test } from "vitest"
import { concat, utf8 } from "../../src/base/bytes.ts"
import { PacketError } from "../../src/base/issue.ts"
import { memorySource } from "../../src/base/source.ts"
import { crc32 } from "../../src/base/zip/crc32.ts"
import type { EvidenceItem } from "../../src/editions/shared/evidence-item.ts"
import { emptyDescription } from "../../src/facts/evidence/descriptions.ts"
import { sniffType } from "../../src/facts/evidence/file-type.ts"
import { readImageFacts } from "../../src/facts/evidence/image-facts.ts"
import type { Exif } from "../../src/facts/evidence/tiff.ts"
import { planExhibits } from "../../src/flows/print/exhibits.ts"
import { lookAt } from "../../src/flows/print/look.ts"
import { checkCase } from "../../src/flows/victim/check.ts"
import { nodeHost } from "../../src/node/host.ts"
import { readCaseFolder } from "../../src/node/read-case.ts"
import { decodePng } from "../../src/typeset/raster/decode-png.ts"
import { encodeJpeg } from "../../src/typeset/raster/encode-jpeg.ts"
import { encodePng } from "../../src/typeset/raster/encode-png.ts"
import { blankRaster } from "../../src/typeset/raster/raster.ts"
import { codes, ROOT } from "../check.ts"
import { testCard } from "../typeset/raster/pictures.ts"

const host = nodeHost()
const card = (name: string) => new Uint8Array(readFileSync(join(ROOT, "test/typeset/raster/foreign", `card.${name}`)))

/** An item as intake would have recorded it. */
async function itemOf(name: string, bytes: Uint8Array, exif?: Exif): Promise<EvidenceItem> {
    const { mediaType, category } = sniffType(bytes.slice(0, 8192), name)
    const at = "2023-03-21T10:00:00+08:00"
    const entry = { label: "E101", folder: "evidence" as const, originalName: name, sizeBytes: bytes.length, mediaType }
    const recorded = { category, sha256: "0".repeat(64), modifiedAt: at, importedAt: at }
    const facts = await readImageFacts(memorySource(bytes), mediaType)
    const item = { ...entry, ...recorded, ...facts, ...(exif === undefined ? {} : { exif }) }
    return { ...emptyDescription("E101"), share: "police", entry: item }
}
const look = async (name: string, bytes: Uint8Array, exif?: Exif) =>
    lookAt(await itemOf(name, bytes, exif), memorySource(bytes), host)
const book = async (name: string, bytes: Uint8Array, exif?: Exif) =>
    planExhibits([await itemOf(name, bytes, exif)], new Map([["E101", memorySource(bytes)]]), host)

const jpeg = encodeJpeg(testCard(90, 70), 85)

test("a JPEG cut off by a transfer is named by label and file, and stops nothing", async () => {
    const { notShown, issue } = await look("聊天.jpg", jpeg.slice(0, 900))
    expect(notShown).toBe("damaged")
    expect(issue).toMatchObject({
        code: "evidence.picture.cut-off",
        severity: "warning",
        path: ["evidence/聊天.jpg"],
        params: { label: "E101", file: "聊天.jpg" },
    })
})

test("a head that claims billions of pixels gets a sheet, no page", async () => {
    const png = encodePng(testCard(10, 10))
    const view = new DataView(png.buffer)
    view.setUint32(16, 2_147_483_647)
    view.setUint32(20, 2_147_483_647)
    expect(await look("巨图.png", png)).toMatchObject({
        notShown: "too-many-pixels",
        issue: { code: "evidence.picture.too-large" },
    })
})

test.each([
    [70_000, 20],
    [20, 70_000],
])("a strip of %i by %i, which a reader of the PDF would not draw, gets a sheet", async (width, height) => {
    const strip = encodePng(blankRaster(width, height, [9, 9, 9]))
    expect(await look("长图.png", strip)).toMatchObject({
        notShown: "too-many-pixels",
        issue: { code: "evidence.picture.too-large", params: { widthPx: width, heightPx: height, side: 65_535 } },
    })
    expect(() => decodePng(strip, ["长图.png"])).toThrow(PacketError)
    expect(await look("长图.png", encodePng(blankRaster(20, 65_535, [9, 9, 9])))).not.toHaveProperty("notShown")
})

test("`check` finds what `build` would: a picture that got shorter than its lock says is not looked over", async () => {
    const folder = readCaseFolder(join(ROOT, "assets/sample-case"))
    const listing = folder.listing.map((file) => {
        if (!file.originalName.endsWith(".jpg")) return file
        return { ...file, source: memorySource(jpeg.slice(0, 900)) }
    })
    const { issues } = await checkCase({ ...folder, listing }, host)
    expect(codes(issues).filter((code) => code.startsWith("evidence.picture."))).not.toEqual([])
})

test.each([
    ["heic", "HEIC", "jpeg", 1],
    ["avif", "AVIF", "jpeg", 1],
    // Of a WebP the camera's note counts, of the others the properties of the file, which the decoder has applied.
    ["webp", "WebP", "jpeg", 6],
])("%s is shown as %s with the orientation that counts", async (name, format, kind, orientation) => {
    const { entries, images, issues } = await book(`a.${name}`, card(name), { orientation: 6 })
    expect(issues).toEqual([])
    const size = orientation === 6 ? { widthPx: 64, heightPx: 96 } : { widthPx: 96, heightPx: 64 }
    expect(entries).toMatchObject([{ format, size }])
    expect(images.get("E101")).toMatchObject({ kind, orientation, widthPx: 96, heightPx: 64 })
})

test("a long picture is placed in strips of one input", async () => {
    const { images } = await book("长.png", encodePng(testCard(100, 3000)))
    expect([...images.keys()]).toEqual(["E101/1", "E101/2", "E101/3", "E101/4"])
    const strips = [...images.values()].flatMap((image) => (image.kind === "strip" ? [image.of] : []))
    expect(new Set(strips).size).toBe(1)
    expect(strips).toHaveLength(4)
})

test("a WebP with something behind its end is shown, as every viewer shows it", async () => {
    const webp = card("webp")
    const shown = await look("聊天.webp", webp)
    expect(shown.notShown).toBeUndefined()
    expect(await look("聊天.webp", concat([webp, utf8("behind")]))).toEqual(shown)
    expect(await look("聊天.webp", webp.subarray(0, -20))).toMatchObject({ notShown: "damaged" })
})

test.each(["svg", "psd"])("a picture whose format is not decoded (%s) is told with what to do", async (ending) => {
    const bytes = utf8(ending === "svg" ? "<svg/>" : "8BPS\0")
    expect(await look(`图.${ending}`, bytes)).toMatchObject({
        notShown: "type",
        issue: { code: "evidence.picture.undecoded", params: { format: ending.toUpperCase(), fault: "coding" } },
    })
    expect((await look("说明.txt", utf8("x"))).issue).toBeUndefined()
})

/** A PNG of four bytes a pixel, stored without filters. */
function clearPng(
    side: number,
    pixel: (x: number, y: number) => readonly [number, number, number, number],
): Uint8Array {
    const rows = Array.from({ length: side }, (_, y) => [
        0,
        ...Array.from({ length: side }, (_, x) => pixel(x, y)).flat(),
    ])
    const chunk = (type: string, content: Uint8Array) => {
        const head = new DataView(new ArrayBuffer(4))
        head.setUint32(0, content.length)
        const body = concat([utf8(type), content])
        const sum = new DataView(new ArrayBuffer(4))
        sum.setUint32(0, crc32(body))
        return concat([new Uint8Array(head.buffer), body, new Uint8Array(sum.buffer)])
    }
    const head = Uint8Array.of(0, 0, side >> 8, side & 255, 0, 0, side >> 8, side & 255, 8, 6, 0, 0, 0)
    const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
    const data = zlibSync(Uint8Array.from(rows.flat()))
    return concat([signature, chunk("IHDR", head), chunk("IDAT", data), chunk("IEND", new Uint8Array())])
}

test("letters that nobody sees on white paper are told, others and opaque pictures are not", async () => {
    const isLetter = (x: number, y: number) => y > 40 && y < 60 && x % 4 < 2
    const white = clearPng(128, (x, y) => [255, 255, 255, isLetter(x, y) ? 255 : 0])
    const black = clearPng(128, (x, y) => [0, 0, 0, isLetter(x, y) ? 255 : 0])
    const opaque = clearPng(128, () => [255, 255, 255, 255])
    expect((await look("白.png", white)).issue).toMatchObject({ code: "evidence.picture.blank", severity: "warning" })
    expect((await look("白.png", white)).notShown).toBeUndefined()
    for (const png of [black, opaque]) expect((await look("黑.png", png)).issue).toBeUndefined()
})
