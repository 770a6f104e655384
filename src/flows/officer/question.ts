import type { Host } from "../../base/host.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import { type Output, output } from "../../base/output.ts"
import { channelQuestion, mailboxToAsk, signature } from "../../editions/recipient/question.ts"
import { officerNameEn } from "../../editions/recipient/sender.ts"
import { NOT_PROVIDED_EN } from "../../editions/shared/print.words.ts"
import { DEFAULT_RECIPIENT } from "../../facts/case/default-recipient.data.ts"
import type { Journal } from "../../facts/journal/chain.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { loadDeskToAsk } from "../../facts/recipients/desk-of-case.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { writeEml } from "../../typeset/mail/eml.ts"
import { windowsText } from "../../typeset/mail/windows-text.ts"
import { refuseOtherCase } from "./follow-up.ts"
import { INQUIRY_NAME, inquiryFolder, inquiryMailName, requestId, stemOf } from "./names.ts"
import { questionText } from "./question-blank.ts"

/** The question about a desk's channel and its safety, of an officer: as a file, and as a draft mail. */

/** The question of an officer as a file, in a folder in which nothing that holds case data lies. */
export function questionFile(recipient: Recipient, ref: string, officer: Officer): Output {
    const text = questionText(recipient, questionOf(recipient, ref, officer))
    return output("inquiry", `${folderOf(ref, officer)}/${INQUIRY_NAME}`, windowsText(text))
}

const folderOf = (ref: string, officer: Officer): string => inquiryFolder(stemOf(ref, requestId(officer)))

/** The question of an officer, with whom it is asked. */
export interface Question {
    readonly outputs: readonly Output[]
    readonly issues: readonly Issue[]
    readonly recipient: Recipient
    /** The mailbox of the draft mail; absent where the profile names none. */
    readonly to: string | undefined
}

/**
 * Asks a desk: the one that is named, else that of the officer data. Throws `PacketError` where no reference is known, or
 * the officer data are another case's than the journal.
 *
 * @param file - What messages call the officer's file.
 */
export function ask(host: Host, officer: Officer, file: string, named?: string, journal?: Journal): Question {
    if (journal !== undefined) refuseOtherCase(officer, journal)
    const ref = officer.ref ?? journal?.head?.ref
    if (ref === undefined) throw new PacketError([issue("outreach.mail.no-ref", [file], { file })])
    const recipient = loadDeskToAsk(host, named ?? officer.recipient ?? DEFAULT_RECIPIENT, ["--recipient"])
    return { ...questionFiles(recipient, ref, officer), recipient, to: mailboxToAsk(recipient) }
}

/** {@link questionFile} and, where the profile names a mailbox to ask, the same as a draft mail. */
export function questionFiles(
    recipient: Recipient,
    ref: string,
    officer: Officer,
): { readonly outputs: readonly Output[]; readonly issues: readonly Issue[] } {
    const text = questionFile(recipient, ref, officer)
    const address = mailboxToAsk(recipient)
    if (address === undefined) {
        const page = recipient.officialPage?.address ?? ""
        const params = { recipient: recipient.id, page }
        return { outputs: [text], issues: [issue("outreach.question.no-mailbox", [], params, "warning")] }
    }
    const { subject, body } = questionOf(recipient, ref, officer)
    const name = inquiryMailName(ref)
    const mail = writeEml({ to: [address], subject, body, attachments: [] }, [name])
    return { outputs: [text, output("inquiry", `${folderOf(ref, officer)}/${name}`, mail)], issues: [] }
}

function questionOf(recipient: Recipient, ref: string, officer: Officer) {
    const { agency = {}, officer: person = {} } = officer
    const unit = [agency.nameEn, agency.departmentEn, agency.countryEn]
    const signed = signature(officerNameEn(officer), unit, person.email ?? NOT_PROVIDED_EN)
    return channelQuestion(recipient, ref, officer.route, signed)
}
