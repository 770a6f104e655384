import { signal } from "@preact/signals"
import { FORM } from "../../../facts/officer/officer-form.data.ts"
import { REQUEST_TYPES } from "../../../facts/officer/request-types.data.ts"
import type { RouteShown } from "../../work/desk.ts"
import { Sheet } from "../parts/frame.tsx"
import { go, href, inLang, say } from "../state.ts"
import { CONTINUE } from "../words.ts"
import { DeskAndAbsent } from "./desk-facts.tsx"
import { labelOf } from "./names.ts"
import { placeOfField } from "./places.ts"
import { Ask, Desks, inChinese } from "./question.tsx"
import { answerOf, desk, look, questions, requestType } from "./state.ts"
import * as words from "./words.ts"

/** What makes the request what it is: its kind, and three decisions. Each is a question of the form. */

type PhotoChoice = keyof typeof words.PHOTOS_CHOICES

/** Which of the three the officer chose here; what the form says of it comes first. */
const chosen = signal<PhotoChoice | undefined>(undefined)

/** What has to be filled in for a choice, by its first question. */
const FILL_IN: Readonly<Record<PhotoChoice, string | undefined>> = {
    later: undefined,
    letter: "identityReplaced.by",
    give: "identityApproval.approver",
}

export function photoChoice(): PhotoChoice {
    if (chosen.value !== undefined) return chosen.value
    if (answerOf("identityReplaced.by") !== "") return "letter"
    return answerOf("identityApproval.approver") !== "" ? "give" : "later"
}

export function DecidePage() {
    return (
        <Sheet title={say(words.DECIDE)} back="/officer/packet">
            <p>{say(words.DECIDE_TEXT)}</p>
            <form
                onSubmit={(event) => {
                    event.preventDefault()
                    look()
                    go("/officer/tasks")
                }}
            >
                <h2>{say(words.TYPE_TITLE)}</h2>
                <p class="soft">{say(words.TYPE_NOTE)}</p>
                <Question field="request.type" />
                <Rules />
                <h2>{say(words.STAGE_TITLE)}</h2>
                <p class="soft">{say(words.STAGE_NOTE)}</p>
                <Question field="investigation.stage" />
                <h2>{say(words.ROUTE_TITLE)}</h2>
                <p class="soft">{say(words.ROUTE_NOTE)}</p>
                <div class="field">
                    <label for="desk">{say(words.DESK_LABEL)}</label>
                    <Desks id="desk" />
                </div>
                <p>
                    <a href={href("/officer/desks")}>{say(words.OWN_DESK)}</a>
                </p>
                <Routes />
                <DeskAndAbsent id={desk.value?.id} />
                <Question field="route" />
                <h2>{say(words.PHOTOS_TITLE)}</h2>
                {REQUEST_TYPES[requestType.value].photos ? <Photos /> : <p>{say(words.PHOTOS_NOT_ASKED)}</p>}
                <button type="submit" class="btn">
                    {say(CONTINUE)}
                </button>
            </form>
        </Sheet>
    )
}

/** What rests on which source for the kind that is chosen. */
function Rules() {
    const { channel, explains, filing, approver } = REQUEST_TYPES[requestType.value]
    return (
        <details>
            <summary>{say(words.RULES)}</summary>
            <p>
                {say(words.APPROVER[approver])} {say(words.FILING[filing])}
            </p>
            <ul>
                {[channel, ...explains].map(({ says, source, grade, readOn, unchecked }) => (
                    <li key={says.en}>
                        {say(says)}
                        <br />
                        <small class="soft">
                            {say(source)} · {say(words.GRADE(grade))} · {readOn}
                            {unchecked === undefined ? "" : ` · ${say(words.UNCHECKED)}`}
                        </small>
                    </li>
                ))}
            </ul>
        </details>
    )
}

function Photos() {
    const next = FILL_IN[photoChoice()]
    return (
        <>
            <fieldset class="field">
                <legend class="unseen">{say(words.PHOTOS_TITLE)}</legend>
                <p class="hint">{say(words.PHOTOS_NOTE)}</p>
                {(Object.keys(words.PHOTOS_CHOICES) as PhotoChoice[]).map((choice) => (
                    <label class="radio" key={choice}>
                        <input
                            type="radio"
                            name="photo-choice"
                            value={choice}
                            checked={photoChoice() === choice}
                            onChange={() => {
                                chosen.value = choice
                            }}
                        />
                        {say(words.PHOTOS_CHOICES[choice])}
                    </label>
                ))}
            </fieldset>
            {next === undefined ? null : (
                <p>
                    {say(words.FILL_NEXT)}
                    <a href={href(placeOfField(next) ?? "")}>{nameOf(next)}</a>
                </p>
            )}
        </>
    )
}

function nameOf(field: string): string {
    const row = FORM.flatMap(({ rows }) => rows).find((one) => one.field === field)
    return row === undefined ? field : labelOf({ label: row.label, row })
}

function Question({ field }: { field: string }) {
    const section = FORM.find(({ rows }) => rows.some((row) => row.field === field))
    const question = questions.value.flat().find(({ key }) => key === field)
    if (question === undefined || section === undefined) return null
    return <Ask question={question} fault="" who={question.row.who ?? section.who} />
}

/** The routes of the desk, with where each is known from. */
function Routes() {
    const asked = desk.value
    if (asked === undefined) return null
    return (
        <div class="wide">
            <table>
                <tbody>
                    {asked.routes.map((route) => (
                        <tr key={route.id}>
                            <th scope="row">{inLang(route.name)}</th>
                            <td>
                                {route.address === undefined ? null : <div class="code">{route.address}</div>}
                                <RouteSource route={route} />
                            </td>
                        </tr>
                    ))}
                    {asked.officialPage === undefined ? null : (
                        <tr>
                            <th scope="row">{say(words.OFFICIAL_PAGE)}</th>
                            <td class="code">{asked.officialPage}</td>
                        </tr>
                    )}
                </tbody>
            </table>
        </div>
    )
}

function RouteSource({ route: { source, grade, verifiedOn, wantsPhotos } }: { route: RouteShown }) {
    const verified = say(verifiedOn === undefined ? words.NOT_VERIFIED : words.VERIFIED_ON(verifiedOn))
    return (
        <small class="soft">
            <span {...(source.en === source.zh ? inChinese() : {})}>{inLang(source)}</span> · {say(words.GRADE(grade))}{" "}
            · {verified} · {say(wantsPhotos ? words.WANTS_PHOTOS : words.NO_PHOTOS)}
        </small>
    )
}
