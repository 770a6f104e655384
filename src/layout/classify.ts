import { CLOSERS, DASHES, ELLIPSES, NARROW_POINTS, OPENERS, POINTS, POSTFIXES, PREFIXES } from "./break-classes.data.ts"

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
    /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]|[!-~]/u
const WIDE = /[\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/u

/**
 * Classes of a line of text, one per cluster. Straight quotes open and close in turn; a curly or straight single quote
 * between letters is an apostrophe.
 *
 * @param clusters - Text of each cluster; its first character decides.
 */
export function classify(clusters: readonly string[]): BreakClass[] {
    const open = new Set<string>()
    return clusters.map((cluster, i) => {
        const c = String.fromCodePoint(cluster.codePointAt(0) ?? 0x20)
        if ((c === "’" || c === "'") && isWord(clusters[i - 1]) && isWord(clusters[i + 1])) return "latin"
        if (c === '"' || c === "'") {
            if (!open.delete(c)) {
                open.add(c)
                return "open"
            }
            return "close"
        }
        const listed = TABLE.get(c)
        if (listed) return listed
        if (WIDE.test(c)) return "cjk"
        if (DIGIT.test(c)) return "digit"
        return LATIN.test(c) ? "latin" : "cjk"
    })
}

function isWord(cluster: string | undefined): boolean {
    return cluster !== undefined && /^[\p{Script=Latin}\p{Nd}]/u.test(cluster)
}

/** True for a character that Han-Latin spacing regards as Han: ideographs and kana, no punctuation, no symbols. */
export function isHan(cluster: string): boolean {
    return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(cluster)
}
