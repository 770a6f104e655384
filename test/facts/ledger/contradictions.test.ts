import { describe, expect, test } from "vitest"
import type { Issue } from "../../../src/base/issue.ts"
import { readCase } from "../../../src/facts/case/load.ts"
import { parseLock } from "../../../src/facts/evidence/lock.ts"
import { ledgerOfCase } from "../../../src/flows/victim/ledger.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { file, sampleText } from "../../check.ts"
import { exportFile, leg, SAMPLE_NAMES, sampleExport } from "./exports.ts"

/**
 * Contradictions between a case and its exports, each planted in a copy of the sample: found once, and nothing else with
 * it. What is not in the rows, as misspelt addresses or headings out of order, is for other checks.
 */

type Change = readonly [from: string, to: string]

async function found(inCase: readonly Change[], inExports: Readonly<Record<string, readonly Change[]>> = {}) {
    const text = applied(sampleText("sample-case", "case.yaml"), inCase)
    const { loaded, issues: wrong } = readCase("case.yaml", file(text))
    if (loaded === undefined) throw new Error(JSON.stringify(wrong))
    const { lock } = parseLock(file(sampleText("sample-case", "evidence.lock.json")))
    const files = SAMPLE_NAMES.map((name, i) => {
        const label = `X0${String(i + 1)}`
        return exportFile(label, name, applied(sampleExport(name), inExports[label] ?? []))
    })
    const sources = new Map(files.map(({ label, source }) => [label, source]))
    const { issues } = await ledgerOfCase(loaded, lock?.entries ?? [], sources, nodeHost())
    return issues
}

function applied(text: string, changes: readonly Change[]): string {
    return changes.reduce((all, [from, to]) => {
        if (all.split(from).length !== 2) throw new Error(`${from} is not there once`)
        return all.replace(from, () => to)
    }, text)
}

const told = (issues: readonly Issue[]) =>
    issues.map(({ code, params }) => {
        const { what, name, field, cause, end } = params as Readonly<Record<string, string | undefined>>
        return [code.replace("ledger.", ""), what, name, field, cause, end]
            .filter((part) => part !== undefined)
            .join(" ")
    })

/** What is really in the sample. */
const REAL = ["gap", "chosen.proposed"]
const beyond = (issues: readonly Issue[]): string[] => {
    const left = [...REAL]
    return told(issues).filter((one) => {
        const at = left.indexOf(one)
        if (at === -1) return true
        left.splice(at, 1)
        return false
    })
}

const EARLY_ROW = leg("2023-03-20 17:31:12", "Transaction Fee", "MATIC", "-0.08850000")
/** A typed transfer before the event. */
const moved = (clock: string): Change => [
    "transfers:\n",
    `transfers:\n  - {at: 2023-03-20 ${clock} Z, value: {asset: BTC, amount: "0.30"}, from: 现货账户, to: 资金账户, source: 账户流水, evidence: [X04]}\n`,
]

test("a typed transfer before the stated times is held against its row", async () => {
    const row = leg("2023-03-20 17:35:00", "Transfer Between Main and Funding Wallet", "BTC", "-0.3")
    expect(told(await found([moved("17:35:00")], { X04: [[EARLY_ROW, `${EARLY_ROW}${row}`]] }))).toEqual(REAL)
})

test("a row of a time that had not come when the case was prepared", async () => {
    const row = leg("2099-03-20 17:35:00", "Transaction Fee", "MATIC", "-0.1")
    const issues = await found([], { X04: [[EARLY_ROW, `${EARLY_ROW}${row}`]] })
    expect(beyond(issues)).toEqual(["case.later"])
    expect(issues.find(({ code }) => code === "ledger.case.later")?.params).toMatchObject({ place: "X04 第 5 行" })
})

test("a statement that ends before the last operation, or begins after the first", async () => {
    const clocks = async (text: Change) => {
        const issues = (await found([], { X04: [text] })).filter(({ code }) => code === "ledger.case.short")
        return issues.map(({ params }) => params)
    }
    const rows = sampleExport(SAMPLE_NAMES[3] ?? "").split("\n")
    const cut = rows.slice(0, rows.length >> 1).join("\n")
    expect(await clocks([rows.join("\n"), cut])).toMatchObject([{ end: "to", place: expect.stringMatching(/^X04 /) }])
    const tail = [rows[0], ...rows.slice(-12)].join("\n")
    expect(await clocks([rows.join("\n"), tail])).toMatchObject([{ end: "from" }])
})

test("an asset that is said to be gone and only came", async () => {
    const stated: Change = [
        "    - {asset: DOT,",
        '    - {asset: XRP, amount: "7", source: 账户流水, evidence: [X04]}\n    - {asset: DOT,',
    ]
    const row = leg("2023-03-20 17:49:20", "Deposit", "XRP", "5.5")
    const issues = await found([stated], { X04: [[EARLY_ROW, `${EARLY_ROW}${row}`]] })
    const [gained] = issues.filter(({ code }) => code === "ledger.case.asset-gained")
    expect(beyond(issues)).toEqual(["case.asset-gained"])
    expect(gained?.params).toMatchObject({ asset: "XRP", stated: "7 XRP", gained: "5.5", files: "X04" })
    if (gained === undefined) throw new Error("no finding")
    expect(messageOf(gained, "zh-CN").message).toContain("XRP 反而增加 5.5")
})

