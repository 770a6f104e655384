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

/** What stands around the digits and looks like some, or touches them where a field drops the line ends. */
const LABELS = /sha-?(?:2-)?256|certutil:/g

/**
 * The one run of that many hex digits in what a person types or pastes, also behind a label or in the output of
 * `sha256sum`, `certutil`, `Get-FileHash` or `openssl`. What stands between groups, case and full-width forms do not
 * matter. `undefined` where there is none, or more than one.
 */
function typedDigits(text: string, length: number): string | undefined {
    const plain = text.normalize("NFKC").toLowerCase().replace(LABELS, " ")
    const words = plain.match(/[0-9a-z]+/g) ?? []
    const whole = words.filter((word) => word.length === length && /^[0-9a-f]+$/.test(word))
    const found = new Set(whole.length > 0 ? whole : runsOfHex(words).filter((run) => run.length === length))
    return found.size === 1 ? [...found][0] : undefined
}

/** Words of hex digits that follow each other, joined. */
function runsOfHex(words: readonly string[]): string[] {
    return words
        .map((word) => (/[^0-9a-f]/.test(word) ? " " : word))
        .join("")
        .split(" ")
}

/** Canonical form of a typed code, {@link typedDigits}. `undefined`: not a code. */
export function parseCheckCode(text: string): string | undefined {
    const digits = typedDigits(text, 32)
    return digits === undefined ? undefined : groups(digits)
}

/** A typed SHA-256 as 64 lower-case hex digits, {@link typedDigits}; `undefined`: none. */
export function parseSha256(text: string): string | undefined {
    return typedDigits(text, 64)
}

/** Compares a code as typed with the manifest. `malformed`: not 32 hex digits, so nothing was compared. */
export function compareCode(text: string, manifest: Uint8Array): "same" | "different" | "malformed" {
    const code = parseCheckCode(text)
    if (code === undefined) return "malformed"
    return code === checkCode(manifest) ? "same" : "different"
}
