import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import PostalMime from "postal-mime"
import { describe, expect, test } from "vitest"
import { PacketError } from "../../../src/base/issue.ts"
import { base64Size, encodeBase64Lines } from "../../../src/typeset/mail/base64.ts"
import { checkMail, type MailMessage, writeEml } from "../../../src/typeset/mail/eml.ts"
import { tool } from "../../tool.ts"

const noise = (size: number, seed: number) =>
    Uint8Array.from({ length: size }, (_, i) => (Math.imul(i + seed, 2654435761) >>> 13) & 255)

const MESSAGE: MailMessage = {
    to: ["case@recipient.example", "second@recipient.example"],
    subject:
        "Law enforcement request - disclosure - Example Municipal Public Security Bureau, Example City, China - Ref LER-2026-0001",
    date: "2026-11-21T09:05:00+08:00",
    body: "1. Type: disclosure.\n\n（中文摘要）本函请求协助提供账户电子数据。😀\nFrom here no escaping is needed.\n.\n--=_\n",
    attachments: [
        { name: "01-Request-LER-2026-0001.pdf", mediaType: "application/pdf", bytes: noise(1000, 1) },
        {
            name: "02-Identifiers.xlsx",
            mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            bytes: noise(57, 2),
        },
        { name: "empty.txt", mediaType: "text/plain", bytes: new Uint8Array(0) },
    ],
}
const write = (message: MailMessage) => writeEml(message, ["mail"])
const ascii = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe("a written mail", () => {
    const bytes = write(MESSAGE)

    test("is read by another parser with every part as it was", async () => {
        const mail = await PostalMime.parse(bytes)
        expect(mail.subject).toBe(MESSAGE.subject)
        expect(mail.to?.map((a) => a.address)).toEqual(MESSAGE.to)
        expect(mail.text?.replace(/\r\n/g, "\n").trimEnd()).toBe(MESSAGE.body.trimEnd())
        expect(mail.attachments.map((a) => [a.filename, a.mimeType])).toEqual(
            MESSAGE.attachments.map((a) => [a.name, a.mediaType]),
        )
        mail.attachments.forEach((a, i) => {
            expect(new Uint8Array(a.content as ArrayBuffer)).toEqual(MESSAGE.attachments[i]?.bytes)
        })
    })

    test.skipIf(!tool("python3"))("has no defect for Python's parser, and the same content", () => {
        const file = join(mkdtempSync(join(tmpdir(), "eml-")), "a.eml")
        writeFileSync(file, bytes)
        const script = `import sys, json, hashlib, email, email.policy
m = email.message_from_bytes(open(sys.argv[1], "rb").read(), policy=email.policy.default)
d = [str(x) for p in m.walk() for x in p.defects] + [str(x) for p in m.walk() for h in p.values() for x in getattr(h, "defects", [])]
b = m.get_body().get_payload(decode=True).decode()
print(json.dumps({"defects": d, "subject": m["subject"], "to": [a.addr_spec for a in m["to"].addresses], "date": m["date"].datetime.isoformat(), "unsent": m["x-unsent"], "from": m["from"], "id": m["message-id"],
  "body": b, "files": [[a.get_filename(), a.get_content_type(), hashlib.sha256(a.get_payload(decode=True)).hexdigest()] for a in m.iter_attachments()]}))`
        const { stdout, stderr } = spawnSync("python3", ["-c", script, file], { encoding: "utf8" })
        expect(stderr).toBe("")
        expect(JSON.parse(stdout)).toEqual({
            defects: [],
            subject: MESSAGE.subject,
            to: MESSAGE.to,
            date: MESSAGE.date,
            unsent: "1",
            from: null,
            id: null,
            body: MESSAGE.body.replace(/\n/g, "\r\n"),
            files: MESSAGE.attachments.map((a) => [
                a.name,
                a.mediaType,
                createHash("sha256").update(a.bytes).digest("hex"),
            ]),
        })
    })

    test("is ASCII in short lines that end with CRLF, and names no program", () => {
        const text = ascii(bytes)
        expect(text).toMatch(/^[\r\n\t -~]*$/)
        expect(text.endsWith("\r\n")).toBe(true)
        const lines = text.split("\r\n")
        expect(lines.some((line) => /[\r\n]/.test(line))).toBe(false)
        // A media type cannot be folded; every other line keeps to what RFC 5322 §2.1.1 advises.
        const foldable = lines.filter((line) => !line.startsWith("Content-Type: application/vnd."))
        expect(Math.max(...foldable.map((line) => line.length))).toBeLessThanOrEqual(76)
        expect(text).not.toMatch(/lerpack|mailer|^(?:from|bcc|message-id):/im)
    })

    test("has the same bytes again, and another boundary for other content", () => {
        const boundary = (m: MailMessage) => /boundary="([^"]+)"/.exec(ascii(write(m)))?.[1]
        expect(write(MESSAGE)).toEqual(bytes)
        expect(boundary({ ...MESSAGE, body: "x" })).not.toBe(boundary(MESSAGE))
    })

    test("without attachments is plain text, without a date has none", async () => {
        const { date: _, ...undated } = MESSAGE
        const text = ascii(write({ ...undated, attachments: [] }))
        expect(text).not.toMatch(/multipart|^Date:/m)
        expect((await PostalMime.parse(text)).text).toContain("（中文摘要）")
    })
})

