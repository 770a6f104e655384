import { hasErrors, type Issue } from "../../../base/issue.ts"
import type { Lang } from "../../../base/lang.ts"
import { CHANNEL_STATES } from "../../../facts/journal/acts.data.ts"
import { readJournal } from "../../../facts/journal/chain.ts"
import { fieldSaid } from "../../../facts/journal/said.ts"
import { wordsOf } from "../../../messages/message.ts"
import { readJournalFile } from "../../journal-file.ts"
import { journalTexts } from "../journal-texts.ts"
import { channelsPath } from "../record.ts"
import type { Terminal } from "../terminal.ts"

/** What is on record of an account with a desk. */
export interface Channel {
    readonly recipient: string
    readonly state: string | null
    /** Day since when, on the clock that was named. */
    readonly since: string | null
    readonly route: string | null
}

/** The state of accounts with each desk, as the journal of channels has it. */
export function channelStates(recipients: readonly string[]): {
    readonly path: string
    readonly channels: readonly Channel[]
    readonly issues: readonly Issue[]
} {
    const path = channelsPath()
    const { entries, issues } = readJournal(readJournalFile(path), path)
    const known = entries.filter(({ act }) => act === "channel")
    const ids = [...new Set([...recipients, ...known.map(({ fields }) => fields.recipient ?? "")])]
    const channels = ids.map((recipient): Channel => {
        const last = known.findLast(({ fields }) => fields.recipient === recipient)
        const { state = null, route = null } = last?.fields ?? {}
        return { recipient, state, since: last?.at.slice(0, 10) ?? null, route }
    })
    return { path, channels, issues }
}

/** What is on record of one account, in words. */
export function channelSaid({ state, since, route }: Omit<Channel, "recipient">, lang: Lang): string {
    const words = journalTexts[lang]
    const said = state === null ? words.notRecorded : wordsOf(CHANNEL_STATES, state)[lang]
    const more = [
        ...(since === null ? [] : [words.since(since)]),
        ...(route === null ? [] : [fieldSaid("route", route)[lang]]),
    ]
    return [said, ...more].join("  ")
}

/** Lists the state of accounts with each desk. */
export function listChannels(recipients: readonly string[], json: boolean, terminal: Terminal): number {
    const { path, channels, issues } = channelStates(recipients)
    print(channels, path, issues, json, terminal)
    return hasErrors(issues) ? 1 : 0
}

function print(
    channels: readonly Channel[],
    path: string,
    issues: readonly Issue[],
    json: boolean,
    terminal: Terminal,
): void {
    if (json) {
        terminal.out(JSON.stringify({ file: path, channels, issues }, undefined, 2))
        return
    }
    const { lang } = terminal
    const words = journalTexts[lang]
    terminal.issues(issues)
    for (const channel of channels) terminal.out(`${channel.recipient}  ${channelSaid(channel, lang)}`)
    terminal.note(words.recordChannel)
}
