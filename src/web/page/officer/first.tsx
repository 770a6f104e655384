import { useEffect, useRef } from "preact/hooks"
import type { PreparedFiles } from "../../work/desk.ts"
import { Findings } from "../parts/findings.tsx"
import { offerFocus } from "../parts/focus.ts"
import { Sheet } from "../parts/frame.tsx"
import { Outputs } from "../parts/outputs.tsx"
import { href, say, setUnsaved } from "../state.ts"
import { OVERTAKEN } from "./change-words.ts"
import { asAsked, linkOf } from "./places.ts"
import { Side } from "./side.tsx"
import { Wrong } from "./start.tsx"
import { firstStep, found, isOvertaken, look, runFirst } from "./state.ts"
import * as words from "./words.ts"

/** The first step: letter and annexes. */
export function FirstPage() {
    const outcome = firstStep.value
    useEffect(() => {
        look()
    }, [])
    return (
        <Sheet title={say(words.FIRST)} back="/officer/tasks" side={<Side />}>
            <p>{say(words.FIRST_TEXT)}</p>
            <Wrong outcome={outcome} />
            {isOvertaken.value ? <p role="status">{say(OVERTAKEN)}</p> : null}
            {outcome?.kind === "done" ? (
                <Made made={outcome.value} />
            ) : (
                <>
                    <button type="button" class="btn" onClick={runFirst}>
                        {say(words.MAKE_FIRST)}
                    </button>
                    {found.value.length === 0 || outcome?.kind === "refused" ? null : (
                        <>
                            <h2>{say(words.WARNINGS)}</h2>
                            <Findings issues={found.value.map(asAsked)} linkOf={linkOf} />
                        </>
                    )}
                </>
            )}
        </Sheet>
    )
}

function Made({ made: { ref, outputs, said, letterCode, issues } }: { made: PreparedFiles }) {
    const head = useRef<HTMLHeadingElement>(null)
    // The button that was pressed is gone; what it made is where the reader goes on.
    useEffect(() => offerFocus(head.current), [])
    return (
        <>
            <h2 ref={head} tabIndex={-1}>
                {say(words.FIRST_MADE)}
            </h2>
            <dl class="lines">
                <dt>{say(words.CONCLUSION)}</dt>
                <dd>{say(said.conclusion)}</dd>
                <dt>{say(words.NUMBERS)}</dt>
                <dd>{say(said.numbers)}</dd>
                <dt>{say(words.ANNEX_SIZE)}</dt>
                <dd>{say(said.size)}</dd>
                <dt>{say(words.LETTER_CODE)}</dt>
                <dd class="code">{letterCode}</dd>
            </dl>
            <p class="soft">{say(words.LETTER_CODE_TEXT)}</p>
            <h2>{say(words.AFTER_FIRST)}</h2>
            <ol>
                {words.AFTER_FIRST_STEPS.map((step) => (
                    <li key={say(step)}>{say(step)}</li>
                ))}
            </ol>
            <Outputs files={outputs} zipName={`${ref}-prepared.zip`} onSaved={() => setUnsaved("made", false)} />
            <p>
                <a class="btn" href={href("/officer/second")}>
                    {say(words.SECOND)}
                </a>
            </p>
            {issues.length === 0 ? null : (
                <>
                    <h2>{say(words.WARNINGS)}</h2>
                    <Findings issues={issues.map(asAsked)} linkOf={linkOf} />
                </>
            )}
        </>
    )
}
