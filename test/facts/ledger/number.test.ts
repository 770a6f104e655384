import Big from "big.js"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
    ExactSum,
    figuresOf,
    isZero,
    keptText,
    negate,
    product,
    readNumber,
    storedNumber,
} from "../../../src/facts/ledger/number.ts"
import { readQuantity } from "../../../src/facts/ledger/units.ts"

test("a hundred thousand blanks within a cell take no time", () => {
    expect(readNumber(`1${" ".repeat(100_000)}x`)).toEqual({ fault: "malformed" })
    expect(readNumber(`${" ".repeat(100_000)}1${" ".repeat(100_000)}`)).toBe("1")
})

describe("a number is read as the file writes it", () => {
    test.each([
        ["1234.50", "1234.50"],
        ["1,234.5", "1234.5"],
        ["775,000", "775000"],
        ["7e-04", "0.0007"],
        ["0E-18", "0"],
        ["1.5E+1", "15"],
        ["+0.1", "0.1"],
        ["\u22120.5", "-0.5"],
        ["\u20120.5", "-0.5"],
        ["\uFE630.5", "-0.5"],
        ["１２．３", "12.3"],
        [".5", "0.5"],
        ["5.", "5"],
        ["€3343.11", "3343.11"],
        ["-€597.49", "-597.49"],
        ["'20178588789849104384", "20178588789849104384"],
        ["20178588789849104384.000000000000000001", "20178588789849104384.000000000000000001"],
    ])("%s", (text, expected) => expect(readNumber(text)).toBe(expected))

    test.each([
        ["2.03E+19", "damaged"],
        ["1,234,56", "ambiguous"],
        ["1.234,56", "ambiguous"],
        ["12a", "malformed"],
        ["1".repeat(81), "damaged-or-plain"],
    ])("%s is not guessed at", (text, fault) => {
        const read = readNumber(text)
        if (fault === "damaged-or-plain") expect(read).toBe(text)
        else expect(read).toEqual({ fault })
    })

    test("a decimal comma is one only where the file writes decimals so", () => {
        expect(readNumber("1.234,56", "comma")).toBe("1234.56")
        expect(readNumber("57,7348", "comma")).toBe("57.7348")
        expect(readNumber("57,7348")).toEqual({ fault: "ambiguous" })
        expect(readNumber("8,38977E+18", "comma")).toEqual({ fault: "damaged" })
    })
})

test("what makes a number larger is no unit, but an asset of the row may have its name", () => {
    for (const text of ["1.2万", "5K", "3 M", "2億"])
        expect(readQuantity(text, ["BTC", "USDT"], "grouped")).toHaveProperty("fault")
    expect(readQuantity("3M", ["M", "USDT"], "grouped")).toEqual({ amount: "3", unit: "M" })
})

/** Decimal text of any length with any zeros. */
const decimals = fc
    .tuple(
        fc.boolean(),
        fc.bigInt({ min: 0n, max: 10n ** 30n }),
        fc.option(fc.stringMatching(/^\d{1,20}$/), { nil: undefined }),
    )
    .map(([minus, whole, places]) => `${minus ? "-" : ""}${String(whole)}${places === undefined ? "" : `.${places}`}`)

describe("a sum of texts is exact", () => {
    test("like that of another library, in any order and in any two parts", () => {
        fc.assert(
            fc.property(fc.array(decimals, { maxLength: 60 }), fc.nat(), (texts, at) => {
                const expected = texts.reduce((sum, text) => sum.plus(text), new Big("0")).toFixed()
                const sum = (part: readonly string[]): ExactSum => {
                    const made = new ExactSum()
                    for (const text of part) made.add(text)
                    return made
                }
                expect(sum(texts).toString()).toBe(expected === "-0" ? "0" : expected)
                expect(sum([...texts].reverse()).toString()).toBe(sum(texts).toString())
                const cut = texts.length === 0 ? 0 : at % texts.length
                const joined = sum(texts.slice(0, cut))
                joined.join(sum(texts.slice(cut)))
                expect([joined.toString(), joined.count]).toEqual([sum(texts).toString(), texts.length])
            }),
        )
    })

    test("a text and its negative cancel", () => {
        fc.assert(
            fc.property(decimals, (text) => {
                const sum = new ExactSum()
                sum.add(text)
                sum.add(negate(text))
                expect([sum.toString(), isZero(sum.toString())]).toEqual(["0", true])
            }),
        )
    })
})

describe("what a spreadsheet keeps of a number", () => {
    test.each([
        ["0.00012300", 3, "0.000123"],
        ["1200000000000000000", 2, "1200000000000000000"],
        ["-123456789012.12345678", 20, "-123456789012.123"],
        ["103.24793040000001", 17, "103.2479304"],
        ["99999999999999.95", 16, "100000000000000"],
        ["0.1", 1, "0.1"],
    ])("%s has %i figures and is kept as %s", (text, figures, kept) => {
        expect([figuresOf(text), keptText(text)]).toEqual([figures, kept])
    })

    test("is the number itself where it has no more figures, else within half of the last of them", () => {
        const amount = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.integer({ min: 1, max: 20 }))
        fc.assert(
            fc.property(amount, ([units, places]) => {
                const text = new Big(units.toString()).div(new Big(10).pow(places)).toFixed()
                const apart = new Big(keptText(text)).minus(text).abs()
                const half = new Big(text).eq(0) ? new Big(0) : new Big(10).pow(new Big(text).e - 14).div(2)
                return figuresOf(text) <= 15
                    ? apart.eq(0)
                    : apart.lte(half) || !text.includes(".") || new Big(text).e > 14
            }),
        )
    })
})

describe("what a workbook stores of a number is the number that was typed", () => {
    // Excel writes 17 figures of the binary form, openpyxl and others 16.
    test.each([
        ["0.10000000000000001", "0.1"],
        ["-90093.89999999999", "-90093.9"],
        ["2.6749999999999998", "2.675"],
        ["1.2344999999999999E-4", "0.00012345"],
        ["103.2479304", "103.2479304"],
    ])("%s", (stored, typed) => expect(storedNumber(stored)).toBe(typed))

    test.each(["103.24793040000001", "1.000000000000000001", "20178588789849104", "0.1234567890123456", "12a"])(
        "%s has more figures than a spreadsheet makes of fewer, and stays",
        (stored) => expect(storedNumber(stored)).toBe(stored),
    )

    test("every number of at most fifteen figures comes back", () => {
        const digits = fc.bigInt({ min: 1n, max: 10n ** 15n - 1n })
        fc.assert(
            fc.property(digits, fc.integer({ min: 1, max: 18 }), fc.constantFrom(16, 17), (units, places, figures) => {
                const typed = Big(units.toString()).div(Big(10).pow(places))
                const stored = Number(typed.toFixed()).toPrecision(figures)
                expect(Big(storedNumber(stored)).eq(typed) || !stored.includes(".")).toBe(true)
            }),
        )
    })
})

test("a product of two numbers is exact, whatever their signs and places", () => {
    expect([product("12.5", "15.0026"), product("-0.10", "0.2"), product("3", "0")]).toEqual(["187.5325", "-0.02", "0"])
    const number = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 18 }))
    fc.assert(
        fc.property(number, number, (...numbers) => {
            const [one, other] = numbers.map(([units, places]) => Big(units.toString()).div(Big(10).pow(places)))
            if (one === undefined || other === undefined) return
            expect(Big(product(one.toFixed(), other.toFixed())).eq(one.times(other))).toBe(true)
        }),
    )
})
