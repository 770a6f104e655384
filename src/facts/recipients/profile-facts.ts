import type { IssuePath } from "../../base/issue.ts"
import type { Recipient } from "./recipient-schema.ts"

/** What every fact of a profile carries. */
export interface Fact {
    readonly source: string
    readonly sourceEn?: string | undefined
    readonly url?: string | undefined
    readonly grade: "A" | "B" | "C" | "D"
    readonly reportedOn?: string | undefined
    readonly verifiedOn?: string | undefined
}

/** All facts of a profile with their place in it, in file order. */
export function factsOf(profile: Recipient): readonly { readonly keys: IssuePath; readonly fact: Fact }[] {
    const found: { keys: IssuePath; fact: Fact }[] = []
    const visit = (value: unknown, keys: IssuePath): void => {
        if (typeof value !== "object" || value === null) return
        if ("grade" in value && "source" in value) found.push({ keys, fact: value as Fact })
        if (Array.isArray(value)) value.forEach((member, i) => void visit(member, [...keys, i]))
        else for (const [key, member] of Object.entries(value)) visit(member, [...keys, key])
    }
    visit(profile, [])
    return found
}
