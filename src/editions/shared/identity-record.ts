import { printBeijing } from "../../base/text/time.ts"
import type { Checklist } from "../../facts/checklist/checklist.ts"
import { takesIdentityLetter } from "../../facts/checklist/identity-release.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { photosAsked } from "../../facts/recipients/recipient.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { BY_LETTER, BY_PORTAL, byMail, NOT_APPROVED, NOT_ASKED, NOT_YET, readyImages } from "./identity-record.words.ts"

/** What the archive says of identity images: in words alone, because neither image nor hash may outlive the sending. */
export interface IdentityRecord {
    readonly text: string
    /** Whether there is an act of providing them to write down: the program sends nothing, so it cannot know of it. */
    readonly provided: boolean
}

/** `undefined` while nothing may be sent: then there is nothing to keep. */
export function identityRecord(
    recipient: Recipient,
    checklist: Checklist,
    officer: Officer | undefined,
): IdentityRecord | undefined {
    if (officer === undefined || checklist.conclusion === "stop") return undefined
    const asked = photosAsked(recipient)
    const images = checklist.items
        .flatMap((item) => item.leaves)
        .filter(({ photo, state }) => photo !== undefined && asked.includes(photo) && state !== "not-needed")
    if (takesIdentityLetter(recipient, officer)) return { text: BY_LETTER, provided: false }
    if (images.length === 0) return { text: NOT_ASKED, provided: false }
    if (checklist.identityLacks.length > 0 && checklist.conclusion === "no-identity-images")
        return { text: NOT_APPROVED, provided: false }
    if (checklist.conclusion !== "send") return { text: NOT_YET, provided: false }
    const { address } = recipient.routes.email ?? {}
    const way = officer.route === "email" && address !== undefined ? byMail(address) : BY_PORTAL
    const at = printBeijing(officer.completedAt)
    const names = images.map(({ label }) => label)
    return { text: readyImages({ at, names, receivers: recipient.identityReceivers.zh, way }), provided: true }
}
