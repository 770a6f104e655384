import { readFileSync } from "node:fs"
import { join } from "node:path"
import { buildSync } from "esbuild"
import { describe, expect, test } from "vitest"
import type { FontFile } from "../../../src/base/host.ts"
import { createFontSet } from "../../../src/typeset/font/fonts.ts"
import type { Face } from "../../../src/typeset/font/sfnt.ts"
import { subsetFont } from "../../../src/typeset/font/subset.ts"
import { openUserFont } from "../../../src/typeset/font/user-font.ts"
import { openFont } from "./files.ts"
import { type OracleFont, type OracleGlyph, oracle } from "./fontkit.ts"

const FIXTURES = join(import.meta.dirname, "fixtures")
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FIXTURES, name)))
const fileOf = (bytes: Uint8Array): FontFile => ({
    size: bytes.length,
    read(offset, length) {
        if (offset + length > bytes.length) throw new RangeError("read past the end")
        return bytes.slice(offset, offset + length)
    },
})
function open(bytes: Uint8Array, member?: string): Promise<Face> {
    const font = { file: fileOf(bytes), name: "我的字体.otf", serif: true, bold: false }
    return openUserFont(member === undefined ? font : { ...font, member })
}

const KINDS = [
    ["NotoSansCJKsc-part.otf", "NotoSansCJKsc-Regular", "永和九年的函样例鑫龘，“A9gÅé-("],
    ["EBGaramond-part.otf", "EBGaramond12-Regular", "AQRagk019ÅéÖ“—…"],
    ["NotoSans-part.woff", "NotoSans-Regular", "ABCÅéabcgxyz019"],
    ["NotoSerifSC-part.woff2", "NotoSerifSC-Regular", "永和九年的函样例，。“”Abcg019"],
] as const

describe.each(KINDS)("%s", (file, id, text) => {
    test("gives its glyphs, widths and name", async () => {
        const face = await open(bytesOf(file))
        const font = oracle(bytesOf(file))
        expect(face.id).toBe(id)
        for (const character of text) {
            const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0)
            expect(face.gid(character.codePointAt(0) ?? 0), character).toBe(glyph.id)
            expect(face.advance(glyph.id)).toBe(Math.round((glyph.advanceWidth * 1000) / font.unitsPerEm))
        }
        expect([face.gid(0x4e01), face.gid(0xe000), face.gid(0x10ffff)]).toEqual([0, 0, 0])
        expect(face.ascent).toBeGreaterThan(face.capHeight / 2)
        expect(face.descent).toBeLessThan(0)
    })

    test("draws the same outlines when embedded, to a thousandth of an em", async () => {
        const face = await open(bytesOf(file))
        const font = oracle(bytesOf(file))
        const gids = [...text].map((character) => face.gid(character.codePointAt(0) ?? 0))
        const subset = oracle(subsetFont(face, gids))
        for (const [i, character] of [...text].entries()) {
            const glyph = subset.getGlyph(i + 1)
            const advance = font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth
            expect(glyph.advanceWidth / subset.unitsPerEm).toBe(advance / font.unitsPerEm)
            const [expected, found] = [printed(file, character), drawn(glyph, subset)]
            expect(farthest(expected, found), character).toBeLessThan(0.001)
            expect(farthest(found, expected), character).toBeLessThan(0.001)
        }
    })
})

test("which the comparison would notice: another character is far away", () => {
    const file = "EBGaramond-part.otf"
    expect(farthest(printed(file, "Q"), printed(file, "R"))).toBeGreaterThan(0.02)
})

interface Outline {
    readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[]
    readonly unitsPerEm: number
}

const OUTLINES = JSON.parse(readFileSync(join(FIXTURES, "outlines.json"), "utf8")) as Record<
    string,
    Record<string, string>
>
const COMMANDS = { M: "moveTo", L: "lineTo", Q: "quadraticCurveTo", C: "bezierCurveTo", Z: "closePath" } as const

/** What fontTools says that the font draws; all fixtures have 1000 units to the em. */
function printed(file: string, character: string): Outline {
    const commands = [...(OUTLINES[file]?.[character] ?? "").matchAll(/([MLQCZ])([^MLQCZ]*)/g)].map(
        ([, letter, args = ""]) => ({
            command: COMMANDS[letter as keyof typeof COMMANDS],
            args: args === "" ? [] : args.split(" ").map(Number),
        }),
    )
    return { commands, unitsPerEm: 1000 }
}

function drawn(glyph: OracleGlyph, { unitsPerEm }: OracleFont): Outline {
    return { commands: glyph.path.commands as Outline["commands"], unitsPerEm }
}

/** The greatest distance, in ems, from a point of one outline to the other outline. */
function farthest(from: Outline, to: Outline): number {
    const lines = flatten(to, 24)
    const sides = lines.flatMap((line) => line.slice(1).map((end, i) => [...(line[i] ?? [0, 0]), ...end] as const))
    let most = lines.length > 0 && from.commands.length > 0 ? 0 : 1
    for (const [x, y] of flatten(from, 7).flat()) {
        let nearest = Number.POSITIVE_INFINITY
        for (const [ax, ay, bx, by] of sides) nearest = Math.min(nearest, squareDistance(x, y, ax, ay, bx, by))
        most = Math.max(most, Math.sqrt(nearest))
    }
    return most
}

