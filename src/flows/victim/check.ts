import { withCrc32 } from "../../base/digest.ts"
import type { Host } from "../../base/host.ts"
import { hasErrors, type Issue, type IssuePath, issue, movedTo, PacketError } from "../../base/issue.ts"
import type { ByteSource } from "../../base/source.ts"
import { printBeijing, rfc3339 } from "../../base/text/time.ts"
import { isUnknownWord } from "../../base/text/uncertain.ts"
import { policePositions } from "../../editions/police/positions.ts"
import { citedLabels } from "../../editions/shared/cited.ts"
import { type EvidenceItem, releasedSizes, takenInLater } from "../../editions/shared/evidence-item.ts"
import { partyEn } from "../../editions/shared/wallets.ts"
import { checkAddresses } from "../../facts/addresses/look-alike.ts"
import { ownPlace } from "../../facts/case/account-number.ts"
import {
    type CaseFiles,
    type CaseForm,
    readCaseFiles,
    renamedForms,
    YAML_FILE,
} from "../../facts/case/form/case-files.ts"
import type { LoadedCase } from "../../facts/case/load.ts"
import { policeEdition } from "../../facts/case/police-edition.ts"
import type { Case } from "../../facts/case/schema.ts"
import { type CitedFile, checkCitedIdentifiers } from "../../facts/evidence/cited-identifiers.ts"
import {
    DESCRIPTION_FILE,
    type Description,
    emptyDescription,
    withheldLabels,
} from "../../facts/evidence/descriptions.ts"
import { checkIntake, firstLabels, irregularIssues, type ListedFile } from "../../facts/evidence/intake.ts"
import { type EvidenceLock, type LockEntry, nameKey, parseLock } from "../../facts/evidence/lock.ts"
import { openDescriptions } from "../../facts/evidence/open-descriptions.ts"
import { readDescriptions, undescribed } from "../../facts/evidence/read-descriptions.ts"
import type { CaseLedger } from "../../facts/ledger/case-ledger.ts"
import { assetOf } from "../../facts/money/asset.ts"
import { deskOfCase } from "../../facts/recipients/desk-of-case.ts"
import { knownAddresses } from "../../facts/recipients/known-addresses.ts"
import { measure, sizeIssues } from "../../typeset/mail/budget.ts"
import { lackingAtHand } from "../print/compose.ts"
import { type Looks, lookAtAll } from "../print/look.ts"
import { ledgerOfCase } from "./ledger.ts"
import { addMaskedCopies } from "./masked-copies.ts"
import { packetSize } from "./packet-size.ts"
import { descriptionIssues, nameIssues } from "./unprintable.ts"

/** The victim's half, first: everything that is wrong with a case folder. */

/** A case folder as a shell hands it over. */
export interface CaseFolder {
    /** The files that the case may be written in; one is enough. */
    readonly caseFiles: CaseFiles
    readonly lock?: Uint8Array
    readonly descriptions?: Uint8Array
    readonly listing: readonly ListedFile[]
    /** What lies among the files and is none, as `evidence/<path>`. */
    readonly irregular?: readonly string[]
    /** Names of the files that lie in the folder itself: where one of ours is missing, the finding names what is like it. */
    readonly names?: readonly string[]
}

/** What `check` finds and `build` works on. */
export interface CheckedCase {
    readonly issues: readonly Issue[]
    readonly loaded?: LoadedCase
    readonly lock: EvidenceLock
    /** What the case was read from, also where it has errors. */
    readonly form?: CaseForm
    readonly items: readonly EvidenceItem[]
    readonly sources: ReadonlyMap<string, ByteSource>
    /** What was seen in the files; `build` need not look again. */
    readonly looks: Looks
    /** The exports, read and reckoned with; absent where the case has errors. */
    readonly exports?: CaseLedger
}

const RECIPIENT: IssuePath = [YAML_FILE, "recipient"]

