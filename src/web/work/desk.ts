import type { NamedBytes } from "../../base/bytes.ts"
import type { Issue } from "../../base/issue.ts"
import { OFFICER_FORM_FILE, printOfficerForm } from "../../facts/officer/officer-form.ts"
import { readOfficerFile } from "../../facts/officer/officer-form-read.ts"
import { loadRecipient } from "../../facts/recipients/recipient.ts"
import { type OpenDraft, openDraft } from "../../flows/officer/open-draft.ts"
import { type Prepared, prepare } from "../../flows/officer/prepare.ts"
import { orderPapers, startOffice } from "../../flows/officer/start.ts"
import { type Submission, submit } from "../../flows/officer/submit.ts"
import { takeUp } from "../../flows/officer/undertake.ts"
import type { Report } from "../../packet/verify/report.ts"
import { blobSource, type OutFile, outFiles, plain, zipAsBlob } from "../blob.ts"
import type { FolderFile, KeyFile, Moment } from "../given.ts"
import type { Handlers } from "./context.ts"
import { bytesOf } from "./folder.ts"
import { signerOf } from "./keys.ts"

/** The officer's papers as they were dropped. */
export interface DroppedPapers {
    readonly officer: FolderFile
    readonly photos: readonly FolderFile[]
    readonly legal: readonly FolderFile[]
    readonly consent: readonly FolderFile[]
    readonly sealed: readonly FolderFile[]
}

/** What a draft says, on one page. */
export interface DraftShown {
    readonly report: Report
    readonly facts: OpenDraft["loaded"]["facts"]
    readonly items: readonly { readonly label: string; readonly caption: string; readonly share: string }[]
    readonly issues: readonly Issue[]
}

/** A desk that may be asked. */
export interface DeskShown {
    readonly id: string
    readonly name: { readonly zh: string; readonly en: string }
    readonly dataGroups: readonly { readonly id: string; readonly zh: string }[]
}

export type PreparedFiles = Omit<Prepared, "outputs"> & { readonly outputs: readonly OutFile[] }
export type SubmittedFiles = Omit<Submission, "outputs" | "made"> & {
    readonly outputs: readonly OutFile[]
    readonly codes: { readonly submission: string; readonly archive: string } | undefined
}

export interface DeskWork {
    desks(): Promise<readonly DeskShown[]>
    openDraft(zip: Blob, moment: Moment): Promise<DraftShown>
    /** The officer's forms as they are handed out. */
    startOffice(recipient: string | undefined, moment: Moment): Promise<readonly OutFile[]>
    readOfficer(file: FolderFile): Promise<{ readonly data: unknown; readonly issues: readonly Issue[] }>
    /** officer.xlsx with answers. */
    writeOfficer(data: unknown, recipient: string): Promise<OutFile>
    prepare(zip: Blob, papers: DroppedPapers, moment: Moment): Promise<PreparedFiles>
    submit(
        zip: Blob,
        papers: DroppedPapers,
        prepared: readonly FolderFile[],
        key: KeyFile | undefined,
        moment: Moment,
    ): Promise<SubmittedFiles>
}

export const deskWork: Handlers<DeskWork> = {
    async desks({ host }) {
        return host.recipients.map((id) => {
            const { name, dataGroups } = loadRecipient(host, id, [id])
            return { id, name, dataGroups: dataGroups.map((group) => ({ id: group.id, zh: group.zh })) }
        })
    },
    async openDraft({ host, phase }, zip, { now }) {
        phase("verifying")
        const { report, loaded, items, issues } = await openDraft(blobSource(zip), host, now)
        const shown = items.map(({ label, caption, share }) => ({ label, caption, share }))
        return { report, facts: loaded.facts, items: shown, issues }
    },
    async startOffice({ host }, recipient, { now }) {
        return outFiles(startOffice(host, now, recipient))
    },
    async readOfficer(_, file) {
        const { data, issues } = readOfficerFile(nameOf(file.path), await bytesOf(file.blob))
        return { data, issues }
    },
    async writeOfficer({ host }, data, recipient) {
        const bytes = printOfficerForm(data, loadRecipient(host, recipient, [recipient]).dataGroups)
        return { path: OFFICER_FORM_FILE, blob: new Blob([plain(bytes)]), role: "form" }
    },
    async prepare({ host, phase }, zip, papers, { now }) {
        phase("reading")
        const undertaking = await takeUp(blobSource(zip), await papersOf({ ...papers, sealed: [] }), host, now)
        phase("documents")
        const { outputs, ...prepared } = await prepare(undertaking, host)
        return { ...prepared, outputs: await outFiles(outputs) }
    },
    async submit({ host, phase }, zip, papers, prepared, key, { now }) {
        phase("reading")
        const given = await papersOf(papers)
        const signer = await signerOf(key)
        const undertaking = await takeUp(blobSource(zip), given, host, now)
        const folder = new Map<string, Uint8Array>()
        for (const { path, blob } of prepared) folder.set(nameOf(path), await bytesOf(blob))
        phase("documents")
        const toZip = zipAsBlob(host.sha256, () => phase("packing"))
        const { outputs, made, ...done } = await submit(undertaking, host, folder, given.sealed ?? [], signer, toZip)
        const codes =
            made === undefined ? undefined : { submission: made.submission.checkCode, archive: made.archive.checkCode }
        return { ...done, outputs: await outFiles(outputs), codes }
    },
}

const nameOf = (path: string): string => path.split("/").at(-1) ?? path

async function named({ path, blob }: FolderFile): Promise<NamedBytes> {
    return { name: nameOf(path), bytes: await bytesOf(blob) }
}

async function papersOf({ officer, photos, legal, consent, sealed }: DroppedPapers) {
    const read = async (kind: "photos" | "legal" | "consent" | "sealed", files: readonly FolderFile[]) =>
        Promise.all(orderPapers(kind, files, ({ path }) => nameOf(path)).map(named))
    const images = await read("photos", photos)
    return {
        officer: await named(officer),
        ...(images.length === 0
            ? {}
            : {
                  photos: {
                      folder: PHOTOS,
                      files: images.map((file) => ({ path: `${PHOTOS}/${file.name}`, ...file })),
                  },
              }),
        legal: await read("legal", legal),
        consent: await read("consent", consent),
        sealed: await read("sealed", sealed),
    }
}

const PHOTOS = "证件照"
