import type { Case, HolderKind } from "../../facts/case/schema.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { hasKey } from "../../facts/recipients/data-groups.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { platformEn } from "../shared/identifiers.ts"

/** Whose the account is that a desk is asked about, on which much of what it is told depends. */

export type Target = NonNullable<NonNullable<Officer["request"]>["targets"]>[number]

/**
 * The complainant, a person or an organisation for whom he or she reports, or whom the officer names; `elsewhere` where
 * the account of the case is with another desk, so that only the targets say which account is meant.
 */
export type Owner = Target["role"] | HolderKind | "elsewhere"

export function ownerOf(facts: Case, recipient: Recipient, officer: Officer): Owner {
    const { uid, registeredEmail, holder } = facts.account
    const own = officer.request?.targets?.find((target) => isAccount(facts, target))
    if (own !== undefined && own.role !== "complainant") return own.role
    const isNamed = uid !== undefined || registeredEmail !== undefined
    if (!isNamed && platformEn(facts, recipient) === undefined) return "elsewhere"
    return holder?.kind ?? "complainant"
}

/** Whether a target is the account of the case. */
export function isAccount({ account }: Case, { kind, value }: Target): boolean {
    return (kind === "uid" && value === account.uid) || (kind === "email" && value === account.registeredEmail)
}

/** Whether nothing tells a desk which account is meant: the case has a telephone at most, which is the officer's to give. */
export function lacksIdentifier({ account }: Case, { request = {} }: Officer): boolean {
    const { uid, registeredEmail } = account
    return uid === undefined && registeredEmail === undefined && (request.targets ?? []).length === 0
}

/** Whether it is the victim's, who then may know of the request. */
export const isVictims = (owner: Owner): boolean =>
    owner === "complainant" || owner === "person" || owner === "organisation"

/** On what the reason for a group of data depends: whose the account is, and whether a key gave access to it. */
export type WhyOf = "key" | "no-key" | "others"

export function whyOf(facts: Case, owner: Owner): WhyOf {
    if (!isVictims(owner)) return "others"
    return hasKey(facts) ? "key" : "no-key"
}

/** Whether papers in English call whoever states it the complainant: the holder of the account that is asked about is another. */
export const saidByComplainant = (facts: Case, owner: Owner): boolean => isHeldByOther(facts) || owner === "elsewhere"

/** Whether somebody else than the reporter holds the account of the case. */
export const isHeldByOther = ({ account }: Case): boolean => account.holder !== undefined
