import fc from "fast-check"
import { describe, expect, test } from "vitest"
import "./counted-once.ts"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { sha256Hex } from "../../../src/base/digest.ts"
import { LANGS } from "../../../src/base/lang.ts"
import { memorySource } from "../../../src/base/source.ts"
import { writeStoreZip } from "../../../src/base/zip/write.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { verdictLimits, verdictLines, verdictSent } from "../../../src/messages/verdict.ts"
import type { Packet } from "../../../src/packet/assemble/packet.ts"
import { planPacket } from "../../../src/packet/assemble/plan.ts"
import { signPacket } from "../../../src/packet/assemble/sign.ts"
import { MOST_LAYERS } from "../../../src/packet/manifest/tag-files.ts"
import { parseAllowedSigners } from "../../../src/packet/signature/allowed-signers.ts"
import { ed25519Blob, printPublicKeyLine } from "../../../src/packet/signature/public-key.ts"
import type { Report } from "../../../src/packet/verify/report.ts"
import {
    archive,
    codes,
    draft,
    folderInput,
    inMemory,
    judge,
    layerFile,
    NOW,
    officer,
    officerKey,
    submission,
    third,
    thirdKey,
    victim,
    victimKey,
    zipInput,
    zipOf,
} from "../assemble/sample.ts"
import { litter } from "../litter.ts"

function signersOf(...keys: readonly { publicKey: Uint8Array; comment: string }[]) {
    const text = keys.map((key) => `${key.comment} ${printPublicKeyLine(ed25519Blob(key.publicKey), "")}`).join("")
    return parseAllowedSigners(text, "signers").signers
}

describe("an intact packet", () => {
    test("as a ZIP: the whole report", async () => {
        const packet = await draft()
        const bytes = await zipOf(packet)
        expect(await judge(zipInput(bytes))).toEqual({
            kind: "draft",
            checkCode: packet.checkCode,
            zipSha256: sha256Hex(bytes),
            verdict: "intact-signed-unknown",
            files: { checked: 7, changed: [] },
            list: { missing: [], extra: [] },
            signatures: [{ file: "signature-1.sig", key: victim.fingerprint, principal: null, trust: "unknown" }],
            time: { claimed: "2026-11-01T09:00:00+08:00", stamped: null },
            layers: [{ n: 1, key: victim.fingerprint, added: 4, missing: 0, replaced: 0, setAside: 0 }],
            issues: [
                {
                    code: "verify.signature.unknown",
                    severity: "warning",
                    path: ["signature-1.sig"],
                    params: { key: victim.fingerprint },
                },
            ],
        } satisfies Report)
    })

    test("as a folder gives the same, without the ZIP's hash", async () => {
        const packet = await archive(await draft())
        const zip = await judge(zipInput(await zipOf(packet)))
        expect(await judge(folderInput(await inMemory(packet)))).toEqual({ ...zip, zipSha256: null })
    })

    test("an archive counts what each layer added and set aside, with each layer's key", async () => {
        const third = await archive(await archive(await draft()), null)
        const report = await judge(zipInput(await zipOf(third)))
        expect(report.kind).toBe("archive")
        expect(report.verdict).toBe("intact-unsigned")
        expect(report.layers).toEqual([
            { n: 1, key: victim.fingerprint, added: 4, missing: 0, replaced: 0, setAside: 0 },
            { n: 2, key: officer.fingerprint, added: 6, missing: 0, replaced: 0, setAside: 1 },
            { n: 3, key: null, added: 6, missing: 0, replaced: 0, setAside: 1 },
        ])
        expect(report.signatures.map(({ file }) => file)).toEqual([
            "data/prior/1/signature-1.sig",
            "data/prior/2/signature-1.sig",
        ])
    })

    test("a submission has one layer", async () => {
        const report = await judge(zipInput(await zipOf(await submission())))
        expect([report.kind, report.verdict, report.layers.length]).toEqual(["submission", "intact-signed-unknown", 1])
    })

    test("a packet without a key is intact-unsigned, without any finding", async () => {
        const report = await judge(zipInput(await zipOf(await draft(null))))
        expect(report.verdict).toBe("intact-unsigned")
        expect(report.issues).toEqual([])
    })

    test("a packet with a later signature has both", async () => {
        const report = await judge(zipInput(await zipOf(await signPacket(await draft(), third))), {
            key: third.fingerprint,
        })
        expect(report.signatures.map(({ trust }) => trust)).toEqual(["unknown", "known"])
        expect(report.verdict).toBe("intact-signed-known")
    })

    test("an unsigned packet that was signed later shows the later key for its layer", async () => {
        const report = await judge(zipInput(await zipOf(await signPacket(await draft(null), victim))))
        expect([report.verdict, report.layers[0]?.key]).toEqual(["intact-signed-unknown", victim.fingerprint])
    })
})

