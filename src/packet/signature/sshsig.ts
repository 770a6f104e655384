import { sha512 } from "@noble/hashes/sha2.js"
import { concat, equalBytes, utf8 } from "../../base/bytes.ts"
import type { SignatureFault } from "../../base/issues/verify.ts"
import { verifyBlob } from "./algorithms.ts"
import { parseArmour, printArmour } from "./base64.ts"
import { fingerprint, type PublicKey, parseKeyBlob } from "./public-key.ts"
import { string, uint32, WireError, WireReader } from "./wire.ts"

/**
 * SSHSIG, OpenSSH PROTOCOL.sshsig: a detached signature that `ssh-keygen -Y` makes and checks. Of its spellings
 * only those that programs write: LF, lines of 64, 70 or 76, canonical base64, no bytes around or behind. Hash sha512,
 * namespace {@link NAMESPACE}.
 */

/** Keeps a packet's signature from being taken for one of a Git commit, a mail or a login. */
export const NAMESPACE = "lerpack-manifest"
const LABEL = "SSH SIGNATURE"
/** As `ssh-keygen` writes lines. */
const WIDTH = 70
/** As others do: RFC 7468 and PROTOCOL.sshsig. */
const WIDTHS = [WIDTH, 64, 76]
const HASH = "sha512"
const MAGIC = utf8("SSHSIG")
/** Largest signature file that is read, in bytes; a 16,384-bit RSA key needs 6 KiB. */
export const LARGEST_SIGNATURE = 32 << 10

/** What a signature file says of itself. Not yet verified: attacker-controlled. */
export interface SshSignature {
    readonly key: PublicKey
    readonly keyBlob: Uint8Array
    /** Of {@link keyBlob}. */
    readonly fingerprint: string
    /** Algorithm and signature, still encoded. */
    readonly signature: Uint8Array
}

/** The bytes that are signed (PROTOCOL.sshsig §3). */
export function signedBytes(message: Uint8Array): Uint8Array {
    return concat([MAGIC, string(NAMESPACE), string(""), string(HASH), string(sha512(message))])
}

/** Prints a signature file as `ssh-keygen -Y sign` does. `signature` holds algorithm and signature, encoded. */
export function printSignature(keyBlob: Uint8Array, signature: Uint8Array): string {
    const version = uint32(1)
    const fields = [string(keyBlob), string(NAMESPACE), string(""), string(HASH), string(signature)]
    return printArmour(LABEL, concat([MAGIC, version, ...fields]), WIDTH)
}

/** Reads a signature file strictly; a fault as data where it cannot be used. */
export function parseSignature(text: string): SshSignature | SignatureFault {
    const blob = text.length > LARGEST_SIGNATURE ? undefined : parseArmour(LABEL, text, WIDTHS)
    if (blob === undefined) return "armour"
    try {
        return readBlob(new WireReader(blob))
    } catch (error) {
        if (error instanceof WireError) return "encoding"
        throw error
    }
}

function readBlob(reader: WireReader): SshSignature | SignatureFault {
    if (!equalBytes(reader.raw(MAGIC.length), MAGIC) || reader.uint32() !== 1) return "encoding"
    const keyBlob = reader.string()
    const namespace = reader.text()
    const reserved = reader.string()
    const hash = reader.text()
    const signature = reader.string()
    reader.end()
    if (reserved.length !== 0) return "encoding"
    if (namespace !== NAMESPACE) return "namespace"
    if (hash !== HASH) return "hash"
    const key = parseKeyBlob(keyBlob)
    if (key === undefined) return "encoding"
    if (key === "unsupported") return "key"
    return { key, keyBlob, fingerprint: fingerprint(keyBlob), signature }
}

/** A signature that was checked over a message: who made it, or why it is not good (`bad`: changed or forged). */
export type CheckedSignature =
    | { readonly good: true; readonly fingerprint: string; readonly keyBlob: Uint8Array }
    | { readonly good: false; readonly fault: SignatureFault; readonly fingerprint?: string }

/** Parses a signature file and checks it over a message. Good says only: this key signed these bytes. */
export async function verifySignature(text: string, message: Uint8Array): Promise<CheckedSignature> {
    const parsed = parseSignature(text)
    if (typeof parsed === "string") return { good: false, fault: parsed }
    const result = await verifyBlob(parsed.key, parsed.signature, signedBytes(message))
    const { fingerprint, keyBlob } = parsed
    if (result === "good") return { good: true, fingerprint, keyBlob }
    return { good: false, fault: result === "bad" ? "bad" : "algorithm", fingerprint }
}
