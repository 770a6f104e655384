import type { Issue } from "../../base/issue.ts"
import { withoutSystemFiles } from "../../base/system-files.ts"
import type { FormAnswers } from "../../facts/officer/officer-form-questions.ts"
import type { ReceivedFile } from "../../facts/officer/received-record.ts"
import { courtSheetPaper } from "../../flows/officer/court-sheet.ts"
import { receive } from "../../flows/officer/receive.ts"
import { answeredForm } from "../../flows/officer/start.ts"
import { blobSource, type OutFile, outFiles, zipAsBlob } from "../blob.ts"
import type { FolderFile, KeyFile, Moment } from "../given.ts"
import type { Handlers } from "./context.ts"
import { type DraftFile, theDraft } from "./desk.ts"
import { bytesOf } from "./folder.ts"
import { signerOf } from "./keys.ts"

/** Answers of desks, and the court sheet: what the page does with an archive besides asking once more. */

/** An answer as the next layer of the archive that is open. */
export interface ReceivedFiles {
    readonly outputs: readonly OutFile[]
    readonly name: string
    readonly checkCode: string
    readonly files: readonly ReceivedFile[]
    readonly issues: readonly Issue[]
}

export interface AnswerWork {
    /** Registers what came; the form says from whom, when, and who took it in. Numbers are held against the journal that is open. */
    receive(
        archive: DraftFile,
        given: { readonly answers: FormAnswers; readonly form: string },
        files: readonly FolderFile[],
        journal: { readonly name: string; readonly file: Blob } | undefined,
        key: KeyFile | undefined,
        moment: Moment,
    ): Promise<ReceivedFiles>
    /** 庭前准备 of what is open. */
    courtSheet(archive: DraftFile, moment: Moment): Promise<readonly OutFile[]>
}

export const answerWork: Handlers<AnswerWork> = {
    async receive({ host, phase }, archive, { answers, form }, files, journal, key, { now }) {
        phase("reading")
        const opened = await theDraft(archive, host, now)
        const officer = answeredForm(host, answers, opened.loaded.case.recipient, form)
        const all = below(files).map(({ path, blob }) => ({ name: path, source: blobSource(blob) }))
        const given = await withoutSystemFiles(all)
        const signer = await signerOf(key)
        phase("documents")
        const toZip = zipAsBlob(host.sha256, () => phase("packing"))
        const noted = journal === undefined ? undefined : { name: journal.name, bytes: await bytesOf(journal.file) }
        const done = await receive(opened, { officer, files: given, journal: noted }, host, signer, toZip)
        return {
            outputs: await outFiles(done.outputs),
            name: done.archive.path,
            checkCode: done.archive.checkCode,
            files: done.record.files,
            issues: done.issues,
        }
    },
    async courtSheet({ host, phase }, archive, { now }) {
        phase("documents")
        return outFiles([await courtSheetPaper(await theDraft(archive, host, now), host)])
    },
}

/** Files of one folder by their paths below it, as the command line names them. */
function below(files: readonly FolderFile[]): readonly FolderFile[] {
    const [top = ""] = files[0]?.path.split("/") ?? []
    const isOne = files.every(({ path }) => path.startsWith(`${top}/`))
    return isOne ? files.map((file) => ({ ...file, path: file.path.slice(top.length + 1) })) : files
}
