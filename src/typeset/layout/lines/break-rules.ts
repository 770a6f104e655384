import { ID_SEPARATORS, NUMERALS, RANGES, SLASHES, UNITS, ZONES } from "./break-classes.data.ts"
import { type BreakClass, isHan, isMark } from "./classify.ts"

/**
 * Where a line may end, the better the lower: 1 anywhere in text; 2 inside what is better kept whole (a date and its
 * time, a telephone number, an address after a separator); 3 in a long id; 4 in a word; 0 never.
 */
export type BreakLevel = 0 | 1 | 2 | 3 | 4

/** A cluster as line breaking and spacing need it. */
export interface Joined {
    readonly text: string
    readonly cls: BreakClass
    readonly code: boolean
    readonly latinContext: boolean
    readonly sizePt: number
    readonly advancePt: number
}

/** Codes shorter than this are words: they move to the next line whole. */
const LONG_CODE = 17
/** No word of a language is this long: an id that nobody marked as one. */
const LONG_WORD = 25
/** A reference with hyphens at least this long may end a line after one of them. */
const LONG_REFERENCE = 14
const MONTHS =
    /^(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|August|September|October|November|December)$/
/** Symbols of assets and units after a number: BTC, USDT, kg, m²; a name (`100 Xugou Road`) has one capital. */
const MEASURES =
    /^(?:\p{Lu}|(?=.*\p{Lu}{2})\p{Lu}[\p{Lu}a-z]{1,9}|[kmcnµμ]?(?:m|g|s|W|V|A|B|b|Hz|bits?|l|L)[²³]?|px|pt|min|h|d)$/u
/** Words that are read with the number after them. */
const COUNTED = /^(?:Nos?|Art|Arts|Sec|Fig|pp?|Vol|Ch|para)$/

/** Full-width; a blank to write on has no text and is none. */
export function isWide(cluster: Joined): boolean {
    return cluster.text !== "" && cluster.advancePt >= 0.9 * cluster.sizePt
}

/** The rules of line breaking between cluster `i` and the next; the first that applies decides. */
export function breakBetween(clusters: readonly Joined[], i: number): BreakLevel {
    const a = clusters[i]
    const b = clusters[i + 1]
    if (!a || !b) return 0
    if (b.cls === "space" || a.cls === "glue" || b.cls === "glue") return 0
    if (isMark(b.text) || a.text.endsWith("\u200D") || (isFlag(a.text) && isFlag(b.text))) return 0
    const byte = besideByte(clusters, i)
    if (byte !== undefined) return byte
    if (b.cls === "close" || b.cls === "point" || b.cls === "narrow-point" || b.cls === "postfix")
        return inLongCode(clusters, i)
    if (b.cls === "ellipsis" || (a.cls === "dash" && b.cls === "dash")) return 0
    if (a.cls === "open" || a.cls === "prefix") return inLongCode(clusters, i)
    if (a.cls === "space") return afterSpace(clusters, i, b)
    if (isCode(a) && isCode(b)) return inCode(clusters, i)
    return besideSign(clusters, i, a, b) ?? inNumber(clusters, i, a, b) ?? inText(clusters, i, a, b)
}

