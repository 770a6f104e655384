import { signal } from "@preact/signals"
import type { OutFile } from "../../blob.ts"
import type { FolderFile } from "../../given.ts"
import type { ReceivedFiles } from "../../work/answer.ts"
import { signingKey, usesKey } from "../keys/state.ts"
import { FileDrop } from "../parts/files.tsx"
import { Findings } from "../parts/findings.tsx"
import { Sheet } from "../parts/frame.tsx"
import { Outputs, sizeText } from "../parts/outputs.tsx"
import { href, moment, type Outcome, say, setUnsaved, work } from "../state.ts"
import * as words from "./answer-words.ts"
import * as journalWords from "./journal-words.ts"
import { asAsked, linkOf, questionKeyOf } from "./places.ts"
import { Signing } from "./second.tsx"
import { Questions } from "./section.tsx"
import { Side } from "./side.tsx"
import { Wrong } from "./start.tsx"
import { answers, draft, formName, opened, questions } from "./state.ts"

/** An answer that came: registered into the archive that is open. */

const files = signal<readonly FolderFile[]>([])
const outcome = signal<Outcome<ReceivedFiles> | undefined>(undefined)
const sheet = signal<Outcome<readonly OutFile[]> | undefined>(undefined)

/** The questions about an answer; all others belong to the request. */
const ABOUT = /^received\b|^completedAt$/

function take(given: readonly FolderFile[]): void {
    files.value = given
    outcome.value = undefined
}

async function register(): Promise<void> {
    const archive = draft.value
    if (archive === undefined) return
    const key = usesKey.value ? signingKey.value?.file : undefined
    const given = { answers: answers.value, form: formName.value }
    const done = await work("receive", archive, given, files.value, key, moment())
    if (done.kind === "cancelled") return
    outcome.value = done
    if (done.kind === "done") setUnsaved("made", true)
}

async function makeSheet(): Promise<void> {
    if (draft.value !== undefined) sheet.value = await work("courtSheet", draft.value, moment())
}

export function AnswerPage() {
    const done = outcome.value
    const isArchive = opened.value?.report.kind === "archive"
    if (done?.kind === "done")
        return (
            <Sheet title={say(words.RESULT)} back="/officer/tasks" side={<Side />}>
                <Made made={done.value} />
            </Sheet>
        )
    return (
        <Sheet title={say(words.TITLE)} back="/officer/tasks" side={<Side />}>
            <p>{say(words.INTRO)}</p>
            {isArchive ? <Ask /> : <p>{say(words.NO_ARCHIVE)}</p>}
            <h2>{say(words.COURT)}</h2>
            <p>{say(words.COURT_TEXT)}</p>
            <Wrong outcome={sheet.value} />
            <button type="button" class="btn q" onClick={makeSheet}>
                {say(words.MAKE_COURT)}
            </button>
            {sheet.value?.kind === "done" ? <Outputs files={sheet.value.value} zipName="庭前准备.zip" /> : null}
        </Sheet>
    )
}

function Ask() {
    const done = outcome.value
    const asked = questions.value.flat().filter(({ key }) => ABOUT.test(key))
    const issues = done?.kind === "refused" ? done.issues.filter((issue) => questionKeyOf(issue)) : []
    return (
        <>
            <Wrong outcome={done} />
            <FileDrop
                id="answer-files"
                label={say(words.FILES)}
                hint={say(words.FILES_HINT)}
                several
                folder
                onFiles={take}
            />
            {files.value.length === 0 ? null : <p class="chosen">{say(words.CHOSEN(files.value.length))}</p>}
            <form
                noValidate
                onSubmit={(event) => {
                    event.preventDefault()
                    register()
                }}
            >
                <Questions asked={asked} issues={issues} who="" />
                <Signing />
                <button type="submit" class="btn" disabled={files.value.length === 0}>
                    {say(words.REGISTER)}
                </button>
            </form>
        </>
    )
}

function Made({ made: { outputs, name, checkCode, files: registered, issues } }: { made: ReceivedFiles }) {
    return (
        <>
            <p>{say(words.KEEP)}</p>
            <dl class="lines">
                <dt>{name}</dt>
                <dd class="code">{checkCode}</dd>
            </dl>
            {issues.length === 0 ? null : <Findings issues={issues.map(asAsked)} linkOf={linkOf} />}
            <Outputs
                files={outputs}
                zipName={name.replace(/\.zip$/, "-all.zip")}
                onSaved={() => setUnsaved("made", false)}
            />
            <h2>{say(words.REGISTERED)}</h2>
            <ul class="files">
                {registered.slice(0, MOST_SHOWN).map((file) => (
                    <li key={file.label}>
                        <span class="path">
                            {file.label} {file.name}
                        </span>
                        <small class="soft">
                            {sizeText(file.sizeBytes)} {file.mediaType}
                        </small>
                        <span class="code">{file.sha256}</span>
                    </li>
                ))}
            </ul>
            {registered.length > MOST_SHOWN ? <p>{say(words.MORE(registered.length - MOST_SHOWN))}</p> : null}
            <p>
                <a href={href("/officer/journal")}>{say(journalWords.TITLE)}</a>
                <span class="soft"> {say(words.THEN_JOURNAL)}</span>
            </p>
            <button
                type="button"
                class="btn q"
                onClick={() => {
                    outcome.value = undefined
                }}
            >
                {say(words.TITLE)}
            </button>
        </>
    )
}

const MOST_SHOWN = 50
