import { describe, expect, test } from "vitest"
import type { Issue } from "../../../src/base/issue.ts"
import { checkMail, publicProvider } from "../../../src/facts/checklist/officer-mail.ts"
import { checkAgency } from "../../../src/facts/officer/agency.ts"
import type { OfficerSoFar } from "../../../src/facts/officer/officer.ts"
import { checkName, loadReadings } from "../../../src/facts/officer/person-name.ts"
import { checkPhones } from "../../../src/facts/officer/phone.ts"
import { checkPhotos, LEGIBLE_PX, SMALLEST_PX } from "../../../src/facts/officer/photo-check.ts"
import { codes } from "../../check.ts"
import { desk } from "../../desks.ts"

const RECIPIENT = desk()
const READINGS = await loadReadings()
const FILE = "officer.yaml"
/** `severity code field`, the shape of most expectations here. */
const said = (issues: readonly Issue[]): string[] =>
    issues.map(({ severity, code, path }) => `${severity} ${code} ${path.slice(1).join(".")}`)

describe("the mailbox", () => {
    const mail = (email: string, more: Partial<OfficerSoFar> = {}) =>
        said(checkMail(FILE, { route: "email", officer: { email }, ...more }, RECIPIENT))
    const accepted = {
        mailboxAccepted: { by: "样例二", on: { local: "2023-05-06" }, how: "复信" },
    } as unknown as Partial<OfficerSoFar>
    test.each([
        "zhang@qq.com",
        "zhang@vip.qq.com",
        "zhang@163.com",
        "zhang@126.com",
        "zhang@foxmail.com",
        "zhang@sina.com",
        "zhang@vip.sina.com",
        "zhang@sina.cn",
        "zhang@gmail.com",
        "zhang@outlook.com",
        "zhang@hotmail.com",
        "zhang@icloud.com",
        "Zhang@QQ.COM",
        "zhang@139.com",
        "zhang@189.cn",
        "zhang@sohu.com",
        "zhang@yeah.net",
        "zhang@aliyun.com",
        "zhang@proton.me",
    ])("%s is public: a problem, not a refusal", (email) => {
        expect(mail(email)).toEqual(["warning request.mail.public officer.email"])
    })
    test.each(["a@gaj.shili.example", "a@ga.sz.gov.cn", "a@qq.com.gov.cn", "a@notqq.com", "a@myqq.com.cn"])(
        "%s is not public",
        (email) => {
            expect(mail(email)).toEqual([])
            expect(publicProvider(email)).toBeUndefined()
        },
    )
    test("it is refused only where the route requires an official one", () => {
        expect(RECIPIENT.routes.portal?.officialMailbox).toBe("required")
        expect(mail("a@qq.com", { route: "portal" })).toEqual(["error request.mail.public-refused officer.email"])
        expect(mail("a@qq.com", { route: "existing-account" })).toEqual(["warning request.mail.public officer.email"])
    })
    test("once the recipient has accepted it, a note remains", () => {
        for (const route of ["email", "portal"] as const)
            expect(mail("a@qq.com", { route, ...accepted })).toEqual(["note request.mail.public officer.email"])
    })
})

