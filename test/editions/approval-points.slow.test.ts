import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { utf8 } from "../../src/base/bytes.ts"
import { memorySource } from "../../src/base/source.ts"
import { approvalPointsView } from "../../src/editions/officer/approval-points.ts"
import { letterView } from "../../src/editions/officer/letter.ts"
import { leavingOf, whatLeavesView } from "../../src/editions/officer/what-leaves.ts"
import { officerGuideView } from "../../src/editions/police/handling.ts"
import { recipientIdentifiers } from "../../src/editions/recipient/identifiers.ts"
import { IPS, ORDERS, TRANSFERS } from "../../src/editions/recipient/identifiers.words.ts"
import { requestView } from "../../src/editions/recipient/recipient.ts"
import type { EvidenceItem } from "../../src/editions/shared/evidence-item.ts"
import { handoverReceiptView } from "../../src/editions/victim/keeping.ts"
import type { Case } from "../../src/facts/case/schema.ts"
import { emptyChecklist } from "../../src/facts/checklist/checklist.ts"
import { readLaws } from "../../src/facts/legal/laws.ts"
import { type Officer, readOfficer } from "../../src/facts/officer/officer.ts"
import { groupsFor } from "../../src/facts/recipients/data-groups.ts"
import type { Recipient } from "../../src/facts/recipients/recipient-schema.ts"
import { composePdf, DRAFT_HEAD, renderModel } from "../../src/flows/print/compose.ts"
import { checkCase } from "../../src/flows/victim/check.ts"
import { nodeHost } from "../../src/node/host.ts"
import { readCaseFolder } from "../../src/node/read-case.ts"
import { collectText } from "../../src/typeset/document/collect-text.ts"
import { walkBlocks } from "../../src/typeset/document/walk-blocks.ts"
import { createFontSet } from "../../src/typeset/font/fonts.ts"
import { layoutDocument } from "../../src/typeset/layout/layout-document.ts"
import type { ImageInput } from "../../src/typeset/layout/pages/placed.ts"
import { leaves, ROOT, sampleText, squeeze } from "../check.ts"
import { outside, scratch } from "../cli/run.ts"
import { atDesk, desk, SHIPPED, shipped } from "../desks.ts"

/** What an officer reads before the request, and the editable copy of the request. */

const host = nodeHost()
const recipient = desk()
const laws = readLaws(host.asset("legal/laws.yaml"))
let facts: Case
let items: readonly EvidenceItem[]
let officer: Officer

beforeAll(async () => {
    const found = await checkCase(readCaseFolder(join(ROOT, "assets/sample-case")), host)
    const reading = await readOfficer("officer.yaml", utf8(sampleText("sample-officer", "officer.yaml")))
    if (found.loaded === undefined || reading.officer === undefined) throw new Error("the sample is not right")
    facts = atDesk(found.loaded.case)
    items = found.items
    officer = reading.officer
})

const pointsOf = (of: Case) =>
    collectText(renderModel(host, "zh-CN/approval-points", approvalPointsView(of, items, recipient, laws)))

