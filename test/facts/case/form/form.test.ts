import { unzipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { printPath } from "../../../../src/base/issue.ts"
import { LANGS } from "../../../../src/base/lang.ts"
import { valueAt } from "../../../../src/base/value.ts"
import { readCaseFiles } from "../../../../src/facts/case/form/case-files.ts"
import { CHOICES } from "../../../../src/facts/case/form/choices.data.ts"
import { codeOf, pathOf, putAt, QUESTIONS, SECTIONS, TABLES } from "../../../../src/facts/case/form/form.ts"
import { NEEDED_IN_ENTRY } from "../../../../src/facts/case/form/needed.data.ts"
import { inWordsOfForm, placeWords } from "../../../../src/facts/case/form/place.ts"
import { REQUIRED_GROUPS, REQUIRED_LISTS, settle } from "../../../../src/facts/case/form/settle.ts"
import { shownAnswers } from "../../../../src/facts/case/form/show.ts"
import { printWorkbook } from "../../../../src/facts/case/form/workbook-write.ts"
import { printCaseYaml } from "../../../../src/facts/case/form/yaml-write.ts"
import { readCase } from "../../../../src/facts/case/load.ts"
import { caseJsonSchema } from "../../../../src/facts/case/schema.ts"
import { readYaml } from "../../../../src/facts/case/yaml.ts"
import { assetCalled } from "../../../../src/facts/money/asset.ts"
import { ASSETS } from "../../../../src/facts/money/assets.data.ts"
import { file, SMALL_CASE } from "../../../check.ts"

interface Schema {
    readonly properties?: Readonly<Record<string, Schema>>
    readonly items?: Schema
    readonly anyOf?: readonly Schema[]
    readonly enum?: readonly string[]
    readonly required?: readonly string[]
}

const schema = caseJsonSchema() as Schema
/** Of several shapes the one that tells most; a time, whose zone may stand apart, is one answer. */
const shapeOf = (node: Schema): Schema => {
    const shapes = node.anyOf ?? [node]
    const shape = shapes.find(({ items }) => items) ?? shapes.find(({ properties }) => properties) ?? shapes[0] ?? node
    return shape.properties && Object.keys(shape.properties).join() === "at,zone" ? {} : shape
}
const leavesOf = (node: Schema, path = ""): readonly { path: string; node: Schema }[] => {
    const shape = shapeOf(node)
    if (shape.items) return leavesOf(shape.items, `${path}[]`)
    if (!shape.properties) return [{ path, node: shape }]
    return Object.entries(shape.properties).flatMap(([key, one]) => leavesOf(one, path === "" ? key : `${path}.${key}`))
}
const LEAVES = leavesOf(schema).filter(({ path }) => path !== "format")
/** Whether a field has to be there where the entry of the list that it is in is there. */
const isNeeded = (field: string): boolean => {
    let node = schema
    let isInEntry = false
    for (const step of field.split(/(\[\])|\./).filter((one) => one !== undefined && one !== "")) {
        const shape = shapeOf(node)
        if (isInEntry && step !== "[]" && shape.required?.includes(step) !== true) return false
        isInEntry ||= step === "[]"
        node = (step === "[]" ? shape.items : shape.properties?.[step]) ?? {}
    }
    return true
}
const setting = (lang: "zh-CN" | "en") => ({
    lang,
    desks: [{ id: "okx", name: { "zh-CN": "欧易（OKX）", en: "OKX" } }],
})

describe("the description of the questions", () => {
    test("has one question for every field of the case", () => {
        expect(QUESTIONS.map(({ field }) => field).sort()).toEqual(LEAVES.map(({ path }) => path).sort())
    })

    test("puts every question on a sheet, once", () => {
        const once = SECTIONS.flatMap(({ questions }) => questions)
        const rows = TABLES.flatMap(({ columns }) => columns).flatMap(({ questions }) => questions)
        expect([...once, ...rows].map(({ field }) => field).sort()).toEqual(LEAVES.map(({ path }) => path).sort())
    })

    test("has a word in every language for every value that the schema allows, and for no other", () => {
        for (const { path, node } of LEAVES) {
            const name = QUESTIONS.find(({ field }) => field === path)?.words
            expect(name === undefined ? undefined : CHOICES[name].map(({ code }) => code), path).toEqual(node.enum)
        }
    })

    test("reads no word as two values, nor a word of one language as another value's of the other", () => {
        for (const [name, choices] of Object.entries(CHOICES))
            for (const { code, words, also } of choices)
                for (const word of [code, ...LANGS.map((lang) => words[lang]), ...also])
                    expect(codeOf(name as keyof typeof CHOICES, ` ${word}`), `${name} ${word}`).toBe(code)
        expect(codeOf("yesNo", "不知道")).toBe("unknown")
        expect(codeOf("side", "不知道")).toBeUndefined()
    })

    test("calls what no case can do without required, and nothing else", () => {
        const required = (node: Schema, path = ""): string[] => {
            const shape = shapeOf(node)
            if (shape.items) return required(shape.items, `${path}[]`)
            if (!shape.properties) return [path]
            return (shape.required ?? []).flatMap((key) => {
                const below = shape.properties?.[key]
                return below === undefined ? [] : required(below, path === "" ? key : `${path}.${key}`)
            })
        }
        const asked = QUESTIONS.filter((question) => question.required).map(({ field }) => field)
        const needed = required(schema).filter((path) => path !== "recipient" && !path.startsWith("reports[]"))
        expect(asked.sort()).toEqual(needed.sort())
    })

    test("knows what an entry of a list cannot do without", () => {
        const inEntries = TABLES.flatMap(({ columns }) => columns).flatMap(({ questions }) => questions)
        expect([...NEEDED_IN_ENTRY].sort()).toEqual(
            inEntries
                .map(({ field }) => field)
                .filter(isNeeded)
                .sort(),
        )
    })

    test("knows the groups and lists that a case always has", () => {
        const { issues } = readCase("case.yaml", file("ref: AB-1\n"))
        const paths = issues.map(({ path }) => path.slice(1).join("."))
        for (const group of REQUIRED_GROUPS) expect(paths.some((path) => path.startsWith(`${group}.`))).toBe(true)
        for (const list of REQUIRED_LISTS) {
            const tree = {}
            putAt(tree, [...pathOf(list).slice(0, -1), "source"], "x")
            if (list.includes(".")) expect(valueAt(settle(tree), pathOf(list)), list).toEqual([])
        }
    })

    test("calls no two questions of a sheet alike, in any language", () => {
        for (const lang of LANGS) {
            const labels = SECTIONS.flatMap(({ questions }) => questions.map(({ label }) => label[lang]))
            expect(new Set(labels).size).toBe(labels.length)
            for (const { columns, name } of TABLES)
                expect(new Set(columns.map(({ label }) => label[lang])).size, name[lang]).toBe(columns.length)
            const names = TABLES.map(({ name }) => name[lang])
            expect(new Set(names).size).toBe(names.length)
        }
    })
})

describe("case.yaml", () => {
    test.each(LANGS)("asks for every field at its place, in block style, with no note behind a value (%s)", (lang) => {
        const text = new TextDecoder().decode(printCaseYaml({}, setting(lang)))
        for (const line of text.split("\n"))
            expect(line).toMatch(/^(?:\s*#.*|\s*(?:- )*(?:[A-Za-z][A-Za-z0-9]*:)?|\s*-)$/)
        const keys = [...text.matchAll(/^\s*(?:- )*([A-Za-z][A-Za-z0-9]*):$/gm)].map(([, key]) => key)
        const names = LEAVES.flatMap(({ path }) => path.split(/[.[\]]+/).filter((key) => key !== ""))
        expect(new Set(keys)).toEqual(new Set(names))
        // Each line filled in stands at the path of one question.
        const lines = text.split("\n")
        const isLeaf = (line: string, i: number): boolean => {
            if (!/^[^#]*(?:[A-Za-z0-9]:|-)$/.test(line)) return false
            const next = lines.slice(i + 1).find((other) => !/^\s*#/.test(other)) ?? ""
            const isParent =
                /^\s*(?:- )*[A-Za-z0-9]+:$/.test(line) && next.search(/\S/) > line.replace("- ", "  ").search(/\S/)
            return !isParent
        }
        const leaves = lines.flatMap((line, i) => (isLeaf(line, i) ? [i] : []))
        const filledIn = lines.map((line, i) => (leaves.includes(i) ? `${line} x${String(i)}` : line)).join("\n")
        const { value, issues } = readYaml("case.yaml", file(filledIn), "drop")
        expect(issues).toEqual([])
        const paths = new Map<string, string>()
        const walk = (node: unknown, path: string): void => {
            if (typeof node === "string") paths.set(node, path)
            else if (Array.isArray(node)) for (const item of node) walk(item, `${path}[]`)
            else
                for (const [key, below] of Object.entries(Object(node)))
                    walk(below, path === "" ? key : `${path}.${key}`)
        }
        walk(value, "")
        expect([...paths.keys()].sort()).toEqual(leaves.map((i) => `x${String(i)}`).sort())
        const found = [...paths.values()]
        const plain = (path: string) => path.replace(/\.evidence\[\]$/, ".evidence")
        expect(new Set(found.map(plain))).toEqual(new Set(LEAVES.map(({ path }) => plain(path))))
    })

    test("words of the form are read as well as codes, and a single text where several may stand", () => {
        const text = SMALL_CASE.replace("capacity: reporter", "capacity: 控告人")
            .replace("kind: unauthorised-trading", "kind: [提币, 被骗]\n  cause: 钓鱼网站")
            .replace('enabled: "no"', "enabled: 不知道")
            .replace("state: none", "state: 有效")
            .replace("permissions: []", "permissions: 读取")
            .replace("wanted: [登录记录]", "wanted: 登录记录")
            .replace("source: 流水}", "source: 流水, evidence: E001、X02}")
        const { loaded, issues } = readCase("case.yaml", file(text))
        expect(issues.filter(({ severity }) => severity === "error")).toEqual([])
        expect(loaded?.case).toMatchObject({
            reporter: { capacity: "accuser" },
            incident: {
                kind: ["unauthorised-withdrawal", "payment-by-deception"],
                cause: "phishing",
                firstOperation: { evidence: ["E001", "X02"] },
            },
            twoFactor: { enabled: "unknown" },
            apiKey: { state: "active", permissions: ["读取"] },
            wanted: ["登录记录"],
        })
    })

    test("a file that is no list of fields is refused, not taken for an empty one", () => {
        expect(readCase("case.yaml", file("- a\n- b\n")).issues.map(({ code }) => code)).toContain("input.value.kind")
    })
})

describe("an asset that is called by its name", () => {
    const called = (asset: string) => settle({ loss: { assets: [{ asset, amount: "5万" }] } })
    const is = (symbol: string) => ({ loss: { assets: [{ asset: symbol, amount: "5万" }] } })

    test.each([
        ["CNY", ["人民币", "元", "RMB", "rmb", " 人民币"]],
        ["BTC", ["比特币", "Bitcoin", "bitcoin", "比特币（BTC）", "BTC 比特币", "比特币BTC"]],
        ["USDT", ["泰达币", "USDT(泰达币)", "usdt泰达币"]],
        ["ETH", ["以太坊", "以太币", "Ether"]],
        ["BCH", ["比特币现金", "Bitcoin Cash"]],
    ])("has its symbol: %s", (symbol, names) => {
        for (const name of names) expect(called(name)).toMatchObject(is(symbol))
    })

    test("stays as it was written where it means two, another, or none that is known", () => {
        for (const name of [
            "USDT",
            "usdt",
            "人民币元宝",
            "constructor",
            "稳定币",
            "比特币（ETH）",
            "比特币、以太坊",
            "U",
        ])
            expect(called(name)).toMatchObject(is(name))
    })

    test("no name means two assets", () => {
        for (const [symbol, , , name] of ASSETS)
            if (name !== symbol) expect([name, assetCalled(name)]).toEqual([name, symbol])
    })
})

describe("places", () => {
    test.each([
        ["loss.assets[0].amount", "六、少了什么，第 1 项，数量"],
        ["reporter.name", "一、您是谁，姓名"],
        ["wanted[2]", "十一、希望公安机关调取什么，第 3 个"],
        ["incident.kind", "三、出了什么事"],
        ["incident.kind[1]", "三、出了什么事，第 2 个"],
        ["incident.noticedAt", "三、何时发现"],
        ["loss.assets[0].evidence[1]", "六、少了什么，第 1 项，证据编号，第 2 个"],
        ["account.products[0]", "二、哪个交易所、哪个账户，用过的业务，第 1 个"],
        ["transfers[1].value.amount", "转出记录，第 2 项，数量"],
        ["privateNotes[0]", "私人笔记，第 1 项"],
        ["incident.firstOperation", "四、第一次不是您本人的操作"],
        ["positions[0].statements[1].text", "各方说法，第 1 项，第 2 条，怎么说的"],
        ["reporter.nickname", ""],
    ])("%s", (path, words) => {
        expect(placeWords(pathOf(path), "zh-CN")).toBe(words)
    })

    test.each(LANGS)("say nothing twice, %s", (lang) => {
        const places = QUESTIONS.map(({ field }) => placeWords(pathOf(field.replaceAll("[]", "[0]")), lang))
        const doubled = places.filter((place) => {
            const parts = place.toLowerCase().split(/[，、]|, |\d+\. /)
            return new Set(parts).size < parts.length
        })
        expect(doubled).toEqual([])
        expect(new Set(places).size).toBe(places.length)
    })

    test("stand in findings with line or cell, and choices in the words of the form", () => {
        const found = readCase("case.yaml", file(SMALL_CASE.replace("capacity: reporter", "capacity: 别的"))).issues
        const [one] = found
            .filter(({ code }) => code === "input.value.not-allowed")
            .map((each) => inWordsOfForm(each, "zh-CN"))
        expect(one && printPath(one.path)).toBe("case.yaml:4 十、报案还是控告")
        expect(one?.params).toEqual({ found: "别的", expected: "报案人 | 控告人" })
    })
})

describe("either file may be the case", () => {
    const answers = settle(readYaml("case.yaml", file(SMALL_CASE), "keep").value)
    const preset = { ref: "AB-9", recipient: "binance-cn", preparedAt: "2023-04-23 10:00 北京时间" }
    const yaml = (tree: unknown) => printCaseYaml(tree, setting("zh-CN"))
    const workbook = (tree: unknown) => printWorkbook(tree, setting("en"))
    const errors = (files: Parameters<typeof readCaseFiles>[0]) =>
        readCaseFiles(files).issues.filter(({ severity }) => severity === "error")

    test.each([
        ["the workbook alone", { workbook: workbook(answers) }, "案件信息.xlsx"],
        ["case.yaml alone", { yaml: yaml(answers) }, "case.yaml"],
        [
            "the workbook, case.yaml as it was made",
            { workbook: workbook(answers), yaml: yaml(preset) },
            "案件信息.xlsx",
        ],
        ["case.yaml, the workbook as it was made", { workbook: workbook(preset), yaml: yaml(answers) }, "case.yaml"],
        ["both alike", { workbook: workbook(answers), yaml: file(SMALL_CASE) }, "案件信息.xlsx"],
    ])("%s", (_, files, used) => {
        const { loaded, form } = readCaseFiles(files)
        expect(errors(files)).toEqual([])
        expect(form?.file).toBe(used)
        expect(loaded?.case.reporter.name).toBe("甲")
        // From whichever file, the facts are the same.
        expect(loaded?.facts).toEqual(readCaseFiles({ yaml: file(SMALL_CASE) }).loaded?.facts)
    })

    test("both filled in and different: one error that names every difference, and no case", () => {
        const other = structuredClone(answers) as { reporter: { name: string }; originals?: string }
        other.reporter.name = "乙"
        delete other.originals
        const { loaded, issues } = readCaseFiles({ workbook: workbook(other), yaml: yaml(answers) })
        expect(loaded).toBeUndefined()
        expect(issues).toHaveLength(1)
        const [found] = issues
        expect(found?.code).toBe("case.form.two-files")
        expect(found?.params).toMatchObject({
            differences: [
                { firstText: "乙", secondText: "甲", second: expect.stringMatching(/^case\.yaml:\d+$/) },
                { firstText: "", secondText: "手机在家" },
            ],
        })
        expect(JSON.stringify(found?.params)).toContain("案件信息.xlsx Case!C")
    })

    test("neither filled in: what is missing, by the cell; neither there: the file is named", () => {
        const found = errors({ workbook: workbook(preset), yaml: yaml(preset) })
        expect(new Set(found.map(({ code }) => code))).toEqual(new Set(["input.field.missing"]))
        for (const { path } of found) expect(String(path[0])).toMatch(/^案件信息\.xlsx \S+!\w+ /)
        expect(errors({}).map(({ code }) => code)).toEqual(["shell.file.missing"])
    })
})

test("what was read is shown in the order and words of the form, with both clocks and amounts in figures", () => {
    const text = SMALL_CASE.replace('{asset: BTC, amount: "1.5"}', "{asset: CNY, amount: 约30万元}")
    const { form } = readCaseFiles({ yaml: file(text) })
    const shown = form === undefined ? [] : shownAnswers(form, "zh-CN")
    expect(
        shown.map(({ question, answer, read }) => `${question}：${answer}${read === undefined ? "" : ` -> ${read}`}`),
    ).toEqual([
        "这份材料，材料编号：AB-1",
        "这份材料，材料制作时间：2023-04-23 10:00 +08:00 -> 2023-04-23 10:00（北京时间） = 2023-04-23 02:00 UTC",
        "一、您是谁，姓名：甲",
        "一、您是谁，手机号码：+86 24 0000 0000",
        "二、哪个交易所、哪个账户，交易所名称：Binance",
        "二、哪个交易所、哪个账户，账户 UID：20178588789849104384",
        "三、出了什么事：被交易",
        "三、何时发现：2023-03-21 09:00 +08:00 -> 2023-03-21 09:00（北京时间） = 2023-03-21 01:00 UTC",
        "四、第一次不是您本人的操作，第一次操作的时间：2023-03-20 17:49:08 Z -> 2023-03-21 01:49:08（北京时间） = 2023-03-20 17:49:08 UTC",
        "四、第一次不是您本人的操作，第一次操作的内容：卖出",
        "四、第一次不是您本人的操作，第一次操作的出处：流水",
        "五、最后一次不是您本人的操作，最后一次操作的时间：2023-03-20 22:00 Z -> 2023-03-21 06:00（北京时间） = 2023-03-20 22:00 UTC",
        "五、最后一次不是您本人的操作，最后一次操作的内容：卖出",
        "五、最后一次不是您本人的操作，最后一次操作的出处：流水",
        "六、少了什么，第 1 项，币种：CNY",
        "六、少了什么，第 1 项，数量：约30万元 -> 约 300000 CNY",
        "七、有没有把接口密钥（API）给过第三方应用，给了哪个应用：无",
        "七、有没有把接口密钥（API）给过第三方应用，密钥现在怎样：未使用",
        "八、双重验证（2FA），事发时是否开启：否",
        "十、报案还是控告：报案人",
        "十一、希望公安机关调取什么，第 1 个：登录记录",
        "十二、原件在哪里：手机在家",
    ])
})

test("the workbook is text cells with drop-downs, its inner names hidden, and the same bytes every time", () => {
    const bytes = printWorkbook({}, setting("zh-CN"))
    expect(printWorkbook({}, setting("zh-CN"))).toEqual(bytes)
    const parts = unzipSync(bytes)
    const xml = Object.entries(parts)
        .filter(([name]) => name.startsWith("xl/worksheets/"))
        .map(([, part]) => new TextDecoder().decode(part))
    expect(xml).toHaveLength(TABLES.length + 1)
    for (const one of xml) expect(one).not.toMatch(/<c [^>]*t="n"|<v>|<f>/)
    expect(xml[0]).toContain("&quot;报案人,控告人&quot;")
    expect(xml[0]).toContain("okx 欧易（OKX）")
    for (const one of xml.slice(1)) expect(one).toMatch(/<row r="4"[^>]* hidden="1"/)
    for (const [i, { columns }] of TABLES.entries())
        for (const { id } of columns) expect(xml[i + 1]).toContain(`>${id}<`)
})
