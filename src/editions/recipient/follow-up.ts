import type { Officer } from "../../facts/officer/officer.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import * as words from "./follow-up.words.ts"
import { fittingSubject, type MailText, sender } from "./mail.ts"
import type { FollowUpKind, SentRequest } from "./sent-request.ts"

/** Mails after a request was sent, of facts of the journal and the sender's own data: nothing of the case is in them. */

/** Subject and text, English first, then the same in Chinese. */
export function followUpMail(kind: FollowUpKind, sent: SentRequest, recipient: Recipient, officer: Officer): MailText {
    const term = recipient.preservation?.term
    const days = term?.unit === "days" ? term.count : undefined
    const en = words.EN[kind](sent, days)
    const zh = words.ZH[kind](sent, days)
    return {
        subject: fittingSubject(officer, words.subjectOf(kind, sent.ref, sent.ticket)),
        body: [
            words.addressedTo(recipient.addressee.en),
            "",
            words.requestEn(sent),
            ...en,
            words.NO_DATA_EN,
            "",
            sender(recipient, officer),
            words.reply(sent.ref, sent.ticket),
            "",
            words.HEAD_ZH,
            words.requestZh(sent),
            ...zh,
            words.NO_DATA_ZH,
            "",
        ].join("\n"),
    }
}

/** Where it goes, for the officer to read. */
export function followUpWay({ followUp, officialPage }: Recipient): string {
    return followUp === undefined ? "" : words.way(followUp.address, followUp, officialPage?.address)
}
