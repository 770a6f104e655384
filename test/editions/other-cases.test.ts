import { expect, test } from "vitest"
import { factLines } from "../../src/editions/officer/approval-points.ts"
import { blankLetterView, blankPortalSheet, blankRequestView, nobody } from "../../src/editions/officer/blank-forms.ts"
import { letterView } from "../../src/editions/officer/letter.ts"
import { type BookEntry, exhibitBookView } from "../../src/editions/police/exhibits.ts"
import { ledgerView } from "../../src/editions/police/ledger.ts"
import { statementView } from "../../src/editions/police/statement.ts"
import { chronology } from "../../src/editions/recipient/chronology.ts"
import { recipientIdentifiers } from "../../src/editions/recipient/identifiers.ts"
import type { EvidenceItem } from "../../src/editions/shared/evidence-item.ts"
import { lossView } from "../../src/editions/shared/loss.ts"
import { readCase } from "../../src/facts/case/load.ts"
import type { Case } from "../../src/facts/case/schema.ts"
import { emptyDescription } from "../../src/facts/evidence/descriptions.ts"
import { readOfficer } from "../../src/facts/officer/officer.ts"
import { letterTemplate, requestTemplate } from "../../src/flows/officer/typed-names.ts"
import { renderModel } from "../../src/flows/print/compose.ts"
import { reckonExports } from "../../src/flows/victim/ledger.ts"
import { nodeHost } from "../../src/node/host.ts"
import { collectText } from "../../src/typeset/document/collect-text.ts"
import { file, sampleText } from "../check.ts"
import { desk } from "../desks.ts"
import { ALL, exportFile } from "../facts/ledger/exports.ts"

/** Cases that are not the sample: no paper says of them what is only so of a key, of trades, of exports or of a known time. */

const TO = desk()

/** Coins withdrawn after phishing; `changes` are made in the text. */
const WITHDRAWN = `
ref: WD-2026-1
recipient: ${TO.id}
preparedAt: 2026-11-26 20:10 +08:00
reporter: {name: 欧阳样例, namePinyin: Ouyang Yangli, phone: "13800000001", capacity: reporter}
account: {exchange: ${TO.name.en}, uid: "640000001"}
incident:
  kind: unauthorised-withdrawal
  cause: phishing
  noticedAt: 2026-11-09 07:40 +08:00
  firstOperation: {at: 2026-11-08 23:51 +08:00, what: 提走 500 USDT, source: 提币记录}
loss: {assets: [{asset: USDT, amount: "500"}]}
transfers:
  - {at: 2026-11-08 23:51 +08:00, value: {asset: USDT, amount: "500"}, from: 资金账户, to: TQ5NxGcUyLkZvPbWmXhRtSaEdFgHjKyU9B, network: TRC20}
reports: []
wanted: [登录记录]
originals: 手机在家
`

type Change = readonly [from: string, to: string]

function caseOf(...changes: readonly Change[]): Case {
    const text = changes.reduce((all, [from, to]) => {
        if (all.split(from).length !== 2) throw new Error(`${from} is not there once`)
        return all.replace(from, to)
    }, WITHDRAWN)
    const { loaded, issues } = readCase("case.yaml", file(text))
    if (loaded === undefined) throw new Error(JSON.stringify(issues))
    return loaded.case
}

function officerOf(change: (text: string) => string = (text) => text) {
    const sample = sampleText("sample-officer", "officer.yaml").replace(/\nrequest:[\s\S]*/, "\n")
    const { officer, issues } = readOfficer("officer.yaml", file(change(sample)))
    if (officer === undefined) throw new Error(JSON.stringify(issues))
    return officer
}

const text = (template: string, view: object): string => collectText(renderModel(nodeHost(), template, view))
const DECEIVED = ["kind: unauthorised-withdrawal", "kind: payment-by-deception"] as const
const LATER = [
    "  firstOperation:",
    "  lastOperation: {at: 2026-11-09 00:10 +08:00, what: 再转, source: 邮件}\n  firstOperation:",
] as const

test("who was deceived into paying made the payments: neither schedule nor statement say that another did", () => {
    const facts = caseOf(DECEIVED, LATER)
    expect(chronology(facts, officerOf()).map((row) => row.text)).toEqual([
        "Reported to the requesting agency.",
        "First payment that the account holder states was obtained by deception.",
        "Last such payment known to the account holder.",
        "Noticed by the account holder.",
    ])
    const statement = text("zh-CN/case-statement", statementView(facts))
    expect(statement).toContain("下表两次付款，报案人表示是受骗所为。")
    expect(statement).toContain("首次付款")
    expect(statement).not.toContain("不是本人所为")
})

test("a day of report is told behind what happened on that day", () => {
    const facts = caseOf(LATER)
    const rows = chronology(
        facts,
        officerOf((said) => said.replace("receiptOn: 2026-11-05", "receiptOn: 2026-11-09")),
    )
    expect(rows.map(({ at }) => at)).toEqual([
        "2026-11-08 15:51 UTC",
        "2026-11-08 16:10 UTC",
        "2026-11-08 23:40 UTC",
        "2026-11-09 (China)",
    ])
})

