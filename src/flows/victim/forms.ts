import type { Issue } from "../../base/issue.ts"
import { type CaseFiles, type CaseForm, readCaseFiles, YAML_FILE } from "../../facts/case/form/case-files.ts"
import { WORKBOOK_FILE } from "../../facts/case/form/sheet-words.data.ts"

/** A case as it is opened to go on answering. */
export interface OpenForms {
    /** The form that was filled in; absent where what is there can not be read. */
    readonly form?: CaseForm
    /** Names of the forms that are to be written when an answer changes: that one, and the other where it says the same. */
    readonly forms: readonly string[]
    /** Why the answers can not be taken as they are: what was typed would be lost if they were written again. */
    readonly issues: readonly Issue[]
}

/** Opens the forms of a case for a shell in which answers are typed. */
export function openForms(files: CaseFiles): OpenForms {
    const { form, issues } = readCaseFiles(files)
    // Answers that are wrong are there to be mended; what the file says and no answer holds would be lost.
    const lost = form?.input.issues.filter(({ severity }) => severity === "error")
    const stops =
        lost === undefined ? issues : [...lost, ...issues.filter(({ code }) => code === "case.form.two-files")]
    const given = [
        ...(files.workbook === undefined ? [] : [WORKBOOK_FILE]),
        ...(files.yaml === undefined ? [] : [YAML_FILE]),
    ]
    const other = given.filter((name) => name !== form?.file)
    const isSame = other.length > 0 && form?.isFilled === true && sameAnswers(files)
    const forms = form === undefined ? [] : isSame ? given : [form.file]
    return { forms, issues: stops, ...(form === undefined ? {} : { form }) }
}

/** Whether each form alone is filled in: if they differed, no case would have been read. */
function sameAnswers({ workbook, yaml }: CaseFiles): boolean {
    if (workbook === undefined || yaml === undefined) return false
    return [{ workbook }, { yaml }].every((one) => readCaseFiles(one).form?.isFilled === true)
}
