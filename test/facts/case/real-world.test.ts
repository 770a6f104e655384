import { describe, expect, test } from "vitest"
import { lossView } from "../../../src/editions/shared/loss.ts"
import { idNumberCheck } from "../../../src/facts/case/id-number.ts"
import { isIpAddress } from "../../../src/facts/case/ip-address.ts"
import { readCase } from "../../../src/facts/case/load.ts"
import { falseSums } from "../../../src/facts/case/stated-sums.ts"
import { decimal } from "../../../src/facts/money/amount.ts"
import { codes, file, SMALL_CASE, sampleText } from "../../check.ts"

/** The small case with some lines behind it. */
const withLines = (lines: string) => readCase("case.yaml", file(`${SMALL_CASE}\n${lines}\n`))
const withText = (from: string, to: string) => {
    expect(SMALL_CASE).toContain(from)
    return readCase("case.yaml", file(SMALL_CASE.replace(from, to)))
}

describe("addresses of the internet (RFC 4291)", () => {
    test.each([
        "203.0.113.7",
        "203.0.113.7:443",
        "203.0.113.0/24",
        "2001:db8::1",
        "::",
        "::1",
        "::ffff:203.0.113.7",
        "[2001:db8::1]:443",
        "2001:db8::/32",
        "fe80::1%eth0",
        "1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:203.0.113.7",
    ])("%s is one", (text) => {
        expect(isIpAddress(text)).toBe(true)
    })
    test.each([
        "01:49",
        "::::::",
        "dead:beef",
        "2001:db8::1::2",
        "203.0.113.07",
        "203.0.113.256",
        "203.0.113",
        "203.0.113.7:99999",
        "203.0.113.0/33",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7",
        "12345::",
        "2001:db8::1/129",
        "",
    ])("%s is none", (text) => {
        expect(isIpAddress(text)).toBe(false)
    })
})

describe("assets and markets as they trade", () => {
    test.each(["W", "S", "币安人生", "stETH", "1000SHIB", "0G"])("the asset %s", (asset) => {
        const { loaded } = withText("asset: BTC", `asset: "${asset}"`)
        expect(loaded?.case.loss.assets[0]?.asset).toBe(asset)
    })
    test.each(["A B", "", "$X", "提走五万USDT，来自平台"])("%s is no asset", (asset) => {
        expect(withText("asset: BTC", `asset: "${asset}"`).loaded).toBeUndefined()
    })
    test.each(["币安人生USDT", "我踏马来了/USDT:USDT", "BTCUSDT_231229", "BTC-USD", "BTC.P"])(
        "the market %s",
        (symbol) => {
            const { loaded } = withLines(
                `orders:\n  - orderId: "1"\n    symbol: "${symbol}"\n    side: buy\n    at: 2023-03-20 22:00 Z`,
            )
            expect(loaded?.case.orders?.[0]).toMatchObject({ symbol })
        },
    )
})

describe("links and accounts of suspects are facts", () => {
    const long = `https://example.example/${"a".repeat(1900)}`
    test.each([long, "https://示例.example/路径?x=1", "http://a.example/%zz"])("%s", (url) => {
        expect(withLines(`sites:\n  - name: 甲\n    url: "${url}"`).loaded?.case.sites?.[0]?.url).toBe(url)
    })
    test("one that is too long says so, one with a broken escape is asked about", () => {
        expect(
            codes(withLines(`sites:\n  - name: 甲\n    url: https://a.example/${"a".repeat(2000)}`).issues),
        ).toContain("input.text.length case.yaml/sites/0/url")
        expect(codes(withLines('sites:\n  - name: 甲\n    url: "http://a.example/%zz"').issues)).toContain(
            "case.url.odd case.yaml/sites/0/url",
        )
    })
    test("a social account has a name, not an id", () => {
        const { loaded } = withLines("socialAccounts:\n  - platform: 微信\n    account: 潮格客服小王")
        expect(loaded?.case.socialAccounts?.[0]?.account).toBe("潮格客服小王")
    })
})

test.each([
    ["+86 24 0000 0000 转 8001", true],
    ["０２４－００００００００", true],
    ["024-00000000 / 139 0000 0000", true],
    ["电话不详", false],
])("the telephone number %s is taken: %s", (phone, taken) => {
    const { loaded } = withLines(`contacts:\n  - name: 甲\n    phone: "${phone}"`)
    expect(loaded !== undefined).toBe(taken)
})

test.each([
    ["11010519491231002X", undefined],
    ["11010519491231002x", undefined],
    ["110105194912310021", "X"],
    ["110105194902310021", "form"],
    ["123", "form"],
])("the identity number %s: %s", (number, expected) => {
    expect(idNumberCheck(number)).toBe(expected)
})

