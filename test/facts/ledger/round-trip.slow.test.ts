import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { memorySource } from "../../../src/base/source.ts"
import { FORMATS } from "../../../src/facts/ledger/formats/index.ts"
import { openTable } from "../../../src/facts/ledger/open-table.ts"
import { eachRow, reportOf } from "../../../src/facts/ledger/read-file.ts"
import type { RowUse } from "../../../src/facts/ledger/row.ts"
import { decimal as exact, subtractAmounts } from "../../../src/facts/money/amount.ts"
import { WRITTEN, type Written } from "./layouts.ts"

/** Random rows -> a file, written by what stands here alone -> read -> the same rows. */

const digits = (min: number, max: number) =>
    fc.stringMatching(new RegExp(`^[1-9][0-9]{${String(min - 2)},${String(max - 2)}}[1-9]$`))
const decimal = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 14n }), fc.integer({ min: 0, max: 20 }))
    .map(([value, places]) => {
        const text = value.toString().padStart(places + 1, "0")
        return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
    })
const signed = fc.tuple(fc.boolean(), decimal).map(([minus, text]) => (minus ? `-${text}` : text))
const word = fc.constantFrom("Spot", "Funding", "Main Account", "USDT-Futures", "现货账户", "Earn")
const text = fc.constantFrom("P2P - 22735222720347865088", "备注，有逗号", "a'b", "=1+1", "⭐ 老 王  商行")

const record = fc.record({
    at: fc.integer({ min: Date.UTC(2018, 0, 1) / 1000, max: Date.UTC(2026, 10, 27) / 1000 }),
    uid: digits(8, 9),
    orderId: digits(17, 20),
    tradeId: digits(8, 12),
    clientOrderId: fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{21}$/),
    txHash: fc.stringMatching(/^0x[0-9a-f]{64}$/),
    address: fc.stringMatching(/^T[1-9A-HJ-NP-Za-km-z]{33}$/),
    from: fc.stringMatching(/^0x[0-9a-f]{40}$/),
    wallet: word,
    operation: fc.constantFrom("Deposit", "Fee", "Some New Thing", "Transfer In", "划转", "Reward"),
    type: fc.constantFrom("LIMIT", "MARKET", "api"),
    network: fc.constantFrom("TRX", "ETH", "BSC"),
    memo: fc.constantFrom("100234", "memo 7"),
    note: text,
    counterparty: text,
    pair: fc.constantFrom(
        ["BTC", "USDT"],
        ["1INCH", "USDT"],
        ["币安人生", "USDT"],
        ["1000SATS", "FDUSD"],
        ["W", "USDC"],
        ["ETH", "BTC"],
        ["2Z", "BNB"],
    ),
    asset: fc.constantFrom("BTC", "USDT", "币安人生", "1INCH", "S"),
    fiat: fc.constantFrom("CNY", "VND"),
    feeAsset: fc.constantFrom("BNB", "USDT", "OKB"),
    isBuy: fc.boolean(),
    amount: signed,
    fee: decimal,
    realised: signed,
    price: decimal,
    quantity: decimal,
    filled: decimal,
    average: decimal,
    value: decimal,
    balance: decimal,
})
type Values = typeof record extends fc.Arbitrary<infer T> ? T : never

const two = (n: number) => String(n).padStart(2, "0")

function timeText(ms: number, style: string): string {
    const date = new Date(ms)
    const [y, mo, d] = [date.getUTCFullYear(), two(date.getUTCMonth() + 1), two(date.getUTCDate())]
    const [h, mi, s] = [two(date.getUTCHours()), two(date.getUTCMinutes()), two(date.getUTCSeconds())]
    const styles: Record<string, string> = {
        "": `${String(y)}-${mo}-${d} ${h}:${mi}:${s}`,
        short: `${String(y % 100)}-${mo}-${d} ${h}:${mi}:${s}`,
        last: `${d}-${mo}-${String(y % 100)} ${h}:${mi}:${s}`,
        first: `${h}:${mi} ${String(y)}-${mo}-${d}`,
        iso: `${String(y)}-${mo}-${d}T${h}:${mi}:${s}.000Z`,
        utc: `${String(y)}-${mo}-${d} ${h}:${mi}:${s} UTC`,
        cst: `${String(y)}-${mo}-${d} ${h}:${mi}:${s} CST`,
        epoch: String(ms),
        dmy: `${d}/${mo}/${String(y)} ${h}:${mi}`,
        mdy: `${String(Number(mo))}/${String(Number(d))}/${String(y)} ${h}:${mi}`,
        slash: `${String(y)}/${mo}/${d} ${h}:${mi}:${s}`,
        dots: `${d}.${mo}.${String(y)} ${h}:${mi}:${s}`,
    }
    return styles[style] ?? ""
}

