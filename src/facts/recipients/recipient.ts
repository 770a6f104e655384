import { utf8 } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import { hasErrors, type Issue, type IssuePath, issue, PacketError } from "../../base/issue.ts"
import { inputIssues } from "../case/input-issues.ts"
import { readYaml } from "../case/yaml.ts"
import type { PhotoRole } from "../officer/photo-role.ts"
import { type ProfileFile, profileFile } from "./profile-file.ts"
import { checkProfile } from "./recipient-check.ts"
import { type Recipient, recipientSchema } from "./recipient-schema.ts"

/**
 * A recipient as data; no other code names one. Profiles come with the product or from a folder of the user's, who can
 * add a desk, or replace what we say of one, without code.
 */

/** Profile and findings of one file; without a profile when a finding is an error. */
export interface RecipientReading {
    readonly recipient?: Recipient
    readonly issues: readonly Issue[]
}

/** Reads a profile, all findings at once. `file` is what messages call it. */
export function parseRecipient(id: string, source: string, file = `recipients/${id}.yaml`): RecipientReading {
    return judge(id, { file, source, yaml: readYaml(file, utf8(source), "drop") })
}

function judge(id: string, { file, yaml }: ProfileFile): RecipientReading {
    if (hasErrors(yaml.issues)) return { issues: yaml.issues }
    const value = yaml.value ?? {}
    const parsed = recipientSchema.safeParse(value)
    if (!parsed.success) {
        const input = { file, value, schema: recipientSchema, locate: yaml.locate }
        return { issues: [...yaml.issues, ...inputIssues(input, parsed.error)] }
    }
    const at = (keys: IssuePath): IssuePath => [file + yaml.locate(keys), ...keys]
    const issues = [...yaml.issues, ...checkProfile(parsed.data, at)]
    if (parsed.data.id !== id)
        issues.push(issue("request.recipient.id", at(["id"]), { found: parsed.data.id, expected: id }))
    return hasErrors(issues) ? { issues } : { recipient: parsed.data, issues }
}

/** As `parseRecipient`, but throws `PacketError` when the profile is damaged. */
export function readRecipient(id: string, source: string, file?: string): Recipient {
    const { recipient, issues } = parseRecipient(id, source, file)
    if (recipient === undefined) throw new PacketError(issues)
    return recipient
}

/** The profile of that id from the host; `request.recipient.unknown` at `named` lists the ones there are. */
export function findRecipient(host: Host, id: string, named: IssuePath): RecipientReading {
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

const READ = new WeakMap<ProfileFile, RecipientReading>()

/** As `findRecipient`, but throws `PacketError`. */
export function loadRecipient(host: Host, id: string, named: IssuePath): Recipient {
    const { recipient, issues } = findRecipient(host, id, named)
    if (recipient === undefined) throw new PacketError(issues)
    return recipient
}

/** Photographs that the items of a profile ask for, in their order. */
export function photosAsked(recipient: Recipient): readonly PhotoRole[] {
    const roles = recipient.items.flatMap(({ leaves }) => leaves.map(({ photo }) => photo))
    return [...new Set(roles)].filter((role) => role !== undefined)
}
