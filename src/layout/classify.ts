import {
    CLOSERS,
    DASHES,
    ELLIPSES,
    NARROW_POINTS,
    OPENERS,
    POINTS,
    POSTFIXES,
    PREFIXES,
    WORD_SIGNS,
} from "./break-classes.data.ts"

/** How a character behaves at the ends of lines. `digit` and `latin` make words; `cjk` breaks on both sides. */
export type BreakClass =
    | "space"
    | "glue"
    | "open"
    | "close"
    | "point"
    | "narrow-point"
    | "postfix"
    | "prefix"
    | "dash"
    | "ellipsis"
    | "digit"
    | "latin"
    | "cjk"

const TABLE = new Map<string, BreakClass>()
const rows: readonly (readonly [string, BreakClass])[] = [
    [POINTS, "point"],
    [NARROW_POINTS, "narrow-point"],
    [POSTFIXES, "postfix"],
    [PREFIXES, "prefix"],
    [WORD_SIGNS, "latin"],
    [DASHES, "dash"],
    [ELLIPSES, "ellipsis"],
    [OPENERS, "open"],
    [CLOSERS, "close"],
    [" ", "space"],
    ["\u00A0\u202F\u2060\uFEFF", "glue"],
]
for (const [characters, cls] of rows) for (const c of characters) TABLE.set(c, cls)

const DIGIT = /\p{Nd}/u
const LATIN =
    /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]|[!-~]|[Ａ-Ｚａ-ｚ]/u
/** What belongs to the character before it: combining marks, selectors, joiners, skin tones, tags. */
const MARK = /^(?:\p{M}|\u200D|[\u{1F3FB}-\u{1F3FF}]|[\u{E0020}-\u{E007F}])/u

/**
 * Classes of a line of text, one per cluster. Straight quotes open and close in turn; a curly or straight single quote
 * between letters is an apostrophe.
 *
 * @param clusters - Text of each cluster; its first character decides.
 */
export function classify(clusters: readonly string[]): BreakClass[] {
    const open = new Set<string>()
    const classes: BreakClass[] = []
    for (const [i, cluster] of clusters.entries()) {
        const before = classes[i - 1]
        classes.push(isMark(cluster) && before !== undefined ? before : classOf(clusters, i, open))
    }
    return classes
}

function classOf(clusters: readonly string[], i: number, open: Set<string>): BreakClass {
    const cluster = clusters[i] ?? ""
    const c = String.fromCodePoint(cluster.codePointAt(0) ?? 0x20)
    if ((c === "’" || c === "'") && isWord(clusters[i - 1]) && isWord(clusters[i + 1])) return "latin"
    if (c === '"' || c === "'") {
        if (!open.delete(c)) {
            open.add(c)
            return "open"
        }
        return "close"
    }
    // One stroke alone connects two things (§5.1.6 一字线) and may not begin a line; two are a dash, which may.
    if (c === "—" && cluster === c && clusters[i - 1] !== c && clusters[i + 1] !== c) return "point"
    const listed = TABLE.get(c)
    if (listed) return listed
    if (DIGIT.test(c)) return "digit"
    if (LATIN.test(c)) return "latin"
    return "cjk"
}

/** True for a cluster that belongs to the one before it. */
export function isMark(cluster: string): boolean {
    return MARK.test(cluster)
}

function isWord(cluster: string | undefined): boolean {
    return cluster !== undefined && /^[\p{Script=Latin}\p{Nd}]/u.test(cluster)
}

/** True for a character that Han-Latin spacing regards as Han: ideographs and kana, no punctuation, no symbols. */
export function isHan(cluster: string): boolean {
    return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(cluster)
}
