/** English names of wallets within an account and of chains, the only words for them that go out to a recipient. */

export const WALLET_EN = {
    spot: "Spot wallet",
    futures: "Futures wallet",
    funding: "Funding wallet",
    margin: "Margin wallet",
    earn: "Earn wallet",
    unified: "Unified trading account",
    trading: "Trading account",
    account: "Account",
    sub: "Sub-account",
} as const

/** Ways to another user of a platform that have no address. */
export const USER_EN = { giftCard: "Gift card", redPacket: "Red packet", pay: "Pay" } as const
/** A receiver whose mail address or telephone the case has; neither goes out. */
export const CONTACT_EN = {
    mail: "Not provided (known by e-mail)",
    phone: "Not provided (known by telephone)",
} as const

/** An account by its number, whose owner is the account holder. */
export const ownAccount = (number: string, isSub: boolean): string =>
    `${isSub ? WALLET_EN.sub : WALLET_EN.account} ${number}`

export const NETWORK_EN = {
    tron: "TRC20 (TRON)",
    bsc: "BEP20 (BNB Smart Chain)",
    arbitrum: "Arbitrum One",
    optimism: "Optimism",
    polygon: "Polygon",
    ethereum: "ERC20 (Ethereum)",
    solana: "Solana",
    bitcoin: "Bitcoin",
    avalanche: "Avalanche",
    cardano: "Cardano",
    xrp: "XRP Ledger",
    litecoin: "Litecoin",
    dogecoin: "Dogecoin",
    ethereumClassic: "Ethereum Classic",
    bitcoinCash: "Bitcoin Cash",
    lightning: "Bitcoin (Lightning)",
    arbitrumNova: "Arbitrum Nova",
    beacon: "BEP2 (BNB Beacon Chain)",
    opBnb: "opBNB",
    base: "Base",
    zkSync: "zkSync Era",
    linea: "Linea",
    scroll: "Scroll",
    blast: "Blast",
    mantle: "Mantle",
    starknet: "Starknet",
    ton: "TON",
    sui: "Sui",
    aptos: "Aptos",
    near: "NEAR",
    polkadot: "Polkadot",
    cosmos: "Cosmos",
    stellar: "Stellar",
    filecoin: "Filecoin",
    monero: "Monero",
    zcash: "Zcash",
    fantom: "Fantom",
    sonic: "Sonic",
    cronos: "Cronos",
    celo: "Celo",
    ronin: "Ronin",
    kaspa: "Kaspa",
    hyperliquid: "Hyperliquid",
} as const
