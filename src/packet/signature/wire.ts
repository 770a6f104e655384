import { concat, fromUtf8, utf8 } from "../../base/bytes.ts"

/** The SSH wire encoding of RFC 4251 §5: big-endian uint32, length-prefixed strings, mpint. */

/** Encodes a uint32. */
export function uint32(value: number): Uint8Array {
    return Uint8Array.of((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255)
}

/** Encodes a string: its length in bytes and the bytes. */
export function string(value: Uint8Array | string): Uint8Array {
    const bytes = typeof value === "string" ? utf8(value) : value
    return concat([uint32(bytes.length), bytes])
}

/** The bytes do not follow the encoding. Never leaves this room: callers turn it into an issue. */
export class WireError extends Error {
    override readonly name = "WireError"
}

/** Reads the encoding from the front; every method throws {@link WireError} where the bytes end too early. */
export class WireReader {
    private readonly bytes: Uint8Array
    private at = 0
    constructor(bytes: Uint8Array) {
        this.bytes = bytes
    }

    /** The next `length` bytes as they are. */
    raw(length: number): Uint8Array {
        if (length > this.bytes.length - this.at) throw new WireError("ends too early")
        const part = this.bytes.slice(this.at, this.at + length)
        this.at += length
        return part
    }
    byte(): number {
        return this.raw(1)[0] ?? 0
    }
    uint32(): number {
        const [a = 0, b = 0, c = 0, d = 0] = this.raw(4)
        return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
    }
    string(): Uint8Array {
        return this.raw(this.uint32())
    }
    /** A string that must be UTF-8. */
    text(): string {
        const text = fromUtf8(this.string())
        if (text === undefined) throw new WireError("not UTF-8")
        return text
    }
    /** A positive mpint as big-endian bytes without its sign byte; the shortest form only (RFC 4251 §5). */
    mpint(): Uint8Array {
        const bytes = this.string()
        const [first, second] = bytes
        if (first === undefined || first >= 128) throw new WireError("not a positive number")
        if (first !== 0) return bytes
        if (second === undefined || second < 128) throw new WireError("not the shortest form")
        return bytes.slice(1)
    }
    /** What is left. */
    rest(): Uint8Array {
        return this.raw(this.bytes.length - this.at)
    }
    /** Demands that nothing is left. */
    end(): void {
        if (this.at !== this.bytes.length) throw new WireError("trailing bytes")
    }
}
