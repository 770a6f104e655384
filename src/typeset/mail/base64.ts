const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
const CODES = Uint8Array.from(ALPHABET, (c) => c.charCodeAt(0))
const PAD = 0x3d
/** RFC 2045 §6.8: at most 76 characters a line, which are 57 bytes. */
const LINE_BYTES = 57
const LINE_CHARACTERS = 76

/** Size of {@link encodeBase64Lines}'s result for a content of this size, in bytes. */
export function base64Size(sizeBytes: number): number {
    return Math.ceil(sizeBytes / 3) * 4 + Math.ceil(sizeBytes / LINE_BYTES) * 2
}

/** Base64 as ASCII bytes in lines of 76 characters, each ended by CRLF, the last one too; nothing for no bytes. */
export function encodeBase64Lines(bytes: Uint8Array): Uint8Array {
    const out = new Uint8Array(base64Size(bytes.length))
    let at = 0
    let column = 0
    for (let i = 0; i < bytes.length; i += 3) {
        const left = bytes.length - i
        const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
        out[at++] = CODES[group >> 18] ?? 0
        out[at++] = CODES[(group >> 12) & 63] ?? 0
        out[at++] = left > 1 ? (CODES[(group >> 6) & 63] ?? 0) : PAD
        out[at++] = left > 2 ? (CODES[group & 63] ?? 0) : PAD
        column += 4
        if (column === LINE_CHARACTERS || left <= 3) {
            out[at++] = 0x0d
            out[at++] = 0x0a
            column = 0
        }
    }
    return out
}
