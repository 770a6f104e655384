import { sha256 } from "@noble/hashes/sha2.js"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { decodeBase64, printArmour } from "../../../src/packet/signature/base64.ts"
import { signEd25519 } from "../../../src/packet/signature/ed25519.ts"
import { ed25519Blob, fingerprint, printPublicKeyLine } from "../../../src/packet/signature/public-key.ts"
import { NAMESPACE, printSignature, signedBytes } from "../../../src/packet/signature/sshsig.ts"
import { string, uint32 } from "../../../src/packet/signature/wire.ts"
import {
    type Bytes,
    draft,
    officerKey,
    third,
    thirdKey,
    victim,
    victimKey,
    zipOf,
} from "../../packet/assemble/sample.ts"
import { type Case, error, signerLine, UNKNOWN, warning } from "./case.ts"
import { draftBytes, edit, editIndex, plus, reseal, without } from "./tamper.ts"

/** Signatures: who signed what, and everything that only looks like a signature. */

const SIGNATURE = "signature-1.sig"
const INDEX = "data/index.json"
const manifestOf = (files: Bytes) => files.get("manifest-sha256.txt") ?? new Uint8Array(0)
const blob = ed25519Blob(victimKey.publicKey)

/** The draft with the first signature made by another function. */
async function signedBy(make: (manifest: Uint8Array) => string): Promise<Bytes> {
    const files = await draftBytes()
    return plus(files, SIGNATURE, make(manifestOf(files)))
}

/** The draft whose index names a key, with the signature that a forger makes for it. */
async function forged(keyBlob: Uint8Array, make: (manifest: Uint8Array) => Uint8Array): Promise<Bytes> {
    const named = editIndex(await draftBytes(), INDEX, { signingKey: fingerprint(keyBlob) })
    const files = await reseal(named, null)
    return plus(files, SIGNATURE, printSignature(keyBlob, make(manifestOf(files))))
}

/** The bytes inside the armour. */
function blobOf(text: string): Uint8Array {
    return decodeBase64(text.split("\n").slice(1, -2).join("")) ?? new Uint8Array(0)
}
const armour = (bytes: Uint8Array) => printArmour("SSH SIGNATURE", bytes, 70)

/** An SSHSIG of the victim's key for another purpose or with another hash, well made in itself. */
function otherSignature(manifest: Uint8Array, namespace: string): string {
    const digest = signedBytes(manifest).slice(-64)
    const signed = concat([utf8("SSHSIG"), string(namespace), string(""), string("sha512"), string(digest)])
    const raw = concat([string("ssh-ed25519"), string(signEd25519(signed, victimKey.seed))])
    const fields = [string(blob), string(namespace), string(""), string("sha512"), string(raw)]
    return armour(concat([utf8("SSHSIG"), uint32(1), ...fields]))
}

/** The neutral element: as key and R, with S = 0, the equation of RFC 8032 holds for every message. */
const neutral = Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 1 : 0))
/** The same point with y = p + 1 instead of 1. */
const neutralNonCanonical = Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 0xee : i === 31 ? 0x7f : 0xff))
const everyMessage = () => concat([string("ssh-ed25519"), string(concat([neutral, new Uint8Array(32)]))])

/** An RSA key with exponent 1: the signature is the padded hash, which everybody can write. */
const modulus = Uint8Array.from({ length: 257 }, (_, i) => (i === 0 ? 0 : 0xff))
const exponentOne = concat([string("ssh-rsa"), string(Uint8Array.of(1)), string(modulus)])
function paddedHash(manifest: Uint8Array): Uint8Array {
    const info = Uint8Array.from([0x30, 0x31, 0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 5, 0, 4, 0x20])
    const tail = concat([Uint8Array.of(0), info, sha256(signedBytes(manifest))])
    const padding = new Uint8Array(256 - 2 - tail.length).fill(0xff)
    return concat([string("rsa-sha2-256"), string(concat([Uint8Array.of(0, 1), padding, tail]))])
}

