import { useEffect, useState } from "preact/hooks"
import { FORM } from "../../../facts/officer/officer-form.data.ts"
import type { OutFile } from "../../blob.ts"
import { nameOf } from "../../given.ts"
import type { PreparedFiles, SheetText } from "../../work/desk.ts"
import { download } from "../files.ts"
import { Sheet } from "../parts/frame.tsx"
import { Preview } from "../parts/outputs.tsx"
import { href, moment, type Outcome, say, work } from "../state.ts"
import { DOWNLOAD } from "../words.ts"
import { FIRST_SHEET } from "./names.ts"
import { questionKeyOf } from "./places.ts"
import { Questions } from "./section.tsx"
import { Wrong } from "./start.tsx"
import { answers, draft, dropped, papers, questions } from "./state.ts"
import * as words from "./words.ts"

/** What is asked for and what leaves, with every document as the first step would make it now. */

/** Fields that decide what leaves; where they stand in the form does not matter here. */
const SCOPE = /^(?:request\.|exhibits\[|factsNotUsed)/

/** Who knows most of it. */
const WHO = FORM.find(({ rows }) => rows.some(({ field }) => field === "request.replyBy"))?.who ?? ""

/** Roles of what is looked at: the letter, what approval rests on, what leaves. */
const SHOWN: readonly OutFile["role"][] = [
    "letter",
    "police",
    "identifiers",
    "identifiers-csv",
    "exhibits",
    "letter-copy",
]

/** While somebody types nothing is set. */
const PAUSE_MS = 900

export function ScopePage() {
    const [outcome, setOutcome] = useState<Outcome<PreparedFiles> | undefined>(undefined)
    const [isStale, setStale] = useState(true)
    useEffect(() => {
        setStale(true)
        let isCurrent = true
        const timer = setTimeout(
            async () => {
                const given = draft.value
                if (given === undefined) return
                const made = await work("prepare", given, dropped(), moment())
                if (!isCurrent) return
                setOutcome(made)
                setStale(false)
            },
            outcome === undefined ? 0 : PAUSE_MS,
        )
        return () => {
            isCurrent = false
            clearTimeout(timer)
        }
    }, [answers.value, papers.value])
    const asked = questions.value.flatMap((section, at) =>
        section.filter(({ key }) => SCOPE.test(key)).map((question) => ({ question, at })),
    )
    const issues = outcome?.kind === "refused" ? outcome.issues.filter((issue) => questionKeyOf(issue)) : []
    const first = asked.filter(({ at }) => at < FIRST_SHEET)
    const further = asked.filter(({ at }) => at >= FIRST_SHEET)
    const isWrong = issues.some((issue) => further.some(({ question }) => question.key === questionKeyOf(issue)))
    return (
        <Sheet title={say(words.SCOPE_TITLE)} back="/officer/tasks">
            <p>{say(words.SCOPE_TEXT)}</p>
            <div class="beside">
                <div>
                    <Questions asked={first.map(({ question }) => question)} issues={issues} who={WHO} />
                    <details open={isWrong}>
                        <summary>{say(words.IF_NEEDED)}</summary>
                        <Questions asked={further.map(({ question }) => question)} issues={issues} who={WHO} />
                    </details>
                </div>
                <div class="stay">
                    <output aria-live="polite" class="soft">
                        {isStale ? say(words.STALE) : ""}
                    </output>
                    {outcome?.kind === "refused" ? <p>{say(words.NO_PREVIEW)}</p> : null}
                    <Wrong outcome={outcome} />
                    {outcome?.kind === "done" ? <Documents files={outcome.value.outputs} /> : null}
                </div>
            </div>
            <p class="pick">
                <a class="btn" href={href("/officer/first")}>
                    {say(words.FIRST)}
                </a>
                <a href={href("/officer/tasks")}>{say(words.BACK_TO_TASKS)}</a>
            </p>
        </Sheet>
    )
}

/** Documents to choose from, and the one that is looked at; it stays the same when all are set again. */
function Documents({ files }: { files: readonly OutFile[] }) {
    const [role, setRole] = useState("")
    const wanted = SHOWN.flatMap((one) => files.filter((file) => file.role === one && !/\.docx$/.test(file.path)))
    const shown = wanted.find(({ path }) => path === role) ?? wanted[0]
    return (
        <>
            <fieldset class="pick">
                <legend class="unseen">{say(words.SEE)}</legend>
                {wanted.map(({ path }) => (
                    <button
                        key={path}
                        type="button"
                        class={shown?.path === path ? "btn" : "btn q"}
                        aria-pressed={shown?.path === path}
                        onClick={() => setRole(path)}
                    >
                        {nameOf({ path })}
                    </button>
                ))}
            </fieldset>
            {shown === undefined ? null : <Look file={shown} />}
        </>
    )
}

/** A document as its kind can be looked at. */
export function Look({ file }: { file: OutFile }) {
    if (/\.xlsx$/.test(file.path)) return <Sheets file={file} />
    if (/\.(?:pdf|csv|txt|html)$/.test(file.path)) return <Preview file={file} />
    return (
        <p>
            {say(words.NOT_SHOWN)}{" "}
            <button type="button" class="link" onClick={() => download(file.path, file.blob)}>
                {say(DOWNLOAD)}
            </button>
        </p>
    )
}

function Sheets({ file }: { file: OutFile }) {
    const [sheets, setSheets] = useState<readonly SheetText[]>([])
    useEffect(() => {
        let isCurrent = true
        work("readSheets", file).then((outcome) => {
            if (isCurrent && outcome.kind === "done") setSheets(outcome.value)
        })
        return () => {
            isCurrent = false
        }
    }, [file])
    return (
        <>
            {sheets.map(({ name, rows }) => (
                <section key={name}>
                    <h2>{name}</h2>
                    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
                    <section class="wide cells" tabIndex={0} aria-label={name}>
                        <table>
                            <tbody>
                                {rows.map((cells, at) => (
                                    <tr key={`${String(at)} ${cells[0] ?? ""}`}>
                                        {cells.map((cell, column) => (
                                            <td key={`${String(column)} ${cell}`}>{cell}</td>
                                        ))}
                                    </tr>
                                ))}
                            </tbody>
                        </table>
                    </section>
                </section>
            ))}
        </>
    )
}
