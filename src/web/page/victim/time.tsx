import { useId, useState } from "preact/hooks"
import { isUnknown, printBeijing, printUtc, readTime } from "../../../base/text/time.ts"
import { AskedGroup } from "../parts/fields.tsx"
import { say } from "../state.ts"
import { type Path, textAt } from "./answers.ts"
import { answer, answers } from "./case.ts"
import * as words from "./words.ts"

/** A time as a person knows it: day, time of day, zone, about, or not known. What was written some other way stays as it is. */

type Zone = "beijing" | "utc" | "none"
interface Parts {
    readonly date: string
    readonly clock: string
    readonly zone: Zone
    readonly isAbout: boolean
}

const ZONES: Readonly<Record<Zone, string>> = { beijing: "北京时间", utc: "UTC", none: "" }
const PARTS =
    /^(约\s*)?(\d{4}-\d{1,2}-\d{1,2})?(?:\s+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(?:\s*(北京时间|UTC\+8|\+08:00|UTC|Z))?$/

function partsOf(text: string): Parts | undefined {
    if (text === "") return { date: "", clock: "", zone: "none", isAbout: false }
    const [, about, date = "", clock = "", zone] = PARTS.exec(text) ?? []
    if (date === "") return undefined
    return {
        date,
        clock,
        zone: zone === undefined ? "none" : /^(?:UTC|Z)$/.test(zone) ? "utc" : "beijing",
        isAbout: about !== undefined,
    }
}

function textOf({ date, clock, zone, isAbout }: Parts): string {
    if (date === "" && clock === "") return ""
    return [isAbout ? "约" : "", date, clock, ZONES[zone]].filter((one) => one !== "").join(" ")
}

interface TimeProps {
    readonly path: Path
    readonly id: string
    readonly label: string
    readonly hint?: string
    readonly fault: string
}

export function TimeAnswer({ path, ...shared }: TimeProps) {
    const text = textAt(answers.value, path)
    const isNotKnown = text !== "" && isNotKnownText(text)
    // What is half typed is no time yet: the fields keep what they hold.
    const [typed, setTyped] = useState<Parts | undefined>(isNotKnown ? partsOf("") : partsOf(text))
    const [isFree, setFree] = useState(typed === undefined)
    const name = useId()
    const put = (change: Partial<Parts>): void => {
        const parts: Parts = { date: "", clock: "", zone: "none", isAbout: false, ...typed, ...change }
        setTyped(parts)
        answer(path, textOf(parts))
    }
    return (
        <AskedGroup {...shared}>
            {isFree || typed === undefined ? (
                <input
                    type="text"
                    id={shared.id}
                    value={text}
                    autocomplete="off"
                    aria-label={shared.label}
                    aria-invalid={shared.fault !== ""}
                    onInput={(event) => answer(path, event.currentTarget.value)}
                />
            ) : (
                <>
                    <div class="pair">
                        <label>
                            <span class="small">{say(words.DATE)}</span>
                            <input
                                type="text"
                                id={shared.id}
                                placeholder="2023-03-21"
                                autocomplete="off"
                                value={typed.date}
                                aria-invalid={shared.fault !== ""}
                                onInput={(event) => put({ date: event.currentTarget.value.trim() })}
                            />
                        </label>
                        <label>
                            <span class="small">{say(words.CLOCK)}</span>
                            <input
                                type="text"
                                placeholder="01:49:08"
                                autocomplete="off"
                                value={typed.clock}
                                onInput={(event) => put({ clock: event.currentTarget.value.trim() })}
                            />
                        </label>
                    </div>
                    <fieldset class="inner">
                        <legend class="small">{say(words.ZONE)}</legend>
                        {(["beijing", "utc", "none"] as const).map((zone) => (
                            <label class="radio" key={zone}>
                                <input
                                    type="radio"
                                    name={name}
                                    checked={text !== "" && !isNotKnown && typed.zone === zone}
                                    onChange={() => put({ zone })}
                                />
                                {say({ beijing: words.BEIJING, utc: words.UTC, none: words.NO_ZONE }[zone])}
                            </label>
                        ))}
                        <label class="radio">
                            <input
                                type="radio"
                                name={name}
                                checked={isNotKnown}
                                onChange={() => {
                                    setTyped(partsOf(""))
                                    answer(path, words.UNKNOWN["zh-CN"])
                                }}
                            />
                            {say(words.UNKNOWN)}
                        </label>
                    </fieldset>
                    <label class="radio">
                        <input
                            type="checkbox"
                            checked={typed.isAbout}
                            onChange={(event) => put({ isAbout: event.currentTarget.checked })}
                        />
                        {say(words.ABOUT)}
                    </label>
                    <button type="button" class="link" onClick={() => setFree(true)}>
                        {say(words.FREE_TEXT)}
                    </button>
                </>
            )}
            <Reading text={text} />
        </AskedGroup>
    )
}

function isNotKnownText(text: string): boolean {
    const read = readTime(text)
    return typeof read !== "string" && isUnknown(read)
}

/** What the program makes of it, in both clocks. */
function Reading({ text }: { text: string }) {
    const read = text === "" ? "format" : readTime(text)
    if (typeof read === "string" || isUnknown(read)) return null
    const shown = read.epochMs === undefined ? printBeijing(read) : `${printBeijing(read)} = ${printUtc(read)}`
    return (
        <p class="soft">
            {say(words.READ_AS)}
            {shown}
        </p>
    )
}
