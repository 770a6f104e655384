import { describe, expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { entryOfCode, readJournal } from "../../../src/facts/journal/chain.ts"
import { addEntry } from "../../../src/flows/officer/journal.ts"

/** A journal that goes back and forth between people, machines and editors. */

const HEAD = { ref: "LX-2023-0321", checkCode: "2ba1 31a4 fed3 d030 be1f a0ab 69d1 6e25" }
const FILE = "LX-2023-0321-journal.jsonl"
const place = (bytes: Uint8Array) => ({ bytes, file: FILE, book: "case" as const, head: HEAD })

/** The journal with notes more, each a minute after the other. */
function withNotes(before: Uint8Array, hour: number, notes: readonly string[]): Uint8Array {
    return notes.reduce<Uint8Array>((bytes, note, i) => {
        const at = `2026-11-27T${String(hour)}:${String(i).padStart(2, "0")}:00+08:00`
        const typed = { act: "handed-over", fields: { unit: "幸福路派出所", note }, files: [] }
        return concat([bytes, addEntry(place(bytes), typed, at).line])
    }, before)
}

const sound = withNotes(new Uint8Array(), 10, ["一", "二", "三"])
const text = new TextDecoder().decode(sound)
const endCode = readJournal(sound, FILE).codes.at(-1) ?? ""
const codesOf = (bytes: Uint8Array) =>
    readJournal(bytes, FILE).issues.map(({ code, path }) => `${code} ${String(path[1] ?? "")}`.trim())

const utf16 = (big: boolean): Uint8Array => {
    const bytes = new Uint8Array((text.length + 1) * 2)
    const view = new DataView(bytes.buffer)
    for (const [i, unit] of [0xfeff, ...Array.from(text, (sign) => sign.charCodeAt(0))].entries())
        view.setUint16(i * 2, unit, !big)
    return bytes
}

describe("an editor that saved it is named, once, and the entries are told", () => {
    test.each<[string, Uint8Array]>([
        ["with CRLF", utf8(text.replaceAll("\n", "\r\n"))],
        ["with a mark in front", utf8(`\uFEFF${text}`)],
        ["with both", utf8(`\uFEFF${text.replaceAll("\n", "\r\n")}`)],
        ["with blank lines at the end", utf8(`${text}\n\n`)],
        ["in UTF-16", utf16(false)],
        ["in UTF-16, high byte first", utf16(true)],
    ])("%s", (_, bytes) => {
        const found = readJournal(bytes, FILE)
        expect(found.issues).toMatchObject([
            { code: "journal.file.resaved", severity: "error", params: { entries: 3 } },
        ])
        expect(found.entries.map(({ n }) => n)).toEqual([1, 2, 3])
        expect(entryOfCode(found, endCode)).toBe(3)
        const typed = { act: "closed", fields: { reason: "完毕" }, files: [] }
        expect(() => addEntry(place(bytes), typed, "2026-11-28T10:00:00+08:00")).toThrow("journal.file.resaved")
    })
    test("in the old Chinese encoding", () => {
        // 幸福路派出所, 一, 二, 三 in GBK.
        const gbk: Readonly<Record<string, readonly number[]>> = {
            ...{
                幸: [0xd0, 0xd2],
                福: [0xb8, 0xa3],
                路: [0xc2, 0xb7],
                派: [0xc5, 0xc9],
                出: [0xb3, 0xf6],
                所: [0xcb, 0xf9],
            },
            ...{ 一: [0xd2, 0xbb], 二: [0xb6, 0xfe], 三: [0xc8, 0xfd] },
        }
        const bytes = Uint8Array.from(Array.from(text).flatMap((sign) => gbk[sign] ?? [sign.charCodeAt(0)]))
        expect(codesOf(bytes)).toEqual(["journal.file.resaved"])
    })
    test("who changed a word as well is not taken for an editor", () => {
        const edited = utf8(text.replace("一", "七").replaceAll("\n", "\r\n"))
        expect(codesOf(edited)).not.toContain("journal.file.resaved")
        expect(codesOf(edited).length).toBeGreaterThan(0)
    })
})

test("a last line without its line end counts, and the next append adds it", () => {
    const trimmed = sound.slice(0, -1)
    const found = readJournal(trimmed, FILE)
    expect(found.issues).toMatchObject([{ code: "journal.tail.unended", severity: "warning" }])
    expect(entryOfCode(found, endCode)).toBe(3)
    const typed = { act: "closed", fields: { reason: "完毕" }, files: [] }
    const next = concat([trimmed, addEntry(place(trimmed), typed, "2026-11-28T10:00:00+08:00").line])
    expect(readJournal(next, FILE)).toMatchObject({ issues: [], entries: { length: 4 } })
})

test("two copies that went on by themselves and were joined are a fork, told at the line where it is", () => {
    const here = withNotes(sound, 11, ["甲四", "甲五"])
    const there = withNotes(sound, 12, ["乙四", "乙五", "乙六"])
    const joined = concat([here, there.subarray(sound.length)])
    const found = readJournal(joined, FILE)
    expect(found.issues).toMatchObject([
        { code: "journal.line.fork", path: [FILE, 6], params: { line: 6, after: 3, taken: 4 } },
    ])
    // Also where the two began to differ at the first entry.
    const one = sound.subarray(0, text.indexOf("\n") === -1 ? 0 : utf8(text.slice(0, text.indexOf("\n") + 1)).length)
    const early = concat([sound, withNotes(one, 12, ["乙二"]).subarray(one.length)])
    expect(codesOf(early)).toEqual(["journal.line.fork 4"])
})

test("a line that stands twice is called that, not two copies that went on", () => {
    const here = withNotes(sound, 11, ["甲四", "甲五"])
    const last = here.subarray(here.lastIndexOf(10, here.length - 2) + 1)
    const found = readJournal(concat([here, last]), FILE)
    expect(found.issues).toMatchObject([{ code: "journal.line.twice", path: [FILE, 6], params: { line: 6, taken: 5 } }])
})

test("a copy put behind itself is two journals joined; a line that was taken out is told where it was, not in every line behind", () => {
    expect(codesOf(concat([sound, sound]))).toEqual(["journal.line.head 4", "journal.line.clock 4"])
    const long = withNotes(
        new Uint8Array(),
        10,
        Array.from({ length: 12 }, (_, i) => String(i)),
    )
    const lines = new TextDecoder().decode(long).split(/(?<=\n)/)
    expect(codesOf(utf8([...lines.slice(0, 4), ...lines.slice(5)].join("")))).toEqual([
        "journal.line.order 5",
        "journal.line.chain 5",
    ])
})
