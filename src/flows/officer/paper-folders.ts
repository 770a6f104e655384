import { byName } from "../../base/text/name-order.ts"

/** The folders beside the officer's form, and the order in which their files are taken. */

/** Kinds of papers that lie beside the form as files. */
export type PaperKind = "photos" | "legal" | "sealed" | "consent"
/** Folders beside the form: photos of the police ID, instruments, the sealed letter, the account holder's consent. */
export const PAPER_FOLDERS: Readonly<Record<PaperKind, string>> = {
    photos: "证件照",
    legal: "法律文书",
    sealed: "盖章公函",
    consent: "同意书",
}

/** Goes with the instruments as a paper of its own. */
const IDENTITY_LETTER = "身份证明"

/**
 * The files of a folder of papers in the order in which they are taken: by name, of the instruments the one whose number
 * and date stand in the form first. What systems leave behind has been taken out by `withoutSystemFiles`; every other file
 * is a paper, also a hidden one.
 */
export function orderPapers<T>(kind: PaperKind, files: readonly T[], nameOf: (file: T) => string): readonly T[] {
    const papers = [...files].sort((a, b) => byName(nameOf(a), nameOf(b)))
    if (kind !== "legal") return papers
    const isFurther = (file: T): boolean => nameOf(file).includes(IDENTITY_LETTER)
    return [...papers.filter((file) => !isFurther(file)), ...papers.filter(isFurther)]
}
