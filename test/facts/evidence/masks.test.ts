import { deflateSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { portableSha256, sha256Hex } from "../../../src/base/digest.ts"
import { PacketError } from "../../../src/base/issue.ts"
import { memorySource } from "../../../src/base/source.ts"
import { type Description, emptyDescription, printDescriptions } from "../../../src/facts/evidence/descriptions.ts"
import { readImageFacts } from "../../../src/facts/evidence/image-facts.ts"
import { type LockEntry, packetPath } from "../../../src/facts/evidence/lock.ts"
import { isInside, type MaskBox, uprightSize } from "../../../src/facts/evidence/mask.ts"
import { maskPicture } from "../../../src/facts/evidence/masked-copy.ts"
import { readDescriptions } from "../../../src/facts/evidence/read-descriptions.ts"
import { readXlsx } from "../../../src/typeset/office/xlsx-read.ts"
import { writeXlsx } from "../../../src/typeset/office/xlsx-write.ts"
import { decodeRaster } from "../../../src/typeset/raster/decode.ts"
import { encodeJpeg } from "../../../src/typeset/raster/encode-jpeg.ts"
import type { Raster } from "../../../src/typeset/raster/raster.ts"
import { chunk, exifSegment, png, withSegments } from "./make-image.ts"

const entry = (label: string, more: Partial<LockEntry> = {}): LockEntry => ({
    label,
    folder: "evidence",
    originalName: `${label}.png`,
    sizeBytes: 5,
    mediaType: "image/png",
    category: "picture",
    sha256: label.slice(-1).padStart(64, "a"),
    modifiedAt: "2023-03-21T01:49:08+08:00",
    importedAt: "2026-11-21T00:00:00Z",
    widthPx: 400,
    heightPx: 300,
    ...more,
})
const ENTRIES = [
    entry("E001"),
    entry("E002", { mediaType: "image/jpeg", exif: { orientation: 6 } }),
    entry("E003", { mediaType: "application/pdf", category: "document" }),
    entry("E004", { mediaType: "image/heic" }),
]
const LOCK = { entries: ENTRIES }
const BOX: MaskBox = { x: 10, y: 20, width: 30, height: 40, reason: "他人姓名" }
const ANSWERS: readonly Description[] = ENTRIES.map(({ label }) => ({
    ...emptyDescription(label),
    caption: "页面截图",
    source: "本人手机",
    ...(label === "E001" ? { othersData: true, share: "recipient" as const, boxes: [BOX] } : {}),
}))

type Grid = string[][]
/** The workbook with the sheet 遮盖 changed as a person would. */
function edit(change: (rows: Grid) => void, answers = ANSWERS): Uint8Array {
    const { sheets = [] } = readXlsx(printDescriptions(ENTRIES, answers), ["x"])
    return writeXlsx(
        sheets.map(({ name, rows: read }) => {
            const rows: Grid = read.map((row) =>
                Array.from({ length: 14 }, (_, i) => row.cells.find(({ column }) => column === i + 1)?.text ?? ""),
            )
            if (name === "遮盖") change(rows)
            return { name, widths: [], headerRows: 1, rows }
        }),
    )
}
const found = (bytes: Uint8Array) =>
    readDescriptions(bytes, LOCK).issues.map(
        ({ severity, code, path }) => `${severity} ${code} ${path.slice(1).join("|")}`,
    )

describe("boxes in the sheet 遮盖", () => {
    test("come back as they were written, in the same bytes", () => {
        const bytes = printDescriptions(ENTRIES, ANSWERS)
        const read = readDescriptions(bytes, LOCK)
        expect(read).toMatchObject({ descriptions: ANSWERS, isCurrent: true, issues: [] })
        expect(printDescriptions(ENTRIES, read.descriptions)).toEqual(bytes)
    })

    const row =
        (...cells: string[]) =>
        (rows: Grid) =>
            void rows.push(cells)
    const set = (column: number, text: string) => (rows: Grid) => {
        const cells = rows[1] ?? []
        cells[column - 1] = text
    }
    const cases: readonly (readonly [string, (rows: Grid) => void, readonly string[]])[] = [
        ["nothing changed", () => undefined, []],
        ["full-width digits and a unit", row("E002", "０", "0px", "300 像素", "400", "全图"), []],
        ["the edge of a picture that was turned upright", row("E002", "0", "399", "300", "1", "边缘"), []],
        [
            "a label nobody registered",
            row("E009", "1", "1", "1", "1", "x"),
            ["error evidence.mask.unknown-label 遮盖!A3"],
        ],
        ["no label", row("", "1", "1", "1", "1", "x"), ["error evidence.mask.unknown-label 遮盖!A3"]],
        [
            "the label of the copy",
            row("E001-m", "1", "1", "1", "1", "x"),
            ["error evidence.mask.unknown-label 遮盖!A3"],
        ],
        ["one number too few", row("E001", "1", "1", "1", "", "x"), ["error evidence.mask.number 遮盖!E3"]],
        ["a negative number", row("E001", "-1", "1", "1", "1", "x"), ["error evidence.mask.number 遮盖!B3"]],
        ["half a pixel", row("E001", "1", "1.5", "1", "1", "x"), ["error evidence.mask.number 遮盖!C3"]],
        ["a width of nothing", row("E001", "1", "1", "0", "1", "x"), ["error evidence.mask.empty 遮盖!D3"]],
        ["a height of nothing", row("E001", "1", "1", "1", "0", "x"), ["error evidence.mask.empty 遮盖!E3"]],
        ["beyond the right edge", row("E001", "371", "0", "30", "1", "x"), ["error evidence.mask.outside 遮盖!B3"]],
        ["beyond the lower edge", row("E001", "0", "300", "1", "1", "x"), ["error evidence.mask.outside 遮盖!B3"]],
        [
            "measured on the picture lying on its side",
            row("E002", "350", "0", "40", "10", "x"),
            ["error evidence.mask.outside 遮盖!B3"],
        ],
        ["a PDF", row("E003", "1", "1", "1", "1", "x"), ["error evidence.mask.not-picture 遮盖!A3"]],
        [
            "a picture of a kind that is not decoded",
            row("E004", "1", "1", "1", "1", "x"),
            ["error evidence.mask.not-picture 遮盖!A3"],
        ],
        ["no reason", set(6, ""), ["warning evidence.mask.reason-missing 遮盖!F2"]],
        [
            "headings gone",
            (rows) => void rows.shift(),
            ["error evidence.mask.columns 遮盖", "error evidence.description.recipient-unmasked I2"],
        ],
        ["the only box removed", (rows) => void rows.pop(), ["error evidence.description.recipient-unmasked I2"]],
        ["the only box damaged is one finding, not two", set(4, "x"), ["error evidence.mask.number 遮盖!D2"]],
    ]
    test.each(cases)("%s", (_, change, expected) => {
        expect(found(edit(change))).toEqual(expected)
    })

    test("an older workbook without this sheet and the column 是否含外文 is read, and is to be written anew", () => {
        const { sheets = [] } = readXlsx(
            printDescriptions(
                ENTRIES,
                ANSWERS.map(({ boxes: _, ...told }) => told),
            ),
            ["x"],
        )
        const rows = (sheets[0]?.rows ?? []).map(({ cells }) =>
            Array.from({ length: 14 }, (_, i) => cells.find(({ column }) => column === i + 1)?.text ?? "").toSpliced(
                9,
                1,
            ),
        )
        for (const cells of rows.slice(1)) cells[8] = "只给民警"
        const read = readDescriptions(writeXlsx([{ name: "证据说明", widths: [], headerRows: 1, rows }]), LOCK)
        expect(read).toMatchObject({ isCurrent: false, issues: [] })
        expect(read.descriptions[1]).toEqual(ANSWERS[1])
    })
})

describe("foreign language", () => {
    test.each<readonly [string, Partial<Description>, readonly string[]]>([
        ["with a Chinese description", { foreign: true }, []],
        ["without one", { foreign: true, caption: "orders" }, ["warning evidence.description.translation-missing C4"]],
        ["a file that is no picture, in Chinese", { foreign: false, caption: "orders" }, []],
    ])("%s", (_, told, expected) => {
        const answers = ANSWERS.map((answer) => (answer.label === "E003" ? { ...answer, ...told } : answer))
        expect(found(printDescriptions(ENTRIES, answers))).toEqual(expected)
        expect(readDescriptions(printDescriptions(ENTRIES, answers), LOCK).descriptions).toEqual(answers)
    })
})

/** A picture with another colour in each pixel, so that a pixel that was moved or kept is found. */
function pattern(widthPx: number, heightPx: number): Raster {
    const rgb = new Uint8Array(3 * widthPx * heightPx)
    for (let i = 0; i < widthPx * heightPx; i++)
        rgb.set([50 + (i % 200), 60 + ((i >> 4) % 190), 255 - (i % 128)], 3 * i)
    return { widthPx, heightPx, rgb }
}
const pixel = ({ widthPx, rgb }: Raster, x: number, y: number) => [
    ...rgb.slice(3 * (y * widthPx + x), 3 * (y * widthPx + x) + 3),
]
const inBox = (box: MaskBox, x: number, y: number) =>
    x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height

function pngOf({ widthPx, heightPx, rgb }: Raster): Uint8Array {
    const rows = Array.from({ length: heightPx }, (_, y) => [0, ...rgb.slice(3 * widthPx * y, 3 * widthPx * (y + 1))])
    const text = new TextEncoder().encode("Comment\0写在文件里的秘密")
    return png(widthPx, heightPx, chunk("tEXt", text), chunk("IDAT", deflateSync(Uint8Array.from(rows.flat()))))
}

async function taken(bytes: Uint8Array, mediaType: string): Promise<LockEntry> {
    const { widthPx: _w, heightPx: _h, ...plain } = entry("E012", { mediaType, originalName: "聊天.png" })
    return { ...plain, ...(await readImageFacts(memorySource(bytes), mediaType)) }
}
const AT = "2023-04-23T02:00:00Z"
const mask = (original: LockEntry, boxes: readonly MaskBox[], bytes: Uint8Array) =>
    maskPicture(original, boxes, memorySource(bytes), AT, portableSha256)
const bytesOf = async (copy: Awaited<ReturnType<typeof mask>>) => copy.source.read(0, copy.source.size)

describe("the masked copy", () => {
    const boxes: readonly MaskBox[] = [BOX, { x: 0, y: 0, width: 1, height: 1, reason: "" }]

    test("of a PNG is black in the boxes and the same everywhere else, without what else the file held", async () => {
        const picture = pattern(80, 70)
        const original = pngOf(picture)
        const copy = await mask(await taken(original, "image/png"), boxes, original)
        const bytes = await bytesOf(copy)
        const seen = decodeRaster(bytes, [])
        for (let y = 0; y < 70; y++)
            for (let x = 0; x < 80; x++)
                if (boxes.some((box) => inBox(box, x, y))) expect(pixel(seen, x, y)).toEqual([0, 0, 0])
                else expect(pixel(seen, x, y)).toEqual(pixel(picture, x, y))
        expect(new TextDecoder().decode(bytes)).not.toContain("秘密")
        expect(copy.entry).toMatchObject({
            label: "E012-m",
            originalName: "E012-m.png",
            mediaType: "image/png",
            sha256: sha256Hex(bytes),
            sizeBytes: bytes.length,
            widthPx: 80,
            heightPx: 70,
            importedAt: AT,
        })
        expect(packetPath(copy.entry)).toBe("evidence/E012-m.png")
    })

    test("of a photo that lies on its side is upright, and boxes are those of the upright picture", async () => {
        const white: Raster = { widthPx: 96, heightPx: 64, rgb: new Uint8Array(3 * 96 * 64).fill(250) }
        const original = withSegments(encodeJpeg(white, 95), exifSegment({ orientation: 6, make: "Sample", gps: true }))
        const lying = await taken(original, "image/jpeg")
        expect(uprightSize(lying)).toEqual({ widthPx: 64, heightPx: 96 })
        const box: MaskBox = { x: 32, y: 72, width: 32, height: 24, reason: "" }
        const bytes = await bytesOf(await mask(lying, [box], original))
        const seen = decodeRaster(bytes, [])
        expect([seen.widthPx, seen.heightPx]).toEqual([64, 96])
        for (let y = 0; y < 96; y++)
            for (let x = 0; x < 64; x++) {
                const [red = 128] = pixel(seen, x, y)
                if (inBox(box, x, y)) expect(red, `${String(x)},${String(y)}`).toBeLessThan(8)
                else expect(red, `${String(x)},${String(y)}`).toBeGreaterThan(230)
            }
        expect(new TextDecoder("latin1").decode(bytes)).not.toMatch(/Exif|Sample/)
    })

    test("has the same bytes every time, and nothing of what it hides", async () => {
        const picture = pattern(40, 70)
        const whole: MaskBox = { x: 0, y: 0, width: 40, height: 70, reason: "" }
        const other = { ...picture, rgb: picture.rgb.map((value) => 255 - value) }
        const [first, again, hidden] = await Promise.all(
            [picture, picture, other].map(async (raster) => {
                const original = pngOf(raster)
                return bytesOf(await mask(await taken(original, "image/png"), [whole], original))
            }),
        )
        expect(again).toEqual(first)
        expect(hidden).toEqual(first)
    })

    test.each<readonly [string, (bytes: Uint8Array) => Uint8Array, Partial<LockEntry>, string]>([
        ["a damaged picture", (bytes) => bytes.slice(0, -40), {}, "raster.picture.cut-off"],
        [
            "a smaller picture than recorded",
            (bytes) => bytes,
            { widthPx: 20, heightPx: 20 },
            "evidence.mask.other-size",
        ],
        ["a larger picture than recorded", (bytes) => bytes, { widthPx: 90, heightPx: 90 }, "evidence.mask.other-size"],
    ])("%s stops the build instead of going out unmasked", async (_, damage, change, code) => {
        const original = pngOf(pattern(change.widthPx ?? 80, change.heightPx ?? 70))
        const recorded = await taken(pngOf(pattern(80, 70)), "image/png")
        const fault = await mask(recorded, [BOX], damage(original)).catch((thrown: unknown) => thrown)
        expect(fault).toBeInstanceOf(PacketError)
        expect((fault as PacketError).issues.map((issue) => [issue.code, issue.path])).toEqual([
            [code, ["evidence/聊天.png"]],
        ])
    })
})

test("a box counts as inside up to the last pixel and not beyond", () => {
    const picture = { widthPx: 40, heightPx: 60 }
    const inside = (x: number, y: number, width: number, height: number) =>
        isInside({ x, y, width, height, reason: "" }, picture)
    expect([inside(0, 0, 40, 60), inside(39, 59, 1, 1)]).toEqual([true, true])
    expect([inside(0, 0, 41, 60), inside(0, 0, 40, 61), inside(-1, 0, 5, 5), inside(0, 0, 0, 5)]).toEqual([
        false,
        false,
        false,
        false,
    ])
})
