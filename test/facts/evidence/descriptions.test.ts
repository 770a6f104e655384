import fc from "fast-check"
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { PacketError } from "../../../src/base/issue.ts"
import { type Description, emptyDescription, printDescriptions } from "../../../src/facts/evidence/descriptions.ts"
import type { LockEntry } from "../../../src/facts/evidence/lock.ts"
import { readDescriptions } from "../../../src/facts/evidence/read-descriptions.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { readXlsx } from "../../../src/typeset/office/xlsx-read.ts"
import { writeXlsx } from "../../../src/typeset/office/xlsx-write.ts"

const entry = (label: string, originalName: string, category: LockEntry["category"] = "picture"): LockEntry => ({
    label,
    folder: label.startsWith("E") ? "evidence" : "exports",
    originalName,
    sizeBytes: 5,
    mediaType: "image/png",
    category,
    sha256: label
        .charCodeAt(label.length - 1)
        .toString(16)
        .padStart(64, "a"),
    modifiedAt: "2023-03-21T01:49:08+08:00",
    importedAt: "2026-11-21T00:00:00Z",
})
const ENTRIES = [entry("E001", "截图 1.png"), entry("E002", "聊天/2.png"), entry("X01", "orders.csv", "table")]
const LOCK = { entries: ENTRIES }
const ANSWERS: readonly Description[] = [
    {
        label: "E001",
        caption: "登录页面\n第二行，3-20",
        source: "本人手机",
        maker: "甲",
        method: "截屏",
        originalAt: "本人手机，自行保管",
        othersData: false,
        share: "recipient",
    },
    {
        label: "E002",
        caption: "聊天记录",
        source: "本人手机",
        maker: "",
        method: "",
        originalAt: "",
        othersData: true,
        share: "none",
    },
    { ...emptyDescription("X01"), source: "网页导出" },
]

type Grid = string[][]
/** The first sheet as a grid, to be changed as a person would, and written again. */
function edit(change: (rows: Grid) => void, entries = ENTRIES, answers = ANSWERS): Uint8Array {
    const { sheets } = readXlsx(printDescriptions(entries, answers), ["x"])
    const rows: Grid = (sheets?.[0]?.rows ?? []).map((row) =>
        Array.from({ length: 14 }, (_, i) => row.cells.find((c) => c.column === i + 1)?.text ?? ""),
    )
    change(rows)
    return writeXlsx([{ name: "Sheet1", widths: [], headerRows: 1, rows }])
}
const set = (row: number, column: number, text: string) => (rows: Grid) => {
    const cells = rows[row - 1] ?? []
    cells[column - 1] = text
}
const found = (bytes: Uint8Array) =>
    readDescriptions(bytes, LOCK).issues.map((i) => `${i.severity} ${i.code} ${i.path.slice(1).join("|")}`)

test("a sheet that lacks the row of a file is not current, so that import writes it again", () => {
    const bytes = printDescriptions(ENTRIES.slice(1), ANSWERS.slice(1))
    const read = readDescriptions(bytes, LOCK)
    expect(read.isCurrent).toBe(false)
    expect(read.issues.map(({ code }) => code)).toEqual(["evidence.description.row-missing"])
})

test("keeps every answer through print and read, in the same bytes", () => {
    const bytes = printDescriptions(ENTRIES, ANSWERS)
    expect(readDescriptions(bytes, LOCK)).toEqual({
        descriptions: ANSWERS,
        typed: { files: ANSWERS, folders: [] },
        isCurrent: true,
        issues: [],
    })
    expect(printDescriptions(ENTRIES, readDescriptions(bytes, LOCK).descriptions)).toEqual(bytes)
})

test("what is not to be printed is kept, and a folder's answer is that of its files which say nothing", () => {
    const folder = { ...emptyDescription("evidence/聊天/"), printed: false }
    const entries = [entry("E001", "聊天/1.png"), entry("E002", "聊天/2.png")]
    const own = [emptyDescription("E001"), { ...emptyDescription("E002"), printed: true }]
    const { descriptions, typed } = readDescriptions(printDescriptions(entries, own, [folder]), { entries })
    expect(descriptions.map(({ printed }) => printed)).toEqual([false, true])
    expect(typed).toEqual({ files: own, folders: [folder] })
})

