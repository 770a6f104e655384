import fc from "fast-check"
import { expect, test } from "vitest"
import { concat, equalBytes, utf8 } from "../../../src/base/bytes.ts"
import { type ByteSource, memorySource, readAll } from "../../../src/base/source.ts"
import { entryChunks, readStoreZip } from "../../../src/base/zip/read.ts"
import { writeStoreZip } from "../../../src/base/zip/write.ts"
import { inFolder, run } from "../../packet/assemble/sample.ts"
import { tool } from "../../tool.ts"

const files = [
    { name: "top/bagit.txt", bytes: utf8("BagIt-Version: 1.0\n") },
    { name: "top/data/a", bytes: utf8("content a") },
    { name: "top/data/b", bytes: new Uint8Array(0) },
]
const good = writeStoreZip(files)

async function read(bytes: Uint8Array) {
    return await readStoreZip(memorySource(bytes))
}
async function issuesOf(bytes: Uint8Array): Promise<string[]> {
    const zip = await read(bytes)
    return zip.ok ? [] : zip.issues.map((i) => i.code)
}

test("what the writer wrote is read: names, sizes, contents, top directory", async () => {
    const zip = await read(good)
    if (!zip.ok) throw new Error("refused")
    expect(zip.top).toBe("top")
    for (const [i, entry] of zip.entries.entries()) {
        expect(entry.name).toBe(files[i]?.name)
        expect(await readAll(entry.source)).toEqual(files[i]?.bytes)
    }
})

test("no change of a byte is accepted with another meaning: it is refused, or the content's CRC-32 tells", async () => {
    let accepted = 0
    for (let at = 0; at < good.length; at++) {
        for (const flip of [1, 2, 0x10, 0x80, 0xff]) {
            const bytes = good.slice()
            bytes[at] = (bytes[at] ?? 0) ^ flip
            const zip = await read(bytes)
            if (!zip.ok) continue
            accepted++
            // The structure stands, so the change lies in a content and its check must fail.
            const checks = zip.entries.map(async (entry) => {
                for await (const _ of entryChunks(entry));
            })
            const failed = (await Promise.allSettled(checks)).filter(({ status }) => status === "rejected")
            expect(failed, `byte ${String(at)}`).toHaveLength(1)
        }
    }
    expect(accepted).toBe(5 * files.reduce((sum, { bytes }) => sum + bytes.length, 0))
})

test("what is accepted is what the writer writes", async () => {
    await fc.assert(
        fc.asyncProperty(
            fc.nat(good.length - 1),
            fc.nat(255),
            fc.nat(good.length - 1),
            fc.nat(255),
            async (i, x, j, y) => {
                const bytes = good.slice()
                bytes[i] = x
                bytes[j] = y
                const zip = await read(bytes)
                if (!zip.ok) return
                const again = []
                for (const { name, source } of zip.entries) again.push({ name, bytes: await readAll(source) })
                const sameCrc = equalBytes(writeStoreZip(again), bytes)
                const checks = zip.entries.map(async (entry) => {
                    for await (const _ of entryChunks(entry));
                })
                const allGood = (await Promise.allSettled(checks)).every(({ status }) => status === "fulfilled")
                expect(allGood).toBe(sameCrc)
            },
        ),
        { numRuns: 500 },
    )
})

/** Changes 16 or 32 bits at an offset. */
function patch(offset: number, value: number, size: 2 | 4 = 2): Uint8Array {
    const bytes = good.slice()
    const view = new DataView(bytes.buffer)
    if (size === 2) view.setUint16(offset, value, true)
    else view.setUint32(offset, value, true)
    return bytes
}
const end = good.length - 22
const directory = new DataView(good.buffer).getUint32(end + 16, true)

