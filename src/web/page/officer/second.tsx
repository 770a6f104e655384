import { signal } from "@preact/signals"
import { Fragment } from "preact"
import { useRef } from "preact/hooks"
import type { Issue } from "../../../base/issue.ts"
import { FORM } from "../../../facts/officer/officer-form.data.ts"
import type { OutFile } from "../../blob.ts"
import type { FolderFile } from "../../given.ts"
import type { SubmittedFiles } from "../../work/desk.ts"
import { signingKey, usesKey } from "../keys/state.ts"
import { WITH_KEY } from "../keys/words.ts"
import { FileDrop } from "../parts/files.tsx"
import { Findings } from "../parts/findings.tsx"
import { Sheet } from "../parts/frame.tsx"
import { Outputs } from "../parts/outputs.tsx"
import { href, say, setUnsaved } from "../state.ts"
import { OVERTAKEN } from "./change-words.ts"
import * as journalWords from "./journal-words.ts"
import { PaperDrop, PaperFaults } from "./papers.tsx"
import { asAsked, linkOf, placeOfKey, questionKeyOf } from "./places.ts"
import { Questions, useFocusOn } from "./section.tsx"
import { Side } from "./side.tsx"
import { Wrong } from "./start.tsx"
import { isOvertaken, look, papers, prepared, questions, runSecond, secondStep } from "./state.ts"
import { takeIn } from "./take.ts"
import * as words from "./words.ts"

/** The second step: what is sent, and the archive. */

/** What is filled in between the steps. */
const BETWEEN = /^(?:letterCode|letter\.|ownForm\.|approval\.(?!countyHead)|completedAt)/
/** What is asked on this page is mended on it. */
function linkHere(issue: Issue): string | undefined {
    const link = linkOf(issue)
    const key = questionKeyOf(issue)
    return key !== undefined && BETWEEN.test(key) && link === href(placeOfKey(key))
        ? href(`/officer/second/${key}`)
        : link
}

const lacksRecord = signal(false)

async function takePrepared(files: readonly FolderFile[]): Promise<void> {
    const taken = await takeIn(files, false)
    lacksRecord.value = taken.prepared === undefined
}

export function SecondPage({ focus }: { focus: string }) {
    const outcome = secondStep.value
    useFocusOn(focus)
    const section = FORM.find(({ rows }) => rows.some(({ field }) => field === "letterCode"))
    const asked = questions.value.flat().filter(({ key }) => BETWEEN.test(key))
    const issues = outcome?.kind === "refused" ? outcome.issues.filter((issue) => questionKeyOf(issue)) : []
    if (outcome?.kind === "done")
        return (
            <Sheet key="made" title={say(words.RESULT)} back="/officer/tasks" side={<Side />}>
                <Result done={outcome.value} />
            </Sheet>
        )
    const lacking = [
        ...(prepared.value.length === 0 ? [words.NO_PREPARED] : []),
        ...(papers.value.sealed.length === 0 ? [words.NO_SCAN] : []),
    ]
    return (
        <Sheet key="asked" title={say(words.SECOND)} back="/officer/tasks" side={<Side />}>
            <p>{say(words.SECOND_TEXT)}</p>
            <Wrong outcome={outcome} to={linkHere} />
            <FileDrop
                id="prepared"
                label={say(words.PREPARED)}
                hint={say(words.PREPARED_HINT)}
                several
                folder
                onFiles={takePrepared}
            />
            {lacksRecord.value ? (
                <p class="msg" role="alert">
                    {say(words.PREPARED_NONE)}
                </p>
            ) : null}
            <div aria-live="polite">
                {prepared.value.length === 0 ? null : (
                    <p class="chosen">{say(words.TAKEN_PREPARED(prepared.value.length))}</p>
                )}
            </div>
            <PaperDrop kind="sealed" />
            <PaperDrop kind="legal" />
            {papers.value.sealed.length === 0 ? null : <p>{say(words.LOOK_AT_SCANS)}</p>}
            {outcome?.kind === "refused" ? null : <PaperFaults kinds={["sealed", "legal"]} linkOf={linkHere} />}
            <form
                noValidate
                onChange={() => look()}
                onSubmit={(event) => {
                    event.preventDefault()
                    runSecond(usesKey.value ? signingKey.value?.file : undefined)
                }}
            >
                <Questions asked={asked} issues={issues} who={section?.who ?? ""} />
                <Signing />
                {isOvertaken.value ? <p role="status">{say(OVERTAKEN)}</p> : null}
                {lacking.map((one) => (
                    <p key={say(one)}>{say(one)}</p>
                ))}
                <button type="submit" class="btn" disabled={lacking.length > 0}>
                    {say(words.MAKE_SECOND)}
                </button>
            </form>
        </Sheet>
    )
}

