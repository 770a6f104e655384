import fc from "fast-check"
import { describe, expect, test } from "vitest"
import "./counted-once.ts"
import { concat, equalBytes, fromUtf8, utf8 } from "../../../src/base/bytes.ts"
import { type ByteSource, memorySource } from "../../../src/base/source.ts"
import { readStoreZip } from "../../../src/base/zip/read.ts"
import { parseManifest } from "../../../src/packet/manifest/manifest.ts"
import { parseBagInfo } from "../../../src/packet/manifest/tag-files.ts"
import { archive, codes, draft, folderInput, inMemory, judge, zipInput, zipOf } from "../assemble/sample.ts"

/** Random damage and random bytes: what was damaged is named, and nothing throws. */

type Edit = { readonly kind: "flip" | "insert" | "delete" | "cut"; readonly at: number; readonly byte: number }

/** One change of bytes; a file of no bytes can only grow. */
function damage(bytes: Uint8Array, { kind, at, byte }: Edit): Uint8Array {
    const place = bytes.length === 0 ? 0 : at % bytes.length
    const before = bytes.slice(0, place)
    switch (kind) {
        case "flip": {
            const changed = bytes.slice()
            changed[place] = (changed[place] ?? 0) ^ (byte === 0 ? 1 : byte)
            return bytes.length === 0 ? Uint8Array.of(byte) : changed
        }
        case "insert":
            return concat([before, Uint8Array.of(byte), bytes.slice(place)])
        case "delete":
            return bytes.length === 0 ? Uint8Array.of(byte) : concat([before, bytes.slice(place + 1)])
        case "cut":
            return bytes.length === 0 ? Uint8Array.of(byte) : before
        default:
            return kind satisfies never
    }
}
const edits: fc.Arbitrary<Edit> = fc.record({
    kind: fc.constantFrom("flip", "insert", "delete", "cut"),
    at: fc.nat(1 << 20),
    byte: fc.nat(255),
})

describe("any damage to any file", () => {
    test("of a folder is found, and the file named", async () => {
        const good = await inMemory(await archive(await archive(await draft()), null))
        await fc.assert(
            fc.asyncProperty(fc.constantFrom(...good.keys()), edits, async (path, edit) => {
                const before = good.get(path) ?? new Uint8Array(0)
                const bytes = damage(before, edit)
                if (equalBytes(bytes, before)) return // a byte inserted or deleted in a run of the same one, at its end
                const report = await judge(folderInput(new Map(good).set(path, bytes)))
                expect(report.verdict).not.toMatch(/^intact/)
                const errors = report.issues.filter(({ severity }) => severity === "error")
                expect(JSON.stringify(errors)).toContain(path)
            }),
            { numRuns: 300 },
        )
    })

    test("of a ZIP leaves no verdict intact", async () => {
        const good = await zipOf(await archive(await draft()))
        await fc.assert(
            fc.asyncProperty(edits, async (edit) => {
                const bytes = damage(good, edit)
                if (equalBytes(bytes, good)) return
                expect((await judge(zipInput(bytes))).verdict).toMatch(/^(?:broken|refused)$/)
            }),
            { numRuns: 300 },
        )
    })

    test("two files exchanged are both named", async () => {
        const good = await inMemory(await archive(await draft()))
        const paths = [...good.keys()].filter((path) => path.startsWith("data/"))
        await fc.assert(
            fc.asyncProperty(fc.constantFrom(...paths), fc.constantFrom(...paths), async (a, b) => {
                const [first, second] = [good.get(a) ?? new Uint8Array(0), good.get(b) ?? new Uint8Array(0)]
                if (equalBytes(first, second)) return
                const report = await judge(folderInput(new Map(good).set(a, second).set(b, first)))
                expect(report.files.changed).toEqual(expect.arrayContaining([a, b]))
            }),
            { numRuns: 30 },
        )
    })
})

/** Bytes that get past the first checks: a good example with pieces cut, doubled, overwritten and put elsewhere. */
function mangled(example: Uint8Array): fc.Arbitrary<Uint8Array> {
    const piece = fc.tuple(fc.nat(example.length), fc.nat(64), fc.nat(example.length), fc.uint8Array({ maxLength: 8 }))
    return fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) =>
        pieces.reduce((bytes, [from, length, to, noise]) => {
            const moved = concat([bytes.slice(from, from + length), noise])
            return concat([bytes.slice(0, to), moved, bytes.slice(to + (noise.length % 3) * length)])
        }, example),
    )
}

