import { readdirSync, readFileSync, statSync } from "node:fs"
import { basename, join } from "node:path"
import type { Signer } from "../../../base/host.ts"
import { type Issue, issue, PacketError } from "../../../base/issue.ts"
import { readOfficerFile } from "../../../facts/officer/officer-form-read.ts"
import { makeArchive } from "../../../flows/officer/archive.ts"
import { type IdentityPhotos, takePhotos } from "../../../flows/officer/identity.ts"
import { openDraft } from "../../../flows/officer/open-draft.ts"
import { scanIssues } from "../../../flows/officer/papers.ts"
import { type Prepared, prepare } from "../../../flows/officer/prepare.ts"
import { makeSubmission, type Submission } from "../../../flows/officer/submit.ts"
import { type NamedBytes, type OfficerInput, type Undertaking, undertake } from "../../../flows/officer/undertake.ts"
import type { OutputSize } from "../../../typeset/mail/budget.ts"
import { fileSource, localTime, writeOutputs } from "../../files.ts"
import { type HostOptions, nodeHost } from "../../host.ts"
import { writeZip } from "../../zip.ts"
import { COMMAND } from "../command.ts"
import type { Terminal } from "../terminal.ts"
import { shellWord, texts } from "../texts.ts"
import { type Arguments, existing, optional, ownParts, required, UsageError } from "../usage.ts"
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

/** Everything both steps check before they write. */
async function begin(
    input: CompleteInput,
    terminal: Terminal,
    scans: readonly NamedBytes[] = [],
): Promise<Undertaking> {
    terminal.progress(texts[terminal.lang].working.reading)
    const reading = readOfficerFile(basename(input.officer), new Uint8Array(readFileSync(input.officer)))
    const legal = input.legal.map((path) => ({ name: basename(path), bytes: readBytes(path) }))
    const photos = await readPhotos(input.photos)
    const issues = [...reading.issues, ...photos.issues, ...scanIssues([...legal, ...scans])]
    if (reading.officer === undefined || issues.some(({ severity }) => severity === "error"))
        throw new PacketError(issues)
    const host = nodeHost(input.own)
    const draft = await openDraft(fileSource(input.draft), host, localTime(new Date()))
    const given: OfficerInput = {
        file: basename(input.officer),
        officer: reading.officer,
        data: reading.data,
        ...(reading.locate === undefined ? {} : { locate: reading.locate }),
        photos: photos.photos,
        photoFolder: input.photos ?? "",
        legal,
    }
    const undertaking = await located(given, () => undertake(draft, given, host))
    return { ...undertaking, issues: [...issues, ...undertaking.issues] }
}

/** Runs a step. What it finds about officer data names the line, or the cell and its label. */
async function located<T extends { readonly issues: readonly Issue[] }>(
    { locate = (found) => found }: OfficerInput,
    run: () => T | Promise<T>,
): Promise<T> {
    try {
        const done = await run()
        return { ...done, issues: done.issues.map(locate) }
    } catch (thrown) {
        if (!(thrown instanceof PacketError)) throw thrown
        throw new PacketError(thrown.issues.map(locate), { cause: thrown })
    }
}

function readBytes(path: string): Uint8Array {
    return new Uint8Array(readFileSync(existing(path, "file")))
}

/** The photos of a folder by what they show. */
async function readPhotos(folder: string | undefined): Promise<IdentityPhotos> {
    if (folder === undefined) return { photos: new Map(), issues: [] }
    existing(folder, "folder")
    const paths = readdirSync(folder)
        .filter((name) => !name.startsWith(".") && !["Thumbs.db", "desktop.ini"].includes(name))
        .sort()
        .map((name) => join(folder, name))
    return takePhotos(
        paths
            .filter((path) => statSync(path).isFile())
            .map((path) => ({ name: basename(path), path, bytes: readBytes(path) })),
    )
}

/** First step into an output folder. */
export async function prepareInto(input: CompleteInput, terminal: Terminal): Promise<Prepared> {
    const undertaking = await begin(input, terminal)
    terminal.progress(texts[terminal.lang].working.documents)
    const prepared = await located(undertaking.input, () =>
        prepare(undertaking, nodeHost(input.own), input.photos !== undefined),
    )
    await writeOutputs(input.output, [prepared.folder], async (out) => {
        for (const { name, bytes } of prepared.files) out.write(`${prepared.folder}/${name}`, bytes)
    })
    return { ...prepared, folder: join(input.output, prepared.folder) }
}

