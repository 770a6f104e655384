import { type Issue, type IssuePath, issue } from "./base/issue.ts"
import type { ByteSource } from "./base/source.ts"
import { type EvidenceItem, releasedForm } from "./editions/evidence-item.ts"
import { DEFAULT_ATTACHMENTS_BYTES } from "./mail/budget.ts"
import type { Recipient } from "./request/recipient.ts"

/** How large what leaves is, measured in mails of the recipient: too much is selected from, never cut into parts. */

/** Files that go out together. */
export interface OutputSize {
    readonly files: number
    /** Of all files, before a mail encodes them. */
    readonly bytes: number
    /** Mails that they would need. */
    readonly mails: number
    /** What the attachments of one mail may have together, before encoding. */
    readonly mailBytes: number
}

/** Most mails that a request may need; with more, the pictures have not been selected. */
const MOST_MAILS = 2

/** Measures files by their sizes in bytes. The budget of a mail is the profile's, else the product's. */
export function measure(sizes: readonly number[], recipient: Recipient): OutputSize {
    const bytes = sizes.reduce((sum, size) => sum + size, 0)
    const mailBytes = recipient.limits?.mailAttachmentsBytes ?? DEFAULT_ATTACHMENTS_BYTES
    return { files: sizes.length, bytes, mails: Math.ceil(bytes / mailBytes), mailBytes }
}

/** The pictures that the victim released, in the form in which they go out. */
export function measureReleased(
    items: readonly EvidenceItem[],
    sources: ReadonlyMap<string, ByteSource>,
    recipient: Recipient,
): OutputSize {
    const released = items.flatMap((item) => releasedForm(item) ?? [])
    return measure(
        released.map(({ entry }) => sources.get(entry.label)?.size ?? entry.sizeBytes),
        recipient,
    )
}

/**
 * `request.size.select` where more than two mails would be needed, `request.size.over-mail` (a warning) where one is
 * not enough.
 *
 * @param severity - Of the first: an error where the files go by mail, a warning where one can still choose.
 */
export function sizeIssues(size: OutputSize, path: IssuePath, severity: "error" | "warning"): readonly Issue[] {
    const { bytes, mails, mailBytes } = size
    if (mails > MOST_MAILS) return [issue("request.size.select", path, { bytes, mails, mailBytes }, severity)]
    return mails > 1 ? [issue("request.size.over-mail", path, { bytes, mailBytes }, "warning")] : []
}
