import { useId, useState } from "preact/hooks"
import type { Issue } from "../../../base/issue.ts"
import { splitList } from "../../../base/text/split-list.ts"
import { choicesOf, type Question } from "../../../facts/case/form/form.ts"
import { NEEDED_IN_ENTRY } from "../../../facts/case/form/needed.data.ts"
import { casePath } from "../../../facts/case/form/place.ts"
import { WRITE_TIME, WRITE_TIME_SHORT } from "../../../facts/case/form/question.ts"
import { said } from "../../../facts/case/form/said.ts"
import { offered, whenWords } from "../../../facts/case/form/sheet-layout.ts"
import { assetCalled } from "../../../facts/money/asset.ts"
import { Asked, AskedGroup, describedBy } from "../parts/fields.tsx"
import { inLang, labelled, lang, say } from "../state.ts"
import { fieldId, isSeveral, type Path, textAt, textsAt } from "./answers.ts"
import { answer, answers, desks, entries } from "./case.ts"
import { TimeAnswer } from "./time-answer.tsx"
import * as words from "./words.ts"

/** One question of the case with its field, by its kind. */

interface QuestionProps {
    readonly question: Question
    readonly path: Path
    /** Findings of the page; those about this answer are shown here. */
    readonly issues: readonly Issue[]
}

/** Texts that take more than a line. */
const LONG =
    /(?:^|\.)(?:text|what|note|method|originals|result|meaning|relation|background)$|^(?:wanted|privateNotes|demands)\[\]$|answers\[\]$/

/** Answers of which a person may say that they are not known. */
function mayBeUnknown({ kind, field }: Question): boolean {
    return kind === "amount" || /\.(?:to|from|what|source|asset)$/.test(field)
}

export function AskedQuestion({ question, path, issues }: QuestionProps) {
    const own = issues.filter((found) => (casePath(found) ?? []).join("-") === path.join("-"))
    const below = issues.filter((found) => {
        const keys = (casePath(found) ?? []).join("-")
        return isSeveral(question) && keys.startsWith(`${path.join("-")}-`)
    })
    const faults = [...own, ...below].filter(({ severity }) => severity === "error")
    const fault = faults.map((found) => said(found, lang.value).message).join("；")
    const hints = [
        question.required === true || NEEDED_IN_ENTRY.has(question.field) ? say(words.REQUIRED_MARK) : "",
        question.when === undefined ? "" : whenWords(question.when, lang.value),
        hintOf(question),
        question.example === undefined || question.kind === "time"
            ? ""
            : `${say(words.EXAMPLE)}${say(question.example)}`,
    ].filter((one) => one !== "")
    const shared = {
        id: fieldId(path),
        label: say(question.label),
        fault,
        ...(hints.length === 0
            ? {}
            : { hint: lang.value === "en" ? hints.map(sentence).join(". ") : hints.join("。") }),
    }
    const notes = own.filter(({ severity }) => severity === "warning")
    return (
        <>
            <Answer question={question} path={path} shared={shared} />
            <NoSecret path={path} found={own} />
            {notes.map((found) => (
                <p class="note" key={found.code}>
                    {said(found, lang.value).message}
                </p>
            ))}
        </>
    )
}

/** Hints are written to stand behind a colon; on the page each is a sentence. */
const sentence = (hint: string): string => hint.slice(0, 1).toUpperCase() + hint.slice(1)

/** The hint of a question in the words of the page: cells and written times are of files. */
function hintOf(question: Question): string {
    const { kind, words: choice, hint } = question
    if (kind === "labels") return say(words.LABELS_HINT)
    if (choice === "policeToo") return say(words.POLICE_TOO)
    if (choice !== undefined && isSeveral(question)) return say(words.TICK_SEVERAL)
    if (hint === undefined) return ""
    return [WRITE_TIME, WRITE_TIME_SHORT].some(([zh]) => zh === hint["zh-CN"]) ? say(words.TIME_HINT) : say(hint)
}

/** A text that looks like a secret: the person says that it is none, as the workbook's column does. */
function NoSecret({ path, found }: { path: Path; found: readonly Issue[] }) {
    const mark = [...path.slice(0, -1), "notASecret"]
    const isMarked = textAt(answers.value, mark) === "true"
    const isAsked = found.some(({ code }) => code.startsWith("input.secret."))
    // An answer that stands in no group of its own has no place for the mark.
    if (path.length < 2 || typeof path.at(-1) === "number" || !(isAsked || isMarked)) return null
    return (
        <label class="radio">
            <input
                type="checkbox"
                checked={isMarked}
                onChange={(event) => answer(mark, event.currentTarget.checked ? "true" : undefined)}
            />
            {say(words.NO_SECRET)}
        </label>
    )
}

