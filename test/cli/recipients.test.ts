import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import { beforeAll, describe, expect, test } from "vitest"
import { ROOT, sampleText } from "../check.ts"
import { tool } from "../tool.ts"
import { lerpack, outside, type Ran, scratch } from "./run.ts"

const REF = "LX-2023-0321"
const OFFICE = join(ROOT, "assets", "sample-officer")
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

describe("recipients", () => {
    test("lists every profile with routes, languages, age and how far it is verified", () => {
        const { status, stdout } = lerpack(["recipients"])
        expect(status).toBe(0)
        for (const id of ["binance-cn", "kucoin", "mexc", "okx"]) expect(stdout).toMatch(new RegExp(`^${id} `, "m"))
        expect(stdout.match(/整理于 2026-11-21（按本机时间，距今 \d+ 天）.*尚无一项核实/g)).toHaveLength(4)
        const { recipients } = JSON.parse(lerpack(["recipients", "--json"]).stdout) as {
            recipients: Record<string, unknown>[]
        }
        expect(recipients.map(({ id, verified, file }) => [id, verified, file])).toEqual(
            ["binance-cn", "kucoin", "mexc", "okx"].map((id) => [id, 0, null]),
        )
    })

    test.each([
        [
            "zh-CN",
            "来源：币安执法指南；A 官方页面或法规原文；来源无日期；尚无人核实；https://www.binance.com/en/support",
        ],
        [
            "en",
            "source: Binance, law enforcement guidelines; A official page or text of a rule; source undated; verified",
        ],
    ])("shows a profile in %s, each fact with source, grade and dates", (lang, line) => {
        const { status, stdout } = lerpack(["recipients", "show", "binance-cn", "--lang", lang])
        expect(status).toBe(0)
        expect(stdout).toContain(line)
        expect(stdout).toContain("https://app.kodex.us/binance-cn/signup")
        expect(stdout).not.toMatch(/undefined|\[object|null/)
        if (lang === "en") expect(stdout).not.toMatch(/\p{Script=Han}/u)
        const profile = JSON.parse(lerpack(["recipients", "show", "binance-cn", "--json"]).stdout) as {
            addressee: unknown
        }
        expect(profile.addressee).toMatchObject({ grade: "D", reportedOn: "2026-01-05", verifiedOn: null })
        const facts = JSON.stringify(profile).match(/"grade":/g)?.length
        expect(stdout.match(/^\s*\* /gm)).toHaveLength(facts ?? 0)
    })

    test.each([
        [["recipients", "show", "binance"], 1, "request.recipient.unknown"],
        [["recipients", "show"], 2, "shell.usage.missing"],
        [["recipients", "print"], 2, "shell.usage.unknown-option"],
        [["recipients", "--recipients", "nowhere"], 1, "shell.file.missing"],
        [["schema", "--officer", "--recipient"], 2, "shell.usage.both"],
    ])("%j ends with %i and %s", (args, status, code) => {
        const ran = lerpack(args)
        expect([ran.status, ran.stderr]).toEqual([status, expect.stringContaining(code)])
        if (code === "request.recipient.unknown") expect(ran.stderr).toContain("binance-cn、kucoin、mexc、okx")
    })

    test("schema --recipient prints a JSON Schema with the fields of a profile", () => {
        const schema = JSON.parse(lerpack(["schema", "--recipient"]).stdout) as { properties: object }
        expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(["routes", "items", "officialDocument"]))
    })
})

/** A desk that nobody has heard of, in a folder of its own. */
function ownDesk(folder: string, change: (profile: string) => string = (profile) => profile): void {
    mkdirSync(join(folder, "desks"), { recursive: true })
    const profile = sampleText("recipients", "kucoin.yaml")
        .replace(/^id: kucoin/m, "id: fifth-desk")
        .replaceAll("rbenquiries@kucoin.com", "desk@fifth.example")
        .replaceAll(/KuCoin（库币）|库币（KuCoin）/g, "第五交易所")
        .replaceAll("KuCoin", "Fifth Exchange")
        .replace("kinds: [court-order, police-order, official-letter]", "kinds: [official-letter]")
        .replace("  - id: badge-number\n    zh: 警号", "  - id: badge-number\n    zh: 执法编号")
        .replace("en: Badge number, fields", "en: Officer identification number, fields")
    writeFileSync(join(folder, "desks", "fifth-desk.yaml"), change(profile))
}

