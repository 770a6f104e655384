import type { Lang } from "../../base/lang.ts"
import { type DeskTexts, deskTexts, type Said, saidIn } from "./desk-texts.ts"

/** Where a fact comes from, how far that is to be trusted, and when it was said and verified. */
export interface Sourced {
    readonly source: Said
    readonly grade: keyof DeskTexts["grade"]
    readonly reportedOn?: string | undefined
    readonly verifiedOn?: string | undefined
    readonly url?: string | undefined
}

/** Source, grade and dates of a fact in one line. */
export function sourceLine({ source, grade, reportedOn, verifiedOn, url }: Sourced, lang: Lang): string {
    const words = deskTexts[lang]
    const parts = [
        `${words.source}${words.colon}${saidIn(lang, source)}`,
        words.grade[grade],
        reportedOn === undefined ? words.noDate : words.reported(reportedOn),
        words.verified(verifiedOn),
        // Last, so that nothing sticks to it when it is copied.
        ...(url === undefined ? [] : [url]),
    ]
    return `* ${parts.join(words.separator)}`
}
