import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { FACES } from "../../../src/typeset/font/faces.data.ts"
import { FONTS } from "./files.ts"

interface Listed {
    id: string
    file: string
    source: string
    version: string
    licence: string
    licenceFile: string
    sha256: string
    bytes: number
    unpackedSha256?: string
}
const listed = JSON.parse(readFileSync(join(FONTS, "fonts.json"), "utf8")) as Listed[]
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

describe("fonts.json", () => {
    test.each(listed)("says the size and hash of $file, and the licence lies beside it", (font) => {
        const bytes = readFileSync(join(FONTS, font.file))
        expect({ bytes: bytes.length, sha256: sha256(bytes) }).toEqual({ bytes: font.bytes, sha256: font.sha256 })
        if (font.unpackedSha256 !== undefined) expect(sha256(gunzipSync(bytes))).toBe(font.unpackedSha256)
        expect(readFileSync(join(FONTS, font.licenceFile), "utf8")).toMatch(
            /SIL OPEN FONT LICENSE|Hanazono Font License/,
        )
        for (const word of [font.source, font.version, font.licence]) expect(word).not.toBe("")
    })

    test("lists every font of the folder, and the code knows the same faces", () => {
        const files = readdirSync(FONTS).filter((name) => /\.(?:ttf|gz|otf|woff2?)$/.test(name))
        expect(listed.map(({ file }) => file).sort()).toEqual(files.sort())
        expect(FACES.map(({ id, file }) => ({ id, file }))).toEqual(listed.map(({ id, file }) => ({ id, file })))
    })

    test("and the README names every font, its version and its hash", () => {
        const readme = readFileSync(join(FONTS, "README.md"), "utf8")
        for (const { file, version, sha256: hash, licenceFile } of listed)
            for (const word of [file, version, hash, licenceFile]) expect(readme).toContain(word)
    })
})
