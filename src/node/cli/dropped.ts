import { existsSync, readdirSync } from "node:fs"
import { dirname, extname, join } from "node:path"
import { issue, PacketError } from "../../base/issue.ts"
import type { DropStep } from "../../base/issues/shell.ts"
import { LARGEST_JSON } from "../../base/json.ts"
import { readAll } from "../../base/source.ts"
import { readStoreZip } from "../../base/zip/read.ts"
import { readCaseRecord } from "../../facts/case/load.ts"
import { findRecipient } from "../../facts/recipients/recipient.ts"
import { fileSource } from "../files.ts"
import { nodeHost } from "../host.ts"
import LAUNCHERS from "../portable/launchers.json" with { type: "json" }
import { existing } from "../read.ts"
import { complete, signingOptions } from "./commands/complete.ts"
import { forgetIdentity } from "./commands/forget-identity.ts"
import { init } from "./commands/init.ts"
import { verify } from "./commands/verify.ts"
import { report } from "./main.ts"
import { processTerminal, type Terminal } from "./terminal.ts"
import { texts } from "./texts.ts"
import { type Arguments, findCommand, parseCommand, UsageError } from "./usage.ts"

/**
 * The command line for people who type nothing: each launcher of a portable folder does one step with the file that was
 * dropped on it. What a command has to be told besides is found beside that file.
 */

/** Where results go, beside the officer's form. */
const OUT = "out"

/** Endings of what a step takes; a step that is not here takes whatever its command takes. */
const KINDS: Partial<Record<DropStep, readonly string[]>> = {
    form: [".zip"],
    first: [".xlsx", ".yaml"],
    second: [".xlsx", ".yaml"],
}

type Step = (file: string, terminal: Terminal) => Promise<number>

const STEPS: Readonly<Record<DropStep, Step>> = {
    async form(draft, terminal) {
        const asked = await deskOf(draft)
        const desk = asked === undefined ? [] : ["--recipient", asked]
        const status = await init(parsed("init", [dirname(draft), "--officer", ...desk]), terminal)
        if (status === 0) terminal.out(texts[terminal.lang].drop(LAUNCHERS.first))
        return status
    },
    first: (officer, terminal) => officerStep(officer, [], terminal),
    second: (officer, terminal) => officerStep(officer, ["--prepared", preparedOf(officer)], terminal),
    verify: (packet, terminal) => verify(parsed("verify", [packet]), terminal),
    forget: (folder, terminal) => forgetIdentity(parsed("forget-identity", [folder]), terminal, false),
}

/**
 * Runs the step of a launcher; never rejects.
 *
 * @param args - The step, then what was dropped, as far as `cmd` understood it; empty texts count as nothing.
 * @param line - The line that started the window, on Windows. It is read in place of the arguments where it holds them:
 * `cmd` cuts a path at `&` and at commas.
 */
export async function dropped([step = "", ...args]: readonly string[], line = ""): Promise<number> {
    const terminal = processTerminal("zh-CN")
    try {
        const run = isStep(step) ? STEPS[step] : undefined
        if (!isStep(step) || run === undefined) return 2
        return await run(theOne(step, wordsOf(line) ?? args.filter((arg) => arg !== "")), terminal)
    } catch (error) {
        return report(error, false, terminal)
    }
}

const isStep = (step: string): step is DropStep => Object.hasOwn(STEPS, step)

/** What stands behind the launcher in `cmd.exe /c ""C:\lerpack\第一步.cmd" D:\a&b\officer.xlsx"`. */
function wordsOf(line: string): readonly string[] | undefined {
    const [, words] = /\/c ""[^"]+\.cmd"(.*)"\s*$/is.exec(line) ?? []
    return words === undefined
        ? undefined
        : [...words.matchAll(/"([^"]*)"|[^\s"]+/g)].map(([word, quoted]) => quoted ?? word)
}

/** The one file that was dropped, of a kind that the step takes. */
function theOne(step: DropStep, files: readonly string[]): string {
    const launcher = LAUNCHERS[step]
    const [file, ...more] = files
    if (file === undefined) throw new UsageError([issue("shell.drop.nothing", [], { step, launcher })])
    if (more.length > 0) throw new UsageError([issue("shell.drop.several", [], { step, launcher })])
    const kinds = KINDS[step]
    if (kinds === undefined) return file
    if (!kinds.includes(extname(file).toLowerCase()))
        throw new UsageError([issue("shell.drop.kind", [], { file, step, launcher })])
    return existing(file, "file")
}

/** The desk of the case in a packet, whose groups of data the form then has; none where the packet names none that can be asked. */
async function deskOf(draft: string): Promise<string | undefined> {
    const zip = await readStoreZip(fileSource(draft))
    const entry = zip.ok ? zip.entries.find(({ name }) => /^[^/]+\/data\/case\.json$/.test(name)) : undefined
    if (entry === undefined || entry.size > LARGEST_JSON) return undefined
    const id = readCaseRecord(entry.name, await readAll(entry.source)).loaded?.case.recipient
    return id === undefined ? undefined : findRecipient(nodeHost(), id, []).recipient?.id
}

/** First or second step; photos and scans are found by the command itself. */
function officerStep(officer: string, prepared: readonly string[], terminal: Terminal): Promise<number> {
    const folder = dirname(officer)
    const drafts = named(folder, /^DRAFT-.*\.zip$/i)
    const [draft] = drafts
    if (draft === undefined || drafts.length > 1)
        throw new PacketError([issue("shell.drop.draft", [], { folder, names: drafts.join("、") })])
    const args = [join(folder, draft), "--officer", officer, ...prepared, "-o", join(folder, OUT)]
    const signing = signingOptions(undefined, false)
    return complete(parsed("complete", [...args, ...signing]), terminal, texts[terminal.lang].drop(LAUNCHERS.second))
}

/** The folder that the first step made. */
function preparedOf(officer: string): string {
    const folder = join(dirname(officer), OUT)
    const found = existsSync(folder) ? named(folder, /-prepared$/) : []
    const [name] = found
    if (name === undefined || found.length > 1)
        throw new PacketError([
            issue("shell.drop.prepared", [], { folder, names: found.join("、"), launcher: LAUNCHERS.first }),
        ])
    return join(folder, name)
}

const named = (folder: string, pattern: RegExp): readonly string[] =>
    readdirSync(folder)
        .filter((name) => pattern.test(name))
        .sort()

const parsed = (command: string, args: readonly string[]): Arguments => parseCommand(findCommand(command), args)
