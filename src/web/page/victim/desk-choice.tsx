import type { Issue } from "../../../base/issue.ts"
import { said } from "../../../facts/case/form/said.ts"
import { type DeskToChoose, fitsAccount } from "../../../facts/recipients/desk-of-case.ts"
import { isCalled } from "../../../facts/recipients/platform.ts"
import { asShown } from "../parts/commands.ts"
import { href, inLang, lang, say } from "../state.ts"
import { fieldId, textAt } from "./answers.ts"
import { answer, answers, desks } from "./case.ts"
import { sectionOf, sectionPlace } from "./places.ts"
import * as words from "./words.ts"

/** Who is asked stands apart from where the account is: both are shown together, so that they do not part unseen. */

const PATH = ["recipient"]

interface Asked {
    /** What the answer says of the exchange. */
    readonly typed: string
    readonly chosen: DeskToChoose | undefined
    /** That the account is at another exchange, or that no channel is known, as the check says it. */
    readonly found: readonly Issue[]
    /** The desk to choose instead, where the account is at another exchange. */
    readonly other: DeskToChoose | undefined
}

function asked(): Asked {
    const typed = textAt(answers.value, ["account", "exchange"])
    const id = textAt(answers.value, PATH)
    const all = desks.value
    const chosen = all.find((desk) => desk.id === id) ?? all[0]
    const listed = all.find(({ name, absent }) => absent?.nameFrom === undefined && isCalled(typed, name))
    const found = typed === "" || chosen === undefined ? [] : fitsAccount(chosen, typed, listed !== undefined, PATH)
    const isOther = found.some(({ code }) => code === OTHER)
    const instead = listed ?? all.find(({ absent }) => absent?.nameFrom !== undefined)
    return { typed, chosen, found, other: isOther && instead?.id !== chosen?.id ? instead : undefined }
}

const OTHER = "case.recipient.other-platform"

/** Whether the papers go to an exchange other than the account's. */
export const isOtherAsked = (): boolean => asked().found.some(({ code }) => code === OTHER)

/** Below the exchange's name: to whom the papers go, and one press to change that. */
export function DeskNote() {
    const { typed, chosen, found, other } = asked()
    if (typed === "" || chosen === undefined) return null
    const place = href(`${sectionPlace(sectionOf("recipient"))}/${encodeURIComponent(fieldId(PATH).slice(2))}`)
    return (
        <div class={found.length === 0 ? "soft" : "msg"} role="status">
            {found.length === 0 ? <p>{say(words.ASKED_OF(inLang(chosen.name)))}</p> : null}
            {found.map((one) => {
                const { message, hint } = said(one, lang.value)
                return (
                    <p key={one.code} data-found={one.code}>
                        {message}
                        {/* A press does what the hint would say. */}
                        {other === undefined ? (
                            <>
                                <br />
                                {asShown(hint)}
                            </>
                        ) : null}
                    </p>
                )
            })}
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
