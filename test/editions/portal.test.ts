import { describe, expect, test } from "vitest"
import { blankPortalSheet } from "../../src/editions/officer/blank-forms.ts"
import { type PortalSheet, portalSheet } from "../../src/editions/officer/portal.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { makeChecklist } from "../../src/facts/checklist/checklist.ts"
import { readOfficer } from "../../src/facts/officer/officer.ts"
import { file, leaves, sampleText } from "../check.ts"
import { desk, deskCase } from "../desks.ts"

/** The portal's steps in its own order, each with what to type; nothing of the victim's sentences. */

const recipient = desk()
const FILES = ["01-Request-LX-1.pdf", "02-Identifiers-LX-1.xlsx"]

function sheetOf(route: string, profile = recipient, sealedLetter = false): PortalSheet | undefined {
    const { loaded } = readCase("case.yaml", file(deskCase()))
    const changed = sampleText("sample-officer", "officer.yaml").replace("route: email", `route: ${route}`)
    const { officer } = readOfficer("officer.yaml", file(changed))
    if (loaded === undefined || officer === undefined) throw new Error("the sample is not right")
    const material = { photos: new Set<never>(), sealedLetter, legalScans: 1, caseMaterials: true }
    return portalSheet(loaded.case, "LX-1", profile, makeChecklist(profile, officer, material), officer, FILES)
}

test("every step of the profile is there once, in its order and stage", () => {
    const stages = sheetOf("portal")?.stages ?? []
    const steps = recipient.routes.portal?.steps ?? []
    expect(stages.flatMap(({ stage, steps: own }) => own.map(({ zh }) => [stage, zh]))).toEqual(
        steps.map(({ stage, zh }) => [stage, zh]),
    )
    expect(stages.flatMap(({ steps: own }) => own.map(({ number }) => number))).toEqual(
        steps.map((_, i) => String(i + 1)),
    )
})

test("typed values are English or pinyin with the Chinese beside them", () => {
    const values = (sheetOf("portal")?.stages ?? []).flatMap(({ steps }) => steps.flatMap((step) => step.values))
    const typed = values.filter((value) => value.typed)
    for (const { copy } of typed) expect(copy).toMatch(/^[\n -~]+$/)
    expect(typed).toContainEqual(expect.objectContaining({ labelEn: "Phone type", copy: "Landline" }))
    expect(typed.find(({ zh }) => zh === "示例市公安局样例分局")?.copy).toBe(
        "Yangli Branch, Shili Municipal Public Security Bureau",
    )
    for (const { labelEn } of values) expect(labelEn).toMatch(/^[ -~]+$/)
})

test("identifiers that the officer adds are typed one by one, of many the first ten", () => {
    const { loaded } = readCase("case.yaml", file(deskCase()))
    const asking = (count: number) => {
        const targets = Array.from(
            { length: count },
            (_, i) => `{kind: address, value: T${String(i)}, network: TRC20, role: suspect, source: analysis}`,
        )
        const { officer } = readOfficer(
            "officer.yaml",
            file(
                sampleText("sample-officer", "officer.yaml")
                    .replace(/^request:\n/m, `request:\n  targets: [${targets.join(", ")}]\n`)
                    .replace("route: email", "route: portal"),
            ),
        )
        if (loaded === undefined || officer === undefined) throw new Error("the sample is not right")
        const material = { photos: new Set<never>(), sealedLetter: false, legalScans: 1, caseMaterials: true }
        const sheet = portalSheet(
            loaded.case,
            "LX-1",
            recipient,
            makeChecklist(recipient, officer, material),
            officer,
            FILES,
        )
        return (sheet?.stages ?? []).flatMap(({ steps }) => steps.flatMap((step) => step.values))
    }
    expect(asking(1)).toContainEqual(
        expect.objectContaining({
            label: "TRC20 充值地址",
            labelEn: "Deposit address on TRC20 (TRON)",
            zh: "嫌疑人",
            copy: "T0",
        }),
    )
    const many = asking(12)
    expect(many.filter(({ label }) => label === "TRC20 充值地址")).toHaveLength(10)
    expect(many).toContainEqual(expect.objectContaining({ copy: "2 more in the uploaded 02-Identifiers file" }))
})

test("the data asked for have their own periods, the instrument its date", () => {
    const values = (sheetOf("portal")?.stages ?? []).flatMap(({ steps }) => steps.flatMap((step) => step.values))
    const copyOf = (labelEn: string) => values.find((value) => value.labelEn === labelEn)?.copy.split("\n")
    const data = copyOf("Data requested") ?? []
    expect(data).toHaveLength(6)
    expect(data[0]).not.toContain("period of this item")
    expect(data[1]).toMatch(/^2\. Creation,.*; period of this item: 2022-11-06 12:00 to 2023-03-21 16:00 UTC\.$/)
    expect(copyOf("Legal instrument")).toEqual(["Notice of Obtaining Evidence No. SAMPLE-2026-0007 of 2026-11-19"])
})

