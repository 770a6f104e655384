import { describe, expect, test } from "vitest"
import { utf8 } from "../../src/base/bytes.ts"
import { knownDigests, type NewHasher, portableSha256, rememberDigests } from "../../src/base/digest.ts"
import { type ByteSource, memorySource } from "../../src/base/source.ts"
import { crc32 } from "../../src/base/zip/crc32.ts"
import { storeZipChunks } from "../../src/base/zip/write.ts"

/** What is known of a source in a run, so that gigabytes are read but twice. */

const withCrc: NewHasher = () => {
    const hasher = portableSha256()
    let crc = 0
    const update = (bytes: Uint8Array) => {
        hasher.update(bytes)
        crc = crc32(bytes, crc)
    }
    return { ...hasher, update, crc32: () => crc }
}

/** A source that counts how often each byte is read. */
function counted(bytes: Uint8Array): { source: ByteSource; read: () => number; set: (other: Uint8Array) => void } {
    let inner = memorySource(bytes)
    let read = 0
    const source: ByteSource = {
        size: bytes.length,
        read(offset, length) {
            read += length
            return inner.read(offset, length)
        },
    }
    return {
        source,
        read: () => read / bytes.length,
        set(other) {
            inner = memorySource(other)
        },
    }
}

const zipOf = async (source: ByteSource) => {
    const parts: number[] = []
    for await (const chunk of storeZipChunks([{ name: "top/a.mp4", source }])) parts.push(...chunk)
    return parts
}

describe("digests that are remembered", () => {
    test("are those of the content, and known of that source alone", async () => {
        const { source } = counted(utf8("evidence"))
        expect(knownDigests(source)).toBeUndefined()
        const found = await rememberDigests(source, withCrc)
        const hasher = portableSha256()
        hasher.update(utf8("evidence"))
        expect(found).toEqual({ sha256: hasher.hex(), crc32: crc32(utf8("evidence")) })
        expect(knownDigests(source)).toEqual(found)
        expect(knownDigests(memorySource(utf8("evidence")))).toBeUndefined()
    })
    test("spare the writer of a ZIP one reading, and change no byte", async () => {
        const known = counted(utf8("evidence"))
        await rememberDigests(known.source, withCrc)
        const fresh = counted(utf8("evidence"))
        expect(await zipOf(known.source)).toEqual(await zipOf(fresh.source))
        expect([known.read(), fresh.read()]).toEqual([2, 2])
    })
    test("are held against what is packed", async () => {
        const changed = counted(utf8("evidence"))
        await rememberDigests(changed.source, withCrc)
        changed.set(utf8("Evidence"))
        await expect(zipOf(changed.source)).rejects.toMatchObject({ issues: [{ code: "shell.file.changing" }] })
    })
    test("hold no CRC-32 where the platform has none, and the writer reckons it", async () => {
        const { source, read } = counted(utf8("evidence"))
        expect(await rememberDigests(source, portableSha256)).not.toHaveProperty("crc32")
        await zipOf(source)
        expect(read()).toBe(3)
    })
})
