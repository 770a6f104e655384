import { elsewhereEn } from "./recipient.words.ts"

/** Words of Schedule B: one sentence for each kind of fact. */

/** A date alone is the date in China. */
export const dateInChina = (date: string, isAbout: boolean): string => `${isAbout ? "about " : ""}${date} (China)`

interface Ends {
    readonly first: string
    readonly last: string
}
/** What part of what happened was paid by the user, as `paidPart` tells. */
type What = "none" | "some" | "all"
/** Where another than the account holder reports. */
const OF_OTHERS: Readonly<Record<What, Ends>> = {
    none: {
        first: "First operation that the complainant states the account holder did not authorise.",
        last: "Last such operation known to the complainant.",
    },
    all: {
        first: "First payment that the complainant states was obtained from the account holder by deception.",
        last: "Last such payment known to the complainant.",
    },
    some: {
        first: "First operation or payment that the complainant states the account holder did not authorise or was deceived into.",
        last: "Last such operation or payment known to the complainant.",
    },
}
/** Where the desk does not have the account: whose it is has nothing to do with the accounts that the desk is asked about. */
const ofElsewhere = (account: string): Readonly<Record<What, Ends>> => ({
    none: {
        first: `First operation on the ${account} that the complainant states was not authorised.`,
        last: OF_OTHERS.none.last,
    },
    all: {
        first: `First payment from the ${account} that the complainant states was obtained by deception.`,
        last: OF_OTHERS.all.last,
    },
    some: {
        first: `First operation on the ${account}, or payment from it, that the complainant states was not authorised or obtained by deception.`,
        last: OF_OTHERS.some.last,
    },
})
/** What the reporter was deceived into is no operation by another person. */
const OF_HOLDER: Readonly<Record<What, Ends>> = {
    none: {
        first: "First operation that the account holder states he or she did not authorise.",
        last: "Last such operation known to the account holder.",
    },
    all: {
        first: "First payment that the account holder states was obtained by deception.",
        last: "Last such payment known to the account holder.",
    },
    some: {
        first: "First operation or payment that the account holder states he or she did not authorise or was deceived into.",
        last: "Last such operation or payment known to the account holder.",
    },
}
/** By who states it. */
export const EVENTS = {
    own: OF_HOLDER,
    others: OF_OTHERS,
    elsewhere: ofElsewhere(elsewhereEn(false)),
    wallet: ofElsewhere(elsewhereEn(true)),
} as const
const BY_COMPLAINANT = "Noticed by the complainant."
export const NOTICED = {
    own: "Noticed by the account holder.",
    others: BY_COMPLAINANT,
    elsewhere: BY_COMPLAINANT,
    wallet: BY_COMPLAINANT,
} as const
/** The days of the receipt and of the decision, which may be those of an agency that had the case before. */
export const REPORTED = "Report accepted by the police."
export const FILED = "Case filed by the police."
