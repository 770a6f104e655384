import { isDay, isUnknown, printUtc, rfc3339, type Time } from "../../base/text/time.ts"
import type { Officer } from "./officer.ts"

/**
 * What of the officer data is bound by the seal. Everything is, but for what is known only afterwards and for what no
 * file that leaves says; so a field that is added tomorrow is bound until somebody decides otherwise.
 */

/** Filled in after the seal: always blank lines in the letter, and not in its code. Tops of the officer data. */
export const LATER_FIELDS = [
    "letter",
    "completedAt",
    "letterCode",
    "approval",
    "confirmedFor",
    "channelConfirmed",
    "mailboxAccepted",
    "identityUnmarked",
    "identityReplaced",
    "identityApproval",
    "exportAssessment",
    "consent",
    "received",
] as const satisfies readonly (keyof Officer)[]

/**
 * Checks rest on them, and they may be put right at any time. No value of theirs leaves; of `ownForm` that there is one
 * decides whether the text of the translation is printed.
 */
export const INTERNAL_FIELDS: readonly string[] = ["format", "ownForm", "verifiedAddresses", "agency.switchboard"]

/** One value of the officer data. */
export interface BoundField {
    /** `agency.nameZh`, `exhibits[0].label` */
    readonly path: string
    /** As it is understood: a day as it is written, a moment in RFC 3339 where its zone is known. */
    readonly text: string
}

/** All values that the seal binds, in the order of their paths. */
export function boundFields(officer: Officer): readonly BoundField[] {
    const isFree = (path: string): boolean =>
        [...LATER_FIELDS, ...INTERNAL_FIELDS].some((free) => path === free || path.startsWith(`${free}.`))
    return leaves(officer, "")
        .filter(({ path }) => !isFree(path.replace(/\[\d+\]/g, "")))
        .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

/**
 * Officer data as the letter's code sees them: without what comes later.
 *
 * @param at - In the place of the time of the act, which a letter has no place for.
 */
export function withoutLater(officer: Officer, at: Time): Officer {
    const later: ReadonlySet<string> = new Set(LATER_FIELDS)
    const bound = Object.fromEntries(Object.entries(officer).filter(([key]) => !later.has(key)))
    return { ...(bound as Omit<Officer, (typeof LATER_FIELDS)[number]>), completedAt: at }
}

function leaves(value: unknown, path: string): BoundField[] {
    if (value === undefined) return []
    if (typeof value !== "object" || value === null) return [{ path, text: String(value) }]
    if (isTime(value)) {
        const moment = isDay(value) ? value.local : (rfc3339(value) ?? printUtc(value))
        return [{ path, text: isUnknown(value) ? "" : moment }]
    }
    if (Array.isArray(value))
        return value.length === 0
            ? [{ path, text: "[]" }]
            : value.flatMap((member: unknown, i) => leaves(member, `${path}[${String(i)}]`))
    return Object.entries(value).flatMap(([key, member]) => leaves(member, path === "" ? key : `${path}.${key}`))
}

function isTime(value: object): value is Time {
    return "local" in value && "epochMs" in value
}
