import { sha256 } from "@noble/hashes/sha2.js"
import { concat } from "../../base/bytes.ts"
import { decodeBase64, encodeBase64 } from "./base64.ts"
import { string, WireError, WireReader } from "./wire.ts"

/** Public keys in the SSH encoding: RFC 4253 §6.6, RFC 5656 §3.1, RFC 8709 §4, OpenSSH PROTOCOL.u2f. */

/** The NIST curves of RFC 5656 §10.1. */
export type Curve = "nistp256" | "nistp384" | "nistp521"

/** A key that can be verified with. `key` is a raw Ed25519 key or an uncompressed point; `n` and `e` are big-endian. */
export type PublicKey =
    | { readonly type: "ssh-ed25519"; readonly key: Uint8Array }
    | {
          readonly type: "ecdsa-sha2-nistp256" | "ecdsa-sha2-nistp384" | "ecdsa-sha2-nistp521"
          readonly curve: Curve
          readonly key: Uint8Array
      }
    | { readonly type: "ssh-rsa"; readonly e: Uint8Array; readonly n: Uint8Array }
    | { readonly type: "sk-ssh-ed25519@openssh.com"; readonly key: Uint8Array; readonly application: string }
    | {
          readonly type: "sk-ecdsa-sha2-nistp256@openssh.com"
          readonly curve: "nistp256"
          readonly key: Uint8Array
          readonly application: string
      }

/** The SSH encoding of an Ed25519 key. */
export function ed25519Blob(key: Uint8Array): Uint8Array {
    return concat([string("ssh-ed25519"), string(key)])
}

/**
 * Decodes a key blob; `"unsupported"` for a well-formed key of another type (DSA, certificates, webauthn), `undefined` for
 * bytes that are no key or are not in the canonical encoding.
 */
export function parseKeyBlob(blob: Uint8Array): PublicKey | "unsupported" | undefined {
    try {
        const reader = new WireReader(blob)
        const key = readKey(reader.text(), reader)
        if (key !== "unsupported") reader.end()
        return key
    } catch (error) {
        if (error instanceof WireError) return undefined
        throw error
    }
}

function readKey(type: string, reader: WireReader): PublicKey | "unsupported" {
    switch (type) {
        case "ssh-ed25519":
            return { type, key: reader.string() }
        case "ecdsa-sha2-nistp256":
        case "ecdsa-sha2-nistp384":
        case "ecdsa-sha2-nistp521": {
            const curve = reader.text()
            if (type !== `ecdsa-sha2-${curve}`) throw new WireError("curve and type differ")
            return { type, curve: curve as Curve, key: reader.string() }
        }
        case "ssh-rsa":
            return { type, e: reader.mpint(), n: reader.mpint() }
        case "sk-ssh-ed25519@openssh.com":
            return { type, key: reader.string(), application: reader.text() }
        case "sk-ecdsa-sha2-nistp256@openssh.com": {
            if (reader.text() !== "nistp256") throw new WireError("curve and type differ")
            return { type, curve: "nistp256", key: reader.string(), application: reader.text() }
        }
        default:
            return "unsupported"
    }
}

/** `SHA256:` and unpadded base64 of the hash of a key blob, as `ssh-keygen -l` prints. */
export function fingerprint(blob: Uint8Array): string {
    return `SHA256:${encodeBase64(sha256(blob)).replace(/=+$/, "")}`
}

/** True for text of the form that {@link fingerprint} gives. */
export function isFingerprint(text: string): boolean {
    const [, digest] = /^SHA256:([A-Za-z0-9+/]{43})$/.exec(text) ?? []
    return digest !== undefined && decodeBase64(`${digest}=`) !== undefined
}

/** A `.pub` line as text: type, base64, comment, LF. A line break in the comment would forge a second line: refused. */
export function printPublicKeyLine(blob: Uint8Array, comment: string): string {
    if (/[\r\n]/.test(comment)) throw new RangeError("line break in a key comment")
    const type = new WireReader(blob).text()
    return `${[type, encodeBase64(blob), comment].filter((part) => part !== "").join(" ")}\n`
}

/** Reads a `.pub` line, with or without its line end; `undefined` where it is none or its type and blob disagree. */
export function parsePublicKeyLine(line: string): { readonly blob: Uint8Array; readonly comment: string } | undefined {
    const [, type, text, comment] = /^([a-z0-9@.-]+) ([A-Za-z0-9+/=]+)(?: ([^\r\n]*))?\r?\n?$/.exec(line) ?? []
    const blob = decodeBase64(text ?? "")
    if (type === undefined || blob === undefined) return undefined
    const parsed = parseKeyBlob(blob)
    if (parsed === undefined || new WireReader(blob).text() !== type) return undefined
    return { blob, comment: comment ?? "" }
}
