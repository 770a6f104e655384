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

const partZh = (part: string): string => own(words.LACKING, part) ?? part

/** A missing detail by the labels of its blank rows, which say more than `号码` does. */
export function openLeaf({ label, blankFields }: LeafStatus): string {
    return blankFields.length > 0 ? labels(blankFields) : label
}

/** Words of the cells, in whatever language. */
type CellWord =
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
    | "FORM"
    | "PACKET"
    | "PHOTOS"
    | "OFFICERS_OWN"
    | "ROWS"
    | "MAILBOX_ROW"
    | "SCAN_WHEN_SEALED"
    | "FORM_AND_SCAN"
    | "lacks"
    | "WITH_TRANSLATION"
    | "SEALED"
    | "BY_ACCOUNT"
    | "BY_DOMAIN"
/** A language in which cells are told: its words and signs, and what prints findings, fields and days in it. */
export interface CellLanguage {
    readonly words: { readonly [K in CellWord]: (typeof words)[K] extends string ? string : (typeof words)[K] }
    readonly sentence: (found: Issue) => string
    readonly labels: (fields: readonly string[]) => string
    readonly date: (day: Time) => string
    /** How a channel was verified, `官方页面点进`; empty for an unknown way. */
    readonly way: (way: string | undefined) => string
    readonly instrument: (named: NonNullable<OfficerSoFar["instrument"]>) => string | undefined
    /** Between entries of a list, between parts of a clause, behind what an entry is about. */
    readonly signs: {
        readonly list: string
        readonly comma: string
        readonly semicolon: string
        readonly colon: string
    }
}

/** Why a detail stands as it does, and what to do; one line each. */
export function leafReason(
    leaf: LeafStatus,
    officer: OfficerSoFar | undefined,
    language: CellLanguage = CHINESE,
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
function replaced(officer: OfficerSoFar | undefined, { words, date }: CellLanguage): string | undefined {
    const { identityReplaced } = officer ?? {}
    if (identityReplaced === undefined) return undefined
    const { by, on, how } = identityReplaced
    return words.replacedBy(shown(by), date(on), shown(how))
}

/** Who answers for an image without the mark. */
function unmarked(leaf: LeafStatus, officer: OfficerSoFar | undefined, { words }: CellLanguage): string[] {
    const { approver, reason } = officer?.identityUnmarked ?? {}
    if (leaf.kind !== "photo" || approver === undefined || reason === undefined) return []
    return [words.unmarkedBy(shown(approver), shown(reason))]
}

/** What the fields hold, so that the officer checks them here once more. */
function values(fields: readonly string[], officer: OfficerSoFar | undefined, { words }: CellLanguage): string[] {
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

const CHINESE: CellLanguage = {
    words,
    sentence,
    labels,
    date: printChineseDate,
    way: wayZh,
    instrument: ({ nameZh }) => nameZh,
    signs: { list: "、", comma: "，", semicolon: "；", colon: "：" },
}

/** Files and places in them; before there is an officer, where it is to be filled in. */
export function leafWhere(
    { kind, fields, files }: LeafStatus,
    officer: OfficerSoFar | undefined,
    { words, labels, signs }: CellLanguage = CHINESE,
): string[] {
    if (kind === "materials") return files.length === 0 ? [words.PACKET] : files.map((name) => shown(name))
    if (kind === "by-hand") return [words.OFFICERS_OWN]
    if (kind === "photo") return [files[0] === undefined ? words.PHOTOS : shown(files[0])]
    return [`${officer === undefined ? words.FORM : shown(files[0], words.FORM)}${signs.colon}${labels(fields)}`]
}

/** Where what meets a condition is, or is to be put. */
export function conditionWhere({ id, by, files }: ConditionStatus, { words, signs }: CellLanguage = CHINESE): string {
    if (by === "account") return "—"
    const names = files.map((name) => shown(name)).join(signs.list)
    const rows = by === "domain" ? words.MAILBOX_ROW : words.ROWS[id]
    if (rows !== undefined) return `${names === "" ? words.FORM : names}${signs.colon}${rows}`
    if (names !== "") return names
    return id === "sealed-letter" ? words.SCAN_WHEN_SEALED : words.FORM_AND_SCAN
}

/** What is lacking and how to get it, or by what a condition is met. */
export function conditionBasis(
    condition: ConditionStatus,
    recipient: Recipient,
    officer: OfficerSoFar | undefined,
    language: CellLanguage = CHINESE,
): string {
    const { words, way, instrument: named, signs } = language
    const { id, met, lacking, by } = condition
    if (!met) {
        const how = words.lacks(id, lacking)
        return id === "sealed-letter" && lacking.includes("scan") && wantsTranslation(recipient)
            ? how + words.WITH_TRANSLATION
            : how
    }
    const { instrument = {}, approval = {}, channelConfirmed, mailboxAccepted } = officer ?? {}
    switch (id) {
        case "sealed-letter":
            return words.SEALED
        case "legal-instrument":
            return said(language, named(instrument), instrument.number, instrument.date)
        case "approval": {
            const { name, position, date } =
                typeOf(officer ?? {}).approver === "county"
                    ? (approval.countyHead ?? {})
                    : { name: approval.approver, position: approval.position, date: approval.date }
            return said(language, name, position, date)
        }
        case "channel":
            return [way(channelConfirmed?.way), confirmed(channelConfirmed, language)]
                .filter((part) => part !== "")
                .join(signs.semicolon)
        case "mailbox":
            if (by === "account") return words.BY_ACCOUNT
            return by === "domain" ? words.BY_DOMAIN : confirmed(mailboxAccepted, language)
    }
}

/** `官方页面点进`, by the word of the form. */
function wayZh(way: string | undefined): string {
    const row = FORM.flatMap(({ rows }) => rows).find(({ field }) => field === "channelConfirmed.way")
    const [word = ""] = Object.entries(row?.words ?? {}).find(([, meant]) => meant === way) ?? []
    return word
}

function confirmed(record: OfficerSoFar["mailboxAccepted"], language: CellLanguage): string {
    return record === undefined
        ? "—"
        : `${said(language, record.on, record.by)}${language.signs.colon}${shown(record.how)}`
}

function said({ date, signs }: CellLanguage, ...parts: readonly (string | Time | undefined)[]): string {
    const there = parts.filter((part) => part !== undefined)
    return there.map((part) => (typeof part === "string" ? shown(part) : date(part))).join(signs.comma) || "—"
}
