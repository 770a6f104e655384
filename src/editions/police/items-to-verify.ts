import type { IssuePath } from "../../base/issue.ts"
import { compareTimes, parseTime, printBeijing, printUtc, type Time } from "../../base/text/time.ts"
import { checkConsistency } from "../../facts/case/consistency.ts"
import type { Case } from "../../facts/case/schema.ts"
import { addAmounts, subtractAmounts } from "../../facts/money/amount.ts"
import { basisText } from "../shared/basis.ts"
import { sourceIs } from "../shared/basis.words.ts"
import type { EvidenceItem } from "../shared/evidence-item.ts"
import { lossTotals } from "../shared/loss.ts"
import { matterZh } from "../shared/matter.ts"
import { exact, figure, money, shown } from "../shared/print.ts"
import * as words from "./items-to-verify.words.ts"
import { positionsView } from "./positions.ts"

/**
 * 需要核实的事项: places of the case that say the same thing differently, each with both sources, as plain facts. It
 * finds nothing against anybody and draws no conclusion.
 */

interface Item {
    readonly what: string
    readonly first: string
    readonly firstSource: string
    readonly second: string
    readonly secondSource: string
}

/** Data of 需要核实的事项; `undefined` where nothing was found. */
export function itemsToVerifyView(facts: Case, evidence: readonly EvidenceItem[]): object | undefined {
    const items = [
        ...eventTimes(facts),
        ...outsidePeriod(facts),
        ...amounts(facts),
        ...outgoing(facts),
        ...consistency(facts),
        ...twice(facts),
        ...sameBytes(evidence),
        ...takenInLater(facts, evidence),
        ...disputed(facts),
    ]
    if (items.length === 0) return undefined
    return {
        ref: facts.ref,
        matter: matterZh(facts),
        count: String(items.length),
        items: items.map((item, i) => ({ number: String(i + 1), ...item })),
    }
}

/** Other times that were given for the event, once for each instant, with everywhere it was given. */
function eventTimes(facts: Case): Item[] {
    const { firstOperation, otherTimes = [] } = facts.incident
    const given = [
        ...otherTimes.map(({ at, source, note: remark }) => ({
            at,
            source: shown(source) + (remark === undefined ? "" : `（${shown(remark)}）`),
        })),
        ...(facts.reportDetails === undefined
            ? []
            : [{ at: facts.reportDetails.occurredAt, source: words.REPORTED_EVENT_TIME }]),
    ].filter(({ at }) => !sameInstant(at, firstOperation.at))
    const instants = [...new Set(given.map(({ at }) => printBeijing(at)))]
    return instants.map((instant) => ({
        what: words.EVENT_TIME,
        first: bothZones(firstOperation.at),
        firstSource: basisText(firstOperation),
        second: instant,
        secondSource: given
            .filter(({ at }) => printBeijing(at) === instant)
            .map(({ source }) => source)
            .join("；"),
    }))
}

function sameInstant(a: Time, b: Time): boolean {
    return a.epochMs === undefined || b.epochMs === undefined ? a.local === b.local : a.epochMs === b.epochMs
}

function bothZones(time: Time): string {
    return time.epochMs === undefined ? printBeijing(time) : words.bothZones(printBeijing(time), printUtc(time))
}

/** Orders and transfers that lie before the first or after the last operation stated. */
function outsidePeriod(facts: Case): Item[] {
    const { firstOperation: first, lastOperation: last } = facts.incident
    const listed = [
        ...(facts.orders ?? []).map((order) => ({ ...order, name: words.order(order.orderId) })),
        ...(facts.transfers ?? []).map((transfer) => ({ ...transfer, name: transferName(transfer) })),
    ]
    return listed.flatMap((entry): Item[] => {
        const { epochMs } = entry.at
        if (epochMs === undefined) return []
        const early = first.at.epochMs !== undefined && epochMs < first.at.epochMs
        const late = last.at.epochMs !== undefined && epochMs > last.at.epochMs
        if (!early && !late) return []
        const limit = early ? first : last
        return [
            {
                what: early ? words.BEFORE_FIRST : words.AFTER_LAST,
                first: words.labelled(early ? words.FIRST_OPERATION : words.LAST_OPERATION, bothZones(limit.at)),
                firstSource: basisText(limit),
                second: words.labelled(entry.name, bothZones(entry.at)),
                secondSource: basisText(entry),
            },
        ]
    })
}

