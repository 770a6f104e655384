import type { NamedBytes } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import { hasErrors, PacketError } from "../../base/issue.ts"
import { type Output, privateOutput } from "../../base/output.ts"
import { beijingMinute, parseTime } from "../../base/text/time.ts"
import { DEFAULT_RECIPIENT } from "../../facts/case/default-recipient.data.ts"
import { readYaml } from "../../facts/case/yaml.ts"
import { OFFICER_FORM_FILE } from "../../facts/officer/officer-form.data.ts"
import { printAnsweredForm, printOfficerForm } from "../../facts/officer/officer-form.ts"
import type { FormAnswers } from "../../facts/officer/officer-form-questions.ts"
import { readOfficerFile } from "../../facts/officer/officer-form-read.ts"
import { printOfficerYaml } from "../../facts/officer/officer-yaml.ts"
import { loadRecipient } from "../../facts/recipients/recipient.ts"
import { fillForm } from "../print/form.ts"

/** The officer's form, as a workbook and as text; one of them is filled in. */

const TEXT_FORM = "officer.yaml"
/** Files of a new form, the workbook last. */
export const OFFICE_FILES = [TEXT_FORM, OFFICER_FORM_FILE] as const

/**
 * Both forms, with the data groups of the recipient who will be asked.
 *
 * @param now - RFC 3339 with offset.
 * @param recipient - Its id; the recipient of most cases unless given.
 */
export function startOffice(host: Host, now: string, recipient: string | undefined): readonly Output[] {
    const form = fillForm(host, TEXT_FORM, { completedAt: minuteOf(now) })
    const { value, issues } = readYaml(TEXT_FORM, form, "drop")
    if (hasErrors(issues)) throw new PacketError(issues)
    const id = recipient ?? DEFAULT_RECIPIENT
    const groups = loadRecipient(host, id, ["--recipient"]).dataGroups
    // For whom it is verified is there before it is: a form that is used again for another desk says so by itself.
    const chosen = recipient === undefined ? {} : { recipient, confirmedFor: recipient }
    const data = { ...(value as object), ...chosen }
    const text = recipient === undefined ? form : printOfficerYaml(host.asset(`forms/${TEXT_FORM}`), data)
    return [
        privateOutput("form", TEXT_FORM, text),
        privateOutput("form", OFFICER_FORM_FILE, printOfficerForm(data, groups)),
    ]
}

/** The time of a new form, which the officer updates by hand. */
function minuteOf(now: string): string {
    const at = parseTime(now)
    return typeof at === "string" ? now : (beijingMinute(at) ?? now)
}

/**
 * The form with answers, as the file that an officer works with: a workbook, or text where `name` says so. Answers that
 * are no officer data stay a workbook, whose cells hold whatever was typed.
 */
export function answeredForm(host: Host, answers: FormAnswers, recipient: string, name: string): NamedBytes {
    const bytes = printAnsweredForm(answers, loadRecipient(host, recipient, [recipient]).dataGroups)
    if (!/\.ya?ml$/i.test(name)) return { name, bytes }
    const { given, issues } = readOfficerFile(OFFICER_FORM_FILE, bytes)
    if (hasErrors(issues)) return { name: OFFICER_FORM_FILE, bytes }
    return { name, bytes: printOfficerYaml(host.asset(`forms/${TEXT_FORM}`), given) }
}
