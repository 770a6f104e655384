import { operationsBy } from "../format.ts"

/**
 * Operations of Binance's transaction history in lower case, as files of several years have them; spelling and letter
 * case drift. A key that ends in `*` is a start.
 */
export const BINANCE_OPERATIONS = operationsBy({
    trade: "buy|sell|alpha token - payment|transaction buy|transaction spend|transaction sold|transaction revenue|transaction related|large otc trading|otc trading|strategy trading*|liquid swap buy/sell|liquid swap sell/buy|liquid swap sell|liquid swap buy|swap farming transaction|isolated margin liquidation*|cross margin liquidation*|alpha 2.0 - transaction revenue|sell web3 alpha tokens|the easiest way to trade|margin short sale|tax liquidation",
    fee: "fee|transaction fee|bnb fee deduction|transaction fee rebate|strategy trading fee rebate|commission fee shared with you|commission history|commission rebate|insurance fund compensation|insurance claim|insurance fund refund|liquidation fee|cross margin liquidation - fee|isolated margin liquidation - fee|commission fee",
    convert:
        "binance convert|convert|bnb convert|small assets conversion for liquidation|small assets exchange bnb|small assets exchange bnb (spot)|stablecoins auto-conversion|asset conversion transfer|futures convert|auto-exchange|busd auto-conversion|binance fiat convert|auto-invest transaction|leverage token redemption|auto invest transaction|futures convert - from|futures convert - to|small assets exchange|eth 2.0 staking|eth 2.0 staking withdrawals|wbeth2.0 - staking|sol staking - purchase|sol staking - redemption|dot slot auction convert",
    realised: "realize profit and loss|realized profit and loss|realized pnl|realised profit and loss",
    funding: "funding fee",
    transfer:
        "transfer between*|transfer_in|transfer_out|transfer|asset transfer|main and funding account transfer|sub-account transfer|strategy transfer|transfer from*|transfer to*|c2c transfer|futures account transfer|isolated margin transfer|cross margin transfer|pay transfer|inter-wallet transfer|vega - funds transfer|funds transfer request - vega|transfer funds to*|copy portfolio*",
    deposit: "deposit|fiat deposit|crypto deposit",
    withdrawal:
        "withdraw|withdrawal|broker withdraw|fiat withdraw|fiat withdrawal|crypto withdrawal|send|send/recieve|send/receive|binance card spending|binance pay|merchant acquiring|crypto box|fiat ocbs - withdraw|pay|receive|crypto box payment|crypto box refund|gift card*|fund recovery",
    purchase:
        "p2p trading|c2c buy|c2c sell|instant order settlement|buy crypto|buy crypto with fiat|buy crypto with card|sell crypto to fiat|fiat ocbs - add fiat and fees|sell crypto|alpha - instant order settlement|sell crypto for fiat|sell to card|deposit fiat ocbs|convert fiat to*",
    loan: "borrow|repay|loan|margin loan|margin repayment|isolated margin loan|isolated margin repayment|isolatedmargin loan|isolatedmargin repayment|cross margin loan|cross margin repayment|crypto loan - borrow|crypto loan - repayment|flexible loan - borrow|flexible loan - repayment|margin interest|isolated margin interest|cross margin interest|margin fee|collateral transfer|crypto loan - collateral*|flexible loan - collateral*|flexible loan - lending|flexible loan - asset transfer|cross margin liquidation - repayment|isolated margin liquidation - forced repayment",
    earn: "simple earn flexible subscription|simple earn flexible redemption|simple earn locked subscription|simple earn locked redemption|savings purchase|savings redemption|savings principal redemption|pos savings purchase|pos savings redemption|staking purchase|staking redemption|locked staking purchase|locked staking redemption|launchpool subscription/redemption|launchpad subscribe|asset freeze|alpha 2.0 - asset freeze|alpha 2.0 - refund|alpha token - refund|dual investment purchase|dual investment subscription|alpha 2.0 - asset unfreeze|bfusd subscription|bfusd redemption|rwusd - subscription|rwusd - redemption|launchpool subscription|launchpool redemption|auto-invest subscription|auto-invest redemption|dual investment - subscribe|dual investment - settlement|dual investment settlement|dual savings purchase|dual savings settlement|dot slot auction staking|dot slot auction redemption|liquid swap add|liquid swap add/sell|liquid swap remove|liquidity farming add|liquidity farming remove",
    interest:
        "savings interest|savings distribution|simple earn*|staking rewards|pos savings*|earn - airdrop distribution|binance card cashback|distribution|pool distribution|airdrop assets|launchpool*|launchpad*|bnb vault rewards|locked staking*|eth 2.0 staking*|sol staking*|bnsol staking*|super bnb mining|dot slot auction rewards|cash voucher distribution|cash voucher|cashback voucher|referral kickback|referral commission|referrer rebates|referee rebates|commission*|futures referral rebate|campaign related reward|rewards distribution|mission reward distribution|token airdrop|hodler airdrops distribution|megadrop*|liquid swap*|liquidity farming*|swap farming rewards|auto-invest*|reward*|welcome rewards|asset recovery|token swap*|redenomination*|leveraged coin consolidation|card cashback|card cashback refund|campaign rewards|bfusd daily reward|rwusd - distribution|staking rewards distribution|task center rewards|referrer commission",
})

/** Those by which assets leave or arrive: their sign tells. */
export const BINANCE_EITHER_WAY =
    /^(?:(?:binance )?pay|receive|send|send\/rec(?:ie|ei)ve|merchant acquiring|crypto box.*|gift card.*|fund recovery)$/i

/** Those of payments, cards and presents, which its list of withdrawals has not. */
export const BINANCE_UNLISTED =
    /^(?:(?:binance )?pay|merchant acquiring|crypto box.*|gift card.*|binance card spending)$/i

/** Operations of the futures transaction history: English, as its interface names them, and Chinese. */
export const BINANCE_FUTURES_OPERATIONS = operationsBy({
    transfer:
        "transfer|internal_transfer|cross_collateral_transfer|strategy_umfutures_transfer|deposit|withdraw|资金划转|划转*",
    realised: "realized_pnl|realized pnl|delivered_settelment|delivered_settlement|options_settle_profit|已实现盈亏",
    fee: "commission|insurance_clear|commission_rebate|api_rebate|fee_return|position_limit_increase_fee|options_premium_fee|手续费|保险基金",
    funding: "funding_fee|funding fee|资金费*",
    interest: "referral_kickback|welcome_bonus|contest_reward|bfusd_reward",
    // Exchanges made by the platform between the assets of a multi-asset account have no name.
    convert: "auto_exchange|coin_swap_deposit|coin_swap_withdraw|自动兑换|",
})