describe("every changed byte of every file is found, and the file named", () => {
    test.each([
        ["draft", () => draft()],
        ["unsigned draft", () => draft(null)],
        ["archive", async () => await archive(await draft())],
    ])("in a %s", async (_, make) => {
        const good = await inMemory(await make())
        for (const [path, bytes] of good) {
            for (let at = 0; at < bytes.length; at += bytes.length > 200 ? 7 : 1) {
                const changed = bytes.slice()
                changed[at] = (changed[at] ?? 0) ^ 1
                const report = await judge(folderInput(new Map(good).set(path, changed)))
                expect(report.verdict, `${path} byte ${String(at)}`).toBe("broken")
                const named = report.issues.filter(({ severity }) => severity === "error")
                expect(JSON.stringify(named), `${path} byte ${String(at)}`).toContain(path)
                if (path.startsWith("data/")) expect(report.files.changed).toContain(path)
            }
        }
    })
})

test("no changed byte of a ZIP leaves the verdict intact", async () => {
    const good = await zipOf(await draft())
    for (let at = 0; at < good.length; at++) {
        const bytes = good.slice()
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
        expect(["broken", "refused"], `byte ${String(at)}`).toContain((await judge(zipInput(bytes))).verdict)
    }
})

test("a ZIP cut anywhere is refused", async () => {
    const good = await zipOf(await draft())
    await fc.assert(
        fc.asyncProperty(fc.nat(good.length - 1), async (length) => {
            expect((await judge(zipInput(good.slice(0, length)))).verdict).toBe("refused")
        }),
        { numRuns: 50 },
    )
})

test("a changed content inside a ZIP is a changed file with its name, not only a refused ZIP", async () => {
    const good = await zipOf(await draft())
    const at = new TextDecoder("latin1").decode(good).indexOf("a picture")
    good[at] = 66
    const report = await judge(zipInput(good))
    expect(report.verdict).toBe("broken")
    expect(report.files.changed).toEqual(["data/evidence/E001.jpg"])
    expect(codes(report)).toEqual(["verify.file.changed", "zip.entry.crc"])
})

test("several faults are all named", async () => {
    const files = await inMemory(await draft())
    files.set("data/case.json", utf8("{ }\n"))
    files.delete("data/evidence/E001.jpg")
    files.set("data/evil.exe", utf8("MZ"))
    files.set("signature-1.sig", utf8("x"))
    const report = await judge(folderInput(files))
    expect(report.files.changed).toEqual(["data/case.json"])
    expect(report.list).toEqual({ missing: ["data/evidence/E001.jpg"], extra: ["data/evil.exe"] })
    expect(report.signatures).toMatchObject([{ trust: "bad", key: null }])
    // That the named key has not signed is the consequence of its signature being bad, and not told again.
    expect(codes(report)).not.toContain("verify.signature.named-key")
})

