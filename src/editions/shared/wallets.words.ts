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
} as const

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
} as const
