import type { Report } from "./format.ts"
import { type DecimalText, ExactSum, isZero, magnitude, negate } from "./number.ts"
import type { ChangeClass, LedgerRow, Market } from "./row.ts"

/** What is summed of rows: each total by itself, exactly. */

/** What a total is of. */
export const TOTAL_KINDS = [
    "change",
    "bought",
    "sold",
    "ordered-bought",
    "ordered-sold",
    "fee",
    "realised",
    "deposited",
    "withdrawn",
    "purchased",
    "disposed",
    "converted",
    "given",
] as const
export type TotalKind = (typeof TOTAL_KINDS)[number]

/** A total with what it is of; two with the same key are one. */
export interface Total {
    readonly kind: TotalKind
    /** The report its rows stand in: totals of two reports of one account are never added. */
    readonly report: Report
    readonly market?: Market
    readonly wallet?: string
    readonly class?: ChangeClass
    /** Of what moves within the account and of loans: one that went and one that came are two, also in one wallet. */
    readonly way?: "out" | "in"
    /** As {@link LedgerRow.isUnlisted}. */
    readonly isUnlisted?: true
    /** Market of a trade. */
    readonly symbol?: string
    /** Given in a conversion that no list of conversions has. */
    readonly isSwept?: true
    readonly asset: string
    readonly sum: ExactSum
    /** What was paid or received for it. */
    readonly counter?: { readonly asset: string; readonly sum: ExactSum }
    /** What it was traded for, where no row says for how much. */
    readonly untold?: string
}

/** Names of wallets by which totals are kept apart. */
export const MOST_WALLETS = 1000

const TRADES: readonly TotalKind[] = ["bought", "sold", "ordered-bought", "ordered-sold"]
export const isTrade = ({ kind }: Total): boolean => TRADES.includes(kind)
export const isSale = ({ kind }: Total): boolean => kind.endsWith("sold")

/** What a total is looked for by, besides its row. */
interface Sought {
    readonly kind: TotalKind
    readonly asset: string
    readonly counter: string | undefined
    readonly untold: string | undefined
    readonly way: Total["way"]
}

/** Adds rows up. */
export class Tally {
    private readonly totals: Total[] = []
    /** By wallet and asset: of each there are few, and no key is made for a row. */
    private readonly places = new Map<string, Map<string, Total[]>>()
    private readonly report: Report
    private readonly wallet: string | undefined
    /** @param wallet - Where no row names one. */
    constructor(report: Report, wallet?: string) {
        this.report = report
        this.wallet = wallet
    }

    /** All totals, in the order in which they were first met. */
    list(): readonly Total[] {
        return this.totals
    }

    add(row: LedgerRow): void {
        switch (row.kind) {
            case "change":
                this.change(row)
                return
            case "trade":
            case "order":
                this.traded(row)
                if (this.report === "statement") this.exchanged(row, row.side === "sell")
                return
            case "deposit":
            case "withdrawal":
                this.put(row.kind === "deposit" ? "deposited" : "withdrawn", row, row.asset, row.amount)
                this.fees(row)
                return
            case "purchase": {
                const kind = row.side === "sell" ? "disposed" : "purchased"
                this.put(kind, row, row.asset, row.amount, { asset: row.quote, amount: row.value })
                this.fees(row)
                return
            }
            case "convert":
                this.put("converted", row, row.base, row.filled, { asset: row.quote, amount: row.value })
                if (this.report === "statement") this.exchanged(row)
                return
            default:
                row.kind satisfies never
        }
    }

    private change(row: LedgerRow): void {
        this.put("change", row, row.asset, row.amount)
        // A fee that is part of the change is not added again.
    }

    /** Both legs of a conversion or trade that a ledger writes in one row. */
    private exchanged(row: LedgerRow, isSold = false): void {
        const [base, quote] = [row.filled ?? "0", row.value ?? "0"]
        this.put("change", row, row.base, isSold ? negate(base) : base)
        this.put("change", row, row.quote, isSold ? quote : negate(quote))
    }

