import { expect, test } from "vitest"
import { byLang, LANGS, parseLang } from "../../src/base/lang.ts"

test("a language is known by its tag alone", () => {
    expect(LANGS.map(parseLang)).toEqual([...LANGS])
    for (const text of [undefined, "", "zh", "zh-cn", "EN", "en-GB", "toString"])
        expect(parseLang(text)).toBeUndefined()
})

test("words beside each other are seen from one language, functions and tables among them", () => {
    const words = byLang<{ colon: string; count: (n: number) => string; kinds: Record<"a" | "b", string> }>({
        colon: { "zh-CN": "：", en: ": " },
        count: { "zh-CN": (n) => `${String(n)} 个`, en: (n) => `${String(n)} of them` },
        kinds: { "zh-CN": { a: "甲", b: "乙" }, en: { a: "A", b: "B" } },
    })
    expect(Object.keys(words)).toEqual([...LANGS])
    expect([words["zh-CN"].colon, words["zh-CN"].count(2), words["zh-CN"].kinds.b]).toEqual(["：", "2 个", "乙"])
    expect([words.en.colon, words.en.count(2), words.en.kinds.b]).toEqual([": ", "2 of them", "B"])
})
