import { type Layout, layout, matchHeader, normaliseHeader } from "../format.ts"

/** Lists that an exchange exports too and that are not reckoned with: each is told by what it is, and by what tells the same. */
export type UnreadList = "positions" | "earn" | "access-log"

/** Whether a file was not read because it is such a list, which needs nothing to be done. */
export const isUnreadList = (fault: string): boolean => ["positions", "earn", "access-log"].includes(fault)

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
    // Bybit.
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
    ["earn", layout("rewards", "en", "time=Time{z}, asset=Coin, amount=Interest, _=Lock Period, _=APR, type=Type")],
]

const IP = /^(?:login ?|last ?|登录|登陆|最近登录)?ip(?: ?addr(?:ess)?| ?地址)?$/
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
