import type { Issue } from "../../base/issue.ts"
import { own } from "../../base/own.ts"
import { printChineseDate, type Time } from "../../base/text/time.ts"
import type { LeafStatus } from "../../facts/checklist/checklist.ts"
import type { ConditionStatus } from "../../facts/checklist/conditions.ts"
import { fieldAt } from "../../facts/officer/field-at.ts"
import type { OfficerSoFar } from "../../facts/officer/officer.ts"
import { FORM } from "../../facts/officer/officer-form.data.ts"
import { typeOf } from "../../facts/officer/request-type.ts"
import { wantsTranslation } from "../../facts/recipients/recipient.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { messageOf } from "../../messages/index.ts"
import { shown } from "../shared/print.ts"
import * as words from "./checklist.words.ts"

/** What stands in the cells of the checklist: reasons, places and what a condition rests on, from facts and words. */

/** What an open condition lacks, as the conclusion names it; what is there of it is not named again. */
export function openCondition({ id, lacking }: ConditionStatus): string {
    if (id === "legal-instrument") return words.instrumentLacks(lacking.map(partZh))
    if (id === "sealed-letter" && !lacking.includes("scan")) return words.SEALED_TO_COMPARE
    if (id !== "approval") return words.CONDITION_ZH[id]
    return words.approvalLacks(lacking.map((part) => (part === "date" ? words.APPROVAL_DATE : partZh(part))))
}

const partZh = (part: string): string => own(words.LACKING_ZH, part) ?? part

/** A missing detail by the labels of its blank rows, which say more than `号码` does. */
export function openLeaf({ label, blankFields }: LeafStatus): string {
    return blankFields.length > 0 ? labels(blankFields) : label
}

/** Words of the reasons, in whatever language. */
type ReasonName =
    | "NO_PHOTO"
    | "NO_MATERIALS"
    | "NOT_FILLED"
    | "notFilled"
    | "KEPT_BACK"
    | "notReleased"
    | "RELEASE"
    | "BY_IDENTITY_MAIL"
    | "replacedBy"
    | "PHOTO_NOT_ASKED"
    | "NOT_TOLD"
    | "FROM_REPORTER"
    | "MAY_UPLOAD"
    | "finding"
    | "unmarkedBy"
    | "PHONE_TYPE"
/** A language in which reasons are told: its words, and what prints findings, fields and days in it. */
export interface ReasonLanguage {
    readonly words: { readonly [K in ReasonName]: (typeof words)[K] extends string ? string : (typeof words)[K] }
    readonly sentence: (found: Issue) => string
    readonly labels: (fields: readonly string[]) => string
    readonly date: (day: Time) => string
}

/** Why a detail stands as it does, and what to do; one line each. */
export function leafReason(
    leaf: LeafStatus,
    officer: OfficerSoFar | undefined,
    language: ReasonLanguage = CHINESE,
): string[] {
    const { words, sentence, labels } = language
    const said = [...leaf.findings.map((found) => words.finding(sentence(found))), ...unmarked(leaf, officer, language)]
    switch (leaf.state) {
        case "missing":
            if (leaf.kind === "photo") return [words.NO_PHOTO]
            if (leaf.kind === "materials") return [words.NO_MATERIALS]
            return leaf.blankFields.length === leaf.fields.length
                ? [words.NOT_FILLED]
                : [...values(leaf.fields, officer, language), words.notFilled(labels(leaf.blankFields))]
        case "prepared":
            return [
                leaf.releaseLacks.length === 0
                    ? words.KEPT_BACK
                    : words.notReleased(leaf.releaseLacks.map((lack) => words.RELEASE[lack])),
                ...said,
            ]
        case "identity-mail":
            return [words.BY_IDENTITY_MAIL, ...said]
        case "not-needed":
            return [replaced(officer, language) ?? words.PHOTO_NOT_ASKED]
        case "by-hand":
            return [words.NOT_TOLD]
        default:
            if (leaf.kind === "materials") return [words.FROM_REPORTER]
            return leaf.kind === "photo" && leaf.findings.length === 0
                ? [words.MAY_UPLOAD, ...said]
                : [...values(leaf.fields, officer, language), ...said]
    }
}

/** On whose word a letter takes the place of an image. */
function replaced(officer: OfficerSoFar | undefined, { words, date }: ReasonLanguage): string | undefined {
    const { identityReplaced } = officer ?? {}
    if (identityReplaced === undefined) return undefined
    const { by, on, how } = identityReplaced
    return words.replacedBy(shown(by), date(on), shown(how))
}

/** Who answers for an image without the mark. */
function unmarked(leaf: LeafStatus, officer: OfficerSoFar | undefined, { words }: ReasonLanguage): string[] {
    const { approver, reason } = officer?.identityUnmarked ?? {}
    if (leaf.kind !== "photo" || approver === undefined || reason === undefined) return []
    return [words.unmarkedBy(shown(approver), shown(reason))]
}

