import type { Host } from "../../base/host.ts"
import { hasErrors, type Issue, type IssuePath, issue } from "../../base/issue.ts"
import type { ByteSource } from "../../base/source.ts"
import { policePositions } from "../../editions/police/positions.ts"
import type { EvidenceItem } from "../../editions/shared/evidence-item.ts"
import { platformEn } from "../../editions/shared/identifiers.ts"
import { checkAddresses } from "../../facts/addresses/look-alike.ts"
import { type LoadedCase, readCase } from "../../facts/case/load.ts"
import type { Case } from "../../facts/case/schema.ts"
import { emptyDescription, readDescriptions, withheldLabels } from "../../facts/evidence/descriptions.ts"
import { checkIntake, irregularIssues, type ListedFile } from "../../facts/evidence/intake.ts"
import { type EvidenceLock, nameKey, parseLock } from "../../facts/evidence/lock.ts"
import { knownAddresses } from "../../facts/recipients/known-addresses.ts"
import { findRecipient } from "../../facts/recipients/recipient.ts"
import { type Looks, lookAtAll } from "../print/look.ts"

/** The victim's half, first: everything that is wrong with a case folder. */

/** A case folder as a shell hands it over. */
export interface CaseFolder {
    readonly caseFile: Uint8Array
    readonly lock?: Uint8Array
    readonly descriptions?: Uint8Array
    readonly listing: readonly ListedFile[]
    /** What lies among the files and is none, as `evidence/<path>`. */
    readonly irregular?: readonly string[]
}

/** What `check` finds and `build` works on. */
export interface CheckedCase {
    readonly issues: readonly Issue[]
    readonly loaded?: LoadedCase
    readonly items: readonly EvidenceItem[]
    readonly sources: ReadonlyMap<string, ByteSource>
    /** What was seen in the files; `build` need not look again. */
    readonly looks: Looks
}

/** Reads and checks a whole case folder; every finding at once. */
export async function checkCase(folder: CaseFolder, host: Host): Promise<CheckedCase> {
    const reading = readCase("case.yaml", folder.caseFile)
    const { lock, issues: lockIssues } = readLock(folder.lock)
    const described =
        folder.descriptions === undefined
            ? { descriptions: [], issues: [] }
            : readDescriptions(folder.descriptions, lock.entries)
    const intake = await checkIntake(lock, folder.listing, host.sha256, withheldLabels(described.descriptions))
    const strange = irregularIssues(folder.irregular ?? [])
    const issues = [...reading.issues, ...lockIssues, ...strange, ...intake, ...described.issues]
    const items = lock.entries.map((entry): EvidenceItem => {
        const description = described.descriptions.find(({ label }) => label === entry.label)
        return { ...(description ?? emptyDescription(entry.label)), entry }
    })
    const sources = new Map<string, ByteSource>()
    const listed = new Map(folder.listing.map((file) => [nameKey(file), file.source]))
    for (const entry of lock.entries) {
        const source = listed.get(nameKey(entry))
        if (source !== undefined) sources.set(entry.label, source)
    }
    const looks = await lookAtAll(
        items.filter(({ share }) => share !== "none"),
        sources,
        host,
    )
    issues.push(...[...looks.values()].flatMap((look) => look.issue ?? []))
    if (reading.loaded !== undefined) {
        const { facts, case: read, at } = reading.loaded
        issues.push(
            ...placed(citations(facts, new Set(items.map(({ entry }) => entry.label))), at),
            ...placed(checkRecipient(read, host), at),
            ...placed(policePositions(read, "case.yaml"), at),
            ...checkAddresses(facts, knownAddresses(host), at, "case"),
        )
    }
    return {
        issues,
        items,
        sources,
        looks,
        ...(reading.loaded === undefined || hasErrors(issues) ? {} : { loaded: reading.loaded }),
    }
}

/** Whether there is such a recipient, and whether the account is one of its accounts. */
function checkRecipient(facts: Case, host: Host): readonly Issue[] {
    const path = ["case.yaml", "recipient"]
    const { recipient, issues } = findRecipient(host, facts.recipient, path)
    if (recipient === undefined || platformEn(facts, recipient) !== undefined) return issues
    const params = { platform: facts.account.exchange, recipient: recipient.name.zh }
    return [...issues, issue("case.recipient.other-platform", path, params, "warning")]
}

/** Findings of `case.yaml` with the line they are about. */
function placed(issues: readonly Issue[], at: (path: IssuePath) => IssuePath): Issue[] {
    return issues.map((found) => (found.path[0] === "case.yaml" ? { ...found, path: at(found.path.slice(1)) } : found))
}

/** The lock file; a case that has none has no entries. */
export function readLock(bytes: Uint8Array | undefined): { lock: EvidenceLock; issues: readonly Issue[] } {
    if (bytes === undefined) return { lock: { entries: [] }, issues: [] }
    const parsed = parseLock(bytes)
    return { lock: parsed.lock ?? { entries: [] }, issues: parsed.issues }
}

/** Labels that the case cites but nobody registered. */
function citations(facts: unknown, labels: ReadonlySet<string>): Issue[] {
    const found: Issue[] = []
    const visit = (value: unknown, path: readonly (string | number)[]): void => {
        if (Array.isArray(value)) value.forEach((item, i) => void visit(item, [...path, i]))
        else if (typeof value === "object" && value !== null)
            for (const [key, member] of Object.entries(value)) visit(member, [...path, key])
        else if (typeof value === "string" && path.includes("evidence") && !labels.has(value))
            found.push(issue("case.evidence.unknown-label", ["case.yaml", ...path], { label: value }))
    }
    visit(facts, [])
    return found
}
