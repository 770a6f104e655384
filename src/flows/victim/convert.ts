import type { Host } from "../../base/host.ts"
import { hasErrors, issue, PacketError } from "../../base/issue.ts"
import type { Lang } from "../../base/lang.ts"
import { type CaseFiles, type CaseForm, formOf, lostIn, YAML_FILE } from "../../facts/case/form/case-files.ts"
import { WORKBOOK_FILE } from "../../facts/case/form/sheet-words.data.ts"
import { readWorkbook } from "../../facts/case/form/workbook-read.ts"
import { printWorkbook } from "../../facts/case/form/workbook-write.ts"
import { printCaseYaml } from "../../facts/case/form/yaml-write.ts"
import { readYaml } from "../../facts/case/yaml.ts"
import { formSetting } from "./start.ts"

/** One form of a case into the other. */

export type FormKind = "xlsx" | "yaml"

/**
 * The other form of a case, with every answer that this one has: what was printed is read back and compared, and each
 * answer that does not come back is a finding.
 *
 * @param to - Which form is made; it is made from the other.
 * @throws PacketError with what is wrong with the file that is converted, or `case.form.lost`.
 */
export function convertCase(files: CaseFiles, to: FormKind, host: Host, lang: Lang): Uint8Array {
    const form = to === "xlsx" ? yamlForm(files.yaml) : workbookForm(files.workbook)
    if (hasErrors(form.input.issues)) throw new PacketError(form.input.issues)
    if (!form.isFilled) throw new PacketError([issue("case.form.nothing", [form.file], {})])
    const setting = formSetting(host, lang)
    const bytes = to === "xlsx" ? printWorkbook(form.answers, setting) : printCaseYaml(form.answers, setting)
    const lost = lostIn(form, to === "xlsx" ? workbookForm(bytes) : yamlForm(bytes))
    if (lost.length > 0) throw new PacketError(lost)
    return bytes
}

function yamlForm(bytes: Uint8Array | undefined): CaseForm {
    return formOf(YAML_FILE, readYaml(YAML_FILE, given(bytes, YAML_FILE), "keep"))
}

function workbookForm(bytes: Uint8Array | undefined): CaseForm {
    return formOf(WORKBOOK_FILE, readWorkbook(WORKBOOK_FILE, given(bytes, WORKBOOK_FILE)))
}

function given(bytes: Uint8Array | undefined, file: string): Uint8Array {
    if (bytes === undefined) throw new PacketError([issue("shell.file.missing", [], { file })])
    return bytes
}