/** Reads and checks a whole case folder; every finding at once. */
export async function checkCase(folder: CaseFolder, host: Host): Promise<CheckedCase> {
    const faces = lackingAtHand(host)
    const lacks = faces.lacking
    const read = readCaseFiles(folder.caseFiles, lacks)
    // Where nothing is filled in, what was filled in may have been saved under another name.
    const alike = read.form?.isFilled === false ? renamedForms(folder.names ?? []) : []
    const reading = { ...read, issues: [...alike, ...read.issues] }
    const { lock, issues: lockIssues } = readLock(folder.lock)
    const described =
        folder.descriptions === undefined ? undescribed(lock) : readDescriptions(folder.descriptions, lock)
    const newHasher = host.crc32 === undefined ? host.sha256 : withCrc32(host.sha256, host.crc32)
    const intake = await checkIntake(lock, folder.listing, newHasher, withheldLabels(described.descriptions))
    const strange = irregularIssues(folder.irregular ?? [])
    const missing = sheetMissing(folder, lock, "error")
    const unprintable = [...nameIssues(lock.entries, lacks), ...descriptionIssues(described.descriptions, lacks)]
    const issues = [reading.issues, lockIssues, strange, missing, intake, described.issues, unprintable].flat()
    const items = itemsOf(lock.entries, described.descriptions)
    const sources = new Map<string, ByteSource>()
    const listed = new Map(folder.listing.map((file) => [nameKey(file), file.source]))
    for (const entry of lock.entries) {
        const source = listed.get(nameKey(entry))
        if (source !== undefined) sources.set(entry.label, source)
    }
    const given = items.filter(({ share }) => share !== "none")
    // Where a file comes from is asked in its row.
    for (const { gap, labels } of openDescriptions(given))
        if (gap !== "source")
            issues.push(issue("evidence.description.open", [DESCRIPTION_FILE], { gap, labels }, "note"))
    issues.push(...packetSize(items, "error"))
    const looks = await lookAtAll(given, sources, host)
    issues.push(...[...looks.values()].flatMap((look) => look.issue ?? []))
    if (reading.loaded !== undefined) {
        const { facts, case: read, at } = reading.loaded
        issues.push(
            ...citations(facts, items, at),
            ...placed(deskOfCase(host, read, RECIPIENT).issues, at),
            ...placed(policePositions(read, YAML_FILE), at),
            ...checkAddresses(facts, knownAddresses(host), at, "case"),
            ...(await checkCitedIdentifiers(read, citedFiles(items, sources), at)),
            ...unnamedParties(read, at),
            ...importedLater(read, given, at),
            ...(await releasedTooLarge(read, given, sources, host)),
            ...(folder.listing.length === 0 ? [issue("case.evidence.none", ["evidence"], {}, "warning")] : []),
        )
    }
    const exports =
        reading.loaded === undefined
            ? undefined
            : await ledgerOfCase(
                  reading.loaded,
                  given.map(({ entry }) => entry),
                  sources,
                  host,
              )
    issues.push(...(exports?.issues ?? []))
    const edition = exports === undefined ? undefined : policeEdition(exports.loaded)
    issues.push(...(edition?.issues ?? []), ...faces.absent())
    return {
        issues,
        lock,
        items,
        sources,
        looks,
        ...(exports === undefined ? {} : { exports }),
        ...(reading.form === undefined ? {} : { form: reading.form }),
        ...(edition === undefined || hasErrors(issues) ? {} : { loaded: edition.loaded }),
    }
}

function citedFiles(items: readonly EvidenceItem[], sources: ReadonlyMap<string, ByteSource>): CitedFile[] {
    return items.flatMap(({ entry: { label, mediaType } }) => {
        const source = sources.get(label)
        return source === undefined ? [] : [{ label, mediaType, source }]
    })
}

/** Files that were taken in after the time at which the materials are said to have been made. */
function importedLater(facts: Case, items: readonly EvidenceItem[], at: LoadedCase["at"]): Issue[] {
    const later = takenInLater(facts.preparedAt, items)
    const [first] = later
    if (first === undefined) return []
    const params = {
        prepared: printBeijing(facts.preparedAt),
        imported: printBeijing(first.at),
        labels: firstLabels(later),
    }
    return [issue("case.prepared.before-import", at(["preparedAt"]), params, "warning")]
}

