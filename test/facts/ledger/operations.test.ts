import { describe, expect, test } from "vitest"
import { FORMATS } from "../../../src/facts/ledger/formats/index.ts"
import { classOf } from "../../../src/facts/ledger/row-kinds.ts"

/** Names of operations as files were seen to have them; spelling and letter case drift. */
const SEEN: readonly (readonly [format: string, found: string, names: string])[] = [
    [
        "binance.statement",
        "trade",
        "Buy|Sell|Transaction Buy|Transaction Spend|Transaction Sold|Transaction Revenue|Transaction Related|Large OTC trading|Large OTC Trading|Cross Margin Liquidation - Small Assets Takeover|Liquid Swap Sell",
    ],
    [
        "binance.statement",
        "fee",
        "Fee|Transaction Fee|BNB Fee Deduction|Insurance Fund Compensation|Insurance Fund Refund|Strategy Trading Fee Rebate",
    ],
    [
        "binance.statement",
        "convert",
        "Binance Convert|Small assets exchange BNB|Small Assets Exchange BNB|Stablecoins Auto-Conversion|Asset Conversion Transfer|Futures Convert",
    ],
    // Public importers of 2026, by users' files.
    [
        "binance.statement",
        "earn",
        "Simple Earn Flexible Redemption|Simple Earn Locked Subscription|Savings purchase|Savings Principal redemption|POS savings redemption|Staking Purchase|Launchpool Subscription/Redemption|Alpha 2.0 - Asset Freeze|Alpha 2.0 - Refund",
    ],
    [
        "binance.statement",
        "interest",
        "Simple Earn Flexible Interest|Simple Earn Locked Rewards|Savings Interest|Earn - Airdrop Distribution|Binance Card Cashback|Launchpool Airdrop - System Distribution|HODLer Airdrops Distribution",
    ],
    ["binance.statement", "convert", "Small Assets Conversion for Liquidation|BNB Convert"],
    ["binance.statement", "transfer", "Transfer Between Alpha and Spot|Inter-Wallet Transfer|Vega - Funds Transfer"],
    ["binance.statement", "realised", "Realize profit and loss|Realized Profit and Loss"],
    ["binance.statement", "funding", "Funding Fee"],
    [
        "binance.statement",
        "transfer",
        "Transfer Between Spot Account and UM Futures Account|Transfer Between Spot Account and CM Futures Account|Transfer Between Main Account/Futures and Margin Account|Transfer Between Main and Funding Wallet|Transfer Between UM Futures and Funding Account|Transfer Funds to Spot|Transfer Funds to Funding Wallet|transfer_in|transfer_out|C2C Transfer|Transfer Between Anything New",
    ],
    ["binance.statement", "deposit", "Deposit|Fiat Deposit"],
    [
        "binance.statement",
        "withdrawal",
        "Withdraw|Broker Withdraw|Fiat Withdraw|Fiat Withdrawal|Send|Send/Recieve|Merchant Acquiring|Crypto Box|Binance Card Spending",
    ],
    ["binance.statement", "purchase", "P2P Trading|C2C Buy|Buy Crypto|Buy Crypto With Fiat|Sell Crypto To Fiat"],
    [
        "binance.statement",
        "loan",
        "Borrow|Margin Loan|Margin loan|Margin Repayment|Isolated Margin Loan|Isolated Margin Repayment|IsolatedMargin Loan|Crypto Loan - Borrow|Flexible Loan - Repayment|Isolated Margin Interest",
    ],
    [
        "binance.statement",
        "interest",
        "Futures Referral Rebate|Referrer rebates|Pool Distribution|Cashback Voucher|BNSOL Staking - Extra Rewards|Token Swap - Redenomination/Rebranding|Asset Recovery|Launchpool Earnings Withdrawal",
    ],
    [
        "binance.statement",
        "unknown",
        "A Word Of Tomorrow||Buyer|NFT transaction|NFT - Unfreeze for Payment|Freeze|Asset - Transfer",
    ],
    // Names that public importers and records of imports have of files of 2019 to 2026: what is put aside, lent or
    // exchanged is neither paid to the account nor traded.
    [
        "binance.statement",
        "loan",
        "Cross Margin Liquidation - Repayment|Isolated Margin Liquidation - Forced Repayment|Flexible Loan - Collateral Added|Crypto Loan - Collateral Return after Liquidation|Flexible Loan - Asset Transfer|Flexible Loan - Lending|Collateral Transfer|Margin Fee",
    ],
    [
        "binance.statement",
        "convert",
        "ETH 2.0 Staking|ETH 2.0 Staking Withdrawals|WBETH2.0 - Staking|SOL Staking - Purchase|DOT Slot Auction Convert|Futures Convert - From|Futures Convert - To|Auto Invest Transaction|Small Assets Exchange",
    ],
    [
        "binance.statement",
        "earn",
        "Liquid Swap Add|Liquid Swap add|Liquid Swap Add/Sell|Liquid Swap remove|Liquidity Farming Remove|Launchpool Subscription|Launchpool Redemption|Auto-Invest Subscription|BFUSD Subscription|RWUSD - Redemption|Dual Investment - Settlement|Dual Savings Purchase|DOT Slot Auction Staking|Alpha 2.0 - Asset Unfreeze",
    ],
    [
        "binance.statement",
        "interest",
        "ETH 2.0 Staking Rewards|Liquid Swap rewards|Launchpool Interest|BFUSD Daily Reward|RWUSD - Distribution|Card Cashback|Card Cashback Refund|Campaign Rewards|Task Center Rewards|Referrer Commission|Staking Rewards Distribution",
    ],
    [
        "binance.statement",
        "trade",
        "Alpha 2.0 - Transaction Revenue|Sell Web3 Alpha Tokens|The Easiest Way to Trade|Margin Short Sale|Tax Liquidation|Isolated Margin Liquidation",
    ],
    [
        "binance.statement",
        "purchase",
        "Alpha - Instant Order Settlement|Deposit Fiat OCBS|Sell Crypto For Fiat|Sell to Card|Convert Fiat to Crypto OCBS|Convert Fiat to Stablecoin Paysafe",
    ],
    [
        "binance.statement",
        "withdrawal",
        "Pay|Receive|Crypto Box Payment|Crypto Box Refund|Gift Card Redemption|Fund Recovery",
    ],
    [
        "binance.statement",
        "transfer",
        "Copy Portfolio (Spot) - Create|Copy Portfolio (Spot) - Close|Transfer Funds to Spot Account",
    ],
    ["binance.statement", "fee", "Commission Fee"],
    ["binance.futures-statement", "transfer", "TRANSFER|INTERNAL_TRANSFER|资金划转"],
    ["binance.futures-statement", "realised", "REALIZED_PNL|已实现盈亏"],
    ["binance.futures-statement", "fee", "COMMISSION|手续费"],
    ["binance.futures-statement", "convert", "AUTO_EXCHANGE|COIN_SWAP_DEPOSIT|"],
    ["binance.futures-statement", "funding", "FUNDING_FEE|资金费用|资金费率"],
    ["bybit.statement", "loan", "BORROW|REPAY|INTEREST|LOANS_BORROW_FUNDS|SPOT_REPAYMENT_SELL"],
    ["bybit.statement", "interest", "AIRDROP|BONUS|INTEREST_INCOME"],
    ["bybit.statement", "earn", "BYUSDT_SUBSCRIPTION|FLEXIBLE_STAKING_REDEMPTION"],
    ["bybit.funding", "withdrawal", "Bybit Card"],
    ["mexc.statement", "fee", "Spot Fees|Trading Fee"],
    ["mexc.statement", "unknown", "Adjustment"],
    ["mexc.futures-statement", "transfer", "Transfer|Deposit|Withdrawal"],
    ["bybit.statement", "withdrawal", "WITHDRAW|userWithdrawal"],
    ["okx.funding", "withdrawal", "Withdrawal|Cancel withdrawal"],
    ["okx.funding", "deposit", "Deposit|Received"],
    ["okx.funding", "transfer", "To unified trading account"],
    ["okx.funding", "interest", "Staking Yield|Savings"],
    ["okx.funding", "earn", "Stake|Redeem staking|Savings redemption|Subscribe"],
    ["bitget.futures-ledger", "transfer", "risk_captital_user_transfer"],
    ["bitget.futures-ledger", "realised", "burst_close_short"],
    ["bitget.futures-ledger", "funding", "contract_main_settle_fee|contract_main_settle_fee_user_out"],
    ["coinbase.statement", "transfer", "Pro Deposit|Pro Withdrawal|Exchange Deposit|Exchange Withdrawal"],
    ["coinbase.statement", "withdrawal", "Send|Admin Debit"],
]

describe("classes of operations", () => {
    test.each(SEEN)("%s: %s", (id, found, names) => {
        const operations = FORMATS.find((format) => format.id === id)?.operations
        expect(operations).toBeDefined()
        expect(names.split("|").map((name) => [name, classOf(operations, name)])).toEqual(
            names.split("|").map((name) => [name, found]),
        )
    })
})
