import { expect, test } from "vitest"
import { isOutgoing, isToUser, networkEn, partyEn, walletEn } from "../../src/editions/shared/wallets.ts"
import { ownPlace } from "../../src/facts/case/account-number.ts"

/** Where assets went, as a recipient reads it: addresses whole, wallets and chains in English, no other word. */

const TRON = "TMASi45ub7Qe4ZE36UT5G6cU4ud8Fhhe4d"
const BITCOIN = "bc1qpn9sh2kw4wv0ewvlkpp37svkukh9wxw7v4d7q7"
const TON = "UQBzN-f_QpL8YT3j5qcdsyuMNmPfYetW5v6JXmj54omLidku"
const CARDANO =
    "addr1qujckpak28lrdjg0eel92ue3gm36kcwf9tfwwqltsjqf6h5graeeeex7ervydu284rxqfxhpydcfskh788la77n9fx4s72pdhf"

test.each([
    [TRON, TRON],
    [BITCOIN, BITCOIN],
    [TON, TON],
    [CARDANO, CARDANO],
    ["0xc17149d439536b3216fdaeeb975729fae923d5a4", "0xc17149d439536b3216fdaeeb975729fae923d5a4"],
    [`对方地址${BITCOIN}（陌生）`, BITCOIN],
    [`地址:${TRON}`, TRON],
    [`https://tronscan.example/#/address/${TRON}`, TRON],
    [`${TRON}，后转 ${BITCOIN}`, `${TRON}; ${BITCOIN}`],
    [`合约地址 ${TRON}`, TRON],
    ["U 本位合约账户", "Futures wallet"],
    ["币安资金账户", "Funding wallet"],
    ["KuCoin 交易账户", "Trading account"],
    ["统一账户", "Unified trading account"],
    ["UID 880011223", "UID 880011223"],
    ["欧易账户 UID：300000888（站内转账）", "UID 300000888"],
    ["对方的资金账户，用户编号 300000888", "UID 300000888"],
    ["Binance Pay，Pay ID 334455667", "Pay ID 334455667"],
    ["对方 ID：55667788", "ID 55667788"],
    ["399000222", "ID 399000222"],
    [" 482199300112233 ", "ID 482199300112233"],
    ["本人的子账户 UID 20000099", "Sub-account UID 20000099"],
    ["子账户 quant02（现货）", "Sub-account"],
    ["礼品卡，卡号 0012ABCD", "Gift card"],
    ["加密红包", "Red packet"],
    ["Binance Pay", "Pay"],
    ["someone.with.a.long.mailbox.2023@mail.example", "Not provided (known by e-mail)"],
    ["aVeryLongMailboxNameOfSomebody2023@mail.example", "Not provided (known by e-mail)"],
])("%s reads %s", (text, shown) => {
    expect(partyEn(text)).toBe(shown)
})

test.each([
    ["骗子的钱包"],
    ["对方的资金账户"],
    ["订单ID 880011223"],
    ["微信 Pay"],
    ["支付宝"],
    ["我的朋友老王"],
    ["微信 13900000001"],
    ["骗子 QQ 13900000001"],
    ["我的邮箱 lin@mail.example"],
    ["6222020200112233445566778899"],
    ["6222020200112233445"],
    ["999999199001010024"],
    ["85291234567"],
    ["85363456789"],
    ["886912345678"],
    ["0912345678"],
    ["9558801234567890123"],
    ["4580123456789012"],
    ["104 528"],
    [""],
])("of “%s” nothing is passed on", (text) => {
    expect(partyEn(text)).toBeUndefined()
})

test("an address is no wallet of the account, whatever stands around it", () => {
    expect(walletEn(`现货提到 ${TRON}`)).toBeUndefined()
})

test.each([
    ["UID 880011223", undefined, [false, true]],
    ["399000222", "5500112299", [false, true]],
    ["13900000001", undefined, [false, true]],
    ["加密红包", undefined, [false, true]],
    ["不清楚", "Internal transfer 51376627901", [false, true]],
    ["不清楚", "Off-chain transfer 51376627901", [false, true]],
    ["不清楚", "内部转账 51376627901", [false, true]],
    [TRON, "Internal transfer 51376627901", [true, true]],
    [TRON, undefined, [true, false]],
    ["不清楚", "853793d552635f533aa982b92b35b00e63a1c14e526154563a56315263a10ddd", [true, false]],
    ["不清楚", "301234567890123456", [false, false]],
    ["我的子账户 UID 20000099", undefined, [false, false]],
    ["对方的资金账户", undefined, [false, false]],
    ["资金账户", undefined, [false, false]],
])("to %s, number %s: followed on a chain, to another user", (to, txHash, expected) => {
    expect([isOutgoing({ to, txHash }), isToUser({ to, txHash })]).toEqual(expected)
})

test("the wallet of somebody else is none of the account's", () => {
    for (const text of ["对方的资金账户", "骗子的现货账户", "UID 880011223 的资金账户", "礼品卡（资金账户）"])
        expect([text, walletEn(text)]).toEqual([text, undefined])
})

test.each([
    ["TRC20", "TRC20 (TRON)"],
    ["ERC20（以太坊）", "ERC20 (Ethereum)"],
    ["Arbitrum (ERC20)", "Arbitrum One"],
    ["TON", "TON"],
    ["Base", "Base"],
    ["USDC (Base)", "Base"],
    ["zkSync Era", "zkSync Era"],
    ["Sui", "Sui"],
    ["opBNB", "opBNB"],
    ["BEP2", "BEP2 (BNB Beacon Chain)"],
    ["BEP20", "BEP20 (BNB Smart Chain)"],
    ["Arbitrum Nova", "Arbitrum Nova"],
    ["Ethereum Classic", "Ethereum Classic"],
    ["比特币现金", "Bitcoin Cash"],
    ["Bitcoin", "Bitcoin"],
    ["Lightning", "Bitcoin (Lightning)"],
    ["骗子说的网络", undefined],
    [undefined, undefined],
])("network %s reads %s", (text, shown) => {
    expect(networkEn(text)).toBe(shown)
})

test.each([
    ["主账户 281000777", "本人账户 UID 281000777"],
    ["现货 UID281000777", "本人账户 UID 281000777"],
    ["281000777 的子账户 281000778", "本人子账户 UID 281000778"],
    ["从281000777转到399000222", undefined],
    ["UID 281000777 → 399000222", undefined],
    ["281000777 to ID 399000222", undefined],
    [`281000777，后转 ${TRON}`, undefined],
])("the own number in %s: %s", (text, place = text) => {
    expect(ownPlace(text, { uid: "281000777", subAccounts: ["281000778"] })).toBe(place)
})
