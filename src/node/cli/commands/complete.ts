import { readdirSync } from "node:fs"
import { basename, join } from "node:path"
import type { NamedBytes } from "../../../base/bytes.ts"
import type { Signer } from "../../../base/host.ts"
import { type Issue, issue } from "../../../base/issue.ts"
import type { OutputRole } from "../../../base/output.ts"
import {
    identityFolder,
    inquiryFolder,
    portalPageName,
    preparedFolder,
    sendFolder,
    submitNames,
} from "../../../flows/officer/names.ts"
import { type Prepared, prepare } from "../../../flows/officer/prepare.ts"
import { type Submission, submit } from "../../../flows/officer/submit.ts"
import { takeUp, type Undertaking } from "../../../flows/officer/undertake.ts"
import type { OutputSize } from "../../../typeset/mail/budget.ts"
import { fileSource, localTime, writeOutputs } from "../../files.ts"
import { type HostOptions, nodeHost } from "../../host.ts"
import { existing, readNamed, readPhotos } from "../../read.ts"
import { zipTo } from "../../zip.ts"
import { COMMAND } from "../command.ts"
import type { Terminal } from "../terminal.ts"
import { shellWord, texts } from "../texts.ts"
import { type Arguments, optional, ownParts, required, UsageError } from "../usage.ts"
import { signerOf } from "./build.ts"

/** What a call of `complete` names. */
export interface CompleteInput {
    readonly draft: string
    readonly officer: string
    readonly photos: string | undefined
    readonly legal: readonly string[]
    readonly output: string
    readonly own?: HostOptions
}

export async function complete(args: Arguments, terminal: Terminal): Promise<number> {
    const input: CompleteInput = {
        draft: existing(args.positionals[0] ?? "", "file"),
        officer: existing(required(args, "officer", "--officer <文件>"), "file"),
        photos: optional(args, "photos"),
        legal: several(args, "legal"),
        output: required(args, "output", "-o <输出文件夹>"),
        own: ownParts(args),
    }
    const prepared = optional(args, "prepared")
    const sealed = several(args, "sealed")
    if (sealed.length === 0 && prepared === undefined) {
        const done = await prepareInto(input, terminal)
        if (args.values.json === true)
            terminal.out(
                JSON.stringify(
                    {
                        folder: done.folder,
                        inquiry: done.inquiry,
                        letterCode: done.letterCode,
                        numbers: done.numbers,
                        conclusion: done.conclusion,
                        annexSize: done.annexSize,
                        issues: done.issues,
                    },
                    undefined,
                    2,
                ),
            )
        else printPrepared(done, input, terminal)
        return 0
    }
    if (sealed.length === 0 || prepared === undefined)
        throw new UsageError([issue("request.sealed.needs-prepared", [], {})])
    const done = await sealInto(input, prepared, sealed, await signerOf(args), terminal)
    if (args.values.json === true) terminal.out(JSON.stringify(done, undefined, 2))
    else printSealed(done, terminal)
    return 0
}

function several({ values }: Arguments, option: string): readonly string[] {
    const given = values[option]
    return Array.isArray(given) ? given : []
}

/** Draft and papers, checked; what both steps work with. */
function begin(input: CompleteInput, terminal: Terminal, sealed: readonly NamedBytes[] = []): Promise<Undertaking> {
    terminal.progress(texts[terminal.lang].working.reading)
    const papers = {
        officer: readNamed(input.officer),
        ...(input.photos === undefined ? {} : { photos: readPhotos(input.photos) }),
        legal: input.legal.map(readNamed),
        sealed,
    }
    return takeUp(fileSource(input.draft), papers, nodeHost(input.own), localTime(new Date()))
}

/** What the first step made, with the folder on disk. */
export type PreparedFolder = Omit<Prepared, "outputs"> & {
    readonly folder: string
    /** The folder of the question about a channel that is not verified. */
    readonly inquiry: string | null
}

/** First step into an output folder. */
export async function prepareInto(input: CompleteInput, terminal: Terminal): Promise<PreparedFolder> {
    const undertaking = await begin(input, terminal)
    terminal.progress(texts[terminal.lang].working.documents)
    const name = preparedFolder(undertaking.ref)
    const { outputs, ...prepared } = await writeOutputs(input.output, [name], () =>
        prepare(undertaking, nodeHost(input.own)),
    )
    const asks = outputs.some(({ role }) => role === "inquiry")
    const inquiry = asks ? join(input.output, inquiryFolder(undertaking.ref)) : null
    return { ...prepared, folder: join(input.output, name), inquiry }
}

