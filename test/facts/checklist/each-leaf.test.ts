import { describe, expect, test } from "vitest"
import type { Issue } from "../../../src/base/issue.ts"
import { LANGS } from "../../../src/base/lang.ts"
import { profileAddresses } from "../../../src/facts/addresses/addresses.ts"
import { type Checklist, makeChecklist } from "../../../src/facts/checklist/checklist.ts"
import type { Material } from "../../../src/facts/checklist/material.ts"
import { validateOfficer } from "../../../src/facts/checklist/officer-check.ts"
import { openItems } from "../../../src/facts/checklist/open-items.ts"
import { readOfficer } from "../../../src/facts/officer/officer.ts"
import { printOfficerForm } from "../../../src/facts/officer/officer-form.ts"
import { readOfficerFile } from "../../../src/facts/officer/officer-form-read.ts"
import type { PhotoFacts } from "../../../src/facts/officer/photo-check.ts"
import { messageOf, messages } from "../../../src/messages/index.ts"
import { codes, file, sampleText } from "../../check.ts"
import { desk } from "../../desks.ts"

/** Each of the fourteen leaves and five conditions, missing or wrong in turn, gives exactly its own finding. */

const RECIPIENT = desk()
const SAMPLE = sampleText("sample-officer", "officer.yaml")
const ROLES = ["front", "back", "holding"] as const
type Role = (typeof ROLES)[number]

const ALL: Material = { photos: new Set(ROLES), sealedLetter: true, legalScans: 1, caseMaterials: true }
const PHOTOS: readonly PhotoFacts[] = ROLES.map((role, i) => ({
    role,
    name: `${role}.jpg`,
    widthPx: 4000,
    heightPx: 3000,
    look: new Uint8Array(16).fill(60 * i),
}))

interface Seen {
    readonly issues: readonly Issue[]
    readonly list: Checklist
}

/** What the pipeline finds: validators, then what is open in the checklist. */
async function look(change: (text: string) => string, material = ALL, photos = PHOTOS): Promise<Seen> {
    const { officer, data, issues } = readOfficer("officer.yaml", file(change(SAMPLE)))
    if (officer === undefined) throw new Error(codes(issues).join())
    const known = profileAddresses(RECIPIENT)
    const findings = [...issues, ...(await validateOfficer("officer.yaml", officer, data, RECIPIENT, known, photos))]
    const list = makeChecklist(RECIPIENT, officer, material, findings)
    return { list, issues: [...findings, ...openItems(list, "officer.yaml")] }
}
const leavesBut = ({ list }: Seen, ...fine: string[]) =>
    list.items.flatMap(({ leaves }) =>
        leaves.filter(({ state }) => !fine.includes(state)).map(({ id, state }) => `${id} ${state}`),
    )
test("a finding about the workbook says the same in the words of its cells", async () => {
    const { data } = readOfficer("officer.yaml", file(put("phoneType: landline", "phoneType: mobile")(SAMPLE)))
    const sheet = readOfficerFile("officer.xlsx", printOfficerForm(data, RECIPIENT.dataGroups))
    if (sheet.officer === undefined) throw new Error(codes(sheet.issues).join())
    const found = await validateOfficer("officer.xlsx", sheet.officer, sheet.data, RECIPIENT, [], PHOTOS)
    const [type] = found.map((one) => sheet.locate?.(one) ?? one)
    expect(type?.path[0]).toMatch(/^officer\.xlsx .*电话类型$/)
    expect(type && messageOf(type, "zh-CN").message).toBe("类型填的是手机，但 +86 24 0000 0001 是座机号码")
})

const openConditions = ({ list }: Seen) => list.conditions.filter(({ met }) => !met).map(({ id }) => id)

const same = (text: string) => text
const without = (line: RegExp) => (text: string) => {
    expect(text).toMatch(line)
    return text.replace(line, "")
}
const put = (from: string, to: string) => (text: string) => {
    expect(text).toContain(from)
    return text.replace(from, to)
}

test("the sample has no findings at all", async () => {
    const seen = await look(same)
    expect(codes(seen.issues)).toEqual([])
    expect([seen.list.itemsDone, seen.list.leavesDone, seen.list.leavesTotal, seen.list.conditionsMet]).toEqual([
        8, 14, 14, 5,
    ])
    expect(seen.list.conclusion).toBe("send")
})

