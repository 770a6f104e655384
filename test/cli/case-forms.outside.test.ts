import { spawnSync } from "node:child_process"
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { PHISHED, SIX_FACTS, type Typed } from "../facts/case/form/fill-workbook.ts"
import { tool } from "../tool.ts"
import { filled, WORKBOOK } from "./filled.ts"
import { lerpack, scratch } from "./run.ts"

const caseJson = (folder: string): unknown => {
    expect(lerpack(["import", folder]).status).toBe(0)
    const out = join(folder, "../out")
    const built = lerpack(["build", folder, "-o", out, "--unsigned"])
    expect(built.stderr).not.toContain("须改正")
    expect(built.status).toBe(0)
    const [zip = ""] = readdirSync(out).filter((name) => name.endsWith(".zip"))
    const json = spawnSync("unzip", ["-p", join(out, zip), "*/data/case.json"], {
        encoding: "utf8",
        maxBuffer: 1 << 28,
    })
    return JSON.parse(json.stdout)
}

describe("a case filled in as a layman would reaches a packet without any YAML", () => {
    test("a withdrawal after phishing, with a payment from a bank", () => {
        expect(caseJson(filled(PHISHED))).toMatchObject({
            recipient: "okx",
            incident: {
                kind: ["unauthorised-withdrawal", "payment-by-deception"],
                cause: "phishing",
                firstOperation: { what: "提走 81,200.55 USDT #1 到 TRON 地址" },
            },
            loss: { assets: [{ amount: "81,200.55" }, { amount: "约30万元" }] },
            sites: [{ url: "https://login.okx-check.example/verify?id=0042" }],
            bankAccounts: [{ account: "6200 0000 0000 0000", paid: { amount: "约30万元" } }],
        })
    }, 120_000)

    test("six facts, and nothing else is stated", () => {
        const facts = caseJson(filled(SIX_FACTS)) as Record<string, unknown>
        expect(facts).toMatchObject({ loss: { assets: [{ asset: "USDT", amount: "不清楚" }] }, reports: [] })
        for (const field of ["apiKey", "twoFactor", "transfers", "narrative"]) expect(facts).not.toHaveProperty(field)
        expect(facts.incident).not.toHaveProperty("lastOperation")
    }, 120_000)
})

describe("the papers of such a case state nothing that was not answered", { skip: !tool("pdftotext") }, () => {
    /** All papers of the folder for the police and of the one that stays, but what is the same in every case. */
    const papersOf = (typed: Typed): Readonly<Record<string, string>> => {
        const folder = filled(typed)
        caseJson(folder)
        const out = join(folder, "../out")
        const read = (path: string): string =>
            spawnSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).stdout.replace(/\s+/g, "")
        const dossier = read(join(out, "交民警/03-案件材料汇编.pdf"))
        return {
            // From behind the table of contents to the law.
            facts:
                dossier
                    .slice(dossier.lastIndexOf("情况说明", dossier.indexOf("一、报案人基本情况")))
                    .split("只列条文，不作结论")[0] ?? "",
            // Contents stay on the cover.
            second: spawnSync("pdftotext", ["-f", "2", "-l", "2", join(out, "交民警/03-案件材料汇编.pdf"), "-"], {
                encoding: "utf8",
            }).stdout,
            sheet: read(join(out, "交民警/01-材料核对单.pdf")),
            advice: read(join(out, "报案人留存/01-现在就做.pdf")),
            points: spawnSync("unzip", ["-p", join(out, "交民警/05-报请要点.docx"), "word/document.xml"], {
                encoding: "utf8",
            }).stdout.replace(/<[^>]+>|\s+/g, ""),
        }
    }

    test("a withdrawal after phishing, with a payment from a bank", () => {
        const { facts = "", sheet = "", advice = "", points = "" } = papersOf(PHISHED)
        for (const said of [
            "约2026-11-1920:50",
            "81,200.55USDT",
            "约30万元",
            "双重验证不清楚",
            "张样例",
            "短信里的链接",
        ])
            expect(facts).toContain(said)
        expect(facts).not.toMatch(/接口密钥|第三方|C2C|合约|机器人|末次|原样抄录|300,000|300000|about|方式：未提供/)
        expect(points).not.toMatch(/授权接口密钥|about|末次/)
        expect(sheet).not.toContain("本人愿意")
        // Bank and hotline before everything else.
        expect(advice).toMatch(
            /勾一项2026年[^□]{1,40}钱从银行卡或者支付账户转出的，立即拨打110或者96110[^□]*□1．先止付/,
        )
        expect(advice).not.toContain("再删密钥")
    }, 120_000)

    test("six facts", () => {
        const { facts = "", second = "", sheet = "", advice = "", points = "" } = papersOf(SIX_FACTS)
        expect(second).toMatch(/^.*\s*情况说明\s/)
        for (const said of ["币不见了", "数量不清楚", "lin@mail.example", "手机在我这里", "2026-11-19"])
            expect(facts).toContain(said)
        expect(facts).not.toMatch(/接口密钥|第三方|C2C|合约|双重验证|末次|起因|付款|原样抄录|以上文件由本人提供/)
        expect(points).not.toMatch(/授权接口密钥|双重验证(?!记录)|末次/)
        expect(sheet).not.toContain("本人愿意")
        expect(advice).not.toMatch(/96110|第三方：|密钥现状/)
    }, 120_000)
})

