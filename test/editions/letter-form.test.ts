import { unzipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { letterView } from "../../src/editions/officer/letter.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { readOfficer } from "../../src/facts/officer/officer.ts"
import { REQUEST_TYPE_IDS, type RequestTypeId } from "../../src/facts/officer/request-types.data.ts"
import { letterTemplate } from "../../src/flows/officer/typed-names.ts"
import { composeDocx, renderModel } from "../../src/flows/print/compose.ts"
import { nodeHost } from "../../src/node/host.ts"
import { createFontSet } from "../../src/typeset/font/fonts.ts"
import { layoutDocument } from "../../src/typeset/layout/layout-document.ts"
import type { PlacedDocument } from "../../src/typeset/layout/pages/placed.ts"
import { file } from "../check.ts"
import { desk, deskCase } from "../desks.ts"
import { officerOfType } from "../request-types.ts"
import { rightOf, type TextItem, textOf } from "../typeset/layout/reading.ts"

/**
 * Where the letter has its elements, as GB/T 9704—2012 places them in 信函格式 (§5.2, §7.3, §7.5, §10.1). Name of the
 * agency and red lines are left to the agency; the page keeps their room.
 */

const host = nodeHost()
const fonts = createFontSet((name) => host.font(name))
const TO = desk()
const ANNEXES = [{ name: "02-Identifiers-LX-1.xlsx", sha256: "ab".repeat(32) }]

function viewOf(type: RequestTypeId, unit?: string, instrument?: string): object {
    const facts = readCase("case.yaml", file(deskCase())).loaded?.case
    const text = officerOfType(type, TO.name.en)
        .replace("nameZh: 示例市公安局样例分局", `nameZh: ${unit ?? "示例市公安局样例分局"}`)
        .replace("number: SAMPLE-2026-0007", `number: ${instrument ?? "SAMPLE-2026-0007"}`)
    const { officer } = readOfficer("officer.yaml", file(text))
    if (officer === undefined || facts === undefined) throw new Error("the sample is not right")
    return letterView(facts, "LX-1", TO, officer, ANNEXES, "89abcdef")
}
const laidOut = (type: RequestTypeId, unit?: string, instrument?: string) => {
    const model = renderModel(host, letterTemplate(type), viewOf(type, unit, instrument))
    return layoutDocument(model, fonts, { foot: { ref: "" } })
}
const LONG_NUMBER = "示公（样开网侦）调证字〔2026〕1000789号"

const toMm = (pt: number): number => (pt * 25.4) / 72
const LINE_MM = 225 / 22
const CHAR_MM = 156 / 28
const RIGHT_MM = 210 - 26

interface Line {
    readonly page: number
    readonly text: string
    readonly leftMm: number
    readonly rightMm: number
    readonly baseMm: number
}
const textsOn = (doc: PlacedDocument, page: number, isArtifact: boolean): TextItem[] =>
    doc.pages[page]?.items.flatMap((item) =>
        item.kind === "text" && (item.tag === "artifact") === isArtifact ? [item] : [],
    ) ?? []
/** Lines of the text of a page, in millimetres from the upper left corner. */
function linesOn(doc: PlacedDocument, page: number, isArtifact = false): Line[] {
    const byBase = new Map<number, TextItem[]>()
    for (const item of textsOn(doc, page, isArtifact)) {
        const base = Math.round(item.yPt * 10)
        byBase.set(base, [...(byBase.get(base) ?? []), item])
    }
    return [...byBase.values()].map((items) => ({
        page,
        text: items.map(textOf).join(""),
        leftMm: toMm(Math.min(...items.map(({ xPt }) => xPt))),
        rightMm: toMm(Math.max(...items.map(rightOf))),
        baseMm: toMm(items[0]?.yPt ?? 0),
    }))
}
const allLines = (doc: PlacedDocument): Line[] => [...doc.pages.keys()].flatMap((page) => linesOn(doc, page))
function lineWith(doc: PlacedDocument, part: RegExp): Line {
    const found = allLines(doc).find(({ text }) => part.test(text))
    if (found === undefined) throw new Error(`no line with ${String(part)}`)
    return found
}
/** Upper edge of the characters of a line of size 3. */
const topOf = (line: Line): number => line.baseMm - toMm(0.88 * 16)

describe.each(REQUEST_TYPE_IDS)("the letter of the kind %s", (type) => {
    const doc = laidOut(type)
    const [number, title, addressee] = linesOn(doc, 0)

    test("has its number at the right edge, below the red lines of a head of 10 mm", () => {
        expect(number?.text).toBe("〔〕号")
        expect(number?.rightMm).toBeCloseTo(RIGHT_MM, 0)
        const redLine = 30 + 10 + 4
        expect(topOf(number as Line)).toBeGreaterThanOrEqual(redLine + toMm((16 * 7) / 8) - 0.2)
        expect(topOf(number as Line)).toBeLessThan(redLine + toMm((16 * 7) / 8) + 0.8)
    })
    test("has two lines between number and title, and one between title and addressee", () => {
        expect(title?.text).toMatch(/^关于.*的函$/)
        expect(((title?.baseMm ?? 0) - (number?.baseMm ?? 0)) / LINE_MM).toBeCloseTo(3, 0)
        expect((title?.leftMm ?? 0) + (title?.rightMm ?? 0) - 28).toBeCloseTo(RIGHT_MM, 0)
        expect(addressee?.leftMm).toBeCloseTo(28, 1)
        expect(((addressee?.baseMm ?? 0) - (title?.baseMm ?? 0)) / LINE_MM).toBeCloseTo(2, 0)
    })
    test("has no page number on the first page, and on the others one character from the outer edge", () => {
        expect(linesOn(doc, 0, true)).toEqual([])
        expect(doc.pages.length).toBeGreaterThan(2)
        for (const page of [...doc.pages.keys()].slice(1)) {
            const [foot] = linesOn(doc, page, true)
            expect(foot?.text).toBe(`— ${String(page + 1)} —`)
            const isOdd = (page + 1) % 2 === 1
            expect(isOdd ? foot?.rightMm : foot?.leftMm).toBeCloseTo(isOdd ? RIGHT_MM - toMm(16) : 28 + toMm(16), 0)
            // The dash stands about a third of its size above the base line.
            expect((foot?.baseMm ?? 0) - toMm(14 / 3) - (297 - 35)).toBeCloseTo(7, 0)
        }
    })
    test("has the date four characters from the edge, the unit centred upon it, on a page that has text above", () => {
        const date = lineWith(doc, /^年月日$/)
        const unit = lineWith(doc, /^示例市公安局样例分局$/)
        expect(RIGHT_MM - date.rightMm).toBeGreaterThan(3.8 * CHAR_MM)
        expect(RIGHT_MM - date.rightMm).toBeLessThan(4.2 * CHAR_MM)
        const middle = date.rightMm - toMm(11 * 16) / 2
        expect((unit.leftMm + unit.rightMm) / 2 - middle).toBeLessThan(1)
        expect((unit.leftMm + unit.rightMm) / 2 - middle).toBeGreaterThan(-1)
        expect(unit.page).toBe(date.page)
        for (const above of [/附件：1．/, /^特此函达/])
            expect(linesOn(doc, date.page).some(({ text }) => above.test(text))).toBe(true)
    })
    test("has its code in brackets on the line below the date", () => {
        const date = lineWith(doc, /^年月日$/)
        const code = lineWith(doc, /核对码：89abcdef；/)
        expect(code.page).toBe(date.page)
        expect(code.text).toMatch(/^（公函核对码：89abcdef；附件清单附后）$/)
        expect((code.baseMm - date.baseMm) / LINE_MM).toBeCloseTo(1, 1)
    })
    test("has at most 22 lines on a page", () => {
        for (const page of doc.pages.keys()) expect(linesOn(doc, page).length).toBeLessThanOrEqual(22)
    })
})

test("a long name of a unit is centred upon the date line by line, and stays between the margins", () => {
    const doc = laidOut("disclosure", "示例省样例自治州虚构县公安局网络犯罪案件侦查办理大队")
    const date = lineWith(doc, /^年月日$/)
    for (const part of [/^示例省样例自治州虚构县公安局$/, /^网络犯罪案件侦查办理大队$/]) {
        const line = lineWith(doc, part)
        expect(line.rightMm).toBeLessThan(RIGHT_MM)
        expect(Math.abs((line.leftMm + line.rightMm) / 2 - (date.rightMm - toMm(11 * 16) / 2))).toBeLessThan(1)
    }
})

test("a long name of an annex goes on below its first character (§7.3.4)", () => {
    const doc = laidOut("disclosure", undefined, LONG_NUMBER)
    const first = lineWith(doc, /^附件：1．调取证据通知书/)
    const next = lineWith(doc, /^调证字〔2026〕1000789号）$/)
    expect(next.page).toBe(first.page)
    expect((next.baseMm - first.baseMm) / LINE_MM).toBeCloseTo(1, 1)
    const items = textsOn(doc, first.page, false).filter((item) => Math.abs(toMm(item.yPt) - first.baseMm) < 0.1)
    const before = items.flatMap(({ glyphs, adjust, sizePt, xPt }) => {
        const end = glyphs.findIndex(({ text }) => text === "．")
        const width = glyphs.slice(0, end + 1).reduce((sum, { advance }, i) => sum + advance + (adjust[i] ?? 0), 0)
        return end < 0 ? [] : [toMm(xPt + (width * sizePt) / 1000)]
    })
    expect(before).toHaveLength(1)
    expect(next.leftMm).toBeCloseTo(before[0] ?? 0, 0)
})

test("the list of files follows the signature on its page where it fits, a line below", () => {
    const doc = laidOut("freeze")
    const code = lineWith(doc, /核对码：89abcdef；/)
    const list = lineWith(doc, /^附件清单$/)
    expect(list.page).toBe(code.page)
    expect((list.baseMm - code.baseMm) / LINE_MM).toBeCloseTo(2, 1)
    const long = laidOut("emergency")
    expect(lineWith(long, /^附件清单$/).page).toBe(lineWith(long, /核对码：89abcdef；/).page + 1)
})

test("the editable letter has the same page numbers, and its signature does not stand on a page alone", () => {
    const bytes = composeDocx(host, {
        template: letterTemplate("disclosure"),
        data: viewOf("disclosure"),
        at: "2026-11-25T15:30:00+08:00",
        ref: "LX-1",
        foot: "",
    })
    const part = (name: string): string => new TextDecoder().decode(unzipSync(bytes)[`word/${name}.xml`])
    const body = part("document")
    const footers = ["default", "even", "first"].map((kind) => {
        const id = new RegExp(`footerReference w:type="${kind}" r:id="rId(\\d+)"`).exec(body)?.[1]
        const target = new RegExp(`Id="rId${id ?? ""}"[^>]*Target="([^"]+)\\.xml"`)
        const relations = new TextDecoder().decode(unzipSync(bytes)["word/_rels/document.xml.rels"])
        return part(target.exec(relations)?.[1] ?? "")
    })
    expect(part("settings")).toContain("<w:evenAndOddHeaders/>")
    expect(footers.map((text) => [/PAGE/.test(text), /<w:jc w:val="(\w+)"/.exec(text)?.[1]])).toEqual([
        [true, "right"],
        [true, "left"],
        [false, "right"],
    ])
    const paragraphs = body.split("</w:p>")
    const kept = (text: string) => paragraphs.find((paragraph) => paragraph.includes(text))?.includes("<w:keepNext/>")
    expect(["特此函达", "附件：", "示例市公安局样例分局"].map(kept)).toEqual([true, true, true])
    const annex = paragraphs.find((paragraph) => paragraph.includes("附件："))
    expect(annex).toMatch(/<w:ind w:left="2048" w:firstLineChars="0" w:hanging="1418"\/>/)
    expect(kept("地址：")).toBe(false)
})