describe("the agency", () => {
    const GOOD = {
        nameZh: "示例市公安局样例分局",
        nameEn: "Yangli Branch, Shili Municipal Public Security Bureau",
        departmentZh: "虚构派出所",
        departmentEn: "Xugou Police Station",
        countryZh: "中国",
        countryEn: "China",
        addressZh: "示例省示例市样例区虚构路100号",
        addressEn: "100 Xugou Road, Yangli District, Shili",
    }
    const agency = (change: Partial<typeof GOOD>, officer = {}) =>
        said(checkAgency(FILE, { route: "email", agency: { ...GOOD, ...change }, officer }, READINGS))
    test("one as on the card, with its station as department, has no findings", () => {
        expect(agency({}, { positionZh: "民警", positionEn: "Police Officer" })).toEqual([])
        expect(agency({ addressEn: "Xugou Lu 100 Hao" })).toEqual([])
    })
    test.each([
        ["a station as agency", { nameZh: "示例市公安局样例分局虚构派出所" }, "request.agency.station agency.nameZh"],
        ["a police post as agency", { nameZh: "虚构社区警务室" }, "request.agency.station agency.nameZh"],
        ["a station in English", { nameEn: "Other Police Station" }, "request.agency.station agency.nameEn"],
        ["the department the same", { departmentZh: GOOD.nameZh }, "request.agency.same agency.departmentZh"],
        ["the same in English", { departmentEn: GOOD.nameEn }, "request.agency.same agency.departmentEn"],
        [
            "English that is pinyin",
            { nameEn: "Shilishi Gonganju Yangli Fenju" },
            "request.english.pinyin agency.nameEn",
        ],
        ["a country in pinyin", { countryEn: "Zhong Guo" }, "request.english.pinyin agency.countryEn"],
        ["English of one letter", { departmentEn: "-" }, "request.english.no-words agency.departmentEn"],
        ["Chinese that is English", { addressZh: "100 Xugou Road" }, "request.chinese.none agency.addressZh"],
    ])("%s", (_, change, expected) => {
        expect(agency(change)).toEqual([`warning ${expected}`])
    })
    test.each([
        [{ positionZh: "Police Officer" }, "request.chinese.none officer.positionZh"],
        [{ positionZh: "民警", positionEn: "Minjing" }, "request.english.pinyin officer.positionEn"],
    ])("position %o", (officer, expected) => {
        expect(agency({}, officer)).toEqual([`warning ${expected}`])
    })
})

describe("phones", () => {
    const phone = async (number: string, phoneType?: "landline" | "mobile", switchboard?: string) =>
        said(
            await checkPhones(FILE, {
                route: "email",
                officer: { phone: number, ...(phoneType === undefined ? {} : { phoneType }) },
                ...(switchboard === undefined ? {} : { agency: { switchboard } }),
            } as OfficerSoFar),
        )
    test.each([
        ["+86 24 0000 0001", "landline", []],
        ["+86 10 1234 5678", "landline", []],
        ["+86-0755-12345678", "landline", []],
        ["+86 415 200 0001", "landline", []],
        ["+86 139 0000 0000", "mobile", ["note request.phone.mobile officer.phone"]],
        ["+86 139 0000 0000", "landline", ["warning request.phone.type officer.phoneType"]],
        ["+86 24 0000 0001", "mobile", ["warning request.phone.type officer.phoneType"]],
        ["024-00000001", "landline", ["warning request.phone.country officer.phone"]],
        ["+86 24 0000", "landline", ["error request.phone.form officer.phone"]],
        ["110110", "landline", ["error request.phone.form officer.phone"]],
        ["+86 400 000 0000", "landline", ["warning request.phone.special officer.phone"]],
        ["+852 2123 4567", "landline", ["warning request.phone.foreign officer.phone"]],
        ["+86 16800000000", "mobile", ["warning request.phone.unassigned officer.phone"]],
    ] as const)("%s as %s", async (number, type, expected) => {
        expect(await phone(number, type)).toEqual(expected)
    })
    test("the switchboard is checked as well, and should not be the officer's own number", async () => {
        expect(await phone("+86 24 0000 0001", "landline", "+86 24 0000")).toEqual([
            "error request.phone.form agency.switchboard",
        ])
        expect(await phone("+86 24 0000 0001", "landline", "+86 (24) 0000-0001")).toEqual([
            "note request.phone.same-as-switchboard agency.switchboard",
        ])
    })
})

