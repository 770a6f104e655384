import { beforeAll, describe, expect, test } from "vitest"
import { leavingOf } from "../../src/editions/officer/what-leaves.ts"
import { lossEn } from "../../src/editions/recipient/loss.ts"
import { requestView } from "../../src/editions/recipient/recipient.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { makeChecklist } from "../../src/facts/checklist/checklist.ts"
import type { LedgerRecord } from "../../src/facts/ledger/record.ts"
import { readOfficer } from "../../src/facts/officer/officer.ts"
import { reckonExports } from "../../src/flows/victim/ledger.ts"
import { keptLedger } from "../../src/flows/victim/ledger-rows.ts"
import { file, sampleText } from "../check.ts"
import { desk, deskCase } from "../desks.ts"
import { EVENT, sampleExports } from "../facts/ledger/exports.ts"

/** What a desk is told of a loss, where exports say something to it. */

let ledger: LedgerRecord
beforeAll(async () => {
    ledger = (await keptLedger(await reckonExports(sampleExports(), { answers: new Map(), window: EVENT }))).record
})

function caseOf(...changes: readonly (readonly [from: string, to: string])[]) {
    const text = changes.reduce((all, [from, to]) => {
        if (all.split(from).length !== 2) throw new Error(`${from} is not there once`)
        return all.replace(from, to)
    }, deskCase())
    const { loaded, issues } = readCase("case.yaml", file(text))
    if (loaded === undefined) throw new Error(JSON.stringify(issues))
    return loaded.case
}

const NOTHING = { photos: new Set<never>(), sealedLetter: false, legalScans: 0, caseMaterials: false }
const NET = 'amount: "40856.89"'
const BTC = 'BTC, amount: "0.64572"'
const gapIn = (what: string): LedgerRecord => ({
    ...ledger,
    reconciliation: ledger.reconciliation.map((one) => (one.what === what ? { ...one, gap: "0.01" } : one)),
})
const lineOf = (asset: string, facts = caseOf(), record: LedgerRecord | undefined = ledger) =>
    lossEn(facts, record).losses.find((line) => line.asset === asset)

describe("the loss in an English request", () => {
    test("figures that the exports give go out, and are said to be theirs too", () => {
        const { losses, netLoss, withheld, more } = lossEn(caseOf(), ledger)
        expect(withheld).toEqual([])
        expect(netLoss).toBe("40856.89 USDT")
        expect(more).toBeUndefined()
        expect(losses).toHaveLength(8)
        expect(losses[0]).toEqual({
            asset: "BTC",
            amount: "0.64572",
            source: "account holder; the account's exports give the same",
        })
    })

    test("without exports they are the account holder's", () => {
        const { losses, netLoss, withheld } = lossEn(caseOf(), undefined)
        expect([netLoss, withheld]).toEqual(["40856.89 USDT", []])
        expect(new Set(losses.map(({ source }) => source))).toEqual(new Set(["account holder"]))
    })

    test("a net loss that the exports contradict does not, and a quantity neither", () => {
        const facts = caseOf([NET, 'amount: "93584.63"'], [BTC, 'BTC, amount: "0.40035"'])
        const { netLoss, withheld } = lossEn(facts, ledger)
        expect(netLoss).toBeUndefined()
        expect(lineOf("BTC", facts)).toEqual({ asset: "BTC", amount: "not stated", source: "account holder" })
        expect(withheld).toEqual([
            { of: "net-loss", asset: "USDT", why: "contradicted" },
            { of: "quantity", asset: "BTC", why: "contradicted" },
        ])
    })

    test.each(["bought-sold", "futures-result"])("nor a net loss beside a gap of %s", (what) => {
        expect(gapIn(what)).not.toEqual(ledger)
        const { netLoss, withheld } = lossEn(caseOf(), gapIn(what))
        expect([netLoss, withheld]).toEqual([undefined, [{ of: "net-loss", asset: "USDT", why: "gap" }]])
    })

    test("nor figures of files with rows that could not be read, or of markets that did not close", () => {
        const torn = { ...ledger, totals: ledger.totals.map((total) => ({ ...total, without: 1 })) }
        const { losses, netLoss } = lossEn(caseOf(), torn)
        expect(netLoss).toBeUndefined()
        expect(new Set(losses.map(({ amount }) => amount))).toEqual(new Set(["not stated"]))
        const open = { ...ledger, totals: ledger.totals.filter(({ what }) => what !== "futures-net") }
        expect(lossEn(caseOf(), open).netLoss).toBeUndefined()
    })

    test("ten lines at most, what is beyond them is counted", () => {
        const coins = Array.from(
            { length: 5 },
            (_, i) => `    - {asset: COIN${String(i)}, amount: "1", source: 页面}\n`,
        )
        const facts = caseOf(["  assets:\n", `  assets:\n${coins.join("")}`])
        const { losses, netLoss, more } = lossEn(facts, ledger)
        expect([losses.length, netLoss, more]).toEqual([9, "40856.89 USDT", "4 further assets are not listed here."])
    })

    test("the officer reads on the paper for approval what was left out", () => {
        const facts = caseOf([NET, 'amount: "93584.63"'])
        const { officer } = readOfficer("officer.yaml", file(sampleText("sample-officer", "officer.yaml")))
        if (officer === undefined) throw new Error("the sample is not right")
        const checklist = makeChecklist(desk(), officer, NOTHING)
        const { notSent } = leavingOf(facts, desk(), officer, [], checklist, [], false, ledger)
        expect(notSent.at(-1)).toMatch(/^报案人填写的净损失（USDT）：与导出文件算出的不同，英文请求中不写这个数字/)
        const said = JSON.stringify(requestView(facts, "LX-1", desk(), officer, [], false, ledger))
        expect(said).not.toContain("93584")
        expect(said).not.toContain("40856")
    })
})
