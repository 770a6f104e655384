import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeEach, describe, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { tool } from "../tool.ts"
import { add, begin, config, DRAFT, file, out, run, text } from "./journal-run.ts"
import { INSTRUMENT, PHOTOS } from "./made.ts"
import { hashes, lerpack, outside, type Ran, scratch } from "./run.ts"

/** The journal at the command line: what it takes, what it refuses, and that no append is lost or doubled. */

const REF = "LX-2023-0321"

const endCodeOf = ({ stdout }: Ran): string => /(?:末行码：|end code: )([0-9a-f ]{39})/.exec(stdout)?.[1] ?? ""

beforeEach(begin)

const SENT = ["sent", "--type", "disclosure", "--recipient", "binance-cn", "--route", "portal", "--by", "张民警"]

/** One case from the draft to the closing. */
const LIFE: readonly (readonly string[])[] = [
    ["handed-over", "--unit", "幸福路派出所"],
    ["asked", "--to", "https://www.binance.com/zh-CN/legal", "--by", "张民警"],
    ["channel-confirmed", "--by", "李民警", "--how", "电话回拨官方页面的号码"],
    ["access-requested", "--recipient", "binance-cn"],
    ["access-granted", "--recipient", "binance-cn"],
    ["approved", "--approver", "王所长", "--type", "preservation"],
    ["sent", "--type", "preservation", "--recipient", "binance-cn", "--route", "portal", "--by", "张民警"],
    ["approved", "--approver", "王所长", "--type", "disclosure", "--no", "2"],
    [...SENT, "--no", "2", "--reply-by", "2026-11-20"],
    ["ticket", "--number", "CASE-1", "--no", "2"],
    ["acknowledged", "--no", "2", "--from", "case@desk.example"],
    ["answered-in-part", "--no", "2", "--outstanding", "登录日志"],
    ["photos-deleted", "--count", "3"],
    ["refused", "--no", "2", "--reason", "超出范围"],
    ["answered", "--no", "2"],
    ["closed", "--reason", "答复已入卷"],
]
const hour = (i: number): string => `2026-11-${String(2 + i).padStart(2, "0")} 10:00 北京时间`

test("a case from the draft to the closing, true at each step", () => {
    const codes: string[] = []
    for (const [i, act] of LIFE.entries()) {
        const ran = add(...act, "--at", hour(i))
        expect(ran.status, ran.stderr).toBe(0)
        codes.push(endCodeOf(ran))
        expect(run("verify", out, "--code", codes[i] ?? "").status).toBe(0)
    }
    const lines = text().trimEnd().split("\n")
    expect(lines.length).toBe(LIFE.length)
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ n: 1, ref: REF, at: "2026-11-02T10:00:00+08:00" })
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(existsSync(`${file()}.lock`)).toBe(false)

    expect(run("verify", out).stdout).toContain("没有给出末行码")
    expect(run("verify", out, "--code", codes.at(-1) ?? "").stdout).toContain("末行码相符")
    expect(run("verify", out, "--code", codes[3] ?? "").stderr).toContain("以后又追加了 12 条")
    writeFileSync(file(), `${lines.slice(0, -2).join("\n")}\n`)
    expect(run("verify", out).status).toBe(0)
    expect(run("verify", out, "--code", codes.at(-1) ?? "")).toMatchObject({
        status: 1,
        stderr: expect.stringContaining("journal.code.different"),
    })
    writeFileSync(file(), text().replace("王所长", "王局长"))
    for (const args of [["verify"], ["show"], ["due"]]) expect(run(...args, out).status).toBe(1)
    const before = text()
    expect(add("photos-deleted").stderr).toContain("journal.file.broken")
    expect(text()).toBe(before)
})

