import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { type CourtFacts, courtSheetView } from "../../src/editions/officer/court-sheet.ts"
import { QUESTION_IDS, QUESTIONS, type QuestionId } from "../../src/editions/officer/court-sheet.words.ts"
import type { Case } from "../../src/facts/case/schema.ts"
import { readLaws } from "../../src/facts/legal/laws.ts"
import { type Officer, readOfficer } from "../../src/facts/officer/officer.ts"
import type { ReceivedFile, ReceivedRecord } from "../../src/facts/officer/received-record.ts"
import { renderModel } from "../../src/flows/print/compose.ts"
import { checkCase } from "../../src/flows/victim/check.ts"
import { nodeHost } from "../../src/node/host.ts"
import { readCaseFolder } from "../../src/node/read-case.ts"
import { collectText } from "../../src/typeset/document/collect-text.ts"
import { file, ROOT, sampleText } from "../check.ts"

/** 庭前准备: ten questions, each with what the packet says, where, and its limit; never a conclusion. */

const host = nodeHost()
const laws = readLaws(host.asset("legal/laws.yaml"))
const HASH = "0".repeat(64)
let bare: CourtFacts
let officer: Officer

beforeAll(async () => {
    const { loaded, items } = await checkCase(readCaseFolder(join(ROOT, "assets/sample-case")), host)
    const reading = readOfficer("officer.yaml", file(sampleText("sample-officer", "officer.yaml")))
    if (loaded === undefined || reading.officer === undefined) throw new Error("the sample is not right")
    officer = reading.officer
    bare = {
        facts: loaded.case,
        items,
        ledger: undefined,
        requests: [],
        answers: [],
        codes: [{ layer: 1, code: "aaaa" }],
    }
})

const one = (more: Partial<ReceivedFile> = {}): ReceivedFile => ({
    ...{ label: "R01", name: "a.csv", path: "received/R01.csv", sizeBytes: 1, sha256: HASH, mediaType: "text/csv" },
    ...more,
})
const answer = (more: Partial<ReceivedRecord> = {}): ReceivedRecord => ({
    format: "1.0",
    ref: "QD-77",
    request: { no: 1, type: "disclosure", layer: 2, checkCode: "bbbb", recipient: "binance" },
    receivedAt: "2026-12-10T01:20:00Z",
    extractedAt: "2026-12-10T02:05:00Z",
    from: "le@desk.example",
    place: "办案区",
    officers: ["样民警", "样例二"],
    limits: { stated: "none" },
    files: [one()],
    ...more,
})

interface Row {
    readonly question: string
    readonly answers: readonly { readonly text: string }[]
    readonly where: string
    readonly limit: string
}
const rowsOf = (of: CourtFacts): Readonly<Record<QuestionId, Row>> => {
    const { rows } = courtSheetView(of, laws) as { readonly rows: readonly Row[] }
    return Object.fromEntries(QUESTION_IDS.map((id, i) => [id, rows[i]])) as Record<QuestionId, Row>
}
const said = (of: CourtFacts, id: QuestionId): string =>
    rowsOf(of)
        [id].answers.map(({ text }) => text)
        .join("\n")
/** The bare packet with one request and one answer. */
const answered = (more: Partial<ReceivedRecord> = {}): CourtFacts => ({
    ...bare,
    requests: [{ layer: 2, no: 1, officer }],
    answers: [{ layer: 3, record: answer(more) }],
})

test("times that run backwards from one layer to the next are pointed at, since they will be asked about", () => {
    expect(said(answered(), "time")).not.toContain("先后颠倒")
    const early = answered({ receivedAt: "2026-11-25T01:00:00Z", extractedAt: "2026-11-25T02:00:00Z" })
    expect(said(early, "time")).toContain("第 3 层写的时间早于第 2 层的：先后颠倒")
})

test.each(QUESTION_IDS)("%s has an answer, a place and a limit, with and without an answer of a desk", (id) => {
    for (const of of [bare, answered()]) {
        const { question, answers, where, limit } = rowsOf(of)[id]
        expect(question).toBe(QUESTIONS[id].question)
        expect(answers.length).toBeGreaterThan(0)
        for (const { text } of answers) expect(text.trim()).not.toBe("")
        expect(where).not.toBe("")
        expect(limit.length).toBeGreaterThan(10)
    }
})

