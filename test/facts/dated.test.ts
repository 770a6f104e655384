import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { parse } from "yaml"
import { DUE_RULES } from "../../src/facts/journal/rules.data.ts"
import { ROOT } from "../check.ts"

/**
 * Every statement on law, desks, channels and authorities that may be printed has a source, a grade and a date. The walk
 * knows each list of each file by its name, so that a new one fails here until somebody says where its statements are from.
 */

type Row = Readonly<Record<string, unknown>>
const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value)
const rows = (value: unknown): readonly Row[] => (Array.isArray(value) ? value.filter(isRow) : [])
const day = /^\d{4}(?:-\d{2}){0,2}$/

/** What a statement lacks; nothing where it is sourced, graded and dated. */
function lacks(row: Row, compiledOn: unknown): string[] {
    const dates = [row.reportedOn, row.verifiedOn, row.seenOn, row.readOn, compiledOn]
    return [
        ...(typeof (row.source ?? row.zh) === "string" && (row.source ?? row.zh) !== "" ? [] : ["source"]),
        ...(/^[ABCD]$/.test(String(row.grade)) ? [] : ["grade"]),
        ...(dates.some((one) => typeof one === "string" && day.test(one)) ? [] : ["date"]),
    ]
}

/** How the statements of a list say where they are from: by themselves, or by ids of other lists. */
const BY: Readonly<Record<string, (row: Row, file: Row) => readonly unknown[]>> = {
    sources: () => [],
    laws: () => [],
    articles: (row) => [row.law],
    steps: (row) => (Array.isArray(row.basis) ? row.basis : []),
    escalation: (row) => [row.entry, ...(Array.isArray(row.basis) ? row.basis : [])],
    entries: (row) => [row.from, row.forFrom ?? "ours", ...rows(row.readings).map(({ from }) => from)],
    bands: (row) => [row.from],
    provinces: (row) => [row.from, row.band],
    checks: (row) => [row.from],
    questions: (row) => rows(row.points).map((point) => point.from ?? point.basis),
}
const SELF = ["sources", "laws"]

const legal = readdirSync(join(ROOT, "assets/legal"))
const load = (path: string): Row =>
    parse(readFileSync(join(ROOT, "assets", path), "utf8"), { schema: "failsafe" }) as Row
const files = new Map(legal.map((name) => [name, load(`legal/${name}`)]))
/** Ids of all lists of the folder; those of sources are of their own file. */
const shared = new Set(
    [...files.values()].flatMap((file) =>
        Object.entries(file).flatMap(([list, value]) => (list === "sources" ? [] : rows(value).map(({ id }) => id))),
    ),
)

describe.each(legal)("legal/%s", (name) => {
    const file = files.get(name) ?? {}
    const own = new Set(rows(file.sources).map(({ id }) => id))
    const lists = Object.entries(file).filter(([, value]) => Array.isArray(value))

    test.each(lists.map(([list]) => list))("%s", (list) => {
        const by = BY[list]
        if (by === undefined) throw new Error(`nobody says where the statements of ${list} are from`)
        for (const row of rows(file[list])) {
            const label = String(row.id ?? row.step ?? row.entry ?? row.province)
            if (SELF.includes(list)) expect(lacks(row, file.compiledOn), label).toEqual([])
            else {
                const ids = by(row, file)
                expect(ids.length, label).toBeGreaterThan(0)
                for (const id of ids) expect(own.has(id) || shared.has(id), `${label} -> ${String(id)}`).toBe(true)
            }
        }
    })
})

/** Members of a profile that state nothing of the desk: names, choices of ours, ids. */
const PLAIN = [
    "id",
    "format",
    "compiledOn",
    "name",
    "found",
    "nameFrom",
    "identityReceivers",
    "ages",
    "periods",
    "letterDocx",
    "identifiersCsv",
]
/** Lists that one statement beside them stands for. */
const UNDER: Readonly<Record<string, string>> = { items: "itemsNote", dataGroups: "dataNote" }

const desks = readdirSync(join(ROOT, "assets/recipients")).filter((name) => name.endsWith(".yaml"))
describe.each(desks)("recipients/%s", (name) => {
    const profile = load(`recipients/${name}`)
    const members = Object.keys(profile).filter((key) => !PLAIN.includes(key))

    test.each(members)("%s", (key) => {
        const under = UNDER[key]
        const value = under === undefined ? profile[key] : profile[under]
        const stated = key === "routes" && isRow(value) ? Object.values(value) : Array.isArray(value) ? value : [value]
        expect(stated.length).toBeGreaterThan(0)
        for (const one of stated) {
            if (!isRow(one)) throw new Error(`${key} is no statement with a source`)
            expect(lacks({ ...one, zh: undefined }, profile.compiledOn), key).toEqual([])
        }
    })
})

test.each(DUE_RULES.map((rule) => [rule.id, rule] as const))("due date %s", (_, { basis }) => {
    expect(lacks({ ...basis, source: basis.source["zh-CN"] }, undefined)).toEqual([])
})

test("the walk finds what lacks", () => {
    expect(lacks({ source: "页面", grade: "A", reportedOn: "2026-11" }, undefined)).toEqual([])
    expect(lacks({ source: "", grade: "E", reportedOn: "" }, undefined)).toEqual(["source", "grade", "date"])
})