export const signatureCases: readonly Case[] = [
    {
        name: "stripped",
        proves: "an index that names a key makes an unsigned packet of it impossible",
        zh: "索引写明有密钥签名，签名被删",
        finds: [error("verify.signature.named-key", "signature-1.sig")],
        make: async () => without(await draftBytes(), SIGNATURE),
    },
    {
        name: "by-another-key",
        proves: "the named key's signature cannot be replaced by another key's",
        zh: "签名换成另一把密钥的",
        finds: [error("verify.signature.named-key", "signature-1.sig"), UNKNOWN],
        make: async () => {
            const files = await draftBytes()
            return plus(files, SIGNATURE, await third.sign(manifestOf(files)))
        },
    },
    {
        name: "named-key-differs",
        proves: "an index that names a key that has not signed is found",
        zh: "索引写的密钥不是签名的密钥",
        finds: [error("verify.signature.named-key", "signature-1.sig"), UNKNOWN],
        make: async () => await reseal(editIndex(await draftBytes(), INDEX, { signingKey: third.fingerprint }), victim),
    },
    {
        name: "changed",
        proves: "one changed bit of a signature is found",
        zh: "签名改动一个比特",
        finds: [error("verify.signature.bad", "signature-1.sig")],
        make: async () =>
            edit(await draftBytes(), SIGNATURE, (text) => {
                const bytes = blobOf(text)
                bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
                return armour(bytes)
            }),
    },
    {
        name: "over-something-else",
        proves: "a good signature over another list does not pass",
        zh: "签名有效，但签的是另一份清单",
        finds: [error("verify.signature.bad", "signature-2.sig"), UNKNOWN],
        make: async () => plus(await draftBytes(), "signature-2.sig", await third.sign(new Uint8Array(0))),
    },
    {
        name: "wrong-namespace",
        proves: "a signature made for a Git commit or a login does not pass",
        zh: "为 Git 提交或登录作的签名，不能算数",
        finds: [error("verify.signature.bad", "signature-1.sig")],
        make: () => signedBy((manifest) => otherSignature(manifest, "git")),
    },
    {
        name: "line-ends",
        proves: "CRLF armour is refused, as ssh-keygen refuses it",
        zh: "签名文件用 CRLF 换行，与 ssh-keygen 一样拒绝",
        finds: [error("verify.signature.bad", "signature-1.sig")],
        make: async () => edit(await draftBytes(), SIGNATURE, (text) => text.replaceAll("\n", "\r\n")),
    },
    {
        name: "trailing-bytes",
        proves: "nothing can be hidden behind a signature, inside the armour",
        zh: "签名数据后面藏有字节",
        finds: [error("verify.signature.bad", "signature-1.sig")],
        make: async () =>
            edit(await draftBytes(), SIGNATURE, (text) => armour(concat([blobOf(text), Uint8Array.of(0)]))),
    },
    {
        name: "text-behind",
        proves: "nothing can be hidden behind a signature, outside the armour",
        zh: "签名文件后面多一行文字",
        finds: [error("verify.signature.bad", "signature-1.sig")],
        make: async () => edit(await draftBytes(), SIGNATURE, (text) => `${text}note\n`),
    },
    {
        name: "public-key",
        proves: "a public key is no signature",
        zh: "公钥不是签名",
        finds: [error("verify.signature.bad", "signature-1.sig")],
        make: async () =>
            plus(await draftBytes(), SIGNATURE, printPublicKeyLine(ed25519Blob(officerKey.publicKey), "")),
    },
    {
        name: "unknown-type",
        proves: "a key type that is not checked here never counts as good",
        zh: "不支持的密钥类型，不得算有效",
        finds: [error("verify.signature.bad", "signature-1.sig")],
        make: () => forged(concat([string("ssh-dss"), string("x")]), () => concat([string("ssh-dss"), string("x")])),
    },
    {
        name: "old-algorithm",
        proves: "RSA with SHA-1 is not accepted",
        zh: "RSA 配 SHA-1，不接受",
        finds: [error("verify.signature.bad", "signature-1.sig")],
        make: () =>
            forged(concat([string("ssh-rsa"), string(Uint8Array.of(1, 0, 1)), string(modulus)]), () =>
                concat([string("ssh-rsa"), string(new Uint8Array(256))]),
            ),
    },
    {
        name: "small-order-key",
        proves: "a key of small order, for which a signature of every message can be written, is refused",
        zh: "小阶密钥：任何内容都能写出“签名”，拒绝",
        finds: [error("verify.signature.bad", "signature-1.sig")],
        make: () => forged(ed25519Blob(neutral), everyMessage),
    },
    {
        name: "non-canonical-key",
        proves: "a second spelling of a point is refused",
        zh: "同一个点的第二种写法，拒绝",
        finds: [error("verify.signature.bad", "signature-1.sig")],
        make: () => forged(ed25519Blob(neutralNonCanonical), everyMessage),
    },
    {
        name: "rsa-exponent-one",
        proves: "an RSA key with which everybody can sign is refused",
        zh: "指数为 1 的 RSA 密钥，人人都能签，拒绝",
        finds: [error("verify.signature.bad", "signature-1.sig")],
        make: () => forged(exponentOne, paddedHash),
    },
    {
        name: "number-left-out",
        proves: "a gap shows that a signature was taken away",
        zh: "签名编号有空缺，说明少了一个",
        finds: [
            error("verify.signature.gap", "signature-2.sig"),
            warning("verify.signature.unknown", "signature-3.sig"),
            UNKNOWN,
        ],
        make: async () => {
            const files = await draftBytes()
            return plus(files, "signature-3.sig", await third.sign(manifestOf(files)))
        },
    },
    {
        name: "not-on-the-list",
        proves: "where the reader names keys, another key is an error",
        zh: "指定了名单，名单外的密钥就是错误",
        verdict: "intact-signed-unknown",
        finds: [error("verify.signature.unknown", "signature-1.sig")],
        make: draftBytes,
        given: { signers: signerLine(thirdKey) },
    },
    {
        name: "another-fingerprint",
        proves: "where the reader names one key, another key is an error",
        zh: "指定了指纹，别的密钥就是错误",
        verdict: "intact-signed-unknown",
        finds: [error("verify.signature.unknown", "signature-1.sig")],
        make: draftBytes,
        given: { key: third.fingerprint },
    },
    {
        name: "other-namespace-on-the-list",
        proves: "a key that is listed for another purpose is not known",
        zh: "名单上的密钥只许作别的用途",
        verdict: "intact-signed-unknown",
        finds: [error("verify.signature.other-namespace", "signature-1.sig")],
        make: draftBytes,
        given: { signers: signerLine(victimKey, 'namespaces="git"') },
    },
    {
        name: "expired-signer",
        proves: "a key outside the dates of the list is not known",
        zh: "密钥已过名单规定的期限",
        verdict: "intact-signed-unknown",
        finds: [error("verify.signature.outside-validity", "signature-1.sig")],
        make: draftBytes,
        given: { signers: signerLine(victimKey, 'valid-before="20200101Z"') },
    },
    {
        name: "demanded",
        proves: "where the reader names keys, an unsigned packet is an error",
        zh: "指定了名单，没有签名就是错误",
        verdict: "intact-unsigned",
        finds: [error("verify.signature.missing")],
        make: async () => {
            const unnamed = editIndex(await draftBytes(), INDEX, { signingKey: null })
            return await reseal(unnamed, null)
        },
        given: { signers: signerLine(victimKey, `namespaces="${NAMESPACE}"`) },
    },
    {
        name: "another-code",
        proves: "a packet made anew does not have the code of the paper",
        zh: "重做的材料包，核对码与纸质单不同",
        finds: [error("verify.code.differs"), UNKNOWN],
        make: draftBytes,
        given: { code: "0".repeat(32) },
    },
    {
        name: "another-sha256",
        proves: "the SHA-256 on the paper is neither that of the ZIP nor of anything in it",
        zh: "纸上的 SHA-256 不是这个 ZIP 的，也不是其中哪个文件的",
        finds: [error("verify.sha256.differs"), UNKNOWN],
        make: async () => await zipOf(await draft()),
        given: { code: "0".repeat(64) },
    },
    {
        name: "half-a-code",
        proves: "half of a code is not compared",
        zh: "只给一半核对码，不比对",
        verdict: "intact-signed-unknown",
        finds: [error("verify.code.form"), UNKNOWN],
        make: draftBytes,
        given: { code: "0000 0000 0000 0000" },
    },
]
