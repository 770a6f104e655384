import type { ComponentChildren } from "preact"
import { useState } from "preact/hooks"
import { beijingMinute, parseTime } from "../../../base/text/time.ts"
import { HINTS_EN } from "../../../facts/officer/officer-form-hints-english.data.ts"
import { PART_JOINT, type Question, wordsOf } from "../../../facts/officer/officer-form-questions.ts"
import { YES } from "../../../facts/officer/officer-form-row.ts"
import { Asked, AskedGroup, describedBy } from "../parts/fields.tsx"
import { inLang, lang, moment, say } from "../state.ts"
import { labelOf, wordShown } from "./names.ts"
import { idOf } from "./places.ts"
import { answerOf, chooseDesk, desk, desks, look, opened, setAnswer } from "./state.ts"
import * as words from "./words.ts"

/** One question of the officer's form, as its kind asks for; labels and hints are those of the workbook. */

interface AskProps {
    readonly question: Question
    readonly fault: string
    /** Who usually knows it, where that is not said above; else blank. */
    readonly who: string
}

/** Says that a text of the form is Chinese where the page is not. */
export const inChinese = (): object => (lang.value === "en" ? { lang: "zh-CN" } : {})

export function Ask({ question, fault, who }: AskProps) {
    const { key, kind, row } = question
    if (kind === "choice" || kind === "gate") return <Radios question={question} fault={fault} who={who} />
    if (kind === "record")
        return <Parts question={question} fault={fault} who={who} names={(row.partLabels ?? []).map(wordShown)} />
    if (kind === "span")
        return <Parts question={question} fault={fault} who={who} names={[say(words.FROM), say(words.TO)]} />
    const id = idOf(key)
    const hint = <Hint question={question} who={who} />
    return (
        <Asked id={id} label={labelOf(question)} hint={hint} fault={fault}>
            {key === "recipient" ? <Desks id={id} /> : <Line question={question} fault={fault} />}
            {key === "completedAt" ? (
                <>
                    {" "}
                    <button
                        type="button"
                        class="link"
                        onClick={() => {
                            setAnswer(key, beijingNow())
                            look()
                        }}
                    >
                        {say(words.NOW)}
                    </button>
                </>
            ) : null}
        </Asked>
    )
}

/** Says nothing of a list of a workbook that is a row of buttons here. */
function hintOf({ key, hint, row }: Question): string {
    if (lang.value !== "en")
        return hint
            .replace("可从下拉列表中选，也可直接填写", "可以选，也可以直接填写")
            .replace(/从下拉列表中选[；。]?/, "")
            .replace(/；$/, "")
    // Of a list the first entry alone has the hint.
    const own = hint.includes(row.hint) ? (HINTS_EN[row.field] ?? "") : ""
    return row.kind === "span" ? `${own} Data: ${groupName(key) ?? key}`.trim() : own
}

function Hint({ question, who }: { question: Question; who: string }) {
    // The workbook asks for the id of a profile; here the desks are chosen by name.
    if (question.key === "recipient") return say(words.RECIPIENT_HINT)
    const hint = hintOf(question)
    return (
        <>
            {hint === "" ? null : <span>{hint}</span>}
            {who === "" ? null : <div>{say(words.USUALLY(wordShown(who)))}</div>}
        </>
    )
}

function Line({ question: { key, kind, row }, fault }: { question: Question; fault: string }) {
    const id = idOf(key)
    const offers = row.offers ?? []
    return (
        <>
            <input
                id={id}
                type="text"
                class={kind === "text" || kind === "english" || kind === "list" ? "long" : ""}
                autocomplete="off"
                spellcheck={false}
                value={answerOf(key)}
                aria-invalid={fault !== ""}
                aria-describedby={describedBy({ id, label: "", hint: "", fault })}
                {...(offers.length === 0 ? {} : { list: `${id}-offers` })}
                onInput={(event) => setAnswer(key, event.currentTarget.value)}
            />
            {offers.length === 0 ? null : (
                <datalist id={`${id}-offers`}>
                    {offers.map((offer) => (
                        <option key={offer} value={offer} />
                    ))}
                </datalist>
            )}
        </>
    )
}

/** The desks there are, by name; the form holds the id. */
export function Desks({ id }: { id: string }) {
    const own = opened.value?.recipient ?? ""
    return (
        <select
            id={id}
            value={answerOf("recipient") === "" ? own : answerOf("recipient")}
            onChange={({ currentTarget: { value } }) => chooseDesk(value === own ? "" : value)}
        >
            {own === "" || desks.value.some((desk) => desk.id === own) ? null : (
                <option value={own}>{say(words.DRAFT_DESK_ABSENT)}</option>
            )}
            {desks.value.map((desk) => (
                <option key={desk.id} value={desk.id}>
                    {inLang(desk.name)}
                </option>
            ))}
        </select>
    )
}

