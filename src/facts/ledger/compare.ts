import { utf8 } from "../../base/bytes.ts"
import { sha256Hex } from "../../base/digest.ts"
import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import type { GapCause } from "../../base/issues/ledger.ts"
import { isDay, isMoment, precisionMs, printBeijing, type Time } from "../../base/text/time.ts"
import type { Case } from "../case/schema.ts"
import { addAmounts, type Decimal, decimal, subtractAmounts } from "../money/amount.ts"
import { quantityOf, type StatedAmount, statedFigure } from "../money/stated.ts"
import { beijingText, clockText, utcText } from "./clock.ts"
import type { Ledger } from "./ledger.ts"
import type { PlacedRow } from "./reading.ts"
import { chosenRows, type Figure, type Reckoning } from "./reckon.ts"
import type { Signal } from "./signals.ts"

/**
 * What the case says, held against what the exports show. Each contradiction is one finding; which side is right is not
 * decided, and the reporter may say something to it.
 */
export type At = (path: IssuePath) => IssuePath

const HOUR = 3_600_000
/** How long before the stated first operation a burst still belongs to the same event. */
const BEFORE = 48 * HOUR

/** Codes of the figures that a ledger must not contradict. */
export const FIGURE_CODES = ["ledger.case.net-loss", "ledger.case.asset", "ledger.case.purchase"] as const

export function compareCase(
    facts: Case,
    ledger: Ledger,
    reckoning: Reckoning,
    signals: readonly Signal[],
    at: At,
): Issue[] {
    return [
        ...netLoss(facts, ledger, reckoning, at),
        ...assets(facts, reckoning, at),
        ...purchases(facts, reckoning, at),
        ...days(facts, ledger, at),
        ...orders(facts, ledger, at),
        ...transfers(facts, ledger, at),
        ...earlier(facts, ledger, signals, at),
        ...usedBefore(facts, ledger, at),
        ...accounts(facts, ledger, at),
        ...equivalents(facts, reckoning, at),
    ]
}

/** A short name of a finding that stays the same while its values do: `L3F2A`. */
function idOf(...values: readonly string[]): string {
    return `L${sha256Hex(utf8(values.join("\n")))
        .slice(0, 4)
        .toUpperCase()}`
}

export function placeText(row: Pick<PlacedRow, "file" | "row">): string {
    return `${row.file} 第 ${String(row.row)} 行`
}

const shown = (stated: StatedAmount): string => `${statedFigure(stated, { grouped: false }) ?? ""} ${stated.asset}`

/** The difference of a figure, told only beyond the places in which it was stated. */
function differs(stated: Decimal, computed: Decimal): boolean {
    const places = stated.toFixed().split(".")[1]?.length ?? 0
    return !decimal(computed.toFixed(Math.max(places, 0), 1)).eq(stated)
}

function netLoss({ loss }: Case, ledger: Ledger, { futuresNet, futuresFees }: Reckoning, at: At): Issue[] {
    const stated = loss.netLoss
    const value = stated === undefined ? undefined : quantityOf(stated.value)
    const net = futuresNet.find(({ asset }) => asset === stated?.value.asset.toUpperCase())
    if (stated === undefined || value === undefined || net === undefined) return []
    const computed = subtractAmounts(decimal("0"), net.value)
    if (!differs(value, computed)) return []
    const gap = subtractAmounts(value, computed)
    const params = {
        id: idOf("net-loss", shown(stated.value), computed.toFixed()),
        stated: shown(stated.value),
        computed: `${computed.toFixed()} ${net.asset}`,
        gap: gap.toFixed(),
        cause: causeOf(gap, computed, ledger, futuresFees, net.asset),
    }
    return [issue("ledger.case.net-loss", at(["loss", "netLoss"]), params, "warning")]
}

/** What the rows have of exactly the size of a difference. */
function causeOf(gap: Decimal, computed: Decimal, ledger: Ledger, fees: readonly Figure[], asset: string): GapCause {
    const rows = chosenRows(ledger)
    const idle = rows.filter(({ kind, status }) => kind === "order" && (status === "cancelled" || status === "expired"))
    const signed = idle.map(({ side, value = "0" }) => decimal(side === "sell" ? value : `-${value}`.replace("--", "")))
    const size = gap.abs()
    if (signed.length > 0 && addAmounts(signed).abs().eq(size)) return "cancelled-fills"
    const fee = fees.find((one) => one.asset === asset)?.value
    if (fee?.abs().eq(size) === true) return "fees"
    const isFee = rows.some((row) => {
        const amounts = row.class === "fee" ? [row.amount ?? "0"] : (row.fees ?? []).map(({ amount }) => amount)
        return amounts.some((amount) => decimal(amount).abs().eq(size) && !size.eq("0"))
    })
    if (isFee) return "one-fee"
    return addAmounts([gap, computed, computed]).eq("0") ? "sign" : "none"
}

