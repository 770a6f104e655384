/**
 * Cuts text into clusters: what is drawn by one glyph and copied as one piece. Everything a reader would not see is
 * either attached to something visible (a variation selector to its base) or left alone, so that it is reported.
 * Context decides between Chinese and Latin forms of quotes, dashes and the middle dot, which Unicode has unified.
 */

export interface Cluster {
    readonly text: string
    /** The code point whose glyph is drawn; often, not always, the first of the text. */
    readonly draw: number
    readonly form: Form
}

/** `narrow`: a quote as wide as in Latin text. `dash`: —— as one stroke. `keycap`: a digit on a key. */
export type Form = "plain" | "narrow" | "dash" | "keycap"

/** What {@link clusters} must know of the fonts and the run. */
export interface ClusterContext {
    readonly has: (codePoint: number) => boolean
    /** Decides where the text itself does not: a quote that stands alone. */
    readonly chinese: boolean
}

const ZWJ = 0x200d
const KEYCAP = 0x20e3
const DASH = 0x2014
const MIDDLE_DOT = 0xb7

const MARK = /^\p{M}$/u
const PICTOGRAPH = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})$/u
const LETTER = /^[\p{L}\p{N}]$/u
const SPACE = /^\p{Zs}$/u
/** Controls, format characters, surrogates, private use, fillers and joiners that change text without being seen. */
const UNSEEN = /^(?:[\p{Cc}\p{Cf}\p{Cs}\p{Co}]|[\u115F\u1160\u3164\uFFA0]|\u034F|[\u17B4\u17B5]|[\u180B-\u180F])$/u

/** True for code points that may be drawn without ink: the spaces. */
export function isSpace(codePoint: number): boolean {
    return SPACE.test(String.fromCodePoint(codePoint))
}

/** True for code points that are never drawn, whatever a font holds for them. Some fonts have ink for U+202E. */
export function isUnseen(codePoint: number): boolean {
    return isSelector(codePoint) || UNSEEN.test(String.fromCodePoint(codePoint))
}

const CONTEXT = /[‘’“”—·\u200D]|[\u1160-\u11FF]|\p{M}/u

/** True for text in which a character can depend on its neighbours; in all other text each is a cluster by itself. */
export function needsContext(text: string): boolean {
    return CONTEXT.test(text)
}

/** Cuts text into clusters, in order; their texts together are the text. */
export function clusters(text: string, context: ClusterContext): Cluster[] {
    const points = Array.from(text, (c) => c.codePointAt(0) ?? 0)
    const forms = needsForms(text) ? quoteForms(points, context.chinese) : undefined
    const found: Cluster[] = []
    for (let i = 0; i < points.length; ) {
        const cluster =
            special(points, i, context) ??
            plain(points, i, context) ??
            ({ text: String.fromCodePoint(points[i] ?? 0), draw: points[i] ?? 0, form: forms?.[i] ?? "plain" } as const)
        found.push(cluster)
        i += count(cluster.text)
    }
    return found
}

function needsForms(text: string): boolean {
    return /[‘’“”]/.test(text)
}

