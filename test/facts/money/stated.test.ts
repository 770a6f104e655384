import { describe, expect, test } from "vitest"
import { readStated, statedFigure, totalOf } from "../../../src/facts/money/stated.ts"

const read = (asset: string, amount: string | undefined) => {
    const found = readStated({ asset, amount })
    return "code" in found ? found.code : { value: found.value?.toFixed(), about: found.about }
}

describe("an amount as a person states it", () => {
    test.each([
        ["CNY", "约30万元", "300000", true],
        ["CNY", "30 万", "300000", false],
        ["CNY", "1.5亿", "150000000", false],
        ["CNY", "30万多", "300000", true],
        ["CNY", "大概2万左右", "20000", true],
        ["USDT", "81,200.55", "81200.55", false],
        ["USDT", "５０００", "5000", false],
        ["USDT", "约 5000 USDT", "5000", true],
        ["BTC", "0.35", "0.35", false],
    ])("%s %s", (asset, amount, value, about) => {
        expect(read(asset, amount)).toEqual({ value, about })
    })
    test.each(["不清楚", "不知道", undefined])("%s is no quantity", (amount) => {
        expect(read("BTC", amount)).toEqual({ value: undefined, about: false })
        expect(statedFigure({ asset: "BTC", amount }, { grouped: true })).toBeUndefined()
    })
    test.each([
        ["BTC", "1e5", "money.amount.exponent"],
        ["BTC", "很多", "money.amount.malformed"],
        ["BTC", "3元", "money.amount.malformed"],
        ["BTC", "0.123456789", "money.amount.too-precise"],
        ["CNY", "1,00", "money.amount.ambiguous"],
    ])("%s %s is refused: %s", (asset, amount, code) => {
        expect(read(asset, amount)).toBe(code)
    })
    test.each([
        ["CNY", "300000", "300,000"],
        ["CNY", "300000.50", "300,000.50"],
        ["CNY", "30万元", "30万元"],
        ["USDT", "3.0000", "3"],
    ])("%s %s is printed %s", (asset, amount, printed) => {
        expect(statedFigure({ asset, amount }, { grouped: true })).toBe(printed)
    })
})

test("a total names what is about and what is not known", () => {
    const total = totalOf([{ asset: "BTC", amount: "1.5" }, { asset: "BTC", amount: "约 2" }, { asset: "BTC" }])
    expect([total.value?.toFixed(), total.about, total.unknown]).toEqual(["3.5", [1], [2]])
    expect(totalOf([{ asset: "BTC", amount: "不清楚" }]).value).toBeUndefined()
})
