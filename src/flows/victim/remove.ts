import { hasErrors, type Issue, issue, PacketError } from "../../base/issue.ts"
import { type Output, output } from "../../base/output.ts"
import { DESCRIPTION_FILE, printDescriptions, withheldLabels } from "../../facts/evidence/descriptions.ts"
import { LOCK_FILE, type LockEntry, nameKey, withoutEntries } from "../../facts/evidence/lock.ts"
import { readDescriptions, undescribed } from "../../facts/evidence/read-descriptions.ts"
import { type CaseFolder, readLock } from "./check.ts"
import { recordOutputs } from "./remember.ts"

/** Takes files out of a case that were added by mistake: their entries, their rows and what is masked in them. */

export interface Removal {
    /** Both files, in the order in which they are to replace what is there. */
    readonly outputs: readonly Output[]
    readonly removed: readonly LockEntry[]
}

/**
 * Plans the removal of files from the record and from 证据说明.xlsx. Of an entry nothing stays but its label, which no other
 * file gets. The case is not changed: what cites a file is for whoever wrote it.
 *
 * @param folder - Without the files themselves: evidence is deleted by the person, and one that still lay there would be
 * taken in anew, for the police.
 * @throws PacketError where a label is not registered, a file still lies there, or a sheet cannot be read.
 */
export function removeFiles(
    folder: Pick<CaseFolder, "lock" | "descriptions" | "listing">,
    labels: readonly string[],
): Removal {
    const { lock, issues: lockIssues } = readLock(folder.lock)
    if (hasErrors(lockIssues)) throw new PacketError(lockIssues)
    const { descriptions } = folder
    const described = descriptions === undefined ? undescribed(lock) : readDescriptions(descriptions, lock)
    if (hasErrors(described.issues)) throw new PacketError(described.issues)
    const there = new Set(folder.listing.map(nameKey))
    const issues = labels.flatMap((label): Issue[] => {
        const entry = lock.entries.find((one) => one.label === label)
        if (entry === undefined) return [issue("evidence.remove.unknown", [LOCK_FILE], { label })]
        const file = `${entry.folder}/${entry.originalName}`
        return there.has(nameKey(entry)) ? [issue("evidence.remove.there", [file], { label, file })] : []
    })
    if (issues.length > 0) throw new PacketError(issues)
    const gone = new Set(labels)
    const rest = withoutEntries(lock, gone)
    const { files, folders } = described.typed
    const own = files.filter(({ label }) => !gone.has(label))
    const withheld = withheldLabels(described.descriptions.filter(({ label }) => !gone.has(label)))
    return {
        // The sheet goes first: it may be open in another program, and then nothing is to change.
        outputs: [
            ...(descriptions === undefined
                ? []
                : [output("form", DESCRIPTION_FILE, printDescriptions(rest.entries, own, folders))]),
            ...recordOutputs(rest, withheld, folder.lock),
        ],
        removed: lock.entries.filter(({ label }) => gone.has(label)),
    }
}
