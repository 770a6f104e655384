import type { Host } from "../../base/host.ts"
import type { Journal } from "../../facts/journal/chain.ts"
import { deskTerms } from "../../facts/journal/desk-terms.ts"
import { type DeskTerms, type Due, dueOn } from "../../facts/journal/due.ts"
import { findRecipient } from "../../facts/recipients/recipient.ts"

/** The terms that run, by the profiles that the host has; a desk that it has not sets none. */
export function dueIn(journal: Journal, host: Host, on: string): readonly Due[] {
    const known = new Map<string, ReturnType<DeskTerms>>()
    const terms: DeskTerms = (id) => {
        const found = known.get(id) ?? termsOf(host, id)
        known.set(id, found)
        return found
    }
    return dueOn(journal.entries, terms, on)
}

function termsOf(host: Host, id: string): ReturnType<DeskTerms> {
    if (!host.recipients.includes(id)) return {}
    const { recipient } = findRecipient(host, id, [])
    return recipient === undefined ? {} : deskTerms(recipient)
}