describe("trust comes from outside the packet", () => {
    const victimLine = { ...victimKey, comment: "victim@example" }
    test.each<[string, Parameters<typeof judge>[1], Report["verdict"], string[]]>([
        ["no list", {}, "intact-signed-unknown", []],
        ["a list with the key", { signers: signersOf(victimLine) }, "intact-signed-known", []],
        [
            "a list with another key",
            { signers: signersOf(thirdKey) },
            "intact-signed-unknown",
            ["verify.signature.unknown"],
        ],
        ["an empty list", { signers: [] }, "intact-signed-unknown", ["verify.signature.unknown"]],
        ["the key's fingerprint", { key: victim.fingerprint }, "intact-signed-known", []],
        ["another fingerprint", { key: third.fingerprint }, "intact-signed-unknown", ["verify.signature.unknown"]],
    ])("%s", async (_, options, verdict, errors) => {
        const report = await judge(zipInput(await zipOf(await draft())), options)
        expect(report.verdict).toBe(verdict)
        expect(codes(report)).toEqual(errors)
    })

    test("a list demands a signature", async () => {
        const report = await judge(zipInput(await zipOf(await draft(null))), { signers: signersOf(victimKey) })
        expect([report.verdict, codes(report)]).toEqual(["intact-unsigned", ["verify.signature.missing"]])
    })

    test("a listed key outside its dates is not known, by the time of judging", async () => {
        const text = `victim valid-before="20261201Z" ${printPublicKeyLine(ed25519Blob(victimKey.publicKey), "")}`
        const { signers } = parseAllowedSigners(text, "signers")
        const zip = zipInput(await zipOf(await draft()))
        expect((await judge(zip, { signers, now: NOW })).verdict).toBe("intact-signed-known")
        const late = await judge(zip, { signers, now: "2027-01-01T00:00:00Z" })
        expect([late.verdict, codes(late)]).toEqual(["intact-signed-unknown", ["verify.signature.outside-validity"]])
    })

    test("an earlier layer's unknown key warns; the list names the makers of this packet", async () => {
        const report = await judge(zipInput(await zipOf(await archive(await draft()))), {
            signers: signersOf(officerKey),
        })
        expect([report.verdict, codes(report), codes(report, "warning")]).toEqual([
            "intact-signed-known",
            [],
            ["verify.signature.unknown"],
        ])
    })

    test("a known key in an earlier layer does not make this packet's signer known", async () => {
        const report = await judge(zipInput(await zipOf(await archive(await draft()))), {
            signers: signersOf(victimKey),
        })
        expect([report.verdict, codes(report)]).toEqual(["intact-signed-unknown", ["verify.signature.unknown"]])
    })
})

describe("the check code", () => {
    test.each([
        ["the same, in capitals with hyphens", (code: string) => code.toUpperCase().replaceAll(" ", "-"), [], true],
        [
            "another",
            (code: string) => code.replace(/^./, (c) => (c === "0" ? "1" : "0")),
            ["verify.code.differs"],
            false,
        ],
        // Which says nothing against the packet.
        ["half of it", (code: string) => code.slice(0, 19), ["verify.code.form"], true],
    ])("%s", async (_, change, errors, isIntact) => {
        const packet = await draft()
        const report = await judge(zipInput(await zipOf(packet)), { code: change(packet.checkCode) })
        expect(codes(report)).toEqual(errors)
        expect(codes(report, "note")).toEqual(errors.length === 0 ? ["verify.code.same"] : [])
        expect(report.verdict).toBe(isIntact ? "intact-signed-unknown" : "broken")
    })
    test("of an earlier layer is said to be that layer's, and is no error", async () => {
        const first = await draft()
        const report = await judge(zipInput(await zipOf(await archive(first))), { code: first.checkCode })
        expect([codes(report), report.verdict]).toEqual([[], "intact-signed-unknown"])
        expect(report.issues.find(({ code }) => code === "verify.code.earlier-layer")).toMatchObject({
            severity: "warning",
            params: { layer: 1 },
        })
    })
})