describe("no reader throws", () => {
    const anything = fc.uint8Array({ maxLength: 300 })

    test("for a ZIP that is made of pieces of ZIPs", async () => {
        const good = await zipOf(await draft())
        await fc.assert(
            fc.asyncProperty(fc.oneof(anything, mangled(good)), async (bytes) => {
                const zip = await readStoreZip(memorySource(bytes))
                if (!zip.ok) expect(zip.issues.length).toBeGreaterThan(0)
                const report = await judge(zipInput(bytes))
                if (!equalBytes(bytes, good)) expect(report.verdict).toMatch(/^(?:broken|refused)$/)
            }),
            { numRuns: 300 },
        )
    })

    test("for lists and tag files", async () => {
        const good = await inMemory(await archive(await draft()))
        const manifest = good.get("manifest-sha256.txt") ?? new Uint8Array(0)
        const info = good.get("bag-info.txt") ?? new Uint8Array(0)
        fc.assert(
            fc.property(fc.oneof(anything, mangled(manifest), mangled(info)), (bytes) => {
                for (const inside of ["data/", ""] as const) parseManifest(bytes, "m", inside)
                parseBagInfo(bytes)
            }),
            { numRuns: 2000 },
        )
    })

    test("for an archive whose every part is mangled", async () => {
        const good = await inMemory(await archive(await draft()))
        const part = fc.constantFrom(...good.keys()).chain((path) => {
            const bytes = good.get(path) ?? new Uint8Array(0)
            return mangled(bytes).map((changed) => [path, changed] as const)
        })
        await fc.assert(
            fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 6 }), async (parts) => {
                const same = parts.every(([path, bytes]) => equalBytes(bytes, good.get(path) ?? new Uint8Array(0)))
                const report = await judge(folderInput(new Map([...good, ...parts])))
                if (!same) expect(report.verdict).toMatch(/^(?:broken|refused)$/)
                expect(report.issues.every(({ path }) => Array.isArray(path))).toBe(true)
            }),
            { numRuns: 120 },
        )
    })

    test("for an index of any JSON that has the right members", async () => {
        const good = await inMemory(await draft(null))
        const index = JSON.parse(fromUtf8(good.get("data/index.json") ?? new Uint8Array(0)) ?? "") as object
        await fc.assert(
            fc.asyncProperty(
                fc.constantFrom(...Object.keys(index), "__proto__", "sent", "setAside"),
                fc.jsonValue(),
                async (name, value) => {
                    const text = JSON.stringify({ ...index, [name]: value })
                    await judge(folderInput(new Map(good).set("data/index.json", utf8(text))))
                },
            ),
            { numRuns: 500 },
        )
    })
})

test.each([
    ["bagit.txt", "verify.file.large"],
    ["bag-info.txt", "verify.file.large"],
    ["data/index.json", "verify.file.large"],
    ["data/prior/1/manifest-sha256.txt", "verify.file.large"],
    ["data/layer-2/request.json", "verify.file.larger"],
    ["data/nobody.bin", "verify.list.extra"],
])("an endless %s is told by its size and never read: %s", async (path, code) => {
    const good = [...(await inMemory(await archive(await draft())))]
    const files = good.map(([name, bytes]) => ({ path: name, source: memorySource(bytes) }))
    const endless = { size: 2 ** 40, read: () => Promise.reject(new Error("it was read")) }
    const grown = [...files.filter((file) => file.path !== path), { path, source: endless }]
    const report = await judge({ kind: "folder", files: grown })
    expect(report.verdict).toBe("broken")
    expect(report.issues.map((found) => [found.code, found.path[0]])).toContainEqual([code, path])
    const sent = await judge({ kind: "folder", files }, { sent: { kind: "folder", files: grown } })
    expect(codes(sent)).toContain("verify.sent.not-recorded")
})

test("a file that is larger by far than its index says is told by its size and never read", async () => {
    const files = [...(await inMemory(await draft()))].map(([path, bytes]) => ({ path, source: memorySource(bytes) }))
    const endless = {
        size: 5 * 2 ** 30,
        read: () => Promise.reject(new Error("it was read")),
    }
    const grown = files.map((file) => (file.path === "data/evidence/E001.jpg" ? { ...file, source: endless } : file))
    const asked: (readonly ByteSource[])[] = []
    const hashApart = {
        begin: (all: readonly ByteSource[]) => void asked.push(all),
        sha256: () => Promise.resolve(undefined),
    }
    const report = await judge({ kind: "folder", files: grown }, { hashApart })
    expect([report.verdict, report.files.changed]).toEqual(["broken", ["data/evidence/E001.jpg"]])
    expect(report.issues.filter(({ severity }) => severity === "error")).toMatchObject([
        { code: "verify.file.larger", path: ["data/evidence/E001.jpg"], params: { claimed: 9, actual: 5 * 2 ** 30 } },
    ])
    expect(asked).toHaveLength(1)
    expect(asked[0]).not.toContain(endless)
})
