import type { NamedBytes } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import type { Issue } from "../../base/issue.ts"
import type { Words } from "../../base/lang.ts"
import { readAll } from "../../base/source.ts"
import { type FactLine, factLines } from "../../editions/officer/approval-points.ts"
import { checklistTitle } from "../../editions/officer/checklist.ts"
import { TITLE_ZH } from "../../editions/police/statement.words.ts"
import { releasedForm } from "../../editions/shared/evidence-item.ts"
import { matterZh } from "../../editions/shared/matter.ts"
import type { Checklist } from "../../facts/checklist/checklist.ts"
import type { FormAnswers, FormGroup } from "../../facts/officer/officer-form-questions.ts"
import { readOfficerFile } from "../../facts/officer/officer-form-read.ts"
import { loadDeskOfCase } from "../../facts/recipients/desk-of-case.ts"
import { findDesk, loadRecipient } from "../../facts/recipients/recipient.ts"
import { type LookedOver, lookOver, markedPhotos } from "../../flows/officer/look-over.ts"
import { submissionName } from "../../flows/officer/names.ts"
import { type OpenDraft, openDraft } from "../../flows/officer/open-draft.ts"
import { PAPER_FOLDERS, type PaperKind } from "../../flows/officer/paper-folders.ts"
import { type Prepared, prepare } from "../../flows/officer/prepare.ts"
import type { PreparedFolder } from "../../flows/officer/prepared-record.ts"
import { conclusionSaid, numbersSaid, sizeSaid } from "../../flows/officer/said.ts"
import { answeredForm, startOffice } from "../../flows/officer/start.ts"
import { type Submission, submit } from "../../flows/officer/submit.ts"
import { type Papers, takeUpOpened } from "../../flows/officer/undertake.ts"
import type { Report } from "../../packet/verify/report.ts"
import type { OutputSize } from "../../typeset/mail/budget.ts"
import { readXlsx } from "../../typeset/office/xlsx-read.ts"
import { blobSource, type OutFile, outFiles, plain, zipAsBlob } from "../blob.ts"
import { type FolderFile, type KeyFile, type Moment, nameOf } from "../given.ts"
import type { Handlers } from "./context.ts"
import { bytesOf } from "./folder.ts"
import { signerOf } from "./keys.ts"

/** The draft that is being worked on; by its number it is known again, and judged once. */
export interface DraftFile {
    readonly id: number
    readonly blob: Blob
}

/** A paper; by its number it is known again, and looked at once. */
export interface PaperFile extends FolderFile {
    readonly id: number
}

/** The officer's answers, and papers as they were dropped. */
export interface DroppedPapers extends Readonly<Record<PaperKind, readonly PaperFile[]>> {
    readonly answers: FormAnswers
    /** The officer's file by its name, which says whether it is a workbook or text. */
    readonly form: string
}

/** What a draft says, on one page. */
export interface DraftShown {
    readonly report: Report
    readonly ref: string
    readonly recipient: string
    readonly matter: string
    readonly points: readonly FactLine[]
    /** Pictures that may go to the recipient, by the labels under which they go. */
    readonly released: readonly { readonly label: string; readonly caption: string }[]
    readonly documents: readonly { readonly title: string; readonly file: OutFile }[]
    readonly issues: readonly Issue[]
}

/** A desk that may be asked. */
export interface DeskShown {
    readonly id: string
    readonly name: Named
    /** Where the desk itself says how to write to it. */
    readonly officialPage: string | undefined
    readonly routes: readonly RouteShown[]
    readonly dataGroups: readonly (FormGroup & { readonly en: string })[]
}

interface Named {
    readonly zh: string
    readonly en: string
}

export interface RouteShown {
    readonly id: string
    readonly name: Named
    readonly address: string | undefined
    /** In English where the profile has it. */
    readonly source: Named
    readonly grade: string
    readonly verifiedOn: string | undefined
    readonly wantsPhotos: boolean
}

/** What is said of a request behind a step. */
export interface StepSaid {
    readonly numbers: Words
    readonly conclusion: Words
    /** Of the files that leave; blank where none was made. */
    readonly size: Words
}
export type PreparedFiles = Omit<Prepared, "outputs" | "numbers" | "conclusion"> & {
    readonly ref: string
    readonly outputs: readonly OutFile[]
    readonly said: StepSaid
}
export type SubmittedFiles = Omit<Submission, "outputs" | "made" | "numbers" | "conclusion"> & {
    readonly ref: string
    readonly outputs: readonly OutFile[]
    readonly said: StepSaid
    /** Packets with their 核对码. */
    readonly packets: readonly { readonly name: string; readonly checkCode: string; readonly sha256: string }[]
}
export type LookedOverFiles = LookedOver & { readonly said: StepSaid }

/** A sheet of a workbook as plain text. */
export interface SheetText {
    readonly name: string
    readonly rows: readonly (readonly string[])[]
}

