import { constants, copyFileSync } from "node:fs"
import { join } from "node:path"
import type { Signer } from "../../../base/host.ts"
import { issue } from "../../../base/issue.ts"
import { buildDraft, handoverSheet } from "../../../flows/victim/build.ts"
import { keptDocuments } from "../../../flows/victim/kept.ts"
import type { OutputSize } from "../../../typeset/mail/budget.ts"
import { writeOutputs } from "../../files.ts"
import { type HostOptions, nodeHost } from "../../host.ts"
import { chooseSigner } from "../../keys.ts"
import { type WrittenZip, writeZip } from "../../zip.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, optional, ownParts, required, UsageError } from "../usage.ts"
import { soundCase } from "./check.ts"

export const POLICE_FOLDER = "交民警"
/** Stays with the reporter: deadlines, remedies, receipt. */
export const KEPT_FOLDER = "报案人留存"

export interface BuiltDraft extends WrittenZip {
    readonly zip: string
    readonly folder: string
    /** What stays with the reporter. */
    readonly kept: string
    readonly checkCode: string
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
): Promise<BuiltDraft> {
    const words = texts[terminal.lang]
    const host = nodeHost(own)
    const checked = await soundCase(caseFolder, terminal, own)
    terminal.progress(words.working.documents)
    const draft = await buildDraft(checked, host, signer)
    terminal.issues(draft.issues)
    const zipName = `DRAFT-${checked.loaded.case.ref}.zip`
    const written = await writeOutputs(output, [zipName, POLICE_FOLDER, KEPT_FOLDER], async (out) => {
        terminal.progress(words.working.packing)
        const zip = await writeZip(draft.packet, out.path(zipName))
        const handedOver = { fileName: zipName, checkCode: draft.packet.checkCode, ...zip }
        out.write(`${POLICE_FOLDER}/01-材料核对单.pdf`, await handoverSheet(checked.loaded, host, handedOver))
        for (const { name, bytes } of await keptDocuments(checked.loaded, host, handedOver))
            out.write(`${KEPT_FOLDER}/${name}`, bytes)
        for (const { name, bytes } of draft.loose) out.write(`${POLICE_FOLDER}/${name}`, bytes)
        copyFileSync(out.path(zipName), out.path(`${POLICE_FOLDER}/材料包/${zipName}`), constants.COPYFILE_FICLONE)
        return zip
    })
    return {
        ...written,
        zip: join(output, zipName),
        folder: join(output, POLICE_FOLDER),
        kept: join(output, KEPT_FOLDER),
        checkCode: draft.packet.checkCode,
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
    const built = await buildInto(args.positionals[0] ?? "", output, await signerOf(args), terminal, ownParts(args))
    if (args.values.json === true) terminal.out(JSON.stringify(built, undefined, 2))
    else printDraft(built, terminal)
    return 0
}

/** The result of a build, for people. */
export function printDraft(built: BuiltDraft, terminal: Terminal): void {
    const words = texts[terminal.lang]
    terminal.out(`${words.wrote} ${built.zip}（${words.files(built.fileCount, String(built.sizeBytes))}）`)
    terminal.out(`${words.wrote} ${built.folder}`)
    terminal.out(`${words.wrote} ${built.kept}`)
    terminal.out(`${words.sizes.released}${words.colon}${words.sizes.of(built.released)}`)
    terminal.out(`${words.sha256}${words.colon}${built.sha256}`)
    terminal.out(`${words.checkCode}${words.colon}${built.checkCode}`)
}
