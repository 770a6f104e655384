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

/** The face of Hangul, Yi and the signs with which people ornament their nicknames. */
export const ORNAMENTS = "HangulOrnaments"

// Everything in it, as `fonts/hangul-ornaments.py` prints it.
const ORNAMENT_RANGES = [
    [0x531, 0x556],
    [0x559, 0x58a],
    [0x99e, 0x99e],
    [0x9ce, 0x9ce],
    [0x9e1, 0x9e1],
    [0x9e6, 0x9ef],
    [0xa87, 0xa87],
    [0xae6, 0xaef],
    [0xb13, 0xb13],
    [0xb18, 0xb18],
    [0xb66, 0xb6f],
    [0xca0, 0xca0],
    [0xca5, 0xca5],
    [0xcc3, 0xcc3],
    [0xce6, 0xcef],
    [0xe4f, 0xe5b],
    [0xed0, 0xed9],
    [0xf01, 0xf14],
    [0xf1a, 0xf3f],
    [0xf71, 0xf72],
    [0xf7a, 0xf7d],
    [0xf80, 0xf80],
    [0xf84, 0xf87],
    [0xfbe, 0xfc5],
    [0xfc7, 0xfcc],
    [0xfce, 0xfd4],
    [0x1017, 0x1017],
    [0x1040, 0x1049],
    [0x10a0, 0x10c5],
    [0x10d0, 0x10ff],
    [0x13a0, 0x13f5],
    [0x1400, 0x167f],
    [0x16a0, 0x16f8],
    [0x1760, 0x176c],
    [0x176e, 0x1770],
    [0x1863, 0x1863],
    [0x1950, 0x196d],
    [0x1970, 0x1974],
    [0x1a5a, 0x1a5a],
    [0x1a63, 0x1a63],
    [0x1aa0, 0x1aa6],
    [0x1aa8, 0x1aad],
    [0x1b01, 0x1b01],
    [0x1b0a, 0x1b0a],
    [0x1b44, 0x1b44],
    [0x1b50, 0x1b6a],
    [0x1bc0, 0x1be5],
    [0x1bfc, 0x1c23],
    [0x1c3b, 0x1c3f],
    [0x3131, 0x3163],
    [0x3165, 0x318e],
    [0x3200, 0x321e],
    [0x3260, 0x327f],
    [0xa000, 0xa48c],
    [0xa490, 0xa4c6],
    [0xa51b, 0xa51b],
    [0xa564, 0xa565],
    [0xa9b4, 0xa9bf],
    [0xa9c1, 0xa9cd],
    [0xa9de, 0xa9df],
    [0xaa5c, 0xaa5f],
    [0xaa94, 0xaa94],
    [0xaa9c, 0xaa9c],
    [0xaac2, 0xaac2],
    [0xaadb, 0xaadb],
    [0xac00, 0xd7a3],
    [0x1065a, 0x1065a],
    [0x10b69, 0x10b69],
    [0x13080, 0x13080],
    [0x13082, 0x13083],
    [0x130d7, 0x130d7],
    [0x130e0, 0x130e0],
    [0x130f0, 0x130f0],
    [0x13153, 0x13153],
    [0x1316a, 0x1316a],
    [0x13189, 0x13189],
    [0x1318f, 0x1318f],
    [0x13199, 0x13199],
    [0x1319c, 0x131a1],
    [0x131a9, 0x131aa],
    [0x131b8, 0x131b8],
    [0x131e2, 0x131e2],
    [0x131fc, 0x131fd],
    [0x13208, 0x13208],
    [0x13212, 0x13212],
    [0x13286, 0x13287],
    [0x1329d, 0x1329d],
    [0x132f9, 0x132f9],
    [0x132fc, 0x132fc],
    [0x13309, 0x13309],
    [0x1334a, 0x1334a],
    [0x13362, 0x13362],
    [0x1336f, 0x1336f],
    [0x1337c, 0x1337c],
    [0x133a9, 0x133a9],
    [0x133f2, 0x133f2],
    [0x133f8, 0x133f8],
    [0x16910, 0x16910],
    [0x16954, 0x16954],
    [0x169b9, 0x169b9],
    [0x169f7, 0x169f7],
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
    { id: "NotoSansMono-Regular", file: "NotoSansMono-Regular.ttf", serif: false, bold: false },
    { id: "NotoSansSymbols2-Regular", file: "NotoSansSymbols2-Regular.ttf", serif: false, bold: false },
    {
        id: "NotoSansMath-Regular",
        file: "NotoSansMath-Regular.ttf",
        serif: false,
        bold: false,
        ranges: MATH_RANGES,
    },
    { id: "NotoEmoji-Regular", file: "NotoEmoji-Regular.ttf", serif: false, bold: false, keycaps: KEYCAPS },
    {
        id: ORNAMENTS,
        file: "HangulOrnaments.ttf.gz",
        serif: false,
        bold: false,
        packed: true,
        ranges: ORNAMENT_RANGES,
    },
    { id: "HanaMinB", file: "HanaMinB.ttf.gz", serif: true, bold: false, packed: true, ranges: HANA_RANGES },
]