/** Quantities that are said to be gone: sold, withdrawn, or less in the account by the ledger. */
function assets({ loss }: Case, reckoning: Reckoning, at: At): Issue[] {
    const names = [...new Set(loss.assets.map(({ asset }) => asset.toUpperCase()))]
    return names.flatMap((asset): Issue[] => {
        const rows = loss.assets.flatMap((row, i) => (row.asset.toUpperCase() === asset ? [{ row, i }] : []))
        const values = rows.flatMap(({ row }) => quantityOf(row) ?? [])
        const [first] = rows
        if (first === undefined || values.length < rows.length || rows.some(({ row }) => isAbout(row))) return []
        const stated = addAmounts(values)
        const found = lostOf(asset, reckoning)
        const [best] = found
        // Each way of reckoning is a true one: only a figure that none of them gives is told.
        if (best === undefined || found.some((one) => !differs(stated, one.value))) return []
        const text = `${stated.toFixed()} ${asset}`
        const params = {
            id: idOf("asset", text, best.value.toFixed()),
            asset,
            stated: text,
            computed: found.map((one) => `${one.value.toFixed()} ${asset}`).join(" / "),
            files: [...new Set(found.flatMap(({ files }) => files))].join("、"),
        }
        return [issue("ledger.case.asset", at(["loss", "assets", first.i]), params, "warning")]
    })
}

const isAbout = (stated: StatedAmount): boolean => /约|左右|多|余|万|千/.test(stated.amount ?? "")

function lostOf(
    asset: string,
    { spot, withdrawn, changes, futuresNet }: Reckoning,
): readonly Pick<Figure, "value" | "files">[] {
    const sold = spot
        .filter((line) => line.asset === asset && line.sold.gt("0"))
        .map((line) => ({ value: line.sold, files: line.files }))
    const left = withdrawn.filter((one) => one.asset === asset)
    const less = [...changes, ...futuresNet]
        .filter((one) => one.asset === asset && one.value.lt("0"))
        .map(({ value, files }) => ({ value: value.abs(), files }))
    return [...sold, ...left, ...less]
}

function purchases({ loss: { c2c } }: Case, { purchases: computed }: Reckoning, at: At): Issue[] {
    if (c2c === undefined || computed.length === 0) return []
    const lists = [
        ["buys", "purchased", c2c.buys],
        ["sells", "disposed", c2c.sells],
    ] as const
    return lists.flatMap(([field, kind, entries]) =>
        entries.flatMap((entry, i): Issue[] => {
            const line = computed.find(
                (one) =>
                    one.kind === kind &&
                    one.asset === entry.asset.toUpperCase() &&
                    one.fiat === entry.fiat.toUpperCase(),
            )
            if (line === undefined) return []
            const pairs = [
                ["quantity", entry.quantity, line.quantity, entry.asset],
                ["total", entry.total, line.total, entry.fiat],
            ] as const
            return pairs.flatMap(([part, stated, value, unit]): Issue[] => {
                if (!differs(decimal(stated), value)) return []
                const params = {
                    id: idOf("purchase", field, part, stated, value.toFixed()),
                    what: `${field}.${part}`,
                    stated: `${stated} ${unit}`,
                    computed: `${value.toFixed()} ${unit}`,
                    files: line.files.join("、"),
                }
                return [issue("ledger.case.purchase", at(["loss", "c2c", field, i]), params, "warning")]
            })
        }),
    )
}

/** A first or last day that is the day of another zone. */
function days({ loss: { c2c } }: Case, ledger: Ledger, at: At): Issue[] {
    if (c2c === undefined) return []
    const times = ledger.readings
        .filter(({ report }) => report === "c2c")
        .flatMap(({ first, last }) => [first?.epochMs ?? [], last?.epochMs ?? []].flat())
    if (times.length === 0) return []
    const edges = [
        ["from", Math.min(...times)],
        ["to", Math.max(...times)],
    ] as const
    return edges.flatMap(([end, epochMs]): Issue[] => {
        const stated = c2c[end]
        const [utc, beijing] = [clockText(epochMs).slice(0, 10), beijingText(epochMs).slice(0, 10)]
        if (!isDay(stated) || utc === beijing || stated.offsetMinutes === undefined) return []
        const right = stated.offsetMinutes === 0 ? utc : beijing
        const other = stated.offsetMinutes === 0 ? beijing : utc
        if (stated.local === right || stated.local !== other) return []
        const params = { id: idOf("day", end, stated.local), end, stated: printBeijing(stated), utc, beijing }
        return [issue("ledger.case.day", at(["loss", "c2c", end]), params, "warning")]
    })
}

