import { describe, expect, test } from "vitest"
import { readWall } from "../../../src/facts/ledger/wall.ts"
import { read } from "./read-text.ts"

/** Times as programs and languages write them. */

const told = (text: string) => {
    const { ms, offset, span } = readWall(text) ?? {}
    if (ms === undefined) return undefined
    const clock = new Date(ms).toISOString().slice(0, 19).replace("T", " ")
    return [clock, ...(offset === undefined ? [] : [offset]), ...(span === undefined ? [] : [span / 60_000])].join(" ")
}
const AT = "2024-05-03 14:05:06"

describe("a time that can be read in one way", () => {
    test.each([
        // With the name of the month.
        ["May 3, 2024 14:05:06", AT],
        ["May 3, 2024, 2:05:06 PM", AT],
        ["03-May-2024 14:05:06", AT],
        ["3 May 2024 2:05 PM", "2024-05-03 14:05:00 1"],
        ["03-May-2024", "2024-05-03 00:00:00 1440"],
        ["Dec. 06, 2017, 09:05 PM", "2017-12-06 21:05:00 1"],
        ["Fri, 03 May 2024 14:05:06 GMT", `${AT} 0`],
        ["Fri May 03 2024 14:05:06 GMT+0800 (中国标准时间)", `${AT} 480`],
        ["May-03-2024 02:05:06 PM +UTC", `${AT} 0`],
        // Halves of the day.
        ["2024年5月3日 下午2:05:06", AT],
        ["2024/5/3 下午 2:05", "2024-05-03 14:05:00 1"],
        ["2024. 5. 3. 오후 2:05:06", AT],
        ["2024-05-03, 2:05:06 p.m.", AT],
        ["2024-05-03 14:05:06 PM", AT],
        ["2024-05-03 12:05 AM", "2024-05-03 00:05:00 1"],
        // Signs of input methods and of other languages.
        ["２０２４-０５-０３　１４:０５:０６", AT],
        ["2024.05.03. 14:05:06", AT],
        ["3.5.2024, 14:05:06", AT],
        ["2024-05-03 14:05:06,123", AT],
        // Zones.
        ["2024-05-03T14:05:06.123456789+08:00", `${AT} 480`],
        ["2024-05-03 14:05:06 +0800 CST", `${AT} 480`],
        ["2024-05-03 14:05:06 北京时间", `${AT} 480`],
        ["2024-05-03 14:05:06 JST", `${AT} 540`],
        // Since 1970.
        ["1714745106", `${AT} 0`],
        ["1714745106.123", `${AT} 0`],
        ["1714745106123", `${AT} 0`],
        ["1714745106123456", `${AT} 0`],
    ])("%s", (text, expected) => {
        expect(told(text)).toBe(expected)
    })
})

test.each([
    "5/3/24 2:05 PM",
    "05/03/2024 14:05:06",
    "2024-05-03 14:05:06 AM",
    "2024-05-03 14:05:06 EST",
    "May 32, 2024 10:00",
    "31.02.2024 10:00",
    "1714745106123456789",
    `May 3,${" ".repeat(100_000)}2024`,
    `2024-05-03${" ".repeat(100_000)}x`,
])("no time: %.40s", (text) => {
    expect(told(text)).toBeUndefined()
})

test("the order of day and month is told by the file, with a comma behind the date too", async () => {
    const head = "Date(UTC),Coin,Network,Amount,Fee,Address,TXID,Status\n"
    const row = (day: string) => `"${day}, 2:05:06 PM",USDT,TRX,1,0,TVictim1,aa,Completed\n`
    const { used, problems } = await read(head + row("5/3/2024") + row("5/13/2024"), "Deposit History.csv")
    expect(problems).toEqual([])
    expect(used.map(({ wall }) => wall)).toEqual([Date.UTC(2024, 4, 3, 14, 5, 6), Date.UTC(2024, 4, 13, 14, 5, 6)])
    const morning = row("5/13/2024").replace("2:05:06 PM", "14:05:06 AM")
    const twice = await read(head + row("5/13/2024") + morning, "Deposit History.csv")
    expect(twice.problems).toHaveLength(1)
})
