import { useState } from "preact/hooks"
import type { FolderFile } from "../../given.ts"
import { chosenFiles, droppedFiles } from "../files.ts"
import { say } from "../state.ts"
import { CHOOSE_FILES, CHOOSE_FOLDER, DROP_UNREAD, OR_DROP } from "../words.ts"

interface DropProps {
    readonly id: string
    readonly label: string
    readonly hint?: string
    /** Kinds of files that the dialog offers, `.zip`. */
    readonly accept?: string
    readonly several?: boolean
    /** Whether a whole folder may be chosen. */
    readonly folder?: boolean
    readonly onFiles: (files: readonly FolderFile[]) => void
}

/** Takes files by dialog or by drop. */
export function FileDrop({ id, label, hint, accept, several = false, folder = false, onFiles }: DropProps) {
    const [isOver, setOver] = useState(false)
    const [isUnread, setUnread] = useState(false)
    const described = hint === undefined ? {} : { "aria-describedby": `${id}-hint` }
    const take = (input: HTMLInputElement): void => {
        const files = chosenFiles(input.files)
        // The same file may be chosen again.
        input.value = ""
        setUnread(false)
        if (files.length > 0) onFiles(files)
    }
    const takeDropped = async (data: DataTransfer): Promise<void> => {
        const files = await droppedFiles(data).catch(() => [])
        setUnread(files.length === 0)
        if (files.length > 0) onFiles(files)
    }
    return (
        <fieldset
            class={isOver ? "drop over" : "drop"}
            onDragOver={(event) => {
                event.preventDefault()
                setOver(true)
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
                event.preventDefault()
                setOver(false)
                if (event.dataTransfer !== null) void takeDropped(event.dataTransfer)
            }}
        >
            <legend>{label}</legend>
            {hint === undefined ? null : (
                <p class="hint" id={`${id}-hint`}>
                    {hint}
                </p>
            )}
            <div class="pick">
                <label class="btn q">
                    <Purpose label={label} />
                    {say(CHOOSE_FILES)}
                    <input
                        id={id}
                        class="unseen"
                        type="file"
                        {...described}
                        onKeyDown={openByEnter}
                        multiple={several}
                        {...(accept === undefined ? {} : { accept })}
                        onChange={(event) => take(event.currentTarget)}
                    />
                </label>
                {folder ? (
                    <label class="btn q">
                        <Purpose label={label} />
                        {say(CHOOSE_FOLDER)}
                        <input
                            id={`${id}-folder`}
                            class="unseen"
                            type="file"
                            {...described}
                            onKeyDown={openByEnter}
                            ref={(input) => input?.setAttribute("webkitdirectory", "")}
                            onChange={(event) => take(event.currentTarget)}
                        />
                    </label>
                ) : null}
                <span class="soft">{say(OR_DROP)}</span>
            </div>
            <div role="alert">{isUnread ? <p class="msg">{say(DROP_UNREAD)}</p> : null}</div>
        </fieldset>
    )
}

/** What looks like a button is pressed as one: of itself a field for files knows the space bar alone, and Enter sends its form. */
function openByEnter(event: KeyboardEvent): void {
    if (event.key !== "Enter") return
    event.preventDefault()
    if (event.target instanceof HTMLInputElement) event.target.click()
}

/** What a button is for: several of a page say the same, and a screen reader lists them without what stands around them. */
function Purpose({ label }: { label: string }) {
    return <span class="unseen">{`${label} `}</span>
}

/**
 * A file that is dropped beside the places for it would take the place of the page, and with it everything that was
 * entered.
 */
export function keepFilesOut(): void {
    const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false
    addEventListener("dragover", (event) => {
        if (event.defaultPrevented || !hasFiles(event)) return
        event.preventDefault()
        if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "none"
    })
    addEventListener("drop", (event) => {
        if (hasFiles(event)) event.preventDefault()
    })
}
