import { closeSync, existsSync, openSync, rmSync, writeSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { hasErrors, issue, PacketError } from "../../../base/issue.ts"
import { oneLine } from "../../../base/text/hygiene.ts"
import { chosenRows } from "../../../facts/ledger/reckon.ts"
import { quantityRelations } from "../../../facts/ledger/relations.ts"
import { type FolderLedger, ledgerOfFolder, printLedger } from "../../../flows/victim/ledger-folder.ts"
import { fileLines, ledgerBlocks } from "../../../flows/victim/ledger-lines.ts"
import { recordOf, type Sink, writeRowsCsv, writeRowsParquet } from "../../../flows/victim/ledger-rows.ts"
import { QUANTITY_HEAD, quantityLine } from "../../../messages/ledger-words.ts"
import { writeOutputs } from "../../files.ts"
import { nodeHost } from "../../host.ts"
import { readCaseForLedger } from "../../read-case.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, optional } from "../usage.ts"

/** What the exports of a case give, without building; with `--csv` and `--parquet` their rows in one shape. */
export async function ledger(args: Arguments, terminal: Terminal): Promise<number> {
    terminal.progress(texts[terminal.lang].working.reading)
    const host = nodeHost()
    const found = await ledgerOfFolder(await readCaseForLedger(args.positionals[0] ?? ""), host)
    const record = await recordOf(found.exports, host.sha256)
    const written = await writeRows(args, found)
    const quantities = quantityRelations(chosenRows(found.exports.ledger))
    if (args.values.json === true) {
        terminal.out(printLedger(found, record))
    } else {
        for (const line of fileLines(record, terminal.lang)) terminal.out(oneLine(line))
        for (const { head, lines } of ledgerBlocks(record, terminal.lang)) {
            terminal.out("")
            terminal.out(head)
            for (const line of lines) terminal.out(`  ${oneLine(line)}`)
        }
        const related = quantities.filter(({ relation }) => relation !== "none")
        if (related.length > 0) {
            terminal.out("")
            terminal.out(QUANTITY_HEAD[terminal.lang])
            for (const one of related) terminal.out(`  ${oneLine(quantityLine(one, terminal.lang))}`)
        }
        if (found.issues.length > 0) terminal.out("")
        terminal.issues(found.issues)
        for (const path of written) terminal.note(`${texts[terminal.lang].wrote}${texts[terminal.lang].colon}${path}`)
    }
    return found.isContradicted || hasErrors(found.issues) ? 1 : 0
}

/** Writes the files that were asked for; each appears whole or not at all. */
async function writeRows(args: Arguments, { exports }: FolderLedger): Promise<readonly string[]> {
    const wanted = [
        [optional(args, "csv"), (sink: Sink) => writeRowsCsv(exports, sink)],
        [optional(args, "parquet"), (sink: Sink) => writeRowsParquet(exports, sink)],
    ] as const
    const taken = wanted.flatMap(([path]) => (path !== undefined && existsSync(path) ? [path] : []))
    if (taken.length > 0) throw new PacketError(taken.map((path) => issue("shell.output.exists", [path], { path })))
    const written: string[] = []
    for (const [path, write] of wanted) {
        if (path === undefined) continue
        const name = basename(path)
        await writeOutputs(dirname(path), [name], async (pathOf) => {
            await writeThrough(pathOf(name), write)
            return { outputs: [] }
        })
        written.push(join(dirname(path), name))
    }
    return written
}

/** A file that is written piece by piece. */
async function writeThrough(path: string, write: (sink: Sink) => Promise<void>): Promise<void> {
    const file = openSync(path, "wx")
    try {
        await write((bytes) => {
            for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
        })
    } catch (error) {
        rmSync(path, { force: true })
        throw error
    } finally {
        closeSync(file)
    }
}
