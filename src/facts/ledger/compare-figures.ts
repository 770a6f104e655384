import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import type { GapCause } from "../../base/issues/ledger.ts"
import { isDay, printBeijing } from "../../base/text/time.ts"
import type { Case } from "../case/schema.ts"
import { addAmounts, type Decimal, decimal, subtractAmounts } from "../money/amount.ts"
import { quantityOf, type StatedAmount, statedFigure } from "../money/stated.ts"
import { beijingText, clockText } from "./clock.ts"
import { idOf } from "./finding-id.ts"
import type { Ledger } from "./ledger.ts"
import type { BothWays } from "./moves.ts"
import { chosenRows, type Reckoning } from "./reckon.ts"
import type { Figure } from "./totals.ts"
import { isOver } from "./words.data.ts"

type At = (path: IssuePath) => IssuePath

/** Codes of the figures that a ledger must not contradict, and must be able to make. */
export const FIGURE_CODES = [
    "ledger.case.net-loss",
    "ledger.case.net-loss-open",
    "ledger.case.asset",
    "ledger.case.asset-gained",
    "ledger.case.purchase",
] as const

/** Figures that a case states, held against those of its exports. */
export function compareFigures(facts: Case, ledger: Ledger, reckoning: Reckoning, at: At): Issue[] {
    return [
        ...netLoss(facts, ledger, reckoning, at),
        ...assets(facts, reckoning, at),
        ...purchases(facts, reckoning, at),
        ...days(facts, ledger, at),
        ...equivalents(facts, reckoning, at),
    ]
}

export const shownAmount = (stated: StatedAmount): string =>
    `${statedFigure(stated, { grouped: false }) ?? ""} ${stated.asset}`

/** The difference of a figure, told only beyond the places in which it was stated. */
export function differs(stated: Decimal, computed: Decimal): boolean {
    const places = stated.toFixed().split(".")[1]?.length ?? 0
    return !decimal(computed.toFixed(Math.max(places, 0), 1)).eq(stated)
}

function netLoss({ loss }: Case, ledger: Ledger, { futures, futuresNet, futuresFees }: Reckoning, at: At): Issue[] {
    const stated = loss.netLoss
    const value = stated === undefined ? undefined : quantityOf(stated.value)
    const net = futuresNet.find(({ asset }) => asset === stated?.value.asset.toUpperCase())
    if (stated === undefined || value === undefined) return []
    if (net === undefined) return openResult(shownAmount(stated.value), ledger, futures, at)
    const computed = subtractAmounts(decimal("0"), net.value)
    if (!differs(value, computed)) return []
    const gap = subtractAmounts(value, computed)
    const params = {
        id: idOf("net-loss", shownAmount(stated.value), computed.toFixed()),
        stated: shownAmount(stated.value),
        computed: `${computed.toFixed()} ${net.asset}`,
        gap: gap.toFixed(),
        cause: causeOf(gap, computed, ledger, futuresFees, net.asset),
    }
    return [issue("ledger.case.net-loss", at(["loss", "netLoss"]), params, "warning")]
}

/** A net loss that is stated while the exports of futures give none: a market is open, or two files differ. */
function openResult(stated: string, { overlaps }: Ledger, futures: Reckoning["futures"], at: At): Issue[] {
    const open = futures.filter(({ bought, sold }) => !bought.eq(sold)).map(({ name }) => name)
    const torn = overlaps.filter(({ aside }) => aside === undefined).map(({ first, second }) => `${first}/${second}`)
    const names = [...open, ...torn].join("、")
    if (names === "") return []
    const params = { id: idOf("net-loss-open", stated, names), stated, names }
    return [issue("ledger.case.net-loss-open", at(["loss", "netLoss"]), params, "warning")]
}

/** What the rows have of exactly the size of a difference. */
function causeOf(gap: Decimal, computed: Decimal, ledger: Ledger, fees: readonly Figure[], asset: string): GapCause {
    const rows = chosenRows(ledger)
    const idle = rows.filter((row) => row.kind === "order" && isOver(row))
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
        if (best === undefined) return gained(asset, stated, reckoning, at(["loss", "assets", first.i]))
        // Each way of reckoning is a true one: only a figure that none of them gives is told.
        if (found.some((one) => !differs(stated, one.value))) return []
        const text = `${stated.toFixed()} ${asset}`
        const params = {
            id: idOf("asset", text, best.value.toFixed()),
            asset,
            stated: text,
            computed: [...new Set(found.map((one) => `${one.value.toFixed()} ${asset}`))].join(" / "),
            files: [...new Set(found.flatMap(({ files }) => files))].join("、"),
        }
        return [issue("ledger.case.asset", at(["loss", "assets", first.i]), params, "warning")]
    })
}

