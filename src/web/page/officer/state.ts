import { computed, signal } from "@preact/signals"
import type { Issue } from "../../../base/issue.ts"
import { withoutSystemFiles } from "../../../base/system-files.ts"
import { FORM } from "../../../facts/officer/officer-form.data.ts"
import { type FormAnswers, type Question, questionsOf } from "../../../facts/officer/officer-form-questions.ts"
import type { FormSection } from "../../../facts/officer/officer-form-row.ts"
import { isFieldAsked, typeCalled } from "../../../facts/officer/request-type.ts"
import { orderPapers, type PaperKind } from "../../../flows/officer/paper-folders.ts"
import { blobSource, type OutFile } from "../../blob.ts"
import { type FolderFile, type KeyFile, nameOf } from "../../given.ts"
import type {
    DeskShown,
    DraftFile,
    DraftShown,
    DroppedPapers,
    LookedOverFiles,
    PaperFile,
    PreparedFiles,
    SubmittedFiles,
} from "../../work/desk.ts"
import { isMadeUnsaved, isOfficeUnsaved, moment, type Outcome, say, setUnsaved, theClient, work } from "../state.ts"
import { OTHER_CASE, OTHER_PACKET } from "./change-words.ts"

/** What the officer works with: the draft, the answers of the form, papers, and what the steps made of them. */

/** A draft that was given, with the name of its file. */
export interface GivenDraft extends DraftFile {
    readonly name: string
}

export const NO_PAPERS: Readonly<Record<PaperKind, readonly PaperFile[]>> = {
    photos: [],
    legal: [],
    sealed: [],
    consent: [],
}

export const draft = signal<GivenDraft | undefined>(undefined)
export const opened = signal<DraftShown | undefined>(undefined)
export const desks = signal<readonly DeskShown[]>([])
export const answers = signal<FormAnswers>({})
/** The officer's file as it was opened, and is saved again. */
export const formName = signal("officer.xlsx")
export const papers = signal(NO_PAPERS)
/** Files of the first step: of this session, or of an earlier one. */
export const prepared = signal<readonly FolderFile[]>([])
/** How the request stands; undefined while nobody has looked. */
export const looked = signal<Outcome<LookedOverFiles> | undefined>(undefined)
export const firstStep = signal<Outcome<PreparedFiles> | undefined>(undefined)
export const secondStep = signal<Outcome<SubmittedFiles> | undefined>(undefined)

/** The desk that is asked: the one that the form names, else that of the draft. */
export const desk = computed(() => {
    const named = answers.value.recipient ?? ""
    const all = desks.value
    return all.find(({ id }) => id === named) ?? all.find(({ id }) => id === opened.value?.recipient)
})

/** The kind of request that the form makes. */
export const requestType = computed(() => typeCalled(answers.value["request.type"] ?? ""))

/** The questions of each section, for the desk that is asked and the kind of request; what is answered stays. */
export const questions = computed<readonly (readonly Question[])[]>(() =>
    FORM.map((section: FormSection) =>
        questionsOf(section, answers.value, desk.value?.dataGroups ?? []).filter(
            ({ key, row }) => isFieldAsked(row.field, requestType.value) || (answers.value[key] ?? "") !== "",
        ),
    ),
)

export const answerOf = (key: string): string => answers.value[key] ?? ""

/** Counts changes: what a step made of something else is not shown. */
let changes = 0
/** True where something was changed while a step was being made, until it is made anew. */
export const isOvertaken = signal(false)

/** Something changed, of which nothing is saved yet and on which what was found no longer rests. */
function changed(): void {
    changes++
    secondStep.value = undefined
    firstStep.value = undefined
}

export function setAnswer(key: string, text: string): void {
    if (answerOf(key) === text) return
    answers.value = { ...answers.value, [key]: text }
    setUnsaved("answers", true)
    changed()
}

/** Asks another desk, blank for the packet's own; what was said of data that it does not have goes. */
export function chooseDesk(id: string): void {
    setAnswer("recipient", id)
    const known = new Set(desk.value?.dataGroups.map((group) => group.id))
    const isOthers = (key: string): boolean => {
        const [, group] = /^request\.(?:dataGroups|periods)\[(.+)\]$/.exec(key) ?? []
        return group !== undefined && !known.has(group)
    }
    answers.value = Object.fromEntries(Object.entries(answers.value).filter(([key]) => !isOthers(key)))
}

export function setPapers(kind: PaperKind, files: readonly PaperFile[]): void {
    papers.value = { ...papers.value, [kind]: files }
    changed()
}

/** Counts what was given, so that the worker knows it again. */
let numbers = 0

/**
 * Adds papers, without what systems leave in folders; one of the same name takes the place of the other. They stand in the
 * order of the command line, behind those that were moved by hand.
 *
 * @returns those that were added.
 */
export async function addPapers(kind: PaperKind, files: readonly FolderFile[]): Promise<readonly FolderFile[]> {
    const sources = files.map((file) => ({ name: nameOf(file), source: blobSource(file.blob), file }))
    const given = (await withoutSystemFiles(sources)).map(({ file }) => file)
    const added = new Set(given.map(nameOf))
    const numbered = given.map((file) => ({ ...file, id: ++numbers }))
    const before = papers.value[kind]
    const kept = before.filter((file) => !added.has(nameOf(file)))
    const isMoved = inOrder(kind, before).some((file, i) => file !== before[i])
    setPapers(kind, isMoved ? [...kept, ...inOrder(kind, numbered)] : inOrder(kind, [...kept, ...numbered]))
    return given
}

