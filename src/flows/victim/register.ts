import { utf8 } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import { hasErrors, type Issue, PacketError } from "../../base/issue.ts"
import { type Output, output } from "../../base/output.ts"
import {
    DESCRIPTION_FILE,
    printDescriptions,
    readDescriptions,
    withheldLabels,
} from "../../facts/evidence/descriptions.ts"
import { irregularIssues, planImport } from "../../facts/evidence/intake.ts"
import { LOCK_FILE, type LockEntry, printLock } from "../../facts/evidence/lock.ts"
import { type CaseFolder, readLock } from "./check.ts"

/** Registers the files of a case: each gets a label, an entry in the lock file and a row to describe it in. */

export interface Registration {
    /** Both files, or those of them that change, in the order in which they are to replace what is there. */
    readonly outputs: readonly Output[]
    readonly added: readonly LockEntry[]
    /** Labels. */
    readonly unchanged: readonly string[]
    /** Warnings and notes. */
    readonly issues: readonly Issue[]
}

/** What is not described yet is for `check` to say: right after an import that would be every file. */
const UNSAID = /^evidence\.description\.(?:caption|source|translation)-missing$/

/**
 * Plans the registration of what lies in the folder. Throws `PacketError` when a file was changed or lost, or the sheet
 * can not be read.
 *
 * @param importedAt - RFC 3339 with offset.
 */
export async function register(
    folder: Omit<CaseFolder, "caseFiles">,
    host: Host,
    importedAt: string,
): Promise<Registration> {
    const { lock, issues: lockIssues } = readLock(folder.lock)
    if (hasErrors(lockIssues)) throw new PacketError(lockIssues)
    const described =
        folder.descriptions === undefined
            ? { descriptions: [], isCurrent: false, issues: [] }
            : readDescriptions(folder.descriptions, lock.entries)
    if (hasErrors(described.issues)) throw new PacketError(described.issues)
    const plan = await planImport(
        lock,
        folder.listing,
        { importedAt, newHasher: host.sha256 },
        withheldLabels(described.descriptions),
    )
    const rows = described.issues.filter(({ code }) => !UNSAID.test(code))
    const issues = [...rows, ...irregularIssues(folder.irregular ?? []), ...plan.issues]
    if (hasErrors(issues)) throw new PacketError(issues)
    const hasNews = plan.added.length > 0
    return {
        // The sheet goes first: it may be open in another program, and then nothing is to change.
        outputs: [
            ...(hasNews || !described.isCurrent
                ? [output("form", DESCRIPTION_FILE, printDescriptions(plan.lock.entries, described.descriptions))]
                : []),
            ...(hasNews || folder.lock === undefined ? [output("record", LOCK_FILE, utf8(printLock(plan.lock)))] : []),
        ],
        added: plan.added,
        unchanged: plan.unchanged,
        issues,
    }
}
