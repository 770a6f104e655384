import { signal } from "@preact/signals"
import { type FolderFile, nameOf } from "../../given.ts"
import { FileDrop } from "../parts/files.tsx"
import { ErrorSummary, Findings } from "../parts/findings.tsx"
import { Sheet } from "../parts/frame.tsx"
import { lang, type Outcome, say, theClient, work } from "../state.ts"
import { channels, DeskFacts, useDescribed } from "./desk-facts.tsx"
import { NewDesk } from "./new-desk.tsx"
import { chooseDesk, desks, look, opened } from "./state.ts"
import * as words from "./words.ts"

/** The desks there are, and those of the user's own, as files. */

const own = signal<readonly FolderFile[]>([])
const refused = signal<Outcome<unknown> | undefined>(undefined)

const idOf = (file: FolderFile): string => nameOf(file).replace(/\.yaml$/, "")

/** Takes profiles besides those that were given before; faulty ones are given back. */
async function take(files: readonly FolderFile[]): Promise<void> {
    const before = own.value
    const added = new Set(files.map(idOf))
    const given = [...before.filter((file) => !added.has(idOf(file))), ...files]
    theClient().giveDesks(given)
    const outcome = await work("desks")
    refused.value = outcome.kind === "done" ? undefined : outcome
    if (outcome.kind === "done") {
        own.value = given
        desks.value = outcome.value
    } else theClient().giveDesks(before)
    await look()
}

/** Takes a profile that was written here, and asks that desk. */
async function takeNew(file: FolderFile): Promise<void> {
    await take([file])
    const id = idOf(file)
    if (refused.value === undefined) chooseDesk(id === opened.value?.recipient ? "" : id)
    await look()
}

export function DesksPage() {
    const outcome = refused.value
    const known = useDescribed()
    return (
        <Sheet title={say(words.DESKS)} back="/officer/decide">
            <p>{say(words.DESKS_TEXT)}</p>
            {outcome?.kind === "refused" ? <ErrorSummary issues={outcome.issues} /> : null}
            <FileDrop
                id="desks"
                label={say(words.DESKS_LABEL)}
                hint="okx.yaml"
                accept=".yaml"
                several
                folder
                onFiles={(files) => take(files.filter(({ path }) => /\.yaml$/.test(path)))}
            />
            <NewDesk onMade={takeNew} />
            <h2>{say(words.DESKS_NOW)}</h2>
            <FileDrop
                id="channels"
                label={say(words.CHANNELS_LABEL)}
                hint="channels.jsonl"
                accept=".jsonl"
                onFiles={([file]) => {
                    channels.value = file
                }}
            />
            {known === undefined || known.kind !== "done" ? null : (
                <>
                    <Findings issues={known.value.issues} />
                    <p class="soft">{known.value.legend[lang.value]}</p>
                    {known.value.desks.map((one) => (
                        <DeskFacts
                            key={one.id}
                            desk={one}
                            mark={own.value.some((file) => idOf(file) === one.id) ? " ✓" : ""}
                        />
                    ))}
                </>
            )}
        </Sheet>
    )
}
