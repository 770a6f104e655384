import { describe, expect, test } from "vitest"
import { ACTS } from "../../../src/facts/journal/acts.data.ts"
import type { Entry } from "../../../src/facts/journal/chain.ts"
import { after, type DeskTerms, dueOn } from "../../../src/facts/journal/due.ts"
import { DUE_RULES } from "../../../src/facts/journal/rules.data.ts"
import { basisSaid, daySaid } from "../../../src/facts/journal/said.ts"

const NONE: DeskTerms = () => ({})
const desk: DeskTerms = (id) =>
    id === "desk-a"
        ? {
              "access-review": {
                  count: 3,
                  unit: "business-days",
                  basis: {
                      source: { "zh-CN": "指南", en: "guide" },
                      says: { "zh-CN": "3 个工作日", en: "3 days" },
                      grade: "A",
                  },
              },
          }
        : {}

let n = 0
const entry = (act: string, day: string, fields: Record<string, string> = {}): Entry => ({
    n: ++n,
    ...{ at: `${day}T10:00:00+08:00`, recordedAt: `${day}T10:00:00+08:00`, act, fields, files: [] },
})
/** Rule, day and state of each term. */
const told = (entries: readonly Entry[], on: string, terms = NONE) =>
    dueOn(entries, terms, on).map(({ rule, day, state }) => [rule.id, day, state])

describe("the last day of a term", () => {
    test.each([
        ["2026-11-27", 1, "business-days", "2026-11-30"], // a Friday
        ["2026-11-27", 3, "business-days", "2026-12-02"],
        ["2026-11-28", 1, "business-days", "2026-11-30"], // a Saturday
        ["2026-11-29", 5, "business-days", "2026-12-04"], // a Sunday
        ["2026-11-30", 20, "business-days", "2026-12-28"],
        ["2026-11-27", 3, "days", "2026-11-30"],
        ["2028-02-28", 1, "days", "2028-02-29"],
        ["2026-08-31", 6, "months", "2027-02-28"],
        ["2027-08-31", 6, "months", "2028-02-29"],
        ["2026-11-27", 6, "months", "2027-05-27"],
        ["2026-12-31", 12, "months", "2027-12-31"],
    ] as const)("%s + %i %s = %s", (day, count, unit, last) => {
        expect(after(day, { count, unit })).toBe(last)
    })
})

