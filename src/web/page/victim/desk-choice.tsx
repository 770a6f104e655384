import type { Issue } from "../../../base/issue.ts"
import { said } from "../../../facts/case/form/said.ts"
import { isCalled, otherPlatform } from "../../../facts/recipients/platform.ts"
import type { DeskShown } from "../../work/desk.ts"
import { asShown } from "../parts/commands.ts"
import { href, inLang, lang, say } from "../state.ts"
import { fieldId, textAt } from "./answers.ts"
import { absentDesks, answer, answers, desks } from "./case.ts"
import { sectionOf, sectionPlace } from "./places.ts"
import * as words from "./words.ts"

/** Who is asked stands apart from where the account is: both are shown together, so that they do not part unseen. */

const PATH = ["recipient"]

interface Asked {
    /** What the answer says of the exchange. */
    readonly typed: string
    readonly chosen: DeskShown | undefined
    /** That the account is at another exchange, as the check says it. */
    readonly found: Issue | undefined
    /** The desk of that exchange, where there is one. */
    readonly other: DeskShown | undefined
}

function asked(): Asked {
    const typed = textAt(answers.value, ["account", "exchange"])
    const id = textAt(answers.value, PATH)
    const chosen = desks.value.find((desk) => desk.id === id) ?? desks.value[0]
    const [found] = typed === "" || chosen === undefined ? [] : otherPlatform(typed, chosen.name, [])
    return { typed, chosen, found, other: found && desks.value.find(({ name }) => isCalled(typed, name)) }
}

/** Whether the papers go to an exchange other than the account's. */
export const isOtherAsked = (): boolean => asked().found !== undefined

/** Below the exchange's name: to whom the papers go, and one press to change that. */
export function DeskNote() {
    const { typed, chosen, found, other } = asked()
    if (typed === "" || chosen === undefined) return null
    const place = href(`${sectionPlace(sectionOf("recipient"))}/${encodeURIComponent(fieldId(PATH).slice(2))}`)
    return (
        <div class={found === undefined ? "soft" : "msg"} role="status">
            <p>{found === undefined ? say(words.ASKED_OF(inLang(chosen.name))) : said(found, lang.value).message}</p>
            {found === undefined || other !== undefined ? null : <p>{asShown(said(found, lang.value).hint)}</p>}
            {found === undefined || other !== undefined ? null : <Absent typed={typed} />}
            <p class="pick">
                {other === undefined ? null : (
                    <button type="button" class="btn" onClick={() => answer(PATH, other.id)}>
                        {say(words.ASK_INSTEAD(inLang(other.name)))}
                    </button>
                )}
                <a href={place}>{say(words.ASK_OTHER)}</a>
            </p>
        </div>
    )
}

/** Why the exchange that was typed is not among those that can be asked. */
function Absent({ typed }: { typed: string }) {
    const absent = absentDesks.value.find(({ name }) => isCalled(typed, name))
    return (
        <>
            {absent?.issues.map((one) => {
                const { message, hint } = said(one, lang.value)
                return (
                    <p key={one.code} data-absent={absent.id}>
                        {message}
                        <br />
                        {asShown(hint)}
                    </p>
                )
            })}
        </>
    )
}
