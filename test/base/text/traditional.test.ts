import { expect, test } from "vitest"
import { simplified } from "../../../src/base/text/simplified.ts"
import { findSuspect } from "../../../src/base/text/suspects.ts"
import { printUtc, readTime } from "../../../src/base/text/time.ts"
import { isUnknownWord } from "../../../src/base/text/uncertain.ts"
import { isToUser, networkEn, partyEn } from "../../../src/editions/shared/wallets.ts"
import { accountNumbers, internalNumber } from "../../../src/facts/case/account-number.ts"
import { codeOf } from "../../../src/facts/case/form/form.ts"
import { assetCalled } from "../../../src/facts/money/asset.ts"
import { isCalled } from "../../../src/facts/recipients/platform.ts"

/** People in Taiwan and Hong Kong write the words that are looked for in traditional characters. */

test("a text keeps its length, and what is no traditional character", () => {
    const text = "資金帳戶 ab𠮷，現貨（UID 1）"
    expect(simplified(text)).toBe("资金账户 ab𠮷，现货（UID 1）")
    expect(simplified(text)).toHaveLength(text.length)
})

test.each([
    ["資金帳戶", "Funding wallet"],
    ["現貨錢包", "Spot wallet"],
    ["合約帳戶", "Futures wallet"],
    ["對方的資金帳戶", undefined],
    ["本人的子帳戶 用戶編號 20000099", "Sub-account UID 20000099"],
    ["禮品卡", "Gift card"],
    ["幣安帳戶", "Account"],
    ["對方電郵 fake@mail.example", "Not provided (known by e-mail)"],
])("where assets went: %s", (text, shown) => {
    expect(partyEn(text, "幣安")).toBe(shown)
})

test("transfers, networks and assets", () => {
    expect(isToUser({ to: "紅包" })).toBe(true)
    expect(accountNumbers("客戶 ID：880011223")).toEqual(["UID 880011223"])
    expect(internalNumber("內部轉帳 51376627901")).toBe("51376627901")
    expect(networkEn("以太坊主網")).toBe("ERC20 (Ethereum)")
    expect(networkEn("波場")).toBe("TRC20 (TRON)")
    expect([assetCalled("人民幣"), assetCalled("比特幣（BTC）")]).toEqual(["CNY", "BTC"])
})

test("platforms, answers of a form, and what is not known", () => {
    const name = (zh: string, en: string) => ({ zh, en })
    expect(isCalled("幣安", name("币安（Binance）", "Binance"))).toBe(true)
    expect(isCalled("歐易交易所", name("欧易（OKX）", "OKX"))).toBe(true)
    expect(codeOf("kind", "被騙付款")).toBe("payment-by-deception")
    expect(codeOf("idKind", "臺灣居民來往大陸通行證")).toBe("taiwan-permit")
    expect([isUnknownWord("不詳"), isUnknownWord("記不清楚")]).toEqual([true, true])
})

test("times", () => {
    const read = (text: string) => {
        const time = readTime(text)
        return typeof time === "string" ? time : `${time.about === true ? "about " : ""}${printUtc(time)}`
    }
    expect(read("2026年1月2日 週五 下午2點05分 北京時間")).toBe(read("2026-01-02 14:05 北京时间"))
    expect(read("約 2026-01-02 14:05 北京時間")).toBe(read("约 2026-01-02 14:05 北京时间"))
})

test("secrets", () => {
    expect(findSuspect("登入密碼是 Sample12345!")).toBe("password")
    expect(findSuspect("密鑰建在子帳戶trader01")).toBeUndefined()
})
