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
            {lines.map((line) => (
                <p key={line}>{line}</p>
            ))}
            {sections.map(({ head, lines: told }) => (
                <section key={head}>
                    <h3>{head}</h3>
                    {told.map((line) => (
                        <p key={line} class={line.trimStart().startsWith("* ") ? "soft" : ""}>
                            {line}
                        </p>
                    ))}
                </section>
            ))}
        </details>
    )
}

/** The desk that is asked, and those that can not be. */
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