describe("sums in sentences", () => {
    const typed = ["349776.83", "63359.28", "286417.55"].map(decimal)
    test.each([
        ["前后相差 349776.83 - 63359.27 = 286417.56 元", [], 0],
        ["349776.83 - 63359.27 = 286417.65", [], 1],
        ["349,776.83－63,359.27＝286,417.56", typed, 1],
        ["1+2+3等于7", [], 1],
        ["1+2+3等于6", [], 0],
        ["2023-03-21 = 1997", [], 0],
        ["区间 1-2", [], 0],
    ])("%s", (text, amounts, count) => {
        expect(falseSums({ text }, amounts)).toHaveLength(count)
    })
})

describe("what a kind or cause asks for is asked", () => {
    const kind = (text: string) => codes(withText("kind: unauthorised-trading", text).issues)
    test.each([
        ["kind: unauthorised-withdrawal", 1],
        ["kind: [unauthorised-trading, payment-by-deception]", 1],
        ["kind: unauthorised-trading", 0],
        ["kind: account-takeover\n  cause: login", 1],
        ["kind: account-takeover\n  cause: phishing", 1],
    ])("%s", (text, count) => {
        expect(kind(text).filter((code) => code.startsWith("case.question.open"))).toHaveLength(count)
    })
})

test("what is left of another kind of incident is asked about, where it stands", () => {
    const sample = sampleText("sample-case/case.yaml")
    const kinds = "  kind:\n    - unauthorised-trading\n    - unauthorised-transfer\n"
    expect(sample).toContain(kinds)
    const answers = (kind: string) =>
        readCase("case.yaml", file(sample.replace(kinds, `  ${kind}\n`))).issues.flatMap(({ code, params }) =>
            code === "case.answer.other-kind" ? [(params as { answer: string }).answer] : [],
        )
    expect(answers("kind: [payment-by-deception, unauthorised-trading]")).toEqual([])
    expect(answers("kind: payment-by-deception\n  cause: login\n  device: 华为 P40")).toEqual([
        "cause",
        "api-key",
        "orders",
        "device",
    ])
    expect(answers("kind: payment-by-deception\n  cause: phishing\n  device: 不清楚")).toEqual(["api-key", "orders"])
})

describe("one entry that reads like several", () => {
    const joined = (lines: string) => withText("exchange: Binance", `exchange: Binance, ${lines}`).issues
    test.each([
        ['products: ["现货、C2C买币"]', ["现货", "C2C买币"]],
        ['products: ["现货；合约"]', ["现货", "合约"]],
        ['products: ["现货/合约 ,理财"]', ["现货", "合约", "理财"]],
        ['products: ["现货", "合约，理财"]', ["合约", "理财"]],
        ['products: ["现货、合约（U 本位、币本位）"]', ["现货", "合约（U 本位、币本位）"]],
    ])("%s is asked about, and nothing is changed", (lines, parts) => {
        const [one, ...others] = joined(lines).filter(({ code }) => code === "case.list.joined")
        expect(others).toEqual([])
        expect(one?.params).toMatchObject({ parts })
        expect(one?.severity).toBe("warning")
    })
    test.each([
        'products: ["现货", "C2C买币"]',
        'products: ["合约（U 本位、币本位）"]',
        'products: ["现货、"]',
        'products: ["只用过一次现货买卖，后来没有再登录过这个账户，也没有用别的业务"]',
    ])("%s is one", (lines) => {
        expect(codes(joined(lines)).filter((code) => code.startsWith("case.list.joined"))).toEqual([])
    })
    test("in every list of names", () => {
        const { issues } = readCase(
            "case.yaml",
            file(
                SMALL_CASE.replace("permissions: []", "permissions: [读取、交易]")
                    .replace('enabled: "no"', 'enabled: "yes", kinds: [短信、邮箱]')
                    .replace("loss:\n", "loss:\n  sources: [账户流水；页面]\n")
                    .concat("reportDetails: {occurredAt: 2023-03-20 17:49 Z, kinds: [网络诈骗/盗窃]}\n"),
            ),
        )
        expect(codes(issues).filter((code) => code.startsWith("case.list.joined"))).toEqual([
            "case.list.joined case.yaml/apiKey/permissions/0",
            "case.list.joined case.yaml/twoFactor/kinds/0",
            "case.list.joined case.yaml/loss/sources/0",
            "case.list.joined case.yaml/reportDetails/kinds/0",
        ])
    })
})