describe("the answer follows the packet", () => {
    test.each<[QuestionId, Partial<ReceivedRecord>, RegExp]>([
        ["taker", {}, /第 3 层：样民警、样例二 提取对方答复的 1 个文件/],
        ["time", {}, /第 3 层：2026-12-10 09:20:00（北京时间） 收到，2026-12-10 10:05:00（北京时间） 提取/],
        ["origin", { way: "portal" }, /第 3 层：来自 le@desk\.example（门户下载），在办案区提取/],
        ["persons", {}, /填写的是 样民警、样例二；见证人：未填；录音录像：未填/],
        ["persons", { witness: "王某", recorded: "yes" }, /见证人：王某；录音录像：有录音录像/],
        ["hash", {}, /一致 0 个，不一致 0 个；没有给出的 1 个/],
        [
            "hash",
            {
                files: [
                    one({ stated: { algorithm: "MD5", value: "x", agrees: true } }),
                    one({ stated: { algorithm: "SHA-256", value: "y", agrees: false } }),
                    one(),
                ],
            },
            /一致 1 个，不一致 1 个；没有给出的 1 个；只给出 MD5 或者 SHA-1 的 1 个，.*以收到时计算的 SHA-256 为准/,
        ],
        [
            "hash",
            {
                files: [
                    one({
                        stated: { algorithm: "MD5", value: "x", agrees: true },
                        furtherStated: [{ algorithm: "SHA-256", value: "y", agrees: true }],
                    }),
                ],
            },
            /一致 1 个，不一致 0 个；没有给出的 0 个$/,
        ],
        ["limits", {}, /填写人没有看到限制/],
        ["limits", { limits: { stated: "stated", text: "intelligence only" } }, /有限制：intelligence only/],
        ["account", {}, /已登记平台的答复 1 份，是否写明账户属于谁，看答复原文/],
        ["open", { outstanding: "登录日志" }, /第 3 层的答复尚缺：登录日志/],
        ["translation", { translation: "pending" }, /第 3 层：待翻译/],
        ["translation", {}, /第 3 层：未填/],
    ])("%s %o", (id, more, expected) => {
        expect(said(answered(more), id)).toMatch(expected)
        expect(said(bare, id)).not.toMatch(expected)
    })

    test("statements in another language lack a translation", () => {
        const facts: Case = { ...bare.facts, demands: [{ text: "Please return my coins if they are found." }] }
        expect(said({ ...bare, facts }, "translation")).toContain("报案人的陈述有 1 处不是中文，未附译文")
        expect(said(bare, "translation")).not.toContain("不是中文")
    })

    test("who is not named goes by what happened", () => {
        const paid: Case["incident"] = { ...bare.facts.incident, kind: ["payment-by-deception"], cause: "unknown" }
        const { apiKey: _, ...facts } = { ...bare.facts, incident: paid }
        expect(said({ ...bare, facts }, "open")).toMatch(/收款的人是谁；“受骗”是报案人的陈述/)
        expect(said({ ...bare, facts }, "open")).not.toContain("未经授权")
        expect(said(bare, "open")).toContain("“未经授权”是报案人的陈述")
    })

    test("layers stand in their order, though requests and answers take turns", () => {
        const of: CourtFacts = {
            ...bare,
            requests: [2, 4].map((layer, i) => ({ layer, no: i + 1, officer })),
            answers: [3, 5].map((layer) => ({ layer, record: answer() })),
            codes: [1, 2, 3, 4, 5].map((layer) => ({ layer, code: "aaaa" })),
        }
        const layers = (id: QuestionId) =>
            [...said(of, id).matchAll(/^第 (\d) 层(?!写的时间)/gm)].map(([, n]) => n).join("")
        expect(layers("time")).toBe("12345")
        expect(layers("hash")).toBe("1233455")
    })

    test("what an answer lacked is told with the later answers to that request, and with no other's", () => {
        const part = answer({ outstanding: "登录日志" })
        const other = answer({ request: { ...part.request, no: 2 } })
        const rest = (record: ReceivedRecord) =>
            said(
                {
                    ...answered(),
                    answers: [
                        { layer: 3, record: part },
                        { layer: 4, record },
                    ],
                },
                "open",
            )
        expect(rest(answer())).toContain("第 3 层的答复尚缺：登录日志（登记时；其后第 4 层又登记了同一次请求的答复")
        expect(rest(other)).toMatch(/第 3 层的答复尚缺：登录日志(?:\n|$)/)
    })

    test("a fact that every request leaves out is one fact", () => {
        const requests = [2, 3, 4].map((layer) => ({ layer, no: layer - 1, officer }))
        expect(officer.factsNotUsed).toEqual(["ips[2]"])
        expect(said({ ...bare, requests }, "open")).toContain("“本次请求未采用”的事实 1 项")
    })

    test("that only the reporter says whose account it is, is said only until a desk has answered", () => {
        expect(rowsOf(bare).account.limit).toContain("目前只有报案人的陈述")
        expect(rowsOf(answered()).account.limit).not.toContain("目前只有")
    })

    test("a request without an answer is open, one with an answer is not", () => {
        expect(said({ ...bare, requests: [{ layer: 2, no: 1, officer }] }, "open")).toContain(
            "没有登记答复的请求：第 1 次",
        )
        expect(said(answered(), "open")).not.toContain("没有登记答复的请求")
    })
})

test("it never concludes: nothing is shown, proved or established in any case", () => {
    const all = [bare, answered(), answered({ limits: { stated: "stated", text: "x" }, recorded: "no" })].map((of) =>
        collectText(renderModel(host, "zh-CN/court-sheet", courtSheetView(of, laws))),
    )
    for (const text of all) {
        // A paper's name, and what nobody else attests, are no conclusions.
        const rest = text.replace(/电子证明文件|没有第三方证明/g, "")
        expect(rest).not.toMatch(
            /证明|证实|足以|构成|属实|查明|认定[^。；\n]*(?:是|为)|系.{0,8}所为|真实|可信的|排除|合法有效|不合法/,
        )
        expect(rest).not.toMatch(/prove|establish/i)
        expect(text).not.toMatch(/undefined|\[object/)
    }
    // The test can fail.
    expect("可以证明账户属于报案人").toMatch(/证明/)
})

test("the law that limits rest on is cited, and the day of the texts stands on the sheet", () => {
    const rows = rowsOf(bare)
    for (const id of QUESTION_IDS) if (QUESTIONS[id].law.length > 0) expect(rows[id].limit).toMatch(/（《.+》第.+条）$/)
    expect(collectText(renderModel(host, "zh-CN/court-sheet", courtSheetView(bare, laws)))).toContain(laws.compiledOn)
})
