import type { Officer } from "../../facts/officer/officer.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import * as words from "./follow-up.words.ts"
import { fittingSubject, type MailText, sender } from "./mail.ts"

/** Mails after a request was sent, of facts of the journal and the sender's own data: nothing of the case is in them. */

/** Receipt asked for, the rest asked for, thanks with the wish that records be kept. */
export const FOLLOW_UP_KINDS = ["receipt", "outstanding", "thanks"] as const
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number]

/** What the journal says of the request that is followed up. */
export interface SentRequest {
    readonly ref: string
    /** Type and route by their ids. */
    readonly type: string
    readonly route: string
    /** Days, `2026-11-27`. */
    readonly sentOn: string
    readonly answeredOn?: string
    /** How many files came with the answer. */
    readonly files?: number
    /** Mailbox it was sent from. */
    readonly mailbox?: string
    readonly ticket?: string
    /** Numbers of the items of the request that are outstanding; empty where the journal names none. */
    readonly outstanding: readonly number[]
}

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
