import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { memorySource } from "../../src/base/source.ts"
import { requestView } from "../../src/editions/recipient/recipient.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { readOfficer } from "../../src/facts/officer/officer.ts"
import { composePdf, renderModel } from "../../src/flows/print/compose.ts"
import { nodeHost } from "../../src/node/host.ts"
import { createFontSet } from "../../src/typeset/font/fonts.ts"
import { layoutDocument } from "../../src/typeset/layout/layout-document.ts"
import type { ImageInput } from "../../src/typeset/layout/pages/placed.ts"
import { file, sampleText, squeeze } from "../check.ts"
import { outside, scratch } from "../cli/run.ts"
import { desk, deskCase, SHIPPED, shipped } from "../desks.ts"
import { tool } from "../tool.ts"

/** 01-Request as an analyst reads it: everything that decides on the first page, facts on one page, nothing to follow. */

const host = nodeHost()
const recipient = desk()
const same = (text: string): string => text

async function pagesOf(
    changeCase: (text: string) => string,
    changeOfficer: (text: string) => string,
    order: "-layout" | "-raw" = "-layout",
    to = recipient,
): Promise<string[]> {
    const { loaded } = readCase("case.yaml", file(changeCase(deskCase())))
    const { officer } = readOfficer("officer.yaml", file(changeOfficer(sampleText("sample-officer", "officer.yaml"))))
    if (loaded === undefined || officer === undefined) throw new Error("the changed sample is not right")
    const enclosures = [
        { name: "01-Request-LX-1.pdf", what: "This request" },
        ...["02-Identifiers-LX-1.xlsx", "03-Exhibits-LX-1.pdf"].map((name) => ({
            name,
            what: "Annex",
            sha256: "ab".repeat(32),
        })),
    ]
    const data = { ...requestView(loaded.case, "LX-1", to, officer, enclosures), sealed: [], legal: [] }
    const { bytes } = await composePdf(host, {
        template: "en/request",
        data,
        at: "2026-11-25T07:30:00Z",
        ref: "LX-1",
        neutral: true,
    })
    const path = join(scratch(), "request.pdf")
    writeFileSync(path, bytes)
    expect(outside("pdfinfo", [path])).toMatch(/Page size: +595\.2\d+ x 841\.89 pts \(A4\)/)
    expect(outside("pdfinfo", ["-url", path]), "no link to follow").not.toMatch(/http|mailto/)
    return outside("pdftotext", [order, path, "-"]).split("\f")
}

/** As full as a request gets: every data group, withheld notice, filed case, long names. */
const full = (text: string): string =>
    text
        .replace(
            /^ {2}dataGroups:.*\n/m,
            "  withholdNotice: {until: 2023-09-01, reasonZh: 可能转移资产, reasonEn: notice would allow the assets to be moved}\n",
        )
        .replace("caseNumbers:\n", "caseNumbers:\n  filingNumber: 样例立案 2023-0004\n  filingOn: 2023-04-01\n")
        .replace("positionEn: Police Officer", "positionEn: Deputy Head of the Cybercrime Investigation Team")

/** Beyond that, names that take lines of their own. */
const fullest = (text: string): string =>
    full(text)
        .replace(
            /nameEn: Yangli.*/,
            'nameEn: "Linhai District Branch, Municipal Public Security Bureau of the Autonomous Prefecture of Shili"',
        )
        .replace(
            /departmentEn:.*/,
            'departmentEn: "Criminal Investigation and Cyber Security Detachment, Second Squadron"',
        )
        .replace(
            /addressEn:.*/,
            'addressEn: "No. 1288, East Section of the Second Northern Ring Road, High-Tech Zone, Shili, Xu Province"',
        )
        .replace(
            "the assets to be moved}",
            "the assets to be moved and records of the operation to be destroyed by persons who are not yet identified}",
        )

