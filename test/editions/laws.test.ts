import { describe, expect, test } from "vitest"
import { PacketError } from "../../src/base/issue.ts"
import { legalBasisView } from "../../src/editions/police/legal.ts"
import { cite, citeIds, sourceRows } from "../../src/editions/shared/citations.ts"
import type { Case } from "../../src/facts/case/schema.ts"
import { readDirectory } from "../../src/facts/legal/directory.ts"
import { concerns, provision, readDeadlines, readLaws } from "../../src/facts/legal/laws.ts"
import { codes, leaves, sampleText } from "../check.ts"

const source = sampleText("legal", "laws.yaml")
const laws = readLaws(source)
const directory = readDirectory(sampleText("legal", "directory.yaml"))
const deadlines = readDeadlines(sampleText("legal", "deadlines.yaml"), laws, directory)

function issuesOf(act: () => unknown): string[] {
    try {
        act()
    } catch (error) {
        if (error instanceof PacketError) return codes(error.issues)
        throw error
    }
    return []
}

describe("law texts", () => {
    test("ids are used once, and every law is cited", () => {
        const ids = [...laws.laws, ...laws.provisions].map(({ id }) => id)
        expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
        const cited = new Set(laws.provisions.map(({ law }) => law))
        expect(laws.laws.filter(({ id }) => !cited.has(id))).toEqual([])
    })

    test("each says where it was read and when it was in force", () => {
        for (const law of laws.laws) {
            expect(law.source, law.id).not.toBe("")
            expect(law.seenOn <= laws.compiledOn, law.id).toBe(true)
            if (!["现行", "不是法律"].includes(law.status)) expect(law.statusNote, law.id).toBeDefined()
            expect(law.official === undefined, law.id).toBe(law.status === "不是法律")
        }
        expect(provision(laws, "speculation").of.status).toBe("已废止")
        expect(provision(laws, "risks").of.status).toBe("现行")
    })

    test("a copy that others made is never graded as an official page", () => {
        for (const { id, grade, source } of laws.laws)
            if (grade === "A") expect(source, id).toMatch(/^联合国条约集/)
            else expect(source, id).not.toMatch(/^(?:flk\.npc|(?:court|mps|spp|pbc)\.gov)/)
        expect(provision(laws, "obtaining").of).toMatchObject({ grade: "B", official: "公安部网站 mps.gov.cn" })
    })

    test("a draft and a treaty that is not in force say so, and stand apart", () => {
        expect(provision(laws, "draftLaw").of.status).toBe("征求意见")
        expect(provision(laws, "treaty").of).toMatchObject({
            status: "未生效",
            dated: "2024-12-24 通过，2025-10-25 中国签署",
        })
        for (const { topic, of } of laws.provisions)
            expect(topic.startsWith("草案和未生效的条约"), of.id).toBe(["征求意见", "未生效"].includes(of.status))
    })

    test.each([
        ["dataMessage", [/采用数据电文形式提供电子数据的，应当/, /应当使用电子签名、数字水印等方式/]],
        ["dataList", [/无法签名或者拒绝签名的.*见证人/, /录像/]],
        ["obtaining", [/提供时限/, /盖章或者签名，拒绝的/]],
        ["dataFreezing", [/县级以上公安机关负责人/]],
        ["dataFreezingNotice", [/协助冻结通知书/]],
        ["excluded", [/不得作为定案的根据/]],
        ["dataExcluded", [/不得作为定案的根据/]],
        ["completeness", [/完整性校验值/]],
        ["lawfulness", [/二名以上/, /见证人/]],
        ["power", [/如实提供/]],
        ["prosecutorReview", [/客观.*完整/]],
        ["prosecutorLawful", [/见证人/]],
        ["printing", [/打印、拍照或者录像/]],
    ])("the gist of %s leaves out no condition", (id, parts) => {
        for (const part of parts) expect(provision(laws, id).text).toMatch(part)
    })

    test("an opinion is no law, and a law is no opinion", () => {
        for (const { kind, of, id } of laws.provisions) expect(kind === "观点", id).toBe(of.status === "不是法律")
    })

    test("none of them says how a case is to be decided", () => {
        const texts = [
            ...laws.provisions.map(({ text }) => text),
            ...deadlines.steps.flatMap((step) => [step.what, step.do]),
        ]
        for (const text of texts) expect(text).not.toMatch(/已构成|本案|合法的?请求|违法行为/)
    })

    test.each([
        ["law: filingReform,", "law: nothing,", "input.value.not-allowed legal/laws.yaml/articles/5/law"],
        ["status: 已废止", "status: 无效", "input.value.not-allowed legal/laws.yaml/laws/17/status"],
        ["causes: [device]", "causes: [magic]", "input.value.not-allowed legal/laws.yaml/articles/58/events/causes/0"],
    ])("%s written as %s is refused", (from, to, code) => {
        expect(issuesOf(() => readLaws(source.replace(from, to)))).toEqual([code])
    })

    test("a deadline without a provision is refused", () => {
        const damaged = sampleText("legal", "deadlines.yaml").replace("basis: [reviewTerm]", "basis: [someday]")
        expect(issuesOf(() => readDeadlines(damaged, laws, directory))).toEqual([
            "input.value.not-allowed legal/deadlines.yaml/steps/2/basis",
        ])
    })
})

