import { ed25519 } from "@noble/curves/ed25519.js"
import { sha512 } from "@noble/hashes/sha2.js"
import { describe, expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { ed25519PublicKey, isStrictPoint, signEd25519, verifyEd25519 } from "../../../src/packet/signature/ed25519.ts"

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const seed = new Uint8Array(32).fill(7)
const message = utf8("message")
const L = ed25519.Point.Fn.ORDER

function littleEndian(value: bigint): Uint8Array {
    return Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 255n))
}
function number(little: Uint8Array): bigint {
    return little.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n)
}

test("RFC 8032 §7.1 test 2", () => {
    const secret = bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    const key = bytes("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    const signature = bytes(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    )
    expect(ed25519PublicKey(secret)).toEqual(key)
    expect(signEd25519(Uint8Array.of(0x72), secret)).toEqual(signature)
    expect(verifyEd25519(signature, Uint8Array.of(0x72), key)).toBe(true)
})

// All encodings of the eight small-order points and of points with y >= p, as listed in C2SP's CCTV.
const LOW_ORDER = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
]

describe("points that verifiers disagree about", () => {
    test.each(LOW_ORDER)("%s is refused as a key and as R", (hex) => {
        expect(isStrictPoint(bytes(hex))).toBe(false)
        const zero = new Uint8Array(32)
        expect(verifyEd25519(concat([bytes(hex), zero]), message, bytes(hex))).toBe(false)
        expect(verifyEd25519(concat([bytes(hex), zero]), message, ed25519PublicKey(seed))).toBe(false)
    })

    test("a key with a torsion part is refused, though the cofactored equation holds", () => {
        const torsion = ed25519.Point.fromBytes(bytes(LOW_ORDER[8] ?? ""), true)
        const a = 123456789n
        const r = 987654321n
        const key = ed25519.Point.BASE.multiply(a).add(torsion).toBytes()
        const R = ed25519.Point.BASE.multiply(r).toBytes()
        const k = number(sha512(concat([R, key, message]))) % L
        const signature = concat([R, littleEndian((r + k * a) % L)])
        expect(ed25519.verify(signature, message, key, { zip215: true })).toBe(true)
        expect(verifyEd25519(signature, message, key)).toBe(false)
    })

    test("S + L is refused: a signature has one form", () => {
        const signature = signEd25519(message, seed)
        const malleable = concat([signature.slice(0, 32), littleEndian(number(signature.slice(32)) + L)])
        expect(verifyEd25519(signature, message, ed25519PublicKey(seed))).toBe(true)
        expect(verifyEd25519(malleable, message, ed25519PublicKey(seed))).toBe(false)
    })
})

test("ordinary keys are not touched by the filter", () => {
    for (let i = 0; i < 50; i++) expect(isStrictPoint(ed25519PublicKey(new Uint8Array(32).fill(i)))).toBe(true)
})

test.each([0, 31, 33, 64])("a key of %i bytes is refused", (length) => {
    expect(verifyEd25519(signEd25519(message, seed), message, new Uint8Array(length))).toBe(false)
})