describe.skipIf(!tool("pdftotext"))("the first page", () => {
    test("has what decides, in the order of the box, and ends with whom to answer", async () => {
        const [first = ""] = await pagesOf(same, same)
        const order = [
            "To: Binnacle",
            "From: Yangli Branch",
            "Request at a glance",
            "Type",
            "Investigation",
            "Instrument",
            "Target",
            "Period",
            "Facts",
            "Data (ranked)",
            "Reply by",
            "Notify user?",
            "Authenticate",
            "Reply to",
            "With the data",
            "Vouched for by Minjing YANG",
        ]
        const places = order.map((words) => first.indexOf(words))
        expect(
            places.every((at) => at >= 0),
            order.filter((_, i) => (places[i] ?? -1) < 0).join(),
        ).toBe(true)
        expect([...places].sort((a, b) => a - b)).toEqual(places)
        const text = squeeze(first)
        for (const sentence of [
            "Disclosure of account records. Not a freeze. Not an emergency.",
            "Criminal report accepted, decision on filing a criminal case pending.",
            "Offence: Unlawful obtaining of data of a computer information system (Criminal Law art. 285).",
            "Legal basis: Criminal Procedure Law art. 54;",
            "Case number 样例案 2026-0003 (Sample Case 2026-0003).",
            "letter 样公函〔2026〕0008 号 (Sample Letter No. 8 of 2026) of 2026-11-20; made 2026-11-25",
            "Account of the complainant (victim). Binnacle UID 100000001; registered e-mail trader-lin@mail.example",
            "Period 2023-03-20 16:00 UTC to 2023-03-21 16:00 UTC, unless a data item states its own",
            "For each order and API call of the account in the period: API key ID (not the secret), source IP",
            "source IP, user agent. Needed to establish by which key, from where and through which application each order was sent.",
            "keys of the account; period: 2022-11-06 12:00 to 2023-03-21 16:00 UTC. Needed to establish when the keys were created and for which application.",
            "Needed to tell the account holder's sessions from others.",
            "Notice of Obtaining Evidence (调取证据通知书) No. SAMPLE-2026-0007 of 2026-11-19; scan provided by the officer, enclosed",
            "website (gaj.shili.example; check it) and ask for Xugou Police Station;",
            "or write to xugou-station@gaj.shili.example, in the agency's domain;",
            "or ask the superior unit, Shili Municipal Public Security Bureau. Do not rely on numbers",
            "Schedule A lists 15 orders and 4 transfers.",
            "(b) the SHA-256 value of each; (c) a signed statement naming the system of origin",
            "No order has been made. The account holder knows; ask us before you notify others.",
            "second officer Lier YANG (样例二); 100 Xugou Road,",
        ])
            expect(text, sentence).toContain(squeeze(sentence))
        expect(text, "nothing says of a scan that it is sealed").not.toMatch(/sealed/)
        expect(text, "a number to call back is found elsewhere, not here").not.toContain("+862400000000")
    })

    test.each(
        [recipient, ...SHIPPED.map(shipped)].flatMap((to) => [
            [to.id, "everything is asked and said", full, to] as const,
            [to.id, "names, address and reason are long as well", fullest, to] as const,
        ]),
    )(
        "to %s has what decides, and the box ends on the second page at the latest, when %s",
        async (_id, _when, change, to) => {
            const [first = "", second = "", third = ""] = await pagesOf(same, change, "-layout", to)
            for (const head of ["Investigation", "Instrument", "Target", "Period", "Facts", "Data (ranked)"])
                expect(first, head).toContain(head)
            expect(squeeze(first + second)).toContain("QuoteRefLX-1.")
            expect(squeeze(first)).toContain("CasefilingdecisionNo.样例立案2023-0004of2023-04-01")
            expect(squeeze(first + second)).toContain("before2023-09-01.Reason:noticewouldallowtheassetstobemoved")
            expect([second, third].some((page) => /^Letter of the agency/.test(page.trim()))).toBe(true)
        },
    )

    test("holds eight groups of data, three with periods of their own, and who vouches", async () => {
        const [first = "", second = ""] = await pagesOf(
            (text) =>
                text.replace(
                    /^transfers:\n/m,
                    `transfers:\n  - {at: 2023-03-20 22:00 Z, value: {asset: USDT, amount: "5"}, from: 现货账户, to: TQ5NxGcUyLkZvPbWmXhRtSaEdFgHjKyU9B}\n`,
                ),
            (text) => text.replace(/^ {2}(?:dataGroups|period):.*\n|^ {2}periods:\n(?: {4}.*\n)+/gm, ""),
            "-layout",
            shipped("okx"),
        )
        expect(first).toMatch(/8\. For those counterparty accounts only/)
        expect(first.match(/ period: /g)?.length).toBeGreaterThan(2)
        expect(first).toContain("Vouched for by")
        expect(second.trim()).toMatch(/^Letter of the agency/)
    })

    /** Every data group, of a company's account, through an account that exists, with badge numbers. */
    const eight = (change: (text: string) => string) =>
        pagesOf(
            (text) =>
                text
                    .replace(
                        /^transfers:\n/m,
                        `$&  - {at: 2023-03-20 22:00 Z, value: {asset: USDT, amount: "5"}, from: 现货账户, to: TQ5NxGcUyLkZvPbWmXhRtSaEdFgHjKyU9B}\n`,
                    )
                    .replace(
                        /^account:\n/m,
                        "$&  holder: {kind: organisation, name: 样例投资有限公司, nameEn: Sample Investment Limited, relation: 董事}\n",
                    ),
            (text) =>
                change(text)
                    .replace(/^ {2}(?:dataGroups|period):.*\n|^ {2}periods:\n(?: {4}.*\n)+/gm, "")
                    .replace(/^route:.*/m, "route: existing-account")
                    .replace("  phoneType: landline", '$&\n  badgeNumber: "012345"')
                    .replace("namePinyin: Lier YANG", '$&, badgeNumber: "012346"')
                    .replace(
                        /^caseNumbers:\n(?! {2}filingNumber)/m,
                        "$&  filingNumber: 样公（网）立字〔2026〕0004号\n  filingOn: 2026-11-10\n",
                    )
                    .replace("stage: accepted", "stage: filed"),
            "-layout",
            shipped("kucoin"),
        )

    test("holds all that an ordinary request has at once", async () => {
        const [first = "", second = ""] = await eight(same)
        expect(first).toMatch(/8\. For those counterparty accounts only/)
        expect(squeeze(first)).toContain("badgenumber012346")
        expect(first).toContain("Vouched for by")
        expect(second.trim()).toMatch(/^Letter of the agency/)
    })

    test("is set tighter rather than leave whom to answer and a signature alone on the second", async () => {
        const [first = "", second = ""] = await eight(fullest)
        expect(first).toContain("Quote Ref")
        expect(first).toContain("Vouched for by")
        expect(second.trim()).toMatch(/^Letter of the agency/)
    })

    test("leaves nobody's signature alone where that is not enough: whom to answer goes with it", async () => {
        const longer = (text: string): string =>
            fullest(text).replace("not yet identified", `not yet identified${" and may be abroad".repeat(14)}`)
        const [first = "", second = ""] = await eight(longer)
        expect(first).not.toMatch(/Reply to|Vouched for by/)
        expect(first).toContain("Authenticate")
        expect(second.trim()).toMatch(/^Reply to[\s\S]*Vouched for by/)
    })

    test("of a case without orders and without a UID asks for nothing that is not listed", async () => {
        const [first = ""] = await pagesOf(
            (text) =>
                text
                    .replace(/^orders:\n(?: {2}.*\n)+/m, "")
                    .replace(/^transfers:\n(?: {2}.*\n)+/m, "")
                    .replace(/^ {2}uid:.*\n/m, "")
                    .replace("at: 2023-03-20 22:39:31 Z\n    what", "at: 2023-03-20 17:49:08 Z\n    what"),
            (text) => text.replace(/^ {2}(?:dataGroups|period):.*\n|^ {2}periods:\n(?: {4}.*\n)+/gm, ""),
        )
        const text = squeeze(first)
        expect(text).toContain(
            squeeze("Target Account of the complainant (victim). Binnacle registered e-mail trader-lin@mail.example"),
        )
        expect(text).toContain(squeeze("Period 2023-03-20 17:00 UTC to 2023-03-20 18:00 UTC"))
        expect(text).toContain(squeeze("Facts At 2023-03-20 17:49:08 UTC, trades and internal transfers"))
        expect(text).not.toMatch(/listed|lists|UID|Notprovided|counterparty/)
    })
})

