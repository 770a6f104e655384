import type { Host } from "../../base/host.ts"
import { type Output, output } from "../../base/output.ts"
import { parseTime } from "../../base/text/time.ts"
import { fillForm } from "../print/form.ts"
import { firstHourPage } from "./kept.ts"
import { CASE_FILE, FIRST_HOUR_NAME } from "./names.ts"

/** A new case folder: the questions, and a page that says what the next hour is for. */

/** Folders of a new case, for files as received and for those of the exchange. */
export const CASE_FOLDERS = ["evidence", "exports"] as const
/** Files of a new case. */
export const CASE_FILES = [CASE_FILE, FIRST_HOUR_NAME] as const

// No letters or digits that are mistaken for each other on paper.
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

/** A reference for a new case: `LX-20230321-7K2M`. `random` has four bytes; `now` is RFC 3339 with offset. */
export function proposeRef(now: string, random: Uint8Array): string {
    const letters = [...random].map((byte) => ALPHABET[byte % ALPHABET.length]).join("")
    return `LX-${now.slice(0, 10).replaceAll("-", "")}-${letters}`
}

/** The files of a new case. `now` is RFC 3339 with offset; `command` is how the program is called there. */
export async function startCase(host: Host, ref: string, now: string, command = "lerpack"): Promise<readonly Output[]> {
    const at = parseTime(now)
    if (typeof at === "string") throw new RangeError(`no time: ${now}`)
    return [
        output("form", CASE_FILE, fillForm(host, CASE_FILE, { ref, preparedAt: now, command })),
        output("kept", FIRST_HOUR_NAME, await firstHourPage(host, ref, at)),
    ]
}
