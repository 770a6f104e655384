/** Words of Schedule B: one sentence for each kind of fact. */

/** A date alone is the date in China. */
export const dateInChina = (date: string): string => `${date} (China)`

/** What the reporter was deceived into is no operation by another person. */
export const EVENTS = {
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
} as const
export const NOTICED = "Noticed by the account holder."
export const REPORTED = "Reported to the requesting agency."
export const FILED = "Case filed by the requesting agency."