test.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(0), "zip.file.format"],
    ["text", utf8("this is not a ZIP file, but long enough"), "zip.file.format"],
    ["another archive (7z)", concat([utf8("7z"), new Uint8Array(60)]), "zip.file.format"],
    ["a cut file", good.slice(0, -1), "zip.file.end"],
    ["a byte in front", concat([Uint8Array.of(0), good]), "zip.file.end"],
    ["a byte behind", concat([good, Uint8Array.of(0)]), "zip.file.end"],
    ["a comment", concat([patch(end + 20, 3), utf8("abc")]), "zip.file.end"],
    ["a wrong count", patch(end + 8, 2), "zip.file.end"],
    ["the ZIP64 mark", patch(end + 10, 0xffff), "zip.file.entries"],
    ["an extra field", patch(directory + 30, 4), "zip.entry.header"],
    ["a compressed entry", patch(directory + 10, 8), "zip.entry.header"],
    ["an encrypted entry", patch(directory + 8, 1), "zip.entry.header"],
    ["a data descriptor", patch(directory + 8, 8), "zip.entry.header"],
    ["a symbolic link", patch(directory + 38, 0xa1ff_0020, 4), "zip.entry.header"],
    ["another date", patch(directory + 12, 0x5a21_6000, 4), "zip.entry.header"],
    ["another size in the local header", patch(18, 5, 4), "zip.entry.local-header"],
    ["another name in the local header", patch(30, 0x4141), "zip.entry.local-header"],
    ["a size beyond the file", patch(directory + 24, 0xffff_0000, 4), "zip.entry.beyond"],
    ["no entries", writeStoreZip([]), "zip.file.top"],
    ["two top directories", writeStoreZip([...files, { name: "other/a", bytes: new Uint8Array(0) }]), "zip.file.top"],
    [
        "a file beside the top directory",
        writeStoreZip([...files, { name: "loose", bytes: new Uint8Array(0) }]),
        "zip.entry.name",
    ],
    [
        "names that differ in case",
        writeStoreZip([...files, { name: "top/DATA/A", bytes: new Uint8Array(0) }]),
        "zip.entry.duplicate",
    ],
    [
        "names that differ in width",
        writeStoreZip([...files, { name: "top/data/ａ", bytes: new Uint8Array(0) }]),
        "zip.entry.duplicate",
    ],
    [
        "a right-to-left override",
        writeStoreZip([{ name: "top/a\u202Efdp.exe", bytes: new Uint8Array(0) }]),
        "zip.entry.name",
    ],
    ["a name that is not NFC", writeStoreZip([{ name: "top/e\u0301", bytes: new Uint8Array(0) }]), "zip.entry.name"],
])("a ZIP with %s is refused", async (_, bytes, code) => {
    expect(await issuesOf(bytes)).toContain(code)
})

test("a gap before the directory is refused", async () => {
    const bytes = concat([good.slice(0, directory), Uint8Array.of(0, 0, 0), good.slice(directory)])
    new DataView(bytes.buffer).setUint32(bytes.length - 6, directory + 3, true)
    expect(await issuesOf(bytes)).toEqual(["zip.file.gap"])
})

test("overlapping entries are refused", async () => {
    // The second directory record points at the first entry's local header.
    const second = directory + 46 + "top/bagit.txt".length
    expect(await issuesOf(patch(second + 42, 0, 4))).toContain("zip.entry.header")
})

test("all faults of several entries are named", async () => {
    const bytes = patch(directory + 12, 0x5a21_6000, 4)
    new DataView(bytes.buffer).setUint16(30, 0x4141, true)
    const zip = await read(bytes)
    expect(zip.ok ? [] : zip.issues.map((i) => i.code)).toEqual(["zip.entry.header", "zip.entry.local-header"])
})

test.skipIf(!tool("python3"))("an ordinary ZIP of another program is refused, not misread", () =>
    inFolder(new Map([["a", utf8("x")]]), async (folder) => {
        run(folder, "python3", ["-c", "import zipfile as z;f=z.ZipFile('o.zip','w');f.write('a','top/a')"])
        const { readFileSync } = await import("node:fs")
        expect(await issuesOf(new Uint8Array(readFileSync(`${folder}/o.zip`)))).not.toEqual([])
    }),
)

test("a large entry is never read whole", async () => {
    const bytes = writeStoreZip([{ name: "top/big", bytes: new Uint8Array(5 << 20).fill(7) }])
    let longest = 0
    const inner = memorySource(bytes)
    const source: ByteSource = {
        size: inner.size,
        read(offset, length) {
            longest = Math.max(longest, length)
            return inner.read(offset, length)
        },
    }
    const zip = await readStoreZip(source)
    if (!zip.ok) throw new Error("refused")
    for (const entry of zip.entries) for await (const _ of entryChunks(entry));
    expect(longest).toBeLessThanOrEqual(1 << 20)
})
