import { deflateRawSync, deflateSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { equalBytes } from "../../../src/base/bytes.ts"
import { inflateTo } from "../../../src/base/zip/inflate.ts"

/** Streams of others are unpacked as far as they are wanted and no further. */

/** Bytes that pack badly, so that the packed stream is long. */
function noise(length: number): Uint8Array {
    const bytes = new Uint8Array(length)
    let state = 1
    for (let i = 0; i < length; i++) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0
        bytes[i] = state >>> 24
    }
    return bytes
}

describe.each(["zlib", "raw"] as const)("%s", (form) => {
    const pack = (bytes: Uint8Array) => new Uint8Array((form === "zlib" ? deflateSync : deflateRawSync)(bytes))
    test.each([
        ["a short stream", noise(1000)],
        ["a long one", noise(300_000)],
        ["one that packs well", new Uint8Array(2_000_000)],
        ["nothing", new Uint8Array(0)],
    ])("%s comes out as it went in", (_, bytes) => {
        const out = inflateTo(pack(bytes), bytes.length, form)
        expect(out !== undefined && equalBytes(out, bytes)).toBe(true)
    })
    test("too little is nothing, whichever way it was packed", () => {
        for (const bytes of [noise(1000), noise(300_000), new Uint8Array(2_000_000)]) {
            expect(inflateTo(pack(bytes), bytes.length + 1, form)).toBeUndefined()
            expect(inflateTo(pack(bytes).slice(0, 400), bytes.length, form)).toBeUndefined()
        }
        expect(inflateTo(new Uint8Array(300_000).fill(0xff), 1000, form)).toBeUndefined()
    })
    test("of more than is wanted the beginning is given, and the rest is not gone through", () => {
        const bytes = noise(300_000)
        expect(inflateTo(pack(bytes), 10, form)).toEqual(bytes.slice(0, 10))
        // Behind the beginning is no stream at all: it is never reached.
        const spoilt = pack(bytes).fill(0xff, 70_000)
        expect(inflateTo(spoilt, 10, form)).toEqual(bytes.slice(0, 10))
    })
})