export interface DeskWork {
    desks(): Promise<readonly DeskShown[]>
    openDraft(draft: DraftFile, moment: Moment): Promise<DraftShown>
    /** The officer's forms as they are handed out, and what they propose. */
    startOffice(
        recipient: string | undefined,
        moment: Moment,
    ): Promise<{ readonly files: readonly OutFile[]; readonly answers: FormAnswers }>
    /** Answers of a form; none where it is no form. */
    readOfficer(file: FolderFile): Promise<{ readonly answers?: FormAnswers; readonly issues: readonly Issue[] }>
    /** The form with answers. */
    writeOfficer(answers: FormAnswers, recipient: string, name: string): Promise<OutFile>
    /** @param prepared - Files of the first step, where they are at hand. */
    lookOver(
        draft: DraftFile,
        papers: DroppedPapers,
        prepared: readonly FolderFile[],
        moment: Moment,
    ): Promise<LookedOverFiles>
    /** The photos as they would leave. */
    markPhotos(draft: DraftFile, papers: DroppedPapers, moment: Moment): Promise<readonly OutFile[]>
    prepare(draft: DraftFile, papers: DroppedPapers, moment: Moment): Promise<PreparedFiles>
    submit(
        draft: DraftFile,
        papers: DroppedPapers,
        prepared: readonly FolderFile[],
        key: KeyFile | undefined,
        moment: Moment,
    ): Promise<SubmittedFiles>
    /** What stands in a workbook, to be looked at. */
    readSheets(file: OutFile): Promise<readonly SheetText[]>
}

export const deskWork: Handlers<DeskWork> = {
    async desks({ host }) {
        return host.recipients.flatMap((id) => deskShown(host, id))
    },
    async openDraft({ host, phase }, draft, { now }) {
        phase("verifying")
        const opened = await theDraft(draft, host, now)
        const { report, loaded, items, issues } = opened
        return {
            report,
            ref: loaded.case.ref,
            recipient: loaded.case.recipient,
            matter: matterZh(loaded.case),
            points: factLines(loaded.case, items),
            released: items
                .flatMap((item) => releasedForm(item) ?? [])
                .map(({ entry: { label }, caption }) => ({ label, caption })),
            documents: await documentsOf(opened, host),
            issues,
        }
    },
    async startOffice({ host }, recipient, { now }) {
        const outputs = startOffice(host, now, recipient)
        const workbook = outputs.at(-1)
        if (workbook === undefined) throw new Error("no form")
        const { answers = {} } = readOfficerFile(workbook.path, await readAll(workbook.source))
        return { files: await outFiles(outputs), answers }
    },
    async readOfficer(_, file) {
        const { answers, issues } = readOfficerFile(nameOf(file), await bytesOf(file.blob))
        return answers === undefined ? { issues } : { answers, issues }
    },
    async writeOfficer({ host }, answers, recipient, name) {
        const form = answeredForm(host, answers, recipient, name)
        return { path: form.name, blob: new Blob([plain(form.bytes)]), role: "form" }
    },
    async lookOver({ host, phase }, draft, papers, prepared, { now }) {
        phase("reading")
        const opened = await theDraft(draft, host, now)
        const folder = prepared.length === 0 ? undefined : await preparedOf(prepared)
        const found = await lookOver(opened, await papersOf(papers, opened, host), host, folder)
        return { ...found, said: saidOf(found.checklist) }
    },
    async markPhotos({ host, phase }, draft, papers, { now }) {
        phase("reading")
        const opened = await theDraft(draft, host, now)
        const marked = await markedPhotos(opened, await papersOf(papers, opened, host), host)
        return marked.map(({ name, bytes }) => {
            return { path: name, blob: new Blob([plain(bytes)], { type: "image/jpeg" }), role: "identity-image" }
        })
    },
    async prepare({ host, phase }, draft, papers, { now }) {
        phase("reading")
        const opened = await theDraft(draft, host, now)
        const given = await papersOf({ ...papers, sealed: [] }, opened, host)
        const undertaking = await takeUpOpened(() => Promise.resolve(opened), given, host)
        phase("documents")
        const { outputs, ...prepared } = await prepare(undertaking, host)
        const said = saidOf(prepared.checklist, prepared.annexSize)
        return { ...prepared, ref: undertaking.ref, outputs: await outFiles(outputs), said }
    },
    async submit({ host, phase }, draft, papers, prepared, key, { now }) {
        phase("reading")
        const opened = await theDraft(draft, host, now)
        const given = await papersOf(papers, opened, host)
        const signer = await signerOf(key)
        const undertaking = await takeUpOpened(() => Promise.resolve(opened), given, host)
        const { ref, stem, archive } = undertaking
        const folder = await preparedOf(prepared)
        phase("documents")
        const toZip = zipAsBlob(host.sha256, () => phase("packing"))
        const { outputs, made, ...done } = await submit(undertaking, host, folder, given.sealed ?? [], signer, toZip)
        const packets =
            made === undefined
                ? []
                : [
                      { name: submissionName(stem), ...made.submission },
                      { name: archive, ...made.archive },
                  ]
        return {
            ...done,
            ref,
            outputs: await outFiles(outputs),
            said: saidOf(done.checklist, made?.size),
            packets: packets.map(({ name, checkCode, sha256 }) => ({ name, checkCode, sha256 })),
        }
    },
    async readSheets(_, { path, blob }) {
        const { sheets = [] } = readXlsx(await bytesOf(blob), [path])
        return sheets.map(({ name, rows }) => ({ name, rows: rows.map(({ cells }) => cells.map(({ text }) => text)) }))
    },
}

