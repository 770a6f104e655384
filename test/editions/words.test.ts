// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the examples are code
import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { describe, expect, test } from "vitest"
import { literals } from "./literals.ts"

// Words of a document that are not in its template stand in `*.words.ts` beside its edition: `ls src/editions/*/*.words.ts`
// is the list that a lawyer reads. What is compared with (`topic === "救济"`) is a key, patterns only recognise.

const EDITIONS = resolve(import.meta.dirname, "../../src/editions")
const HAN = /\p{Script=Han}/u
const ENGLISH = /[A-Za-z]{2,}[,;:.]? \(?[A-Za-z]{2,}/ // two words with a blank between them

/** Literals of a file that are words of a document, as they stand in the code. */
function words(text: string): string[] {
    return literals(text).filter((literal) => HAN.test(literal) || ENGLISH.test(literal))
}

const files = readdirSync(EDITIONS, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"))
const isWords = (file: string): boolean => file.endsWith(".words.ts")

test.each(files.filter((file) => !isWords(file)))("%s holds no words of a document", (file) => {
    expect(words(readFileSync(join(EDITIONS, file), "utf8"))).toEqual([])
})

test.each(files.filter(isWords))("%s stands beside its edition and holds words", (file) => {
    const text = readFileSync(join(EDITIONS, file), "utf8")
    expect(words(text)).not.toEqual([])
    // It gives texts; what may be shown is decided by the edition, so nothing but a type comes in from elsewhere.
    const values = [...text.matchAll(/^import (?!type )[^"]*"([^"]+)"/gm)].map(([, from = ""]) => from)
    expect(values.filter((from) => !isWords(from))).toEqual([])
})

describe("the test itself finds words", () => {
    test.each([
        ["a Chinese label", 'const a = { label: "报案" }', "报案"],
        ["a Chinese name of a member", 'const a = { "账户": x }', "账户"],
        ["a sentence around a value", "const a = `报案人${b}，联系电话 ${c}。`", "报案人0，联系电话 0。"],
        ["a text inside a template", 'const a = `${b ? "已备" : ""}`', "已备"],
        ["an English sentence", 'const a = "Noticed by the account holder."', "Noticed by the account holder."],
        ["an English label", 'const a = ["Request type"]', "Request type"],
        ["words after a value", "const a = `${n} pages follow`", "0 pages follow"],
        ["a text with its type", 'const a = "未提供" satisfies string', "未提供"],
        ["a text that is handed on", 'const a = b === undefined ? "未填" : b', "未填"],
    ])("%s", (_, code, found) => {
        expect(words(code)).toContain(found)
    })

    test.each([
        ["comments", "/** 报案人 */ const a = 1 // the account holder"],
        ["patterns", "const a = /警方|the police/"],
        ["types", 'type A = "控告人" | "报案人"; const a = (b: "控告人") => b'],
        ["keys that are compared with", 'const a = b !== "救济"'],
        ["signs between values", "const a = `${b}；《${c}》、${d} UTC，${e} ${f}`"],
        ["names of fields", 'const a = "officer.phoneType"'],
    ])("but not %s", (_, code) => {
        expect(words(code)).toEqual([])
    })
})
