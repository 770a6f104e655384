import { existsSync, mkdirSync, statSync } from "node:fs"
import { basename, join, relative } from "node:path"
import { type Issue, issue, PacketError } from "../../../base/issue.ts"
import { bytesOf } from "../../../base/source.ts"
import { oneLine } from "../../../base/text/hygiene.ts"
import { readCaseFiles } from "../../../facts/case/form/case-files.ts"
import { withoutFiles } from "../../../facts/case/form/without-files.ts"
import { DESCRIPTION_FILE } from "../../../facts/evidence/descriptions.ts"
import { fileSums, tellFiles } from "../../../facts/ledger/tell.ts"
import { ledgerOfFolder } from "../../../flows/victim/ledger-folder.ts"
import { fileLines } from "../../../flows/victim/ledger-lines.ts"
import { register } from "../../../flows/victim/register.ts"
import { removeFiles } from "../../../flows/victim/remove.ts"
import { copyFiles, localTime, replaceFiles } from "../../files.ts"
import { nodeHost } from "../../host.ts"
import { existing } from "../../read.ts"
import { readCaseForLedger, readRecords, refuseWorkFile } from "../../read-case.ts"
import type { Terminal } from "../terminal.ts"
import { shellWord, texts } from "../texts.ts"
import { type Arguments, UsageError } from "../usage.ts"

/**
 * Registers what lies in evidence/ and exports/. Files named on the command line are copied into evidence/ first. With
 * `--remove` nothing is registered, and labels are dropped.
 */
export async function importEvidence(args: Arguments, terminal: Terminal): Promise<number> {
    const [folder = "", ...extra] = args.positionals
    refuseWorkFile(folder, "import")
    existing(folder, "folder")
    const labels = args.values.remove
    if (Array.isArray(labels)) {
        if (extra.length > 0)
            throw new UsageError([issue("shell.usage.both", [], { first: "<文件>", second: "--remove" })])
        return removeRegistered(folder, labels.map(String), args, terminal)
    }
    const undoCopies = copyIn(folder, extra)
    try {
        return await registerFiles(folder, args, terminal)
    } catch (error) {
        undoCopies()
        throw error
    }
}

/** Drops files from the record that the person has taken away, and names what still cites them. */
async function removeRegistered(
    folder: string,
    labels: readonly string[],
    args: Arguments,
    terminal: Terminal,
): Promise<number> {
    const records = await readCaseForLedger(folder)
    const { outputs, removed } = removeFiles(records, [...new Set(labels)])
    const asRead = (path: string) => (path === DESCRIPTION_FILE ? records.descriptions : records.lock)
    await replaceFiles(
        folder,
        outputs.map((output) => ({ output, read: asRead(output.path) })),
    )
    const gone = new Set(removed.map(({ label }) => label))
    const form = records.caseFiles === undefined ? undefined : readCaseFiles(records.caseFiles).form
    const { count } = form === undefined ? { count: 0 } : withoutFiles(form.answers, gone)
    if (args.values.json === true) {
        terminal.out(JSON.stringify({ removed, cited: count }, undefined, 2))
        return 0
    }
    for (const { label, folder: where, originalName } of removed)
        terminal.out(`${label}  ${oneLine(`${where}/${originalName}`)}`)
    terminal.out(texts[terminal.lang].removed(removed.length))
    if (count > 0) terminal.note(texts[terminal.lang].stillCited(count, shellWord(folder)))
    return 0
}

async function registerFiles(folder: string, args: Arguments, terminal: Terminal): Promise<number> {
    const words = texts[terminal.lang]
    const records = readRecords(folder)
    terminal.progress(words.working.reading, bytesOf(records.listing))
    const { outputs, added, unchanged, issues } = await register(records, nodeHost(), localTime(new Date()))
    const asRead = (path: string) => (path === DESCRIPTION_FILE ? records.descriptions : records.lock)
    await replaceFiles(
        folder,
        outputs.map((output) => ({ output, read: asRead(output.path) })),
    )
    // No case needs to be complete, or even there, for its exports to be read.
    const { exports } = await ledgerOfFolder(await readCaseForLedger(folder), nodeHost())
    const read = tellFiles(exports.ledger)
    if (args.values.json === true) {
        const sums = new Map(exports.ledger.readings.map((reading) => [reading.label, fileSums(reading)]))
        const files = read.files.map((file) => ({ ...file, totals: sums.get(file.id) ?? [] }))
        const told = { added, unchanged, exports: { files, unread: read.unread }, issues }
        terminal.out(JSON.stringify(told, undefined, 2))
        return 0
    }
    terminal.issues(issues)
    for (const { label, folder: where, originalName } of added)
        terminal.out(`${label}  ${oneLine(`${where}/${originalName}`)}`)
    if (added.some((entry) => entry.folder === "exports"))
        for (const line of fileLines(read, terminal.lang)) terminal.out(oneLine(line))
    terminal.out(words.imported(added.length, unchanged.length))
    if (added.length > 0)
        terminal.note(`${join(folder, DESCRIPTION_FILE)}${words.colon}${words.describe(shellWord(folder))}`)
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