test("the pages of a scan are headed alike, begin at one height and are of one size", () => {
    const { loaded } = readCase("case.yaml", file(deskCase()))
    const { officer } = readOfficer("officer.yaml", file(sampleText("sample-officer", "officer.yaml")))
    if (loaded === undefined || officer === undefined) throw new Error("the sample is not right")
    const page = { kind: "png", widthPx: 1240, heightPx: 1754, orientation: 1, source: memorySource(new Uint8Array()) }
    const names = ["a", "b", "c"]
    const sealed = names.map((image, i) => ({ image, alt: image, caption: `Letter, page ${String(i + 1)} of 3` }))
    const data = { ...requestView(loaded.case, "LX-1", recipient, officer, []), sealed, legal: [] }
    const fonts = createFontSet((name) => host.font(name))
    const { pages } = layoutDocument(renderModel(host, "en/request", data), fonts, {
        images: new Map(names.map((name) => [name, page as ImageInput])),
        foot: { ref: "LX-1" },
    })
    const scans = pages.flatMap(({ items }) => items.filter((item) => item.kind === "image"))
    expect(scans).toHaveLength(3)
    const spread = (of: (scan: (typeof scans)[number]) => number): number =>
        Math.max(...scans.map(of)) - Math.min(...scans.map(of))
    // Millimetres, at 2.83 points.
    expect(spread(({ yPt }) => yPt)).toBeLessThan(3 * 2.83)
    expect(spread(({ widthPt }) => widthPt)).toBeLessThan(3 * 2.83)
})