test("what is due on a day, in both languages and for programs", () => {
    for (const [i, act] of LIFE.slice(0, 10).entries()) add(...act, "--at", hour(i))
    const due = (on: string) =>
        JSON.parse(run("due", out, "--on", on, "--json").stdout) as {
            overdue: number
            due: { rule: string; state: string; day: string }[]
        }
    expect(due("2026-11-19")).toMatchObject({
        overdue: 0,
        due: [
            { rule: "reply-by", state: "running" },
            { rule: "preservation", day: "2027-02-06" },
        ],
    })
    expect(due("2026-11-20").overdue).toBe(1)
    expect(due("2027-03-01").overdue).toBe(2)
    expect(run("due", out, "--on", "2026-11-21").stdout).toContain("已过期  提供时限")
    expect(run("due", out, "--on", "2026-11-21", "--lang", "en").stdout).toContain("overdue  data to be provided")
    expect(run("due", out, "--on", "2026-02-30").status).toBe(2)
})

describe("办理进度", () => {
    test("is one page with the end code, the same bytes each time, for many entries and long texts too", () => {
        for (const [i, act] of LIFE.slice(0, 15).entries())
            add(...act, "--at", hour(i), ...(act[0] === "refused" ? ["--note", "长".repeat(300)] : []))
        for (let i = 0; i < 12; i++)
            add(...SENT, "--no", String(10 + i), "--type", "freeze", "--note", "长".repeat(200))
        const shown = (folder: string) => {
            const ran = run("show", out, "--on", "2026-11-27", "-o", folder)
            expect(ran.status, ran.stderr).toBe(0)
            const [name = ""] = readdirSync(folder)
            return { path: join(folder, name), code: endCodeOf(ran) }
        }
        const [a, b] = [shown(scratch()), shown(scratch())]
        expect(readFileSync(a.path)).toEqual(readFileSync(b.path))
        expect(statSync(a.path).mode & 0o777).toBe(0o600)
        if (!tool("pdftotext")) return
        expect(outside("pdfinfo", [a.path])).toMatch(/Pages:\s+1\n/)
        const said = outside("pdftotext", ["-layout", a.path, "-"])
        expect(said).toContain(a.code)
        expect(said).toContain("较早的")
        // What the page has no room for is said to be left out: a term that is missing would be taken for none.
        expect(said).toMatch(/另有 \d+ 项期限本页不列/)
        expect(said).toMatch(/较早的 \d+ 次请求见台账文件/)
        expect(outside("pdftotext", ["-raw", a.path, "-"]).replace(/\s/g, "")).toContain("条文没有写明虚拟货币")
    })
})

test("where terms alone take the page, what was done is not left out for it", () => {
    const types = ["freeze", "data-freeze", "preservation", "disclosure", "freeze", "data-freeze"]
    for (const [i, type] of types.entries()) {
        const desk = i % 2 === 0 ? "okx" : "binance-cn"
        add(
            "sent",
            "--type",
            type,
            "--recipient",
            desk,
            "--route",
            "portal",
            "--by",
            "甲",
            "--no",
            String(i + 1),
            "--at",
            hour(i),
        )
        add("access-requested", "--recipient", i % 2 === 0 ? `desk-${String(i)}` : "binance-cn", "--at", hour(i))
    }
    const folder = scratch()
    expect(run("show", out, "--on", "2026-11-27", "-o", folder).status).toBe(0)
    const [name = ""] = readdirSync(folder)
    if (!tool("pdftotext")) return
    const said = outside("pdftotext", ["-layout", join(folder, name), "-"])
    expect(said).not.toMatch(/较早的 \d+ 条/)
    for (const type of ["保全", "调取", "冻结财产", "冻结电子数据"]) expect(said).toContain(type)
})

