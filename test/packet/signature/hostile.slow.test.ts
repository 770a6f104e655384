import fc from "fast-check"
import { expect, test } from "vitest"
import { concat, fromUtf8, utf8 } from "../../../src/base/bytes.ts"
import { PacketError } from "../../../src/base/issue.ts"
import { verifyBlob } from "../../../src/packet/signature/algorithms.ts"
import { findSigner, parseAllowedSigners } from "../../../src/packet/signature/allowed-signers.ts"
import { decodeBase64, printArmour } from "../../../src/packet/signature/base64.ts"
import { parsePrivateKey, printPrivateKey } from "../../../src/packet/signature/private-key.ts"
import {
    ed25519Blob,
    parseKeyBlob,
    parsePublicKeyLine,
    printPublicKeyLine,
} from "../../../src/packet/signature/public-key.ts"
import { parseSignature, verifySignature } from "../../../src/packet/signature/sshsig.ts"
import { string } from "../../../src/packet/signature/wire.ts"
import { victim, victimKey } from "../assemble/sample.ts"

/** Parsers of what others wrote: any bytes give an answer, never an exception other than a finding. */

const message = utf8("0000  data/index.json\n")
const blob = ed25519Blob(victimKey.publicKey)

/** A good example with bytes overwritten, cut or put in. */
function mangled(example: Uint8Array): fc.Arbitrary<Uint8Array> {
    const change = fc.tuple(fc.nat(example.length), fc.uint8Array({ maxLength: 6 }), fc.nat(6))
    return fc
        .array(change, { minLength: 1, maxLength: 3 })
        .map((changes) =>
            changes.reduce(
                (bytes, [at, noise, cut]) => concat([bytes.slice(0, at), noise, bytes.slice(at + cut)]),
                example,
            ),
        )
}
const inside = (text: string) => decodeBase64(text.split("\n").slice(1, -2).join("")) ?? new Uint8Array(0)

test("signature files: random text, random bytes in good armour, and good ones damaged inside the armour", async () => {
    const good = await victim.sign(message)
    const texts = fc.oneof(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.uint8Array({ maxLength: 300 }).map((bytes) => printArmour("SSH SIGNATURE", bytes, 70)),
        mangled(inside(good)).map((bytes) => printArmour("SSH SIGNATURE", bytes, 70)),
        mangled(utf8(good)).map((bytes) => fromUtf8(bytes) ?? ""),
    )
    await fc.assert(
        fc.asyncProperty(texts, async (text) => {
            const parsed = parseSignature(text)
            const checked = await verifySignature(text, message)
            if (typeof parsed === "string") expect(checked).toEqual({ good: false, fault: parsed })
            else if (text !== good) expect(checked.good).toBe(false)
        }),
        { numRuns: 600 },
    )
})

test("keys and signatures of every algorithm made of random parts are answered, and never good", async () => {
    const part = fc.uint8Array({ maxLength: 40 })
    const type = fc.constantFrom(
        "ssh-ed25519",
        "ssh-rsa",
        "rsa-sha2-256",
        "rsa-sha2-512",
        "ecdsa-sha2-nistp256",
        "ecdsa-sha2-nistp384",
        "ecdsa-sha2-nistp521",
        "sk-ssh-ed25519@openssh.com",
        "sk-ecdsa-sha2-nistp256@openssh.com",
        "nistp256",
    )
    const fields = fc.array(fc.oneof(type.map(utf8), part, fc.uint8Array({ minLength: 256, maxLength: 257 })), {
        maxLength: 4,
    })
    await fc.assert(
        fc.asyncProperty(type, fields, type, fields, async (keyType, keyFields, algorithm, signatureFields) => {
            const key = parseKeyBlob(concat([string(keyType), ...keyFields.map(string)]))
            if (key === undefined || key === "unsupported") return
            const signature = concat([string(algorithm), ...signatureFields.map(string)])
            expect(await verifyBlob(key, signature, message)).not.toBe("good")
        }),
        { numRuns: 1500 },
    )
})

