import { fromUtf8, viewOf } from "../../base/bytes.ts"
import type { ByteSource } from "../../base/source.ts"
import { inflateTo } from "../../base/zip/inflate.ts"

/** What lies in a ZIP that somebody else made, by its directory. */

/** A file in a ZIP. */
export interface ZipMember {
    /** As written there; UTF-8 where it is, else each byte as one character. */
    readonly name: string
    /** 0 stored, 8 deflated. */
    readonly method: number
    /** Encrypted members hold nothing to be read. */
    readonly isEncrypted: boolean
    readonly packedBytes: number
    readonly sizeBytes: number
    /** Offset of the local header. */
    readonly at: number
}

/** The end record and the longest comment behind it (APPNOTE 6.3.10 §4.3.16). */
const LARGEST_END = 22 + 0xffff
const LARGEST_DIRECTORY = 16 << 20

/** Members in the order of the directory; `undefined` where there is none to be read, as in a file cut short. */
export async function readZipDirectory(source: ByteSource): Promise<readonly ZipMember[] | undefined> {
    const tailAt = Math.max(0, source.size - LARGEST_END)
    const tail = await source.read(tailAt, source.size - tailAt)
    const view = viewOf(tail)
    let end = tail.length - 22
    while (end >= 0 && view.getUint32(end, true) !== 0x0605_4b50) end--
    if (end < 0) return undefined
    const size = view.getUint32(end + 12, true)
    const offset = view.getUint32(end + 16, true)
    // 0xffffffff stands for a ZIP64 record, whose files are too large to be looked into.
    if (size > LARGEST_DIRECTORY || offset + size > source.size) return undefined
    return readMembers(await source.read(offset, size))
}

function readMembers(directory: Uint8Array): readonly ZipMember[] {
    const view = viewOf(directory)
    const members: ZipMember[] = []
    let at = 0
    while (at + 46 <= directory.length && view.getUint32(at, true) === 0x0201_4b50) {
        const length = view.getUint16(at + 28, true)
        members.push({
            name: nameOf(directory.subarray(at + 46, at + 46 + length)),
            method: view.getUint16(at + 10, true),
            isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
            packedBytes: view.getUint32(at + 20, true),
            sizeBytes: view.getUint32(at + 24, true),
            at: view.getUint32(at + 42, true),
        })
        at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return members
}

function nameOf(bytes: Uint8Array): string {
    return fromUtf8(bytes) ?? String.fromCharCode(...bytes)
}

/** One file of a ZIP, where it is no larger than that and neither encrypted nor damaged. */
export async function unpackMember(
    source: ByteSource,
    member: ZipMember,
    most: number,
): Promise<Uint8Array | undefined> {
    const { at, method, isEncrypted, packedBytes, sizeBytes } = member
    if (isEncrypted || sizeBytes > most || packedBytes > most || at + 30 > source.size) return undefined
    const head = await source.read(at, 30)
    const view = viewOf(head)
    const from = at + 30 + view.getUint16(26, true) + view.getUint16(28, true)
    if (from + packedBytes > source.size || packedBytes === 0) return undefined
    const packed = await source.read(from, packedBytes)
    if (method === 0) return packed
    if (method !== 8) return undefined
    return inflateTo(packed, sizeBytes, "raw")
}
