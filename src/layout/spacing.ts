import { ID_SEPARATORS, LEFT_BLANK, RIGHT_BLANK, UNITS } from "./break-classes.data.ts"
import { type BreakClass, isHan } from "./classify.ts"

/** Where a line may end, the better the lower: 1 anywhere in text, 2 in an id, 3 in a long id, 4 in a word; 0 never. */
export type BreakLevel = 0 | 1 | 2 | 3 | 4

/** What lies between a cluster and the next one. */
export interface Joint {
    readonly breakAfter: BreakLevel
    /** Space added where both stand on one line, in points; negative for punctuation set closer. */
    readonly kernPt: number
    /** How much of the cluster's blank may be taken away to fit a line. */
    readonly shrinkPt: number
    /** What kind of space it is when a line is filled out. */
    readonly stretch: "none" | "space" | "han-latin" | "cjk"
    /** Blank half of full-width punctuation that may hang over the end of a line. */
    readonly hangPt: number
}

/** A cluster as this file needs it. */
export interface Joined {
    readonly text: string
    readonly cls: BreakClass
    readonly code: boolean
    readonly latinContext: boolean
    readonly sizePt: number
    readonly advancePt: number
}

/** Space between Han and Latin or digits: CLREQ §6.2.3 wants up to 1/4 em, and less where lines are dense. */
const HAN_LATIN_EM = 0.16
/** A little less than the blank half: at a full half em poppler 22 takes what follows for another line. */
const SQUEEZE_EM = 0.45
/** Codes shorter than this are words: they move to the next line whole. */
const LONG_CODE = 17
/** No word of a language is this long: an id that nobody marked as one. */
const LONG_WORD = 25

/** Joint between cluster `i` of a line of text and the next. */
export function jointAfter(clusters: readonly Joined[], i: number, trackEm: number): Joint {
    const a = clusters[i]
    const b = clusters[i + 1]
    if (!a) return { breakAfter: 0, kernPt: 0, shrinkPt: 0, stretch: "none", hangPt: 0 }
    const em = a.sizePt
    const wide = isWide(a)
    const hangPt = wide && RIGHT_BLANK.includes(a.text) && !a.latinContext ? em / 2 : 0
    if (!b) return { breakAfter: 0, kernPt: 0, shrinkPt: 0, stretch: "none", hangPt }
    const squeezed = squeeze(a, b)
    const hanLatin = isHanLatin(a, b)
    const track = wide && a.cls !== "space" ? trackEm * em : 0
    return {
        breakAfter: breakBetween(clusters, i),
        kernPt: squeezed + (hanLatin ? HAN_LATIN_EM * Math.min(em, b.sizePt) : 0) + track,
        shrinkPt: hangPt > 0 && squeezed === 0 ? 0.3 * em : a.cls === "space" ? 0.2 * a.advancePt : 0,
        stretch: a.cls === "space" ? "space" : hanLatin ? "han-latin" : stretches(a, b) ? "cjk" : "none",
        hangPt,
    }
}

/** Full-width; a blank to write on has no text and is none. */
function isWide(cluster: Joined): boolean {
    return cluster.text !== "" && cluster.advancePt >= 0.9 * cluster.sizePt
}

/**
 * Adjacent full-width punctuation gives up one blank half (CLREQ §6.1.2 标点挤压). In an English part the quotes of a
 * Chinese font give up theirs, so that they look like English ones.
 */
function squeeze(a: Joined, b: Joined): number {
    const em = a.sizePt
    const rightBlank = isWide(a) && RIGHT_BLANK.includes(a.text)
    const leftBlank = isWide(b) && LEFT_BLANK.includes(b.text)
    let kern = 0
    if (a.latinContext && isWide(a) && "”’".includes(a.text)) kern -= 0.62 * em
    if (b.latinContext && isWide(b) && "“‘".includes(b.text)) kern -= 0.62 * em
    if (kern !== 0) return kern
    if (leftBlank && (rightBlank || LEFT_BLANK.includes(a.text))) return -SQUEEZE_EM * em
    if (rightBlank && isWide(b) && RIGHT_BLANK.includes(b.text)) return -SQUEEZE_EM * em
    return 0
}

function isHanLatin(a: Joined, b: Joined): boolean {
    const word = (c: Joined) => c.cls === "latin" || c.cls === "digit"
    const letter = (c: Joined) => word(c) && /^[\p{L}\p{Nd}]/u.test(c.text)
    if (isHan(a.text)) return letter(b) || (b.cls === "prefix" && !isWide(b) && b.text !== "□")
    return isHan(b.text) && (letter(a) || (a.cls === "postfix" && !isWide(a)))
}

