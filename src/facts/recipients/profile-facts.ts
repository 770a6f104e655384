import type { IssuePath } from "../../base/issue.ts"
import type { AbsentDesk, Recipient, RecipientInFile } from "./recipient-schema.ts"

/** What every fact of a profile carries. */
export interface Fact {
    readonly source: string
    readonly sourceEn?: string | undefined
    readonly url?: string | undefined
    readonly grade: "A" | "B" | "C" | "D"
    readonly reportedOn?: string | undefined
    readonly verifiedOn?: string | undefined
    /** What other sources say of the same. */
    readonly readings?: readonly Reading[] | undefined
}

/** What another source says of a fact. */
export interface Reading extends Omit<Fact, "readings"> {
    readonly zh: string
    readonly en?: string | undefined
}

/** All facts of a profile with their place in it, in file order; further readings are facts of their own. */
export function factsOf(
    profile: RecipientInFile | Recipient | AbsentDesk,
): readonly { readonly keys: IssuePath; readonly fact: Fact }[] {
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