describe("报请要点", () => {
    test("holds every string of its data", () => {
        const text = squeeze(pointsOf(facts))
        for (const own of leaves(approvalPointsView(facts, items, recipient, laws)).map(squeeze))
            if (own !== "2") expect(text).toContain(own)
    })

    test("gives the facts in six lines", () => {
        const lines = pointsOf(facts).split("\n")
        const from = lines.indexOf("一、基本情况")
        const to = lines.indexOf("二、需要报请决定的事项")
        expect(lines.slice(from + 1, to).map((line) => line.slice(0, 5))).toEqual([
            "1．报案：",
            "2．账户：",
            "3．经过：",
            "4．授权：",
            "5．损失：",
            "6．材料：",
        ])
    })

    test("what the police were told without a receipt is no report, and no receipt is asked for", () => {
        const [report] = facts.reports
        if (report === undefined) throw new Error("the sample has no report")
        const called = { ...report, to: "示例市公安局（电话咨询）", number: undefined }
        const filed = { ...report, to: "虚构派出所", number: "回执 0009" }
        const text = pointsOf({ ...facts, reports: [called, filed] })
        expect(text).toContain("向示例市公安局（电话咨询）反映")
        expect(text).toContain("向虚构派出所报案")
        const count = { materials: 1, lists: 1, signatures: 0, stamps: 0 }
        const packet = { fileName: "D.zip", sizeBytes: 1_234_567, count, sha256: "ab".repeat(32), checkCode: "abab" }
        const receipt = handoverReceiptView({ ...facts, reports: [called, filed] }, packet)
        expect(receipt).toMatchObject({
            receipts: [{ to: "虚构派出所", number: "回执 0009" }],
            bytes: "1,234,567",
            sha256: Array(8).fill("abababab").join(" "),
        })
    })

    test("is no paper of the police and has no opinion on the law", () => {
        // Without the names of those whom the reporter told, which may hold any word.
        const text = pointsOf({ ...facts, reports: [] })
        expect(text).toContain("供起草呈请报告参考")
        // 现行法律未见明文规定 says what was looked for and not found; nothing is called lawful, unlawful or forbidden.
        expect(text).not.toMatch(/合法|违法|非法|禁止|文号|审批意见|批准人：|签发|呈请人/)
        expect(text).not.toMatch(/＿|_{2}/)
        const blanks = walkBlocks(
            renderModel(host, "zh-CN/approval-points", approvalPointsView(facts, items, recipient, laws)).blocks,
        ).flatMap((block) => (block.kind === "paragraph" ? block.inlines.filter(({ kind }) => kind === "blank") : []))
        expect(blanks).toEqual([])
    })

    test("names each provision by article, with the date and standing of its text", () => {
        const text = squeeze(pointsOf(facts))
        for (const cited of ["第一百七十四条", "第六十二条", "第三百八十条", "《个人信息保护法》第三十六条"])
            expect(text).toContain(cited)
        for (const law of laws.laws.filter(({ id }) => ["procedure", "personalInformation"].includes(id)))
            expect(text).toContain(squeeze(`${law.dated}，${law.status}（${law.seenOn} 所见）`))
        // Programs break a date at its hyphens, so the standing has a line of its own.
        const lines = pointsOf(facts).split("\n")
        expect(lines.filter((line) => line.includes(" 所见）"))).not.toEqual([])
        for (const line of lines.filter((at) => at.includes(" 所见）"))) expect(line).toMatch(/^[^\d]*（/)
    })

    test("says what may go abroad and what does not, and counts nothing that the officer chooses", () => {
        const text = pointsOf(facts)
        const lines = text.split("\n")
        const section = lines.slice(lines.indexOf("五、将提供到境外的内容"), lines.indexOf("六、不提供的内容")).join()
        expect(section).not.toMatch(/\d+ (?:笔|个)/)
        expect(section).not.toContain("总机")
        expect(section).toContain("订单、划转、IP 地址")
        expect(text).toContain(recipient.identityReceivers.zh)
        for (const { name, source } of Object.values(recipient.routes)) {
            expect(text).toContain(name.zh)
            expect(text).toContain(source)
        }
    })

    test("a further request says that what was told before is left out, a desk without photos asks for no approval of them", () => {
        const request = { ...officer.request, type: "follow-up" } as const
        const page = (to: Recipient, of: Officer) => {
            const leaving = leavingOf(facts, to, of, items, emptyChecklist(to), [], false)
            const view = whatLeavesView(facts, "R", to, of, items, [], "", leaving)
            return collectText(renderModel(host, "zh-CN/what-leaves", view))
        }
        const further = page(recipient, { ...officer, request, factsNotUsed: ["transfers[0]"] })
        expect(further).toContain("；以前的请求已经列明的，或者民警标明“本次请求未采用”的事实 1 项")
        const approval = "同意提供，出境安全评估"
        expect(page(recipient, officer)).toContain(approval)
        expect(page(shipped("kucoin"), { ...officer, route: "portal" })).not.toContain(approval)
    })

    test("names the channel that the officer chose and made sure of, and photos only where they are asked for", () => {
        const textOf = (to: Recipient, of: Officer) => {
            const leaving = leavingOf(facts, to, of, items, emptyChecklist(to), [], false)
            const view = approvalPointsView(facts, items, to, laws, leaving, of)
            return collectText(renderModel(host, "zh-CN/approval-points", view))
        }
        const chosen = textOf(recipient, officer)
        expect(chosen).toContain(`本次所选；${String(officer.channelConfirmed?.by)}于`)
        expect(chosen).not.toContain("未经核实的地址")
        expect(chosen).toContain("人民警察证的照片能否对外提供")
        const { channelConfirmed: _, ...open } = officer
        const other = textOf(shipped("kucoin"), { ...open, route: "portal" })
        expect(other).toContain("本次所选；未经核实")
        expect(other).toContain("未经核实的地址")
        for (const words of ["人民警察证的照片", "民警证件照片和个人信息"]) expect(other).not.toContain(words)
    })

    test("对外提供内容一览 of eight groups and ten screenshots of phones is one page, with the approval on it", () => {
        const [first] = facts.transfers ?? []
        const [item] = items
        if (first === undefined || item === undefined) throw new Error("the sample has transfers and evidence")
        const out = { ...first, to: "TQ5NxGcUyLkZvPbWmXhRtSaEdFgHjKyU9B" }
        const holder = { kind: "organisation", name: "样例投资有限公司", relation: "法定代表人" } as const
        const of: Case = {
            ...facts,
            account: { ...facts.account, holder },
            transfers: [...(facts.transfers ?? []), out],
        }
        const { request: _, exhibits: _exhibits, ...rest } = officer
        const to = shipped("bitget")
        const asking: Officer = { ...rest, route: "portal", request: { type: "disclosure" } }
        const shots = Array.from({ length: 10 }, (_, i): EvidenceItem => {
            const entry = { ...item.entry, label: `E1${String(i).padStart(2, "0")}`, widthPx: 1080, heightPx: 2340 }
            const { boxes: _boxes, masked: _masked, ...plain } = item
            return { ...plain, entry, share: "recipient" }
        })
        const files = ["request", "identifiers", "exhibits"].map((role, i) => ({
            role: role as "request",
            name: `0${String(i + 1)}-Identifiers-LX-2023-0321.xlsx`,
            ...(i === 0 ? {} : { sha256: "ab12".repeat(16) }),
        }))
        const leaving = leavingOf(of, to, asking, shots, emptyChecklist(to), files, false)
        expect(leaving.groups).toHaveLength(8)
        const view = whatLeavesView(of, "LX-2023-0321", to, asking, shots, files, "89abcdef", leaving)
        const page = {
            kind: "png",
            widthPx: 185,
            heightPx: 400,
            orientation: 1,
            source: memorySource(new Uint8Array()),
        }
        const { pages } = layoutDocument(
            renderModel(host, "zh-CN/what-leaves", view),
            createFontSet((name) => host.font(name)),
            {
                images: new Map(shots.map(({ entry }) => [entry.label, page as ImageInput])),
                foot: { ref: "LX-2023-0321" },
            },
        )
        expect(pages).toHaveLength(1)
        expect(pages[0]?.items.filter(({ kind }) => kind === "image")).toHaveLength(10)
        // Fewer stand in the same columns: the empty ones have no lines around them.
        expect(JSON.stringify(renderModel(host, "zh-CN/what-leaves", view))).toContain('"style":"pictures"')
    })

    test("once the officer has chosen it counts what leaves, as 对外提供内容一览 does", () => {
        const [first] = facts.transfers ?? []
        if (first === undefined) throw new Error("the sample has no transfer")
        // Money of a state goes through banks; a desk is not asked about it.
        const bank = { ...first, value: { ...first.value, asset: "CNY" } }
        const of = { ...facts, transfers: [...(facts.transfers ?? []), bank] }
        const dropping = { ...officer, factsNotUsed: ["transfers[0]", "ips[0]"] }
        const checklist = emptyChecklist(recipient)
        const files = [{ role: "request", name: "01" } as const, { role: "identifiers", name: "02" } as const]
        const leaving = leavingOf(of, recipient, dropping, items, checklist, files, false)
        const text = collectText(
            renderModel(host, "zh-CN/approval-points", approvalPointsView(of, items, recipient, laws, leaving)),
        )
        const page = collectText(
            renderModel(
                host,
                "zh-CN/what-leaves",
                whatLeavesView(of, "R", recipient, dropping, items, files, "", leaving),
            ),
        )
        const tables = recipientIdentifiers(of, recipient, dropping)
        const rows = (title: string) => String(tables.find((table) => table.title === title)?.rows.length)
        const counted = `订单 ${rows(ORDERS.title)} 笔、划转 ${rows(TRANSFERS.title)} 笔、IP 地址 ${rows(IPS.title)} 个`
        expect(rows(TRANSFERS.title)).toBe("3")
        for (const paper of [text, page]) expect(paper).toContain(counted)
        expect(page).toContain("；民警标明“本次请求未采用”的事实 2 项")
        for (const { who, what } of leaving.persons) expect(text).toContain(`${who}的信息：${what}`)
        expect(text).toContain("五、提供到境外的内容")
        expect(text).not.toContain("总机")
        expect(text).not.toContain("本件由报案人于")
    })

    test("once the officer has said so: a filed case is not asked about again, another instrument is named as it is", () => {
        const chosen = (change: Partial<Officer>) =>
            collectText(
                renderModel(
                    host,
                    "zh-CN/approval-points",
                    approvalPointsView(facts, items, recipient, laws, undefined, { ...officer, ...change }),
                ),
            )
        const asked = "（一）是否调查核实。由办案部门负责人批准"
        expect(chosen({})).toContain(asked)
        expect(chosen({})).toContain(
            "（二）是否向罗经（Binnacle）调取账户电子数据。由办案部门负责人批准，开具调取证据通知书",
        )
        const filed = chosen({
            investigation: { ...officer.investigation, stage: "filed" },
            caseNumbers: { filingNumber: "样立字〔2026〕1号" },
            instrument: { ...officer.instrument, nameZh: "协助查询财产通知书" },
        })
        expect(pointsOf(facts)).toContain("另行报请（《程序规定》第一百七十四条、第二百三十九条）")
        expect(filed).toContain("（一）已立案（样立字〔2026〕1号），不需要另行报请调查核实。")
        expect(filed).not.toContain(asked)
        expect(filed).toContain(
            "本次所凭的文书为《协助查询财产通知书》，其批准权限请法制部门把握；调取证据的，由办案部门负责人批准",
        )
    })

    test("of a key it says what leaves, and nothing where no key was given away", () => {
        const holder = (apiKey: Case["apiKey"], labels: object[] = []) => {
            const asking = { ...officer, request: { ...officer.request, labels } } as Officer
            const of = { ...facts, apiKey } as Case
            const { persons } = leavingOf(of, recipient, asking, items, emptyChecklist(recipient), [], false)
            return persons.find(({ who }) => who.startsWith("报案人"))?.what
        }
        const key = facts.apiKey
        if (key === undefined) throw new Error("the sample has a key")
        expect(holder(key)).toContain("接口密钥的创建时间、删除时间（不含密钥本身）")
        expect(holder({ ...key, lastCharacters: "7Kq2" }, [{ fact: "apiKey", labelEn: "Key 1" }])).toContain(
            "接口密钥的名称、末几位、创建时间、删除时间（不含密钥本身）",
        )
        for (const none of [undefined, { ...key, state: "none" as const }]) expect(holder(none)).not.toContain("密钥")
    })

    test("what was done through keys is asked first only where a key was used", () => {
        const asked = (of: Case) =>
            groupsFor(of, recipient, { orders: true, others: false, users: false }).map(({ id }) => id)
        const order = recipient.dataGroups.map(({ id }) => id)
        const keys = recipient.dataGroups.filter(({ about }) => about === "keys").map(({ id }) => id)
        expect(keys).toEqual(order.slice(0, keys.length))
        expect(asked(facts)).toEqual(order)
        const without = { ...facts, apiKey: { thirdParty: "无", permissions: [], state: "none" as const } }
        expect(asked(without)).toEqual([...order.filter((id) => !keys.includes(id)), ...keys])
        const { apiKey: _, ...silent } = facts
        expect(asked(silent)).toEqual(asked(without))
        const [last] = recipient.dataGroups.filter(({ about }) => about === "keys")
        const papers = [
            pointsOf(without),
            collectText(
                renderModel(
                    host,
                    "zh-CN/request-letter",
                    letterView(without, "R", recipient, { ...officer, request: {} }, [], "c0de"),
                ),
            ),
        ]
        const named = recipient.dataGroups.filter(({ about }) => about === undefined).map(({ zh }) => zh)
        for (const paper of papers) for (const zh of named) expect(paper).toContain(zh)
        for (const paper of papers)
            for (const zh of named) expect(paper.indexOf(zh)).toBeLessThan(paper.indexOf(last?.zh ?? "?"))
    })

    test.each<[string, (of: Case) => Case, string]>([
        [
            "no key",
            (of) => ({ ...of, apiKey: { thirdParty: "无", permissions: [], state: "none" } }),
            "报案人称未向第三方授权接口密钥。",
        ],
        ["nobody told", (of) => ({ ...of, reports: [] }), "联系电话 +86 139 0000 0000。\n"],
        ["no net loss", (of) => ({ ...of, loss: { assets: of.loss.assets } }) as Case, "260.11 DOT。数额未经核实"],
        [
            "only a mailbox to name the account by",
            (of) => ({ ...of, account: { exchange: "Binnacle", registeredEmail: "a@b.example" } }) as Case,
            "Binnacle账户，注册邮箱 a@b.example。",
        ],
    ])("with %s its line still reads well", (_, change, expected) => {
        expect(pointsOf(change(facts))).toContain(expected)
    })
})

