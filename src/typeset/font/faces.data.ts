import type { FaceId } from "./face.ts"

/** What must be known of a font before its file is opened. Belongs to exactly the files of `fonts/fonts.json`. */
export interface FaceRecord {
    readonly id: FaceId
    /** File name in `fonts/`. */
    readonly file: string
    readonly serif: boolean
    readonly bold: boolean
    /** Packed by `fonts/block-gzip.mjs`. */
    readonly packed?: true
    /** A font of the user's, of which nothing more is known. */
    readonly foreign?: true
    /** Code points worth opening the file for, as inclusive ranges; absent: any. */
    readonly ranges?: readonly (readonly [first: number, last: number])[]
    /** Code points that the face has but must not be used for, because their glyph misleads. */
    readonly not?: readonly number[]
    /**
     * Glyphs of ‘ ’ “ ” as wide as Latin ones (GSUB feature `pwid`); the ones in the cmap are one em wide. Reading
     * GSUB at run time for four glyphs would cost more than this table, which a test recomputes.
     */
    readonly narrowQuotes?: Readonly<Record<number, number>>
    /** Glyph of the Chinese dash —— as one stroke of two ems (GSUB feature `fwid` after `ccmp`). */
    readonly doubleDash?: number
    /** Glyphs of the keycap sequences (digit, U+FE0F, U+20E3), by first code point (GSUB feature `ccmp`). */
    readonly keycaps?: Readonly<Record<number, number>>
}

// • and ‧ share the glyph of · in the sans face, so that a bullet would look like a name's separator.
const BULLETS = [0x2022, 0x2027]

const SANS_QUOTES = { 8216: 30416, 8217: 30417, 8220: 30419, 8221: 30420 }
const SERIF_QUOTES = { 8216: 30441, 8217: 30442, 8220: 30444, 8221: 30445 }

// Extensions B to F. Its few other characters (space, a dozen signs and hanzi) are in every other face too.
const HANA_RANGES = [
    [0x20000, 0x2a6d6],
    [0x2a700, 0x2b734],
    [0x2b740, 0x2b81d],
    [0x2b820, 0x2cea1],
    [0x2ceb0, 0x2ebe0],
] as const

// Without its Arabic letters, which would stand unjoined and in the wrong order.
const MATH_RANGES = [
    [0x2000, 0x2bff],
    [0x1d400, 0x1d7ff],
] as const

const KEYCAPS = {
    35: 1546,
    42: 1547,
    49: 1548,
    50: 1549,
    51: 1550,
    52: 1551,
    53: 1552,
    54: 1553,
    55: 1554,
    56: 1555,
    57: 1556,
    48: 1557,
}

/** All faces of `fonts/`. */
export const FACES: readonly FaceRecord[] = [
    {
        id: "NotoSansSC-Regular",
        file: "NotoSansSC-Regular.ttf",
        serif: false,
        bold: false,
        not: BULLETS,
        narrowQuotes: SANS_QUOTES,
        doubleDash: 30430,
    },
    {
        id: "NotoSansSC-Bold",
        file: "NotoSansSC-Bold.ttf",
        serif: false,
        bold: true,
        not: BULLETS,
        narrowQuotes: SANS_QUOTES,
        doubleDash: 30430,
    },
    {
        id: "NotoSerifSC-Regular",
        file: "NotoSerifSC-Regular.ttf",
        serif: true,
        bold: false,
        not: BULLETS,
        narrowQuotes: SERIF_QUOTES,
        doubleDash: 30455,
    },
    {
        id: "NotoSerifSC-Bold",
        file: "NotoSerifSC-Bold.ttf",
        serif: true,
        bold: true,
        not: BULLETS,
        narrowQuotes: SERIF_QUOTES,
        doubleDash: 30455,
    },
    { id: "NotoSans-Regular", file: "NotoSans-Regular.ttf", serif: false, bold: false },
    { id: "NotoSans-Bold", file: "NotoSans-Bold.ttf", serif: false, bold: true },
    { id: "NotoSansSymbols2-Regular", file: "NotoSansSymbols2-Regular.ttf", serif: false, bold: false },
    {
        id: "NotoSansMath-Regular",
        file: "NotoSansMath-Regular.ttf",
        serif: false,
        bold: false,
        ranges: MATH_RANGES,
    },
    { id: "NotoEmoji-Regular", file: "NotoEmoji-Regular.ttf", serif: false, bold: false, keycaps: KEYCAPS },
    { id: "HanaMinB", file: "HanaMinB.ttf.gz", serif: true, bold: false, packed: true, ranges: HANA_RANGES },
]