describe("what left the account and stands nowhere in the case", () => {
    const WITHDRAWN = `${EARLY_ROW}${leg("2023-03-20 17:55:00", "Withdraw", "USDT", "-10.500")}`
    const typed = (clock: string, amount: string): Change => [
        "transfers:\n",
        `transfers:\n  - {at: 2023-03-20 ${clock} Z, value: {asset: USDT, amount: ${amount}}, from: 现货账户, to: 外部地址, source: 账户流水}\n`,
    ]
    const untold = async (...changes: readonly Change[]) =>
        (await found(changes, { X04: [[EARLY_ROW, WITHDRAWN]] })).filter(
            ({ code }) => code === "ledger.case.withdrawal-untold",
        )

    test("it is a finding with its row, and what is moved within the account is not it", async () => {
        const [one] = await untold()
        expect(one?.params).toMatchObject({ count: 1, more: 0, found: "2023-03-21 01:55:00（北京时间） 10.5 USDT" })
        if (one === undefined) throw new Error("no finding")
        expect(messageOf(one, "zh-CN").message).toContain("有 1 笔转出没有写在这里：2023-03-21 01:55:00")
        expect(messageOf(one, "en").message).toMatch(/2023-03-21 01:55:00 Beijing time 10\.5 USDT \(X04 row \d+\)$/)
    })

    test.each([
        ["17:55:00", '"10.5"'],
        ["09:55:00", '"10.5"'],
        ["17:55:20", "不清楚"],
    ])("typed as of %s, %s it is told", async (clock, amount) => {
        expect(await untold(typed(clock, amount))).toEqual([])
    })

    test("another amount at another time is another one", async () => {
        expect(await untold(typed("17:49:09", '"11"'))).toHaveLength(1)
    })
})

test("the clean sample has its own findings and no other", async () => {
    expect(told(await found([]))).toEqual(REAL)
})

const NET = 'value: {asset: USDT, amount: "40856.89"}'
const net = (amount: string): Change => [NET, `value: {asset: USDT, amount: "${amount}"}`]
const ORDER = 'orderId: "13227000002", clientOrderId: h3JwTq8RsYv5MnCx2KdGfz'
const FIRST_ORDER_ROW = "2023-03-20 21:28:21,13227000002"

const LAST_C2C = /\d+,[^\n]*,2023-02-13 09:15:52/.exec(sampleExport(SAMPLE_NAMES[1] ?? ""))?.[0] ?? ""
/** The last C2C order at another time, which its number tells too. */
function c2cAt(time: string): string {
    const ms = BigInt(Date.parse(`${time.replace(" ", "T")}Z`)) - 1_566_994_004_000n
    return LAST_C2C.replace(/^\d+/, `20${String(ms << 22n)}`).replace(/[^,]+$/, time)
}

