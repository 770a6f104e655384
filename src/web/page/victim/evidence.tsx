import { computed } from "@preact/signals"
import { useEffect, useState } from "preact/hooks"
import type { Description } from "../../../facts/evidence/descriptions.ts"
import type { EvidenceFolder, LockEntry } from "../../../facts/evidence/lock.ts"
import { withoutTop } from "../../../flows/victim/case-folder.ts"
import { type FolderFile, nameOf } from "../../given.ts"
import { pastedFiles } from "../files.ts"
import { FileDrop } from "../parts/files.tsx"
import { Findings } from "../parts/findings.tsx"
import { Sheet } from "../parts/frame.tsx"
import { sizeText } from "../parts/outputs.tsx"
import { Thumbnail } from "../parts/picture.tsx"
import { busy, href, listed, moment, say } from "../state.ts"
import {
    addFiles,
    describe,
    descriptions,
    entries,
    folder,
    isPaid,
    leaveOut,
    registered,
    registerFiles,
    setTyped,
    typed,
} from "./case.ts"
import { exportEntries } from "./exports/state.ts"
import { EXPORTS_TASK } from "./exports/words.ts"
import { EXPORTS, filePlace, linkOf, TASKS } from "./places.ts"
import { Removed, RemoveSeveral } from "./remove.tsx"
import { LEAVE_OUT } from "./remove-words.ts"
import { Trouble } from "./trouble.tsx"
import * as words from "./words.ts"

/** The files of the case: added, registered, and what is said of each. */

const blobs = computed(() => new Map(folder.value?.map(({ path, blob }) => [path, blob])))

export function blobOf({ folder: kind, originalName }: LockEntry): Blob | undefined {
    return blobs.value.get(`${kind}/${originalName}`)
}

/** Whether a person has said what a file is and where it comes from. */
export function isDescribed({ caption, source, share }: Description): boolean {
    return share === "none" || (caption !== "" && source !== "")
}

export function EvidencePage() {
    const [taken, setTaken] = useState<readonly string[]>([])
    const add = (kind: EvidenceFolder) => (files: readonly FolderFile[]) => {
        addFiles(kind, withoutTop(files)).then((names) => setTaken(names ?? []))
    }
    useEffect(() => {
        const paste = ({ clipboardData }: ClipboardEvent): void => {
            const at = moment().now.slice(0, 19).replace(/[-:]/g, "").replace("T", "-")
            const files = clipboardData === null ? [] : pastedFiles(clipboardData, say(words.PASTED(at)))
            if (files.length > 0) add("evidence")(files)
        }
        addEventListener("paste", paste)
        return () => removeEventListener("paste", paste)
    }, [])
    return (
        <Sheet title={say(words.EVIDENCE)} back={TASKS}>
            <Trouble />
            <Removed />
            {taken.length === 0 ? null : (
                <p class="msg" role="alert">
                    {say(words.TAKEN(listed(taken)))}
                </p>
            )}
            <FileDrop
                id="add-evidence"
                label={say(words.ADD_EVIDENCE)}
                hint={say(words.ADD_EVIDENCE_TEXT)}
                several
                folder
                onFiles={add("evidence")}
            />
            <FileDrop
                id="add-exports"
                label={say(words.ADD_EXPORTS)}
                hint={say(words.ADD_EXPORTS_TEXT)}
                several
                folder
                onFiles={add("exports")}
            />
            {registered.value.length === 0 ? null : <Findings issues={registered.value} linkOf={linkOf} />}
            <Unregistered />
            <Files kind="evidence" />
            <Files kind="exports" />
            {entries.value.length > 1 ? <Several /> : null}
            <div class="pick end">
                {exportEntries.value.length === 0 ? null : (
                    <a class="btn q" href={href(EXPORTS)}>
                        {say(EXPORTS_TASK(isPaid.value))}
                    </a>
                )}
                <a class="btn" href={href(TASKS)}>
                    {say(words.BACK_TO_TASKS)}
                </a>
            </div>
        </Sheet>
    )
}