/** What the page showed against what the ledger says. Values in different assets are set side by side, never converted. */
function amounts(facts: Case): Item[] {
    const { before, after, netLoss } = facts.loss
    if (before === undefined || after === undefined || netLoss === undefined) return []
    if (before.value.asset !== after.value.asset) return []
    const { asset } = before.value
    const difference = subtractAmounts(exact(before.value), exact(after.value))
    const sameAsset = netLoss.value.asset === asset
    if (sameAsset && difference.eq(exact(netLoss.value))) return []
    return [
        {
            what: sameAsset ? words.DECREASE : words.DECREASE_TWO_UNITS,
            first: words.screenValues(
                figure(exact(before.value), asset),
                figure(exact(after.value), asset),
                `${figure(difference, asset)} ${asset}`,
            ),
            firstSource: `${basisText(before)}；${basisText(after)}`,
            second: words.netLoss(money(netLoss.value)),
            secondSource: basisText(netLoss),
        },
    ]
}

/** What left the platform, by the records listed, against the quantity that is said to be gone; per asset. */
function outgoing(facts: Case): Item[] {
    const left = (facts.transfers ?? []).filter(({ network, txHash }) => network !== undefined || txHash !== undefined)
    return lossTotals(facts).flatMap(({ asset, amount }): Item[] => {
        const records = left.filter(({ value }) => value.asset === asset)
        const total = figure(addAmounts(records.map(({ value }) => exact(value))), asset)
        if (records.length === 0 || total === amount) return []
        return [
            {
                what: words.decreaseAndRecords(asset),
                first: words.decreased(`${amount} ${asset}`),
                firstSource: words.LOSS_DOCUMENT,
                second: words.transferredOut(records.length, `${total} ${asset}`),
                secondSource: [words.IDENTIFIERS_DOCUMENT, ...new Set(records.map(basisText))].join("；"),
            },
        ]
    })
}

/** Files that were taken in after the time at which the materials are said to have been made. */
function takenInLater({ preparedAt }: Case, evidence: readonly EvidenceItem[]): Item[] {
    const later = evidence.flatMap(({ entry: { label, importedAt } }) => {
        const at = parseTime(importedAt)
        return typeof at !== "string" && compareTimes(at, preparedAt) > 0 ? [{ label, at }] : []
    })
    const [first] = [...later].sort((a, b) => compareTimes(a.at, b.at))
    if (first === undefined) return []
    return [
        {
            what: words.MADE_AND_TAKEN_IN,
            first: words.madeAt(printBeijing(preparedAt)),
            firstSource: words.MADE_AT_SOURCE,
            second: words.takenInAt(printBeijing(first.at)),
            secondSource: words.takenInSource(later.map(({ label }) => label)),
        },
    ]
}

/** Findings of the case's own check, told as two ways of reading the same place. */
function consistency(facts: Case): Item[] {
    return checkConsistency(facts, (path) => path).flatMap((found): Item[] => {
        const where = placeOf(facts, found.path)
        switch (found.code) {
            case "case.time.zone-unknown":
                return [unknownZone(found.params.found, where)]
            case "case.time.order":
                return [
                    {
                        what: words.TIME_ORDER,
                        first: found.params.first,
                        firstSource: words.FIRST_OPERATION,
                        second: found.params.second,
                        secondSource: where,
                    },
                ]
            case "case.credit-code.form":
            case "case.credit-code.check-character":
                return [
                    {
                        what: words.CREDIT_CODE,
                        first: found.params.found,
                        firstSource: where,
                        second:
                            found.code === "case.credit-code.form"
                                ? words.CREDIT_CODE_FORM
                                : words.creditCodeCheck(found.params.expected),
                        secondSource: words.CREDIT_CODE_SOURCE,
                    },
                ]
            default:
                return []
        }
    })
}

/** A wall clock without a zone, read both ways. */
function unknownZone(local: string, where: string): Item {
    const read = (zone: string): string => {
        const time = parseTime(local, zone)
        return typeof time === "string" ? local : printBeijing(time)
    }
    return {
        what: words.ZONE_UNSTATED,
        first: words.ifBeijing(local, read("+08:00")),
        firstSource: where,
        second: words.ifUtc(local, read("UTC")),
        secondSource: where,
    }
}