/** Orders that were typed, against the row that has their number. */
function orders({ orders: typed = [] }: Case, ledger: Ledger, at: At): Issue[] {
    const rows = ledger.readings.flatMap(({ chosen }) => chosen)
    return typed.flatMap((order, i): Issue[] => {
        const row = rows.find(
            (one) =>
                one.orderId !== undefined &&
                one.orderId === order.orderId &&
                one.kind === "order" &&
                sameMarket(one.symbol, order.symbol),
        )
        if (row === undefined) return []
        const told: readonly (readonly [
            field: string,
            stated: string | undefined,
            recorded: string | undefined,
            isNumber: boolean,
        ])[] = [
            ["side", order.side, row.side, false],
            ["quantity", order.quantity, row.quantity, true],
            ["filled", order.filled, row.filled, true],
            ["price", order.price, row.price, true],
            ["average", order.average, row.average, true],
        ]
        const place = placeText(row)
        const found = told.flatMap(([field, stated, recorded, isNumber]): Issue[] => {
            if (stated === undefined || recorded === undefined) return []
            if (isNumber ? decimal(stated).eq(decimal(recorded)) : stated === recorded) return []
            const params = {
                id: idOf("order", order.orderId ?? "", field, stated),
                order: order.orderId ?? "",
                field,
                stated,
                recorded,
                place,
            }
            return [issue("ledger.case.order", at(["orders", i, field]), params, "warning")]
        })
        return [...found, ...shifted(order.at, row, at(["orders", i, "at"]))]
    })
}

function sameMarket(a: string | undefined, b: string): boolean {
    const plain = (text: string): string => text.replace(/[-_/:.]/g, "").toUpperCase()
    return a !== undefined && plain(a) === plain(b)
}

/** A time that is off by the hours between two zones, or by anything else. */
function shifted(stated: Time, row: PlacedRow, path: IssuePath): Issue[] {
    if (!isMoment(stated) || stated.epochMs === undefined || row.epochMs === undefined) return []
    const apart = row.epochMs - stated.epochMs
    if (apart >= 0 && apart < precisionMs(stated)) return []
    const params = {
        id: idOf("clock", String(stated.epochMs), placeText(row)),
        stated: printBeijing(stated),
        recorded: beijingText(row.epochMs),
        place: placeText(row),
    }
    return [issue("ledger.case.clock-shift", path, params, "warning")]
}

/** Transfers that were typed and cite an export that was read whole, but stand in none of its rows. */
function transfers({ transfers: typed = [] }: Case, ledger: Ledger, at: At): Issue[] {
    return typed.flatMap((transfer, i): Issue[] => {
        const cited = ledger.readings.filter(({ label }) => transfer.evidence?.includes(label.split("/")[0] ?? ""))
        const value = quantityOf(transfer.value)
        if (cited.length === 0 || value === undefined || isAbout(transfer.value)) return []
        // Rows that were not chosen are not kept: nothing can be said of a transfer outside of them.
        const rows = cited.flatMap(({ chosen }) => chosen)
        const span = rows.flatMap(({ epochMs }) => epochMs ?? [])
        const { epochMs } = transfer.at
        if (epochMs === undefined || span.length === 0) return []
        const same = rows.filter(
            ({ asset, amount }) =>
                asset === transfer.value.asset.toUpperCase() && amount !== undefined && decimal(amount).abs().eq(value),
        )
        const near = same.find(
            (row) => row.epochMs !== undefined && Math.abs(row.epochMs - epochMs) < precisionMs(transfer.at),
        )
        if (near !== undefined) return []
        const [other] = same
        if (other !== undefined) return shifted(transfer.at, other, at(["transfers", i, "at"]))
        if (epochMs < Math.min(...span) || epochMs > Math.max(...span)) return []
        const stated = `${shown(transfer.value)} ${printBeijing(transfer.at)}`
        const params = { id: idOf("transfer", stated), stated, place: cited.map(({ label }) => label).join("、") }
        return [issue("ledger.case.transfer", at(["transfers", i]), params, "warning")]
    })
}

