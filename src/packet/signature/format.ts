import { fromUtf8 } from "../../base/bytes.ts"
import type { SignatureFault } from "../../base/issues/verify.ts"
import { type CheckedSignature, LARGEST_SIGNATURE, parseSignature, verifySignature } from "./sshsig.ts"

/**
 * A format of detached signatures over a manifest. The name of a signature file tells its format, so that one more can
 * stand beside the first without a change to the layout: a judge that does not know it counts the file as one too many.
 */
export interface SignatureFormat {
    /** End of the name: `sig` of `signature-1.sig`. */
    readonly extension: string
    /** Largest file that is read, in bytes. */
    readonly largest: number
    /** Fingerprint of the key that a file names, or why it cannot be read. Nothing is verified. */
    parse(bytes: Uint8Array): { readonly fingerprint: string } | SignatureFault
    /** Checks a file over the bytes of a manifest. */
    verify(bytes: Uint8Array, manifest: Uint8Array): Promise<CheckedSignature>
}

/** OpenSSH PROTOCOL.sshsig, the only one now. */
export const SSHSIG: SignatureFormat = {
    extension: "sig",
    largest: LARGEST_SIGNATURE,
    parse: (bytes) => parseSignature(fromUtf8(bytes) ?? ""),
    verify: (bytes, manifest) => verifySignature(fromUtf8(bytes) ?? "", manifest),
}

/** All that the judge knows. */
export const SIGNATURE_FORMATS: readonly SignatureFormat[] = [SSHSIG]

/** The format of `signature-<n>.<extension>`; `undefined` where no format has that end. */
export function signatureFormat(extension: string): SignatureFormat | undefined {
    return SIGNATURE_FORMATS.find((format) => format.extension === extension)
}
