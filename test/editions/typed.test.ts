import { describe, expect, test } from "vitest"
import { approvalPointsView } from "../../src/editions/officer/approval-points.ts"
import { letterBlanks, letterView } from "../../src/editions/officer/letter.ts"
import { portalSheet } from "../../src/editions/officer/portal.ts"
import { leavingOf } from "../../src/editions/officer/what-leaves.ts"
import { requestMail } from "../../src/editions/recipient/mail.ts"
import { identifierSheets, requestView } from "../../src/editions/recipient/recipient.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { makeChecklist } from "../../src/facts/checklist/checklist.ts"
import { readLaws } from "../../src/facts/legal/laws.ts"
import { readOfficer } from "../../src/facts/officer/officer.ts"
import { REQUEST_TYPE_IDS, REQUEST_TYPES, type RequestTypeId } from "../../src/facts/officer/request-types.data.ts"
import { translationParts } from "../../src/flows/officer/sealed-texts.ts"
import { letterNames, letterTemplate, requestTemplate } from "../../src/flows/officer/typed-names.ts"
import { renderModel } from "../../src/flows/print/compose.ts"
import { nodeHost } from "../../src/node/host.ts"
import { collectText } from "../../src/typeset/document/collect-text.ts"
import { codes, file } from "../check.ts"
import { desk, deskCase } from "../desks.ts"
import { officerOfType } from "../request-types.ts"

/** Letters, English pages and papers of every kind of request: what each says, and that none says what another asks. */

const host = nodeHost()
const TO = desk()
/** A desk that reads no Chinese: the letter has its translation behind it. */
const ENGLISH = { ...TO, languages: { ...TO.languages, accepted: ["en" as const] } }
const FACTS = readCase("case.yaml", file(deskCase())).loaded?.case
const ANNEXES = [{ name: "02-Identifiers-LX-1.xlsx", sha256: "ab".repeat(32) }]
const NO_SCANS = { sealed: [], legal: [], consent: [] }

function of(type: RequestTypeId, more: (text: string) => string = (text) => text) {
    const { officer, issues } = readOfficer("officer.yaml", file(more(officerOfType(type, TO.name.en))))
    if (officer === undefined || FACTS === undefined) throw new Error(codes(issues).join())
    return { officer, facts: FACTS }
}
function letterOf(type: RequestTypeId, more?: (text: string) => string, to = TO): string {
    const { officer, facts } = of(type, more)
    return collectText(
        renderModel(host, letterTemplate(type), letterView(facts, "LX-1", to, officer, ANNEXES, "89abcdef")),
    )
}
function requestOf(
    type: RequestTypeId,
    to = TO,
    more?: (text: string) => string,
    isTranslated = to === ENGLISH,
): string {
    const { officer, facts } = of(type, more)
    const view = requestView(facts, "LX-1", to, officer, [{ name: "01", what: "x" }])
    const translation = translationParts(facts, to, { ...officer, letterCode: "89abcdef" }, ANNEXES, isTranslated)
    return collectText(renderModel(host, requestTemplate(type), { ...view, ...translation, ...NO_SCANS }))
}
const OWN_FORM = (text: string): string => `${text}\nownForm: {pages: 3}\n`
/** From the title of the translation to its last annex. */
const translationIn = (text: string): string =>
    /\nLetter on (?:emergency )?(?:assistance|providing)[\s\S]*\n02-Identifiers-LX-1\.xlsx\n(?:ab){32}/.exec(
        text,
    )?.[0] ?? ""

