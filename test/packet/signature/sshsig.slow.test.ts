import { createSign } from "node:crypto"
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { p256, p384 } from "@noble/curves/nist.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { beforeAll, describe, expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { printArmour } from "../../../src/packet/signature/base64.ts"
import { ed25519PublicKey, signEd25519 } from "../../../src/packet/signature/ed25519.ts"
import { parsePrivateKey } from "../../../src/packet/signature/private-key.ts"
import { ed25519Blob, parsePublicKeyLine, printPublicKeyLine } from "../../../src/packet/signature/public-key.ts"
import { ed25519Signer } from "../../../src/packet/signature/signer.ts"
import {
    NAMESPACE,
    parseSignature,
    printSignature,
    signedBytes,
    verifySignature,
} from "../../../src/packet/signature/sshsig.ts"
import { string, uint32 } from "../../../src/packet/signature/wire.ts"
import { tool } from "../../tool.ts"
import { inFolder, run, victim, victimKey } from "../assemble/sample.ts"

const message = utf8("0000  data/index.json\n")
const sshKeygen = tool("ssh-keygen")
let good = ""
beforeAll(async () => {
    good = await victim.sign(message)
})

test("a signature is deterministic, verifies and names its key", async () => {
    expect(await victim.sign(message)).toBe(good)
    expect(await verifySignature(good, message)).toMatchObject({ good: true, fingerprint: victim.fingerprint })
})

test("a signature does not fit another message", async () => {
    expect(await verifySignature(good, utf8("other"))).toMatchObject({ good: false, fault: "bad" })
})

test("no single changed character of a signature file is accepted", async () => {
    for (let at = 0; at < good.length; at++) {
        const swapped = good[at] === "A" ? "B" : "A"
        const changed = good.slice(0, at) + swapped + good.slice(at + 1)
        expect((await verifySignature(changed, message)).good, `character ${String(at)}`).toBe(false)
    }
})

test.each<[string, (text: string) => string]>([
    ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
    ["no line end at the end", (text) => text.slice(0, -1)],
    ["a blank line behind", (text) => `${text}\n`],
    ["text in front", (text) => `x\n${text}`],
    ["lines of another length", (text) => text.replace("\n", "\n").replace(/(.{70})\n(.)/, "$1$2\n")],
    ["blanks", (text) => text.replace("A", " A")],
    ["padding bits", (text) => nonCanonical(text)],
    ["nothing between the lines", () => "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n"],
    ["nothing", () => ""],
])("armour with %s is refused", (_, change) => {
    expect(change(good)).not.toBe(good)
    expect(parseSignature(change(good))).toBe("armour")
})

/** Sets a bit that base64 does not use: pads the blob's text so that it has one, else appends. */
function nonCanonical(text: string): string {
    return text.replace(/([A-Za-z0-9+/])(=*)\n-----END/, (_, last: string, pad: string) =>
        pad === "" ? `${last}=\n-----END` : `${String.fromCharCode(last.charCodeAt(0) + 1)}${pad}\n-----END`,
    )
}

const blob = ed25519Blob(victimKey.publicKey)
const magic = utf8("SSHSIG")
const raw = () => string(concat([string("ssh-ed25519"), string(signEd25519(signedBytes(message), victimKey.seed))]))
function armoured(...parts: Uint8Array[]): string {
    return printArmour("SSH SIGNATURE", concat(parts), 70)
}
const head = [magic, uint32(1), string(blob)]

