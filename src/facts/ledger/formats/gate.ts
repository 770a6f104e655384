import { type Format, layout, operationsBy } from "../format.ts"

const OPERATIONS = operationsBy({
    trade: "order placed|order filled|order fullfilled|order fulfilled|order cancelled|order canceled|trade|buy|sell|订单*",
    fee: "trading fee*|trade fee*|fee|handling fee|手续费*|points deduct*|gt deduct*",
    transfer: "transfer*|*transfer|margin transfer*|futures transfer*|fund transfer*|划转*",
    deposit: "deposit*|充值*",
    withdrawal: "withdraw*|提现*",
    convert: "convert*|dust*|swap*|flash swap*|quick convert*|points purchase*",
    purchase: "c2c*|p2p*|fiat*",
    earn: "redeem*|subscri*",
    interest: "airdrop*|interest*|reward*|bonus*|rebate*|lend*|staking*|earn*|hodl*|startup*|referral*|kickback*",
})

/** The column `type` holds the asset; legs of one event have the same `action_data`. */
export const GATE: readonly Format[] = [
    {
        id: "gate.statement",
        exchange: "Gate",
        report: "statement",
        kind: "change",
        operations: OPERATIONS,
        layouts: [
            layout(
                "2022",
                "en",
                "_=no, time=time{z}, operation=action_desc, order=action_data, asset=type, amount=change_amount, balance=amount, _=total",
            ),
        ],
    },
]