describe("refused, and nothing is written", () => {
    test.each<[string, readonly string[], string]>([
        ["no act", [], "journal.act.unknown"],
        ["a ticket before sending", ["ticket", "--number", "1"], "journal.act.needs"],
        [
            "an image of the police ID",
            ["handed-over", "--unit", "所", "--file", `OUT/${REF}-id-front.jpg`],
            "journal.file.identity",
        ],
        [
            "the folder of such images",
            ["handed-over", "--unit", "所", "--file", `OUT/${REF}-identity`],
            "journal.file.identity",
        ],
        ["a file that is not there", ["handed-over", "--unit", "所", "--file", "OUT/none"], "shell.file.missing"],
        ["a draft that is not there", ["handed-over", "--unit", "所", "--draft", "OUT/none.zip"], "shell.file.missing"],
    ])("%s", (_, args, code) => {
        mkdirSync(join(out, `${REF}-identity`))
        writeFileSync(join(out, `${REF}-id-front.jpg`), "x")
        const ran = add(...args.map((one) => one.replace("OUT", out)))
        expect(ran.stderr).toContain(code)
        expect(ran.status).toBe(1)
        expect(existsSync(file())).toBe(false)
    })
    test("without a draft, from a damaged one, and into another case's journal", () => {
        const empty = scratch()
        expect(run("add", empty, "handed-over", "--unit", "所").stderr).toContain("journal.file.none")
        const damaged = readFileSync(join(out, DRAFT))
        damaged[5000] = (damaged[5000] ?? 0) ^ 1
        writeFileSync(join(empty, DRAFT), damaged)
        expect(run("add", empty, "handed-over", "--unit", "所").stderr).toContain("journal.draft.broken")
        add("handed-over", "--unit", "所")
        writeFileSync(file(), text().replace(/"checkCode":"[^"]{4}/, '"checkCode":"0000'))
        const ran = add("handed-over", "--unit", "所", "--draft", join(out, DRAFT))
        expect(ran.stderr).toContain("journal.file.other-case")
        expect(text().split("\n").length).toBe(2)
    })
    test("a file that is no journal", () => {
        writeFileSync(file(), "hello\n")
        for (const action of ["show", "due", "verify"])
            expect(run(action, file()).stderr).toContain("journal.file.not-journal")
        expect(add("handed-over", "--unit", "所").stderr).toContain("journal.file.broken")
        expect(text()).toBe("hello\n")
        writeFileSync(join(out, "B-journal.jsonl"), "")
        expect(run("show", out).stderr).toContain("journal.file.several")
        expect(run("show", join(out, "none.txt")).stderr).toContain("journal.file.name")
    })
})

test("a torn last line is told and kept; the lock of a dead run is taken over, that of another machine respected", () => {
    add("handed-over", "--unit", "所")
    appendFileSync(file(), '{"act":"sent","at":"2026-')
    const torn = text()
    expect(run("show", out).stderr).toContain("journal.tail.torn")
    writeFileSync(`${file()}.lock`, "")
    expect(add("closed", "--reason", "完毕").stderr).toContain("journal.tail.torn")
    expect(text().startsWith(`${torn}\n{"act":"closed"`)).toBe(true)
    expect(run("verify", out)).toMatchObject({ status: 0, stderr: expect.stringContaining("journal.line.torn") })
    writeFileSync(`${file()}.lock`, "00000000-00000000-1")
    expect(add("photos-deleted").stderr).toContain("journal.file.busy")
}, 60_000)

