import { signal } from "@preact/signals"
import type { OutFile } from "../../blob.ts"
import type { FolderFile } from "../../given.ts"
import type { ReceivedFiles } from "../../work/answer.ts"
import { signingKey, usesKey } from "../keys/state.ts"
import { ChosenFiles, together } from "../parts/chosen.tsx"
import { FileDrop } from "../parts/files.tsx"
import { Findings } from "../parts/findings.tsx"
import { Sheet } from "../parts/frame.tsx"
import { Outputs, sizeText } from "../parts/outputs.tsx"
import { href, moment, type Outcome, say, setUnsaved, work } from "../state.ts"
import * as words from "./answer-words.ts"
import { OVERTAKEN } from "./change-words.ts"
import { journal } from "./journal.tsx"
import * as journalWords from "./journal-words.ts"
import { asAsked, linkOf, questionKeyOf } from "./places.ts"
import { Signing } from "./second.tsx"
import { Questions } from "./section.tsx"
import { Side } from "./side.tsx"
import { Wrong } from "./start.tsx"
import { answers, draft, formName, look, opened, questions, takeDraft } from "./state.ts"

/** An answer that came: registered into the archive that is open. */

const files = signal<readonly FolderFile[]>([])
const outcome = signal<Outcome<ReceivedFiles> | undefined>(undefined)
const sheet = signal<Outcome<readonly OutFile[]> | undefined>(undefined)

/** True where something was changed while an answer was being registered. */
const isOvertaken = signal(false)

// What was made of one archive is not shown beside another.
draft.subscribe(() => {
    files.value = []
    outcome.value = undefined
    sheet.value = undefined
    isOvertaken.value = false
})

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
    const [given, chosen] = [answers.value, files.value]
    isOvertaken.value = false
    const { name = "", file } = journal.value ?? {}
    const noted = file === undefined ? undefined : { name, file }
    const done = await work("receive", archive, { answers: given, form: formName.value }, chosen, noted, key, moment())
    if (done.kind === "cancelled") return
    isOvertaken.value = draft.value !== archive || answers.value !== given || files.value !== chosen
    if (isOvertaken.value) return
    outcome.value = done
    if (done.kind === "done") setUnsaved("made", true)
}

async function makeSheet(): Promise<void> {
    const archive = draft.value
    if (archive === undefined) return
    const done = await work("courtSheet", archive, moment())
    if (draft.value === archive) sheet.value = done
}

/** Goes on with the archive that was made: another answer in the old one would leave this one out. */
async function goOn({ outputs, name }: ReceivedFiles): Promise<void> {
    const made = outputs.find(({ path }) => path === name)
    if (made === undefined) return
    const taken = await takeDraft({ path: name, blob: made.blob, modified: Date.now() })
    if (taken.kind === "done") await look()
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
            {isOvertaken.value ? <p role="status">{say(OVERTAKEN)}</p> : null}
            <FileDrop
                id="answer-files"
                label={say(words.FILES)}
                hint={say(words.FILES_HINT)}
                several
                folder
                onFiles={(given) => take(together(files.value, given))}
            />
            {files.value.length === 0 ? null : <p class="chosen">{say(words.CHOSEN(files.value.length))}</p>}
            <ChosenFiles id="answer-files" files={files.value} onFiles={take} />
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

function Made({ made }: { made: ReceivedFiles }) {
    const { outputs, name, checkCode, files: registered, issues } = made
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
            <p>{say(words.GO_ON_TEXT)}</p>
            <button type="button" class="btn q" onClick={() => goOn(made)}>
                {say(words.GO_ON)}
            </button>
        </>
    )
}

const MOST_SHOWN = 50
