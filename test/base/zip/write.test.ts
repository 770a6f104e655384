import { ZipArchive } from "archiver"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { concat, equalBytes, utf8 } from "../../../src/base/bytes.ts"
import { memorySource } from "../../../src/base/source.ts"
import { crc32 } from "../../../src/base/zip/crc32.ts"
import { ZIP_DATE } from "../../../src/base/zip/profile.ts"
import { storeZipChunks, writeStoreZip, type ZipFile } from "../../../src/base/zip/write.ts"
import { inFolder, run } from "../../packet/assemble/sample.ts"
import { tool } from "../../tool.ts"

async function withArchiver(files: readonly ZipFile[], date: Date): Promise<Uint8Array> {
    const archive = new ZipArchive({ store: true })
    const parts: Buffer[] = []
    archive.on("data", (chunk: Buffer) => parts.push(chunk))
    const end = new Promise((resolve, reject) => archive.once("end", resolve).once("error", reject))
    for (const { name, bytes } of files) archive.append(Buffer.from(bytes), { name, date, mode: 0o644 })
    await archive.finalize()
    await end
    return new Uint8Array(Buffer.concat(parts))
}

const segment = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}(\.[a-z]{1,4})?$/)
const packetFiles = fc
    .uniqueArray(fc.array(segment, { minLength: 1, maxLength: 4 }), {
        selector: (path) => path.join("/"),
        maxLength: 12,
    })
    .chain((paths) =>
        fc.tuple(
            ...paths.map((path) =>
                fc.uint8Array({ maxLength: 300 }).map((bytes) => ({ name: `top/${path.join("/")}`, bytes })),
            ),
        ),
    )

test("the writer gives archiver's bytes for random packets and dates", async () => {
    const dates = fc.date({
        min: new Date("1980-01-01T00:00:00Z"),
        max: new Date("2043-12-31T00:00:00Z"),
        noInvalidDate: true,
    })
    await fc.assert(
        fc.asyncProperty(packetFiles, fc.oneof(fc.constant(ZIP_DATE), dates), async (files, date) => {
            const ours = writeStoreZip(files, { date })
            expect(equalBytes(ours, await withArchiver(files, date))).toBe(true)
        }),
        { numRuns: 60 },
    )
})

test("a name that is not ASCII gets archiver's UTF-8 flag", async () => {
    const files = [{ name: "交民警/01-材料核对单.pdf", bytes: utf8("x") }]
    expect(writeStoreZip(files)).toEqual(await withArchiver(files, ZIP_DATE))
})

test("the streaming writer gives the same bytes as the one in memory", async () => {
    const files = [
        { name: "top/big", bytes: new Uint8Array((1 << 20) + 17).map((_, i) => i * 31) },
        { name: "top/empty", bytes: new Uint8Array(0) },
    ]
    const parts: Uint8Array[] = []
    for await (const part of storeZipChunks(files.map(({ name, bytes }) => ({ name, source: memorySource(bytes) }))))
        parts.push(part)
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(1 << 20)
    expect(equalBytes(concat(parts), writeStoreZip(files))).toBe(true)
})

test("a source that changes between the two passes stops the streaming writer", async () => {
    let reads = 0
    const source = { size: 1, read: () => Promise.resolve(Uint8Array.of(reads++)) }
    const all = async () => {
        for await (const _ of storeZipChunks([{ name: "top/a", source }]));
    }
    await expect(all()).rejects.toMatchObject({ issues: [{ code: "shell.file.changing" }] })
})

test.each(["", "/a", "a//b", "a/../b", "./a", "a\\b", "C:a", "evidence:2024.txt", "a\nb", "a\0", "a\uD800"])(
    "%j is refused as a name, because archiver or a reader would change it",
    (name) => {
        expect(() => writeStoreZip([{ name, bytes: new Uint8Array(0) }])).toThrow(RangeError)
    },
)

test("the same name twice is refused", () => {
    const file = { name: "top/a", bytes: new Uint8Array(0) }
    expect(() => writeStoreZip([file, file])).toThrow("twice")
})

test("more than 20,000 entries are refused", () => {
    const files = Array.from({ length: 20_001 }, (_, i) => ({ name: `top/${String(i)}`, bytes: new Uint8Array(0) }))
    expect(() => writeStoreZip(files)).toThrow(RangeError)
})

test("dates outside the DOS range are refused instead of clamped", () => {
    expect(() => writeStoreZip([], { date: new Date("1979-12-31T23:59:59Z") })).toThrow(RangeError)
})

describe("other programs", () => {
    const files = [
        { name: "top/a.txt", bytes: utf8("hello\n") },
        { name: "top/data/empty", bytes: new Uint8Array(0) },
    ]
    const zip = new Map([["packet.zip", writeStoreZip(files)]])
    test.skipIf(!tool("unzip"))("unzip tests and extracts it", () =>
        inFolder(zip, (folder) => {
            expect(run(folder, "unzip", ["-t", "packet.zip"]).output).toContain("No errors detected")
            run(folder, "unzip", ["-q", "packet.zip"])
            expect(run(folder, "cat", ["top/a.txt"]).output).toBe("hello\n")
        }),
    )
    test.skipIf(!tool("python3"))("Python's zipfile reads names, modes, dates and content", () =>
        inFolder(zip, (folder) => {
            const script =
                "import zipfile as z;f=z.ZipFile('packet.zip');print(f.testzip(),[(i.filename,oct(i.external_attr>>16),i.date_time,f.read(i)) for i in f.infolist()])"
            expect(run(folder, "python3", ["-c", script]).output.trim()).toBe(
                "None [('top/a.txt', '0o100644', (1980, 1, 1, 0, 0, 0), b'hello\\n'), ('top/data/empty', '0o100644', (1980, 1, 1, 0, 0, 0), b'')]",
            )
        }),
    )
})

test("CRC-32 has its check value, and may be taken in parts", () => {
    expect(crc32(utf8("123456789"))).toBe(0xcbf43926)
    fc.assert(
        fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, at) => {
            expect(crc32(bytes.subarray(at), crc32(bytes.subarray(0, at)))).toBe(crc32(bytes))
        }),
    )
})
