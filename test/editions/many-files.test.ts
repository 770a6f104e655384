import { describe, expect, test } from "vitest"
import { type BookEntry, exhibitBookView } from "../../src/editions/police/exhibits.ts"
import { evidenceListView } from "../../src/editions/police/lists.ts"
import { isTooLong, MOST_LISTED, toldFiles, wholeListTable } from "../../src/editions/police/many-files.ts"
import type { EvidenceItem } from "../../src/editions/shared/evidence-item.ts"
import { labelSpan } from "../../src/editions/shared/labels.words.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { emptyDescription } from "../../src/facts/evidence/descriptions.ts"
import { file, sampleText } from "../check.ts"

/** Evidence of more files than anybody reads on paper. */

const { loaded } = readCase("case.yaml", file(sampleText("sample-case", "case.yaml")))
if (loaded === undefined) throw new Error("the sample does not read")
const facts = loaded.case

let given = 0
const item = (originalName: string): EvidenceItem => ({
    entry: {
        label: `E${String(++given).padStart(3, "0")}`,
        folder: "evidence",
        originalName,
        sizeBytes: 1000,
        sha256: given.toString(16).padStart(64, "0"),
        mediaType: "text/plain",
        category: "document",
        modifiedAt: "2023-03-21T09:58:00+08:00",
        importedAt: "2023-04-20T20:00:00+08:00",
    },
    ...emptyDescription(`E${String(given)}`),
})
const items = (folder: string, count: number): EvidenceItem[] =>
    Array.from({ length: count }, (_, i) => item(`${folder}${String(i)}.txt`))
const numberTold = (files: readonly EvidenceItem[]): number => {
    const { each, folders } = toldFiles(files)
    const counts = folders.map((row) => Number((row as { count: string }).count.replaceAll(",", "")))
    return counts.reduce((sum, count) => sum + count, each.length)
}

describe("what is printed", () => {
    test("as many files as can be read have a row each", () => {
        const files = items("全部/", MOST_LISTED)
        expect(isTooLong(files)).toBe(false)
        expect(toldFiles(files)).toEqual({ each: files, folders: [] })
    })

    test("of more, large folders are told as a whole, other files each, none twice and none left out", () => {
        const [chat, few, loose] = [items("聊天/", 1200), items("截图/", 20), items("", 3)]
        const files = [...loose.slice(0, 1), ...chat, ...few, ...loose.slice(1)]
        expect(isTooLong(files)).toBe(true)
        const { each, folders } = toldFiles(files)
        expect(each).toEqual([...loose.slice(0, 1), ...few, ...loose.slice(1)])
        expect(folders).toEqual([
            {
                folder: "聊天/",
                labels: `${chat[0]?.entry.label ?? ""} 至 ${chat.at(-1)?.entry.label ?? ""}`,
                count: "1,200",
                kinds: "文档 1,200",
                size: "1,200,000 字节",
            },
        ])
        expect(numberTold(files)).toBe(files.length)
    })

    test.each([
        ["many small folders", () => Array.from({ length: 40 }, (_, i) => items(`${String(i)}/`, 15)).flat()],
        ["many large folders", () => Array.from({ length: 150 }, (_, i) => items(`${String(i)}/`, 25)).flat()],
        ["no folder", () => items("", 700)],
    ])("%s", (_, make) => {
        const files = make()
        const { each, folders } = toldFiles(files)
        expect(each.length + folders.length).toBeLessThanOrEqual(MOST_LISTED)
        expect(numberTold(files)).toBe(files.length)
    })

    test("the list names the workbook that has each", () => {
        const whole = { path: "data/annex/evidence-list.xlsx", sha256: "ab".repeat(32) }
        const view = evidenceListView(facts, items("聊天/", 600), new Map(), whole) as {
            whole: object
            evidence: object
        }
        expect(view.whole).toMatchObject({ path: whole.path, most: String(MOST_LISTED) })
        expect(view.evidence).toMatchObject({ rows: [], folders: [{ count: "600" }] })
    })

    test("the book of exhibits tells files of one reason in one row where they are too many", () => {
        const entries: BookEntry[] = items("聊天/", 600).map((one) => ({ item: one, notShown: "type" as const }))
        const pdf: BookEntry = { item: item("一.pdf"), notShown: "pdf" }
        const { groups } = exhibitBookView(facts, [...entries, pdf]) as { readonly groups: readonly object[] }
        expect(groups).toMatchObject([{ count: "600" }, { files: [{ file: "一.pdf" }] }])
    })
})

test("the workbook has a row for each file with its hash, in the columns of its head", () => {
    const files = items("聊天/", 501)
    const { columns, rows } = wholeListTable(files)
    expect(rows.map((row) => row.at(-1))).toEqual(files.map(({ entry }) => entry.sha256))
    expect(rows.map((row) => row[1])).toEqual(files.map(({ entry }) => entry.originalName))
    for (const row of rows) expect(row.length).toBe(columns.length)
})

test("labels of too many runs are told by their ends and number", () => {
    const odd = Array.from({ length: 50 }, (_, i) => `E${String(2 * i + 1)}`)
    expect(labelSpan(odd)).toBe("E1 至 E99 之间 50 件")
    expect(labelSpan(odd.slice(0, 20))).toBe(odd.slice(0, 20).join("、"))
    expect(labelSpan([])).toBe("")
})