test("every rule has source, date and grade, and starts and ends with acts that there are", () => {
    for (const { act, endedBy, basis, words } of DUE_RULES) {
        expect(basis.readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        expect(basis.grade).toMatch(/^[A-D]$/)
        for (const text of [basis.source, basis.says, words]) {
            expect(text["zh-CN"]).toMatch(/\p{Script=Han}/u)
            expect(text.en).toMatch(/[a-z]/)
        }
        expect(basisSaid(basis)["zh-CN"]).toContain(basis.readOn)
        for (const one of [act, ...endedBy]) expect(ACTS).toHaveProperty(one)
    }
})

test("the day that the letter names is held against the day asked for, until an answer comes", () => {
    const sent = entry("sent", "2026-11-02", { type: "disclosure", replyBy: "2026-11-20", no: "2" })
    expect(told([sent], "2026-11-19")).toEqual([["reply-by", "2026-11-20", "running"]])
    expect(told([sent], "2026-11-20")).toEqual([["reply-by", "2026-11-20", "today"]])
    expect(told([sent], "2026-11-21")).toEqual([["reply-by", "2026-11-20", "overdue"]])
    const part = entry("answered-in-part", "2026-11-18", { outstanding: "登录日志", no: "2" })
    const other = entry("answered", "2026-11-18", { no: "1" })
    expect(told([sent, part, other], "2026-11-21")[0]?.[2]).toBe("overdue")
    const answer = entry("answered", "2026-11-19", { no: "2" })
    expect(told([sent, part, answer], "2026-11-21")).toEqual([["reply-by", "2026-11-20", "ended"]])
    const voided = entry("voided", "2026-11-19", { entry: String(answer.n), reason: "记错" })
    expect(told([sent, part, answer, voided], "2026-11-21")[0]?.[2]).toBe("overdue")
})

test("without a day the law's term or silence is said, and where it ends on a day of rest", () => {
    const all = dueOn(
        [
            entry("sent", "2026-11-02", { type: "disclosure" }),
            entry("sent", "2026-11-02", { type: "data-freeze", no: "2" }),
        ],
        NONE,
        "2026-11-27",
    )
    expect(all.map((one) => daySaid(one)["zh-CN"])).toEqual([
        "2027-05-02（6 个月；星期日）",
        "台账没有写明；法律未见明文",
    ])
})

test("a freeze ends after six months unless its paper says another day, and closing the matter does not end it", () => {
    const sent = entry("sent", "2026-11-27", { type: "freeze", recipient: "desk-b" })
    expect(told([sent, entry("closed", "2026-11-28")], "2027-05-28")).toEqual([["freeze", "2027-05-27", "overdue"]])
    const own = entry("sent", "2026-11-27", { type: "freeze", recipient: "desk-b", until: "2027-01-31" })
    expect(told([own], "2026-11-28")).toEqual([["freeze", "2027-01-31", "running"]])
    const second = { type: "freeze", recipient: "desk-b", no: "2", until: "2027-07-20" }
    // Of another account: the first is still to be renewed.
    expect(told([own, entry("sent", "2027-01-20", second)], "2027-02-01")).toEqual([
        ["freeze", "2027-01-31", "overdue"],
        ["freeze", "2027-07-20", "running"],
    ])
    const renewed = entry("sent", "2027-01-20", { ...second, renews: "1" })
    expect(told([own, renewed], "2027-02-01")).toEqual([
        ["freeze", "2027-07-20", "running"],
        ["freeze", "2027-01-31", "ended"],
    ])
})

test("a day is that of Beijing, whatever clock the entry names", () => {
    const sent = { ...entry("sent", "2026-02-28", { type: "freeze" }), at: "2026-02-28T16:30:00Z" }
    expect(dueOn([sent], NONE, "2026-03-02")[0]).toMatchObject({ from: "2026-03-01", day: "2026-09-01" })
})

test("business days are a desk's own, with both days on paper", () => {
    const asked = entry("access-requested", "2026-11-27", { recipient: "desk-a" })
    const [due] = dueOn([asked], desk, "2026-12-03")
    expect(due).toMatchObject({ day: "2026-12-02", calendarDay: "2026-11-30", state: "overdue" })
    expect(due && daySaid(due)["zh-CN"]).toBe(
        "2026-12-02（3 个工作日，按周一至周五计，未计法定节假日；按自然日为 2026-11-30）",
    )
    const granted = entry("access-granted", "2026-12-01", { recipient: "desk-a" })
    expect(told([asked, granted], "2026-12-03", desk)[0]?.[2]).toBe("ended")
    expect(told([entry("access-requested", "2026-11-27", { recipient: "desk-b" })], "2026-12-03", desk)).toEqual([
        ["access-review", undefined, "undated"],
    ])
})

test("a channel that was applied for is due until its state changes", () => {
    const applied = entry("channel", "2026-11-27", { recipient: "desk-a", state: "applied" })
    expect(told([applied], "2026-12-01", desk)).toEqual([["channel-review", "2026-12-02", "running"]])
    const active = entry("channel", "2026-12-01", { recipient: "desk-a", state: "active" })
    expect(told([applied, active], "2026-12-05", desk)[0]?.[2]).toBe("ended")
    expect(
        told(
            [applied, entry("channel", "2026-12-01", { recipient: "desk-b", state: "active" })],
            "2026-12-05",
            desk,
        )[0]?.[2],
    ).toBe("overdue")
})

test("a request that was withdrawn is waited for no longer; what a desk holds frozen is not free by that", () => {
    const sent = (no: string, type: string, fields: Record<string, string>) =>
        entry("sent", "2026-11-20", { no, type, recipient: "desk-b", ...fields })
    const entries = [
        sent("1", "disclosure", { replyBy: "2026-12-20" }),
        sent("2", "freeze", { until: "2027-05-20" }),
        sent("3", "disclosure", { replyBy: "2026-12-24" }),
        entry("withdrawn", "2026-11-25", { no: "1", reason: "账户查错" }),
        entry("withdrawn", "2026-11-25", { no: "2", reason: "账户查错" }),
    ]
    const states = told(entries, "2026-12-21").filter(([id]) => id === "reply-by" || id === "freeze")
    expect(states).toEqual([
        ["reply-by", "2026-12-24", "running"],
        ["freeze", "2027-05-20", "running"],
        ["reply-by", "2026-12-20", "ended"],
    ])
})
