import { operationsBy } from "../format.ts"
import type { ChangeClass } from "../row.ts"

/**
 * Operations of Binance's transaction history in lower case, as files of several years have them; spelling and letter
 * case drift. A key that ends in `*` is a start.
 */
export const BINANCE_OPERATIONS = operationsBy({
    trade: "buy|sell|transaction buy|transaction spend|transaction sold|transaction revenue|transaction related|large otc trading|otc trading|strategy trading*|liquid swap buy/sell|liquid swap sell/buy|isolated margin liquidation|cross margin liquidation",
    fee: "fee|transaction fee|bnb fee deduction|transaction fee rebate|commission fee shared with you|commission history|commission rebate|insurance fund compensation|insurance claim|insurance fund refund|liquidation fee|cross margin liquidation - fee|isolated margin liquidation - fee",
    convert:
        "binance convert|convert|small assets exchange bnb|small assets exchange bnb (spot)|stablecoins auto-conversion|asset conversion transfer|futures convert|auto-exchange|busd auto-conversion|binance fiat convert|asset recovery|token swap*|redenomination*",
    realised: "realize profit and loss|realized profit and loss|realized pnl|realised profit and loss",
    funding: "funding fee",
    transfer:
        "transfer between*|transfer funds to spot|transfer funds to funding wallet|transfer_in|transfer_out|transfer|asset transfer|main and funding account transfer|sub-account transfer|strategy transfer|transfer from*|transfer to*|c2c transfer|futures account transfer|isolated margin transfer|cross margin transfer|pay transfer",
    deposit: "deposit|fiat deposit|crypto deposit",
    withdrawal:
        "withdraw|withdrawal|fiat withdraw|fiat withdrawal|crypto withdrawal|send|binance card spending|binance pay|fiat ocbs - withdraw",
    purchase:
        "p2p trading|c2c buy|c2c sell|buy crypto|buy crypto with fiat|buy crypto with card|sell crypto to fiat|fiat ocbs - add fiat and fees|sell crypto",
    interest:
        "savings interest|savings distribution|simple earn*|staking rewards|staking purchase|staking redemption|savings purchase|savings redemption|savings principal redemption|pos savings*|distribution|airdrop assets|launchpool*|launchpad*|bnb vault rewards|locked staking*|eth 2.0 staking*|cash voucher distribution|cash voucher|referral kickback|referral commission|commission*|futures referral rebate|rewards distribution|mission reward distribution|token airdrop|hodler airdrops distribution|megadrop*|margin loan|isolated margin loan|cross margin loan|margin repayment|isolatedmargin repayment|isolatedmargin loan|flexible loan*|liquid swap*|swap farming rewards|auto-invest*|nft transaction|merchant acquiring|crypto box|reward*|welcome rewards",
})

/** Operations of the futures transaction history, English and Chinese. */
export const BINANCE_FUTURES_OPERATIONS: ReadonlyMap<string, ChangeClass> = new Map<string, ChangeClass>([
    ["transfer", "transfer"],
    ["资金划转", "transfer"],
    ["realized_pnl", "realised"],
    ["realized pnl", "realised"],
    ["已实现盈亏", "realised"],
    ["commission", "fee"],
    ["手续费", "fee"],
    ["funding_fee", "funding"],
    ["funding fee", "funding"],
    ["资金费*", "funding"],
    ["insurance_clear", "fee"],
    ["保险基金", "fee"],
    ["commission_rebate", "fee"],
    ["referral_kickback", "interest"],
    ["welcome_bonus", "interest"],
    ["auto_exchange", "convert"],
    ["coin_swap_deposit", "convert"],
    ["coin_swap_withdraw", "convert"],
    // Exchanges made by the platform between the assets of a multi-asset account have no name.
    ["", "convert"],
])
