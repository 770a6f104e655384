import { join } from "node:path"
import type { Host } from "../../../base/host.ts"
import { hasErrors, issue, PacketError } from "../../../base/issue.ts"
import { output } from "../../../base/output.ts"
import { newProfile } from "../../../facts/recipients/new-profile.ts"
import { findDesk } from "../../../facts/recipients/recipient.ts"
import { type Channel, channelSaid } from "../../../flows/officer/channels.ts"
import { absentSections, type DeskSection, profileSections } from "../../../flows/officer/desk-profile.ts"
import { deskTexts, saidIn } from "../../../flows/officer/desk-texts.ts"
import { ageLines, deskRow, deskRows, rowLines } from "../../../flows/officer/desks.ts"
import { localTime, writeOutputs } from "../../files.ts"
import { nodeHost } from "../../host.ts"
import { recipientTexts } from "../recipient-texts.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, optional, ownParts, required, UsageError } from "../usage.ts"
import { channelStates, listChannels } from "./channels.ts"

/** Lists the recipient profiles, shows one, or writes a new one. A profile's age is by this machine's clock. */
export async function recipients(args: Arguments, terminal: Terminal): Promise<number> {
    const [action, id] = args.positionals
    const host = nodeHost(ownParts(args))
    const json = args.values.json === true
    if (args.values.channels === true) {
        // Of a desk without a channel nobody has an account; one that was recorded is listed all the same.
        const asked = host.recipients.filter((desk) => findDesk(host, desk, []).absent === undefined)
        return listChannels(asked, json, terminal)
    }
    if (action === undefined) return list(host, json, terminal)
    if (action === "new") return writeNew(id, args, terminal)
    if (action !== "show")
        throw new UsageError([issue("shell.usage.unknown-option", [], { found: action, command: "recipients" })])
    if (id === undefined)
        throw new UsageError([issue("shell.usage.missing", [], { what: "show <编号>", command: "recipients" })])
    return show(host, id, json, terminal)
}

/** Writes a profile from what was found of a desk; a file that is there stays. */
async function writeNew(id: string | undefined, args: Arguments, terminal: Terminal): Promise<number> {
    if (id === undefined)
        throw new UsageError([issue("shell.usage.missing", [], { what: "new <编号>", command: "recipients" })])
    const folder = required(args, "output", "-o <文件夹>")
    const said = (name: string): string => optional(args, name) ?? ""
    const found = {
        ...{ id, "name-zh": said("name-zh"), "name-en": said("name-en") },
        ...{ page: said("page"), email: said("email"), portal: said("portal") },
    }
    const bytes = newProfile(found, today())
    const name = `${id}.yaml`
    await writeOutputs(folder, [name], () => ({ outputs: [output("form", name, bytes)] }))
    const file = join(folder, name)
    if (args.values.json === true) terminal.out(JSON.stringify({ file }, undefined, 2))
    else {
        terminal.out(`${texts[terminal.lang].wrote} ${file}`)
        terminal.out(recipientTexts[terminal.lang].afterNew(id, folder))
    }
    return 0
}

/** Damaged profiles do not hide the sound ones: they are reported behind them. */
function list(host: Host, json: boolean, terminal: Terminal): number {
    const { rows, issues: faults } = deskRows(host, today())
    const { channels, issues: unread } = channelStates(host.recipients)
    const issues = [...faults, ...unread]
    if (json) {
        const recorded = rows.map((row) => ({ ...row, readiness: readinessOf(channels, row.id) }))
        terminal.out(JSON.stringify({ recipients: recorded, issues }, undefined, 2))
    } else {
        const { lang } = terminal
        for (const row of rows) {
            terminal.out(`${row.id}  ${saidIn(lang, row.name)}`)
            for (const line of rowLines(row, lang, channelSaid(channelOf(channels, row.id), lang)))
                terminal.out(`    ${line}`)
        }
        terminal.issues(issues)
        terminal.note(deskTexts[lang].legend)
        terminal.note(deskTexts[lang].check)
        terminal.note(recipientTexts[lang].more)
    }
    return hasErrors(issues) ? 1 : 0
}

function show(host: Host, id: string, json: boolean, terminal: Terminal): number {
    const { recipient, absent, issues } = findDesk(host, id, [])
    const desk = recipient ?? absent
    if (desk === undefined) throw new PacketError(issues)
    const { channels, issues: unread } = channelStates([id])
    if (json) {
        const shown = withDates(desk)
        terminal.out(JSON.stringify({ ...shown, readiness: readinessOf(channels, id) }, undefined, 2))
        return 0
    }
    const { lang } = terminal
    const words = deskTexts[lang]
    terminal.issues(unread)
    terminal.out(`${desk.id}  ${saidIn(lang, desk.name)}`)
    if (recipient === undefined) print(absent === undefined ? [] : absentSections(absent, lang), terminal)
    else {
        const readiness = channelSaid(channelOf(channels, id), lang)
        for (const line of rowLines(deskRow(recipient, host, today()), lang, readiness)) terminal.out(line)
        terminal.out(words.check)
        print(profileSections(recipient, lang), terminal)
        print([{ head: words.heads.age, lines: ageLines(recipient, lang, today()) }], terminal)
    }
    return 0
}

function print(sections: readonly DeskSection[], terminal: Terminal): void {
    for (const { head, lines } of sections) {
        terminal.out("")
        terminal.out(head)
        for (const line of lines) terminal.out(`    ${line}`)
    }
}

const today = (): string => localTime(new Date()).slice(0, 10)

function channelOf(channels: readonly Channel[], id: string): Channel | undefined {
    return channels.find(({ recipient }) => recipient === id)
}

/** What is on record of the account, without the desk's id; null members where nothing is. */
function readinessOf(channels: readonly Channel[], id: string): Omit<Channel, "recipient"> {
    const { state = null, since = null, route = null } = channelOf(channels, id) ?? {}
    return { state, since, route }
}

/** The profile with `reportedOn` and `verifiedOn` of every fact, null where there is none. */
function withDates(profile: object): object {
    return Object.fromEntries(Object.entries(profile).map(([key, member]) => [key, dated(member)]))
}

function dated(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(dated)
    if (typeof value !== "object" || value === null) return value
    const members = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, dated(member)]))
    return "grade" in value ? { reportedOn: null, verifiedOn: null, ...members } : members
}