const inOrder = (kind: PaperKind, files: readonly PaperFile[]): readonly PaperFile[] => orderPapers(kind, files, nameOf)

/** Moves a paper before the one that stands before it: names of a phone say nothing of the order of pages. */
export function moveUp(kind: PaperKind, file: PaperFile): void {
    const files = papers.value[kind]
    const at = files.indexOf(file)
    const before = files[at - 1]
    if (before !== undefined) setPapers(kind, [...files.slice(0, at - 1), file, before, ...files.slice(at + 1)])
}

export const dropped = (): DroppedPapers => ({ answers: answers.value, form: formName.value, ...papers.value })

/** What of the form is said of the unit and its officer, and not of one case. */
const OF_EVERY_CASE = /^(?:agency|officer)\./

/** What was left out when a draft of another case was opened; undefined where none was. */
export const leftOfOther = signal<string | undefined>(undefined)

/**
 * Another case begins: what was filled in for the one before, its papers and what the first step made of it would go out
 * under the wrong name. Unit and officer stay.
 */
function leaveOther(ref: string): void {
    answers.value = Object.fromEntries(Object.entries(answers.value).filter(([key]) => OF_EVERY_CASE.test(key)))
    papers.value = NO_PAPERS
    prepared.value = []
    leftOfOther.value = ref
    setUnsaved("made", false)
}

/** Judges a draft and reads it; on success the form is begun where there is none. */
export async function takeDraft(file: FolderFile): Promise<Outcome<DraftShown>> {
    const given = { id: ++numbers, blob: file.blob, name: nameOf(file) }
    const [outcome, all] = [await work("openDraft", given, moment()), await work("desks")]
    if (all.kind === "done") desks.value = all.value
    if (outcome.kind !== "done") return outcome
    if (all.kind === "refused") return all
    const before = opened.value?.ref
    const { ref } = outcome.value
    const lost =
        before === undefined
            ? undefined
            : before !== ref
              ? isOfficeUnsaved() && OTHER_CASE(before, ref)
              : isMadeUnsaved() && OTHER_PACKET(given.name)
    if (lost && !confirm(say(lost))) return { kind: "cancelled" }
    // What was made is gone with the packet it was made of.
    if (before !== undefined) setUnsaved("made", false)
    leftOfOther.value = undefined
    if (before !== undefined && before !== ref) leaveOther(before)
    draft.value = given
    opened.value = outcome.value
    changed()
    if (Object.keys(answers.value).length === 0 || leftOfOther.value !== undefined) {
        const begun = await work("startOffice", undefined, moment())
        if (begun.kind === "done") answers.value = { ...begun.value.answers, ...answers.value }
    }
    return outcome
}

let looks = 0

/** Looks how the request stands. Of several at once the last counts. */
export async function look(): Promise<readonly Issue[]> {
    const given = draft.value
    if (given === undefined) return []
    const own = ++looks
    const outcome = await work("lookOver", given, dropped(), prepared.value, moment())
    if (own === looks && outcome.kind !== "cancelled") looked.value = outcome
    return foundBy(outcome)
}

const foundBy = (outcome: Outcome<LookedOverFiles> | undefined): readonly Issue[] => {
    if (outcome?.kind === "done") return outcome.value.issues
    return outcome?.kind === "refused" ? outcome.issues : []
}

/** What was found when the request was looked at last. */
export const found = computed(() => foundBy(looked.value))

/** The first step. What it made is at hand for the second. */
export async function runFirst(): Promise<void> {
    const given = draft.value
    if (given === undefined) return
    const outcome = await madeOfThis(() => work("prepare", given, dropped(), moment()))
    if (outcome === undefined) return
    firstStep.value = outcome
    if (outcome.kind !== "done") return
    prepared.value = folderOf(outcome.value.outputs)
    setUnsaved("made", true)
    await look()
}

/** The second step, signed with a key or not. */
export async function runSecond(key: KeyFile | undefined): Promise<void> {
    const given = draft.value
    if (given === undefined) return
    const outcome = await madeOfThis(() => work("submit", given, dropped(), prepared.value, key, moment()))
    if (outcome === undefined) return
    secondStep.value = outcome
    if (outcome.kind !== "done") return
    setUnsaved("made", true)
    // What stands beside it is of the same moment.
    await look()
}

/** What came of a step; undefined where it was stopped, or where it is no longer of what is filled in. */
async function madeOfThis<T>(step: () => Promise<Outcome<T>>): Promise<Outcome<T> | undefined> {
    const before = changes
    isOvertaken.value = false
    const outcome = await step()
    if (outcome.kind === "cancelled") return undefined
    isOvertaken.value = changes !== before
    return isOvertaken.value ? undefined : outcome
}

/** Files of the first step take the place of those that were there. */
export function setPrepared(files: readonly FolderFile[]): void {
    prepared.value = files
    changed()
}

/** Outputs of a step as files of a folder that was given. */
function folderOf(outputs: readonly OutFile[]): readonly FolderFile[] {
    return outputs.map(({ path, blob }) => ({ path, blob, modified: 0 }))
}

/** Everything is gone. */
export function forget(): void {
    draft.value = undefined
    opened.value = undefined
    answers.value = {}
    formName.value = "officer.xlsx"
    papers.value = NO_PAPERS
    prepared.value = []
    leftOfOther.value = undefined
    looked.value = undefined
    setUnsaved("answers", false)
    setUnsaved("made", false)
    changed()
    // The worker remembers papers; with a new one they are gone from memory.
    theClient().cancel()
}
