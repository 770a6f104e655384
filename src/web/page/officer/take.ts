import type { Issue } from "../../../base/issue.ts"
import { PREPARED_NAME } from "../../../flows/officer/names.ts"
import { PAPER_FOLDERS, type PaperKind } from "../../../flows/officer/paper-folders.ts"
import { type FolderFile, nameOf } from "../../given.ts"

import { areAnswersUnsaved, type Outcome, say, setUnsaved, work } from "../state.ts"
import { OTHER_FORM } from "./change-words.ts"
import { addPapers, answers, formName, look, looked, setPrepared, takeDraft } from "./state.ts"

/** Files of whatever kind, told by what they are: a draft, the form, the folder of the first step, papers. */

export interface Taken {
    readonly form?: string
    readonly prepared?: number
    readonly papers: readonly { readonly kind: PaperKind; readonly names: readonly string[] }[]
    readonly unused: readonly string[]
    /** What came of the draft, where there was one. */
    readonly draft?: Outcome<unknown>
    /** What came of reading the form. */
    readonly read?: Outcome<{ readonly issues: readonly Issue[] }>
}

/**
 * Takes in what was chosen or dropped.
 *
 * @param isBeginning - Whether a packet among it is opened; later on it would take the place of the one that is open.
 */
export async function takeIn(files: readonly FolderFile[], isBeginning = true): Promise<Taken> {
    const rest = new Set(files)
    const folder = await preparedAmong(files, rest)
    // First of all: with another case what belonged to the one before goes.
    const packet = isBeginning ? [...rest].find((file) => /\.zip$/i.test(nameOf(file))) : undefined
    if (packet !== undefined) rest.delete(packet)
    const outcome = packet === undefined ? undefined : await takeDraft(packet)
    if (folder !== undefined) setPrepared(folder)
    const papers: { readonly kind: PaperKind; readonly names: readonly string[] }[] = []
    for (const { kind, files: found } of papersAmong(rest)) {
        const names = (await addPapers(kind, found)).map(nameOf)
        if (names.length > 0) papers.push({ kind, names })
    }
    const forms = [...rest].filter((file) => /\.(?:xlsx|ya?ml)$/i.test(nameOf(file))).sort(byTime)
    const { form, read } = await formAmong(forms)
    if (form !== undefined) rest.delete(form)
    looked.value = undefined
    await look()
    return {
        ...(form === undefined ? {} : { form: nameOf(form) }),
        ...(folder === undefined ? {} : { prepared: folder.length }),
        papers,
        unused: [...rest].map(nameOf),
        ...(outcome === undefined ? {} : { draft: outcome }),
        ...(read === undefined ? {} : { read }),
    }
}

/**
 * The newest form, read. Among what lies beside it, as on the disc of the victim, there are workbooks of other kinds: one
 * that is no form is told only where there is nothing else.
 */
async function formAmong(
    files: readonly FolderFile[],
): Promise<{ readonly form?: FolderFile; readonly read?: NonNullable<Taken["read"]> }> {
    for (const form of files) {
        const read = await takeForm(form)
        const isOther = read.kind === "refused" && read.issues.some(({ code }) => code === "request.form.columns")
        if (!isOther || files.length === 1) return { form, read }
    }
    return {}
}

/** Of two forms the one that was saved last. */
const byTime = (a: FolderFile, b: FolderFile): number => b.modified - a.modified

/** Reads a form in the place of what was filled in before. */
export async function takeForm(file: FolderFile): Promise<NonNullable<Taken["read"]>> {
    const outcome = await work("readOfficer", file)
    if (outcome.kind !== "done") return outcome
    const { answers: read, issues } = outcome.value
    if (read === undefined) return { kind: "refused", issues }
    if (areAnswersUnsaved() && !confirm(say(OTHER_FORM(nameOf(file))))) return { kind: "cancelled" }
    answers.value = read
    formName.value = nameOf(file)
    setUnsaved("answers", false)
    return { kind: "done", value: { issues } }
}

/** Larger is no folder of the first step: its annexes fit into mails. */
const MOST_PREPARED = 200e6

/** The folder of the first step: all files beside its record, or those of a ZIP that holds one. */
async function preparedAmong(
    files: readonly FolderFile[],
    rest: Set<FolderFile>,
): Promise<readonly FolderFile[] | undefined> {
    const record = files.find((file) => nameOf(file) === PREPARED_NAME)
    if (record !== undefined) {
        const folder = record.path.slice(0, record.path.length - PREPARED_NAME.length)
        const beside = files.filter(({ path }) => path.startsWith(folder) && !path.slice(folder.length).includes("/"))
        for (const file of beside) rest.delete(file)
        return beside
    }
    // Whatever it is called by now; a packet is told by what is in it, too.
    for (const file of files.filter((one) => /\.zip$/i.test(nameOf(one)) && one.blob.size <= MOST_PREPARED)) {
        const unpacked = await work("unpackZip", file.blob, nameOf(file))
        // An archive holds the record too, further below.
        const isTop = ({ path }: FolderFile): boolean =>
            nameOf({ path }) === PREPARED_NAME && path.split("/").length <= 2
        if (unpacked.kind !== "done" || !unpacked.value.some(isTop)) continue
        rest.delete(file)
        return unpacked.value
    }
    return undefined
}

/** Papers in folders that are called as those beside the form. */
function papersAmong(rest: Set<FolderFile>): { readonly kind: PaperKind; readonly files: readonly FolderFile[] }[] {
    return (Object.keys(PAPER_FOLDERS) as PaperKind[]).flatMap((kind) => {
        const files = [...rest].filter(({ path }) => path.split("/").at(-2) === PAPER_FOLDERS[kind])
        for (const file of files) rest.delete(file)
        return files.length === 0 ? [] : [{ kind, files }]
    })
}
