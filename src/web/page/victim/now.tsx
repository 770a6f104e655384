import { signal } from "@preact/signals"
import { useEffect } from "preact/hooks"
import type { Step } from "../../../flows/victim/first-steps.ts"
import { Sheet } from "../parts/frame.tsx"
import { href, moment, say, work } from "../state.ts"
import { folder } from "./case.ts"
import { TASKS } from "./places.ts"
import * as words from "./words.ts"

/** 现在就做: what stops the loss, to be ticked. */

export const steps = signal<readonly Step[]>([])
/** Steps that were done, by their place in the list. */
export const ticked = signal<ReadonlySet<number>>(new Set())

export async function loadSteps(): Promise<void> {
    if (steps.value.length > 0) return
    const done = await work("firstSteps", moment())
    if (done.kind === "done") steps.value = done.value
}

export function NowPage() {
    useEffect(() => {
        loadSteps()
    }, [])
    return (
        <Sheet title={say(words.NOW)} back={folder.value === undefined ? "/victim" : TASKS}>
            <p>{say(words.NOW_TEXT)}</p>
            <ol class="steps">
                {steps.value.map(({ title, text }, i) => (
                    <li key={title.en}>
                        <label class="radio">
                            <input
                                type="checkbox"
                                checked={ticked.value.has(i)}
                                onChange={(event) => {
                                    const next = new Set(ticked.value)
                                    if (event.currentTarget.checked) next.add(i)
                                    else next.delete(i)
                                    ticked.value = next
                                }}
                            />
                            <span>
                                <b>{say(title)}</b>
                                <br />
                                {say(text)}
                            </span>
                        </label>
                    </li>
                ))}
            </ol>
            <p class="soft">{say(words.NOW_PRINT)}</p>
            <p>
                <a class="btn" href={href(folder.value === undefined ? "/victim" : TASKS)}>
                    {say(words.BACK_TO_TASKS)}
                </a>
            </p>
        </Sheet>
    )
}