export function printPrepared(prepared: PreparedFolder, input: CompleteInput, terminal: Terminal): void {
    const words = texts[terminal.lang]
    terminal.issues(prepared.issues)
    terminal.out(`${words.wrote} ${prepared.folder}`)
    if (prepared.inquiry !== null) terminal.out(`${words.wrote} ${prepared.inquiry}`)
    terminal.out(`${words.sizes.annexes}${words.colon}${words.sizes.of(prepared.annexSize)}`)
    terminal.out(words.numbers(prepared.checklist))
    terminal.out(`${words.conclusion}${words.colon}${words.conclusionOf(prepared.checklist)}`)
    terminal.out(`${words.letterCode}${words.colon}${prepared.letterCode}`)
    terminal.note(words.afterPrepare(secondStep(prepared.folder, input)))
}

/** The command that follows, to be copied; what only the officer can name stands in angle brackets. */
function secondStep(folder: string, { draft, officer, photos, legal, output, own = {} }: CompleteInput): string {
    const words = [
        ...["complete", draft, "--officer", officer],
        ...(photos === undefined ? [] : ["--photos", photos]),
        ...legal.flatMap((path) => ["--legal", path]),
        ...Object.entries(own).flatMap(([name, path]) => (path === undefined ? [] : [`--${name}`, path])),
        ...["--prepared", folder],
    ].map(shellWord)
    const scans = `${legal.length === 0 ? "--legal <法律文书扫描件> " : ""}--sealed <盖章公函扫描件>`
    return `${COMMAND} ${words.join(" ")} ${scans} -o ${shellWord(output)}`
}

export interface Sealed {
    /** The question about a channel that is not verified; then it is all that was written, and the rest is null. */
    readonly inquiry: string | null
    readonly submission: string | null
    readonly archive: string | null
    readonly send: string | null
    readonly identity: string | null
    /** What to type into the portal; not to be sent. */
    readonly portalPage: string | null
    readonly submissionCheckCode: string | null
    readonly archiveCheckCode: string | null
    readonly submissionSha256: string | null
    readonly archiveSha256: string | null
    readonly numbers: Submission["numbers"]
    readonly conclusion: string
    readonly sizes: {
        readonly send: OutputSize
        readonly submissionBytes: number
        readonly archiveBytes: number
    } | null
    readonly checklist: Submission["checklist"]
    readonly issues: readonly Issue[]
}

/** Second step into an output folder. */
export async function sealInto(
    input: CompleteInput,
    folder: string,
    sealed: readonly string[],
    signer: Signer | undefined,
    terminal: Terminal,
): Promise<Sealed> {
    const scans = sealed.map(readNamed)
    const undertaking = await begin(input, terminal, scans)
    existing(folder, "folder")
    const prepared = new Map(readdirSync(folder).map((name) => [name, readNamed(join(folder, name)).bytes]))
    const { working } = texts[terminal.lang]
    terminal.progress(working.documents)
    const { ref } = undertaking
    const done = await writeOutputs(input.output, submitNames(ref), (pathOf) =>
        submit(
            undertaking,
            nodeHost(input.own),
            prepared,
            scans,
            signer,
            zipTo(pathOf, () => terminal.progress(working.packing)),
        ),
    )
    const { made } = done
    const at = (path: string): string => join(input.output, path)
    const written = (role: OutputRole, path: string): string | null =>
        done.outputs.some((output) => output.role === role) ? at(path) : null
    return {
        inquiry: written("inquiry", inquiryFolder(ref)),
        submission: made === undefined ? null : at(made.submission.path),
        archive: made === undefined ? null : at(made.archive.path),
        send: made === undefined ? null : at(sendFolder(ref)),
        identity: written("identity-image", identityFolder(ref)),
        portalPage: written("portal", portalPageName(ref)),
        submissionCheckCode: made?.submission.checkCode ?? null,
        archiveCheckCode: made?.archive.checkCode ?? null,
        submissionSha256: made?.submission.sha256 ?? null,
        archiveSha256: made?.archive.sha256 ?? null,
        numbers: done.numbers,
        conclusion: done.conclusion,
        sizes:
            made === undefined
                ? null
                : {
                      send: made.size,
                      submissionBytes: made.submission.sizeBytes,
                      archiveBytes: made.archive.sizeBytes,
                  },
        checklist: done.checklist,
        issues: done.issues,
    }
}

export function printSealed(sealed: Sealed, terminal: Terminal): void {
    const words = texts[terminal.lang]
    terminal.issues(sealed.issues)
    const { inquiry, submission, send, identity, portalPage, archive, sizes } = sealed
    for (const path of [inquiry, submission, send, identity, portalPage, archive])
        if (path !== null) terminal.out(`${words.wrote} ${path}`)
    if (sizes !== null) terminal.out(`${words.sizes.send}${words.colon}${words.sizes.of(sizes.send)}`)
    terminal.out(words.numbers(sealed.checklist))
    terminal.out(`${words.conclusion}${words.colon}${words.conclusionOf(sealed.checklist)}`)
    for (const [path, code] of [
        [submission, sealed.submissionCheckCode],
        [archive, sealed.archiveCheckCode],
    ] as const)
        if (path !== null && code !== null) terminal.out(`${basename(path)} ${words.checkCode}${words.colon}${code}`)
}
