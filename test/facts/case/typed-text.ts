import fc from "fast-check"

/** What people type into a field, and the ways in which they type it into a YAML file. */

/** Signs that mean something to YAML, a spreadsheet or a word processor. */
const SIGNS =
    " #|#|: |:|：| |\t|\u3000|\u00A0|，|,|、|\\|\\n|\"|'|“|”|- |-|? |!|&|*|%|@|`|>|{|}|[|]|---|...|~|null|<<".split("|")

const WORDS = [
    ...["USDT", "81,200.55", "no", "0x1F", "工单", "手机", "C:\\证据", "name", "at", "https://a.example/#x", "𠮷"],
    ...["꧁晚风꧂", "2023-03-21 09:00 北京时间", "不清楚", "警官", "黑客是中国人", "是", "=1+1", "_x0041_", "说明", "例"],
]

const piece = fc.oneof(
    fc.constantFrom(...SIGNS, "|"),
    fc.constantFrom(...WORDS),
    fc.string({ unit: "grapheme", maxLength: 3 }),
)

/** One line that a person may type; blanks around it mean nothing. */
export const typedLine = fc
    .array(piece, { minLength: 1, maxLength: 8 })
    .map((pieces) =>
        pieces
            .join("")
            .replace(/[\r\n\0\u0085\u2028\u2029]/g, "")
            .trim(),
    )
    .filter((text) => text !== "")

/** A way to type a text behind a key. */
export interface Way {
    readonly name: string
    /** @param indent - Of the lines below the key. */
    readonly write: (text: string, indent: string) => string
    /** What whoever types it so means. */
    readonly meant: (text: string) => string
    /** Whether a person who means the text would type it so. */
    readonly fits: (text: string) => boolean
}

const same = (text: string): string => text
const always = (): boolean => true

export const WAYS: readonly Way[] = [
    // Who puts a text into quotes does not mean the quotes.
    {
        name: "plain",
        write: same,
        meant: same,
        fits: (text) => !/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?$/.test(text),
    },
    // Who types `\"` or `\\` in quotes means the sign behind.
    {
        name: "in double quotes as typed",
        write: (text) => `"${text}"`,
        meant: same,
        fits: (text) => !/\\["\\]/.test(text),
    },
    {
        name: "in double quotes with escapes",
        write: (text) => `"${text.replace(/["\\]/g, "\\$&")}"`,
        meant: same,
        fits: always,
    },
    { name: "in single quotes", write: (text) => `'${text.replaceAll("'", "''")}'`, meant: same, fits: always },
    {
        name: "as a block",
        write: (text, indent) => `|\n${indent}${text}`,
        meant: (text) => `${text}\n`,
        fits: always,
    },
]
