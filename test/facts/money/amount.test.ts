import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
    addAmounts,
    checkAmount,
    decimal,
    divideAmounts,
    isAmount,
    parseAmount,
    subtractAmounts,
} from "../../../src/facts/money/amount.ts"
import { assetOf } from "../../../src/facts/money/asset.ts"
import { formatAmount } from "../../../src/facts/money/format.ts"

describe("reads an amount exactly", () => {
    test.each([
        ["1234.5", "USDT", "1234.5", []],
        ["1,234.5", "USDT", "1234.5", []],
        ["1,234,567", "CNY", "1234567", []],
        ["0.00000001", "BTC", "0.00000001", []],
        ["3000.0000000000000000", "USDT", "3000", []],
        ["0.123456789012345678", "ETH", "0.123456789012345678", []],
        ["0.123456789012345678", "NEWCOIN", "0.123456789012345678", []],
        ["１，２３４．５", "usdt", "1234.5", ["money.amount.respelled"]],
        [" 12 ", "CNY", "12", ["money.amount.respelled"]],
        ["20178588789849104384", "SHIB", "20178588789849104384", []],
    ])("%s %s", (text, asset, value, codes) => {
        const { amount, findings } = parseAmount(text, asset)
        expect(amount?.toString()).toBe(value)
        expect(findings.map((f) => f.code)).toEqual(codes)
    })
})

describe("refuses what is not one exact amount", () => {
    test.each([
        ["", "CNY", "money.amount.empty"],
        ["  ", "CNY", "money.amount.empty"],
        ["1e3", "CNY", "money.amount.exponent"],
        ["2.03495E+19", "USDT", "money.amount.exponent"],
        ["1.234,56", "CNY", "money.amount.ambiguous"],
        ["1,23", "CNY", "money.amount.ambiguous"],
        ["12,34,567", "CNY", "money.amount.ambiguous"],
        [".5", "CNY", "money.amount.ambiguous"],
        ["5.", "CNY", "money.amount.ambiguous"],
        ["007", "CNY", "money.amount.malformed"],
        ["0x10", "CNY", "money.amount.malformed"],
        ["Infinity", "CNY", "money.amount.malformed"],
        ["12 USDT", "USDT", "money.amount.malformed"],
        ["1".repeat(61), "USDT", "money.amount.malformed"],
        ["-1", "CNY", "money.amount.signed"],
        ["1.005", "CNY", "money.amount.too-precise"],
        ["0.000000001", "BTC", "money.amount.too-precise"],
    ])("%j %s: %s", (text, asset, code) => {
        const { amount, findings } = parseAmount(text, asset)
        expect(amount).toBeUndefined()
        expect(findings.map((f) => f.code)).toEqual([code])
        const checked = checkAmount(text, asset)
        expect(isAmount(checked) ? "an amount" : checked.code).toBe(code)
    })
})

test("takes a sign only where a ledger has one", () => {
    expect(parseAmount("\u22120.1", "BTC", { signed: true }).amount?.toString()).toBe("-0.1")
    expect(isAmount(checkAmount("-0.1", "BTC", { signed: true }))).toBe(true)
    expect(isAmount(checkAmount("+", "BTC", { signed: true }))).toBe(false)
})

test("never takes a JavaScript number", () => {
    expect(() => decimal("1").plus(0.1)).toThrow()
    expect(() => decimal("1e3")).toThrow(TypeError)
})

test("adds what floating point gets wrong", () => {
    const parts = ["0.1", "0.2", "123456789012345678901234.12", "0.000000000000000001"].map(decimal)
    expect(addAmounts(parts).toString()).toBe("123456789012345678901234.420000000000000001")
    expect(addAmounts([]).toString()).toBe("0")
})

test("rounds a quotient once, half up", () => {
    const divide = (a: string, b: string, places: number) =>
        divideAmounts(decimal(a), decimal(b), places)?.toFixed(places)
    expect(divide("2", "3", 2)).toBe("0.67")
    expect(divide("1", "8", 2)).toBe("0.13")
    expect(divide("-1", "8", 2)).toBe("-0.13")
    // Digits 0.00499…9 (60 nines): rounding to 40 places first would give 0.01.
    expect(divide(`0.00${"4"}${"9".repeat(60)}`, "1", 2)).toBe("0.00")
    expect(divide("1", "0", 2)).toBeUndefined()
})

describe("prints", () => {
    test.each([
        ["349776.83", "CNY", {}, "349776.83"],
        ["349776.83", "CNY", { grouped: true }, "349,776.83"],
        ["-1234567", "CNY", { grouped: true }, "-1,234,567.00"],
        ["5", "CNY", {}, "5.00"],
        ["1.46966133", "BTC", {}, "1.46966133"],
        ["100", "BTC", {}, "100"],
        ["0", "BTC", {}, "0"],
        ["0.00000001", "BTC", {}, "0.00000001"],
        ["-0.001", "CNY", {}, "0.00"],
        ["123456789012345678901234567890", "SHIB", { grouped: true }, "123,456,789,012,345,678,901,234,567,890"],
        ["6.555", "USDT", { places: 2 }, "6.56"],
        ["1234.5", "USDT", { grouped: true, places: 4 }, "1,234.5000"],
    ])("%s %s %j as %s", (value, asset, format, text) => {
        expect(formatAmount(decimal(value), asset, format)).toBe(text)
    })
})

const amounts = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.stringMatching(/^[0-9]{0,8}$/))
    .map(([whole, fraction]) => (fraction === "" ? String(whole) : `${String(whole)}.${fraction}`))

test("reads back what it prints, grouped or not", () => {
    fc.assert(
        fc.property(amounts, fc.boolean(), (text, grouped) => {
            const value = decimal(text)
            expect(parseAmount(formatAmount(value, "BTC", { grouped }), "BTC").amount?.eq(value)).toBe(true)
        }),
    )
})

test("sums agree with integer arithmetic", () => {
    fc.assert(
        fc.property(amounts, amounts, (a, b) => {
            const units = (text: string) =>
                BigInt(
                    text
                        .split(".")
                        .map((p, i) => (i === 0 ? p : p.padEnd(8, "0")))
                        .join(""),
                ) * (text.includes(".") ? 1n : 10n ** 8n)
            const scale = decimal("100000000")
            const asUnits = (text: ReturnType<typeof decimal>) => BigInt(text.times(scale).toFixed(0))
            expect(asUnits(addAmounts([decimal(a), decimal(b)]))).toBe(units(a) + units(b))
            expect(asUnits(subtractAmounts(decimal(a), decimal(b)))).toBe(units(a) - units(b))
        }),
    )
})

test.each(["BGB", "OKB", "KCS", "GT", "CRO", "HT", "MX", "LEO"])(
    "%s, the token of a described exchange, is known",
    (symbol) => {
        expect(assetOf(symbol)).toMatchObject({ isKnown: true, kind: "coin" })
    },
)
