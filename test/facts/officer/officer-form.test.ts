import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { printJson } from "../../../src/base/canonical-json.ts"
import { sha256Hex } from "../../../src/base/digest.ts"
import { type Issue, printPath } from "../../../src/base/issue.ts"
import { readYaml } from "../../../src/facts/case/yaml.ts"
import { officerJsonSchema, readOfficer } from "../../../src/facts/officer/officer.ts"
import { FORM, FORM_PARTS } from "../../../src/facts/officer/officer-form.data.ts"
import { printOfficerForm } from "../../../src/facts/officer/officer-form.ts"
import { readOfficerFile } from "../../../src/facts/officer/officer-form-read.ts"
import { REQUEST_TYPE_IDS } from "../../../src/facts/officer/request-types.data.ts"
import { readXlsx } from "../../../src/typeset/office/xlsx-read.ts"
import { writeXlsx } from "../../../src/typeset/office/xlsx-write.ts"
import { desk } from "../../desks.ts"
import { officerOfType } from "../../request-types.ts"
import { fill } from "./fill-form.ts"

const asset = (path: string) => readFileSync(join(import.meta.dirname, "../../../assets", path))
const GROUPS = desk().dataGroups
const SAMPLE = new Uint8Array(asset("sample-officer/officer.yaml"))
const sampleData = readYaml("officer.yaml", SAMPLE, "drop").value as Record<string, unknown>
const sampleForm = printOfficerForm(sampleData, GROUPS)

const CELLS = new Map(
    (readXlsx(sampleForm, []).sheets ?? []).flatMap(({ name, rows }) =>
        rows.map(({ row, cells }) => [cells.find(({ column }) => column === 2)?.text, `${name}!C${String(row)}`]),
    ),
)
/** `渠道` as findings name it: `officer.xlsx 民警信息表!C34 渠道`. */
const placed = (text: string) =>
    text.replace(/@(.+)$/, (_, label: string) => `officer.xlsx ${CELLS.get(label) ?? "nowhere"} ${label}`)

const shown = (issues: readonly Issue[]) => issues.map((one) => `${one.severity} ${one.code} ${printPath(one.path)}`)
const read = (changes: Readonly<Record<string, string>>) => readOfficerFile("officer.xlsx", fill(sampleForm, changes))