/** Inside a row of CJK characters a line may be filled out everywhere; inside a word, a number or a dash never. */
function stretches(a: Joined, b: Joined): boolean {
    if (a.code && b.code) return false
    if (a.cls === b.cls && (a.cls === "dash" || a.cls === "ellipsis")) return false
    const full = (c: Joined) => c.cls === "cjk" || (isWide(c) && c.cls !== "space" && c.cls !== "glue")
    return full(a) && full(b)
}

/** The rules of line breaking; the first that applies decides. */
function breakBetween(clusters: readonly Joined[], i: number): BreakLevel {
    const a = clusters[i]
    const b = clusters[i + 1]
    if (!a || !b) return 0
    if (b.cls === "space" || a.cls === "glue" || b.cls === "glue") return 0
    if (b.cls === "close" || b.cls === "point" || b.cls === "narrow-point" || b.cls === "postfix")
        return inLongCode(clusters, i)
    if (b.cls === "ellipsis" || (a.cls === "dash" && b.cls === "dash")) return 0
    if (a.cls === "open" || a.cls === "prefix") return inLongCode(clusters, i)
    if (a.cls === "space") return afterSpace(clusters, i, b)
    if (isCode(a) && isCode(b)) return inCode(clusters, i)
    if (a.cls === "digit" && UNITS.includes(b.text)) return 0
    if (a.text === "第" && b.cls === "digit") return 0
    if (isWordPart(a) && isWordPart(b)) return inWord(clusters, i)
    if (a.cls === "narrow-point" && isWordPart(b)) return inWord(clusters, i)
    return 1
}

/** Chinese set as code breaks like any Chinese. */
function isCode(c: Joined): boolean {
    return c.code && c.cls !== "cjk"
}

function isWordPart(c: Joined): boolean {
    return c.cls === "latin" || c.cls === "digit" || c.cls === "narrow-point"
}

/** A space after an opener does not break, nor one between a number and its unit (`1,250.5 USDT`, `10 MB`). */
function afterSpace(clusters: readonly Joined[], i: number, b: Joined): BreakLevel {
    let before = i
    while (clusters[before]?.cls === "space") before--
    const a = clusters[before]
    if (!a || a.cls === "open") return 0
    if (a.cls === "digit" && b.cls === "latin") {
        let word = ""
        for (let k = i + 1; clusters[k]?.cls === "latin"; k++) word += clusters[k]?.text ?? ""
        if (/^\p{Lu}[\p{Lu}a-z]{0,4}$/u.test(word) && /\p{Lu}{2}|^[A-Z]$/u.test(word)) return 0
    }
    return 1
}

/** Length of the unbroken stretch of code or word around a joint, counted up to {@link LONG_WORD}. */
function stretchLength(clusters: readonly Joined[], i: number): number {
    const solid = (c: Joined | undefined, code: boolean) =>
        c !== undefined && c.cls !== "space" && c.code === code && (isCode(c) || isWordPart(c) || c.text === "/")
    const code = clusters[i]?.code ?? false
    let from = i
    while (i - from < LONG_WORD && solid(clusters[from - 1], code)) from--
    let to = i + 1
    while (to - from < LONG_WORD && solid(clusters[to], code)) to++
    return to - from
}

function inCode(clusters: readonly Joined[], i: number): BreakLevel {
    if (stretchLength(clusters, i) < LONG_CODE) return 4
    return ID_SEPARATORS.includes(clusters[i]?.text ?? "") ? 2 : 3
}

/** Kinsoku yields inside a long id: there a colon or a bracket is no punctuation. */
function inLongCode(clusters: readonly Joined[], i: number): BreakLevel {
    const both = clusters[i]?.code && clusters[i + 1]?.code
    return both && stretchLength(clusters, i) >= LONG_CODE ? 3 : 0
}

function inWord(clusters: readonly Joined[], i: number): BreakLevel {
    const a = clusters[i]
    const b = clusters[i + 1]
    const before = clusters[i - 1]
    if (a?.text === "-" && before?.cls === "latin" && b?.cls === "latin") return 1
    if (stretchLength(clusters, i) >= LONG_WORD) return ID_SEPARATORS.includes(a?.text ?? "") ? 2 : 3
    return a?.text === "/" && before?.cls === "latin" && b?.cls === "latin" ? 2 : 4
}
