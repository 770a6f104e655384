import { isMoment, printBeijing, printChineseDate, printUtc, type Time } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import { divideAmounts, subtractAmounts } from "../../facts/money/amount.ts"
import { formatAmount } from "../../facts/money/format.ts"
import { quantityOf, type StatedAmount, type StatedTotal, totalOf } from "../../facts/money/stated.ts"
import { basisText } from "./basis.ts"
import { SOURCE_UNSTATED, see } from "./basis.words.ts"
import { codesZh } from "./code-words.ts"
import {
    AFTER,
    BEFORE,
    BOUGHT,
    entryOf,
    NET,
    PARTLY_UNKNOWN,
    SOLD,
    SOURCE_BELOW,
    sameMoment,
    sumOfRows,
    TIME_UNSTATED,
    totalRow,
} from "./loss.words.ts"
import { matterZh } from "./matter.ts"
import { figure, money, numberSections, placesOf, shown, stated, sum, toDecimal, totalZh } from "./print.ts"
import { assetAlone, QUANTITY_UNKNOWN } from "./print.words.ts"

/** Police edition of the loss: every total is computed from its rows; values of different kinds are never converted. */

/** Total of an asset and the rows behind it. */
export interface AssetTotal<T extends StatedAmount = StatedAmount> {
    readonly asset: string
    readonly rows: readonly T[]
    readonly total: StatedTotal
}

/**
 * One total for each asset, in the order in which the case names them: every document says the same quantity, however
 * many rows stand behind it.
 */
export function lossTotals({ loss }: Case): readonly AssetTotal<Case["loss"]["assets"][number]>[] {
    const keys = [...new Set(loss.assets.map(({ asset }) => asset.toUpperCase()))]
    return keys.map((key) => {
        const rows = loss.assets.filter(({ asset }) => asset.toUpperCase() === key)
        return { asset: rows[0]?.asset ?? key, rows, total: totalOf(rows) }
    })
}

/** The totals as one phrase: `0.35 BTC、约 10,000.5 USDT、ETH（数量不清楚）`. */
export function lossPhrase(facts: Case): string {
    return lossTotals(facts)
        .map(({ asset, rows: [row, ...others], total }) => {
            if (row !== undefined && others.length === 0) return money(row)
            const sum = totalZh(total, asset)
            const part = sum === undefined ? assetAlone(shown(asset)) : `${sum} ${shown(asset)}`
            return sum === undefined || total.unknown.length === 0 ? part : part + PARTLY_UNKNOWN
        })
        .join("、")
}

/** The rows as stated; below the rows of an asset that has several, their sum. */
function assetRows(facts: Case): object[] {
    const unsourced = facts.loss.method === undefined ? SOURCE_UNSTATED : SOURCE_BELOW
    const sourceOf = (row: (typeof facts.loss.assets)[number]): string =>
        row.source === undefined && row.evidence === undefined ? unsourced : basisText(row)
    return lossTotals(facts).flatMap(({ asset, rows, total }) => [
        ...rows.map((row) => ({ asset: shown(row.asset), amount: stated(row), source: sourceOf(row) })),
        ...(rows.length > 1
            ? [
                  {
                      asset: totalRow(shown(asset)),
                      amount: totalZh(total, asset) ?? QUANTITY_UNKNOWN,
                      source: sumOfRows(rows.length, total.about, total.unknown),
                  },
              ]
            : []),
    ])
}

type Screen = NonNullable<Case["loss"]["before"]>

/**
 * Data of 损失计算说明.
 *
 * @param ledger - What the exports give, where any was read.
 */
export function lossView(facts: Case, ledger?: object): object {
    const { loss } = facts
    return {
        n: numberSections({
            assets: true,
            screen: loss.before !== undefined && loss.after !== undefined,
            net: loss.netLoss !== undefined,
            equivalents: (loss.equivalents ?? []).length > 0,
            c2c: loss.c2c !== undefined,
            ledger: ledger !== undefined,
            method: true,
        }),
        ref: facts.ref,
        matter: matterZh(facts),
        name: shown(facts.reporter.name),
        preparedOn: printChineseDate(facts.preparedAt),
        assets: assetRows(facts),
        screen: loss.before !== undefined && loss.after !== undefined ? screenView(loss.before, loss.after) : undefined,
        net:
            loss.netLoss === undefined
                ? undefined
                : {
                      amount: money(loss.netLoss.value),
                      source: shown(loss.netLoss.source) + cited(loss.netLoss.evidence),
                  },
        equivalents: (loss.equivalents ?? []).map((entry) => ({
            amount: money(entry.value),
            method: shown(entry.method),
            source: shown(entry.source),
        })),
        c2c: loss.c2c === undefined ? undefined : c2cView(loss.c2c),
        ledger,
        method: shown(loss.method),
        sources: (loss.sources ?? []).map((text) => ({ text: shown(text) })),
    }
}

function cited(labels: readonly string[] | undefined): string {
    return labels === undefined || labels.length === 0 ? "" : `（${see(labels)}）`
}

