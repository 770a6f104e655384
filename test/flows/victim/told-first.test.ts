import { expect, test } from "vitest"
import { itemsToVerifyView } from "../../../src/editions/police/items-to-verify.ts"
import { DISCREPANCY } from "../../../src/editions/police/items-to-verify.words.ts"
import { checkConsistency } from "../../../src/facts/case/consistency.ts"
import { readCase } from "../../../src/facts/case/load.ts"
import { checkCase } from "../../../src/flows/victim/check.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { file, SMALL_CASE } from "../../check.ts"
import { OTHERS, TROUBLED } from "./troubled.ts"

test("what the page of items to verify tells the police, check has told the reporter", () => {
    const { loaded } = readCase("case.yaml", file(TROUBLED))
    if (loaded === undefined) throw new Error("no case")
    const found = checkConsistency(loaded.case, loaded.at).map(({ code }) => code)
    const printed = new Set([...Object.keys(DISCREPANCY), ...OTHERS])
    // Several times without a zone are one item.
    const expected = found.filter(
        (code, i) => printed.has(code) && (code !== "case.time.zone-unknown" || found.indexOf(code) === i),
    )
    const view = itemsToVerifyView(loaded.case, []) as { readonly items: readonly { readonly what: string }[] }
    expect(view.items.map(({ what }) => what)).toHaveLength(expected.length)
    const kinds = new Set(found)
    for (const code of ["case.event-time.differs", "case.records.before-first", "case.records.after-last"])
        expect(kinds).toContain(code)
    for (const code of [
        "case.loss.two-measures",
        "case.loss.outgoing",
        "case.loss.equivalents",
        "case.loss.same-digits",
    ])
        expect(kinds).toContain(code)
    for (const code of ["case.sum.differs", "case.count.differs", "case.identifier.repeated"])
        expect(kinds).toContain(code)
    for (const code of OTHERS.filter((one) => one !== "case.time.order" && !one.endsWith("form")))
        expect(kinds).toContain(code)
})

test.each([
    ["USDT", "本人欧易账户", "from 本人欧易账户"],
    ["USDT", "资金账户", ""],
    ["USDT", "不清楚", ""],
    ["CNY", "样例银行储蓄卡", ""],
])("a transfer of %s from %s: %s is said to reach no recipient", async (asset, from, told) => {
    const transfer = `{at: 2023-03-20 18:00 Z, value: {asset: ${asset}, amount: "5"}, from: ${from}, to: TXYZexampleexampleexampleexample11}`
    const yaml = file(`${SMALL_CASE}transfers:\n  - ${transfer}\n`)
    const { issues } = await checkCase({ caseFiles: { yaml }, listing: [] }, nodeHost())
    const found = issues.filter(({ code }) => code === "case.transfer.unnamed")
    expect(found.map(({ path, params }) => `${String(path.at(-1))} ${Object.values(params).join("")}`).join()).toBe(
        told,
    )
})
