import { p256 } from "@noble/curves/nist.js"
import { sha256, sha512 } from "@noble/hashes/sha2.js"
import { concat, fromUtf8, utf8 } from "../../../src/base/bytes.ts"
import { decodeBase64, encodeBase64, printArmour } from "../../../src/packet/signature/base64.ts"
import { signEd25519 } from "../../../src/packet/signature/ed25519.ts"
import { ed25519Blob, fingerprint, printPublicKeyLine } from "../../../src/packet/signature/public-key.ts"
import { NAMESPACE, printSignature, signedBytes } from "../../../src/packet/signature/sshsig.ts"
import { string, uint32 } from "../../../src/packet/signature/wire.ts"
import { type Bytes, third, victimKey } from "../../packet/assemble/sample.ts"
import { type Case, EVERYBODY, error, signerLine, UNKNOWN } from "./case.ts"
import { draftBytes, editIndex, plus, reseal } from "./tamper.ts"

/** Signatures whose form is odd: names of algorithms, second spellings, other types of keys, what is long. */

const SIGNATURE = "signature-1.sig"
const manifestOf = (files: Bytes) => files.get("manifest-sha256.txt") ?? new Uint8Array(0)
const blob = ed25519Blob(victimKey.publicKey)
const BAD = error("verify.signature.bad", SIGNATURE)

/** The draft with the first signature made by another function. */
async function signedBy(make: (manifest: Uint8Array) => string): Promise<Bytes> {
    const files = await draftBytes()
    return plus(files, SIGNATURE, make(manifestOf(files)))
}

/** The draft whose index names a key, with a signature for it. */
async function signedAs(keyBlob: Uint8Array, make: (manifest: Uint8Array) => Uint8Array): Promise<Bytes> {
    const named = editIndex(await draftBytes(), "data/index.json", { signingKey: fingerprint(keyBlob) })
    const files = await reseal(named, null)
    return plus(files, SIGNATURE, printSignature(keyBlob, make(manifestOf(files))))
}

/** An SSHSIG of the victim's key that is right but for what is given. */
function sshsig(manifest: Uint8Array, odd: { version?: number; reserved?: string; hash?: string }): string {
    const { version = 1, reserved = "", hash = "sha512" } = odd
    const digest = hash === "sha256" ? sha256(manifest) : sha512(manifest)
    const signed = concat([utf8("SSHSIG"), string(NAMESPACE), string(reserved), string(hash), string(digest)])
    const raw = concat([string("ssh-ed25519"), string(signEd25519(signed, victimKey.seed))])
    const fields = [string(blob), string(NAMESPACE), string(reserved), string(hash), string(raw)]
    return printArmour("SSH SIGNATURE", concat([utf8("SSHSIG"), uint32(version), ...fields]), 70)
}

/** The order of the base point (RFC 8032 §5.1). */
const L = (1n << 252n) + 27_742_317_777_372_353_535_851_937_790_883_648_493n

/** The signature with S + L in place of S: the same equation, other bytes. */
function secondSpelling(signature: Uint8Array): Uint8Array {
    let s = signature.slice(32).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n) + L
    const bytes = signature.slice()
    for (let i = 32; i < 64; i++, s >>= 8n) bytes[i] = Number(s & 255n)
    return bytes
}

/** An RSA key that nobody has, well made: an odd number of so many bytes. */
const rsaKey = (bytes: number): Uint8Array => {
    const modulus = new Uint8Array(bytes + 1).fill(0xff, 1)
    return concat([string("ssh-rsa"), string(Uint8Array.of(1, 0, 1)), string(modulus)])
}

/** A signature of a member that every object of JavaScript has. */
function namedAlgorithm(name: string, algorithm: string): Case {
    return {
        name,
        proves: `an algorithm is looked up among the known ones only, also one that is called ${algorithm}`,
        zh: `签名算法名为 ${algorithm}，不得查到程序自身的成员`,
        finds: [BAD],
        make: () => signedAs(rsaKey(256), () => concat([string(algorithm), string(new Uint8Array(256))])),
    }
}

const ecdsaSecret = new Uint8Array(32).fill(4)
const ecdsaBlob = concat([
    string("ecdsa-sha2-nistp256"),
    string("nistp256"),
    string(p256.getPublicKey(ecdsaSecret, false)),
])

/** As ssh-keygen signs with such a key, but with the nonce of RFC 6979, so that the bytes repeat. */
function ecdsa(manifest: Uint8Array): Uint8Array {
    const compact = p256.sign(signedBytes(manifest), ecdsaSecret, { prehash: true, lowS: false, format: "compact" })
    const mpint = (bytes: Uint8Array): Uint8Array => {
        const from = bytes.findIndex((byte) => byte !== 0)
        const shortest = bytes.slice(from)
        return string((shortest[0] ?? 0) < 128 ? shortest : concat([Uint8Array.of(0), shortest]))
    }
    return concat([
        string("ecdsa-sha2-nistp256"),
        string(concat([mpint(compact.slice(0, 32)), mpint(compact.slice(32))])),
    ])
}

