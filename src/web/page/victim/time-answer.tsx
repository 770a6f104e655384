import { useId, useState } from "preact/hooks"
import { dayReadings, isDay, isUnknown, readTime, type Time } from "../../../base/text/time.ts"
import { bothClocks } from "../../../facts/case/form/show.ts"
import { AskedGroup } from "../parts/fields.tsx"
import { labelled, lang, say } from "../state.ts"
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

const NOTHING: Parts = { date: "", clock: "", zone: "none", isAbout: false }

function partsOf(text: string): Parts | undefined {
    if (text === "") return NOTHING
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
    const written = [date.trim(), clock.trim()].filter((one) => one !== "")
    if (written.length === 0) return ""
    return [isAbout ? "约" : "", ...written, ZONES[zone]].filter((one) => one !== "").join(" ")
}

/**
 * The time of day in figures: `下午3点`, `15:30`; what was typed beside it, `左右` or `UTC`, in its own part. Read with some
 * day before it.
 */
function plainClock(parts: Parts): Parts {
    const read = parts.clock === "" ? "format" : readTime(`2000-01-01 ${parts.clock}`)
    if (typeof read === "string" || isUnknown(read) || isDay(read)) return parts
    const zone = read.offsetMinutes === undefined ? parts.zone : zoneOf(read)
    if (zone === undefined) return parts
    return { ...parts, clock: read.local.slice(11), zone, isAbout: parts.isAbout || read.about === true }
}

/** Parts in one way of writing; a whole time that was put into the field of the day, `2023-03-21 01:49 UTC`, in its parts. */
function plainParts(parts: Parts): Parts {
    const read = parts.date === "" ? "format" : readTime(parts.date)
    const [, head, rest] = DAY_FIRST.exec(parts.date) ?? []
    // What cannot be read behind a day is asked about where the clock stands.
    if (read === "format" && head !== undefined && rest !== undefined && parts.clock === "")
        return plainParts({ ...parts, date: head, clock: rest })
    if (typeof read === "string" || isUnknown(read) || (parts.clock !== "" && !isDay(read))) return plainClock(parts)
    const zone = zoneOf(read) ?? parts.zone
    // In a zone that has no button it stays as it was written.
    if (read.offsetMinutes !== undefined && zoneOf(read) === undefined) return parts
    const day = { ...parts, date: read.local.slice(0, 10), zone, isAbout: parts.isAbout || read.about === true }
    return isDay(read) ? plainClock(day) : { ...day, clock: read.local.slice(11) }
}

const zoneOf = ({ offsetMinutes }: Time): Zone | undefined =>
    offsetMinutes === 0 ? "utc" : offsetMinutes === 480 ? "beijing" : undefined

/** A day in figures, and what was typed behind it. */
const DAY_FIRST = /^(\d{4}\s*[-/.年．／－]\s*\d{1,2}\s*[-/.月．／－]\s*\d{1,2}\s*[日号]?)(?!\d)\s*(\S.*)$/

/** What of a text is a date in figures: a time may have been put into the same field. */
const FIGURES = /\d{1,4}\s*[-/.。·、／．－]\s*\d{1,2}\s*[-/.。·、／．－]\s*\d{1,4}/

