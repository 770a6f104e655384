import fc from "fast-check"
import { CHOICES } from "../../../../src/facts/case/form/choices.data.ts"
import {
    LISTS,
    POSITIONS,
    pathOf,
    putAt,
    QUESTIONS,
    type Question,
    SECTIONS,
} from "../../../../src/facts/case/form/form.ts"
import { settle } from "../../../../src/facts/case/form/settle.ts"

/** Cases with any answers, also such as no check would accept, for what must lose none of them. */

const AWKWARD = [
    "00123",
    "=SUM(A1)",
    "# 不是注释",
    "a: b",
    "- 一",
    "不清楚",
    "null",
    "~",
    "yes",
    "'单引号",
    '"双引号"',
    "{a: b}",
    "[x]",
    "key：值",
    "abc：def",
    "提走 50000 USDT #1 到 TRON",
    "第一行\n第二行",
    "\n空行在前",
    "  前后有空格  ",
    "两  个空格",
    "81,200.55",
    "1e5",
    "2023-03-20",
    "TRUE",
    "😀👨‍👩‍👧",
    "𠮷野",
    "_x0041_",
    "&amp; <b>",
    "|",
    ">",
    "%",
    "@user",
    "!tag",
    "`",
    "a\tb",
    "长".repeat(3000),
    "说明",
    "例",
    "Example",
]

/** Texts that a sheet can hold as they are: no controls, no half characters. */
const text: fc.Arbitrary<string> = fc
    .oneof(
        fc.constantFrom(...AWKWARD),
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
        fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 30 }),
    )
    .filter(
        (one) =>
            one.trim() !== "" &&
            !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/u.test(one.replace(/[\n\t\u200D]/g, "")),
    )

function answerTo({ kind, words }: Question): fc.Arbitrary<unknown> {
    if (words !== undefined) return fc.constantFrom(...CHOICES[words].map(({ code }) => code))
    if (kind === "labels") return fc.uniqueArray(fc.constantFrom("E001", "E002", "X01", "X1234"), { minLength: 1 })
    if (kind === "desk") return fc.constantFrom("binance-cn", "okx", "mine")
    return kind === "text" ? text : text.map((one) => one.trim())
}

interface Leaf {
    readonly path: readonly (string | number)[]
    readonly value: unknown
}

/** A part of the answers to some questions, each put at a path. */
function some(questions: readonly Question[], at: (field: string) => string): fc.Arbitrary<readonly Leaf[]> {
    return fc
        .tuple(
            ...questions.map((question) =>
                fc.option(
                    answerTo(question).map((value): Leaf => ({ path: pathOf(at(question.field)), value })),
                    { freq: 2 },
                ),
            ),
        )
        .map((leaves) => leaves.flatMap((leaf) => leaf ?? []))
}

const once = SECTIONS.flatMap(({ questions }) => questions)

/** Entries of a list; each has at least one answer, as a row has that is not blank. */
function entriesOf(list: string): fc.Arbitrary<readonly Leaf[]> {
    const own = QUESTIONS.filter(({ field }) => field.startsWith(`${list}[]`))
    const entry = (i: number) =>
        some(own, (field) => field.replace(`${list}[]`, `${list}[${String(i)}]`).replace(/\[\]$/, "")).filter(
            (leaves) => leaves.length > 0,
        )
    return fc.oneof(
        fc.constant([]),
        entry(0),
        fc.tuple(entry(0), entry(1), entry(2)).map((entries) => entries.flat()),
    )
}

/** Parties with statements and remarks; two parties may have the same name. */
const positions: fc.Arbitrary<readonly Leaf[]> = fc
    .array(
        fc.record({
            party: text,
            statements: fc.array(
                fc.record(
                    { text, source: text, answers: fc.array(text, { maxLength: 3 }) },
                    { requiredKeys: ["text"] },
                ),
                { minLength: 1, maxLength: 3 },
            ),
        }),
        { maxLength: 3 },
    )
    .map((value) => (value.length === 0 ? [] : [{ path: [POSITIONS], value }]))

/** Several texts where a question takes them. */
const texts = fc
    .tuple(
        ...once
            .filter(({ field, kind }) => field.endsWith("[]") && kind !== "labels")
            .map((question) =>
                fc
                    .array(answerTo(question), { maxLength: 7 })
                    .map((value): Leaf => ({ path: pathOf(question.field.replace("[]", "")), value })),
            ),
    )
    .map((leaves) => leaves.filter(({ value }) => Array.isArray(value) && value.length > 0))

/** The answers of a case in their one shape. */
export const anyAnswers: fc.Arbitrary<unknown> = fc
    .tuple(
        some(
            once.filter(({ field, kind }) => !field.endsWith("[]") || kind === "labels"),
            (field) => field.replace("[]", ""),
        ),
        texts,
        positions,
        ...LISTS.filter(({ path }) => path !== POSITIONS).map(({ path }) => entriesOf(path)),
    )
    .map((parts) => {
        const tree: Record<string, unknown> = {}
        for (const { path, value } of parts.flat()) putAt(tree, path, value)
        return settle(tree)
    })
