import { describe, expect, test } from "vitest"
import { printUtc } from "../../src/base/text/time.ts"
import { factLines } from "../../src/editions/officer/approval-points.ts"
import { blankLetterView, blankPortalSheet, blankRequestView, nobody } from "../../src/editions/officer/blank-forms.ts"
import { courtSheetView } from "../../src/editions/officer/court-sheet.ts"
import { checkDeskNeeds } from "../../src/editions/officer/desk-needs.ts"
import { letterView } from "../../src/editions/officer/letter.ts"
import { leavingOf } from "../../src/editions/officer/what-leaves.ts"
import { type BookEntry, exhibitBookView } from "../../src/editions/police/exhibits.ts"
import { filingQuestionsView } from "../../src/editions/police/filing-questions.ts"
import { ledgerView } from "../../src/editions/police/ledger.ts"
import { evidenceListView } from "../../src/editions/police/lists.ts"
import { statementView } from "../../src/editions/police/statement.ts"
import { demandsView } from "../../src/editions/police/timeline.ts"
import { chronology } from "../../src/editions/recipient/chronology.ts"
import { recipientIdentifiers } from "../../src/editions/recipient/identifiers.ts"
import { requestView } from "../../src/editions/recipient/recipient.ts"
import { eventEn, voiceEn } from "../../src/editions/recipient/recipient.words.ts"
import { checkScope, chosenGroups, groupPeriod } from "../../src/editions/recipient/scope.ts"
import type { EvidenceItem } from "../../src/editions/shared/evidence-item.ts"
import { policeIdentifiers } from "../../src/editions/shared/identifiers.ts"
import { lossView } from "../../src/editions/shared/loss.ts"
import { consentView } from "../../src/editions/victim/consent.ts"
import { firstHourView } from "../../src/editions/victim/keeping.ts"
import { checkConsistency } from "../../src/facts/case/consistency.ts"
import { isForeign } from "../../src/facts/case/foreign-text.ts"
import { readCase } from "../../src/facts/case/load.ts"
import type { Case } from "../../src/facts/case/schema.ts"
import { makeChecklist } from "../../src/facts/checklist/checklist.ts"
import { emptyDescription } from "../../src/facts/evidence/descriptions.ts"
import { readFilingQuestions } from "../../src/facts/legal/filing-questions.ts"
import { readLaws } from "../../src/facts/legal/laws.ts"
import { type Officer, readOfficer } from "../../src/facts/officer/officer.ts"
import { DATA_GROUPS } from "../../src/facts/recipients/defaults.data.ts"
import { factsForDesk } from "../../src/facts/recipients/platform.ts"
import type { Recipient } from "../../src/facts/recipients/recipient-schema.ts"
import { letterTemplate, requestTemplate } from "../../src/flows/officer/typed-names.ts"
import { renderModel } from "../../src/flows/print/compose.ts"
import { reckonExports } from "../../src/flows/victim/ledger.ts"
import { nodeHost } from "../../src/node/host.ts"
import { collectText } from "../../src/typeset/document/collect-text.ts"
import { codes, file, sampleText } from "../check.ts"
import { DESKS, desk } from "../desks.ts"
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
        "Report accepted by the police.",
        "First payment that the account holder states was obtained by deception.",
        "Last such payment known to the account holder.",
        "Noticed by the account holder.",
    ])
    const statement = text("zh-CN/case-statement", statementView(facts))
    expect(statement).toContain("下表两次付款，报案人表示是受骗所为。")
    expect(statement).toContain("首次付款")
    expect(statement).not.toContain("不是本人所为")
})

test("a day that is only about so is one sentence of English", () => {
    const facts = caseOf(["firstOperation: {at: 2026-11-08 23:51 +08:00", "firstOperation: {at: 约 2026-11-08"], [
        "  - {at: 2026-11-08 23:51 +08:00",
        "  - {at: 不清楚",
    ] as const)
    expect(requestOf(facts, officerOf())).toContain("On or about 2026-11-08, a withdrawal was executed")
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
    const view = ledgerView(await reckonExports(exports, { answers: new Map(), ...ALL }), ["unauthorised-trading"])
    const words = text("zh-CN/loss-statement", lossView(caseOf(), view))
    expect(words).toContain("XYZQ 买入 1,200,000，付出 0.84 BTC（X01 现货委托，1 个数）。")
    expect(words).not.toContain("卖出数量")
    expect(words).not.toContain("另有买入")
})

