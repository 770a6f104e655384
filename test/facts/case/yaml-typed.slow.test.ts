import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readCase } from "../../../src/facts/case/load.ts"
import { readOfficer } from "../../../src/facts/officer/officer.ts"
import { file, SMALL_CASE, sampleText } from "../../check.ts"

/** How many texts are tried each way; `RUNS=400` takes half a minute. */
const RUNS = Number(process.env.RUNS ?? 120)
const ORIGINALS = "originals: 手机在家"

/** The small case with something else instead of its last answer. */
function small(from: string, to: string): ReturnType<typeof readCase> {
    return readCase("case.yaml", file(SMALL_CASE.replace(from, () => to)))
}

// Each way in which a person may type a text; what is read must be the text, or a finding must name what became of it.
const WAYS: readonly (readonly [string, (text: string, indent: string) => string, (text: string) => string])[] = [
    ["plain", (text) => text, (text) => text],
    ["in double quotes as typed", (text) => `"${text}"`, (text) => text],
    ["in double quotes with escapes", (text) => `"${text.replace(/["\\]/g, "\\$&")}"`, (text) => text],
    ["in single quotes", (text) => `'${text.replace(/'/g, "''")}'`, (text) => text],
    ["as a block", (text, indent) => `|\n${indent}${text}`, (text) => `${text}\n`],
]

const piece = fc.oneof(
    fc.constantFrom(
        "#",
        " #",
        ": ",
        ":",
        "：",
        " ",
        "\t",
        "\u3000",
        "\u00A0",
        "，",
        ",",
        "、",
        "\\",
        "\\n",
        '"',
        "'",
        "“",
        "”",
    ),
    fc.constantFrom(
        "- ",
        "-",
        "? ",
        "!",
        "&",
        "*",
        "%",
        "@",
        "`",
        "|",
        ">",
        "{",
        "}",
        "[",
        "]",
        "---",
        "...",
        "~",
        "null",
        "<<",
    ),
    fc.constantFrom(
        "USDT",
        "81,200.55",
        "no",
        "0x1F",
        "工单",
        "手机",
        "C:\\证据",
        "name",
        "at",
        "https://a.example/#x",
        "𠮷",
    ),
    fc.string({ unit: "grapheme", maxLength: 3 }),
)
/** One line of text that a person may type; blanks around it mean nothing. */
const line = fc
    .array(piece, { minLength: 1, maxLength: 8 })
    .map((pieces) =>
        pieces
            .join("")
            .replace(/[\r\n\0]/g, "")
            .replace(/^\s+|\s+$/g, ""),
    )
    .filter((text) => text !== "")

describe.each(WAYS)("any text %s is read exactly or named", (way, write, value) => {
    /** A text in quotes of its own was not typed plain, and who types `\"` or `\\` in quotes means the sign behind. */
    const isTyped = (text: string): boolean => {
        if (way === "plain") return !/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?$/.test(text)
        return way !== "in double quotes as typed" || !/\\["\\]/.test(text)
    }

    test("in case.yaml: a field, an entry of a list, a statement", () => {
        fc.assert(
            fc.property(line.filter(isTyped), (text) => {
                const field = small(ORIGINALS, `originals: ${write(text, "  ")}`)
                if (field.issues.length === 0) expect(field.loaded?.case.originals).toBe(value(text))
                const entry = small(ORIGINALS, `${ORIGINALS}\nprivateNotes:\n  - ${write(text, "    ")}\n  - 末`)
                if (entry.issues.length === 0) expect(entry.loaded?.case.privateNotes).toEqual([value(text), "末"])
                const said = small(ORIGINALS, `${ORIGINALS}\nnarrative:\n  cause:\n    - ${write(text, "      ")}\n`)
                if (said.issues.length === 0)
                    expect(said.loaded?.case.narrative?.cause).toEqual([{ text: value(text) }])
            }),
            { numRuns: RUNS },
        )
    })

    test("in officer.yaml", () => {
        const form = sampleText("sample-officer", "officer.yaml")
        fc.assert(
            fc.property(line.filter(isTyped), (text) => {
                const typed = form.replace(
                    /^( {2}departmentZh:).*$/m,
                    (_, key: string) => `${key} ${write(text, "    ")}`,
                )
                const { officer, issues } = readOfficer("officer.yaml", file(typed))
                if (issues.length === 0) expect(officer?.agency?.departmentZh).toBe(value(text))
            }),
            { numRuns: RUNS / 2 },
        )
    })
})
