import { readFileSync } from "node:fs"
import { createContext, runInContext } from "node:vm"
import { buildSync } from "esbuild"
import { expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { PacketError } from "../../../src/base/issue.ts"
import { decodeBase64, printArmour } from "../../../src/packet/signature/base64.ts"
import { createKey, parsePrivateKey, printPrivateKey } from "../../../src/packet/signature/private-key.ts"
import {
    ed25519Blob,
    fingerprint,
    isFingerprint,
    parsePublicKeyLine,
    printPublicKeyLine,
} from "../../../src/packet/signature/public-key.ts"
import { tool } from "../../tool.ts"
import { inFolder, run } from "../assemble/sample.ts"

const key = createKey(new Uint8Array(32).fill(11), "报案人 2026")
const salt = new Uint8Array(16).fill(12)
const sshKeygen = tool("ssh-keygen")

async function codeOf(text: string, passphrase?: string): Promise<string> {
    try {
        await parsePrivateKey(text, "key", passphrase)
        return "read"
    } catch (error) {
        if (!(error instanceof PacketError)) throw error
        return error.issues.map((i) => i.code).join()
    }
}

test("a plain key file reads back, also with CRLF", async () => {
    const text = await printPrivateKey(key)
    expect(await parsePrivateKey(text, "key")).toEqual(key)
    expect(await parsePrivateKey(text.replaceAll("\n", "\r\n"), "key")).toEqual(key)
})

test("an encrypted key file reads back with its passphrase, and is deterministic", async () => {
    const text = await printPrivateKey(key, { passphrase: "口令 pass", salt, rounds: 2 })
    expect(await printPrivateKey(key, { passphrase: "口令 pass", salt, rounds: 2 })).toBe(text)
    expect(await parsePrivateKey(text, "key", "口令 pass")).toEqual(key)
    expect(await codeOf(text, "wrong")).toBe("signature.key.passphrase")
    expect(await codeOf(text)).toBe("signature.key.encrypted")
})

test("damaged and foreign files are named as such", async () => {
    const text = await printPrivateKey(key)
    expect(await codeOf("")).toBe("signature.key.format")
    expect(await codeOf("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")).toBe("signature.key.format")
    expect(await codeOf(text.replace(/\n(.)/, "\nA"))).toBe("signature.key.format")
    expect(await codeOf(text.replace(/(.{30})\n-----END/, "\n-----END"))).toBe("signature.key.format")
    const bytes = decodeBase64(text.split("\n").slice(1, -2).join("")) ?? new Uint8Array(0)
    const longer = printArmour("OPENSSH PRIVATE KEY", concat([bytes, Uint8Array.of(0)]), 70)
    expect(await codeOf(longer)).toBe("signature.key.format")
})

test("no secret byte stands in an issue", async () => {
    const text = await printPrivateKey(key)
    const error: unknown = await parsePrivateKey(text.slice(0, -60), "key").catch((e: unknown) => e)
    expect(error).toBeInstanceOf(PacketError)
    expect(JSON.stringify(error)).not.toContain(text.slice(100, 120))
})

test("a seed of another length is a fault of the program", () => {
    expect(() => createKey(new Uint8Array(31), "")).toThrow(RangeError)
})

test.skipIf(!sshKeygen).each([
    ["plain", []],
    ["encrypted", ["-N", "口令 pass"]],
])("a %s file of ssh-keygen is read", (_, passphrase) =>
    inFolder(new Map(), async (folder) => {
        const protect = passphrase.length === 0 ? ["-N", ""] : [...passphrase, "-a", "2"]
        run(folder, "ssh-keygen", ["-q", "-t", "ed25519", "-C", "a comment", "-f", "key", ...protect])
        const read = await parsePrivateKey(readFileSync(`${folder}/key`, "utf8"), "key", passphrase[1])
        expect(printPublicKeyLine(ed25519Blob(read.publicKey), read.comment)).toBe(
            readFileSync(`${folder}/key.pub`, "utf8"),
        )
    }),
)

test.skipIf(!sshKeygen).each([
    ["ecdsa", "signature.key.type"],
    ["rsa", "signature.key.type"],
])("its %s key is refused with the type named", (type, code) =>
    inFolder(new Map(), async (folder) => {
        run(folder, "ssh-keygen", ["-q", "-t", type, "-N", "", "-f", "key"])
        expect(await codeOf(readFileSync(`${folder}/key`, "utf8"))).toBe(code)
    }),
)

test.skipIf(!sshKeygen)("its key under another cipher is refused with the cipher named", () =>
    inFolder(new Map(), async (folder) => {
        run(folder, "ssh-keygen", ["-q", "-t", "ed25519", "-N", "x", "-a", "1", "-Z", "aes256-cbc", "-f", "key"])
        expect(await codeOf(readFileSync(`${folder}/key`, "utf8"), "x")).toBe("signature.key.cipher")
    }),
)

test.skipIf(!sshKeygen).each([
    ["plain", undefined],
    ["encrypted", { passphrase: "口令 pass", salt, rounds: 24 }],
] as const)("ssh-keygen reads our %s file, its public key and its comment", async (_, encryption) => {
    const text = await printPrivateKey(key, encryption)
    await inFolder(new Map([["key", utf8(text)]]), (folder) => {
        run(folder, "chmod", ["600", "key"])
        const { output } = run(folder, "ssh-keygen", ["-y", "-P", encryption?.passphrase ?? "", "-f", "key"])
        expect(output).toBe(printPublicKeyLine(ed25519Blob(key.publicKey), key.comment))
        expect(run(folder, "ssh-keygen", ["-lf", "key"]).output).toContain(fingerprint(ed25519Blob(key.publicKey)))
    })
})

test("bcrypt needs neither Buffer nor Node's crypto", () => {
    const code = 'export { pbkdf } from "bcrypt-pbkdf"'
    const built = buildSync({
        stdin: { contents: code, resolveDir: import.meta.dirname },
        bundle: true,
        write: false,
        platform: "browser",
        format: "iife",
        globalName: "bcrypt",
    })
    // A bare context: only the language itself.
    const context = createContext({ self: {} })
    const out: unknown = runInContext(
        `${built.outputFiles[0]?.text ?? ""};var k=new Uint8Array(8);bcrypt.pbkdf(new Uint8Array([1]),1,new Uint8Array([2]),1,k,8,1)+":"+k.join()`,
        context,
    )
    expect(out).toMatch(/^0:\d+(,\d+){7}$/)
})

test("public key lines read back; other lines are none", () => {
    const blob = ed25519Blob(key.publicKey)
    const line = printPublicKeyLine(blob, "a comment")
    expect(parsePublicKeyLine(line)).toEqual({ blob, comment: "a comment" })
    expect(parsePublicKeyLine(line.replace("ssh-ed25519", "ssh-rsa"))).toBeUndefined()
    expect(parsePublicKeyLine("ssh-ed25519 AAAA")).toBeUndefined()
    expect(() => printPublicKeyLine(blob, "a\nssh-ed25519 AAAA")).toThrow(RangeError)
})

test("fingerprints are recognised by form", () => {
    expect(isFingerprint(fingerprint(ed25519Blob(key.publicKey)))).toBe(true)
    expect(isFingerprint("SHA256:abc")).toBe(false)
    expect(isFingerprint("MD5:00")).toBe(false)
})
