import { expect, test } from "vitest"
import { algorithmOf } from "../../../src/base/digests.ts"
import { memorySource } from "../../../src/base/source.ts"
import { type Room, registerFiles } from "../../../src/flows/officer/register-files.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { file } from "../../check.ts"

/** Files of an answer: what does not fit into the packet is listed by its hash and kept apart. */

const host = nodeHost()
const MUCH: Room = { bytes: 1e9, files: 20_000 }
const named = (files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([name, text]) => ({ name, source: memorySource(file(text)) }))
const register = (
    files: Readonly<Record<string, string>>,
    room = MUCH,
    hashes: Parameters<typeof registerFiles>[1] = [],
) => registerFiles(named(files), hashes, new Map(), room, host)

test("what is larger than the room that is left is kept apart, with its hash; what follows may fit again", async () => {
    const { registered, issues } = await register({ a: "1234", b: "1234567890", c: "12" }, { bytes: 8, files: 9 })
    expect(registered.map(({ file: { path, apart } }) => [path, apart])).toEqual([
        ["received/R01.txt", undefined],
        [undefined, true],
        ["received/R03.txt", undefined],
    ])
    expect(registered[1]?.file.sha256).toMatch(/^c775e7b757ede630cd0aa1113bd102661ab38829ca52a6422ab782862f268646$/)
    expect(registered[1]?.source).toBeUndefined()
    expect(issues.find(({ code }) => code === "received.files.apart")?.params).toEqual({ count: 1, names: "b" })
})

test("more files than a packet holds are kept apart too", async () => {
    const files = Object.fromEntries(
        Array.from({ length: 20_500 }, (_, i) => [`f${String(i).padStart(5, "0")}`, String(i)]),
    )
    const { registered, issues } = await register(files, { bytes: 1e9, files: 19_800 })
    expect(registered.filter(({ source }) => source !== undefined)).toHaveLength(19_800)
    expect(registered).toHaveLength(20_500)
    expect(issues.find(({ code }) => code === "received.files.apart")?.params).toMatchObject({ count: 700 })
    expect(registered.at(-1)?.file.label).toBe("R20500")
    expect(new Set(registered.map(({ file: { label } }) => label)).size).toBe(20_500)
})

test("order and labels follow the names' bytes, however the files are given", async () => {
    const [one, two] = [await register({ b: "1", a: "2" }), await register({ a: "2", b: "1" })]
    expect(one.registered.map(({ file: { name } }) => name)).toEqual(["a", "b"])
    expect(one.registered.map(({ file: f }) => f)).toEqual(two.registered.map(({ file: f }) => f))
})

test.each([
    ["MD5", "900150983cd24fb0d6963f7d28e17f72"],
    ["SHA-1", "a9993e364706816aba3e25717850c26c9cd0d89d"],
    ["SHA-256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
        "SHA-512",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
    ],
])("a %s that the provider stated is compared (values of the standards for “abc”)", async (algorithm, value) => {
    expect(algorithmOf(value)).toBe(algorithm)
    const spelt = [algorithm, algorithm.toLowerCase(), algorithm.replace("-", "")]
    for (const written of spelt) {
        const { registered, issues } = await register({ x: "abc" }, MUCH, [{ file: "x", algorithm: written, value }])
        expect(registered[0]?.file.stated).toEqual({ algorithm, value, agrees: true })
        // Of what two files can be made to have on purpose it is said.
        const isWeak = ["MD5", "SHA-1"].includes(algorithm)
        expect(issues.map(({ code }) => code)).toEqual(isWeak ? ["received.hash.weak"] : [])
    }
    const { registered, issues } = await register({ x: "abd" }, MUCH, [{ file: "x", algorithm, value }])
    expect(registered[0]?.file.stated?.agrees).toBe(false)
    expect(issues.map(({ code }) => code)).toContain("received.hash.differs")
})

test("of one file each hash that the provider stated is compared and kept", async () => {
    const [md5, sha256] = [
        { algorithm: "MD5", value: "900150983cd24fb0d6963f7d28e17f72" },
        { algorithm: "SHA-256", value: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
    ]
    const wrong = { ...md5, value: "0".repeat(32) }
    const { registered, issues } = await register({ x: "abc" }, MUCH, [
        { file: "x", ...wrong },
        { file: "x", ...sha256 },
        { file: "x", ...md5 },
    ])
    expect(registered[0]?.file).toMatchObject({
        stated: { ...wrong, agrees: false },
        furtherStated: [
            { ...sha256, agrees: true },
            { ...md5, agrees: true },
        ],
    })
    expect(issues.map(({ code, params }) => [code, params] as const)).toEqual([
        ["received.hash.differs", { file: "x", algorithm: "MD5", found: md5.value, stated: wrong.value }],
    ])
})
