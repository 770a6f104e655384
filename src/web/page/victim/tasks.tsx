import { useEffect } from "preact/hooks"
import { LISTS, SECTIONS, type Section, TABLES, type Table } from "../../../facts/case/form/form.ts"
import { Sheet } from "../parts/frame.tsx"
import { HandedOut, sizeText } from "../parts/outputs.tsx"
import { go, href, lang, say } from "../state.ts"
import { answerAt, entriesAt, isAnswered, pathOf, pathOfQuestion } from "./answers.ts"
import { answers, checked, closeCase, descriptions, entries, faults, isPaid, judgeChanges, ref } from "./case.ts"
import { isOtherAsked } from "./desk-choice.tsx"
import { isDescribed } from "./evidence.tsx"
import { answerTo } from "./exports/answers.ts"
import { idOf, knownFiles, openQuestions } from "./exports/known.ts"
import { exportEntries, told } from "./exports/state.ts"
import * as exportWords from "./exports/words.ts"
import { Keep } from "./keep.tsx"
import { steps as firstSteps, ticked } from "./now.tsx"
import { EXPORTS, issuesOfList, issuesOfSection, listPlace, sectionPlace, tablePlace } from "./places.ts"
import { Trouble } from "./trouble.tsx"
import { isAsked, isRequiredSection } from "./when.ts"
import * as words from "./words.ts"
import { mayLeaveCase, saveWork, workFileName } from "./work-file.ts"

/** All there is to do, with the state of each. */

type State = readonly [kind: "done" | "todo" | "bad" | "check" | "later", text: string]

/** Findings of the last check, or of the answers alone; undefined until those were looked at. */
const issues = () => checked.value?.issues ?? faults.value

function sectionState(section: Section): State {
    const found = issues()
    if (found === undefined) return ["later", say(words.LOOKING)]
    const own = issuesOfSection(found, section)
    const lists = LISTS.filter(({ path }) => section.lists?.includes(path))
    const ofLists = lists.flatMap((list) => issuesOfList(found, list))
    const isSaid =
        section.questions.some((question) => isAnswered(answerAt(answers.value, pathOfQuestion(question, [])))) ||
        lists.some((list) => entriesAt(answers.value, pathOf(list.path)).some(isAnswered))
    const errors = [...own, ...ofLists].filter(({ severity }) => severity === "error")
    const missing = errors.filter(({ code }) => code === "input.field.missing")
    if (errors.length > missing.length) return ["bad", say(words.WRONG(errors.length - missing.length))]
    if (missing.length > 0) return ["todo", say(words.OPEN_STATE)]
    if (!isAsked(section, answers.value) && !isSaid) return ["later", say(words.NOT_ASKED)]
    // Told while the rest is being answered; the check finds it again.
    const isTold = own.some(({ code }) => code === "case.recipient.other-platform")
    const asksOther = !isTold && isOtherAsked() && section.questions.some(({ kind }) => kind === "desk") ? 1 : 0
    const warnings = own.filter(({ severity }) => severity === "warning").length + asksOther
    if (warnings > 0) return ["check", say(words.TO_CHECK(warnings))]
    return isSaid ? ["done", say(words.DONE)] : ["later", say(words.OPTIONAL)]
}

function listState(list: (typeof LISTS)[number]): State {
    const found = issues()
    if (found === undefined) return ["later", say(words.LOOKING)]
    const wrong = issuesOfList(found, list).filter(({ severity }) => severity === "error").length
    if (wrong > 0) return ["bad", say(words.WRONG(wrong))]
    const count = entriesAt(answers.value, pathOf(list.path)).filter(isAnswered).length
    return count === 0 ? ["later", say(words.OPTIONAL)] : ["done", say(words.COUNT(count))]
}

function tableState({ lists }: Table): State {
    const states = lists.map(listState)
    const bad = states.find(([kind]) => kind === "bad")
    if (bad !== undefined) return bad
    const count = lists.reduce(
        (sum, { path }) => sum + entriesAt(answers.value, pathOf(path)).filter(isAnswered).length,
        0,
    )
    return count === 0 ? ["later", say(words.OPTIONAL)] : ["done", say(words.COUNT(count))]
}

function filesState(): State {
    const all = entries.value
    if (all.length === 0) return ["todo", say(words.FILES(0))]
    const open = descriptions.value.filter((one) => !isDescribed(one)).length
    return open > 0
        ? ["check", `${say(words.FILES(all.length))}，${say(words.TO_DESCRIBE)} ${String(open)}`]
        : ["done", say(words.FILES(all.length))]
}

/** What the pages about exports ask is not asked again as rows of a sheet. */
const ABOUT_EXPORTS = ["exports", "findingAnswers"]
const isAboutExports = ({ questions }: Section): boolean => questions.some(({ field }) => field === "exportRows[]")

function exportsState(): State {
    if (exportEntries.value.length === 0) return ["later", say(words.OPTIONAL)]
    const now = told.value
    if (now === undefined) return ["todo", say(words.FILES(exportEntries.value.length))]
    const unanswered = now.contradictions.filter((found) => answerTo(answers.value, idOf(found)) === "").length
    const open = knownFiles(now).reduce((sum, file) => sum + openQuestions(file), 0) + unanswered
    return open > 0 ? ["check", say(words.TO_CHECK(open))] : ["done", say(words.FILES(exportEntries.value.length))]
}

