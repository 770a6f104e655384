/** English terms of markets, kinds and states of orders, the only words for them that go out to a recipient. */

export const MARKET_EN = {
    spot: "Spot",
    margin: "Margin",
    usdM: "USD-M futures",
    coinM: "COIN-M futures",
    option: "Options",
    futures: "Futures",
} as const

export const TYPE_EN = {
    liquidation: "Liquidation",
    trailing: "Trailing stop",
    stopMarket: "Stop market",
    stopLimit: "Stop limit",
    takeProfitMarket: "Take profit market",
    takeProfit: "Take profit",
    stop: "Stop",
    postOnly: "Limit, post only",
    market: "Market",
    limit: "Limit",
} as const

export const STATUS_EN = {
    partCancelled: "Partly filled, then cancelled",
    partExpired: "Partly filled, then expired",
    part: "Partly filled",
    cancelled: "Cancelled",
    expired: "Expired",
    rejected: "Rejected",
    filled: "Filled",
    open: "Open",
} as const
