import { useEffect } from "preact/hooks"
import { ErrorSummary, Findings } from "../parts/findings.tsx"
import { Sheet } from "../parts/frame.tsx"
import { href, lang, say } from "../state.ts"
import { pathOf } from "./answers.ts"
import { checkAll, checked } from "./case.ts"
import { linkOf, TASKS } from "./places.ts"
import { Trouble } from "./trouble.tsx"
import * as words from "./words.ts"

/** Everything that anybody will find later, and how each answer was understood. */
export function CheckPage() {
    useEffect(() => {
        if (checked.value === undefined) checkAll()
    }, [])
    const found = checked.value
    const others = found?.issues.filter(({ severity }) => severity !== "error") ?? []
    const hasErrors = found?.issues.some(({ severity }) => severity === "error") === true
    return (
        <Sheet title={say(words.CHECK)} back={TASKS}>
            <Trouble />
            <p>{say(words.CHECK_SCOPE)}</p>
            {found === undefined ? null : (
                <>
                    <ErrorSummary issues={found.issues} linkOf={linkOf} />
                    {found.issues.length === 0 ? <p class="chosen">{say(words.CHECK_FINE)}</p> : null}
                    <Findings issues={others} linkOf={linkOf} />
                    <details>
                        <summary>{say(words.SHOWN)}</summary>
                        <div class="wide">
                            <table>
                                <thead>
                                    <tr>
                                        <th scope="col">{say(words.QUESTION)}</th>
                                        <th scope="col">{say(words.ANSWER)}</th>
                                    </tr>
                                </thead>
                                <tbody>
                                    {found.answers[lang.value].map(({ field, question, answer, read }) => (
                                        <tr key={field}>
                                            <th scope="row">
                                                <Link field={field} text={question} />
                                            </th>
                                            <td>
                                                {answer}
                                                {read === undefined ? null : (
                                                    <small>
                                                        {say(words.READ_AS)}
                                                        {read}
                                                    </small>
                                                )}
                                            </td>
                                        </tr>
                                    ))}
                                </tbody>
                            </table>
                        </div>
                    </details>
                </>
            )}
            <div class="pick end">
                {found === undefined || hasErrors ? null : (
                    <a class="btn" href={href("/victim/make")}>
                        {say(words.MAKE)}
                    </a>
                )}
                <button type="button" class="btn q" onClick={() => checkAll()}>
                    {say(words.CHECK)}
                </button>
                <a href={href(TASKS)}>{say(words.BACK_TO_TASKS)}</a>
            </div>
        </Sheet>
    )
}

/** An answer leads to where it is given. */
function Link({ field, text }: { field: string; text: string }) {
    const place = linkOf({ path: ["case.yaml", ...pathOf(field)], params: {} } as never)
    return place === undefined ? <span>{text}</span> : <a href={place}>{text}</a>
}
