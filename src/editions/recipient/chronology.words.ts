/** Words of Schedule B: one sentence for each kind of fact. */

export const range = (from: string, to: string): string => `${from} to ${to}`
/** A date alone is the date in China. */
export const dateInChina = (date: string): string => `${date} (China)`

export const FIRST_OPERATION = "First operation that the account holder states he or she did not authorise."
export const LAST_OPERATION = "Last such operation known to the account holder."
export const NOTICED = "Noticed by the account holder."
export const KEY_ENDED = {
    deleted: "API key deleted, as the account holder states.",
    disabled: "API key disabled, as the account holder states.",
} as const
export const REPORTED = "Reported to the requesting agency."
export const FILED = "Case filed by the requesting agency."

export const transfer = (amount: string): string => `Transfer of ${amount} (Schedule A).`
/** An asset whose quantity is not known exactly. */
export const someOf = (asset: string): string => `${asset} (quantity not stated exactly)`
export const order = (id: string, side: string, quantity: string | undefined, symbol: string): string =>
    `Order ${id}: ${[side, quantity, symbol].filter((part) => part !== undefined).join(" ")}.`

/** Two or more that are put together. */
export const several = {
    transfer: (count: number): string => `${String(count)} transfers (Schedule A).`,
    order: (count: number): string => `${String(count)} orders (Schedule A).`,
} as const
