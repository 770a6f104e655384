/** A file by its name. */
export interface NamedBytes {
    readonly name: string
    readonly bytes: Uint8Array
}

/** Byte helpers that work in Node and in a page alike; `Buffer` stays in the shells. */

const encoder = new TextEncoder()

/** Encodes text as UTF-8. Lone surrogates become U+FFFD, so refuse them before. */
export function utf8(text: string): Uint8Array {
    return encoder.encode(text)
}

/** A character for each byte, as one looks for ASCII in a file of any kind; 0x80 to 0x9F as Windows has them. */
export function latin1(bytes: Uint8Array): string {
    return new TextDecoder("latin1").decode(bytes)
}

/** Decodes UTF-8 strictly; `undefined` where the bytes are not UTF-8. A BOM is kept as U+FEFF. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
        return undefined
    }
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
    let out = ""
    for (const byte of bytes) out += byte.toString(16).padStart(2, "0")
    return out
}

/** Joins byte arrays into a new one. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
    let size = 0
    for (const part of parts) size += part.length
    const out = new Uint8Array(size)
    let at = 0
    for (const part of parts) {
        out.set(part, at)
        at += part.length
    }
    return out
}

/** The same memory, to read numbers from. */
export function viewOf(bytes: Uint8Array): DataView {
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** True when both hold the same bytes. Not constant-time: nothing compared here is secret. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
    return a.length === b.length && a.every((byte, i) => byte === b[i])
}

/** Orders strings by their UTF-8 bytes, the order of `LC_ALL=C sort`; locale-free. */
export function compareBytes(a: string, b: string): number {
    const x = utf8(a)
    const y = utf8(b)
    const shared = Math.min(x.length, y.length)
    for (let i = 0; i < shared; i++) {
        const difference = (x[i] ?? 0) - (y[i] ?? 0)
        if (difference !== 0) return difference
    }
    return x.length - y.length
}

const SLASH = 0x2f

/** A path: names in UTF-8 as they are, of others every byte that is not ASCII as `\xFF`. */
export function showBytes(path: Uint8Array): string {
    const names: string[] = []
    for (let at = 0; at <= path.length; ) {
        const end = path.indexOf(SLASH, at)
        const name = path.subarray(at, end === -1 ? path.length : end)
        names.push(fromUtf8(name) ?? escaped(name))
        at += name.length + 1
    }
    return names.join("/")
}

function escaped(name: Uint8Array): string {
    return Array.from(name, (byte) =>
        byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase()}`,
    ).join("")
}