test.each<[string, () => string, string]>([
    ["another namespace", () => armoured(...head, string("file"), string(""), string("sha512"), raw()), "namespace"],
    ["another hash", () => armoured(...head, string(NAMESPACE), string(""), string("sha256"), raw()), "hash"],
    [
        "a reserved field in use",
        () => armoured(...head, string(NAMESPACE), string("x"), string("sha512"), raw()),
        "encoding",
    ],
    [
        "trailing bytes",
        () => armoured(...head, string(NAMESPACE), string(""), string("sha512"), raw(), uint32(0)),
        "encoding",
    ],
    ["a field cut short", () => armoured(...head, string(NAMESPACE), string(""), uint32(6), utf8("sha")), "encoding"],
    [
        "another version",
        () => armoured(magic, uint32(2), string(blob), string(NAMESPACE), string(""), string("sha512"), raw()),
        "encoding",
    ],
    ["a DSA key", () => printSignature(string("ssh-dss"), new Uint8Array(0)), "key"],
    ["a key with trailing bytes", () => printSignature(concat([blob, uint32(0)]), new Uint8Array(0)), "encoding"],
    [
        "a signature of another type than the key",
        () => printSignature(blob, concat([string("ssh-rsa"), string("x")])),
        "algorithm",
    ],
    ["trailing bytes in the signature", () => printSignature(blob, concat([raw().slice(4), uint32(0)])), "bad"],
    ["an empty signature", () => printSignature(blob, new Uint8Array(0)), "bad"],
])("a signature with %s is refused", async (_, make, fault) => {
    expect(await verifySignature(make(), message)).toMatchObject({ good: false, fault })
})

test("the base of these cases is good when nothing is wrong with it", async () => {
    const same = armoured(...head, string(NAMESPACE), string(""), string("sha512"), raw())
    expect(same).toBe(good)
})

/** Signs by ssh-keygen; the key pair lies in the folder as `key`, the message as `m`. */
function keygenSign(folder: string, namespace = NAMESPACE): string {
    run(folder, "ssh-keygen", ["-Y", "sign", "-f", "key", "-n", namespace, "m"])
    return readFileSync(`${folder}/m.sig`, "utf8")
}

