import type { DeskShown } from "../../work/desk.ts"
import { href, inLang, say } from "../state.ts"
import { fieldId, textAt } from "./answers.ts"
import { answer, answers, desks } from "./case.ts"
import { sectionOf, sectionPlace } from "./places.ts"
import * as words from "./words.ts"

/** Who is asked stands apart from where the account is: both are shown together, so that they do not part unseen. */

const PATH = ["recipient"]

/** The desk an exchange's name is that of: `OKX` and `欧易` of `欧易（OKX）`. */
function deskOf(typed: string): DeskShown | undefined {
    const wanted = typed.toLowerCase()
    return desks.value.find(({ name }) =>
        `${name.zh} ${name.en}`
            .toLowerCase()
            .split(/[\s（）()]+/)
            .some((part) => part !== "" && wanted.includes(part)),
    )
}

interface Asked {
    /** What the answer says of the exchange. */
    readonly typed: string
    readonly chosen: DeskShown | undefined
    /** The desk of the account's exchange, where it is another one. */
    readonly other: DeskShown | undefined
}

function asked(): Asked {
    const typed = textAt(answers.value, ["account", "exchange"])
    const id = textAt(answers.value, PATH)
    const chosen = desks.value.find((desk) => desk.id === id) ?? desks.value[0]
    const own = deskOf(typed)
    return { typed, chosen, other: own === chosen ? undefined : own }
}

/** Whether the papers go to an exchange other than the account's. */
export const isOtherAsked = (): boolean => asked().other !== undefined

/** Below the exchange's name: to whom the papers go, and one press to change that. */
export function DeskNote() {
    const { typed, chosen, other } = asked()
    if (typed === "" || chosen === undefined) return null
    const place = href(`${sectionPlace(sectionOf("recipient"))}/${encodeURIComponent(fieldId(PATH).slice(2))}`)
    return (
        <div class={other === undefined ? "soft" : "msg"} role="status">
            <p>
                {say(
                    other === undefined
                        ? words.ASKED_OF(inLang(chosen.name))
                        : words.ASKED_OTHER(typed, inLang(chosen.name)),
                )}
            </p>
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