describe("办理提示", () => {
    const longNames = (of: Case): Case => ({
        ...of,
        matter: "虚构的数字资产账户内资产被他人转出一案".repeat(3).slice(0, 40),
        reporter: { ...of.reporter, name: "阿卜杜热合曼·买买提江·艾尼瓦尔", phone: "+86 139 0000 0000 转 8001" },
        ref: "LX-2026-1234-5678-LONGEST-ONE",
    })

    async function printed(
        id: string,
        of: Case,
    ): Promise<{ readonly pages: number; readonly lines: readonly string[] }> {
        const { bytes, pages } = await composePdf(host, {
            template: "zh-CN/officer-guide",
            data: officerGuideView(of, shipped(id), laws),
            at: "2023-04-23T02:00:00Z",
            ref: of.ref,
            head: DRAFT_HEAD,
            neutral: false,
        })
        const file = join(scratch(), "guide.pdf")
        writeFileSync(file, bytes)
        return { pages, lines: outside("pdftotext", ["-layout", file, "-"]).split("\n") }
    }

    test.each(SHIPPED)(
        "for %s is two pages at most, also with the longest names, and breaks no address",
        async (id) => {
            for (const of of [facts, longNames(facts)]) {
                const { pages, lines } = await printed(id, of)
                expect(pages).toBeLessThanOrEqual(2)
                // What the profile does not know is left out.
                expect(lines.join("")).not.toMatch(/跟进地址：未提供|：未提供。/)
                const { officialPage, routes } = shipped(id)
                for (const { address } of [officialPage ?? {}, ...Object.values(routes)])
                    if (address !== undefined)
                        expect(
                            lines.some((line) => line.includes(address)),
                            address,
                        ).toBe(true)
            }
        },
    )

    test("asks about photos and keys only where the desk wants photos and a key was used", () => {
        const textOf = (to: Recipient, of = facts) =>
            collectText(renderModel(host, "zh-CN/officer-guide", officerGuideView(of, to, laws)))
        const { apiKey: _, ...keyless } = facts
        const [asked, other] = [textOf(recipient), textOf(shipped("kucoin"), keyless)]
        for (const words of ["身份证明函", "证件照片由民警本人拍摄", "登录、密钥记录"]) {
            expect(asked).toContain(words)
            expect(other).not.toContain(words)
        }
        expect(other).toContain("该收件方不要求证件照片")
        expect(other).toContain("登录记录宜早些")
    })

    test("asks ten decisions, each with something to tick or a line to fill in", () => {
        const text = collectText(renderModel(host, "zh-CN/officer-guide", officerGuideView(facts, recipient, laws)))
        const asked = text.slice(text.indexOf("1．"), text.indexOf("三、"))
        const numbers = asked.match(/^\d+．/gm)
        expect(numbers).toEqual(Array.from({ length: 10 }, (_, i) => `${String(i + 1)}．`))
        for (const subject of [
            /已受案.*已立案.*立案前调查核实/,
            /发函、盖章单位.*登记.*起草/,
            /保密审查/,
            /知情同意与授权.*安全评估/,
            /身份证明函/,
            /保全/,
            /2023-03-21 01:49:08/,
            /查看人.*代看人.*为止/,
            /没有答复.*刑事司法协助.*报上级/,
            /答复能否转告.*告诉报案人/,
        ])
            expect(asked.replace(/\n/g, " ")).toMatch(subject)
        expect(text).not.toMatch(/合法|违法|禁止/)
    })
})

