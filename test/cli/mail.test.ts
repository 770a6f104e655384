import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeEach, describe, expect, test } from "vitest"
import { sampleText, squeeze } from "../check.ts"
import { DESKS } from "../desks.ts"
import { tool } from "../tool.ts"
import { builtOut } from "./made.ts"
import { lerpack, outside, type Ran, scratch } from "./run.ts"

/** Mails beside a request: what they say, what they refuse, and that nothing of the case is in them. */

const REF = "LX-2023-0321"
let out = ""
let officer = ""
const mail = (...args: string[]): Ran => lerpack(["mail", ...args])
const followUp = (kind: string, ...args: string[]): Ran =>
    mail("follow-up", kind, "--officer", officer, "--journal", out, "-o", out, ...args)
const add = (...args: string[]): void => {
    const ran = lerpack(["journal", "add", out, ...args])
    expect(ran.status, ran.stderr).toBe(0)
}
const textOf = (kind: string): string => {
    const folder = readdirSync(out).find((name) => name.startsWith(`${REF}-mail-${kind}-`)) ?? ""
    expect(readdirSync(join(out, folder)).sort()).toEqual([`${REF}-${kind}.eml`, "跟进邮件.txt"].sort())
    expect(readFileSync(join(out, folder, `${REF}-${kind}.eml`), "utf8")).toMatch(
        /^X-Unsent: 1\r\nTo: case@binance\.com\r\n/,
    )
    return readFileSync(join(out, folder, "跟进邮件.txt"), "utf8").replaceAll("\r\n", "\n")
}
const SENT = ["sent", "--type", "disclosure", "--recipient", "binance-cn", "--route", "portal", "--by", "张民警"]

/** What stands in the sample case and must not stand in a mail that holds no case data. */
const CASE = /林晓舟|trader-lin|100000001|39630974|13227384079|TideGrid|PERP|TRB|286|1\.46|CNY|人民币/

beforeEach(() => {
    out = scratch()
    officer = join(out, "officer.yaml")
    writeFileSync(officer, sampleText("sample-officer", "officer.yaml"))
    cpSync(join(builtOut(), `DRAFT-${REF}.zip`), join(out, `DRAFT-${REF}.zip`))
})

describe("question", () => {
    test("asks a desk of which no channel is known for one, names no address, and leaves a line for any platform", () => {
        for (const [id, named] of [
            ["htx", "HTX"],
            ["other", "____________"],
        ] as const) {
            const { status, stdout } = lerpack(["mail", "question", "--recipient", id], { cwd: out })
            expect([status, stdout]).toEqual([0, expect.stringContaining("先请网安查明官方页面")])
            expect(stdout).toContain(`requests of mainland China police to ${named}?`)
            expect(stdout).not.toMatch(/@|https?:/)
        }
        const into = join(out, "no-channel")
        add("handed-over", "--unit", "幸福路派出所")
        const ran = mail("question", "--officer", officer, "--recipient", "htx", "--journal", out, "-o", into)
        expect([ran.status, ran.stderr]).toEqual([0, expect.stringContaining("[outreach.question.no-mailbox]")])
        expect(readdirSync(join(into, `${REF}-inquiry`))).toEqual(["询问渠道.txt"])
    })

    test("without an officer is a text with blanks on the terminal, and no file", () => {
        const before = readdirSync(out)
        const { status, stdout } = lerpack(["mail", "question"], { cwd: out })
        expect(status).toBe(0)
        expect(stdout).toContain("help@kodexglobal.com（")
        expect(stdout.indexOf("www.binance.com")).toBeLessThan(stdout.indexOf("help@kodexglobal.com"))
        expect(stdout).toMatch(/Which company operates app\.kodex\.us/)
        expect(stdout).toMatch(/域名 binance\.com、kodex\.us、kodexglobal\.com 相互是什么关系/)
        expect(stdout).toContain("Ref ____________")
        expect(stdout).not.toMatch(CASE)
        expect(readdirSync(out)).toEqual(before)
    })

    test("of an officer is written, says how to record it, and with --journal records it", () => {
        add("handed-over", "--unit", "幸福路派出所")
        const ran = mail("question", "--officer", officer, "--journal", out, "-o", out)
        expect(ran.status, ran.stderr).toBe(0)
        const folder = join(out, `${REF}-inquiry`)
        expect(readdirSync(folder).sort()).toEqual([`${REF}-inquiry.eml`, "询问渠道.txt"].sort())
        const text = readFileSync(join(folder, "询问渠道.txt"), "utf8")
        expect(text).toContain("Minjing YANG")
        expect(text).not.toMatch(CASE)
        expect(readFileSync(join(out, `${REF}-journal.jsonl`), "utf8")).toContain('"act":"asked"')
        writeFileSync(officer, `ref: ${REF}\n${sampleText("sample-officer", "officer.yaml")}`)
        const alone = mail("question", "--officer", officer, "-o", join(out, "again"))
        expect(alone.stderr).toContain("journal add")
        expect(readFileSync(join(out, "again", `${REF}-inquiry`, "询问渠道.txt"), "utf8")).toBe(text)
    })

    test("needs a reference, of the form or of the journal", () => {
        const ran = mail("question", "--officer", officer, "-o", join(out, "none"))
        expect(ran.status).toBe(1)
        expect(ran.stderr).toContain("[outreach.mail.no-ref]")
        expect(existsSync(join(out, "none"))).toBe(false)
    })
})

