import { LEFT_BLANK, RIGHT_BLANK } from "./break-classes.data.ts"
import { type BreakLevel, breakBetween, isWide, type Joined } from "./break-rules.ts"
import { isHan } from "./classify.ts"
import type { UnitJoint } from "./units.ts"

/** What lies between a cluster and the next one. */
export interface Joint {
    readonly breakAfter: BreakLevel
    /** Space added where both stand on one line, in points; negative for punctuation set closer. */
    readonly kernPt: number
    /** How much of the cluster's blank may be taken away to fit a line. */
    readonly shrinkPt: number
    /** What kind of space it is when a line is filled out. */
    readonly stretch: "none" | "space" | "han-latin" | "cjk"
    /** Blank half of full-width punctuation that may hang over the end of a line (GB/T 15834—2011 §5.1.10). */
    readonly hangPt: number
    /** Blank half of an opener that is taken away where it begins a line. */
    readonly leadPt: number
    /** The next one belongs to the same name or number, which is copied sign by sign. */
    readonly isLiteral: boolean
}

/** Space between Han and Latin or digits: CLREQ §6.2.3 wants up to 1/4 em, and less where lines are dense. */
const HAN_LATIN_EM = 0.16
/** A little less than the blank half: at a full half em poppler 22 takes what follows for another line. */
const SQUEEZE_EM = 0.45
/** Joint between cluster `i` of a line of text and the next; `unit`: what holds inside a unit of {@link unitJoints}. */
export function jointAfter(clusters: readonly Joined[], i: number, trackEm: number, unit?: UnitJoint): Joint {
    const a = clusters[i]
    const b = clusters[i + 1]
    if (!a) return { breakAfter: 0, kernPt: 0, shrinkPt: 0, stretch: "none", hangPt: 0, leadPt: 0, isLiteral: false }
    const em = a.sizePt
    const wide = isWide(a)
    const track = wide && a.cls !== "space" ? trackEm * em : 0
    const blankEnd = wide && RIGHT_BLANK.includes(a.text) && !a.latinContext
    // Where the grid is narrower than the type, the last character of a line reaches over its cell.
    const hangPt = blankEnd ? em / 2 : Math.max(0, -track)
    const leadPt = wide && LEFT_BLANK.includes(a.text) && !a.latinContext ? SQUEEZE_EM * em : 0
    if (!b) return { breakAfter: 0, kernPt: 0, shrinkPt: 0, stretch: "none", hangPt, leadPt, isLiteral: false }
    const squeezed = squeeze(a, b)
    const isLiteral = unit?.isLiteral || (a.code && b.code)
    const hanLatin = !isLiteral && isHanLatin(a, b)
    const level = breakBetween(clusters, i)
    return {
        breakAfter: unit && level > 0 && unit.level > level ? unit.level : level,
        kernPt: squeezed + (hanLatin ? HAN_LATIN_EM * Math.min(em, b.sizePt) : 0) + track,
        shrinkPt: blankEnd && squeezed === 0 ? 0.3 * em : a.cls === "space" ? 0.2 * a.advancePt : 0,
        stretch: a.cls === "space" ? "space" : hanLatin ? "han-latin" : !isLiteral && stretches(a, b) ? "cjk" : "none",
        hangPt,
        leadPt,
        isLiteral,
    }
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
    const letter = (c: Joined) => word(c) && !isWide(c) && /^[\p{L}\p{N}]/u.test(c.text)
    if (isHan(a.text)) return letter(b) || (b.cls === "prefix" && !isWide(b) && b.text !== "□")
    return isHan(b.text) && (letter(a) || (a.cls === "postfix" && !isWide(a)))
}

/** Inside a row of CJK characters a line may be filled out everywhere; inside a word, a number or a dash never. */
function stretches(a: Joined, b: Joined): boolean {
    if (a.cls === b.cls && (a.cls === "dash" || a.cls === "ellipsis")) return false
    const full = (c: Joined) => c.cls === "cjk" || (isWide(c) && c.cls !== "space" && c.cls !== "glue")
    return full(a) && full(b)
}
