import type { IssuePath } from "../../base/issue.ts"
import { compareTimes, parseTime, printBeijing, printUtc, type Time } from "../../base/text/time.ts"
import { checkConsistency } from "../../facts/case/consistency.ts"
import type { Case } from "../../facts/case/schema.ts"
import { addAmounts, subtractAmounts } from "../../facts/money/amount.ts"
import { basisText } from "../shared/basis.ts"
import type { EvidenceItem } from "../shared/evidence-item.ts"
import { lossTotals } from "../shared/loss.ts"
import { matterZh } from "../shared/matter.ts"
import { exact, figure, money, shown } from "../shared/print.ts"
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
            : [{ at: facts.reportDetails.occurredAt, source: "网络违法犯罪举报内容“事件发生时间”" }]),
    ].filter(({ at }) => !sameInstant(at, firstOperation.at))
    const instants = [...new Set(given.map(({ at }) => printBeijing(at)))]
    return instants.map((instant) => ({
        what: "事情发生的时间",
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
    return time.epochMs === undefined ? printBeijing(time) : `${printBeijing(time)}，即 ${printUtc(time)}`
}

/** Orders and transfers that lie before the first or after the last operation stated. */
function outsidePeriod(facts: Case): Item[] {
    const { firstOperation: first, lastOperation: last } = facts.incident
    const listed = [
        ...(facts.orders ?? []).map((order) => ({ ...order, name: `订单 ${order.orderId}` })),
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
                what: early ? "早于所称首次操作的记录" : "晚于所称末次操作的记录",
                first: `所称${early ? "首次" : "末次"}操作：${bothZones(limit.at)}`,
                firstSource: basisText(limit),
                second: `${entry.name}：${bothZones(entry.at)}`,
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
            what: sameAsset ? "减少的数额" : "减少的数额（两种计量单位，未作换算）",
            first: `页面显示值：${figure(exact(before.value), asset)} − ${figure(exact(after.value), asset)} = ${figure(difference, asset)} ${asset}`,
            firstSource: `${basisText(before)}；${basisText(after)}`,
            second: `报案人计算的净亏损：${money(netLoss.value)}`,
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
                what: `${asset} 减少的数量和转出记录`,
                first: `减少 ${amount} ${asset}`,
                firstSource: "《损失计算说明》减少的资产",
                second: `转出记录 ${String(records.length)} 笔，合计 ${total} ${asset}`,
                secondSource: `《标识信息表》有关划转；${[...new Set(records.map(basisText))].join("；")}`,
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
            what: "材料制作时间和文件登记时间",
            first: `材料制作时间 ${printBeijing(preparedAt)}`,
            firstSource: "报案人填写",
            second: `校验值计算时间，最早 ${printBeijing(first.at)}`,
            secondSource: `${later.map(({ label }) => label).join("、")}，报案人电脑的时间`,
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
                        what: "两处时间的先后",
                        first: found.params.first,
                        firstSource: "所称首次操作",
                        second: found.params.second,
                        secondSource: where,
                    },
                ]
            case "case.credit-code.form":
            case "case.credit-code.check-character":
                return [
                    {
                        what: "统一社会信用代码",
                        first: found.params.found,
                        firstSource: where,
                        second:
                            found.code === "case.credit-code.form"
                                ? "统一社会信用代码为 18 位，不含 I、O、S、V、Z"
                                : `末位校验字符计算为 ${found.params.expected}`,
                        secondSource: "GB 32100—2015；个别已发代码本身不合校验，以公示系统为准",
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
        what: "未注明时区的时间",
        first: `${local}，如为北京时间：${read("+08:00")}`,
        firstSource: where,
        second: `${local}，如为 UTC：${read("UTC")}`,
        secondSource: where,
    }
}

const PLACE_ZH: Readonly<Record<string, string>> = {
    "incident.noticedAt": "报案人发现的时间",
    "incident.firstOperation": "所称首次操作",
    "incident.lastOperation": "所称末次操作",
    "incident.otherTimes": "其他时间写法",
    "loss.before": "事发前页面显示值",
    "loss.after": "事发后页面显示值",
    "apiKey.stateAt": "接口密钥现状",
    "reportDetails.occurredAt": "网络违法犯罪举报内容",
}

/** A place of the case in the words of its documents, with the source it names. */
function placeOf(facts: Case, path: IssuePath): string {
    const [top = "", second = ""] = path
    const index = typeof second === "number" ? second : -1
    const sourced = (name: string, source: string | undefined): string =>
        source === undefined ? name : `${name}，来源：${shown(source)}`
    switch (top) {
        case "orders":
            return sourced(`订单 ${facts.orders?.[index]?.orderId ?? ""}`, facts.orders?.[index]?.source)
        case "transfers":
            return sourced(transferName(facts.transfers?.[index]), facts.transfers?.[index]?.source)
        case "timeline":
            return sourced(`时间顺序：${shown(facts.timeline?.[index]?.what)}`, facts.timeline?.[index]?.source)
        case "reports":
            return `已经作出的报告：${shown(facts.reports[index]?.to)}`
        case "organisations":
            return sourced(shown(facts.organisations?.[index]?.name), facts.organisations?.[index]?.source)
        default:
            return PLACE_ZH[`${String(top)}.${String(second)}`] ?? "案件材料"
    }
}

function transferName(transfer: NonNullable<Case["transfers"]>[number] | undefined): string {
    return transfer === undefined ? "划转" : `划转 ${money(transfer.value)}`
}

/** Numbers that should be one of a kind and stand in two places. */
function twice(facts: Case): Item[] {
    const entries = [
        ...(facts.orders ?? []).flatMap((order) => [
            { kind: `${order.symbol} 订单号`, id: order.orderId, at: order.at, basis: basisText(order) },
            ...(order.clientOrderId === undefined
                ? []
                : [{ kind: "客户端订单号", id: order.clientOrderId, at: order.at, basis: basisText(order) }]),
        ]),
        ...(facts.transfers ?? []).flatMap((transfer) =>
            transfer.txHash === undefined
                ? []
                : [{ kind: "交易哈希", id: transfer.txHash, at: transfer.at, basis: basisText(transfer) }],
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
                what: `同一${entry.kind}出现两次${before.id === entry.id ? "" : "（大小写不同）"}`,
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
                what: "两个文件内容完全相同",
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
            what: "各方说法不一的事项",
            first: shown(text),
            firstSource: `报案人；${basisText({ source, evidence })}`,
            second: positionsView(facts) === undefined ? "其他说法未附" : "其他说法见《各方说法及报案人意见》",
            secondSource: "—",
        }
    })
    return items
}
