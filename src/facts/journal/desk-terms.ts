import type { Recipient } from "../recipients/recipient-schema.ts"
import type { DeskTerm, DeskTerms } from "./due.ts"

/** The terms that a profile gives in figures, each with its source. */
export function deskTerms({ responseTimes, preservation }: Recipient): ReturnType<DeskTerms> {
    const access = responseTimes?.find(({ about, term }) => about === "access" && term !== undefined)
    return {
        ...(access?.term === undefined ? {} : { "access-review": termOf(access, access.term) }),
        ...(preservation?.term === undefined ? {} : { preservation: termOf(preservation, preservation.term) }),
    }
}

type Said = NonNullable<Recipient["preservation"]>

function termOf(said: Omit<Said, "term">, { count, unit }: NonNullable<Said["term"]>): DeskTerm {
    const { source, sourceEn, zh, en, verifiedOn, reportedOn, grade } = said
    return {
        ...{ count: Number(count), unit },
        basis: {
            source: { "zh-CN": source, en: sourceEn ?? source },
            says: { "zh-CN": zh, en: en ?? zh },
            readOn: [verifiedOn, reportedOn].find((day) => day !== undefined && day !== ""),
            grade,
        },
    }
}
