import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { type Issue, printPath } from "../../../src/base/issue.ts"
import { LANGS } from "../../../src/base/lang.ts"
import { printCaseYaml } from "../../../src/facts/case/form/yaml-write.ts"
import { readCase } from "../../../src/facts/case/load.ts"
import { readOfficer } from "../../../src/facts/officer/officer.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { file, ROOT, SMALL_CASE, sampleText } from "../../check.ts"

const ORIGINALS = "originals: 手机在家"
const ASSET = '- {asset: BTC, amount: "1.5"}'

function read(text: string): ReturnType<typeof readCase> {
    return readCase("case.yaml", file(text))
}
/** The small case with something else instead of a part of it. */
function small(from: string, to: string): ReturnType<typeof readCase> {
    expect(SMALL_CASE).toContain(from)
    return read(SMALL_CASE.replace(from, () => to))
}
/** Place and text of a finding, as a reader of Chinese sees them. */
function told(found: Issue): string {
    const { message, hint = "" } = messageOf(found, "zh-CN")
    return `${found.severity} ${printPath(found.path)} ${message} ${hint}`.trim()
}

/** Line of the first thing that is put in the place of `originals`. */
const LINE = SMALL_CASE.split("\n").length - 1

describe("comments behind values", () => {
    test.each([
        ["originals: 手机 #2 抽屉", "#2 抽屉", 'originals: "手机 #2 抽屉"'],
        ["originals: #0042178", "#0042178", 'originals: "#0042178"'],
        ['originals: "手机" #2', "#2", 'originals: "手机 #2"'],
        ["originals: '手机' #2", "#2", 'originals: "手机 #2"'],
        [`${ORIGINALS}\nprivateNotes:\n  - #889 的回复`, "#889 的回复", '- "#889 的回复"'],
        [`${ORIGINALS}\nprivateNotes:\n  - 工单 #889`, "#889", '- "工单 #889"'],
        [`${ORIGINALS}\nmatter: 说 "好" #1`, "#1", `matter: '说 "好" #1'`],
        [`${ORIGINALS}\nterms: # 名词\n  - {term: C2C, meaning: 甲}`, "# 名词", ""],
        [`${ORIGINALS}\nmatter: | # 事项\n  甲`, "# 事项", ""],
        [`${ORIGINALS}\nterms: [{term: C2C, meaning: 甲 #1\n  }]`, "#1", ""],
    ])("%j is told with what was lost and what to write", (text, lost, proposed) => {
        const found = small(ORIGINALS, text).issues.filter(({ code }) => code === "input.yaml.comment")
        expect(found).toMatchObject([{ severity: "warning", params: { lost, proposed } }])
        if (proposed === "") return
        // What is proposed holds the lost text and is read without a finding.
        const line = text.split("\n").find((each) => each.includes(lost)) ?? ""
        const mended = small(ORIGINALS, text.replace(line.trim(), proposed))
        expect(mended.issues).toEqual([])
        expect(JSON.stringify(mended.loaded?.case)).toContain(lost)
    })

    test("the line of the file is named", () => {
        expect(small(ORIGINALS, "originals: 手机 #2").issues.map(told)).toEqual([
            `warning case.yaml:${String(LINE)} 这一行从 # 起的字没有读入：#2 只是备注的，请移到单独一行；是内容的，请把整项用英文引号括起来，写成：originals: "手机 #2"`,
        ])
    })

    test("one that takes the closing bracket with it is the cause that is told", () => {
        const { issues } = small(ASSET, "- {asset: BTC, amount: 1, source: 工单 #1}")
        expect(issues).toMatchObject([
            { code: "input.yaml.comment", severity: "error", path: ["case.yaml:13"], params: { lost: "#1}" } },
        ])
    })

    test.each([
        "# 备注",
        "    # 备注",
        "matter: 工单#1",
        "matter: |\n  工单 #1",
        'matter: "工单 #1"',
        "matter: '工单 #1'",
    ])("%j takes nothing away", (text) => {
        expect(small(ORIGINALS, `${ORIGINALS}\n${text}`).issues).toEqual([])
    })

    test.each([
        ["case.yaml", readCase],
        ["officer.yaml", readOfficer],
    ] as const)("comments of the forms that 0.1 wrote are silent: %s", (name, reader) => {
        const form = readFileSync(join(ROOT, "test/fixtures/written-by/0.1/forms", name), "utf8")
        expect(form.match(/\S +# /g)?.length).toBeGreaterThan(10)
        // Optional lines too, once they are taken in.
        for (const text of [form, form.replace(/^# (?=[a-z -])/gm, "")]) {
            const { issues } = reader(name, file(text.replaceAll("{{command}}", "node dist/cli.js")))
            expect(issues.filter(({ code }) => code === "input.yaml.comment").map(told)).toEqual([])
        }
        const changed = reader(name, file(form.replace(/^(\w.* # )\S/m, "$1我的备注")))
        expect(changed.issues.filter(({ code }) => code === "input.yaml.comment")).toHaveLength(1)
    })

    test("so are those of the form for officers that is written now; that of a case has none behind a value", () => {
        const form = sampleText("forms", "officer.yaml").replaceAll("{{command}}", "node dist/cli.js")
        const { issues } = readOfficer("officer.yaml", file(form))
        expect(issues.filter(({ code }) => code.startsWith("input.yaml."))).toEqual([])
        for (const lang of LANGS) {
            const bytes = printCaseYaml(undefined, { lang, desks: [] })
            expect(readCase("case.yaml", bytes).issues.filter(({ code }) => code.startsWith("input.yaml."))).toEqual([])
        }
    })

    test("the officer's file is read alike", () => {
        const text = sampleText("sample-officer", "officer.yaml")
        expect(readOfficer("officer.yaml", file(text)).issues).toEqual([])
        const { issues } = readOfficer("officer.yaml", file(text.replace(/^( {2}departmentZh: .*)$/m, "$1 #2 号楼")))
        expect(issues).toMatchObject([{ code: "input.yaml.comment", params: { lost: "#2 号楼" } }])
    })
})

describe("fields", () => {
    test.each([
        [ASSET, "- {asset: USDT, amount: 81, foo: }", ["loss", "assets", 0, "foo"]],
        [ORIGINALS, `${ORIGINALS}\nfoo:`, ["foo"]],
        [ORIGINALS, `${ORIGINALS}\nterms: [{foo}]`, ["terms", 0, "foo"]],
        [ORIGINALS, `${ORIGINALS}\nnarrative: {cause: [{收到}]}`, ["narrative", "cause", 0, "收到"]],
    ])("an unknown one is an error without a value too: %s -> %s", (from, to, path) => {
        const reading = small(from, to)
        expect(reading.loaded).toBeUndefined()
        expect(reading.issues.find(({ code }) => code === "input.field.unknown")?.path.slice(1)).toEqual(path)
    })

    test("known ones may be blank, in lists of blank entries too", () => {
        const reading = small(ORIGINALS, `${ORIGINALS}\nmatter:\nreporter2:`.replace("reporter2", "terms"))
        expect(reading.issues).toEqual([])
        const lines = small(ORIGINALS, `${ORIGINALS}\nprivateNotes:\n  -\n  - 甲\n  -\n`)
        expect(lines.loaded?.case.privateNotes).toEqual(["甲"])
        expect(readOfficer("officer.yaml", file("instrument: {nameZh: , foo: }")).issues).toEqual(
            expect.arrayContaining([
                expect.objectContaining({ code: "input.field.unknown", path: ["officer.yaml:1", "instrument", "foo"] }),
            ]),
        )
    })

    test("a place behind blank entries of a list is still its line", () => {
        const { issues } = small(ORIGINALS, `${ORIGINALS}\nterms:\n  -\n  - {term: 甲}`)
        expect(issues.map(({ path }) => path)).toEqual([[`case.yaml:${String(LINE + 3)}`, "terms", 0, "meaning"]])
    })

    test.each([
        ["amount: 81,200.55", "81,200.55", "81200.55"],
        ["amount: 50,000", "50,000", "50000"],
        ["amount: 1,234,567.8", "1,234,567.8", "1234567.8"],
        ["amount: 0,5", "0,5", ""],
    ])("a comma in a figure: %s", (typed, found, proposed) => {
        const reading = small(ASSET, `- {asset: USDT, ${typed}, source: 提币记录}`)
        expect(reading.loaded).toBeUndefined()
        expect(reading.issues).toMatchObject([
            {
                code: "input.yaml.number-comma",
                path: ["case.yaml:13", "loss", "assets", 0, "amount"],
                params: { found, proposed },
            },
        ])
        if (proposed !== "") expect(reading.issues.map(told).join()).toContain(`金额里不要写逗号：${proposed}`)
    })

    test.each(["quantity: 1,000, price: 2", "quantity: 1, price: 2,000.5"])(
        "so for quantity and price: %s",
        (typed) => {
            const order = `orders: [{orderId: a, symbol: BTCUSDT, side: buy, ${typed}, at: 2023-03-20 17:49 Z}]`
            const { issues } = small(ORIGINALS, `${ORIGINALS}\n${order}`)
            expect(issues.map(({ code }) => code)).toEqual(["input.yaml.number-comma"])
        },
    )

    test.each([
        ["idNumber: 1", "idNumber 应放在 reporter 下面，行首空两格"],
        ["idNumber:", "idNumber 应放在 reporter 下面，行首空两格"],
        ["email: a@b.example", "email 应放在 reporter 下面，行首空两格"],
        ["address: 某路", "address 应放在 reporter 下面，行首空两格"],
        ["products: [现货]", "products 应放在 account 下面，行首空两格"],
        ["netLoss: 甲", "netLoss 应放在 loss 下面，行首空两格"],
        ["emal: a@b.example", "email 应放在 reporter 下面，行首空两格"],
        ["creditCode: 甲", "creditCode 应放在 organisations 的一项里"],
    ])("one that is known elsewhere is sent there: %s", (typed, advice) => {
        const { issues } = small(ORIGINALS, `${ORIGINALS}\n${typed}`)
        const said = issues.map(told).join("\n")
        expect(said).toContain(advice)
        expect(said).not.toMatch(/narrative|privateNotes|emails/)
    })

    test("no advice makes up a field, nor moves anything to another part of the case", () => {
        for (const typed of ["foo: x", "当晚: 收到", "身份证: 1", "bankCard: 1"]) {
            const found = small(ORIGINALS, `${ORIGINALS}\n${typed}`).issues
            expect(found).toMatchObject([{ code: "input.field.unknown", params: { proposed: "", belongs: "" } }])
            expect(found.map(told).join()).not.toMatch(/narrative|privateNotes/)
        }
    })
})

describe("blanks and signs of input methods", () => {
    test.each([
        ["originals:\u00A0手机", "手机"],
        ["originals:\u3000手机", "手机"],
        ["originals: \u202F手机", "手机"],
        ["originals: |\n\u3000\u3000手机\n\u3000\u3000抽屉：二", "手机\n抽屉：二\n"],
        ["originals: |\n  \u3000\u3000手机\n  USDT：好", "\u3000\u3000手机\nUSDT：好\n"],
        ['originals: "手机\n  USDT：好"', "手机 USDT：好"],
        ["originals: 手机\n  USDT：好", "手机 USDT：好"],
    ])("%j", (typed, value) => {
        const reading = small(ORIGINALS, typed)
        expect(reading.issues.filter(({ severity }) => severity !== "note")).toEqual([])
        expect(reading.loaded?.case.originals).toBe(value)
        const isMended = /^\u3000|:[ ]?[\u00A0\u3000\u202F]/m.test(typed)
        expect(reading.issues.map(({ code }) => code)).toEqual(isMended ? ["input.file.mended-wide-blank"] : [])
    })

    test("indentation of every kind of blank is read, and said once", () => {
        const notes = `${ORIGINALS}\nprivateNotes:\n\u3000-\u3000甲\n\u2003\u2003-\u00A0乙\n`
        const reading = small(ORIGINALS, notes)
        expect(reading.issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
            "note input.file.mended-wide-blank",
        ])
        expect(reading.loaded?.case.privateNotes).toEqual(["甲", "乙"])
    })

    test("a sentence with a full-width colon in a list is no field", () => {
        const reading = small(ORIGINALS, `${ORIGINALS}\nprivateNotes:\n  - USDT：被转走\n  - BTC:\u3000全部`)
        expect(reading.issues).toEqual([])
        expect(reading.loaded?.case.privateNotes).toEqual(["USDT：被转走", "BTC:\u3000全部"])
    })

    test.each([
        ["- {asset: USDT， amount: 81}", "，"],
        ["- {asset: USDT，amount: 81}", "，"],
        ["- ｛asset: USDT, amount: 81｝", "｛"],
    ])("%s names the sign", (typed, sign) => {
        expect(small(ASSET, typed).issues).toMatchObject([
            { code: "input.yaml.syntax", path: ["case.yaml:13"], params: { reason: "full-width", found: sign } },
        ])
    })

    test.each([
        [ASSET, "- {asset: “USDT”, amount: 81}", "“USDT” 用了中文符号 “"],
        [ASSET, "- {asset: USDT, amount: 81, evidence: ［E003］}", "［E003］ 用了中文符号 ［"],
        [ASSET, "- {asset：USDT, amount: 81}", "冒号、逗号、引号要用英文的"],
        [ASSET, "- {asset:\u00A0USDT, amount: 81}", "请改成普通空格"],
    ])("%s -> %s", (from, typed, said) => {
        expect(small(from, typed).issues.map(told).join("\n")).toContain(said)
    })
})

describe("what cannot be read is said in plain words, with what to write", () => {
    const QUOTED = "请把这一项内容整个用英文引号括起来，写成："
    test.each([
        ["originals: !重要 当晚", "内容以 ! 开头", `${QUOTED}originals: "!重要 当晚"`],
        ["originals: ! 当晚", "内容以 ! 开头", `${QUOTED}originals: "! 当晚"`],
        ["originals: *重要* 当晚", "内容以 * 开头", `${QUOTED}originals: "*重要* 当晚"`],
        ["originals: &小号 转走", "内容以 & 开头", `${QUOTED}originals: "&小号 转走"`],
        ["originals: %50", "内容以 % 开头", `${QUOTED}originals: "%50"`],
        ["originals: @name", "内容以 @ 开头", `${QUOTED}originals: "@name"`],
        ["originals: `x`", "内容以 ` 开头", `${QUOTED}originals: "\`x\`"`],
        ["originals: > 50 USDT", "内容以 > 开头", `${QUOTED}originals: "> 50 USDT"`],
        ["originals: - 手机", "内容以 - 开头", `${QUOTED}originals: "- 手机"`],
        ["originals: ? 手机", "内容以 ? 开头", `${QUOTED}originals: "? 手机"`],
        ["originals: [手机]在家", "内容以 [ 开头", `${QUOTED}originals: "[手机]在家"`],
        ['originals: "旧手机"在本人处', '内容以 " 开头', `${QUOTED}originals: '"旧手机"在本人处'`],
        ["originals: '旧'手机", "内容以 ' 开头", `${QUOTED}originals: "'旧'手机"`],
        ["originals: 手机: 在家", "又有一个后面带空格的冒号", `${QUOTED}originals: "手机: 在家"`],
        ['originals: "C:\\证据"', "\\证 读不懂", "写成：originals: 'C:\\证据'"],
        ['originals: "手机', '第 12 个字符是引号 "', '末尾补上 "'],
        ["originals: [手机", "第 12 个字符是括号 [", "末尾补上 ]"],
        ["originals:手机", "冒号后面缺一个空格", "字段: 内容"],
        [`${ORIGINALS}\noriginals: 手机`, "字段 originals 在同一组里写了两次", "请只留一个"],
        [`${ORIGINALS}\n  idNumber: 1`, "下一行缩进多了", "对齐"],
        [`${ORIGINALS}\n第二行`, "不是“字段: 内容”的样子", "行首加 #"],
        [`${ORIGINALS}\n---\nmatter: x`, "---", "删去这一行"],
    ])("%j", (typed, message, todo) => {
        const { issues, loaded } = small(ORIGINALS, typed)
        expect(loaded).toBeUndefined()
        expect(issues).toHaveLength(1)
        const said = issues.map(told).join()
        expect(said).toContain(message)
        expect(said).toContain(todo)
        expect(said).not.toMatch(/[A-Z]{3,}_[A-Z]/)
        // What is proposed is read as it was meant.
        const proposed = /写成：(originals: .*)$/.exec(said)?.[1]
        if (proposed === undefined) return
        const mended = small(ORIGINALS, proposed)
        expect(mended.issues).toEqual([])
        const [, text = ""] = /^originals: "?(.*?)"?$/.exec(typed) ?? []
        expect(mended.loaded?.case.originals).toContain(text.replace(/^"|"$/g, ""))
    })

    test("a fault and the comments of other lines come together", () => {
        const { issues } = small(ORIGINALS, "originals: !手机 #1\nmatter: 工单 #2")
        expect(issues.map(({ code }) => code)).toEqual(["input.yaml.syntax", "input.yaml.comment"])
    })

    test.each([
        ['originals: "C:\\new"', "input.yaml.escape"],
        ["originals: |", "input.yaml.empty-block"],
    ])("what is read otherwise than typed: %s", (typed, code) => {
        expect(small(ORIGINALS, typed).issues.map((found) => found.code)).toContain(code)
    })
})

describe("bounds", () => {
    test("a file of more than 4 MB is refused", () => {
        expect(read(`${SMALL_CASE}matter: ${"x".repeat(4 * 1024 * 1024)}`).issues.map(({ code }) => code)).toEqual([
            "input.file.too-large",
        ])
    })
})
