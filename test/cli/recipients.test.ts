import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import { beforeAll, describe, expect, test } from "vitest"
import { factsOf } from "../../src/facts/recipients/profile-facts.ts"
import { ROOT, sampleText } from "../check.ts"
import {
    ABSENT,
    absent,
    DESKS,
    desk,
    deskCase,
    deskText,
    ENTRIES,
    INVENTED,
    INVENTED_ENTRIES,
    namesOf,
    SHIPPED,
    sampleDesk,
    shipped,
} from "../desks.ts"
import { tool } from "../tool.ts"
import { builtOut, INSTRUMENT, PHOTOS, putScan } from "./made.ts"
import { lerpack, outside, type Ran, scratch } from "./run.ts"

const REF = "LX-2023-0321"
const OFFICE = join(ROOT, "assets", "sample-officer")
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

const INVENTED_TOO = ["--recipients", DESKS]

describe("recipients", () => {
    test("lists every profile that ships with routes, languages, age and how far it is verified", () => {
        const { status, stdout } = lerpack(["recipients"])
        expect(status).toBe(0)
        for (const id of ENTRIES) expect(stdout).toMatch(new RegExp(`^${id} `, "m"))
        expect(stdout.match(/整理于 \d{4}-\d\d-\d\d（按本机时间，距今 \d+ 天）/g)).toHaveLength(SHIPPED.length)
        const { recipients } = JSON.parse(lerpack(["recipients", "--json"]).stdout) as {
            recipients: Record<string, unknown>[]
        }
        const facts = SHIPPED.map((id) => factsOf(shipped(id)).map(({ fact }) => fact))
        expect(recipients.filter(({ found }) => found === false).map(({ id }) => id)).toEqual(ABSENT)
        const asked = recipients.filter(({ found }) => found === true)
        expect(asked.map(({ id, facts: all, verified, file }) => [id, all, verified, file])).toEqual(
            SHIPPED.map((id, i) => [
                id,
                facts[i]?.length,
                facts[i]?.filter(({ verifiedOn }) => verifiedOn !== undefined).length,
                null,
            ]),
        )
    })

    test("lists those of a folder among them, each verified as its file says", () => {
        const { status, stdout } = lerpack(["recipients", ...INVENTED_TOO])
        expect(status).toBe(0)
        const ids = [...stdout.matchAll(/^([a-z0-9-]+) {2}\S/gm)].map(([, id]) => id)
        expect(ids).toEqual([...ENTRIES, ...INVENTED_ENTRIES].sort())
        expect(stdout.match(/自备资料 .*整理于 2026-11-21（按本机时间，距今 \d+ 天）.*尚无一项核实/g)).toHaveLength(
            INVENTED.length,
        )
    })

    test.each([
        [
            "zh-CN",
            "来源：样例：要求官方邮箱；A 官方页面或法规原文；来源无日期；尚无人核实；https://www.binnacle.example/faq",
        ],
        [
            "en",
            "source: sample, an official mailbox is asked for; A official page or text of a rule; source undated; verified",
        ],
    ])("shows a profile in %s, each fact with source, grade and dates", (lang, line) => {
        const show = ["recipients", "show", "all-routes", ...INVENTED_TOO]
        const { status, stdout } = lerpack([...show, "--lang", lang])
        expect(status).toBe(0)
        expect(stdout).toContain(line)
        expect(stdout).toContain("https://app.kovex.example/all-routes/signup")
        expect(stdout).not.toMatch(/undefined|\[object|null/)
        if (lang === "en") expect(stdout).not.toMatch(/\p{Script=Han}/u)
        const profile = JSON.parse(lerpack([...show, "--json"]).stdout) as { addressee: unknown }
        expect(profile.addressee).toMatchObject({ grade: "D", reportedOn: "2026-01-05", verifiedOn: null })
        const facts = JSON.stringify(profile).match(/"grade":/g)?.length
        expect(stdout.match(/^\s*\* /gm)).toHaveLength(facts ?? 0)
    })

    test.each(SHIPPED.flatMap((id) => ["zh-CN", "en"].map((lang) => [id, lang])))("shows %s in %s", (id, lang) => {
        const { status, stdout } = lerpack(["recipients", "show", id, "--lang", lang])
        expect(status).toBe(0)
        expect(stdout).not.toMatch(/undefined|\[object|null/)
        if (lang === "en") expect(stdout).not.toMatch(/\p{Script=Han}/u)
        expect(stdout.match(/^\s*\* /gm)).toHaveLength(factsOf(shipped(id)).length)
    })

    test.each(ABSENT.flatMap((id) => ["zh-CN", "en"].map((lang) => [id, lang] as const)))(
        "shows why %s cannot be asked, and what to do instead, in %s",
        (id, lang) => {
            const { status, stdout } = lerpack(["recipients", "show", id, "--lang", lang])
            expect(status).toBe(0)
            expect(stdout).toContain(lang === "en" ? absent(id).reason.en : absent(id).reason.zh)
            expect(stdout).toContain("--recipients")
            expect(stdout).not.toMatch(/undefined|\[object|null/)
            if (lang === "en") expect(stdout).not.toMatch(/\p{Script=Han}/u)
            expect(stdout.match(/^\s*\* /gm)).toHaveLength(factsOf(absent(id)).length)
            expect(JSON.parse(lerpack(["recipients", "show", id, "--json"]).stdout)).toMatchObject({ found: false })
        },
    )

    test("shows readiness, times, forms, readings that differ and a chart of age, in both languages", () => {
        const home = scratch()
        const env = { XDG_CONFIG_HOME: join(home, "config") }
        const add = ["journal", "add", "--channels", "channel", "--recipient", "plain-form"]
        lerpack([...add, "--state", "applied", "--at", "2026-11-20 10:00 北京时间"], { env })
        const listed = (lang: string): string => {
            const { stdout } = lerpack(["recipients", ...INVENTED_TOO, "--lang", lang], { env })
            return /^plain-form .*\n(?: {4}.*\n)*/m.exec(stdout)?.[0] ?? ""
        }
        expect(listed("zh-CN")).toMatch(/渠道：门户；语言：英文；编号的提供形式：文字、Excel 表格、PDF/)
        expect(listed("zh-CN")).toMatch(/账号：已申请 {2}2026-11-20 起/)
        expect(listed("zh-CN")).toMatch(/^ {4}█+-+·* 最新 .+，最旧 .+，\d+ 项来源无日期$/m)
        expect(listed("zh-CN")).toMatch(/1 处说法不一/)
        expect(listed("en")).toMatch(/Account: applied for {2}from 2026-11-20/)
        expect(listed("en")).toMatch(/1 fact has readings that differ/)
        const show = lerpack(["recipients", "show", "plain-form", ...INVENTED_TOO], { env }).stdout
        expect(show).toMatch(/另一说法：用邮件办理\n +\* 来源：样例指南的旧转载；C 较弱；2021 告知或发布/)
        expect(show).toMatch(/紧急情形（限于危及生命）\n +在表单中选“紧急”/)
        const bars = [...show.matchAll(/^ {4}(█+)·* {2}(\S+) {2}(.+)（\d+ 个月）/gm)]
        expect(bars.map(([, , day, head]) => `${String(day)} ${String(head)}`)).toEqual([
            "2024-02 紧急情形（限于危及生命）",
            "2026-06-30 语言",
            "2026-09-25 渠道：门户",
        ])
        expect(show).toMatch(/来源没有日期：.*收件人/)
        const { readiness } = JSON.parse(
            lerpack(["recipients", "show", "plain-form", "--json", ...INVENTED_TOO], { env }).stdout,
        ) as { readiness: unknown }
        expect(readiness).toEqual({ state: "applied", since: "2026-11-20", route: null })
    })

    test("the list in English has no Chinese", () => {
        expect(lerpack(["recipients", "--lang", "en"]).stdout).not.toMatch(/\p{Script=Han}/u)
    })

    test.each([
        [["recipients", "show", "all-rout", ...INVENTED_TOO], 1, "request.recipient.unknown"],
        [["recipients", "show"], 2, "shell.usage.missing"],
        [["recipients", "print"], 2, "shell.usage.unknown-option"],
        [["recipients", "--recipients", "nowhere"], 1, "shell.file.missing"],
        [["schema", "--officer", "--recipient"], 2, "shell.usage.both"],
    ])("%j ends with %i and %s", (args, status, code) => {
        const ran = lerpack(args)
        expect([ran.status, ran.stderr]).toEqual([status, expect.stringContaining(code)])
        if (code === "request.recipient.unknown")
            expect(ran.stderr).toContain([...ENTRIES, ...INVENTED_ENTRIES].sort().join("、"))
    })

    test("schema --recipient prints a JSON Schema with the fields of a profile", () => {
        const schema = JSON.parse(lerpack(["schema", "--recipient"]).stdout) as { anyOf: { properties: object }[] }
        const [asked, absentDesk] = schema.anyOf.map(({ properties }) => Object.keys(properties))
        expect(absentDesk).toEqual(expect.arrayContaining(["found", "reason", "instead"]))
        expect(asked).toEqual(
            expect.arrayContaining([
                ...[
                    "routes",
                    "items",
                    "officialDocument",
                    "officialPage",
                    "identifiersCsv",
                    "letterForPhotos",
                    "ages",
                    "periods",
                ],
            ]),
        )
    })
})

/** A desk that nobody has heard of, alone in a folder. */
function ownDesk(folder: string, change: (profile: string) => string = (profile) => profile): void {
    mkdirSync(join(folder, "desks"), { recursive: true })
    writeFileSync(join(folder, "desks", "english-mail.yaml"), change(deskText("english-mail")))
}

/** Officer data for a desk; the first step, the letter code copied, the second step. */
function completeFor(home: string, draft: string, id: string, route: string, options: readonly string[] = []) {
    const officer = join(home, `${id}.yaml`)
    const data = readFileSync(join(OFFICE, "officer.yaml"), "utf8")
        .replace(/^route: .*/m, `route: ${route}\nrecipient: ${id}`)
        .replace(/^ {2}phoneType: .*/m, '  phoneType: landline\n  badgeNumber: "012345"')
    writeFileSync(officer, data)
    const out = join(home, id)
    const papers = ["--photos", PHOTOS, "--legal", INSTRUMENT]
    const common = ["complete", draft, "--officer", officer, ...papers, "-o", out, "--json", ...options]
    const first = lerpack(common, { cwd: home })
    expect([first.status, first.stderr]).toEqual([0, expect.any(String)])
    const { letterCode, numbers } = JSON.parse(first.stdout) as { letterCode: string; numbers: { items: string } }
    writeFileSync(officer, `${data}\nletterCode: "${letterCode}"\n`)
    const prepared = join(out, `${REF}-prepared`)
    const sealed = ["--prepared", prepared, "--sealed", putScan(prepared), "--unsigned"]
    const second = lerpack([...common, ...sealed], { cwd: home })
    return { out, numbers, second, again: () => lerpack([...common, ...sealed], { cwd: home }) }
}

const read = (out: string, name: string): string => readFileSync(join(out, `${REF}-send`, name), "utf8")

function built(home: string, options: readonly string[] = []): Ran {
    return lerpack(["build", "case", "-o", "out", "--unsigned", ...options], { cwd: home })
}

describe("another desk in a folder, without code", () => {
    let home = ""
    beforeAll(() => {
        home = scratch()
        ownDesk(home)
        cpSync(join(ROOT, "assets/sample-case"), join(home, "case"), { recursive: true })
        const file = join(home, "case/case.yaml")
        writeFileSync(file, deskCase("english-mail"))
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
        expect(stdout).toContain("english-mail  燕灯（Ternlight）")
        expect(stdout).toContain(`自备资料 ${join("desks", "english-mail.yaml")}`)
        expect(stdout.match(/自备资料/g)).toHaveLength(1)
    })

    test("is built and completed in both steps, and gets what it asks for", () => {
        const desks = ["--recipients", "desks"]
        expect(built(home, desks).status).toBe(0)
        const done = completeFor(home, "out/DRAFT-LX-2023-0321.zip", "english-mail", "email", desks)
        expect([done.second.status, done.second.stderr]).toEqual([0, expect.any(String)])
        expect(done.numbers.items).toBe("所需信息 5/5")
        expect(JSON.parse(done.second.stdout)).toMatchObject({ conclusion: "可以发送", identity: null })
        expect(read(done.out, "收件人和主题.txt")).toContain("收件人：desk@ternlight.example")
        const body = read(done.out, "正文.txt")
        expect(body).toContain("To: Ternlight - Law Enforcement Response")
        expect(body).toContain("Officer identification number: 012345.")
        expect(body, "a desk that takes English alone").not.toContain("中文摘要")
        if (tool("pdftotext")) {
            const page = outside("pdftotext", ["-l", "1", join(done.out, `${REF}-send`, `01-Request-${REF}.pdf`), "-"])
            expect(page).toContain("To: Ternlight")
            expect(page).toContain("012345")
        }

        // Officer data that now name another desk, or another profile of this one: the sealed letter no longer agrees.
        const officer = join(home, "english-mail.yaml")
        const data = readFileSync(officer, "utf8")
        writeFileSync(officer, data.replace("recipient: english-mail", `recipient: ${sampleDesk().id}`))
        expect(done.again().stderr).toContain("sending.account.other-desk")
        writeFileSync(officer, data)
        ownDesk(home, (profile) => profile.replace("en: Ternlight - Law", "en: Other - Law"))
        expect(done.again().stderr).toContain("request.prepared.remade")
    })
})

describe("a profile of the user's", () => {
    test("takes the place of one of ours", () => {
        const home = scratch()
        mkdirSync(join(home, "desks"))
        const { id } = sampleDesk()
        const profile = sampleText("recipients", `${id}.yaml`).replace(/^compiledOn: .*/m, 'compiledOn: "2001-02-03"')
        writeFileSync(join(home, "desks", `${id}.yaml`), profile)
        const listed = (args: readonly string[]) => {
            const { recipients } = JSON.parse(lerpack(["recipients", "--json", ...args], { cwd: home }).stdout) as {
                recipients: { id: string; compiledOn: string; file: string | null }[]
            }
            return recipients.map((one) => [one.id, one.compiledOn, one.file])
        }
        expect(listed(["--recipients", "desks"])).toEqual(
            listed([]).map((one) => (one[0] === id ? [id, "2001-02-03", join("desks", `${id}.yaml`)] : one)),
        )
    })

    test("shows official page, periods, CSV, letter for photos and what a route wants stated", () => {
        const show = (id: string) => lerpack(["recipients", "show", id, ...INVENTED_TOO]).stdout
        expect(show("all-routes")).toMatch(/官方页面\n +https:\/\/www\.binnacle\.example\/law-enforcement\n +\* /)
        expect(show("all-routes")).toMatch(/\[account-access\] .*（期间提前 30 天）/)
        expect(show("all-routes")).toMatch(/\[key-log\] .*（期间自密钥创建起）/)
        expect(show("no-photos")).toMatch(/官方页面\n +没有查到，先请网安查明官方页面/)
        expect(show("english-mail")).toMatch(/\[account-records\] .*（期间提前 1 天，期间延后 2 天）/)
        const photo = show("one-photo")
        expect(photo).toMatch(/编号的 CSV\n +需要另附 CSV/)
        expect(photo).toMatch(/以公函代替证件照片\n +接受单位公函/)
        expect(photo).toContain("请求须写明：为什么不能通过门户提交")
    })

    test("that nobody has looked at for a year by the clock is said to be old, a fresh one is not", () => {
        const home = scratch()
        const listed = (reportedOn: string) => {
            ownDesk(home, (profile) =>
                profile.replace('grade: D\n  reportedOn: ""', `grade: D\n  reportedOn: "${reportedOn}"`),
            )
            const { stdout } = lerpack(["recipients", "--recipients", "desks"], { cwd: home })
            return /^english-mail .*\n(?: {4}.*\n)*/m.exec(stdout)?.[0]
        }
        expect(listed("2020-01-02")).toContain("按本机时间已超过 30 天，请重新核对")
        expect(listed("2999-01-02")).not.toContain("已超过")
    })

    test.each([
        [
            "a fault in it",
            "english-mail.yaml",
            (profile: string) => profile.replace("grade: B", "grade: Z"),
            /desks.english-mail\.yaml 第 \d+ 行 .*grade/,
            "input.value.not-allowed",
        ],
        ["a name that is no id", "Other Desk.yaml", undefined, /Other Desk\.yaml/, "request.profile.file-name"],
        ["another ending", "other-desk.yml", undefined, /other-desk\.yml/, "request.profile.file-name"],
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
        if (change !== undefined) expect(stdout, "the sound ones are listed all the same").toContain(sampleDesk().id)
    })
})

describe("the sample goes to other desks through both steps", () => {
    let home = ""
    beforeAll(() => {
        home = scratch()
    })

    test.each([
        {
            id: "one-photo",
            route: "email",
            to: "enforcement@quaymark.example",
            photos: ["front"],
            annexes: ["01", "02", "02", "03", "04"],
        },
        { id: "no-photos", route: "portal", to: "渠道：在线请求系统", photos: [], annexes: ["01", "02", "03"] },
    ])("$id by $route", ({ id, route, to, photos, annexes }) => {
        const profile = desk(id)
        const draft = join(builtOut(id), "DRAFT-LX-2023-0321.zip")
        const { out, numbers, second } = completeFor(home, draft, id, route, INVENTED_TOO)
        expect([second.status, second.stderr]).toEqual([0, expect.any(String)])
        expect(numbers.items).toBe("所需信息 4/4")
        expect(read(out, "收件人和主题.txt")).toContain(to)
        const body = read(out, "正文.txt")
        expect(body, "the badge number goes only where it is asked for").not.toContain("012345")
        expect(body).toContain("中文摘要")
        const sentNames = readdirSync(join(out, `${REF}-send`)).filter((name) => /^0\d-/.test(name))
        expect(sentNames.map((name) => name.slice(0, 2)).sort()).toEqual(annexes)
        const folder = join(out, `${REF}-identity`)
        const images = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".jpg")) : []
        expect(images).toEqual(photos.map((role) => `${REF}-id-${role}.jpg`))

        // Nothing that goes to this desk speaks of another, or of the platform that receives for another.
        const files = unzipSync(readFileSync(join(out, `${REF}-submission.zip`)))
        const cells = Object.entries(files).filter(([name]) => /\.(?:xlsx|docx)$/.test(name))
        const sent = [
            body,
            ...cells.flatMap(([, bytes]) => Object.values(unzipSync(bytes)).map(text)),
            ...(tool("pdftotext")
                ? [outside("pdftotext", [join(out, `${REF}-send`, `01-Request-${REF}.pdf`), "-"])]
                : []),
        ].join("\n")
        expect(sent).toContain(profile.addressee.en)
        for (const name of [sampleDesk(), desk()].flatMap(namesOf))
            expect(sent.toLowerCase()).not.toContain(name.toLowerCase())
    })
})