/** What is wrong with a part, once its field was left. */
function faultOf({ date, clock }: Parts): string {
    const days = dayReadings(date)
    if (days.length > 0) return say(words.WHICH_DAY(date, days))
    if (date !== "" && !/^\d{4}-\d{1,2}-\d{1,2}$/.test(date))
        return say(readTime(date) === "impossible" ? words.NO_SUCH_TIME(date) : words.DATE_FAULT(date))
    if (clock !== "" && !/^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(clock)) return say(words.CLOCK_FAULT(clock))
    const written = [date || "2000-01-01", clock].filter((one) => one !== "").join(" ")
    return readTime(written) === "impossible" ? say(words.NO_SUCH_TIME(date === "" ? clock : written)) : ""
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
    const [typed, setTyped] = useState<Parts | undefined>(isNotKnown ? NOTHING : partsOf(text))
    const [own, setOwn] = useState("")
    const [isFree, setFree] = useState(typed === undefined)
    // Before there is a time to which it belongs a zone stands nowhere but here.
    const [hasZone, setHasZone] = useState(false)
    const name = useId()
    const put = (change: Partial<Parts>, isZoneChosen = hasZone): void => {
        const parts: Parts = { ...NOTHING, ...typed, ...change }
        const written = textOf(parts)
        // A zone that came with a time goes with it; one that somebody chose stays.
        setTyped(written === "" && !isZoneChosen ? { ...parts, zone: "none" } : parts)
        answer(path, written)
    }
    /** A field was left: what it holds is written in one way, or is said to be unreadable. */
    const leave = (): void => {
        const parts: Parts = { ...NOTHING, ...typed }
        const plain = plainParts(parts)
        if (plain.date !== parts.date || plain.clock !== parts.clock) put(plain)
        // What is read all the same is no fault, only nothing for these fields.
        const isRead = plain.clock === "" && typeof readTime(plain.date) !== "string"
        setOwn(isRead ? "" : faultOf(plain))
    }
    // Asked once the field was left: while it is typed any date is ambiguous.
    const fault = own === "" ? shared.fault : own
    const days = own === "" || typed === undefined ? [] : dayReadings(typed.date)
    return (
        <AskedGroup {...shared} fault={fault}>
            {isFree || typed === undefined ? (
                <>
                    <input
                        type="text"
                        id={shared.id}
                        value={text}
                        autocomplete="off"
                        aria-label={shared.label}
                        aria-invalid={fault !== ""}
                        onInput={(event) => answer(path, event.currentTarget.value)}
                    />
                    <button
                        type="button"
                        class="link"
                        aria-label={labelled(shared.label, say(words.IN_PARTS))}
                        onClick={() => {
                            // What is in no such form stays in the first field, so that nothing typed is lost.
                            setTyped(isNotKnown ? NOTHING : (partsOf(text) ?? { ...NOTHING, date: text }))
                            setFree(false)
                        }}
                    >
                        {say(words.IN_PARTS)}
                    </button>
                </>
            ) : (
                <>
                    <div class="pair">
                        <label>
                            <span class="small">{say(words.DATE)}</span>
                            <input
                                type="text"
                                id={shared.id}
                                placeholder={say(words.SUCH_AS("2023-03-21"))}
                                autocomplete="off"
                                value={typed.date}
                                aria-invalid={fault !== ""}
                                onInput={(event) => put({ date: event.currentTarget.value })}
                                onBlur={leave}
                            />
                        </label>
                        <label>
                            <span class="small">{say(words.CLOCK)}</span>
                            <input
                                type="text"
                                placeholder={say(words.SUCH_AS("01:49:08"))}
                                autocomplete="off"
                                value={typed.clock}
                                onInput={(event) => put({ clock: event.currentTarget.value })}
                                onBlur={leave}
                            />
                        </label>
                    </div>
                    {days.length === 0 ? null : (
                        <div class="pick">
                            {days.map((day) => (
                                <button
                                    key={day}
                                    type="button"
                                    class="btn q"
                                    aria-label={labelled(shared.label, day)}
                                    onClick={() => {
                                        setOwn("")
                                        put(
                                            plainParts({
                                                ...NOTHING,
                                                ...typed,
                                                date: typed.date.replace(FIGURES, day),
                                            }),
                                        )
                                    }}
                                >
                                    {day}
                                </button>
                            ))}
                        </div>
                    )}
                    <fieldset class="inner">
                        <legend class="small">{say(words.ZONE)}</legend>
                        {(["beijing", "utc", "none"] as const).map((zone) => (
                            <label class="radio" key={zone}>
                                <input
                                    type="radio"
                                    name={name}
                                    checked={(hasZone || text !== "") && !isNotKnown && typed.zone === zone}
                                    onChange={() => {
                                        setHasZone(true)
                                        put({ zone }, true)
                                    }}
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
                                    setTyped(NOTHING)
                                    setOwn("")
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
                    <button
                        type="button"
                        class="link"
                        aria-label={labelled(shared.label, say(words.FREE_TEXT))}
                        onClick={() => {
                            setOwn("")
                            setFree(true)
                        }}
                    >
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
    const shown = bothClocks(read, lang.value)
    return (
        <p class="soft">
            {say(words.READ_AS)}
            {shown}
        </p>
    )
}
