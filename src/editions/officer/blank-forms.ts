import type { Case } from "../../facts/case/schema.ts"
import { emptyChecklist } from "../../facts/checklist/checklist.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import type { MailText } from "../recipient/mail.ts"
import { ownerOf } from "../recipient/owner.ts"
import { channelQuestion } from "../recipient/question.ts"
import { type RecipientExhibit, requestView } from "../recipient/recipient.ts"
import { agencyEn, instrumentEn, investigationEn, officerEn } from "../recipient/sender.ts"
import { type EvidenceItem, releasedForm } from "../shared/evidence-item.ts"
import { NOT_PROVIDED, NOT_PROVIDED_EN } from "../shared/print.words.ts"
import * as words from "./blank-forms.words.ts"
import { letterView } from "./letter.ts"
import { BLANK } from "./letter.words.ts"
import { type PortalSheet, type PortalValue, portalSheet } from "./portal.ts"

/**
 * 空白件: the officer's papers without an officer, by the views that make the real ones. What an officer would enter is a
 * line to fill in; no agency, number, signature or mailbox of the recipient stands in them.
 */

/** Officer data of nobody. By mail, since the other routes say of the officer's account that it has been verified. */
export function nobody(facts: Case, factsNotUsed: readonly string[]): Officer {
    return { completedAt: facts.preparedAt, route: "email", factsNotUsed: [...factsNotUsed] }
}

/** The profile without its mailboxes: a blank form that names one is sent there by somebody. */
export function withoutMailboxes({ followUp: _, questions: __, ...recipient }: Recipient): Recipient {
    const { email } = recipient.routes
    if (email === undefined) return recipient
    const { address: ___, ...route } = email
    return { ...recipient, routes: { ...recipient.routes, email: route } }
}

/** @param annexes - Names of the files beside the letter; their hashes are those of the day on which they are filled in. */
export function blankLetterView(
    facts: Case,
    recipient: Recipient,
    officer: Officer,
    annexes: readonly string[],
): object {
    const unhashed = annexes.map((name) => ({ name, sha256: BLANK }))
    const view = letterView(facts, facts.ref, recipient, officer, unhashed, "")
    return { ...view, ...targetLine(facts, recipient, officer, words.TARGET_ZH) }
}

/** The English page and Schedule A. */
export function blankRequestView(
    facts: Case,
    recipient: Recipient,
    officer: Officer,
    annexes: readonly string[],
): object {
    const line = { number: words.LINE }
    return {
        ...requestView(facts, facts.ref, recipient, officer, []),
        ...targetLine(facts, recipient, officer, words.TARGET_EN),
        ...{ date: words.LINE, replyBy: words.LINE, authenticate: words.LINE, caseNumber: line },
        investigation: lined(investigationEn(officer)),
        instrument: { ...lined(instrumentEn(officer)), nameZh: words.LINE, number: line },
        agency: { ...lined(agencyEn(officer)), email: words.LINE },
        officer: { ...lined(officerEn(officer)), nameZh: words.LINE },
        second: { name: words.LINE, nameZh: words.LINE },
        letter: { number: line, date: words.LINE },
        annexes: annexes.map((name) => ({ name })),
    }
}

/** Where only what the police found says which accounts are meant, room for it; elsewhere nothing. */
function targetLine(facts: Case, recipient: Recipient, officer: Officer, line: object): object {
    return ownerOf(facts, recipient, officer) === "elsewhere" ? { targets: [line] } : {}
}

/** Lines in place of what nobody provided. */
function lined<T extends object>(fields: T): T {
    const entries = Object.entries(fields).map(([key, value]) => [key, value === NOT_PROVIDED_EN ? words.LINE : value])
    return Object.fromEntries(entries) as T
}

/** Most pictures of 03-Exhibits. */
const MOST_EXHIBITS = 10

/** Pictures that the reporter released, the first ten, without a caption: the label says enough. */
export function blankExhibits(items: readonly EvidenceItem[]): readonly RecipientExhibit[] {
    return items
        .flatMap((item) => releasedForm(item) ?? [])
        .slice(0, MOST_EXHIBITS)
        .map((item) => ({ item, captionEn: "" }))
}

/** 门户填报信息单 with room for what the officer enters; `undefined` where the desk has no portal with known steps. */
export function blankPortalSheet(
    facts: Case,
    recipient: Recipient,
    officer: Officer,
    annexes: readonly string[],
): (PortalSheet & { readonly isBlank: true }) | undefined {
    const files = [words.SCANS, ...annexes]
    const sheet = portalSheet(facts, facts.ref, recipient, emptyChecklist(recipient), officer, files)
    if (sheet === undefined) return undefined
    const blankValue = ({ copy, zh, ...value }: PortalValue): PortalValue => ({
        ...value,
        copy: value.isPhoto ? words.uploadPhoto(value.label) : blanks(copy),
        zh: blanks(zh),
        state: words.TO_TICK,
    })
    return {
        ...sheet,
        ...{ isBlank: true, at: BLANK, chosen: BLANK, followUp: BLANK },
        stages: sheet.stages.map((stage) => ({
            ...stage,
            steps: stage.steps.map(({ zh, en, values, ...step }) => ({
                ...step,
                zh: zh.replace(MAILBOX, BLANK),
                ...(en === undefined ? {} : { en: en.replace(MAILBOX, words.LINE) }),
                values: values.map(blankValue),
            })),
        })),
    }
}

/** A mailbox within the words of a step. */
const MAILBOX = /[\w.+-]+@[\w.-]*\w/g

const blanks = (text: string): string => text.replaceAll(NOT_PROVIDED_EN, words.LINE).replaceAll(NOT_PROVIDED, BLANK)

/** The question about a channel, to be signed by hand. */
export function blankQuestion(facts: Case, recipient: Recipient, officer: Officer): MailText {
    return channelQuestion(recipient, facts.ref, officer.route, words.SIGNED)
}
