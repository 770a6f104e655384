import { beforeAll, describe, expect, test } from "vitest"
import { tellLedger } from "../../../src/facts/ledger/tell.ts"
import { EVENT, type Reckoned, reckoned, sampleExports } from "./exports.ts"

/** Figures of the reference documents, typed from them and computed by nobody here. */

let sample: Reckoned
beforeAll(async () => {
    sample = await reckoned(sampleExports(), { window: EVENT })
})
const told = () => tellLedger(sample.ledger, sample.reckoning, sample.signals, EVENT, new Map())

describe("the sample's exports give the figures of its documents", () => {
    test("of C2C, with averages by value", () => {
        const lines = sample.reckoning.purchases.map(({ kind, asset, quantity, total, fiat, average, rows, without }) =>
            [kind, quantity.toFixed(), asset, total.toFixed(2), fiat, average?.toFixed(2), rows, without].join(" "),
        )
        expect(lines).toEqual([
            "purchased 157917.71 USDT 1036485.20 CNY 6.56 82 0",
            "disposed 58373.88 USDT 386229.44 CNY 6.62 24 0",
            "disposed 82.45 BUSD 529.32 CNY 6.42 2 0",
        ])
    })

    test("of the futures: 40856.89 lost, fees 94.167 among it", () => {
        expect(sample.reckoning.futuresNet.map(({ asset, value }) => [asset, value.toFixed()])).toEqual([
            ["USDT", "-40856.89"],
        ])
        expect(sample.reckoning.futuresFees.map(({ asset, value }) => [asset, value.toFixed()])).toEqual([
            ["USDT", "94.167"],
        ])
    })

    test("of the eight assets that were sold", () => {
        expect(sample.reckoning.spot.map(({ asset, sold }) => `${sold.toFixed()} ${asset}`)).toEqual([
            "0.64572 BTC",
            "6.0812 ETH",
            "9.218 BNB",
            "8213.4 ADA",
            "27406 DOGE",
            "2105.7 MATIC",
            "118450233 SHIB",
            "260.11 DOT",
        ])
    })

    test("every reconciliation closes", () => {
        const { reconciliation } = sample.reckoning
        expect(reconciliation.map(({ what }) => what)).toEqual([
            "bought-sold",
            "bought-sold",
            "bought-sold",
            "futures-result",
            ...Array.from({ length: 8 }, () => "spot-sold"),
            "moved-out-in",
            "moved-out-in",
            "moved-out-in",
            "moved-out-in",
        ])
        expect(reconciliation.filter(({ gap }) => !gap.eq("0"))).toEqual([])
    })

    test("every row is used, not relevant or a problem", () => {
        const counts = told().files.map(({ rows }) => [rows.used, rows.notRelevant, rows.problem])
        expect(counts).toEqual([
            [59, 4, 0],
            [49, 3, 0],
            [17, 1, 0],
            [64, 0, 0],
            [30, 0, 0],
            [61, 0, 0],
        ])
    })

    test("a total is told exactly and rounded half up", () => {
        const find = (what: string, asset: string, name?: string) =>
            told().totals.find((one) => one.what === what && one.asset === asset && one.name === name)
        expect(find("spot-received", "USDT", "BNB")).toMatchObject({ exact: "3064.985", rounded: "3064.99", rows: 1 })
        expect(find("futures-result", "USDT", "DARUSDT")).toMatchObject({ exact: "-186.612", rounded: "-186.61" })
        expect(find("purchased-for", "CNY", "USDT")).toMatchObject({ exact: "1036485.2", rounded: "1036485.20" })
        expect(find("spot-sold", "BTC")).toMatchObject({ exact: "0.64572", rounded: "0.64572000", files: ["X06"] })
    })

    test("the patterns are those that are in it", () => {
        expect(sample.signals.map(({ code }) => code)).toEqual([
            "S1",
            "S2",
            "S3",
            "S4",
            "S5",
            "S6",
            "S6",
            "S6",
            "S7",
            "S10",
        ])
    })
})
