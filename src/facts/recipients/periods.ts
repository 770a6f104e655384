import { own } from "../../base/own.ts"
import { hourUtc, type Time } from "../../base/text/time.ts"
import { PERIODS, PERIODS_OF_OTHERS } from "./defaults.data.ts"
import type { Recipient } from "./recipient-schema.ts"

/** The periods that a request to a desk is proposed to ask for, one for each of its data groups. */

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What the facts of a request cover, in milliseconds since 1970 (UTC). */
export interface Covered {
    readonly firstMs: number
    readonly lastMs: number
    /** When the earliest of the keys concerned was made, where that is known. */
    readonly keyCreatedMs?: number
}

/** A period of one data group; both ends on a whole hour UTC. */
export interface ProposedPeriod {
    readonly group: string
    readonly from: Time
    readonly to: Time
}

/**
 * Proposals in the order of the profile's data groups: the profile's own rule, else the one for all desks.
 *
 * @param isVictims - Whether the account is the victim's.
 */
export function proposedPeriods(
    { dataGroups, periods = {} }: Recipient,
    covered: Covered,
    isVictims = true,
): readonly ProposedPeriod[] {
    const rules = isVictims ? PERIODS : PERIODS_OF_OTHERS
    return dataGroups.map(({ id }) => {
        const { daysBefore = 0, daysAfter = 0, fromKeyCreation } = own(periods, id) ?? own(rules, id) ?? {}
        const { firstMs, lastMs, keyCreatedMs = firstMs } = covered
        const begins = fromKeyCreation === undefined ? firstMs : Math.min(firstMs, keyCreatedMs)
        return {
            group: id,
            from: hourUtc(Math.floor((begins - daysBefore * DAY) / HOUR)),
            // The hour after the last fact, so that a single moment gives a period too.
            to: hourUtc(Math.floor((lastMs + daysAfter * DAY) / HOUR) + 1),
        }
    })
}
