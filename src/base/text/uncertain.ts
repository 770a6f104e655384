import { halfWidth } from "./hygiene.ts"
import { simplified } from "./simplified.ts"

/** Words by which a person says that something is not known, or only about. */

const UNKNOWN_WORDS =
    /^(?:不清楚|不太清楚|不知道|不知|不详|未知|不记得|记不清|记不清楚|不确定|无法确定|unknown|not known|not sure)[了。.]?$/i

/** Whether an answer says that the person does not know. */
export function isUnknownWord(text: string): boolean {
    return UNKNOWN_WORDS.test(simplified(halfWidth(text)).trim())
}

const BEFORE = /^(?:大约|大概|约摸|约为|约|約|about|approx(?:imately|\.)?|circa|ca\.|[~≈～])\s*/i
const AFTER = /(?<!\s)\s*(?:左右|前后|上下|(?<=[日号时分])许)/

/** The text without a word for "about", and whether there was one. */
export function splitAbout(text: string): { readonly rest: string; readonly about?: true } {
    const trimmed = text.trim()
    const rest = trimmed.replace(BEFORE, "").replace(AFTER, "").trim()
    return rest === trimmed ? { rest } : { rest, about: true }
}
