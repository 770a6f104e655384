import * as z from "zod"
import { hasErrors, type Issue, type IssuePath, issue, movedTo } from "../../base/issue.ts"
import { compareTimes } from "../../base/text/time.ts"
import { parseCheckCode } from "../../packet/signature/check-code.ts"
import {
    assetCode,
    date,
    decimal,
    email,
    fault,
    identifier,
    knownTime,
    phone,
    reference,
    text,
    url,
} from "../case/fields.ts"
import { inputIssues } from "../case/input-issues.ts"
import { scanText } from "../case/load.ts"
import { checkRecord, type Reading, readJsonFile } from "../case/record.ts"
import { readYaml } from "../case/yaml.ts"
import { tidyOfficer } from "./officer-form-tidy.ts"
import { receivedSchema } from "./received.ts"
import { requestNo } from "./request-no.ts"
import { REQUEST_TYPE_IDS } from "./request-types.data.ts"

/**
 * Officer data: who asks, by what route, on what legal paper, for what. All but the time of the act may be blank in
 * the first step; the checklist says what is still missing. It selects among the victim's facts and never edits them.
 */

const english = z.string().superRefine((value, context) => {
    if (value.trim() === "" || !/^[\x20-\x7E\u00C0-\u024F]+$/.test(value))
        fault(context, "request.english.characters", { found: value })
})
const han = z.string().superRefine((value, context) => {
    if (!/^[\p{Script=Han}·]{1,30}$/u.test(value)) fault(context, "request.name.characters", { found: value })
})
const pinyin = z.string().superRefine((value, context) => {
    if (!/^[A-Za-zÀ-ɏ' -]{1,40}$/.test(value)) fault(context, "request.pinyin.characters", { found: value })
})
const confirmation = z.strictObject({ by: text, on: date, how: text })
const span = z.strictObject({ from: knownTime, to: knownTime })
const pageCount = z.string().superRefine((value, context) => {
    if (!/^[1-9][0-9]{0,2}$/.test(value)) fault(context, "request.pages.format", { found: value })
})
const days = z.string().superRefine((value, context) => {
    if (!/^[1-9][0-9]{0,3}$/.test(value) || Number(value) > 3653)
        fault(context, "request.days.format", { found: value })
})
const checkCode = z
    .string()
    .transform(
        (value, context) => parseCheckCode(value) ?? fault(context, "request.check-code.format", { found: value }),
    )

/** Where a procedure stands: 已受案, 已立案, or 立案前调查核实 (《公安机关办理刑事案件程序规定》第一百七十四条). */
export const STAGES = ["accepted", "filed", "verification"] as const
/** How a channel was found to be the desk's own. */
export const CHANNEL_WAYS = ["official-page", "superior-account", "official-ticket", "other"] as const
/** Whose an identifier is said to be. */
export const TARGET_ROLES = ["complainant", "suspect", "third"] as const

/** Officer data; everything may be blank at first but route and time, and what is blank is shown as missing. */
export const officerSchema = z.strictObject({
    format: z.literal("1.0").optional(),
    /** A hyphen may end it, as in requests that earlier versions took. */
    ref: reference(/^[A-Z0-9][A-Z0-9-]{3,23}$/).optional(),
    recipient: identifier.optional(),
    completedAt: knownTime,
    letterCode: z
        .string()
        .superRefine((value, context) => {
            if (!/^[0-9a-f]{8}$/i.test(value)) fault(context, "request.letter-code.format", { found: value })
        })
        .optional(),
    route: z.enum(["existing-account", "portal", "email"]),
    agency: z
        .strictObject({
            nameZh: text.optional(),
            nameEn: english.optional(),
            departmentZh: text.optional(),
            departmentEn: english.optional(),
            countryZh: text.optional(),
            countryEn: english.optional(),
            addressZh: text.optional(),
            addressEn: english.optional(),
            website: url.optional(),
            switchboard: phone.optional(),
            /** Mailbox of the unit, to which an answer may go when the officer is away. */
            email: email.optional(),
            superiorZh: text.optional(),
            superiorEn: english.optional(),
        })
        .optional(),
    officer: z
        .strictObject({
            surnameZh: han.optional(),
            givenNameZh: han.optional(),
            surnamePinyin: pinyin.optional(),
            givenNamePinyin: pinyin.optional(),
            positionZh: text.optional(),
            positionEn: english.optional(),
            email: email.optional(),
            phone: phone.optional(),
            phoneType: z.enum(["landline", "mobile"]).optional(),
            /** 警号; for desks whose profile asks for it. */
            badgeNumber: identifier.optional(),
        })
        .optional(),
    secondOfficer: z
        .strictObject({ nameZh: text, namePinyin: pinyin.optional(), badgeNumber: identifier.optional() })
        .optional(),
    /** 发文字号 and 成文日期 of the sealed letter; written on it by hand or with the seal. */
    letter: z.strictObject({ number: text.optional(), numberEn: english.optional(), date: date.optional() }).optional(),
    /** Where the agency sealed the letter in a form of its own: how many pages that has. */
    ownForm: z.strictObject({ pages: pageCount }).optional(),
    investigation: z
        .strictObject({
            stage: z.enum(STAGES).optional(),
            offenceZh: text.optional(),
            offenceEn: english.optional(),
            legalBasisZh: text.optional(),
            legalBasisEn: english.optional(),
        })
        .optional(),
    caseNumbers: z
        .strictObject({
            caseNumber: text.optional(),
            caseNumberEn: english.optional(),
            receiptNumber: text.optional(),
            receiptOn: date.optional(),
            filingNumber: text.optional(),
            filingNumberEn: english.optional(),
            filingOn: date.optional(),
        })
        .optional(),
    instrument: z
        .strictObject({
            nameZh: text.optional(),
            nameEn: english.optional(),
            number: text.optional(),
            numberEn: english.optional(),
            date: date.optional(),
        })
        .optional(),
    approval: z
        .strictObject({
            approver: text.optional(),
            position: text.optional(),
            date: date.optional(),
            legalReview: text.optional(),
            countyHead: z.strictObject({ name: text, position: text, date }).optional(),
        })
        .optional(),
    /** Addresses that look like a recipient's but were found to be right: who found out, when and how. */
    verifiedAddresses: z.array(z.strictObject({ address: text, by: text, on: date, how: text })).optional(),
    /** Id of the desk that the three below are about; without it, the one that is asked. */
    confirmedFor: identifier.optional(),
    channelConfirmed: confirmation.extend({ way: z.enum(CHANNEL_WAYS).optional() }).optional(),
    mailboxAccepted: confirmation.optional(),
    /** The desk takes a letter of the unit in the place of images of the police ID. */
    identityReplaced: confirmation.optional(),
    /** Who approved that images of the police ID go abroad. */
    identityApproval: z.strictObject({ approver: text, date }).optional(),
    /** Assessment before personal data of police go abroad (个人信息保护法第三十六条). */
    exportAssessment: z
        .strictObject({ by: text, on: date, result: text.optional(), notApplicable: text.optional() })
        .optional(),
    /** The account holder's written consent, whose scan is handed in. */
    consent: z.strictObject({ on: date.optional() }).optional(),
    /** Where the recipient refuses marked identity images: who approved leaving the mark out, and why. */
    identityUnmarked: z.strictObject({ approver: text, reason: text }).optional(),
    request: z
        .strictObject({
            /** Disclosure where absent; see `request-types.data.ts`, whose own fields follow. */
            type: z.enum(REQUEST_TYPE_IDS).optional(),
            preservation: z
                .strictObject({
                    /** For how many days the data are to be kept. */
                    days: days.optional(),
                    /** A treaty request until whose answer they are to be kept. */
                    treaty: z.strictObject({ number: text, date }).optional(),
                })
                .optional(),
            dataFreeze: z.strictObject({ until: date.optional() }).optional(),
            freeze: z
                .strictObject({
                    kind: z.enum(["uid", "email", "address"]).optional(),
                    value: identifier.optional(),
                    network: identifier.optional(),
                    asset: assetCode.optional(),
                    amount: decimal.optional(),
                    until: date.optional(),
                    /** What is there at that time, or also what comes in later, up to the amount. */
                    scope: z.enum(["balance", "incoming"]).optional(),
                    /** 孳息. */
                    fruits: z.enum(["yes", "no"]).optional(),
                    /** Where the desk itself named the account or address as one customer's. */
                    confirmedBy: z
                        .strictObject({
                            who: text.optional(),
                            on: date.optional(),
                            document: text.optional(),
                            /** Layer of the archive that holds it. */
                            layer: requestNo.optional(),
                        })
                        .optional(),
                })
                .optional(),
            emergency: z
                .strictObject({
                    danger: z.enum(["yes", "no"]).optional(),
                    factsZh: text.optional(),
                    factsEn: english.optional(),
                })
                .optional(),
            /** Which request of its case this is; 1 where absent. */
            no: requestNo.optional(),
            /**
             * The request that this one adds to: its number, the desk's ticket, the 核对码 of the archive it made, and the
             * agency that made it where that is not this one, or had another name.
             */
            earlier: z
                .strictObject({
                    no: requestNo.optional(),
                    ticket: text.optional(),
                    checkCode: checkCode.optional(),
                    agencyZh: text.optional(),
                    agencyEn: english.optional(),
                })
                .optional(),
            dataGroups: z.array(identifier).optional(),
            period: span.optional(),
            /** By data group, where it is not {@link period}. */
            periods: z.record(identifier, span).optional(),
            /** Identifiers at this desk beside those of the case. */
            targets: z
                .array(
                    z.strictObject({
                        kind: z.enum(["uid", "email", "phone", "address", "txHash"]),
                        value: identifier,
                        /** The chain of an address or a hash, which looks alike on several. */
                        network: english.optional(),
                        role: z.enum(TARGET_ROLES),
                        source: english,
                        /** Whose platform it is at, where it is not the recipient's: then it is not asked here. */
                        platform: text.optional(),
                    }),
                )
                .optional(),
            /** The officer's English names for facts of the case: an address, a hash, `ips[0]`, `apiKey`, `application`. */
            labels: z.array(z.strictObject({ fact: identifier, labelEn: english })).optional(),
            replyBy: date.optional(),
            withholdNotice: z.strictObject({ until: date, reasonZh: text, reasonEn: english }).optional(),
        })
        .optional(),
    exhibits: z.array(z.strictObject({ label: identifier, captionEn: english })).optional(),
    factsNotUsed: z.array(identifier).optional(),
    /** Of an answer that came, filled in for `receive`. */
    received: receivedSchema.optional(),
})

/** Officer data that kept the schema. */
export type Officer = z.output<typeof officerSchema>

/** Officer data of which only the route need be known. */
export type OfficerSoFar = Partial<Omit<Officer, "route">> & Pick<Officer, "route">

const soFarSchema = officerSchema.extend({
    completedAt: knownTime.exactOptional(),
    route: officerSchema.shape.route.default("email"),
})

/**
 * What of unfinished officer data can be used: everything that keeps the schema, the rest left out. By mail where no route
 * is chosen yet.
 *
 * @param given - As {@link OfficerReading.given}.
 */
export function officerSoFar(given: unknown): OfficerSoFar {
    let value = given
    for (;;) {
        const parsed = soFarSchema.safeParse(value)
        if (parsed.success) return parsed.data
        // One after the other: leaving out an entry of a list moves the others up.
        const [fault] = parsed.error.issues
        const key = fault?.code === "unrecognized_keys" ? fault.keys.slice(0, 1) : []
        const less = without(value, [...(fault?.path ?? []), ...key])
        if (less === undefined) return { route: "email" }
        value = less
    }
}

/** A value less what stands at a path; less what ought to hold it where nothing stands there. */
function without(value: unknown, path: readonly PropertyKey[]): unknown {
    const [key, ...rest] = path
    if (key === undefined || typeof value !== "object" || value === null) return undefined
    const step = String(key)
    if (!Object.hasOwn(value, step)) return undefined
    const members = Object.entries(value)
        .map(([name, member]) => [name, name === step ? without(member, rest) : member] as const)
        .filter(([, member]) => member !== undefined)
    return Array.isArray(value) ? members.map(([, member]) => member) : Object.fromEntries(members)
}

/** Officer data and findings of one file. */
export interface OfficerReading {
    readonly officer?: Officer
    /** The data as text, for `request.json` in the archive. */
    readonly data?: unknown
    /** What was filled in as it was read, whether or not the data keep the schema; absent where nothing could be read. */
    readonly given?: unknown
    readonly issues: readonly Issue[]
    /** Says of a later finding about this file where in it the field stands: a line, or a cell with its label. */
    readonly locate?: (found: Issue) => Issue
}

/** Reads `officer.yaml`. All findings at once; blank entries of the generated form count as not given. */
export function readOfficer(file: string, bytes: Uint8Array): OfficerReading {
    const yaml = readYaml(file, bytes, "drop", officerSchema)
    const isFaulty = hasErrors(yaml.issues)
    if (isFaulty && yaml.value === undefined) return { issues: yaml.issues }
    const reading = checkOfficer(file, yaml.value ?? {}, yaml.locate)
    const locate = (found: Issue): Issue =>
        found.path[0] === file && found.path.length > 1
            ? movedTo(found, [file + yaml.locate(found.path.slice(1)), ...found.path.slice(1)])
            : found
    const issues = [...yaml.issues, ...reading.issues]
    const given = yaml.value ?? {}
    return isFaulty ? { given, issues, locate } : { ...reading, given, issues, locate }
}

/**
 * Checks officer data, wherever they were written.
 *
 * @param value - Mappings and lists of texts as the YAML reader gives them.
 * @param lineOf - What to put behind the file's name for a path, for example `:12`.
 */
export function checkOfficer(
    file: string,
    value: unknown,
    lineOf: (path: IssuePath) => string = () => "",
): OfficerReading {
    const at = (path: IssuePath): IssuePath => [file + lineOf(path), ...path]
    const issues: Issue[] = []
    const data = scanText(tidyOfficer(value, at, issues), [], at, issues)
    const parsed = officerSchema.safeParse(data)
    if (!parsed.success) {
        const faults = inputIssues({ file, value: data, schema: officerSchema, locate: lineOf }, parsed.error)
        return { issues: [...issues, ...faults.map(namedFact)] }
    }
    const period = parsed.data.request?.period
    if (period && compareTimes(period.from, period.to) >= 0)
        issues.push(issue("request.period.order", at(["request", "period"]), {}))
    return hasErrors(issues) ? { issues } : { officer: parsed.data, data, issues }
}

/** Reads `request.json` of an earlier officer's layer: officer data as {@link checkOfficer} left them. */
export function readRequestRecord(file: string, bytes: Uint8Array): Reading<Officer> {
    return checkRecord(file, readJsonFile(file, bytes, "printed"), officerSchema)
}

const FACTS = [
    "reporter",
    "account",
    "incident",
    "loss",
    "narrative",
    "orders",
    "transfers",
    "apiKey",
    "twoFactor",
    "timeline",
]

/** Says so when an unknown field is an attempt to change a fact of the case. */
function namedFact(found: Issue): Issue {
    const isFact = found.code === "input.field.unknown" && found.path.length === 2 && FACTS.includes(found.params.field)
    return isFact ? issue("request.fact.frozen", found.path, { field: found.params.field }) : found
}

/** JSON Schema of the officer data as they are read (draft 2020-12). */
export function officerJsonSchema(): object {
    return z.toJSONSchema(officerSchema, { io: "input", unrepresentable: "any" })
}
