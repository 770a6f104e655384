import { describe, expect, test } from "vitest"
import { factLines } from "../../src/editions/officer/approval-points.ts"
import { letterView } from "../../src/editions/officer/letter.ts"
import { leavingOf } from "../../src/editions/officer/what-leaves.ts"
import { officerGuideView } from "../../src/editions/police/handling.ts"
import { statementView } from "../../src/editions/police/statement.ts"
import { recipientIdentifiers } from "../../src/editions/recipient/identifiers.ts"
import { requestView } from "../../src/editions/recipient/recipient.ts"
import { checkScope, chosenGroups } from "../../src/editions/recipient/scope.ts"
import { policeIdentifiers } from "../../src/editions/shared/identifiers.ts"
import { eventZh } from "../../src/editions/shared/incident.words.ts"
import { matterZh } from "../../src/editions/shared/matter.ts"
import { accountNumbers, internalNumber } from "../../src/facts/case/account-number.ts"
import { type LoadedCase, readCase } from "../../src/facts/case/load.ts"
import type { Case } from "../../src/facts/case/schema.ts"
import { makeChecklist } from "../../src/facts/checklist/checklist.ts"
import { readLaws } from "../../src/facts/legal/laws.ts"
import { type Officer, readOfficer } from "../../src/facts/officer/officer.ts"
import { DATA_GROUPS } from "../../src/facts/recipients/defaults.data.ts"
import { factsForDesk, placeOfAccount } from "../../src/facts/recipients/platform.ts"
import { letterTemplate, requestTemplate } from "../../src/flows/officer/typed-names.ts"
import { renderModel } from "../../src/flows/print/compose.ts"
import { consentPapers } from "../../src/flows/victim/consent.ts"
import { messageOf } from "../../src/messages/index.ts"
import { nodeHost } from "../../src/node/host.ts"
import { collectText } from "../../src/typeset/document/collect-text.ts"
import { file, sampleText } from "../check.ts"
import { DESKS, desk } from "../desks.ts"

/** Coins that never reached a chain from the platform, and those that never were on one. */

const TO = { ...desk(), dataGroups: DATA_GROUPS }
const HOST = nodeHost({ recipients: DESKS })
const NOTHING = { photos: new Set<never>(), sealedLetter: false, legalScans: 0, caseMaterials: false }
const ANNEXES = [{ name: "02-Identifiers-X.xlsx", sha256: "ab".repeat(32) }]
const HASH = "853793d552635f533aa982b92b35b00e63a1c14e526154563a56315263a10ddd"
const WALLET = "0x52908400098527886E0F7030069857D2E4169EE7"

/** What a transfer has where a test says nothing of it. */
const USUAL = [
    ["at", "2026-11-08 15:51 Z"],
    ["value", `{asset: USDT, amount: "500"}`],
] as const
const OWN = `{exchange: ${TO.name.en}, uid: "640000001"}`
function readOf(transfers: readonly string[], account = OWN) {
    const text = `
ref: OFF-2026-1
recipient: ${TO.id}
preparedAt: 2026-11-26 20:10 +08:00
reporter: {name: 欧阳样例, phone: "13800000001", capacity: reporter}
account: ${account}
incident:
  kind: unauthorised-withdrawal
  cause: phishing
  noticedAt: 2026-11-09 07:40 +08:00
  firstOperation: {at: 2026-11-08 15:51 Z, what: 转出, source: 记录}
loss: {assets: [{asset: USDT, amount: "500"}]}
transfers:
${transfers
    .map(
        (one) =>
            `  - {${USUAL.filter(([field]) => !one.includes(`${field}:`))
                .map(([field, told]) => `${field}: ${told}, `)
                .join("")}from: 资金账户, ${one}}`,
    )
    .join("\n")}
wanted: [登录记录]
originals: 手机在家
`
    return readCase("case.yaml", file(text))
}

function caseOf(transfers: readonly string[], account = OWN): Case {
    const { loaded, issues } = readOf(transfers, account)
    if (loaded === undefined) throw new Error(JSON.stringify(issues))
    return loaded.case
}

