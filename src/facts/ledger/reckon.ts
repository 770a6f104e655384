import { addAmounts, type Decimal, subtractAmounts } from "../money/amount.ts"
import type { Report } from "./format.ts"
import type { Ledger } from "./ledger.ts"
import {
    type BothWays,
    changes,
    earned,
    loans,
    type MoveLine,
    moves,
    oneSided,
    withdrawalGaps,
    withdrawn,
} from "./moves.ts"
import { type PriceLine, type PurchaseLine, prices, purchases } from "./prices.ts"
import type { PlacedRow } from "./reading.ts"
import { isSale, isTrade, type Total } from "./tally.ts"
import {
    type Basis,
    charged,
    counterOf,
    type Figure,
    figures,
    figuresOfFirst,
    isFutures,
    type Reconciliation,
    SPOT,
    sumOf,
    Totals,
    ZERO,
} from "./totals.ts"

/**
 * The reckoning of the chosen rows. Sums are exact; a quotient is divided once and rounded once. No two reports that
 * tell of the same events are added: where both are there, one is reckoned with and the other is held against it.
 */

/** What was bought and sold of an asset or on a market. */
export interface TradeLine extends Basis {
    /** Asset of spot trades, symbol of futures. */
    readonly name: string
    readonly asset: string
    readonly quote?: string
    readonly bought: Decimal
    readonly sold: Decimal
    /** In the quote asset; absent where the rows do not say it. */
    readonly paid?: Decimal
    readonly received?: Decimal
}

export interface Reckoning {
    readonly spot: readonly TradeLine[]
    readonly spotFees: readonly Figure[]
    /** Some of these trades and fees are those of a margin account. */
    readonly hasMargin: boolean
    readonly moved: readonly MoveLine[]
    readonly futures: readonly TradeLine[]
    readonly futuresFees: readonly Figure[]
    readonly funding: readonly Figure[]
    /** What a file calls realised, of assets for which trades alone give no result: of contracts settled in a coin, or untold. */
    readonly futuresRealised: readonly Figure[]
    /**
     * Result of futures with fees and funding, by asset; negative for a loss. Of the trades, and absent where a market does
     * not add up; where no file lists them, of the ledger alone.
     */
    readonly futuresNet: readonly Figure[]
    readonly withdrawn: readonly Figure[]
    /** Fees that a report of withdrawals lists besides its amounts; a ledger has them within. */
    readonly withdrawalFees: readonly Figure[]
    /** What was borrowed and repaid; it is within the changes. */
    readonly loans: readonly BothWays[]
    /** What came back from savings and staking, and what went into them; it is within the changes. */
    readonly earned: readonly BothWays[]
    /** Moves of which the files have one end alone; they are within the changes. */
    readonly oneSided: readonly BothWays[]
    /** What the account had more or less of each asset: moves within it cancel. */
    readonly changes: readonly Figure[]
    readonly reconciliation: readonly Reconciliation[]
    readonly purchases: readonly PurchaseLine[]
    readonly prices: readonly PriceLine[]
}

const FUTURES: readonly Report[] = ["futures-trades", "futures-orders"]
const LEDGERS: readonly Report[] = ["futures-statement", "statement", "funding"]

export function reckon(ledger: Ledger): Reckoning {
    const chosen = new Totals(ledger, ({ chosenTotals }) => chosenTotals)
    const traded = tradeLines(chosen, SPOT, false)
    const converted = convertLines(chosen)
    const spot = [...traded, ...converted, ...ledgerConverts(chosen, converted)]
    const futures = tradeLines(chosen, FUTURES, true)
    const futuresFees = futuresFigures(chosen, "fee")
    const funding = futuresFigures(chosen, "funding")
    const moved = moves(chosen)
    const futuresRealised = realised(chosen, futures)
    const withdrawalFees = figures(chosen, "withdrawals", ({ kind }) => kind === "fee")
    return {
        spot,
        spotFees: spotFees(chosen),
        hasMargin: chosen.find((total) => isOnMargin(total)).length > 0,
        moved: moved.lines,
        futures,
        futuresFees,
        funding,
        futuresRealised,
        futuresNet: netOf(futures, futuresRealised, [...futuresFees, ...funding]),
        withdrawn: withdrawn(chosen),
        withdrawalFees,
        loans: loans(chosen),
        earned: earned(chosen),
        oneSided: oneSided(chosen),
        changes: changes(chosen),
        reconciliation: [
            ...reconcile(chosen, traded, futures, futuresFees),
            ...convertGaps(chosen, converted),
            ...moved.gaps,
            ...withdrawalGaps(chosen, withdrawalFees),
        ],
        purchases: purchases(ledger),
        prices: prices(ledger),
    }
}