/** Writes one line and says what its row is to be. */
function write(layout: Written, values: Values): { line: string; row: Record<string, unknown> } {
    const [base = "", quote = ""] = values.pair
    const row: Record<string, unknown> = {}
    const symbol =
        {
            "-": `${base}-${quote}`,
            "/": `${base}/${quote}`,
            _: `${base}_${quote}`,
            lower: (base + quote).toLowerCase(),
            kraken: "",
            perp: "",
        }[layout.symbol ?? "perp"] || base + quote
    const minutes = /\{wall:(?:first|dmy|mdy)\}/.test(layout.line)
    const ms = (minutes ? Math.floor(values.at / 60) * 60 : values.at) * 1000
    const [buy, sell] = /\{side:([^|]*)\|([^}]*)\}/.exec(layout.line)?.slice(1) ?? ["", ""]
    const side = values.isBuy ? "buy" : "sell"
    const isMoved = /^(?:binance\.fiat(?:-\w+)?|.*[.-](?:transfers|deposits|withdrawals))$/.test(layout.id)
    const plain = values.amount.replace("-", "")
    const amount = isMoved ? plain : values.amount
    const feeAsset = (style: string): string => {
        if (/glued|spaced|minusSpaced/.test(style) || layout.line.includes("{feeAsset}")) return values.feeAsset
        if (style === "quoted") return quote
        if (style === "inEuro") return "EUR"
        if (layout.feeIn === "received") return values.isBuy ? base : quote
        return { base, quote, asset: values.asset, "": "" }[layout.feeIn ?? ""]
    }
    const line = layout.line.replace(/\{(\w+)(?::([^}]*))?\}/g, (_, name: string, style = "") => {
        switch (name) {
            case "wall":
                row.wall = ms
                return timeText(ms, style)
            case "symbol":
                row.symbol = symbol
                row.base = base
                row.quote = quote
                return symbol
            case "side":
                row.side = side
                return (values.isBuy ? buy : sell) ?? ""
            case "base":
                row.base = base
                return base
            case "quote":
                row.quote = quote
                return quote
            case "sold":
                row.value = values.value
                row.quote = quote
                return `${values.value} ${quote}`
            case "bought":
                row.filled = values.filled
                row.base = base
                return `${values.filled} ${base}`
            case "fee": {
                row.fees = [{ asset: feeAsset(style), amount: values.fee }]
                const sign = /minus/.test(style) ? "-" : ""
                if (/Besides/.test(style)) row.amount = subtractAmounts(exact(amount), exact(values.fee)).toFixed()
                const shown = style === "comma" ? values.fee.replace(".", ",") : values.fee
                const unit = /glued/.test(style)
                    ? values.feeAsset
                    : /spaced/i.test(style)
                      ? ` ${values.feeAsset}`
                      : style === "quoted" && layout.line.includes("{sold}")
                        ? ` ${quote}`
                        : ""
                return sign + shown + unit
            }
            case "feeAsset":
                return values.feeAsset
            case "realised":
                row.realised = { asset: quote, amount: values.realised }
                return values.realised
            case "amount":
                row.amount = layout.line.includes("{operation:") ? (values.isBuy ? plain : `-${plain}`) : amount
                if (style !== "spaced") return row.amount as string
                row.asset = values.asset
                return `${amount} ${values.asset}`
            case "magnitude":
                row.amount = values.isBuy ? plain : `-${plain}`
                return plain
            case "signed":
                row.side = side
                row.filled = values.filled
                return values.isBuy ? values.filled : `-${values.filled}`
            case "direction": {
                const [came = "", went = ""] = (style === "" ? "Deposit|Withdrawal" : style).split("|")
                return values.isBuy ? came : went
            }
            case "operation":
                if (style !== "") row.operation = values.isBuy ? "Buy" : "Sell"
                else row.operation = values.operation
                return row.operation as string
            default: {
                const value = values[name as keyof Values] as string
                row[name] = value
                if (style === "comma") return value.replace(".", ",")
                if (style === "glued") return value + (name === "value" ? quote : base)
                if (style === "spaced") return `${value} ${name === "value" ? quote : base}`
                return value
            }
        }
    })
    return {
        line,
        row: layout.id === "binance.c2c" ? { ...row, base: undefined, fiat: undefined, quote: values.fiat } : row,
    }
}

const without = (row: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))

async function readRows(
    bytes: Uint8Array,
    name: string,
): Promise<{ id: string; version: string; uses: RowUse[]; shown: string }> {
    const table = await openTable(memorySource(bytes), FORMATS)
    if ("fault" in table) throw new Error(JSON.stringify(table))
    const uses: RowUse[] = []
    await eachRow(table, reportOf(table.matched, name, undefined), (_row, use) => uses.push(use))
    const { format, layout } = table.matched
    return { id: format.id, version: layout.version, uses, shown: JSON.stringify({ ...table, uses }) }
}

describe("random rows are read back as they were written", () => {
    test.each(WRITTEN.map((one) => [`${one.id} ${one.version}: ${one.header.slice(0, 60)}`, one] as const))(
        "%s",
        async (_title, layout) => {
            await fc.assert(
                fc.asyncProperty(
                    fc.array(record, { minLength: 1, maxLength: 12 }),
                    fc.boolean(),
                    async (rows, crlf) => {
                        const end = crlf ? "\r\n" : "\n"
                        const written = rows.map((values) => write(layout, values))
                        const file = [layout.header, ...written.map(({ line }) => line), ""].join(end)
                        const read = await readRows(utf8((layout.preamble ?? "") + file), layout.name ?? "export.csv")
                        expect([read.id, read.version]).toEqual([layout.id, layout.version])
                        expect(read.uses.map(({ use }) => use)).toEqual(rows.map(() => "used"))
                        for (const [i, use] of read.uses.entries()) {
                            if (use.use !== "used") continue
                            expect(use.row).toMatchObject(without(written[i]?.row ?? {}))
                            expect(use.row.spoiled).toBeUndefined()
                        }
                        // Nothing above the header is anywhere in what was read.
                        if (layout.preamble !== undefined) expect(read.shown).not.toMatch(/Cheshi|200000000000001/)
                    },
                ),
                { numRuns: 25 },
            )
        },
    )

    test("every layout is among them", () => {
        const known = FORMATS.flatMap(({ id, layouts }) => layouts.map(({ version }) => `${id} ${version}`))
        const written = new Set(WRITTEN.map(({ id, version }) => `${id} ${version}`))
        expect([...new Set(known)].filter((one) => !written.has(one))).toEqual([])
    })
})