describe("a SHA-256 from paper", () => {
    const shaOf = async (packet: Awaited<ReturnType<typeof draft>>, path: string): Promise<string> =>
        sha256Hex((await inMemory(packet)).get(path) ?? new Uint8Array())
    const told = ({ issues }: Report) => issues.find(({ code }) => /^verify\.(?:code|sha256)\./.test(code))

    test("of the ZIP or of its list is that of the packet, however it is typed", async () => {
        const packet = await draft()
        const zip = await zipOf(packet)
        for (const [given, of] of [
            [sha256Hex(zip), "zip"],
            [
                `SHA256：${sha256Hex(zip)
                    .toUpperCase()
                    .replace(/(.{8})/g, "$1 ")}`,
                "zip",
            ],
            [await shaOf(packet, "manifest-sha256.txt"), "list"],
        ] as const) {
            const report = await judge(zipInput(zip), { code: given })
            expect([report.verdict, codes(report)]).toEqual(["intact-signed-unknown", []])
            expect(told(report)).toMatchObject({ code: "verify.code.same", severity: "note", params: { of } })
        }
    })

    test("of one file says which, and that the packet was not compared", async () => {
        const packet = await draft()
        const path = [...(await inMemory(packet)).keys()].find((name) => name.startsWith("data/")) ?? ""
        const report = await judge(zipInput(await zipOf(packet)), { code: await shaOf(packet, path) })
        expect([report.verdict, codes(report)]).toEqual(["intact-signed-unknown", []])
        expect(told(report)).toMatchObject({ code: "verify.code.file", severity: "warning", params: { path } })
    })

    test("of something else is another packet's; a folder cannot know that", async () => {
        const packet = await draft()
        const zip = await zipOf(packet)
        const other = await judge(zipInput(zip), { code: "0".repeat(64) })
        expect([other.verdict, codes(other)]).toEqual(["broken", ["verify.sha256.differs"]])
        expect(told(other)).toMatchObject({ params: { found: sha256Hex(zip) } })
        const folder = await judge(folderInput(await inMemory(packet)), { code: sha256Hex(zip) })
        expect(codes(folder)).toEqual(["verify.code.form"])
        expect(told(folder)).toMatchObject({ params: { why: "folder" } })
    })

    test("is held against any file, which is no packet and is called none", async () => {
        const [one, two] = [utf8("一"), utf8("二")]
        const files = folderInput(
            new Map([
                ["a.pdf", one],
                ["b.pdf", two],
            ]),
        )
        for (const [input, given, code, params] of [
            [zipInput(one), one, "verify.code.file", { path: "" }],
            [zipInput(one), two, "verify.sha256.differs", { found: sha256Hex(one) }],
            [files, two, "verify.code.file", { path: "b.pdf" }],
            [files, utf8("三"), "verify.sha256.differs", { found: "" }],
        ] as const) {
            const report = await judge(input, { code: sha256Hex(given) })
            expect(report.verdict).toBe("refused")
            expect(told(report)).toMatchObject({ code, params })
        }
        expect(told(await judge(zipInput(one), { code: "0".repeat(32) }))).toBeUndefined()
    })
})

describe("a folder", () => {
    const nested = async () => new Map([...(await inMemory(await draft()))].map(([p, b]) => [`CASE-2026-001/${p}`, b]))

    test("one level too deep is found and said", async () => {
        const report = await judge(folderInput(await nested()))
        expect([report.verdict, codes(report, "note")]).toEqual(["intact-signed-unknown", ["verify.folder.nested"]])
    })

    test("with files that systems leave behind: named, not counted", async () => {
        const files = await inMemory(await draft())
        const junk = [
            ".DS_Store",
            "data/Thumbs.db",
            "data/desktop.ini",
            "__MACOSX/data/._index.json",
            "data/._case.json",
            "data/annex/~$approval-points.docx",
            "data/annex/.~lock.approval-points.docx#",
            "data/.localized",
        ]
        for (const path of junk) files.set(path, litter(path))
        const report = await judge(folderInput(files))
        expect(report.list.extra).toEqual([])
        expect(report.verdict).toBe("intact-signed-unknown")
        expect(report.issues.filter(({ severity }) => severity === "note").map(({ path }) => path[0])).toEqual(junk)
        expect(verdictLines(report, "zh-CN")[0]).toMatch(/；另有 8 个系统文件未计入。$/)
        expect(verdictLines(report, "en")[0]).toMatch(/; 8 system files not counted\.$/)
    })

    test("a name of such a file hides no other file", async () => {
        const files = await inMemory(await draft())
        const added = [
            "data/documents/._case-statement.pdf",
            "data/__MACOSX/more.pdf",
            "data/Thumbs.db",
            "data/.DS_Store",
            "data/desktop.ini",
            "data/.localized",
            `data/~$${"x"}.docx`,
        ]
        for (const path of added) files.set(path, utf8(`%PDF-1.7 ${"x".repeat(300)}`))
        const report = await judge(folderInput(files))
        expect(report.verdict).toBe("broken")
        expect([...report.list.extra].sort()).toEqual([...added].sort())
        // What is larger than such a file can be is none either.
        const large = await inMemory(await draft())
        large.set("data/._x", concat([litter("data/._x"), new Uint8Array(64 * 1024)]))
        expect((await judge(folderInput(large))).list.extra).toEqual(["data/._x"])
    })

    test("with a link", async () => {
        const input = folderInput(await inMemory(await draft()))
        if (input.kind !== "folder") throw new Error("unreachable")
        const report = await judge({ ...input, irregular: ["data/link"] })
        expect([report.verdict, codes(report)]).toEqual(["broken", ["verify.folder.irregular"]])
    })

    test("that holds no packet is refused", async () => {
        const report = await judge(folderInput(new Map([["a.txt", utf8("x")]])))
        expect([report.verdict, codes(report)]).toEqual(["refused", ["verify.packet.none"]])
    })

    test("that is empty is refused", async () => {
        expect((await judge(folderInput(new Map()))).verdict).toBe("refused")
    })

    test("with hostile names: no control or direction character comes through", async () => {
        const files = await inMemory(await draft())
        files.set("data/a\u001B[2J\u202Egpj.exe", utf8("x"))
        const report = await judge(folderInput(files))
        expect(report.list.extra).toEqual(["data/a\\u{1b}[2J\\u{202e}gpj.exe"])
        expect(JSON.stringify(report)).not.toMatch(/\\u001b|\u202E/)
    })
})

