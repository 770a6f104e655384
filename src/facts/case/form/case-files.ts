import { hasErrors, type Issue, type IssuePath, issue, printPath } from "../../../base/issue.ts"
import type { CaseDifference } from "../../../base/issues/case-form.ts"
import { textsOf } from "../../../base/value.ts"
import { type CaseReading, readAnswers } from "../load.ts"
import { caseSchema } from "../schema.ts"
import type { Lacking } from "../unprintable.ts"
import { readYaml, type YamlInput } from "../yaml.ts"
import { settle } from "./settle.ts"
import { WORKBOOK_FILE } from "./sheet-words.data.ts"
import { readWorkbook } from "./workbook-read.ts"

/** The two files that a case may be written in, of which either is enough. */

export const YAML_FILE = "case.yaml"

export interface CaseFiles {
    readonly yaml?: Uint8Array
    readonly workbook?: Uint8Array
}

/** One of them, read as far as its answers. */
export interface CaseForm {
    readonly file: string
    readonly input: YamlInput
    /** In one shape, {@link settle}. */
    readonly answers: unknown
    readonly isFilled: boolean
}

/** A case with the form that it stands in. */
export interface CaseFilesReading extends CaseReading {
    readonly form?: CaseForm
    /** Another one that is filled in and says the same. */
    readonly twin?: CaseForm
}

/**
 * Reads the case from the file that was filled in. Both filled in and alike: the workbook, which names cells. Both filled in
 * and different: `case.form.two-files`, and no case. Neither: what is missing in the workbook.
 *
 * @param lacking - What of a text no font has; without it nothing is said of that.
 */
export function readCaseFiles({ yaml, workbook }: CaseFiles, lacking?: Lacking): CaseFilesReading {
    const forms = [
        ...(workbook === undefined ? [] : [formOf(WORKBOOK_FILE, readWorkbook(WORKBOOK_FILE, workbook))]),
        ...(yaml === undefined ? [] : [formOf(YAML_FILE, readYaml(YAML_FILE, yaml, "keep", caseSchema))]),
    ]
    // Nobody knows what a file says that cannot be read.
    const unreadable = forms.filter(({ input }) => input.value === undefined && hasErrors(input.issues))
    if (unreadable.length > 0) return { issues: unreadable.flatMap(({ input }) => input.issues) }
    const filled = forms.filter(({ isFilled }) => isFilled)
    const [chosen, other] = filled.length > 0 ? filled : forms.slice(0, 1)
    if (chosen === undefined) return { issues: [issue("shell.file.missing", [], { file: WORKBOOK_FILE })] }
    if (other !== undefined) {
        const differences = differencesOf(chosen, other)
        if (differences.length > 0) {
            const params = { first: chosen.file, second: other.file, differences }
            return { issues: [issue("case.form.two-files", [chosen.file], params)], form: chosen }
        }
    }
    const twin = other === undefined ? {} : { twin: other }
    return { ...readAnswers(chosen.file, chosen.input, lacking), form: chosen, ...twin }
}

/** A form of a case, by itself. */
export function formOf(file: string, input: YamlInput): CaseForm {
    const answers = settle(input.value)
    return { file, input, answers, isFilled: hasAnswers(answers) }
}

/** Whether anything differs from a new form, its reference and time aside. */
function hasAnswers(answers: unknown): boolean {
    const preset = caseSchema.shape.recipient.parse(undefined)
    return textsOf(answers).some(({ path, text }) => {
        const [field] = path
        return (
            field !== "ref" &&
            field !== "preparedAt" &&
            field !== "format" &&
            !(field === "recipient" && text === preset)
        )
    })
}

/** What two forms say differently, in the order of the first. */
export function differencesOf(a: CaseForm, b: CaseForm): readonly CaseDifference[] {
    const texts = (form: CaseForm) =>
        new Map(textsOf(form.answers).map(({ path, text }) => [printPath(path), { path, text }]))
    const [first, second] = [texts(a), texts(b)]
    const place = (form: CaseForm, path: IssuePath): string => form.file + form.input.locate(path)
    return [...new Set([...first.keys(), ...second.keys()])].flatMap((name) => {
        const [one, two] = [first.get(name), second.get(name)]
        if (one?.text === two?.text) return []
        const path = one?.path ?? two?.path ?? []
        return [
            {
                first: place(a, path),
                firstText: one?.text ?? "",
                second: place(b, path),
                secondText: two?.text ?? "",
            },
        ]
    })
}

/** What of a form's answers does not come back from another, each as a finding. */
export function lostIn(form: CaseForm, back: CaseForm): readonly Issue[] {
    const kept = new Map(textsOf(back.answers).map(({ path, text }) => [printPath(path), text]))
    return textsOf(form.answers)
        .filter(({ path, text }) => kept.get(printPath(path)) !== text)
        .map(({ path, text }) => {
            const found = text.length > 60 ? `${text.slice(0, 60)}…` : text
            return issue("case.form.lost", [form.file + form.input.locate(path), ...path], { found })
        })
}

/** Names of files that look as if they were meant for a form that is not there or not filled in, one finding for each. */
export function renamedForms(names: readonly string[], folder = ""): readonly Issue[] {
    return names.flatMap((name) => {
        const expected = LIKE.find(([pattern, own]) => pattern.test(name) && name !== own)?.[1]
        const path = folder === "" ? name : `${folder}/${name}`
        return expected === undefined || name.startsWith("~$")
            ? []
            : [issue("case.form.renamed", [path], { found: name, expected })]
    })
}

/** What editors and other programs make of the names of the forms. */
const LIKE = [
    [/^案件信息.*\.(?:xlsx|xlsm|xls|et|ods|csv)$/i, WORKBOOK_FILE],
    [/^case\b.*\.(?:ya?ml|txt)$/i, YAML_FILE],
] as const
