import { AGES } from "./defaults.data.ts"
import { factsOf } from "./profile-facts.ts"
import type { Recipient } from "./recipient-schema.ts"

/** How old what is known of a desk is. Days are compared as days; nothing here reads a clock. */

/** Days after which a look is due: the profile's own, else those for all desks. */
export function agesOf({ ages }: Recipient): { readonly profileDays: number; readonly channelDays: number } {
    return {
        profileDays: ages?.profileDays ?? AGES.profileDays,
        channelDays: ages?.channelDays ?? AGES.channelDays,
    }
}

/** The day that a profile is as old as. */
export interface ProfileDay {
    /** As the profile has it: a year or a month may stand alone. */
    readonly day: string
    /** `verified` where somebody verified any fact, else `reported`, else `compiled`. */
    readonly by: "verified" | "reported" | "compiled"
}

/** The newest day on which a fact was verified; else the newest on which one was said; else that of the compilation. */
export function profileDay(profile: Recipient): ProfileDay {
    const facts = factsOf(profile).map(({ fact }) => fact)
    const verified = newest(facts.map(({ verifiedOn }) => verifiedOn))
    if (verified !== undefined) return { day: verified, by: "verified" }
    const reported = newest(facts.map(({ reportedOn }) => reportedOn))
    return reported === undefined ? { day: profile.compiledOn, by: "compiled" } : { day: reported, by: "reported" }
}

/** The newest of some days as a profile writes them; blank ones do not count. Days of this form sort as plain text. */
export function newest(days: readonly (string | undefined)[]): string | undefined {
    const known = days.filter((day) => day !== undefined && day !== "")
    return known.sort((a = "", b = "") => (lastOf(a) < lastOf(b) ? -1 : Number(lastOf(a) > lastOf(b)))).at(-1)
}

/** Whole days from one day to another, below zero where the other is earlier; a year or month counts as its end. */
export function daysBetween(from: string, to: string): number {
    return Math.floor((Date.parse(lastOf(to)) - Date.parse(lastOf(from))) / 86_400_000)
}

function lastOf(day: string): string {
    const [year = "", month = "12", date] = day.split("-")
    if (date !== undefined) return day
    return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}
