import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { fromUtf8, utf8 } from "../../../src/base/bytes.ts"
import type { Issue } from "../../../src/base/issue.ts"
import { valueAt } from "../../../src/base/value.ts"
import type { CaseFiles } from "../../../src/facts/case/form/case-files.ts"
import { CHOICES } from "../../../src/facts/case/form/choices.data.ts"
import { pathOf, putAt, QUESTIONS, type Question } from "../../../src/facts/case/form/form.ts"
import { settle } from "../../../src/facts/case/form/settle.ts"
import { printWorkbook } from "../../../src/facts/case/form/workbook-write.ts"
import { printCaseYaml } from "../../../src/facts/case/form/yaml-write.ts"
import { caseRecord } from "../../../src/flows/victim/case-record.ts"
import { checkCase } from "../../../src/flows/victim/check.ts"
import { nodeHost } from "../../../src/node/host.ts"
import type { ReadSheet } from "../../../src/typeset/office/sheet.ts"
import { readXlsx } from "../../../src/typeset/office/xlsx-read.ts"
import { writeXlsx } from "../../../src/typeset/office/xlsx-write.ts"
import { typedLine, WAYS } from "../../facts/case/typed-text.ts"

// What a person types is in the case.json of the draft exactly, or a finding names it. `caseRecord` is the step by which
// `build` makes that file, of the case that `checkCase` hands on to it; what `build` does besides is print and pack.

/** What is right where a question has no example, or one that is cut short. */
const RIGHT: Readonly<Record<string, string>> = {
    "transfers[].txHash": "9f2a0001",
    "contacts[].email": "a@mail.example",
    "reportDetails.sites[].url": "https://a.example/",
    "loss.c2c.buys[].fiat": "CNY",
    "loss.c2c.sells[].fiat": "CNY",
    "organisations[].creditCode": "91999999MA9TG0015X",
    "contacts[].phone": "024-00000000",
    "loss.before.value.amount": "400000",
}
const RIGHT_KINDS: Readonly<Record<string, string>> = {
    amount: "1",
    date: "2023-01-01",
    time: "2023-03-21 01:00 北京时间",
}

function exampleOf({ field, kind, words, example }: Question): string {
    if (kind === "desk") return "binance-cn"
    const [choice] = words === undefined ? [] : CHOICES[words]
    return RIGHT[field] ?? choice?.code ?? example?.["zh-CN"] ?? RIGHT_KINDS[kind] ?? "说明"
}

const pathIn = (field: string) => pathOf(field.replaceAll("[]", "[0]"))
/** Fields of evidence hold labels, and rows of exports name files, of which none is registered here. */
const asked = QUESTIONS.filter(({ kind, field }) => kind !== "labels" && field !== "exportRows[]")
/** A whole case with something else in one field. */
function caseWith(field?: string, text?: string): unknown {
    const tree: Record<string, unknown> = {}
    for (const question of asked) putAt(tree, pathIn(question.field), exampleOf(question))
    if (field !== undefined) putAt(tree, pathIn(field), text)
    return settle(tree)
}

/** Everything that takes what a person types, and not one of some words. Private notes are in no case.json. */
const FIELDS = asked.filter(
    ({ field, words, kind }) => words === undefined && kind !== "desk" && field !== "privateNotes[]",
)
const HOST = nodeHost()
const SETTING = { lang: "zh-CN" as const, desks: [] }
const MARK = "ZZMARKZZ"
// Each run checks a whole case: shrinking would take longer than reading the text that failed.
const RUNS = { numRuns: Number(process.env.RUNS ?? 24), endOnFailure: true }

const checked = (caseFiles: CaseFiles) => checkCase({ caseFiles, listing: [] }, HOST)
const told = ({ code, path }: Issue): string => [code, ...path.slice(1)].join(" ")

/** Where a finding about a field may point: at the field or above it, at its cell, at one of its lines. */
interface Place {
    readonly field: string
    readonly head: (head: string) => boolean
}

