import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { editDistance } from "../../base/text/closest.ts"
import { isMoment, precisionMs, printBeijing, type Time } from "../../base/text/time.ts"
import type { Case } from "../case/schema.ts"
import { decimal } from "../money/amount.ts"
import { quantityOf } from "../money/stated.ts"
import { beijingText, utcText } from "./clock.ts"
import { compareFigures, isAbout, shownAmount } from "./compare-figures.ts"
import { idOf, placeText } from "./finding-id.ts"
import type { Report } from "./format.ts"
import type { Ledger } from "./ledger.ts"
import type { Edge, PlacedRow, Reading } from "./reading.ts"
import { chosenRows, type Reckoning } from "./reckon.ts"
import type { Signal } from "./signals.ts"
import { untoldWithdrawals } from "./untold-withdrawals.ts"

/**
 * What the case says, held against what the exports show. Each contradiction is one finding; which side is right is not
 * decided, and the reporter may say something to it.
 */
export type At = (path: IssuePath) => IssuePath

const HOUR = 3_600_000
/** How long before the stated first operation a burst still belongs to the same event. */
const BEFORE = 48 * HOUR

export function compareCase(
    facts: Case,
    ledger: Ledger,
    reckoning: Reckoning,
    signals: readonly Signal[],
    at: At,
): Issue[] {
    const first = firstBefore(facts, ledger, signals)
    return [
        ...compareFigures(facts, ledger, reckoning, at),
        ...orders(facts, ledger, at),
        ...transfers(facts, ledger, at),
        ...untoldWithdrawals(facts, ledger, at(["transfers"])),
        ...earlier(facts, first, at),
        ...later(facts, ledger, at),
        ...short(facts, ledger, at),
        ...usedBefore(facts, ledger, first, at),
        ...accounts(facts, ledger, at),
    ]
}

/** Orders that were typed, against the row that stands for them. */
function orders({ orders: typed = [] }: Case, ledger: Ledger, at: At): Issue[] {
    // Rows of typed orders are kept wherever they are, others only where they were chosen.
    const rows = ledger.readings
        .flatMap(({ chosen, cited }) => [...cited, ...chosen])
        .filter(({ kind }) => kind === "order")
    return typed.flatMap((order, i): Issue[] => {
        const row = rows.find((one) => isSameOrder(order, one)) ?? rows.find((one) => isNearly(order, one))
        if (row === undefined) return []
        const told: readonly (readonly [
            field: string,
            stated: string | undefined,
            recorded: string | undefined,
            isNumber: boolean,
        ])[] = [
            ["orderId", order.orderId, row.orderId, false],
            ["clientOrderId", order.clientOrderId, row.clientOrderId, false],
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
            const name = order.orderId ?? order.clientOrderId ?? ""
            const params = { id: idOf("order", name, field, stated), order: name, field, stated, recorded, place }
            return [issue("ledger.case.order", at(["orders", i, field]), params, "warning")]
        })
        return [...found, ...shifted(order.at, row, at(["orders", i, "at"]))]
    })
}

type TypedOrder = NonNullable<Case["orders"]>[number]

function isSameOrder({ orderId, clientOrderId, symbol }: TypedOrder, row: PlacedRow): boolean {
    if (!sameMarket(row.symbol, symbol)) return false
    return orderId === undefined
        ? clientOrderId !== undefined && clientOrderId.toLowerCase() === row.clientOrderId?.toLowerCase()
        : orderId.toLowerCase() === row.orderId?.toLowerCase()
}

/** Whether a row is meant by an order whose number has a slip in it: market, side and second are the same. */
function isNearly({ orderId, clientOrderId, symbol, side, at }: TypedOrder, row: PlacedRow): boolean {
    if (!sameMarket(row.symbol, symbol)) return false
    if (clientOrderId !== undefined && clientOrderId === row.clientOrderId) return true
    if (orderId === undefined || row.orderId === undefined || side !== row.side || row.epochMs === undefined)
        return false
    return isMoment(at) && meets(at, row) && editDistance(orderId, row.orderId) <= 2
}

function sameMarket(a: string | undefined, b: string): boolean {
    const plain = (text: string): string => text.replace(/[-_/:.]/g, "").toUpperCase()
    return a !== undefined && plain(a) === plain(b)
}

