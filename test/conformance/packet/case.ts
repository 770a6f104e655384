import type { IssueCode, Severity } from "../../../src/base/issue.ts"
import { ed25519Blob, printPublicKeyLine } from "../../../src/packet/signature/public-key.ts"
import type { Verdict } from "../../../src/packet/verify/report.ts"
import { type Bytes, officerKey, thirdKey, victimKey } from "../../packet/assemble/sample.ts"

/**
 * One packet of the conformance set, made from a good one by one small function. Another implementation of the format can be
 * held against the same set: `npm run conformance` writes it out.
 */
export interface Case {
    /** Name within its family, and of its file. */
    readonly name: string
    /** What it proves. */
    readonly proves: string
    /** The same in Chinese: what was done. */
    readonly zh: string
    /** `broken` unless told otherwise. */
    readonly verdict?: Verdict
    /** All that is found in it, no more and no fewer, in any order. */
    readonly finds: readonly Finding[]
    /** Files of a folder by path, or the bytes of a ZIP. */
    readonly make: () => Promise<Bytes | Uint8Array>
    readonly given?: Given
    /** Why it can only be shown as a folder; else files are written as a ZIP. */
    readonly folder?: FolderWhy
    /** Paths that are links in the folder. */
    readonly links?: readonly string[]
}

/**
 * `folder`: it is about folders. The others need a file system with links, with names that differ in case only, or with
 * names of any bytes (in the paths of the case as `\xFF`).
 */
export type FolderWhy = "folder" | "links" | "case" | "bytes"

/** What is found, and where: a file, and within it a member or a line. */
export interface Finding {
    readonly severity: Severity
    readonly code: IssueCode
    readonly path: readonly (string | number)[]
}

const found =
    (severity: Severity) =>
    (code: IssueCode, ...path: readonly (string | number)[]): Finding => ({ severity, code, path })
export const error = found("error")
export const warning = found("warning")
export const note = found("note")

/** What is found wherever nobody is named by the reader, in a draft, in an archive and in one of three layers. */
export const UNKNOWN = warning("verify.signature.unknown", "signature-1.sig")
export const NOTES_OF_ARCHIVE = [
    note("verify.layer.code", "data/prior/1/manifest-sha256.txt"),
    note("verify.layer.set-aside", "data/layer-2/index.json"),
]
export const NOTES_OF_THREE = [
    ...NOTES_OF_ARCHIVE,
    note("verify.layer.code", "data/prior/2/manifest-sha256.txt"),
    note("verify.layer.set-aside", "data/layer-3/index.json"),
]
const UNKNOWN_BELOW = warning("verify.signature.unknown", "data/prior/1/signature-1.sig")
export const OF_ARCHIVE = [UNKNOWN, UNKNOWN_BELOW, ...NOTES_OF_ARCHIVE]
export const OF_THREE = [
    UNKNOWN,
    UNKNOWN_BELOW,
    warning("verify.signature.unknown", "data/prior/2/signature-1.sig"),
    ...NOTES_OF_THREE,
]

/** What the reader brings along; each is an option of the command line. */
export interface Given {
    /** Text of an allowed signers file. */
    readonly signers?: string
    /** Fingerprint. */
    readonly key?: string
    readonly code?: string
    readonly sent?: Bytes
}

/** A line of an allowed signers file. */
export function signerLine(key: typeof victimKey, options = ""): string {
    return `${key.comment} ${options}${options === "" ? "" : " "}${printPublicKeyLine(ed25519Blob(key.publicKey), "")}`
}

/** All three parties are known. */
export const EVERYBODY = [victimKey, officerKey, thirdKey].map((key) => signerLine(key)).join("")
