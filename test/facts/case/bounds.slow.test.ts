import { describe, expect, test } from "vitest"
import { findSecret } from "../../../src/base/text/secrets.ts"
import { findSuspect } from "../../../src/base/text/suspects.ts"
import { readTime } from "../../../src/base/text/time.ts"
import { findAddresses } from "../../../src/facts/addresses/addresses.ts"
import { readCase } from "../../../src/facts/case/load.ts"
import { codes, file, SMALL_CASE } from "../../check.ts"

/** What a form may hold, and that no text takes the square of its length. */

const read = (more: string) => codes(readCase("case.yaml", file(SMALL_CASE + more)).issues)

/** Processor time, the least of some tries: other programs are not to count. */
function leastMs(work: () => unknown, count = 2): number {
    const tries = Array.from({ length: count }, () => {
        const before = process.cpuUsage()
        work()
        const { user, system } = process.cpuUsage(before)
        return (user + system) / 1000
    })
    return Math.min(...tries)
}

describe("a form that nobody typed is refused with one clear finding", () => {
    test.each([
        ["more lines than a person writes", `privateNotes:\n${"  - 一句\n".repeat(30_000)}`, "input.file.too-many"],
        ["more answers, in one line", `privateNotes: [${"a,".repeat(30_000)}a]\n`, "input.file.too-many"],
        ["fields twice without end", "k: x\n".repeat(100_000), "input.file.too-many"],
        ["one answer as long as a book", `matter: ${"长".repeat(100_001)}\n`, "input.text.too-long"],
    ])("%s", (_, more, code) => {
        let found: readonly string[] = []
        expect(leastMs(() => (found = read(more)))).toBeLessThan(5000)
        expect(found).toEqual([`${code} case.yaml`])
    })

    test("thousands of unknown fields, with and without a value, take no time for each", () => {
        const many = Array.from({ length: 12_000 }, (_, i) => `unknown${String(i)}: ${i % 2 === 0 ? "x" : ""}\n`)
        let found: readonly string[] = []
        expect(leastMs(() => (found = read(many.join(""))))).toBeLessThan(8000)
        expect(found.filter((code) => code.startsWith("input.field.unknown"))).toHaveLength(12_000)
    })

    test("blank lines without end behind a note take no time", () => {
        // Once: the engine makes a pattern ten times as fast when it meets it again.
        expect(leastMs(() => read(`matter: 甲 # 乙\n${"\n".repeat(28)}`), 1)).toBeLessThan(5000)
    })

    test("what a person may write is not", () => {
        expect(read(`matter: ${"长".repeat(20_000)}\n`)).toEqual([])
    })
})

describe("a long text is looked through in its length", () => {
    test.each(["a", "a.", "a@", "a-", "é", "ａ", "http://a", "abandon ", "A1", "密码", "中 ", "5K"])("%j", (piece) => {
        const text = (length: number) => piece.repeat(length / piece.length)
        const look = (length: number): number =>
            leastMs(() => {
                for (const find of [findAddresses, findSecret, findSuspect]) find(text(length))
            })
        look(1000)
        // Sixteen times as long: with the square it would be 256 times.
        expect(look(64_000)).toBeLessThan(100 * Math.max(look(4000), 2))
    })

    test("a time with blanks without end is none, at once", () => {
        let found: unknown
        expect(leastMs(() => (found = readTime(`2023-03-21 ${" ".repeat(60_000)}9点`)))).toBeLessThan(1000)
        expect(found).toBe("format")
    })

    test("an address within it is found all the same", () => {
        const text = `${"a".repeat(300)} help@okx-support.example ${"b.".repeat(200)} https://user@evil.example/x`
        expect(findAddresses(text).map(({ host }) => host)).toEqual(
            expect.arrayContaining(["okx-support.example", "evil.example"]),
        )
    })
})