test("a file whose name begins or ends with a blank keeps its row", () => {
    const entries = ["截图.png ", "聊天/ 截图", "a\u3000"].map((name, i) => entry(`E00${String(i + 1)}`, name))
    const descriptions = entries.map(({ label }) => ({ ...emptyDescription(label), caption: "图", source: label }))
    const read = readDescriptions(printDescriptions(entries, descriptions), { entries })
    expect(read.issues).toEqual([])
    expect(read.descriptions).toEqual(descriptions)
})

test("a new file gets an empty row for the police only, and the others keep their answers", () => {
    const more = [...ENTRIES, entry("E003", "3.png")]
    const { descriptions } = readDescriptions(printDescriptions(more, ANSWERS), { entries: more })
    expect(descriptions).toEqual([...ANSWERS, emptyDescription("E003")])
})

test("any answer survives print and read", () => {
    const text = fc.string({ unit: "grapheme" }).map((t) => t.trim().replace(/[\uFFFE\uFFFF]/g, ""))
    fc.assert(
        fc.property(text, text, fc.constantFrom("none" as const, "police" as const), (caption, source, share) => {
            const answer: Description = { ...emptyDescription("E001"), caption, source, share }
            const one = [ENTRIES[0] as LockEntry]
            const again = (told: readonly Description[]) =>
                readDescriptions(printDescriptions(one, told), { entries: one }).descriptions
            const once = again([answer])
            expect(again(once)).toEqual(once)
            expect(once[0]?.share).toBe(share)
        }),
    )
})

describe("what a person changed", () => {
    const swap = (rows: Grid) => {
        const [, first = [], second = []] = rows
        ;[first[0], second[0]] = [second[0] ?? "", first[0] ?? ""]
    }
    const cases: readonly (readonly [string, (rows: Grid) => void, readonly string[]])[] = [
        ["nothing", () => undefined, []],
        ["rows in another order", (rows) => void rows.push(...rows.splice(1, 1)), []],
        ["an English word for the choice", set(4, 9, "Police"), []],
        ["an empty choice is the default", set(4, 9, ""), []],
        ["an unknown choice", set(2, 9, "大家"), ["error evidence.description.share I2"]],
        ["neither yes nor no", set(4, 8, "也许"), ["error evidence.description.others-data H4"]],
        [
            "a release without saying that nobody else is in it",
            set(2, 8, ""),
            ["error evidence.description.recipient-unstated I2"],
        ],
        ["a release of others' data", set(2, 8, "是"), ["error evidence.description.recipient-unmasked I2"]],
        ["neither yes nor no to a foreign language", set(2, 10, "英文"), ["error evidence.description.foreign J2"]],
        ["neither yes nor no to printing", set(2, 12, "也许"), ["error evidence.description.printed L2"]],
        [
            "an unknown label",
            set(3, 1, "E009"),
            ["error evidence.description.unknown-label A3", "warning evidence.description.row-missing "],
        ],
        [
            "a row without label",
            (rows) => void rows.push(["", "", "一句话"]),
            ["error evidence.description.unknown-label A5"],
        ],
        ["an empty row", (rows) => void rows.push(["", "", " "]), []],
        ["a row twice", (rows) => void rows.push([...(rows[3] ?? [])]), ["error evidence.description.twice A5"]],
        ["a row deleted", (rows) => void rows.splice(3, 1), ["warning evidence.description.row-missing "]],
        [
            "labels that slipped against the files",
            swap,
            ["error evidence.description.row-mixed A2", "error evidence.description.row-mixed A3"],
        ],
        ["an own column", set(2, 15, "我的备注"), ["error evidence.description.extra-column O2"]],
        [
            "a picture without a Chinese description",
            set(2, 3, "login page"),
            ["warning evidence.description.caption-missing C2"],
        ],
        ["no source", set(2, 4, ""), ["warning evidence.description.source-missing D2"]],
        ["a heading removed", set(1, 9, ""), ["error evidence.description.columns "]],
    ]
    test.each(cases)("%s", (_, change, expected) => {
        expect(found(edit(change))).toEqual(expected)
    })

    test("an unknown choice is told with what was typed and what there is to choose", () => {
        const [issue] = readDescriptions(edit(set(2, 9, "大家")), LOCK).issues
        const { message, hint } = messageOf(issue as NonNullable<typeof issue>, "zh-CN")
        expect([message, hint]).toEqual([
            "I2 填的是“大家”，不是“给谁看”的选项",
            "只能填：都不给、只给民警、民警和境外收件方",
        ])
    })

    test("an answer that the spreadsheet turned into a date is refused, with its cell", () => {
        const parts = unzipSync(printDescriptions(ENTRIES, ANSWERS))
        const name = "xl/worksheets/sheet1.xml"
        const xml = strFromU8(parts[name] ?? new Uint8Array(0)).replace(
            /<c r="D2"[^>]*>.*?<\/c>/,
            '<c r="D2" t="d"><v>2023-03-20</v></c>',
        )
        expect(found(zipSync({ ...parts, [name]: strToU8(xml) }))).toEqual(["error office.cell.date D2"])
    })

    test("an error never becomes a wider release", () => {
        const { descriptions } = readDescriptions(edit(set(2, 9, "recipients")), LOCK)
        expect(descriptions[0]?.share).toBe("police")
    })
})