interface Shared {
    readonly id: string
    readonly label: string
    readonly hint?: string
    readonly fault: string
}
interface AnswerProps {
    readonly question: Question
    readonly path: Path
    readonly shared: Shared
}

function Answer({ question, path, shared }: AnswerProps) {
    if (question.kind === "labels") return <LabelsAnswer path={path} shared={shared} />
    if (isSeveral(question)) {
        return question.words === undefined ? (
            <SeveralTexts question={question} path={path} shared={shared} />
        ) : (
            <Ticks question={question} path={path} shared={shared} />
        )
    }
    if (question.words !== undefined) return <Choice question={question} path={path} shared={shared} />
    if (question.kind === "desk") return <DeskAnswer path={path} shared={shared} />
    if (question.kind === "time") return <TimeAnswer path={path} {...shared} />
    return <TextAnswer question={question} path={path} shared={shared} />
}

/** What most amounts of a case are in; anything else is typed. */
const ASSETS = ["CNY", "USDT", "BTC", "ETH"]

function TextAnswer({ question, path, shared }: AnswerProps) {
    const offers = /\.(?:asset|fiat)$/.test(question.field) ? ASSETS : offered(question, lang.value)
    const list = `${shared.id}-offers`
    const value = textAt(answers.value, path)
    const called = offers === ASSETS ? assetCalled(value) : undefined
    return (
        <Asked {...shared}>
            <OneText
                id={shared.id}
                isLong={LONG.test(question.field)}
                value={value}
                described={describedBy(shared)}
                isWrong={shared.fault !== ""}
                {...(offers.length === 0 ? {} : { list })}
                onText={(text) => answer(path, text)}
            />
            {offers.length === 0 ? null : (
                <datalist id={list}>
                    {offers.map((offer) => (
                        <option key={offer} value={offer} />
                    ))}
                </datalist>
            )}
            {called === undefined ? null : (
                <p class="soft">
                    {say(words.READ_AS)}
                    {called}
                </p>
            )}
            {offers === ASSETS && value === "" ? (
                <div class="pick">
                    {offers.map((offer) => {
                        const name = offer === "CNY" ? say(words.YUAN) : offer
                        return (
                            <button
                                type="button"
                                class="chip"
                                key={offer}
                                aria-label={labelled(shared.label, name)}
                                onClick={() => answer(path, offer)}
                            >
                                {name}
                            </button>
                        )
                    })}
                </div>
            ) : null}
            {mayBeUnknown(question) && value === "" ? (
                <button
                    type="button"
                    class="link"
                    aria-label={labelled(shared.label, say(words.UNKNOWN))}
                    onClick={() => answer(path, words.UNKNOWN["zh-CN"])}
                >
                    {say(words.UNKNOWN)}
                </button>
            ) : null}
        </Asked>
    )
}

interface OneTextProps {
    readonly id: string
    readonly isLong: boolean
    readonly value: string
    readonly described: string | undefined
    readonly isWrong: boolean
    readonly label?: string
    readonly list?: string
    readonly onText: (text: string) => void
}

function OneText({ id, isLong, value, described, isWrong, label, list, onText }: OneTextProps) {
    const shared = {
        id,
        value,
        autocomplete: "off" as const,
        spellcheck: false,
        "aria-invalid": isWrong,
        ...(described === undefined ? {} : { "aria-describedby": described }),
        ...(label === undefined ? {} : { "aria-label": label }),
    }
    return isLong ? (
        <textarea {...shared} onInput={(event) => onText(event.currentTarget.value)} />
    ) : (
        <input
            type="text"
            {...shared}
            {...(list === undefined ? {} : { list })}
            onInput={(event) => onText(event.currentTarget.value)}
        />
    )
}

