import { type Format, layout, operationsBy, type Role } from "../format.ts"
import { type Marks, magnitude, negate } from "../number.ts"
import type { LedgerRow } from "../row.ts"
import { readQuantity } from "../units.ts"

const EXCHANGE = "Coinbase"

const OPERATIONS = operationsBy({
    trade: "buy|sell|advanced trade buy|advanced trade sell|advance trade buy|advance trade sell",
    convert: "convert",
    deposit: "receive|deposit|coinbase deposit",
    withdrawal: "send|withdrawal|card spend|paid for an order|donation|admin debit",
    interest:
        "reward*|rewards income|staking income|inflation reward|learning reward|coinbase earn|interest*|incentives rewards payout|subscription*|airdrop*|retail staking transfer|retail unstaking transfer",
    transfer:
        "*transfer|retail eth2 deprecation|exchange deposit|pro deposit|prime deposit|exchange withdrawal|pro withdrawal|prime withdrawal|vault withdrawal|cash to savings|savings to cash",
})

const PRO = operationsBy({
    trade: "match",
    fee: "fee",
    deposit: "deposit",
    withdrawal: "withdrawal",
    convert: "conversion",
    interest: "rebate",
})

const OUT = /sell|send|withdraw|spend|paid|convert|debit|donation/i
/** Named from the other side: what is deposited there leaves here, what is withdrawn there arrives here. */
const OTHER_SIDE = /^(?:exchange|pro|prime) (deposit|withdrawal)$/i

function isOut(operation: string): boolean {
    const other = OTHER_SIDE.exec(operation)?.[1]
    return other === undefined ? OUT.test(operation) : /^d/i.test(other)
}

/** The other asset of a conversion or trade stands only in its notes; in those of a trade with the fee within. */
const NOTES = /^(Converted|Bought|Sold) ([\d.,]+) (\S+) (?:to|for) [^\d\s]{0,4}([\d.,]+) ([\p{L}\p{N}]+)(?: .*)?$/iu

function withOther(row: LedgerRow): LedgerRow {
    const [, verb = "", one = "", first = "", other = "", second = ""] = NOTES.exec(row.note ?? "") ?? []
    const [a, b] = [readQuantity(one, [], "grouped"), readQuantity(other, [], "grouped")]
    if ("fault" in a || "fault" in b) return row
    const [own, told] = [first.toUpperCase(), second.toUpperCase()]
    if (/^c/i.test(verb))
        return {
            ...row,
            kind: "convert",
            side: "buy",
            symbol: `${told}/${own}`,
            base: told,
            quote: own,
            filled: b.amount,
            value: a.amount,
        }
    if (own !== row.asset || told === own) return row
    return {
        ...row,
        kind: "trade",
        side: /^s/i.test(verb) ? "sell" : "buy",
        symbol: `${own}-${told}`,
        base: own,
        quote: told,
        filled: magnitude(row.amount ?? "0"),
        value: b.amount,
    }
}

/** Older files write quantities without sign. */
function withSign(
    row: LedgerRow,
    cell: (role: Role) => string,
    header: (role: Role) => string,
    marks: Marks,
): LedgerRow {
    const named = cell("quote") === "" ? /^[a-z]{3}(?= subtotal)/.exec(header("value"))?.[0] : cell("quote")
    const quote = named?.toUpperCase()
    const money = quote === undefined ? row : { ...row, quote }
    const value = readQuantity(cell("value"), [], marks)
    const valued = "fault" in value ? money : { ...money, value: magnitude(value.amount) }
    const fees = (row.fees ?? []).map((fee) => ({ ...fee, asset: quote ?? "" }))
    const amount = magnitude(row.amount ?? "0")
    const signed = {
        ...valued,
        ...(fees.length > 0 ? { fees } : {}),
        amount: isOut(row.operation ?? "") ? negate(amount) : (row.amount ?? "0"),
    }
    return withOther(signed)
}

const HEAD = "time=Timestamp{z}, operation=Transaction Type, asset=Asset, amount=Quantity Transacted"

export const COINBASE: readonly Format[] = [
    {
        id: "coinbase.statement",
        exchange: EXCHANGE,
        report: "statement",
        kind: "change",
        operations: OPERATIONS,
        refine: withSign,
        layouts: [
            layout(
                "2024",
                "en",
                `_=ID, ${HEAD}, quote=Price Currency, price=Price at Transaction, value=Subtotal, _=Total (inclusive of fees and/or spread), fee=Fees and/or Spread, note=Notes`,
            ),
            layout(
                "2023",
                "en",
                `${HEAD}, quote=Price Currency, price=Price at Transaction, value=Subtotal, _=Total (inclusive of fees and/or spread), fee=Fees and/or Spread, note=Notes`,
            ),
            layout(
                "2022",
                "en",
                `${HEAD}, quote=Spot Price Currency, price=Spot Price at Transaction, value=Subtotal, _=Total (inclusive of fees and/or spread), fee=Fees and/or Spread, note=Notes`,
            ),
            layout(
                "2021",
                "en",
                `${HEAD}, quote=Spot Price Currency, price=Spot Price at Transaction, value=Subtotal, _=Total (inclusive of fees), fee=Fees, note=Notes`,
            ),
            layout(
                "2020",
                "en",
                `${HEAD}, price={c} Spot Price at Transaction, value={c} Subtotal, _={c} Total (inclusive of fees), fee={c} Fees, note=Notes`,
            ),
        ],
    },
    {
        id: "coinbase.pro-fills",
        exchange: EXCHANGE,
        report: "spot-trades",
        kind: "trade",
        market: "spot",
        feeIn: "quote",
        layouts: [
            layout(
                "pro",
                "en",
                "wallet=portfolio, trade=trade id, symbol=product, side=side, time=created at{z}, filled=size, base=size unit, price=price, fee=fee, value=total, quote=price/fee/total unit",
            ),
        ],
    },
    {
        id: "coinbase.pro-account",
        exchange: EXCHANGE,
        list: "pro",
        report: "statement",
        kind: "change",
        operations: PRO,
        layouts: [
            layout(
                "pro",
                "en",
                "wallet=portfolio, operation=type, time=time{z}, amount=amount, balance=balance, asset=amount/balance unit, tx=transfer id, trade=trade id, order=order id",
            ),
        ],
    },
]