function officerOf(more = ""): Officer {
    const sample = sampleText("sample-officer", "officer.yaml").replace(/\nrequest:[\s\S]*/, "\n")
    const { officer, issues } = readOfficer("officer.yaml", file(sample + more))
    if (officer === undefined) throw new Error(JSON.stringify(issues))
    return officer
}

const text = (template: string, view: object): string => collectText(renderModel(nodeHost(), template, view))
const groups = (facts: Case): readonly string[] => chosenGroups(facts, TO, officerOf()).map(({ id }) => id)
const sheet = (facts: Case) => recipientIdentifiers(facts, TO, officerOf()).find(({ title }) => title === "Transfers")
const cells = (facts: Case, head: RegExp): readonly (string | undefined)[] => {
    const found = sheet(facts)
    const at = found?.columns.findIndex((name) => head.test(name)) ?? -1
    return (found?.rows ?? []).map((row) => row[at])
}

describe("a transfer to another user of the platform", () => {
    test.each([
        ["to: UID 880011223", "UID 880011223"],
        ['to: "880011223"', "ID 880011223"],
        ["to: 礼品卡", "Gift card"],
        ["to: hacker@mail.example", "Not provided (known by e-mail)"],
        ["to: 对方邮箱 ha***@mail.example", "Not provided (known by e-mail)"],
        ["to: 骗子 +86 139 0000 0001", "Not provided (known by telephone)"],
        ["to: 骗子 13900000001", "Not provided (known by telephone)"],
        ["to: 不清楚, txHash: Off-chain transfer 100234567891", "Not provided"],
    ])("%s: the desk reads to whom, and is asked who that is", (transfer, to) => {
        const facts = caseOf([transfer])
        expect(cells(facts, /^To$/)).toEqual([to])
        expect(groups(facts)).toContain("receiving-within")
        expect(groups(facts)).not.toContain("receiving-users")
    })

    test("has its number where others have a hash, and the head says so", () => {
        const facts = caseOf([
            "to: TQ5NxGcUyLkZvPbWmXhRtSaEdFgHjKyU9B, txHash: Internal transfer 51376627901",
            `to: 不清楚, txHash: ${HASH}`,
        ])
        expect(cells(facts, /^Transaction hash or number$/)).toEqual(["internal transfer 51376627901", HASH])
        expect(cells(caseOf([`to: 不清楚, txHash: ${HASH}`]), /^Transaction hash$/)).toEqual([HASH])
    })

    test("is told to whoever approves, by the number of the account", () => {
        const facts = caseOf(["to: UID 880011223"])
        const leaving = leavingOf(facts, TO, officerOf(), [], makeChecklist(TO, officerOf(), NOTHING), [], false)
        const personal = JSON.stringify(leaving)
        expect(personal).toContain("站内收款账户的编号：UID 880011223")
        expect(personal).toContain("他人的姓名、账号、付款方式、聊天内容（《对外提供内容一览》列为“其他人”的除外）")
    })

    test("by a mail address or a telephone is asked about without it, and the officer is told", () => {
        const facts = caseOf(["to: hacker@mail.example"])
        const officer = officerOf()
        const place = { at: "this-desk" } as const
        const told = (of: Case, by = officer) =>
            checkScope("officer.yaml", of, TO, by, place).filter(({ code }) => code.startsWith("sending.transfer"))
        expect(told(facts)).toMatchObject([{ code: "sending.transfer.contact", params: { count: 1 } }])
        const letter = text(
            letterTemplate("disclosure"),
            letterView(facts, "X", TO, officer, ANNEXES, "89abcdef", true),
        )
        expect(letter).toContain("收款或者领取人的用户编号")
        expect(letter + JSON.stringify(recipientIdentifiers(facts, TO, officer))).not.toContain("hacker@")
        const named = officerOf(
            "\nrequest: {targets: [{kind: email, value: hacker@mail.example, role: suspect, source: analysis}]}\n",
        )
        expect(told(facts, named)).toEqual([])
    })

    test("is none where it went to one's own account, to an address, or onto a chain", () => {
        for (const transfer of [
            "to: 我的另一个账号 lin@mail.example",
            `to: ${WALLET} 13900000001`,
            `to: 骗子 13900000001, txHash: ${HASH}`,
            "to: 骗子 13900000001, network: TRC20",
        ])
            expect([transfer, groups(caseOf([transfer])).includes("receiving-within")]).toEqual([transfer, false])
        expect(cells(caseOf(["to: 合约账户 13900000001"]), /^To$/)).toEqual(["Futures wallet"])
    })

    test("with another desk is nobody's number here", () => {
        const facts = factsForDesk(
            HOST,
            caseOf(["to: 燕灯交易所 UID 880011223", "to: UID 880011224", "to: 燕灯交易所 hacker@mail.example"]),
            TO,
        )
        expect(cells(facts, /^To$/)).toEqual(["Not provided", "UID 880011224", "Not provided"])
    })
})

