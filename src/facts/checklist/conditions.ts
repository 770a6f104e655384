import type { OfficerSoFar } from "../officer/officer.ts"
import { typeOf } from "../officer/request-type.ts"
import type { Recipient } from "../recipients/recipient-schema.ts"
import type { Material, Supplier } from "./material.ts"

/** The five conditions of sending, fewer for some kinds of requests, and what helps a request without being asked for. */

export type ConditionId = "sealed-letter" | "legal-instrument" | "approval" | "channel" | "mailbox"

/** How one of the five conditions stands. */
export interface ConditionStatus {
    readonly id: ConditionId
    readonly met: boolean
    /**
     * What is lacking, as parts of the condition: `name`, `number`, `date`, `scan`, `comparison`, `approver`,
     * `county-head`, `confirmation`, `way`.
     */
    readonly lacking: readonly string[]
    /**
     * What an open one stops: all that could be sent; all that holds case data, so that only a question about the channel
     * may go; or the images of the police ID alone.
     */
    readonly stops: "everything" | "case-data" | "identity-images"
    readonly supplier: Supplier
    /** Where what is there stands: fields of the officer data, or names of files. */
    readonly fields: readonly string[]
    readonly files: readonly string[]
    /** How a met condition was met where more than one way leads there. */
    readonly by?: "account" | "domain" | "confirmation"
}

interface Rule {
    readonly stops: ConditionStatus["stops"]
    readonly supplier: Supplier
    readonly fields: readonly string[]
    files?(material: Material): readonly string[]
    /** Parts that must be there. */
    parts(recipient: Recipient, officer: OfficerSoFar, material: Material): Readonly<Record<string, boolean>>
    by?(recipient: Recipient, officer: OfficerSoFar): ConditionStatus["by"]
}

const officerFile = ({ files }: Material): readonly string[] => (files?.officer === undefined ? [] : [files.officer])

const RULES: Readonly<Record<ConditionId, Rule>> = {
    "sealed-letter": {
        stops: "everything",
        supplier: "superior",
        fields: [],
        files: ({ files }) => files?.sealed ?? [],
        parts: (_recipient, _officer, { sealedLetter, sealedAgrees = true }) => ({
            scan: sealedLetter,
            comparison: !sealedLetter || sealedAgrees,
        }),
    },
    "legal-instrument": {
        stops: "everything",
        supplier: "officer",
        fields: ["instrument"],
        files: ({ files }) => files?.legal ?? [],
        parts(_recipient, { instrument = {} }, material) {
            const { nameZh, nameEn, number, date } = instrument
            return {
                name: nameZh !== undefined && nameEn !== undefined,
                number: number !== undefined,
                date: date !== undefined,
                scan: material.legalScans > 0,
            }
        },
    },
    approval: {
        stops: "everything",
        supplier: "superior",
        fields: ["approval"],
        files: officerFile,
        parts(_recipient, officer) {
            const { approval = {} } = officer
            if (typeOf(officer).approver === "county") return { "county-head": approval.countyHead !== undefined }
            return { approver: approval.approver !== undefined, date: approval.date !== undefined }
        },
    },
    channel: {
        stops: "case-data",
        supplier: "officer",
        fields: ["channelConfirmed"],
        files: officerFile,
        parts: (_recipient, { channelConfirmed }) => ({
            confirmation: channelConfirmed !== undefined,
            way: channelConfirmed === undefined || channelConfirmed.way !== undefined,
        }),
    },
    mailbox: {
        stops: "identity-images",
        supplier: "officer",
        fields: ["mailboxAccepted"],
        files: officerFile,
        parts: (recipient, officer) => ({ confirmation: mailboxBy(recipient, officer) !== undefined }),
        by: mailboxBy,
    },
}

/** The five in the order in which they are shown. */
export const CONDITIONS = Object.keys(RULES) as readonly ConditionId[]

/** Those of a kind of request: no instrument is waited for where none goes along, no mailbox where no images do. */
function conditionsOf(officer: OfficerSoFar): readonly ConditionId[] {
    const { instrument, photos } = typeOf(officer)
    return CONDITIONS.filter(
        (id) => (id !== "legal-instrument" || instrument !== undefined) && (id !== "mailbox" || photos),
    )
}

/** The conditions of a request in their order. */
export function conditionStatus(recipient: Recipient, officer: OfficerSoFar, material: Material): ConditionStatus[] {
    return conditionsOf(officer).map((id) => {
        const { stops, supplier, fields, files, parts, by } = RULES[id]
        const lacking = Object.entries(parts(recipient, officer, material))
            .filter(([, there]) => !there)
            .map(([part]) => part)
        const way = by?.(recipient, officer)
        return {
            id,
            met: lacking.length === 0,
            lacking,
            stops,
            supplier,
            fields,
            files: files?.(material) ?? [],
            ...(way === undefined ? {} : { by: way }),
        }
    })
}

/** An account that exists needs no mailbox; a domain the desk is known to accept needs no word of it. */
function mailboxBy(recipient: Recipient, officer: OfficerSoFar): ConditionStatus["by"] {
    if (officer.route === "existing-account") return "account"
    if (isOfficialMail(recipient, officer)) return "domain"
    return officer.mailboxAccepted === undefined ? undefined : "confirmation"
}

/** True when the mailbox lies in a domain that the recipient is known to accept. */
export function isOfficialMail(recipient: Recipient, officer: OfficerSoFar): boolean {
    const domain = officer.officer?.email?.split("@")[1]?.toLowerCase()
    return (
        domain !== undefined &&
        recipient.officialMail.suffixes.some((suffix) => domain === suffix || domain.endsWith(`.${suffix}`))
    )
}

/** What 建议另附 lists. */
export type SuggestionId =
    | "consent"
    | "filing-decision"
    | "second-officer"
    | "agency-letter"
    | "call-back"
    | "legal-review"

/** One suggestion and whether it is followed. */
export interface Suggestion {
    readonly id: SuggestionId
    /** `unknown` where the officer data have no place for it. */
    readonly state: "there" | "open" | "unknown"
}

/** 建议另附, those that help most first. */
export function suggestions(officer: OfficerSoFar, { consentScans = 0, consentHelps = true }: Material): Suggestion[] {
    const { caseNumbers, secondOfficer, agency, approval } = officer
    const { consent, photos } = typeOf(officer)
    const hasCallBack = agency?.website !== undefined && agency.switchboard !== undefined
    const all: readonly Suggestion[] = [
        { id: "consent", state: consentScans > 0 ? "there" : "open" },
        { id: "call-back", state: hasCallBack ? "there" : "open" },
        { id: "filing-decision", state: given(caseNumbers?.filingNumber ?? caseNumbers?.receiptNumber) },
        { id: "second-officer", state: given(secondOfficer) },
        { id: "agency-letter", state: "unknown" },
        { id: "legal-review", state: given(approval?.legalReview) },
    ]
    // Consent, and a letter in the place of photos, help only where these are asked.
    return all.filter(({ id }) => (id !== "consent" || (consent && consentHelps)) && (id !== "agency-letter" || photos))
}

function given(value: unknown): Suggestion["state"] {
    return value === undefined ? "open" : "there"
}