/** Whether a total is of trades on margin, or of fees for them. */
const isOnMargin = (total: Total): boolean =>
    total.market === "margin" && (isTrade(total) || total.kind === "fee" || total.class === "fee")

/** Trades of the best report there is: fills, else orders with what was filled, else legs of a ledger. */
function tradeLines(totals: Totals, reports: readonly Report[], futures: boolean): readonly TradeLine[] {
    const fits = (total: Total): boolean => isTrade(total) && isFutures(total) === futures
    const report = totals.firstReport(reports, fits)
    if (report === undefined) return []
    const found = totals.find((total) => total.report === report && fits(total))
    const nameOf = (total: Total): string => (futures ? (total.symbol ?? total.asset) : total.asset)
    const keys = new Map(found.map((total) => [`${nameOf(total)} ${total.counter?.asset ?? ""}`, total]))
    return [...keys.values()].map((one): TradeLine => {
        const same = (total: Total): boolean =>
            fits(total) && nameOf(total) === nameOf(one) && total.counter?.asset === one.counter?.asset
        const of = found.filter(same)
        const [sales, buys] = [of.filter(isSale), of.filter((total) => !isSale(total))]
        const [received, paid] = [counterOf(sales), counterOf(buys)]
        return {
            ...totals.basis(report, same),
            name: nameOf(one),
            asset: one.asset,
            ...(one.counter === undefined ? {} : { quote: one.counter.asset }),
            bought: sumOf(buys),
            sold: sumOf(sales),
            ...(paid === undefined ? {} : { paid }),
            ...(received === undefined ? {} : { received }),
        }
    })
}

/** Conversions of an asset into another, which no list of trades has: a sale of what was given. */
function convertLines(totals: Totals): readonly TradeLine[] {
    const isConverted = (total: Total): boolean => total.kind === "converted" && total.counter !== undefined
    const found = totals.find(isConverted)
    const keys = new Map(found.map((total) => [`${total.report} ${total.asset} ${total.counter?.asset ?? ""}`, total]))
    return [...keys.values()].flatMap((one): readonly TradeLine[] => {
        const given = one.counter?.asset
        if (given === undefined) return []
        const same = (total: Total): boolean =>
            isConverted(total) && total.asset === one.asset && total.counter?.asset === given
        const of = found.filter((total) => total.report === one.report && same(total))
        const sold = counterOf(of) ?? ZERO
        return [
            {
                ...totals.basis(one.report, same),
                name: given,
                asset: given,
                quote: one.asset,
                bought: ZERO,
                sold,
                paid: ZERO,
                received: sumOf(of),
            },
        ]
    })
}

const isGiven = ({ kind }: Total): boolean => kind === "given"

/** Conversions that a ledger alone tells: of an asset that a report of them has, that one counts. */
function ledgerConverts(totals: Totals, told: readonly TradeLine[]): readonly TradeLine[] {
    const found = totals
        .ledgers(isGiven)
        .flatMap((report) => totals.find((total) => total.report === report && isGiven(total)))
        .filter((total) => total.isSwept === true || told.every((line) => line.asset !== total.asset))
    const keys = new Map(found.map((total) => [`${total.report} ${total.asset} ${total.counter?.asset ?? ""}`, total]))
    return [...keys.values()].map((one): TradeLine => {
        const same = (total: Total): boolean =>
            found.includes(total) && total.asset === one.asset && total.counter?.asset === one.counter?.asset
        const of = found.filter((total) => total.report === one.report && same(total))
        const received = counterOf(of)
        return {
            ...totals.basis(one.report, same),
            name: one.asset,
            asset: one.asset,
            ...(one.counter === undefined ? {} : { quote: one.counter.asset }),
            bought: ZERO,
            sold: sumOf(of),
            paid: ZERO,
            ...(received === undefined ? {} : { received }),
        }
    })
}