describe("follow-up", () => {
    test("is refused before a sending is recorded, and thanks before an answer", () => {
        expect(followUp("receipt").stderr).toContain("[journal.file.none]")
        add("handed-over", "--unit", "幸福路派出所")
        const early = followUp("receipt")
        expect(early.status).toBe(1)
        expect(early.stderr).toContain("[outreach.follow-up.not-sent]")
        add(...SENT)
        for (const kind of ["outstanding", "thanks"])
            expect(followUp(kind).stderr).toContain("[outreach.follow-up.no-answer]")
        expect(readdirSync(out).filter((name) => name.includes("-mail-"))).toEqual([])
    })

    test("of a request that was withdrawn is refused until that is void", () => {
        add(...SENT)
        add("withdrawn", "--reason", "查错账户")
        const ran = followUp("receipt")
        expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining("第 1 次请求已于")])
        expect(ran.stderr).toContain("[outreach.follow-up.withdrawn]")
        add("voided", "--entry", "2", "--reason", "误记")
        expect(followUp("receipt").status).toBe(0)
    })

    test("says what the journal says, English first, and no word of the officer's notes", () => {
        add(
            ...SENT,
            "--note",
            "备注只给自己",
            "--mailbox",
            "station@gaj.shili.example",
            "--at",
            "2026-11-21 10:00 北京时间",
        )
        expect(followUp("receipt").status).toBe(0)
        const receipt = textOf("receipt")
        expect(receipt).toContain("submitted on 2026-11-21 through the portal from station@gaj.shili.example.")
        expect(receipt).toContain("No ticket number has reached us yet.")
        add("ticket", "--number", "BIN-77")
        add("answered-in-part", "--outstanding", "第2、3项，怀疑是内部人员", "--at", "2026-11-25 10:00 北京时间")
        for (const kind of ["outstanding", "thanks"]) expect(followUp(kind).status).toBe(0)
        const outstanding = textOf("outstanding")
        expect(outstanding).toContain(" - Ref LX-2023-0321 - Ticket BIN-77\n")
        expect(outstanding).toContain("Still outstanding: items 2, 3 of our request.")
        expect(outstanding).toContain("尚缺：请求中的第2、3项。")
        expect(textOf("thanks")).toContain("Please keep the records concerned")
        for (const text of [receipt, outstanding, textOf("thanks")]) {
            expect(text).not.toMatch(CASE)
            expect(text).not.toMatch(/张民警|内部人员|备注只给自己/)
            const [, body = ""] = text.split(/\n\n(?=To: )/)
            const [english = ""] = body.split("（中文译文）")
            expect(english.replace("样民警", "")).not.toMatch(/\p{Script=Han}|https?:/u)
        }
    })

    test("a voided sending counts for nothing", () => {
        add(...SENT)
        add("voided", "--entry", "1", "--reason", "记错")
        expect(followUp("receipt").stderr).toContain("[outreach.follow-up.not-sent]")
    })

    test("names the fault of a desk without a mailbox, and of another case's form", () => {
        add("sent", "--type", "disclosure", "--recipient", "no-photos", "--route", "portal", "--by", "张民警")
        expect(followUp("receipt", "--recipients", DESKS).stderr).toContain("[outreach.follow-up.no-mailbox]")
        writeFileSync(officer, `ref: LX-2099-0001\n${sampleText("sample-officer", "officer.yaml")}`)
        expect(followUp("receipt").stderr).toContain("[outreach.mail.other-ref]")
    })
})

