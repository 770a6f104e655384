import { expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { memorySource } from "../../../src/base/source.ts"
import { dangerOf } from "../../../src/facts/evidence/danger.ts"
import { HEAD_BYTES, sniffType } from "../../../src/facts/evidence/file-type.ts"
import { lockOf } from "../../../src/facts/evidence/locked.ts"
import { unpackLzma } from "../../../src/facts/evidence/lzma.ts"
import { makeCompound } from "./make-compound.ts"

/** Files that ask for a password, as the programs write them; RAR by its published layout, as no free program writes it. */

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"))
const told = (bytes: Uint8Array, name: string) =>
    lockOf(sniffType(bytes.subarray(0, HEAD_BYTES), name).mediaType, memorySource(bytes))

/** By 7-Zip 26.02: two files; the contents locked, the names too, neither. */
const CONTENTS =
    "N3q8ryccAASwfsJdmgAAAAAAAAAhAAAAAAAAAKTI2yz4qM1INZEWp0UgkLkYCZUkbP9cJX3v+wroTjoBdkK3DQAAgTMHrg/QDrA8nzkQnJ+m1TPasi6w3Bi9bByFTC/mSzYBqhwTj7x4DTsOaWMUfQe68OKonoer0EmwEONMPIOBagxTFimXbIKYPcHdH/gN3S9PEiGSl/XR8ojWz243fxgZbKq9TM8mWYARvyVj0CZBaRSUmpiMAAAAFwYgAQl6AAcLAQABIwMBAQVdABAAAAyAjgoBQZzyDQAA"
const NAMES =
    "N3q8ryccAAQFjoNjoAAAAAAAAAA9AAAAAAAAAGELJ7y2tjRIblkhMbdqyHhFpcj8pcT3LRlUcv1sWKPxwY95ENfBpA+WMJgGNRJ6z3BStIcPvpn7vLvDQofBPP5ypBO2RZDciCuJdLib7oPfEJh66hDQDFzUxTHzkjORuU7If3ZRt+3NJD55AfXs6Pjrj0bnytFyARWTIlLVUZFOX0SwQl+fb9g2tCYwHX2cm46Og0oH3tsi3rSLEQ9aeGX3YkMjFwYgAQmAgAAHCwEAAiQG8QcBElMPcbgMydZHmQ8ZNE6+LY/GbCMDAQEFXQAQAAABAAx5gI4KAdjxAmoAAA=="
const OPEN =
    "N3q8ryccAATFtiC/ewAAAAAAAAAgAAAAAAAAAFpLghPgAB8AFl0ANBlJ7o3vpCk6M1/8relep68RhR24AAAAAIEzB64Pz+swFA/r6py/Nj3+gWh/f4pXtqzB6SboliXl8XPo0O4sanj0MxYQnmN2PCSISZyR0anMa9zQm85k4I6y4geyKtRTOYBxB2yS79hQQAW6Vbid0Q0AAAAXBh4BCV0ABwsBAAEjAwEBBV0AEAAADG4KARK1+JcAAA=="
const ONE =
    "N3q8ryccAASOEVNNIAAAAAAAAABiAAAAAAAAAKrgDw+JE+TA2gL0Sd8ptCQJnG4sD4m4q3pm5Tf+LlJP3zmecAEEBgABCSAABwsBAAIkBvEHARJTD+O4nb+oUXBPat1kZ6ekDrEhIQEAAQAMFBAACAoBF5ntqwAABQEZAQARDQBhAC4AYwBzAHYAAAAUCgEAvlP7MFp/3QEVBgEAIICkgQAA"

test.each([
    ["contents", CONTENTS, "password"],
    ["contents of one file", ONE, "password"],
    ["names", NAMES, "password"],
    ["nothing", OPEN, undefined],
])("7-Zip with %s locked", async (_, base64, expected) => {
    expect(await told(bytesOf(base64), "answer.7z")).toBe(expected)
})

test("a damaged or cut 7-Zip archive is not called locked, and takes nothing down", async () => {
    const whole = bytesOf(OPEN)
    for (let length = 0; length < whole.length; length++)
        expect(await told(whole.subarray(0, length), "a.7z")).toBeUndefined()
    for (let at = 8; at < whole.length; at++) {
        const spoilt = whole.slice()
        spoilt[at] = (spoilt[at] ?? 0) ^ 0xff
        expect([undefined, "password"]).toContain(await told(spoilt, "a.7z"))
    }
})

test("what LZMA unpacks is bounded by what the header says, and damage is no result", () => {
    expect(unpackLzma(new Uint8Array(5), new Uint8Array(20), 10)).toEqual(new Uint8Array(10))
    expect(unpackLzma(new Uint8Array(5), new Uint8Array(4), 10)).toBeUndefined()
    expect(unpackLzma(Uint8Array.of(0xff, 0, 0, 0, 0), new Uint8Array(20), 10)).toBeUndefined()
    expect(unpackLzma(new Uint8Array(5), new Uint8Array(6), 1e5)).toBeUndefined()
    expect(unpackLzma(new Uint8Array(5), new Uint8Array(20).fill(0xff, 1), 10)).toBeUndefined()
})

const RAR4 = bytesOf("UmFyIRoHAA==")
const RAR5 = bytesOf("UmFyIRoHAQA=")
/** Type, flags, size of the header, then its other bytes. */
const block4 = (type: number, flags: number, packed = 0) => {
    const bytes = new Uint8Array(type === 0x74 ? 32 : 13)
    const view = new DataView(bytes.buffer)
    bytes[2] = type
    view.setUint16(3, flags, true)
    view.setUint16(5, bytes.length, true)
    if (type === 0x74) view.setUint32(7, packed, true)
    return concat([bytes, new Uint8Array(packed)])
}
/** Behind a CRC-32: size, type, flags, then what they announce. */
const block5 = (...body: readonly number[]) => Uint8Array.of(0, 0, 0, 0, body.length, ...body)

test.each([
    ["names, RAR 4", concat([RAR4, block4(0x73, 0x80)]), "password"],
    ["contents, RAR 4", concat([RAR4, block4(0x73, 0), block4(0x7a, 0), block4(0x74, 0x8004, 5)]), "password"],
    ["nothing, RAR 4", concat([RAR4, block4(0x73, 0), block4(0x74, 0x8000, 5), block4(0x7b, 0)]), undefined],
    ["names, RAR 5", concat([RAR5, block5(4, 0, 0, 0, 15)]), "password"],
    // Main header, then a file: extra area of four bytes at its end, of which the record has type 1.
    ["contents, RAR 5", concat([RAR5, block5(1, 0, 0), block5(2, 3, 4, 0, 9, 9, 3, 1, 0, 0)]), "password"],
    ["nothing, RAR 5", concat([RAR5, block5(1, 0, 0), block5(2, 3, 4, 0, 9, 9, 3, 2, 0, 0), block5(5, 0)]), undefined],
    ["cut short", RAR5, undefined],
])("RAR with %s locked", async (_, bytes, expected) => {
    expect(await told(bytes, "answer.rar")).toBe(expected)
})

/** By 7-Zip 16.02: 机器人/安装.exe and a text. */
const PROGRAM =
    "N3q8ryccAASdKorceQAAAAAAAAAhAAAAAAAAAHwT9hQBAAJ4TVoAAACBMweuD84lflFCynNIGZqoUZTnWFvYm+XEttUgqfHsJwqlyCCfyvgGzSHZxHSEx0jjBUyhCSzcNUjHRpfyzygg09wwbCSJ1IlvwUeOg7BreWj3O3PbY0gBFnDMbjvtLtO+Vpt2yuTTqyx5WdHwJAAAFwYHAQlyAAcLAQABIwMBAQVdABAAAAyAigoBVakqfAAA"
/** A file's block of RAR 4 with its name, and of RAR 5. */
const named4 = (name: string) => {
    const bytes = concat([block4(0x74, 0x8000), utf8(name)])
    new DataView(bytes.buffer).setUint16(5, bytes.length, true)
    new DataView(bytes.buffer).setUint16(26, utf8(name).length, true)
    return bytes
}
const named5 = (name: string) => {
    const letters = utf8(name)
    return block5(2, 0, 4, 0x80, 1, 32, 9, 9, 9, 9, 0, 0, letters.length, ...letters)
}

test.each([
    ["a.7z", bytesOf(PROGRAM), "active"],
    ["a.7z", bytesOf(OPEN), undefined],
    ["a.7z", bytesOf(NAMES), undefined],
    ["a.rar", concat([RAR4, block4(0x73, 0), named4("a.txt"), named4("工具/机器人.exe"), block4(0x7b, 0)]), "active"],
    ["a.rar", concat([RAR4, block4(0x73, 0), named4("a.txt"), block4(0x7b, 0)]), undefined],
    ["a.rar", concat([RAR5, block5(1, 0, 0), named5("a.txt"), named5("工具/机器人.exe"), block5(5, 0)]), "active"],
    ["a.rar", concat([RAR5, block5(1, 0, 0), named5("a.txt"), block5(5, 0)]), undefined],
    ["a.rar", RAR5, undefined],
])("a program in an archive is told by its name (%s, %#)", async (name, bytes, expected) => {
    const { mediaType } = sniffType(bytes.subarray(0, HEAD_BYTES), name)
    expect(await dangerOf(memorySource(bytes), name, mediaType)).toBe(expected)
})

test("an office document behind a password is told by its directory, wherever in it that stands", async () => {
    const before = ["Root Entry", "DataSpaces", "Version", "DataSpaceMap", "StrongEncryptionTransform"]
    expect(await told(makeCompound([...before, "EncryptionInfo", "EncryptedPackage"]), "a.xlsx")).toBe("password")
    expect(await told(makeCompound(["Root Entry", "Workbook"]), "a.xls")).toBeUndefined()
    // A name in the contents is none of the directory.
    const said = concat([makeCompound(["Root Entry"]), utf8([..."EncryptedPackage"].map((c) => `${c}\0`).join(""))])
    expect(await told(said, "a.doc")).toBeUndefined()
})

const padded = (...start: readonly number[]) => Uint8Array.from({ length: 512 }, (_, i) => start[i] ?? 0)
/** A record of a workbook: its number and its length, then so many bytes. */
const record = (number: number, length: number) => [
    number & 0xff,
    number >> 8,
    length,
    0,
    ...Array<number>(length).fill(1),
]
/** The one record of that stream, with the mark that says whether the document is encrypted. */
const user = (...mark: readonly number[]) => Uint8Array.of(0, 0, 0xf6, 0x0f, 20, 0, 0, 0, 20, 0, 0, 0, ...mark)

test.each([
    ["a.doc", "WordDocument", padded(0xec, 0xa5, 0xc1, 0, 0, 0, 0, 0, 0, 0, 0, 0x13), "password"],
    ["a.doc", "WordDocument", padded(0xec, 0xa5, 0xc1, 0, 0, 0, 0, 0, 0, 0, 0xf0, 0x12), undefined],
    ["a.xls", "Workbook", padded(...record(0x809, 16), ...record(0x2f, 54)), "password"],
    ["a.xls", "Book", padded(...record(0x809, 8), ...record(0x86, 0), ...record(0x2f, 4)), "password"],
    ["a.xls", "Workbook", padded(...record(0x809, 16), ...record(0xe1, 2), ...record(0xc1, 2), 0x2f), undefined],
    ["a.ppt", "Current User", user(0xdf, 0xc4, 0xd1, 0xf3), "password"],
    ["a.ppt", "Current User", user(0x5f, 0xc0, 0x91, 0xe3), undefined],
])(
    "a document of the programs before 2007 says so at the head of a stream: %s, %s",
    async (name, stream, start, expected) => {
        const bytes = makeCompound(["Root Entry", "1Table", "SummaryInformation", stream], { [stream]: start })
        expect(await told(bytes, name)).toBe(expected)
        for (let length = 0; length < bytes.length; length += 61)
            expect([undefined, expected]).toContain(await told(bytes.subarray(0, length), name))
    },
)

test("a directory whose sectors go round is left", async () => {
    const bytes = makeCompound(["Root Entry", "A", "B", "C", "D"])
    new DataView(bytes.buffer).setUint32(512 + 4 * 2, 1, true)
    expect(await told(bytes, "a.doc")).toBeUndefined()
})

test.each([
    ["%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R/Encrypt 5 0 R>>\nstartxref\n9\n%%EOF\n", "encrypted"],
    ["%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<</Encrypt<</Filter/Standard>> >>\nstartxref\n9\n%%EOF\n", "encrypted"],
    [`%PDF-1.5\n7 0 obj<</Type/XRef/Encrypt 5 0 R>>stream${"x".repeat(1e5)}\nstartxref\n9\n%%EOF\n`, "encrypted"],
    ["%PDF-1.4\n1 0 obj<</EncryptMetadata false>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n", undefined],
    ["%PDF-1.4\n", undefined],
])("a PDF is told as encrypted by its trailer alone", async (text, expected) => {
    expect(await told(utf8(text), "a.pdf")).toBe(expected)
})