test("a day by which to reply that nobody entered is a line to fill in, not a line less", () => {
    const { loaded } = readCase("case.yaml", file(deskCase()))
    const { officer } = readOfficer(
        "officer.yaml",
        file(sampleText("sample-officer", "officer.yaml").replace(/^ +replyBy: .*\n/m, "")),
    )
    if (loaded === undefined || officer === undefined) throw new Error("the sample is not right")
    const sheet = blankPortalSheet(loaded.case, recipient, officer, FILES)
    const values = (sheet?.stages ?? []).flatMap(({ steps }) => steps.flatMap((step) => step.values))
    expect(values.find(({ labelEn }) => labelEn === "Reply by")?.copy).toMatch(/^_+$/)
})

describe("photographs and files", () => {
    const uploads = (sheet: PortalSheet | undefined): (readonly [number, string])[] =>
        (sheet?.stages ?? []).flatMap(({ steps }, i) =>
            steps.flatMap(({ values }) => values.filter((value) => !value.typed).map(({ copy }) => [i, copy] as const)),
        )
    test("photographs belong to the first stage alone, the files to the second", () => {
        const found = uploads(sheetOf("portal"))
        expect(
            found.filter(([, copy]) => /^\S+-id-(?:front|back|holding)\.jpg\n（/.test(copy)).map(([stage]) => stage),
        ).toEqual([0, 0, 0])
        expect(found.filter(([, copy]) => FILES.includes(copy)).map(([stage]) => stage)).toEqual([1, 1])
    })
    test.each([
        [false, ["待盖章", "已备"]],
        [true, ["已备", "已备"]],
    ])("the request is ready once the letter is sealed (%s), the annexes before", (sealed, states) => {
        const values = (sheetOf("portal", recipient, sealed)?.stages ?? []).flatMap(({ steps }) =>
            steps.flatMap((step) => step.values),
        )
        expect(values.filter(({ copy }) => FILES.includes(copy)).map(({ state }) => state)).toEqual(states)
    })
    test.each(["all-routes", "no-photos"])(
        "through a verified account with %s nothing is filled in for access",
        (id) => {
            const sheet = sheetOf("existing-account", desk(id))
            expect(sheet?.stages[0]).toMatchObject({ steps: [], note: expect.stringContaining("已经核验") })
            expect(sheet?.stages.slice(1).every(({ steps }) => steps.length > 0)).toBe(true)
            expect(uploads(sheet).map(([, copy]) => copy)).toEqual(FILES)
        },
    )
})

describe("details that no step names", () => {
    const [first, ...others] = recipient.items
    if (first === undefined) throw new Error("the desk asks for nothing")
    const added = [
        { id: "website", zh: "官网", en: "Website", fields: ["agency.website"] },
        { id: "notary", zh: "公证书", en: "Notarised copy", byHand: "yes" as const },
    ]
    const profile = { ...recipient, items: [{ ...first, leaves: [...first.leaves, ...added] }, ...others] }

    test("stand behind the last stage, with what to type, or that it is for a person to see to", () => {
        const before = sheetOf("portal")?.stages ?? []
        const stages = sheetOf("portal", profile)?.stages ?? []
        expect(stages.slice(0, -1)).toEqual(before)
        expect(stages.at(-1)?.steps.map(({ number }) => Number(number))).toEqual([
            1 + (recipient.routes.portal?.steps?.length ?? 0),
        ])
        expect(stages.at(-1)?.steps[0]?.values).toMatchObject([
            { label: "官网", copy: "gaj.shili.example", typed: true, state: "已备" },
            { label: "公证书", labelEn: "Notarised copy", typed: false, state: "请人工核对" },
        ])
    })
    test("are not asked for again where an account is verified", () => {
        expect(sheetOf("existing-account", profile)).toEqual(sheetOf("existing-account"))
    })
})

test("no sentence of the victim is on it", () => {
    const text = leaves(sheetOf("portal")).join("\n")
    for (const word of ["林晓舟", "未经授权", "TideGrid", "接口密钥被他人使用"]) expect(text).not.toContain(word)
})

test("a recipient without a portal has no such sheet", () => {
    const { portal: _, ...routes } = recipient.routes
    expect(sheetOf("email", { ...recipient, routes })).toBeUndefined()
})

test("where no address of the portal is known the official page is what to start from", () => {
    const to = desk()
    const { portal } = to.routes
    if (portal === undefined) throw new Error("the desk has no portal")
    const { address: _, ...bare } = portal
    const page = { address: "https://desk.example/police", source: "样例", grade: "B" as const }
    const at = (officialPage?: typeof page) =>
        sheetOf("portal", { ...to, routes: { ...to.routes, portal: bare }, officialPage } as typeof to)?.portal.address
    expect(at(page)).toBe("未提供；请从官方页面点进：https://desk.example/police")
    expect(at()).toBe("未提供")
})