describe("what was sent", () => {
    const packet = async () => zipInput(await zipOf(await archive(await draft())))
    const request = utf8("%PDF-1.7 a request")
    test("a recorded file is found by its content, whatever its name", async () => {
        const report = await judge(await packet(), { sent: folderInput(new Map([["renamed.pdf", request]])) })
        expect(codes(report)).toEqual([])
        expect(report.issues.find(({ code }) => code === "verify.sent.same")).toMatchObject({
            path: ["renamed.pdf"],
            params: { name: "01-Request-CASE-2026-001.pdf", layer: 2 },
        })
    })
    test("a file given twice is recorded twice", async () => {
        const sent = folderInput(
            new Map([
                ["a.pdf", request],
                ["b.pdf", request],
            ]),
        )
        const report = await judge(await packet(), { sent })
        expect(codes(report)).toEqual([])
        expect(report.issues.filter(({ code }) => code === "verify.sent.same")).toHaveLength(2)
    })
    test("a single file that is no ZIP is compared by itself", async () => {
        expect(codes(await judge(await packet(), { sent: zipInput(request) }))).toEqual([])
        expect(codes(await judge(await packet(), { sent: zipInput(utf8("%PDF-1.7 another")) }))).toEqual([
            "verify.sent.not-recorded",
        ])
    })
    test("a link among the files is named", async () => {
        const sent = folderInput(new Map([["a.pdf", request]]))
        if (sent.kind !== "folder") throw new Error("unreachable")
        expect(codes(await judge(await packet(), { sent: { ...sent, irregular: ["b.pdf"] } }))).toEqual([
            "verify.folder.irregular",
        ])
    })
    test("a file put beside the lists of the submission is named", async () => {
        const files = await inMemory(await submission())
        files.delete("data/02-Identifiers-CASE-2026-001.xlsx")
        files.set("note.txt", utf8("x"))
        const report = await judge(await packet(), { sent: folderInput(files) })
        expect(report.issues.filter(({ severity }) => severity === "error").map(({ path }) => path)).toEqual([
            ["note.txt"],
        ])
    })
    test("a content that two requests sent belongs to the one that the rest belongs to", async () => {
        const layer = async (prior: Packet, text: string) =>
            await planPacket({
                kind: "archive",
                ref: "CASE-2026-001",
                top: "CASE-2026-001",
                createdAt: "2026-11-20T09:00:00+08:00",
                files: [
                    layerFile("request.json", "{}\n", "request"),
                    layerFile("sent/01-Request.pdf", text, "sent"),
                    layerFile("sent/02-Identifiers.xlsx", "PK the same table", "sent"),
                ],
                prior: prior.files,
            })
        const three = folderInput(await inMemory(await layer(await layer(await draft(), "%PDF first"), "%PDF second")))
        const table = ["02-Identifiers.xlsx", utf8("PK the same table")] as const
        const whole = new Map([["01-Request.pdf", utf8("%PDF second")], table])
        const report = await judge(three, { sent: folderInput(whole) })
        const told = report.issues.filter(({ code }) => code.startsWith("verify.sent."))
        expect(told.map(({ code, params }) => [code, params] as const)).toEqual([
            ["verify.sent.same", { name: "01-Request.pdf", layer: 3 }],
            ["verify.sent.same", { name: "02-Identifiers.xlsx", layer: 3 }],
        ])
        // By itself it may be of either; the first is named.
        const alone = await judge(three, { sent: folderInput(new Map([table])) })
        expect(alone.issues.find(({ code }) => code === "verify.sent.same")?.params).toMatchObject({ layer: 2 })
    })
    test("what the second office sent is found also under a third layer", async () => {
        const three = zipInput(await zipOf(await archive(await archive(await draft()), third)))
        const report = await judge(three, { sent: folderInput(new Map([["a.pdf", request]])) })
        expect(codes(report)).toEqual([])
    })
    test("another file is named", async () => {
        const sent = folderInput(new Map([["01-Request.pdf", utf8("%PDF-1.7 another")]]))
        const report = await judge(await packet(), { sent })
        expect(codes(report)).toEqual(["verify.sent.not-recorded"])
        expect(codes(report, "note")).toEqual(["verify.layer.code", "verify.layer.set-aside", "verify.sent.not-given"])
        expect(report.verdict).toBe("intact-signed-unknown")
    })
    test("a folder with nothing in it was compared with nothing, which is no success", async () => {
        const report = await judge(await packet(), { sent: folderInput(new Map()) })
        expect([codes(report), report.verdict]).toEqual([["verify.sent.nothing"], "intact-signed-unknown"])
        expect(verdictSent(report, "en")).toContain("0 files given")
    })
    test("the submission's ZIP is compared file by file", async () => {
        const report = await judge(await packet(), { sent: zipInput(await zipOf(await submission())) })
        expect(
            report.issues.filter(({ code }) => code === "verify.sent.not-recorded").map(({ path }) => path[0]),
        ).toEqual(["data/02-Identifiers-CASE-2026-001.xlsx"])
    })
    test("of a packet that was unpacked or changed its own notes and lists are said not to be compared", async () => {
        const files = new Map(await inMemory(await submission()))
        files.set("data/README-EN.txt", utf8("Reply to somebody else."))
        const report = await judge(await packet(), { sent: folderInput(files) })
        const [told] = report.issues.filter(({ code }) => code === "verify.sent.own-files")
        const own = [...files.keys()].filter((path) => !/^data\/0\d-/.test(path))
        expect(told).toMatchObject({ severity: "warning", params: { count: own.length } })
        expect(own).toContain("data/README-EN.txt")
        expect(verdictSent(report, "en")).toContain(`${String(own.length)} lists, signatures and notes of the packet`)
        const loose = await judge(await packet(), { sent: folderInput(new Map([["README-EN.txt", utf8("x")]])) })
        expect(codes(loose)).toEqual(["verify.sent.not-recorded"])
    })
    test("a ZIP that the record names as a whole needs no opening", async () => {
        const zip = utf8("any bytes")
        const prior = await draft()
        const made = await planPacket({
            kind: "archive",
            ref: "CASE-2026-001",
            top: "CASE-2026-001-archive",
            createdAt: "2026-11-10T10:30:00+08:00",
            files: [],
            prior: prior.files,
            sent: [{ path: "CASE-2026-001-submission.zip", size: zip.length, sha256: sha256Hex(zip) }],
            signer: officer,
        })
        const input = zipInput(await zipOf(made))
        expect(codes(await judge(input, { sent: zipInput(zip) }))).toEqual([])
        expect(codes(await judge(input, { sent: zipInput(utf8("other")) }))).not.toEqual([])
    })
    test("a draft has no record", async () => {
        const report = await judge(zipInput(await zipOf(await draft())), { sent: folderInput(new Map()) })
        expect(codes(report)).toEqual(["verify.sent.no-record"])
    })
})