/** A time that is off by the hours between two zones, or by anything else. */
function shifted(stated: Time, row: PlacedRow, path: IssuePath): Issue[] {
    if (!isMoment(stated) || stated.epochMs === undefined || row.epochMs === undefined) return []
    if (meets(stated, row)) return []
    const params = {
        id: idOf("clock", String(stated.epochMs), placeText(row)),
        stated: printBeijing(stated),
        recorded: beijingText(row.epochMs, row.span),
        place: placeText(row),
    }
    return [issue("ledger.case.clock-shift", path, params, "warning")]
}

/** Reports that list transfers. */
const OF_MOVES: readonly Report[] = ["statement", "funding", "futures-statement", "deposits", "withdrawals"]

/** Transfers that were typed and cite an export that lists such, but stand in none of its rows. */
function transfers({ transfers: typed = [] }: Case, ledger: Ledger, at: At): Issue[] {
    return typed.flatMap((transfer, i): Issue[] => {
        const readings = ledger.readings.filter(
            ({ label, report }) =>
                transfer.evidence?.includes(label.split("/")[0] ?? "") === true &&
                OF_MOVES.some((one) => one === report),
        )
        const value = quantityOf(transfer.value)
        const { epochMs } = transfer.at
        if (value === undefined || isAbout(transfer.value) || epochMs === undefined) return []
        // Rows of typed transfers are kept wherever they are, others only where they were chosen.
        const same = readings
            .flatMap(({ chosen, cited }) => [...cited, ...chosen])
            .filter(
                ({ asset, amount, epochMs: when }) =>
                    when !== undefined &&
                    asset === transfer.value.asset.toUpperCase() &&
                    amount !== undefined &&
                    decimal(amount).abs().eq(value),
            )
        const apart = (row: PlacedRow): number => Math.abs((row.epochMs ?? 0) - epochMs)
        const [nearest] = same.sort((a, b) => apart(a) - apart(b))
        if (nearest !== undefined && apart(nearest) < Math.max(precisionMs(transfer.at), nearest.span ?? 0)) return []
        if (nearest !== undefined && apart(nearest) <= MOST_SHIFT)
            return shifted(transfer.at, nearest, at(["transfers", i, "at"]))
        if (!readings.some((one) => isCovered(one, epochMs))) return []
        const stated = `${shownAmount(transfer.value)} ${printBeijing(transfer.at)}`
        const params = { id: idOf("transfer", stated), stated, place: readings.map(({ label }) => label).join("、") }
        return [issue("ledger.case.transfer", at(["transfers", i]), params, "warning")]
    })
}

/** From the westernmost zone to the easternmost. */
const MOST_SHIFT = 26 * HOUR

function isCovered({ first, last }: Reading, epochMs: number): boolean {
    const [from, to] = [first?.epochMs, last?.epochMs]
    return from !== undefined && to !== undefined && epochMs >= from && epochMs <= to
}

type Timed = Pick<PlacedRow, "file" | "row"> & { readonly epochMs: number; readonly span?: number | undefined }

/** The first burst of sales or transfers, or chosen row, before what is stated as the first operation. */
function firstBefore(
    { incident: { firstOperation } }: Case,
    ledger: Ledger,
    signals: readonly Signal[],
): Timed | undefined {
    const stated = firstOperation.at.epochMs
    if (stated === undefined) return undefined
    const [row] = ledger.chosenBy === "rows" ? chosenRows(ledger) : []
    const bursts = signals
        .filter(({ code }) => code === "S2" || code === "S3")
        .flatMap(({ from, rows }) =>
            from === undefined
                ? []
                : [{ epochMs: from, span: undefined, file: rows[0]?.file ?? "", row: rows[0]?.rows[0] ?? 0 }],
        )
    return [...(row?.epochMs === undefined ? [] : [{ ...row, epochMs: row.epochMs }]), ...bursts]
        .filter(({ epochMs, span = 1 }) => epochMs + span <= stated && epochMs > stated - BEFORE)
        .sort((a, b) => a.epochMs - b.epochMs)[0]
}

