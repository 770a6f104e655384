import { describe, expect, test } from "vitest"
import { assetsTitle, recipientIdentifiers } from "../../src/editions/recipient/identifiers.ts"
import { CHINA_CLOCK, UNZONED, UTC_CLOCK } from "../../src/editions/recipient/identifiers.words.ts"
import { marketEn, statusEn, typeEn } from "../../src/editions/recipient/order-terms.ts"
import { requestView } from "../../src/editions/recipient/recipient.ts"
import { identifiersView, policeIdentifiers, tableSheets } from "../../src/editions/shared/identifiers.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { type INCIDENT_KINDS, IP_ROLES } from "../../src/facts/case/schema.ts"
import { untoldRows } from "../../src/facts/ledger/untold-withdrawals.ts"
import { readOfficer } from "../../src/facts/officer/officer.ts"
import { renderModel } from "../../src/flows/print/compose.ts"
import { nodeHost } from "../../src/node/host.ts"
import { createFontSet } from "../../src/typeset/font/fonts.ts"
import { layoutDocument } from "../../src/typeset/layout/layout-document.ts"
import { file, sampleText } from "../check.ts"
import { desk, deskCase } from "../desks.ts"
import { ALL, exportFile, reckoned } from "../facts/ledger/exports.ts"

/** Schedule A and 02-Identifiers: what a desk looks up, in its own terms, with nothing of the victim's words. */

const recipient = desk()
const same = (text: string): string => text
const caseOf = (change: (text: string) => string = same) => {
    const { loaded, issues } = readCase("case.yaml", file(change(deskCase())))
    if (loaded === undefined) throw new Error(JSON.stringify(issues))
    return loaded.case
}
const officerOf = (change: (text: string) => string = same) => {
    const { officer, issues } = readOfficer("officer.yaml", file(change(sampleText("sample-officer", "officer.yaml"))))
    if (officer === undefined) throw new Error(JSON.stringify(issues))
    return officer
}
const withOrders = (...orders: readonly string[]) =>
    caseOf((text) =>
        text.replace(/^orders:\n(?: {2}.*\n)+/m, `orders:\n${orders.map((order) => `  - {${order}}\n`).join("")}`),
    )
const tablesOf = (facts = caseOf(), officer = officerOf()) => recipientIdentifiers(facts, recipient, officer)
const table = (title: string, facts = caseOf(), officer = officerOf()) => {
    const found = tablesOf(facts, officer).find((one) => one.title === title)
    if (found === undefined) throw new Error(`no table ${title}`)
    return found.rows.map((row) => Object.fromEntries(row.map((cell, i) => [found.columns[i] ?? "", cell])))
}

test("on paper of the police a hash stands on a line of its own, whole, and so does each clock", () => {
    const hash = `0x${"3f5e0c5b1c2d3e4f".repeat(4)}`
    const to = "0x52908400098527886E0F7030069857D2E4169EE7"
    const facts = caseOf((text) =>
        text.replace(
            /^transfers:\n(?: {2}.*\n)+/m,
            `transfers:\n  - {at: 2023-03-20 18:09:01 Z, value: {asset: ETH, amount: "1.25"}, from: 统一账户, to: "${to}", network: ERC20, txHash: "${hash}", source: 提币记录}\n`,
        ),
    )
    const host = nodeHost()
    const { pages } = layoutDocument(
        renderModel(host, "zh-CN/identifiers", identifiersView(facts)),
        createFontSet((name) => host.font(name)),
    )
    // One item is part of one line.
    const lines = pages.flatMap(({ items }) =>
        items.flatMap((item) => (item.kind === "text" ? [item.glyphs.map(({ text }) => text).join("")] : [])),
    )
    for (const whole of [hash, "2023-03-21 02:09:01", "2023-03-20 18:09:01Z"]) expect(lines).toContain(whole)
})

