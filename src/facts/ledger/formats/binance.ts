import { type Format, layout } from "../format.ts"
import type { Market } from "../row.ts"
import { BINANCE_EITHER_WAY, BINANCE_FUTURES_OPERATIONS, BINANCE_OPERATIONS } from "./binance.data.ts"
import { BINANCE_FIAT } from "./binance-fiat.ts"

const EXCHANGE = "Binance"
const STATEMENTS = "Wallet / Transaction History（资金流水）→ Export"
const ORDERS = "Orders（订单）→ Export"

/**
 * Trades and orders on margin have the header of those of the spot market (BittyTax issue 272), and no column tells; the
 * name of the file may.
 */
const MARGIN_BY_NAME = [[/margin|杠杆|全仓|逐仓/i, "margin"]] as const

/** The wallet of a leg tells its market. */
function marketOf(wallet: string): Market | undefined {
    if (/futures/i.test(wallet)) return "futures"
    if (/margin/i.test(wallet)) return "margin"
    return /spot/i.test(wallet) ? "spot" : undefined
}

export const BINANCE: readonly Format[] = [
    {
        id: "binance.statement",
        exchange: EXCHANGE,
        report: "statement",
        kind: "change",
        operations: BINANCE_OPERATIONS,
        eitherWay: BINANCE_EITHER_WAY,
        marketOf,
        again: STATEMENTS,
        longestDays: 92,
        layouts: [
            layout(
                "v1",
                "en",
                "time=UTC_Time, wallet=Account, operation=Operation, asset=Coin, amount=Change, note?=Remark",
            ),
            layout(
                "v2",
                "en",
                "uid=User_ID, time=UTC_Time, wallet=Account, operation=Operation, asset=Coin, amount=Change, note?=Remark",
            ),
            layout(
                "v3",
                "en",
                "uid=User ID, time=Time(UTC), wallet=Account, operation=Operation, asset=Coin, amount=Change, note?=Remark",
            ),
            // Two public importers were made by users' files with it; operations stay English (DeclaRenta pull request 162).
            layout(
                "v3",
                "es",
                "uid=ID de usuario, time=Tiempo(UTC), wallet=Cuenta, operation=Operación, asset=Moneda, amount=Cambio, note?=Observación",
            ),
            // Assumed after the others: no public file or importer has the Chinese header (looked for on 2026-11-28).
            layout(
                "v3",
                "zh",
                "uid=用户ID, time=时间(UTC), wallet=账户, operation=操作, asset=币种, amount=变动, note?=备注",
            ),
        ],
    },
    {
        id: "binance.spot-trades",
        exchange: EXCHANGE,
        report: "spot-trades",
        kind: "trade",
        market: "spot",
        marketByName: MARGIN_BY_NAME,
        again: `${ORDERS} / Trade History`,
        longestDays: 184,
        layouts: [
            layout(
                "classic",
                "en",
                "time=Date(UTC), symbol=Market, side=Type, price=Price, filled=Amount, value=Total, fee=Fee, feeAsset=Fee Coin",
            ),
            // The kind of order and the side apart, as a public journal of 2026 has it.
            layout(
                "with-side",
                "en",
                "time=Date(UTC), symbol=Market, type=Type, side=Side, price=Price, filled=Amount, value=Total, fee=Fee, feeAsset=Fee Coin",
            ),
            layout(
                "custom",
                "en",
                "time=Date(UTC), symbol=Pair, side=Side, price=Price, filled=Executed, value=Amount, fee=Fee",
                { isGlued: true },
            ),
            layout(
                "2025",
                "en",
                "time=Time(UTC), symbol=Pair, side=Side, price=Price, filled=Executed, value=Amount, fee=Fee",
                { isGlued: true },
            ),
            // The workbook of 2026, of which the later Chinese one is the twin.
            layout(
                "2026",
                "en",
                "time=Date(UTC), symbol=Pair, base=Base Asset, quote=Quote Asset, side=Type, price=Price, filled=Amount, value=Total, fee=Fee, feeAsset=Fee Coin",
            ),
            // From a user's file (DeclaRenta pull request 162).
            layout(
                "2025",
                "es",
                "time=Tiempo(UTC), symbol=Par, side=Lado, price=Precio, filled=Ejecutado, value=Cantidad, fee=Tarifa",
                { isGlued: true },
            ),
            layout(
                "2023",
                "zh",
                "time=时间(UTC), symbol=市场, side=类型, price=价格, filled=数量, value=成交额, fee=手续费, feeAsset=手续费结算币种",
            ),
            layout(
                "later",
                "zh",
                "time=时间(UTC), symbol=交易对, base=基准货币, quote=计价货币, side=类型, price=价格, filled=数量, value=成交额, fee=手续费, feeAsset=手续费结算币种",
            ),
        ],
    },
    {
        id: "binance.spot-orders",
        exchange: EXCHANGE,
        report: "spot-orders",
        kind: "order",
        market: "spot",
        marketByName: MARGIN_BY_NAME,
        nestedFills: 1,
        again: `${ORDERS} / Order History`,
        longestDays: 184,
        layouts: [
            layout(
                "nested",
                "en",
                // The oldest have no number (everytrade).
                "time=Date(UTC), order?=OrderNo, symbol=Pair, side?=Side, type=Type, price=Order Price, quantity=Order Amount, average=AvgTrading Price, filled=Filled, value=Total, _?=Trigger Condition, status=status",
            ),
            // Two of the same public journal of 2026, from Binance's Data Download.
            layout(
                "download",
                "en",
                "time=Date(UTC), order=Order No., symbol=Pair, type=Type, side=Side, price=Order Price, quantity=Order Amount, average=AvgTrading Price, filled=Filled, value=Total, status=Status",
            ),
            layout(
                "download-short",
                "en",
                "time=Date(UTC), order=Order No., symbol=Pair, type=Type, side=Side, average=Average Price, filled=Executed Quantity, value=Total, status=Status",
            ),
            layout(
                "client-id",
                "en",
                "time=Date(UTC), order=orderId, client=clientOrderId, symbol=Pair, side?=Side, type=Type, price=Order Price, quantity=Order Amount, average=AvgTrading Price, filled=Filled, value=Total, status=status, _?=Strategy Id, _?=Strategy Type",
            ),
            layout(
                "as-trades",
                "en",
                "time=Date(UTC), order=OrderNo, symbol=Pair, type=Type, side=Side, price=Order Price, quantity=Order Amount, _=Time, filled=Executed, average=Average Price, value=Trading total, status=Status",
            ),
            // The list of 2026 (six public importers): the second clock is that of the last change.
            layout(
                "2026",
                "en",
                "time=Time(UTC), order=OrderNo, symbol=Pair, type=Type, side=Side, price=Order Price, quantity=Order Amount, _=Time, filled=Executed, average=Average Price, value=Trading total, status=Status",
                { isGlued: true },
            ),
            layout(
                "2023",
                "zh",
                "time=委托时间(UTC), order=订单号, symbol=交易对, type?=类型, side=买卖, price=委托价格, quantity=委托数量, average=成交均价, filled=成交量, value=成交额, status=状态, _?=触发条件",
            ),
        ],
    },
    {
        id: "binance.futures-trades",
        exchange: EXCHANGE,
        report: "futures-trades",
        kind: "trade",
        market: "futures",
        again: "Futures / Orders / Trade History（合约 → 历史成交）→ Export",
        longestDays: 92,
        layouts: [
            layout(
                "web",
                "en",
                "time=Date(UTC), symbol=Symbol, side=Side, price=Price, filled=Quantity, value=Amount, fee=Fee, feeAsset?=Fee Coin, realised=Realized Profit, realisedAsset?=Quote Asset",
            ),
            layout(
                "custom",
                "en",
                "uid=Uid, time=Time(UTC), symbol=Symbol, side=Side, _?=Position Side, price=Price, filled=Quantity, value=Amount, fee=Fee, realised=Realized Profit, _?=Buyer, _?=Maker, trade=Trade ID, order=Order ID",
            ),
            layout(
                "2023",
                "zh",
                "time=时间(UTC), symbol=合约, side=方向, price=价格, filled=数量, value=成交额, fee=手续费, feeAsset?=手续费结算币种, realised=已实现盈亏, realisedAsset?=计价资产",
            ),
            layout(
                "archive",
                "en",
                "symbol=symbol, trade=id, order=orderId, side=side, _=positionSide, price=price, filled=qty, value=quoteQty, fee=commission, feeAsset=commissionAsset, _?=marginAsset, realised=realizedPnl, _?=maker, _?=buyer, time=time",
            ),
        ],
    },
    {
        id: "binance.futures-orders",
        exchange: EXCHANGE,
        report: "futures-orders",
        kind: "order",
        market: "futures",
        again: "Futures / Orders / Order History（合约 → 历史委托）→ Export",
        longestDays: 92,
        layouts: [
            layout(
                "custom",
                "en",
                "uid=Uid, time=Time(UTC), symbol=Symbol, type=Type, side=Side, _?=Position Side, price=Price, average=Average Price, quantity=Amount, filled=Executed Amount, value=Executed Quote Amount, _?=Stop Price, status=Status, client=Client Order Id, _?=Time In Force, _?=Activate Price, _?=Price Rate, _?=Update Time, order=Order No",
            ),
            layout(
                "2023",
                "zh",
                "time=委托时间(UTC), order=订单号, client=客户端号, symbol=合约, side=买卖, price=委托价格, quantity=委托数量, average=成交均价, filled=成交量, value=成交额, status=状态, _?=策略单Id, _?=策略单类型",
            ),
        ],
    },
    {
        id: "binance.futures-statement",
        exchange: EXCHANGE,
        report: "futures-statement",
        kind: "change",
        market: "futures",
        operations: BINANCE_FUTURES_OPERATIONS,
        again: "Futures / Transaction History（合约 → 资金流水）→ Export",
        longestDays: 92,
        layouts: [
            layout(
                "web",
                "en",
                "time=Date(UTC), operation=type, amount=Amount, asset=Asset, symbol=Symbol, trade?=Transaction ID",
            ),
            layout("2023", "zh", "time=时间(UTC), operation=类型, amount=总量, asset=计价资产, symbol=交易对"),
        ],
    },
    {
        // Times are UTC: order numbers carry a clock of their own; see c2c-clock.ts.
        id: "binance.c2c",
        exchange: EXCHANGE,
        report: "c2c",
        kind: "purchase",
        likelyZone: 0,
        again: "Orders / P2P（C2C 订单历史）→ Export",
        layouts: [
            layout(
                "2023",
                "zh",
                "order=订单号, side=订单类型, asset=币种, fiat=法币, value=总价, price=价格, quantity=数量, _?=汇率, counterparty=交易方, status=状态, time=创建时间(UTC)",
            ),
            layout(
                "2022",
                "en",
                "order=Order Number, side=Order Type, asset=Asset Type, fiat=Fiat Type, value=Total Price, price=Price, quantity=Quantity, _?=Exchange rate, fee?=Maker Fee, fee2?=Taker Fee, counterparty=Couterparty, status=Status, time=Created Time(UTC)",
            ),
            layout(
                "2022",
                "en",
                "order=Order Number, side=Order Type, asset=Asset Type, fiat=Fiat Type, value=Total Price, price=Price, quantity=Quantity, _?=Exchange rate, fee?=Maker Fee, fee2?=Taker Fee, counterparty=Counterparty, status=Status, time=Created Time(UTC)",
            ),
            layout(
                "2026",
                "en",
                "order=Order Number, time=Created Time(UTC), side=Order Type, asset=Asset, quantity=Quantity, value=Total Price, fiat=Fiat Type, counterparty=Counterparty, status=Status",
            ),
        ],
    },
    {
        id: "binance.transfers",
        exchange: EXCHANGE,
        kind: "deposit",
        reportByName: [
            [/withdraw|提现|提币/i, "withdrawals"],
            [/deposit|充值|充币/i, "deposits"],
        ],
        again: "Wallet / Transaction History / Deposit, Withdraw（充值、提现记录）→ Export",
        longestDays: 92,
        layouts: [
            layout(
                "old",
                "en",
                "time=Date(UTC), asset=Coin, network?=Network, amount=Amount, fee?=TransactionFee, address=Address, tx=TXID, from?=SourceAddress, memo?=PaymentID, status=Status",
            ),
            layout(
                "2024",
                "en",
                "time=Date(UTC), asset=Coin, network=Network, amount=Amount, fee?=Fee, address=Address, tx=TXID, status=Status",
            ),
            layout(
                "2026",
                "en",
                "time=Time(UTC), asset=Coin, network=Network, amount=Amount, fee?=Fee, address=Address, tx=TXID, status=Status",
            ),
            layout(
                "zh",
                "zh",
                "time=时间(UTC), asset=币种, network=网络, amount=数量, fee?=手续费, address=地址, tx=交易ID, status=状态",
            ),
        ],
    },
    {
        id: "binance.convert",
        exchange: EXCHANGE,
        report: "convert",
        kind: "convert",
        again: "Orders / Convert History（闪兑记录）→ Export",
        layouts: [
            layout(
                "old",
                "en",
                "time=Date(UTC), wallet?=Wallet, _=Pair, _=Type, sold=Sell, bought=Buy, _=Price, _=Inverse Price, _=Date Updated, status=Status",
            ),
            layout(
                "2026",
                "en",
                "time=Time(UTC), wallet=Wallet, _=Pair, _=Type, sold=Sell, bought=Buy, _=Price, _=Inverse Price, _=Date Updated, status=Status",
            ),
        ],
    },
    ...BINANCE_FIAT,
    {
        id: "binance.auto-invest",
        exchange: EXCHANGE,
        report: "auto-invest",
        kind: "convert",
        strokes: "mdy",
        withoutSeconds: true,
        again: "Earn / Auto-Invest / History → Export",
        layouts: [
            layout(
                "2022",
                "en",
                "time=Auto-Invest Date(UTC), _=Holding Coin, sold=Amount per period, fee=Trading Fee, bought=Units, _=From, status=Status",
            ),
        ],
    },
]
