import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { isBefore, mayBeSame, printBeijing, printUtc, type Time } from "../../base/text/time.ts"
import { type Decimal, subtractAmounts } from "../money/amount.ts"
import { figureAs, quantityOf, type StatedAmount, statedFigure, totalOf } from "../money/stated.ts"
import { internalNumber } from "./account-number.ts"
import type { Case } from "./schema.ts"
import { falseSums } from "./stated-sums.ts"

/**
 * Places of a case that say the same thing differently. Each is one finding for its cause, shown to the reporter first and
 * printed for the police with both sides; nothing is mended and no conclusion drawn.
 */

/** One way in which something is written, and where. */
export interface Side {
    readonly text: string
    readonly places: readonly IssuePath[]
}

export interface Discrepancy {
    readonly found: Issue
    readonly first: Side
    readonly second: Side
}

type Transfer = NonNullable<Case["transfers"]>[number]
type At = (path: IssuePath) => IssuePath

/** All of them, in the order in which they are printed. */
export function findDiscrepancies(facts: Case, at: At): readonly Discrepancy[] {
    return [
        ...eventTimes(facts, at),
        ...outsidePeriod(facts, at),
        ...difference(facts, at),
        ...outgoing(facts, at),
        ...equivalents(facts, at),
        ...sums(facts, at),
        ...counts(facts, at),
        ...repeated(facts, at),
    ]
}

const bothClocks = (time: Time): string =>
    time.epochMs === undefined ? printBeijing(time) : `${printBeijing(time)}，即 ${printUtc(time)}`

/** Other times that were given for the event; those that can be the same moment count as one. */
function eventTimes(facts: Case, at: At): Discrepancy[] {
    const { firstOperation, otherTimes = [] } = facts.incident
    const given: { time: Time; path: IssuePath }[] = [
        ...otherTimes.map((other, i) => ({ time: other.at, path: ["incident", "otherTimes", i, "at"] })),
        ...(facts.reportDetails === undefined
            ? []
            : [{ time: facts.reportDetails.occurredAt, path: ["reportDetails", "occurredAt"] }]),
    ]
    const moments: { time: Time; places: IssuePath[] }[] = []
    for (const { time, path } of given) {
        if (time.local === "" || firstOperation.at.local === "" || mayBeSame(time, firstOperation.at)) continue
        const same = moments.find((moment) => mayBeSame(moment.time, time))
        if (same === undefined) moments.push({ time, places: [path] })
        else same.places.push(path)
    }
    return moments.map(({ time, places }) => {
        const params = { stated: printBeijing(firstOperation.at), other: printBeijing(time) }
        return {
            found: issue("case.event-time.differs", at(places[0] ?? []), params, "warning"),
            first: { text: bothClocks(firstOperation.at), places: [["incident", "firstOperation"]] },
            second: { text: printBeijing(time), places },
        }
    })
}

/** Records that lie before the first or after the last operation stated: one finding for each side. */
function outsidePeriod(facts: Case, at: At): Discrepancy[] {
    const { firstOperation: first, lastOperation: last } = facts.incident
    const listed = [
        ...(facts.orders ?? []).map((entry, i) => ({ time: entry.at, path: ["orders", i] as IssuePath })),
        ...(facts.transfers ?? []).map((entry, i) => ({ time: entry.at, path: ["transfers", i] as IssuePath })),
    ]
    const side = (
        code: "case.records.before-first" | "case.records.after-last",
        limit: typeof first,
        field: string,
        outside: typeof listed,
    ): Discrepancy[] => {
        const [one] = outside
        if (one === undefined) return []
        const params = { count: outside.length, limit: printBeijing(limit.at), found: printBeijing(one.time) }
        return [
            {
                found: issue(code, at([...one.path, "at"]), params, "warning"),
                first: { text: bothClocks(limit.at), places: [["incident", field]] },
                second: { text: bothClocks(one.time), places: outside.map(({ path }) => path) },
            },
        ]
    }
    const early = listed.filter(({ time }) => isBefore(time, first.at))
    const late = last === undefined ? [] : listed.filter(({ time }) => isBefore(last.at, time))
    return [
        ...side("case.records.before-first", first, "firstOperation", early.sort(byTime)),
        ...(last === undefined
            ? []
            : side("case.records.after-last", last, "lastOperation", late.sort(byTime).reverse())),
    ]
}

function byTime(a: { time: Time }, b: { time: Time }): number {
    return (a.time.epochMs ?? 0) - (b.time.epochMs ?? 0)
}

/** Where the two values stand whose difference is taken. */
const DIFFERENCE: readonly IssuePath[] = [
    ["loss", "before"],
    ["loss", "after"],
]

/** An amount with its asset, as in the papers. */
export function amountText(amount: StatedAmount): string {
    return `${statedFigure(amount, { grouped: true }) ?? "—"} ${amount.asset}`
}

