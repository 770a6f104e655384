import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { hasErrors } from "../../../src/base/issue.ts"
import { entryOfCode, lineFor, readJournal } from "../../../src/facts/journal/chain.ts"
import { addEntry } from "../../../src/flows/officer/journal.ts"

const HEAD = { ref: "LX-2023-0321", checkCode: "2ba1 31a4 fed3 d030 be1f a0ab 69d1 6e25" }
const FILE = "LX-2023-0321-journal.jsonl"

/** A journal of some notes, each a minute after the other. */
function journalOf(notes: readonly string[], before: Uint8Array = new Uint8Array()): Uint8Array {
    return notes.reduce<Uint8Array>((bytes, note, i) => {
        const at = `2026-11-27T10:${String(i).padStart(2, "0")}:00+08:00`
        const typed = { act: "handed-over", fields: { unit: "幸福路派出所", note }, files: [] }
        return concat([bytes, addEntry({ bytes, file: FILE, book: "case", head: HEAD }, typed, at).line])
    }, before)
}

const NOTES = Array.from({ length: 12 }, (_, i) => `第 ${String(i + 1)} 次移交`)
const bytes = journalOf(NOTES)
const sound = readJournal(bytes, FILE)
const endCode = sound.codes.at(-1) ?? ""
const lines = new TextDecoder().decode(bytes).split(/(?<=\n)/)
/** Whether the file alone shows that it was changed. */
const shows = (edited: Uint8Array): boolean => readJournal(edited, FILE).issues.length > 0
/** Whether the file with the end code does. */
const differs = (edited: Uint8Array): boolean =>
    shows(edited) || entryOfCode(readJournal(edited, FILE), endCode) !== NOTES.length

