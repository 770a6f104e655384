import { p256, p384, p521 } from "@noble/curves/nist.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { base64urlnopad } from "@scure/base"
import { concat, utf8 } from "../../base/bytes.ts"
import { own } from "../../base/own.ts"
import { verifyEd25519 } from "./ed25519.ts"
import type { Curve, PublicKey } from "./public-key.ts"
import { uint32, WireError, WireReader } from "./wire.ts"

/**
 * Verification by signature algorithm. Elliptic curves come from noble, so that every platform gives the same answer;
 * RSA comes from WebCrypto, which every platform has.
 */

/** Result: `unsupported` where the algorithm is not checked here, which is never the same as good. */
export type RawResult = "good" | "bad" | "unsupported"

// NIST SP 800-131A for the lower bound; the upper one keeps a hostile key from taking minutes.
const RSA_BYTES_MIN = 2048 / 8
const RSA_BYTES_MAX = 16_384 / 8

/** Checks an SSH signature blob (algorithm name and signature) over a message. Never throws for hostile bytes. */
export async function verifyBlob(key: PublicKey, signature: Uint8Array, message: Uint8Array): Promise<RawResult> {
    try {
        const reader = new WireReader(signature)
        const algorithm = reader.text()
        if (key.type === "ssh-rsa") return await verifyRsa(key, algorithm, reader, message)
        if (algorithm !== key.type) return "unsupported"
        return verifyCurve(key, reader, message) ? "good" : "bad"
    } catch (error) {
        if (error instanceof WireError) return "bad"
        throw error
    }
}

function verifyCurve(key: Exclude<PublicKey, { type: "ssh-rsa" }>, reader: WireReader, message: Uint8Array): boolean {
    const signature = reader.string()
    switch (key.type) {
        case "ssh-ed25519":
            reader.end()
            return verifyEd25519(signature, message, key.key)
        case "sk-ssh-ed25519@openssh.com":
            return verifyEd25519(signature, securityKeyMessage(key.application, reader, message), key.key)
        case "sk-ecdsa-sha2-nistp256@openssh.com":
            return verifyEcdsa(key.curve, signature, securityKeyMessage(key.application, reader, message), key.key)
        default:
            reader.end()
            return verifyEcdsa(key.curve, signature, message, key.key)
    }
}

/** What a FIDO key signs (PROTOCOL.u2f): hashes of application and message around the flags and counter it reports. */
function securityKeyMessage(application: string, reader: WireReader, message: Uint8Array): Uint8Array {
    const flags = reader.byte()
    const counter = reader.uint32()
    reader.end()
    return concat([sha256(utf8(application)), Uint8Array.of(flags), uint32(counter), sha256(message)])
}

const CURVES = { nistp256: p256, nistp384: p384, nistp521: p521 } as const

/** RFC 5656 §3.1.2: two mpints; each curve with its own hash. High S is allowed, as OpenSSH allows it. */
function verifyEcdsa(curve: Curve, signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
    const ecdsa = CURVES[curve]
    const bytes = ecdsa.lengths.signature === undefined ? 0 : ecdsa.lengths.signature / 2
    const reader = new WireReader(signature)
    const r = reader.mpint()
    const s = reader.mpint()
    reader.end()
    if (key[0] !== 4 || r.length > bytes || s.length > bytes) return false
    const compact = new Uint8Array(2 * bytes)
    compact.set(r, bytes - r.length)
    compact.set(s, 2 * bytes - s.length)
    try {
        return ecdsa.verify(compact, message, key, { prehash: true, lowS: false, format: "compact" })
    } catch {
        return false
    }
}

type RsaKey = Extract<PublicKey, { type: "ssh-rsa" }>
const RSA_HASHES: Readonly<Record<string, string>> = { "rsa-sha2-256": "SHA-256", "rsa-sha2-512": "SHA-512" }

/** RFC 8332 §3. SHA-1 (`ssh-rsa` as a signature algorithm) is not supported. */
async function verifyRsa(key: RsaKey, algorithm: string, reader: WireReader, message: Uint8Array): Promise<RawResult> {
    const hash = own(RSA_HASHES, algorithm)
    const tooSmallOrLarge = key.n.length < RSA_BYTES_MIN || key.n.length > RSA_BYTES_MAX || key.e.length > 4
    if (hash === undefined || tooSmallOrLarge) return "unsupported"
    if (!isExponent(key.e)) return "bad"
    const signature = reader.string()
    reader.end()
    if (signature.length !== key.n.length) return "bad"
    const jwk = { kty: "RSA", n: base64urlnopad.encode(key.n), e: base64urlnopad.encode(key.e) }
    const scheme = { name: "RSASSA-PKCS1-v1_5", hash }
    try {
        const imported = await crypto.subtle.importKey("jwk", jwk, scheme, false, ["verify"])
        const good = await crypto.subtle.verify(scheme, imported, ownBuffer(signature), ownBuffer(message))
        return good ? "good" : "bad"
    } catch (error) {
        // WebCrypto refuses keys that are none; anything else is our fault.
        if (error instanceof DOMException) return "bad"
        throw error
    }
}

/** Odd and at least 3. With 1 everybody can sign: the signature is the padded hash itself, and Node's WebCrypto takes it. */
function isExponent(e: Uint8Array): boolean {
    const last = e.at(-1) ?? 0
    return last % 2 === 1 && (e.length > 1 || last > 1)
}

/** WebCrypto's types want bytes that do not lie in shared memory. */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    return new Uint8Array(bytes)
}