type Place = readonly [number, number]

/** Contours as lines of so many steps for each curve, in ems. */
function flatten({ commands, unitsPerEm }: Outline, steps: number): Place[][] {
    const contours: Place[][] = []
    for (const { command, args } of commands) {
        const points = Array.from({ length: args.length / 2 }, (_, i): Place => {
            return [(args[2 * i] ?? 0) / unitsPerEm, (args[2 * i + 1] ?? 0) / unitsPerEm]
        })
        if (command === "moveTo") contours.push(points)
        const contour = contours.at(-1) ?? []
        const start = contour.at(-1) ?? [0, 0]
        if (command === "closePath") contour.push(contour[0] ?? [0, 0])
        else if (command !== "moveTo")
            for (let i = 1; i <= steps; i++) contour.push(bezier([start, ...points], i / steps))
    }
    return contours
}

/** Point of a Bézier curve of any degree (de Casteljau). */
function bezier(points: readonly Place[], t: number): Place {
    const [first = [0, 0] as const, ...rest] = points
    if (rest.length === 0) return first
    return bezier(
        rest.map(([x, y], i): Place => {
            const [px, py] = points[i] ?? [0, 0]
            return [px + (x - px) * t, py + (y - py) * t]
        }),
        t,
    )
}

/** Square of the distance of a point from a side. */
function squareDistance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
    const [dx, dy] = [bx - ax, by - ay]
    const length = dx * dx + dy * dy
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
    return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2
}

describe("what may not be embedded is refused", () => {
    test.each([
        [0x0002, "no-embedding"],
        [0x0100, "no-subsetting"],
        [0x0108, "no-subsetting"],
        [0x0200, "bitmaps-only"],
    ])("fsType %i", async (fsType, rule) => {
        for (const bytes of [bytesOf("EBGaramond-part.otf"), plainFont()])
            await expect(open(withFsType(bytes, fsType))).rejects.toMatchObject({
                issues: [{ code: "font.user.restricted", params: { file: "我的字体.otf", rule } }],
            })
    })

    test.each([0x0000, 0x0004, 0x0008, 0x000a])("and fsType %i may be", async (fsType) => {
        expect((await open(withFsType(bytesOf("EBGaramond-part.otf"), fsType))).id).toBe("EBGaramond12-Regular")
        expect((await open(withFsType(plainFont(), fsType))).id).toBe("NotoSans-Regular")
    })
})

function plainFont(): Uint8Array {
    const file = openFont("NotoSans-Regular.ttf")
    return file.read(0, file.size)
}

/** The font with other licence flags; no reader checks the table's sum. */
function withFsType(bytes: Uint8Array, fsType: number): Uint8Array {
    const out = bytes.slice()
    const view = new DataView(out.buffer)
    for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16)
        if (Buffer.from(out.subarray(at, at + 4)).toString("latin1") === "OS/2")
            view.setUint16(view.getUint32(at + 8) + 8, fsType)
    return out
}

describe("what is no font is refused", () => {
    const good = bytesOf("EBGaramond-part.otf")
    test.each([
        ["nothing", new Uint8Array(0)],
        ["text", new TextEncoder().encode("this is not a font, whatever its name says; far from it")],
        ["half a font", good.slice(0, good.length / 2)],
        ["half a TrueType font", plainFont().slice(0, 2000)],
        ["half a WOFF2 font", bytesOf("NotoSerifSC-part.woff2").slice(0, 900)],
        ["a font without outlines", withoutTable(good, "CFF ")],
    ])("%s", async (_, bytes) => {
        await expect(open(bytes)).rejects.toMatchObject({
            issues: [{ code: "font.user.unreadable", params: { file: "我的字体.otf" } }],
        })
    })
})

function withoutTable(bytes: Uint8Array, tag: string): Uint8Array {
    const out = bytes.slice()
    for (let at = 12; at < 12 + 16 * new DataView(out.buffer).getUint16(4); at += 16)
        if (Buffer.from(out.subarray(at, at + 4)).toString("latin1") === tag) out[at] = 0x58
    return out
}

describe("a collection", () => {
    const collection = collect([bytesOf("EBGaramond-part.otf"), bytesOf("NotoSansCJKsc-part.otf")])
    test("gives its first font, or the one named", async () => {
        expect((await open(collection)).id).toBe("EBGaramond12-Regular")
        const face = await open(collection, "NotoSansCJKsc-Regular")
        expect(face.id).toBe("NotoSansCJKsc-Regular")
        expect(face.outline(face.gid(0x6c38)).length).toBeGreaterThan(50)
    })
    test("without the one named is refused", async () => {
        await expect(open(collection, "SimSun")).rejects.toMatchObject({ issues: [{ code: "font.user.unreadable" }] })
    })
})