test("a claimed time after the judge's clock warns", async () => {
    const report = await judge(zipInput(await zipOf(await draft())), { now: "2026-10-01T00:00:00Z" })
    expect(codes(report, "warning")).toContain("verify.time.future")
    // As the line of the verdict has it, not as the file does.
    const said = report.issues
        .filter(({ code }) => code === "verify.time.future")
        .map((one) => messageOf(one, "zh-CN").message)
    expect(said.join()).toContain("晚于本机时间 2026-10-01 08:00:00（北京时间）")
})

test("a layer dated before the one below warns", async () => {
    const report = await judge(zipInput(await zipOf(await archive(await draft(), officer, "2026-10-01T00:00:00Z"))))
    expect(codes(report, "warning")).toContain("verify.time.order")
})

test("a time stamp token is said to be there and not checked", async () => {
    const files = await inMemory(await draft())
    files.set("signature-1.sig.tsr", utf8("x"))
    const report = await judge(folderInput(files))
    expect([report.verdict, codes(report, "note")]).toEqual(["intact-signed-unknown", ["verify.timestamp.unchecked"]])
    expect(report.time.stamped).toBeNull()
})

test("a source that cannot be read fails, and is no finding about the packet", async () => {
    const bytes = await zipOf(await draft())
    const inner = memorySource(bytes)
    const source = {
        size: inner.size,
        read: (offset: number, length: number) =>
            offset === 0 && length > 1000 ? Promise.reject(new Error("EIO")) : inner.read(offset, length),
    }
    await expect(judge({ kind: "zip", source })).rejects.toThrow("EIO")
})

