import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { literals } from "./literals.ts"
import { PLACEHOLDER } from "./placeholder.ts"

// One thing has one name: the words of `templates/glossary.md` under "not" stand in nothing that the product says, but
// inside the phrases under "but". What users write is theirs.

interface Forbidden {
    readonly word: string
    readonly but: readonly string[]
}

/** Rows of the tables of the glossary: what is said, what is not, and where it is said all the same. */
function forbiddenIn(glossary: string): readonly Forbidden[] {
    return glossary
        .split("\n")
        .filter((line) => line.startsWith("| ") && !line.includes("| not |"))
        .flatMap((line) => {
            const [, , not = "", but = ""] = line
                .split("|")
                .slice(1)
                .map((cell) => cell.trim())
            return listed(not).map((word) => ({ word, but: listed(but) }))
        })
}
const listed = (cell: string): string[] => cell.split("、").filter((word) => word !== "")

/** Words of Chinese as they stand, English ones whole and in any case. */
function occurs({ word, but }: Forbidden, text: string): boolean {
    const rest = but.reduce((all, phrase) => all.replaceAll(phrase, ""), text)
    if (/\p{Script=Han}/u.test(word)) return rest.includes(word)
    return new RegExp(`(?<![\\w-])${word}(?![\\w-])`, "i").test(rest)
}

/** What a template prints of itself. */
const printedBy = (template: string): string[] => [
    template.replace(/\{\{!--.*?--\}\}|\{\{.*?\}\}\}?/gs, "0").replace(/<[^>]*>/g, ""),
]

const FORBIDDEN = forbiddenIn(readFileSync(join(ROOT, "templates/glossary.md"), "utf8"))
const asIs = (source: string): readonly string[] => [source]
const SAID: readonly (readonly [folder: string, names: RegExp, texts: (source: string) => readonly string[]])[] = [
    ["templates", /\.hbs$/, printedBy],
    ["src/editions", /\.words\.ts$/, literals],
    ["src/messages", /\.ts$/, literals],
    ["src/web/page", /\.tsx?$/, literals],
    ["src/facts/case/form", /\.data\.ts$/, literals],
    ["src/facts/officer", /\.data\.ts$/, literals],
    ["assets/guide", /\.md$/, asIs],
    ["assets/legal", /^(?:filing-questions|link-checks|deadlines)\.yaml$/, asIs],
]
const filesOf = (folder: string, names: RegExp): string[] =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => names.test(name))
        .map((name) => join(folder, name))
        .sort()
const files = SAID.flatMap(([folder, names, texts]) =>
    filesOf(folder, names).map((path) => [path, texts(readFileSync(join(ROOT, path), "utf8"))] as const),
)

/** What stands beside a word, to find it by. */
function around(text: string, word: string): string {
    const at = text.toLowerCase().indexOf(word.toLowerCase())
    return text.slice(Math.max(0, at - 25), at + 40)
}

test("every kind of text is looked at", () => {
    for (const [folder, names] of SAID) expect(filesOf(folder, names), folder).not.toEqual([])
    expect(FORBIDDEN.length).toBeGreaterThan(30)
})

test.each(files)("%s says it as the glossary does, and leaves nothing to be filled in", (_, texts) => {
    const found = texts.flatMap((text) => [
        ...FORBIDDEN.filter((one) => occurs(one, text)).map(({ word }) => `${word}: ${around(text, word)}`),
        ...(PLACEHOLDER.test(text) ? [`placeholder: ${around(text, PLACEHOLDER.exec(text)?.[0] ?? "")}`] : []),
    ])
    expect(found).toEqual([])
})

describe("the test itself finds", () => {
    test.each([
        ["a Chinese word", "请警官核对"],
        ["a word with an exception, elsewhere", "交易哈希；文件的哈希"],
        ["English, in any case", "Please be informed"],
    ])("%s", (_, text) => {
        expect(FORBIDDEN.some((one) => occurs(one, text))).toBe(true)
    })

    test.each([
        ["an exception", "交易哈希"],
        ["a part of another word", "hereabouts, thesaid"],
    ])("but not %s", (_, text) => {
        expect(FORBIDDEN.filter((one) => occurs(one, text))).toEqual([])
    })
})

// What desks and laws call things is theirs, but who tells and who put it together is said in our words.
test.each([...filesOf("assets/legal", /\.yaml$/), ...filesOf("assets/recipients", /\.yaml$/)])(
    "%s names the reporter and the collection as the papers do",
    (path) => {
        const text = readFileSync(join(ROOT, path), "utf8")
        const ours = FORBIDDEN.filter(({ word }) => ["受害人", "本工具"].includes(word))
        expect(ours).toHaveLength(2)
        expect(ours.filter((one) => occurs(one, text)).map(({ word }) => around(text, word))).toEqual([])
    },
)
