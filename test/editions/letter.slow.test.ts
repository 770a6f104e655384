import { describe, expect, test } from "vitest"
import { letterBlanks, letterView } from "../../src/editions/officer/letter.ts"
import { requestView } from "../../src/editions/recipient/recipient.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { readOfficer } from "../../src/facts/officer/officer.ts"
import { renderModel } from "../../src/flows/print/compose.ts"
import { nodeHost } from "../../src/node/host.ts"
import type { Block } from "../../src/typeset/document/blocks.ts"
import { file, sampleText } from "../check.ts"
import { desk, deskCase } from "../desks.ts"

/** The Chinese letter as 法制 reads it, and what of the officer's data the English page takes from the same cells. */

const host = nodeHost()
const same = (text: string): string => text
const officerOf = (change: (text: string) => string = same) => {
    const { officer, issues } = readOfficer("officer.yaml", file(change(sampleText("sample-officer", "officer.yaml"))))
    if (officer === undefined) throw new Error(JSON.stringify(issues))
    return officer
}
const caseOf = (change: (text: string) => string = same) => {
    const { loaded, issues } = readCase("case.yaml", file(change(deskCase())))
    if (loaded === undefined) throw new Error(JSON.stringify(issues))
    return loaded.case
}
const ANNEXES = [
    { name: "02-Identifiers-LX-1.xlsx", sha256: "ab".repeat(32) },
    { name: "03-Exhibits-LX-1.pdf", sha256: "cd".repeat(32) },
]
const viewOf = (change: (text: string) => string = same, to = desk(), facts = caseOf()) =>
    letterView(facts, "LX-1", to, officerOf(change), ANNEXES, "89abcdef") as Readonly<Record<string, unknown>>

/** All text of the letter, one line a block. */
function textOf(view: object, template = "zh-CN/request-letter"): string {
    const model = renderModel(host, template, view)
    return textsIn(model.blocks).join("\n")
}
function textsIn(value: Block | readonly unknown[] | unknown): string[] {
    if (Array.isArray(value)) {
        const runs = value.filter((one) => typeof one === "object" && one !== null && "text" in one)
        if (runs.length > 0) return [value.map((one: { text?: string }) => one.text ?? "").join("")]
        return value.flatMap(textsIn)
    }
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : []
}

describe("form and register", () => {
    const text = textOf(viewOf())
    test("it begins with a line for the document number, ends with the closing, and leaves the date to the seal", () => {
        expect(text.startsWith("〔〕号")).toBe(true)
        expect(text).toContain("特此函达，望予协助为盼。")
        expect(text).toMatch(/示例市公安局样例分局\n年月日/)
        expect(text).not.toMatch(/盖章|因工作需要|材料编号/)
    })
    test("a number and a date that are known already are left to the seal all the same", () => {
        expect(text).not.toMatch(/0008号|2026年11月20日/)
    })
    test("the complainant's own number stands nowhere in it but in names of files", () => {
        expect(text.replaceAll(/0\d-\w+-LX-1\.\w+/g, "")).not.toContain("LX-1")
    })
    test("hashes stand in the list of annexes alone, and one code in the letter", () => {
        const [letter = "", list = ""] = text.split("附件清单\n").length > 1 ? text.split("\n附件清单\n") : ["", ""]
        expect(letter).toContain("公函核对码：89abcdef")
        expect(letter).not.toMatch(/[0-9a-f]{64}/)
        expect(list).toContain("ab".repeat(32))
        expect(list).toContain("03-Exhibits-LX-1.pdf")
    })
    test("an approximate time is called so, in the same form", () => {
        const about = (yaml: string): string =>
            yaml.replaceAll(/at: 2023-03-(?:19|20) .* Z/g, "at: 约 2023-03-20 17:49 Z")
        expect(textOf(viewOf(same, desk(), caseOf(about)))).toContain("自约2023年3月21日01:49（北京时间）起")
    })
    test("all times have one form", () => {
        expect(text).toContain("自2023年3月21日01:49:08（北京时间）起被他人操作，发生未经其授权的交易和划转")
        expect(text).toContain(
            "期间：2023年3月20日16:00至3月21日16:00（UTC），即北京时间2023年3月21日00:00至3月22日00:00。",
        )
        expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/)
    })
    test("each kind of data says what it is for, and its period where it has one", () => {
        expect(text).toContain(
            "双重验证记录，本项期间为2023年2月18日16:00至3月21日16:00（UTC），用于区分账户持有人与他人的登录；",
        )
        expect(text).toContain("记录，本项期间为2022年11月6日12:00至2023年3月21日16:00（UTC），用于查明所用密钥")
        expect(text).toContain("资金流水的原始导出文件，用于核对报案人陈述；")
    })
})