test("does not print a sheet that would lose an answer", () => {
    expect(() => printDescriptions(ENTRIES.slice(1), ANSWERS)).toThrow(PacketError)
})

test("something that is no sheet is an issue, and everything stays for the police only", () => {
    const { descriptions, issues } = readDescriptions(strToU8("x"), LOCK)
    expect(issues.map((i) => i.code)).toEqual(["office.file.not-xlsx"])
    expect(descriptions).toEqual(ENTRIES.map((e) => emptyDescription(e.label)))
})

describe("answers that stand for several files", () => {
    test("同上 is the answer of the row above, row by row, also for yes and no", () => {
        const bytes = edit((rows) => {
            const [, first = [], second = [], third = []] = rows
            for (const row of [second, third])
                for (const column of [2, 3, 4, 5, 6, 7, 9]) row[column] = ["同上", "〃", "同上。"][column % 3] ?? ""
            first[9] = "是"
        })
        const { descriptions, issues } = readDescriptions(bytes, LOCK)
        expect(issues).toEqual([])
        const { label: _, share: __, ...answers } = { ...ANSWERS[0], foreign: true }
        expect(descriptions).toMatchObject([answers, answers, answers])
        expect(descriptions.map(({ share }) => share)).toEqual(["recipient", "none", "police"])
    })

    test.each([
        ["in the first row there is nothing above", set(2, 3, "同上"), ["error evidence.description.nothing-above C2"]],
        ["who may see a file is said for each", set(3, 9, "同上"), ["error evidence.description.share I3"]],
        ["how it is handed over as well", set(3, 11, "同上"), ["error evidence.description.handing K3"]],
    ])("同上: %s", (_, change, expected) => {
        expect(found(edit(change)).filter((text) => text.startsWith("error"))).toEqual(expected)
    })

    const CHATS = [
        entry("E001", "聊天/甲/1.png"),
        entry("E002", "聊天/甲/2.png"),
        entry("E003", "聊天/3.png"),
        entry("E004", "别处.png"),
    ]
    const chats = { entries: CHATS }
    const outer = { ...emptyDescription("evidence/聊天/"), caption: "聊天记录", source: "本人手机", maker: "甲" }
    const inner = { ...emptyDescription("evidence/聊天/甲/"), caption: "与某甲的聊天", othersData: true }
    const own = { ...emptyDescription("E002"), caption: "某甲索要验证码" }

    test("a folder speaks for the files in it that say nothing themselves, the nearest folder first", () => {
        const read = readDescriptions(printDescriptions(CHATS, [own], [outer, inner]), chats)
        expect(read.descriptions).toMatchObject([
            { caption: "与某甲的聊天", source: "本人手机", maker: "甲", othersData: true },
            { caption: "某甲索要验证码", source: "本人手机", othersData: true },
            { caption: "聊天记录", source: "本人手机" },
            { caption: "", source: "" },
        ])
        expect(read.issues.map(({ code, path }) => `${code} ${path.slice(1).join("|")}`)).toEqual([
            "evidence.description.caption-missing C7",
            "evidence.description.source-missing D7",
        ])
    })

    test("the sheet is written again as it was typed, so that later files of the folder are spoken for too", () => {
        const bytes = printDescriptions(CHATS, [own], [outer, inner])
        const { typed } = readDescriptions(bytes, chats)
        expect(typed.files[1]).toEqual(own)
        expect(printDescriptions(CHATS, typed.files, typed.folders)).toEqual(bytes)
        const more = [...CHATS, entry("E005", "聊天/5.png")]
        const again = readDescriptions(printDescriptions(more, typed.files, typed.folders), { entries: more })
        expect(again.descriptions[4]).toMatchObject({ label: "E005", caption: "聊天记录" })
    })

    test("a folder of several files has its row; one that nobody filled in says nothing", () => {
        const bytes = printDescriptions(CHATS, [])
        const { descriptions, typed } = readDescriptions(bytes, chats)
        expect(typed.folders.map(({ label }) => label)).toEqual(["evidence/聊天/", "evidence/聊天/甲/"])
        expect(descriptions).toEqual(CHATS.map(({ label }) => emptyDescription(label)))
    })

    /** The sheet with a row more, as a person would add it. */
    const withRow = (row: readonly string[], answers = ANSWERS) =>
        edit((rows) => void rows.push([...row]), ENTRIES, answers)

    test.each([
        ["聊天/", ""],
        ["", "聊天"],
        ["", "evidence\\聊天\\"],
        ["", "evidence/聊天"],
    ])("a row that a person adds: %j, %j", (label, name) => {
        const { descriptions } = readDescriptions(withRow([label, name, "", "", "某人"]), LOCK)
        expect(descriptions[1]).toMatchObject({ caption: "聊天记录", maker: "某人" })
        expect(descriptions[0]).toMatchObject({ maker: "甲" })
    })

    test("a folder that nobody gets takes its files along, and one that a file contradicts is named", () => {
        const told = [{ ...ANSWERS[0], label: "E001" } as Description]
        const none = withRow(["", "evidence/聊天/", "", "", "", "", "", "", "都不给"], told)
        expect(readDescriptions(none, LOCK).descriptions.map(({ share }) => share)).toEqual([
            "recipient",
            "none",
            "police",
        ])
        const all = withRow(["", "evidence/", "", "", "", "", "", "", "都不给"], told)
        expect(found(all).filter((text) => text.startsWith("error"))).toEqual([
            "error evidence.description.folder-withheld I2",
        ])
        expect(readDescriptions(all, LOCK).descriptions[0]?.share).toBe("none")
    })

    test.each([
        [["", "evidence/没有/", "说明"], "error evidence.description.unknown-folder B5"],
        [["", "聊天/", "", "", "", "", "", "", "民警和境外收件方"], "error evidence.description.folder-recipient I5"],
        [["", "", "", "", "", "", "", "", "都不给"], "error evidence.description.unknown-label A5"],
    ])("%j is refused", (row, expected) => {
        expect(found(withRow(row))).toEqual([expected])
    })
})

