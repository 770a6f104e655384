import type { Lang } from "../base/lang.ts"
import { en } from "./en/verdict.ts"
import { sentCount, type VerdictFacts, type VerdictTexts } from "./verdict-facts.ts"
import { zhCN } from "./zh-CN/verdict.ts"

/**
 * The verdict for people: five lines (files, list, who signed, when, what it is) and what it does not prove. Written for a
 * reader who knows nothing of hashes and keys. Nothing is said that was not checked; what the packet says of itself is
 * marked as such.
 */

export type { VerdictFacts } from "./verdict-facts.ts"

const TEXTS: Readonly<Record<Lang, VerdictTexts>> = { "zh-CN": zhCN, en }

/** The five lines, without line ends. */
export function verdictLines(report: VerdictFacts, lang: Lang): readonly string[] {
    const texts = TEXTS[lang]
    return [texts.files(report), texts.list(report), texts.signed(report), texts.time(report), texts.kind(report)]
}

/** The line about what was sent; undefined where nothing was given to compare. */
export function verdictSent(report: VerdictFacts, lang: Lang): string | undefined {
    const sent = sentCount(report)
    return sent === undefined ? undefined : TEXTS[lang].sent(report, sent)
}

/** What the verdict does not prove; printed behind the lines, always. */
export function verdictLimits(report: VerdictFacts, lang: Lang): string {
    return TEXTS[lang].limits(report)
}