/** Files that lie in the folder and have no label yet: a folder of the command line may hold some. */
function Unregistered() {
    const known = new Set(entries.value.map((entry) => `${entry.folder}/${entry.originalName}`))
    const open = (folder.value ?? []).filter(({ path }) => /^(?:evidence|exports)\//.test(path) && !known.has(path))
    // What was just added is being registered.
    if (open.length === 0 || busy.value !== undefined) return null
    return (
        <div class="box">
            <p>{listed(open.map(nameOf))}</p>
            <div class="pick">
                <button type="button" class="btn" onClick={() => registerFiles()}>
                    {say(words.REGISTER)}
                </button>
                <button type="button" class="link" onClick={() => leaveOut(open.map(({ path }) => path))}>
                    {say(LEAVE_OUT)}
                </button>
            </div>
        </div>
    )
}

function Files({ kind }: { kind: EvidenceFolder }) {
    const own = entries.value.filter((entry) => entry.folder === kind)
    if (own.length === 0) return null
    const known = new Map(descriptions.value.map((one) => [one.label, one]))
    return (
        <>
            <h2>{say(kind === "evidence" ? words.EVIDENCE_TITLE : words.EXPORTS_TITLE)}</h2>
            <ul class="tasks">
                {own.map((entry) => {
                    const said = known.get(entry.label)
                    const isSaid = said !== undefined && isDescribed(said)
                    return (
                        <li key={entry.label} class="file">
                            <Thumbnail
                                path={entry.originalName}
                                blob={blobOf(entry)}
                                orientation={entry.exif?.orientation}
                            />
                            <div>
                                <a href={href(filePlace(entry.label))}>
                                    {entry.label} {entry.originalName}
                                </a>
                                <small>
                                    {said?.caption === "" || said === undefined ? null : <>{said.caption} · </>}
                                    {sizeText(entry.sizeBytes)}
                                    {said === undefined ? null : <> · {say(words.SHARES_SHORT[said.share])}</>}
                                </small>
                            </div>
                            <span class={isSaid ? "tag done" : "tag todo"}>
                                {say(isSaid ? words.DESCRIBED : words.TO_DESCRIBE)}
                            </span>
                        </li>
                    )
                })}
            </ul>
        </>
    )
}

const COMMON = [
    ["source", words.SOURCE],
    ["maker", words.MAKER],
    ["method", words.METHOD],
    ["originalAt", words.ORIGINAL],
] as const

/** One description for many files: what is filled in is written to those that are ticked. */
function Several() {
    const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
    const kept = (name: string): string => typed.value[`several ${name}`] ?? ""
    const keep = (name: string, text: string): void => setTyped({ [`several ${name}`]: text })
    const texts = Object.fromEntries(COMMON.map(([field]) => [field, kept(field)]))
    const [others, share] = [kept("others"), kept("share")]
    const [isOpen, setOpen] = useState(false)
    const isBegun = Object.values(texts).some((text) => text !== "") || others !== "" || share !== ""
    const apply = (): void => {
        const changed = descriptions.value.flatMap((one): Description[] => {
            if (!chosen.has(one.label)) return []
            const filled = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""))
            return [
                {
                    ...one,
                    ...filled,
                    ...(others === "" ? {} : { othersData: others === "yes" }),
                    ...(share === "none" || share === "police" ? { share } : {}),
                },
            ]
        })
        describe(changed)
        setChosen(new Set())
        setTyped(
            Object.fromEntries(
                [...COMMON.map(([field]) => field), "others", "share"].map((name) => [`several ${name}`, ""]),
            ),
        )
    }
    return (
        <details open={isBegun} onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>{say(words.SEVERAL_FILES)}</summary>
            <p class="hint">{say(words.SEVERAL_TEXT)}</p>
            <label class="radio">
                <input
                    id="all-files"
                    type="checkbox"
                    checked={chosen.size === entries.value.length}
                    onChange={(event) =>
                        setChosen(new Set(event.currentTarget.checked ? entries.value.map(({ label }) => label) : []))
                    }
                />
                {say(words.ALL_FILES)}
            </label>
            <div class="scroll">
                {(isOpen ? entries.value : []).map(({ label, originalName }) => (
                    <label class="radio" key={label}>
                        <input
                            type="checkbox"
                            checked={chosen.has(label)}
                            onChange={(event) => {
                                const next = new Set(chosen)
                                if (event.currentTarget.checked) next.add(label)
                                else next.delete(label)
                                setChosen(next)
                            }}
                        />
                        <span>
                            {label} <span class="soft">{originalName}</span>
                        </span>
                    </label>
                ))}
            </div>
            {COMMON.map(([field, label]) => (
                <div class="field" key={field}>
                    <label for={`all-${field}`}>{say(label)}</label>
                    <input
                        id={`all-${field}`}
                        type="text"
                        class="long"
                        value={texts[field] ?? ""}
                        onInput={(event) => keep(field, event.currentTarget.value)}
                    />
                </div>
            ))}
            <div class="field">
                <label for="all-others">{say(words.OTHERS)}</label>
                <select id="all-others" value={others} onChange={(event) => keep("others", event.currentTarget.value)}>
                    <option value="" />
                    <option value="yes">{say(words.YES)}</option>
                    <option value="no">{say(words.NO)}</option>
                </select>
            </div>
            <div class="field">
                <label for="all-share">{say(words.SHARE)}</label>
                <select id="all-share" value={share} onChange={(event) => keep("share", event.currentTarget.value)}>
                    <option value="" />
                    <option value="police">{say(words.SHARES.police)}</option>
                    <option value="none">{say(words.SHARES.none)}</option>
                </select>
            </div>
            <button type="button" id="all-apply" class="btn" disabled={chosen.size === 0} onClick={apply}>
                {say(words.APPLY(chosen.size))}
            </button>
            <RemoveSeveral
                files={entries.value.filter(({ label }) => chosen.has(label))}
                onRemoved={() => setChosen(new Set())}
            />
        </details>
    )
}
