import { useEffect, useRef, useState } from "preact/hooks"
import type { OutFile } from "../../blob.ts"
import { nameOf } from "../../given.ts"
import { canWriteFolder, download, saveIntoFolder } from "../files.ts"
import { handedOut, type Outcome, say, work } from "../state.ts"
import {
    CLOSE,
    DOWNLOAD,
    DOWNLOAD_ALL,
    EXISTS,
    HANDED_OUT,
    NEW_TAB,
    NOT_SAVED,
    PREVIEW,
    SAVE_FOLDER,
    SAVED,
} from "../words.ts"
import { Wrong } from "./findings.tsx"

/** Files that a flow made: to look at, to take one by one, or all at once. */

interface OutputsProps {
    readonly files: readonly OutFile[]
    /** Of the ZIP that holds all. */
    readonly zipName: string
    readonly onSaved?: () => void
}

export function Outputs({ files, zipName, onSaved = () => undefined }: OutputsProps) {
    const [note, setNote] = useState("")
    const [shown, setShown] = useState<OutFile | undefined>(undefined)
    const [zipped, setZipped] = useState<Outcome<unknown> | undefined>(undefined)
    const all = async (): Promise<void> => {
        const made = await work("zipFiles", files)
        setZipped(made)
        if (made.kind !== "done") return
        download(zipName, made.value)
        onSaved()
    }
    const folder = async (): Promise<void> => {
        const saved = await saveIntoFolder(files)
        if (saved.kind === "cancelled") return
        if (saved.kind === "failed") setNote(say(NOT_SAVED(saved.path, saved.message)))
        else setNote(say(saved.kind === "saved" ? SAVED(saved.folder) : EXISTS(saved.path)))
        if (saved.kind === "saved") onSaved()
    }
    return (
        <div class="outputs">
            <div class="pick">
                <button type="button" class="btn" onClick={all}>
                    {say(DOWNLOAD_ALL)}
                </button>
                {canWriteFolder() ? (
                    <button type="button" class="btn q" onClick={folder}>
                        {say(SAVE_FOLDER)}
                    </button>
                ) : null}
            </div>
            <Wrong outcome={zipped} />
            <output aria-live="polite">{note}</output>
            <HandedOut names={[zipName, ...files.map(nameOf)]} />
            <ul class="files">
                {files.map((file) => (
                    <li key={file.path}>
                        <span class="path">{file.path}</span>
                        <small class="soft">{sizeText(file.blob.size)}</small>
                        {/\.(?:pdf|html|txt)$/.test(file.path) ? (
                            <button
                                type="button"
                                class="link"
                                aria-label={`${say(PREVIEW)} ${file.path}`}
                                onClick={() => setShown(shown === file ? undefined : file)}
                            >
                                {say(PREVIEW)}
                            </button>
                        ) : null}
                        <button
                            type="button"
                            class="link"
                            aria-label={`${say(DOWNLOAD)} ${file.path}`}
                            onClick={() => {
                                download(file.path, file.blob)
                                // The others are saved nowhere yet.
                                if (files.length === 1) onSaved()
                            }}
                        >
                            {say(DOWNLOAD)}
                        </button>
                    </li>
                ))}
            </ul>
            {shown === undefined ? null : <Preview file={shown} onClose={() => setShown(undefined)} />}
        </div>
    )
}

/** Once one of these files was handed out: what it is called, and that the browser may have kept it from being saved. */
export function HandedOut({ names }: { names: readonly string[] }) {
    const name = handedOut.value
    return <output aria-live="polite">{names.includes(name) ? <p>{say(HANDED_OUT(name))}</p> : null}</output>
}

/** A document as it will be printed. */
export function Preview({ file, onClose }: { file: Pick<OutFile, "path" | "blob">; onClose?: () => void }) {
    const [url, setUrl] = useState("")
    const opener = useRef(document.activeElement)
    useEffect(() => {
        const made = URL.createObjectURL(file.blob)
        setUrl(made)
        return () => URL.revokeObjectURL(made)
    }, [file])
    return (
        <section class="preview" aria-label={`${say(PREVIEW)} ${file.path}`}>
            <div class="pick">
                <b>{nameOf(file)}</b>
                <a href={url} target="_blank" rel="noopener">
                    {say(NEW_TAB)}
                </a>
                {onClose === undefined ? null : (
                    <button
                        type="button"
                        class="link"
                        onClick={() => {
                            if (opener.current instanceof HTMLElement) opener.current.focus()
                            onClose()
                        }}
                    >
                        {say(CLOSE)}
                    </button>
                )}
            </div>
            {url === "" ? null : file.blob.type.startsWith("image/") ? (
                <img src={url} alt={file.path} />
            ) : (
                <iframe src={`${url}#navpanes=0&view=FitH`} title={file.path} />
            )}
        </section>
    )
}

/** `1.2 MB` */
export function sizeText(bytes: number): string {
    if (bytes < 1000) return `${String(bytes)} B`
    const [unit, value] = bytes < 1e6 ? ["kB", bytes / 1e3] : bytes < 1e9 ? ["MB", bytes / 1e6] : ["GB", bytes / 1e9]
    return `${value < 10 ? value.toFixed(1) : String(Math.round(value))} ${unit}`
}