/** Separating marks, connecting marks, hyphens and signs of currency, where the other side is not a Latin word. */
function besideSign(clusters: readonly Joined[], i: number, a: Joined, b: Joined): BreakLevel | undefined {
    if (SLASHES.includes(b.text) && !(isWordPart(a) && isWordPart(b))) return 0
    if (SLASHES.includes(a.text) && !(isWordPart(a) && isWordPart(b) && isWordPart(clusters[i - 1] ?? b))) return 0
    if (a.cls === "point" && RANGES.includes(a.text)) return isWordPart(clusters[i - 1] ?? a) && isWordPart(b) ? 2 : 1
    if (b.text === "-" && !isWordPart(a) && clusters[i + 2]?.cls !== "digit") return 0
    if (b.cls === "prefix" && isWordPart(a) && !isWide(b) && !/[#№□☐☑☒■]/.test(b.text)) return 0
    return undefined
}

/** Numbers with what is counted, and dates. */
function inNumber(clusters: readonly Joined[], i: number, a: Joined, b: Joined): BreakLevel | undefined {
    const before = clusters[i - 1]
    if (a.cls === "digit" && UNITS.includes(b.text)) return 0
    if (NUMERALS.includes(a.text) && before?.cls === "digit" && UNITS.includes(b.text)) return 0
    if ((a.text === "第" || a.text === "见") && isWordPart(b)) return 0
    // 字〔2023〕0007号 is read as one word.
    if (b.text === "〔" && isHan(a.text) && clusters[i + 2]?.cls === "digit") return 4
    if (a.text === "〕" && b.cls === "digit" && before?.cls === "digit") return 4
    // 2023年3月21日9时30分
    if (b.cls === "digit" && before?.cls === "digit" && /^[年月日时点分]$/.test(a.text)) return 2
    // 01:49:08（北京时间）
    if (b.cls === "open" && a.cls === "digit" && ZONES.some((zone) => follows(clusters, i + 2, zone))) return 2
    return ZONES.some((zone) => within(clusters, i, zone)) ? 4 : undefined
}

function inText(clusters: readonly Joined[], i: number, a: Joined, b: Joined): BreakLevel {
    if (isWordPart(a) && isWordPart(b)) return inWord(clusters, i)
    if (a.cls === "narrow-point" && isWordPart(b)) return inWord(clusters, i)
    return 1
}

/** True where the clusters from `start` on spell a word. */
function follows(clusters: readonly Joined[], start: number, word: string): boolean {
    for (let k = 0; k < word.length; k++) if (clusters[start + k]?.text !== word[k]) return false
    return true
}

/** True where the joint after `i` lies inside a word. */
function within(clusters: readonly Joined[], i: number, word: string): boolean {
    const a = clusters[i]?.text ?? ""
    if (a === "" || !word.includes(a)) return false
    for (let start = i; start > i - word.length + 1; start--) if (follows(clusters, start, word)) return true
    return false
}

function isFlag(text: string): boolean {
    return /^[\u{1F1E6}-\u{1F1FF}]/u.test(text)
}

/** Chinese set as code breaks like any Chinese, and beside its full-width punctuation. */
function isCode(c: Joined): boolean {
    return c.code && c.cls !== "cjk" && !isWide(c)
}

function isWordPart(c: Joined): boolean {
    return c.cls === "latin" || c.cls === "digit" || c.cls === "narrow-point"
}

/**
 * A space after an opener, a currency sign, 第 or 见 does not break, nor one between a number and its unit (`1,250.5 USDT`,
 * `10 MB`, `12 页`), its name (`No. 5`) or a time and its offset; one inside a number or a date rather not.
 */
function afterSpace(clusters: readonly Joined[], i: number, b: Joined): BreakLevel {
    let before = i
    while (clusters[before]?.cls === "space") before--
    const a = clusters[before]
    if (!a || a.cls === "open" || (a.cls === "prefix" && b.cls === "digit")) return 0
    if ((a.text === "第" || a.text === "见") && isWordPart(b)) return 0
    const next = wordAt(clusters, i + 1)
    if (a.cls === "digit") {
        if (UNITS.includes(b.text) || MEASURES.test(next)) return 0
        if (MONTHS.test(next)) return 2
        if (/^[+−-]$/.test(b.text) && clusters[i + 2]?.cls === "digit") return 0
        if (b.cls === "digit") return isNoGroup(clusters, before, i + 1) ? 1 : 2
    }
    if (b.cls === "digit" && MONTHS.test(wordBefore(clusters, before))) return 2
    if (b.cls === "digit" && a.text === "." && COUNTED.test(wordBefore(clusters, before - 1))) return 0
    return 1
}

/** Whether two words are no groups of one number: one is long, or has letters, as groups of a hash do. */
function isNoGroup(clusters: readonly Joined[], last: number, first: number): boolean {
    const isLetter = (k: number) => /^\p{L}$/u.test(clusters[k]?.text ?? "") && clusters[k]?.cls === "latin"
    const isWord = (k: number) => isLetter(k) || clusters[k]?.cls === "digit"
    for (let k = last; isWord(k); k--) if (isLetter(k)) return true
    let end = first
    for (; end - first < LONG_CODE && isWord(end); end++) if (isLetter(end)) return true
    return end - first >= LONG_CODE
}

function wordAt(clusters: readonly Joined[], start: number): string {
    let word = ""
    for (let k = start; clusters[k]?.cls === "latin"; k++) word += clusters[k]?.text ?? ""
    return isHan(clusters[start]?.text ?? "") ? "" : word
}

function wordBefore(clusters: readonly Joined[], end: number): string {
    let word = ""
    for (let k = end; clusters[k]?.cls === "latin"; k--) word = (clusters[k]?.text ?? "") + word
    return word
}

interface Stretch {
    readonly from: number
    readonly to: number
}

/** The unbroken stretch of code or word around a joint, counted up to {@link LONG_WORD} each way. */
function stretchAround(clusters: readonly Joined[], i: number): Stretch {
    const solid = (c: Joined | undefined, code: boolean) =>
        c !== undefined && c.cls !== "space" && c.code === code && (isCode(c) || isWordPart(c) || c.text === "/")
    const code = clusters[i]?.code ?? false
    let from = i
    while (i - from < LONG_WORD && solid(clusters[from - 1], code)) from--
    let to = i + 1
    while (to - i < LONG_WORD && solid(clusters[to], code)) to++
    return { from, to }
}

function stretchLength(clusters: readonly Joined[], i: number): number {
    const { from, to } = stretchAround(clusters, i)
    return to - from
}

/** Within a byte of an address (%E5%A6) or between two; one alone may be a number with its sign. */
function besideByte(clusters: readonly Joined[], i: number): BreakLevel | undefined {
    const isHex = (k: number) => /^[\dA-Fa-f]$/.test(clusters[k]?.text ?? "")
    const isOne = (k: number) => clusters[k]?.text === "%" && isHex(k + 1) && isHex(k + 2)
    const isByte = (k: number) => isOne(k) && (isOne(k - 3) || isOne(k + 3))
    if (isByte(i) || isByte(i - 1)) return 4
    return isByte(i - 2) && isByte(i + 1) ? 3 : undefined
}

function inCode(clusters: readonly Joined[], i: number): BreakLevel {
    return stretchLength(clusters, i) < LONG_CODE ? 4 : inId(clusters, i)
}

/** A long id breaks after a separator, in an address rather not after a hyphen, and between them only where these are far apart. */
function inId(clusters: readonly Joined[], i: number): BreakLevel {
    const isSeparator = (k: number) => ID_SEPARATORS.includes(clusters[k]?.text ?? "/")
    const { from, to } = stretchAround(clusters, i)
    if (isSeparator(i)) {
        const isPath = clusters.slice(from, to).some(({ text }) => text === "/")
        return isPath && clusters[i]?.text === "-" ? 3 : 2
    }
    let start = i
    while (start > from && !isSeparator(start - 1)) start--
    let end = i + 1
    while (end < to && !isSeparator(end)) end++
    return end - start < LONG_CODE ? 4 : 3
}

/** Kinsoku yields inside a long id: there a colon or a bracket is no punctuation. */
function inLongCode(clusters: readonly Joined[], i: number): BreakLevel {
    const both = clusters[i]?.code && clusters[i + 1]?.code
    return both && stretchLength(clusters, i) >= LONG_CODE ? 3 : 0
}

function inWord(clusters: readonly Joined[], i: number): BreakLevel {
    const a = clusters[i]
    const { from, to } = stretchAround(clusters, i)
    const word = clusters.slice(from, to)
    if (a?.text === "-" && isHyphenated(word)) return 1
    if (to - from >= LONG_WORD) return inId(clusters, i)
    if (a?.text === "-" && to - from >= LONG_REFERENCE && i - from >= 4 && to - i > 4 && isReference(word)) return 2
    const isLatin = (k: number) => clusters[k]?.cls === "latin"
    return a?.text === "/" && isLatin(i - 1) && isLatin(i + 1) ? 2 : 4
}

/** law-enforcement, not an address or an id. */
function isHyphenated(word: readonly Joined[]): boolean {
    const text = word.map((c) => c.text).join("")
    return /^[\p{L}’']{2,}(?:-[\p{L}’']{2,})+[.,:;?!]*$/u.test(text)
}

/** SAMPLE-2023-0007: begins with letters, so that it is neither a date nor a number. */
function isReference(word: readonly Joined[]): boolean {
    const text = word.map((c) => c.text).join("")
    return /^\p{L}[\p{L}\p{Nd}]*(?:-[\p{L}\p{Nd}]+)+[.,:;?!]*$/u.test(text)
}
