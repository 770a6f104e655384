import { Fragment } from "preact"
import { useEffect, useLayoutEffect, useState } from "preact/hooks"
import type { Issue } from "../../../base/issue.ts"
import { LISTS, type List, SECTIONS } from "../../../facts/case/form/form.ts"
import { ErrorSummary } from "../parts/findings.tsx"
import { offerFocus } from "../parts/focus.ts"
import { Sheet } from "../parts/frame.tsx"
import { Nowhere } from "../parts/nowhere.tsx"
import { arrivals, go, href, route, say } from "../state.ts"
import { CONTINUE } from "../words.ts"
import { answerAt, entriesAt, isAnswered, pathOf, pathOfQuestion } from "./answers.ts"
import { answers, judgeAnswers } from "./case.ts"
import { Charts } from "./charts.tsx"
import { DeskNote } from "./desk-choice.tsx"
import { issuesOfSection, linkOf, listPlace, sectionPlace, TASKS } from "./places.ts"
import { AskedQuestion } from "./question.tsx"
import { isAsked } from "./when.ts"
import * as words from "./words.ts"

/** The questions under one heading. */

export function SectionPage({ index, target }: { index: number; target: string | undefined }) {
    const section = SECTIONS[index]
    const [found, setFound] = useState<readonly Issue[]>([])
    const [isTold, setTold] = useState(false)
    useFocus(target)
    useEffect(() => {
        setFound([])
        setTold(false)
        if (target === undefined || section === undefined) return undefined
        return whileHere(judgeAnswers(), (issues) => setFound(issuesOfSection(issues, section)))
    }, [index, target])
    if (section === undefined) return <Nowhere back={TASKS} name={words.BACK_TO_TASKS} />
    const lists = LISTS.filter(({ path }) => section.lists?.includes(path))
    const shown = section.questions.filter(
        (question) =>
            isAsked(question, answers.value) || isAnswered(answerAt(answers.value, pathOfQuestion(question, []))),
    )
    const next = nextOf(index)
    return (
        <Sheet title={say(section.title)} back={TASKS}>
            <ErrorSummary issues={found} linkOf={linkOf} calm={!isTold} />
            {section.note === undefined ? null : <p>{say(section.note)}</p>}
            {isAsked(section, answers.value) ? null : <p class="soft">{say(words.NOT_ASKED)}</p>}
            {lists.length === 0 ? null : <Lists lists={lists} />}
            <form
                onChange={() => {
                    setTold(false)
                    judgeAgain(found, async () => issuesOfSection(await judgeAnswers(), section), setFound)
                }}
                onSubmit={async (event) => {
                    event.preventDefault()
                    const here = route.value
                    const own = issuesOfSection(await judgeAnswers(), section)
                    setFound(own)
                    setTold(true)
                    // Who went elsewhere meanwhile is not fetched back.
                    if (route.value !== here) return
                    if (own.some(({ severity }) => severity === "error")) offerFocus(document.querySelector(".errs"))
                    else go(next)
                }}
            >
                {shown.map((question) => (
                    <Fragment key={question.field}>
                        <AskedQuestion question={question} path={pathOfQuestion(question, [])} issues={found} />
                        {question.field === "account.exchange" ? <DeskNote /> : null}
                        {question.field === "loss.after.evidence[]" ? <Charts of="screens" /> : null}
                    </Fragment>
                ))}
                <div class="pick end">
                    <button type="submit" class="btn">
                        {say(CONTINUE)}
                    </button>
                    <a href={href(next)}>{say(words.SKIP_FOR_NOW)}</a>
                    <a href={href(TASKS)}>{say(words.BACK_TO_TASKS)}</a>
                </div>
            </form>
        </Sheet>
    )
}

/** The section that follows among those that are asked. */
function nextOf(index: number): string {
    const next = SECTIONS.findIndex((section, i) => i > index && isAsked(section, answers.value))
    return next < 0 ? TASKS : sectionPlace(next)
}

/** Lists that belong to a section are filled in on pages of their own. */
export function Lists({ lists }: { lists: readonly List[] }) {
    return (
        <>
            <h2>{say(words.FILL_LISTS)}</h2>
            <ul class="tasks">
                {lists.map((list) => {
                    const count = entriesAt(answers.value, pathOf(list.path)).filter(isAnswered).length
                    return (
                        <li key={list.path}>
                            <div>
                                <a href={href(listPlace(list))}>{say(list.title)}</a>
                            </div>
                            <span class={count === 0 ? "tag later" : "tag done"}>
                                {say(count === 0 ? words.NO_ENTRIES : words.COUNT(count))}
                            </span>
                        </li>
                    )
                })}
            </ul>
        </>
    )
}

/**
 * Takes away what an answer that was changed has mended, and says what is wrong with it now. Nothing is told before
 * somebody asked to go on, nor of answers that nobody has come to yet.
 */
export async function judgeAgain(
    found: readonly Issue[],
    judge: () => Promise<readonly Issue[]>,
    take: (issues: readonly Issue[]) => void,
): Promise<void> {
    if (found.length === 0) return
    const here = route.value
    const own = await judge()
    if (route.value === here) take(own)
}

/** Takes what comes of work that a page began, unless the page is left before; as an effect gives it back. */
export function whileHere<T>(begun: Promise<T>, take: (value: T) => void): () => void {
    let isHere = true
    begun.then((value) => {
        if (isHere) take(value)
    })
    return () => {
        isHere = false
    }
}

/** Brings the field that a finding is about into sight. */
export function useFocus(target: string | undefined): void {
    useLayoutEffect(() => {
        if (target === undefined) return
        const wanted = `f-${decodeURIComponent(target)}`
        const fields = [...document.querySelectorAll<HTMLElement>('[id^="f-"]')]
        const field =
            document.getElementById(wanted) ??
            fields.find(({ id }) => wanted.startsWith(`${id}-`)) ??
            fields.find(({ id }) => id.startsWith(`${wanted}-`))
        field?.focus()
        field?.scrollIntoView({ block: "center" })
    }, [target, arrivals.value])
}