test("报请要点 says of the assets no more than the kind of the incident, and calls a second factor no authorisation", () => {
    const lines = (...changes: readonly Change[]) => factLines(caseOf(...changes), [])
    const loss = (...changes: readonly Change[]) => lines(...changes).find(({ label }) => label === "损失")?.text
    expect(loss()).toContain("报案人称被转出的资产：500 USDT")
    expect(loss(DECEIVED)).toContain("报案人称受骗付出的资产")
    expect(loss([DECEIVED[0], "kind: unauthorised-trading"])).toContain("报案人称被卖出的资产")
    expect(loss([DECEIVED[0], "kind: [account-takeover, payment-by-deception]"])).toContain(
        "被转出或者卖出、受骗付出的资产",
    )
    const factor = lines(["reports: []", "twoFactor: {enabled: yes}\nreports: []"])
    expect(factor.map(({ label }) => label)).toContain("账户安全")
    expect(factor.map(({ label }) => label)).not.toContain("授权")
})

test("an amount that is about so much goes out as such", () => {
    const facts = caseOf(['value: {asset: USDT, amount: "500"}', "value: {asset: USDT, amount: 约 42000}"])
    const [transfers] = recipientIdentifiers(facts, TO, officerOf())
    expect(transfers?.rows[0]).toContain("about 42000")
})

test("transfers that left the account are not called transfers within it", () => {
    const letter = (facts: Case) => text(letterTemplate("disclosure"), letterView(facts, "X", TO, officerOf(), [], ""))
    expect(letter(caseOf())).toContain("有关转出的编号见附件2。")
    expect(letter(caseOf(["to: TQ5NxGcUyLkZvPbWmXhRtSaEdFgHjKyU9B", "to: 合约账户"]))).toContain(
        "有关划转的编号见附件2。",
    )
})

test("a blank form has lines for a period that is not known", () => {
    const facts = caseOf(
        ["at: 2026-11-08 23:51 +08:00, what", "at: 不清楚, what"],
        ["at: 2026-11-08 23:51 +08:00, value", "at: 不清楚, value"],
    )
    const letter = text(letterTemplate("disclosure"), blankLetterView(facts, TO, nobody(facts, []), []))
    expect(letter).toContain("期间：＿＿＿＿＿＿至＿＿＿＿＿＿。")
    expect(letter).not.toContain("不清楚至")
    const page = text(requestTemplate("disclosure"), {
        ...blankRequestView(facts, TO, nobody(facts, []), []),
        ...{ sealed: [], legal: [], consent: [] },
    })
    expect(page).toContain("____________ to ____________")
    expect(page).not.toContain("not known to")
    const sheet = JSON.stringify(blankPortalSheet(facts, TO, nobody(facts, []), []))
    expect(sheet).toContain("____________")
    expect(sheet).not.toMatch(/"copy":"not known"/)
})

const picture: EvidenceItem = {
    entry: {
        label: "E001",
        folder: "evidence",
        originalName: "截图.png",
        sizeBytes: 1000,
        sha256: "ab".repeat(32),
        mediaType: "image/png",
        category: "picture",
        widthPx: 360,
        heightPx: 640,
        modifiedAt: "2026-11-10T09:58:00+08:00",
        importedAt: "2026-11-20T20:00:00+08:00",
    },
    ...emptyDescription("E001"),
}
const other: EvidenceItem = {
    ...picture,
    entry: { ...picture.entry, originalName: "说明.txt", mediaType: "text/plain", category: "document" },
}

test("a book of pictures alone speaks of no other files, and one of other files alone of no pictures", () => {
    const words = (...entries: readonly BookEntry[]) => text("zh-CN/exhibits", exhibitBookView(caseOf(), entries))
    expect(words({ item: picture })).toContain(
        "共 1 件：图片 1 件，逐件排印，按页面缩放，竖图两件并排，长图分段，未改动内容。",
    )
    expect(words({ item: picture })).not.toContain("以文件形式提供")
    expect(words({ item: other, notShown: "type" })).toContain("共 1 件，都以文件形式提供，列表说明。")
    expect(words({ item: picture }, { item: other, notShown: "type" })).toContain("其余 1 件以文件形式提供，列表说明。")
})

test("what was only bought is no row of sales", async () => {
    const head =
        "Date(UTC),OrderNo,Pair,Type,Side,Order Price,Order Amount,AvgTrading Price,Filled,Total,Trigger Condition,status\n"
    const rows = "2026-10-24 18:35:00,5500000002,XYZQBTC,MARKET,BUY,0,1200000,0.0000007,1200000,0.84,,Filled\n"
    const exports = [exportFile("X01", "Export Order History.csv", head + rows)]
    const view = ledgerView(await reckonExports(exports, { answers: new Map(), ...ALL }))
    const words = text("zh-CN/loss-statement", lossView(caseOf(), view))
    expect(words).toContain("XYZQ 买入 1,200,000，付出 0.84 BTC（X01 现货委托，1 个数）。")
    expect(words).not.toContain("卖出数量")
    expect(words).not.toContain("另有买入")
})
