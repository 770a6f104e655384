import type { Issue } from "../../../base/issue.ts"
import { fieldOf, isWithin, LISTS, type List, SECTIONS, type Section } from "../../../facts/case/form/form.ts"
import { casePath } from "../../../facts/case/form/place.ts"
import { DESCRIPTION_FILE } from "../../../facts/evidence/descriptions.ts"
import type { Gap } from "../../../facts/evidence/open-descriptions.ts"
import { href } from "../state.ts"

/** Where in the page something is asked, so that a finding leads there. */

export const TASKS = "/victim/tasks"
export const sectionPlace = (index: number): string => `/victim/s/${String(index)}`
export const listPlace = (list: List): string => `/victim/l/${list.path}`
export const tablePlace = (index: number): string => `/victim/t/${String(index)}`
export const entryPlace = (list: List, index: number): string => `${listPlace(list)}/${String(index)}`
export const filePlace = (label: string, field?: string): string =>
    field === undefined ? `/victim/e/${label}` : `/victim/e/${label}/${field}`

/** Pages about the exports: all of them, what they give, one of them, and its rows. */
export const EVIDENCE = "/victim/evidence"
export const EXPORTS = "/victim/exports"
export const LEDGER = "/victim/ledger"
export const exportPlace = (label: string): string => `/victim/x/${encodeURIComponent(label)}`
export const rowsPlace = (label: string): string => `/victim/r/${encodeURIComponent(label)}`

/** The section that asks for a field; -1 for none. */
export function sectionOf(field: string): number {
    return SECTIONS.findIndex(
        ({ questions }) =>
            field !== "" &&
            questions.some((one) => isWithin(one.field, field) || isWithin(field, one.field.replace(/\[\]$/, ""))),
    )
}

export function listOf(field: string): List | undefined {
    return LISTS.find(({ path }) => isWithin(field, path))
}

/** The link of a finding; undefined where it has no place in the page. */
export function linkOf(found: Issue): string | undefined {
    const keys = casePath(found)
    if (keys === undefined) return linkOfFile(found)
    const field = fieldOf(keys)
    const list = listOf(field)
    const end = encodeURIComponent(keys.join("-"))
    if (list !== undefined) {
        const index = keys.find((key) => typeof key === "number")
        return href(index === undefined ? listPlace(list) : `${entryPlace(list, index)}/${end}`)
    }
    const section = sectionOf(field)
    return section < 0 ? undefined : href(`${sectionPlace(section)}/${end}`)
}

/** Fields of a file's page that a finding is about, by its code. */
const FILE_FIELDS: Readonly<Record<string, string>> = {
    "evidence.description.caption-missing": "caption",
    "evidence.description.translation-missing": "caption",
    "evidence.description.source-missing": "source",
}

/** The same for what nobody said of a file. */
const GAP_FIELDS: Readonly<Partial<Record<Gap, string>>> = {
    source: "source",
    maker: "maker",
    original: "originalAt",
    translation: "caption",
    transcript: "caption",
}

function linkOfFile(found: Issue): string | undefined {
    const { code, path, params } = found
    const isOpen = found.code === "evidence.description.open"
    const [only, ...others] = isOpen ? found.params.labels : []
    if (code.startsWith("ledger."))
        return href("label" in params && /^X\d/.test(params.label) ? exportPlace(params.label) : EXPORTS)
    const label = "label" in params ? params.label : others.length === 0 ? only : undefined
    const field = isOpen ? GAP_FIELDS[found.params.gap] : FILE_FIELDS[code]
    if (typeof label === "string" && /^[EX]\d+$/.test(label)) return href(filePlace(label, field))
    return path[0] === DESCRIPTION_FILE || String(path[0]).startsWith("evidence") ? href("/victim/evidence") : undefined
}

/** Findings about a section's own questions, or about a list. */
export function issuesOfSection(issues: readonly Issue[], section: Section): readonly Issue[] {
    const index = SECTIONS.indexOf(section)
    return issues.filter((found) => {
        const keys = casePath(found)
        if (keys === undefined) return false
        const field = fieldOf(keys)
        return listOf(field) === undefined && sectionOf(field) === index
    })
}
export function issuesOfList(issues: readonly Issue[], list: List): readonly Issue[] {
    return issues.filter((found) => {
        const keys = casePath(found)
        return keys !== undefined && listOf(fieldOf(keys)) === list
    })
}