describe("a leaf that is missing", () => {
    test.each([
        ["agency-name", /^ {2}nameZh: 示例.*\n/m, "agency/nameZh"],
        ["agency-name", /^ {2}nameEn: Yangli.*\n/m, "agency/nameEn"],
        ["agency-department", /^ {2}departmentZh:.*\n/m, "agency/departmentZh"],
        ["agency-department", /^ {2}departmentEn:.*\n/m, "agency/departmentEn"],
        ["agency-country", /^ {2}countryZh:.*\n/m, "agency/countryZh"],
        ["agency-country", /^ {2}countryEn:.*\n/m, "agency/countryEn"],
        ["officer-position", /^ {2}positionZh:.*\n/m, "officer/positionZh"],
        ["officer-position", /^ {2}positionEn:.*\n/m, "officer/positionEn"],
        ["agency-address", /^ {2}addressZh:.*\n/m, "agency/addressZh"],
        ["agency-address", /^ {2}addressEn:.*\n/m, "agency/addressEn"],
        ["given-name", /^ {2}givenNameZh:.*\n/m, "officer/givenNameZh"],
        ["given-name", /^ {2}givenNamePinyin:.*\n/m, "officer/givenNamePinyin"],
        ["surname", /^ {2}surnameZh:.*\n/m, "officer/surnameZh"],
        ["surname", /^ {2}surnamePinyin:.*\n/m, "officer/surnamePinyin"],
        ["email", /^ {2}email:.*\n/m, "officer/email"],
        ["phone-number", /^ {2}phone:.*\n/m, "officer/phone"],
        ["phone-type", /^ {2}phoneType:.*\n/m, "officer/phoneType"],
    ])("%s without %s", async (leaf, line, path) => {
        const seen = await look(without(line))
        expect(codes(seen.issues)).toEqual([`request.leaf.missing officer.yaml/${path}`])
        expect(leavesBut(seen, "ready", "identity-mail")).toEqual([`${leaf} missing`])
        expect([seen.list.itemsDone, seen.list.leavesDone, seen.list.conclusion]).toEqual([7, 13, "stop"])
    })

    test.each(ROLES)("photo %s", async (role) => {
        const photos = new Set<Role>(ROLES.filter((one) => one !== role))
        const facts = PHOTOS.filter((photo) => photo.role !== role)
        const seen = await look(same, { ...ALL, photos }, facts)
        expect(leavesBut(seen, "ready", "identity-mail")).toEqual([`id-${role} missing`])
        expect(codes(seen.issues)).toEqual([]) // the photo folder reports it, see complete
        expect(seen.list.conclusion).toBe("stop")
    })

    test("case-materials", async () => {
        const seen = await look(same, { ...ALL, caseMaterials: false })
        expect(codes(seen.issues)).toEqual(["request.leaf.missing officer.yaml"])
        expect(leavesBut(seen, "ready", "identity-mail")).toEqual(["case-materials missing"])
    })
})

