import { sha256Hex } from "../../base/digest.ts"

/**
 * 核对码: the first 32 hex digits of SHA-256(manifest-sha256.txt) in eight groups of four, to be read aloud or compared on
 * paper. A literal prefix of what `certutil` and `shasum` print. 128 bits: another packet with the same code takes 2^128.
 */
export function checkCode(manifest: Uint8Array): string {
    return groups(sha256Hex(manifest).slice(0, 32))
}

/** Hex digits in groups of four with blanks between. */
function groups(digits: string): string {
    return digits.replace(/(.{4})(?=.)/g, "$1 ")
}

/** Hex digits as a person types or pastes them: blanks, hyphens, case and full-width forms do not matter. */
function typedDigits(text: string): string {
    return text
        .normalize("NFKC")
        .replace(/[\s\p{Dash}]/gu, "")
        .toLowerCase()
}

/** Canonical form of a typed code, {@link typedDigits}. `undefined`: not a code. */
export function parseCheckCode(text: string): string | undefined {
    const digits = typedDigits(text)
    return /^[0-9a-f]{32}$/.test(digits) ? groups(digits) : undefined
}

/** A typed SHA-256 as 64 lower-case hex digits, {@link typedDigits}; `undefined`: none. */
export function parseSha256(text: string): string | undefined {
    const digits = typedDigits(text).replace(/^sha256:?/, "")
    return /^[0-9a-f]{64}$/.test(digits) ? digits : undefined
}

/** Compares a code as typed with the manifest. `malformed`: not 32 hex digits, so nothing was compared. */
export function compareCode(text: string, manifest: Uint8Array): "same" | "different" | "malformed" {
    const code = parseCheckCode(text)
    if (code === undefined) return "malformed"
    return code === checkCode(manifest) ? "same" : "different"
}
