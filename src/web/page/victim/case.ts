import { computed, signal } from "@preact/signals"
import { hasErrors, type Issue } from "../../../base/issue.ts"
import { withoutFiles } from "../../../facts/case/form/without-files.ts"
import type { Description } from "../../../facts/evidence/descriptions.ts"
import type { LockEntry } from "../../../facts/evidence/lock.ts"
import type { DeskToChoose } from "../../../facts/recipients/desk-of-case.ts"
import type { OutFile } from "../../blob.ts"
import type { FolderFile } from "../../given.ts"
import { held, readable } from "../../held.ts"
import type { BuiltDraft, CheckedFolder, OpenedCase } from "../../work/case.ts"
import { lang, moment, type Outcome, setUnsaved, work } from "../state.ts"
import { entriesAt, type Path, pathOf, textAt, textsAt, withAnswer } from "./answers.ts"

/** The case that is being worked on: its folder in memory, its answers, and what was found in them. */

export const folder = signal<readonly FolderFile[] | undefined>(undefined)
export const answers = signal<unknown>({})
export const opened = signal<OpenedCase | undefined>(undefined)
export const desks = signal<readonly DeskToChoose[]>([])
/** Findings about the answers alone, made while they are typed; undefined until they were looked at. */
export const faults = signal<readonly Issue[] | undefined>(undefined)
/** The whole check; undefined after a change. */
export const checked = signal<CheckedFolder | undefined>(undefined)
export const built = signal<BuiltDraft | undefined>(undefined)
/** Why the last thing that was asked for did not work. */
export const trouble = signal<Outcome<unknown> | undefined>(undefined)

export const ref = computed(() => textAt(answers.value, ["ref"]))
/** Whether the user paid somebody: such rows of an export are told apart from those that are not the user's. */
export const isPaid = computed(() => textsAt(answers.value, ["incident", "kind"]).includes("payment-by-deception"))
export const entries = computed<readonly LockEntry[]>(() => opened.value?.entries ?? [])
export const descriptions = computed<readonly Description[]>(() => opened.value?.descriptions ?? [])

/** What was typed and is no answer before a button is pressed, by where it was typed: it outlives the page it stands on. */
export const typed = signal<Readonly<Record<string, string>>>({})

/** Keeps it; blank where nothing is left to be taken. */
export function setTyped(changed: Readonly<Record<string, string>>): void {
    typed.value = Object.fromEntries(Object.entries({ ...typed.value, ...changed }).filter(([, text]) => text !== ""))
    setUnsaved("typed", Object.keys(typed.value).length > 0)
}

/** Counts cases that were opened and closed: what comes of work for an earlier one is nobody's. */
let cases = 0
/** Counts what was changed, to tell whether something was typed while other things were done. */
let edits = 0
/** How often the case was changed so far. */
export const editsSoFar = (): number => edits

/** What was taken out, files or entries of one list, as the case was before; until the next change it can be put back. */
export interface Removed {
    readonly names: readonly string[]
    /** Path of the list; undefined of files. */
    readonly list?: string
    readonly folder: readonly FolderFile[]
    readonly answers: unknown
}
export const removed = signal<Removed | undefined>(undefined)

/** Notes that the case was changed: what was found in it or made of it counts no more. */
function noteChange(): void {
    checked.value = undefined
    built.value = undefined
    removed.value = undefined
    edits++
    setUnsaved("case", true)
}

let changes: Promise<unknown> = Promise.resolve()
/** What changes the folder's record and descriptions goes one after the other: each begins with what the last one left. */
function inTurn(act: () => Promise<boolean>): Promise<boolean> {
    const own = cases
    const done = changes.then(() => (own === cases ? act() : false))
    changes = done.catch(() => undefined)
    return done
}

/** Opens a case folder. False where it cannot be opened; `trouble` says why. */
export async function openCase(files: readonly FolderFile[]): Promise<boolean> {
    trouble.value = undefined
    const own = await held(files)
    const done = await work("openCase", own)
    if (done.kind !== "done") {
        trouble.value = done
        return false
    }
    if (hasErrors(done.value.issues)) {
        trouble.value = { kind: "refused", issues: done.value.issues }
        return false
    }
    closeCase()
    folder.value = own
    take(done.value)
    answers.value = done.value.answers ?? {}
    await loadDesks()
    // It asks which characters the faces have. Whoever wants to type need not wait for those.
    void judgeAnswers()
    return true
}

/** Starts a case of nothing. */
export async function newCase(): Promise<boolean> {
    trouble.value = undefined
    const made = await work("startCase", moment(), crypto.getRandomValues(new Uint8Array(4)), lang.value)
    if (made.kind !== "done") {
        trouble.value = made
        return false
    }
    return openCase(made.value.map((file) => folderFile(file)))
}