describe("sub-accounts", () => {
    const account = `{exchange: ${TO.name.en}, uid: "640000001", subAccounts: ["640000002", quant02]}`
    const facts = caseOf(["to: UID 880011223"], account)

    test("stand beside the account in letter, request and schedule, and are told to whoever approves", () => {
        const officer = officerOf()
        const letter = text(
            letterTemplate("disclosure"),
            letterView(facts, "X", TO, officer, ANNEXES, "89abcdef", true),
        )
        expect(letter).toContain("子账户：640000002、quant02。本函所称该账户，包括上列子账户。")
        expect(letter).toContain("with its sub-accounts 640000002, quant02")
        const rows = recipientIdentifiers(facts, TO, officer).find(({ title }) => title === "Account")?.rows
        expect(rows).toEqual(
            expect.arrayContaining([
                ["Sub-account", "640000002"],
                ["Sub-account", "quant02"],
            ]),
        )
        const leaving = leavingOf(facts, TO, officer, [], makeChecklist(TO, officer, NOTHING), [], false)
        expect(JSON.stringify(leaving)).toContain("子账户编号")
        const [police] = policeIdentifiers(facts)
        expect(police?.rows).toContainEqual(["子账户", "quant02"])
    })

    test("and the account itself are named where a transfer has their numbers, as no other user's", () => {
        const asked = (moves: readonly string[], of = account): Case => factsForDesk(HOST, caseOf([...moves], of), TO)
        const moved = asked(
            [
                "to: 主账户 640000001",
                "to: 子账户 640000002",
                "to: UID 640000002",
                "to: 主账户 640000001 转 UID 880011223",
            ],
            account,
        )
        expect(cells(moved, /^To$/)).toEqual([
            "Account UID 640000001",
            "Sub-account UID 640000002",
            "Sub-account UID 640000002",
            "UID 880011223",
        ])
        expect(groups(asked(["to: UID 640000002"]))).not.toContain("receiving-within")
        const elsewhere = account.replace(TO.name.en, "燕灯交易所")
        expect(cells(asked(["to: 主账户 640000001"], elsewhere), /^To$/)).toEqual(["Not provided"])
    })

    test("of an account with another desk are asked of nobody here", () => {
        const elsewhere = { ...facts, account: { ...facts.account, exchange: "燕灯交易所" } }
        expect(factsForDesk(HOST, elsewhere, TO).account.subAccounts).toBeUndefined()
    })
})

test("a hash with a blank in it is no number of a transfer", () => {
    const text = sampleText("sample-case", "case.yaml").replace(
        /^transfers:\n/m,
        `transfers:\n  - {at: 2023-03-20 17:49:08 Z, value: {asset: USDT, amount: "1"}, from: 现货账户, to: 不清楚, txHash: ${HASH.replace("f5", "f 5")}}\n`,
    )
    const { issues } = readCase("case.yaml", file(text))
    expect(issues.map(({ code }) => code)).toContain("input.identifier.characters")
})

test("of a hash alone is asked whose it is", () => {
    expect(groups(caseOf([`to: 不清楚, txHash: ${HASH}`]))).toContain("receiving-users")
})

