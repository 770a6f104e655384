import { useEffect, useState } from "preact/hooks"
import type { Issue } from "../../../base/issue.ts"
import { choiceWords, LISTS, type List, type Question, SECTIONS, TABLES } from "../../../facts/case/form/form.ts"
import { ErrorSummary } from "../parts/findings.tsx"
import { offerFocus } from "../parts/focus.ts"
import { Sheet } from "../parts/frame.tsx"
import { Nowhere } from "../parts/nowhere.tsx"
import { go, href, lang, route, say } from "../state.ts"
import { BACK, CONTINUE } from "../words.ts"
import {
    entriesAt,
    isAnswered,
    type Path,
    pathOf,
    pathOfQuestion,
    questionsOfEntry,
    textAt,
    textsAt,
} from "./answers.ts"
import { answer, answers, judgeAnswers, removeEntries } from "./case.ts"
import { Charts } from "./charts.tsx"
import { PasteTable } from "./paste.tsx"
import { entryPlace, issuesOfList, linkOf, listPlace, sectionPlace, TASKS, tablePlace } from "./places.ts"
import { AskedQuestion } from "./question.tsx"
import { Removed } from "./remove.tsx"
import { judgeAgain, Lists, useFocus, whileHere } from "./section.tsx"
import { isAsked } from "./when.ts"
import * as words from "./words.ts"

/** A list of the case: its entries in short, and a page for each. */

export function ListPage({ path }: { path: string }) {
    const list = LISTS.find((one) => one.path === path)
    if (list === undefined) return <Nowhere back={TASKS} name={words.BACK_TO_TASKS} />
    const at = pathOf(list.path)
    const entries = entriesAt(answers.value, at)
    const guide = words.LIST_GUIDES[list.path]
    const { questions } = questionsOfEntry(list)
    return (
        <Sheet title={say(list.title)} back={homeOf(list)}>
            {list.note === undefined ? null : <p>{say(list.note)}</p>}
            {guide === undefined ? null : <p class="hint">{say(guide)}</p>}
            <Removed list={list.path} />
            {entries.length === 0 ? <p class="soft">{say(words.NO_ENTRIES)}</p> : null}
            <ol class="entries">
                {entries.map((entry, i) => (
                    <li key={i}>
                        <span class="path">{nameOf(list, i)}</span>
                        <a href={href(entryPlace(list, i))} aria-label={`${say(words.EDIT)} ${nameOf(list, i)}`}>
                            {say(words.EDIT)}
                        </a>
                        <button
                            type="button"
                            class="link"
                            aria-label={`${say(words.REMOVE_ENTRY)} ${nameOf(list, i)}`}
                            onClick={() => removeEntries(list.path, nameOf(list, i), i)}
                        >
                            {say(words.REMOVE_ENTRY)}
                        </button>
                        {isAnswered(entry) ? null : <span class="tag todo">{say(words.OPEN_STATE)}</span>}
                    </li>
                ))}
            </ol>
            <div class="pick end">
                <button type="button" class="btn" onClick={() => go(entryPlace(list, entries.length))}>
                    {say(words.ADD_ENTRY)}
                </button>
                {entries.length < 2 ? null : (
                    <button
                        type="button"
                        class="link"
                        onClick={() =>
                            removeEntries(list.path, say(words.ALL_ENTRIES(entries.length)), 0, entries.length)
                        }
                    >
                        {say(words.REMOVE_ALL(entries.length))}
                    </button>
                )}
                {homeOf(list) === TASKS ? null : <a href={href(homeOf(list))}>{say(BACK)}</a>}
                <a href={href(TASKS)}>{say(words.BACK_TO_TASKS)}</a>
            </div>
            {questions.length > 1 ? <PasteTable list={list} /> : null}
            {list.path === "timeline" ? <Charts of="timeline" /> : null}
        </Sheet>
    )
}

/** Where a list is found: on its section's page, with the others of its sheet, or among the tasks. */
function homeOf(list: List): string {
    const section = SECTIONS.findIndex(({ lists }) => lists?.includes(list.path))
    if (section >= 0) return sectionPlace(section)
    const table = TABLES.findIndex(({ lists }) => lists.includes(list))
    return (TABLES[table]?.lists.length ?? 0) > 1 ? tablePlace(table) : TASKS
}

const nameOf = (list: List, index: number): string => inShort(list, index) || say(words.ENTRY(index + 1))

/** The first few answers of an entry in one line. */
function inShort(list: List, index: number): string {
    const { questions, inner } = questionsOfEntry(list)
    const texts = questions.filter(({ kind }) => kind !== "labels").map((question) => shortText(question, [index]))
    const first = inner[0]?.questions.find(({ field }) => field.endsWith(".text"))
    const more = first === undefined ? "" : textAt(answers.value, pathOfQuestion(first, [index, 0]))
    const line = [...texts, more].filter((text) => text !== "").join(" · ")
    return line.length > 90 ? `${line.slice(0, 90)}…` : line
}

