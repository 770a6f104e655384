import type { LedgerRow, RowStatus, Side } from "./row.ts"

/** Words of sides and states in export files, in lower case; what is not here is shown as it stands. */

const list = <T>(value: T, words: string): [string, T][] => words.split("|").map((word) => [word, value])

export const SIDES: ReadonlyMap<string, Side> = new Map([
    ...list<Side>(
        "buy",
        "buy|b|bid|买|买入|购买|买进|買|買い|買入|kauf|kaufen|long|open long|close short|开多|平空|买入开多|买入平空|매수",
    ),
    ...list<Side>(
        "sell",
        "sell|s|ask|卖|卖出|出售|賣|売|売り|賣出|verkauf|verkaufen|short|open short|close long|开空|平多|卖出开空|卖出平多|매도",
    ),
])

export const STATUSES: ReadonlyMap<string, RowStatus> = new Map([
    ...list<RowStatus>(
        "filled",
        "filled|fully filled|fully_filled|full-filled|full-fill|executed|completed|complete|finished|done|success|successful|closed|credited|deposited|withdrawn|sent|transferred successfully|fully executed|已成交|全部成交|完全成交|已完成|完成|成功|已到账|提现成功|充值成功|已发送|已转出|已上链|已放行|約定",
    ),
    ...list<RowStatus>(
        "partly",
        "partially filled|partially_filled|partial|partial-filled|partial fill|partially-filled|partially cancelled|partially canceled|partial-canceled|部分成交|部分成交已撤销|部分成交撤单",
    ),
    ...list<RowStatus>(
        "cancelled",
        "canceled|cancelled|cancel|user canceled|system canceled|cancelled by system|cancelled by user|revoked|已撤销|已取消|系统已取消|撤销|已撤单|撤单|全部撤单",
    ),
    ...list<RowStatus>("expired", "expired|expired_in_match|已过期|过期"),
    ...list<RowStatus>("open", "new|open|live|active|unfilled|submitted|未成交|委托中|挂单中"),
    ...list<RowStatus>(
        "failed",
        "failed|failure|fail|rejected|refunded|refund|declined|returned|失败|已失败|已拒绝|已退款|已退回|提现失败|充值失败",
    ),
    ...list<RowStatus>(
        "pending",
        "pending|processing|in progress|appealing|confirming|trading|awaiting approval|email sent|waiting for review|under review|处理中|进行中|申诉中|待确认|审核中",
    ),
])

/** Quote assets, longest first where one ends in another. */
export const QUOTES: readonly string[] =
    "FDUSD|USDT|USDC|BUSD|TUSD|USDP|USDE|USD1|RLUSD|DAI|BIDR|IDRT|AEUR|EURI|BKRW|VAI|UST|BTC|XBT|ETH|BNB|TRX|XRP|DOGE|DOT|OKB|KCS|HT|GT|BGB|EUR|GBP|AUD|BRL|RUB|TRY|UAH|NGN|ZAR|PLN|RON|ARS|JPY|MXN|CZK|COP|KRW|IDR|CAD|CHF|USD".split(
        "|",
    )

/** Quote assets with which another one ends. */
export const WITHIN: ReadonlyMap<string, string> = new Map([
    ["FDUSD", "USD"],
    ["BUSD", "USD"],
    ["TUSD", "USD"],
    ["RLUSD", "USD"],
    ["AEUR", "EUR"],
    ["BIDR", "IDR"],
    ["BKRW", "KRW"],
])

/** Assets whose market may read like one of a longer quote asset, and those of such markets. */
export const BASES: ReadonlySet<string> = new Set(
    "BTC|ETH|SOL|XRP|LTC|BCH|LINK|DOGE|TRX|EUR|AR|USDT|DOT|BAT|GMT|APT|ANT|QNT|GRT|LPT|STPT|FTT|BTT|JST|MNT|LIT|BNB|SHIB|ARB|CKB|ADA|LUNA|GALA|MANA|ATA|ALPHA|THETA|KAVA|DATA|TIA".split(
        "|",
    ),
)

/** Of those the ones that are money or pegged to it: what a coin is priced in, whatever coin it is. */
export const MONEY: ReadonlySet<string> = new Set(
    "FDUSD|USDT|USDC|BUSD|TUSD|USDP|USDE|USD1|RLUSD|DAI|BIDR|IDRT|AEUR|EURI|BKRW|VAI|UST|EUR|GBP|AUD|BRL|RUB|TRY|UAH|NGN|ZAR|PLN|RON|ARS|JPY|MXN|CZK|COP|KRW|IDR|CAD|CHF|USD".split(
        "|",
    ),
)

/** Tickers that begin with a figure, so that `0.51INCH` is half a 1INCH and not 0.51 of an INCH. */
export const DIGIT_LED: readonly string[] =
    "1000000MOG|1000CAT|1000CHEEMS|1000SATS|1000PEPE|1000SHIB|1000BONK|1000FLOKI|1000LUNC|1000XEC|1MBABYDOGE|1INCH|0G|2Z|4".split(
        "|",
    )

/**
 * What a state says within a longer phrase: `Withdrawal Successful`, `提现失败（已退回）`. What went wrong goes first; of what
 * has not arrived nobody can say whether it left. A state that is not told counts, and is asked about.
 */
const STATUS_PARTS: readonly (readonly [RegExp, RowStatus | undefined])[] = [
    [/partial|部分/, "partly"],
    [/cancel|revok|repeal|撤销|撤单|撤回|取消|作废/, "cancelled"],
    [/expire|time ?out|timed out|过期|超时/, "expired"],
    [
        /fail|reject|refund|declin|unsuccess|^error|revert|(?<!air)dropped|not sent|失败|拒绝|驳回|退回|退款|不成功|未成功|不通过|未通过|无效/,
        "failed",
    ],
    [/未到账|到账中|待到账|not (?:yet )?(?:credited|arrived)/, undefined],
    // Done, and something else is still to come: `已完成，待评价`.
    [/(?:成功|已完成|已放行).*[待冻]/, undefined],
    [
        /processing|pending|under review|waiting|confirming|unconfirmed|verifying|on hold|in transit|not completed|incomplete|处理中|审核中|待|未完成|确认中|进行中|打包中|广播中|提币中|提现中|充币中|充值中|转账中|已提交|冻结/,
        "pending",
    ],
    [/success|complet|credited|成功|完成|到账/, "filled"],
]

export function statusByPart(text: string): RowStatus | undefined {
    return STATUS_PARTS.find(([pattern]) => pattern.test(text))?.[1]
}

/** Of an order that is still open. */
const OPEN_PART = /^(?:partial(?:ly)?(?:[ _-]?fill(?:ed)?)?|部分成交)$/i

/** Whether an order ended before all of it was filled. */
export function isOver({ status, statusText = "" }: Pick<LedgerRow, "status" | "statusText">): boolean {
    return status === "cancelled" || status === "expired" || (status === "partly" && !OPEN_PART.test(statusText))
}
