import { describe, expect, test } from "vitest"
import { PacketError } from "../../src/base/issue.ts"
import { cite, citeIds, sourceRows } from "../../src/editions/shared/citations.ts"
import { provision, readDeadlines, readLaws } from "../../src/facts/legal/laws.ts"
import { codes, sampleText } from "../check.ts"

const source = sampleText("legal", "laws.yaml")
const laws = readLaws(source)
const deadlines = readDeadlines(sampleText("legal", "deadlines.yaml"), laws)

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
            if (law.status === "已废止" || law.status === "待核实") expect(law.statusNote, law.id).toBeDefined()
        }
        expect(provision(laws, "speculation").of.status).toBe("已废止")
        expect(provision(laws, "risks").of.status).toBe("现行")
    })

    test("an opinion is no law, and a law is no opinion", () => {
        for (const { kind, of, id } of laws.provisions) expect(kind === "观点", id).toBe(of.status === "不是法律")
    })

    test("none of them says how a case is to be decided", () => {
        const texts = [...laws.provisions.map(({ text }) => text), ...deadlines.flatMap((step) => [step.what, step.do])]
        for (const text of texts) expect(text).not.toMatch(/已构成|本案|合法的?请求|违法行为/)
    })

    test.each([
        ["law: filingReform,", "law: nothing,", "input.value.not-allowed legal/laws.yaml/articles/5/law"],
        ["status: 已废止", "status: 无效", "input.value.not-allowed legal/laws.yaml/laws/17/status"],
    ])("%s written as %s is refused", (from, to, code) => {
        expect(issuesOf(() => readLaws(source.replace(from, to)))).toEqual([code])
    })

    test("a deadline without a provision is refused", () => {
        const damaged = sampleText("legal", "deadlines.yaml").replace("basis: [reviewTerm]", "basis: [someday]")
        expect(issuesOf(() => readDeadlines(damaged, laws))).toEqual([
            "input.value.not-allowed legal/deadlines.yaml/steps/2/basis",
        ])
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
                source: expect.stringContaining("可信程度 A"),
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
        const step = deadlines.find((one) => one.step === name)
        expect(step?.term).toMatch(term)
        expect(step?.basis).toEqual(basis)
    })
})