describe("terms of exports become one English term", () => {
    test.each([
        ["现货", "Spot"],
        ["SPOT", "Spot"],
        ["币币交易", "Spot"],
        ["U 本位合约", "USD-M futures"],
        ["USDT-M", "USD-M futures"],
        ["USDⓈ-M Futures", "USD-M futures"],
        ["USDT本位永续", "USD-M futures"],
        ["币本位合约", "COIN-M futures"],
        ["COIN-M", "COIN-M futures"],
        ["合约", "Futures"],
        ["SWAP", "Futures"],
        ["全仓杠杆", "Margin"],
        ["骗子的合伙人", undefined],
        ["spotless", undefined],
    ])("market %s: %s", (text, en) => {
        expect(marketEn(text)).toBe(en)
    })
    test.each([
        ["MARKET", "Market"],
        ["市价", "Market"],
        ["限价", "Limit"],
        ["LIMIT_MAKER", "Limit, post only"],
        ["STOP_MARKET", "Stop market"],
        ["止损限价单", "Stop limit"],
        ["TAKE_PROFIT_MARKET", "Take profit market"],
        ["止盈", "Take profit"],
        ["TRAILING_STOP_MARKET", "Trailing stop"],
        ["强平", "Liquidation"],
        ["他自己下的", undefined],
    ])("type %s: %s", (text, en) => {
        expect(typeEn(text)).toBe(en)
    })
    test.each([
        ["已成交", undefined, "Filled"],
        ["FILLED", undefined, "Filled"],
        ["PARTIALLY_FILLED", undefined, "Partly filled"],
        ["部分成交", undefined, "Partly filled"],
        ["已撤销", "0", "Cancelled"],
        ["CANCELED", undefined, "Cancelled"],
        ["已撤销", "9120.3", "Partly filled, then cancelled"],
        ["部分成交已撤销", undefined, "Partly filled, then cancelled"],
        ["EXPIRED", "0.000", "Expired"],
        ["未成交", undefined, "Open"],
        ["NEW", undefined, "Open"],
        ["REJECTED", undefined, "Rejected"],
        ["被黑客成功了", undefined, undefined],
    ])("status %s, filled %s: %s", (text, filled, en) => {
        expect(statusEn(text, filled)).toBe(en)
    })
})

describe("orders", () => {
    test("come first, in time order, with market, fill, average price and state; spot sales without an id are rows", () => {
        const rows = table("Orders")
        expect(tablesOf()[0]?.title).toBe("Orders")
        expect(rows).toHaveLength(15)
        expect(rows[0]).toMatchObject({ Market: "Spot", Symbol: "BTCUSDT", Side: "SELL", Filled: "0.40035" })
        expect(rows[0]).toMatchObject({ "Order ID": "—", Quantity: "—" })
        expect(rows.find((row) => row["Order ID"] === "39630118")).toEqual({
            [UTC_CLOCK]: "2023-03-20 21:34:10",
            Market: "USD-M futures",
            Symbol: "PERPUSDT",
            Side: "SELL",
            Quantity: "22939.6",
            Filled: "9120.3",
            "Average price": "0.6502",
            "Limit price": "0.6500",
            Status: "Partly filled, then cancelled",
            "Order ID": "39630118",
            "Client order ID": "f34qY6Nb3wWD25RQ4F5ZR3",
            [CHINA_CLOCK]: "2023-03-21 05:34:10",
        })
    })
    test("a time without a zone stands in a column of its own and never under UTC; milliseconds are kept", () => {
        const facts = withOrders(
            "orderId: '1', symbol: AUSDT, side: buy, at: 2023-03-20 21:28:21.123 Z",
            "orderId: '2', symbol: AUSDT, side: buy, at: {at: 2023-03-20 21:28:22, zone: unknown}",
            "orderId: '3', symbol: AUSDT, side: buy, at: '1679347703456'",
            "orderId: '4', symbol: AUSDT, side: buy, at: 约 2023-03-20 21:30",
        )
        expect(table("Orders", facts).map((row) => [row[UTC_CLOCK], row[UNZONED], row["Order ID"]])).toEqual([
            ["2023-03-20 21:28:21.123", "—", "1"],
            ["—", "2023-03-20 21:28:22", "2"],
            ["2023-03-20 21:28:23.456", "—", "3"],
            ["—", "about 2023-03-20 21:30", "4"],
        ])
        expect(tablesOf()[0]?.columns, "no such column where every zone is known").not.toContain(UNZONED)
    })
    test("of a list of trades have what was traded in their columns, for the police too, and no column of blanks", () => {
        const facts = withOrders(
            "orderId: '1', symbol: AUSDT, side: buy, type: 限价, filled: '179', average: '1.462', at: 2023-03-20 21:28:21 Z, tradeId: '880', source: 成交记录",
            "orderId: '2', symbol: AUSDT, side: sell, filled: '421', average: '1.073', at: 2023-03-20 21:28:22 Z, source: 成交记录",
        )
        const [paper] = (
            identifiersView(facts) as { tables: { title: string; columns: string[]; rows: object[][] }[] }
        ).tables.filter(({ title }) => title === "有关订单")
        expect(paper?.columns.slice(1)).toEqual(["合约或\n交易对", "方向", "成交数量", "成交均价", "订单号", "来源"])
        expect(paper?.rows[0]?.slice(3).map((cell) => (cell as { text: string }).text)).toEqual([
            "179",
            "1.462",
            "1",
            "类型：限价；成交编号：880；成交记录",
        ])
        expect(table("Orders", facts)[0]).not.toHaveProperty("Quantity")
        expect(table("Orders", facts)[0]).toMatchObject({ Filled: "179", "Average price": "1.462" })
    })
    test("words of the victim in place of market, type and state are left out, columns and all", () => {
        const [orders] = tablesOf(
            withOrders(
                "orderId: '1', symbol: AUSDT, side: buy, market: 他的盘, type: 乱来, status: 亏了, at: 2023-03-20 21:28 Z",
            ),
        )
        expect(orders?.columns).toEqual([UTC_CLOCK, "Symbol", "Side", "Quantity", "Order ID", CHINA_CLOCK])
        expect(orders?.rows.join()).not.toMatch(/\p{Script=Han}/u)
    })
    test("in the workbook the clock of China is grey, so that nobody copies it for UTC", () => {
        const [sheet] = tableSheets(tablesOf(), [CHINA_CLOCK])
        expect(sheet?.rows[1]?.at(-1)).toEqual({ text: "2023-03-21 01:49:08", style: "hint" })
        expect(sheet?.rows[1]?.[0]).toBe("2023-03-20 17:49:08")
    })
})

