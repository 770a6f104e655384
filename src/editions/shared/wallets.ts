/**
 * Where assets came from and went, in English for a recipient. A case says it in the victim's words; only kinds of wallets,
 * names of chains and addresses go out, as no other word of the victim does.
 */

const WALLETS: readonly (readonly [RegExp, string])[] = [
    [/现货|spot/i, "Spot wallet"],
    [/合约|期货|futures/i, "Futures wallet"],
    [/资金|funding/i, "Funding wallet"],
    [/杠杆|margin/i, "Margin wallet"],
    [/理财|earn/i, "Earn wallet"],
]

/**
 * Addresses of chains: long words of letters and digits, 25 to 34 characters on XRP Ledger and Bitcoin, 48 with `-` and
 * `_` on TON, 103 on Cardano. No list of forms: an address that is left out is worse than an odd one.
 */
const ADDRESS = /(?<![\w@-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9][\w-]{24,127}(?![\w@-])/g

/** Addresses as they are, however the text introduces them, else the kind of wallet; `undefined` where there is neither. */
export function partyEn(text: string): string | undefined {
    const addresses = text.match(ADDRESS)
    return addresses === null ? walletEn(text) : addresses.join("; ")
}

/** The kind of wallet within an account, `Spot wallet`; `undefined` for an address and for other words. */
export function walletEn(text: string): string | undefined {
    if (text.match(ADDRESS) !== null) return undefined
    return WALLETS.find(([pattern]) => pattern.test(text))?.[1]
}

/** In order: a text may name the token standard and the chain. */
const NETWORKS: readonly (readonly [RegExp, string])[] = [
    [/trc-?20|tron|波场/i, "TRC20 (TRON)"],
    [/bep-?20|bsc|bnb smart chain|智能链/i, "BEP20 (BNB Smart Chain)"],
    [/arbitrum/i, "Arbitrum One"],
    [/optimism/i, "Optimism"],
    [/polygon|matic/i, "Polygon"],
    [/erc-?20|ethereum|以太坊/i, "ERC20 (Ethereum)"],
    [/solana/i, "Solana"],
    [/bitcoin|比特币/i, "Bitcoin"],
    [/avalanche/i, "Avalanche"],
    [/cardano/i, "Cardano"],
    [/ripple|xrp|瑞波/i, "XRP Ledger"],
    [/litecoin|莱特币/i, "Litecoin"],
    [/dogecoin|狗狗币/i, "Dogecoin"],
]

/** The chain, `TRC20 (TRON)`; of words that are no known name only a code such as `TON`, else `undefined`. */
export function networkEn(text: string | undefined): string | undefined {
    if (text === undefined) return undefined
    return NETWORKS.find(([pattern]) => pattern.test(text))?.[1] ?? /^[A-Z0-9]{2,12}$/.exec(text.trim())?.[0]
}
