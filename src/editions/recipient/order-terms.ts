import { MARKET_EN, STATUS_EN, TYPE_EN } from "./order-terms.words.ts"

/**
 * Market, kind and state of an order as exports name them, in Chinese and English, turned into one English term. A word
 * that is no known term is the victim's and is not passed on.
 */

type Terms = readonly (readonly [RegExp, string])[]

/** In order: the special before the general. */
const MARKETS: Terms = [
    [/币本位|coin[\s_-]?m(?:argined)?\b|^cm$|\binverse\b/i, MARKET_EN.coinM],
    [/u\s*本位|usd[tcⓈs]?\s*本位|usd[tcⓈs]?[\s_-]?m(?:argined)?\b|^um$|\blinear\b|^usdt? futures$/i, MARKET_EN.usdM],
    [/杠杆|全仓|逐仓|\bmargin\b/i, MARKET_EN.margin],
    [/期权|\boptions?\b/i, MARKET_EN.option],
    [/合约|期货|永续|\bfutures?\b|\bswap\b|\bperp(?:etual)?\b|\bcontract\b/i, MARKET_EN.futures],
    [/现货|币币|\bspot\b/i, MARKET_EN.spot],
]

const TYPES: Terms = [
    [/强平|强制平仓|爆仓|liquidat/i, TYPE_EN.liquidation],
    [/跟踪|追踪|trailing/i, TYPE_EN.trailing],
    [/止盈.*市价|市价.*止盈|take[\s_-]?profit[\s_-]?market/i, TYPE_EN.takeProfitMarket],
    [/止盈|take[\s_-]?profit/i, TYPE_EN.takeProfit],
    [/止损.*市价|市价.*止损|stop[\s_-]?market|stop[\s_-]?loss$/i, TYPE_EN.stopMarket],
    [/止损.*限价|限价.*止损|stop[\s_-]?(?:loss[\s_-]?)?limit/i, TYPE_EN.stopLimit],
    [/止损|条件|\bstop\b|conditional|trigger/i, TYPE_EN.stop],
    [/只做挂单|只挂单|post[\s_-]?only|limit[\s_-]?maker/i, TYPE_EN.postOnly],
    [/市价|\bmarket\b/i, TYPE_EN.market],
    [/限价|\blimit\b/i, TYPE_EN.limit],
]

const CANCELLED = /撤销|已撤|取消|cancell?ed|revoked/i
const EXPIRED = /过期|失效|expired/i
const PART = /部分|partial/i

const STATES: Terms = [
    [/拒绝|rejected/i, STATUS_EN.rejected],
    [CANCELLED, STATUS_EN.cancelled],
    [EXPIRED, STATUS_EN.expired],
    [PART, STATUS_EN.part],
    [/未成交|挂单中|委托中|新订单|^new$|^open$|\blive\b|\bactive\b/i, STATUS_EN.open],
    [/成交|filled|\bclosed\b|\bdone\b/i, STATUS_EN.filled],
]

function termIn(terms: Terms, text: string | undefined): string | undefined {
    return text === undefined ? undefined : terms.find(([pattern]) => pattern.test(text.trim()))?.[1]
}

/** `USD-M futures`; `undefined` for a word that is no known market. */
export function marketEn(text: string | undefined): string | undefined {
    return termIn(MARKETS, text)
}

/** `Stop market`; as {@link marketEn}. */
export function typeEn(text: string | undefined): string | undefined {
    return termIn(TYPES, text)
}

/**
 * `Filled`; as {@link marketEn}. What ended an order stands before what came of it.
 *
 * @param filled - Quantity that was filled: with one above nothing a cancelled order is partly filled.
 */
export function statusEn(text: string | undefined, filled?: string): string | undefined {
    const state = termIn(STATES, text)
    const isPart = PART.test(text ?? "") || /[1-9]/.test(filled ?? "")
    if (state === STATUS_EN.cancelled && isPart) return STATUS_EN.partCancelled
    if (state === STATUS_EN.expired && isPart) return STATUS_EN.partExpired
    return state
}