function shortText(question: Question, indices: readonly number[]): string {
    const path = pathOfQuestion(question, indices)
    const text = textAt(answers.value, path) || textsAt(answers.value, path).join("、")
    return (question.words && choiceWords(question.words, text)?.[lang.value]) ?? text
}

export function EntryPage({ path, index, target }: { path: string; index: number; target: string | undefined }) {
    const list = LISTS.find((one) => one.path === path)
    const [found, setFound] = useState<readonly Issue[]>([])
    const [isTold, setTold] = useState(false)
    useFocus(target)
    useEffect(() => {
        setFound([])
        setTold(false)
        if (target === undefined || list === undefined) return undefined
        return whileHere(judge(), setFound)
    }, [path, index, target])
    if (list === undefined) return <Nowhere back={TASKS} name={words.BACK_TO_TASKS} />
    const { questions, inner } = questionsOfEntry(list)
    const judge = async (): Promise<readonly Issue[]> => {
        const at = pathOf(list.path)
        return issuesOfList(await judgeAnswers(), list).filter(({ path: where }) => where[at.length + 1] === index)
    }
    const leave = (place: string) => async (event: Event) => {
        event.preventDefault()
        const here = route.value
        const own = await judge()
        setFound(own)
        setTold(true)
        // Who went elsewhere meanwhile is not fetched back.
        if (route.value !== here) return
        if (own.some(({ severity }) => severity === "error")) offerFocus(document.querySelector(".errs"))
        else go(place)
    }
    return (
        <Sheet title={`${say(list.title)} · ${say(words.ENTRY(index + 1))}`} back={listPlace(list)}>
            <ErrorSummary issues={found} linkOf={linkOf} calm={!isTold} />
            {list.note === undefined ? null : <p>{say(list.note)}</p>}
            <form
                onChange={() => {
                    setTold(false)
                    judgeAgain(found, judge, setFound)
                }}
                onSubmit={leave(listPlace(list))}
            >
                {questions
                    .filter((question) => isAsked(question, answers.value))
                    .map((question) => (
                        <AskedQuestion
                            key={`${String(index)} ${question.field}`}
                            question={question}
                            path={pathOfQuestion(question, [index])}
                            issues={found}
                        />
                    ))}
                {inner.map((one) => (
                    <Inner key={one.key} list={list} index={index} inner={one} issues={found} />
                ))}
                <div class="pick end">
                    <button type="submit" class="btn">
                        {say(CONTINUE)}
                    </button>
                    <button type="button" class="btn q" onClick={leave(entryPlace(list, index + 1))}>
                        {say(words.NEXT_ENTRY)}
                    </button>
                    <a href={href(listPlace(list))}>{say(words.BACK_TO_LIST(say(list.title)))}</a>
                </div>
            </form>
            {list.path === "timeline" ? <Charts of="timeline" /> : null}
        </Sheet>
    )
}

interface InnerProps {
    readonly list: List
    readonly index: number
    readonly inner: { readonly key: string; readonly questions: readonly Question[] }
    readonly issues: readonly Issue[]
}

/** What an entry has several of: the statements of a party. */
function Inner({ list, index, inner, issues }: InnerProps) {
    const at: Path = [...pathOf(list.path), index, inner.key]
    const count = Math.max(1, entriesAt(answers.value, at).length)
    return (
        <>
            {Array.from({ length: count }, (_, i) => (
                <fieldset class="box" key={i}>
                    <legend>{say(words.ENTRY(i + 1))}</legend>
                    {inner.questions.map((question) => (
                        <AskedQuestion
                            key={question.field}
                            question={question}
                            path={pathOfQuestion(question, [index, i])}
                            issues={issues}
                        />
                    ))}
                </fieldset>
            ))}
            <button type="button" class="btn q" onClick={() => answer([...at, count], {})}>
                {say(words.ANOTHER_PART)}
            </button>
        </>
    )
}

/** A sheet with several lists: each with its number of entries. */
export function TablePage({ index }: { index: number }) {
    const table = TABLES[index]
    if (table === undefined) return <Nowhere back={TASKS} name={words.BACK_TO_TASKS} />
    return (
        <Sheet title={say(table.name)} back={TASKS}>
            <Lists lists={table.lists} />
            <div class="pick end">
                <a class="btn q" href={href(TASKS)}>
                    {say(words.BACK_TO_TASKS)}
                </a>
            </div>
        </Sheet>
    )
}
