import type { Case } from "../../facts/case/schema.ts"
import { differs, isAbout, sumsOfLost } from "../../facts/ledger/compare-figures.ts"
import type { LedgerRecord } from "../../facts/ledger/record.ts"
import { addAmounts, type Decimal, decimal, subtractAmounts } from "../../facts/money/amount.ts"
import { quantityOf } from "../../facts/money/stated.ts"
import { isNationalMoney } from "../shared/identifiers.ts"
import { lossTotals } from "../shared/loss.ts"
import { totalEn } from "../shared/print.ts"
import { figureEn } from "./identifiers.ts"
import * as identifiers from "./identifiers.words.ts"
import { isHeldByOther } from "./owner.ts"
import * as words from "./recipient.words.ts"

/**
 * What a desk is told of a loss: at most ten lines, in assets. A figure that the exports contradict, or that they give only
 * with a gap, does not go out; nothing else of the exports does either.
 */
export interface LossEn {
    readonly losses: readonly { readonly asset: string; readonly amount: string; readonly source: string }[]
    /** Assets beyond the last line. */
    readonly more: string | undefined
    readonly netLoss: string | undefined
    readonly withheld: readonly WithheldFigure[]
}

/** A figure that was typed and does not go out, for the officer. */
export interface WithheldFigure {
    readonly of: "net-loss" | "quantity"
    readonly asset: string
    readonly why: "contradicted" | "gap"
}

const MOST_LINES = 10
const ZERO = decimal("0")

/** @param ledger - What the exports gave; absent where none was read. */
export function lossEn(
    facts: Case,
    ledger: LedgerRecord | undefined,
    isSaidByComplainant = isHeldByOther(facts),
): LossEn {
    const withheld: WithheldFigure[] = []
    const hold = (of: WithheldFigure["of"], asset: string, held: Held): void => {
        if (held === "contradicted" || held === "gap") withheld.push({ of, asset: asset.toUpperCase(), why: held })
    }
    const net = netLoss(facts, ledger)
    if (net !== undefined) hold("net-loss", net.asset, net.held)
    const isTold = net !== undefined && (net.held === "agrees" || net.held === "unknown")
    const all = lossTotals(facts).flatMap(({ asset, rows, total }) => {
        if (isNationalMoney(asset)) return []
        const held = heldQuantity(asset.toUpperCase(), rows, ledger)
        hold("quantity", asset, held)
        const isOut = held === "contradicted" || held === "gap"
        const amount = isOut ? words.NOT_STATED : (totalEn(total, asset) ?? words.QUANTITY_UNKNOWN)
        return [{ asset, amount, source: words.statedBy(isSaidByComplainant, held === "agrees") }]
    })
    const losses = all.slice(0, isTold ? MOST_LINES - 1 : MOST_LINES)
    const more = all.length - losses.length
    return {
        losses,
        more: more === 0 ? undefined : words.furtherAssets(more),
        netLoss: isTold ? net.text : undefined,
        withheld,
    }
}

/** What the exports say to a figure; `unknown` where they say nothing. */
type Held = "agrees" | "unknown" | "contradicted" | "gap"

/** The net loss in its own unit; a figure in words, or in national money, is not passed on. */
function netLoss(
    { loss }: Case,
    ledger: LedgerRecord | undefined,
): { readonly asset: string; readonly text: string; readonly held: Held } | undefined {
    const value = loss.netLoss?.value
    if (value === undefined || isNationalMoney(value.asset)) return undefined
    const figure = figureEn(value)
    if (figure === undefined) return undefined
    const stated = isAbout(value) ? undefined : quantityOf(value)
    const held = heldNet(value.asset.toUpperCase(), stated, ledger)
    return { asset: value.asset, text: identifiers.netLoss(figure, value.asset), held }
}

function heldNet(asset: string, stated: Decimal | undefined, ledger: LedgerRecord | undefined): Held {
    if (ledger === undefined) return "unknown"
    const net = ledger.totals.find((total) => total.what === "futures-net" && total.asset === asset)
    // Futures of which no result can be made: a market is open, or two files differ.
    const hasNet = ledger.totals.some(({ what }) => what === "futures-net")
    const isOpen =
        (!hasNet && ledger.totals.some(({ what }) => what.startsWith("futures-"))) ||
        ledger.overlaps.some(({ same }) => !same)
    if (net === undefined) return isOpen ? "gap" : "unknown"
    if (stated === undefined) return "unknown"
    if (differs(stated, subtractAmounts(ZERO, decimal(net.exact)))) return "contradicted"
    return net.without > 0 || hasGap(ledger, OF_FUTURES) ? "gap" : "agrees"
}

const OF_FUTURES: readonly string[] = ["bought-sold", "futures-result", "futures-fees"]

function hasGap({ reconciliation }: LedgerRecord, whats: readonly string[], asset?: string): boolean {
    return reconciliation.some(
        (one) => whats.includes(one.what) && (asset === undefined || one.asset === asset) && !decimal(one.gap).eq("0"),
    )
}

function heldQuantity(
    asset: string,
    rows: readonly Case["loss"]["assets"][number][],
    ledger: LedgerRecord | undefined,
): Held {
    const known = rows.flatMap((row) => quantityOf(row) ?? [])
    if (ledger === undefined || known.length < rows.length || rows.some(isAbout)) return "unknown"
    const found = lostOf(asset, ledger)
    if (found.length === 0) return "unknown"
    const same = found.filter(({ value }) => !differs(addAmounts(known), value))
    if (same.length === 0) return "contradicted"
    return same.some(({ isWhole }) => isWhole) ? "agrees" : "gap"
}

/** What the exports have of an asset that went: each way of reckoning by itself. */
function lostOf(
    asset: string,
    ledger: LedgerRecord,
): readonly { readonly value: Decimal; readonly isWhole: boolean }[] {
    const of = ledger.totals.filter((total) => total.asset === asset)
    const parts = (name: string) => of.filter(({ what }) => what === name)
    const [sales, left, fees] = [parts("spot-sold"), parts("withdrawn"), parts("withdrawal-fee")]
    const isSold = !hasGap(ledger, ["spot-sold"], asset)
    // Sold for several assets: what went is all of it.
    const together = (all: readonly (typeof of)[number][]) => ({
        value: addAmounts(all.map(({ exact }) => decimal(exact))),
        isWhole: all.every(({ what, without }) => without === 0 && (what !== "spot-sold" || isSold)),
    })
    const less = of.flatMap(({ what, exact, without }) => {
        const value = decimal(exact)
        if ((what !== "change" && what !== "futures-net") || !value.lt("0")) return []
        const gap = what === "futures-net" && hasGap(ledger, OF_FUTURES)
        return [{ value: value.abs(), isWhole: without === 0 && !gap }]
    })
    return [...sumsOfLost(sales, left, fees).map(together), ...less]
}
