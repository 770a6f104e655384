import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import fontkit from "@pdf-lib/fontkit"
import { FONTS } from "./files.ts"

/** What the tests use of @pdf-lib/fontkit, the second opinion on fonts. */
export interface OracleGlyph {
    readonly id: number
    readonly advanceWidth: number
    readonly path: { readonly commands: readonly unknown[]; toSVG(): string }
}
export interface OracleFont {
    readonly unitsPerEm: number
    readonly numGlyphs: number
    readonly characterSet: readonly number[]
    readonly postscriptName: string
    getGlyph(gid: number): OracleGlyph
    glyphForCodePoint(codePoint: number): OracleGlyph
    layout(text: string, features?: readonly string[]): { readonly glyphs: readonly OracleGlyph[] }
}

/** A font program as fontkit reads it. */
export function oracle(bytes: Uint8Array): OracleFont {
    return fontkit.create(bytes) as unknown as OracleFont
}

const opened = new Map<string, OracleFont>()
/** A file of `fonts/` as fontkit reads it. */
export function oracleOf(file: string): OracleFont {
    let font = opened.get(file)
    if (font === undefined) {
        const bytes = readFileSync(join(FONTS, file))
        font = oracle(file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
        opened.set(file, font)
    }
    return font
}