describe("withdrawals of the exports that the case does not tell", () => {
    const HEAD = "Time,Coin,Network,Amount,Fee,Address,TXID,Status\n"
    const row = (second: number, tx: string) =>
        `23-03-20 18:00:${String(second).padStart(2, "0")},USDT,TRX,12.5,1,TAddressOfSomebody${String(second)},${tx},Completed\n`
    const untoldOf = async (facts: ReturnType<typeof caseOf>, ...rows: readonly string[]) => {
        const name = "Binance-Withdraw-History-202304010000(UTC+0).csv"
        const { ledger } = await reckoned([exportFile("X09", name, HEAD + rows.join(""))], ALL)
        return untoldRows(facts, ledger)
    }

    test("are a table of their own for the police, with address and hash, and not for a desk", async () => {
        const facts = caseOf()
        const untold = await untoldOf(facts, row(1, "ab".repeat(32)))
        const found = policeIdentifiers(facts, untold).find(({ title }) => title.startsWith("导出文件中的提币"))
        expect(found?.rows).toEqual([
            [
                "2023-03-20 18:00:01",
                "2023-03-21 02:00:01",
                "USDT",
                "12.5",
                "TAddressOfSomebody1",
                "TRX",
                "ab".repeat(32),
                "X09 第 2 行",
            ],
        ])
        expect(JSON.stringify(identifiersView(facts, untold))).toContain("TAddressOfSomebody1")
        expect(JSON.stringify(tablesOf(facts))).not.toContain("TAddressOfSomebody1")
    })

    test("of very many the first are listed, the number of the others is told", async () => {
        const facts = caseOf()
        const rows = Array.from({ length: 203 }, (_, i) => row(i % 60, String(i).padStart(64, "0")))
        const found = policeIdentifiers(facts, await untoldOf(facts, ...rows)).find(({ title }) =>
            title.startsWith("导出文件中的提币"),
        )
        expect([found?.rows.length, found?.rows.at(-1)?.at(-1)]).toEqual([201, "另有 3 笔，见各导出文件"])
    })

    test("where there are none there is no table", () => {
        expect(policeIdentifiers(caseOf()).map(({ title }) => title)).not.toContain(
            "导出文件中的提币（案情中没有填写）",
        )
    })
})

describe("what an address is said to be", () => {
    test.each(IP_ROLES)("%s has words of its own, without the victim's", (role) => {
        const facts = caseOf((text) => text.replaceAll("role: allow-list", `role: ${role}`))
        const [row] = table("IP addresses to compare", facts)
        expect(row?.["Stated to be"]).toMatch(/^an? /)
        expect(JSON.stringify(row)).not.toMatch(/TideGrid|服务器/)
    })
    test("one of which nobody said is Not provided", () => {
        const facts = caseOf((text) => text.replaceAll("role: allow-list, ", ""))
        expect(table("IP addresses to compare", facts)[0]?.["Stated to be"]).toBe("Not provided")
    })
    test("names of the officer stand beside the fact that they are given to, by id or by place", () => {
        const labels =
            '  labels:\n    - {fact: 203.0.113.27, labelEn: Bot server two}\n    - {fact: "orders[0]", labelEn: First buy}\n'
        const officer = officerOf((text) => text.replace(/^ {2}labels:\n(?: {4}.*\n)+/m, labels))
        const named = (title: string) =>
            table(title, caseOf(), officer).flatMap((row) => {
                const name = row["Name given by the agency"]
                return name === undefined || name === "—" ? [] : [[row["IP address"] ?? row["Order ID"], name]]
            })
        expect(named("IP addresses to compare")).toEqual([["203.0.113.27", "Bot server two"]])
        expect(named("Orders")).toEqual([["13227000002", "First buy"]])
    })
})