/** What the page showed against what the records say. Values in different assets are set side by side, never converted. */
function difference(facts: Case, at: At): Discrepancy[] {
    const { before, after, netLoss } = facts.loss
    if (before === undefined || after === undefined || netLoss === undefined) return []
    const [first, second, net] = [before.value, after.value, netLoss.value].map(quantityOf)
    if (first === undefined || second === undefined || before.value.asset !== after.value.asset) return []
    const { asset } = before.value
    const same = netLoss.value.asset === asset
    const less = subtractAmounts(first, second)
    if (same && net?.eq(less) === true) return []
    const { places } = totalOf([before.value, after.value])
    const figure = (value: StatedAmount): string => statedFigure(value, { grouped: true }) ?? ""
    const shown = `${figureAs(less, asset, places, { grouped: true })} ${asset}`
    const params = { difference: shown, netLoss: amountText(netLoss.value) }
    return [
        {
            found: issue(
                same ? "case.loss.difference" : "case.loss.two-measures",
                at(["loss", "netLoss"]),
                params,
                "warning",
            ),
            first: {
                text: `${figure(before.value)} − ${figure(after.value)} = ${shown}`,
                places: DIFFERENCE,
            },
            second: { text: amountText(netLoss.value), places: [["loss", "netLoss"]] },
        },
    ]
}

/** What left the platform, by the records listed, against the quantity that is said to be gone; per asset. */
function outgoing(facts: Case, at: At): Discrepancy[] {
    const left = (facts.transfers ?? []).flatMap((transfer, i) =>
        transfer.network !== undefined || transfer.txHash !== undefined ? [{ ...transfer, i }] : [],
    )
    const assets = [...new Set(facts.loss.assets.map(({ asset }) => asset))]
    return assets.flatMap((asset): Discrepancy[] => {
        const rows = facts.loss.assets.flatMap((row, i) => (row.asset === asset ? [{ row, i }] : []))
        const records = left.filter(({ value }) => value.asset === asset)
        const [stated, moved] = [totalOf(rows.map(({ row }) => row)), totalOf(records.map(({ value }) => value))]
        if (records.length === 0 || stated.value === undefined || moved.value === undefined) return []
        if (stated.unknown.length > 0 || moved.unknown.length > 0 || stated.value.eq(moved.value)) return []
        const text = (value: Decimal): string => `${value.toFixed()} ${asset}`
        const params = { asset, stated: text(stated.value), moved: text(moved.value), count: records.length }
        return [
            {
                found: issue("case.loss.outgoing", at(["loss", "assets", rows[0]?.i ?? 0]), params, "warning"),
                first: { text: text(stated.value), places: rows.map(({ i }) => ["loss", "assets", i]) },
                second: { text: text(moved.value), places: records.map(({ i }) => ["transfers", i]) },
            },
        ]
    })
}

interface Figure {
    readonly amount: StatedAmount
    readonly value: Decimal
    readonly places: readonly IssuePath[]
}

/** Equivalents against each other and against the figure of the same asset, and the same digits in two units. */
function equivalents(facts: Case, at: At): Discrepancy[] {
    const { before, after, netLoss } = facts.loss
    const figure = (amount: StatedAmount | undefined, path: IssuePath): Figure[] => {
        const value = amount === undefined ? undefined : quantityOf(amount)
        return amount === undefined || value === undefined ? [] : [{ amount, value, places: [path] }]
    }
    const [first] = figure(before?.value, ["loss", "before"])
    const [second] = figure(after?.value, ["loss", "after"])
    const hasDifference = first !== undefined && second !== undefined && first.amount.asset === second.amount.asset
    const difference = hasDifference ? subtractAmounts(first.value, second.value) : undefined
    const measured: Figure[] = [
        ...figure(netLoss?.value, ["loss", "netLoss"]),
        ...(difference === undefined || first === undefined
            ? []
            : [
                  {
                      amount: { asset: first.amount.asset, amount: difference.toFixed() },
                      value: difference,
                      places: DIFFERENCE,
                  },
              ]),
    ]
    const stated = (facts.loss.equivalents ?? []).flatMap((one, i) => figure(one.value, ["loss", "equivalents", i]))
    return stated.flatMap((one, i): Discrepancy[] => {
        const others = [...measured, ...stated.slice(0, i)]
        const other = others.find(
            ({ amount, value }) =>
                (amount.asset === one.amount.asset) !== value.eq(one.value) && // one unit and two values, or the reverse
                (amount.asset === one.amount.asset || value.gte("1000")),
        )
        if (other === undefined) return []
        const params = { first: amountText(other.amount), second: amountText(one.amount) }
        return [
            {
                found: issue(
                    other.amount.asset === one.amount.asset ? "case.loss.equivalents" : "case.loss.same-digits",
                    at([...(one.places[0] ?? []), "value"]),
                    params,
                    "warning",
                ),
                first: { text: params.first, places: other.places },
                second: { text: params.second, places: one.places },
            },
        ]
    })
}