/** A TrueType collection (OpenType 1.9 §otff): fonts one after the other, their table offsets counted from its start. */
function collect(fonts: readonly Uint8Array[]): Uint8Array {
    let at = 12 + 4 * fonts.length
    const header = new DataView(new ArrayBuffer(at))
    header.setUint32(0, 0x74746366)
    header.setUint32(4, 0x00010000)
    header.setUint32(8, fonts.length)
    const parts = fonts.map((bytes, i) => {
        const out = bytes.slice()
        const view = new DataView(out.buffer)
        for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16)
            view.setUint32(entry + 8, view.getUint32(entry + 8) + at)
        header.setUint32(12 + 4 * i, at)
        at += out.length
        return out
    })
    return new Uint8Array(Buffer.concat([new Uint8Array(header.buffer), ...parts]))
}

describe("in a font set", () => {
    test("it comes first in its family and weight, and what it lacks comes from ours", async () => {
        const fonts = createFontSet(openFont, { serif: { 400: await open(bytesOf("NotoSansCJKsc-part.otf")) } })
        const faces = (text: string, weight: 400 | 700, family: "serif" | "sans" = "serif") =>
            fonts.shape(text, { family, weight }).map(({ face }) => face)
        expect(faces("永东☑", 400)).toEqual([
            "NotoSansCJKsc-Regular",
            "NotoSerifSC-Regular",
            "NotoSansSymbols2-Regular",
        ])
        expect(faces("永", 700)).toEqual(["NotoSerifSC-Bold"])
        expect(faces("永", 400, "sans")).toEqual(["NotoSansSC-Regular"])
        expect(fonts.missing("永東☑", { family: "serif", weight: 400 })).toEqual([])
        expect(fonts.missing("ا", { family: "serif", weight: 400 })).toEqual(["ا"])
    })

    test("quotes have the width their neighbours want", async () => {
        const quotes = async (file: string, text: string) => {
            const fonts = createFontSet(openFont, { serif: { 400: await open(bytesOf(file)) } })
            return fonts
                .shape(text, { family: "serif", weight: 400 })
                .filter((glyph) => "“”".includes(glyph.text))
                .map(({ face, advance }) => [face, advance > 800])
        }
        const [chinese, latin] = ["他说“好”。", "he said “yes” to it"]
        const cjk = "NotoSansCJKsc-part.otf"
        const roman = "EBGaramond-part.otf"
        expect(await quotes(cjk, chinese)).toEqual(Array(2).fill(["NotoSansCJKsc-Regular", true]))
        expect(await quotes(cjk, latin)).toEqual(Array(2).fill(["NotoSerifSC-Regular", false]))
        expect(await quotes(roman, chinese)).toEqual(Array(2).fill(["NotoSerifSC-Regular", true]))
        expect(await quotes(roman, latin)).toEqual(Array(2).fill(["EBGaramond12-Regular", false]))
    })

    test("another version of one of our fonts is not mistaken for it", async () => {
        const fonts = createFontSet(openFont, { sans: { 400: await open(bytesOf("NotoSans-part.woff")) } })
        const [own, user] = fonts.shape("ЖA", { family: "sans", weight: 400 })
        expect([own?.face, user?.face]).toEqual(["NotoSansSC-Regular", "NotoSans-Regular-2"])
        expect(fonts.face("NotoSans-Regular-2").id).toBe("NotoSans-Regular-2")
    })
})

test("an ordinary TrueType file is read in part only", async () => {
    const counted = openFont("NotoSerifSC-Regular.ttf")
    const face = await openUserFont({ file: counted, name: "a.ttf", serif: true, bold: false })
    face.outline(face.gid(0x6c38))
    expect(counted.bytesRead).toBeLessThan(400_000)
})

test("fontkit is not loaded before a font needs it", () => {
    const root = join(import.meta.dirname, "../../..")
    const { metafile } = buildSync({
        absWorkingDir: root,
        entryPoints: ["src/flows/print/compose.ts", "src/typeset/font/user-font.ts"],
        bundle: true,
        splitting: true,
        format: "esm",
        platform: "node",
        mainFields: ["module", "main"],
        outdir: "unused",
        write: false,
        metafile: true,
    })
    const hasFontkit = (path: string) =>
        Object.keys(metafile.outputs[path]?.inputs ?? {}).some((input) => input.includes("@pdf-lib/fontkit"))
    const loaded = new Set<string>()
    const load = (path: string): void => {
        if (loaded.has(path)) return
        loaded.add(path)
        for (const { path: next, kind } of metafile.outputs[path]?.imports ?? [])
            if (kind === "import-statement") load(next)
    }
    for (const [path, { entryPoint }] of Object.entries(metafile.outputs))
        if (entryPoint?.startsWith("src/")) load(path)
    expect(Object.keys(metafile.outputs).some(hasFontkit)).toBe(true)
    expect([...loaded].filter(hasFontkit)).toEqual([])
})