function Radios({ question, fault, who }: AskProps) {
    const { key } = question
    const options = [...wordsOf(question), ""]
    return (
        <Group question={question} fault={fault} hint={<Hint question={question} who={who} />}>
            {options.map((word, i) => (
                <label class="radio" key={word}>
                    <input
                        type="radio"
                        {...(i === 0 ? { id: idOf(key) } : {})}
                        name={idOf(key)}
                        value={word}
                        checked={answerOf(key) === word}
                        onChange={() => setAnswer(key, word)}
                    />
                    {word === "" ? say(words.OPEN_CHOICE) : wordShown(word)}
                </label>
            ))}
        </Group>
    )
}

const joined = (values: readonly string[]): string =>
    values.every((value) => value.trim() === "") ? "" : values.join(PART_JOINT)

/** Several inputs that make one answer, with semicolons between them. */
function Parts({ question, fault, who, names }: AskProps & { names: readonly string[] }) {
    const { key } = question
    const text = answerOf(key)
    const parts = text.split(/\s*[；;]\s*/)
    const read = names.map((_, i) => (i === names.length - 1 ? parts.slice(i).join(PART_JOINT) : (parts[i] ?? "")))
    // Blanks at an end are part of what is being typed: the fields keep what they hold.
    const [typed, setTyped] = useState<readonly string[]>(read)
    const values = joined(typed) === text ? typed : read
    const put = (at: number, given: string): void => {
        const others = values.filter((_, i) => i !== at)
        const pieces = given.split(/[；;]/)
        const isWhole = at === 0 && pieces.length === names.length && others.every((value) => value === "")
        // A semicolon ends a part: of what is not all parts at once it would carry the rest into the next field.
        const own = at === names.length - 1 ? given : given.replaceAll("；", "，").replaceAll(";", ",")
        const next = isWhole ? pieces.map((piece) => piece.trim()) : values.map((value, i) => (i === at ? own : value))
        setTyped(next)
        setAnswer(key, joined(next))
    }
    return (
        <Group question={question} fault={fault} hint={<Hint question={question} who={who} />}>
            <div class="pair">
                {names.map((name, i) => {
                    const id = i === 0 ? idOf(key) : `${idOf(key)}-${String(i)}`
                    return (
                        <div
                            key={name}
                            class={
                                question.kind === "span" || (i === names.length - 1 && names.length === 2) ? "grow" : ""
                            }
                        >
                            <label for={id} class="part">
                                {name}
                            </label>
                            {question.row.parts?.[i] === "label" ? (
                                <Exhibits id={id} value={values[i] ?? ""} onPut={(text) => put(i, text)} />
                            ) : (
                                <input
                                    id={id}
                                    type="text"
                                    autocomplete="off"
                                    value={values[i] ?? ""}
                                    onInput={(event) => put(i, event.currentTarget.value)}
                                />
                            )}
                        </div>
                    )
                })}
            </div>
        </Group>
    )
}

/** Pictures that the victim released, by label and caption; what was typed and is none of them stays. */
function Exhibits({ id, value, onPut }: { id: string; value: string; onPut: (text: string) => void }) {
    const known = opened.value?.released ?? []
    const others = value === "" || known.some(({ label }) => label === value) ? [] : [{ label: value, caption: "" }]
    return (
        <select id={id} value={value} onChange={(event) => onPut(event.currentTarget.value)}>
            <option value="">—</option>
            {[...known, ...others].map(({ label, caption }) => (
                <option key={label} value={label}>
                    {`${label} ${caption}`.trim()}
                </option>
            ))}
        </select>
    )
}

interface GroupProps {
    readonly question: Pick<Question, "key" | "label" | "row">
    /** Where it stands for several questions. */
    readonly label?: string
    readonly fault: string
    readonly hint: ComponentChildren
    readonly children: ComponentChildren
}

function Group({ question, label = labelOf(question), fault, hint, children }: GroupProps) {
    return (
        <AskedGroup id={idOf(question.key)} label={label} hint={hint} fault={fault}>
            {children}
        </AskedGroup>
    )
}

/** Data groups of the desk, to be ticked; none ticked means all. */
export function DataGroups({ asked, fault, who }: { asked: readonly Question[]; fault: string; who: string }) {
    const [first] = asked
    if (first === undefined) return null
    const { row } = first
    return (
        <Group
            question={first}
            label={say(words.ALL_GROUPS)}
            fault={fault}
            hint={<Hint question={{ ...first, hint: row.hint }} who={who} />}
        >
            {asked.map(({ key, hint }) => (
                <label class="radio" key={key}>
                    <input
                        id={idOf(key)}
                        type="checkbox"
                        checked={answerOf(key) === YES}
                        onChange={(event) => setAnswer(key, event.currentTarget.checked ? YES : "")}
                    />
                    {groupName(key) ?? (hint.startsWith(row.hint) ? hint.slice(row.hint.length) : hint)}
                </label>
            ))}
        </Group>
    )
}

/** A data group in English, as the profile has it; undefined in Chinese, which stands in the form. */
function groupName(key: string): string | undefined {
    const [, id = ""] = /\[(.+)\]$/.exec(key) ?? []
    return lang.value === "en" ? desk.value?.dataGroups.find((group) => group.id === id)?.en : undefined
}

/** By this computer's clock. */
function beijingNow(): string {
    const now = parseTime(moment().now)
    return typeof now === "string" ? "" : (beijingMinute(now) ?? "")
}