test.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"])(
    "an RSA signature by the algorithm %s is one that is not supported",
    async (algorithm) => {
        const [n, e] = [new Uint8Array(256).fill(0xc5), Uint8Array.of(1, 0, 1)]
        const signature = concat([string(algorithm), string(new Uint8Array(256).fill(7))])
        expect(await verifyBlob({ type: "ssh-rsa", e, n }, signature, message)).toBe("unsupported")
    },
)

test("RSA keys of the right size with any modulus and exponent are answered", async () => {
    const modulus = fc
        .uint8Array({ minLength: 256, maxLength: 256 })
        .map((n) => Uint8Array.from(n, (b, i) => (i === 0 ? b | 128 : b)))
    await fc.assert(
        fc.asyncProperty(modulus, fc.uint8Array({ minLength: 1, maxLength: 4 }), modulus, async (n, e, s) => {
            const signature = concat([string("rsa-sha2-512"), string(s)])
            expect(await verifyBlob({ type: "ssh-rsa", e, n }, signature, message)).not.toBe("good")
        }),
        { numRuns: 100 },
    )
})

test("public key lines", () => {
    const line = printPublicKeyLine(blob, "a comment")
    fc.assert(
        fc.property(
            fc.oneof(
                fc.string({ unit: "binary" }),
                mangled(utf8(line)).map((b) => fromUtf8(b) ?? ""),
            ),
            (text) => {
                parsePublicKeyLine(text)
            },
        ),
        { numRuns: 1000 },
    )
})

test("private key files: a finding or a key, no other exception, and no secret in the finding", async () => {
    const good = await printPrivateKey(victimKey)
    const texts = fc.oneof(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.uint8Array({ maxLength: 200 }).map((bytes) => printArmour("OPENSSH PRIVATE KEY", bytes, 70)),
        mangled(inside(good)).map((bytes) => printArmour("OPENSSH PRIVATE KEY", bytes, 70)),
    )
    await fc.assert(
        fc.asyncProperty(texts, async (text) => {
            const read: unknown = await parsePrivateKey(text, "key").catch((error: unknown) => error)
            if (!(read instanceof Error)) return
            expect(read).toBeInstanceOf(PacketError)
            expect(JSON.stringify(read)).not.toContain(text.split("\n")[3] || "\0")
        }),
        { numRuns: 500 },
    )
})

test("allowed signers: every line gives a signer or a finding, and looking a key up in them ends", () => {
    const key = printPublicKeyLine(blob, "").trim()
    const options = [
        'namespaces="lerpack-*"',
        'namespaces="!a,*"',
        'valid-after="20260101Z"',
        'valid-before="2027"',
        "cert-authority",
        "no-touch-required",
        'x="\\""',
        'namespaces="',
        "=",
    ]
    const line = fc
        .tuple(
            fc.oneof(fc.constantFrom("victim", '"a b"', "*@x", "!v,*", "#", ""), fc.string({ maxLength: 8 })),
            fc.array(fc.oneof(fc.constantFrom(...options), fc.string({ maxLength: 8 })), { maxLength: 3 }),
            fc.constantFrom(key, key.slice(0, -4), `${key} comment`, "ssh-rsa AAAA", ""),
            fc.constantFrom(" ", "\t", "  ", ""),
        )
        .map(([principals, opts, end, gap]) =>
            [principals, opts.join(","), end].filter((part) => part !== "").join(gap),
        )
    fc.assert(
        fc.property(fc.array(line, { maxLength: 4 }), (rows) => {
            const { signers, issues } = parseAllowedSigners(rows.join("\n"), "signers")
            const lines = rows
                .join("\n")
                .split(/\r?\n/)
                .map((row) => row.trim())
            const used = lines.filter((row) => row !== "" && !row.startsWith("#")).length
            const unused = new Set(issues.filter(({ severity }) => severity !== "note").map(({ path }) => path[1])).size
            expect(signers.length + unused).toBe(used)
            findSigner(signers, blob, 0)
        }),
        { numRuns: 1500 },
    )
})

test("a pattern of many stars does not keep the judge busy", () => {
    const text = `victim namespaces="${"*a".repeat(2000)}" ${printPublicKeyLine(blob, "")}`
    const { signers } = parseAllowedSigners(text, "signers")
    expect(findSigner(signers, blob, 0).trust).toBe("other-namespace")
})