describe("what the agency is doing", () => {
    test.each([
        ["accepted", "我单位已受理非法获取计算机信息系统数据案（编号：样例案 2026-0003）。"],
        ["filed", "我单位正在侦办非法获取计算机信息系统数据案（编号：样例案 2026-0003）。"],
        ["verification", "我单位正在对涉嫌非法获取计算机信息系统数据的警情依法调查核实（编号：样例案 2026-0003）。"],
    ])("%s: %s", (stage, sentence) => {
        expect(viewOf((text) => text.replace("stage: accepted", `stage: ${stage}`)).opening).toBe(sentence)
    })
    test("what is blank is a line to fill in, and is named", () => {
        const change = (text: string) =>
            text.replace(/^investigation:\n(?: {2}.*\n)+/m, "").replace(/^ {2}replyBy:.*\n/m, "")
        const view = viewOf(change)
        expect(view.opening).toBe("我单位正在办理＿＿＿＿＿＿案（办理阶段：＿＿＿＿＿＿）（编号：样例案 2026-0003）。")
        expect([view.legalBasis, view.replyBy]).toEqual(["＿＿＿＿＿＿", "＿＿＿＿＿＿"])
        expect(letterBlanks(officerOf(change))).toEqual([
            "investigation.stage",
            "investigation.offenceZh",
            "investigation.legalBasisZh",
            "request.replyBy",
        ])
        expect(letterBlanks(officerOf())).toEqual([])
        const data = requestView(caseOf(), "LX-1", desk(), officerOf(change), [])
        expect(data).toMatchObject({
            investigation: { stage: "Not provided", offence: "Not provided", legalBasis: "Not provided" },
            replyBy: undefined,
        })
    })
})

describe("what a reader copies or signs", () => {
    test("a mailbox stands on a line of its own, where nothing parts it", () => {
        expect(textOf(viewOf())).toMatch(/\n注册邮箱：trader-lin@mail\.example。\n/)
        const without = (text: string) =>
            text.replace("exchange: Binnacle", "exchange: 另一家").replace(/^ {2}uid:.*\n/m, "")
        const alone = textOf(viewOf(same, desk(), caseOf(without)))
        expect(alone).toContain("报案人本人账户：注册邮箱为trader-lin@mail.example；有关订单和划转的编号见附件2。")
        expect(alone).not.toContain("\n注册邮箱：")
    })
    test.each([
        ["示例市公安局样例分局", ["示例市公安局样例分局"]],
        [
            "示例省样例自治州虚构县公安局网络犯罪案件侦查办理大队",
            ["示例省样例自治州虚构县公安局", "网络犯罪案件侦查办理大队"],
        ],
        [
            "一二三四五六七八九十一二三四五六七八九十一二三四五六",
            ["一二三四五六七八九十一二三", "四五六七八九十一二三四五六"],
        ],
        [
            "示例自治区样例蒙古族藏族自治州公安局虚构高新技术产业开发区分局网络安全保卫大队二中队",
            ["示例自治区样例蒙古族藏族自治州公安局", "虚构高新技术产业开发区分局", "网络安全保卫大队二中队"],
        ],
    ])("the name of the unit is parted behind a unit where it is long: %s", (name, lines) => {
        const view = viewOf((text) => text.replace("nameZh: 示例市公安局样例分局", `nameZh: ${name}`))
        expect(view.signed).toEqual(lines.map((line) => ({ line })))
    })
})

