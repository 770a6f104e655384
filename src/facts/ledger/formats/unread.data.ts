import { type Layout, layout, matchHeader, normaliseHeader } from "../format.ts"

/** Lists that an exchange exports too and that are not reckoned with: each is told by what it is, and by what tells the same. */
export type UnreadList = "positions" | "earn" | "plan" | "access-log"

/** Whether a file was not read because it is such a list, which needs nothing to be done. */
export const isUnreadList = (fault: string): boolean => ["positions", "earn", "plan", "access-log"].includes(fault)

const LISTS: readonly (readonly [what: Exclude<UnreadList, "access-log">, layout: Layout])[] = [
    // Binance 2026; two public importers and a description of users' files agree on it.
    [
        "positions",
        layout(
            "2026",
            "en",
            "symbol=Symbol, _?=Margin Mode, side=Position Side, _=Entry Price, _=Avg. Close Price, _?=Max Open Interest, _=Closed Vol., _=Closing PNL, _=Opened{z}, _=Closed{z}, _?=Status",
        ),
    ],
    // The same in Chinese: files of two users in 2026.
    [
        "positions",
        layout(
            "2026",
            "zh",
            "symbol=代币名称/币种名称/币对, _?=保证金模式, side=持仓方向, _=入场价格, _=平均收盘价, _?=最大未平仓合约, _=已平仓量, _=结算盈亏, _=已打开{z}, _=已关闭{z}, _?=状态",
        ),
    ],
    // OKX; a public importer.
    [
        "positions",
        layout(
            "2026",
            "en",
            "time=Position Create Time{z}, _=Position Update Time{z}, _=Business Line, _=Index, symbol=Instrument Name, _=Margin Mode, side=Direction, _=Leverage, _=Max Position Quantity, _=Total Close Quantity, _=Average Open Price, _=Average Close Price, _=Margin Currency, _=Pnl, _?=Pnl Ratio, _=Fee, _=Funding Fee, _?=Liquidation Clearance Fee, _?=Type, _?=Contract Face Value, _?=Contract Multiplier",
        ),
    ],
    // MEXC; a public importer.
    [
        "positions",
        layout(
            "2025",
            "en",
            "_?=UID, symbol=Futures, _=Open Time{z}, _=Close Time{z}, _=Margin Mode, _=Avg Entry Price, _=Avg Close Price, side=Direction, _=Closing Qty (Cont.), _=Fee, _=Realized PNL, status=Status",
        ),
    ],
    // Bybit; the first are files of 2026 that two public importers read.
    [
        "positions",
        layout(
            "2026",
            "en",
            "symbol=Market, _=Order Quantity, _=Entry Price, _=Exit Price, _=Opening Fee, _=Closing Fee, _=Funding Fee, _?=cumClosedPzOpenFeeInfo, _?=cumClosedPzTradeFeeInfo, _=Trade Type, _=Realized P&L, _=Trade time{z}",
        ),
    ],
    [
        "positions",
        layout(
            "2024",
            "en",
            "symbol=Contracts, side=Closing Direction, _=Qty, _=Entry Price, _=Exit Price, _=Closed P&L, _?=Exit Type, _=Trade Time{z}, _?=Order No., _?=Create Time{z}",
        ),
    ],
    // KuCoin 2021.
    ["positions", layout("2021", "en", "symbol=Contract, _=Realized PNL, _=Close Time{z}, _=PNL Details")],
    // Binance 2026, Simple Earn: rewards, subscriptions, redemptions.
    ["earn", layout("flexible", "en", "time=Time{z}, asset=Coin, amount=Amount, type=Type")],
    ["earn", layout("flexible", "pt", "time=Tempo{z}, asset=Moeda, amount=Quantidade, type=Tipo")],
    [
        "earn",
        layout(
            "locked",
            "en",
            "time=Subscription Date{z}, asset=Coin, amount=Total Amount, _=Lock Period, _=Type, _=From",
        ),
    ],
    [
        "earn",
        layout(
            "redeemed",
            "en",
            "time=Redemption Date{z}, asset=Coin, amount=Redemption Amount, _=Redeem to, _=Est. Arrival Time{z}, status=Status",
        ),
    ],
    // Binance 2026, what is bought by a plan: two public importers say that the list of conversions has the same rows.
    [
        "plan",
        layout(
            "2026",
            "en",
            "time=Create Time{z}, wallet=Wallet, _=Frequency, _=Hourly, _=From Amount, _=From Coin, _=To Amount, _=To Coin, _=Price, _=Inverse Price, _=Settlement Date{z}, _=Plan ID, status=Status",
        ),
    ],
    [
        "plan",
        layout(
            "2026",
            "es-419",
            "time=Fecha de creación{z}, wallet=Billetera, _=Frecuencia, _=Por hora, _=Monto original, _=Moneda original, _=Monto final, _=Moneda final, _=Precio, _=Precio inverso, _=Fecha de liquidación{z}, _=ID del plan, status=Estado",
        ),
    ],
    ["earn", layout("rewards", "en", "time=Time{z}, asset=Coin, amount=Interest, _=Lock Period, _=APR, type=Type")],
]

const IP = /^(?:login ?|last ?|real ?|登录|登陆|最近登录)?ip(?: ?addr(?:ess)?| ?地址)?$/
const ACCESS =
    /device|browser|user.?agent|location|region|client|设备|浏览器|终端|客户端|地点|地区|位置|归属地|登录方式/

/** What a header is that no report has; `undefined` where nobody knows it. */
export function unreadList(header: readonly string[]): UnreadList | undefined {
    for (const [what, one] of LISTS) {
        const found = matchHeader([{ id: what, exchange: "", kind: "change", layouts: [one] }], header)
        // With columns that it does not have it may be a ledger of somebody else's.
        if (found?.strange.length === 0) return what
    }
    const names = header.map((cell) => normaliseHeader(cell).name)
    return names.some((name) => IP.test(name)) && names.some((name) => ACCESS.test(name)) ? "access-log" : undefined
}
