import { signal } from "@preact/signals"
import { useEffect } from "preact/hooks"
import type { FolderFile } from "../../given.ts"
import type { DeskDescribed } from "../../work/desks.ts"
import { inLang, lang, moment, say, work } from "../state.ts"
import { desks } from "./state.ts"
import * as words from "./words.ts"

/** What is known of the desks, in the words of the command line. */

type Described = Awaited<ReturnType<typeof describe>>

const described = signal<Described | undefined>(undefined)
/** The journal of accounts, where it was given. */
export const channels = signal<FolderFile | undefined>(undefined)

const describe = (file: FolderFile | undefined) => work("describeDesks", file, moment())

/** Describes them anew whenever there are others, or the journal of accounts is another. */
export function useDescribed(): Described | undefined {
    const [asked, file] = [desks.value, channels.value]
    useEffect(() => {
        describe(file).then((outcome) => {
            if (desks.value === asked && channels.value === file) described.value = outcome
        })
    }, [asked, file])
    return described.value
}

/** Lines as they are printed, which may say the same twice; those of a source are softer. */
function Lines({ lines }: { readonly lines: readonly string[] }) {
    const numbered = lines.map((line, i) => ({ line, key: `${String(i)} ${line}` }))
    return (
        <>
            {numbered.map(({ line, key }) => (
                <p key={key} class={line.trimStart().startsWith("* ") ? "soft" : ""}>
                    {line}
                </p>
            ))}
        </>
    )
}

/** All that is known of one desk, folded away. */
export function DeskFacts({ desk, mark = "" }: { readonly desk: DeskDescribed; readonly mark?: string }) {
    const { lines, sections } = desk.said[lang.value]
    return (
        <details class="desk" data-desk={desk.id}>
            <summary>
                {inLang(desk.name)} <span class="soft">{desk.id}</span>
                {mark}
                {desk.isFound ? "" : ` ${say(words.NO_CHANNEL)}`}
            </summary>
            <Lines lines={lines} />
            {sections.map(({ head, lines: told }) => (
                <section key={head}>
                    <h3>{head}</h3>
                    <Lines lines={told} />
                </section>
            ))}
        </details>
    )
}

/** The desk that is asked, and those that cannot be. */
export function DeskAndAbsent({ id }: { readonly id: string | undefined }) {
    const found = useDescribed()
    if (found?.kind !== "done") return null
    const asked = found.value.desks.find((one) => one.id === id)
    const absent = found.value.desks.filter(({ isFound }) => !isFound)
    return (
        <>
            {asked === undefined ? null : (
                <>
                    <p class="soft">{say(words.DESK_FACTS)}</p>
                    <DeskFacts desk={asked} />
                </>
            )}
            {absent.length === 0 ? null : (
                <>
                    <p class="soft">{say(words.DESKS_ABSENT)}</p>
                    {absent.map((one) => (
                        <DeskFacts key={one.id} desk={one} />
                    ))}
                </>
            )}
        </>
    )
}