describe("the sheet", () => {
    test("has a row for every field of the officer data, so that a new field cannot be forgotten", () => {
        interface Schema {
            readonly properties?: Readonly<Record<string, Schema>>
            readonly items?: Schema
        }
        const leaves = (schema: Schema, path: string): string[] => {
            if (schema.items) return leaves(schema.items, `${path}[]`)
            if (!schema.properties) return [path]
            return Object.entries(schema.properties).flatMap(([key, one]) =>
                leaves(one, path === "" ? key : `${path}.${key}`),
            )
        }
        const rows = FORM.flatMap((section) => section.rows).flatMap(({ field, kind, parts }) =>
            kind === "gate" ? [] : (parts?.map((part) => `${field}.${part}`) ?? [field]),
        )
        const fields = leaves(officerJsonSchema(), "").filter((field) => field !== "format")
        expect(rows.map((field) => field.replace(/^request\.periods\[\]$/, "request.periods")).sort()).toEqual(
            fields.sort(),
        )
    })

    test("and so has the text form, each with nothing behind its colon or what most need", () => {
        const blank = asset("forms/officer.yaml").toString().replace("{{completedAt}}", "x")
        expect(blank).not.toMatch(/: .*#|^ *# *\w+:/m)
        const said = new TextEncoder().encode(
            blank.replace(/^( *)(\w+):$(?!\n\1 +\w|(?:\n\1 +#.*)+\n\1 +\w)/gm, "$1$2: x"),
        )
        const paths = (value: unknown, path: string): string[] =>
            typeof value === "object" && value !== null
                ? Object.entries(value).flatMap(([key, one]) => paths(one, path === "" ? key : `${path}.${key}`))
                : [path]
        const rows = FORM.flatMap((section) => section.rows).flatMap(({ field, kind }) =>
            kind === "gate" ? [] : (field.split("[]")[0] ?? ""),
        )
        expect(paths(readYaml("officer.yaml", said, "keep").value, "").sort()).toEqual([...new Set(rows)].sort())
    })

    test("a first request needs the first sheet alone; every row says who knows it", () => {
        const [first, further] = FORM_PARTS
        expect(first?.sections.flatMap(({ rows }) => rows.map(({ field }) => field))).toEqual([
            ...["agency.nameZh", "agency.nameEn", "agency.departmentZh", "agency.departmentEn"],
            ...["agency.addressZh", "agency.addressEn", "officer.surnameZh", "officer.givenNameZh"],
            ...["officer.surnamePinyin", "officer.givenNamePinyin", "officer.positionZh", "officer.positionEn"],
            ...["officer.email", "officer.phone", "officer.phoneType", "caseNumbers.caseNumber"],
            ...["investigation.stage", "investigation.offenceZh", "investigation.offenceEn"],
            ...["investigation.legalBasisZh", "investigation.legalBasisEn", "instrument.nameZh", "instrument.nameEn"],
            ...["instrument.number", "instrument.date", "route", "request.dataGroups[]", "request.period.from"],
            ...["request.period.to", "request.replyBy", "completedAt"],
        ])
        expect(further?.sections[0]?.rows.map(({ field }) => field)).toContain("letterCode")
        for (const { rows } of readXlsx(sampleForm, []).sheets ?? [])
            for (const { row, cells } of rows.filter(({ cells }) => cells.some(({ column }) => column === 6)))
                expect(cells.find(({ column }) => column === 5)?.text, String(row)).toBeTruthy()
    })

    test("offers a word for every value that the schema allows, and for no other", () => {
        const rows = FORM.flatMap((section) => section.rows).filter(({ words }) => words)
        const allowed = rows.map(({ field }) => {
            const node = field.split(".").reduce<Record<string, unknown>>(
                (at, key) => {
                    const node = (at.properties as Record<string, Record<string, unknown>>)[key.replace("[]", "")]
                    return key.endsWith("[]") ? (node?.items as Record<string, unknown>) : (node ?? {})
                },
                officerJsonSchema() as Record<string, unknown>,
            )
            return node.enum
        })
        expect(rows.map(({ words }) => Object.values(words ?? {}))).toEqual(allowed)
    })

    test("calls no two rows alike", () => {
        const labels = FORM.flatMap(({ rows }) => rows.map(({ label }) => label))
        expect(new Set(labels).size).toBe(labels.length)
    })

    test("is two sheets of text cells with drop-downs, the inner numbers hidden, and the same bytes every time", () => {
        const parts = unzipSync(sampleForm)
        const [first = "", further = "", ...more] = Object.keys(parts)
            .filter((name) => name.startsWith("xl/worksheets/"))
            .map((name) => new TextDecoder().decode(parts[name]))
        expect(more).toEqual([])
        expect(first).toContain("&quot;上级账号,门户,邮件&quot;")
        expect(first).toContain("&quot;已受案,已立案,立案前调查核实&quot;")
        expect(further).toContain("&quot;官方页面点进,上级已有账号,官方客服工单并有回函,其他&quot;")
        expect(further).toContain("&quot;用户编号,邮箱,手机号码,地址,交易哈希&quot;")
        expect(further).toContain("&quot;报案人,嫌疑人,其他人&quot;")
        for (const xml of [first, further]) {
            expect(xml).toMatch(/<col min="6" max="6"[^>]* hidden="1"/)
            expect(xml).not.toMatch(/<c [^>]*t="n"|<v>|<f>/)
        }
        expect(sha256Hex(printOfficerForm(sampleData, GROUPS))).toBe(sha256Hex(sampleForm))
    })
})

describe("read back", () => {
    test.each(REQUEST_TYPE_IDS)("a request of the kind %s comes back as it was written", (type) => {
        const { value } = readYaml("officer.yaml", new TextEncoder().encode(officerOfType(type, "Binnacle")), "drop")
        const { data, issues } = readOfficerFile("officer.xlsx", printOfficerForm(value, GROUPS))
        expect(shown(issues)).toEqual([])
        expect(data).toEqual(
            readOfficer("officer.yaml", new TextEncoder().encode(officerOfType(type, "Binnacle"))).data,
        )
    })

    test("the sample gives the same data as its text form, byte for byte", () => {
        const yaml = readOfficer("officer.yaml", SAMPLE)
        const sheet = readOfficerFile("officer.xlsx", sampleForm)
        expect(shown(sheet.issues)).toEqual([])
        expect(printJson(sheet.data)).toBe(printJson(yaml.data))
        expect(printJson(sheet.officer)).toBe(printJson(yaml.officer))
    })

    test("every field there is survives the way into the sheet and back", () => {
        const all = {
            ...sampleData,
            ref: "QD-77",
            recipient: "all-routes",
            letterCode: "01234567",
            officer: { ...(sampleData.officer as object), badgeNumber: "012345" },
            caseNumbers: { caseNumber: "×公（刑）受案字〔2023〕3号", filingNumber: "007", filingOn: "2023-04-01" },
            approval: { approver: "甲", countyHead: { name: "乙", position: "局长", date: "2023-05-05" } },
            letter: { number: "×公×函〔2023〕3号", numberEn: "Letter No. 3 (2023)", date: "2023-05-08" },
            ownForm: { pages: "3" },
            secondOfficer: { nameZh: "李明", namePinyin: "Li Ming", badgeNumber: "000123" },
            investigation: { stage: "verification", offenceZh: "案由", offenceEn: "Offence" },
            channelConfirmed: { by: "甲", on: "2023-05-06", way: "other", how: "电话" },
            identityReplaced: { by: "甲", on: "2023-05-06", how: "复信" },
            identityApproval: { approver: "甲", date: "2023-05-06" },
            exportAssessment: { by: "法制大队", on: "2023-05-06", notApplicable: "不适用" },
            consent: { on: "2023-05-04" },
            verifiedAddresses: [{ address: "kovex.example", by: "甲", on: "2023-05-06", how: "电话核实；回信确认" }],
            request: {
                type: "disclosure",
                dataGroups: ["account-access", "no-such-group"],
                periods: {
                    "account-access": { from: "2023-02-18 00:00 Z", to: "2023-03-21 16:00 Z" },
                    "group-of-another": { from: "2023-02-18 00:00 Z", to: "2023-03-21 16:00 Z" },
                },
                targets: Array.from({ length: 4 }, (_, i) => ({
                    kind: ["uid", "email", "address", "txHash"][i],
                    value: `v${String(i)}`,
                    role: ["complainant", "suspect", "third", "third"][i],
                    source: "bank records, page 2",
                })),
                labels: [{ fact: "ips[0]", labelEn: "server of the application" }],
                withholdNotice: { until: "2023-08-01", reasonZh: "防止转移", reasonEn: "risk of flight" },
            },
            exhibits: Array.from({ length: 12 }, (_, i) => ({
                label: `E${String(i + 100)}`,
                captionEn: "One, two: three",
            })),
            factsNotUsed: ["orders[1]", "E004"],
        }
        const { data, issues } = readOfficerFile("officer.xlsx", printOfficerForm(all, GROUPS))
        expect(shown(issues)).toEqual([])
        expect(data).toEqual(all)
    })

    test("an untouched form says the same as the untouched text form", () => {
        const source = asset("forms/officer.yaml").toString().replace("{{completedAt}}", "2023-05-08T15:30:00+08:00")
        const bytes = new TextEncoder().encode(source)
        const text = readOfficer("officer.yaml", bytes)
        expect(shown(text.issues).map((one) => one.replace(/:\d+/, ""))).toEqual([
            "error input.field.missing officer.yaml route",
        ])
        const withRoute = source.replace(/^route:$/m, "route: email")
        const chosen = new TextEncoder().encode(withRoute)
        expect(shown(readOfficer("officer.yaml", chosen).issues)).toEqual([])
        const sheet = readOfficerFile("officer.xlsx", printOfficerForm(readYaml("f", chosen, "drop").value, GROUPS))
        expect(sheet.data).toEqual(readOfficer("officer.yaml", chosen).data)
    })
})

describe("each finding names sheet, cell and label", () => {
    const CASES: readonly [what: string, changes: Record<string, string>, found: readonly string[]][] = [
        ["a word that is not on the list", { 渠道: "传真" }, ["error request.form.word @渠道"]],
        ["a missing answer", { 渠道: "" }, ["error input.field.missing @渠道"]],
        [
            "Chinese in an English field",
            { "部门（英文）": "派出所" },
            ["error request.english.characters @部门（英文）"],
        ],
        [
            "a time without zone",
            { "数据期间：起": "2023-03-20 16:00" },
            ["error input.time.zone-missing @数据期间：起"],
        ],
        [
            "a yes without its details",
            { 是否请对方暂不告知用户: "是" },
            [
                "error input.field.missing @暂不告知：至哪一天",
                "error input.field.missing @暂不告知的理由（中文）",
                "error input.field.missing @暂不告知的理由（英文）",
            ],
        ],
        [
            "a no with details",
            {
                是否请对方暂不告知用户: "否",
                "暂不告知：至哪一天": "2023-08-01",
                "暂不告知的理由（中文）": "有",
                "暂不告知的理由（英文）": "x",
            },
            ["error request.form.notice-answered-no @是否请对方暂不告知用户"],
        ],
        ["an exhibit without caption", { "对外截图 2": "E009" }, ["error request.form.record @对外截图 2"]],
        [
            "a full-width number",
            { 办公电话: "＋８６　２４　００００　０００１" },
            ["warning request.form.half-width @办公电话"],
        ],
        [
            "a number where text was",
            { 案件编号: "<c><v>12345</v></c>" },
            ["warning request.form.number-cell @案件编号"],
        ],
        [
            "a number too long to be kept",
            { 案件编号: "<c><v>2.02303E+19</v></c>" },
            ["error office.cell.number @案件编号"],
        ],
        ["a formula", { 案件编号: "<c><f>1+1</f><v>2</v></c>" }, ["error office.cell.formula @案件编号"]],
        ["a date on the second sheet", { 渠道核实日期: "五月六日" }, ["error input.date.format @渠道核实日期"]],
        [
            "a word of the second sheet that is not on the list",
            { 渠道核实途径: "问过" },
            ["error request.form.word @渠道核实途径"],
        ],
        ["a period without its end", { "期间 1": "2023-03-20 16:00 UTC" }, ["error request.form.record @期间 1"]],
        [
            "a period of a data group without zone",
            { "期间 2": "2023-03-20 16:00；2023-03-21 16:00 UTC" },
            ["error input.time.zone-missing @期间 2"],
        ],
        [
            "an identifier without its role, the first rows left blank",
            { "其他标识 2：种类": "邮箱", "其他标识 2：内容": "a＠b.example", "其他标识 2：来源（英文）": "x" },
            ["warning request.form.half-width @其他标识 2：内容", "error input.field.missing @其他标识 2：属于何人"],
        ],
        [
            "only no among the data groups",
            { "数据项 1": "否", "数据项 2": "", "数据项 3": "", "数据项 4": "", "数据项 5": "", "数据项 6": "" },
            ["error request.form.no-group @数据项 1"],
        ],
    ]
    test.each(CASES)("%s", (_, changes, found) => {
        expect(shown(read(changes).issues)).toEqual(found.map(placed))
    })

    test("in the words of the sheet, and a later finding by the same cell", () => {
        const { locate = (one: Issue) => one } = read({})
        const late = locate({
            code: "request.route.unknown",
            severity: "error",
            path: ["officer.xlsx", "route"],
            params: { found: "existing-account", known: "portal、email" },
        })
        expect(printPath(late.path)).toBe(placed("@渠道"))
        expect(late.params).toEqual({ found: "上级账号", known: "门户、邮件" })
        const group = locate({
            code: "request.data-group.unknown",
            severity: "error",
            path: ["officer.xlsx", "request", "dataGroups", 2],
            params: { found: "a", known: "b" },
        })
        expect(printPath(group.path)).toBe(placed("@数据项 3"))
    })
})

describe("takes the sheet as people leave it", () => {
    // Both sheets put together to one, as a form of 0.1 is.
    const formOf = (rows: readonly (readonly string[])[]) =>
        writeXlsx([{ name: "Sheet1", widths: [10, 20, 30], headerRows: 0, rows }])
    const sheetsOf = (readXlsx(sampleForm, []).sheets ?? []).map(({ rows }) =>
        rows.map(({ cells }) =>
            [1, 2, 3, 4, 5, 6].map((column) => cells.find((cell) => cell.column === column)?.text ?? ""),
        ),
    )
    const [firstRows = [], furtherRows = []] = sheetsOf
    const sheetRows = [...firstRows, ...furtherRows.slice(3)]
    const expected = readOfficerFile("officer.xlsx", sampleForm).data

    test.each([
        ["rows put in between and above", sheetRows.flatMap((row) => [["", "", "", "", ""], row])],
        [
            "columns moved",
            sheetRows.map(([number = "", label = "", answer = "", hint = "", who = "", key = ""]) => [
                key,
                hint,
                answer,
                who,
                number,
                label,
            ]),
        ],
        ["labels made shorter", sheetRows.map((row, i) => (i < 2 ? row : [row[0] ?? "", "", ...row.slice(2)]))],
        ["a row copied", [...sheetRows, sheetRows[10] ?? []]],
    ])("%s", (_, rows) => {
        const { data, issues } = readOfficerFile("officer.xlsx", formOf(rows))
        expect(shown(issues)).toEqual([])
        expect(data).toEqual(expected)
    })

    test("each sheet by itself, the second renamed; a first sheet alone lacks nothing but what the second says", () => {
        const both = sheetsOf.map((rows, i) => ({
            name: `Sheet${String(i)}`,
            widths: [10, 20, 30],
            headerRows: 0,
            rows,
        }))
        const read = readOfficerFile("officer.xlsx", writeXlsx(both))
        expect(shown(read.issues)).toEqual([])
        expect(read.data).toEqual(expected)
        const alone = readOfficerFile("officer.xlsx", writeXlsx(both.slice(0, 1)))
        expect(shown(alone.issues)).toEqual([])
        expect(alone.data).not.toHaveProperty("approval")
    })

    test("a sheet of ours whose head was lost is not left out in silence", () => {
        const [first] = sheetsOf.map((rows) => ({ name: "民警信息表", widths: [], headerRows: 0, rows }))
        const rows = furtherRows.filter((_, i) => i !== 1)
        const sheets = [first, { name: "其他信息", widths: [], headerRows: 0, rows }].flatMap((sheet) => sheet ?? [])
        expect(shown(readOfficerFile("officer.xlsx", writeXlsx(sheets)).issues)).toEqual([
            "error request.form.columns officer.xlsx 其他信息",
        ])
    })

    test("a row of the first sheet that is answered otherwise on the second is named with both sheets", () => {
        const more = [...furtherRows, ["", "案件编号", "另一编号", "", "", "caseNumbers.caseNumber"]]
        const sheets = [firstRows, more].map((rows, i) => ({
            name: i === 0 ? "民警信息表" : "其他信息",
            widths: [],
            headerRows: 0,
            rows,
        }))
        const [found] = readOfficerFile("officer.xlsx", writeXlsx(sheets)).issues
        expect(found?.path[0]).toBe(`officer.xlsx 其他信息!C${String(more.length)} 案件编号`)
        expect(found?.params).toEqual({ first: CELLS.get("案件编号") })
    })

    test("the label of 0.1 for the code of the letter is known without the hidden column", () => {
        const rows = sheetRows
            .filter(([, , , , , key = ""]) => !/Groups|periods/.test(key))
            .map(([number = "", label = "", answer = ""]) => [
                number,
                label === "公函核对码" ? "附件核对码" : label,
                label === "公函核对码" ? "01234567" : answer,
            ])
        const { officer, issues } = readOfficerFile("officer.xlsx", formOf(rows))
        expect(shown(issues)).toEqual([])
        expect(officer?.letterCode).toBe("01234567")
    })

    test("without the hidden column all is found by its label but what stands for each data group, which is named one by one", () => {
        const { issues } = readOfficerFile("officer.xlsx", formOf(sheetRows.map((row) => row.slice(0, 4))))
        expect(new Set(shown(issues).map((one) => one.split(" ", 2).join(" ")))).toEqual(
            new Set(["error request.form.row-unknown"]),
        )
        const dynamic = sheetRows.filter(
            ([, , answer = "", , , key = ""]) => answer !== "" && /Groups|periods/.test(key),
        )
        expect(dynamic.length).toBeGreaterThan(GROUPS.length)
        expect(issues).toHaveLength(dynamic.length)
    })

    test("a column sorted by itself, a row answered twice, answers outside the form", () => {
        const sorted = sheetRows.map((row, i) =>
            row.map((cell, c) => (c === 5 ? (sheetRows[i === 4 ? 5 : i === 5 ? 4 : i]?.[5] ?? "") : cell)),
        )
        expect(
            shown(readOfficerFile("o.xlsx", formOf(sorted)).issues).filter((one) => one.includes("row-mixed")),
        ).toHaveLength(2)
        const other = [
            ...sheetRows.map((row) => [...row]),
            ["", "职务（中文）", "副所长", "", "", "officer.positionZh"],
            ["备注", "", "写在这里", "", "", ""],
            ["", "", "", "", "", "", "旁注"],
        ]
        expect(shown(readOfficerFile("o.xlsx", formOf(other)).issues).map((one) => one.split(" ")[1])).toEqual([
            "request.form.row-unknown",
            "request.form.stray",
            "request.form.row-twice",
        ])
    })

    test.each([
        ["a day", '<c s="1"><v>45054</v></c>', "2023-05-08"],
        ["an ISO date", '<c t="d"><v>2023-05-08T00:00:00</v></c>', "2023-05-08"],
    ])("a date cell, %s, is read back as its day with a warning", (_, cell, day) => {
        const parts = unzipSync(fill(sampleForm, { 法律文书日期: cell }))
        const styles = new TextDecoder()
            .decode(parts["xl/styles.xml"])
            .replace(/(<cellXfs[^>]*><xf [^>]*\/>)<xf numFmtId="49"/, '$1<xf numFmtId="14"')
        const { data, issues } = readOfficerFile(
            "officer.xlsx",
            zipSync({ ...parts, "xl/styles.xml": new TextEncoder().encode(styles) }),
        )
        expect(shown(issues)).toEqual([placed("warning request.form.date-cell @法律文书日期")])
        expect((data as { instrument: { date: string } }).instrument.date).toBe(day)
    })

    test("a date in a field that is no date is refused, for nobody knows what was typed", () => {
        expect(shown(read({ 法律文书文号: '<c t="d"><v>2023-03-20T00:00:00</v></c>' }).issues)).toEqual([
            placed("error office.cell.date @法律文书文号"),
        ])
    })

    test("words that people use for those of the list", () => {
        const { data, issues } = read({ 渠道: " 电子 邮件", 电话类型: "Mobile", 请求类型: "disclosure" })
        expect(shown(issues)).toEqual([])
        expect(data).toMatchObject({
            route: "email",
            officer: { phoneType: "mobile" },
            request: { type: "disclosure" },
        })
    })
})

describe("tells a file of another kind", () => {
    const csv = new TextEncoder().encode("民警信息表,,,\n序号,项目,填写,说明\n")
    test.each([
        [
            "an old workbook",
            "officer.xls",
            new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
            "error office.file.old-format officer.xls",
        ],
        ["a CSV", "officer.csv", csv, "error request.form.csv officer.csv"],
        ["a CSV under the name of the text form", "officer.yaml", csv, "error request.form.csv officer.yaml"],
        ["text under the name of a workbook", "officer.xlsx", SAMPLE, "error office.file.not-xlsx officer.xlsx"],
        ["another ZIP", "officer.xlsx", zipSync({ "a.txt": csv }), "error office.file.not-xlsx officer.xlsx"],
        [
            "another workbook",
            "officer.xlsx",
            writeXlsx([{ name: "a", widths: [], headerRows: 0, rows: [["x"]] }]),
            "error request.form.columns officer.xlsx",
        ],
        ["nothing", "officer.xlsx", new Uint8Array(0), "error office.file.not-xlsx officer.xlsx"],
    ])("%s", (_, name, bytes, found) => {
        expect(shown(readOfficerFile(name, bytes).issues)).toEqual([found])
    })

    test("and reads a workbook that lost its extension", () => {
        const { officer, issues } = readOfficerFile("officer.yaml", sampleForm)
        expect(officer).toBeDefined()
        expect(shown(issues)).toEqual(["warning request.form.renamed officer.yaml"])
    })
})

describe("the text form, as editors and input methods leave it", () => {
    const gbk = (text: string) =>
        new Uint8Array(spawnSync("iconv", ["-f", "utf-8", "-t", "gbk"], { input: text }).stdout)
    const encode = (text: string) => new TextEncoder().encode(text)
    const source = new TextDecoder().decode(SAMPLE)
    const expected = readOfficer("officer.yaml", SAMPLE).data
    test.each([
        ["a byte order mark", () => encode(`\uFEFF${source}`), ["note input.file.mended-bom officer.yaml"]],
        ["line ends of Windows", () => encode(source.replaceAll("\n", "\r\n")), []],
        ["the encoding of Chinese Windows", () => gbk(source), ["note input.file.mended-gb18030 officer.yaml"]],
        [
            "full-width colons",
            () => encode(source.replace(/^( *\w+): (?=\S)/gm, "$1：")),
            ["note input.file.mended-full-width-colon officer.yaml"],
        ],
        ["tabs", () => encode(source.replace(/^ {2}(?=\w)/gm, "\t")), ["note input.file.mended-tab officer.yaml"]],
        [
            "full-width signs in an address, a number, a date and a time",
            () =>
                encode(
                    source
                        .replace("xugou-station@gaj.shili", "xugou－station＠gaj．shili")
                        .replace('phone: "+86 24 0000 0001"', "phone: ＋８６ ２４ ００００ ０００１")
                        .replace("replyBy: 2026-12-25", "replyBy: ２０２６－１２－２５")
                        .replace("2026-11-25 15:30:00", "2026-11-25 15：30：00"),
                ),
            [
                "warning request.form.half-width officer.yaml:2 completedAt",
                "warning request.form.half-width officer.yaml:24 officer.email",
                "warning request.form.half-width officer.yaml:25 officer.phone",
                "warning request.form.half-width officer.yaml:55 request.replyBy",
            ],
        ],
    ])("%s", (_, bytes, found) => {
        const { data, issues } = readOfficerFile("officer.yaml", bytes())
        expect(shown(issues).map((one) => one.replace(/:\d+ /, ": "))).toEqual(
            found.map((one) => one.replace(/:\d+ /, ": ")),
        )
        expect(data).toEqual(expected)
    })

    test("names of authorities and document numbers keep their full-width brackets", () => {
        const text = source.replace("number: SAMPLE-2026-0007", "number: ×公（刑）调证字〔２０２３〕７号")
        const { data, issues } = readOfficerFile("officer.yaml", encode(text))
        expect(shown(issues)).toEqual([])
        expect((data as { instrument: { number: string } }).instrument.number).toBe("×公（刑）调证字〔２０２３〕７号")
    })
})

const DATES_OF_0_1: readonly (readonly [string, string])[] = [
    ["2026-11-05", "2023-03-23"],
    ["2026-11-19", "2023-05-05"],
    ["2026-11-20", "2023-05-06"],
    ["2026-11-25", "2023-05-08"],
    ["SAMPLE-2026", "SAMPLE-2023"],
    ['"key-log",', ""],
]

test("a form that LibreOffice saved reads the same; a day and a number that it keeps as such come with a warning", () => {
    const saved = readFileSync(join(import.meta.dirname, "../../typeset/office/saved/officer-form-by-libreoffice.xlsx"))
    const { data, issues } = readOfficerFile("officer.xlsx", new Uint8Array(saved))
    expect(issues.map(({ code, params }) => [code, (params as { read: string }).read])).toEqual([
        ["request.form.number-cell", "20230003"],
        ["request.form.date-cell", "2023-05-05"],
        ["request.form.half-width", "2023年6月8日"],
    ])
    // The form is that of 0.1: the sample has more since, and later dates.
    const then = JSON.parse(
        DATES_OF_0_1.reduce((text, [now, old]) => text.replaceAll(now, old), JSON.stringify(sampleData)),
    )
    expect({
        ...then,
        officer: { ...then.officer, badgeNumber: "012345" },
        caseNumbers: { ...then.caseNumbers, caseNumber: "20230003" },
        request: { ...then.request, replyBy: "2023年6月8日" },
    }).toMatchObject(data as object)
})
