import { expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { memorySource } from "../../../src/base/source.ts"
import { readCase } from "../../../src/facts/case/load.ts"
import { checkCitedIdentifiers } from "../../../src/facts/evidence/cited-identifiers.ts"
import { file, SMALL_CASE } from "../../check.ts"

const EXPORT = "订单号,客户端订单号,IP\n8389765512345,web_AbCdEf12,203.0.113.7\n"

/** What is found of an order with these identifiers that cites an export. */
async function found(clientOrderId: string, orderId = "8389765512345", mediaType = "text/csv") {
    const order = `  - {orderId: "${orderId}", clientOrderId: ${clientOrderId}, symbol: BTCUSDT, side: buy, at: 2023-03-20 18:00 Z, evidence: [X01]}`
    const { loaded } = readCase("case.yaml", file(`${SMALL_CASE}orders:\n${order}\n`))
    if (loaded === undefined) throw new Error("no case")
    const files = [{ label: "X01", mediaType, source: memorySource(utf8(EXPORT)) }]
    return (await checkCitedIdentifiers(loaded.case, files, loaded.at)).map(({ path, params }) => [path.at(-1), params])
}

test("an identifier that stands in the export it cites is right", async () => {
    expect(await found("web_AbCdEf12")).toEqual([])
})

test.each([
    ["web_abCdEf12", "web_AbCdEf12", "another letter case"],
    ["web_AbCdEf1", "web_AbCdEf12", "an end that is cut off"],
    ["web_ZZZZZZ12", "", "something else"],
])("%s does not, and %s is proposed: %s", async (typed, near) => {
    expect(await found(typed)).toEqual([["clientOrderId", { found: typed, labels: "X01", near }]])
})

test("a part of a longer number is not the number", async () => {
    expect(await found("web_AbCdEf12", "838976551234")).toEqual([
        ["orderId", { found: "838976551234", labels: "X01", near: "8389765512345" }],
    ])
})

test("a picture is not read", async () => {
    expect(await found("web_other", "1", "image/png")).toEqual([])
})
