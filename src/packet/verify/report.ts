import type { Issue } from "../../base/issue.ts"

/**
 * What the judge found, as data: the JSON of `lerpack verify --json`. Prose is made from it in `messages/`. Names of files
 * that come from the packet have invisible characters written out, so that they can be printed.
 */

/** Kind of a packet as its highest layer's index says. */
export type PacketKind = "draft" | "archive" | "submission"

/**
 * - `intact-signed-known`: all files as listed, and a key that the reader named has signed the list.
 * - `intact-signed-unknown`: a key has signed that the reader did not name.
 * - `intact-unsigned`: all files as listed; who made the list is open.
 * - `broken`: something is changed, missing, extra or forged; `issues` names it.
 * - `refused`: not a packet of this format, so nothing was judged.
 */
export type Verdict = "intact-signed-known" | "intact-signed-unknown" | "intact-unsigned" | "broken" | "refused"

/** `bad`: not a signature over this list. `outside-validity`: listed, but not for the time of judging; `other-namespace`: but not for packets. */
export type Trust = "known" | "unknown" | "outside-validity" | "other-namespace" | "bad"

/** A signature file of this packet or of an earlier layer (`data/prior/...`). */
export interface SignatureReport {
    readonly file: string
    /** Fingerprint; null where the file cannot be read. */
    readonly key: string | null
    /** Principals of the matching line of the allowed signers. */
    readonly principal: string | null
    readonly trust: Trust
}

/** A layer against the one before it. */
export interface LayerReport {
    readonly n: number
    /** The key that the layer's index names, or the first later signer; null where no such signature is good. */
    readonly key: string | null
    readonly added: number
    /** Files of the layer before that are gone, or have other bytes, by the lists or, in the highest layer, on disk. */
    readonly missing: number
    readonly replaced: number
    /** Facts that the officer marked as not used for this request. */
    readonly setAside: number
}

/** The whole finding. */
export interface Report {
    readonly kind: PacketKind | null
    /** 核对码, computed from the manifest found. */
    readonly checkCode: string | null
    /** 64 hex digits; null for a folder, for a file that is no packet, and where nobody asked. */
    readonly zipSha256: string | null
    readonly verdict: Verdict
    /** `checked`: number of files whose bytes were compared with the list. */
    readonly files: { readonly checked: number; readonly changed: readonly string[] }
    readonly list: { readonly missing: readonly string[]; readonly extra: readonly string[] }
    readonly signatures: readonly SignatureReport[]
    /** `claimed`: what the makers wrote. `stamped`: proved by a time stamp; format 1.0 checks none. */
    readonly time: { readonly claimed: string | null; readonly stamped: null }
    readonly layers: readonly LayerReport[]
    readonly issues: readonly Issue[]
}