describe("a wallet of the holder's own is with no desk", () => {
    const moved = [`to: ${WALLET}, txHash: ${HASH}`]

    test("by its address in the place of a number, or by its name", () => {
        for (const account of [
            `{exchange: MetaMask, uid: "${WALLET}"}`,
            `{exchange: ${TO.name.en} Web3 Wallet, uid: "${WALLET}"}`,
            `{exchange: 某某钱包, registeredEmail: somebody@mail.example}`,
        ])
            expect([account, placeOfAccount(HOST, caseOf(moved, account), TO).at]).toEqual([account, "other-desk"])
        expect(placeOfAccount(HOST, caseOf(moved), TO).at).toBe("this-desk")
        // A platform may be called so, and be the one that is asked.
        const custodian = { ...TO, name: { zh: "某某钱包", en: "Somewallet" } }
        const held = caseOf(moved, `{exchange: 某某钱包, uid: "640000001"}`)
        expect(placeOfAccount(HOST, held, custodian).at).toBe("this-desk")
    })

    test("neither letter nor request say that it is an account, or that the desk has it", () => {
        const facts = factsForDesk(HOST, caseOf(moved, `{exchange: MetaMask, uid: "${WALLET}"}`), TO)
        const officer = officerOf(
            `\nrequest: {targets: [{kind: address, value: "${WALLET}", role: suspect, source: analysis}]}\n`,
        )
        const papers = [
            text(letterTemplate("disclosure"), letterView(facts, "X", TO, officer, ANNEXES, "89abcdef", true)),
            text(requestTemplate("disclosure"), {
                ...requestView(facts, "X", TO, officer, []),
                sealed: [],
                legal: [],
                consent: [],
                translation: undefined,
            }),
        ]
        expect(papers[0]).toMatch(/其自行保管的钱包自[^。]*发生未经其授权的转出/)
        expect(papers[1]).toContain("on the complainant's wallet that the complainant states")
        expect(papers[1]).toContain("a transfer was executed on the complainant's wallet")
        expect(papers[0]).toContain("报案所涉的是自行保管的钱包，不是平台账户")
        expect(papers[1]).toContain("First operation on the wallet that the complainant states was not authorised.")
        expect(papers.join()).not.toMatch(/another platform|其他平台的账户|用户编号（UID）为|Target<|UID 0x/)
    })

    test("which the desk reads as that where the coins came from, however the reporter calls it", () => {
        for (const from of ["本人钱包", "我的钱包", "錢包"]) {
            const [move = ""] = moved
            const own = caseOf([move], `{exchange: MetaMask, uid: "${WALLET}"}`)
            const facts = factsForDesk(
                HOST,
                { ...own, transfers: (own.transfers ?? []).map((one) => ({ ...one, from })) },
                TO,
            )
            expect([from, cells(facts, /^From$/)]).toEqual([from, ["Complainant's wallet"]])
        }
    })

    test("the police read that it left a wallet, and of no consent to what no platform has", () => {
        const facts = caseOf(moved, `{exchange: MetaMask, uid: "${WALLET}"}`)
        const said = eventZh(["unauthorised-transfer", "unauthorised-withdrawal"], "报案人", undefined, true)
        expect(said).toBe("钱包内发生报案人表示未经其授权的转出")
        const [, account] = factLines(facts, [])
        expect(account?.text).toBe("MetaMask钱包")
        expect(matterZh(facts)).toBe("MetaMask钱包资产减少一事")
        const guide = (of: Case) =>
            text("zh-CN/officer-guide", officerGuideView(of, TO, readLaws(HOST.asset("legal/laws.yaml"))))
        expect(guide(facts)).not.toContain("知情同意")
        expect(guide(caseOf(moved))).toContain("知情同意")
    })

    test("was registered nowhere: no row says that a mailbox or a telephone of it is missing", () => {
        const papers = (account: string): string =>
            text("zh-CN/case-statement", statementView(caseOf(moved, account))) +
            JSON.stringify(policeIdentifiers(caseOf(moved, account))[0])
        expect(papers(`{exchange: MetaMask, uid: "${WALLET}"}`)).not.toMatch(/注册邮箱|注册手机|使用的产品/)
        expect(papers(OWN).match(/注册邮箱|注册手机|使用的产品/g)).toHaveLength(4)
    })

    test("the officer is told that the desk has no account of it, and of no other desk to ask", () => {
        const facts = factsForDesk(HOST, caseOf(moved, `{exchange: MetaMask, uid: "${WALLET}"}`), TO)
        const [found] = checkScope("officer.yaml", facts, TO, officerOf(), { at: "other-desk", name: TO.name })
        const told = found === undefined ? undefined : messageOf(found, "zh-CN")
        expect(`${told?.message} ${told?.hint}`).toContain("自行保管的钱包")
        expect(`${told?.message} ${told?.hint}`).not.toContain("“钱包”")
    })

    test("there is no platform whose giving of data its owner could consent to", async () => {
        const papers = (account: string) =>
            consentPapers({ ...(readOf(moved, account).loaded as LoadedCase) }, HOST).then((all) => all.length)
        expect(await papers(`{exchange: MetaMask, uid: "${WALLET}"}`)).toBe(0)
        expect(await papers(`{exchange: 某某钱包, registeredEmail: somebody@mail.example}`)).toBe(0)
        expect(await papers(OWN)).toBe(2)
        expect(matterZh(caseOf(moved, `{exchange: MetaMask 钱包, uid: "${WALLET}"}`))).toBe("MetaMask 钱包资产减少一事")
    })

    test("the police read that it is an address", () => {
        const [account] = policeIdentifiers(caseOf(moved, `{exchange: MetaMask, uid: "${WALLET}"}`))
        expect(account?.rows).toContainEqual(["钱包地址", WALLET])
    })
})

