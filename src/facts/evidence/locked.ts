import { latin1, viewOf } from "../../base/bytes.ts"
import { isCompound, isLockedOffice } from "../../base/compound-file.ts"
import { type ByteSource, partOf } from "../../base/source.ts"
import { unpackLzma } from "./lzma.ts"

/**
 * Files that ask for a password, by their heads; nothing is opened. 7-Zip: 7zFormat.txt of the LZMA SDK. RAR: "RAR 5.0
 * archive format" and technote.txt of RAR 4. PDF: ISO 32000-1 §7.6.
 */

/** `encrypted`: a PDF that is, which may open all the same and forbid printing or copying alone. */
export type Lock = "password" | "encrypted"

/** Tells whether a file asks for a password; undefined where its head does not say so, or it is of another type. */
export async function lockOf(mediaType: string, source: ByteSource): Promise<Lock | undefined> {
    if (mediaType === "application/pdf") return (await isEncryptedPdf(source)) ? "encrypted" : undefined
    const isLocked =
        mediaType === "application/x-7z-compressed"
            ? isLocked7z
            : mediaType === "application/vnd.rar"
              ? isLockedRar
              : isCompound(await partOf(source, 0, 8))
                ? isLockedOffice
                : undefined
    return isLocked !== undefined && (await isLocked(source)) ? "password" : undefined
}

const LARGEST_HEADER = 1 << 20
const MOST_LEVELS = 4
const ENCODED = 0x17
/** A coder with properties whose id is that of AES: in clear, or behind LZMA where only the contents are locked. */
const AES_CODER = [0x24, 0x06, 0xf1, 0x07, 0x01]

async function isLocked7z(source: ByteSource): Promise<boolean> {
    const start = await partOf(source, 0, 32)
    if (start.length < 32) return false
    const [at, size] = [12, 20].map((offset) => Number(viewOf(start).getBigUint64(offset, true))) as [number, number]
    if (size > LARGEST_HEADER || 32 + at + size > source.size) return false
    let header: Uint8Array | undefined = await partOf(source, 32 + at, size)
    for (let level = 0; level < MOST_LEVELS && header !== undefined; level++) {
        if (holds(header, AES_CODER)) return true
        header = header[0] === ENCODED ? await unpackHeader(source, header) : undefined
    }
    return false
}

function holds(bytes: Uint8Array, what: readonly number[]): boolean {
    const [first = 0] = what
    for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
        if (what.every((byte, i) => bytes[at + i] === byte)) return true
    return false
}

/** The header of a 7-Zip archive that is packed as one stream by LZMA, as 7-Zip writes it. */
async function unpackHeader(source: ByteSource, header: Uint8Array): Promise<Uint8Array | undefined> {
    const numbers = new Numbers(header, 1)
    if (!numbers.are(6)) return undefined
    const at = numbers.next()
    if (!numbers.are(1, 9)) return undefined
    const packed = numbers.next()
    // Digests of what is packed may follow.
    if (numbers.peek() === 0x0a) numbers.skip(6)
    // One folder of one coder, LZMA, with five bytes of properties.
    if (!numbers.are(0, 7, 0x0b, 1, 0, 1, 0x23, 3, 1, 1, 5)) return undefined
    const properties = numbers.take(5)
    if (!numbers.are(0x0c)) return undefined
    const size = numbers.next()
    if (size > LARGEST_HEADER || packed > LARGEST_HEADER) return undefined
    return unpackLzma(properties, await partOf(source, 32 + at, packed), size)
}

/** Numbers as 7-Zip writes them: the first byte's leading ones count the bytes that follow. */
class Numbers {
    private readonly bytes: Uint8Array
    private at: number
    constructor(bytes: Uint8Array, at: number) {
        this.bytes = bytes
        this.at = at
    }
    peek(): number | undefined {
        return this.bytes[this.at]
    }
    skip(count: number): void {
        this.at += count
    }
    take(count: number): Uint8Array {
        this.at += count
        return this.bytes.subarray(this.at - count, this.at)
    }
    are(...expected: readonly number[]): boolean {
        return expected.every((byte) => this.bytes[this.at++] === byte)
    }
    next(): number {
        const first = this.bytes[this.at++] ?? 0
        let value = 0
        for (let i = 0, mask = 0x80; i < 8; i++, mask >>= 1) {
            if ((first & mask) === 0) return value + (first & (mask - 1)) * 256 ** i
            value += (this.bytes[this.at++] ?? 0) * 256 ** i
        }
        return value
    }
}

