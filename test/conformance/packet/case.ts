import type { IssueCode } from "../../../src/base/issue.ts"
import { ed25519Blob, printPublicKeyLine } from "../../../src/packet/signature/public-key.ts"
import { type Bytes, officerKey, thirdKey, victimKey } from "../../packet/assemble/sample.ts"

/**
 * One packet of the conformance set, made from a good one by one small function. Another implementation of the format can be
 * held against the same set: `CONFORMANCE_OUT=<folder> npm test -- test/conformance` writes it out.
 */
export interface Case {
    /** Name of its folder. */
    readonly name: string
    /** What it proves. */
    readonly proves: string
    /**
     * Findings that it must give, no more and no fewer: errors of an invalid packet, warnings of one that only warns. The
     * first names the folder. Empty for a valid one.
     */
    readonly codes: readonly IssueCode[]
    /** Files of a folder by path, or the bytes of a ZIP. */
    readonly make: () => Promise<Bytes | Uint8Array>
    readonly given?: Given
    /** Paths that are links in the folder. */
    readonly links?: readonly string[]
}

/** What the reader brings along; each becomes an option of the command line. */
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