const NOTHING = { photos: new Set<never>(), sealedLetter: false, legalScans: 0, caseMaterials: false }
const NO_SCANS = { sealed: [], legal: [], consent: [] }
/** A desk with the groups of data that hold for every desk. */
const USUAL = { ...TO, dataGroups: DATA_GROUPS }
const ANNEXES = [{ name: "02-Identifiers-X.xlsx", sha256: "ab".repeat(32) }]
const letterOf = (facts: Case, officer: Officer, to: Recipient = USUAL): string =>
    text(letterTemplate("disclosure"), letterView(facts, "X", to, officer, ANNEXES, "89abcdef", true))
const requestOf = (facts: Case, officer: Officer, to: Recipient = USUAL): string =>
    text(requestTemplate("disclosure"), {
        ...requestView(facts, "X", to, officer, []),
        ...NO_SCANS,
        translation: undefined,
    })

test("a device that others control is taken off the network first, and only then", () => {
    const told = (...changes: readonly Change[]): string =>
        text("zh-CN/first-hour", firstHourView(caseOf(...changes), readLaws(nodeHost().asset("legal/laws.yaml"))))
    const first = told(["cause: phishing", "cause: device"])
    expect(first).toMatch(/1．先断网[\s\S]*2．截图/)
    expect(told()).not.toContain("先断网")
})

describe("targets that the officer adds", () => {
    const asking = (count: number) =>
        officerOf(
            (said) =>
                `${said}\nrequest:\n  targets:\n${Array.from({ length: count }, (_, i) => `    - {kind: uid, value: "88000${String(i)}", role: suspect, source: "answer of 2026-11-20, row ${String(i)}"}`).join("\n")}\n`,
        )
    test("stand in Schedule A with their sources, as in the sheet", () => {
        const [first = "", schedule = ""] = requestOf(caseOf(), asking(2)).split("Schedule A: identifiers")
        for (const value of ["880000", "880001", "answer of 2026-11-20, row 1"]) {
            expect(first).toContain(value)
            expect(schedule).toContain(value)
        }
    })
    test("name the chain of an address or a hash, which looks alike on several", () => {
        const officer = officerOf(
            (said) =>
                `${said}\nrequest: {targets: [{kind: address, value: "0x52d6efd770d8d3b3f19e558c5ede0e4b5191e4ed", network: BEP20, role: suspect, source: answer}, {kind: txHash, value: "1d69942c951aa4b03097c7eb58d526aa48f8419ebd3938e29d6d07242d98dc1d", network: Bitcoin, role: suspect, source: answer}]}\n`,
        )
        const [first = "", schedule = ""] = requestOf(caseOf(), officer).split("Schedule A: identifiers")
        for (const page of [first, schedule, letterOf(caseOf(), officer)]) {
            expect(page).toContain("Deposit address on BEP20 (BNB Smart Chain)")
            expect(page).toContain("Transaction hash on Bitcoin")
        }
        expect(letterOf(caseOf(), officer)).toContain("BEP20 充值地址（嫌疑人；我单位查明）：0x52d6")
    })
    test("in large number are counted on the first page, which stays one", () => {
        const [first = "", schedule = ""] = requestOf(caseOf(), asking(12)).split("Schedule A: identifiers")
        expect(first).toContain("880002")
        expect(first).toContain("9 further ones, listed in Schedule A")
        expect(first).not.toMatch(/880003|answer of/)
        for (let i = 0; i < 12; i++) expect(schedule).toContain(`answer of 2026-11-20, row ${String(i)}`)
    })
})

