import { type Signal, signal } from "@preact/signals"
import {
    ACTS,
    type Act,
    actNamed,
    FIELDS,
    type Field,
    type FieldId,
    fieldsOf,
} from "../../../facts/journal/acts.data.ts"
import { layerCounts } from "../../../messages/verdict-facts.ts"
import type { OutFile } from "../../blob.ts"
import { type FolderFile, nameOf } from "../../given.ts"
import type { JournalShown } from "../../work/journal.ts"
import { download } from "../files.ts"
import { ChosenFiles, together } from "../parts/chosen.tsx"
import { Asked, TextField } from "../parts/fields.tsx"
import { FileDrop } from "../parts/files.tsx"
import { Findings, Wrong } from "../parts/findings.tsx"
import { Sheet } from "../parts/frame.tsx"
import { HandedOut, Outputs } from "../parts/outputs.tsx"
import { moment, type Outcome, say, setUnsaved, work } from "../state.ts"
import * as words from "./journal-words.ts"
import { opened } from "./state.ts"

/** The journal: open the file, add an entry, save the whole again. */

interface OpenJournal {
    readonly name: string
    readonly file: Blob
    readonly shown: JournalShown | undefined
}

export const journal = signal<OpenJournal | undefined>(undefined)
const act = signal("")
const at = signal("")
const fields = Object.fromEntries(Object.keys(FIELDS).map((field) => [field, signal("")])) as Readonly<
    Record<FieldId, Signal<string>>
>
const files = signal<readonly FolderFile[]>([])
const paper = signal<readonly OutFile[]>([])
const wrong = signal<Outcome<unknown> | undefined>(undefined)

async function open([file]: readonly FolderFile[]): Promise<void> {
    if (file === undefined) return
    const outcome = await work("openJournal", file.blob, nameOf(file), moment())
    wrong.value = outcome
    paper.value = []
    if (outcome.kind === "done") journal.value = { name: nameOf(file), file: file.blob, shown: outcome.value }
}

/** Whose journal is begun: that of the packet which is open. */
function headOfDraft(): { readonly ref: string; readonly checkCode: string } | undefined {
    const draft = opened.value
    const { kind, checkCode = null } = draft?.report ?? {}
    // An archive keeps the packet that was handed over as its first layer.
    const first = kind === "archive" && draft !== undefined ? layerCounts(draft.report)[0]?.code : undefined
    const code = kind === "draft" ? checkCode : (first ?? null)
    return draft === undefined || code === null ? undefined : { ref: draft.ref, checkCode: code }
}

async function add(): Promise<void> {
    const chosen = actNamed(act.value)
    const head = headOfDraft()
    const before = journal.value ?? { name: `${head?.ref ?? ""}-journal.jsonl`, file: new Blob([]) }
    const given = (chosen === undefined ? [] : fieldsOf(chosen)).flatMap((field) => {
        const text = fields[field].value
        return text.trim() === "" ? [] : [[field, text] as const]
    })
    const time = at.value.trim()
    const typed = { act: act.value, ...(time === "" ? {} : { at: time }), fields: Object.fromEntries(given) }
    const started = journal.value === undefined ? head : undefined
    const outcome = await work("addToJournal", before.file, before.name, started, typed, files.value, moment())
    wrong.value = outcome
    if (outcome.kind !== "done") return
    journal.value = { name: before.name, file: outcome.value.journal, shown: outcome.value.shown }
    for (const field of Object.values(fields)) field.value = ""
    act.value = ""
    at.value = ""
    files.value = []
    paper.value = []
    setUnsaved("journal", true)
}

function save(): void {
    if (journal.value === undefined) return
    download(journal.value.name, journal.value.file)
    setUnsaved("journal", false)
}

async function print(): Promise<void> {
    if (journal.value === undefined) return
    const outcome = await work("printJournal", journal.value.file, journal.value.name, moment())
    wrong.value = outcome
    if (outcome.kind === "done") paper.value = outcome.value
}

export function JournalPage() {
    const shown = journal.value?.shown
    const canAdd = journal.value !== undefined || headOfDraft() !== undefined
    return (
        <Sheet title={say(words.TITLE)} back="/officer">
            <p>{say(words.INTRO)}</p>
            <Wrong outcome={wrong.value} />
            <FileDrop id="journal" label={say(words.OPEN)} hint={say(words.OPEN_HINT)} accept=".jsonl" onFiles={open} />
            {shown === undefined ? null : <Shown shown={shown} />}
            {canAdd ? <AddForm /> : <p>{say(words.BEGIN)}</p>}
        </Sheet>
    )
}