describe.skipIf(!sshKeygen)("ssh-keygen", () => {
    test.each([
        ["ed25519", ["-t", "ed25519"]],
        ["ecdsa P-256", ["-t", "ecdsa", "-b", "256"]],
        ["ecdsa P-384", ["-t", "ecdsa", "-b", "384"]],
        ["ecdsa P-521", ["-t", "ecdsa", "-b", "521"]],
        ["RSA 2048", ["-t", "rsa", "-b", "2048"]],
        ["RSA 3072", ["-t", "rsa", "-b", "3072"]],
        ["RSA 4096", ["-t", "rsa", "-b", "4096"]],
    ])("its %s signature is good here, and refused over another message", (_, args) =>
        inFolder(new Map([["m", message]]), async (folder) => {
            run(folder, "ssh-keygen", ["-q", "-N", "", "-f", "key", ...args])
            const text = keygenSign(folder)
            expect(await verifySignature(text, message)).toMatchObject({ good: true })
            expect(await verifySignature(text, utf8("other"))).toMatchObject({ good: false, fault: "bad" })
            const { output } = run(folder, "ssh-keygen", ["-lf", "key.pub"])
            const checked = await verifySignature(text, message)
            expect(output).toContain(`${checked.fingerprint ?? ""} `)
        }),
    )

    test("its DSA signature is not supported, and said to be so", () =>
        inFolder(new Map([["m", message]]), async (folder) => {
            if (run(folder, "ssh-keygen", ["-q", "-N", "", "-f", "key", "-t", "dsa"]).status !== 0) return
            expect(await verifySignature(keygenSign(folder), message)).toMatchObject({ good: false, fault: "key" })
        }))

    test("its RSA key of 1024 bits is too short", () =>
        inFolder(new Map([["m", message]]), async (folder) => {
            if (run(folder, "ssh-keygen", ["-q", "-N", "", "-f", "key", "-t", "rsa", "-b", "1024"]).status !== 0) return
            expect(await verifySignature(keygenSign(folder), message)).toMatchObject({
                good: false,
                fault: "algorithm",
            })
        }))

    test.each([
        ["ed25519", true],
        ["rsa", true],
        ["ecdsa", false],
    ])("its %s signatures of one list are the same: %s", (type, same) =>
        inFolder(new Map([["m", message]]), (folder) => {
            run(folder, "ssh-keygen", ["-q", "-N", "", "-f", "key", "-t", type])
            const first = keygenSign(folder)
            rmSync(`${folder}/m.sig`)
            expect(keygenSign(folder) === first).toBe(same)
        }),
    )

    test("its signature by a key in an agent is good here", () =>
        inFolder(new Map([["m", message]]), async (folder) => {
            run(folder, "ssh-keygen", ["-q", "-N", "", "-f", "key", "-t", "ecdsa"])
            const script = `eval "$(ssh-agent -s)" && ssh-add -q key && rm key && ssh-keygen -Y sign -f key.pub -n ${NAMESPACE} m; ssh-agent -k`
            run(folder, "sh", ["-c", script])
            expect(await verifySignature(readFileSync(`${folder}/m.sig`, "utf8"), message)).toMatchObject({
                good: true,
            })
        }))

    test("its signature over a SHA-256 of the message is refused: a packet's has one form", () =>
        inFolder(new Map([["m", message]]), async (folder) => {
            run(folder, "ssh-keygen", ["-q", "-N", "", "-f", "key", "-t", "ed25519"])
            run(folder, "ssh-keygen", ["-Y", "sign", "-f", "key", "-n", NAMESPACE, "-O", "hashalg=sha256", "m"])
            const text = readFileSync(`${folder}/m.sig`, "utf8")
            expect(await verifySignature(text, message)).toMatchObject({ good: false, fault: "hash" })
        }))

    test("it and we take an RSA signature with SHA-256, as smart cards make it", () =>
        inFolder(new Map([["m", message]]), async (folder) => {
            run(folder, "ssh-keygen", ["-q", "-N", "", "-f", "key", "-t", "rsa", "-b", "2048", "-m", "PEM"])
            const raw = createSign("sha256")
                .update(signedBytes(message))
                .sign(readFileSync(`${folder}/key`, "utf8"))
            const line = parsePublicKeyLine(readFileSync(`${folder}/key.pub`, "utf8"))
            const text = printSignature(
                line?.blob ?? blob,
                concat([string("rsa-sha2-256"), string(new Uint8Array(raw))]),
            )
            writeFileSync(`${folder}/m.sig`, text)
            expect(await verifySignature(text, message)).toMatchObject({ good: true })
            const loose = ["-Y", "check-novalidate", "-n", NAMESPACE, "-s", "m.sig"]
            expect(run(folder, "ssh-keygen", loose, message)).toMatchObject({ status: 0 })
        }))

    test("its signature for another purpose is refused", () =>
        inFolder(new Map([["m", message]]), async (folder) => {
            run(folder, "ssh-keygen", ["-q", "-N", "", "-f", "key", "-t", "ed25519"])
            expect(await verifySignature(keygenSign(folder, "git"), message)).toMatchObject({ fault: "namespace" })
        }))

    test("with the same Ed25519 key it writes the same bytes as we do", () =>
        inFolder(new Map([["m", message]]), async (folder) => {
            run(folder, "ssh-keygen", ["-q", "-N", "", "-f", "key", "-t", "ed25519"])
            const key = await parsePrivateKey(readFileSync(`${folder}/key`, "utf8"), "key")
            expect(await ed25519Signer(key).sign(message)).toBe(keygenSign(folder))
        }))

    test("it takes our signature, and refuses it over a changed message", () =>
        inFolder(
            new Map([
                ["m.sig", utf8(good)],
                ["signers", utf8(`victim namespaces="${NAMESPACE}" ${printPublicKeyLine(blob, "")}`)],
            ]),
            (folder) => {
                const verify = ["-Y", "verify", "-f", "signers", "-I", "victim", "-n", NAMESPACE, "-s", "m.sig"]
                expect(run(folder, "ssh-keygen", verify, message)).toMatchObject({ status: 0 })
                expect(run(folder, "ssh-keygen", verify, utf8("other")).status).not.toBe(0)
                const loose = ["-Y", "check-novalidate", "-n", NAMESPACE, "-s", "m.sig"]
                expect(run(folder, "ssh-keygen", loose, message)).toMatchObject({ status: 0 })
            },
        ))
})

