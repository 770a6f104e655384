import { describe, expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { open, read } from "./read-text.ts"

/** Bytes of tables as programs of other languages and times write them. */

const TEXT =
    "订单号,订单类型,币种,法币,总价,价格,数量,汇率,交易方,状态,创建时间\r\n" +
    "20178588789849104384,购买,USDT,CNY,700.00,7.00,100.0000000000000000,,某商家,已完成,2023-03-01 10:00:00\r\n"

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(" ", ""), "hex"))

const wide = (text: string, isBig: boolean): Uint8Array => {
    const bytes = new Uint8Array(Buffer.from(text, "utf16le"))
    return isBig ? Uint8Array.from(bytes, (_, i) => bytes[i ^ 1] ?? 0) : bytes
}

describe("UTF-16 without a mark", () => {
    test.each([false, true])("big-endian: %s", async (isBig) => {
        const { used, table } = await read(wide(TEXT, isBig), "C2C.csv")
        expect([table.encoding, used.map(({ amount, counterparty }) => [amount, counterparty])]).toEqual([
            isBig ? "utf-16be" : "utf-16le",
            [["100.0000000000000000", "某商家"]],
        ])
    })

    test("bytes of zeros on both sides, half a character and single zeros are no text", async () => {
        const bytes = wide(TEXT, false)
        for (const damaged of [
            concat([bytes, Uint8Array.of(0, 0)]),
            concat([bytes, Uint8Array.of(0x41, 0xd8), wide(",\r\n", false)]),
            concat([utf8(TEXT), Uint8Array.of(0)]),
        ])
            expect(await open(damaged)).toEqual({ fault: "not-text" })
    })
})

describe("Big5, as Excel saves CSV in Taiwan", () => {
    // 時間,幣種,數量,備註 / 提領至外部錢包地址的手續費已經包含在內
    const bytes = hex(
        "ae c9 b6 a1 2c b9 f4 ba d8 2c bc c6 b6 71 2c b3 c6 b5 f9 0d 0a" +
            "32 30 32 33 2d 30 33 2d 30 31 20 31 30 3a 30 30 3a 30 30 2c 42 54 43 2c 31 2e 35 2c" +
            "b4 a3 bb e2 a6 dc a5 7e b3 a1 bf fa a5 5d a6 61 a7 7d aa ba a4 e2 c4 f2 b6 4f 0d 0a",
    )

    test("its header can be named, and its words are whole", async () => {
        expect(await open(bytes)).toEqual({ fault: "unknown-header", header: "時間,幣種,數量,備註" })
        const { table, used } = await read(bytes, "a.csv", {
            report: "statement",
            columns: { time: "時間", asset: "幣種", amount: "數量", note: "備註" },
        })
        expect([table.encoding, used.map(({ asset, amount, note }) => [asset, amount, note])]).toEqual([
            "big5",
            [["BTC", "1.5", "提領至外部錢包地址的手續費"]],
        ])
    })
})

test("GB18030 stays what it was, rare names too", async () => {
    // 订单号,币种,数量,交易方 / 朱镕基喆䶮堃玥 (names as people have them, of characters that GB 2312 lacks)
    const bytes = hex(
        "b6a9 b5a5 bac5 2c b1d2 d6d6 2c cafd c1bf 2c bdbb d2d7 b7bd 0d0a 31 2c 42 2c 31 2c d6ec e946 bbf9 86b4 fe9f 88d2 ab68 0d0a",
    )
    expect(await open(bytes)).toEqual({ fault: "unknown-header", header: "订单号,币种,数量,交易方" })
})

test("a line too long to be a record is told as that, wherever it ends", async () => {
    const head = "User_ID,UTC_Time,Account,Operation,Coin,Change,Remark\n"
    const row = "1,2023-03-20 10:00:00,Spot,Deposit,BTC,1,\n"
    for (const size of [70_000, 9_000_000]) {
        const { used, problems } = await read(`${head}${row}${"x".repeat(size)}\n${row}`)
        expect([used.length, problems.map((one) => one.slice(0, 12))]).toEqual([2, ["3 too-long x"]])
    }
})