/** What the fields hold, so that the officer checks them here once more. */
function values(fields: readonly string[], officer: OfficerSoFar | undefined, { words }: ReasonLanguage): string[] {
    return fields.flatMap((field) => {
        const value = fieldAt(officer, field)
        return typeof value === "string" && value.trim() !== "" ? [own(words.PHONE_TYPE, value) ?? shown(value)] : []
    })
}

/** A finding in the words of the terminal, with what to do about it. */
function sentence(found: Issue): string {
    const { message, hint } = messageOf(found, "zh-CN")
    return shown(hint === undefined || hint === "" ? `${message}。` : `${message}。${hint}。`)
}

/** What fields are called on the form; what they share is said once: `单位全称（中文、英文）`. */
export function labels(fields: readonly string[]): string {
    const kinds = new Map<string, string[]>()
    for (const field of fields) {
        const label = FORM.flatMap(({ rows }) => rows).find((row) => row.field === field)?.label ?? field
        const [, name = label, kind] = /^(.+)（(.+)）$/.exec(label) ?? []
        kinds.set(name, [...(kinds.get(name) ?? []), ...(kind === undefined ? [] : [kind])])
    }
    return [...kinds].map(([name, of]) => (of.length === 0 ? name : `${name}（${of.join("、")}）`)).join("、")
}

const CHINESE: ReasonLanguage = { words, sentence, labels, date: printChineseDate }

/** Files and places in them; before there is an officer, where it is to be filled in. */
export function leafWhere({ kind, fields, files }: LeafStatus, officer: OfficerSoFar | undefined): string[] {
    if (kind === "materials") return files.length === 0 ? [words.PACKET_ZH] : files.map((name) => shown(name))
    if (kind === "by-hand") return [words.OFFICERS_OWN]
    if (kind === "photo") return [files[0] === undefined ? words.PHOTOS_ZH : shown(files[0])]
    return [`${officer === undefined ? words.FORM_ZH : shown(files[0], words.FORM_ZH)}：${labels(fields)}`]
}

/** Where what meets a condition is, or is to be put. */
export function conditionWhere({ id, by, files }: ConditionStatus): string {
    if (by === "account") return "—"
    const names = files.map((name) => shown(name)).join("、")
    const rows = by === "domain" ? words.MAILBOX_ROW : words.ROWS_ZH[id]
    if (rows !== undefined) return `${names === "" ? words.FORM_ZH : names}：${rows}`
    if (names !== "") return names
    return id === "sealed-letter" ? words.SCAN_WHEN_SEALED : words.FORM_AND_SCAN
}

/** What is lacking and how to get it, or by what a condition is met. */
export function conditionBasis(
    condition: ConditionStatus,
    recipient: Recipient,
    officer: OfficerSoFar | undefined,
): string {
    const { id, met, lacking, by } = condition
    if (!met) {
        const how = words.lacks(id, lacking.map(partZh))
        return id === "sealed-letter" && lacking.includes("scan") && wantsTranslation(recipient)
            ? how + words.WITH_TRANSLATION
            : how
    }
    const { instrument, approval, channelConfirmed, mailboxAccepted } = officer ?? {}
    switch (id) {
        case "sealed-letter":
            return words.SEALED
        case "legal-instrument":
            return [instrument?.nameZh, instrument?.number, instrument?.date && printChineseDate(instrument.date)]
                .map((part) => shown(part))
                .join("，")
        case "approval":
            if (typeOf(officer ?? {}).approver === "county") return countyHead(approval?.countyHead)
            return [approval?.approver, approval?.position, approval?.date && printChineseDate(approval.date)]
                .filter((part) => part !== undefined)
                .map((part) => shown(part))
                .join("，")
        case "channel":
            return `${wayZh(channelConfirmed?.way)}${confirmed(channelConfirmed)}`
        case "mailbox":
            if (by === "account") return words.BY_ACCOUNT
            return by === "domain" ? words.BY_DOMAIN : confirmed(mailboxAccepted)
    }
}

function countyHead(head: NonNullable<OfficerSoFar["approval"]>["countyHead"]): string {
    return head === undefined ? "—" : [shown(head.name), shown(head.position), printChineseDate(head.date)].join("，")
}

/** `官方页面点进；`, by the word of the form. */
function wayZh(way: string | undefined): string {
    const row = FORM.flatMap(({ rows }) => rows).find(({ field }) => field === "channelConfirmed.way")
    const [word] = Object.entries(row?.words ?? {}).find(([, meant]) => meant === way) ?? []
    return word === undefined ? "" : `${word}；`
}

function confirmed(record: OfficerSoFar["mailboxAccepted"]): string {
    return record === undefined ? "—" : `${printChineseDate(record.on)}，${shown(record.by)}：${shown(record.how)}`
}
