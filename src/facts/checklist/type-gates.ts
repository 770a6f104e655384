import { type Issue, issue } from "../../base/issue.ts"
import type { Words } from "../../base/lang.ts"
import type { Case } from "../case/schema.ts"
import { fieldAt } from "../officer/field-at.ts"
import type { Officer } from "../officer/officer.ts"
import { FORM } from "../officer/officer-form.data.ts"
import { LABELS_EN } from "../officer/officer-form-english.data.ts"
import { typeIdOf, typeOf } from "../officer/request-type.ts"
import { REQUEST_TYPES } from "../officer/request-types.data.ts"
import { isCalled } from "../recipients/platform.ts"
import type { Recipient } from "../recipients/recipient-schema.ts"

/** What a kind of request may not be without, by its row of `facts/officer/request-types.data.ts`. */

/** Says which known desk but the recipient a text names. */
export type OtherDesk = (text: string) => string | undefined

/**
 * Holds officer data against the kind of request that they make. All findings at once.
 *
 * @param whole - The case, also where its account is with another desk.
 * @param otherDesk - Knows the desks by name.
 */
export function checkType(
    file: string,
    officer: Officer,
    recipient: Recipient,
    whole: Case,
    otherDesk: OtherDesk,
): Issue[] {
    return [
        ...checkEmergency(file, officer),
        ...checkFiling(file, officer),
        ...checkFields(file, officer),
        ...checkInstrument(file, officer),
        ...checkFreeze(file, officer, recipient),
        ...checkTerm(file, officer, recipient),
        ...checkPlatforms(file, officer, recipient, whole, otherDesk),
        ...otherFields(file, officer),
    ]
}

/** A finished theft is none: without a life in danger nothing else about an emergency matters. */
function checkEmergency(file: string, officer: Officer): Issue[] {
    if (typeIdOf(officer) !== "emergency" || officer.request?.emergency?.danger === "yes") return []
    return [issue("request.emergency.none", [file, "request", "emergency", "danger"], {})]
}

function checkFiling(file: string, officer: Officer): Issue[] {
    const { filing, words } = typeOf(officer)
    if (filing === "not-needed" || officer.investigation?.stage === "filed") return []
    const at = [file, "investigation", "stage"]
    return filing === "required"
        ? [issue("request.type.not-filed", at, { type: words })]
        : [issue("request.type.unregulated", at, { type: words }, "warning")]
}

function checkFields(file: string, officer: Officer): Issue[] {
    const { asks, words } = typeOf(officer)
    const isOpen = (one: readonly string[]): boolean => one.every((field) => fieldAt(officer, field) === undefined)
    // That nothing is said of a danger has its own words.
    const isSaid = (one: readonly string[]): boolean =>
        typeIdOf(officer) === "emergency" &&
        (one.includes("request.emergency.danger") || officer.request?.emergency?.danger !== "yes")
    return asks
        .filter((one) => isOpen(one) && !isSaid(one))
        .map((one) => {
            const [first = ""] = one
            return issue("request.type.incomplete", [file, ...keysOf(first)], { type: words, asked: labelsOf(one) })
        })
}

/** `a.b` as keys; a layer or an entry of a list is none of these. */
const keysOf = (field: string): readonly string[] => field.split(".")

/** What the form calls these, one of which is wanted. */
function labelsOf(fields: readonly string[]): Words {
    const rows = FORM.flatMap((section) => section.rows)
    const zh = fields.map((field) => rows.find((row) => row.field === field)?.label ?? field)
    return { "zh-CN": zh.join("，或者"), en: fields.map((field) => LABELS_EN[field] ?? field).join(", or ") }
}

function checkInstrument(file: string, officer: Officer): Issue[] {
    const { instrument, words } = typeOf(officer)
    const found = officer.instrument?.nameZh
    if (found === undefined || instrument?.only === undefined || instrument.only.test(found)) return []
    const params = { type: words, found, expected: instrument.name["zh-CN"] }
    return [issue("request.type.instrument", [file, "instrument", "nameZh"], params)]
}

/** Only the desk knows whether an account or address is one customer's. */
function checkFreeze(file: string, officer: Officer, recipient: Recipient): Issue[] {
    const who = officer.request?.freeze?.confirmedBy?.who
    if (typeIdOf(officer) !== "freeze" || who === undefined || isCalled(who, recipient.name)) return []
    const params = { found: who, recipient: recipient.name.zh }
    return [issue("request.freeze.confirmed-by", [file, "request", "freeze", "confirmedBy", "who"], params)]
}

function checkTerm(file: string, officer: Officer, { preservation }: Recipient): Issue[] {
    const { term } = preservation ?? {}
    const days = Number(officer.request?.preservation?.days ?? 0)
    if (typeIdOf(officer) !== "preservation" || term?.unit !== "days" || days <= term.count) return []
    const at = [file, "request", "preservation", "days"]
    return [issue("request.preservation.long", at, { days, term: term.count }, "warning")]
}

/** Identifiers of which officer data or case say that they are with another platform; by kinds of requests there is no difference. */
function checkPlatforms(
    file: string,
    officer: Officer,
    recipient: Recipient,
    whole: Case,
    otherDesk: OtherDesk,
): Issue[] {
    const { targets = [], freeze } = officer.request ?? {}
    const named = [
        ...targets.map(({ value, platform }, i) => ({ value, platform, at: ["targets", i, "value"] })),
        ...(typeIdOf(officer) === "freeze" && freeze?.value !== undefined
            ? [{ value: freeze.value, platform: undefined, at: ["freeze", "value"] }]
            : []),
    ]
    return named.flatMap(({ value, platform, at }) => {
        const said = platform !== undefined && !isCalled(platform, recipient.name) ? platform : undefined
        const other = said ?? platformIn(whole, value, otherDesk)
        if (other === undefined) return []
        const params = { found: value, platform: other, recipient: recipient.name.zh }
        return [issue("request.target.other-platform", [file, "request", ...at], params)]
    })
}

/** The other desk that the case names together with an identifier: its account's, or that of a party of a transfer. */
function platformIn({ account, transfers = [] }: Case, value: string, otherDesk: OtherDesk): string | undefined {
    if (value === account.uid || value === account.registeredEmail) return otherDesk(account.exchange)
    const parties = transfers.flatMap(({ from, to }) => [from, to]).filter((party) => party.includes(value))
    return parties.map(otherDesk).find((desk) => desk !== undefined)
}

/** Fields of another kind, which somebody filled in and nothing uses. */
function otherFields(file: string, officer: Officer): Issue[] {
    const { own, words } = typeOf(officer)
    return Object.values(REQUEST_TYPES).flatMap((other) => {
        if (other.own === undefined || other.own === own || officer.request?.[other.own] === undefined) return []
        const at = [file, "request", other.own]
        return [issue("request.type.other-fields", at, { type: words, other: other.words }, "warning")]
    })
}
