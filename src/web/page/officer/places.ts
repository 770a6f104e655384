import type { Issue } from "../../../base/issue.ts"
import { OFFICER_FORM_FILE } from "../../../facts/officer/officer-form.data.ts"
import { fieldName } from "../../../facts/officer/officer-form-tidy.ts"
import type { PaperKind } from "../../../flows/officer/paper-folders.ts"
import { href } from "../state.ts"
import { labelOf } from "./names.ts"
import { formName, papers, questions } from "./state.ts"

/** Where in the page a finding is mended. */

/** The key of the question that a finding is about; undefined where it is about none. */
export function questionKeyOf({ path }: Issue): string | undefined {
    const [head, ...steps] = path
    const all = questions.value.flat()
    if (steps.length === 0) {
        // A cell that could not be read, and what this page shows, is named by its label alone.
        const named = all.filter((one) => head === labelOf(one) || String(head).endsWith(` ${one.label}`))
        return named.sort((a, b) => b.label.length - a.label.length)[0]?.key
    }
    return keyOfField(fieldName(steps))
}

/** The key of the question that holds a field, `agency.nameZh`. */
export function keyOfField(field: string): string | undefined {
    const keys = questions.value.flat().map(({ key }) => key)
    const name = field.replace(/^request\.periods\.([^.]+)/, "request.periods[$1]")
    for (let at = name; at !== ""; at = at.replace(/(?:^|[.[])[^.[]*$/, "")) {
        if (keys.includes(at)) return at
        const below = keys.find((key) => key.startsWith(`${at}.`) || key.startsWith(`${at}[`))
        if (below !== undefined) return below
    }
    return undefined
}

/** The section that a question stands in. */
export function sectionOf(key: string): number {
    return questions.value.findIndex((section) => section.some((question) => question.key === key))
}

/** Place of the question that holds a field. */
export function placeOfField(field: string): string | undefined {
    const key = keyOfField(field)
    return key === undefined ? undefined : placeOfKey(key)
}

export function placeOfKey(key: string): string {
    return `/officer/form/${String(sectionOf(key))}/${key}`
}

/** Link to where a finding is mended. */
export function linkOf(issue: Issue): string | undefined {
    const key = questionKeyOf(issue)
    if (key !== undefined) return href(placeOfKey(key))
    const name = String(issue.path[0] ?? "")
        .split("/")
        .at(-1)
    const kind = (Object.keys(papers.value) as PaperKind[]).find((one) =>
        papers.value[one].some(({ path }) => path.split("/").at(-1) === name),
    )
    if (kind !== undefined) return href(kind === "sealed" ? "/officer/second" : `/officer/papers/${kind}`)
    return "role" in issue.params ? href("/officer/papers/photos") : undefined
}

/** A finding as the page shows it: by the label of its question, not by the cell or line of a file that nobody sees. */
export function asAsked(issue: Issue): Issue {
    const head = String(issue.path[0] ?? "")
    if (![formName.value, OFFICER_FORM_FILE].some((name) => head.startsWith(name))) return issue
    const key = questionKeyOf(issue)
    const question = questions.value.flat().find((one) => one.key === key)
    return question === undefined ? issue : { ...issue, path: [labelOf(question)] }
}

/** DOM id of a question's field. */
export const idOf = (key: string): string => `q-${key.replace(/[^\w-]/g, "-")}`