/** Officer data for a desk; the first step, the letter code copied, the second step. */
function completeFor(home: string, draft: string, id: string, route: string, options: readonly string[] = []) {
    const officer = join(home, `${id}.yaml`)
    const data = readFileSync(join(OFFICE, "officer.yaml"), "utf8")
        .replace(/^route: .*/m, `route: ${route}\nrecipient: ${id}`)
        .replace(/^ {2}phoneType: .*/m, '  phoneType: landline\n  badgeNumber: "012345"')
    writeFileSync(officer, data)
    const out = join(home, id)
    const papers = ["--photos", join(OFFICE, "photos"), "--legal", join(OFFICE, "legal/调取证据通知书（样例）.pdf")]
    const common = ["complete", draft, "--officer", officer, ...papers, "-o", out, "--json", ...options]
    const first = lerpack(common, { cwd: home })
    expect([first.status, first.stderr]).toEqual([0, expect.any(String)])
    const { letterCode, numbers } = JSON.parse(first.stdout) as { letterCode: string; numbers: { items: string } }
    writeFileSync(officer, `${data}\nletterCode: "${letterCode}"\n`)
    const sealed = ["--prepared", join(out, `${REF}-prepared`), "--sealed", join(OFFICE, "sealed.pdf"), "--unsigned"]
    const second = lerpack([...common, ...sealed], { cwd: home })
    return { out, numbers, second, again: () => lerpack([...common, ...sealed], { cwd: home }) }
}

const read = (out: string, name: string): string => readFileSync(join(out, `${REF}-send`, name), "utf8")

function built(home: string, options: readonly string[] = []): Ran {
    return lerpack(["build", "case", "-o", "out", "--unsigned", ...options], { cwd: home })
}

describe("a fifth desk in a folder, without code", () => {
    let home = ""
    beforeAll(() => {
        home = scratch()
        ownDesk(home)
        cpSync(join(ROOT, "assets/sample-case"), join(home, "case"), { recursive: true })
        const file = join(home, "case/case.yaml")
        writeFileSync(file, `${readFileSync(file, "utf8").replace(/^recipient:.*\n/m, "")}\nrecipient: fifth-desk\n`)
    })

    test("is not known without the option, with its name in the list of the known ones", () => {
        const { status, stderr } = built(home)
        expect(status).toBe(1)
        expect(stderr).toContain("request.recipient.unknown")
        expect(existsSync(join(home, "out"))).toBe(false)
        expect(lerpack(["check", "case"], { cwd: home }).status).toBe(1)
        expect(lerpack(["check", "case", "--recipients", "desks"], { cwd: home }).status).toBe(0)
    })

    test("is listed and shown as the user's own", () => {
        const { stdout } = lerpack(["recipients", "--recipients", "desks"], { cwd: home })
        expect(stdout).toContain("fifth-desk  第五交易所")
        expect(stdout).toContain(`自备资料 ${join("desks", "fifth-desk.yaml")}`)
        expect(stdout.match(/自备资料/g)).toHaveLength(1)
    })

    test("is built and completed in both steps, and gets what it asks for", () => {
        const desks = ["--recipients", "desks"]
        expect(built(home, desks).status).toBe(0)
        const done = completeFor(home, "out/DRAFT-LX-2023-0321.zip", "fifth-desk", "email", desks)
        expect([done.second.status, done.second.stderr]).toEqual([0, expect.any(String)])
        expect(done.numbers.items).toBe("所需信息 5/5")
        expect(JSON.parse(done.second.stdout)).toMatchObject({ conclusion: "可以发送", identity: null })
        expect(read(done.out, "收件人和主题.txt")).toContain("收件人：desk@fifth.example")
        const body = read(done.out, "正文.txt")
        expect(body).toContain("To: Fifth Exchange - Law Enforcement Response")
        expect(body).toContain("Officer identification number: 012345.")
        expect(body, "a desk that takes English alone").not.toContain("中文摘要")
        if (tool("pdftotext")) {
            const page = outside("pdftotext", ["-l", "1", join(done.out, `${REF}-send`, `01-Request-${REF}.pdf`), "-"])
            expect(page).toContain("To: Fifth Exchange")
            expect(page).toContain("012345")
        }

        // Officer data that now name another desk, or another profile of this one: the sealed letter no longer agrees.
        const officer = join(home, "fifth-desk.yaml")
        const data = readFileSync(officer, "utf8")
        writeFileSync(officer, data.replace("recipient: fifth-desk", "recipient: kucoin"))
        expect(done.again().stderr).toContain("request.prepared.scope")
        writeFileSync(officer, data)
        ownDesk(home, (profile) => profile.replace('en: "Fifth Exchange - Law', 'en: "Other Exchange - Law'))
        expect(done.again().stderr).toContain("request.prepared.scope")
    })
})