async function loadDesks(): Promise<void> {
    if (desks.value.length > 0) return
    const known = await work("desksToChoose")
    if (known.kind === "done") desks.value = known.value
}

function take(value: OpenedCase): void {
    // What was said of a file meanwhile counts, not what its sheet had before.
    const own = value.descriptions.map((one) => unwritten.get(one.label) ?? one)
    opened.value = { ...value, descriptions: own }
    checked.value = undefined
    built.value = undefined
}

export function folderFile({ path, blob }: OutFile): FolderFile {
    return { path, blob, modified: Date.now() }
}

/** Puts files into the folder, in place of those of the same name. */
export function putFiles(files: readonly FolderFile[]): void {
    const names = new Set(files.map(({ path }) => path))
    folder.value = [...(folder.value ?? []).filter(({ path }) => !names.has(path)), ...files]
    noteChange()
}

/** Takes an answer. It is written into the forms when the page is left, checked or saved. */
export function answer(path: Path, value: unknown): void {
    answers.value = withAnswer(answers.value, path, value)
    isWritten = false
    noteChange()
}

let isWritten = true
/** What was said of files and does not stand in the sheet yet, by label. */
const unwritten = new Map<string, Description>()

/** Writes everything that was typed into the files of the folder. */
export async function writeAll(): Promise<boolean> {
    return (await inTurn(writeSaid)) && (await writeAnswers())
}

/** Writes the answers into the forms of the folder. */
async function writeAnswers(): Promise<boolean> {
    const forms = opened.value?.forms ?? []
    if (isWritten || forms.length === 0) return true
    const [was, own] = [answers.value, cases]
    const made = await work("writeAnswers", was, forms, lang.value)
    if (own !== cases) return false
    if (made.kind !== "done") {
        trouble.value = made
        return false
    }
    const names = new Set(made.value.map(({ path }) => path))
    folder.value = [
        ...(folder.value ?? []).filter(({ path }) => !names.has(path)),
        ...made.value.map((file) => folderFile(file)),
    ]
    if (was === answers.value) isWritten = true
    return true
}

/** The answers that `faults` is about, or will be. */
let judged: unknown

/** Looks at the answers alone, which is quick. */
export async function judgeAnswers(): Promise<readonly Issue[]> {
    const [was, own] = [answers.value, cases]
    judged = was
    const done = await work("checkAnswers", was, lang.value)
    if (own !== cases) return []
    if (done.kind === "done") faults.value = done.value
    else {
        judged = undefined
        trouble.value = done
    }
    return faults.value ?? []
}

/** The same where answers have changed since. */
export async function judgeChanges(): Promise<void> {
    if (judged !== answers.value) await judgeAnswers()
}

/** The whole check, as the command line does it; what is typed meanwhile is looked at too. */
export async function checkAll(): Promise<void> {
    trouble.value = undefined
    const own = cases
    let was: number
    do {
        if (!(await writeAll())) return
        was = edits
        const done = await work("checkCase", folder.value ?? [], moment())
        if (own !== cases) return
        if (done.kind !== "done") {
            trouble.value = done
            return
        }
        if (was === edits) checked.value = done.value
    } while (was !== edits)
}

/** Adds files to evidence/ or exports/, and registers them. Gives the names of those that were there before. */
export async function addFiles(
    kind: "evidence" | "exports",
    files: readonly FolderFile[],
): Promise<readonly string[] | undefined> {
    trouble.value = undefined
    const taken: string[] = []
    const isDone = await inTurn(async () => {
        const own = cases
        // One that can be read no more may be given again.
        const known = new Set((await readable(folder.value ?? [])).map(({ path }) => path))
        const placed = (await held(files)).map((file) => ({ ...file, path: `${kind}/${file.path}` }))
        if (own !== cases) return false
        const added = placed.filter(({ path }) => !known.has(path))
        taken.push(...files.filter(({ path }) => known.has(`${kind}/${path}`)).map(({ path }) => path))
        putFiles(added)
        if (await register()) return true
        const gone = new Set(added.map(({ path }) => path))
        folder.value = folder.value?.filter(({ path }) => !gone.has(path))
        return false
    })
    return isDone ? taken : undefined
}

/** Findings of the last registration. */
export const registered = signal<readonly Issue[]>([])

/** Registers what lies in the folder. */
export function registerFiles(): Promise<boolean> {
    return inTurn(register)
}

async function register(): Promise<boolean> {
    // The sheet gets rows for new files and keeps the others: they have to stand in it.
    if (!(await writeSaid())) return false
    const own = cases
    const done = await work("registerFiles", folder.value ?? [], moment())
    if (own !== cases) return false
    if (done.kind !== "done") {
        trouble.value = done
        return false
    }
    registered.value = done.value.issues
    putFiles(done.value.outputs.map((file) => folderFile(file)))
    return reopenRecords()
}

