/** What holds for every desk whose profile says nothing else. */

/** Days after which somebody should look at a desk's facts, and at a channel, once more. */
export const AGES = { profileDays: 365, channelDays: 90 } as const

/**
 * Periods by data group, around the facts that a request names: log-ins begin earlier, the log of a key with its
 * creation, withdrawals end later. What is asked of other groups covers those facts alone, in whole hours.
 */
export const PERIODS: Readonly<Record<string, { daysBefore?: number; daysAfter?: number; fromKeyCreation?: "yes" }>> = {
    "key-log": { fromKeyCreation: "yes" },
    "transfer-initiation": { daysAfter: 7 },
    "account-access": { daysBefore: 30 },
}
