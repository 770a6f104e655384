import { fromUtf8, latin1, viewOf } from "../../base/bytes.ts"
import { type ByteSource, partOf } from "../../base/source.ts"
import { unpackLzma } from "./lzma.ts"

/**
 * What archives say at their heads; nothing of their contents is unpacked. 7-Zip: 7zFormat.txt of the LZMA SDK. RAR: "RAR 5.0
 * archive format" and technote.txt of RAR 4.
 */

const LARGEST_HEADER = 1 << 20
const MOST_LEVELS = 4
const ENCODED = 0x17

/** The header of a 7-Zip archive, and what it is packed in before. */
export async function* headersOf7z(source: ByteSource): AsyncGenerator<Uint8Array> {
    const start = await partOf(source, 0, 32)
    if (start.length < 32) return
    const [at, size] = [12, 20].map((offset) => Number(viewOf(start).getBigUint64(offset, true))) as [number, number]
    if (size > LARGEST_HEADER || 32 + at + size > source.size) return
    let header: Uint8Array | undefined = await partOf(source, 32 + at, size)
    for (let level = 0; level < MOST_LEVELS && header !== undefined; level++) {
        yield header
        header = header[0] === ENCODED ? await unpackHeader(source, header) : undefined
    }
}

/** Names in a header of a 7-Zip archive that is not packed: pairs of bytes up to an empty one. */
function namesOf7z(header: Uint8Array): readonly string[] {
    if (header[0] === ENCODED) return []
    return latin1(header)
        .split("\0\0\0")
        .map((name) => name.replaceAll("\0", ""))
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

/** A block of a RAR archive: whether what it tells of is locked, and the name of a file. */
interface RarBlock {
    readonly isLocked: boolean
    readonly name: string
}

/** Blocks that are looked at. */
const MOST_BLOCKS = 5000
const LARGEST_BLOCK = 4096

export async function* blocksOfRar(source: ByteSource): AsyncGenerator<RarBlock> {
    const head = await partOf(source, 0, 8)
    yield* head[6] === 1 ? blocksOfRar5(source) : blocksOfRar4(source)
}

async function* blocksOfRar4(source: ByteSource): AsyncGenerator<RarBlock> {
    let at = 7
    for (let i = 0; i < MOST_BLOCKS; i++) {
        const block = await partOf(source, at, LARGEST_BLOCK)
        if (block.length < 7) return
        const view = viewOf(block)
        const [type, flags, size] = [view.getUint8(2), view.getUint16(3, true), view.getUint16(5, true)]
        const isFile = type === 0x74
        const from = (flags & 0x100) === 0 ? 32 : 40
        const length = isFile && block.length >= 32 ? view.getUint16(26, true) : 0
        yield {
            isLocked: (type === 0x73 && (flags & 0x80) !== 0) || (isFile && (flags & 4) !== 0),
            name: textOf(block.subarray(from, from + length)),
        }
        const isLong = (flags & 0x8000) !== 0 || isFile
        if (size < 7 || (isLong && block.length < 11)) return
        at += size + (isLong ? view.getUint32(7, true) : 0)
    }
}

async function* blocksOfRar5(source: ByteSource): AsyncGenerator<RarBlock> {
    let at = 8
    for (let i = 0; i < MOST_BLOCKS; i++) {
        const bytes = await partOf(source, at, LARGEST_BLOCK)
        const numbers = new Variable(bytes, 4)
        const size = numbers.next()
        const body = numbers.at
        const [type, flags] = [numbers.next(), numbers.next()]
        if (bytes.length < 7 || size === 0) return
        const extra = (flags & 1) === 0 ? 0 : numbers.next()
        const data = (flags & 2) === 0 ? 0 : numbers.next()
        const isFile = type === 2
        // Type 4 says that every header behind it is encrypted.
        const isLocked = type === 4 || (isFile && hasEncryption(bytes, body + size - extra, body + size))
        yield { isLocked, name: isFile ? nameBehind(bytes, numbers) : "" }
        if (type === 4) return
        at += body + size + data
    }
}

/** Behind the sizes of a file's header: flags, size, attributes, time, sum, method, system, length of the name, the name. */
function nameBehind(bytes: Uint8Array, numbers: Variable): string {
    const flags = numbers.next()
    numbers.next()
    numbers.next()
    numbers.at += ((flags & 2) === 0 ? 0 : 4) + ((flags & 4) === 0 ? 0 : 4)
    numbers.next()
    numbers.next()
    const length = numbers.next()
    return textOf(bytes.subarray(numbers.at, numbers.at + length))
}

/** Up to a zero, behind which RAR 4 writes the name once more. */
function textOf(bytes: Uint8Array): string {
    const end = bytes.indexOf(0)
    const name = end < 0 ? bytes : bytes.subarray(0, end)
    return fromUtf8(name) ?? latin1(name)
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

/** Names of the files in an archive, as far as they can be read: none where they are locked, or in other formats. */
export async function namesIn(mediaType: string, source: ByteSource): Promise<readonly string[]> {
    const names: string[] = []
    if (mediaType === "application/x-7z-compressed")
        for await (const header of headersOf7z(source)) names.push(...namesOf7z(header))
    if (mediaType === "application/vnd.rar") for await (const { name } of blocksOfRar(source)) names.push(name)
    return names
}
