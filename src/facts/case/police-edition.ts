import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import type { LoadedCase } from "./load.ts"
import { PATTERNS, type PoliceEditionReason } from "./police-edition.data.ts"
import { caseSchema } from "./schema.ts"

/**
 * What of the reporter's sentences goes into papers for the police. A sentence that `police-edition.data.ts` asks about is
 * left out of every paper and of the case's record; `policeToo: yes` beside it keeps it. The reporter's file stays as it is.
 */

/** Why a sentence is asked about; `undefined` where it is not. */
export function askedAbout(text: string): PoliceEditionReason | undefined {
    return PATTERNS.find(({ pattern, not }) => pattern.test(not === undefined ? text : text.replace(not, "")))?.reason
}

/** The case without such sentences, and one finding for each that was left out. */
export function policeEdition(loaded: LoadedCase): { readonly loaded: LoadedCase; readonly issues: readonly Issue[] } {
    const issues: Issue[] = []
    const found = (text: string, path: IssuePath): boolean => {
        const reason = askedAbout(text)
        if (reason === undefined) return false
        const sentence = text.length > 40 ? `${text.slice(0, 40)}…` : text
        issues.push(issue("case.sentence.left-out", loaded.at(path), { sentence, reason }, "warning"))
        return true
    }
    const facts: Record<string, unknown> = { ...loaded.facts }
    for (const field of ["narrative", "demands", "timeline", "positions"]) {
        const kept = without(facts[field], [field], found)
        if (kept === undefined) delete facts[field]
        else facts[field] = kept
    }
    if (issues.length === 0) return { loaded, issues }
    return { loaded: { ...loaded, case: caseSchema.parse(facts), facts }, issues }
}

/** A value without the entries of its lists that are asked about; `undefined` where nothing is left. */
function without(value: unknown, path: IssuePath, found: (text: string, path: IssuePath) => boolean): unknown {
    if (typeof value !== "object" || value === null) return value
    if (Array.isArray(value)) {
        const kept = value.flatMap((item: unknown, i): unknown[] => {
            const at = [...path, i]
            if (typeof item === "string") return found(item, at) ? [] : [item]
            const rest = entry(item, at, found)
            return rest === undefined ? [] : [rest]
        })
        return kept.length === 0 ? undefined : kept
    }
    return entry(value, path, found)
}

function entry(value: unknown, path: IssuePath, found: (text: string, path: IssuePath) => boolean): unknown {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return without(value, path, found)
    const { policeToo, ...members }: Readonly<Record<string, unknown>> = { ...value }
    if (policeToo === "yes") return value
    for (const key of ["text", "what"])
        if (typeof members[key] === "string" && found(members[key], [...path, key])) return undefined
    const kept = Object.entries(members).map(([key, member]) => [key, without(member, [...path, key], found)] as const)
    // A party all of whose statements are left out is left out too.
    if (kept.some(([key, member]) => key === "statements" && member === undefined)) return undefined
    return Object.fromEntries(kept.filter(([, member]) => member !== undefined))
}