describe("the API key", () => {
    test("is told by its ending, its creation, and names that the officer gave", () => {
        const facts = caseOf((text) =>
            text.replace("  permissions: [读取", "  label: 我的机器人\n  lastCharacters: X7b2\n  permissions: [读取"),
        )
        const officer = officerOf((text) =>
            text.replace("  labels:\n", "  labels:\n    - {fact: apiKey, labelEn: My bot}\n"),
        )
        expect(table("API key", facts, officer).map(({ Item, Value }) => [Item, Value])).toEqual([
            ["Application to which the key was authorised", "TideGrid"],
            ["Label of the key", "My bot"],
            ["Last characters", "X7b2"],
            ["Created", "2022-11-06 12:15:33 UTC"],
            ["Deleted, as the account holder states", "2023-03-21 02:12 UTC"],
        ])
    })
    test("has no name where the officer gave none", () => {
        const officer = officerOf((text) => text.replace(/^ {2}labels:\n(?: {4}.*\n)+/m, ""))
        expect(JSON.stringify(tablesOf(caseOf(), officer))).not.toMatch(/TideGrid|潮格/)
    })
    test("is no table where there was no key", () => {
        const facts = caseOf((text) => text.replace("state: deleted", "state: none"))
        expect(tablesOf(facts).map(({ title }) => title)).not.toContain("API key")
    })
})

describe("targets", () => {
    const targets = (...entries: readonly string[]) =>
        officerOf((text) =>
            text.replace("request:\n", `request:\n  targets:\n${entries.map((one) => `    - {${one}}\n`).join("")}`),
        )
    test("the account of the case is the complainant's unless the officer says otherwise of it", () => {
        expect(table("Account")[0]).toEqual({ Item: "Stated to be", Value: "Account of the complainant (victim)" })
        const officer = targets("kind: uid, value: '100000001', role: suspect, source: Bank records")
        expect(table("Account", caseOf(), officer)[0]?.Value).toBe("Account of a suspect")
        expect(tablesOf(caseOf(), officer).map(({ title }) => title)).not.toContain("Further targets")
    })
    test("others are the police's own, and cite the case where it holds them", () => {
        const address = "TXLAQ63Xg1NAzckPwKHvzw7CSEmLMEqcdj"
        const facts = caseOf((text) => text.replace("to: U 本位合约账户", `to: 对方 ${address}`))
        const officer = targets(
            "kind: uid, value: '555', role: suspect, source: Inquiry of the agency",
            `kind: address, value: ${address}, role: third, source: Inquiry of the agency`,
        )
        expect(table("Further targets", facts, officer)).toEqual([
            {
                Kind: "UID",
                Value: "555",
                "Stated to be of": "suspect",
                Source: "found by the police: Inquiry of the agency",
            },
            {
                Kind: "Deposit address",
                Value: address,
                "Stated to be of": "third person",
                Source: "identifier stated by the complainant; attribution by the police: Inquiry of the agency",
            },
        ])
    })
})

describe("assets", () => {
    test.each<[(typeof INCIDENT_KINDS)[number][], RegExp]>([
        [["unauthorised-trading"], /^Assets sold without/],
        [["unauthorised-withdrawal"], /^Assets moved without/],
        [["unauthorised-trading", "unauthorised-transfer"], /^Assets sold or moved without/],
        [["account-takeover"], /^Assets sold or moved without/],
        [["payment-by-deception"], /^Assets paid by/],
    ])("after %s they are called by what became of them, never missing", (kind, title) => {
        const facts = caseOf()
        expect(assetsTitle({ ...facts, incident: { ...facts.incident, kind } })).toMatch(title)
    })
    test.each([
        ['{asset: USDT, amount: "40856.89"}', "40856.89 USDT"],
        ["{asset: USDT, amount: 约4万}", undefined],
        ['{asset: CNY, amount: "286417.56"}', undefined],
    ])("the net loss %s is printed as %s", (value, printed) => {
        const facts = caseOf((text) => text.replace('value: {asset: USDT, amount: "40856.89"}', `value: ${value}`))
        expect(requestView(facts, "LX-1", recipient, officerOf(), [])).toMatchObject({ netLoss: printed })
    })
})