export function printPrepared(prepared: Prepared, input: CompleteInput, terminal: Terminal): void {
    const words = texts[terminal.lang]
    terminal.issues(prepared.issues)
    terminal.out(`${words.wrote} ${prepared.folder}`)
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
    readonly submission: string
    readonly archive: string
    readonly send: string
    readonly identity: string | null
    /** What to type into the portal; not to be sent. */
    readonly portalPage: string | null
    readonly submissionCheckCode: string
    readonly archiveCheckCode: string
    readonly submissionSha256: string
    readonly archiveSha256: string
    readonly numbers: Submission["numbers"]
    readonly conclusion: string
    readonly sizes: {
        readonly send: OutputSize
        readonly submissionBytes: number
        readonly archiveBytes: number
    }
    readonly checklist: Submission["checklist"]
    readonly issues: readonly Issue[]
}

/** Second step into an output folder. */
export async function sealInto(
    input: CompleteInput,
    preparedFolder: string,
    sealedPaths: readonly string[],
    signer: Signer | undefined,
    terminal: Terminal,
): Promise<Sealed> {
    const words = texts[terminal.lang]
    const scans = sealedPaths.map((path) => ({ name: basename(path), bytes: readBytes(path) }))
    const undertaking = await begin(input, terminal, scans)
    existing(preparedFolder, "folder")
    const prepared = new Map(
        readdirSync(preparedFolder).map((name) => [name, new Uint8Array(readFileSync(join(preparedFolder, name)))]),
    )
    const host = nodeHost(input.own)
    terminal.progress(words.working.documents)
    const submission = await located(undertaking.input, () =>
        makeSubmission(undertaking, host, prepared, scans, signer),
    )
    const { ref } = undertaking
    const names = {
        submission: `${ref}-submission.zip`,
        archive: `${ref}-archive.zip`,
        send: `${ref}-send`,
        identity: `${ref}-identity`,
    }
    const { portalPage } = submission
    const outputs = [...Object.values(names), ...(portalPage === undefined ? [] : [portalPage.name])]
    return writeOutputs(input.output, outputs, async (out): Promise<Sealed> => {
        if (portalPage !== undefined) out.write(portalPage.name, portalPage.bytes)
        terminal.progress(words.working.packing)
        for (const { name, bytes } of submission.send) out.write(`${names.send}/${name}`, bytes)
        for (const { name, bytes } of submission.identity ?? []) out.write(`${names.identity}/${name}`, bytes)
        const sent = await writeZip(submission.packet, out.path(names.submission))
        const record = { path: names.submission, size: sent.sizeBytes, sha256: sent.sha256 }
        const archive = await makeArchive(undertaking, host, prepared, scans, submission, record, signer)
        const kept = await writeZip(archive, out.path(names.archive))
        return {
            submission: join(input.output, names.submission),
            archive: join(input.output, names.archive),
            send: join(input.output, names.send),
            identity: submission.identity === undefined ? null : join(input.output, names.identity),
            portalPage: portalPage === undefined ? null : join(input.output, portalPage.name),
            submissionCheckCode: submission.packet.checkCode,
            archiveCheckCode: archive.checkCode,
            submissionSha256: sent.sha256,
            archiveSha256: kept.sha256,
            numbers: submission.numbers,
            conclusion: submission.conclusion,
            sizes: { send: submission.size, submissionBytes: sent.sizeBytes, archiveBytes: kept.sizeBytes },
            checklist: submission.checklist,
            issues: submission.issues,
        }
    })
}

export function printSealed(sealed: Sealed, terminal: Terminal): void {
    const words = texts[terminal.lang]
    terminal.issues(sealed.issues)
    for (const path of [sealed.submission, sealed.send, sealed.identity, sealed.portalPage, sealed.archive])
        if (path !== null) terminal.out(`${words.wrote} ${path}`)
    terminal.out(`${words.sizes.send}${words.colon}${words.sizes.of(sealed.sizes.send)}`)
    terminal.out(words.numbers(sealed.checklist))
    terminal.out(`${words.conclusion}${words.colon}${words.conclusionOf(sealed.checklist)}`)
    terminal.out(`${basename(sealed.submission)} ${words.checkCode}${words.colon}${sealed.submissionCheckCode}`)
    terminal.out(`${basename(sealed.archive)} ${words.checkCode}${words.colon}${sealed.archiveCheckCode}`)
}
