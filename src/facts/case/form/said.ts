import { type Issue, type IssueCode, printPath, type Severity } from "../../../base/issue.ts"
import type { Lang } from "../../../base/lang.ts"
import { oneLine } from "../../../base/text/hygiene.ts"
import { messageOf, messageOfMany } from "../../../messages/index.ts"
import { inWordsOfForm } from "./place.ts"

/** Findings as shells show them: in a language, with what comes from outside on one line each. */

/** One finding in words. */
export interface Said {
    readonly severity: Severity
    readonly code: IssueCode
    /** Where, in the words of the form or as file and cell; empty where there is no place, or the message begins with it. */
    readonly place: string
    readonly message: string
    /** What to do; empty where nothing is. Names commands as `lerpack import`. */
    readonly hint: string
}

/** Findings of one kind and weight. */
export interface SaidKind {
    readonly severity: Severity
    readonly code: IssueCode
    /** What all say together; then `each` is empty. */
    readonly together?: { readonly message: string; readonly hint: string }
    readonly each: readonly (Said & { readonly issue: Issue })[]
    /** How many are not among `each`. */
    readonly more: number
}

/** Findings of one kind that are shown in full; hundreds of files without a caption would hide everything else. */
export const MOST_ALIKE = 5

/** A finding in words. */
export function said(raw: Issue, lang: Lang): Said {
    const found = inWordsOfForm(raw, lang)
    const { message, hint = "" } = messageOf({ ...found, params: onOneLine(found.params) } as Issue, lang)
    const place = oneLine(printPath(found.path))
    // Findings on a file as a whole begin with its name; it is not told twice.
    const isTold = place !== "" && message.startsWith(`${place} `)
    return { severity: found.severity, code: found.code, place: isTold ? "" : place, message, hint }
}

/** Findings by kind, each kind where its first stands. */
export function saidByKind(issues: readonly Issue[], lang: Lang, most = MOST_ALIKE): readonly SaidKind[] {
    const kinds = new Map<string, Issue[]>()
    for (const found of issues) {
        const kind = `${found.severity} ${found.code}`
        const alike = kinds.get(kind)
        if (alike === undefined) kinds.set(kind, [found])
        else alike.push(found)
    }
    return [...kinds.values()].flatMap((alike) => {
        const [first] = alike
        if (first === undefined) return []
        const { severity, code } = first
        const all = alike.length > most ? messageOfMany(code, alike.length, lang) : undefined
        if (all !== undefined) return [{ severity, code, together: { hint: "", ...all }, each: [], more: 0 }]
        const each = alike.slice(0, most).map((issue) => ({ ...said(issue, lang), issue }))
        return [{ severity, code, each, more: Math.max(0, alike.length - most) }]
    })
}

/** Every text of a value on one line. */
function onOneLine(value: unknown): unknown {
    if (typeof value === "string") return oneLine(value)
    if (Array.isArray(value)) return value.map(onOneLine)
    if (typeof value !== "object" || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, onOneLine(member)]))
}