/** Hardware keys, made in software by PROTOCOL.u2f: ssh-keygen is asked whether the construction is right. */
describe("FIDO keys", () => {
    const application = "ssh:"
    const seed = new Uint8Array(32).fill(9)
    const signed = concat([sha256(utf8(application)), Uint8Array.of(1), uint32(42), sha256(signedBytes(message))])
    const tail = [Uint8Array.of(1), uint32(42)]
    const ed = "sk-ssh-ed25519@openssh.com"
    const ec = "sk-ecdsa-sha2-nistp256@openssh.com"
    const point = p256.getPublicKey(seed, false)
    const compact = p256.sign(signed, seed, { prehash: true, lowS: false, format: "compact" })
    const mpint = (bytes: Uint8Array) => string((bytes[0] ?? 0) >= 128 ? concat([Uint8Array.of(0), bytes]) : bytes)
    const rs = concat([mpint(compact.slice(0, 32)), mpint(compact.slice(32))])
    const keys = [
        {
            name: ed,
            key: concat([string(ed), string(ed25519PublicKey(seed)), string(application)]),
            signature: concat([string(ed), string(signEd25519(signed, seed)), ...tail]),
        },
        {
            name: ec,
            key: concat([string(ec), string("nistp256"), string(point), string(application)]),
            signature: concat([string(ec), string(rs), ...tail]),
        },
    ]
    test.each(keys)("$name verifies, and not with another counter or message", async ({ key, signature }) => {
        expect(await verifySignature(printSignature(key, signature), message)).toMatchObject({ good: true })
        expect(await verifySignature(printSignature(key, signature), utf8("x"))).toMatchObject({ fault: "bad" })
        const counted = concat([signature.slice(0, -1), Uint8Array.of(43)])
        expect(await verifySignature(printSignature(key, counted), message)).toMatchObject({ fault: "bad" })
    })
    test.skipIf(!sshKeygen).each(keys)("ssh-keygen agrees about $name", ({ key, signature }) =>
        inFolder(new Map([["m.sig", utf8(printSignature(key, signature))]]), (folder) => {
            const loose = ["-Y", "check-novalidate", "-n", NAMESPACE, "-s", "m.sig"]
            expect(run(folder, "ssh-keygen", loose, message)).toMatchObject({ status: 0 })
            expect(run(folder, "ssh-keygen", loose, utf8("other")).status).not.toBe(0)
        }),
    )
})

test("an ECDSA signature with a number not in its shortest form is refused", async () => {
    const seed = new Uint8Array(48).fill(5)
    const type = "ecdsa-sha2-nistp384"
    const key = concat([string(type), string("nistp384"), string(p384.getPublicKey(seed, false))])
    const zero = Uint8Array.of(0)
    const mpint = (bytes: Uint8Array) => string((bytes[0] ?? 0) >= 128 ? concat([zero, bytes]) : bytes)
    let tried = 0
    for (let i = 0; i < 8; i++) {
        const text = utf8(String(i))
        const compact = p384.sign(signedBytes(text), seed, { prehash: true, lowS: false, format: "compact" })
        const r = compact.slice(0, 48)
        const sign = (number: Uint8Array) =>
            printSignature(key, concat([string(type), string(concat([number, mpint(compact.slice(48))]))]))
        expect(await verifySignature(sign(mpint(r)), text)).toMatchObject({ good: true })
        if ((r[0] ?? 0) >= 128) continue
        tried++
        expect(await verifySignature(sign(string(concat([zero, r]))), text)).toMatchObject({
            good: false,
            fault: "bad",
        })
    }
    expect(tried).toBeGreaterThan(0)
})