describe("whoever was talked into paying was not entered", () => {
    const facts = caseOf(DECEIVED)
    const NEVER = /接口|密钥|登录日志|API|log-in records, devices|user agent/

    test("so the request asks for who received and the records, not for keys, sessions and devices", () => {
        const ids = chosenGroups(facts, USUAL, officerOf()).map(({ id }) => id)
        expect(ids).toEqual(["receiving-users", "account-records"])
        expect(letterOf(facts, officerOf())).not.toMatch(NEVER)
        expect(requestOf(facts, officerOf())).not.toMatch(NEVER)
    })
    test("and what the victim is told to do first is about the deception", () => {
        const told = (one: Case) =>
            text("zh-CN/first-hour", firstHourView(one, readLaws(nodeHost().asset("legal/laws.yaml"))))
        expect(told(caseOf(DECEIVED, ["  cause: phishing\n", ""]))).toMatch(/发现受骗以后/)
        expect(told(caseOf(DECEIVED, ["  cause: phishing\n", ""]))).not.toMatch(/密钥（API）|再删密钥|不是本人所为/)
        expect(told(caseOf())).toMatch(/账户被他人操作以后[\s\S]*不是本人所为/)
    })
    test("nor does the victim's consent", () => {
        expect(text("zh-CN/consent", consentView(facts, USUAL))).not.toMatch(NEVER)
        expect(text("zh-CN/consent", consentView(caseOf(), USUAL))).toMatch(NEVER)
    })
    test("unless there was a key or a log-in too, or the officer chooses it", () => {
        const asks = (one: Case, officer = officerOf()) => chosenGroups(one, USUAL, officer).map(({ id }) => id)
        const both = caseOf([DECEIVED[0], "kind: [payment-by-deception, account-takeover]"])
        expect(asks(both)).toContain("account-access")
        expect(asks(caseOf(DECEIVED, ["cause: phishing", "cause: device"]))).toContain("account-access")
        const chosen = officerOf((said) => `${said}\nrequest: {dataGroups: [account-access]}\n`)
        expect(asks(facts, chosen)).toEqual(["account-access"])
    })
})