/** Where coins came from or went, in words that no recipient is given. */
function unnamedParties({ account, transfers = [] }: Case, at: LoadedCase["at"]): Issue[] {
    return transfers.flatMap((transfer, i) =>
        (["from", "to"] as const).flatMap((end) => {
            const found = transfer[end]
            // Transfers of national money go to no recipient.
            const stays = assetOf(transfer.value.asset).kind === "fiat"
            return stays || partyEn(ownPlace(found, account), account.exchange) !== undefined || isUnknownWord(found)
                ? []
                : [issue("case.transfer.unnamed", at(["transfers", i, end]), { found }, "note")]
        }),
    )
}

/** Whether what the victim released fits into a mail; masked copies are made to learn their size. */
async function releasedTooLarge(
    facts: Case,
    items: readonly EvidenceItem[],
    sources: ReadonlyMap<string, ByteSource>,
    host: Host,
): Promise<readonly Issue[]> {
    const { recipient } = deskOfCase(host, facts, RECIPIENT)
    const released = items.filter(({ share }) => share === "recipient")
    try {
        const masked = await addMaskedCopies(released, sources, rfc3339(facts.preparedAt) ?? "", host.sha256)
        const size = measure(releasedSizes(masked.items, masked.sources), recipient?.limits?.mailAttachmentsBytes)
        return sizeIssues(size, [DESCRIPTION_FILE], "warning")
    } catch (fault) {
        if (!(fault instanceof PacketError)) throw fault
        return fault.issues
    }
}

/** Each file with what is said of it. */
export function itemsOf(entries: readonly LockEntry[], descriptions: readonly Description[]): EvidenceItem[] {
    const known = new Map(descriptions.map((description) => [description.label, description]))
    return entries.map((entry) => ({ ...(known.get(entry.label) ?? emptyDescription(entry.label)), entry }))
}

/** Findings about the case with the line or cell they are about, in whichever file it was written. */
function placed(issues: readonly Issue[], at: (path: IssuePath) => IssuePath): Issue[] {
    return issues.map((found) => (found.path[0] === YAML_FILE ? movedTo(found, at(found.path.slice(1))) : found))
}

/** The lock file; a case that has none has no entries. */
export function readLock(bytes: Uint8Array | undefined): { lock: EvidenceLock; issues: readonly Issue[] } {
    if (bytes === undefined) return { lock: { entries: [] }, issues: [] }
    const parsed = parseLock(bytes)
    return { lock: parsed.lock ?? { entries: [] }, issues: parsed.issues }
}

/** Files are registered, and the sheet that says of each who may see it is not there. */
export function sheetMissing(
    { descriptions, names = [] }: Pick<CaseFolder, "descriptions" | "names">,
    { entries }: EvidenceLock,
    severity: "error" | "warning",
): Issue[] {
    if (descriptions !== undefined || entries.length === 0) return []
    const like = names.filter((name) => name.includes(DESCRIPTION_STEM) && !name.startsWith("~$"))
    const code = severity === "error" ? "evidence.description.no-sheet" : "evidence.description.new-sheet"
    return [issue(code, [DESCRIPTION_FILE], { found: like.join("、") }, severity)]
}

const DESCRIPTION_STEM = DESCRIPTION_FILE.replace(/\.xlsx$/, "")

/** Files that the case cites: those that nobody registered, and those that the police do not get. */
function citations(facts: unknown, items: readonly EvidenceItem[], at: (path: IssuePath) => IssuePath): Issue[] {
    const shares = new Map(items.map(({ entry, share }) => [entry.label, share]))
    const unknown: Issue[] = []
    const withheld = new Map<string, string[]>()
    for (const { label, path } of citedLabels(facts)) {
        const share = shares.get(label)
        if (share === undefined) unknown.push(issue("case.evidence.unknown-label", at(path), { label }))
        if (share !== "none") continue
        const place = String(at(path)[0])
        const places = withheld.get(label) ?? []
        withheld.set(label, places.includes(place) ? places : [...places, place])
    }
    const cited = [...withheld].map(([label, places]) =>
        issue("case.evidence.withheld", [DESCRIPTION_FILE], { label, places: places.join("、") }, "warning"),
    )
    return [...unknown, ...cited]
}