describe("days that bound a range of records", () => {
    const range = (from: string, to: string) =>
        withText("loss:\n", `loss:\n  c2c: {from: ${from}, to: ${to}, buys: [], sells: [], source: 导出}\n`)
    test.each([
        ["2020-03-01", "2023-02-13", "2020-03-01、2023-02-13"],
        ["2020-03-01 UTC", "2023-02-13", "2023-02-13"],
    ])("%s to %s: whose days they are is asked once", (from, to, days) => {
        const found = range(from, to).issues.filter(({ code }) => code === "case.range.zone-unstated")
        expect(found.map(({ params }) => params)).toEqual([{ days }])
    })
    test.each([
        ["2020-03-01 UTC", "2023-02-13 北京时间"],
        ["2020-03-01 11:24:36 UTC", "不清楚"],
    ])("%s to %s is answered", (from, to) => {
        expect(codes(range(from, to).issues).filter((code) => code.includes("range"))).toEqual([])
    })
    test("stand in the paper as whose days they are, moments by both clocks", () => {
        const { loaded } = range("2020-03-01 UTC", "2023-02-13 20:15:52 UTC")
        if (loaded === undefined) throw new Error("no case")
        expect(lossView(loaded.case)).toMatchObject({
            c2c: {
                from: "2020-03-01（UTC 日期）",
                to: "2023-02-14 04:15:52（北京时间），即 2023-02-13 20:15:52 UTC",
            },
        })
    })
})

describe("what is there twice, in one or another spelling", () => {
    test.each([
        ["ips: [{address: 203.0.113.7}, {address: 203.0.113.7}]", "ip", ["203.0.113.7", "203.0.113.7"]],
        [
            "emails: [{address: Support@a.example}, {address: support@a.example}]",
            "email",
            ["Support@a.example", "support@a.example"],
        ],
        [
            "contacts: [{name: 甲所, phone: 024-00000000}, {name: 乙所, phone: 024-0000 0000}]",
            "phone",
            ["024-00000000", "024-0000 0000"],
        ],
    ])("%s", (more, kind, [first, second]) => {
        const { issues } = readCase("case.yaml", file(`${SMALL_CASE}${more}\n`))
        const found = issues.filter(({ code }) => code === "case.identifier.repeated")
        expect(found.map(({ params }) => params)).toMatchObject([{ kind, first, second }])
    })
    test("not two of another kind, nor one phone under one name", () => {
        const more = "ips: [{address: 203.0.113.7}, {address: 203.0.113.8}]\n"
        expect(codes(readCase("case.yaml", file(SMALL_CASE + more)).issues).join()).not.toContain("repeated")
    })
})

describe("a count or a sum that is stated", () => {
    test.each([
        ["statedCounts: [{of: ips, count: 8 个}]", ["case.count.differs"]],
        ["statedCounts: [{of: ips, count: 1 个}]", []],
        ["narrative: {course: [{text: 共 349776.83 - 63359.27 = 286417.65 元}]}", ["case.sum.differs"]],
        ["narrative: {course: [{text: 共 349776.83 - 63359.27 = 286417.56 元}]}", []],
    ])("%s", (more, found) => {
        const { issues } = readCase("case.yaml", file(`${SMALL_CASE}ips: [{address: 203.0.113.7}]\n${more}\n`))
        const told = issues.map(({ code }) => code).filter((code) => /^case\.(?:count|sum)\./.test(code))
        expect(told).toEqual(found)
    })
})

describe("slips in what says who somebody is", () => {
    const named = (name: string, more = "") => withText("{name: 甲,", `{name: ${name}, ${more}`).issues
    test.each([
        ["“样例人”", true],
        ["样例人（本人）", true],
        ["阿卜杜拉·买买提", false],
        ["甲", false],
    ])("the name %s is asked about: %s", (name, asked) => {
        expect(named(name).some(({ code }) => code === "case.name.odd")).toBe(asked)
    })
    test.each([
        ["ref: LIN-2023", "namePinyin: Lin Xiaozhou,", "LIN"],
        ["ref: LINXIAOZHOU", "namePinyin: Lin Xiaozhou,", "LINXIAOZHOU"],
        ["ref: A-39000001", 'idNumber: "110105339000001",', "39000001"],
        ["ref: LX-2023-0321", "namePinyin: Lin Xiaozhou,", undefined],
        ["ref: LINK-1", "namePinyin: Lin Xiaozhou,", undefined],
    ])("%s of %s: %s", (ref, more, found) => {
        const text = SMALL_CASE.replace("ref: AB-1", ref).replace("{name: 甲,", `{name: 甲, ${more}`)
        const { issues } = readCase("case.yaml", file(text))
        expect(issues.find(({ code }) => code === "case.ref.personal")?.params).toEqual(
            found === undefined ? undefined : { found },
        )
    })
    test("a loss of nothing", () => {
        const { issues } = withText('amount: "1.5"', 'amount: "0.00"')
        expect(codes(issues)).toContain("case.loss.zero case.yaml/loss/assets/0")
        expect(codes(withText('amount: "1.5"', "amount: 不清楚").issues).join()).not.toContain("case.loss.zero")
    })
    test("a mobile number of ten digits, a time to come", () => {
        const short = withText('phone: "+86 24 0000 0000"', 'phone: "1390000000"').issues
        expect(codes(short)).toContain("case.phone.length case.yaml/reporter/phone")
        const later = withText("noticedAt: 2023-03-21", "noticedAt: 2027-03-21").issues
        expect(codes(later)).toContain("case.time.future case.yaml/incident/noticedAt")
    })
})
