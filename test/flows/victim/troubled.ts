import { SMALL_CASE } from "../../check.ts"

/** Codes that the page for the police prints besides the discrepancies. */
export const OTHERS = [
    "case.time.order",
    "case.time.zone-unknown",
    "case.credit-code.form",
    "case.credit-code.check-character",
    "case.statement.disputed",
]

/** Everything at once that the page of items to verify can say of a case file. */
export const TROUBLED = SMALL_CASE.replace(
    '    - {asset: BTC, amount: "1.5"}',
    `    - {asset: BTC, amount: "1.5"}
  before: {value: {asset: CNY, amount: "349776.83"}, source: 页面}
  after: {value: {asset: CNY, amount: "63359.27"}, source: 页面}
  netLoss: {value: {asset: USDT, amount: "40856.89"}, source: 流水}
  equivalents:
    - {value: {asset: CNY, amount: "300000"}, method: 约数, source: 本人}
    - {value: {asset: USD, amount: "40856.89"}, method: 按 1 比 1, source: 本人}`,
).concat(`
narrative:
  course:
    - {text: 前后相差 349776.83 - 63359.27 = 286417.65 元, status: disputed}
orders:
  - {orderId: "7", symbol: BTCUSDT, side: buy, at: 2023-03-20 13:00 Z}
  - {orderId: "7", symbol: BTCUSDT, side: buy, at: 2023-03-20 23:00 Z}
  - {orderId: "8", symbol: BTCUSDT, side: buy, at: "2023-03-20 21:00"}
  - {orderId: "9", symbol: BTCUSDT, side: buy, at: "2023-03-20 21:05"}
transfers:
  - {at: 2023-03-20 18:00 Z, value: {asset: BTC, amount: "0.5"}, from: 现货, to: bc1qexample, network: BTC}
emails:
  - {address: Support@a.example}
  - {address: support@a.example}
contacts:
  - {name: 甲所, phone: 024-00000000}
  - {name: 乙所, phone: 024-00000000}
organisations:
  - {name: 某公司, creditCode: 91999999MA9TG0015X}
statedCounts:
  - {of: ips, count: 8 个}
reportDetails:
  occurredAt: 2023-03-20 10:00 Z
  kinds: [诈骗]
`)
