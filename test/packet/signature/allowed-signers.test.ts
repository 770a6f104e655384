import { expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { findSigner, parseAllowedSigners, readAllowedSigners } from "../../../src/packet/signature/allowed-signers.ts"
import { encodeBase64 } from "../../../src/packet/signature/base64.ts"
import { ed25519Blob, printPublicKeyLine } from "../../../src/packet/signature/public-key.ts"
import { NAMESPACE } from "../../../src/packet/signature/sshsig.ts"
import { string } from "../../../src/packet/signature/wire.ts"
import { tool } from "../../tool.ts"
import { inFolder, officerKey, run, victim, victimKey } from "../assemble/sample.ts"

const blob = ed25519Blob(victimKey.publicKey)
const key = printPublicKeyLine(blob, "").trim()
const now = Date.parse("2026-11-21T12:00:00Z")

function trust(text: string, at = now) {
    return findSigner(parseAllowedSigners(text, "signers").signers, blob, at)
}

const lines: readonly [string, string, string][] = [
    ["a plain line", `victim ${key}`, "known"],
    ["a line with a comment behind", `victim ${key} my key`, "known"],
    ["comments, blank lines, CRLF", `# list\r\n\r\nvictim ${key}\r\n`, "known"],
    ["our namespace", `victim namespaces="${NAMESPACE}" ${key}`, "known"],
    ["a namespace pattern", `victim namespaces="file,lerpack-*" ${key}`, "known"],
    ["another namespace", `victim namespaces="git" ${key}`, "other-namespace"],
    ["a negated namespace", `victim namespaces="!lerpack-manifest,*" ${key}`, "other-namespace"],
    ["dates around now", `victim valid-after="20260101Z",valid-before="20270101Z" ${key}`, "known"],
    ["a date to come", `victim valid-after="20270101Z" ${key}`, "outside-validity"],
    ["a date gone by", `victim valid-before="202611211159Z" ${key}`, "outside-validity"],
    ["a comment in front of the key's line", `  # note\n victim ${key}`, "known"],
    ["tabs between the fields", `victim\t${key.replace(" ", "\t")}`, "known"],
    ["a list of principals", `"officer@x,victim" ${key}`, "known"],
    ["a principal pattern", `vict* ${key}`, "known"],
    ["a quoted value with a comma and a blank", `victim namespaces="a b,lerpack-manifest" ${key}`, "known"],
    [
        "dates with minutes and seconds",
        `victim valid-after="20261121115959Z",valid-before="20261121120001Z" ${key}`,
        "known",
    ],
    ["a namespace with a question mark", `victim namespaces="lerpack-manifes?" ${key}`, "known"],
    ["a namespace in other case", `victim namespaces="Lerpack-Manifest" ${key}`, "other-namespace"],
    ["an option in capitals", `victim NAMESPACES="git" ${key}`, "other-namespace"],
    ["a list of principals that only forbids", `!officer ${key}`, "unknown"],
    ["a list of principals with nothing in it", `, ${key}`, "unknown"],
    ["a quote that does not end", `"victim ${key}`, "unknown"],
    ["a quote within a word", `vic"tim ${key}`, "unknown"],
    ["the first second of the clock", `victim valid-after="19700101Z" ${key}`, "unknown"],
    [
        "dates with nothing between",
        `victim valid-after="20261121120000Z",valid-before="20261121120000Z" ${key}`,
        "unknown",
    ],
    ["a longest pattern", `victim namespaces="${"x".repeat(1022)},${NAMESPACE}" ${key}`, "known"],
    ["a pattern longer than any", `victim namespaces="${"x".repeat(1023)},${NAMESPACE}" ${key}`, "other-namespace"],
    ["another key", `victim ${printPublicKeyLine(ed25519Blob(officerKey.publicKey), "").trim()}`, "unknown"],
]

test.each(lines)("%s", (_, text, expected) => {
    expect(trust(text).trust).toBe(expected)
})

test.skipIf(!tool("ssh-keygen")).each(lines)("ssh-keygen agrees about %s", async (_, text, expected) => {
    const message = utf8("m")
    const files = new Map([
        ["m.sig", utf8(await victim.sign(message))],
        ["signers", utf8(`${text}\n`)],
    ])
    await inFolder(files, (folder) => {
        const verify = ["-Y", "verify", "-f", "signers", "-I", "victim", "-n", NAMESPACE, "-s", "m.sig"]
        const time = ["-O", "verify-time=20261121120000Z"]
        const { status } = run(folder, "ssh-keygen", [...verify, ...time], message)
        expect(status === 0).toBe(expected === "known")
    })
})

test("the principals are those of the line, and a usable line wins over one out of date", () => {
    const text = `old valid-before="20200101Z" ${key}\n"officer@example,*@station" ${key}\n`
    expect(trust(text)).toEqual({ trust: "known", principals: "officer@example,*@station" })
})

test.each([
    ["nonsense", "signature.signers.line"],
    ["victim ssh-ed25519 AAAA", "signature.signers.line"],
    [`victim ${key.replace("ssh-ed25519", "ssh-rsa")}`, "signature.signers.key"],
    [`victim no-touch-required ${key}`, "signature.signers.option"],
    [`victim valid-after="2026" ${key}`, "signature.signers.time"],
    [`victim valid-after="20260230Z" ${key}`, "signature.signers.time"],
    [`victim valid-after="20260101Z",valid-after="20250101Z" ${key}`, "signature.signers.time"],
])("%j is not used and is named", (text, code) => {
    const { signers, issues } = parseAllowedSigners(`# first\n${text}`, "signers")
    expect(signers).toEqual([])
    expect(issues).toMatchObject([{ code, severity: "error", path: ["signers", 2] }])
})

const certificate = encodeBase64(concat([string("ssh-ed25519-cert-v01@openssh.com"), string("nonce")]))

test.each([
    [`victim cert-authority ${key}`, "signature.signers.authority"],
    [`victim cert-authority,namespaces="x" ${key}`, "signature.signers.authority"],
    [`victim ssh-ed25519-cert-v01@openssh.com ${certificate}`, "signature.signers.key"],
])("%j could only have trusted more: it is named, and the other lines hold", (text, code) => {
    const { signers, issues } = parseAllowedSigners(`${text}\nofficer ${key}`, "signers")
    expect(signers.map(({ principals }) => principals)).toEqual(["officer"])
    expect(issues).toMatchObject([{ code, severity: "warning", path: ["signers", 1] }])
})

test("a list in an encoding that Windows writes is read or refused, never taken for an empty one", () => {
    const gbk = concat([Uint8Array.of(0x23, 0xb9, 0xab, 0xb0, 0xb2, 0x0d, 0x0a), utf8(`officer ${key}\r\n`)])
    expect(readAllowedSigners(gbk, "signers")).toMatchObject({ signers: [{ principals: "officer" }], issues: [] })
    const utf16 = new Uint8Array(Uint16Array.from(`\uFEFFofficer ${key}\n`, (c) => c.charCodeAt(0)).buffer)
    expect(readAllowedSigners(utf16, "signers")).toMatchObject({
        signers: [],
        issues: [{ code: "input.file.encoding" }],
    })
})

test("a time without a zone is UTC on every machine, with a note", () => {
    const { signers, issues } = parseAllowedSigners(`victim valid-after="20260101" ${key}`, "signers")
    expect(signers[0]?.validAfter).toBe(Date.parse("2026-01-01T00:00:00Z"))
    expect(issues).toMatchObject([{ code: "signature.signers.zone", severity: "note" }])
})