/** What a letter says, and what it does not ask. */
const SAYS: Readonly<Record<RequestTypeId, readonly string[]>> = {
    disclosure: ["请贵方协助提供有关电子数据", "本函只请求提供数据，不请求冻结资产，不属于紧急情形。"],
    preservation: ["保全90日", "请求书编号：样协〔2026〕1号", "本函只请求保全数据，不请求提供数据，不请求冻结资产"],
    "data-freeze": ["《协助冻结电子数据通知书》", "至2027年5月20日止", "不请求提供数据，不请求冻结资产"],
    freeze: [
        "880012345",
        "USDT，22939.6",
        "以后转入",
        "不及于孳息",
        "至2027年5月20日止",
        "书面列明的贵方一名用户",
        "不请求提供数据、划转或者返还",
    ],
    "follow-up": ["第1次请求（受理编号：SAMPLE-5521", "89ab cdef 89ab cdef 89ab cdef 89ab cdef", "本函不再重复"],
    emergency: ["生命正受到威胁", "样例：有人被扣押", "属于紧急情形，不请求冻结"],
}
/** What its translation says. */
const TRANSLATED: Readonly<Record<RequestTypeId, readonly string[]>> = {
    disclosure: ["assist by providing electronic data", "needed to establish", "does not ask for a freeze of assets"],
    preservation: ["for 90 days", "(No. 样协〔2026〕1号, 2026-11-10)", "asks only for data to be preserved"],
    "data-freeze": ["Notice of Assistance in Freezing Electronic Data", "county level", "until 2027-05-20"],
    freeze: [
        "UID: 880012345",
        "USDT, 22939.6",
        "Fruits: not included",
        "until 2027-05-20",
        "On 2026-11-18 you named it",
    ],
    "follow-up": ["request No. 1 to you (your ticket: SAMPLE-5521", "not repeated in this letter", "Further data"],
    emergency: [
        "life of a person is now under threat",
        "her life is threatened.",
        "provide at once",
        "is an emergency",
    ],
}
const SAYS_EN: Readonly<Record<RequestTypeId, readonly string[]>> = {
    disclosure: ["Disclosure of account records. Not a freeze. Not an emergency."],
    preservation: ["90 days from receipt", "Please preserve pending that request", "Nothing is to be disclosed"],
    "data-freeze": ["until 2027-05-20", "no addition, deletion or modification"],
    freeze: ["22939.6 USDT", "named by you as one customer's account on 2026-11-18", "fruits not included"],
    "follow-up": ["your ticket SAMPLE-5521", "those listed there are not repeated"],
    emergency: [
        "EMERGENCY, danger to life",
        "her life is threatened.",
        "At once the data by which persons can be located and identified; the rest by 2026-12-25",
    ],
}