describe("refuses", () => {
    const file = { name: "a.pdf", mediaType: "application/pdf", bytes: new Uint8Array(1) }
    const cases: readonly (readonly [string, Partial<MailMessage>, readonly string[]])[] = [
        ["a line break in the subject", { subject: "x\r\nBcc: a@b.example" }, ["mail.subject.line-break"]],
        ["Chinese in the subject", { subject: "调取" }, ["mail.subject.not-ascii"]],
        ["an empty subject", { subject: " " }, ["mail.subject.length"]],
        ["a subject without end", { subject: "x".repeat(201) }, ["mail.subject.length"]],
        ["no address", { to: [] }, ["mail.to.missing"]],
        ["a line break in an address", { to: ["a@b.example\r\nBcc: c@d.example"] }, ["mail.to.malformed"]],
        ["a second address in one", { to: ["a@b.example, c@d.example"] }, ["mail.to.malformed"]],
        ["a name beside an address", { to: ["Desk <a@b.example>"] }, ["mail.to.malformed"]],
        ["a date without a zone", { date: "2026-11-21T09:05:00" }, ["mail.date.malformed"]],
        ["a date that does not exist", { date: "2026-02-30T09:05:00Z" }, ["mail.date.malformed"]],
        ["control characters in the text", { body: "a\u0000" }, ["mail.body.unprintable"]],
        ["half a surrogate pair in the text", { body: "\ud800" }, ["mail.body.unprintable"]],
        ["a Chinese attachment name", { attachments: [{ ...file, name: "附件.pdf" }] }, ["mail.attachment.name"]],
        [
            "a quotation mark and line break in a name",
            { attachments: [{ ...file, name: 'a"\r\nX: y' }] },
            ["mail.attachment.name"],
        ],
        [
            "a line break in a media type",
            { attachments: [{ ...file, mediaType: "text/plain\r\nX: y" }] },
            ["mail.attachment.type"],
        ],
        ["two attachments of one name", { attachments: [file, { ...file, name: "A.PDF" }] }, ["mail.attachment.twice"]],
        [
            "everything at once",
            { subject: "题", to: [], body: "\u0001" },
            ["mail.to.missing", "mail.subject.not-ascii", "mail.body.unprintable"],
        ],
    ]
    test.each(cases)("%s", (_, change, codes) => {
        const message = { ...MESSAGE, ...change }
        expect(checkMail(message, ["mail"]).map((i) => i.code)).toEqual(codes)
        expect(() => write(message)).toThrow(PacketError)
    })
})

test("no accepted head brings in another one", () => {
    const allowed = /^(?:X-Unsent|Date|To|Subject|MIME-Version|Content-Type|Content-Transfer-Encoding): /
    fc.assert(
        fc.property(fc.string({ unit: "binary-ascii" }), fc.string({ unit: "grapheme" }), (subject, body) => {
            const message = { ...MESSAGE, subject, body, attachments: [] }
            if (checkMail(message, ["mail"]).length > 0) return
            const head = ascii(write(message)).split("\r\n\r\n")[0]?.split("\r\n") ?? []
            for (const line of head) expect(line).toMatch(/^ +\S/.test(line) ? /^ / : allowed)
            const unfolded = head.join("\r\n").replace(/\r\n(?= )/g, "")
            expect(unfolded).toContain(`Subject: ${subject.trim()}\r\n`)
        }),
    )
})

test("base64 agrees with the platform's, in lines of 76", () => {
    fc.assert(
        fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
            const text = ascii(encodeBase64Lines(bytes))
            expect(text.replace(/\r\n/g, "")).toBe(Buffer.from(bytes).toString("base64"))
            expect(text.length).toBe(base64Size(bytes.length))
            expect(
                text
                    .split("\r\n")
                    .slice(0, -2)
                    .every((line) => line.length === 76),
            ).toBe(true)
        }),
    )
})