function Shown({ shown }: { shown: JournalShown }) {
    const { head, endCode, entries, due, issues } = shown
    return (
        <section aria-live="polite">
            <p class="chosen">
                {journal.value?.name} <span class="code">{head?.checkCode}</span>
            </p>
            {issues.length === 0 ? null : <Findings issues={issues} />}
            <h2>{say(words.DUE)}</h2>
            {due.length === 0 ? <p>{say(words.NOTHING_DUE)}</p> : null}
            <ul>
                {due.map(({ title, day, state, basis }) => (
                    <li key={`${title.en} ${day.en}`}>
                        <b>{say(state)}</b> {say(title)} {say(day)} <small class="soft">{say(basis)}</small>
                    </li>
                ))}
            </ul>
            <h2>{say(words.DONE)}</h2>
            <ol>
                {entries.map(({ n, at, act, detail, isVoided }) => (
                    <li key={n} value={n}>
                        <span class="soft">{at}</span> <b>{say(act)}</b>
                        {isVoided ? say(words.VOIDED) : ""} {say(detail)}
                    </li>
                ))}
            </ol>
            <dl class="lines">
                <dt>{say(words.END_CODE)}</dt>
                <dd class="code">{endCode}</dd>
            </dl>
            <p>{say(words.KEEP)}</p>
            <div class="pick">
                <button type="button" class="btn" onClick={save}>
                    {say(words.SAVE)}
                </button>
                <button type="button" class="btn q" onClick={print}>
                    {say(words.PRINT)}
                </button>
            </div>
            <HandedOut names={journal.value === undefined ? [] : [journal.value.name]} />
            {paper.value.length === 0 ? null : <Outputs files={paper.value} zipName="办理进度.zip" />}
        </section>
    )
}

function AddForm() {
    const chosen = actNamed(act.value)
    return (
        <section>
            <h2>{say(words.ADD)}</h2>
            <Asked id="act" label={say(words.ACT)}>
                <select
                    id="act"
                    value={act.value}
                    onChange={(event) => {
                        act.value = event.currentTarget.value
                    }}
                >
                    <option value="">{say(words.CHOOSE)}</option>
                    {Object.entries<Act>(ACTS)
                        .filter(([, { book }]) => book === "case")
                        .map(([id, one]) => (
                            <option key={id} value={id}>
                                {say(one.words)}
                            </option>
                        ))}
                </select>
            </Asked>
            {chosen === undefined ? null : <ActFields act={chosen} />}
        </section>
    )
}

function ActFields({ act }: { act: Act }) {
    return (
        <>
            {fieldsOf(act).map((field) => (
                <FieldInput key={field} id={field} isAsked={act.asks.includes(field)} />
            ))}
            <TextField id="at" label={say(words.AT)} hint={say(words.AT_HINT)} value={at} wide />
            {act.files === undefined ? null : (
                <>
                    <FileDrop
                        id="journal-files"
                        label={say(words.FILES)}
                        several
                        onFiles={(given) => {
                            files.value = together(files.value, given)
                        }}
                    />
                    <ChosenFiles
                        id="journal-files"
                        files={files.value}
                        onFiles={(kept) => {
                            files.value = kept
                        }}
                    />
                </>
            )}
            <button type="button" class="btn" onClick={add}>
                {say(words.ADD_BUTTON)}
            </button>
        </>
    )
}

function FieldInput({ id, isAsked }: { id: FieldId; isAsked: boolean }) {
    const field: Field = FIELDS[id]
    const value = fields[id]
    const label = say(field.words) + (isAsked ? "" : say(words.OPTIONAL))
    if (field.choices === undefined) return <TextField id={`field-${id}`} label={label} value={value} wide />
    return (
        <Asked id={`field-${id}`} label={label}>
            <select
                id={`field-${id}`}
                value={value.value}
                onChange={(event) => {
                    value.value = event.currentTarget.value
                }}
            >
                <option value="">{say(words.CHOOSE)}</option>
                {Object.entries(field.choices).map(([choice, said]) => (
                    <option key={choice} value={choice}>
                        {say(said)}
                    </option>
                ))}
            </select>
        </Asked>
    )
}