describe("the name", () => {
    const name = (surnameZh: string, givenNameZh: string, surnamePinyin?: string, givenNamePinyin?: string) => {
        const pinyin = surnamePinyin === undefined ? {} : { surnamePinyin, givenNamePinyin: givenNamePinyin ?? "" }
        return said(
            checkName(
                FILE,
                { route: "email", officer: { surnameZh, givenNameZh, ...pinyin } } as OfficerSoFar,
                READINGS,
            ),
        )
    }
    test.each([
        ["张", "建国", "Zhang", "Jianguo"],
        ["张", "建国", "ZHANG", "Jian Guo"],
        ["张", "建国", "zhāng", "Jiàn-guó"],
        ["欧阳", "娜", "Ouyang", "Na"],
        ["欧阳", "娜", "OU-YANG", "NA"],
        ["吕", "绿", "Lyu", "Lv"],
        ["吕", "绿", "Lü", "Lu"],
        ["吕", "绿", "LYU", "Lǜ"],
        ["王", "西安", "Wang", "Xi'an"],
        ["单", "明", "Shan", "Ming"],
        ["单", "明", "Dan", "Ming"],
        ["单于", "明", "Chanyu", "Ming"],
        ["曾", "明", "Zeng", "Ming"],
        ["解", "明", "Xie", "Ming"],
        ["仇", "明", "Qiu", "Ming"],
        ["任", "盈盈", "Ren", "Yingying"],
        ["盖", "明", "Ge", "Ming"],
        ["盖", "明", "Gai", "Ming"],
        ["尉迟", "明", "Yuchi", "Ming"],
        ["查", "明", "Zha", "Ming"],
        ["朴", "明", "Piao", "Ming"],
        ["区", "明", "Ou", "Ming"],
        ["长孙", "乐", "Zhangsun", "Yue"],
        ["样", "民警", "Yang", "Minjing"],
        ["高", "任", "Gao", "Ren"],
    ])("%s %s is %s %s", (...names) => {
        expect(name(...names)).toEqual([])
    })
    test.each([
        [["建国", "张"], ["warning request.name.swapped officer.surnameZh"]],
        [["娜", "欧阳"], ["warning request.name.swapped officer.surnameZh"]],
        [["伟", "陈"], ["warning request.name.swapped officer.surnameZh"]],
        [["阿不都热合曼", "买买提"], ["warning request.name.undotted officer.givenNameZh"]],
        [["张建国", "建国"], ["warning request.name.whole officer.surnameZh"]],
        [["张", "建国", "Jianguo", "Zhang"], ["warning request.pinyin.swapped officer.surnamePinyin"]],
        [["张", "建国", "Zhong", "Jianguo"], ["warning request.pinyin.different officer.surnamePinyin"]],
        [["张", "建国", "Zhang", "Jianguang"], ["warning request.pinyin.different officer.givenNamePinyin"]],
        [["张", "建国", "Zhang", "Jian"], ["warning request.pinyin.different officer.givenNamePinyin"]],
        [
            ["热合曼", "阿不都·买买提", "Rahman", "Abdu"],
            [
                "note request.pinyin.different officer.surnamePinyin",
                "note request.pinyin.different officer.givenNamePinyin",
            ],
        ],
    ] as const)("%o is found", (names, expected) => {
        const [surname, given, ...pinyin] = names
        expect(name(surname, given, ...pinyin)).toEqual(expected)
    })
    test("the usual spelling is proposed as a surname is read", () => {
        expect(READINGS.usual("单", "surname")).toBe("Shan")
        expect(READINGS.usual("建国", "given")).toBe("Jianguo")
    })
})

describe("photos", () => {
    const look = (value: number) => new Uint8Array(4).fill(value)
    const photo = (role: "front" | "back" | "holding", widthPx: number, heightPx: number, value: number) => ({
        role,
        name: `${role}.jpg`,
        widthPx,
        heightPx,
        look: look(value),
    })
    test("three large different ones are fine; the limits belong to the better side", () => {
        expect(
            checkPhotos([
                photo("front", 4000, LEGIBLE_PX, 10),
                photo("back", LEGIBLE_PX, 800, 90),
                photo("holding", 3000, 4000, 180),
            ]),
        ).toEqual([])
        expect(codes(checkPhotos([photo("front", 2000, LEGIBLE_PX - 1, 10)]))).toEqual([
            "request.photo.small front.jpg",
        ])
        expect(codes(checkPhotos([photo("front", 2000, SMALLEST_PX, 10)]))).toEqual(["request.photo.small front.jpg"])
        const [tiny] = checkPhotos([photo("front", SMALLEST_PX - 1, 2000, 10)])
        expect([tiny?.code, tiny?.severity]).toEqual(["request.photo.tiny", "error"])
    })
    test("one of a single colour is no photo of a card, whatever its size", () => {
        const [found, ...more] = checkPhotos([{ ...photo("front", 4000, 3000, 0), isBlank: true }])
        expect([found?.code, found?.severity, more]).toEqual(["request.photo.blank", "error", []])
    })
    test("one that was saved again is the same picture, at any size", () => {
        expect(codes(checkPhotos([photo("front", 4000, 3000, 100), photo("back", 2000, 1500, 103)]))).toEqual([
            "request.photo.alike back.jpg",
        ])
    })
})
