/** What a mail after sending is about. */

/** Receipt asked for, the rest asked for, thanks with the wish that records be kept. */
export const FOLLOW_UP_KINDS = ["receipt", "outstanding", "thanks"] as const
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number]

/** What the journal says of the request that is followed up. */
export interface SentRequest {
    readonly ref: string
    /** Type and route by their ids. */
    readonly type: string
    readonly route: string
    /** Days, `2026-11-27`. */
    readonly sentOn: string
    readonly answeredOn?: string
    /** How many files came with the answer. */
    readonly files?: number
    /** Mailbox it was sent from. */
    readonly mailbox?: string
    readonly ticket?: string
    /** Numbers of the items of the request that are outstanding; empty where the journal names none. */
    readonly outstanding: readonly number[]
}