test("build and complete record what they did where they are asked to, else they say how", () => {
    const place = join(out, "own.jsonl")
    const made = scratch()
    const built = lerpack(["build", join(ROOT, "assets/sample-case"), "-o", made, "--unsigned", "--journal", place])
    expect(built.status, built.stderr).toBe(0)
    expect(built.stderr).not.toContain("记入办理台账")
    const officer = join(ROOT, "assets/sample-officer/officer.yaml")
    const step = [
        "complete",
        join(made, DRAFT),
        "--officer",
        officer,
        "--photos",
        PHOTOS,
        "--legal",
        INSTRUMENT,
        "-o",
        made,
    ]
    const prepared = lerpack([...step, "--journal", place])
    expect(prepared.status, prepared.stderr).toBe(0)
    const lines = readFileSync(place, "utf8").trimEnd().split("\n")
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
        { act: "built", ref: REF, files: [{ name: DRAFT, sha256: hashes(made)[DRAFT] }] },
        { act: "prepared", letterCode: expect.stringMatching(/^[0-9a-f]{8}$/) },
    ])
    writeFileSync(place, readFileSync(place, "utf8").replace("built", "bu1lt"))
    const other = scratch()
    const refused = lerpack(["build", join(ROOT, "assets/sample-case"), "-o", other, "--unsigned", "--journal", place])
    expect(refused.stderr).toContain("journal.file.broken")
    expect(readdirSync(other)).toEqual([])
    // Of another case it could be added to, and what was made would stand there unrecorded.
    writeFileSync(place, (lines[0] ?? "").replace(/"checkCode":"[^"]{4}/, '"checkCode":"0000'))
    for (const args of [
        ["build", join(ROOT, "assets/sample-case"), "-o", other, "--unsigned"],
        [...step.slice(0, -1), other],
    ]) {
        const ran = lerpack([...args, "--journal", place])
        expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining("journal.file.other-case")])
        expect(readdirSync(other)).toEqual([])
    }
    // In a folder each case has its own, whatever other lies there.
    const journals = scratch()
    writeFileSync(join(journals, "LX-2023-0322-journal.jsonl"), readFileSync(place))
    expect(lerpack([...step.slice(0, -1), scratch(), "--journal", journals]).status).toBe(0)
    expect(readdirSync(journals)).toEqual([`${REF}-journal.jsonl`, "LX-2023-0322-journal.jsonl"])
    const said = lerpack([...step.slice(0, -1), other]).stderr
    expect(said).toContain(`journal add ${other} prepared --letter-code `)
    // What is recorded once it was sent is told in the words of this request.
    const filled = join(made, "officer.yaml")
    const code = /公函核对码：([0-9a-f]{8})/.exec(prepared.stdout)?.[1] ?? ""
    writeFileSync(filled, `${readFileSync(officer, "utf8")}letterCode: "${code}"\n`)
    const sealed = join(ROOT, "assets/sample-officer/sealed.pdf")
    const second = step.map((word) => (word === officer ? filled : word))
    const done = lerpack([...second, "--prepared", join(made, `${REF}-prepared`), "--sealed", sealed, "--unsigned"])
    expect(done.status, done.stderr).toBe(0)
    const sent = /发送以后，记入办理台账：\S+ \S+ (.*)/.exec(done.stderr)?.[1] ?? ""
    expect(sent).toBe(
        `journal add ${made} sent --type disclosure --recipient binance-cn --route email --by 样民警 --mailbox xugou-station@gaj.shili.example --reply-by 2026-12-25 --file ${join(made, `${REF}-send`)} --draft ${join(made, DRAFT)}`,
    )
    expect(lerpack(sent.split(" ")).status).toBe(0)
})

test("channels have a journal of their own, and recipients lists them", () => {
    const list = () =>
        (
            JSON.parse(
                lerpack(["recipients", "--channels", "--json"], { env: { XDG_CONFIG_HOME: config } }).stdout,
            ) as { channels: { recipient: string; state: string | null; since: string | null }[] }
        ).channels
    expect(new Set(list().map(({ state }) => state))).toEqual(new Set([null]))
    const ran = run(
        "add",
        "--channels",
        "channel",
        "--recipient",
        "okx",
        "--state",
        "applied",
        "--at",
        "2026-11-20 10:00 北京时间",
    )
    expect(ran.status, ran.stderr).toBe(0)
    expect(list().find(({ recipient }) => recipient === "okx")).toMatchObject({ state: "applied", since: "2026-11-20" })
    run("add", "--channels", "channel", "--recipient", "okx", "--state", "active", "--at", "2026-11-22 10:00 北京时间")
    expect(list().find(({ recipient }) => recipient === "okx")).toMatchObject({ state: "active", since: "2026-11-22" })
    const path = join(config, "lerpack/channels.jsonl")
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(run("verify", "--channels").status).toBe(0)
    writeFileSync(path, readFileSync(path, "utf8").replace("applied", "active"))
    expect(run("verify", "--channels").status).toBe(1)
})
