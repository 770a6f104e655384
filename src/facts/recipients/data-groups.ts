import type { Case } from "../case/schema.ts"
import type { Recipient } from "./recipient-schema.ts"

/**
 * What a request lists besides the account: orders; receiving addresses, hashes or targets of the police's own; transfers
 * to other users of the platform, which never reach a chain.
 */
export interface Lists {
    readonly orders: boolean
    readonly others: boolean
    readonly users: boolean
}

type Groups = Recipient["dataGroups"]

/** Whether an API key gave anybody access to the account. */
export const hasKey = ({ apiKey }: Pick<Case, "apiKey">): boolean => apiKey !== undefined && apiKey.state !== "none"

/**
 * Whether anybody but its user is said to have operated the account. Who was talked into paying paid by himself or
 * herself: then keys, sessions and devices tell nothing, and what is not needed is not asked for.
 */
export function wasEntered(facts: { readonly incident: Case["incident"]; readonly apiKey?: Case["apiKey"] }): boolean {
    const { kind, cause = "unknown" } = facts.incident
    return kind.some((one) => one !== "payment-by-deception") || hasKey(facts) || ENTERED_BY.has(cause)
}
const ENTERED_BY: ReadonlySet<string> = new Set(["api-key", "device", "login"])

/** Whether a group asks who received. */
export const isOfReceivers = (about: Groups[number]["about"]): boolean => about === "others" || about === "users"

/**
 * The data groups that can be asked for in a case, in the profile's order of importance. Those about what is not listed
 * mean nothing; where no key was used, those about keys come last; where nobody entered the account, who received
 * comes first.
 */
export function groupsFor(facts: Case, { dataGroups }: Recipient, lists: Lists): Groups {
    const asked = dataGroups.filter(({ about }) =>
        about === "orders" || about === "others" || about === "users" ? lists[about] : true,
    )
    const rank = ({ about }: Groups[number]): number =>
        about === "keys" && !hasKey(facts) ? 1 : isOfReceivers(about) && !wasEntered(facts) ? -1 : 0
    return [...asked].sort((a, b) => rank(a) - rank(b))
}

/** Those of them that are asked for where the officer chose none: how an account was operated only where that is in question. */
export function proposedGroups(facts: Case, recipient: Recipient, lists: Lists, isVictims = true): Groups {
    const isAsked = isVictims && wasEntered(facts)
    return groupsFor(facts, recipient, lists).filter(({ about }) => isAsked || (about !== "keys" && about !== "access"))
}
