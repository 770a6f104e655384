import { computed, signal } from "@preact/signals"
import type { Issue } from "../../base/issue.ts"
import type { Lang, Words } from "../../base/lang.ts"
import { printMoment } from "../../base/text/local-time.ts"
import type { Moment, Phase } from "../given.ts"
import type { Work } from "../protocol.ts"
import { Cancelled, type Client, Refused } from "./client.ts"

/** What all of the page shares: language, place, what is being worked on, what was found. */

export const lang = signal<Lang>("zh-CN")
/** A text in the language of the page. */
export const say = (words: Words): string => words[lang.value]
/** What something is called and what of it: `事发时间：不清楚`. */
export const labelled = (label: string, text: string): string => `${label}${lang.value === "en" ? ": " : "："}${text}`
/** Several names in one line. */
export const listed = (names: readonly string[]): string => names.join(lang.value === "en" ? ", " : "、")
/** Both texts of one thing, side by side. */
export const pair = (zh: string, en: string): Words => ({ "zh-CN": zh, en })

/** A name as profiles have it, in the language of the page. */
export const inLang = ({ zh, en }: { readonly zh: string; readonly en: string }): string =>
    lang.value === "en" ? en : zh

/** Place in the page, `/victim/q/3`; the part behind `#`. */
export const route = signal(placeOf(location.hash))
function placeOf(hash: string): string {
    return hash.startsWith("#/") ? hash.slice(1) : "/"
}
/** The parts of the place behind its door: `q`, `3`. */
export const steps = computed(() => route.value.split("/").slice(1))

/** Counts how often a link was followed: one that leads to where the page is already leads there once more. */
export const arrivals = signal(0)

/**
 * Name of the file that was handed out last, while its page is there. Whether it was kept a page is not told: a browser may
 * block it, a person cancel.
 */
export const handedOut = signal("")

export function listenToPlace(): void {
    addEventListener("hashchange", () => {
        handedOut.value = ""
        route.value = placeOf(location.hash)
        arrivals.value++
    })
    addEventListener("click", ({ target }) => {
        const link = target instanceof Element ? target.closest("a") : null
        if (link !== null && link.hash !== "" && link.href === location.href) arrivals.value++
    })
}
export const href = (place: string): string => `#${place}`
export function go(place: string): void {
    location.hash = place
}

/** Whether the page's own file is not whole: it was cut off while it was copied, or saved out of a browser. */
export const isCut = signal(false)

/** Whether something was entered that is saved nowhere. */
export const unsaved = signal(false)
/**
 * What leaving the page would lose: the victim's case, what was typed for it and is no answer yet, the officer's answers,
 * what a step made, and the journal.
 */
const lost = { case: false, typed: false, answers: false, made: false, journal: false }

/** Says whether one of them is saved nowhere. */
export function setUnsaved(what: keyof typeof lost, is: boolean): void {
    lost[what] = is
    unsaved.value = Object.values(lost).some((one) => one)
}
/** Whether the officer's answers are saved nowhere. */
export const areAnswersUnsaved = (): boolean => lost.answers
/** Whether what a step made is saved nowhere. */
export const isMadeUnsaved = (): boolean => lost.made
/** Whether the officer's answers, or what a step made of them, are saved nowhere. */
export const isOfficeUnsaved = (): boolean => lost.answers || lost.made
/** Whether the victim's case has something that is saved nowhere. */
export const isCaseUnsaved = (): boolean => lost.case || lost.typed

export function askBeforeLeaving(): void {
    addEventListener("beforeunload", (event) => {
        if (!unsaved.value) return
        event.preventDefault()
        // Older browsers ask only for this.
        event.returnValue = ""
    })
}

/** When something is done, by the clock and zone of this computer. */
export function moment(): Moment {
    const now = new Date()
    const offsetMinutes = -now.getTimezoneOffset()
    return { now: printMoment(now.getTime(), offsetMinutes), offsetMinutes }
}

/** What the worker does at the moment; undefined while it rests. */
export const busy = signal<{ readonly phase: Phase | undefined; readonly readBytes: number } | undefined>(undefined)
/** Whether fonts and decoders are read; until then the first document waits. */
export const isReady = signal(false)

let client: Client | undefined
export function useClient(given: Client): void {
    client = given
    given.ready.then(() => {
        isReady.value = true
    })
}
export function theClient(): Client {
    if (client === undefined) throw new Error("no worker yet")
    return client
}

/** What came of a piece of work. */
export type Outcome<T> =
    | { readonly kind: "done"; readonly value: T }
    | { readonly kind: "refused"; readonly issues: readonly Issue[] }
    | { readonly kind: "failed"; readonly message: string }
    | { readonly kind: "cancelled" }

/** Lets the worker do something small, of which nothing is said meanwhile. */
export async function quietWork<Name extends keyof Work>(
    name: Name,
    ...args: Parameters<Work[Name]>
): Promise<Outcome<Awaited<ReturnType<Work[Name]>>>> {
    return outcomeOf(theClient().call(name, args))
}

let running = 0
/** Lets the worker do something, and says meanwhile what it does. */
export async function work<Name extends keyof Work>(
    name: Name,
    ...args: Parameters<Work[Name]>
): Promise<Outcome<Awaited<ReturnType<Work[Name]>>>> {
    running++
    busy.value ??= { phase: undefined, readBytes: 0 }
    const made = theClient().call(name, args, (told) => {
        busy.value = { phase: undefined, readBytes: 0, ...busy.value, ...told }
    })
    const outcome = await outcomeOf(made)
    running--
    if (running === 0) busy.value = undefined
    return outcome
}

async function outcomeOf<T>(made: T): Promise<Outcome<Awaited<T>>> {
    try {
        return { kind: "done", value: await made }
    } catch (error) {
        if (error instanceof Refused) return { kind: "refused", issues: error.issues }
        if (error instanceof Cancelled) return { kind: "cancelled" }
        return { kind: "failed", message: error instanceof Error ? error.message : String(error) }
    }
}
