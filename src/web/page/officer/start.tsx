import { signal } from "@preact/signals"
import type { FolderFile } from "../../given.ts"
import { download } from "../files.ts"
import { DIRECTORY, DIRECTORY_WHAT } from "../parts/directory.tsx"
import { FileDrop } from "../parts/files.tsx"
import { Findings, Wrong as Unfinished } from "../parts/findings.tsx"
import { Sheet } from "../parts/frame.tsx"
import { go, href, listed, moment, type Outcome, say, work } from "../state.ts"
import * as answerWords from "./answer-words.ts"
import { NO_PACKET } from "./change-words.ts"
import * as journalWords from "./journal-words.ts"
import * as mailWords from "./mails-words.ts"
import { asAsked, linkOf } from "./places.ts"
import { draft } from "./state.ts"
import { type Taken, takeIn } from "./take.ts"
import * as words from "./words.ts"

/** Where the officer begins: the packet, and what was saved before. */

const taken = signal<Taken | undefined>(undefined)

/** Whether something was given for the packet in which there is none. */
const lacksPacket = signal(false)

async function take(files: readonly FolderFile[], isPacket = false): Promise<void> {
    taken.value = undefined
    lacksPacket.value = false
    const done = await takeIn(files)
    taken.value = done
    lacksPacket.value = isPacket && done.draft === undefined
    // What was not read, or not used, is said here before anybody goes on.
    if (done.draft?.kind === "done" && done.read?.kind !== "refused" && done.unused.length === 0) go("/officer/packet")
}

export function StartPage() {
    const done = taken.value
    return (
        <Sheet title={say(words.TITLE)} back="/">
            <p>{say(words.INTRO)}</p>
            <ul>
                {words.ASSURANCES.map((one) => (
                    <li key={one.en}>{say(one)}</li>
                ))}
            </ul>
            <Wrong outcome={done?.draft} />
            <Wrong outcome={done?.read} />
            <FileDrop
                id="draft"
                label={say(words.DRAFT)}
                hint={say(words.DRAFT_HINT)}
                accept=".zip"
                onFiles={(files) => take(files, true)}
            />
            {lacksPacket.value ? (
                <p class="msg" role="alert">
                    {say(NO_PACKET)}
                </p>
            ) : null}
            {draft.value === undefined ? null : (
                <p>
                    <a class="btn" href={href("/officer/packet")}>
                        {say(words.TO_PACKET)}
                    </a>{" "}
                    <span class="chosen">{draft.value.name}</span>
                </p>
            )}
            <h2>{say(words.EARLIER)}</h2>
            <FileDrop
                id="earlier"
                label={say(words.EARLIER_LABEL)}
                hint={say(words.EARLIER_HINT)}
                several
                folder
                onFiles={(files) => take(files)}
            />
            {done === undefined ? null : <TakenList taken={done} />}
            <p>
                <a href={href("/officer/journal")}>{say(journalWords.TITLE)}</a>
                <span class="soft"> {say(journalWords.WHAT)}</span>
            </p>
            <p>
                <a href={href("/officer/mails")}>{say(mailWords.TITLE)}</a>
                <span class="soft"> {say(mailWords.WHAT)}</span>
            </p>
            <p>
                <a href={href("/officer/directory")}>{say(DIRECTORY)}</a>
                <span class="soft"> {say(DIRECTORY_WHAT)}</span>
            </p>
            <p>
                <a href={href("/officer/answer")}>{say(answerWords.TITLE)}</a>
                <span class="soft"> {say(answerWords.WHAT)}</span>
            </p>
            <p>{say(words.BLANK_FORM_TEXT)}</p>
            <p>
                <button type="button" class="btn q" onClick={blankForm}>
                    {say(words.BLANK_FORM)}
                </button>
            </p>
        </Sheet>
    )
}

async function blankForm(): Promise<void> {
    const made = await work("startOffice", undefined, moment())
    const file = made.kind === "done" ? made.value.files.at(-1) : undefined
    if (file !== undefined) download(file.path, file.blob)
}

/** What stopped a draft or a form from being read. */
export function Wrong({ outcome, to = linkOf }: { outcome: Outcome<unknown> | undefined; to?: typeof linkOf }) {
    const shown = outcome?.kind === "refused" ? { ...outcome, issues: outcome.issues.map(asAsked) } : outcome
    return <Unfinished outcome={shown} linkOf={to} />
}

function TakenList({ taken: { form, prepared, papers, unused, read } }: { taken: Taken }) {
    const issues = read?.kind === "done" ? read.value.issues : []
    const isAny =
        (form !== undefined && read?.kind === "done") || prepared !== undefined || papers.length + unused.length > 0
    return (
        <div aria-live="polite">
            {isAny ? <h3>{say(words.TAKEN)}</h3> : null}
            <ul>
                {form === undefined || read?.kind !== "done" ? null : <li>{say(words.TAKEN_FORM(form))}</li>}
                {prepared === undefined ? null : <li>{say(words.TAKEN_PREPARED(prepared))}</li>}
                {papers.map(({ kind, names }) => (
                    <li key={kind}>{say(words.TAKEN_PAPERS(say(words.PAPER_KINDS[kind]), listed(names)))}</li>
                ))}
                {unused.length === 0 ? null : <li>{say(words.NOT_TAKEN(listed(unused)))}</li>}
            </ul>
            {issues.length === 0 ? null : <Findings issues={issues.map(asAsked)} linkOf={linkOf} />}
        </div>
    )
}
