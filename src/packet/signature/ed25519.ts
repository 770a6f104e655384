import { ed25519 } from "@noble/curves/ed25519.js"
import { equalBytes } from "../../base/bytes.ts"

/**
 * Ed25519 (RFC 8032) with the points that verifiers disagree about refused. On the C2SP/CCTV edge cases different
 * libraries accept from 43 to 826 of 914 signatures; every disagreement has a small-order, mixed-order or non-canonical
 * key or R. Without those the cofactored and the cofactorless equation agree, and so do all verifiers.
 */

/** True when 32 bytes encode a point canonically, in the prime-order subgroup and not of small order. */
export function isStrictPoint(bytes: Uint8Array): boolean {
    if (bytes.length !== 32) return false
    try {
        const point = ed25519.Point.fromBytes(bytes)
        // The library's strict decoding refuses y >= p already; encoding again keeps that from being its decision alone.
        return equalBytes(point.toBytes(), bytes) && !point.isSmallOrder() && point.isTorsionFree()
    } catch {
        return false
    }
}

/** Verifies strictly; false for every malformed input. */
export function verifyEd25519(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
    if (signature.length !== 64 || !isStrictPoint(publicKey) || !isStrictPoint(signature.slice(0, 32))) return false
    try {
        // `zip215: false` also refuses S >= L (RFC 8032 §5.1.7).
        return ed25519.verify(signature, message, publicKey, { zip215: false })
    } catch {
        return false
    }
}

/** Signs deterministically with the 32-byte seed; 64 bytes. */
export function signEd25519(message: Uint8Array, seed: Uint8Array): Uint8Array {
    return ed25519.sign(message, seed)
}

/** The public key of a 32-byte seed. */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
    return ed25519.getPublicKey(seed)
}
