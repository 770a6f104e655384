/** What an asset is for: national money is shown with two places, always; the others with the places they have. */
export type AssetKind = "fiat" | "pegged" | "coin"

/**
 * Symbol, kind, decimals, Chinese name. Decimals are the most that an exchange's ledger or the chain itself uses,
 * whichever is more, so that no digit of an export is ever refused: USDT has 6 on Ethereum and TRON, 8 in exchange
 * ledgers; BNB, ETH and their tokens have 18 on chain. Chinese names as mainland courts and exchanges write them;
 * the symbol stands where there is no settled name.
 */
export const ASSETS: readonly (readonly [symbol: string, kind: AssetKind, decimals: number, zhName: string])[] = [
    ["CNY", "fiat", 2, "人民币"],
    ["USD", "fiat", 2, "美元"],
    ["EUR", "fiat", 2, "欧元"],
    ["GBP", "fiat", 2, "英镑"],
    ["HKD", "fiat", 2, "港元"],
    ["SGD", "fiat", 2, "新加坡元"],
    ["USDT", "pegged", 8, "泰达币"],
    ["USDC", "pegged", 8, "USDC"],
    ["BUSD", "pegged", 8, "BUSD"],
    ["FDUSD", "pegged", 8, "FDUSD"],
    ["TUSD", "pegged", 8, "TUSD"],
    ["USDP", "pegged", 8, "USDP"],
    ["DAI", "pegged", 18, "DAI"],
    ["BTC", "coin", 8, "比特币"],
    ["ETH", "coin", 18, "以太币"],
    ["BNB", "coin", 18, "币安币"],
    ["LTC", "coin", 8, "莱特币"],
    ["BCH", "coin", 8, "比特币现金"],
    ["BSV", "coin", 8, "BSV"],
    ["DOGE", "coin", 8, "狗狗币"],
    ["ETC", "coin", 18, "以太经典"],
    ["XRP", "coin", 8, "瑞波币"],
    ["TRX", "coin", 8, "波场币"],
    ["EOS", "coin", 8, "柚子币"],
    ["ADA", "coin", 8, "艾达币"],
    ["DOT", "coin", 10, "波卡币"],
    ["SOL", "coin", 9, "SOL"],
    ["FIL", "coin", 18, "FIL"],
    ["XLM", "coin", 8, "恒星币"],
    ["XMR", "coin", 12, "门罗币"],
    ["DASH", "coin", 8, "达世币"],
    ["ZEC", "coin", 8, "大零币"],
    ["ATOM", "coin", 8, "ATOM"],
    ["AVAX", "coin", 18, "AVAX"],
    ["NEAR", "coin", 24, "NEAR"],
    ["TON", "coin", 9, "TON"],
    ["APT", "coin", 8, "APT"],
    ["SUI", "coin", 9, "SUI"],
    ["ICP", "coin", 8, "ICP"],
    ["LINK", "coin", 18, "LINK"],
    ["UNI", "coin", 18, "UNI"],
    ["AAVE", "coin", 18, "AAVE"],
    ["MATIC", "coin", 18, "MATIC"],
    ["POL", "coin", 18, "POL"],
    ["ARB", "coin", 18, "ARB"],
    ["OP", "coin", 18, "OP"],
    ["SHIB", "coin", 18, "柴犬币"],
    ["PEPE", "coin", 18, "PEPE"],
    ["AXS", "coin", 18, "AXS"],
    ["SAND", "coin", 18, "SAND"],
    ["MANA", "coin", 18, "MANA"],
    ["CAKE", "coin", 18, "CAKE"],
    ["TRB", "coin", 18, "TRB"],
    ["PERP", "coin", 18, "PERP"],
]

/** Decimals taken for an asset that the table does not know: the most that is usual on any chain. */
export const UNKNOWN_DECIMALS = 18
