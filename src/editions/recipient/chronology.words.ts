/** Words of Schedule B: one sentence for each kind of fact. */

/** A date alone is the date in China. */
export const dateInChina = (date: string): string => `${date} (China)`

export const FIRST_OPERATION = "First operation that the account holder states he or she did not authorise."
export const LAST_OPERATION = "Last such operation known to the account holder."
export const NOTICED = "Noticed by the account holder."
export const REPORTED = "Reported to the requesting agency."
export const FILED = "Case filed by the requesting agency."