describe("另盘移交", () => {
    test("is kept through print and read", () => {
        const apart = ANSWERS.map((told, i) => (i === 2 ? { ...told, handedOver: "separately" as const } : told))
        const read = readDescriptions(printDescriptions(ENTRIES, apart), LOCK)
        expect(read).toMatchObject({ descriptions: apart, issues: [] })
    })

    test.each([
        [set(4, 11, "寄快递"), ["error evidence.description.handing K4"]],
        [set(2, 11, "另盘移交"), ["error evidence.description.separate-recipient I2"]],
    ])("cannot be something else, nor go to a recipient", (change, expected) => {
        expect(found(edit(change))).toEqual(expected)
    })
})

test("what was withheld stays so where its row, or the whole sheet, cannot be read", () => {
    const lock = { entries: ENTRIES, withheld: ["E002"] }
    const shares = (bytes: Uint8Array) => readDescriptions(bytes, lock).descriptions.map(({ share }) => share)
    expect(shares(edit((rows) => void rows.splice(2, 1)))).toEqual(["recipient", "none", "police"])
    expect(shares(strToU8("x"))).toEqual(["police", "none", "police"])
    // A row that is there says what holds.
    expect(shares(edit(set(3, 9, "只给民警")))).toEqual(["recipient", "police", "police"])
})
