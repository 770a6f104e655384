import type { Issue, IssueCode } from "../base/issue.ts"
import type { Lang } from "../base/lang.ts"
import { caseIssues } from "./case.ts"
import { caseFormIssues } from "./case-form.ts"
import { consistencyIssues } from "./consistency.ts"
import { documentIssues } from "./document.ts"
import { docxIssues } from "./docx.ts"
import { evidenceIssues } from "./evidence.ts"
import { evidenceRecordIssues } from "./evidence-record.ts"
import { exhibitIssues } from "./exhibits.ts"
import { intakeIssues } from "./intake.ts"
import { journalIssues } from "./journal.ts"
import { ledgerIssues } from "./ledger.ts"
import { ledgerCaseIssues } from "./ledger-case.ts"
import { ledgerChosenIssues } from "./ledger-chosen.ts"
import { ledgerDoubtIssues } from "./ledger-doubt.ts"
import { mailIssues } from "./mail.ts"
import { inEnglish, type Message, type Messages } from "./message.ts"
import { officerIssues } from "./officer.ts"
import { officerFormIssues } from "./officer-form.ts"
import { outreachIssues } from "./outreach.ts"
import { packetIssues } from "./packet.ts"
import { pictureIssues } from "./picture.ts"
import { profileIssues } from "./profile.ts"
import { receivedIssues } from "./received.ts"
import { reporterIssues } from "./reporter.ts"
import { requestIssues } from "./request.ts"
import { requestTypeIssues } from "./request-type.ts"
import { scanIssues } from "./scan.ts"
import { sealingIssues } from "./sealing.ts"
import { sendingIssues } from "./sending.ts"
import { severalIssues } from "./several.ts"
import { shellIssues } from "./shell.ts"
import { signIssues } from "./signs.ts"
import { together } from "./together.ts"
import { verifyIssues } from "./verify.ts"
import { yamlIssues } from "./yaml.ts"

/** The texts of every code. */
export const messages: Messages<IssueCode> = {
    ...caseIssues,
    ...caseFormIssues,
    ...consistencyIssues,
    ...documentIssues,
    ...docxIssues,
    ...evidenceIssues,
    ...evidenceRecordIssues,
    ...exhibitIssues,
    ...intakeIssues,
    ...journalIssues,
    ...ledgerIssues,
    ...ledgerCaseIssues,
    ...ledgerChosenIssues,
    ...ledgerDoubtIssues,
    ...officerFormIssues,
    ...officerIssues,
    ...mailIssues,
    ...outreachIssues,
    ...packetIssues,
    ...pictureIssues,
    ...profileIssues,
    ...receivedIssues,
    ...reporterIssues,
    ...requestIssues,
    ...requestTypeIssues,
    ...scanIssues,
    ...sealingIssues,
    ...sendingIssues,
    ...severalIssues,
    ...shellIssues,
    ...signIssues,
    ...verifyIssues,
    ...yamlIssues,
}

/** What many findings of one code say together, where the place of each adds nothing; undefined where it does. */
export function messageOfMany(code: IssueCode, count: number, lang: Lang): Message | undefined {
    return together[code]?.(count)[lang]
}

/** What an issue says in a language. */
export function messageOf({ code, params }: Issue, lang: Lang): Message {
    const print = messages[code] as (params: Issue["params"]) => Readonly<Record<Lang, Message>>
    return print(lang === "en" ? inEnglish(params) : params)[lang]
}
