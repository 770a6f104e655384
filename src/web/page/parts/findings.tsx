import { useLayoutEffect, useRef } from "preact/hooks"
import type { Issue, Severity } from "../../../base/issue.ts"
import { casePath, placeWords } from "../../../facts/case/form/place.ts"
import { saidByKind } from "../../../facts/case/form/said.ts"
import { DESCRIPTION_FILE } from "../../../facts/evidence/descriptions.ts"
import { LOCK_FILE } from "../../../facts/evidence/lock.ts"
import { lang, type Outcome, say } from "../state.ts"
import { CODE, FAILED, MORE_ALIKE, MORE_FILES, SEVERITIES, THERE_IS, WHAT_TO_DO } from "../words.ts"
import { asShown, messageShown } from "./commands.ts"
import { offerFocus } from "./focus.ts"
import { FontPick } from "./font.tsx"

/** Findings with the same codes and texts as the terminal; each leads to its field where there is one. */

type LinkOf = (issue: Issue) => string | undefined

/** Evidence that a finding is about, where it names several: each is a link of its own. */
function filesOf(issue: Issue, linkOf: LinkOf): readonly (readonly [label: string, place: string])[] {
    const named = Object.entries(issue.params)
        .filter(([name]) => name === "labels" || name === "files")
        .flatMap(([, found]: [string, unknown]) => (Array.isArray(found) ? found.join(" ") : String(found)))
        .flatMap((text) => text.match(/\b[EX]\d{2,}\b/g) ?? [])
    return [...new Set(named)].flatMap((label) => {
        const place = linkOf({ ...issue, path: [], params: { ...issue.params, label } } as never)
        return place === undefined ? [] : [[label, place]]
    })
}

/** So many files are linked; who works them off finds the next in the list. */
const MOST_FILES = 12

interface SummaryProps {
    readonly issues: readonly Issue[]
    readonly linkOf?: LinkOf
    /** Leaves the focus in the field to which a finding led. */
    readonly calm?: boolean
}

/** Errors on top of a page: takes the focus where nobody is at work in a field, each a link. */
export function ErrorSummary({ issues, linkOf, calm = false }: SummaryProps) {
    const box = useRef<HTMLDivElement>(null)
    const errors = issues.filter(({ severity }) => severity === "error")
    // Not with every key that is pressed below, nor when something was mended: only where something else is wrong.
    const what = errors.map(({ code, path }) => [code, ...path].join(" ")).join("\n")
    const before = useRef<ReadonlySet<string>>(new Set())
    // Before it is shown: keys that are pressed between would go to what was left.
    useLayoutEffect(() => {
        const told = what === "" ? [] : what.split("\n")
        const isNew = told.some((one) => !before.current.has(one))
        if (!calm) before.current = new Set(told)
        if (isNew && !calm) offerFocus(box.current)
    }, [what, calm])
    if (errors.length === 0) return null
    return (
        <div class="errs" role="alert" tabIndex={-1} ref={box} aria-labelledby="errors-title">
            <h2 id="errors-title">{say(THERE_IS(errors.length))}</h2>
            <Findings issues={errors} bare {...(linkOf === undefined ? {} : { linkOf })} />
        </div>
    )
}

interface FindingsProps {
    readonly issues: readonly Issue[]
    readonly linkOf?: LinkOf
    /** Without a label for the weight, which the box around says. */
    readonly bare?: boolean
}

const ORDER: readonly Severity[] = ["error", "warning", "note"]

export function Findings({ issues, linkOf = () => undefined, bare = false }: FindingsProps) {
    const sorted = ORDER.flatMap((weight) => issues.filter(({ severity }) => severity === weight))
    const kinds = saidByKind(sorted, lang.value)
    return (
        <ul class="findings">
            {kinds.map(({ severity, code, together, each, more }) => (
                <li key={`${severity} ${code}`} class={severity}>
                    {bare ? null : <b class="weight">{say(SEVERITIES[severity])}</b>}
                    {together === undefined ? null : (
                        <p>
                            {asShown(together.message)}
                            <Hint text={together.hint} />
                        </p>
                    )}
                    {each.map(({ issue, place, message, hint }) => {
                        const files = filesOf(issue, linkOf)
                        const link = linkOf(issue)
                        const where = placeHere(issue, place)
                        const shown = messageShown(message)
                        const text = where === "" ? shown : `${where}${lang.value === "en" ? ": " : "："}${shown}`
                        return (
                            <p key={place + message}>
                                {link === undefined ? text : <a href={link}>{text}</a>}
                                <FileLinks files={files} />
                                <Hint text={hint} />
                            </p>
                        )
                    })}
                    {each.map(({ issue }) =>
                        issue.code === "font.file.absent" ? <FontPick key="font" file={issue.params.file} /> : null,
                    )}
                    {more > 0 ? <p class="soft">{say(MORE_ALIKE(more))}</p> : null}
                    <small class="code-of">
                        {say(CODE)} {code}
                    </small>
                </li>
            ))}
        </ul>
    )
}

function FileLinks({ files }: { files: readonly (readonly [label: string, place: string])[] }) {
    if (files.length < 2) return null
    return (
        <span class="labels">
            {files.slice(0, MOST_FILES).map(([label, place]) => (
                <a href={place} key={label}>
                    {label}
                </a>
            ))}
            {files.length > MOST_FILES ? <span>{say(MORE_FILES(files.length - MOST_FILES))}</span> : null}
        </span>
    )
}

/** Cells and lines are of files; here people know the questions. */
function placeHere(issue: Issue, place: string): string {
    const keys = casePath(issue)
    if (keys !== undefined) return placeWords(keys, lang.value)
    if (issue.path[0] === DESCRIPTION_FILE || issue.path[0] === LOCK_FILE) return ""
    // People know a file by the name it had before it was put into our folders.
    return place.replace(/^(?:evidence|exports)(?:\/|$)/, "")
}

function Hint({ text }: { text: string }) {
    if (text === "") return null
    return (
        <span class="do">
            {say(WHAT_TO_DO)}
            {asShown(text)}
        </span>
    )
}

/** Why a piece of work did not come to its end; nothing where it did. */
export function Wrong({ outcome, linkOf }: { outcome: Outcome<unknown> | undefined; linkOf?: LinkOf }) {
    if (outcome?.kind === "failed") return <Failure message={outcome.message} />
    if (outcome?.kind !== "refused") return null
    return <ErrorSummary issues={outcome.issues} {...(linkOf === undefined ? {} : { linkOf })} />
}

/** A fault of the program itself. */
function Failure({ message }: { message: string }) {
    return (
        <div class="errs" role="alert">
            <p>{say(FAILED)}</p>
            <p class="code">{message}</p>
        </div>
    )
}
