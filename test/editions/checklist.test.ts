import { describe, expect, test } from "vitest"
import { checklistView } from "../../src/editions/officer/checklist.ts"
import { profileAddresses } from "../../src/facts/addresses/addresses.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { emptyChecklist, makeChecklist } from "../../src/facts/checklist/checklist.ts"
import type { Material } from "../../src/facts/checklist/material.ts"
import { validateOfficer } from "../../src/facts/checklist/officer-check.ts"
import { type Officer, readOfficer } from "../../src/facts/officer/officer.ts"
import { codes, file, leaves, sampleText } from "../check.ts"
import { desk, deskCase } from "../desks.ts"

/** 核对表: what, state, reason, who and where of every detail, at each stage. */

const RECIPIENT = desk()
const FACTS = readCase("case.yaml", file(deskCase())).loaded?.case
const SAMPLE = sampleText("sample-officer", "officer.yaml")
const ROLES = ["front", "back", "holding"] as const

const ALL: Material = {
    photos: new Set(ROLES),
    sealedLetter: true,
    legalScans: 1,
    caseMaterials: true,
    files: {
        officer: "officer.yaml",
        photos: new Map(ROLES.map((role) => [role, `${role}.jpg`])),
        sealed: ["盖章.pdf"],
        legal: ["通知书.pdf"],
        materials: ["01.pdf", "02.xlsx"],
    },
}

interface View {
    readonly numbers: { readonly items: string; readonly conditions: string }
    readonly leaves: string
    readonly conclusion: string
    readonly lacking?: readonly { readonly text: string }[]
    readonly problems?: string
    readonly items: readonly { readonly title: string; readonly leaves: readonly Row[] }[]
    readonly conditions: readonly Record<string, string>[]
    readonly suggestions: readonly Record<string, string>[]
    readonly verified?: readonly Record<string, string>[]
    readonly identity?: { readonly text: string; readonly provided: boolean }
}
interface Row {
    readonly label: string
    readonly state: string
    readonly reasons: readonly { readonly text: string }[]
    readonly who: string
    readonly where: readonly { readonly text: string }[]
}

async function view(change: (text: string) => string = (text) => text, material = ALL): Promise<View> {
    const { officer, data, issues } = readOfficer("officer.yaml", file(change(SAMPLE)))
    if (officer === undefined) throw new Error(codes(issues).join())
    const found = await validateOfficer("officer.yaml", officer, data, RECIPIENT, profileAddresses(RECIPIENT), [])
    return printed(makeChecklist(RECIPIENT, officer, material, found), officer)
}
function printed(list: ReturnType<typeof emptyChecklist>, officer: Officer | undefined): View {
    if (FACTS === undefined) throw new Error("the sample case is not right")
    return checklistView(FACTS, "LX-2023-0321", RECIPIENT, list, officer) as View
}
const rows = ({ items }: View) => items.flatMap((item) => item.leaves)
const row = (of: View, label: string) => rows(of).find((one) => one.label === label)
const texts = (list: readonly { readonly text: string }[] | undefined) => list?.map(({ text }) => text)

