import type { ComponentChildren } from "preact"
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks"
import type { Description } from "../../../facts/evidence/descriptions.ts"
import type { LockEntry } from "../../../facts/evidence/lock.ts"
import { isMaskable, uprightSize } from "../../../facts/evidence/mask.ts"
import { Sheet } from "../parts/frame.tsx"
import { Nowhere } from "../parts/nowhere.tsx"
import { sizeText } from "../parts/outputs.tsx"
import { readableWidth, shownPicture, useUrl } from "../parts/picture.tsx"
import { go, href, say } from "../state.ts"
import { SAVE } from "../words.ts"
import { describe, descriptions, entries } from "./case.ts"
import { blobOf } from "./evidence.tsx"
import { MaskEditor } from "./mask-boxes.tsx"
import { EVIDENCE, filePlace } from "./places.ts"
import { RemoveFile } from "./remove.tsx"
import { NO_FILE } from "./remove-words.ts"
import { Trouble } from "./trouble.tsx"
import * as words from "./words.ts"

/** What is said of one file. */

const TEXTS = [
    ["caption", words.CAPTION, words.CAPTION_HINT],
    ["source", words.SOURCE, words.SOURCE_HINT],
    ["maker", words.MAKER, words.MAKER_HINT],
    ["method", words.METHOD, words.METHOD_HINT],
    ["originalAt", words.ORIGINAL, words.ORIGINAL_HINT],
] as const

export function FilePage({ label, target }: { label: string; target: string | undefined }) {
    useLayoutEffect(() => {
        if (target !== undefined) document.getElementById(target)?.focus()
    }, [label, target])
    const index = entries.value.findIndex((one) => one.label === label)
    const entry = entries.value[index]
    const known = descriptions.value.find((one) => one.label === label)
    if (entry === undefined || known === undefined)
        return <Nowhere title={NO_FILE} back={EVIDENCE} name={words.BACK_TO_FILES} />
    const next = entries.value[index + 1]
    return <FileForm key={label} known={known} entry={entry} {...(next === undefined ? {} : { next: next.label })} />
}

interface FormProps {
    readonly known: Description
    readonly entry: (typeof entries.value)[number]
    readonly next?: string
}

/** The picture of a file as the browser shows it: itself, or what the worker has decoded. */
function useShown(entry: LockEntry): Blob | undefined {
    const blob = blobOf(entry)
    const [shown, setShown] = useState<Blob | undefined>(undefined)
    const { originalName, mediaType, exif } = entry
    useEffect(() => {
        let isThere = true
        setShown(undefined)
        if (blob !== undefined && mediaType.startsWith("image/"))
            shownPicture(originalName, blob, exif?.orientation).then((made) => (isThere ? setShown(made) : undefined))
        return () => {
            isThere = false
        }
    }, [blob, originalName, mediaType, exif])
    return shown
}