/** How many answers fall away with files: citations, what is said of an export, rows chosen in it. */
export const citing = (labels: readonly string[]): number => withoutFiles(answers.value, new Set(labels)).count

/** Takes registered files out of the case, with everything that is said of them. */
export function removeFiles(labels: readonly string[]): Promise<boolean> {
    return inTurn(async () => {
        if (!(await writeSaid())) return false
        const [own, gone] = [cases, new Set(labels)]
        const files = entries.value.filter(({ label }) => gone.has(label))
        const before = { folder: folder.value ?? [], answers: answers.value }
        const paths = new Set(files.map((entry) => `${entry.folder}/${entry.originalName.normalize("NFC")}`))
        const rest = before.folder.filter(({ path }) => !paths.has(path.normalize("NFC")))
        const done = await work("removeFiles", rest, labels)
        if (own !== cases) return false
        if (done.kind !== "done") {
            trouble.value = done
            return false
        }
        for (const label of labels) unwritten.delete(label)
        folder.value = rest
        registered.value = []
        answers.value = withoutFiles(answers.value, gone).answers
        isWritten = false
        putFiles(done.value.map((file) => folderFile(file)))
        if (!(await reopenRecords()) || !(await writeAnswers())) return false
        removed.value = { ...before, names: files.map(({ label, originalName }) => `${label} ${originalName}`) }
        return true
    })
}

/** Takes entries out of a list, `from` to before `to`. What goes one after the other can all be put back. */
export function removeEntries(list: string, name: string, from: number, to = from + 1): void {
    const last = removed.value?.list === list ? removed.value : undefined
    const { names, ...before } = last ?? { names: [], list, folder: folder.value ?? [], answers: answers.value }
    const at = pathOf(list)
    const entries = entriesAt(answers.value, at)
    answer(at, [...entries.slice(0, from), ...entries.slice(to)])
    removed.value = { ...before, names: [...names, name] }
}

/** Puts back what was taken out last, where nothing was changed since. */
export function putBack(): Promise<boolean> {
    return inTurn(async () => {
        const before = removed.value
        if (before === undefined) return false
        folder.value = before.folder
        answers.value = before.answers
        isWritten = false
        noteChange()
        return reopenRecords()
    })
}

/** Leaves out files that lie in the folder and were never registered. */
export function leaveOut(paths: readonly string[]): void {
    folder.value = folder.value?.filter(({ path }) => !paths.includes(path))
    noteChange()
}

/** Reads record and descriptions again; the answers stay as they are. */
async function reopenRecords(): Promise<boolean> {
    const own = cases
    const done = await work("openCase", folder.value ?? [])
    if (own !== cases) return false
    if (done.kind !== "done") {
        trouble.value = done
        return false
    }
    take(done.value)
    return true
}

/** Takes what is said of files, and writes it into 证据说明.xlsx. */
export function describe(changed: readonly Description[]): Promise<boolean> {
    const now = opened.value
    if (now === undefined) return Promise.resolve(false)
    for (const one of changed) unwritten.set(one.label, one)
    take(now)
    noteChange()
    return inTurn(writeSaid)
}

async function writeSaid(): Promise<boolean> {
    const now = opened.value
    if (now === undefined || unwritten.size === 0) return true
    const [was, own] = [new Map(unwritten), cases]
    const made = await work("writeDescriptions", folder.value ?? [], now.descriptions, now.folders)
    if (own !== cases) return false
    if (made.kind !== "done") {
        trouble.value = made
        return false
    }
    for (const [label, one] of was) if (unwritten.get(label) === one) unwritten.delete(label)
    putFiles([folderFile(made.value)])
    return true
}

/** Makes the packet and what goes with it. */
export async function buildAll(key: Parameters<typeof work<"buildDraft">>[2]): Promise<void> {
    trouble.value = undefined
    built.value = undefined
    if (!(await writeAll())) return
    const [was, own] = [edits, cases]
    const done = await work("buildDraft", folder.value ?? [], key, moment())
    // A packet without what was typed meanwhile is not the packet of this case.
    if (own !== cases || was !== edits) return
    if (done.kind !== "done") {
        trouble.value = done
        return
    }
    if (done.value.remembered.length > 0) putFiles(done.value.remembered.map((file) => folderFile(file)))
    built.value = done.value
}

/** Leaves the case. */
export function closeCase(): void {
    cases++
    unwritten.clear()
    isWritten = true
    folder.value = undefined
    opened.value = undefined
    answers.value = {}
    faults.value = undefined
    checked.value = undefined
    built.value = undefined
    registered.value = []
    removed.value = undefined
    trouble.value = undefined
    typed.value = {}
    setUnsaved("typed", false)
    setUnsaved("case", false)
}
