import type { Issue } from "../../base/issue.ts"
import { own } from "../../base/own.ts"
import { printDate, type Time } from "../../base/text/time.ts"
import type { LeafStatus } from "../../facts/checklist/checklist.ts"
import type { ConditionStatus } from "../../facts/checklist/conditions.ts"
import type { OfficerSoFar } from "../../facts/officer/officer.ts"
import { LABELS_EN } from "../../facts/officer/officer-form-english.data.ts"
import { typeOf } from "../../facts/officer/request-type.ts"
import { wantsTranslation } from "../../facts/recipients/recipient.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { messageOf } from "../../messages/index.ts"
import { shown } from "../shared/print.ts"
import type { ReasonLanguage } from "./checklist-cells.ts"
import * as words from "./checklist-english.words.ts"

/** The cells of the checklist in English, for a screen; what an officer has typed stays as it was typed. */

const labels = (fields: readonly string[]): string => fields.map((field) => own(LABELS_EN, field) ?? field).join(", ")

function sentence(found: Issue): string {
    const { message, hint = "" } = messageOf(found, "en")
    return [message, hint].filter((part) => part !== "").join("; ")
}

/** English, for `leafReason`. */
export const ENGLISH: ReasonLanguage = { words, sentence, labels, date: printDate }

/** Where it is, or is to be filled in. */
export function leafWhereEn({ kind, fields, files }: LeafStatus): string[] {
    if (kind === "materials") return files.length === 0 ? [words.PACKET] : files.map((name) => shown(name))
    if (kind === "by-hand") return [words.OFFICERS_OWN]
    if (kind === "photo") return [files[0] === undefined ? words.PHOTOS : shown(files[0])]
    return [`${words.FORM}: ${labels(fields)}`]
}

/** Where what meets a condition is, or is to be put. */
export function conditionWhereEn({ id, by, files }: ConditionStatus): string {
    if (by === "account") return "—"
    const rows = by === "domain" ? words.MAILBOX_ROW : words.ROWS[id]
    if (rows !== undefined) return `${words.FORM}: ${rows}`
    if (files.length > 0) return files.map((name) => shown(name)).join(", ")
    return id === "sealed-letter" ? words.SCAN_WHEN_SEALED : words.FORM_AND_SCAN
}

/** What is lacking and how to get it, or by what a condition is met. */
export function conditionBasisEn(condition: ConditionStatus, recipient: Recipient, officer: OfficerSoFar): string {
    const { id, met, lacking, by } = condition
    if (!met) {
        const how = words.lacks(id, lacking)
        return id === "sealed-letter" && lacking.includes("scan") && wantsTranslation(recipient)
            ? how + words.WITH_TRANSLATION
            : how
    }
    const { instrument, approval = {}, channelConfirmed, mailboxAccepted } = officer
    switch (id) {
        case "sealed-letter":
            return words.SEALED
        case "legal-instrument":
            return said(instrument?.nameEn, instrument?.number, instrument?.date)
        case "approval": {
            const { name, position, date } =
                typeOf(officer).approver === "county"
                    ? (approval.countyHead ?? {})
                    : { name: approval.approver, position: approval.position, date: approval.date }
            return said(name, position, date)
        }
        case "channel":
            return said(own(words.WAYS, channelConfirmed?.way ?? ""), confirmed(channelConfirmed))
        case "mailbox":
            if (by === "account") return words.BY_ACCOUNT
            return by === "domain" ? words.BY_DOMAIN : said(confirmed(mailboxAccepted))
    }
}

function confirmed(record: OfficerSoFar["mailboxAccepted"]): string | undefined {
    return record === undefined ? undefined : `${said(record.on, record.by)}: ${shown(record.how)}`
}

function said(...parts: readonly (string | Time | undefined)[]): string {
    const there = parts.filter((part) => part !== undefined)
    return there.map((part) => (typeof part === "string" ? shown(part) : printDate(part))).join(", ") || "—"
}