describe("a leaf that is wrong is a problem with its reason, stops nothing by itself, and is not counted", () => {
    test.each([
        [
            "agency-name",
            put("nameZh: 示例市公安局样例分局", "nameZh: 示例市虚构警务站"),
            "request.agency.station officer.yaml/agency/nameZh",
        ],
        [
            "agency-department",
            put("departmentZh: 虚构派出所", "departmentZh: 示例市公安局样例分局"),
            "request.agency.same officer.yaml/agency/departmentZh",
        ],
        [
            "agency-country",
            put("countryEn: China", "countryEn: Zhongguo"),
            "request.english.pinyin officer.yaml/agency/countryEn",
        ],
        [
            "officer-position",
            put("positionZh: 民警", "positionZh: Officer"),
            "request.chinese.none officer.yaml/officer/positionZh",
        ],
        [
            "agency-address",
            put("addressEn: 100 Xugou Road, Yangli District, Shili", 'addressEn: "100"'),
            "request.english.no-words officer.yaml/agency/addressEn",
        ],
        [
            "given-name",
            put("givenNamePinyin: Minjing", "givenNamePinyin: Mingjin"),
            "request.pinyin.different officer.yaml/officer/givenNamePinyin",
        ],
        [
            "surname",
            put("surnamePinyin: Yang", "surnamePinyin: Yan"),
            "request.pinyin.different officer.yaml/officer/surnamePinyin",
        ],
        [
            "surname",
            put(
                "givenNameZh: 民警\n  surnamePinyin: Yang\n  givenNamePinyin: Minjing",
                "givenNameZh: 王\n  surnamePinyin: Yang\n  givenNamePinyin: Wang",
            ),
            "request.name.swapped officer.yaml/officer/surnameZh",
        ],
        [
            "phone-number",
            put('phone: "+86 24 0000 0001"', 'phone: "024 0000 0001"'),
            "request.phone.country officer.yaml/officer/phone",
        ],
        [
            "phone-type",
            put("phoneType: landline", "phoneType: mobile"),
            "request.phone.type officer.yaml/officer/phoneType",
        ],
    ])("%s", async (leaf, change, finding) => {
        const seen = await look(change)
        expect(codes(seen.issues)).toEqual([finding])
        expect(leavesBut(seen, "ready", "identity-mail")).toEqual([`${leaf} problem`])
        expect([seen.list.itemsDone, seen.list.leavesDone]).toEqual([7, 13])
        expect(openConditions(seen)).toEqual([])
        expect(seen.list.conclusion).toBe("send")
    })

    test("email: a public mailbox that the recipient has not accepted leaves the fifth condition open too", async () => {
        const withQq = put("xugou-station@gaj.shili.example", "12345@qq.com")
        const seen = await look((text) => withQq(without(/mailboxAccepted:\n(?: {2}.*\n){3}/)(text)))
        expect(codes(seen.issues)).toEqual([
            "request.mail.public officer.yaml/officer/email",
            "request.condition.open officer.yaml/mailboxAccepted",
        ])
        expect(leavesBut(seen, "ready", "prepared")).toEqual(["email problem"])
        expect(seen.list.conclusion).toBe("no-identity-images")
        const accepted = await look(withQq)
        expect(leavesBut(accepted, "ready", "identity-mail")).toEqual([])
    })

    test.each([
        ["id-front", 0, { widthPx: 500 }, "request.photo.small front.jpg"],
        ["id-back", 1, { heightPx: 400 }, "request.photo.small back.jpg"],
        ["id-holding", 2, { widthPx: 599 }, "request.photo.small holding.jpg"],
    ] as const)("%s", async (leaf, at, change, finding) => {
        const seen = await look(
            same,
            ALL,
            PHOTOS.map((photo, i) => (i === at ? { ...photo, ...change } : photo)),
        )
        expect(codes(seen.issues)).toEqual([finding])
        expect(leavesBut(seen, "ready", "identity-mail")).toEqual([`${leaf} problem`])
    })
})

describe("a wrong leaf that no desk could take is an error", () => {
    test.each([
        [
            "a phone that cannot be dialled",
            put('phone: "+86 24 0000 0001"', 'phone: "+86 24 0000"'),
            PHOTOS,
            "request.phone.form officer.yaml/officer/phone",
        ],
        [
            "a photo nobody can read",
            same,
            PHOTOS.map((photo) => (photo.role === "back" ? { ...photo, widthPx: 299 } : photo)),
            "request.photo.tiny back.jpg",
        ],
        [
            "the same picture twice",
            same,
            PHOTOS.map((photo) => ({ ...photo, look: new Uint8Array(16).fill(photo.role === "front" ? 0 : 90) })),
            "request.photo.alike holding.jpg",
        ],
        [
            "an address like a recipient's",
            put("how: 样例：收件方复信认可本邮箱", "how: 样例：kovex-desk.example 复信认可本邮箱"),
            PHOTOS,
            "request.address.look-alike officer.yaml/mailboxAccepted/how",
        ],
        [
            "a website like a recipient's",
            put("website: gaj.shili.example", "website: https://app.kovexx.example"),
            PHOTOS,
            "request.address.look-alike officer.yaml/agency/website",
        ],
    ])("%s", async (_, change, photos, finding) => {
        const { issues } = await look(change, ALL, photos)
        expect(codes(issues)).toEqual([finding])
        expect(issues[0]?.severity).toBe("error")
    })

    test("an answered look-alike is a note, and does not alarm by itself", async () => {
        const answer =
            "\nverifiedAddresses:\n  - {address: https://app.kovexx.example, by: 样例二, on: 2026-11-20, how: 样例：网安核对}\n"
        const change = put("website: gaj.shili.example", "website: https://app.kovexx.example")
        const { issues } = await look((text) => change(text) + answer)
        expect(codes(issues)).toEqual(["request.address.verified officer.yaml/agency/website"])
    })
})

