import { printJson } from "../../base/canonical-json.ts"
import { type Issue, issue } from "../../base/issue.ts"
import { parseTime, printBeijing, rfc3339 } from "../../base/text/time.ts"
import { keepUsed } from "../../editions/recipient/scope.ts"
import { furtherTargets } from "../../editions/recipient/targets.ts"
import { isNationalMoney } from "../../editions/shared/identifiers.ts"
import type { Case } from "../../facts/case/schema.ts"
import { placeFacts } from "../../facts/checklist/selection.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { typeOf } from "../../facts/officer/request-type.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { requestId } from "./names.ts"
import type { EarlierRequest, OpenDraft } from "./open-draft.ts"

/** A request held against those that its archive holds already. */
export interface AskedBefore {
    /** Of a follow-up without the pictures that nobody named: those went with the earlier request. */
    readonly officer: Officer
    /** Places of facts that a follow-up leaves out, because the desk has them. */
    readonly places: readonly string[]
    /** Whether the desk has what the case says of an API key. */
    readonly keyIsKnown: boolean
    readonly issues: readonly Issue[]
}

/** Compares number, earlier request and identifiers. A follow-up alone leaves out what was asked before. */
export function askedBefore(draft: OpenDraft, file: string, officer: Officer, recipient: Recipient): AskedBefore {
    const { no, type } = requestId(officer)
    const issues = [
        ...takenNumber(draft, file, no),
        ...beforeLayer(draft, file, officer),
        ...sameDocument(draft, file, officer, recipient),
        ...checkEarlier(draft, file, officer, recipient),
        ...keptAcceptance(draft, file, officer, recipient),
    ]
    if (type !== "follow-up") return { officer, places: [], keyIsKnown: false, issues }
    const whole = draft.loaded.case
    const sameDesk = draft.requests.filter(
        (one) => deskOf(one, whole) === recipient.id && typeOf(one.officer).schedule !== "assets",
    )
    const told = sameDesk.map((one) => toldBy(one, whole))
    const all = placesOf(whole)
    const places = new Set(all.filter((place) => told.some((isTold) => isTold(place))))
    const isKept = keptBy(officer, whole)
    const known = new Map(
        sameDesk.toReversed().flatMap((one) => identifiersOf(one, whole).map((id) => [keyOf(id), one] as const)),
    )
    const targets = officer.request?.targets ?? []
    const repeated = targets.flatMap((target, i) => {
        const before = known.get(keyOf(target.value))
        if (before === undefined) return []
        const params = { value: target.value, no: before.no, layer: before.layer }
        return [issue("request.earlier.row", [file, "request", "targets", i, "value"], params)]
    })
    const hasNew =
        furtherTargets(whole, officer).some(({ value }) => !known.has(keyOf(value))) ||
        all.some((place) => !places.has(place) && isKept(place))
    const empty =
        sameDesk.length === 0 || hasNew || repeated.length > 0
            ? []
            : [issue("request.earlier.no-new", [file, "request", "targets"], { no: sameDesk[0]?.no ?? 1 })]
    return {
        officer: { ...officer, exhibits: officer.exhibits ?? [] },
        places: [...places],
        keyIsKnown: sameDesk.length > 0,
        issues: [...issues, ...repeated, ...empty],
    }
}

const deskOf = ({ officer }: EarlierRequest, { recipient }: Case): string => officer.recipient ?? recipient

function takenNumber({ requests }: OpenDraft, file: string, no: number): readonly Issue[] {
    const taken = requests.find((one) => one.no === no)
    if (taken === undefined) return []
    const next = Math.max(...requests.map((one) => one.no)) + 1
    return [issue("request.number.taken", [file, "request", "no"], { no, layer: taken.layer, next })]
}

/**
 * A time before that of the layer below, as a form has that was not brought up to date. A warning: the layer below may be
 * the one that is wrong, and can no longer be mended.
 */
export function beforeLayer({ report }: OpenDraft, file: string, { completedAt }: Officer): readonly Issue[] {
    const { claimed } = report.time
    const [was, is] = [parseTime(claimed ?? ""), rfc3339(completedAt)]
    if (report.kind !== "archive" || typeof was === "string" || is === undefined || claimed === null) return []
    if (Date.parse(is) >= Date.parse(claimed)) return []
    const params = { layer: report.layers.length, was: printBeijing(was), is: printBeijing(completedAt) }
    return [issue("request.earlier.later", [file, "completedAt"], params, "warning")]
}

/** A number that a form has kept from an earlier request: each letter has its own, and an instrument names its addressee. */
function sameDocument(
    { requests, loaded }: OpenDraft,
    file: string,
    { letter, instrument }: Officer,
    recipient: Recipient,
): readonly Issue[] {
    const told = (
        of: "letter" | "instrument",
        number: string | undefined,
        isMeant: (one: EarlierRequest) => boolean,
    ) => {
        const found =
            number === undefined
                ? undefined
                : requests.find((one) => one.officer[of]?.number === number && isMeant(one))
        if (found === undefined || number === undefined) return []
        const params = { of, number, no: found.no }
        return [issue("request.earlier.document", [file, of, "number"], params, "warning")]
    }
    return [
        ...told("letter", letter?.number, () => true),
        ...told("instrument", instrument?.number, (one) => deskOf(one, loaded.case) !== recipient.id),
    ]
}

