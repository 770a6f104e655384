import { expect, test } from "vitest"
import { FORM } from "../../../src/facts/officer/officer-form.data.ts"
import { LABELS_EN, SECTIONS_EN, WORDS_EN } from "../../../src/facts/officer/officer-form-english.data.ts"
import { HINTS_EN } from "../../../src/facts/officer/officer-form-hints-english.data.ts"

test("every hint of the form is there in English, and no other", () => {
    const rows = FORM.flatMap((section) => section.rows)
    expect(Object.keys(HINTS_EN).sort()).toEqual(rows.map(({ field }) => field).sort())
    // A hint that speaks of a drop-down alone says nothing on a page of buttons.
    const blank = rows.filter(({ hint }) => hint === "从下拉列表中选").map(({ field }) => field)
    expect(Object.keys(HINTS_EN).filter((field) => HINTS_EN[field] === "")).toEqual(blank)
})

test("every row, section, word and person of the form has a name in English, and nothing else has", () => {
    const rows = FORM.flatMap((section) => section.rows)
    expect(Object.keys(LABELS_EN).sort()).toEqual(rows.map(({ field }) => field).sort())
    expect(SECTIONS_EN).toHaveLength(FORM.length)
    const people = [...FORM, ...rows].flatMap(({ who }) => who ?? [])
    const words = rows.flatMap(({ words = {}, partLabels = [] }) => [...Object.keys(words), ...partLabels])
    expect(Object.keys(WORDS_EN).sort()).toEqual([...new Set(["是", "否", ...people, ...words])].sort())
    const texts = [...Object.values(LABELS_EN), ...SECTIONS_EN, ...Object.values(WORDS_EN)]
    expect(texts.filter((text) => !/^[\x20-\x7E]+$/.test(text))).toEqual([])
})