/** The folder of the first step by the names of its files. */
async function preparedOf(files: readonly FolderFile[]): Promise<PreparedFolder> {
    return new Map(
        await Promise.all(files.map(async ({ path, blob }) => [nameOf({ path }), await bytesOf(blob)] as const)),
    )
}

function saidOf(checklist: Checklist, size?: OutputSize): StepSaid {
    return {
        numbers: numbersSaid(checklist),
        conclusion: conclusionSaid(checklist),
        size: size === undefined ? { "zh-CN": "", en: "" } : sizeSaid(size),
    }
}

/** The draft that was opened last: judged once for all that is done with it. */
let last: { readonly id: number; readonly opened: OpenDraft } | undefined

export async function theDraft({ id, blob }: DraftFile, host: Host, now: string): Promise<OpenDraft> {
    if (last?.id === id) return last.opened
    const opened = await openDraft(blobSource(blob), host, now)
    last = { id, opened }
    return opened
}

/** A desk that may be asked; none where no channel of it is known. */
function deskShown(host: Host, id: string): DeskShown[] {
    if (findDesk(host, id, [id]).absent !== undefined) return []
    const { name, officialPage, routes, dataGroups } = loadRecipient(host, id, [id])
    const shown = {
        id,
        name,
        officialPage: officialPage?.address,
        routes: Object.entries(routes).map(([route, { address, source, sourceEn, grade, verifiedOn, ...said }]) => ({
            ...{ id: route, name: said.name, address, grade, verifiedOn },
            source: { zh: source, en: sourceEn ?? source },
            wantsPhotos: said.identityImages === "yes",
        })),
        dataGroups: dataGroups.map((group) => ({
            ...{ id: group.id, zh: group.zh, en: group.en, approval: group.approval },
        })),
    }
    return [shown]
}

/** The documents of a draft that are meant to be read, the whole first, each as its template is called. */
async function documentsOf({ files, loaded }: OpenDraft, host: Host): Promise<DraftShown["documents"]> {
    const { capacity } = loaded.case.reporter
    const titles = new Map([
        ["case-statement", TITLE_ZH[capacity === "accuser" ? "accuser" : "reporter"]],
        ["checklist", checklistTitle(loadDeskOfCase(host, loaded.case))],
    ])
    const outputs = files
        .filter(({ path }) => /^data\/documents\/[^/]+\.pdf$/.test(path))
        .map(({ path, source }) => ({ path, source, role: "police" as const }))
    const shown = (await outFiles(outputs)).map((file) => ({ title: titleOf(file.path, host, titles), file }))
    const isWhole = ({ file }: (typeof shown)[number]): boolean => nameOf(file) === "dossier.pdf"
    return [...shown.filter(isWhole), ...shown.filter((one) => !isWhole(one))]
}

function titleOf(path: string, host: Host, own: ReadonlyMap<string, string>): string {
    const name = nameOf({ path }).replace(/\.pdf$/, "")
    const known = own.get(name)
    if (known !== undefined) return known
    try {
        const [, title = ""] = /<title>([^{<]+)<\/title>/.exec(host.template(`zh-CN/${name}.hbs`)) ?? []
        return title === "" ? nameOf({ path }) : title
    } catch {
        // A later version's document, whose template is not here.
        return nameOf({ path })
    }
}

/** What is in the papers at hand: what was found out about bytes is remembered by them. */
const contents = new Map<number, Uint8Array>()

async function named({ id, path, blob }: PaperFile): Promise<NamedBytes> {
    const bytes = contents.get(id) ?? (await bytesOf(blob))
    contents.set(id, bytes)
    return { name: nameOf({ path }), bytes }
}

async function papersOf(
    { answers, form, photos, legal, consent, sealed }: DroppedPapers,
    draft: OpenDraft,
    host: Host,
): Promise<Papers> {
    const atHand = new Set([photos, legal, consent, sealed].flatMap((files) => files.map(({ id }) => id)))
    for (const id of contents.keys()) if (!atHand.has(id)) contents.delete(id)
    // In the order of the page, where they can be moved.
    const read = async (files: readonly PaperFile[]) => Promise.all(files.map(named))
    const folder = PAPER_FOLDERS.photos
    const images = (await read(photos)).map((file) => ({ path: `${folder}/${file.name}`, ...file }))
    const [asked, own] = [answers.recipient?.trim() ?? "", draft.loaded.case.recipient]
    return {
        officer: answeredForm(host, answers, host.recipients.includes(asked) ? asked : own, form),
        photos: { folder, files: images },
        legal: await read(legal),
        consent: await read(consent),
        sealed: await read(sealed),
    }
}
