import { inflateSync } from "fflate"
import type { FontFile } from "../../base/host.ts"

/** Header of a member, up to and including its packed size; the eight bytes of CRC and size end it. */
const HEADER = 18
const TRAILER = 8

interface Block {
    /** Where its bytes begin in the unpacked file. */
    readonly start: number
    readonly size: number
    readonly packedAt: number
    readonly packedSize: number
}

/**
 * A gzip file in blocks (BGZF, SAM specification §4.1; made by `fonts/block-gzip.mjs`) as the file it holds. Only the
 * blocks that are read are inflated, each once: a document with one rare hanzi needs half a megabyte of 30.
 *
 * Throws RangeError where the file is not of this form.
 */
export function blockGzipFile(file: FontFile): FontFile {
    const blocks = index(file)
    const last = blocks.at(-1)
    const size = last === undefined ? 0 : last.start + last.size
    const inflated = new Map<Block, Uint8Array>()

    function content(block: Block): Uint8Array {
        let bytes = inflated.get(block)
        if (bytes === undefined) {
            bytes = inflateSync(file.read(block.packedAt, block.packedSize), { out: new Uint8Array(block.size) })
            if (bytes.length !== block.size) throw new RangeError("block of a wrong size")
            inflated.set(block, bytes)
        }
        return bytes
    }
    return {
        size,
        read(offset, length) {
            if (offset < 0 || offset + length > size) throw new RangeError("read past the end")
            const out = new Uint8Array(length)
            for (let at = offset; at < offset + length; ) {
                const block = blocks[search(blocks, at)]
                if (block === undefined) throw new RangeError("read past the end")
                const part = content(block).subarray(at - block.start, offset + length - block.start)
                out.set(part, at - offset)
                at += part.length
            }
            return out
        },
    }
}

function index(file: FontFile): Block[] {
    const blocks: Block[] = []
    let start = 0
    for (let at = 0; at < file.size; ) {
        const header = file.read(at, HEADER)
        if (header[0] !== 0x1f || header[1] !== 0x8b || header[3] !== 4 || header[12] !== 0x42 || header[13] !== 0x43)
            throw new RangeError("not a gzip file in blocks")
        const whole = (header[16] ?? 0) + 256 * (header[17] ?? 0) + 1
        const end = file.read(at + whole - 4, 4)
        const size = (end[0] ?? 0) + 256 * (end[1] ?? 0) + 65536 * (end[2] ?? 0)
        if (size > 0) blocks.push({ start, size, packedAt: at + HEADER, packedSize: whole - HEADER - TRAILER })
        start += size
        at += whole
    }
    return blocks
}

/** Index of the block that holds an offset. */
function search(blocks: readonly Block[], offset: number): number {
    let low = 0
    let high = blocks.length - 1
    while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((blocks[middle]?.start ?? 0) <= offset) low = middle
        else high = middle - 1
    }
    return low
}
