import { type Issue, type IssuePath, issue } from "../../base/issue.ts"

/** How large what leaves is, measured in mails: too much is selected from, never cut into parts. */

/**
 * Attachments of one mail together, before encoding, where a recipient's profile names no limit. Base64 makes 78 bytes of
 * 57, so that the mail stays below the 20 MB that the strictest of the large public services take.
 */
const DEFAULT_ATTACHMENTS_BYTES = 14_000_000

/** Most mails that a request may need; with more, the pictures have not been selected. */
const MOST_MAILS = 2

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

/** Measures files by their sizes in bytes; `mailBytes` is the profile's limit for the attachments of one mail. */
export function measure(sizes: readonly number[], mailBytes = DEFAULT_ATTACHMENTS_BYTES): OutputSize {
    const bytes = sizes.reduce((sum, size) => sum + size, 0)
    return { files: sizes.length, bytes, mails: Math.ceil(bytes / mailBytes), mailBytes }
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
