import type { Lang } from "../../base/lang.ts"
import { CHANNEL_STATES } from "../../facts/journal/acts.data.ts"
import type { Entry } from "../../facts/journal/chain.ts"
import { fieldSaid } from "../../facts/journal/said.ts"
import { wordsOf } from "../../messages/message.ts"
import { deskTexts } from "./desk-texts.ts"

/** Readiness: what the journal of channels has of the accounts with each desk. */

/** What is on record of an account with a desk. */
export interface Channel {
    readonly recipient: string
    readonly state: string | null
    /** Day since when, on the clock that was named. */
    readonly since: string | null
    readonly route: string | null
}

/** Of each desk what was recorded last; of desks that are on record alone too. */
export function channelsIn(entries: readonly Entry[], recipients: readonly string[]): readonly Channel[] {
    const known = entries.filter(({ act }) => act === "channel")
    const ids = [...new Set([...recipients, ...known.map(({ fields }) => fields.recipient ?? "")])]
    return ids.map((recipient) => {
        const last = known.findLast(({ fields }) => fields.recipient === recipient)
        const { state = null, route = null } = last?.fields ?? {}
        return { recipient, state, since: last?.at.slice(0, 10) ?? null, route }
    })
}

/** What is on record of one account, in words. */
export function channelSaid(channel: Channel | undefined, lang: Lang): string {
    const words = deskTexts[lang]
    if (channel === undefined || channel.state === null) return words.notRecorded
    const { state, since, route } = channel
    return [
        wordsOf(CHANNEL_STATES, state)[lang],
        ...(since === null ? [] : [words.since(since)]),
        ...(route === null ? [] : [fieldSaid("route", route)[lang]]),
    ].join("  ")
}