describe("the account of the case is with another desk", () => {
    const elsewhere = caseOf([`exchange: ${TO.name.en}`, "exchange: 燕灯交易所"])
    const facts = factsForDesk(nodeHost({ recipients: DESKS }), elsewhere, TO)
    const officer = officerOf(
        (said) =>
            `${said}\nrequest: {targets: [{kind: address, value: TQ5NxGcUyLkZvPbWmXhRtSaEdFgHjKyU9B, role: suspect, source: "analysis of the chain"}]}\n`,
    )

    test("the letter asks about the targets, and says neither that they are the complainant's nor that he or she names a suspect", () => {
        const letter = letterOf(facts, officer)
        expect(letter).toContain("其在其他平台的账户自")
        expect(letter).toContain(
            "本函所称账户，是下列标识所属的账户（报案人的账户不在贵方平台）；有关转出的编号见附件2。",
        )
        expect(letter).toContain(
            "充值地址（嫌疑人；编号由报案人提供，归属由我单位列明）：TQ5NxGcUyLkZvPbWmXhRtSaEdFgHjKyU9B。",
        )
        expect(letter).toContain("the complainant's account with another platform was operated by another person")
        expect(letter).toContain("The accounts meant are those to which the identifiers below belong")
        expect(letter).toContain("identifier stated by the complainant, attribution by our agency")
        expect(letter).not.toMatch(/报案人本人账户|账户：；|\(victim\)|: ;/)
    })

    test("a blank form has room for the identifiers by which alone the accounts are known", () => {
        const letter = text(letterTemplate("disclosure"), blankLetterView(facts, TO, nobody(facts, []), []))
        expect(letter).toContain("充值地址、用户编号或者交易哈希（属于何人：＿＿＿＿＿＿；我单位查明）：＿＿＿＿＿＿。")
        const view = { ...blankRequestView(facts, TO, nobody(facts, []), []), ...NO_SCANS }
        expect(text(requestTemplate("disclosure"), view)).toContain(
            "Deposit address, UID or transaction hash ____________",
        )
        const own = caseOf()
        expect(text(letterTemplate("disclosure"), blankLetterView(own, TO, nobody(own, []), []))).not.toContain(
            "属于何人",
        )
    })

    test("what was paid from it was paid by the complainant", () => {
        const paid = caseOf([`exchange: ${TO.name.en}`, "exchange: 燕灯交易所"], DECEIVED)
        const page = requestOf(factsForDesk(nodeHost({ recipients: DESKS }), paid, TO), officer)
        expect(page).toContain("Assets paid by the complainant, who states that he or she was deceived")
        expect(page).not.toContain("by the account holder")
    })

    test("whose the addresses are is asked first, and no reason speaks of the victim's log-ins or loss", () => {
        const letter = letterOf(facts, officer)
        expect(letter).toMatch(/（一）所列收款地址、交易哈希、其他账户属于贵方用户的，.*用于查明收款方和资产去向；/)
        expect(letter).not.toMatch(/区分账户持有人|核对报案人陈述|接口密钥|登录日志/)
        const chosen = { ...officer, request: { ...officer.request, dataGroups: ["account-access"] } }
        expect(letterOf(facts, chosen)).toContain("用于查明账户由何人使用")
        expect(letter).not.toMatch(/the account holder's sessions|verify the statement and the loss/)
    })

    test("the first page has targets alone, and nobody is told that a holder knows", () => {
        const page = requestOf(facts, officer)
        expect(page).not.toMatch(/\bTarget\b|\bFurther\b|Account of the complainant|The account holder knows/)
        expect(page).toContain("a withdrawal was executed on the complainant's account with another platform")
        expect(page).toContain("attribution by the police: analysis of the chain")
        expect(page).not.toMatch(/account holder states|by the account holder/)
        expect(page).toContain("Funding wallet, with another platform")
        expect(page).toContain(
            "First operation on the account with another platform that the complainant states was not authorised.",
        )
        expect(page).not.toContain("the account holder did not authorise")
        expect(recipientIdentifiers(facts, USUAL, officer).map(({ title }) => title)).not.toContain("Account")
    })
})

test("records of an account that is not the victim's end a week later: what came in is moved on after that", () => {
    const facts = caseOf()
    const records = (role: string) => {
        const officer = officerOf(
            (said) => `${said}\nrequest: {targets: [{kind: uid, value: "640000001", role: ${role}, source: "KYC"}]}\n`,
        )
        return printUtc(groupPeriod(facts, officer, USUAL, "account-records").to)
    }
    expect(records("complainant")).toBe("2026-11-08 16:00 UTC")
    expect(records("suspect")).toBe("2026-11-15 16:00 UTC")
})

test("both ends of a period on one day name it once", () => {
    expect(letterOf(caseOf(), officerOf())).toContain(
        "期间：2026年11月8日15:00至16:00（UTC），即北京时间2026年11月8日23:00至11月9日00:00。",
    )
})

test("of a fraud over networks its own amounts are told, which are one standard for the country", () => {
    const laws = readLaws(nodeHost().asset("legal/laws.yaml"))
    const questions = readFilingQuestions(nodeHost().asset("legal/filing-questions.yaml"), laws)
    const paper = (facts: Case) => text("zh-CN/filing-questions", filingQuestionsView(facts, laws, questions))
    const deceived = paper(caseOf(DECEIVED))
    expect(deceived).toMatch(
        /利用电信网络技术手段实施的诈骗[^\n]*全国一个标准\n数额较大：3000 ?元以上\n数额巨大：3 ?万元以上\n数额特别巨大：50 ?万元以上/,
    )
    expect(deceived).toContain("《反电信网络诈骗法》第二条")
})

test("of an account whose holder has died a close relative signs", () => {
    const held = caseOf(["account: {", "account: {holder: {kind: person, name: 样例父, relation: 女儿（继承人）}, "])
    const form = text("zh-CN/consent", consentView(held, USUAL))
    expect(form).toContain("已去世的，由近亲属签名")
    expect(form).toContain("after death a close relative")
    expect(form).toContain("死亡证明")
    expect(text("zh-CN/consent", consentView(caseOf(), USUAL))).not.toMatch(/去世|死亡/)
})

test("a list of evidence without files explains no columns and asks for no hashes to be compared", () => {
    const list = text("zh-CN/evidence-list", evidenceListView(caseOf(), [], new Map()))
    expect(list).toMatch(/共 ?0 ?件/)
    expect(list).toContain("制作本清单时，本人没有提供电子文件。")
    expect(list).not.toMatch(/校验值|修改|重新提取/)
    expect(list).toContain("提取电子数据")
})

test("a wallet that an exchange calls by one English word is a wallet in Chinese", () => {
    const table = (from: string) => JSON.stringify(policeIdentifiers(caseOf(["from: 资金账户", `from: ${from}`])))
    expect(table("spot")).toContain("现货账户")
    expect(table("Futures")).toContain("合约账户")
})

describe("what is asked of receiving addresses and of keys", () => {
    const asked = (facts: Case) => chosenGroups(facts, USUAL, officerOf()).map(({ id }) => id)

    test("users behind receiving addresses are asked about where coins left the account, and only there", () => {
        expect(asked(caseOf())).toContain("receiving-users")
        expect(asked(caseOf(["to: TQ5NxGcUyLkZvPbWmXhRtSaEdFgHjKyU9B", "to: 合约账户"]))).not.toContain(
            "receiving-users",
        )
        expect(text("zh-CN/consent", consentView(caseOf(), USUAL))).not.toContain("收款地址")
    })

    test("where no key gave access, what is asked of keys is whether there were any", () => {
        const letter = letterOf(caseOf(), officerOf())
        expect(letter).toContain("用于查明有无创建、授权接口密钥")
        expect(letter).not.toContain("所用密钥")
        expect(requestOf(caseOf(), officerOf())).toContain("to establish whether API keys were created or authorised")
        const key =
            "apiKey: {thirdParty: TideGrid, permissions: [读取], state: deleted, label: a, lastCharacters: b1, createdAt: 2026-01-01}"
        const used = letterOf(caseOf(["reports: []", `${key}\nreports: []`]), officerOf())
        expect(used).toContain("用于查明所用密钥何时创建、授权给何应用")
    })
})

describe("another than the reporter holds the account", () => {
    const holder = (kind: string, relation: string): Change => [
        "account: {",
        `account: {holder: {kind: ${kind}, name: 阿不都拉·样例, nameEn: Abdulla, relation: ${relation}}, `,
    ]
    const PERSON = holder("person", "女儿")
    const COMPANY = holder("organisation", "法定代表人")

    test("the statement names the holder, and whose the operations were not", () => {
        const words = text("zh-CN/case-statement", statementView(caseOf(PERSON)))
        expect(words).toContain("阿不都拉·样例（报案人与持有人的关系：女儿）")
        expect(words).toContain("未经账户持有人授权的提币")
        expect(words).toContain("报案人表示不是账户持有人所为")
        expect(words).not.toContain("不是本人所为")
        const [, account] = factLines(caseOf(PERSON), [])
        expect(account?.text).toContain("持有人阿不都拉·样例（报案人与持有人的关系：女儿）")
    })

    test("no sentence of letter or request calls it the complainant's account, and the name of the holder does not leave", () => {
        for (const [change, zh, en] of [
            [
                PERSON,
                "报案人代他人报案的账户（被害人账户）",
                "Account of a person on whose behalf the complainant reports",
            ],
            [
                COMPANY,
                "报案人代表单位报案的账户（被害单位账户）",
                "Account of an organisation on whose behalf the complainant reports",
            ],
        ] as const) {
            const facts = caseOf(change)
            const [letter, page] = [letterOf(facts, officerOf()), requestOf(facts, officerOf())]
            expect(letter).toContain(`${zh}：平台为`)
            expect(letter).toContain("其代为报案的账户自")
            expect(letter).toContain("未经账户持有人授权的提币")
            expect(page).toContain(en)
            expect(page).toContain("the complainant states the account holder did not authorise")
            expect(page).toContain("First operation that the complainant states the account holder did not authorise.")
            expect(page).toContain("Assets moved without authorisation, as the complainant states")
            for (const paper of [letter, page]) {
                expect(paper).not.toMatch(
                    /报案人本人账户|其账户自|Account of the complainant|account holder states|holder knows/,
                )
                expect(paper).not.toMatch(/阿不都拉|Abdulla|女儿|法定代表人/)
            }
        }
    })

    test("the consent is that of the holder, by whoever may sign for a person or seal for a company", () => {
        const of = (change: Change): string => text("zh-CN/consent", consentView(caseOf(change), USUAL))
        expect(of(PERSON)).toContain("阿不都拉·样例")
        expect(of(PERSON)).toContain("□ 代为签名，姓名、关系")
        expect(of(COMPANY)).toContain("单位盖章")
        expect(of(COMPANY)).toContain("The account named above is held by our organisation.")
        for (const change of [PERSON, COMPANY]) expect(of(change)).not.toMatch(/我本人|\bmine\b|\bmy\b|欧阳样例/)
    })

    test("an organisation that is given as the reporter is asked to be the holder", () => {
        const told = (name: string): readonly string[] =>
            codes(readCase("case.yaml", file(WITHDRAWN.replace("name: 欧阳样例", `name: ${name}`))).issues)
        expect(told("示例市云帆贸易有限公司")).toContain("case.name.organisation case.yaml/reporter/name")
        expect(told("Yunfan Ltd")).toContain("case.name.organisation case.yaml/reporter/name")
        expect(told("欧阳样例").filter((code) => code.startsWith("case.name"))).toEqual([])
    })
})

test("a paper that is no resident's card is not called one", () => {
    const withId = (id: string): string =>
        text("zh-CN/case-statement", statementView(caseOf(["name: 欧阳样例", `name: 欧阳样例, idNumber: "${id}"`])))
    expect(withId("P00000000")).toContain("身份证件号码")
    expect(withId("P00000000")).not.toContain("居民身份证号码")
    expect(withId("999999199001010024")).toContain("居民身份证号码")
})

describe("what a reporter wrote in another language", () => {
    const english = "I woke up at seven and saw that all my coins were gone."
    const facts = caseOf(
        ["what: 提走 500 USDT", `what: "${english}"`],
        [
            "originals: 手机在家",
            `originals: 手机在家\nnarrative: {course: ["${english}", "用 TideGrid Bot 的 Spot Grid 交易"]}`,
        ],
    )

    test("is asked for in Chinese, once", () => {
        const found = checkConsistency(facts, (path) => ["case.yaml", ...path])
        expect(found.filter(({ code }) => code === "case.text.foreign")).toMatchObject([
            { severity: "warning", params: { count: 2 } },
        ])
        expect(codes(checkConsistency(caseOf(), (path) => path)).join()).not.toContain("case.text.foreign")
    })
    test("is marked in the papers as not translated", () => {
        const statement = text("zh-CN/case-statement", statementView(facts))
        expect(statement).toContain("本件有 2 处不是用中文写的")
        expect(statement.match(/原文不是中文，未附译文/g)).toHaveLength(2)
        const wish = caseOf(["wanted: [登录记录]", `wanted: ["${english}"]\ndemands: ["${english}"]`])
        expect(text("zh-CN/case-statement", statementView(wish))).toContain("本件有 1 处不是")
        expect(text("zh-CN/case-statement", statementView(wish))).toContain(`〔原文不是中文，未附译文〕`)
        expect(text("zh-CN/demands", demandsView(wish) ?? {})).toContain("〔原文不是中文，未附译文〕")
        expect(text("zh-CN/case-statement", statementView(caseOf()))).not.toContain("未附译文")
    })
    test.each([
        ["API key was created by the bot provider", true],
        ["Мне позвонили и сказали перевести монеты", true],
        ["私はだまされて送金してしまいました", true],
        ["BTC ETH BNB ADA DOGE 被卖出", false],
        ["使用 Google Authenticator 和 Binance Spot Trading 账户交易", false],
        ["TQ5NxGcUyLkZvPbWmXhRtSaEdFgHjKyU9B", false],
        ["Bybit Unified Trading", false],
    ])("%s: %s", (said, expected) => {
        expect(isForeign(said)).toBe(expected)
    })
})

test("words that an exchange has in English are Chinese in Chinese papers, others stay as typed", () => {
    const facts = caseOf(
        [`uid: "640000001"}`, `uid: "640000001", products: [spot, USDT-M, 跟单, Liquid Swap]}`],
        [
            "reports: []",
            `reports: []
twoFactor: {enabled: "yes", kinds: [passkey, SMS, YubiKey 5 NFC]}
apiKey: {thirdParty: Spot, permissions: [read, spot_trading, Vanilla Options], state: deleted}
orders: [{symbol: SPOTUSDT, market: UM, side: sell, type: STOP_MARKET, status: FILLED, at: 2026-11-08 23:50 +08:00}]`,
        ],
        ["from: 资金账户", "from: funding"],
    )
    const statement = text("zh-CN/case-statement", statementView(facts))
    expect(statement).toContain("现货交易、U 本位合约、跟单、Liquid Swap")
    expect(statement).toContain("通行密钥、短信、YubiKey 5 NFC")
    expect(statement).toContain("读取、现货交易、Vanilla Options")
    expect(statement).toMatch(/\bSpot\b/)
    const cells = policeIdentifiers(facts).flatMap(({ rows }) => rows.flat())
    expect(cells).toContain("资金账户")
    expect(cells).toContain("SPOTUSDT")
    expect(cells.join("\n")).toMatch(/市场：U 本位合约；类型：止损市价；.*已成交/)
    expect(
        factLines(facts, [])
            .map((line) => line.text)
            .join("\n"),
    ).toContain("权限为读取、现货交易、Vanilla Options")
})

test("the kind of paper decides how its number is held against the rules, and what it is called", () => {
    const facts = (kind: string): Case =>
        caseOf(["name: 欧阳样例", `name: 欧阳样例, idNumber: P00000000${kind === "" ? "" : `, idKind: ${kind}`}`])
    const found = (kind: string) =>
        codes(checkConsistency(facts(kind), (path) => ["case.yaml", ...path])).filter((code) =>
            code.includes("id-number"),
        )
    expect(found("")).toEqual(["case.id-number.form case.yaml/reporter/idNumber"])
    expect(found("resident")).toEqual(["case.id-number.form case.yaml/reporter/idNumber"])
    expect(found("passport")).toEqual([])
    expect(text("zh-CN/case-statement", statementView(facts("passport")))).toContain("护照号码")
})

describe("an account of which the reporter knows the telephone alone", () => {
    const PHONE: Change = ['uid: "640000001"', 'registeredPhone: "+8613800000001"']
    const HERE = { at: "this-desk" } as const
    const asked = (facts: Case, officer: Officer): readonly string[] =>
        codes(checkScope("officer.yaml", facts, USUAL, officer, HERE))
    const named = officerOf(
        (said) =>
            `${said}\nrequest: {targets: [{kind: phone, value: "+8613800000001", role: complainant, source: statement}]}\n`,
    )

    test("can be built, and the officer decides whether the number goes out", () => {
        const facts = caseOf(PHONE)
        expect(asked(facts, officerOf())).toContain("sending.account.no-identifier officer.yaml/request/targets")
        expect(asked(facts, named)).not.toContain("sending.account.no-identifier officer.yaml/request/targets")
        expect(letterOf(facts, named)).toContain("注册手机号码（报案人；报案人提供）：+8613800000001。")
        expect(letterOf(facts, named)).toContain(
            "Registered telephone: +8613800000001 (complainant (victim); stated by the complainant).",
        )
        expect(requestOf(caseOf(), officerOf())).not.toContain("13800000001")
        const platform = USUAL.name.en
        expect(requestOf(facts, named)).toContain(`${platform} account, by the identifiers below`)
        const suspects = officerOf(
            (said) => `${said}\nrequest: {targets: [{kind: uid, value: "880001", role: suspect, source: answer}]}\n`,
        )
        expect(requestOf(facts, suspects)).toContain(`${platform} account, no identifier of it is known`)
    })

    test("is told to the reporter before the officer is stopped by it", () => {
        const told = (facts: Case) => codes(checkConsistency(facts, (path) => path)).join()
        expect(told(caseOf(PHONE))).toContain("case.account.phone-alone account")
        expect(told(caseOf())).not.toContain("phone-alone")
    })

    test("has a line for it in the consent, which names an account", () => {
        const line = "或者注册邮箱"
        expect(text("zh-CN/consent", consentView(caseOf(PHONE), USUAL))).toContain(line)
        expect(text("zh-CN/consent", consentView(caseOf(), USUAL))).not.toContain(line)
    })

    test("is said to leave where it leaves, and asks of no other user", () => {
        const facts = caseOf(PHONE)
        const leaving = (officer: Officer) =>
            leavingOf(facts, USUAL, officer, [], makeChecklist(USUAL, officer, NOTHING), [], false)
        const persons = (officer: Officer): string => JSON.stringify(leaving(officer).persons)
        expect(persons(named)).toContain("注册手机号码")
        expect(leaving(named).notSent.join()).not.toContain("个人电话")
        expect(persons(officerOf())).not.toContain("手机")
        expect(leaving(officerOf()).notSent.join()).toContain("个人电话")
        const moved = caseOf(PHONE, ["to: TQ5NxGcUyLkZvPbWmXhRtSaEdFgHjKyU9B", "to: 合约账户"])
        expect(chosenGroups(moved, USUAL, named).map(({ id }) => id)).not.toContain("receiving-users")
    })

    test("has a line for its UID on a blank form", () => {
        const facts = caseOf(PHONE)
        expect(text(letterTemplate("disclosure"), blankLetterView(facts, TO, nobody(facts, []), []))).toContain(
            "用户编号（UID）为＿＿＿＿＿＿",
        )
    })

    test("without any of the three is refused", () => {
        const { issues } = readCase("case.yaml", file(WITHDRAWN.replace(', uid: "640000001"', "")))
        expect(codes(issues)).toContain("case.account.identifier-missing case.yaml/account")
    })
})

test("an account that has no wallets is the account, and one of another person is not", () => {
    const from = (words: string) =>
        recipientIdentifiers(caseOf(["from: 资金账户", `from: ${words}`]), TO, officerOf())[0]?.rows[0]?.[4]
    expect([`${TO.name.en} 账户`, "我的账户", `${TO.name.en} account`].map(from)).toEqual([
        "Account",
        "Account",
        "Account",
    ])
    expect(["对方账户", "骗子的账户"].map(from)).toEqual(["Not provided", "Not provided"])
})

test("an agency that is none of public security is asked to look at articles, papers and approvals", () => {
    const told = (agency: string): readonly string[] =>
        codes(
            checkDeskNeeds(
                "officer.yaml",
                caseOf(),
                TO,
                officerOf((said) => said.replace("nameZh: 示例市公安局样例分局", `nameZh: ${agency}`)),
            ),
        )
    expect(told("虚构县人民检察院")).toContain("sending.agency.not-police officer.yaml/agency/nameZh")
    for (const police of ["虚构县公安局", "虚构海关缉私局"])
        expect(told(police)).not.toContain("sending.agency.not-police officer.yaml/agency/nameZh")
})

test("a group about receivers where there are none is left out with a reason of its own", () => {
    const officer = officerOf((said) => `${said}\nrequest: {dataGroups: [receiving-users, account-access]}\n`)
    const facts = caseOf(["to: TQ5NxGcUyLkZvPbWmXhRtSaEdFgHjKyU9B", "to: 合约账户"])
    const found = codes(checkScope("officer.yaml", facts, USUAL, officer, { at: "this-desk" }))
    expect(found).toContain("sending.group.no-others officer.yaml/request/dataGroups")
})

test("庭前准备 points to no file of exports where none was read", () => {
    const rows = JSON.stringify(
        courtSheetView(
            { facts: caseOf(), items: [], ledger: undefined, requests: [], answers: [], codes: [] },
            readLaws(nodeHost().asset("legal/laws.yaml")),
        ),
    )
    expect(rows).toContain("没有读过导出文件，数额是报案人填写的")
    expect(rows).not.toMatch(/ledger|导出文件看不出/)
})

test("a key that served the holder's own program was given to nobody", () => {
    const key =
        "apiKey: {thirdParty: 无, permissions: [读取], state: deleted, label: a, lastCharacters: b1, createdAt: 2026-01-01}"
    const facts = caseOf(["reports: []", `${key}\nreports: []`])
    const said = factLines(facts, []).find(({ label }) => label === "授权")?.text
    expect(said).toContain("接口密钥没有授权给第三方，由持有人自己的程序使用，权限为读取")
    const statement = text("zh-CN/case-statement", statementView(facts))
    expect(statement).toContain("没有授权给第三方，由持有人自己的程序使用")
    const advice = text("zh-CN/first-hour", firstHourView(facts, readLaws(nodeHost().asset("legal/laws.yaml"))))
    expect(advice).not.toContain("第三方：")
    expect(advice).toContain("密钥现状：已删除")
})

test.each([
    [true, "the account holder made a payment that he or she states was obtained by deception"],
    [false, "the account holder made payments that he or she states were obtained by deception"],
])("one payment is told as one: %s", (isOne, said) => {
    expect(eventEn(["payment-by-deception"], voiceEn("complainant", false), isOne)).toBe(said)
})