/** Asserts that a text which was typed into a field is in `case.json` exactly, or that a new finding names its place. */
async function expectKept(files: CaseFiles, usual: ReadonlySet<string>, place: Place, texts: readonly string[]) {
    const { loaded, issues } = await checked(files)
    const path = pathIn(place.field)
    const record: unknown = loaded && JSON.parse(fromUtf8(caseRecord(loaded)) ?? "")
    const kept = valueAt(record, path) ?? valueAt(record, path.slice(0, -1))
    if (typeof kept === "string" && texts.includes(kept)) return
    const named = issues.some((found) => {
        const [head, ...keys] = found.path
        const isNear = keys.length > 0 && keys.every((key, i) => path[i] === undefined || path[i] === key)
        return !usual.has(told(found)) && (isNear || place.head(String(head)))
    })
    expect({ named, kept, field: place.field, found: issues.map(told).filter((one) => !usual.has(one)) }).toMatchObject(
        { named: true },
    )
}

/** Whole forms with a mark in one field; only those are printed that are asked for. */
const yamlWith = remembered((field) => fromUtf8(printCaseYaml(caseWith(field, MARK), SETTING)) ?? "")
const sheetsWith = remembered((field) => readXlsx(printWorkbook(caseWith(field, MARK), SETTING), []).sheets ?? [])

function remembered<T>(make: (field: string) => T): (field: string) => T {
    const known = new Map<string, T>()
    return (field) => {
        const found = known.get(field) ?? make(field)
        known.set(field, found)
        return found
    }
}

describe("what is typed into a field is in case.json exactly, or a finding names its place", () => {
    const usualOf = async (files: CaseFiles) => {
        const { issues, loaded } = await checked(files)
        expect(issues.filter(({ severity }) => severity === "error")).toEqual([])
        expect(loaded).toBeDefined()
        return new Set(issues.map(told))
    }

    test.each(WAYS)("case.yaml, $name", { timeout: 600_000 }, async ({ write, meant, fits }) => {
        const usual = await usualOf({ yaml: printCaseYaml(caseWith(), SETTING) })
        await fc.assert(
            fc.asyncProperty(fc.constantFrom(...FIELDS), typedLine.filter(fits), async ({ field }, text) => {
                const form = yamlWith(field)
                const before = form.slice(0, form.indexOf(MARK)).split("\n")
                const indent = " ".repeat((/^[ -]*/.exec(before.at(-1) ?? "")?.[0].length ?? 0) + 2)
                const bytes = utf8(form.replace(new RegExp(`'?${MARK}'?`), () => write(text, indent)))
                const isLine = (head: string): boolean => {
                    const found = Number(/:(\d+)$/.exec(head)?.[1] ?? "0")
                    return found >= before.length && found <= before.length + 2
                }
                await expectKept({ yaml: bytes }, usual, { field, head: isLine }, [meant(text), text])
            }),
            RUNS,
        )
    })

    test("案件信息.xlsx", { timeout: 600_000 }, async () => {
        const usual = await usualOf({ workbook: printWorkbook(caseWith(), SETTING) })
        // What no cell can hold cannot be typed into one.
        const cellText = typedLine.filter(
            (text) => !/[\p{Cc}\p{Cf}\p{Cs}\u115F\u1160\u3164\uFFA0\uFFFE\uFFFF]/u.test(text.replace(/\t/g, "")),
        )
        await fc.assert(
            fc.asyncProperty(fc.constantFrom(...FIELDS), cellText, async ({ field }, text) => {
                const sheets = sheetsWith(field).map(({ name, rows }) => ({
                    name,
                    widths: [],
                    headerRows: 0,
                    rows: gridOf(rows).map((row) => row.map((cell) => (cell === MARK ? text : cell))),
                }))
                // By its path alone: a finding of a cell has the field's keys or its name.
                const isCell = (head: string): boolean => head.includes("!")
                await expectKept({ workbook: writeXlsx(sheets) }, usual, { field, head: isCell }, [text])
            }),
            RUNS,
        )
    })
})

/** The rows of a sheet as somebody sees them. */
function gridOf(rows: ReadSheet["rows"]): string[][] {
    const grid: string[][] = []
    for (const { row, cells } of rows) {
        const into: string[] = []
        for (const { column, text } of cells) into[column - 1] = text
        grid[row - 1] = into
    }
    return Array.from(grid, (row = []) => Array.from(row, (text = "") => text))
}