describe("04-Letter", () => {
    const linesOf = (template: string, data: object) => collectText(renderModel(host, template, data)).split("\n")

    /** Nobody signs the copy: who vouches stands in the request alone. */
    const unvouched = (line: string): string => line.replace(/ Vouched for by .*$/, "")

    test("says nothing that page 1 and Schedule A of 01-Request do not say, but what it is", () => {
        const data = requestView(facts, "LX-2023-0321", recipient, officer, [])
        const all = linesOf("en/request", { ...data, sealed: [], legal: [] })
        const end = all.findIndex((line) => line.startsWith("Schedule B"))
        const request = new Set(all.slice(0, end).map(unvouched))
        const own = linesOf("en/letter", data).filter((line) => line !== "" && !request.has(line))
        expect(own).toEqual([
            expect.stringMatching(/^Editable copy of page 1 and Schedule A.*neither signed nor sealed.*prevails\.$/),
            "Ref LX-2023-0321; 2026-11-25",
        ])
    })

    test("holds all of them but the scans", () => {
        const data = requestView(facts, "LX-2023-0321", recipient, officer, [])
        const all = linesOf("en/request", { ...data, sealed: [], legal: [] })
        const letter = new Set(linesOf("en/letter", data))
        const end = all.findIndex((line) => line.startsWith("Schedule B"))
        const missing = all
            .slice(0, end)
            .map(unvouched)
            .filter((line) => !letter.has(line))
        const rendering = missing.findIndex((line) => line.startsWith("Legal instrument: English rendering"))
        expect(missing.slice(0, rendering)).toEqual([
            expect.stringMatching(/^Ref LX-2023-0321; letter /),
            expect.stringMatching(/^Letter of the agency \(/),
            expect.stringMatching(/^Legal instrument \(/),
        ])
    })
})
