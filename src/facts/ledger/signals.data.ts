/**
 * Thresholds of the signals, printed with each. They tell of a pattern and prove nothing; see signals.ts.
 */
export const SIGNAL_LIMITS = {
    /** S2: transfers of so many different assets within so many ms. */
    sweep: { assets: 4, ms: 10_000 },
    /** S3: sales on so many markets within so many ms. */
    dump: { markets: 5, ms: 5_000 },
    /** S7: a purchase and a sale at a worse price within so many ms, at least so often. */
    adverse: { ms: 600_000, pairs: 2 },
    /** S8: more orders than this within a second, or within a minute. */
    rate: { second: 5, minute: 60 },
    /** S9: hours of the day that had less than this part of the account's other orders, out of at least so many. */
    offHours: { part: 0.01, orders: 200 },
    /** S10: a limit so far beyond the last fill of the market. */
    farLimit: { percent: 5 },
    /** S11: a market sold at an average price so far below the one at which it was bought. */
    cheaper: { percent: 10 },
} as const

export const SIGNALS = ["S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11"] as const
export type SignalCode = (typeof SIGNALS)[number]