/** Blocks of a RAR archive that are looked at; the first file tells. */
const MOST_BLOCKS = 64

async function isLockedRar(source: ByteSource): Promise<boolean> {
    const head = await partOf(source, 0, 8)
    return head[6] === 1 ? await isLockedRar5(source) : await isLockedRar4(source)
}

async function isLockedRar4(source: ByteSource): Promise<boolean> {
    let at = 7
    for (let i = 0; i < MOST_BLOCKS; i++) {
        const block = await partOf(source, at, 11)
        if (block.length < 7) return false
        const view = viewOf(block)
        const [type, flags, size] = [view.getUint8(2), view.getUint16(3, true), view.getUint16(5, true)]
        if ((type === 0x73 && (flags & 0x80) !== 0) || (type === 0x74 && (flags & 4) !== 0)) return true
        const isLong = (flags & 0x8000) !== 0 || type === 0x74
        if (size < 7 || (isLong && block.length < 11)) return false
        at += size + (isLong ? view.getUint32(7, true) : 0)
    }
    return false
}

async function isLockedRar5(source: ByteSource): Promise<boolean> {
    let at = 8
    for (let i = 0; i < MOST_BLOCKS; i++) {
        const bytes = await partOf(source, at, 4096)
        const numbers = new Variable(bytes, 4)
        const size = numbers.next()
        const body = numbers.at
        const [type, flags] = [numbers.next(), numbers.next()]
        // Type 4 says that every header behind it is encrypted.
        if (bytes.length < 7 || size === 0 || type === 4) return type === 4 && size > 0
        const extra = (flags & 1) === 0 ? 0 : numbers.next()
        const data = (flags & 2) === 0 ? 0 : numbers.next()
        if (type === 2 && hasEncryption(bytes, body + size - extra, body + size)) return true
        at += body + size + data
    }
    return false
}

/** Records of a file's extra area: size, type, data; type 1 is its encryption. */
function hasEncryption(bytes: Uint8Array, from: number, to: number): boolean {
    const numbers = new Variable(bytes, from)
    while (numbers.at < Math.min(to, bytes.length)) {
        const size = numbers.next()
        const next = numbers.at + size
        if (size === 0) return false
        if (numbers.next() === 1) return true
        numbers.at = next
    }
    return false
}

/** Numbers as RAR 5 writes them: seven bits a byte, the lowest first. */
class Variable {
    private readonly bytes: Uint8Array
    at: number
    constructor(bytes: Uint8Array, at: number) {
        this.bytes = bytes
        this.at = at
    }
    next(): number {
        let value = 0
        for (let i = 0; i < 10; i++) {
            const byte = this.bytes[this.at++] ?? 0
            value += (byte & 0x7f) * 128 ** i
            if (byte < 0x80) break
        }
        return value
    }
}

const PDF_TAIL = 64 << 10
const PDF_TRAILER = 4 << 10

/** Whether the trailer of a PDF names an encryption dictionary: at its end, or in the stream to which `startxref` leads. */
async function isEncryptedPdf(source: ByteSource): Promise<boolean> {
    const tail = latin1(await partOf(source, source.size - PDF_TAIL, PDF_TAIL))
    if (namesEncryption(tail)) return true
    const [, at] = /startxref\s+(\d{1,15})\s+%%EOF[\s\S]*?$/.exec(tail.slice(-2048)) ?? []
    return at !== undefined && namesEncryption(latin1(await partOf(source, Number(at), PDF_TRAILER)))
}

const namesEncryption = (text: string): boolean => /\/Encrypt\s*(?:\d+\s+\d+\s+R\b|<<)/.test(text)
