import type { Host } from "../../../base/host.ts"
import { hasErrors, issue } from "../../../base/issue.ts"
import { agesOf, daysBetween, newest, profileDay } from "../../../facts/recipients/age.ts"
import { factsOf } from "../../../facts/recipients/profile-facts.ts"
import { findRecipient, loadRecipient } from "../../../facts/recipients/recipient.ts"
import type { Recipient } from "../../../facts/recipients/recipient-schema.ts"
import { localTime } from "../../files.ts"
import { nodeHost } from "../../host.ts"
import { recipientTexts, saidIn } from "../recipient-texts.ts"
import type { Terminal } from "../terminal.ts"
import { type Arguments, ownParts, UsageError } from "../usage.ts"
import { listChannels } from "./channels.ts"
import { printProfile } from "./recipient-profile.ts"

/** Lists the recipient profiles, or shows one. A profile's age is by this machine's clock; nothing is written. */
export async function recipients(args: Arguments, terminal: Terminal): Promise<number> {
    const [action, id] = args.positionals
    const host = nodeHost(ownParts(args))
    if (args.values.channels === true) return listChannels(host.recipients, args.values.json === true, terminal)
    if (action === undefined) return list(host, args.values.json === true, terminal)
    if (action !== "show")
        throw new UsageError([issue("shell.usage.unknown-option", [], { found: action, command: "recipients" })])
    if (id === undefined)
        throw new UsageError([issue("shell.usage.missing", [], { what: "show <编号>", command: "recipients" })])
    const profile = loadRecipient(host, id, [])
    if (args.values.json === true) terminal.out(JSON.stringify(withDates(profile), undefined, 2))
    else for (const line of printProfile(profile, terminal.lang, summary(profile, host, terminal))) terminal.out(line)
    return 0
}

/** Damaged profiles do not hide the sound ones: they are reported behind them. */
function list(host: Host, json: boolean, terminal: Terminal): number {
    const readings = host.recipients.map((id) => findRecipient(host, id, []))
    const profiles = readings.flatMap(({ recipient }) => (recipient === undefined ? [] : [recipient]))
    const issues = readings.flatMap((reading) => reading.issues)
    if (json) terminal.out(JSON.stringify({ recipients: profiles.map((one) => row(one, host)), issues }, undefined, 2))
    else {
        const words = recipientTexts[terminal.lang]
        for (const profile of profiles) {
            const routes = Object.keys(profile.routes) as (keyof Recipient["routes"])[]
            const { accepted } = profile.languages
            terminal.out(`${profile.id}  ${saidIn(terminal.lang, profile.name)}`)
            const facts = [
                `${words.heads.routes}${words.colon}${routes.map((route) => words.route[route]).join(words.comma)}`,
                `${words.heads.languages}${words.colon}${accepted.map((one) => words.language[one]).join(words.comma)}`,
            ]
            terminal.out(`    ${facts.join(words.separator)}`)
            terminal.out(`    ${summary(profile, host, terminal)}`)
        }
        terminal.issues(issues)
        terminal.note(words.check)
        terminal.note(words.more)
    }
    return hasErrors(issues) ? 1 : 0
}

/** How old and how far verified, in one line. */
function summary(profile: Recipient, host: Host, { lang }: Terminal): string {
    const words = recipientTexts[lang]
    const { facts, verified, newestSource, compiledOn, ageDays, isOld, file } = row(profile, host)
    return [
        ...(file === null ? [] : [`${words.own} ${file}`]),
        words.compiled(compiledOn, ageDays),
        words.newest(newestSource ?? undefined),
        words.counts(facts, verified),
        ...(isOld ? [words.old(agesOf(profile).profileDays)] : []),
    ].join(words.separator)
}

interface Row {
    readonly id: string
    readonly name: Recipient["name"]
    readonly routes: readonly string[]
    readonly languages: readonly string[]
    readonly compiledOn: string
    /** Whole days since `compiledOn` by this machine's clock; 0 where the clock is behind. */
    readonly ageDays: number
    /** Its newest verification, else its newest source, lies further back than the profile's age allows. */
    readonly isOld: boolean
    readonly newestSource: string | null
    readonly facts: number
    readonly verified: number
    readonly lastVerified: string | null
    /** Path of a profile of the user's own. */
    readonly file: string | null
}

function row(profile: Recipient, host: Host): Row {
    const facts = factsOf(profile).map(({ fact }) => fact)
    const today = localTime(new Date()).slice(0, 10)
    return {
        id: profile.id,
        name: profile.name,
        routes: Object.keys(profile.routes),
        languages: profile.languages.accepted,
        compiledOn: profile.compiledOn,
        ageDays: Math.max(0, Math.floor((Date.parse(today) - Date.parse(profile.compiledOn)) / 86_400_000)),
        isOld: daysBetween(profileDay(profile).day, today) > agesOf(profile).profileDays,
        newestSource: newest(facts.map((fact) => fact.reportedOn)) ?? null,
        facts: facts.length,
        verified: facts.filter((fact) => fact.verifiedOn !== undefined).length,
        lastVerified: newest(facts.map((fact) => fact.verifiedOn)) ?? null,
        file: host.assetPath?.(`recipients/${profile.id}.yaml`) ?? null,
    }
}

/** The profile with `reportedOn` and `verifiedOn` of every fact, null where there is none. */
function withDates(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withDates)
    if (typeof value !== "object" || value === null) return value
    const members = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withDates(member)]))
    return "grade" in value ? { reportedOn: null, verifiedOn: null, ...members } : members
}