/** An asset that is said to be gone and by the chosen rows only came: bought, received, never sold or withdrawn. */
function gained(asset: string, stated: Decimal, { spot, changes }: Reckoning, path: IssuePath): Issue[] {
    const bought = spot.filter((line) => line.asset === asset).map(({ bought: value, files }) => ({ value, files }))
    const more = changes.filter((one) => one.asset === asset && one.value.gt("0"))
    // A change of the account has its purchases within.
    const { value, files } = together(more.length > 0 ? more : bought)
    if (!value.gt("0")) return []
    const text = `${stated.toFixed()} ${asset}`
    const params = { asset, stated: text, gained: value.toFixed(), files: files.join("、") }
    const id = idOf("asset-gained", text, value.toFixed())
    return [issue("ledger.case.asset-gained", path, { id, ...params }, "warning")]
}

export const isAbout = (stated: StatedAmount): boolean => /约|左右|多|余|万|千/.test(stated.amount ?? "")

function lostOf(
    asset: string,
    { spot, withdrawn, withdrawalFees, changes, loans, earned, oneSided, futuresNet }: Reckoning,
): readonly Lost[] {
    const isOf = (one: { readonly asset: string }): boolean => one.asset === asset
    const sales = spot.filter((line) => isOf(line) && line.sold.gt("0"))
    // Sold for several assets: what went is all of it.
    const sold = sales.map(({ sold: value, files }) => ({ value, files }))
    const [left, fees] = [withdrawn.filter(isOf), withdrawalFees.filter(isOf)]
    const less = [...changes, ...futuresNet].filter((one) => isOf(one) && one.value.lt("0"))
    return [
        ...sumsOfLost(sold, left, fees).map(together),
        ...less.map(({ value, files }) => ({ value: value.abs(), files })),
        ...withoutAside(changes.filter(isOf), [
            ...loans.filter(isOf),
            ...earned.filter(isOf),
            ...oneSided.filter(isOf),
        ]),
    ]
}

/**
 * What of its own an account has less, where it borrowed, took out of savings, or moved what the files have one end of: its
 * change without what is still owed, without what was its own before, and without both.
 */
function withoutAside(changes: readonly Figure[], asides: readonly BothWays[]): readonly Lost[] {
    const ways = [...asides.map((one) => [one]), ...(asides.length > 1 ? [asides] : [])]
    return ways.flatMap((way) => {
        const own = addAmounts([
            ...changes.map((one) => one.value),
            ...way.map(({ value, went }) => subtractAmounts(went, value)),
        ])
        return own.lt("0") ? [{ value: own.abs(), files: [...new Set(way.flatMap(({ files }) => files))] }] : []
    })
}

/** The parts of each sum that a stated loss may be: what was sold, what left, with its fees or without, or both. */
export function sumsOfLost<Part>(
    sold: readonly Part[],
    left: readonly Part[],
    fees: readonly Part[],
): readonly (readonly Part[])[] {
    return [
        sold,
        left,
        ...(fees.length > 0 ? [[...left, ...fees]] : []),
        ...(sold.length > 0 && left.length > 0 ? [[...sold, ...left]] : []),
        ...(sold.length > 0 && fees.length > 0 ? [[...sold, ...left, ...fees]] : []),
    ].filter((parts) => parts.length > 0)
}

type Lost = Pick<Figure, "value" | "files">

function together(parts: readonly Lost[]): Lost {
    const files = [...new Set(parts.flatMap((part) => part.files))]
    return { value: addAmounts(parts.map(({ value }) => value)), files }
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
        .filter(({ report, isOther }) => report === "c2c" && !isOther)
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
        // Without the price of the event itself nothing is known of how the figure was meant.
        const isTold = known.some(({ over }) => over === "chosen")
        if (stated === undefined || !isTold || amounts.length === 0 || isAbout(one.value)) return []
        const places = Math.min(stated.toFixed().split(".")[1]?.length ?? 0, 8)
        const computed = known.flatMap(({ price }) => amounts.map((amount) => amount.div(price)))
        const step = decimal(places === 0 ? "1" : `0.${"0".repeat(places - 1)}1`)
        if (computed.some((value) => value.minus(stated).abs().lte(step))) return []
        const text = [...new Set(computed.map((value) => value.toFixed(8, 1)))].join(" / ")
        const params = {
            id: idOf("equivalent", shownAmount(one.value)),
            stated: shownAmount(one.value),
            computed: `${text} ${asset}`,
        }
        return [issue("ledger.case.equivalent", at(["loss", "equivalents", i]), params, "warning")]
    })
}