/** Sums that a text states, computed anew and held against the amounts of the case. */
function sums(facts: Case, at: At): Discrepancy[] {
    const { before, after } = facts.loss
    const [first, second] = [before?.value, after?.value].map((value) => value && quantityOf(value))
    const typed = first === undefined || second === undefined ? [] : [first, second, subtractAmounts(first, second)]
    return falseSums(facts, typed).map(({ path, stated, computed }) => ({
        found: issue("case.sum.differs", at(path), { stated, computed }, "warning"),
        first: { text: stated, places: [path] },
        second: { text: computed, places: typed.length > 0 ? DIFFERENCE : [path] },
    }))
}

/** Counts that a text names, against the lists. */
function counts(facts: Case, at: At): Discrepancy[] {
    return (facts.statedCounts ?? []).flatMap(({ of, count }, i): Discrepancy[] => {
        const figures = count.match(/\d+/g) ?? []
        const listed =
            of === "assets"
                ? new Set(facts.loss.assets.map(({ asset }) => asset.toUpperCase())).size
                : (facts[of] ?? []).length
        const stated = figures.reduce((sum, text) => sum + Number(text), 0)
        if (figures.length === 0 || stated === listed) return []
        return [
            {
                found: issue("case.count.differs", at(["statedCounts", i]), { of, stated: count, listed }, "warning"),
                first: { text: count, places: [["statedCounts", i]] },
                second: { text: String(listed), places: [of === "assets" ? ["loss", "assets"] : [of]] },
            },
        ]
    })
}

/** Identifiers that stand twice, or differ in letter case alone, and one telephone number under two names. */
function repeated(facts: Case, at: At): Discrepancy[] {
    const digits = (text: string): string => text.replace(/\D/g, "").replace(/^86(?=1\d{10}$)/, "")
    const listed: {
        kind: RepeatedKind
        key: string
        text: string
        path: IssuePath
        name?: string
        market?: string
        transfer?: Transfer
    }[] = [
        ...(facts.orders ?? []).flatMap((order, i) => [
            ...(order.orderId === undefined
                ? []
                : [
                      {
                          kind: "order" as const,
                          key: `${order.symbol} ${order.orderId}`,
                          text: order.orderId,
                          path: ["orders", i],
                          market: order.symbol,
                      },
                  ]),
            ...(order.clientOrderId === undefined
                ? []
                : [
                      {
                          kind: "client-order" as const,
                          key: order.clientOrderId,
                          text: order.clientOrderId,
                          path: ["orders", i],
                      },
                  ]),
        ]),
        ...(facts.transfers ?? []).flatMap((transfer, i) => {
            const { txHash } = transfer
            return txHash === undefined || internalNumber(txHash) === ""
                ? []
                : [{ kind: "hash" as const, key: txHash, text: txHash, path: ["transfers", i], transfer }]
        }),
        ...(facts.ips ?? []).map(({ address }, i) => ({
            kind: "ip" as const,
            key: address,
            text: address,
            path: ["ips", i],
        })),
        ...(facts.emails ?? []).map(({ address }, i) => ({
            kind: "email" as const,
            key: address,
            text: address,
            path: ["emails", i],
        })),
        ...(facts.contacts ?? []).flatMap(({ name, phone }, i) =>
            phone === undefined
                ? []
                : [{ kind: "phone" as const, key: digits(phone), text: phone, path: ["contacts", i], name }],
        ),
    ]
    const seen = new Map<string, (typeof listed)[number][]>()
    return listed.flatMap((entry): Discrepancy[] => {
        const key = `${entry.kind} ${entry.key.toLowerCase()}`
        const known = seen.get(key) ?? []
        seen.set(key, [...known, entry])
        const before = known.find((one) => !isOtherMove(one.transfer, entry.transfer))
        if (before === undefined || (entry.kind === "phone" && before.name === entry.name)) return []
        const params = { kind: entry.kind, market: entry.market ?? "", first: before.text, second: entry.text }
        return [
            {
                found: issue("case.identifier.repeated", at(entry.path), params, "warning"),
                first: { text: before.text, places: [before.path] },
                second: { text: entry.text, places: [entry.path] },
            },
        ]
    })
}

/**
 * Whether two transfers may have one hash: a transaction moves several assets, or pays several receivers, at one moment.
 * Of NFTs, which have one code, the source says which it is.
 */
function isOtherMove(one: Transfer | undefined, other: Transfer | undefined): boolean {
    if (one === undefined || other === undefined || !mayBeSame(one.at, other.at)) return false
    const { asset } = one.value
    return (
        asset !== other.value.asset ||
        one.to.trim().toLowerCase() !== other.to.trim().toLowerCase() ||
        (asset === NFT && one.source !== other.source)
    )
}
const NFT = "NFT"

/** What may stand twice. */
export type RepeatedKind = "order" | "client-order" | "hash" | "ip" | "email" | "phone"