/** Fees or funding of futures, positive where charged: of the fills, else of a ledger. */
function futuresFigures(totals: Totals, what: "fee" | "funding"): readonly Figure[] {
    const ofTrades = (total: Total): boolean => what === "fee" && total.kind === "fee" && isFutures(total)
    const ofLedger = (total: Total): boolean => total.kind === "change" && total.class === what && isFutures(total)
    const trades = totals.firstReport(FUTURES, ofTrades)
    const told = trades === undefined ? [] : figures(totals, trades, ofTrades)
    // A list of fills may have the payments of funding among them.
    const others = figuresOfFirst(totals, [...LEDGERS, ...FUTURES], ofLedger, charged)
    // A fee whose asset no trade names is that of trades that no file lists, unless some trade leaves its asset open.
    if (told.some(({ asset }) => asset === "")) return told
    return [...told, ...others.filter(({ asset }) => told.every((one) => one.asset !== asset))]
}

function spotFees(totals: Totals): readonly Figure[] {
    const ofTrades = (total: Total): boolean => total.kind === "fee" && !isFutures(total)
    const ofLedger = (total: Total): boolean => total.kind === "change" && total.class === "fee" && !isFutures(total)
    const trades = totals.firstReport(["spot-trades", "spot-orders"], ofTrades)
    if (trades !== undefined) return figures(totals, trades, ofTrades)
    const ledger = totals.firstReport(LEDGERS, ofLedger)
    return ledger === undefined ? [] : figures(totals, ledger, ofLedger, charged)
}

/**
 * Realised profit, negative for a loss, of assets that no trades are settled in: of the trades of contracts whose value is
 * not told, else of a ledger.
 */
function realised(totals: Totals, futures: readonly TradeLine[]): readonly Figure[] {
    const untold = futures.filter(({ quote }) => quote === undefined).map(({ name }) => name)
    const ofTrades = (total: Total): boolean =>
        total.kind === "realised" && isFutures(total) && untold.includes(total.symbol ?? "")
    const ofLedger = (total: Total): boolean =>
        total.kind === "change" && total.class === "realised" && isFutures(total)
    const trades = totals.firstReport(FUTURES, ofTrades)
    const told = trades === undefined ? [] : figures(totals, trades, ofTrades)
    const known = [...told.map(({ asset }) => asset), ...futures.flatMap(({ quote }) => quote ?? [])]
    const others = figuresOfFirst(totals, LEDGERS, ofLedger)
    return [...told, ...others.filter(({ asset }) => !known.includes(asset))]
}

/** Received less paid, or what was realised, less fees and funding. A market that was not closed has no result yet. */
function netOf(
    futures: readonly TradeLine[],
    realised: readonly Figure[],
    costs: readonly Figure[],
): readonly Figure[] {
    const quotes = [...new Set(futures.flatMap(({ quote }) => quote ?? []))]
    const ofTrades = quotes.flatMap((asset): readonly Figure[] => {
        const lines = futures.filter(({ quote }) => quote === asset)
        const open = lines.some(({ bought, sold, paid, received }) => !bought.eq(sold) || !paid || !received)
        if (open) return []
        const results = lines.map(({ received = ZERO, paid = ZERO }) => subtractAmounts(received, paid))
        return netFigure(asset, addAmounts(results), lines, costs)
    })
    const ofLedger = realised.flatMap((one) => netFigure(one.asset, one.value, [one], costs))
    return [...ofTrades, ...ofLedger]
}