function checkState(): State {
    const found = checked.value?.issues
    if (found === undefined) return ["todo", say(words.NOT_CHECKED)]
    const errors = found.filter(({ severity }) => severity === "error").length
    const warnings = found.filter(({ severity }) => severity === "warning").length
    if (errors > 0) return ["bad", say(words.WRONG(errors))]
    return warnings > 0 ? ["check", say(words.TO_CHECK(warnings))] : ["done", say(words.CHECK_FINE)]
}

function nowState(): State {
    const [done, all] = [ticked.value.size, firstSteps.value.length]
    return done > 0 && done === all ? ["done", say(words.DID(done, all))] : ["todo", say(words.DID(done, all))]
}

interface TaskProps {
    readonly place: string
    readonly text: string
    readonly state: State
    readonly more?: string
}

/** A sheet of one list is that list. */
function placeOfTable(table: Table): string {
    const [only, ...others] = table.lists
    return only !== undefined && others.length === 0 ? listPlace(only) : tablePlace(TABLES.indexOf(table))
}

function Task({ place, text, more, state: [kind, said] }: TaskProps) {
    const id = `task-${place.replace(/\W+/g, "-")}`
    return (
        <li>
            <div>
                <a href={href(place)} aria-describedby={id}>
                    {text}
                </a>
                {more === undefined ? null : <small>{more}</small>}
            </div>
            <span class={`tag ${kind}`} id={id}>
                {said}
            </span>
        </li>
    )
}

export function TasksPage() {
    // Pages are left by links and by the browser's own way back, too.
    useEffect(() => {
        judgeChanges()
    }, [])
    const numbered = SECTIONS.filter(isRequiredSection)
    const further = SECTIONS.filter((section) => !isRequiredSection(section) && !isAboutExports(section))
    const inSections = new Set(SECTIONS.flatMap(({ lists = [] }) => lists))
    const elsewhere = new Set([...inSections, ...ABOUT_EXPORTS])
    const tables = TABLES.filter(({ lists }) => lists.some(({ path }) => !elsewhere.has(path)))
    const sectionTask = (section: Section) => (
        <Task
            key={say(section.title)}
            place={sectionPlace(SECTIONS.indexOf(section))}
            text={say(section.title)}
            state={sectionState(section)}
        />
    )
    const size = entries.value.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
    const side = (
        <>
            <div class="box">
                <b>{say(words.EIGHT)}</b>
                <br />
                {say(words.EIGHT_TEXT)}
            </div>
            <div class="box">
                <b>{say(words.SIZE)}</b>
                <br />
                {sizeText(size)}
            </div>
            <div class="box">{say(words.NEVER)}</div>
        </>
    )
    return (
        <Sheet title={say(words.TASKS)} back="/" side={side}>
            <Trouble />
            <p class="soft">{say(words.TASKS_TEXT)}</p>
            <h2>{say(words.NOW)}</h2>
            <ul class="tasks">
                <Task place="/victim/now" text={say(words.NOW_TASK)} state={nowState()} />
            </ul>
            <h2>{say(words.REQUIRED)}</h2>
            <ul class="tasks">{numbered.map(sectionTask)}</ul>
            <h2>{say(words.EVIDENCE)}</h2>
            <ul class="tasks">
                <Task place="/victim/evidence" text={say(words.EVIDENCE)} state={filesState()} />
                <Task
                    place={EXPORTS}
                    text={say(exportWords.EXPORTS)}
                    more={say(exportWords.EXPORTS_TASK(isPaid.value))}
                    state={exportsState()}
                />
            </ul>
            <h2>{say(words.MORE)}</h2>
            <ul class="tasks">
                {tables.map((table) => (
                    <Task
                        key={say(table.name)}
                        place={placeOfTable(table)}
                        text={say(table.name)}
                        state={tableState(table)}
                        {...(table.lists.length > 1
                            ? { more: table.lists.map(({ word }) => say(word)).join(lang.value === "en" ? ", " : "、") }
                            : {})}
                    />
                ))}
                {further.map(sectionTask)}
            </ul>
            <h2>{say(words.FINISH)}</h2>
            <ul class="tasks">
                <Task place="/victim/check" text={say(words.CHECK_TASK)} state={checkState()} />
            </ul>
            <div class="pick end">
                <a class="btn" href={href("/victim/make")}>
                    {say(words.MAKE)}
                </a>
                <button type="button" class="btn q" onClick={() => saveWork()}>
                    {say(words.SAVE_WORK)}
                </button>
                <button
                    type="button"
                    class="link"
                    onClick={() => {
                        if (!mayLeaveCase()) return
                        closeCase()
                        go("/victim")
                    }}
                >
                    {say(words.CLOSE_CASE)}
                </button>
            </div>
            <HandedOut names={[workFileName(ref.value)]} />
            <p class="soft">{say(words.SAVE_WORK_TEXT)}</p>
            <Keep />
        </Sheet>
    )
}
