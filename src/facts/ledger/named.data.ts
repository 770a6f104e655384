import { type Format, operationsBy } from "./format.ts"
import { BINANCE_EITHER_WAY, BINANCE_OPERATIONS, BINANCE_UNLISTED } from "./formats/binance.data.ts"
import { marketOf } from "./formats/binance.ts"
import type { ChangeClass } from "./row.ts"

/**
 * Operations of a ledger whose columns the reporter named, by words that mean one thing on any platform. A bare `transfer`,
 * 转账 or 发送 is none of them: within an account it stays there, in a list of a wallet it left.
 */
export const NAMED_OPERATIONS = operationsBy({
    fee: "fee|*fee|*fees|手续费*|*手续费|手續費*|*手續費|矿工费*|礦工費*",
    trade: "buy|sell|trade|spot trade*|transaction buy|transaction spend|transaction sold|transaction revenue|买入*|卖出*|買入*|賣出*|现货交易*|現貨交易*",
    convert: "convert*|binance convert|闪兑*|閃兌*|small assets*|小额资产*|小額資產*",
    transfer: "transfer between*|划转*|資金劃轉*|资金划转*|劃轉*|账户互转*|子账户划转*",
    deposit: "deposit*|crypto deposit*|fiat deposit*|充值*|充币*|充幣*|入金*",
    withdrawal: "withdraw*|crypto withdraw*|fiat withdraw*|broker withdraw*|提现*|提現*|提币*|提幣*|出金*",
    purchase: "p2p*|c2c*",
    loan: "borrow*|repay*|借币*|借幣*|还币*|還幣*",
    earn: "subscri*|*subscription|redeem*|*redemption|申购*|申購*|赎回*|贖回*",
    interest: "interest*|airdrop*|reward*|rebate*|distribution|利息*|空投*|奖励*|獎勵*|返佣*",
})

/** What Binance means by these is told by its wallets; in a list of somebody else's they may have left. */
const AMBIGUOUS: ReadonlySet<string> = new Set(
    "transfer|transfer_in|transfer_out|asset transfer|transfer from*|transfer to*|transfer funds to*".split("|"),
)

/** Those of a ledger of an account: Binance's own names too, which its exports keep in English in every language. */
const STATEMENT: ReadonlyMap<string, ChangeClass> = new Map([
    ...NAMED_OPERATIONS,
    ...[...BINANCE_OPERATIONS].filter(([name]) => !NAMED_OPERATIONS.has(name) && !AMBIGUOUS.has(name)),
])

/** What tells the rows of a ledger of an account. */
export const NAMED_STATEMENT: Pick<Format, "operations" | "eitherWay" | "unlisted" | "marketOf"> = {
    operations: STATEMENT,
    eitherWay: BINANCE_EITHER_WAY,
    unlisted: BINANCE_UNLISTED,
    marketOf,
}

/** Those of its operations by which assets leave or arrive. */
export const NAMED_EITHER_WAY = BINANCE_EITHER_WAY

/** Those of a futures account beside them. */
export const NAMED_FUTURES = operationsBy({
    funding: "funding*|资金费*|資金費*",
    realised:
        "realized*|realised*|realize profit*|*pnl|close*|liquidation*|已实现*|已實現*|平仓盈亏*|平倉盈虧*|强平*|強平*",
    fee: "fee|*fee|*fees|commission|手续费*|*手续费|手續費*",
    transfer: "transfer*|deposit*|withdraw*|划转*|劃轉*|资金划转*|转入*|转出*|轉入*|轉出*",
    interest: "bonus*|rebate*|奖励*|返佣*",
})
