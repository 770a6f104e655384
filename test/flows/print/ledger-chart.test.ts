import { beforeAll, describe, expect, test } from "vitest"
import type { CaseLedger } from "../../../src/facts/ledger/case-ledger.ts"
import { drawLedger, ledgerChart } from "../../../src/flows/print/charts.ts"
import { letteringOf } from "../../../src/flows/print/compose.ts"
import { reckonExports } from "../../../src/flows/victim/ledger.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { ALL, EVENT, exportFile, later, leg, STATEMENT_HEAD, sampleExports } from "../../facts/ledger/exports.ts"

// The chosen rows as a timeline: first and last of each market, and what was moved.

const lettering = letteringOf(nodeHost())
const read = (files: Parameters<typeof reckonExports>[0], window?: typeof EVENT): Promise<CaseLedger> =>
    reckonExports(files, { answers: new Map(), ...(window === undefined ? {} : { window }) })

describe("the picture of the chosen rows", () => {
    let sample: CaseLedger
    beforeAll(async () => {
        sample = await read(sampleExports(), EVENT)
    })

    test("tells the sale, the moves, and the first and last order of each contract", () => {
        const { alt = "" } = drawLedger(sample, lettering) ?? {}
        const events = alt.split("：").slice(1).join("：").split("；")
        expect(events.map((event) => event.replace(/^\d+\. \S+ (\S+)／\S+ \S+ /, "$1 "))).toEqual([
            "01:49:08 现货首笔卖出：BTC、ETH、BNB、ADA等 8 个",
            "01:49:08 账户内划转：BTC",
            "01:49:09 账户内划转：ETH、BNB、USDT",
            "05:28:21 合约首笔买入：TRBUSDT",
            "05:28:22 合约首笔买入：PERPUSDT",
            "05:41:03 合约首笔买入：DARUSDT",
            "05:42:19 合约末笔卖出：DARUSDT",
            "06:03:40 合约末笔卖出：PERPUSDT",
            "06:39:31 合约末笔卖出：TRBUSDT",
        ])
    })

    test("is a chart of the documents", () => {
        const { data, images } = ledgerChart(sample, lettering)
        expect(Object.keys(data)).toEqual(["ledgerChart"])
        expect([...images.keys()]).toEqual([data.ledgerChart?.image])
    })

    test("is not there where nothing is chosen, or one event alone", async () => {
        expect(drawLedger(await read(sampleExports()), lettering)).toBeUndefined()
        const one = exportFile("X01", "流水.csv", STATEMENT_HEAD + leg(later(1), "Transaction Sold", "BTC", "-1"))
        const single = await read([one], ALL.window)
        expect(single.ledger.readings[0]?.chosenCount).toBe(1)
        expect(ledgerChart(single, lettering).images.size).toBe(0)
    })

    test("leaves the last of each market out where there are very many", async () => {
        const rows = Array.from({ length: 50 }, (_, i) => leg(later(i), "Transaction Sold", `C${String(i % 25)}`, "-1"))
        const many = await read([exportFile("X01", "流水.csv", [STATEMENT_HEAD, ...rows].join(""))], ALL.window)
        expect(drawLedger(many, lettering)?.alt).toContain("25项")
    })
})