function earlier({ incident: { firstOperation } }: Case, first: Timed | undefined, at: At): Issue[] {
    if (first === undefined) return []
    const params = {
        id: idOf("earlier", String(firstOperation.at.epochMs), String(first.epochMs)),
        stated: printBeijing(firstOperation.at),
        found: `${beijingText(first.epochMs)}，即 ${utcText(first.epochMs)}`,
        place: placeText(first),
    }
    return [issue("ledger.case.earlier", at(["incident", "firstOperation", "at"]), params, "warning")]
}

/** By how much a clock that is read in the wrong zone can be off. */
const WRONG_ZONE = 26 * HOUR

/** Rows of a time that had not come when the case was prepared. */
function later({ preparedAt }: Case, { readings }: Ledger, at: At): Issue[] {
    const until = preparedAt.epochMs
    return readings.flatMap(({ label, last, isOther }): Issue[] => {
        if (until === undefined || last?.epochMs === undefined || isOther || last.epochMs <= until + WRONG_ZONE)
            return []
        const params = {
            id: idOf("later", label, String(last.epochMs), String(until)),
            stated: printBeijing(preparedAt),
            found: beijingText(last.epochMs, last.span),
            place: placeText({ file: label, row: last.row }),
        }
        return [issue("ledger.case.later", at(["preparedAt"]), params, "warning")]
    })
}

/**
 * A statement lists all that an account did: one that ends before the last operation, or begins after the first, lacks
 * rows. A download that broke off at the end of a line shows it by nothing else.
 */
function short({ incident }: Case, { readings }: Ledger, at: At): Issue[] {
    const own = readings.filter(({ isOther, report }) => !isOther && report === "statement")
    const edges = (name: "first" | "last") =>
        own
            .flatMap(({ label, [name]: one }) => (one?.epochMs === undefined ? [] : [{ ...one, file: label }]))
            .sort((a, b) => (a.epochMs ?? 0) - (b.epochMs ?? 0))
    const told = (name: "firstOperation" | "lastOperation", row: (Edge & { file: string }) | undefined): Issue[] => {
        const stated = incident[name]?.at
        if (stated?.epochMs === undefined || row?.epochMs === undefined) return []
        const isThere =
            name === "firstOperation"
                ? row.epochMs < stated.epochMs + precisionMs(stated)
                : row.epochMs + (row.span ?? 1) > stated.epochMs
        if (isThere) return []
        const params = {
            id: idOf("short", name, row.file, String(row.epochMs), String(stated.epochMs)),
            end: name === "firstOperation" ? ("from" as const) : ("to" as const),
            stated: printBeijing(stated),
            found: beijingText(row.epochMs, row.span),
            place: placeText(row),
        }
        return [issue("ledger.case.short", at(["incident", name, "at"]), params, "warning")]
    }
    return [...told("firstOperation", edges("first")[0]), ...told("lastOperation", edges("last").at(-1))]
}

/** Whether a row may be from the time that is stated, at the precision of both. */
function meets(stated: Time, { epochMs, span = 1 }: PlacedRow): boolean {
    const from = stated.epochMs
    if (from === undefined || epochMs === undefined) return false
    return epochMs + span > from && epochMs < from + precisionMs(stated)
}

const NEVER =
    /(?:从未|从来没有|未曾|没有?|未)(?:使用|用|做|开通|交易|参与|操作)?过?(?:任何)?(?:合约|期货|杠杆)|(?:no|never)[^.]{0,30}(?:futures|margin)/i

/** Rows of futures before the first operation, where somewhere it says that there were none. */
function usedBefore(facts: Case, ledger: Ledger, first: Timed | undefined, at: At): Issue[] {
    const texts: readonly (readonly [string, IssuePath])[] = [
        ...(facts.account.products ?? []).map((text, i) => [text, ["account", "products", i]] as const),
        ...(facts.narrative?.background ?? []).map(
            (one, i) => [typeof one === "string" ? one : one.text, ["narrative", "background", i]] as const,
        ),
    ]
    const said = texts.find(([text]) => NEVER.test(text))
    // What belongs to the event is no use before it, however its first operation is stated.
    const limit = first?.epochMs ?? facts.incident.firstOperation.at.epochMs
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
    return readings.flatMap(({ uids, label, isOther }): Issue[] => {
        if (isOther || uids.length === 0 || uids.includes(uid)) return []
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