test("a journal is lines of canonical JSON, each with the hash of the line before it and its LF", () => {
    expect(sound.issues).toEqual([])
    expect(sound.head).toEqual(HEAD)
    expect(lines[0]).toBe(
        `{"act":"handed-over","at":"2026-11-27T10:00:00+08:00","checkCode":"${HEAD.checkCode}","format":"1.0","n":1,"note":"第 1 次移交","prev":"${"0".repeat(64)}","recordedAt":"2026-11-27T10:00:00+08:00","ref":"LX-2023-0321","unit":"幸福路派出所"}\n`,
    )
    for (const [i, line] of lines.slice(1).entries())
        expect(JSON.parse(line)).toMatchObject({ n: i + 2, prev: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(endCode).toMatch(/^(?:[0-9a-f]{4} ){7}[0-9a-f]{4}$/)
})

test("the same acts at the same times give the same bytes", () => {
    expect(journalOf(NOTES)).toEqual(bytes)
})

describe("random edits, 1,000 in all", () => {
    const start = lines.slice(0, -1).join("")
    const lastAt = utf8(start).length

    test("250 changed bytes before the last line are found from the file alone", () => {
        fc.assert(
            fc.property(fc.nat(lastAt - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
                const edited = bytes.slice()
                edited[at] = ((edited[at] ?? 0) + by) & 0xff
                expect(hasErrors(readJournal(edited, FILE).issues)).toBe(true)
            }),
            { numRuns: 250 },
        )
    })
    test("150 changed bytes of the last line are found against the end code", () => {
        fc.assert(
            fc.property(
                fc.integer({ min: lastAt, max: bytes.length - 1 }),
                fc.integer({ min: 1, max: 255 }),
                (at, by) => {
                    const edited = bytes.slice()
                    edited[at] = ((edited[at] ?? 0) + by) & 0xff
                    expect(differs(edited)).toBe(true)
                },
            ),
            { numRuns: 150 },
        )
    })
    const anyLine = fc.nat(lines.length - 2) // not the last
    test("150 lines that were removed, doubled or put in", () => {
        fc.assert(
            fc.property(anyLine, fc.constantFrom("remove", "double", "put in", "blank"), (at, how) => {
                const put = {
                    remove: [],
                    double: [lines[at], lines[at]],
                    "put in": [lines[11], lines[at]],
                    blank: ["\n", lines[at]],
                }
                const edited = utf8(lines.toSpliced(at, 1, ...(put[how] as string[])).join(""))
                expect(hasErrors(readJournal(edited, FILE).issues)).toBe(true)
            }),
            { numRuns: 150 },
        )
    })
    test("150 orders", () => {
        fc.assert(
            fc.property(fc.shuffledSubarray([...lines.keys()], { minLength: lines.length }), (order) => {
                fc.pre(order.some((line, i) => line !== i))
                expect(hasErrors(readJournal(utf8(order.map((i) => lines[i]).join("")), FILE).issues)).toBe(true)
            }),
            { numRuns: 150 },
        )
    })
    test("150 cut tails, at a line's end or within one, against the end code", () => {
        let unseen = 0
        fc.assert(
            fc.property(fc.integer({ min: 1, max: bytes.length - 2 }), fc.boolean(), (at, whole) => {
                const cut = whole ? bytes.slice(0, bytes.lastIndexOf(0x0a, at) + 1) : bytes.slice(0, at)
                if (!shows(cut)) unseen++
                expect(differs(cut)).toBe(true)
            }),
            { numRuns: 150 },
        )
        expect(unseen, "cuts at a line's end are found by nothing else").toBeGreaterThan(0)
    })
    test("150 journals that were written anew with one word changed, against the end code", () => {
        fc.assert(
            fc.property(
                fc.nat(NOTES.length - 1),
                fc.string({ minLength: 1, maxLength: 20, unit: "grapheme-ascii" }),
                (at, text) => {
                    const note = text.trim() === "" ? "x" : text
                    fc.pre(NOTES[at] !== note.trim())
                    const anew = journalOf(NOTES.with(at, note))
                    expect(shows(anew)).toBe(false)
                    expect(differs(anew)).toBe(true)
                },
            ),
            { numRuns: 150 },
        )
    })
})

test("the code of an earlier entry is known as such", () => {
    for (const [i, code] of sound.codes.entries()) expect(entryOfCode(sound, code)).toBe(i + 1)
    expect(entryOfCode(sound, "0000 0000 0000 0000 0000 0000 0000 0000")).toBeUndefined()
})

describe("an append that was cut off", () => {
    const last = utf8(lines.at(-1) ?? "")
    const before = bytes.slice(0, bytes.length - last.length)

    test("is told, kept, and covered by the entry behind it", () => {
        for (const kept of [...last.keys()].filter((at) => at > 0 && (at % 6 === 1 || at > last.length - 4))) {
            const torn = concat([before, last.slice(0, kept)])
            const found = readJournal(torn, FILE)
            // A line that lacks nothing but its LF counts.
            const isWhole = kept === last.length - 1
            expect(found.issues.map(({ code }) => code)).toEqual([
                isWhole ? "journal.tail.unended" : "journal.tail.torn",
            ])
            expect(found.entries.length).toBe(isWhole ? NOTES.length : NOTES.length - 1)
            const { line } = addEntry(
                { bytes: torn, file: FILE, book: "case", head: undefined },
                { act: "closed", fields: { reason: "完毕" }, files: [] },
                "2026-11-28T10:00:00+08:00",
            )
            const next = concat([torn, line])
            expect(next.slice(0, torn.length)).toEqual(torn)
            const after = readJournal(next, FILE)
            expect(hasErrors(after.issues)).toBe(false)
            // Any other is told for ever.
            expect(after.issues.map(({ code }) => code)).toEqual(isWhole ? [] : ["journal.line.torn"])
            expect(after.entries.at(-1)).toMatchObject({ act: "closed", n: isWhole ? NOTES.length + 1 : NOTES.length })
            // What was torn, and what stands before it, cannot be changed any more.
            for (const at of [before.length, before.length + kept - 1, before.length - 2, 5]) {
                const edited = next.slice()
                edited[at] = (edited[at] ?? 0) ^ 1
                expect(hasErrors(readJournal(edited, FILE).issues), `byte ${String(at)} of ${String(kept)}`).toBe(true)
            }
        }
    })
    test("in the very first line leaves a journal that can be begun", () => {
        const torn = utf8('{"act":"handed-ov')
        const next = concat([
            torn,
            addEntry(
                { bytes: torn, file: FILE, book: "case", head: HEAD },
                { act: "handed-over", fields: { unit: "所" }, files: [] },
                "2026-11-28T10:00:00+08:00",
            ).line,
        ])
        const found = readJournal(next, FILE)
        expect(found.issues.map(({ code }) => code)).toEqual(["journal.line.torn"])
        expect(found.head).toEqual(HEAD)
        next[3] = 0x41
        expect(hasErrors(readJournal(next, FILE).issues)).toBe(true)
    })
})

test("two journals that were joined, and a clock that was set back, are told", () => {
    const other = journalOf(["a"])
    expect(readJournal(concat([bytes, other]), FILE).issues.map(({ code }) => code)).toEqual([
        "journal.line.head",
        "journal.line.clock",
    ])
})

test("nothing is added behind a broken chain, nor to the journal of another draft", () => {
    const typed = { act: "handed-over", fields: { unit: "所" }, files: [] }
    const edited = bytes.slice()
    edited[20] = 0x41
    const at = "2026-11-28T10:00:00+08:00"
    expect(() => addEntry({ bytes: edited, file: FILE, book: "case" }, typed, at)).toThrow("journal.file.broken")
    const head = { ...HEAD, checkCode: HEAD.checkCode.replace("2", "3") }
    expect(() => addEntry({ bytes, file: FILE, book: "case", head }, typed, at)).toThrow("journal.file.other-case")
})

test("acts and members of a later version are kept, hostile lines are no entries", () => {
    const at = "2026-11-28T10:00:00+08:00"
    const later = { n: 0, at, recordedAt: at, act: "stamped", fields: { token: "a", unit: "所" }, files: [] }
    const found = readJournal(concat([bytes, lineFor(sound, bytes, later, undefined)]), FILE)
    expect(found.issues).toEqual([])
    expect(found.entries.at(-1)).toEqual({ ...later, n: NOTES.length + 1 })
    for (const line of ["[".repeat(5000), "null", "[]", '{"a":1}', "\u0000", '{"act":{}}', "1e999"]) {
        const found = readJournal(utf8(`${line}\n`), FILE)
        expect(found.issues.map(({ code }) => code)).toEqual(["journal.line.unreadable"])
    }
})