describe("form", () => {
    test("converts there and back under names that are free, and the answers stay the same", () => {
        const folder = filled(PHISHED)
        const show = () =>
            (
                JSON.parse(lerpack(["check", folder, "--show", "--json"]).stdout) as {
                    answers: { field: string; answer: string }[]
                }
            ).answers.map(({ field, answer }) => `${field} ${answer}`)
        const before = show()
        expect(before.length).toBeGreaterThan(30)
        const made = lerpack(["form", folder, "--to", "yaml"])
        expect(made.stdout.trim()).toBe(`已写出 ${join(folder, "case-2.yaml")}`)
        renameSync(join(folder, "case-2.yaml"), join(folder, "case.yaml"))
        rmSync(join(folder, WORKBOOK))
        expect(show()).toEqual(before)
        expect(lerpack(["form", folder, "--to", "xlsx", "--lang", "en"]).status).toBe(0)
        rmSync(join(folder, "case.yaml"))
        expect(show()).toEqual(before)
    }, 60_000)

    test("says what is in its way", () => {
        const folder = join(scratch(), "new")
        lerpack(["init", folder])
        expect(lerpack(["form", folder, "--to", "xlsx"]).stderr).toContain("case.form.nothing")
        expect(lerpack(["form", folder, "--to", "pdf"]).status).toBe(2)
        writeFileSync(join(folder, "case.yaml"), "reporter:\n  name: 甲\n  nickname: 乙\n")
        expect(lerpack(["form", folder, "--to", "xlsx"]).stderr).toMatch(
            /case\.yaml 第 3 行.*乙[\s\S]*case\.form\.lost/,
        )
        expect(readdirSync(folder)).not.toContain("案件信息-2.xlsx")
    })
})

describe("two files", () => {
    test("both filled in and different stop the build, with both places and texts", () => {
        const folder = filled(SIX_FACTS)
        lerpack(["form", folder, "--to", "yaml"])
        const text = readFileSync(join(folder, "case-2.yaml"), "utf8")
        writeFileSync(join(folder, "case.yaml"), text.replace("name: 林晓舟", "name: 林小舟"))
        rmSync(join(folder, "case-2.yaml"))
        const { stderr, status } = lerpack(["build", folder, "-o", join(folder, "../out"), "--unsigned"])
        expect(status).toBe(1)
        expect(stderr).toMatch(/案件信息\.xlsx 案件信息!C\d+ 姓名：“林晓舟”\n\s+case\.yaml 第 \d+ 行：“林小舟”/)
        expect(readdirSync(join(folder, ".."))).not.toContain("out")
    }, 60_000)

    test("a file under another name is asked about", () => {
        const folder = filled(SIX_FACTS)
        rmSync(join(folder, "case.yaml"))
        renameSync(join(folder, WORKBOOK), join(folder, "案件信息(1).xlsx"))
        expect(lerpack(["check", folder]).stderr).toContain("case.form.renamed")
    })
})
