import { expect, test } from "vitest"
import { FACES, ORNAMENTS } from "../../../src/typeset/font/faces.data.ts"
import { createFontSet } from "../../../src/typeset/font/fonts.ts"
import { openFont } from "./files.ts"

const fonts = createFontSet(openFont)

test("the ranges of the ornaments are exactly what the face has, all of it drawn", () => {
    const face = fonts.face(ORNAMENTS)
    const ranges = FACES.find(({ id }) => id === ORNAMENTS)?.ranges ?? []
    const has = (point: number) => ranges.some(([first, last]) => point >= first && point <= last)
    const points = Array.from({ length: 0x20000 }, (_, point) => point)
    const wrong = points.filter((point) => {
        const gid = face.gid(point)
        return (gid !== 0) !== has(point) || (gid !== 0 && !face.hasInk(gid))
    })
    expect(wrong.map((point) => point.toString(16))).toEqual([])
})

test("what one style can print, every style can", () => {
    const others = (["serif", "sans"] as const).flatMap((family) =>
        ([400, 700] as const).map((weight) => ({ family, weight })),
    )
    const points = Array.from({ length: 0x30000 - 0x20 }, (_, i) => i + 0x20).filter((p) => p < 0xd800 || p > 0xf8ff)
    for (let at = 0; at < points.length; at += 4096) {
        const text = String.fromCodePoint(...points.slice(at, at + 4096))
        const [first, ...rest] = others.map((style) => fonts.missing(text, style).join(" "))
        for (const other of rest) expect(other).toBe(first)
    }
})