describe("offences", () => {
    const caseOf = (kind: Case["incident"]["kind"], cause?: Case["incident"]["cause"]): Case =>
        ({ ref: "LX-1", matter: "x", incident: { kind, cause } }) as unknown as Case
    const crimes = (of: Case) =>
        laws.provisions
            .filter(({ law, id }) => law === "criminal" && id !== "impersonation")
            .filter((one) => concerns(one, of))

    test.each([
        ["trading with a key", caseOf(["unauthorised-trading"], "api-key"), ["theftCrime", "dataCrime"]],
        ["a withdrawal, nobody knows how", caseOf(["unauthorised-withdrawal"], "unknown"), ["theftCrime", "dataCrime"]],
        ["payment by deception", caseOf(["payment-by-deception"]), ["fraudCrime"]],
        ["phishing", caseOf(["unauthorised-withdrawal"], "phishing"), ["theftCrime", "fraudCrime", "dataCrime"]],
        ["a device taken over", caseOf(["account-takeover"], "device"), ["dataCrime", "systemCrime"]],
    ])("%s", (_, of, ids) => {
        expect(crimes(of).map(({ id }) => id)).toEqual(ids)
        const printed = leaves(legalBasisView(of, laws)).join("\n")
        expect(printed.includes("《反电信网络诈骗法》")).toBe(ids.includes("fraudCrime"))
        expect(printed.includes("规定破坏计算机信息系统罪")).toBe(ids.includes("systemCrime"))
        expect(printed.includes("中华人民共和国反电信网络诈骗法")).toBe(ids.includes("fraudCrime"))
    })

    test("the day of the last look stands beside the standing of each provision", () => {
        const { topics } = legalBasisView(caseOf(["unauthorised-trading"]), laws) as {
            topics: { rows: { status: string; seenOn: string; kind: string }[] }[]
        }
        const rows = topics.flatMap((topic) => topic.rows)
        for (const { seenOn } of rows) expect(seenOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        expect(sampleText("..", "templates", "zh-CN", "legal-basis.hbs")).toContain(">{{status}}<br>{{seenOn}}</td>")
        expect(rows.map(({ kind }) => kind)).toContain("摘要，未核对")
    })
})

describe("citations", () => {
    test("name the law once for neighbours", () => {
        expect(citeIds(laws, ["propertyQuery", "freezing", "virtualProperty"])).toBe(
            "《程序规定》第二百三十八条、第二百三十九条；《民法典》第一百二十七条",
        )
        expect(cite(provision(laws, "bothElements"))).toBe("《人民法院报》2024年12月文章")
    })

    test("the list of laws gives full and short name, date, status and source of each cited law once", () => {
        expect(sourceRows(laws, ["inquiry", "review", "impersonation"])).toEqual([
            {
                name: "《公安机关办理刑事案件程序规定》，简称《程序规定》",
                dated: "公安部令第127号发布，第159号修正，2020-07-20 修正",
                status: "现行（2025-04-19 所见）",
                source: expect.stringMatching(/^正式文本：公安部网站 mps\.gov\.cn；所据：.*可信程度 B$/),
            },
            expect.objectContaining({ name: "《中华人民共和国刑法》，简称《刑法》" }),
        ])
    })
})

describe("deadlines as the rules give them", () => {
    test.each([
        ["立案审查", /3日.*7日.*30日/, ["reviewTerm"]],
        ["不予立案", /3日/, ["decision"]],
        ["申请复议", /7日/, ["review"]],
        ["申请复核", /7日/, ["review"]],
    ])("%s", (name, term, basis) => {
        const step = deadlines.steps.find((one) => one.step === name)
        expect(step?.term).toMatch(term)
        expect(step?.basis).toEqual(basis)
    })
})