test("every detail and every condition answers all questions, at every stage", async () => {
    const stages = [
        printed(emptyChecklist(RECIPIENT), undefined),
        await view((text) => text, { ...ALL, sealedLetter: false }),
        await view(),
        await view((text) => text.replace("route: email", "route: existing-account")),
        await view((text) => text.replace("route: email", "route: portal")),
    ]
    for (const stage of stages) {
        expect(rows(stage)).toHaveLength(14)
        expect(stage.conditions).toHaveLength(5)
        expect(stage.suggestions.length).toBeGreaterThan(0)
        for (const { label, state, reasons, who, where } of rows(stage))
            for (const text of [label, state, who, ...reasons, ...where].map((one) =>
                typeof one === "string" ? one : one.text,
            ))
                expect(text.trim(), label).not.toBe("")
        for (const { reasons, where, label } of rows(stage)) {
            expect(reasons.length, label).toBeGreaterThan(0)
            expect(where.length, label).toBeGreaterThan(0)
        }
        for (const text of leaves(stage)) expect(text).not.toMatch(/undefined|\[object|NaN|未提供。/)
    }
})

test("what the program cannot tell is for a person to see to, in the draft and at the end", () => {
    const [first, ...others] = RECIPIENT.items
    if (first === undefined || FACTS === undefined) throw new Error("the sample is not right")
    const leaf = { id: "notary", zh: "公证书", byHand: "yes" as const }
    const asking = { ...RECIPIENT, items: [{ ...first, leaves: [...first.leaves, leaf] }, ...others] }
    const { officer } = readOfficer("officer.yaml", file(SAMPLE))
    for (const list of [emptyChecklist(asking), makeChecklist(asking, officer ?? { route: "email" }, ALL)]) {
        const seen = checklistView(FACTS, "LX-1", asking, list, undefined) as View
        expect(row(seen, "公证书")).toEqual({
            label: "公证书",
            state: "请人工核对",
            reasons: [{ text: "程序无法判断是否备齐，请按收件方要求准备并逐项核对" }],
            who: "民警",
            where: [{ text: "民警自备" }],
        })
        expect(seen.conclusion).not.toContain("公证书")
    }
})

test("many things that are lacking stand below the conclusion, by their kind", () => {
    const seen = printed(emptyChecklist(RECIPIENT), undefined)
    expect(seen.conclusion).toBe("暂不能发送")
    const [conditions = "", details = ""] = texts(seen.lacking) ?? []
    expect([seen.numbers.conditions, seen.leaves]).toEqual(["发送条件 0/5", "1/14"])
    expect(conditions).toMatch(/^发送条件还有 5 项未备，其中 3 项缺了就不能发送：.*盖章公函/)
    expect(details).toMatch(/^细项还有 13 项未备，其中 10 项缺了就不能发送：.*办公电话/)
    const [, count, names = ""] = /其中 (\d+) 项缺了就不能发送：(.*)/.exec(details) ?? []
    expect(names.replace(/（.*?）/g, "").split("、")).toHaveLength(Number(count))
    const [, stopping, conditionNames = ""] = /其中 (\d+) 项缺了就不能发送：(.*)/.exec(conditions) ?? []
    expect(conditionNames.replace(/（.*?）/g, "").split("、")).toHaveLength(Number(stopping))
})

test("a draft says who supplies what, and that only the case materials are there", () => {
    const draft = printed(emptyChecklist(RECIPIENT), undefined)
    expect([draft.numbers.items, draft.leaves, draft.numbers.conditions]).toEqual([
        "八项信息 1/8",
        "1/14",
        "发送条件 0/5",
    ])
    expect(new Set(rows(draft).map(({ state }) => state))).toEqual(new Set(["缺", "已备"]))
    expect(row(draft, "案件材料")).toMatchObject({ state: "已备", who: "报案人" })
    expect(texts(row(draft, "单位全称")?.where)).toEqual(["民警信息表：单位全称（中文、英文）"])
    expect(draft.conditions.map(({ who }) => who)).toEqual(["上级", "民警", "上级", "民警", "民警"])
})

test("what is ready shows its value, its file, and each condition how it was met and what an open one would stop", async () => {
    const done = await view()
    expect(texts(row(done, "部门")?.reasons)).toEqual(["虚构派出所", "Xugou Police Station"])
    expect(texts(row(done, "正面照片")?.where)).toEqual(["front.jpg"])
    expect(row(done, "正面照片")?.state).toBe("随身份邮件")
    expect(texts(row(done, "案件材料")?.where)).toEqual(["01.pdf", "02.xlsx"])
    expect(done.conditions.map(({ where }) => where)).toEqual([
        "盖章.pdf",
        "通知书.pdf",
        "officer.yaml：批准人各项",
        "officer.yaml：渠道核实各项",
        "officer.yaml：邮箱认可各项",
    ])
    expect(done.conditions[3]?.basis).toContain("样例二")
    expect(done.conditions[0]?.basis, "the program cannot see a seal").toBe(
        "扫描件由民警提供；是否盖章、是否这一份、有无倒置错页，程序看不出，请与原件逐页核对",
    )
    expect(done).toMatchObject({ addressSource: expect.stringMatching(/；本案已核实，见第二部分第 4 项$/) })
    expect(done.conditions.map(({ stops }) => stops)).toEqual([
        ...Array<string>(3).fill("不生成任何可发送的文件"),
        "案件材料和证件图像不得发送；可发函询问渠道",
        "证件图像不得发送",
    ])
    expect(done.verified).toBeUndefined()
})

test("images that may not go yet, that a portal takes, and that a route does not ask for", async () => {
    const waiting = await view((text) => text, { ...ALL, sealedLetter: false })
    expect(row(waiting, "反面照片")?.state).toBe("已备好，未随信")
    const portal = await view((text) => text.replace("route: email", "route: portal"))
    expect(row(portal, "反面照片")?.state).toBe("已备")
    const account = await view((text) => text.replace("route: email", "route: existing-account"))
    expect(row(account, "反面照片")?.state).toBe("该渠道不需要")
    expect(account.conditions[4]).toMatchObject({ state: "已满足", basis: "由已有账号提交，不用本人邮箱" })
})

test.each([
    [
        "a paper that has all but its scan, by the scan alone",
        (text: string) => text,
        { ...ALL, legalScans: 0 },
        "暂不能发送，缺：法律文书（扫描件）",
    ],
    [
        "half an approval, by its date",
        (text: string) => text.replace(/(approver: .*\n.*\n) {2}date: .*\n/, "$1"),
        ALL,
        "暂不能发送，缺：批准日期",
    ],
    [
        "a whole approval as one item",
        (text: string) => text.replace(/ {2}approver: .*\n.*\n {2}date: .*\n/, ""),
        ALL,
        "暂不能发送，缺：批准（批准人、批准日期）",
    ],
    [
        "details by the labels of their blank rows",
        (text: string) => text.replace(/ {2}phone: .*\n/, "").replace(/ {2}addressEn: .*\n/, ""),
        ALL,
        "暂不能发送，缺：单位通信地址（英文）、办公电话",
    ],
    [
        "photos where channel and mailbox are settled",
        (text: string) => text,
        { ...ALL, photos: new Set<never>() },
        "暂不能发送，缺：正面照片、反面照片、手持证件照片",
    ],
    [
        "no photos while the channel is open",
        (text: string) => text.replace(/channelConfirmed:\n(?: {2}.*\n){4}/, ""),
        { ...ALL, photos: new Set<never>(), sealedLetter: false },
        "暂不能发送，缺：盖章公函（扫描件）",
    ],
])("the conclusion names %s", async (_, change, material, conclusion) => {
    expect((await view(change, material)).conclusion).toBe(conclusion)
})

describe("a problem", () => {
    test("is shown at its detail with reason and way out, and counted", async () => {
        const seen = await view((text) => text.replace("phoneType: landline", "phoneType: mobile"))
        expect(seen.problems).toBe("1")
        expect(seen.numbers.items).toBe("八项信息 7/8")
        expect(seen.conclusion).toBe("可以发送")
        const { state, reasons } = row(seen, "类型（座机/手机）") ?? {}
        expect(state).toBe("有问题")
        expect(texts(reasons)).toEqual([
            "手机",
            "核对：类型填的是手机，但 +86 24 0000 0001 是座机号码。请核对办公电话和电话类型。",
        ])
    })
    test("of a public mailbox names the three ways out", async () => {
        const seen = await view((text) =>
            text
                .replace("xugou-station@gaj.shili.example", "12345@qq.com")
                .replace(/mailboxAccepted:\n(?: {2}.*\n){3}/, ""),
        )
        const said = texts(row(seen, "工作邮箱")?.reasons)?.join("") ?? ""
        for (const way of ["上级或网安、反诈部门已有的账号", "gov.cn 工作邮箱", "收件方接受何种证明"])
            expect(said).toContain(way)
    })
    test("half filled in, a detail says what is there and what is not", async () => {
        const seen = await view((text) => text.replace(/^ {2}positionEn:.*\n/m, ""))
        expect(texts(row(seen, "职务")?.reasons)).toEqual(["民警", "未填：职务（英文）"])
    })
})

test("an address that looked like a recipient's is printed with who verified it, when and how", async () => {
    const answer =
        "\nverifiedAddresses:\n  - {address: https://kovexx.example, by: 样例二, on: 2026-11-20, how: 样例：核对备案}\n"
    const seen = await view(
        (text) => text.replace("website: gaj.shili.example", "website: https://kovexx.example") + answer,
    )
    expect(seen.verified).toEqual([
        { address: "https://kovexx.example", by: "样例二", on: "2026-11-20", how: "样例：核对备案" },
    ])
})

test("what is suggested stands apart and counts in no number", async () => {
    const bare = await view((text) => text.replace(/^secondOfficer:.*\n/m, "").replace(/^ {2}legalReview:.*\n/m, ""))
    expect(bare.suggestions.map(({ state }) => state)).toEqual(["未填", "已有", "已有", "未填", "请自备", "未填"])
    expect([bare.numbers.items, bare.numbers.conditions]).toEqual(["八项信息 8/8", "发送条件 5/5"])
})

describe("of identity images", () => {
    test.each<readonly [string, string, string, boolean]>([
        [
            "by mail: which, for whom, where to and when",
            "email",
            "3 份（正面照片、反面照片、手持证件照片），供 Kovex、Binnacle 核验民警身份，以单独的邮件发至 help@kovex.example。",
            true,
        ],
        ["by the portal: where they are uploaded", "portal", "在注册门户账号时上传。", true],
        ["none where the route does not ask", "existing-account", "未对外提供证件图像。", false],
    ])("the archive's sheet says, %s", async (_, route, expected, provided) => {
        const { identity, conclusion } = await view((text) => text.replace("route: email", `route: ${route}`))
        expect(conclusion).toBe("可以发送")
        expect(identity?.text).toContain(expected)
        expect(identity?.provided).toBe(provided)
        expect(identity?.text).not.toMatch(/[0-9a-f]{16}/)
    })
    test("none are provided before the channel is confirmed", async () => {
        const seen = await view((text) => text.replace(/channelConfirmed:\n(?: {2}.*\n){4}/, ""))
        expect(seen.conclusion).toContain("证件图像不得发送")
        expect(seen.identity).toEqual({
            text: "渠道或邮箱尚未确认，本次未制作、未对外提供证件图像。",
            provided: false,
        })
    })
    test("the sheet says nothing while nothing may be sent", async () => {
        expect((await view((text) => text, { ...ALL, sealedLetter: false })).identity).toBeUndefined()
        expect(printed(emptyChecklist(RECIPIENT), undefined).identity).toBeUndefined()
    })
})
