import { describe, expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { verdictLimits, verdictLines, verdictSent } from "../../../src/messages/verdict.ts"
import { signPacket } from "../../../src/packet/assemble/sign.ts"
import { parseAllowedSigners } from "../../../src/packet/signature/allowed-signers.ts"
import { ed25519Blob, printPublicKeyLine } from "../../../src/packet/signature/public-key.ts"
import {
    archiveBytes,
    draftBytes,
    edit,
    editIndex,
    resealArchive,
    resealDraft,
    without,
} from "../../conformance/packet/tamper.ts"
import {
    archive,
    draft,
    folderInput,
    inMemory,
    judge,
    officerKey,
    submission,
    third,
    thirdKey,
    victim,
    victimKey,
    zipInput,
    zipOf,
} from "../assemble/sample.ts"

const CODE = "核对码 "

describe("the five lines in Chinese", () => {
    test("an unsigned draft", async () => {
        const packet = await draft(null)
        const report = await judge(zipInput(await zipOf(packet)))
        expect(verdictLines(report, "zh-CN")).toEqual([
            "文件：包内共 8 个（材料 4、清单和说明 4），清单所列的内容都一致。",
            `清单：清单所列文件齐全，没有多出文件。${CODE}${packet.checkCode}。`,
            "签名：没有数字签名。由谁提供，请看纸质《材料核对单》。",
            "时间：包内注明的时间是北京时间 2026-11-01 09:00:00，由制作者填写，没有核实；没有第三方时间戳。",
            "性质：包内注明为材料包（报案人整理，供公安机关参考），不是执法机关文书。",
        ])
        expect(verdictLimits(report, "zh-CN")).toBe(
            "不能说明：内容属实；提供人身份；文件在清单形成（包内注明的时间是北京时间 2026-11-01 09:00:00）之前未被改动；本包是公文；整个包没有被重新制作过（请比对纸质《材料核对单》上的核对码）。",
        )
    })

    test("an archive signed by a listed key", async () => {
        const text = `officer@example ${printPublicKeyLine(ed25519Blob(officerKey.publicKey), "")}`
        const { signers } = parseAllowedSigners(text, "signers")
        const first = await draft()
        const report = await judge(zipInput(await zipOf(await archive(first))), { signers })
        const lines = verdictLines(report, "zh-CN")
        expect(lines[2]).toBe(
            "签名：有数字签名，密钥在已知名单中，名单上的名称：officer@example。密钥签名不是印章，也不是本人签字。",
        )
        expect(lines[3]).toContain("名单的期限按本机时间判断")
        expect(lines[4]).toBe(
            `性质：包内注明为留存包，共 2 层。第 1 层（核对码 ${first.checkCode}）注明为报案人的材料，材料 4 个，清单另有签名；第 2 层增加材料 4 个，另保存第 1 层的清单和签名 2 个，注明 1 项事实“本次请求未采用”，前面的 4 个文件都在，与第 1 层的清单一致。前面各层是不是当时移交的那一份，请用各层核对码与当时记下的（材料核对单、办理台账）比对。`,
        )
        expect(verdictLimits(report, "zh-CN")).toContain("；持有密钥的人没有重新制作过整个包（请与制作单位")
        // Nor does a code show it: it is that of this state alone.
        const coded = await judge(zipInput(await zipOf(await archive(first))), { code: report.checkCode ?? "" })
        for (const one of [report, coded]) {
            expect(verdictLimits(one, "zh-CN")).toContain("；这是最新的一份（以后加的层不在包内")
            expect(verdictLimits(one, "en")).toContain("; that it is the latest one (layers added since are not in it")
        }
        expect(verdictLimits(await judge(zipInput(await zipOf(first))), "zh-CN")).not.toContain("最新")
        expect(verdictLimits(report, "en")).toContain("; that no holder of the key made the whole packet anew (compare")
    })

    test("an unknown key, and a submission", async () => {
        const lines = verdictLines(await judge(zipInput(await zipOf(await submission()))), "zh-CN")
        expect(lines[2]).toBe("签名：有数字签名，密钥不在已知名单（这次没有给出名单）：只能说明同一密钥签过这些文件。")
        expect(lines[4]).toBe("性质：包内注明为对外发送件；是否为公函，以盖章的函件为准。")
    })

    test("a broken packet: each line names its faults, and the signature mends nothing", async () => {
        const files = await inMemory(await draft())
        files.set("data/case.json", utf8("x"))
        files.delete("data/evidence/E001.jpg")
        files.set("data/extra", utf8("x"))
        const lines = verdictLines(await judge(folderInput(files), { key: victim.fingerprint }), "zh-CN")
        expect(lines[0]).toBe("文件：核对了 6 个，其中 1 个内容与清单不一致：data/case.json。")
        expect(lines[1]).toMatch(/^清单：缺少 1 个文件：data\/evidence\/E001\.jpg；多出 1 个文件：data\/extra。核对码/)
        expect(lines[2]).toBe(
            "签名：有数字签名，密钥就是您指定的那一把。密钥签名不是印章，也不是本人签字。签名只针对清单，不能补救其他行所列的不符。",
        )
        expect(lines[4]).toContain("请提供人重新提供")
    })

    test("a file too many is not counted among those of the packet", async () => {
        const files = await inMemory(await draft())
        files.set("data/extra", utf8("x"))
        expect(verdictLines(await judge(folderInput(files)), "zh-CN")[0]).toBe("文件：核对了 7 个，内容都与清单一致。")
    })

    test("whoever made a damaged packet is asked for it again", async () => {
        const spoilt = async (packet: Parameters<typeof inMemory>[0]) => {
            const files = await inMemory(packet)
            for (const path of files.keys()) if (/evidence|01-Request/.test(path)) files.set(path, utf8("x"))
            const report = await judge(folderInput(files))
            return [verdictLines(report, "zh-CN")[4], verdictLines(report, "en")[4]]
        }
        const [archived, archivedEn] = await spoilt(await archive(await draft()))
        expect(archived).toContain("请制作单位重新提供")
        expect(archivedEn).toContain("ask the office that made it for it again")
        expect((await spoilt(await submission()))[0]).toContain("请发送单位重新提供")
    })

    test("the list of an earlier layer that nobody signed is not said to be", async () => {
        const line = verdictLines(await judge(zipInput(await zipOf(await archive(await draft(null))))), "zh-CN")[4]
        expect(line).toContain("材料 4 个；第 2 层增加材料 4 个，另保存第 1 层的清单和签名 1 个")
    })

    test("a signature taken away", async () => {
        const files = await inMemory(await draft())
        files.delete("signature-1.sig")
        expect(verdictLines(await judge(folderInput(files)), "zh-CN")[2]).toContain("包内写明有签名，但签名已不在")
    })

    test("a forged signature of an earlier layer is named, and says nothing of this packet's own", async () => {
        const files = await inMemory(await archive(await draft(), null))
        files.set("data/prior/1/signature-1.sig", utf8("x"))
        const line = verdictLines(await judge(folderInput(files)), "zh-CN")[2]
        expect(line).toBe(
            "签名：没有数字签名。由谁提供，请看纸质《材料核对单》；留存包由谁制作，请向制作单位核实。与清单不符或无法核对、不能作为依据的签名：data/prior/1/signature-1.sig。",
        )
    })

    test("an archive that lost and changed files of the victim counts them by layer", async () => {
        const files = await resealArchive((f) =>
            edit(without(f, "data/case.json"), "data/evidence/E001.jpg", () => "B"),
        )
        const line = verdictLines(await judge(folderInput(files)), "zh-CN")[4]
        expect(line).toContain("前面的 4 个文件中，原样 2 个，缺少 1 个，被替换 1 个")
        expect(line).not.toContain("都在")
    })

    test("files that are gone or changed on disk are not said to be kept", async () => {
        const files = await archiveBytes()
        files.delete("data/case.json")
        files.set("data/evidence/E001.jpg", utf8("B picture"))
        const report = await judge(folderInput(files))
        expect(report.layers[1]).toMatchObject({ missing: 1, replaced: 1 })
        expect(verdictLines(report, "zh-CN")[4]).toContain("原样 2 个，缺少 1 个，被替换 1 个")
        expect(verdictLines(report, "en")[4]).toContain("2 are unchanged, 1 missing, 1 replaced")
    })

    test("a bad signature alone mends nothing, and nothing is said of mending", async () => {
        const files = edit(await draftBytes(), "signature-1.sig", (text) => text.toLowerCase())
        expect(verdictLines(await judge(folderInput(files)), "zh-CN")[2]).toBe(
            "签名：与清单不符或无法核对、不能作为依据的签名：signature-1.sig。",
        )
    })

    test("a draft that claims to be a submission is not called one without a word", async () => {
        const files = await resealDraft((f) => editIndex(f, "data/index.json", { kind: "submission" }))
        const report = await judge(folderInput(files))
        expect(verdictLines(report, "zh-CN")[4]).toContain("但包内的文件不是这种包应有的文件，不要按所注明的使用")
        expect(verdictLines(report, "en")[4]).toContain("do not use it as one")
    })

    test("two signatures, one of them known, are told apart", async () => {
        const text = `third@example ${printPublicKeyLine(ed25519Blob(thirdKey.publicKey), "")}`
        const { signers } = parseAllowedSigners(text, "signers")
        const report = await judge(zipInput(await zipOf(await signPacket(await draft(), third))), { signers })
        expect(verdictLines(report, "zh-CN")[2]).toBe(
            "签名：有 2 个数字签名，密钥在已知名单中，名单上的名称：third@example；另有 1 个签名，密钥不在已知名单。密钥签名不是印章，也不是本人签字。",
        )
    })

    test("a signature that lies there twice shows one key, not two", async () => {
        const files = await inMemory(await draft())
        files.set("signature-2.sig", files.get("signature-1.sig") ?? new Uint8Array(0))
        const lines = verdictLines(await judge(folderInput(files)), "zh-CN")
        expect(lines[2]).toContain("有 2 个数字签名")
        expect(lines[2]).toContain("只能说明同一密钥签过这些文件")
        const text = `v@example ${printPublicKeyLine(ed25519Blob(victimKey.publicKey), "")}`
        const { signers } = parseAllowedSigners(text, "signers")
        const known = await judge(folderInput(files), { signers })
        expect(verdictLines(known, "en")[2]).toContain("there called v@example.")
    })

    test("a file named as a time stamp is not called one", async () => {
        const files = await inMemory(await draft())
        files.set("signature-1.sig.tsr", utf8("hello"))
        const report = await judge(folderInput(files))
        expect(verdictLines(report, "en")[3]).toContain("a file named as a time stamp is present, was not checked")
        expect(verdictLines(report, "en")[3]).not.toContain("third party")
    })

    test("a listed key that the list has for another use or time is called that, beside others what holds for all", async () => {
        const [victims, thirds] = [victimKey, thirdKey].map((key) =>
            printPublicKeyLine(ed25519Blob(key.publicKey), "").trim(),
        )
        const said = async (lines: string) => {
            const { signers } = parseAllowedSigners(lines, "signers")
            const packet = await signPacket(await draft(), third)
            const report = await judge(zipInput(await zipOf(packet)), { signers })
            expect(report.verdict).not.toBe("broken")
            return [verdictLines(report, "zh-CN")[2], verdictLines(report, "en")[2]].join("\n")
        }
        const git = 'namespaces="git"'
        expect(await said(`v ${git} ${victims}\nt ${git} ${thirds}\n`)).toMatch(
            /密钥在名单中，但名单没有许它签材料包：[\s\S]*a listed key that the list has for other uses;/,
        )
        const mixed = await said(`v ${git} ${victims}\nt valid-before="20200101Z" ${thirds}\n`)
        expect(mixed).toContain("密钥不在已知名单，或者名单不许它现在签材料包：")
        expect(mixed).not.toContain("没有给出名单")
        expect(await said(`v ${git} ${victims}\nt ${thirds}\n`)).toMatch(
            /名单上的名称：t；另有 1 个签名，密钥在名单中，但名单没有许它签材料包。/,
        )
    })

    test("a code that is the same takes the place of the advice to compare it", async () => {
        const packet = await draft(null)
        const report = await judge(zipInput(await zipOf(packet)), { code: packet.checkCode })
        expect(verdictLines(report, "zh-CN")[1]).toContain(`${packet.checkCode}，与所给的一致。`)
        expect(verdictLimits(report, "zh-CN")).not.toContain("重新制作")
    })

    test("the code of the victim's paper names the layer that it stands for", async () => {
        const first = await draft()
        const report = await judge(zipInput(await zipOf(await archive(first))), { code: first.checkCode })
        const lines = verdictLines(report, "zh-CN")
        expect(lines[1]).toContain("所给的是前面一层的核对码")
        expect(lines[4]).toContain(`第 1 层（核对码 ${first.checkCode}，与所给的一致）`)
        expect(lines[4]).not.toContain("是不是当时移交")
        expect(verdictLimits(report, "zh-CN")).toContain("重新制作")
    })

    test("what was sent: each file counted, and the record called a record", async () => {
        const zip = zipInput(await zipOf(await archive(await draft())))
        const sent = folderInput(
            new Map([
                ["a.pdf", utf8("%PDF-1.7 a request")],
                ["b.pdf", utf8("x")],
            ]),
        )
        expect(verdictSent(await judge(zip, { sent }), "zh-CN")).toBe(
            "发送件：给出 2 个文件，内容与发送记录一致的 1 个；不在发送记录里的 1 个：b.pdf。发送记录由制作留存包的人填写，不能说明已经发出、何时发出、对方是否收到。",
        )
        expect(verdictSent(await judge(zip), "zh-CN")).toBeUndefined()
        expect(verdictSent(await judge(zipInput(await zipOf(await draft())), { sent }), "zh-CN")).toContain(
            "没有发送记录",
        )
    })

    test("what was not checked shows nothing", async () => {
        const report = await judge(zipInput(utf8("no ZIP")))
        expect(verdictLimits(report, "zh-CN")).toMatch(/^没有核对，所以不能说明/)
    })

    test("a code that differs is no fault of the packet; a fault besides is", async () => {
        const bytes = await draftBytes()
        const other = await judge(zipInput(await zipOf(await draft())), { code: "0".repeat(32) })
        expect(verdictLines(other, "zh-CN")[4]).toContain("文件本身齐全，只是与所给的核对码或者 SHA-256 不一致")
        expect(verdictLines(other, "en")[4]).toContain("see whether that was mistyped")
        const faulty = await judge(folderInput(without(bytes, "data/case.json")), { code: "0".repeat(32) })
        expect(verdictLines(faulty, "zh-CN")[4]).toContain("有上面所列的不符，请提供人重新提供")
    })

    test("a code that differs", async () => {
        const report = await judge(zipInput(await zipOf(await draft())), { code: "0".repeat(32) })
        expect(verdictLines(report, "zh-CN")[1]).toContain("这不是纸质单所写的那一份")
    })
})

test.each(["zh-CN", "en"] as const)(
    "there are always five lines and a limit in %s, also for what is no packet",
    async (lang) => {
        const reports = [
            await judge(zipInput(utf8("no ZIP"))),
            await judge(folderInput(new Map())),
            await judge(zipInput(await zipOf(await draft()))),
            await judge(zipInput(await zipOf(await archive(await draft(null), null)))),
        ]
        for (const report of reports) {
            const lines = verdictLines(report, lang)
            expect(lines).toHaveLength(5)
            for (const line of [...lines, verdictLimits(report, lang)]) {
                expect(line).toMatch(/[.。]$/)
                expect(line).not.toMatch(/undefined|null|NaN|\n/)
            }
            if (report.verdict === "refused") expect(lines.join()).not.toMatch(/一致|agree/)
        }
    },
)

test("the English lines say the same in plain words", async () => {
    const packet = await draft()
    const lines = verdictLines(await judge(zipInput(await zipOf(packet))), "en")
    expect(lines).toEqual([
        "Files: 9 (4 of material, 4 lists and notes, 1 signature) in the packet; all that the lists name agree with them.",
        `List: every listed file is here and no other. Check code ${packet.checkCode}.`,
        "Signature: by a key on no list of known keys (none was given); it shows only that one key signed these files.",
        "Time: the packet states 2026-11-01 01:00:00 UTC, as entered by its maker and not verified; there is no third party's time stamp.",
        "What it is: by its own statement, material prepared by the victim for the police; not a law-enforcement document.",
    ])
})