/** With which key, if any. */
export function Signing() {
    const key = signingKey.value
    return (
        <fieldset class="field">
            <legend>{say(words.SIGNING)}</legend>
            <label class="radio">
                <input
                    type="radio"
                    name="signing"
                    checked={!usesKey.value}
                    onChange={() => {
                        usesKey.value = false
                    }}
                />
                {say(words.UNSIGNED)}
            </label>
            {key === undefined ? null : (
                <label class="radio">
                    <input
                        type="radio"
                        name="signing"
                        checked={usesKey.value}
                        onChange={() => {
                            usesKey.value = true
                        }}
                    />
                    {say(WITH_KEY(key.fingerprint))}
                </label>
            )}
            <p>
                <a href={href("/keys")}>{say(words.KEY_PAGE)}</a>
            </p>
        </fieldset>
    )
}

type GroupName = keyof typeof words.GROUPS

const GROUP_OF: Readonly<Partial<Record<OutFile["role"], GroupName>>> = {
    packet: "archive",
    portal: "portal",
    inquiry: "inquiry",
    "identity-image": "identity",
    "identity-mail": "identity",
}

function Result({ done }: { done: SubmittedFiles }) {
    const { ref, checklist, said, packets, outputs, issues } = done
    const groups = (["inquiry", "send", "archive", "portal", "identity"] as const)
        .map((name) => ({ name, files: outputs.filter(({ role }) => (GROUP_OF[role] ?? "send") === name) }))
        .filter(({ files }) => files.length > 0)
    const saved = useRef(new Set<GroupName>())
    const onSaved = (name: GroupName): void => {
        saved.current.add(name)
        if (groups.every((group) => saved.current.has(group.name))) setUnsaved("made", false)
    }
    return (
        <>
            <section class="verdict" aria-live="polite">
                <h2>{say(said.conclusion)}</h2>
                <p class="soft">{say(said.numbers)}</p>
            </section>
            <p>{say(words.DO_NOW[checklist.conclusion])}</p>
            <dl class="lines">
                {packets.length === 0 ? null : (
                    <>
                        <dt>{say(words.SEND_SIZE)}</dt>
                        <dd>{say(said.size)}</dd>
                    </>
                )}
                {packets.map(({ name, checkCode }) => (
                    <Fragment key={name}>
                        <dt>{name}</dt>
                        <dd>
                            {say(words.CHECK_CODE)} <span class="code">{checkCode}</span>
                        </dd>
                    </Fragment>
                ))}
            </dl>
            {groups.map(({ name, files }) => (
                <section key={name}>
                    <h2>{say(words.GROUPS[name])}</h2>
                    {name === "send" ? <p>{say(words.SEND_TEXT)}</p> : null}
                    {name === "send" && files.some(({ path }) => path.endsWith(".eml")) ? (
                        <p>{say(words.SEND_MAIL)}</p>
                    ) : null}
                    {name === "identity" ? <p>{say(words.IDENTITY_TEXT)}</p> : null}
                    <Outputs files={files} zipName={`${ref}-${name}.zip`} onSaved={() => onSaved(name)} />
                </section>
            ))}
            <p>{say(words.AFTER_SEND)}</p>
            <p>
                <a href={href("/officer/journal")}>{say(journalWords.TITLE)}</a>
                <span class="soft"> {say(journalWords.WHAT)}</span>
            </p>
            {issues.length === 0 ? null : (
                <>
                    <h2>{say(words.WARNINGS)}</h2>
                    <Findings issues={issues.map(asAsked)} linkOf={linkOf} />
                </>
            )}
            <p>
                <button
                    type="button"
                    class="btn q"
                    onClick={() => {
                        secondStep.value = undefined
                    }}
                >
                    {say(words.SECOND_AGAIN)}
                </button>
            </p>
        </>
    )
}