test("that several transfers stayed within the platform is no hash that comes again; a number that does is", () => {
    const repeated = (...numbers: readonly string[]) =>
        readOf(numbers.map((one) => `to: UID 880011223, txHash: ${one}`))
            .issues.map(({ code }) => code)
            .filter((code) => code === "case.identifier.repeated")
    expect(repeated("Internal transfer", "Internal transfer")).toEqual([])
    expect(repeated("Internal transfer 51376627901", "Internal transfer 51376627901")).toHaveLength(1)
})

test("one transaction with several assets, NFTs or receivers is no hash that comes again; one that is typed twice is", () => {
    const repeated = (...moves: readonly string[]) =>
        readOf(moves.map((one) => `txHash: ${HASH}, ${one}`))
            .issues.map(({ code }) => code)
            .filter((code) => code === "case.identifier.repeated")
    const nft = (number: number) =>
        `to: ${WALLET}, value: {asset: NFT, amount: "1"}, source: 样例合集 ${String(number)} 号`
    expect(repeated(nft(1), nft(2), nft(3))).toEqual([])
    expect(repeated(nft(1), nft(2), nft(2))).toHaveLength(1)
    const coin = (asset: string, to = WALLET) => `to: "${to}", value: {asset: ${asset}, amount: "5"}`
    expect(repeated(coin("ETH"), coin("USDT"))).toEqual([])
    expect(repeated(coin("ETH"), coin("ETH", WALLET.replace("0x", "0xA")))).toEqual([])
    expect(repeated(coin("ETH"), coin("USDT"), coin("USDT"))).toHaveLength(1)
    expect(repeated(coin("ETH"), `${coin("USDT")}, at: "2023-03-22 10:00:00 +08:00"`)).toHaveLength(1)
})

test("a number that is announced and does not come is looked for at once, however many blanks follow", () => {
    const blanks = " ".repeat(100_000)
    expect(accountNumbers(`UID${blanks}对方`)).toEqual([])
    expect(accountNumbers("UID 是 ： 880011223")).toEqual(["UID 880011223"])
    expect(internalNumber(`内部转账${blanks}对方`)).toBeUndefined()
    expect(internalNumber("内部转账 ： 51376627901")).toBe("51376627901")
})