function FileForm({ known, entry, next }: FormProps) {
    const [now, setNow] = useState(known)
    const put = (change: Partial<Description>): void => setNow({ ...now, ...change })
    useTaken(known, now)
    const picture = useShown(entry)
    const url = useUrl(picture, picture?.type)
    const size = uprightSize(entry)
    // Nobody waits for the sheet: it is written when the worker has done what it does.
    const save = (place: string): void => {
        describe([now])
        go(place)
    }
    return (
        <Sheet title={`${entry.label} ${entry.originalName}`} back="/victim/evidence">
            <Trouble />
            <p class="soft">
                {sizeText(entry.sizeBytes)} · SHA-256 <span class="hash">{entry.sha256}</span>
            </p>
            {url === "" ? null : isMaskable(entry.mediaType) && size !== undefined ? (
                <MaskEditor url={url} size={size} boxes={now.boxes ?? []} onBoxes={(boxes) => put({ boxes })} />
            ) : (
                <>
                    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled must be reached by keys */}
                    <section class="look" tabIndex={0} aria-label={say(words.PICTURE)}>
                        <img
                            class="shown"
                            src={url}
                            alt={now.caption}
                            {...(size === undefined ? {} : { style: { width: readableWidth(size) } })}
                        />
                    </section>
                    <p class="hint">{say(words.NO_MASK)}</p>
                </>
            )}
            <form
                onSubmit={(event) => {
                    event.preventDefault()
                    save(next === undefined ? "/victim/evidence" : filePlace(next))
                }}
            >
                {TEXTS.map(([field, title, hint]) => (
                    <div class="field" key={field}>
                        <label for={field}>{say(title)}</label>
                        <div class="hint" id={`${field}-hint`}>
                            {say(hint)}
                        </div>
                        {field === "caption" ? (
                            <textarea
                                id={field}
                                value={now[field]}
                                aria-describedby={`${field}-hint`}
                                onInput={(event) => put({ [field]: event.currentTarget.value })}
                            />
                        ) : (
                            <input
                                id={field}
                                type="text"
                                class="long"
                                autocomplete="off"
                                value={now[field]}
                                aria-describedby={`${field}-hint`}
                                onInput={(event) => put({ [field]: event.currentTarget.value })}
                            />
                        )}
                    </div>
                ))}
                <YesNo
                    title={say(words.OTHERS)}
                    hint={say(words.OTHERS_HINT)}
                    value={now.othersData}
                    onValue={(othersData) => setNow(without(now, "othersData", othersData))}
                />
                <YesNo
                    title={say(words.FOREIGN)}
                    value={now.foreign}
                    onValue={(foreign) => setNow(without(now, "foreign", foreign))}
                />
                <Radios
                    title={say(words.SHARE)}
                    value={now.share}
                    options={(["none", "police", "recipient"] as const).map((code) => [code, say(words.SHARES[code])])}
                    onValue={(share) => put({ share })}
                />
                <Radios
                    title={say(words.HANDING)}
                    value={now.handedOver ?? "packet"}
                    options={(["packet", "separately"] as const).map((code) => [code, say(words.HANDINGS[code])])}
                    onValue={(handing) =>
                        setNow(without(now, "handedOver", handing === "packet" ? undefined : handing))
                    }
                />
                <div class="pick end">
                    <button type="submit" class="btn">
                        {say(next === undefined ? SAVE : words.NEXT_FILE)}
                    </button>
                    {next === undefined ? null : (
                        <button type="button" class="btn q" onClick={() => save("/victim/evidence")}>
                            {say(SAVE)}
                        </button>
                    )}
                    <a href={href("/victim/evidence")}>{say(words.BACK_TO_FILES)}</a>
                </div>
            </form>
            <RemoveFile entry={entry} />
        </Sheet>
    )
}

/** Takes what was typed when the page is left by any other way than its buttons. */
function useTaken(known: Description, now: Description): void {
    const last = useRef({ known, now })
    last.current = { known, now }
    useEffect(
        () => () => {
            const { known: before, now: typed } = last.current
            const isKept = descriptions.value.some(({ label }) => label === typed.label)
            if (isKept && JSON.stringify(before) !== JSON.stringify(typed)) describe([typed])
        },
        [],
    )
}

/** A description with a value, or without that member. */
function without<Key extends "othersData" | "foreign" | "handedOver">(
    description: Description,
    key: Key,
    value: Description[Key] | undefined,
): Description {
    const rest = Object.fromEntries(Object.entries(description).filter(([name]) => name !== key))
    return { ...(rest as unknown as Description), ...(value === undefined ? {} : { [key]: value }) }
}

interface RadiosProps<Code extends string> {
    readonly title: string
    readonly hint?: ComponentChildren
    readonly value: Code
    readonly options: readonly (readonly [code: Code, text: string])[]
    readonly onValue: (code: Code) => void
}

export function Radios<Code extends string>({ title, hint, value, options, onValue }: RadiosProps<Code>) {
    const name = useId()
    return (
        <fieldset class="field">
            <legend>{title}</legend>
            {hint === undefined ? null : <div class="hint">{hint}</div>}
            {options.map(([code, text]) => (
                <label class="radio" key={code}>
                    <input type="radio" name={name} checked={value === code} onChange={() => onValue(code)} />
                    {text}
                </label>
            ))}
        </fieldset>
    )
}

interface YesNoProps {
    readonly title: string
    readonly hint?: string
    readonly value: boolean | undefined
    readonly onValue: (value: boolean | undefined) => void
}

function YesNo({ title, hint, value, onValue }: YesNoProps) {
    return (
        <Radios
            title={title}
            {...(hint === undefined ? {} : { hint })}
            value={value === undefined ? "" : value ? "yes" : "no"}
            options={[
                ["yes", say(words.YES)],
                ["no", say(words.NO)],
                ["", say(words.NO_ANSWER)],
            ]}
            onValue={(code) => onValue(code === "" ? undefined : code === "yes")}
        />
    )
}