test("an earlier request of another agency is not called this one's, in any paper", () => {
    const named = (text: string): string =>
        text.replace(/^ {2}earlier: \{/m, "  earlier: {agencyZh: 虚构市局, agencyEn: Xugou Bureau, ")
    const { officer, facts } = of("follow-up", named)
    const zh = letterOf("follow-up", named)
    expect(zh).toContain("就本案，虚构市局已向贵方提出第1次请求")
    const english = [
        letterOf("follow-up", named, ENGLISH),
        requestOf("follow-up", ENGLISH, (text) => OWN_FORM(named(text))),
        requestOf("follow-up", TO, named),
        requestMail(facts, "LX-1", TO, officer, [{ name: "02-x.xlsx" }], "none").body,
    ]
    for (const text of english) {
        expect(text).toContain("Xugou Bureau")
        expect(text).not.toMatch(/of this agency in the same case|[Ww]e have made request|[Oo]ur request No/)
    }
    expect(zh).not.toContain("我单位已向贵方提出")
})

describe.each(REQUEST_TYPE_IDS)("%s", (type) => {
    const { title, instrument, narrative, provides, schedule, photos } = REQUEST_TYPES[type]
    test("the letter says what it is, and nothing of what others are", () => {
        const text = letterOf(type)
        expect(text).toContain(title["zh-CN"])
        for (const said of SAYS[type]) expect(text).toContain(said)
        expect(text).not.toMatch(/undefined|未提供|＿/)
        expect(text.includes("法律文书") || text.includes("纸质文书的扫描件")).toBe(instrument !== undefined)
        expect(text.includes("据报案人陈述")).toBe(narrative !== "none")
        expect(text.includes("请随数据一并提供")).toBe(provides)
        expect(text).toContain("特此函达，望予协助为盼。")
        expect(letterNames(type).pdf).toBe(`${title["zh-CN"]}（参考文本）.pdf`)
    })
    test("what the officer left blank is a line, of its own fields too", () => {
        const { officer } = of(type)
        expect(letterBlanks(officer)).toEqual([])
        const blank = { ...officer, request: { ...officer.request, replyBy: undefined } } as typeof officer
        expect(letterBlanks(blank)).toEqual(provides ? ["request.replyBy"] : [])
    })
    test("the English page has the type first", () => {
        const text = requestOf(type)
        expect(text).toContain(title.en)
        for (const said of SAYS_EN[type]) expect(text).toContain(said)
        expect(text).not.toMatch(/undefined|Not provided/)
        expect(text.includes("Schedule B: chronology")).toBe(narrative === "whole")
        expect(text.includes("Net loss")).toBe(narrative === "whole")
        expect(/\bTarget\b/.test(text)).toBe(schedule !== "assets")
    })
    test("where no Chinese is read the letter has its translation behind it, with all that it says", () => {
        expect(letterOf(type)).not.toContain("translation")
        const whole = letterOf(type, undefined, ENGLISH)
        const english = translationIn(whole)
        expect(whole.startsWith(letterOf(type))).toBe(true)
        expect(whole).toContain("English translation of the letter No.")
        expect(whole).toMatch(/This translation agrees with the Chinese original\.\n译文与中文原件内容一致。\nSeal/)
        for (const said of TRANSLATED[type]) expect(english).toContain(said)
        expect(english).toContain("Code of the letter: 89abcdef.")
        expect(english).not.toMatch(/undefined|Not provided|____|\(\)|\.\.|, ?,/)
        // Every figure of the Chinese letter: ids, articles, hashes. Days are written otherwise.
        const figures = (text: string): Set<string> => new Set(text.match(/[0-9A-Za-z][\w.@-]{4,}/g))
        const missing = [...figures(letterOf(type))].filter((figure) => !english.includes(figure))
        expect(missing).toEqual([])
    })
    test("the request says where the translation is, and prints its text where the scan may lack it", () => {
        const sealed = requestOf(type, ENGLISH)
        expect(sealed).toContain("Chinese original, then its English translation")
        expect(translationIn(sealed)).toBe("")
        const own = requestOf(type, ENGLISH, OWN_FORM)
        expect(own).not.toContain("then its English translation")
        expect(own).toContain("there is no seal on this page")
        expect(translationIn(own)).toBe(translationIn(letterOf(type, undefined, ENGLISH)))
        expect(translationIn(own)).not.toBe("")
        // A letter that an earlier program made.
        const earlier = requestOf(type, ENGLISH, undefined, false)
        expect(earlier).toContain("Letter of the agency: English rendering, not sealed")
        for (const text of [earlier, requestOf(type)]) expect(text).not.toContain("translation is")
        expect(requestOf(type)).not.toMatch(/English translation|Letter of the agency: English/)
    })
    test("what the officer left blank in English is a line of the translation, and named", () => {
        const { officer, facts } = of(type)
        expect(letterBlanks(officer, true)).toEqual([])
        const blank = { ...officer, agency: { ...officer.agency, addressEn: undefined } } as typeof officer
        expect(letterBlanks(blank, true)).toEqual(["agency.addressEn"])
        const view = letterView(facts, "LX-1", ENGLISH, blank, ANNEXES, "89abcdef")
        expect(collectText(renderModel(host, letterTemplate(type), view))).toContain("Address: ____________.")
    })
    test("notice to users is withheld in letter and page alike", () => {
        const withheld = (text: string): string =>
            text.replace(
                /^ {2}type: .*\n/m,
                "$&  withholdNotice: {until: 2027-01-31, reasonZh: 防止转移, reasonEn: risk of flight}\n",
            )
        expect(letterOf(type, withheld)).toContain("因防止转移，在2027年1月31日前，请勿将本请求告知")
        for (const to of [TO, ENGLISH]) expect(requestOf(type, to, withheld)).toContain("risk of flight")
        expect(translationIn(letterOf(type, withheld, ENGLISH))).toMatch(
            /Please do not tell any user.* before .*\. Reason: risk of flight\. /,
        )
    })
    test("the mail: an ASCII subject of its own, English, then Chinese", () => {
        const { officer, facts } = of(type)
        const { subject, body } = requestMail(facts, "LX-1", TO, officer, [{ name: "02-x.xlsx" }], "none")
        expect(subject).toMatch(/^Law enforcement request - [\x20-\x7e]+ - Ref LX-1$/)
        expect(body.split("\n").filter((line) => /^1\. Type: /.test(line))).toHaveLength(1)
        expect(body.includes("Legal instrument: ")).toBe(instrument !== undefined)
        expect(body.includes("Identity documents: ")).toBe(photos)
        expect(body).toMatch(/（中文摘要）本函.{6}/)
        expect(body).not.toMatch(/undefined|Not provided/)
    })
    test("the portal sheet gives every value with its state", () => {
        const { officer, facts } = of(type)
        const list = makeChecklist(TO, officer, {
            photos: new Set(),
            sealedLetter: false,
            legalScans: 1,
            caseMaterials: true,
        })
        const sheet = portalSheet(facts, "LX-1", TO, list, officer, ["01.pdf", "02.xlsx"])
        const values = (sheet?.stages ?? []).flatMap(({ steps }) => steps.flatMap((step) => step.values))
        expect(values.filter(({ labelEn }) => labelEn === "Request type")).toHaveLength(1)
        expect(values.filter(({ labelEn }) => /^Upload \d/.test(labelEn))).toHaveLength(2)
        expect(values.some(({ label }) => label.includes("照片"))).toBe(photos)
        expect(values.map(({ copy }) => copy).join("\n")).not.toMatch(/undefined|Not provided/)
    })
    test("报请要点 and 对外提供内容一览 say who approves and on what ground", () => {
        const { officer, facts } = of(type)
        const list = makeChecklist(TO, officer, {
            photos: new Set(),
            sealedLetter: false,
            legalScans: 1,
            caseMaterials: true,
        })
        const files = [{ role: "request" as const, name: "01.pdf" }]
        const leaving = leavingOf(facts, TO, officer, [], list, files, false)
        const laws = readLaws(host.asset("legal/laws.yaml"))
        const text = collectText(
            renderModel(host, "zh-CN/approval-points", approvalPointsView(facts, [], TO, laws, leaving, officer)),
        )
        expect(leaving.contents.join().includes("法律文书")).toBe(instrument !== undefined)
        expect(leaving.persons.some(({ what }) => what.includes("净损失"))).toBe(narrative === "whole")
        if (type === "disclosure") return
        for (const { says, source, readOn } of REQUEST_TYPES[type].explains) {
            expect(text).toContain(says["zh-CN"])
            expect(text).toContain(source["zh-CN"])
            expect(text).toContain(readOn)
        }
        expect(text).not.toContain("本次只请求提供数据，不请求冻结。冻结在立案以后另行报请")
    })
    test("the sheet of identifiers has what the kind needs", () => {
        const { officer, facts } = of(type)
        const titles = identifierSheets(facts, TO, officer).map((table) => table.title)
        expect(titles.includes("IP addresses to compare")).toBe(schedule === "all")
        expect(titles.includes("Orders")).toBe(schedule !== "assets")
        expect(titles.includes("Assets to be frozen")).toBe(schedule === "assets")
    })
})