/** An acceptance that a form has kept from a request with another mailbox, as when somebody else took over the case. */
function keptAcceptance(
    { requests, loaded }: OpenDraft,
    file: string,
    { mailboxAccepted, officer }: Officer,
    recipient: Recipient,
): readonly Issue[] {
    const is = officer?.email
    const kept = requests.findLast(
        (one) =>
            deskOf(one, loaded.case) === recipient.id &&
            printJson(one.officer.mailboxAccepted ?? null) === printJson(mailboxAccepted ?? null),
    )
    const was = kept?.officer.officer?.email
    if (mailboxAccepted === undefined || kept === undefined || was === undefined || is === undefined) return []
    const at = [file, "mailboxAccepted", "on"]
    return keyOf(was) === keyOf(is) ? [] : [issue("request.earlier.mailbox", at, { no: kept.no, was, is }, "warning")]
}

/** What officer data say of the earlier request, against what the archive says of it. */
function checkEarlier(
    { requests, answers, report, loaded }: OpenDraft,
    file: string,
    officer: Officer,
    recipient: Recipient,
): readonly Issue[] {
    const { earlier } = officer.request ?? {}
    const { type } = requestId(officer)
    const at = [file, "request", "earlier"]
    if (type === "follow-up" && report.kind === "draft") return [issue("request.earlier.no-archive", at, { type })]
    // What a follow-up lacks is told with what every kind of request asks.
    if (earlier?.no === undefined || report.kind === "draft") return []
    const no = Number(earlier.no)
    const found = requests.find((one) => one.no === no)
    if (found === undefined)
        return [
            issue("request.earlier.unknown", [...at, "no"], {
                no,
                known: requests.map((one) => String(one.no)).join("、"),
            }),
        ]
    const { layer, checkCode } = found
    const asked = deskOf(found, loaded.case)
    const issues: Issue[] = []
    if (asked !== recipient.id)
        issues.push(issue("request.earlier.other-desk", [...at, "no"], { no, asked, found: recipient.id }))
    if (earlier.checkCode !== undefined && checkCode !== earlier.checkCode)
        issues.push(
            issue("request.earlier.code", [...at, "checkCode"], {
                ...{ no, layer, found: earlier.checkCode, expected: checkCode },
            }),
        )
    const [was, is] = [found.officer.agency?.nameZh, officer.agency?.nameZh]
    if (type === "follow-up" && earlier.agencyZh === undefined && was !== undefined && is !== undefined && was !== is)
        issues.push(issue("request.earlier.agency", [...at, "agencyZh"], { no, was, is }, "warning"))
    const { ticket } = earlier
    for (const { layer: at, record } of answers)
        if (record.request.no === no && record.ticket !== undefined && ticket !== undefined && record.ticket !== ticket)
            issues.push(
                issue("request.earlier.ticket", [file, "request", "earlier", "ticket"], {
                    ...{ no, layer: at, found: ticket, recorded: record.ticket },
                }),
            )
    return issues
}

/** Places of all facts that a desk can look up. */
function placesOf({ orders = [], transfers = [], ips = [] }: Case): readonly string[] {
    return [
        ...orders.map((_, i) => `orders[${String(i)}]`),
        ...transfers.flatMap(({ value }, i) => (isNationalMoney(value.asset) ? [] : [`transfers[${String(i)}]`])),
        ...ips.map((_, i) => `ips[${String(i)}]`),
    ]
}

/** Which places officer data leave in use. */
function keptBy(officer: Officer, facts: Case): (place: string) => boolean {
    const keep = keepUsed(placeFacts(officer, facts))
    return (place) => {
        const [, kind = "", index = ""] = /^(orders|transfers|ips)\[(\d+)\]$/.exec(place) ?? []
        return (kind === "orders" || kind === "transfers" || kind === "ips") && keep(kind, Number(index))
    }
}

/** Which places a request told the desk of; not every kind tells of all of them. */
function toldBy({ officer }: EarlierRequest, facts: Case): (place: string) => boolean {
    const isKept = keptBy(officer, facts)
    return (place) => isKept(place) && (tellsIps(officer) || !place.startsWith("ips"))
}

const tellsIps = (officer: Officer): boolean => typeOf(officer).schedule === "all"

/** Identifiers that a request asked about: those of the facts in use, and what the officer added. */
function identifiersOf({ officer }: EarlierRequest, facts: Case): readonly string[] {
    const { orders = [], transfers = [], ips = [] } = facts
    const keep = keepUsed(placeFacts(officer, facts))
    const used = [
        ...orders.flatMap(({ orderId, clientOrderId, tradeId }, i) =>
            keep("orders", i) ? [orderId, clientOrderId, tradeId] : [],
        ),
        // A wallet may be described in words with the address among them.
        ...transfers.flatMap(({ txHash, from, to }, i) =>
            keep("transfers", i) ? [txHash, from, to, ...from.split(/[^\w-]+/), ...to.split(/[^\w-]+/)] : [],
        ),
        ...ips.flatMap(({ address }, i) => (tellsIps(officer) && keep("ips", i) ? [address] : [])),
        ...furtherTargets(facts, officer).map(({ value }) => value),
    ]
    return used.filter((one) => one !== undefined && one !== "").map(String)
}

/** Hex is written in either case. */
const keyOf = (identifier: string): string => identifier.toLowerCase()