/** Dash and middle dot in Chinese, keycaps. */
function special(points: readonly number[], i: number, context: ClusterContext): Cluster | undefined {
    const point = points[i]
    if (point === DASH) {
        const twice = points[i + 1] === DASH
        if (twice) return { text: "——", draw: DASH, form: "dash" }
        if (besideChinese(points, i, i, context.chinese)) return { text: "—", draw: 0x2015, form: "plain" }
    }
    // 买买提·吐尔逊: one em wide, as the katakana dot; the serif face's own is a third of that.
    if (point === MIDDLE_DOT && isChinese(points[i - 1]) && isChinese(points[i + 1]))
        return { text: "·", draw: 0x30fb, form: "plain" }
    const selected = points[i + 1] === 0xfe0f ? 1 : 0
    if (point !== undefined && points[i + 1 + selected] === KEYCAP && /^[0-9#*]$/.test(String.fromCodePoint(point)))
        return { text: String.fromCodePoint(...points.slice(i, i + 2 + selected)), draw: point, form: "keycap" }
    return undefined
}

/** A base with what belongs to it; `undefined` where nothing follows that could. */
function plain(points: readonly number[], i: number, context: ClusterContext): Cluster | undefined {
    const base = points[i] ?? 0
    const next = points[i + 1]
    if (next === undefined || next < 0x300 || (next >= 0x3400 && next < 0xa000)) return undefined
    if (isSpace(base) || isUnseen(base)) return undefined
    let end = i + 1
    let draw = base
    // The longest run of marks, or of parts of a Hangul syllable, that Unicode can compose with the base to one character
    // that a font has. Macs take the syllables of file names apart.
    for (let j = i + 1; isMark(points[j]) || isJamo(points[j]); j++) {
        const composed = String.fromCodePoint(...points.slice(i, j + 1)).normalize("NFC")
        const point = composed.codePointAt(0) ?? 0
        if (count(composed) === 1 && context.has(point)) {
            end = j + 1
            draw = point
        }
    }
    if (isSelector(points[end])) end++
    if (points[end] === ZWJ && isPictograph(base) && isPictograph(points[end + 1])) end++
    return end === i + 1 ? undefined : { text: String.fromCodePoint(...points.slice(i, end)), draw, form: "plain" }
}

/** For each quote whether it is Latin; a pair is judged together, so that “ABC” after 他说 has two Chinese quotes. */
function quoteForms(points: readonly number[], chinese: boolean): (Form | undefined)[] {
    const forms: (Form | undefined)[] = []
    const open: number[] = []
    for (const [i, point] of points.entries()) {
        if (point === 0x201c || point === 0x2018) open.push(i)
        else if (point === 0x201d || point === 0x2019) {
            const opener = point === 0x201d ? 0x201c : 0x2018
            // don’t: an apostrophe closes nothing.
            const apostrophe = point === 0x2019 && isLatin(points[i - 1]) && isLatin(points[i + 1])
            const at = apostrophe ? -1 : open.map((o) => points[o]).lastIndexOf(opener)
            const start = at < 0 ? i : (open[at] ?? i)
            const wide = !apostrophe && besideChinese(points, start, i, chinese)
            forms[start] = wide ? "plain" : "narrow"
            forms[i] = wide ? "plain" : "narrow"
            if (at >= 0) open.splice(at, 1)
        }
    }
    for (const i of open) forms[i] ??= besideChinese(points, i, i, chinese) ? "plain" : "narrow"
    return forms
}

/** True where Chinese stands on either side of either end of a span, or, with nothing beside it, the run is Chinese. */
function besideChinese(points: readonly number[], start: number, end: number, chinese: boolean): boolean {
    const beside = [before(points, start), points[start + 1], points[end - 1], after(points, end)]
    if (beside.some(isChinese)) return true
    return chinese && beside[0] === undefined && beside[3] === undefined
}

/** The neighbour outside of other quotes. */
function before(points: readonly number[], i: number): number | undefined {
    let at = i - 1
    while (isQuote(points[at])) at--
    return points[at]
}
function after(points: readonly number[], i: number): number | undefined {
    let at = i + 1
    while (isQuote(points[at])) at++
    return points[at]
}

/** True for ‘ ’ “ ”, which Chinese and Latin text share but draw in different widths. */
export function isQuote(point: number | undefined): boolean {
    return point === 0x2018 || point === 0x2019 || point === 0x201c || point === 0x201d
}
/** Hanzi, kana, bopomofo, CJK punctuation and full-width forms, by block. */
function isChinese(point: number | undefined): boolean {
    if (point === undefined || point < 0x2e80) return false
    return (
        point < 0xa000 ||
        (point >= 0xf900 && point < 0xfb00) ||
        (point >= 0xfe30 && point < 0xfe50) ||
        (point >= 0xff00 && point < 0xfff0) ||
        (point >= 0x20000 && point < 0x40000)
    )
}
function isLatin(point: number | undefined): boolean {
    return point !== undefined && !isChinese(point) && LETTER.test(String.fromCodePoint(point))
}
function isMark(point: number | undefined): boolean {
    return point !== undefined && point >= 0x300 && !isSelector(point) && MARK.test(String.fromCodePoint(point))
}
/** Vowels and final consonants of Hangul. */
function isJamo(point: number | undefined): boolean {
    return point !== undefined && point >= 0x1160 && point <= 0x11ff
}
function isPictograph(point: number | undefined): boolean {
    return point !== undefined && PICTOGRAPH.test(String.fromCodePoint(point))
}
function isSelector(point: number | undefined): boolean {
    return point !== undefined && ((point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef))
}

function count(text: string): number {
    let n = 0
    for (const _ of text) n++
    return n
}