/** Several texts, one field each. */
function SeveralTexts({ question, path, shared }: AnswerProps) {
    const given = answers.value
    const texts = textsAt(given, path)
    const shown = Math.max(texts.length, 1)
    const offers = offered(question, lang.value).filter((offer) => !texts.includes(offer))
    const put = (i: number, text: string): void => {
        const next = [...texts]
        next[i] = text
        answer(path, next)
    }
    return (
        <AskedGroup {...shared} isTarget>
            {Array.from({ length: shown }, (_, i) => (
                <div class="row" key={i}>
                    <OneText
                        id={`${shared.id}-${String(i)}`}
                        isLong={LONG.test(question.field)}
                        value={texts[i] ?? ""}
                        described={describedBy(shared)}
                        isWrong={shared.fault !== ""}
                        label={`${shared.label} ${String(i + 1)}`}
                        onText={(text) => put(i, text)}
                    />
                </div>
            ))}
            <div class="pick">
                {offers.map((offer) => (
                    <button
                        type="button"
                        class="chip"
                        key={offer}
                        onClick={() => answer(path, [...texts.filter((text) => text !== ""), offer])}
                    >
                        + {offer}
                    </button>
                ))}
                {texts.length > 0 && texts.at(-1) !== "" ? (
                    <button
                        type="button"
                        class="link"
                        aria-label={labelled(shared.label, say(words.ANOTHER))}
                        onClick={() => answer(path, [...texts, ""])}
                    >
                        {say(words.ANOTHER)}
                    </button>
                ) : null}
            </div>
        </AskedGroup>
    )
}

/** Several of a fixed set. */
function Ticks({ question, path, shared }: AnswerProps) {
    const chosen = textsAt(answers.value, path)
    return (
        <AskedGroup {...shared} isTarget>
            {choicesOf(question.words ?? "kind").map(({ code, words: shown }) => (
                <label class="radio" key={code}>
                    <input
                        type="checkbox"
                        checked={chosen.includes(code)}
                        onChange={(event) =>
                            answer(
                                path,
                                event.currentTarget.checked ? [...chosen, code] : chosen.filter((one) => one !== code),
                            )
                        }
                    />
                    {say(shown)}
                </label>
            ))}
        </AskedGroup>
    )
}

/** One of a fixed set, or no answer. */
function Choice({ question, path, shared }: AnswerProps) {
    const value = textAt(answers.value, path)
    const name = useId()
    const choices = choicesOf(question.words ?? "kind")
    const options = [{ code: "", words: words.NO_ANSWER }, ...choices]
    return (
        <AskedGroup {...shared} isTarget>
            {options.map(({ code, words: shown }) => (
                <label class="radio" key={code}>
                    <input
                        type="radio"
                        name={name}
                        value={code}
                        checked={value === code}
                        onChange={() => answer(path, code)}
                    />
                    {say(shown)}
                </label>
            ))}
        </AskedGroup>
    )
}

function DeskAnswer({ path, shared }: Omit<AnswerProps, "question">) {
    const value = textAt(answers.value, path)
    return (
        <Asked {...shared}>
            <select
                id={shared.id}
                value={value}
                aria-describedby={describedBy(shared)}
                onChange={(event) => answer(path, event.currentTarget.value)}
            >
                {desks.value.map((desk) => (
                    <option key={desk.id} value={desk.id}>
                        {inLang(desk.name)}
                    </option>
                ))}
            </select>
        </Asked>
    )
}

/** Labels of registered files: typed, or ticked. */
function LabelsAnswer({ path, shared }: Omit<AnswerProps, "question">) {
    const chosen = textsAt(answers.value, path)
    const [typed, setTyped] = useState("")
    return (
        <Asked {...shared}>
            <input
                type="text"
                id={shared.id}
                // As it is being typed, unless something else was ticked since.
                value={splitList(typed).join() === chosen.join() ? typed : chosen.join("、")}
                autocomplete="off"
                aria-describedby={describedBy(shared)}
                aria-invalid={shared.fault !== ""}
                onInput={(event) => {
                    setTyped(event.currentTarget.value)
                    answer(path, splitList(event.currentTarget.value))
                }}
            />
            <details class="ticks">
                <summary aria-label={labelled(shared.label, say(words.CHOOSE_EVIDENCE))}>
                    {say(words.CHOOSE_EVIDENCE)}
                </summary>
                {entries.value.length === 0 ? <p class="soft">{say(words.NO_EVIDENCE)}</p> : null}
                <div class="scroll">
                    {entries.value.map(({ label, originalName }) => (
                        <label class="radio" key={label}>
                            <input
                                type="checkbox"
                                checked={chosen.includes(label)}
                                onChange={(event) =>
                                    answer(
                                        path,
                                        event.currentTarget.checked
                                            ? [...chosen, label]
                                            : chosen.filter((one) => one !== label),
                                    )
                                }
                            />
                            <span>
                                {label} <span class="soft">{originalName}</span>
                            </span>
                        </label>
                    ))}
                </div>
            </details>
        </Asked>
    )
}