    private traded(row: LedgerRow): void {
        // Fills below the orders of a file are the same events; only their fees stand nowhere else.
        const isDetail = row.kind === "trade" && this.report.endsWith("orders")
        if (!isDetail) {
            const side = row.side === "sell" ? "sold" : "bought"
            const kind = row.kind === "order" ? (`ordered-${side}` as const) : side
            this.put(kind, row, row.base ?? row.symbol, row.filled, { asset: row.quote, amount: row.value })
            if (row.realised !== undefined && !isZero(row.realised.amount))
                this.put("realised", row, row.realised.asset, row.realised.amount)
        }
        this.fees(row)
    }

    private fees(row: LedgerRow): void {
        for (const { asset, amount } of row.fees ?? []) this.put("fee", row, asset, amount)
    }

    private put(
        kind: TotalKind,
        row: LedgerRow,
        asset: string | undefined,
        amount: DecimalText | undefined,
        counter?: { readonly asset: string | undefined; readonly amount: DecimalText | undefined },
    ): void {
        if (asset === undefined || amount === undefined) return
        const isTwoWays = row.class === "transfer" || row.class === "loan" || row.class === "earn"
        const way = !isTwoWays ? undefined : amount.startsWith("-") ? "out" : "in"
        // What was paid for it is not nothing where the row does not say how much.
        const isTold = counter?.amount !== undefined
        const priced = isTold
            ? { counter: counter.asset, untold: undefined }
            : { counter: undefined, untold: counter?.asset }
        const of = { kind, asset, way, ...priced } as const
        const total = this.find(of, row) ?? this.begin(of, row)
        total.sum.add(kind === "change" || kind === "fee" || kind === "realised" ? amount : magnitude(amount))
        if (counter?.amount !== undefined) total.counter?.sum.add(magnitude(counter.amount))
    }

    /** A file with more names than an account has wallets has something else in that column; those are one. */
    private walletOf({ wallet = "" }: LedgerRow): string {
        return this.places.has(wallet) || this.places.size < MOST_WALLETS ? wallet : ""
    }

    private find({ kind, asset, counter, untold, way }: Sought, row: LedgerRow): Total | undefined {
        const here = this.places.get(this.walletOf(row))?.get(asset)
        if (here === undefined) return undefined
        const symbol = symbolOf(row)
        for (const total of here)
            if (
                total.kind === kind &&
                total.class === row.class &&
                total.isUnlisted === row.isUnlisted &&
                total.way === way &&
                total.symbol === symbol &&
                total.counter?.asset === counter &&
                total.untold === untold
            )
                return total
        return undefined
    }

    private begin({ kind, asset, counter, untold, way }: Sought, row: LedgerRow): Total {
        const symbol = symbolOf(row)
        const place = this.walletOf(row)
        const wallet = place === "" ? this.wallet : place
        const total = {
            kind,
            report: this.report,
            ...(row.market === undefined ? {} : { market: row.market }),
            ...(wallet === undefined ? {} : { wallet }),
            ...(row.class === undefined ? {} : { class: row.class }),
            ...(way === undefined ? {} : { way }),
            ...(row.isUnlisted === undefined ? {} : { isUnlisted: row.isUnlisted }),
            ...(symbol === undefined ? {} : { symbol }),
            asset,
            sum: new ExactSum(),
            ...(counter === undefined ? {} : { counter: { asset: counter, sum: new ExactSum() } }),
            ...(untold === undefined ? {} : { untold }),
        }
        const byAsset = this.places.get(place) ?? new Map<string, Total[]>()
        this.places.set(place, byAsset)
        byAsset.set(asset, [...(byAsset.get(asset) ?? []), total])
        this.totals.push(total)
        return total
    }
}

/** The market of a trade; a conversion names two assets and no market. */
function symbolOf({ kind, symbol }: LedgerRow): string | undefined {
    return kind === "convert" ? undefined : symbol
}
