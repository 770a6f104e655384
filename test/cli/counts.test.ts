import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import { beforeAll, describe, expect, test } from "vitest"
import { squeeze } from "../check.ts"
import { tool } from "../tool.ts"
import { builtOut, sampleOut } from "./made.ts"
import { lerpack, outside } from "./run.ts"

/** Paper, verdict and archive tell the same numbers, and the archive keeps what a later reader needs. */

const REF = "LX-2023-0321"
const ZIP = `DRAFT-${REF}.zip`
let out = ""
const pdfText = (path: string): string => squeeze(outside("pdftotext", ["-raw", path, "-"]))
const names = (zip: string): string[] => Object.keys(unzipSync(readFileSync(zip)))

beforeAll(() => {
    out = sampleOut()
}, 120_000)

describe.skipIf(!tool("pdftotext"))("on paper", () => {
    test.each([
        ["signed", () => out, true],
        ["unsigned", () => builtOut(), false],
    ])(
        "%s: the number of files as the ZIP has them, by kind, and the key only where one signed",
        (_, folder, signed) => {
            const all = names(join(folder(), ZIP))
            const materials = all.filter((name) => name.includes("/data/")).length
            expect(all.length).toBe(materials + 4 + (signed ? 1 : 0))
            const parts = `材料${String(materials)}、清单和说明4${signed ? "、签名1" : ""}`
            const told = `${String(all.length)}个（${parts}）`
            const said = lerpack(["verify", join(folder(), ZIP)]).stdout
            expect(squeeze(said)).toContain(`包内共${told}`)
            const { signatures } = JSON.parse(lerpack(["verify", join(folder(), ZIP), "--json"]).stdout) as {
                signatures: { key: string }[]
            }
            for (const sheet of ["交民警/01-材料核对单.pdf", "报案人留存/02-移交回执.pdf"]) {
                const text = pdfText(join(folder(), sheet))
                expect(text, sheet).toContain(`内含文件${told}`)
                expect(text.includes("签名密钥指纹"), sheet).toBe(signed)
                for (const { key } of signatures) expect(text, sheet).toContain(key)
                expect(outside("pdfinfo", [join(folder(), sheet)])).toMatch(/Pages: +1\n/)
            }
        },
    )

    test("the archive's sheet tells them too, what can be compared, and has lines for what was really sent", () => {
        const archive = unzipSync(readFileSync(join(out, `${REF}-archive.zip`)))
        const sheet = archive[`${REF}-archive/data/layer-2/documents/checklist.pdf`] ?? new Uint8Array()
        const text = squeeze(outside("pdftotext", ["-raw", "-", "-"], sheet))
        const all = names(join(out, ZIP))
        expect(text).toContain(`内含文件${String(all.length)}个（材料${String(all.length - 5)}、清单和说明4、签名1）`)
        const { checkCode } = JSON.parse(lerpack(["verify", join(out, ZIP), "--json"]).stdout) as { checkCode: string }
        expect(text).toContain(`核对码${squeeze(checkCode)}`)
        expect(text).toContain("在留存包中无法比对，请比对核对码")
        for (const line of ["实际发送的文件□01-Request", "发送时间（北京时间）", "经办人（二人）", "受理编号、回执"])
            expect(text).toContain(squeeze(line))
        const prepared = pdfText(join(out, `${REF}-prepared/八项信息与发送条件核对表.pdf`))
        expect(prepared, "nothing was sent yet").not.toContain("实际发送记录")
    })
})

describe("the archive", () => {
    const layer = (): Map<string, Uint8Array> => {
        const files = Object.entries(unzipSync(readFileSync(join(out, `${REF}-archive.zip`))))
        return new Map(files.map(([name, bytes]) => [name.replace(`${REF}-archive/data/layer-2/`, ""), bytes]))
    }
    const sha256 = (bytes: Uint8Array | undefined): string =>
        createHash("sha256")
            .update(bytes ?? new Uint8Array())
            .digest("hex")

    test("keeps the mail and the addressee as they were made ready, and no identity image", () => {
        const kept = layer()
        const sent = (name: string): Uint8Array => readFileSync(join(out, `${REF}-send`, name))
        expect(sha256(kept.get(`sent/${REF}.eml`))).toBe(sha256(sent(`${REF}.eml`)))
        expect(sha256(kept.get("sent/mail-address.txt"))).toBe(sha256(sent("收件人和主题.txt")))
        expect([...kept.keys()].filter((name) => /identity|id-(?:front|back|holding)/.test(name))).toEqual([])
        expect(new TextDecoder().decode(kept.get(`sent/${REF}.eml`))).not.toMatch(/id-front|identity\.eml/)
    })

    test("keeps the form for the answer, as file to print and to write in, with the code of the request", () => {
        const kept = layer()
        const { letterCode } = JSON.parse(readFileSync(join(out, `${REF}-prepared/prepared.json`), "utf8")) as {
            letterCode: string
        }
        const docx = kept.get("documents/foreign-note.docx")
        const words = new TextDecoder().decode(unzipSync(docx ?? new Uint8Array())["word/document.xml"])
        expect(words).toContain(letterCode)
        expect(sha256(docx)).toBe(sha256(readFileSync(join(out, `${REF}-prepared/境外电子数据来源情况说明.docx`))))
        expect(kept.has("documents/foreign-note.pdf")).toBe(true)
    })

    test("is told as 40 of paper: materials of layer 1, then the officer's, then what keeps the first list", () => {
        const said = squeeze(lerpack(["verify", join(out, `${REF}-archive.zip`)]).stdout)
        const materials = names(join(out, ZIP)).length - 5
        const own = names(join(out, `${REF}-archive.zip`)).filter((name) => name.includes("/data/layer-2/")).length
        expect(said).toContain(`注明为报案人的材料，材料${String(materials)}个，清单另有签名；`)
        expect(said).toContain(`增加材料${String(own)}个，另保存第1层的清单和签名2个`)
    })
})
