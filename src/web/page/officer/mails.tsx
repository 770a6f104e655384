import { signal } from "@preact/signals"
import { useEffect } from "preact/hooks"
import { FOLLOW_UP_KINDS, type FollowUpKind } from "../../../editions/recipient/sent-request.ts"
import { DEFAULT_RECIPIENT } from "../../../facts/case/default-recipient.data.ts"
import type { Asking, MailFiles } from "../../work/outreach.ts"
import { Asked } from "../parts/fields.tsx"
import { Findings } from "../parts/findings.tsx"
import { Sheet } from "../parts/frame.tsx"
import { Outputs } from "../parts/outputs.tsx"
import { href, inLang, type Outcome, say, work } from "../state.ts"
import { journal } from "./journal.tsx"
import * as words from "./mails-words.ts"
import { Wrong } from "./start.tsx"
import { answers, desk, desks, formName } from "./state.ts"

/** Mails beside a request: the question about a channel, and what follows up. */

const chosen = signal("")
const blank = signal("")
const made = signal<Outcome<MailFiles> | undefined>(undefined)

async function loadDesks(): Promise<void> {
    if (desks.value.length > 0) return
    const all = await work("desks")
    if (all.kind === "done") desks.value = all.value
}

const recipientOf = (): string => chosen.value || (desk.value?.id ?? DEFAULT_RECIPIENT)
const asking = (): Asking => ({ answers: answers.value, form: formName.value, recipient: recipientOf() })

async function showBlank(): Promise<void> {
    const outcome = await work("blankQuestion", recipientOf())
    blank.value = outcome.kind === "done" ? outcome.value : ""
}

async function ask(): Promise<void> {
    made.value = undefined
    made.value = await work("askDesk", asking(), journal.value)
}

async function followUp(kind: FollowUpKind): Promise<void> {
    if (journal.value === undefined) return
    made.value = undefined
    made.value = await work("followUp", kind, asking(), journal.value)
}

export function MailsPage() {
    useEffect(() => {
        loadDesks()
    }, [])
    const outcome = made.value
    return (
        <Sheet title={say(words.TITLE)} back="/officer">
            <p>{say(words.INTRO)}</p>
            <Wrong outcome={outcome} />
            {outcome?.kind === "done" ? <Made mail={outcome.value} /> : null}
            <Asked id="mail-desk" label={say(words.DESK)}>
                <select
                    id="mail-desk"
                    value={recipientOf()}
                    onChange={(event) => {
                        chosen.value = event.currentTarget.value
                        blank.value = ""
                        made.value = undefined
                    }}
                >
                    {desks.value.map(({ id, name }) => (
                        <option key={id} value={id}>
                            {inLang(name)}
                        </option>
                    ))}
                </select>
            </Asked>
            <h2>{say(words.ASK)}</h2>
            <p>{say(words.ASK_TEXT)}</p>
            <div class="pick">
                <button type="button" class="btn" onClick={ask}>
                    {say(words.WRITE_QUESTION)}
                </button>
                <button type="button" class="btn q" onClick={showBlank}>
                    {say(words.SHOW_BLANK)}
                </button>
            </div>
            {blank.value === "" ? null : <pre class="mail-text">{blank.value}</pre>}
            <h2>{say(words.FOLLOW_UP)}</h2>
            <p>{say(words.FOLLOW_UP_TEXT)}</p>
            {journal.value === undefined ? (
                <a class="btn q" href={href("/officer/journal")}>
                    {say(words.OPEN_JOURNAL)}
                </a>
            ) : (
                <>
                    <p class="chosen">{say(words.JOURNAL_IS(journal.value.name))}</p>
                    <div class="pick">
                        {FOLLOW_UP_KINDS.map((kind) => (
                            <button key={kind} type="button" class="btn q" onClick={() => followUp(kind)}>
                                {say(words.KINDS[kind])}
                            </button>
                        ))}
                    </div>
                </>
            )}
        </Sheet>
    )
}

function Made({ mail: { files, issues } }: { mail: MailFiles }) {
    const [folder = "mail"] = (files[0]?.path ?? "").split("/")
    return (
        <section aria-live="polite">
            {issues.length === 0 ? null : <Findings issues={issues} />}
            <Outputs files={files} zipName={`${folder}.zip`} />
            <p>{say(words.THEN_RECORD)}</p>
        </section>
    )
}