export const signatureFormCases: readonly Case[] = [
    namedAlgorithm("algorithm-proto", "__proto__"),
    namedAlgorithm("algorithm-constructor", "constructor"),
    namedAlgorithm("algorithm-to-string", "toString"),
    namedAlgorithm("algorithm-empty", ""),
    {
        name: "ecdsa",
        proves: "a key on the curve P-256 signs as well",
        zh: "P-256 密钥的签名同样有效",
        verdict: "intact-signed-known",
        finds: [],
        make: () => signedAs(ecdsaBlob, ecdsa),
        given: { signers: `station ${printPublicKeyLine(ecdsaBlob, "")}` },
    },
    {
        name: "ecdsa-of-other-files",
        proves: "one of another list does not pass for that",
        zh: "P-256 密钥的签名属于另一份清单",
        finds: [BAD],
        make: () => signedAs(ecdsaBlob, () => ecdsa(utf8("another list\n"))),
        given: { signers: `station ${printPublicKeyLine(ecdsaBlob, "")}` },
    },
    {
        name: "second-spelling",
        proves: "of a signature there is one spelling: S is below the order of the group",
        zh: "签名的第二种写法（S 加上群的阶），拒绝",
        finds: [BAD],
        make: () =>
            signedBy((manifest) => {
                const twin = secondSpelling(signEd25519(signedBytes(manifest), victimKey.seed))
                return printSignature(blob, concat([string("ssh-ed25519"), string(twin)]))
            }),
    },
    {
        name: "short-rsa",
        proves: "an RSA key of 1024 bits is not accepted",
        zh: "1024 位的 RSA 密钥，不接受",
        finds: [BAD],
        make: () => signedAs(rsaKey(128), () => concat([string("rsa-sha2-512"), string(new Uint8Array(128))])),
    },
    {
        name: "version-two",
        proves: "a later version of the form of signatures is not read by the rules of this one",
        zh: "签名格式的版本号是 2",
        finds: [BAD],
        make: () => signedBy((manifest) => sshsig(manifest, { version: 2 })),
    },
    {
        name: "reserved",
        proves: "the reserved field is empty",
        zh: "签名的保留字段里有内容",
        finds: [BAD],
        make: () => signedBy((manifest) => sshsig(manifest, { reserved: "x" })),
    },
    {
        name: "other-hash",
        proves: "one hash is used within signatures, so that no weaker one is brought in",
        zh: "签名内部用 SHA-256，不是 SHA-512",
        finds: [BAD],
        make: () => signedBy((manifest) => sshsig(manifest, { hash: "sha256" })),
    },
    {
        name: "one-line",
        proves: "the armour has lines of 64, 70 or 76 signs, as programs write it",
        zh: "签名文件写成一行",
        finds: [BAD],
        make: () =>
            signedBy((manifest) => {
                const raw = concat([string("ssh-ed25519"), string(signEd25519(signedBytes(manifest), victimKey.seed))])
                const [head = "", ...rest] = printSignature(blob, raw).trimEnd().split("\n")
                return `${head}\n${rest.slice(0, -1).join("")}\n${rest.at(-1) ?? ""}\n`
            }),
    },
    ...[64, 76].map(
        (width): Case => ({
            name: `lines-of-${String(width)}`,
            proves: "the width of the armour is that of RFC 7468, of ssh-keygen or of PROTOCOL.sshsig",
            zh: `签名文件每行 ${String(width)} 个字符，其他程序这样写`,
            verdict: "intact-signed-known",
            finds: [],
            make: async () => {
                const files = await draftBytes()
                const text = fromUtf8(files.get(SIGNATURE) ?? new Uint8Array(0)) ?? ""
                const bytes = decodeBase64(text.split("\n").slice(1, -2).join("")) ?? new Uint8Array(0)
                return plus(files, SIGNATURE, printArmour("SSH SIGNATURE", bytes, width))
            },
            given: { signers: EVERYBODY },
        }),
    ),
    {
        name: "long-armour",
        proves: "a megabyte of armour is refused at once",
        zh: "一兆字节的签名文件，立即拒绝",
        finds: [BAD],
        make: () => signedBy(() => printArmour("SSH SIGNATURE", new Uint8Array(750_000), 70)),
    },
    {
        name: "blanks-without-end",
        proves: "a text that is hard for patterns takes no time that grows with its square",
        zh: "签名文件是几十万个空格，不得越读越慢",
        finds: [BAD],
        make: () => signedBy(() => `-----BEGIN SSH SIGNATURE-----${" ".repeat(500_000)}\n`),
    },
    {
        name: "stars-without-end",
        proves: "patterns in the list of signers take no time that grows with their length",
        zh: "名单的用途模式有几百个星号，不得越读越慢",
        verdict: "intact-signed-unknown",
        finds: [error("verify.signature.other-namespace", SIGNATURE)],
        make: draftBytes,
        given: { signers: signerLine(victimKey, `namespaces="${"*a".repeat(400)}b"`) },
    },
    {
        name: "many",
        proves: "thirty further signatures are each told",
        zh: "三十个签名逐个列出",
        verdict: "intact-signed-known",
        finds: [],
        make: async () => {
            let files = await draftBytes()
            const more = await third.sign(manifestOf(files))
            for (let n = 2; n <= 31; n++) files = plus(files, `signature-${String(n)}.sig`, more)
            return files
        },
        given: { signers: EVERYBODY },
    },
    {
        name: "number-with-zero",
        proves: "numbers have one spelling",
        zh: "签名文件的编号写成 01",
        finds: [error("verify.list.extra", "signature-01.sig"), UNKNOWN],
        make: async () => {
            const files = await draftBytes()
            return plus(files, "signature-01.sig", await third.sign(manifestOf(files)))
        },
    },
    {
        name: "key-in-the-packet",
        proves: "a key that the packet itself brings proves nothing and is no part of it",
        zh: "包里自带公钥，不能证明什么，也不属于材料包",
        finds: [error("verify.list.extra", "allowed_signers"), UNKNOWN],
        make: async () => plus(await draftBytes(), "allowed_signers", `victim ssh-ed25519 ${encodeBase64(blob)}\n`),
    },
]
