import { useState } from "preact/hooks"
import { verdictLimits, verdictLines } from "../../../messages/verdict.ts"
import type { OutFile } from "../../blob.ts"
import { Findings } from "../parts/findings.tsx"
import { Sheet } from "../parts/frame.tsx"
import { Preview, sizeText } from "../parts/outputs.tsx"
import { href, lang, say } from "../state.ts"
import { Line } from "../verify/verify.tsx"
import { VERDICTS } from "../verify/words.ts"
import { CONTINUE, PREVIEW } from "../words.ts"
import { LEFT_OF_OTHER } from "./change-words.ts"
import { inChinese } from "./question.tsx"
import { draft, leftOfOther, opened } from "./state.ts"
import * as words from "./words.ts"

/** The verdict, and what the packet says on one page. */
export function PacketPage() {
    const said = opened.value
    if (said === undefined) return null
    const { report, issues } = said
    return (
        <Sheet title={say(words.PACKET)} back="/officer">
            {leftOfOther.value === undefined ? null : (
                <p class="box" role="status">
                    {say(LEFT_OF_OTHER(leftOfOther.value))}
                </p>
            )}
            <section class="verdict">
                <h2>{say(VERDICTS[report.verdict])}</h2>
                <p class="soft">
                    {draft.value?.name} · {sizeText(draft.value?.blob.size ?? 0)}
                </p>
            </section>
            <p>{say(words.COMPARE)}</p>
            <p class="code">{report.checkCode}</p>
            <dl class="lines">
                {verdictLines(report, lang.value).map((line) => (
                    <Line key={line} line={line} />
                ))}
            </dl>
            {issues.length === 0 ? null : <Findings issues={issues} />}
            <div class="limits">{verdictLimits(report, lang.value)}</div>
            <h2 {...inChinese()}>{said.matter}</h2>
            <p class="soft">{say(words.PACKET_LIMIT)}</p>
            <dl class="lines" {...inChinese()}>
                <dt>{words.REF["zh-CN"]}</dt>
                <dd class="code">{said.ref}</dd>
                {said.points.map(({ label, text, ids = [] }) => (
                    <Point key={label} label={label} text={text} ids={ids} />
                ))}
            </dl>
            <Documents />
            <p>
                <a class="btn" href={href("/officer/decide")}>
                    {say(CONTINUE)}
                </a>
            </p>
        </Sheet>
    )
}

interface PointProps {
    readonly label: string
    readonly text: string
    readonly ids: readonly { readonly name: string; readonly id: string }[]
}

function Point({ label, text, ids }: PointProps) {
    return (
        <>
            <dt>{label}</dt>
            <dd>
                {text}
                {ids.map(({ name, id }) => (
                    <div key={name}>
                        {name} <span class="code">{id}</span>
                    </div>
                ))}
            </dd>
        </>
    )
}

function Documents() {
    const [shown, setShown] = useState<OutFile | undefined>(undefined)
    return (
        <details>
            <summary>{say(words.DOCUMENTS)}</summary>
            <ul class="files">
                {(opened.value?.documents ?? []).map(({ title, file }) => (
                    <li key={file.path}>
                        <span class="path" {...inChinese()}>
                            {title}
                        </span>
                        <small class="soft">{sizeText(file.blob.size)}</small>
                        <button
                            type="button"
                            class="link"
                            aria-label={`${say(PREVIEW)} ${title}`}
                            onClick={() => setShown(shown === file ? undefined : file)}
                        >
                            {say(PREVIEW)}
                        </button>
                    </li>
                ))}
            </ul>
            {shown === undefined ? null : <Preview file={shown} onClose={() => setShown(undefined)} />}
        </details>
    )
}
