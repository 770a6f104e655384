import { hasErrors, type Issue } from "../../../base/issue.ts"
import { readJournal } from "../../../facts/journal/chain.ts"
import { type Channel, channelSaid, channelsIn } from "../../../flows/officer/channels.ts"
import { readJournalFile } from "../../journal-file.ts"
import { channelsPath } from "../journal-place.ts"
import { journalTexts } from "../journal-texts.ts"
import type { Terminal } from "../terminal.ts"

/** The state of accounts with each desk, as the journal of channels has it. */
export function channelStates(recipients: readonly string[]): {
    readonly path: string
    readonly channels: readonly Channel[]
    readonly issues: readonly Issue[]
} {
    const path = channelsPath()
    const { entries, issues } = readJournal(readJournalFile(path), path)
    return { path, channels: channelsIn(entries, recipients), issues }
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
