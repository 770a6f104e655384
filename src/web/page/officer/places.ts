import { type Issue, movedTo } from "../../../base/issue.ts"
import { OFFICER_FORM_FILE } from "../../../facts/officer/officer-form.data.ts"
import { wordOf } from "../../../facts/officer/officer-form-questions.ts"
import type { FormRow } from "../../../facts/officer/officer-form-row.ts"
import { fieldName } from "../../../facts/officer/officer-form-tidy.ts"
import { PAPER_FOLDERS, type PaperKind } from "../../../flows/officer/paper-folders.ts"
import { nameOf } from "../../given.ts"
import { href, lang, say } from "../state.ts"
import { labelOf, wordShown } from "./names.ts"
import { formName, papers, questions } from "./state.ts"
import { FORM_TITLE, PAPER_KINDS } from "./words.ts"

/** Where in the page a finding is mended. */

/** The key of the question that a finding is about; undefined where it is about none. */
export function questionKeyOf(issue: Issue): string | undefined {
    // Naming what is asked of the other desk mends it; who only picked the wrong desk is told so beside it.
    if (issue.code === "sending.account.other-desk") return keyOfField("request.targets[0].kind")
    // Of all that is open about an answer this is asked first and must be there.
    if (issue.code === "received.data.missing") return keyOfField("received.at")
    const [head, ...steps] = issue.path
    const all = questions.value.flat()
    if (steps.length === 0) {
        if (issue.code === "request.letter.blank") return keyOfBlank(issue.params)
        // A cell that could not be read, and what this page shows, is named by its label alone.
        const named = all.filter((one) => head === labelOf(one) || String(head).endsWith(` ${one.label}`))
        return named.sort((a, b) => b.label.length - a.label.length)[0]?.key
    }
    return keyOfField(fieldName(steps))
}

/** The first question that the letter leaves blank; a finding names them all by their labels. */
function keyOfBlank({ fields }: { readonly fields: string }): string | undefined {
    const all = questions.value.flat().filter(({ label }) => fields.startsWith(label))
    return all.sort((a, b) => b.label.length - a.label.length)[0]?.key
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

/** Of the legal instrument nothing is open but its scan, which is no question of the form. */
const isScanOfLegal = ({ code, params }: Issue): boolean =>
    code === "request.condition.open" &&
    "condition" in params &&
    params.condition === "legal-instrument" &&
    "lacking" in params &&
    params.lacking === "scan"

/** Link to where a finding is mended. */
export function linkOf(issue: Issue): string | undefined {
    if (isScanOfLegal(issue)) return href("/officer/papers/legal")
    const key = questionKeyOf(issue)
    if (key !== undefined) return href(placeOfKey(key))
    const name = String(issue.path[0] ?? "")
        .split("/")
        .at(-1)
    const kind = (Object.keys(papers.value) as PaperKind[]).find((one) =>
        papers.value[one].some((file) => nameOf(file) === name),
    )
    if (kind !== undefined) return href(kind === "sealed" ? "/officer/second" : `/officer/papers/${kind}`)
    return "role" in issue.params ? href("/officer/papers/photos") : undefined
}

/** A finding as the page shows it: by the label of its question, not by the cell or line of a file that nobody sees. */
export function asAsked(issue: Issue): Issue {
    const head = String(issue.path[0] ?? "")
    const paper = (Object.keys(PAPER_FOLDERS) as PaperKind[]).find((kind) => PAPER_FOLDERS[kind] === head)
    if (paper !== undefined) return movedTo(issue, [say(PAPER_KINDS[paper])])
    if (![formName.value, OFFICER_FORM_FILE].some((name) => head.startsWith(name))) return issue
    if (isScanOfLegal(issue)) return movedTo(issue, [say(PAPER_KINDS.legal)])
    const key = questionKeyOf(issue)
    const question = questions.value.flat().find((one) => one.key === key)
    if (question !== undefined) return { ...withWords(issue, question.row), path: [labelOf(question)] }
    return issue.path.length === 1 && head === formName.value ? movedTo(issue, [say(FORM_TITLE)]) : issue
}

/** A finding that has words of the form or values that stand for them, in the words that the page shows. */
function withWords(issue: Issue, row: FormRow): Issue {
    const shown = (text: string): string => wordShown(wordOf(row, text))
    const changed = Object.entries(issue.params as Readonly<Record<string, unknown>>).map(([name, value]) => {
        if (typeof value !== "string") return [name, value]
        if (name === "expected" && lang.value === "en") return [name, value.split("、").map(wordShown).join(", ")]
        return [name, name === "sealed" || name === "found" ? shown(value) : value]
    })
    return { ...issue, params: Object.fromEntries(changed) } as Issue
}

/** DOM id of a question's field. */
export const idOf = (key: string): string => `q-${key.replace(/[^\w-]/g, "-")}`
