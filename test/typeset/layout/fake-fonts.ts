import type { FontSet } from "../../../src/typeset/font/face.ts"

/** Fonts of the simplest metrics: one em for CJK and full-width forms, half an em for the rest; 龘 is in none. */
export const fakeFonts: FontSet = {
    shape: (text, style) =>
        [...text].map((c) => ({
            face: `${style.family}-${String(style.weight)}`,
            gid: c === "龘" ? 0 : (c.codePointAt(0) ?? 0),
            text: c,
            advance: /[\u2014\u2018-\u201D\u2026\u25A0-\u25FF\u2E80-\uFFEF]|[\u{20000}-\u{3FFFF}]/u.test(c)
                ? 1000
                : 500,
        })),
    missing: (text) => (text.includes("龘") ? ["龘"] : []),
    kern: () => 0,
}
