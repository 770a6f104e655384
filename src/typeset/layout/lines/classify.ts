import {
    CLOSERS,
    DASHES,
    ELLIPSES,
    NARROW_POINTS,
    NUMERALS,
    OPENERS,
    POINTS,
    POSTFIXES,
    PREFIXES,
    WORD_SIGNS,
    ZONES,
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

/** What a cluster is by itself, found once for each. */
export interface Character {
    readonly cls: BreakClass
    /** Its class depends on its neighbours: quotes, apostrophes, dashes, marks. */
    readonly contextual: boolean
    /** An ideograph or kana with nothing special about it: between two of these a line may always end. */
    readonly ordinary: boolean
}

const CHARACTERS = new Map<string, Character>()

/** Class of a cluster by its first character. */
export function characterOf(cluster: string): Character {
    let known = CHARACTERS.get(cluster)
    if (known === undefined) {
        const c = String.fromCodePoint(cluster.codePointAt(0) ?? 0x20)
        const cls = TABLE.get(c) ?? (DIGIT.test(c) ? "digit" : LATIN.test(c) ? "latin" : "cjk")
        const contextual = "\"'’—".includes(c) || isMark(cluster)
        known = { cls, contextual, ordinary: cls === "cjk" && !contextual && isHan(cluster) && !SPECIAL.has(cluster) }
        CHARACTERS.set(cluster, known)
    }
    return known
}

/** Ideographs that line breaking knows by themselves. */
const SPECIAL = new Set([...NUMERALS, ...ZONES.join("")])

/** A cluster whose class is still to be settled. */
export interface Unsettled {
    readonly text: string
    cls: BreakClass
}

/**
 * Settles the classes that depend on neighbours, in order. Straight quotes open and close in turn; a curly or straight
 * single quote between letters is an apostrophe.
 */
export function settleClasses(clusters: readonly Unsettled[]): void {
    const open = new Set<string>()
    for (const [i, cluster] of clusters.entries())
        if (characterOf(cluster.text).contextual) cluster.cls = classInContext(clusters, i, open)
}

function classInContext(clusters: readonly Unsettled[], i: number, open: Set<string>): BreakClass {
    const text = clusters[i]?.text ?? ""
    const [before, after] = [clusters[i - 1], clusters[i + 1]]
    if (isMark(text) && before) return before.cls
    const c = text[0] ?? ""
    if ((c === "’" || c === "'") && isWord(before?.text) && isWord(after?.text)) return "latin"
    if (c === '"' || c === "'") {
        if (!open.delete(c)) {
            open.add(c)
            return "open"
        }
        return "close"
    }
    // One stroke alone connects two things (§5.1.6 一字线) and may not begin a line; two are a dash, which may.
    if (c === "—" && text === c && before?.text !== c && after?.text !== c) return "point"
    return characterOf(text).cls
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