/** Bursts of sales or transfers, or chosen rows, before what is stated as the first operation. */
function earlier(facts: Case, ledger: Ledger, signals: readonly Signal[], at: At): Issue[] {
    const { firstOperation } = facts.incident
    const stated = firstOperation.at.epochMs
    if (stated === undefined) return []
    const [row] = ledger.chosenBy === "rows" ? chosenRows(ledger) : []
    const bursts = signals
        .filter(({ code }) => code === "S2" || code === "S3")
        .flatMap(({ from, rows }) =>
            from === undefined ? [] : [{ epochMs: from, file: rows[0]?.file ?? "", row: rows[0]?.rows[0] ?? 0 }],
        )
    const first = [...(row?.epochMs === undefined ? [] : [{ ...row, epochMs: row.epochMs }]), ...bursts]
        .filter(({ epochMs }) => epochMs < stated && epochMs > stated - BEFORE)
        .sort((a, b) => a.epochMs - b.epochMs)[0]
    if (first === undefined || isWithin(firstOperation.at, first.epochMs)) return []
    const params = {
        id: idOf("earlier", String(stated), String(first.epochMs)),
        stated: printBeijing(firstOperation.at),
        found: `${beijingText(first.epochMs)}，即 ${utcText(first.epochMs)}`,
        place: placeText(first),
    }
    return [issue("ledger.case.earlier", at(["incident", "firstOperation", "at"]), params, "warning")]
}

function isWithin(stated: Time, epochMs: number): boolean {
    return stated.epochMs !== undefined && epochMs >= stated.epochMs && epochMs < stated.epochMs + precisionMs(stated)
}

const NEVER =
    /(?:从未|从来没有|未曾|没有?|未)(?:使用|用|做|开通|交易|参与|操作)?过?(?:任何)?(?:合约|期货|杠杆)|(?:no|never)[^.]{0,30}(?:futures|margin)/i

/** Rows of futures before the first operation, where somewhere it says that there were none. */
function usedBefore(facts: Case, ledger: Ledger, at: At): Issue[] {
    const texts: readonly (readonly [string, IssuePath])[] = [
        ...(facts.account.products ?? []).map((text, i) => [text, ["account", "products", i]] as const),
        ...(facts.narrative?.background ?? []).map(
            (one, i) => [typeof one === "string" ? one : one.text, ["narrative", "background", i]] as const,
        ),
    ]
    const said = texts.find(([text]) => NEVER.test(text))
    const limit = facts.incident.firstOperation.at.epochMs
    if (said === undefined || limit === undefined) return []
    for (const reading of ledger.readings) {
        const { index, zone, label } = reading
        if (zone.offset === undefined) continue
        for (let i = 0; i < index.size; i++) {
            const epochMs = (index.times[i] ?? Number.NaN) - zone.offset * 60_000
            if (!index.isFutures(i) || !(epochMs < limit)) continue
            const place = placeText({ file: label, row: index.rows[i] ?? 0 })
            const params = { id: idOf("used-before", said[0]), found: beijingText(epochMs), place }
            return [issue("ledger.case.used-before", at(said[1]), params, "warning")]
        }
    }
    return []
}

function accounts({ account: { uid } }: Case, { readings }: Ledger, at: At): Issue[] {
    if (uid === undefined) return []
    return readings.flatMap(({ uids, label }): Issue[] => {
        if (uids.length === 0 || uids.includes(uid)) return []
        const found = uids.join("、")
        return [
            issue(
                "ledger.case.uid",
                at(["account", "uid"]),
                { id: idOf("uid", uid, found, label), stated: uid, found, label },
                "warning",
            ),
        ]
    })
}

/** An equivalent in an asset that none of the account's own prices gives, within the last place stated. */
function equivalents({ loss }: Case, { prices, futuresNet }: Reckoning, at: At): Issue[] {
    const net = loss.netLoss === undefined ? undefined : quantityOf(loss.netLoss.value)
    const quote = loss.netLoss?.value.asset.toUpperCase()
    const amounts = [
        ...(net === undefined ? [] : [net]),
        ...futuresNet.filter(({ asset }) => asset === quote).map(({ value }) => value.abs()),
    ]
    return (loss.equivalents ?? []).flatMap((one, i): Issue[] => {
        const stated = quantityOf(one.value)
        const asset = one.value.asset.toUpperCase()
        const known = prices.filter((price) => price.asset === asset && price.quote === quote)
        if (stated === undefined || known.length === 0 || amounts.length === 0 || isAbout(one.value)) return []
        const places = Math.min(stated.toFixed().split(".")[1]?.length ?? 0, 8)
        const computed = known.flatMap(({ price }) => amounts.map((amount) => amount.div(price)))
        const step = decimal(places === 0 ? "1" : `0.${"0".repeat(places - 1)}1`)
        if (computed.some((value) => value.minus(stated).abs().lte(step))) return []
        const text = [...new Set(computed.map((value) => value.toFixed(8, 1)))].join(" / ")
        const params = {
            id: idOf("equivalent", shown(one.value)),
            stated: shown(one.value),
            computed: `${text} ${asset}`,
        }
        return [issue("ledger.case.equivalent", at(["loss", "equivalents", i]), params, "warning")]
    })
}
