import type { Lang } from "../base/lang.ts"
import { sentCount, type VerdictFacts } from "./verdict-facts.ts"
import { kindLine } from "./verdict-kind.ts"
import { filesLine, limitsLine, listLine, sentLine, signedLine, timeLine } from "./verdict-lines.ts"

/**
 * The verdict for people: five lines (files, list, who signed, when, what it is) and what it does not prove. Written for a
 * reader who knows nothing of hashes and keys. Nothing is said that was not checked; what the packet says of itself is
 * marked as such.
 */

export type { VerdictFacts } from "./verdict-facts.ts"

const LINES = [filesLine, listLine, signedLine, timeLine, kindLine]

/** The five lines, without line ends. */
export function verdictLines(report: VerdictFacts, lang: Lang): readonly string[] {
    return LINES.map((line) => line(report)[lang])
}

/** The line about what was sent; undefined where nothing was given to compare. */
export function verdictSent(report: VerdictFacts, lang: Lang): string | undefined {
    const sent = sentCount(report)
    return sent && sentLine(report, sent)[lang]
}

/** What the verdict does not prove; printed behind the lines, always. */
export function verdictLimits(report: VerdictFacts, lang: Lang): string {
    return limitsLine(report)[lang]
}