function netFigure(asset: string, result: Decimal, lines: readonly Basis[], all: readonly Figure[]): readonly Figure[] {
    const costs = all.filter((one) => one.asset === asset)
    const [first] = lines
    if (first === undefined) return []
    const bases = [...lines, ...costs]
    return [
        {
            asset,
            value: subtractAmounts(result, addAmounts(costs.map((one) => one.value))),
            report: first.report,
            files: [...new Set(bases.flatMap(({ files }) => files))].sort(),
            rows: bases.reduce((sum, { rows }) => sum + rows, 0),
            without: Math.max(...bases.map(({ without }) => without)),
        },
    ]
}

function reconcile(
    totals: Totals,
    spot: readonly TradeLine[],
    futures: readonly TradeLine[],
    fees: readonly Figure[],
): readonly Reconciliation[] {
    const lines: Reconciliation[] = []
    const put = (what: Reconciliation["what"], name: string, asset: string, left: Decimal, right: Decimal): void => {
        lines.push({ what, name, asset, left, right, gap: subtractAmounts(left, right) })
    }
    for (const { name, asset, bought, sold } of futures) put("bought-sold", name, asset, bought, sold)
    const ofLedger = (found: string) => (total: Total) =>
        total.kind === "change" && total.class === found && isFutures(total)
    const ledger = totals.firstReport(LEDGERS, ofLedger("realised"))
    if (ledger !== undefined && futures.length > 0)
        for (const { asset, value: right } of figures(totals, ledger, ofLedger("realised"))) {
            const of = futures.filter(({ quote, paid, received }) => quote === asset && paid && received)
            const left = addAmounts(of.map(({ received = ZERO, paid = ZERO }) => subtractAmounts(received, paid)))
            if (of.length > 0) put("futures-result", asset, asset, left, right)
        }
    const [fee] = fees
    const feeLedger = totals.firstReport(LEDGERS, ofLedger("fee"))
    if (fee !== undefined && feeLedger !== undefined && fee.report !== feeLedger)
        for (const { asset, value: right } of figures(totals, feeLedger, ofLedger("fee"), charged)) {
            const left = fees.find((one) => one.asset === asset)?.value
            if (left !== undefined) put("futures-fees", asset, asset, left, right)
        }
    const [first] = spot
    if (first !== undefined && first.report !== "statement") {
        // An asset that the trades do not name at all is the largest gap there is.
        const legs = (isOfSales: boolean) => (total: Total) =>
            total.report === "statement" && isTrade(total) && isSale(total) === isOfSales && !isFutures(total)
        for (const { asset, value: right } of figures(totals, "statement", legs(true)))
            put("spot-sold", asset, asset, addAmounts(spot.filter(isOf(asset)).map(({ sold }) => sold)), right)
        for (const { asset, value: right } of figures(totals, "statement", legs(false)))
            put("spot-bought", asset, asset, addAmounts(spot.filter(isOf(asset)).map(({ bought }) => bought)), right)
    }
    return lines
}

/** What a report of conversions lists as given, and what a ledger has. */
function convertGaps(totals: Totals, converted: readonly TradeLine[]): readonly Reconciliation[] {
    const listed = converted.filter(({ report }) => report !== "statement")
    const isListed = (total: Total): boolean => isGiven(total) && total.isSwept !== true
    return figures(totals, "statement", isListed).flatMap(({ asset, value: right }) => {
        const of = listed.filter((line) => line.asset === asset)
        if (of.length === 0) return []
        const left = addAmounts(of.map(({ sold }) => sold))
        return [{ what: "converted", name: asset, asset, left, right, gap: subtractAmounts(left, right) }]
    })
}

const isOf = (asset: string) => (line: TradeLine) => line.asset === asset

/** Chosen rows of all files by time; those without come last, in the order of the files. */
export function chosenRows(ledger: Ledger): readonly PlacedRow[] {
    return ledger.readings
        .flatMap(({ chosen }) => chosen)
        .sort((a, b) => (a.epochMs ?? Number.MAX_SAFE_INTEGER) - (b.epochMs ?? Number.MAX_SAFE_INTEGER))
}