/** A place of the case in the words of its documents, with the source it names. */
function placeOf(facts: Case, path: IssuePath): string {
    const [top = "", second = ""] = path
    const index = typeof second === "number" ? second : -1
    const sourced = (name: string, source: string | undefined): string =>
        source === undefined ? name : `${name}，${sourceIs(shown(source))}`
    switch (top) {
        case "orders":
            return sourced(words.order(facts.orders?.[index]?.orderId ?? ""), facts.orders?.[index]?.source)
        case "transfers":
            return sourced(transferName(facts.transfers?.[index]), facts.transfers?.[index]?.source)
        case "timeline":
            return sourced(
                words.labelled(words.TIMELINE, shown(facts.timeline?.[index]?.what)),
                facts.timeline?.[index]?.source,
            )
        case "reports":
            return words.labelled(words.REPORTS, shown(facts.reports[index]?.to))
        case "organisations":
            return sourced(shown(facts.organisations?.[index]?.name), facts.organisations?.[index]?.source)
        default:
            return words.PLACE_ZH[`${String(top)}.${String(second)}`] ?? words.SOME_PLACE
    }
}

function transferName(transfer: NonNullable<Case["transfers"]>[number] | undefined): string {
    return transfer === undefined ? words.TRANSFER : words.transferOf(money(transfer.value))
}

/** Numbers that should be one of a kind and stand in two places. */
function twice(facts: Case): Item[] {
    const entries = [
        ...(facts.orders ?? []).flatMap((order) => [
            { kind: words.orderId(order.symbol), id: order.orderId, at: order.at, basis: basisText(order) },
            ...(order.clientOrderId === undefined
                ? []
                : [{ kind: words.CLIENT_ORDER_ID, id: order.clientOrderId, at: order.at, basis: basisText(order) }]),
        ]),
        ...(facts.transfers ?? []).flatMap((transfer) =>
            transfer.txHash === undefined
                ? []
                : [{ kind: words.HASH, id: transfer.txHash, at: transfer.at, basis: basisText(transfer) }],
        ),
    ]
    const seen = new Map<string, (typeof entries)[number]>()
    return entries.flatMap((entry): Item[] => {
        const key = `${entry.kind} ${entry.id.toLowerCase()}`
        const before = seen.get(key)
        seen.set(key, before ?? entry)
        if (before === undefined) return []
        return [
            {
                what: words.twice(entry.kind) + (before.id === entry.id ? "" : words.OTHER_CASE),
                first: `${before.id}，${printBeijing(before.at)}`,
                firstSource: before.basis,
                second: `${entry.id}，${printBeijing(entry.at)}`,
                secondSource: entry.basis,
            },
        ]
    })
}

/** Two files of the evidence with the same bytes. */
function sameBytes(evidence: readonly EvidenceItem[]): Item[] {
    const seen = new Map<string, EvidenceItem>()
    return evidence.flatMap((item): Item[] => {
        const before = seen.get(item.entry.sha256)
        seen.set(item.entry.sha256, before ?? item)
        if (before === undefined) return []
        const tell = (one: EvidenceItem): string => `${one.entry.label} ${shown(one.entry.originalName)}`
        return [
            {
                what: words.SAME_BYTES,
                first: tell(before),
                firstSource: shown(before.source),
                second: tell(item),
                secondSource: shown(item.source),
            },
        ]
    })
}

/** Statements on which accounts differ, and the parties' statements as a whole. */
function disputed(facts: Case): Item[] {
    const statements = [
        ...Object.values(facts.narrative ?? {}).flatMap((list) => list ?? []),
        ...(facts.timeline ?? []).map(({ what, ...entry }) => ({ ...entry, text: what })),
    ].filter(({ status }) => status === "disputed")
    const items = statements.map((statement): Item => {
        const { text, source, evidence } = statement
        return {
            what: words.DISPUTED,
            first: shown(text),
            firstSource: `${words.REPORTER}；${basisText({ source, evidence })}`,
            second: positionsView(facts) === undefined ? words.OTHERS_ABSENT : words.OTHERS_ELSEWHERE,
            secondSource: "—",
        }
    })
    return items
}
