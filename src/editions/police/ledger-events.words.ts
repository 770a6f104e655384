/** Words of the picture of the chosen rows. */

const SIDES = { buy: "买入", sell: "卖出" } as const
const MARKETS = { spot: "现货", margin: "杠杆", futures: "合约" } as const

type Market = keyof typeof MARKETS
type Side = keyof typeof SIDES

/** Names that a flag has room for. */
const MOST_NAMES = 4

function namesOf(names: readonly string[]): string {
    const shown = names.slice(0, MOST_NAMES).join("、")
    return names.length > MOST_NAMES ? `${shown}等 ${String(names.length)} 个` : shown
}

export const firstOf = (market: Market, side: Side | undefined, names: readonly string[]): string =>
    `${MARKETS[market]}首笔${side === undefined ? "" : SIDES[side]}：${namesOf(names)}`
export const lastOf = (market: Market, side: Side | undefined, names: readonly string[]): string =>
    `${MARKETS[market]}末笔${side === undefined ? "" : SIDES[side]}：${namesOf(names)}`
export const moved = (names: readonly string[]): string => `账户内划转：${namesOf(names)}`
export const withdrawn = (names: readonly string[]): string => `提出：${namesOf(names)}`
