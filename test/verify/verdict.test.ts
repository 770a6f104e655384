import { describe, expect, test } from "vitest"
import { utf8 } from "../../src/base/bytes.ts"
import { verdictLimits, verdictLines } from "../../src/messages/verdict.ts"
import { parseAllowedSigners } from "../../src/signature/allowed-signers.ts"
import { ed25519Blob, printPublicKeyLine } from "../../src/signature/public-key.ts"
import {
    archive,
    draft,
    folderInput,
    inMemory,
    judge,
    officerKey,
    submission,
    victim,
    zipInput,
    zipOf,
} from "../packet/sample.ts"

const CODE = "核对码 "

describe("the five lines in Chinese", () => {
    test("an unsigned draft", async () => {
        const packet = await draft(null)
        const report = await judge(zipInput(await zipOf(packet)))
        expect(verdictLines(report, "zh-CN")).toEqual([
            "文件：核对了 7 个，内容都与清单一致。",
            `清单：清单所列文件齐全，没有多出文件。${CODE}${packet.checkCode}。`,
            "签名：没有数字签名。由谁提供，请看纸质《材料核对单》。",
            "时间：包内注明 2026-11-01T09:00:00+08:00，由制作者填写；没有经核对的第三方时间戳。",
            "性质：包内注明为材料包，由报案人整理，供公安机关参考，不是执法机关文书。",
        ])
        expect(verdictLimits(report, "zh-CN")).toBe(
            "不能说明：内容属实；提供人身份；文件在清单形成（包内注明 2026-11-01T09:00:00+08:00）之前未被改动；本包是公文；整个包没有被重新制作过（请比对纸质单上的核对码）。",
        )
    })

    test("an archive signed by a listed key", async () => {
        const text = `officer@example ${printPublicKeyLine(ed25519Blob(officerKey.publicKey), "")}`
        const { signers } = parseAllowedSigners(text, "signers")
        const lines = verdictLines(
            await judge(zipInput(await zipOf(await archive(await draft()))), { signers }),
            "zh-CN",
        )
        expect(lines[2]).toBe("签名：有数字签名，密钥在已知名单中，名单上的名称：officer@example。")
        expect(lines[3]).toContain("名单的期限按本机时间判断")
        expect(lines[4]).toBe(
            "性质：包内注明为留存包，共 2 层。第 1 层是报案人的材料；第 2 层增加 6 个文件，前面各层的文件都在，没有改动。有 1 项事实注明“本次请求未采用”。",
        )
    })

    test("an unknown key, and a submission", async () => {
        const lines = verdictLines(await judge(zipInput(await zipOf(await submission()))), "zh-CN")
        expect(lines[2]).toBe("签名：有数字签名，密钥不在已知名单：只能说明同一密钥签过这份清单。")
        expect(lines[4]).toBe("性质：包内注明为对外发送件；是否为公函，以盖章的函件为准。")
    })

    test("a broken packet: each line names its faults, and the signature mends nothing", async () => {
        const files = await inMemory(await draft())
        files.set("data/case.json", utf8("x"))
        files.delete("data/evidence/E001.jpg")
        files.set("data/extra", utf8("x"))
        const lines = verdictLines(await judge(folderInput(files), { key: victim.fingerprint }), "zh-CN")
        expect(lines[0]).toBe("文件：核对了 6 个，其中 1 个内容与清单不一致：data/case.json。")
        expect(lines[1]).toMatch(
            /^清单：缺少 1 个文件：data\/evidence\/E001\.jpg；多出 1 个文件：data\/extra；另有 \d+ 处不符，见所列问题。/,
        )
        expect(lines[2]).toBe("签名：有数字签名，密钥就是您指定的那一把。签名只针对清单，不能补救其他行所列的不符。")
        expect(lines[4]).toContain("请提供人重新提供")
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
            "签名：没有数字签名。由谁提供，请看纸质《材料核对单》。与清单不符或无法核对、不能作为依据的签名：data/prior/1/signature-1.sig。",
        )
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
        "Files: 7 checked; all agree with the list.",
        `List: every listed file is here and no other. Check code ${packet.checkCode}.`,
        "Signature: by a key on no list of known keys; it shows only that one key signed this list.",
        "Time: the packet states 2026-11-01T09:00:00+08:00, as entered by its maker; no third party's time stamp was checked.",
        "What it is: by its own statement, material prepared by the victim for the police; not a law-enforcement document.",
    ])
})
