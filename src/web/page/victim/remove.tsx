import { useEffect, useRef } from "preact/hooks"
import type { LockEntry } from "../../../facts/evidence/lock.ts"
import { offerFocus } from "../parts/focus.ts"
import { go, listed, say } from "../state.ts"
import { isOn } from "./autosave.ts"
import { citing, putBack, removed, removeFiles } from "./case.ts"
import { EVIDENCE } from "./places.ts"
import * as words from "./remove-words.ts"

/** Taking files out of a case: asked before, said what it cannot reach, undone until something else is changed. */

/** Asks, and takes them out. False where that was not wanted or did not work. */
async function remove(files: readonly LockEntry[]): Promise<boolean> {
    const names = listed(files.map(({ label, originalName }) => `${label} ${originalName}`))
    return confirm(say(words.SURE(names))) && (await removeFiles(files.map(({ label }) => label)))
}

function Consequences({ files }: { files: readonly LockEntry[] }) {
    const count = citing(files.map(({ label }) => label))
    return (
        <>
            <p>{say(words.REMOVE_TEXT)}</p>
            {count === 0 ? null : <p>{say(words.CITED(count))}</p>}
            <p>
                {say(words.STAYS)}
                {isOn.value ? ` ${say(words.KEPT_HERE)}` : ""}
            </p>
        </>
    )
}

/** On the page of a file. */
export function RemoveFile({ entry }: { entry: LockEntry }) {
    return (
        <details class="after">
            <summary>{say(words.REMOVE_FILE)}</summary>
            <Consequences files={[entry]} />
            <button
                type="button"
                id="remove-file"
                class="btn q"
                onClick={async () => {
                    if (await remove([entry])) go(EVIDENCE)
                }}
            >
                {say(words.REMOVE)}
            </button>
        </details>
    )
}

/** Among what is done with several files. */
export function RemoveSeveral({ files, onRemoved }: { files: readonly LockEntry[]; onRemoved: () => void }) {
    return (
        <details class="after">
            <summary>{say(words.REMOVE_FILE)}</summary>
            <Consequences files={files} />
            <button
                type="button"
                id="remove-several"
                class="btn q"
                disabled={files.length === 0}
                onClick={async () => {
                    if (await remove(files)) onRemoved()
                }}
            >
                {say(words.REMOVE_SEVERAL(files.length))}
            </button>
        </details>
    )
}

/** What was taken out last, with the way back: files, or entries of a list. */
export function Removed({ list }: { list?: string }) {
    const now = removed.value?.list === list ? removed.value : undefined
    const place = useRef<HTMLDivElement>(null)
    // The button that was pressed is gone, and so may be the page it stood on.
    useEffect(() => {
        if (now !== undefined) offerFocus(place.current)
    }, [now])
    if (now === undefined) return null
    return (
        <div class="msg" role="status" tabIndex={-1} ref={place}>
            <p>{say((list === undefined ? words.REMOVED : words.REMOVED_ENTRIES)(listed(now.names)))}</p>
            <button type="button" id="put-back" class="btn q" onClick={() => putBack()}>
                {say(words.PUT_BACK)}
            </button>
        </div>
    )
}
