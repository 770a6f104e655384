import type { Host } from "../../base/host.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import { type Output, output } from "../../base/output.ts"
import { followUpMail, followUpWay } from "../../editions/recipient/follow-up.ts"
import type { FollowUpKind, SentRequest } from "../../editions/recipient/sent-request.ts"
import { DEFAULT_RECIPIENT } from "../../facts/case/default-recipient.data.ts"
import type { Entry, Journal } from "../../facts/journal/chain.ts"
import { numberOf, standing } from "../../facts/journal/due.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { loadRecipient } from "../../facts/recipients/recipient.ts"
import { writeEml } from "../../typeset/mail/eml.ts"
import { windowsText } from "../../typeset/mail/windows-text.ts"
import { FOLLOW_UP_NAME, followUpFolder, followUpMailName } from "./names.ts"

/** Mails after a request was sent, made of what the journal records of it. */

/** The entry by which a request was sent: of a number, else the last one. Voided entries do not count. */
function sentEntry({ entries }: Journal, recipient: string | undefined, no?: string): Entry | undefined {
    return standing(entries)
        .filter(({ act }) => act === "sent")
        .filter(({ fields }) => recipient === undefined || fields.recipient === recipient)
        .filter((entry) => no === undefined || numberOf(entry) === no)
        .at(-1)
}

/** A follow-up that was made, and what is recorded once it was sent. */
export interface FollowUp {
    readonly outputs: readonly Output[]
    /** The mailbox it goes to, and the number of the request where the journal has one. */
    readonly to: string
    readonly no: string | undefined
}

/**
 * Text and draft mail to the desk's mailbox for follow-ups. Throws `PacketError` where nothing was sent to the desk, it
 * has no such mailbox, the journal has no answer that could be thanked for, or the officer data are another case's.
 *
 * @param file - What messages call the journal.
 * @param wanted - Desk and number of the request; by the officer data and the last one sent where absent.
 */
export function followUp(
    host: Host,
    kind: FollowUpKind,
    officer: Officer,
    journal: Journal,
    file: string,
    wanted: { readonly recipient?: string | undefined; readonly no?: string | undefined } = {},
): FollowUp {
    refuseOtherCase(officer, journal)
    const desk = wanted.recipient ?? officer.recipient
    const sent = sentEntry(journal, desk, wanted.no)
    const recipient = loadRecipient(host, desk ?? sent?.fields.recipient ?? DEFAULT_RECIPIENT, ["--recipient"])
    if (sent === undefined) {
        const params = { recipient: recipient.name.zh, journal: file }
        throw new PacketError([issue("outreach.follow-up.not-sent", [file], params)])
    }
    const ref = journal.head?.ref ?? ""
    const request = requestOf(journal, sent, ref)
    const address = recipient.followUp?.address
    const page = recipient.officialPage?.address ?? ""
    const issues: Issue[] = []
    if (address === undefined)
        issues.push(issue("outreach.follow-up.no-mailbox", [], { recipient: recipient.id, page }))
    const withdrawn = ofRequest(journal, sent).find(({ act }) => act === "withdrawn")
    if (withdrawn !== undefined && kind !== "thanks")
        issues.push(issue("outreach.follow-up.withdrawn", [], { no: numberOf(sent), on: withdrawn.at.slice(0, 10) }))
    if (kind !== "receipt" && request.answeredOn === undefined)
        issues.push(issue("outreach.follow-up.no-answer", [], { kind, no: numberOf(sent) }))
    if (address === undefined || issues.length > 0) throw new PacketError(issues)
    const { subject, body } = followUpMail(kind, request, recipient, officer)
    const folder = followUpFolder(ref, kind, journal.entries.length)
    const name = followUpMailName(ref, kind)
    const text = `${followUpWay(recipient)}\n主题：${subject}\n\n${body}`
    return {
        to: address,
        no: sent.fields.no,
        outputs: [
            output("mail", `${folder}/${name}`, writeEml({ to: [address], subject, body, attachments: [] }, [name])),
            output("mail-body", `${folder}/${FOLLOW_UP_NAME}`, windowsText(text)),
        ],
    }
}

/** Throws `PacketError` where the officer data name another case than the journal. */
export function refuseOtherCase({ ref }: Officer, { head }: Journal): void {
    if (ref === undefined || head === undefined || ref === head.ref) return
    throw new PacketError([issue("outreach.mail.other-ref", ["ref"], { found: ref, expected: head.ref })])
}

const ANSWERS = ["answered", "answered-in-part"]

/** What was recorded of a request since it was sent. */
const ofRequest = ({ entries }: Journal, sent: Entry): readonly Entry[] =>
    standing(entries).filter((entry) => entry.n > sent.n && numberOf(entry) === numberOf(sent))

/** What of the journal goes to the desk: days, type, route, its own ticket number, the mailbox it was written from. */
function requestOf(journal: Journal, sent: Entry, ref: string): SentRequest {
    const own = ofRequest(journal, sent)
    const ticket = plain(own.filter(({ act }) => act === "ticket").at(-1)?.fields.number)
    const answer = own.filter(({ act }) => ANSWERS.includes(act)).at(-1)
    const part = own.filter(({ act }) => act === "answered-in-part").at(-1)
    const { type = "", route = "", mailbox } = sent.fields
    const isMailbox = mailbox !== undefined && /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(mailbox)
    const files = answer?.files.length ?? 0
    return {
        ...{ ref, type, route, sentOn: sent.at.slice(0, 10), outstanding: itemNumbers(part?.fields.outstanding) },
        ...(answer === undefined ? {} : { answeredOn: answer.at.slice(0, 10) }),
        ...(files === 0 ? {} : { files }),
        ...(isMailbox ? { mailbox } : {}),
        ...(ticket === undefined ? {} : { ticket }),
    }
}

/** A ticket number as the desk gave it; anything that a mail's subject cannot hold is left out. */
function plain(text: string | undefined): string | undefined {
    return text !== undefined && /^[\x21-\x7E]{1,40}$/.test(text) ? text : undefined
}

/** Numbers of items in `第2、3项` or `items 2, 3`; other words of a journal never leave. */
function itemNumbers(text = ""): readonly number[] {
    const [, list = ""] =
        /第\s*([\d\s、,，和及]+?)\s*项/.exec(text) ?? /\bitems?\s+([\d\s,]+(?:and\s+\d+)?)/i.exec(text) ?? []
    const numbers = (list.match(/\d{1,2}/g) ?? []).map(Number)
    return [...new Set(numbers)].filter((n) => n > 0).sort((a, b) => a - b)
}
