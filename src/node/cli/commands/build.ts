import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Signer } from "../../../base/host.ts"
import { issue } from "../../../base/issue.ts"
import { LOCK_FILE } from "../../../facts/evidence/lock.ts"
import { sizeSaid } from "../../../flows/officer/said.ts"
import { buildDraft } from "../../../flows/victim/build.ts"
import { buildNames, KEPT_FOLDER, POLICE_FOLDER } from "../../../flows/victim/names.ts"
import type { OutputSize } from "../../../typeset/mail/budget.ts"
import { replaceFiles, writeOutputs } from "../../files.ts"
import { type HostOptions, nodeHost } from "../../host.ts"
import { chooseSigner } from "../../keys.ts"
import { isWorkFile } from "../../read-case.ts"
import { zipTo } from "../../zip.ts"
import { checkJournal, recordStep } from "../record-step.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, optional, ownParts, required, UsageError } from "../usage.ts"
import { soundCase } from "./check.ts"

export interface BuiltDraft {
    readonly ref: string
    readonly zip: string
    readonly folder: string
    /** What stays with the reporter. */
    readonly kept: string
    readonly checkCode: string
    readonly sizeBytes: number
    readonly sha256: string
    readonly fileCount: number
    /** Pictures released to the recipient, as they would go out. */
    readonly released: OutputSize
}

/** Builds the draft of a case folder into an output folder. */
export async function buildInto(
    caseFolder: string,
    output: string,
    signer: Signer | undefined,
    terminal: Terminal,
    own: HostOptions = {},
    journal?: string,
): Promise<BuiltDraft> {
    const words = texts[terminal.lang]
    const record = join(caseFolder, LOCK_FILE)
    const read = existsSync(record) ? new Uint8Array(readFileSync(record)) : undefined
    const checked = await soundCase(caseFolder, terminal, own)
    terminal.progress(words.working.documents)
    const names = buildNames(checked.loaded.case.ref)
    const draft = await writeOutputs(output, names, async (pathOf) => {
        const zip = zipTo(pathOf, (bytes) => terminal.progress(words.working.packing, bytes))
        const built = await buildDraft(checked, nodeHost(own), signer, zip)
        await checkJournal(journal, { ref: checked.loaded.case.ref, checkCode: built.checkCode })
        // A working file stays as it is; what is to be remembered is in its sheet.
        if (!isWorkFile(caseFolder))
            await replaceFiles(
                caseFolder,
                built.remembered.map((output) => ({ output, read })),
            )
        return built
    })
    terminal.issues(draft.issues)
    const { path, sizeBytes, sha256, fileCount } = draft.packet
    return {
        ref: checked.loaded.case.ref,
        sizeBytes,
        sha256,
        fileCount,
        zip: join(output, path),
        folder: join(output, POLICE_FOLDER),
        kept: join(output, KEPT_FOLDER),
        checkCode: draft.checkCode,
        released: draft.released,
    }
}

/** `--key` and `--unsigned` of a command. */
export function signerOf(args: Arguments, allowSample = false): Promise<Signer | undefined> {
    const key = optional(args, "key")
    if (key !== undefined && args.values.unsigned === true)
        throw new UsageError([issue("shell.usage.both", [], { first: "--key", second: "--unsigned" })])
    return chooseSigner({ key, unsigned: args.values.unsigned === true, allowSample }, process.env)
}

export async function build(args: Arguments, terminal: Terminal): Promise<number> {
    const output = required(args, "output", "-o <输出文件夹>")
    const journal = optional(args, "journal")
    await checkJournal(journal)
    const signer = await signerOf(args)
    const built = await buildInto(args.positionals[0] ?? "", output, signer, terminal, ownParts(args), journal)
    const act = { act: "built", options: { code: built.checkCode, file: built.zip } }
    const head = { ref: built.ref, checkCode: built.checkCode }
    const recorded = await recordStep(args, output, { ...act, draft: built.zip, head }, terminal)
    if (args.values.json === true) terminal.out(JSON.stringify({ ...built, ...recorded }, undefined, 2))
    else printDraft(built, terminal)
    return 0
}

/** The result of a build, for people. */
export function printDraft(built: BuiltDraft, terminal: Terminal): void {
    const words = texts[terminal.lang]
    terminal.out(`${words.wrote} ${built.zip}${words.files(built.fileCount, String(built.sizeBytes))}`)
    terminal.out(`${words.wrote} ${built.folder}`)
    terminal.out(`${words.wrote} ${built.kept}`)
    terminal.out(`${words.sizes.released}${words.colon}${sizeSaid(built.released)[terminal.lang]}`)
    terminal.out(`${words.sha256}${words.colon}${built.sha256}`)
    terminal.out(`${words.checkCode}${words.colon}${built.checkCode}`)
}
