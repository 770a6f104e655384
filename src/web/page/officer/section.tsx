import { useEffect, useLayoutEffect, useState } from "preact/hooks"
import type { Issue } from "../../../base/issue.ts"
import { said } from "../../../facts/case/form/said.ts"
import { FORM } from "../../../facts/officer/officer-form.data.ts"
import type { Question } from "../../../facts/officer/officer-form-questions.ts"
import { YES } from "../../../facts/officer/officer-form-row.ts"
import { ErrorSummary, Findings } from "../parts/findings.tsx"
import { offerFocus } from "../parts/focus.ts"
import { Sheet } from "../parts/frame.tsx"
import { Nowhere } from "../parts/nowhere.tsx"
import { arrivals, go, href, lang, route, say } from "../state.ts"
import { CONTINUE } from "../words.ts"
import { sectionName, wordShown } from "./names.ts"
import { asAsked, idOf, linkOf, questionKeyOf } from "./places.ts"
import { Ask, DataGroups } from "./question.tsx"
import { Side } from "./side.tsx"
import { answerOf, found, look, questions } from "./state.ts"
import * as words from "./words.ts"

/** One section of the form as a page of questions. */

/** Puts the focus on the field that a link named. */
export function useFocusOn(key: string): void {
    // Behind the title, which takes the focus of every new page, and before the page is shown.
    useLayoutEffect(() => {
        if (key !== "") document.getElementById(idOf(key))?.focus()
    }, [key, arrivals.value])
}

/** What was found about a question. */
export function faultOf(issues: readonly Issue[], key: string): string {
    const own = issues.filter((issue) => issue.severity === "error" && questionKeyOf(issue) === key)
    return own.map((issue) => said(issue, lang.value).message).join("；")
}

export function SectionPage({ at, focus }: { at: number; focus: string }) {
    const section = FORM[at]
    const asked = questions.value[at] ?? []
    const [shown, setShown] = useState(focus !== "")
    useFocusOn(focus)
    useEffect(() => setShown(focus !== ""), [at])
    if (section === undefined) return <Nowhere back="/officer/tasks" name={words.BACK_TO_TASKS} />
    const own = found.value.filter((issue) => asked.some(({ key }) => key === questionKeyOf(issue)))
    const wrong = own.filter(({ severity }) => severity === "error")
    const next = questions.value.findIndex((one, place) => place > at && one.length > 0)
    const leave = async (): Promise<void> => {
        const here = route.value
        const issues = await look()
        // Who went elsewhere meanwhile is not fetched back.
        if (route.value !== here) return
        const isWrong = issues.some(
            (issue) => issue.severity === "error" && asked.some(({ key }) => key === questionKeyOf(issue)),
        )
        setShown(isWrong)
        // Once more where the same is still wrong.
        if (isWrong) offerFocus(document.querySelector(".errs"))
        else go(next === -1 || at === 3 ? "/officer/tasks" : `/officer/form/${String(next)}`)
    }
    return (
        <Sheet title={sectionName(at)} back="/officer/tasks" side={<Side />}>
            {shown ? <ErrorSummary issues={wrong.map(asAsked)} linkOf={linkOf} /> : null}
            <p class="soft">{say(words.USUALLY(wordShown(section.who)))}</p>
            <Doubts issues={own} />
            <form
                noValidate
                onChange={() => look()}
                onSubmit={(event) => {
                    event.preventDefault()
                    leave()
                }}
            >
                <Questions asked={asked} issues={shown ? wrong : []} who={section.who} />
                <p class="pick">
                    <button type="submit" class="btn">
                        {say(CONTINUE)}
                    </button>
                    <a href={href("/officer/tasks")}>
                        {say(wrong.length > 0 && shown ? words.KEEP_AND_BACK : words.BACK_TO_TASKS)}
                    </a>
                </p>
            </form>
        </Sheet>
    )
}

/** What the program doubts of what was filled in; nothing has to be changed. */
function Doubts({ issues }: { issues: readonly Issue[] }) {
    const doubts = issues.filter((issue) => issue.severity === "warning" && answerOf(questionKeyOf(issue) ?? "") !== "")
    return (
        <div aria-live="polite">
            {doubts.length === 0 ? null : <Findings issues={doubts.map(asAsked)} linkOf={linkOf} />}
        </div>
    )
}

/** Questions below each other: groups of data together, entries of a list as many as are needed and one more. */
export function Questions({
    asked,
    issues,
    who,
}: {
    asked: readonly Question[]
    issues: readonly Issue[]
    who: string
}) {
    const groups = asked.filter(({ kind }) => kind === "group")
    const [more, setMore] = useState<Readonly<Record<string, number>>>({})
    const gate = asked.find(({ kind }) => kind === "gate")
    const isHidden = ({ key }: Question): boolean =>
        gate !== undefined && key.startsWith(`${gate.key}.`) && answerOf(gate.key) !== YES && answerOf(key) === ""
    return (
        <>
            {asked.map((question, i) => {
                const { key, kind, row } = question
                const usual = row.who === who ? "" : (row.who ?? "")
                if (kind === "group")
                    return question === groups[0] ? (
                        <DataGroups
                            key={key}
                            asked={groups}
                            who={usual}
                            fault={groups.map((one) => faultOf(issues, one.key)).join("")}
                        />
                    ) : null
                if (isHidden(question)) return null
                const list = listOf(key)
                if (list === undefined)
                    return <Ask key={key} question={question} fault={faultOf(issues, key)} who={usual} />
                const wanted = entriesWith(asked, list.name) + 1 + (more[list.name] ?? 0)
                if (list.index >= wanted) return null
                const next = asked[i + 1]
                const isLast =
                    next === undefined || listOf(next.key)?.name !== list.name || listOf(next.key)?.index === wanted
                return (
                    <div key={key}>
                        <Ask question={question} fault={faultOf(issues, key)} who={usual} />
                        {isLast && next !== undefined && listOf(next.key)?.name === list.name ? (
                            <button
                                type="button"
                                class="link"
                                onClick={() => setMore({ ...more, [list.name]: (more[list.name] ?? 0) + 1 })}
                            >
                                {say(words.ONE_MORE)}
                            </button>
                        ) : null}
                    </div>
                )
            })}
        </>
    )
}

function listOf(key: string): { readonly name: string; readonly index: number } | undefined {
    const [, name = "", index = ""] = /^(.+?)\[(\d+)\]/.exec(key) ?? []
    return name === "" ? undefined : { name, index: Number(index) }
}

/** How many entries of a list are answered, those between them counted. */
function entriesWith(asked: readonly Question[], name: string): number {
    const answered = asked.filter(({ key }) => listOf(key)?.name === name && answerOf(key) !== "")
    return Math.max(0, ...answered.map(({ key }) => (listOf(key)?.index ?? 0) + 1))
}
