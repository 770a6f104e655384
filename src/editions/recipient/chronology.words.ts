/** Words of Schedule B: one sentence for each kind of fact. */

/** A date alone is the date in China. */
export const dateInChina = (date: string, isAbout: boolean): string => `${isAbout ? "about " : ""}${date} (China)`

interface Ends {
    readonly first: string
    readonly last: string
}
type What = "operations" | "payments" | "both"
/** Where another than the account holder reports. */
export const OF_OTHERS: Readonly<Record<What, Ends>> = {
    operations: {
        first: "First operation that the complainant states the account holder did not authorise.",
        last: "Last such operation known to the complainant.",
    },
    payments: {
        first: "First payment that the complainant states was obtained from the account holder by deception.",
        last: "Last such payment known to the complainant.",
    },
    both: {
        first: "First operation or payment that the complainant states the account holder did not authorise or was deceived into.",
        last: "Last such operation or payment known to the complainant.",
    },
}
/** What the reporter was deceived into is no operation by another person. */
export const EVENTS: Readonly<Record<What, Ends>> = {
    operations: {
        first: "First operation that the account holder states he or she did not authorise.",
        last: "Last such operation known to the account holder.",
    },
    payments: {
        first: "First payment that the account holder states was obtained by deception.",
        last: "Last such payment known to the account holder.",
    },
    both: {
        first: "First operation or payment that the account holder states he or she did not authorise or was deceived into.",
        last: "Last such operation or payment known to the account holder.",
    },
}
export const NOTICED = { own: "Noticed by the account holder.", others: "Noticed by the complainant." } as const
export const REPORTED = "Reported to the requesting agency."
export const FILED = "Case filed by the requesting agency."
