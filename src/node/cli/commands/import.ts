import { constants, copyFileSync, existsSync, mkdirSync, readFileSync, statSync, utimesSync } from "node:fs"
import { basename, join } from "node:path"
import { utf8 } from "../../../base/bytes.ts"
import { hasErrors, type Issue, issue, PacketError } from "../../../base/issue.ts"
import { DESCRIPTION_FILE, printDescriptions, readDescriptions } from "../../../evidence/descriptions.ts"
import { planImport } from "../../../evidence/intake.ts"
import { LOCK_FILE, parseLock, printLock } from "../../../evidence/lock.ts"
import { listEvidence, localTime, replaceFile } from "../../files.ts"
import { nodeHost } from "../../host.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, existing } from "../usage.ts"

/** Registers what lies in evidence/ and exports/. Files named on the command line are copied into evidence/ first. */
export async function importEvidence(args: Arguments, terminal: Terminal): Promise<number> {
    const [folder = "", ...extra] = args.positionals
    existing(folder, "folder")
    copyIn(folder, extra)
    const lockPath = join(folder, LOCK_FILE)
    const sheetPath = join(folder, DESCRIPTION_FILE)
    const parsed = existsSync(lockPath)
        ? parseLock(readFileSync(lockPath, "utf8"))
        : { lock: { entries: [] }, issues: [] }
    if (parsed.lock === undefined) throw new PacketError(parsed.issues)
    const described = existsSync(sheetPath)
        ? readDescriptions(readFileSync(sheetPath), parsed.lock.entries)
        : { descriptions: [], isCurrent: false, issues: [] }
    if (hasErrors(described.issues)) throw new PacketError(described.issues)
    const plan = await planImport(parsed.lock, listEvidence(folder), {
        importedAt: localTime(new Date()),
        newHasher: nodeHost().sha256,
    })
    const issues: readonly Issue[] = [...described.issues, ...plan.issues]
    if (hasErrors(issues)) throw new PacketError(issues)
    if (plan.added.length > 0 || !existsSync(lockPath)) replaceFile(lockPath, utf8(printLock(plan.lock)))
    if (plan.added.length > 0 || !described.isCurrent)
        replaceFile(sheetPath, printDescriptions(plan.lock.entries, described.descriptions))
    const words = texts[terminal.lang]
    if (args.values.json === true)
        terminal.out(JSON.stringify({ added: plan.added, unchanged: plan.unchanged, issues }, undefined, 2))
    else {
        terminal.issues(issues)
        for (const { label, folder: where, originalName } of plan.added)
            terminal.out(`${label}  ${where}/${originalName}`)
        terminal.out(words.imported(plan.added.length, plan.unchanged.length))
        if (plan.added.length > 0) terminal.note(`${sheetPath}${words.colon}${words.describe}`)
    }
    return 0
}

function copyIn(folder: string, files: readonly string[]): void {
    const issues = files
        .filter((file) => !existsSync(file) || !statSync(file).isFile())
        .map((file) => issue("shell.file.missing", [file], { file }))
    const targets = files.map((file) => join(folder, "evidence", basename(file)))
    issues.push(
        ...(targets
            .filter((target) => existsSync(target))
            .map((target) => issue("shell.output.exists", [target], { path: target })) as never[]),
    )
    if (issues.length > 0) throw new PacketError(issues)
    if (files.length > 0) mkdirSync(join(folder, "evidence"), { recursive: true })
    files.forEach((file, i) => {
        const target = targets[i] ?? ""
        const { atime, mtime } = statSync(file)
        copyFileSync(file, target, constants.COPYFILE_EXCL)
        utimesSync(target, atime, mtime)
    })
}
