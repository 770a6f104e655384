import type { Host } from "../../base/host.ts"
import { hasErrors, type Issue, PacketError } from "../../base/issue.ts"
import { type Output, output } from "../../base/output.ts"
import { DESCRIPTION_FILE, printDescriptions, withheldLabels } from "../../facts/evidence/descriptions.ts"
import { irregularIssues, planImport } from "../../facts/evidence/intake.ts"
import type { LockEntry } from "../../facts/evidence/lock.ts"
import { readDescriptions, undescribed } from "../../facts/evidence/read-descriptions.ts"
import { lackingAtHand } from "../print/compose.ts"
import { type CaseFolder, itemsOf, readLock, sheetMissing } from "./check.ts"
import { packetSize } from "./packet-size.ts"
import { recordOutputs } from "./remember.ts"
import { nameIssues } from "./unprintable.ts"

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
 * cannot be read.
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
            ? { ...undescribed(lock), isCurrent: false }
            : readDescriptions(folder.descriptions, lock)
    if (hasErrors(described.issues)) throw new PacketError(described.issues)
    const withheld = withheldLabels(described.descriptions)
    const plan = await planImport(lock, folder.listing, { importedAt, newHasher: host.sha256 }, withheld)
    const rows = described.issues.filter(({ code }) => !UNSAID.test(code))
    const strange = irregularIssues(folder.irregular ?? [])
    const large = packetSize(itemsOf(plan.lock.entries, described.descriptions), "warning")
    const issues = [...sheetMissing(folder, lock, "warning"), ...rows, ...strange, ...plan.issues, ...large]
    if (hasErrors(issues)) throw new PacketError(issues)
    issues.push(...nameIssues(plan.lock.entries, lackingAtHand(host).lacking))
    const { files, folders } = described.typed
    const hasNews = plan.added.length > 0
    return {
        // The sheet goes first: it may be open in another program, and then nothing is to change.
        outputs: [
            ...(hasNews || !described.isCurrent
                ? [output("form", DESCRIPTION_FILE, printDescriptions(plan.lock.entries, files, folders))]
                : []),
            ...recordOutputs(plan.lock, withheld, folder.lock),
        ],
        added: plan.added,
        unchanged: plan.unchanged,
        issues,
    }
}
