import { type Issue, issue, PacketError } from "../../base/issue.ts"
import { type Output, output } from "../../base/output.ts"
import { type FollowUpKind, followUpMail, followUpWay, type SentRequest } from "../../editions/recipient/follow-up.ts"
import type { Entry, Journal } from "../../facts/journal/chain.ts"
import { numberOf, standing } from "../../facts/journal/due.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { writeEml } from "../../typeset/mail/eml.ts"
import { windowsText } from "../../typeset/mail/windows-text.ts"
import { FOLLOW_UP_NAME, followUpFolder, followUpMailName } from "./names.ts"

/** Mails after a request was sent, made of what the journal records of it. */

/** The entry by which a request was sent: of a number, else the last one. Voided entries do not count. */
export function sentEntry({ entries }: Journal, recipient: string | undefined, no?: string): Entry | undefined {
    return standing(entries)
        .filter(({ act }) => act === "sent")
        .filter(({ fields }) => recipient === undefined || fields.recipient === recipient)
        .filter((entry) => no === undefined || numberOf(entry) === no)
        .at(-1)
}

/**
 * Text and draft mail to the desk's mailbox for follow-ups. Throws `PacketError` where the profile names none, or where
 * the journal has no answer that could be thanked for.
 *
 * @param sent - As {@link sentEntry} found it.
 */
export function followUpFiles(
    kind: FollowUpKind,
    recipient: Recipient,
    officer: Officer,
    journal: Journal,
    sent: Entry,
): { readonly outputs: readonly Output[]; readonly folder: string; readonly issues: readonly Issue[] } {
    const ref = journal.head?.ref ?? ""
    const request = requestOf(journal, sent, ref)
    const issues: Issue[] = []
    const address = recipient.followUp?.address
    if (address === undefined)
        issues.push(
            issue("outreach.follow-up.no-mailbox", [], {
                recipient: recipient.id,
                page: recipient.officialPage?.address ?? "",
            }),
        )
    if (kind !== "receipt" && request.answeredOn === undefined)
        issues.push(issue("outreach.follow-up.no-answer", [], { kind, no: numberOf(sent) }))
    if (address === undefined || issues.length > 0) throw new PacketError(issues)
    const { subject, body } = followUpMail(kind, request, recipient, officer)
    const folder = followUpFolder(ref, kind, journal.entries.length)
    const name = followUpMailName(ref, kind)
    const text = `${followUpWay(recipient)}\n主题：${subject}\n\n${body}`
    return {
        folder,
        issues: [],
        outputs: [
            output("mail", `${folder}/${name}`, writeEml({ to: [address], subject, body, attachments: [] }, [name])),
            output("mail-body", `${folder}/${FOLLOW_UP_NAME}`, windowsText(text)),
        ],
    }
}

const ANSWERS = ["answered", "answered-in-part"]

/** What of the journal goes to the desk: days, type, route, its own ticket number, the mailbox it was written from. */
function requestOf({ entries }: Journal, sent: Entry, ref: string): SentRequest {
    const own = standing(entries).filter((entry) => entry.n > sent.n && numberOf(entry) === numberOf(sent))
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

/** A ticket number as the desk gave it; anything that a mail's subject can not hold is left out. */
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
