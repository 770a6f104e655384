import type { Issue } from "../../base/issue.ts"
import { type CaseFiles, type CaseForm, readCaseFiles } from "../../facts/case/form/case-files.ts"

/** A case as it is opened to go on answering. */
export interface OpenForms {
    /** The form that was filled in; absent where what is there cannot be read. */
    readonly form?: CaseForm
    /** Names of the forms that are to be written when an answer changes: that one, and the other where it says the same. */
    readonly forms: readonly string[]
    /** Why the answers cannot be taken as they are: what was typed would be lost if they were written again. */
    readonly issues: readonly Issue[]
}

/** Opens the forms of a case for a shell in which answers are typed. */
export function openForms(files: CaseFiles): OpenForms {
    const { form, twin, issues } = readCaseFiles(files)
    // Answers that are wrong are there to be mended; what the file says and no answer holds would be lost.
    const lost = form?.input.issues.filter(({ severity }) => severity === "error")
    const stops =
        lost === undefined ? issues : [...lost, ...issues.filter(({ code }) => code === "case.form.two-files")]
    const forms = [form, twin].flatMap((one) => one?.file ?? [])
    return { forms, issues: stops, ...(form === undefined ? {} : { form }) }
}
