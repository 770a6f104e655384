import { type Format, layout } from "../format.ts"

const EXCHANGE = "Binance"
/** Sheets of the workbook with which Binance answers an authority or a request for one's own data: they name no zone. */
const UTC = 0

/** Binance's lists of deposits and withdrawals, and those of its answers. */
export const BINANCE_TRANSFERS: readonly Format[] = [
    {
        id: "binance.transfers",
        exchange: EXCHANGE,
        kind: "deposit",
        reportByName: [
            [/withdraw|提现|提币|出金|出庫|retrait|retiro|saque/i, "withdrawals"],
            [/deposit|充值|充币|入金|入庫|dépôt|depósito/i, "deposits"],
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
            // As the statement in that language.
            layout(
                "2026",
                "ja",
                "time=時間(UTC), asset=コイン, network=ネットワーク, amount=金額, fee?=手数料, address=住所, tx=トランザクションID, status=ステータス",
            ),
            layout(
                "zh",
                "zh",
                "time=时间(UTC), asset=币种, network=网络, amount=数量, fee?=手续费, address=地址, tx=交易ID, status=状态",
            ),
        ],
    },
    // Three public readers of such workbooks agree on these sheets (pawlict/AISTATEweb, binance_xlsx.py); beside the amount
    // stands its worth in a dollar coin, which changes with the years.
    {
        id: "binance.answer-withdrawals",
        exchange: EXCHANGE,
        report: "withdrawals",
        kind: "withdrawal",
        likelyZone: UTC,
        layouts: [
            layout(
                "answer",
                "en",
                "uid?=User ID, asset=Currency, amount=Amount, _?=Account Type, _?=USDT, _?=BUSD, address=Destination Address, memo?=Label/Tag/Memo, tx=txId, time=Apply Time(UTC), status=Status, network=Network, counterparty?=CounterParty ID",
            ),
        ],
    },
    {
        id: "binance.answer-deposits",
        exchange: EXCHANGE,
        report: "deposits",
        kind: "deposit",
        likelyZone: UTC,
        layouts: [
            layout(
                "answer",
                "en",
                "uid?=User ID, asset=Currency, amount=Amount, _?=Account Type, _?=USDT, _?=BUSD, address=Deposit Address, memo?=Label/Tag/Memo, from=Source Address, tx=TXID, time=Create Time(UTC), status=Status, network=Network, counterparty?=CounterParty ID",
            ),
        ],
    },
    {
        id: "binance.answer-orders",
        exchange: EXCHANGE,
        report: "spot-orders",
        kind: "order",
        market: "spot",
        marketByName: [[/margin/i, "margin"]],
        likelyZone: UTC,
        layouts: [
            layout(
                "answer",
                "en",
                "uid?=User ID, order?=Order ID, symbol=Market ID, side=Side, type=Type, status=Status, price=Price, average=Average Price, quantity=Qty, filled=Trade Qty, quote=Price Unit, base=Amount Unit, time=Time(UTC)",
            ),
        ],
    },
]