describe("hostile input never throws", () => {
    test("random bytes as a ZIP", async () => {
        await fc.assert(
            fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
                expect((await judge(zipInput(bytes))).verdict).toBe("refused")
            }),
        )
    })
    test("random bytes in the place of each small file", async () => {
        const good = await inMemory(await archive(await draft()))
        await fc.assert(
            fc.asyncProperty(
                fc.constantFrom(...good.keys()),
                fc.uint8Array({ maxLength: 100 }),
                async (path, bytes) => {
                    expect((await judge(folderInput(new Map(good).set(path, bytes)))).verdict).toBe("broken")
                },
            ),
            { numRuns: 300 },
        )
    })
    test("random JSON as an index", async () => {
        const good = await inMemory(await draft(null))
        await fc.assert(
            fc.asyncProperty(fc.json(), async (text) => {
                const report = await judge(folderInput(new Map(good).set("data/index.json", utf8(text))))
                expect(["broken", "refused"]).toContain(report.verdict)
            }),
        )
    })
    test("an index nested a hundred thousand deep", async () => {
        const deep = `{"files":${"[".repeat(100_000)}${"]".repeat(100_000)}}`
        const good = await inMemory(await draft(null))
        expect((await judge(folderInput(new Map(good).set("data/index.json", utf8(deep))))).verdict).toBe("broken")
    })
    test("a ZIP of names that are no packet", async () => {
        const report = await judge(zipInput(writeStoreZip([{ name: "top/word/document.xml", bytes: utf8("x") }])))
        expect([report.verdict, codes(report)]).toEqual(["refused", ["verify.packet.none"]])
    })
})

/** Everything that a person is told about a report, in both languages. */
function told(report: Report): string {
    const issues = report.issues.flatMap((i) => LANGS.map((lang) => JSON.stringify(messageOf(i, lang))))
    const lines = LANGS.flatMap((lang) => [...verdictLines(report, lang), verdictLimits(report, lang)])
    return [...lines, ...issues].join("\n")
}

test("of an unsigned packet no text says valid or 有效", async () => {
    for (const options of [{}, { key: victim.fingerprint }, { signers: [] }]) {
        const text = told(await judge(zipInput(await zipOf(await draft(null))), options))
        expect(text).not.toMatch(/valid|有效/i)
        expect(text).toContain("没有数字签名")
    }
})

test("a packet has fifty layers at most, which the judge takes, and a further one is refused before it is made", async () => {
    let packet = await draft()
    for (let layer = 2; layer <= MOST_LAYERS; layer++) packet = await archive(packet)
    const report = await judge(folderInput(await inMemory(packet)))
    expect([report.verdict, report.layers.length]).toEqual(["intact-signed-unknown", MOST_LAYERS])
    await expect(archive(packet)).rejects.toMatchObject({ issues: [{ code: "packet.layers.many" }] })
})
