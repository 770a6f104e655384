import { computed, signal } from "@preact/signals"
import { hasErrors, type Issue } from "../../../base/issue.ts"
import type { Description } from "../../../facts/evidence/descriptions.ts"
import type { LockEntry } from "../../../facts/evidence/lock.ts"
import type { OutFile } from "../../blob.ts"
import type { FolderFile } from "../../given.ts"
import type { BuiltDraft, CheckedFolder, OpenedCase } from "../../work/case.ts"
import type { DeskShown } from "../../work/desk.ts"
import type { AbsentShown } from "../../work/desks.ts"
import { lang, moment, type Outcome, unsaved, work } from "../state.ts"
import { type Path, textAt, withAnswer } from "./answers.ts"

/** The case that is being worked on: its folder in memory, its answers, and what was found in them. */

export const folder = signal<readonly FolderFile[] | undefined>(undefined)
export const answers = signal<unknown>({})
export const opened = signal<OpenedCase | undefined>(undefined)
export const desks = signal<readonly DeskShown[]>([])
/** Desks that cannot be asked, and why. */
export const absentDesks = signal<readonly AbsentShown[]>([])
/** Findings about the answers alone, made while they are typed. */
export const faults = signal<readonly Issue[]>([])
/** The whole check; undefined after a change. */
export const checked = signal<CheckedFolder | undefined>(undefined)
export const built = signal<BuiltDraft | undefined>(undefined)
/** Why the last thing that was asked for did not work. */
export const trouble = signal<Outcome<unknown> | undefined>(undefined)

export const ref = computed(() => textAt(answers.value, ["ref"]))
export const entries = computed<readonly LockEntry[]>(() => opened.value?.entries ?? [])
export const descriptions = computed<readonly Description[]>(() => opened.value?.descriptions ?? [])

/** Opens a case folder. False where it cannot be opened; `trouble` says why. */
export async function openCase(files: readonly FolderFile[]): Promise<boolean> {
    trouble.value = undefined
    const done = await work("openCase", files)
    if (done.kind !== "done") {
        trouble.value = done
        return false
    }
    if (hasErrors(done.value.issues)) {
        trouble.value = { kind: "refused", issues: done.value.issues }
        return false
    }
    folder.value = files
    take(done.value)
    answers.value = done.value.answers ?? {}
    unsaved.value = false
    await loadDesks()
    await judgeAnswers()
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
    // The page needs one form; 现在就做 is a page of its own here.
    const files = made.value.filter(({ role, path }) => role === "form" && path.endsWith(".xlsx"))
    return openCase(files.map((file) => folderFile(file)))
}

async function loadDesks(): Promise<void> {
    if (desks.value.length > 0) return
    const known = await work("desks")
    if (known.kind === "done") desks.value = known.value
    const absent = await work("absentDesks")
    if (absent.kind === "done") absentDesks.value = absent.value
}

function take(value: OpenedCase): void {
    opened.value = value
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
    checked.value = undefined
    built.value = undefined
    unsaved.value = true
}

/** Takes an answer. It is written into the forms when the page is left, checked or saved. */
export function answer(path: Path, value: unknown): void {
    answers.value = withAnswer(answers.value, path, value)
    isWritten = false
    checked.value = undefined
    built.value = undefined
    unsaved.value = true
}

let isWritten = true

/** Writes the answers into the forms of the folder. */
export async function writeAnswers(): Promise<boolean> {
    const forms = opened.value?.forms ?? []
    if (isWritten || forms.length === 0) return true
    const was = answers.value
    const made = await work("writeAnswers", was, forms, lang.value)
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

/** Looks at the answers alone, which is quick. */
export async function judgeAnswers(): Promise<readonly Issue[]> {
    const done = await work("checkAnswers", answers.value, lang.value)
    if (done.kind === "done") faults.value = done.value
    else trouble.value = done
    return faults.value
}

/** The whole check, as the command line does it. */
export async function checkAll(): Promise<void> {
    trouble.value = undefined
    if (!(await writeAnswers())) return
    const done = await work("checkCase", folder.value ?? [], moment(), lang.value)
    if (done.kind === "done") checked.value = done.value
    else trouble.value = done
}

/** Adds files to evidence/ or exports/, and registers them. */
export async function addFiles(
    kind: "evidence" | "exports",
    files: readonly FolderFile[],
): Promise<readonly string[] | undefined> {
    trouble.value = undefined
    const before = folder.value ?? []
    const known = new Set(before.map(({ path }) => path))
    const placed = files.map((file) => ({ ...file, path: `${kind}/${file.path}` }))
    const taken = placed.filter(({ path }) => known.has(path)).map(({ path }) => path)
    putFiles(placed.filter(({ path }) => !known.has(path)))
    const isDone = await registerFiles()
    if (!isDone) folder.value = before
    return isDone ? taken : undefined
}

/** Findings of the last registration. */
export const registered = signal<readonly Issue[]>([])

/** Registers what lies in the folder. */
export async function registerFiles(): Promise<boolean> {
    const done = await work("registerFiles", folder.value ?? [], moment())
    if (done.kind !== "done") {
        trouble.value = done
        return false
    }
    registered.value = done.value.issues
    putFiles(done.value.outputs.map((file) => folderFile(file)))
    return reopenRecords()
}

/** Reads record and descriptions again; the answers stay as they are. */
async function reopenRecords(): Promise<boolean> {
    const done = await work("openCase", folder.value ?? [])
    if (done.kind !== "done") {
        trouble.value = done
        return false
    }
    take(done.value)
    return true
}

/** Writes descriptions of files into 证据说明.xlsx. */
export async function describe(changed: readonly Description[]): Promise<void> {
    const now = opened.value
    if (now === undefined) return
    const news = new Map(changed.map((one) => [one.label, one]))
    const own = now.descriptions.map((one) => news.get(one.label) ?? one)
    opened.value = { ...now, descriptions: own }
    const made = await work("writeDescriptions", folder.value ?? [], own, now.folders)
    if (made.kind !== "done") {
        trouble.value = made
        return
    }
    putFiles([folderFile(made.value)])
}

/** Makes the packet and what goes with it. */
export async function buildAll(key: Parameters<typeof work<"buildDraft">>[2]): Promise<void> {
    trouble.value = undefined
    built.value = undefined
    if (!(await writeAnswers())) return
    const done = await work("buildDraft", folder.value ?? [], key, moment())
    if (done.kind !== "done") {
        trouble.value = done
        return
    }
    if (done.value.remembered.length > 0) putFiles(done.value.remembered.map((file) => folderFile(file)))
    built.value = done.value
}

/** Leaves the case. */
export function closeCase(): void {
    folder.value = undefined
    opened.value = undefined
    answers.value = {}
    faults.value = []
    checked.value = undefined
    built.value = undefined
    registered.value = []
    trouble.value = undefined
    unsaved.value = false
}
