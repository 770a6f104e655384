import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs"
import { basename, join, relative } from "node:path"
import { utf8 } from "../../../base/bytes.ts"
import { hasErrors, type Issue, issue, PacketError } from "../../../base/issue.ts"
import {
    DESCRIPTION_FILE,
    printDescriptions,
    readDescriptions,
    withheldLabels,
} from "../../../facts/evidence/descriptions.ts"
import { irregularIssues, planImport } from "../../../facts/evidence/intake.ts"
import { LOCK_FILE, parseLock, printLock } from "../../../facts/evidence/lock.ts"
import { copyFiles, listEvidence, localTime, replaceFiles } from "../../files.ts"
import { nodeHost } from "../../host.ts"
import { oneLine, type Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, existing } from "../usage.ts"

const UNSAID = /^evidence\.description\.(?:caption|source|translation)-missing$/

/** Registers what lies in evidence/ and exports/. Files named on the command line are copied into evidence/ first. */
export async function importEvidence(args: Arguments, terminal: Terminal): Promise<number> {
    const [folder = "", ...extra] = args.positionals
    existing(folder, "folder")
    const undoCopies = copyIn(folder, extra)
    try {
        return await register(folder, args, terminal)
    } catch (error) {
        undoCopies()
        throw error
    }
}

async function register(folder: string, args: Arguments, terminal: Terminal): Promise<number> {
    const lockPath = join(folder, LOCK_FILE)
    const sheetPath = join(folder, DESCRIPTION_FILE)
    const parsed = existsSync(lockPath) ? parseLock(readFileSync(lockPath)) : { lock: { entries: [] }, issues: [] }
    if (parsed.lock === undefined) throw new PacketError(parsed.issues)
    const described = existsSync(sheetPath)
        ? readDescriptions(readFileSync(sheetPath), parsed.lock.entries)
        : { descriptions: [], isCurrent: false, issues: [] }
    if (hasErrors(described.issues)) throw new PacketError(described.issues)
    const { listing, irregular } = listEvidence(folder)
    const plan = await planImport(
        parsed.lock,
        listing,
        { importedAt: localTime(new Date()), newHasher: nodeHost().sha256 },
        withheldLabels(described.descriptions),
    )
    // What is not described yet is for `check` to say: right after an import that would be every file.
    const rows = described.issues.filter(({ code }) => !UNSAID.test(code))
    const issues: readonly Issue[] = [...rows, ...irregularIssues(irregular), ...plan.issues]
    if (hasErrors(issues)) throw new PacketError(issues)
    const hasNews = plan.added.length > 0
    // The sheet goes first: it may be open in another program, and then nothing is to change.
    replaceFiles([
        ...(hasNews || !described.isCurrent
            ? [{ path: sheetPath, bytes: printDescriptions(plan.lock.entries, described.descriptions) }]
            : []),
        ...(hasNews || !existsSync(lockPath) ? [{ path: lockPath, bytes: utf8(printLock(plan.lock)) }] : []),
    ])
    const words = texts[terminal.lang]
    if (args.values.json === true)
        terminal.out(JSON.stringify({ added: plan.added, unchanged: plan.unchanged, issues }, undefined, 2))
    else {
        terminal.issues(issues)
        for (const { label, folder: where, originalName } of plan.added)
            terminal.out(`${label}  ${oneLine(`${where}/${originalName}`)}`)
        terminal.out(words.imported(plan.added.length, plan.unchanged.length))
        if (hasNews) terminal.note(`${sheetPath}${words.colon}${words.describe}`)
    }
    return 0
}

/** Copies files into evidence/; those that lie there already are left alone. Returns what takes the copies away. */
function copyIn(folder: string, files: readonly string[]): () => void {
    const root = join(folder, "evidence")
    const isInside = (file: string): boolean => !relative(root, file).startsWith("..") && existsSync(file)
    const wanted = files.filter((file) => !isInside(file)).map((from) => ({ from, to: join(root, basename(from)) }))
    const issues = wanted.flatMap(({ from, to }, i): Issue[] => {
        if (!existsSync(from)) return [issue("shell.file.missing", [], { file: from })]
        if (!statSync(from).isFile()) return [issue("shell.file.not-file", [], { file: from })]
        const isTaken = existsSync(to) || wanted.findIndex((other) => other.to === to) < i
        return isTaken ? [issue("shell.output.exists", [], { path: to })] : []
    })
    if (issues.length > 0) throw new PacketError(issues)
    if (wanted.length === 0) return () => undefined
    mkdirSync(root, { recursive: true })
    return copyFiles(wanted, folder)
}