describe("a condition that is open", () => {
    test.each([
        ["sealed-letter", same, { ...ALL, sealedLetter: false }, "error", "stop"],
        ["legal-instrument", same, { ...ALL, legalScans: 0 }, "error", "stop"],
        ["legal-instrument", without(/^ {2}number:.*\n/m), ALL, "error", "stop"],
        ["legal-instrument", without(/^ {2}nameEn: Notice.*\n/m), ALL, "error", "stop"],
        ["approval", without(/^ {2}approver:.*\n/m), ALL, "error", "stop"],
        ["channel", without(/channelConfirmed:\n(?: {2}.*\n){4}/), ALL, "warning", "ask-channel"],
        ["channel", without(/^ {2}way:.*\n/m), ALL, "warning", "ask-channel"],
        ["mailbox", without(/mailboxAccepted:\n(?: {2}.*\n){3}/), ALL, "warning", "no-identity-images"],
    ] as const)("%s", async (id, change, material, severity, conclusion) => {
        const seen = await look(change, material)
        expect(seen.issues.map((found) => [found.code, found.severity])).toEqual([["request.condition.open", severity]])
        expect(openConditions(seen)).toEqual([id])
        expect(leavesBut(seen, "ready")).toEqual(ROLES.map((role) => `id-${role} prepared`))
        expect(seen.list.conclusion).toBe(conclusion)
    })
})

test("each finding reads as a sentence in both languages, every value in its place", () => {
    const samples: Record<string, Record<string, string | number>[]> = {
        "request.mail.public": [{ answered: "no" }, { answered: "accepted" }],
        "request.phone.type": [
            { said: "landline", is: "mobile" },
            { said: "mobile", is: "landline" },
        ],
        "request.condition.open": ["sealed-letter", "legal-instrument", "approval", "channel", "mailbox"].map(
            (condition) => ({ condition, lacking: "name,number,date,scan,approver,confirmation,way" }),
        ),
        "request.photo.small": [{ role: "front", width: 1, height: 2, least: 3 }],
        "request.photo.tiny": [{ role: "back", width: 1, height: 2, least: 3 }],
        "request.address.look-alike": ["letters", "near", "ending", "inside", "mailbox"].map((likeness) => ({
            likeness,
        })),
        "request.address.imitation": [{ likeness: "near" }],
        "request.identity.withheld": [{ lacking: "identity-approval,export-assessment,export-result" }],
        "request.scan.too-large": [{ file: "a.pdf", bytes: 1, mailBytes: 2 }],
        "request.leaf.missing": [{ fields: "officer.email" }],
    }
    const mine = Object.keys(messages).filter((code) =>
        /^request\.(?:mail|agency|english|chinese|phone|name|pinyin|photo|address|leaf|condition|identity|scan)\./.test(
            code,
        ),
    )
    expect(mine.length).toBeGreaterThan(25)
    for (const code of mine)
        for (const given of samples[code] ?? [{}])
            for (const lang of LANGS) {
                const params = new Proxy(given, { get: (target, key) => target[String(key)] ?? `‹${String(key)}›` })
                const { message, hint = "" } = messageOf({ code, params } as unknown as Issue, lang)
                const text = `${message} ${hint}`
                expect(message.trim(), code).not.toBe("")
                expect(text, code).not.toMatch(/undefined|NaN|\[object|\$\{/)
                if (lang === "zh-CN") expect(text.replace(/‹.*?›/g, ""), code).toMatch(/\p{Script=Han}/u)
                else expect(text, code).not.toMatch(/\p{Script=Han}(?!.*xlsx)/u)
            }
})
