import { expect, test } from "vitest"
import { chunks } from "../../src/base/source.ts"
import { blobSource, readSoFar } from "../../src/web/blob.ts"

// Files of a browser as byte sources; Node has the same Blob.

const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7 + (i >> 8)) & 0xff)

test("small reads give what stands there, wherever they are, of whichever file", async () => {
    const [one, other] = [blobSource(new Blob([bytes])), blobSource(new Blob([bytes.map((byte) => byte ^ 0xff)]))]
    for (const offset of [0, 1, 65_535, 65_536, 70_000, 3, 299_990, 131_072, 2])
        for (const length of [0, 1, 10]) {
            expect(await one.read(offset, length)).toEqual(bytes.slice(offset, offset + length))
            expect(await other.read(offset, length)).toEqual(
                bytes.slice(offset, offset + length).map((byte) => byte ^ 0xff),
            )
        }
    await expect(one.read(299_995, 10)).rejects.toThrow(RangeError)
})

test("who changes what was read changes no later reading", async () => {
    const source = blobSource(new Blob([bytes]))
    ;(await source.read(0, 8)).fill(0)
    expect(await source.read(0, 8)).toEqual(bytes.slice(0, 8))
})

test("a file that is walked through in small steps is read once", async () => {
    const source = blobSource(new Blob([bytes]))
    const before = readSoFar()
    for (let at = 0; at < bytes.length; at += 1000) await source.read(at, 1000)
    expect(readSoFar() - before).toBeLessThan(bytes.length * 1.1)
    const again = readSoFar()
    for await (const chunk of chunks(source)) expect(chunk.length).toBeGreaterThan(0)
    expect(readSoFar() - again).toBe(bytes.length)
})