describe("a profile of the user's", () => {
    test("takes the place of one of ours", () => {
        const home = scratch()
        mkdirSync(join(home, "desks"))
        writeFileSync(
            join(home, "desks", "okx.yaml"),
            sampleText("recipients", "okx.yaml").replace(/verifiedOn: ""/, 'verifiedOn: "2026-11-20"'),
        )
        const { stdout } = lerpack(["recipients", "--recipients", "desks", "--json"], { cwd: home })
        const { recipients } = JSON.parse(stdout) as { recipients: { id: string; verified: number }[] }
        expect(recipients.map(({ id, verified }) => [id, verified])).toEqual([
            ["binance-cn", 0],
            ["kucoin", 0],
            ["mexc", 0],
            ["okx", 1],
        ])
    })

    test.each([
        [
            "a fault in it",
            "fifth-desk.yaml",
            (profile: string) => profile.replace("grade: B", "grade: Z"),
            /desks.fifth-desk\.yaml 第 \d+ 行 .*grade/,
            "input.value.not-allowed",
        ],
        ["a name that is no id", "Fifth Desk.yaml", undefined, /Fifth Desk\.yaml/, "request.profile.file-name"],
        ["another ending", "fifth-desk.yml", undefined, /fifth-desk\.yml/, "request.profile.file-name"],
        ["no profile at all", "note.txt", undefined, /desks/, "request.profile.folder-empty"],
    ])("with %s is named and ends with 1", (_, name, change, place, code) => {
        const home = scratch()
        if (change === undefined) {
            mkdirSync(join(home, "desks"))
            writeFileSync(join(home, "desks", name), "x")
        } else ownDesk(home, change)
        const { status, stderr, stdout } = lerpack(["recipients", "--recipients", "desks"], { cwd: home })
        expect(status).toBe(1)
        expect(stderr).toContain(code)
        expect(stderr).toMatch(place)
        if (change !== undefined) expect(stdout, "the sound ones are listed all the same").toContain("mexc")
    })
})

// The fifth desk above is the English one without photographs.
describe("the sample goes to other desks through both steps", () => {
    let home = ""
    beforeAll(() => {
        home = scratch()
        cpSync(join(ROOT, "assets/sample-case"), join(home, "case"), { recursive: true })
        expect(built(home).status).toBe(0)
    })

    test.each([
        { id: "okx", route: "email", items: "6", to: "enforcement@okx.com", photos: ["front"], badge: false, zh: true },
        { id: "mexc", route: "portal", items: "4", to: "渠道：执法在线请求系统", photos: [], badge: false, zh: true },
    ])("$id by $route", ({ id, route, items, to, photos, badge, zh }) => {
        const { out, numbers, second } = completeFor(home, "out/DRAFT-LX-2023-0321.zip", id, route)
        expect([second.status, second.stderr]).toEqual([0, expect.any(String)])
        expect(numbers.items).toMatch(new RegExp(`^所需信息 \\d/${items}$`))
        expect(read(out, "收件人和主题.txt")).toContain(to)
        const body = read(out, "正文.txt")
        expect(body.includes("012345"), "the badge number goes only where it is asked for").toBe(badge)
        expect(body.includes("中文摘要")).toBe(zh)
        const folder = join(out, `${REF}-identity`)
        const images = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".jpg")) : []
        expect(images).toEqual(photos.map((role) => `${REF}-id-${role}.jpg`))

        // Nothing that goes to this desk speaks of another, or of the platform that receives for another.
        const files = unzipSync(readFileSync(join(out, `${REF}-submission.zip`)))
        const cells = Object.entries(files).filter(([name]) => name.endsWith(".xlsx"))
        const sent = [
            body,
            ...cells.flatMap(([, bytes]) => Object.values(unzipSync(bytes)).map(text)),
            ...(tool("pdftotext")
                ? [outside("pdftotext", [join(out, `${REF}-send`, `01-Request-${REF}.pdf`), "-"])]
                : []),
        ].join("\n")
        expect(sent).not.toMatch(/binance|kodex|币安/i)
    })
})
