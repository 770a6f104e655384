import type { FolderFile } from "../../given.ts"
import { say } from "../state.ts"
import { MORE_FILES, REMOVE } from "../words.ts"
import { sizeText } from "./outputs.tsx"

/** Files that were chosen for one thing, at once or one after the other. */

/** What is chosen later comes to what was chosen before; one of the same name takes the place of the other. */
export function together(before: readonly FolderFile[], given: readonly FolderFile[]): readonly FolderFile[] {
    const added = new Set(given.map(({ path }) => path))
    return [...before.filter(({ path }) => !added.has(path)), ...given]
}

const MOST_SHOWN = 50

interface ChosenProps {
    /** Of the field that takes the focus when a file goes. */
    readonly id: string
    readonly files: readonly FolderFile[]
    readonly onFiles: (files: readonly FolderFile[]) => void
}

/** Each by its name, to be taken back. */
export function ChosenFiles({ id, files, onFiles }: ChosenProps) {
    return (
        <ul class="files" aria-live="polite">
            {files.slice(0, MOST_SHOWN).map((file) => (
                <li key={file.path}>
                    <span class="path">{file.path}</span>
                    <small class="soft">{sizeText(file.blob.size)}</small>
                    <button
                        type="button"
                        class="link"
                        aria-label={`${say(REMOVE)} ${file.path}`}
                        onClick={() => {
                            // The button goes with its file.
                            document.getElementById(id)?.focus()
                            onFiles(files.filter((one) => one !== file))
                        }}
                    >
                        {say(REMOVE)}
                    </button>
                </li>
            ))}
            {files.length > MOST_SHOWN ? <li>{say(MORE_FILES(files.length - MOST_SHOWN))}</li> : null}
        </ul>
    )
}
