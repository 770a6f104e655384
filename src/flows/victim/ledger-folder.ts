import type { Host } from "../../base/host.ts"
import { hasErrors, type Issue, issue } from "../../base/issue.ts"
import type { ByteSource } from "../../base/source.ts"
import { exportsSoFar } from "../../facts/case/exports-so-far.ts"
import { type CaseFiles, readCaseFiles } from "../../facts/case/form/case-files.ts"
import { checkIntake } from "../../facts/evidence/intake.ts"
import { nameKey } from "../../facts/evidence/lock.ts"
import { readDescriptions, undescribed } from "../../facts/evidence/read-descriptions.ts"
import type { CaseLedger } from "../../facts/ledger/case-ledger.ts"
import { FIGURE_CODES } from "../../facts/ledger/compare-figures.ts"
import { ledgerIssues } from "../../facts/ledger/findings.ts"
import { chosenRows } from "../../facts/ledger/reckon.ts"
import type { LedgerRecord } from "../../facts/ledger/record.ts"
import { quantityRelations } from "../../facts/ledger/relations.ts"
import { type CaseFolder, itemsOf, readLock } from "./check.ts"
import { exportFiles, ledgerOfCase, ledgerOptions, reckonExports } from "./ledger.ts"

/** The exports of a case folder, whatever state the case itself is in. */

export interface FolderLedger {
    readonly exports: CaseLedger
    readonly issues: readonly Issue[]
    /** Whether a figure that the case states is contradicted, or cannot be made. */
    readonly isContradicted: boolean
}

/**
 * Reads the registered exports and reckons with them. Of a case with errors the answers about exports and the times of the
 * event are taken as far as they can be read; nothing is held against it then.
 */
export async function ledgerOfFolder(
    folder: Omit<CaseFolder, "caseFiles"> & { readonly caseFiles?: CaseFiles },
    host: Host,
): Promise<FolderLedger> {
    const { lock, issues: lockIssues } = readLock(folder.lock)
    const described =
        folder.descriptions === undefined ? undescribed(lock) : readDescriptions(folder.descriptions, lock)
    const listed = folder.listing.filter((file) => file.folder === "exports")
    const all = lock.entries.filter((entry) => entry.folder === "exports")
    const sources = new Map<string, ByteSource>()
    const found = new Map(listed.map((file) => [nameKey(file), file.source]))
    for (const entry of all) {
        const source = found.get(nameKey(entry))
        if (source !== undefined) sources.set(entry.label, source)
    }
    const entries = itemsOf(all, described.descriptions)
        .filter(({ share }) => share !== "none")
        .map(({ entry }) => entry)
    const intake = await checkIntake({ ...lock, entries: all }, listed, host.sha256)
    const issues = [...lockIssues, ...intake]
    const read = folder.caseFiles === undefined ? { issues: [] } : readCaseFiles(folder.caseFiles)
    if (read.loaded !== undefined) {
        const { issues: own, loaded: _, ...exports } = await ledgerOfCase(read.loaded, entries, sources, host)
        const isContradicted = own.some(({ code }) => FIGURE_CODES.some((figure) => figure === code))
        return { exports, issues: [...issues, ...own], isContradicted }
    }
    const answers = "form" in read ? read.form?.answers : undefined
    const options = ledgerOptions(exportsSoFar(answers), host)
    const exports = await reckonExports(exportFiles(entries, sources), options)
    const count = read.issues.filter(({ severity }) => severity === "error").length
    const unfinished = hasErrors(read.issues) ? [issue("ledger.unfinished", [], { count }, "note")] : []
    const own = ledgerIssues(exports.ledger, exports.reckoning, options)
    return { exports, issues: [...issues, ...unfinished, ...own], isContradicted: false }
}

/** What `ledger --json` prints. */
export function printLedger(
    { issues, exports }: Pick<FolderLedger, "issues" | "exports">,
    record: LedgerRecord,
): string {
    const { format: _, ...told } = record
    const quantities = quantityRelations(chosenRows(exports.ledger))
    return JSON.stringify({ ...told, quantities, issues }, undefined, 2)
}
