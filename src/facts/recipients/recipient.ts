import { utf8 } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import { hasErrors, type Issue, type IssuePath, issue, PacketError } from "../../base/issue.ts"
import type { RequestIssues } from "../../base/issues/request.ts"
import { inputIssues } from "../case/input-issues.ts"
import { readYaml } from "../case/yaml.ts"
import type { PhotoRole } from "../officer/photo-role.ts"
import { DATA_GROUPS, DATA_NOTE, IDENTIFIER_FORMATS, ITEMS, ITEMS_NOTE, LIMITS, USER_NOTICE } from "./defaults.data.ts"
import { type ProfileFile, profileFile } from "./profile-file.ts"
import { checkAbsent, checkProfile, formatFaults } from "./recipient-check.ts"
import {
    type AbsentDesk,
    absentDeskSchema,
    type Recipient,
    type RecipientInFile,
    recipientSchema,
} from "./recipient-schema.ts"

/**
 * A recipient as data; no other code names one. Profiles come with the product or from a folder of the user's, who can
 * add a desk, or replace what we say of one, without code.
 */

/** Profile and findings of one file; without a profile when a finding is an error, or where the desk has no channel. */
export interface RecipientReading {
    readonly recipient?: Recipient
    /** A desk of which no channel is known. */
    readonly absent?: AbsentDesk
    readonly issues: readonly Issue[]
}

/** Reads a profile, all findings at once. `file` is what messages call it. */
export function parseRecipient(id: string, source: string, file = `recipients/${id}.yaml`): RecipientReading {
    return judge(id, { file, source, yaml: readYaml(file, utf8(source), "drop") })
}

function judge(id: string, { file, yaml }: ProfileFile): RecipientReading {
    if (hasErrors(yaml.issues)) return { issues: yaml.issues }
    const value = yaml.value ?? {}
    const schema = typeof value === "object" && "found" in value ? absentDeskSchema : recipientSchema
    const parsed = schema.safeParse(value)
    if (!parsed.success) {
        const input = { file, value, schema, locate: yaml.locate }
        return { issues: [...yaml.issues, ...inputIssues(input, parsed.error)] }
    }
    const at = (keys: IssuePath): IssuePath => [file + yaml.locate(keys), ...keys]
    const desk = parsed.data
    const { issues: found, ...read } =
        "found" in desk ? { absent: desk, issues: checkAbsent(desk, at) } : completed(desk, at)
    const issues = [...yaml.issues, ...found]
    if (desk.id !== id) issues.push(issue("request.recipient.id", at(["id"]), { found: desk.id, expected: id }))
    return hasErrors(issues) ? { issues } : { ...read, issues }
}

function completed(desk: RecipientInFile, at: (keys: IssuePath) => IssuePath): RecipientReading {
    const recipient = filledIn(desk)
    return { recipient, issues: [...formatFaults(desk, at), ...checkProfile(recipient, at)] }
}

/** A profile with what holds for every desk where it says nothing; before 1.1 one without limits had none. */
export function filledIn(desk: RecipientInFile): Recipient {
    const { format, userNotice, identifierFormats, items, itemsNote, dataGroups } = desk
    return {
        ...(format === "1.0" ? {} : { limits: LIMITS }),
        ...(dataGroups === undefined ? { dataNote: DATA_NOTE } : {}),
        ...desk,
        userNotice: userNotice ?? USER_NOTICE,
        identifierFormats: identifierFormats ?? IDENTIFIER_FORMATS,
        itemsNote: itemsNote ?? ITEMS_NOTE,
        items: items ?? ITEMS,
        dataGroups: dataGroups ?? DATA_GROUPS,
    }
}

/** As `parseRecipient`, but throws `PacketError` when the profile is damaged. */
export function readRecipient(id: string, source: string, file?: string): Recipient {
    const { recipient, issues } = refused(parseRecipient(id, source, file), [id])
    if (recipient === undefined) throw new PacketError(issues)
    return recipient
}

/**
 * The profile of that id from the host. `request.recipient.unknown` at `named` lists the ones there are;
 * `request.recipient.no-channel` says why a desk cannot be asked, and what to do instead.
 */
export function findRecipient(host: Host, id: string, named: IssuePath): RecipientReading {
    return refused(findDesk(host, id, named), named)
}

/** As `findRecipient`, but a desk without a channel is no finding: for whoever shows what is known of desks. */
export function findDesk(host: Host, id: string, named: IssuePath): RecipientReading {
    if (!host.recipients.includes(id))
        return { issues: [issue("request.recipient.unknown", named, { found: id, known: host.recipients.join("、") })] }
    const name = `recipients/${id}.yaml`
    const made = host.made?.(name, host.asset(name))
    if (made !== undefined) return { recipient: made as Recipient, issues: [] }
    const file = profileFile(host, id)
    const found = READ.get(file) ?? judge(id, file)
    READ.set(file, found)
    return found
}

function refused(reading: RecipientReading, named: IssuePath): RecipientReading {
    const { absent, issues } = reading
    if (absent === undefined) return reading
    return { absent, issues: [...issues, issue("request.recipient.no-channel", named, whyAbsent(absent))] }
}

/** Why a desk cannot be asked, and what to do instead, as findings say it. */
export function whyAbsent(absent: AbsentDesk): RequestIssues["request.recipient.no-channel"] {
    const { name, reason, instead } = absent
    return {
        recipient: name.zh,
        recipientEn: name.en,
        reason: reason.zh,
        reasonEn: reason.en ?? reason.zh,
        source: reason.source,
        sourceEn: reason.sourceEn ?? reason.source,
        grade: reason.grade,
        day: reason.reportedOn ?? absent.compiledOn,
        instead: instead?.zh ?? "",
        insteadEn: instead?.en ?? instead?.zh ?? "",
        insteadSource: instead?.source ?? "",
        insteadSourceEn: instead?.sourceEn ?? instead?.source ?? "",
        insteadGrade: instead?.grade ?? "",
    }
}

const READ = new WeakMap<ProfileFile, RecipientReading>()

/** As `findRecipient`, but throws `PacketError`. */
export function loadRecipient(host: Host, id: string, named: IssuePath): Recipient {
    const { recipient, issues } = findRecipient(host, id, named)
    if (recipient === undefined) throw new PacketError(issues)
    return recipient
}

/** Whether the desk's own list has photos of the police ID. */
export function asksPhotos(recipient: Recipient): boolean {
    return photosAsked(recipient).length > 0
}

/** Whether a desk reads no Chinese: the letter then has an English translation behind it, mails no Chinese summary. */
export function wantsTranslation({ languages }: Recipient): boolean {
    return !languages.accepted.includes("zh-CN")
}

/** Photographs that the items of a profile ask for, in their order. */
export function photosAsked(recipient: Recipient): readonly PhotoRole[] {
    const roles = recipient.items.flatMap(({ leaves }) => leaves.map(({ photo }) => photo))
    return [...new Set(roles)].filter((role) => role !== undefined)
}
