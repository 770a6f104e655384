import { type Format, layout } from "../format.ts"
import type { Market } from "../row.ts"
import { BINANCE_EITHER_WAY, BINANCE_FUTURES_OPERATIONS, BINANCE_OPERATIONS, BINANCE_UNLISTED } from "./binance.data.ts"
import { BINANCE_CONVERT } from "./binance-convert.ts"
import { BINANCE_FIAT } from "./binance-fiat.ts"
import { BINANCE_TRANSFERS } from "./binance-transfers.ts"

const EXCHANGE = "Binance"
const STATEMENTS = "Wallet / Transaction History（资金流水）→ Export"
const ORDERS = "Orders（订单）→ Export"

/**
 * Trades and orders on margin have the header of those of the spot market (BittyTax issue 272), and no column tells; the
 * name of the file may.
 */
const MARGIN_BY_NAME = [[/margin|杠杆|全仓|逐仓/i, "margin"]] as const

/** What the Chinese lists of 2026 call a market of futures. */
const SYMBOL_ZH = "代币名称/币种名称/币对"

/** The wallet of a leg tells its market. */
export function marketOf(wallet: string): Market | undefined {
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
        unlisted: BINANCE_UNLISTED,
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
            // The other words for Spanish; a public importer's tests of 2025 have all lists so.
            layout(
                "v3",
                "es-419",
                "uid=ID de usuario, time=Hora(UTC), wallet=Cuenta, operation=Operación, asset=Moneda, amount=Cambiar, note?=Comentario",
            ),
            // Four public importers and a description of the export, 2026.
            layout(
                "v3",
                "fr",
                "uid=Identifiant utilisateur, time=Durée(UTC), wallet=Compte, operation=Opération, asset=Jeton, amount=Change, note?=Remarque",
            ),
            // A public importer's tests (2025) of every list of Binance Japan.
            layout(
                "v3",
                "ja",
                "uid=ユーザーID, time=時間(UTC), wallet=アカウント, operation=操作, asset=コイン, amount=変更, note?=備考",
            ),
            layout(
                "v3",
                "pt",
                "uid=ID do Usuário, time=Tempo(UTC), wallet=Conta, operation=Operação, asset=Moeda, amount=Alterar, note?=Observação",
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
            // Two records of imports, 2026; a public importer; another one.
            layout(
                "2025",
                "fr",
                "time=Durée(UTC), symbol=Paire, side=Côté, price=Prix, filled=Exécuté, value=Montant, fee=Frais",
                { isGlued: true },
            ),
            layout(
                "2025",
                "pt",
                "time=Tempo(UTC), symbol=Par, side=Lado, price=Preço, filled=Executado, value=Quantidade, fee=Taxa",
                { isGlued: true },
            ),
            layout(
                "2025",
                "ja",
                "time=時間(UTC), symbol=ペア, side=サイド, price=価格, filled=実行済み, value=金額, fee=手数料",
                { isGlued: true },
            ),
            // Assumed: the words that the Chinese orders and futures trades of 2026 have for the same columns.
            layout(
                "2025",
                "zh",
                "time=时间(UTC), symbol=交易对, side=方向, price=价格, filled=已执行, value=金额, fee=手续费",
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
            // The same in Chinese (H7Night/beango, by a user's file of 2026).
            layout(
                "2026",
                "zh",
                "time=时间(UTC), order=订单号, symbol=交易对, type=类型, side=方向, price=订单价格, quantity=订单金额, _=时间, filled=已执行, average=平均价格, value=交易总额, status=状态",
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
            // Two public importers of files of 2026; the name of a market stands in all lists of it as here.
            layout(
                "2026",
                "zh",
                `uid?=用户ID, time=时间(UTC), symbol=${SYMBOL_ZH}, side=方向, _?=持仓方向, price=价格, filled=数量, value=金额, fee=手续费, realised=已实现利润, _?=买方, _?=挂单方, trade=交易 ID, order=订单编号`,
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
            // A public importer's test with rows of a user's file, 2026.
            layout(
                "2026",
                "zh",
                `uid=用户ID, time=时间(UTC), order=订单编号, symbol=${SYMBOL_ZH}, type=类型, side=方向, _?=持仓方向, price=价格, average=平均价格, quantity=金额, filled=执行金额, value=已执行报价金额, _?=止损价格, status=状态, _?=更新时间`,
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
            // Two public importers of files of 2026 agree on it.
            layout(
                "2026",
                "zh",
                `time=时间(UTC), operation=类型, amount=金额, asset=资产, symbol=${SYMBOL_ZH}, trade?=交易 ID`,
            ),
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
            // Lists of those who advertise; three public importers, 2021 to 2025.
            layout(
                "merchant",
                "en",
                "order=Order Number, _=Advertisement Order Number, side=Order Type, asset=Asset Type, fiat=Fiat Type, value=Total Price, price=Price, quantity=Quantity, _?=Exchange rate, fee?=Maker Fee, fee2?=Taker Fee, _?=Payment Method, counterparty=Counterparty, status=Status, time=Match time(UTC)",
            ),
            layout(
                "2026",
                "en",
                "order=Order Number, time=Created Time(UTC), side=Order Type, asset=Asset, quantity=Quantity, value=Total Price, fiat=Fiat Type, counterparty=Counterparty, status=Status",
            ),
        ],
    },
    ...BINANCE_TRANSFERS,
    ...BINANCE_CONVERT,
    ...BINANCE_FIAT,
]