describe("officers and mailbox", () => {
    const badges = (text: string) =>
        text
            .replace("{nameZh: 样例二,", '{nameZh: 样例二, badgeNumber: "002",')
            .replace("phoneType: landline", 'phoneType: landline\n  badgeNumber: "001"')
    test("two officers are named, with badge numbers only where the desk asks for them", () => {
        expect(viewOf(badges).contacts).toBe("样民警、样例二")
        expect(viewOf(badges, desk("english-mail")).contacts).toBe("样民警（警号001）、样例二（警号002）")
        const english = (to: string) => requestView(caseOf(), "LX-1", desk(to), officerOf(badges), [])
        expect(english("all-routes")).toMatchObject({ second: { name: "Lier YANG", nameZh: "样例二" } })
        expect(english("all-routes")).not.toHaveProperty("second.badge")
        expect(english("english-mail")).toMatchObject({ second: { badge: "002" } })
    })
    test("a public mailbox is not called official, nor a way to authenticate", () => {
        const change = (text: string) => text.replace(/email: xugou-station@.*/, "email: someone@163.com")
        expect(viewOf(change).mailbox).toBe("电子邮箱")
        const data = requestView(caseOf(), "LX-1", desk(), officerOf(change), [])
        expect(data).toMatchObject({ officer: { mailbox: "e-mail (public provider)" } })
        expect(data).toHaveProperty("authenticate", expect.not.stringContaining("163.com"))
    })
    test("the unit's own mailbox is the one to reply to and to ask, where there is one", () => {
        const change = (text: string) =>
            text
                .replace(/email: xugou-station@.*/, "email: someone@163.com")
                .replace("agency:\n", "agency:\n  email: fazhi@gaj.shili.example\n")
        expect(viewOf(change).unitEmail).toBe("fazhi@gaj.shili.example")
        const data = requestView(caseOf(), "LX-1", desk(), officerOf(change), [])
        expect(data).toMatchObject({ agency: { email: "fazhi@gaj.shili.example" } })
        expect(data).toHaveProperty("authenticate", expect.stringContaining("write to fazhi@gaj.shili.example, in"))
        expect(textOf(data, "en/letter")).toContain("reply address of the unit fazhi@gaj.shili.example")
    })
    test("nothing points at an empty field", () => {
        const bare = (text: string) => text.replace(/^ {2}(?:website|email|superior\w+):.*\n/gm, "")
        const data = requestView(caseOf(), "LX-1", desk(), officerOf(bare), [])
        expect(data).toMatchObject({ authenticate: "Not provided" })
        expect(textOf(data, "en/letter")).not.toMatch(/switchboard|undefined/)
    })
})

describe("renderings", () => {
    const withScans = (to: string) => ({
        ...requestView(caseOf(), "LX-1", desk(to), officerOf(), []),
        sealed: [],
        legal: [],
    })
    test("of the instrument for every desk", () => {
        const [chinese, english] = ["all-routes", "english-mail"].map((to) => textOf(withScans(to), "en/request"))
        for (const text of [chinese, english]) {
            expect(text).toContain("Legal instrument: English rendering, not sealed")
            expect(text).toContain("the electronic data listed on page 1 (items 1 to 6)")
        }
    })
    test("of an instrument by which no evidence is obtained nothing is said that only that one says", () => {
        const other = officerOf((text) => text.replace("nameZh: 调取证据通知书", "nameZh: 协助查询财产通知书"))
        const data = { ...requestView(caseOf(), "LX-1", desk(), other, []), sealed: [], legal: [] }
        const text = textOf(data, "en/request")
        expect(text).toContain(
            "The addressee is to assist as stated in it; the data asked for are those listed on page 1",
        )
        expect(text).not.toContain("provide the evidence named in it")
    })
    test("where case and filing decision have one number it stands once", () => {
        const filed = (filing: string) =>
            officerOf((text) => text.replace("caseNumbers:\n", `caseNumbers:\n  filingNumber: ${filing}\n`))
        const glance = (filing: string) =>
            textOf(requestView(caseOf(), "LX-1", desk(), filed(filing), []), "en/letter").match(/Legal basis: .*/)?.[0]
        expect(glance("样例案 2026-0003")).toMatch(
            /62\. Case filing decision, and case number, No\. 样例案 2026-0003\.$/,
        )
        expect(glance("样立 1")).toMatch(/Case number 样例案 2026-0003 .* Case filing decision No\. 样立 1\.$/)
    })
})
