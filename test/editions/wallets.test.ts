import { expect, test } from "vitest"
import { networkEn, partyEn, walletEn } from "../../src/editions/shared/wallets.ts"

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
])("%s reads %s", (text, shown) => {
    expect(partyEn(text)).toBe(shown)
})

test.each([
    ["骗子的钱包"],
    ["我的朋友老王"],
    ["someone.with.a.long.mailbox.2023@mail.example"],
    ["aVeryLongMailboxNameOfSomebody2023@mail.example"],
    ["6222020200112233445566778899"],
    [""],
])("of “%s” nothing is passed on", (text) => {
    expect(partyEn(text)).toBeUndefined()
})

test("an address is no wallet of the account, whatever stands around it", () => {
    expect(walletEn(`现货提到 ${TRON}`)).toBeUndefined()
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