describe("a contradiction is found once", () => {
    test.each<[string, readonly Change[], string, Readonly<Record<string, readonly Change[]>>?]>([
        [
            "a first operation that is later than the rows have one",
            [["firstOperation:\n    at: 2023-03-20 17:49:08 Z", "firstOperation:\n    at: 2023-03-20 18:30:00 Z"]],
            "case.earlier",
        ],
        [
            "no futures before, and rows of futures before",
            [],
            "case.used-before",
            {
                X04: [
                    [
                        "Remark\n",
                        `Remark\n${leg("2023-02-01 08:00:00", "Funding Fee", "USDT", "-0.5", "USDT-Futures")}`,
                    ],
                ],
            },
        ],
        [
            "an identifier in another letter case",
            [["h3JwTq8RsYv5MnCx2KdGfz", "h3jwTq8RsYv5MnCx2KdGfz"]],
            "case.order clientOrderId",
        ],
        ["an order number with a slip", [['"13227000002"', '"13227000020"']], "case.order orderId"],
        [
            "a day of UTC told as one of Beijing",
            [["to: 2023-02-13 UTC", "to: 2023-02-13 +08:00"]],
            "case.day to",
            { X02: [[LAST_C2C, c2cAt("2023-02-13 23:15:52")]] },
        ],
        ["a net loss without one row of fees", [net("40847.26509172")], "case.net-loss one-fee"],
        ["a net loss without all fees", [net("40762.723")], "case.net-loss fees"],
        ["a net loss without what cancelled orders filled", [net("22724.8163")], "case.net-loss cancelled-fills"],
        ["a net loss off by something else", [net("93584.63")], "case.net-loss none"],
        ["a quantity that leaves out a row", [['BTC, amount: "0.64572"', 'BTC, amount: "0.40035"']], "case.asset"],
        [
            "a sum of C2C that its rows do not have",
            [['total: "1036485.20"', 'total: "1036485.02"']],
            "case.purchase buys.total",
        ],
        ["a quantity of C2C", [['quantity: "58373.88"', 'quantity: "58373.80"']], "case.purchase sells.quantity"],
        [
            "an equivalent that no price gives",
            [['value: {asset: BTC, amount: "1.46966133"}', 'value: {asset: BTC, amount: "1.49966133"}']],
            "case.equivalent",
        ],
        ["what a cancelled order filled", [['filled: "9120.3"', 'filled: "22939.6"']], "case.order filled"],
        [
            "the side of an order",
            [
                [
                    `${ORDER}, market: U 本位合约, symbol: TRBUSDT, side: buy`,
                    `${ORDER}, market: U 本位合约, symbol: TRBUSDT, side: sell`,
                ],
            ],
            "case.order side",
        ],
        [
            "the side of an order that is known by the number of its client alone",
            [
                [
                    `${ORDER}, market: U 本位合约, symbol: TRBUSDT, side: buy`,
                    `${ORDER.replace(/.*, /, "")}, market: U 本位合约, symbol: TRBUSDT, side: sell`,
                ],
            ],
            "case.order side",
        ],
        ["the price of an order", [['price: "0.6500"', 'price: "0.5600"']], "case.order price"],
        [
            "a time of UTC told as one of Beijing",
            [["status: 已成交, at: 2023-03-20 21:28:21 Z", "status: 已成交, at: 2023-03-20 21:28:21 +08:00"]],
            "case.clock-shift",
        ],
        ["a transfer with two figures swapped", [['"0.11902746"', '"0.11902764"']], "case.transfer"],
        ["a transfer before the stated times that the export does not have", [moved("17:35:00")], "case.transfer"],
        [
            "the time of one that it has",
            [moved("17:36:00")],
            "case.clock-shift",
            {
                X04: [
                    [
                        EARLY_ROW,
                        `${EARLY_ROW}${leg("2023-03-20 17:35:00", "Transfer Between Main and Funding Wallet", "BTC", "-0.3")}`,
                    ],
                ],
            },
        ],
        ["another account", [], "case.uid", { X04: [] }],
        [
            "a typed order outside of the stated times",
            [
                [
                    "orders:\n",
                    'orders:\n  - {orderId: "13226000001", market: U 本位合约, symbol: TRBUSDT, side: buy, quantity: "5", filled: "5", at: 2023-03-20 12:00:00 Z, source: 合约历史委托记录, evidence: [X03]}\n',
                ],
                ["（事发前从未使用合约）", ""],
                ["，未做过合约交易。", "。"],
            ],
            "case.order filled",
            {
                X03: [
                    [
                        FIRST_ORDER_ROW,
                        `2023-03-20 12:00:00,13226000001,zzz,TRBUSDT,买入,-,5,19.4,4,77.6,已成交,-,-\n${FIRST_ORDER_ROW}`,
                    ],
                ],
            },
        ],
    ])("%s", async (what, inCase, expected, inExports) => {
        const exports =
            what === "another account"
                ? {
                      X04: [
                          [
                              sampleExport(SAMPLE_NAMES[3] ?? ""),
                              sampleExport(SAMPLE_NAMES[3] ?? "").replaceAll("100000001", "100000002"),
                          ] as const,
                      ],
                  }
                : (inExports ?? {})
        const issues = await found(inCase, exports)
        expect(beyond(issues)).toEqual([expected])
        for (const one of issues)
            for (const lang of ["zh-CN", "en"] as const)
                expect(messageOf(one, lang).message).not.toMatch(/undefined|NaN/)
    })

    test("what was bought and was never sold: the market, what it does to other sums, and no result", async () => {
        const row =
            "2023-03-20 22:39:31,13227001592,UGCiczMSpxkMzN5E6EUCLD,TRBUSDT,卖出,14.000,980,14.8627,980,14565.5037,已成交,-,-\n"
        const issues = await found([], { X03: [[row, ""]] })
        expect(beyond(issues)).toEqual([
            "reconciliation.gap bought-sold TRBUSDT",
            "reconciliation.gap futures-result USDT",
            "case.net-loss-open",
        ])
    })

    test("an answer to a finding fits it, and one to nothing is named", async () => {
        const first = (await found([net("93584.63")])).find(({ code }) => code === "ledger.case.net-loss")
        const { id = "" } = { ...first?.params } as { readonly id?: string }
        const answer = (to: string): Change => [
            "apiKey:\n",
            `findingAnswers:\n  - {finding: ${to}, answer: 按页面显示}\n\napiKey:\n`,
        ]
        expect(beyond(await found([net("93584.63"), answer(id)]))).toEqual(["case.net-loss none"])
        expect(beyond(await found([answer("LFFFF")]))).toEqual(["answer.no-finding"])
    })
})