describe("directory", () => {
    test("answers 网安, says where from, and finds nothing with status 1", () => {
        const ran = lerpack(["directory", "网安"])
        expect(ran.status).toBe(0)
        expect(ran.stdout).toMatch(/^公安机关网络安全保卫部门/)
        expect(ran.stdout).toMatch(/来源：.*C 较弱；2023-04-23/)
        expect(lerpack(["directory", "没有这个词"]).status).toBe(1)
        expect(lerpack(["directory", "--for", "somebody"]).status).toBe(2)
        const rows = JSON.parse(lerpack(["directory", "procuratorate", "--json"]).stdout) as { entries: unknown[] }
        expect(rows.entries.length).toBeGreaterThan(0)
    })
})

describe.skipIf(!tool("pdftotext") || !tool("unzip"))("参考材料", () => {
    const folder = (): string => join(builtOut(), "交民警")
    const pdfs = (root: string): readonly string[] =>
        readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".pdf"))
    const wordsOf = (path: string): string => squeeze(outside("pdftotext", ["-raw", path, "-"]))

    test("12389 stands with the reporter, and in no paper for the police", () => {
        const kept = join(builtOut(), "报案人留存")
        expect(
            pdfs(kept)
                .map((name) => wordsOf(join(kept, name)))
                .join(""),
        ).toContain("12389")
        for (const name of pdfs(folder())) expect(wordsOf(join(folder(), name)), name).not.toContain("12389")
        expect(pdfs(folder())).toContain("07-参考材料.pdf")
    })

    test("the sheet of amounts holds no amount of the case, and no conclusion", () => {
        const path = "LX-2023-0321/data/documents/filing-questions.pdf"
        const made = scratch()
        outside("unzip", ["-q", "-j", join(builtOut(), "DRAFT-LX-2023-0321.zip"), path, "-d", made])
        const text = wordsOf(join(made, "filing-questions.pdf"))
        expect(wordsOf(join(folder(), "07-参考材料.pdf"))).toContain("数额较大：2000元以上")
        expect(text).toContain("数额较大：2000元以上")
        expect(text).toContain("未收录")
        expect(text).not.toMatch(/286,?417|40,?856|349,?776|USDT|BTC/)
        expect(text).not.toMatch(/已构成|可认定|应当立案的是|属于数额/)
    })

    test("the link memo holds addresses, steps, ways to check, and nothing of the case but its reference", () => {
        const text = wordsOf(join(folder(), "08-链接与邮箱说明（供网安核查）.pdf"))
        for (const part of ["https://app.kodex.us/binance-cn/signup", "help@kodexglobal.com", "身份核验8步", "openssl"])
            expect(text).toContain(part)
        expect(text).not.toMatch(CASE)
    })
})