describe.skipIf(!tool("pdftotext"))("the schedules", () => {
    test("B stands whole on one page, C too, also for many orders", async () => {
        const many = Array.from(
            { length: 70 },
            (_, i) =>
                `  - {orderId: "88${String(i)}", symbol: S${String(i % 9)}USDT, side: sell, quantity: "2", at: 2023-03-20 21:${String(i % 60).padStart(2, "0")}:00 Z}\n`,
        )
        const pages = await pagesOf(
            (text) => text.replace(/^orders:\n(?: {2}.*\n)+/m, `orders:\n${many.join("")}`),
            same,
            "-raw",
        )
        const b = pages.filter((page) => page.includes("Schedule B: chronology"))
        expect(b).toHaveLength(1)
        expect(b[0]).toContain("Report accepted by the police")
        const c = pages.filter((page) => page.includes("Schedule C: enclosures"))
        expect(c).toHaveLength(1)
        expect(squeeze(c[0] ?? "").split("ab".repeat(32))).toHaveLength(3)
        expect(pages.filter((page) => page.includes("88069") || page.includes("8869")).length).toBe(1)
    })

    test("A has every address and hash whole, in one cell, with its chain and memo, and one clock", async () => {
        const hash = "4e4fb440034d6608697a8d41bed440e50454f31af3176813e02ea68ef786e4d3"
        const address = "UQBzN-f_QpL8YT3j5qcdsyuMNmPfYetW5v6JXmj54omLidku"
        const pages = await pagesOf(
            (text) =>
                text.replace(
                    /^transfers:\n(?: {2}.*\n)+/m,
                    `transfers:\n  - {at: 2023-03-20 18:09:00 Z, value: {asset: TON, amount: "250.5"}, from: 现货账户, to: 对方 ${address}, network: TON, memo: "48215377", txHash: ${hash}}\n`,
                ),
            same,
            "-raw",
        )
        const text = squeeze(pages.join(""))
        expect(text).toContain(`18:09:00TON250.5TONSpotwallet${address}48215377${hash}`)
        expect(text).not.toMatch(/UTC\+8|对方/)
    })

    test("name no national money and no platform that is not the recipient", async () => {
        const pages = await pagesOf(
            (text) =>
                text
                    .replace("exchange: Binnacle", "exchange: 别处的平台")
                    .replace('    - {asset: DOT, amount: "260.11"}', '    - {asset: CNY, amount: "1234.56"}'),
            same,
        )
        const text = squeeze(pages.join(""))
        expect(text).not.toMatch(/CNY|1,?234\.56|别处/)
        expect(text).toContain("PlatformNotprovided")
    })
})
