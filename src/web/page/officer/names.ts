import { FORM, FORM_PARTS } from "../../../facts/officer/officer-form.data.ts"
import { LABELS_EN, SECTIONS_EN, WORDS_EN } from "../../../facts/officer/officer-form-english.data.ts"
import type { Question } from "../../../facts/officer/officer-form-questions.ts"
import { lang } from "../state.ts"

/** Sections before this one stand on the first sheet of the workbook: what a first request needs. */
export const FIRST_SHEET = FORM_PARTS[0]?.sections.length ?? 0

/** What questions, sections and words of the form are called in the language of the page. */

/** `Picture that leaves 2` for the second row of its kind. */
export function labelOf({ label, row }: Pick<Question, "label" | "row">): string {
    if (lang.value !== "en") return label
    const [name = label, ...part] = (LABELS_EN[row.field] ?? label).split(": ")
    const [count = ""] = row.field.includes("[]") ? (/\d+/.exec(label) ?? []) : []
    return [count === "" ? name : `${name} ${count}`, ...part].join(": ")
}

export function sectionName(at: number): string {
    return (lang.value === "en" ? SECTIONS_EN[at] : FORM[at]?.title) ?? ""
}

/** A word of the form: of a drop-down, of a part of an answer, of who knows. */
export function wordShown(word: string): string {
    return lang.value === "en" ? (WORDS_EN[word] ?? word) : word
}