function screenView(before: Screen, after: Screen): object {
    const { asset } = before.value
    const [first, second] = [quantityOf(before.value), quantityOf(after.value)]
    const same = asset === after.value.asset && first !== undefined && second !== undefined
    const total = totalOf([before.value, after.value])
    return {
        asset,
        rows: [
            {
                what: BEFORE,
                amount: money(before.value),
                at: at(before),
                source: shown(before.source) + cited(before.evidence),
            },
            {
                what: AFTER,
                amount: money(after.value),
                at: at(after),
                source: shown(after.source) + cited(after.evidence),
            },
        ],
        difference: same
            ? `${totalZh({ ...total, value: subtractAmounts(first, second) }, asset) ?? ""} ${asset}`
            : undefined,
        formula: same ? `${stated(before.value)} − ${stated(after.value)}` : undefined,
    }
}

function at(screen: Screen): string {
    return screen.at === undefined ? TIME_UNSTATED : printBeijing(screen.at)
}

type C2c = NonNullable<Case["loss"]["c2c"]>

function c2cView(c2c: C2c): object {
    const pairs = [...new Set([...c2c.buys, ...c2c.sells].map((trade) => `${trade.asset}/${trade.fiat}`))]
    return {
        from: bothZones(c2c.from),
        to: bothZones(c2c.to),
        payment: shown(codesZh("payment", c2c.payment ?? [])),
        source: shown(c2c.source) + cited(c2c.evidence),
        pairs: pairs.map((pair) => pairView(pair, c2c)),
        net: netByFiat(c2c),
    }
}

/** A day as whose day it was stated, a moment in both zones. */
function bothZones(time: Time): string {
    const beijing = printBeijing(time)
    return isMoment(time) ? sameMoment(beijing, printUtc(time)) : beijing
}

/**
 * Buys, sells and net of one pair, every entry of the case as a row where there are several, with value-weighted average
 * prices (ΣCNY / ΣUSDT), rounded once. The net has none: a difference of sums divided by another is no price.
 */
function pairView(pair: string, c2c: C2c): object {
    const [asset = "", fiat = ""] = pair.split("/")
    const of = (trades: C2c["buys"]) => trades.filter((trade) => trade.asset === asset && trade.fiat === fiat)
    const [bought, sold] = [of(c2c.buys), of(c2c.sells)]
    const boughtQuantity = sum(
        bought.map((trade) => trade.quantity),
        asset,
    )
    const soldQuantity = sum(
        sold.map((trade) => trade.quantity),
        asset,
    )
    const boughtTotal = sum(
        bought.map((trade) => trade.total),
        fiat,
    )
    const soldTotal = sum(
        sold.map((trade) => trade.total),
        fiat,
    )
    const netQuantity = subtractAmounts(boughtQuantity, soldQuantity)
    const netTotal = subtractAmounts(boughtTotal, soldTotal)
    const average = (total: typeof netTotal, quantity: typeof netTotal): string => {
        const price = divideAmounts(total, quantity, 2)
        return price === undefined ? "—" : formatAmount(price, fiat, { places: 2 })
    }
    const all = [...bought, ...sold]
    const quantityPlaces = placesOf(all.map(({ quantity }) => quantity))
    const totalPlaces = placesOf(all.map(({ total }) => total))
    const entries = (trade: string, trades: C2c["buys"]) =>
        trades.length < 2
            ? []
            : trades.map((one, i) => {
                  const [quantity, total] = [toDecimal(one.quantity, asset), toDecimal(one.total, fiat)]
                  return {
                      what: entryOf(trade, i + 1),
                      quantity: figure(quantity, asset, quantityPlaces),
                      total: figure(total, fiat, totalPlaces),
                      average: average(total, quantity),
                  }
              })
    return {
        asset,
        fiat,
        rows: [
            ...entries(BOUGHT.trade, bought),
            {
                what: bought.length > 1 ? BOUGHT.total : BOUGHT.trade,
                quantity: figure(boughtQuantity, asset, quantityPlaces),
                total: figure(boughtTotal, fiat, totalPlaces),
                average: average(boughtTotal, boughtQuantity),
            },
            ...entries(SOLD.trade, sold),
            {
                what: sold.length > 1 ? SOLD.total : SOLD.trade,
                quantity: figure(soldQuantity, asset, quantityPlaces),
                total: figure(soldTotal, fiat, totalPlaces),
                average: average(soldTotal, soldQuantity),
            },
            {
                what: NET,
                quantity: withMinus(figure(netQuantity, asset, quantityPlaces)),
                total: withMinus(figure(netTotal, fiat, totalPlaces)),
                average: "—",
            },
        ],
    }
}

/** A hyphen is no minus sign. */
const withMinus = (text: string): string => text.replace(/^-/, "−")

function netByFiat(c2c: C2c): object[] {
    const fiats = [...new Set([...c2c.buys, ...c2c.sells].map((trade) => trade.fiat))]
    return fiats.map((fiat) => {
        const total = (trades: C2c["buys"]) =>
            sum(
                trades.filter((trade) => trade.fiat === fiat).map((trade) => trade.total),
                fiat,
            )
        const bought = total(c2c.buys)
        const sold = total(c2c.sells)
        const places = placesOf(
            [...c2c.buys, ...c2c.sells].flatMap((trade) => (trade.fiat === fiat ? trade.total : [])),
        )
        return {
            fiat,
            total: `${figure(subtractAmounts(bought, sold), fiat, places)} ${fiat}`,
            formula: `${figure(bought, fiat, places)} − ${figure(sold, fiat, places)}`,
        }
    })
}
