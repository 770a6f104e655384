import { existsSync, readdirSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import type { NamedBytes } from "../../../base/bytes.ts"
import type { Signer } from "../../../base/host.ts"
import { type Issue, issue, PacketError } from "../../../base/issue.ts"
import type { OutputRole } from "../../../base/output.ts"
import { printDate } from "../../../base/text/time.ts"
import type { Head } from "../../../facts/journal/chain.ts"
import {
    identityFolder,
    inquiryFolder,
    portalPageName,
    preparedFolder,
    requestId,
    sendFolder,
    submitNames,
} from "../../../flows/officer/names.ts"
import { newerArchive } from "../../../flows/officer/newer.ts"
import { headOfDraft } from "../../../flows/officer/open-draft.ts"
import { type Prepared, prepare } from "../../../flows/officer/prepare.ts"
import { conclusionSaid, numbersSaid, sizeSaid } from "../../../flows/officer/said.ts"
import { type Submission, submit } from "../../../flows/officer/submit.ts"
import { takeUp, type Undertaking } from "../../../flows/officer/undertake.ts"
import type { OutputSize } from "../../../typeset/mail/budget.ts"
import { fileSource, localTime, writeOutputs } from "../../files.ts"
import { type HostOptions, nodeHost } from "../../host.ts"
import { defaultKeyPath } from "../../keys.ts"
import { existing, namesIn, readNamed } from "../../read.ts"
import { zipTo } from "../../zip.ts"
import { COMMAND } from "../command.ts"
import { checkJournal, recordCommand, recordStep, sayRecord } from "../record-step.ts"
import type { Terminal } from "../terminal.ts"
import { shellWord, texts } from "../texts.ts"
import { type Arguments, optional, ownParts, required, UsageError } from "../usage.ts"
import { signerOf } from "./build.ts"
import {
    findPapers,
    type OfficePapers,
    PAPER_KINDS,
    paperNames,
    paperOptions,
    printPapers,
    readPapers,
} from "./office-papers.ts"

/** What a call of `complete` names. */
export interface CompleteInput {
    readonly draft: string
    readonly officer: string
    readonly papers: OfficePapers
    readonly output: string
    /** How the second step is to be signed, as its options say. */
    readonly signing: readonly string[]
    /** How the second step is begun where no command is typed. */
    readonly next?: string
    readonly own?: HostOptions
    /** Where the step is to be recorded. */
    readonly journal?: string | undefined
}

/** @param next - How the second step is begun where no command is typed; else the command is printed. */
export async function complete(args: Arguments, terminal: Terminal, next?: string): Promise<number> {
    const officer = existing(required(args, "officer", "--officer <文件>"), "file")
    const input: CompleteInput = {
        draft: existing(args.positionals[0] ?? "", "file"),
        officer,
        papers: await findPapers(args, officer),
        output: required(args, "output", "-o <输出文件夹>"),
        signing: signingOptions(optional(args, "key"), args.values.unsigned === true),
        ...(next === undefined ? {} : { next }),
        own: ownParts(args),
        journal: optional(args, "journal"),
    }
    const prepared = optional(args, "prepared")
    const { sealed } = input.papers
    if (prepared === undefined) {
        if (sealed.isNamed) throw new UsageError([issue("request.sealed.needs-prepared", [], {})])
        const done = await prepareInto(input, terminal)
        const { letterCode } = done
        if (args.values.json === true) {
            const { folder, inquiry, numbers, conclusion, annexSize, issues } = done
            const next = secondStep(folder, input)
            const files = paperNames(input.papers, FIRST_KINDS)
            const said = { folder, inquiry, letterCode, numbers, conclusion, annexSize, files, next, issues }
            terminal.out(JSON.stringify(said, undefined, 2))
        } else printPrepared(done, input, terminal)
        const step = { act: "prepared", options: { ...done.request, "letter-code": letterCode }, draft: input.draft }
        if (next === undefined) await recordStep(args, input.output, { ...step, head: done.head }, terminal)
        return 0
    }
    if (sealed.paths.length === 0)
        throw new PacketError([issue("request.sealed.none", [sealed.folder], { folder: sealed.folder })])
    const { head, sentAs, ...done } = await sealInto(input, prepared, await signerOf(args), terminal)
    if (args.values.json === true)
        terminal.out(JSON.stringify({ ...done, files: paperNames(input.papers, PAPER_KINDS) }, undefined, 2))
    else printSealed(done, input, terminal)
    const { archive, archiveCheckCode } = done
    if (archive !== null && archiveCheckCode !== null && next === undefined) {
        const options = { ...done.request, code: archiveCheckCode, file: archive }
        await recordStep(args, input.output, { act: "completed", options, draft: input.draft, head }, terminal)
        // What was sent is recorded once it was, in the words of this request and not those of an example.
        if (done.send !== null && args.values.json !== true)
            sayRecord(
                recordCommand(input.output, "sent", { ...sentAs, file: done.send, draft: input.draft }),
                terminal,
                "sent",
            )
    }
    return 0
}

/** Papers of the first step. */
const FIRST_KINDS = PAPER_KINDS.filter((kind) => kind !== "sealed")

/** How to sign, as typed: with the key that is named or found, else not at all. */
export function signingOptions(key: string | undefined, isUnsigned: boolean): readonly string[] {
    if (key !== undefined) return ["--key", key]
    return isUnsigned || !existsSync(defaultKeyPath(process.env)) ? ["--unsigned"] : []
}

/** Draft and papers, checked; what both steps work with. */
async function begin(
    input: CompleteInput,
    terminal: Terminal,
    sealed: readonly NamedBytes[] = [],
): Promise<Undertaking> {
    terminal.progress(texts[terminal.lang].working.reading)
    const papers = readPapers(input.officer, input.papers, sealed)
    const taken = await takeUp(fileSource(input.draft), papers, nodeHost(input.own), localTime(new Date()))
    await checkJournal(input.journal, headOfDraft(taken.draft))
    const beside = namesIn(dirname(input.draft), input.output)
    return { ...taken, issues: [...taken.issues, ...newerArchive(taken.draft, beside)] }
}

/** What the first step made, with the folder on disk. */
export type PreparedFolder = Omit<Prepared, "outputs"> & {
    readonly head: Head
    readonly request: RequestOptions
    readonly folder: string
    /** The folder of the question about a channel that is not verified. */
    readonly inquiry: string | null
}

/** Number and type of a request as the journal takes them; none for the first disclosure, which needs neither. */
type RequestOptions = Readonly<Record<string, string>>

function requestOf({ input, ref, stem }: Undertaking): RequestOptions {
    const { no, type } = requestId(input.officer)
    return stem === ref ? {} : { no: String(no), type }
}

/** How the journal takes it that this request was sent. */
function sentOf(undertaking: Undertaking): RequestOptions {
    const {
        input: { officer },
        recipient,
    } = undertaking
    const { surnameZh = "", givenNameZh = "", email } = officer.officer ?? {}
    const replyBy = officer.request?.replyBy
    return {
        type: requestId(officer).type,
        ...requestOf(undertaking),
        recipient: recipient.id,
        ...(officer.route === undefined ? {} : { route: officer.route }),
        by: surnameZh + givenNameZh,
        ...(officer.route === "email" && email !== undefined ? { mailbox: email } : {}),
        ...(replyBy === undefined ? {} : { "reply-by": printDate(replyBy) }),
    }
}

/** First step into an output folder. */
export async function prepareInto(input: CompleteInput, terminal: Terminal): Promise<PreparedFolder> {
    const undertaking = await begin(input, terminal)
    const name = preparedFolder(undertaking.stem)
    refuseRepetition(join(input.output, name), input)
    terminal.progress(texts[terminal.lang].working.documents)
    const { outputs, ...prepared } = await writeOutputs(input.output, [name], () =>
        prepare(undertaking, nodeHost(input.own)),
    )
    const asks = outputs.some(({ role }) => role === "inquiry")
    const inquiry = asks ? join(input.output, inquiryFolder(undertaking.stem)) : null
    const head = headOfDraft(undertaking.draft)
    return { ...prepared, head, request: requestOf(undertaking), folder: join(input.output, name), inquiry }
}

/** Where the first step was done and the sealed letter lies ready, the second is meant. */
function refuseRepetition(folder: string, input: CompleteInput): void {
    if (!existsSync(folder) || input.papers.sealed.paths.length === 0) return
    const params = { path: folder, folder: input.papers.sealed.folder, command: secondStep(folder, input) }
    throw new PacketError([issue("shell.step.second", [folder], params)])
}

export function printPrepared(prepared: PreparedFolder, input: CompleteInput, terminal: Terminal): void {
    const words = texts[terminal.lang]
    const { papers } = input
    printPapers(papers, FIRST_KINDS, terminal)
    terminal.issues(prepared.issues)
    terminal.out(`${words.wrote} ${prepared.folder}`)
    if (prepared.inquiry !== null) terminal.out(`${words.wrote} ${prepared.inquiry}`)
    terminal.out(`${words.sizes.annexes}${words.colon}${sizeSaid(prepared.annexSize)[terminal.lang]}`)
    terminal.out(numbersSaid(prepared.checklist)[terminal.lang])
    terminal.out(`${words.conclusion}${words.colon}${conclusionSaid(prepared.checklist)[terminal.lang]}`)
    terminal.out(`${words.letterCode}${words.colon}${prepared.letterCode}`)
    const scans = papers.sealed.isNamed ? undefined : papers.sealed.folder
    const legal = papers.legal.paths.length === 0 ? papers.legal.folder : undefined
    terminal.note(words.afterPrepare(secondStep(prepared.folder, input), scans, legal, prepared.inquiry ?? undefined))
}

/** The command that follows, to be copied as it stands, or what is done in its place. */
function secondStep(folder: string, input: CompleteInput): string {
    const { draft, officer, papers, output, signing, next, own = {} } = input
    if (next !== undefined) return next
    const words = [
        ...["complete", draft, "--officer", officer, ...paperOptions(papers)],
        ...Object.entries(own).flatMap(([name, path]) => (path === undefined ? [] : [`--${name}`, path])),
        ...["--prepared", folder, "-o", output, ...signing],
    ]
    return `${COMMAND} ${words.map((word) => shellWord(word)).join(" ")}`
}

export interface Sealed {
    readonly head: Head
    readonly request: RequestOptions
    readonly sentAs: RequestOptions
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
    signer: Signer | undefined,
    terminal: Terminal,
): Promise<Sealed> {
    const scans = input.papers.sealed.paths.map(readNamed)
    const undertaking = await begin(input, terminal, scans)
    existing(folder, "folder")
    const prepared = new Map(readdirSync(folder).map((name) => [name, readNamed(join(folder, name)).bytes]))
    const { working } = texts[terminal.lang]
    terminal.progress(working.documents)
    const { stem, archive } = undertaking
    const done = await writeOutputs(input.output, submitNames(stem, archive), (pathOf) =>
        submit(
            undertaking,
            nodeHost(input.own),
            prepared,
            scans,
            signer,
            zipTo(pathOf, (bytes) => terminal.progress(working.packing, bytes)),
        ),
    )
    const { made } = done
    const at = (path: string): string => join(input.output, path)
    const written = (role: OutputRole, path: string): string | null =>
        done.outputs.some((output) => output.role === role) ? at(path) : null
    return {
        head: headOfDraft(undertaking.draft),
        request: requestOf(undertaking),
        sentAs: sentOf(undertaking),
        inquiry: written("inquiry", inquiryFolder(stem)),
        submission: made === undefined ? null : at(made.submission.path),
        archive: made === undefined ? null : at(made.archive.path),
        send: made === undefined ? null : at(sendFolder(stem)),
        identity: written("identity-image", identityFolder(stem)),
        portalPage: written("portal", portalPageName(stem)),
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

export function printSealed(
    sealed: Omit<Sealed, "head" | "sentAs">,
    { papers }: CompleteInput,
    terminal: Terminal,
): void {
    const words = texts[terminal.lang]
    printPapers(papers, PAPER_KINDS, terminal)
    terminal.issues(sealed.issues)
    const { inquiry, submission, send, identity, portalPage, archive, sizes } = sealed
    for (const path of [inquiry, submission, send, identity, portalPage, archive])
        if (path !== null) terminal.out(`${words.wrote} ${path}`)
    if (sizes !== null) terminal.out(`${words.sizes.send}${words.colon}${sizeSaid(sizes.send)[terminal.lang]}`)
    terminal.out(numbersSaid(sealed.checklist)[terminal.lang])
    terminal.out(`${words.conclusion}${words.colon}${conclusionSaid(sealed.checklist)[terminal.lang]}`)
    for (const [path, code] of [
        [submission, sealed.submissionCheckCode],
        [archive, sealed.archiveCheckCode],
    ] as const)
        if (path !== null && code !== null) terminal.out(`${basename(path)} ${words.checkCode}${words.colon}${code}`)
}
