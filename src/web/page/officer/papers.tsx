import { useEffect, useState } from "preact/hooks"
import type { PaperKind } from "../../../flows/officer/paper-folders.ts"
import type { OutFile } from "../../blob.ts"
import { type FolderFile, nameOf } from "../../given.ts"
import { FileDrop } from "../parts/files.tsx"
import { ErrorSummary, Findings } from "../parts/findings.tsx"
import { Sheet } from "../parts/frame.tsx"
import { Preview, sizeText } from "../parts/outputs.tsx"
import { href, labelled, moment, say, work } from "../state.ts"
import { PREVIEW, REMOVE } from "../words.ts"
import { asAsked, linkOf } from "./places.ts"
import { Side } from "./side.tsx"
import { addPapers, answers, draft, dropped, found, look, moveUp, papers, setPapers } from "./state.ts"
import * as words from "./words.ts"

/** Photos of the police ID, legal instruments, consent: files that lie beside the form. */
export function PapersPage({ kind }: { kind: PaperKind }) {
    const own = found.value.filter((issue) => isAbout(kind, linkOf(issue)))
    return (
        <Sheet title={say(words.PAPER_KINDS[kind])} back="/officer/tasks" side={<Side />}>
            <ErrorSummary issues={own.map(asAsked)} />
            <PaperDrop kind={kind} />
            {own.some(({ severity }) => severity !== "error") ? (
                <Findings issues={own.filter(({ severity }) => severity !== "error").map(asAsked)} linkOf={linkOf} />
            ) : null}
            {kind === "photos" ? <Marked /> : null}
            <p>
                <a href={href("/officer/tasks")}>{say(words.BACK_TO_TASKS)}</a>
            </p>
        </Sheet>
    )
}

const isAbout = (kind: PaperKind, link: string | undefined): boolean => link === href(`/officer/papers/${kind}`)

interface FaultsProps {
    readonly kinds: readonly PaperKind[]
    readonly linkOf: typeof linkOf
}

/** What is wrong with papers that are taken on a page of something else, and what no longer agrees with the first step. */
export function PaperFaults({ kinds, linkOf: to }: FaultsProps) {
    const names = new Set(kinds.flatMap((kind) => papers.value[kind].map(nameOf)))
    const own = found.value.filter(
        ({ path, severity, code }) =>
            (severity !== "note" && names.has(String(path[0]))) || /^request\.(?:prepared|letter-code)\./.test(code),
    )
    return <div aria-live="polite">{own.length === 0 ? null : <Findings issues={own.map(asAsked)} linkOf={to} />}</div>
}

/** Takes papers of one kind and lists them in the order in which they are taken. */
export function PaperDrop({ kind }: { kind: PaperKind }) {
    const files = papers.value[kind]
    const [shown, setShown] = useState<FolderFile | undefined>(undefined)
    // Photos of the police ID are shown as they would leave.
    const isShownHere = kind !== "photos"
    const isThere = shown !== undefined && files.some((file) => file === shown)
    return (
        <>
            <FileDrop
                id={`papers-${kind}`}
                label={say(words.PAPER_KINDS[kind])}
                hint={say(words.PAPER_HINTS[kind])}
                accept={kind === "photos" ? ".jpg,.jpeg,.png" : ".pdf,.jpg,.jpeg,.png"}
                several
                folder
                onFiles={(added) => {
                    void addPapers(kind, added).then(look)
                }}
            />
            {files.length > 1 && kind !== "photos" ? <p>{say(words.ORDER)}</p> : null}
            <ul class="files" aria-live="polite">
                {files.map((file, i) => (
                    <li key={file.path}>
                        <span class="path">{nameOf(file)}</span>
                        <small class="soft">{sizeText(file.blob.size)}</small>
                        {isShownHere ? (
                            <button
                                type="button"
                                class="link"
                                aria-label={`${say(PREVIEW)} ${nameOf(file)}`}
                                aria-expanded={shown === file}
                                onClick={() => setShown(shown === file ? undefined : file)}
                            >
                                {say(PREVIEW)}
                            </button>
                        ) : null}
                        {i === 0 || !isShownHere ? null : (
                            <button
                                type="button"
                                id={`up-${String(file.id)}`}
                                class="link"
                                aria-label={`${say(words.MOVE_UP)} ${nameOf(file)}`}
                                onClick={() => {
                                    moveUp(kind, file)
                                    look()
                                    // It goes with its file; the first has none.
                                    requestAnimationFrame(() =>
                                        document
                                            .getElementById(i === 1 ? `papers-${kind}` : `up-${String(file.id)}`)
                                            ?.focus(),
                                    )
                                }}
                            >
                                {say(words.MOVE_UP)}
                            </button>
                        )}
                        <button
                            type="button"
                            class="link"
                            aria-label={`${say(REMOVE)} ${nameOf(file)}`}
                            onClick={() => {
                                // The button goes with its file.
                                document.getElementById(`papers-${kind}`)?.focus()
                                setPapers(
                                    kind,
                                    papers.value[kind].filter((one) => one !== file),
                                )
                                look()
                            }}
                        >
                            {say(REMOVE)}
                        </button>
                    </li>
                ))}
            </ul>
            {isThere ? <Paper key={shown.path} file={shown} onClose={() => setShown(undefined)} /> : null}
        </>
    )
}

/** A paper as it was scanned or photographed, whatever its name says. */
function Paper({ file, onClose }: { file: FolderFile; onClose: () => void }) {
    const [isPdf, setPdf] = useState<boolean | undefined>(undefined)
    useEffect(() => {
        file.blob
            .slice(0, 1024)
            .text()
            .then((head) => setPdf(head.includes("%PDF-")))
    }, [file])
    const { path, blob } = file
    if (isPdf === undefined) return null
    const type = isPdf ? "application/pdf" : "image/*"
    return <Preview file={{ path, blob: new Blob([blob], { type }) }} onClose={onClose} />
}

/** The photos with their mark. */
function Marked() {
    const [images, setImages] = useState<readonly OutFile[] | undefined>(undefined)
    useEffect(() => {
        const given = draft.value
        if (given === undefined || papers.value.photos.length === 0) return
        let isCurrent = true
        work("markPhotos", given, dropped(), moment()).then((outcome) => {
            if (isCurrent) setImages(outcome.kind === "done" ? outcome.value : [])
        })
        return () => {
            isCurrent = false
        }
    }, [papers.value.photos, answers.value])
    if (papers.value.photos.length === 0) return null
    return (
        <>
            <h2>{say(words.MARKED)}</h2>
            <p class="soft">
                {images === undefined
                    ? say(words.LOOKING)
                    : say(images.length === 0 ? words.MARKED_NONE : words.MARKED_TEXT)}
            </p>
            {(images ?? []).map((image) => (
                <Picture key={image.path} image={image} />
            ))}
        </>
    )
}

function Picture({ image }: { image: OutFile }) {
    const [url, setUrl] = useState("")
    useEffect(() => {
        const made = URL.createObjectURL(image.blob)
        setUrl(made)
        return () => URL.revokeObjectURL(made)
    }, [image])
    const [, role = "front"] = /-id-(\w+)\.jpg$/.exec(image.path) ?? []
    const name = words.PHOTO_ROLES[role as keyof typeof words.PHOTO_ROLES]
    return (
        <figure class="photo">
            {url === "" ? null : <img src={url} alt={labelled(say(words.MARKED), say(name))} />}
            <figcaption>
                {say(name)} <small class="soft">{image.path}</small>
            </figcaption>
        </figure>
    )
}
