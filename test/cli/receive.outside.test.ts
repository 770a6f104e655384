import { createHash } from "node:crypto"
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync, zipSync } from "fflate"
import { beforeAll, expect, test } from "vitest"
import { parse, stringify } from "yaml"
import { ROOT } from "../check.ts"
import { tool } from "../tool.ts"
import { INSTRUMENT, letterCode, PHOTOS, putScan, sampleOut } from "./made.ts"
import { hashes, lerpack, outside, type Ran, scratch } from "./run.ts"

/** Answers of a desk, whatever they look like, as the next layer of the sample's archive. */

const REF = "LX-2023-0321"
/** Stands in the answer alone: of a person who has nothing to do with the case. */
const COUNTERPARTY = "Counterparty-Marker-8841"
let home = ""
let done: Ran

const RECEIVED = {
    at: "2026-12-10 09:20 +08:00",
    way: "email",
    from: "le-records@binnacle.example",
    provider: "J. Doe, Law Enforcement Response",
    ticket: "SAMPLE-20261126-01",
    mailbox: "xugou-station@gaj.shili.example",
    place: "虚构派出所办案区",
    device: "样例电脑 3 号",
    extractedAt: "2026-12-10 10:05 +08:00",
    firstOfficer: "样民警",
    secondOfficer: "样例二",
    limits: "none",
    translation: "pending",
}

type Change = (received: Record<string, unknown>, officer: Record<string, unknown>) => void

function form(name: string, change: Change = () => undefined): string {
    const text = readFileSync(join(ROOT, "assets/sample-officer/officer.yaml"), "utf8")
    const data = parse(text, { schema: "failsafe" }) as Record<string, unknown>
    data.completedAt = "2026-12-10 11:00 +08:00"
    const received: Record<string, unknown> = structuredClone(RECEIVED)
    data.received = received
    change(received, data)
    const path = join(home, `${name}.yaml`)
    writeFileSync(path, stringify(data))
    return path
}

/** Files of an answer in a folder of its own. */
function answer(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
    for (const [path, content] of Object.entries(files)) {
        mkdirSync(join(home, name, path, ".."), { recursive: true })
        writeFileSync(join(home, name, path), content)
    }
    return join(home, name)
}

const register = (folder: string, officer: string, out: string, ...more: readonly string[]): Ran =>
    lerpack(
        [
            "receive",
            `out/${REF}-archive.zip`,
            folder,
            "--officer",
            officer,
            "-o",
            out,
            ...(more.length > 0 ? more : ["--unsigned"]),
        ],
        { cwd: home },
    )

interface Said {
    readonly layer: number
    readonly checkCode: string
    readonly files: readonly {
        readonly label: string
        readonly name: string
        readonly path?: string
        readonly sameAs?: string
        readonly sha256: string
        readonly mediaType: string
        readonly locked?: true
        readonly stated?: { readonly agrees: boolean; readonly algorithm: string }
        readonly tables?: readonly {
            readonly exchange: string
            readonly report?: string
            readonly rows: { readonly used: number }
        }[]
    }[]
    readonly issues: readonly { readonly code: string; readonly severity: string; readonly path: readonly string[] }[]
}
const said = (ran: Ran) => JSON.parse(ran.stdout) as Said
const codes = ({ issues }: Said) => [...new Set(issues.map(({ code }) => code))].sort()
const judge = (path: string) =>
    JSON.parse(lerpack(["verify", path, "--json"], { cwd: home }).stdout) as {
        readonly verdict: string
        readonly layers: readonly { readonly n: number; readonly added: number }[]
        readonly issues: readonly { readonly code: string; readonly params: object; readonly severity: string }[]
    }

/** A ledger in the desk's own layout: the sample's with other rows. */
function statement(): Uint8Array {
    const exports = join(ROOT, "assets/sample-case/exports")
    const name = readdirSync(exports).find((one) => one.startsWith("账户流水")) ?? ""
    const text = readFileSync(join(exports, name), "utf8")
    return Buffer.from(`${text.trimEnd()}\n`.replaceAll("100000001", "900000017").replace(/\n$/, `\n`), "utf8")
}

const LETTER = "Dear officer, the records are attached.\n"
const md5 = (text: string) => createHash("md5").update(text).digest("hex")

beforeAll(() => {
    home = scratch()
    mkdirSync(join(home, "out"))
    copyFileSync(join(sampleOut(), `${REF}-archive.zip`), join(home, "out", `${REF}-archive.zip`))
    const folder = answer("first", {
        "letter.txt": LETTER,
        "sub/statement.csv": statement(),
        "wrong.csv": `${COUNTERPARTY},1\n`,
    })
    const officer = form("officer", (received) => {
        received.outstanding = "登录日志"
        received.hashes = [
            { file: "letter.txt", algorithm: "md5", value: md5(LETTER).toUpperCase() },
            { file: "wrong.csv", algorithm: "SHA-256", value: "0".repeat(64) },
            { file: "not-there.csv", algorithm: "SHA-1", value: "0".repeat(40) },
        ]
    })
    form("plain")
    done = register(folder, officer, "out", "--unsigned", "--json")
}, 120_000)

test("an answer becomes the next layer; the archive before it is not touched", () => {
    expect(done.status, done.stderr).toBe(0)
    const { layer, files, issues } = said(done)
    expect(layer).toBe(3)
    expect(hashes(join(home, "out"))[`${REF}-archive.zip`]).toBe(hashes(sampleOut())[`${REF}-archive.zip`])
    expect(files.map(({ label, name }) => [label, name])).toEqual([
        ["R01", "letter.txt"],
        ["R02", "sub/statement.csv"],
        ["R03", "wrong.csv"],
    ])
    expect(files.map(({ stated }) => stated?.agrees)).toEqual([true, undefined, false])
    expect(files[0]?.stated?.algorithm).toBe("MD5")
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([])
    expect(codes(said(done))).toEqual([
        ...["received.account.other", "received.hash.differs", "received.hash.no-file", "received.hash.weak"],
        "received.limits.none",
        // The address is one letter off the desk's own.
        "request.address.look-alike",
    ])
})

test("a table in the desk's own layout is read by the ledger", () => {
    const [table] = said(done).files[1]?.tables ?? []
    expect(table).toMatchObject({ exchange: "Binance", report: "statement" })
    expect(table?.rows.used).toBeGreaterThan(50)
})

test("the layer holds files, record, note and court sheet; the judge counts it and says what it is", () => {
    const zip = unzipSync(readFileSync(join(home, "out", `${REF}-archive-3.zip`)))
    const own = Object.keys(zip).flatMap((path) => path.split("/data/layer-3/")[1] ?? [])
    expect(own.sort()).toEqual([
        "documents/court-sheet.pdf",
        "documents/foreign-note.docx",
        "documents/foreign-note.pdf",
        "index.json",
        "received.json",
        "received/R01.txt",
        "received/R02.csv",
        "received/R03.csv",
    ])
    const index = JSON.parse(new TextDecoder().decode(zip[`${REF}-archive-3/data/layer-3/index.json`])) as {
        readonly format: string
        readonly files: readonly { readonly path: string; readonly role: string; readonly originalName?: string }[]
    }
    expect(index.format).toBe("1.0")
    expect(index.files.filter(({ role }) => role === "received").map(({ originalName }) => originalName)).toEqual([
        "letter.txt",
        "sub/statement.csv",
        "wrong.csv",
    ])
    const report = judge(`out/${REF}-archive-3.zip`)
    expect(report.verdict).toBe("intact-unsigned")
    expect(report.issues.find(({ code }) => code === "verify.layer.received")?.params).toEqual({ layer: 3, files: 3 })
    const printed = lerpack(["verify", `out/${REF}-archive-3.zip`], { cwd: home }).stdout
    expect(printed).toMatch(/第 3 层增加材料 8 个（注明为收到的答复，其中收到的文件 3 个）/)
    // What came before has no such finding.
    const before = judge(`out/${REF}-archive.zip`)
    expect(before.issues.map(({ code }) => code)).not.toContain("verify.layer.received")
})

test("the same answer gives the same bytes", () => {
    const again = register(join(home, "first"), join(home, "officer.yaml"), "again", "--unsigned", "--json")
    expect(again.status).toBe(0)
    for (const name of [`${REF}-archive-3.zip`, `${REF}-received-3/境外电子数据来源情况说明.docx`])
        expect(hashes(join(home, "again"))[name]).toBe(hashes(join(home, "out"))[name])
})

test.skipIf(!tool("pdftotext"))("the note is filled in as far as it is known and leaves the rest to be written", () => {
    const path = join(home, "out", `${REF}-received-3/境外电子数据来源情况说明.pdf`)
    const text = outside("pdftotext", ["-raw", path, "-"]).replace(/\s/g, "")
    for (const known of [
        ...[
            "le-records@binnacle.example",
            "样民警、样例二",
            "2026-12-1009:20",
            "2026-12-1010:05",
            "SAMPLE-20261126-01",
        ],
        ...[
            "样例电脑3号",
            "虚构派出所办案区",
            "J.Doe,LawEnforcementResponse",
            "填写人没有看到提供人提出限制",
            "待翻译",
        ],
        ...["letter.txt", md5(LETTER), "Binance账户流水"],
    ])
        expect(text, known).toContain(known)
    expect(text).toContain("见证人")
    expect(text).not.toMatch(/undefined|\[object/)
})

test("the court sheet of an archive is one or two pages, by command as well", () => {
    const ran = lerpack(["journal", "show", "--court", `out/${REF}-archive-3.zip`, "-o", "court"], { cwd: home })
    expect(ran.status, ran.stderr).toBe(0)
    expect(readdirSync(join(home, "court"))).toEqual([`${REF}-庭前准备-第3层.pdf`])
    if (!tool("pdfinfo")) return
    const pages = /Pages:\s+(\d+)/.exec(outside("pdfinfo", [join(home, "court", `${REF}-庭前准备-第3层.pdf`)]))?.[1]
    expect(Number(pages)).toBeLessThanOrEqual(2)
})

test.each<[string, Change]>([
    ["received.data.missing", (_, officer) => delete officer.received],
    ["received.field.missing", (received) => delete received.at],
    ["received.field.missing", (received) => delete received.extractedAt],
    ["received.field.missing", (received) => delete received.secondOfficer],
    ["received.field.missing", (received) => delete received.limits],
    [
        "received.field.missing",
        (received) => {
            received.limits = "stated"
        },
    ],
    [
        "received.persons.same",
        (received) => {
            received.secondOfficer = "样 民警"
        },
    ],
    [
        "received.time.order",
        (received) => {
            received.extractedAt = "2026-12-10 08:00 +08:00"
        },
    ],
    [
        "received.time.order",
        (received) => {
            received.at = "2026-11-20 08:00 +08:00"
        },
    ],
    [
        "received.time.order",
        (_, officer) => {
            officer.completedAt = "2026-12-10 10:00 +08:00"
        },
    ],
    [
        "received.request.unknown",
        (received) => {
            received.no = "4"
        },
    ],
    [
        "received.hash.format",
        (received) => {
            received.hashes = [{ file: "letter.txt", algorithm: "SHA-256", value: "12ab" }]
        },
    ],
])("%s stops it and leaves nothing", (code, change) => {
    const ran = register(join(home, "first"), form("refused", change), "refused")
    expect(ran.status).toBe(1)
    expect(ran.stderr).toContain(`[${code}]`)
    expect(ran.stderr).toMatch(/须改正/)
    expect(existsSync(join(home, "refused"))).toBe(false)
})

test("a time before that of the layer below is asked about, since nobody can mend it later", () => {
    const later = form("later", (received, officer) => {
        Object.assign(received, { at: "2026-12-01 09:20 +08:00", extractedAt: "2026-12-01 10:05 +08:00" })
        officer.completedAt = "2026-12-01 11:00 +08:00"
    })
    const ran = lerpack(
        ["receive", `out/${REF}-archive-3.zip`, "first/letter.txt", "--officer", later, "-o", "later", "--unsigned"],
        { cwd: home },
    )
    expect(ran.status, ran.stderr).toBe(0)
    expect(ran.stderr).toContain("[request.earlier.later]")
})

test("accounts that nobody asked about are named, the one that was asked about is not", () => {
    const other = said(done).issues.find(({ code }) => code === "received.account.other")
    expect(other).toMatchObject({ severity: "warning", params: { label: "R02", accounts: "900000017" } })
    const own = new TextDecoder().decode(statement()).replaceAll("900000017", "100000001")
    const ran = register(
        answer("own-account", { "statement.csv": own }),
        join(home, "plain.yaml"),
        "own",
        "--unsigned",
        "--json",
    )
    expect(codes(said(ran))).not.toContain("received.account.other")
    expect(said(ran).files[0]?.tables?.length).toBe(1)
})

test("an answer that names another case is asked about, one that names this case is not", () => {
    const strange = form("strange", (received, officer) => {
        officer.letterCode = "00000000"
        officer.caseNumbers = { caseNumber: "样例案2026-9999" }
        received.outstanding = "see SAMPLE-20250101-07"
    })
    const ran = register(
        answer("other-case", {
            "LX-20261128-ZZZZ.csv": "1\n",
            "letter.txt": "Our ref SAMPLE-20261001-44, your ref LX-20250404-AAAA\n",
            "both.txt": `We merged LX-20250404-BBBB with ${REF}.\n`,
            "again.txt": "LX-20261128-ZZZZ\n",
        }),
        strange,
        "other-case-out",
        "--unsigned",
        "--json",
    )
    expect(ran.status, ran.stderr).toBe(0)
    const asked = said(ran).issues.filter(({ code }) => code.startsWith("received.case."))
    expect(asked.map(({ code, path, severity }) => [code, path.at(-1), severity])).toEqual([
        ["received.case.differs", "caseNumber", "warning"],
        ["received.case.differs", "letterCode", "warning"],
        ["received.case.named", "outstanding", "warning"],
        ["received.case.named", "LX-20261128-ZZZZ.csv", "warning"],
        ["received.case.named", "letter.txt", "warning"],
    ])
})

test("the ticket number that the journal has is this case's, before an archive has one", () => {
    const folder = answer("ticket", { "letter.html": "<p>Our ref <b>BX</b>-7781-C</p>", "list.txt": "BX-9000-D\n" })
    const officer = form("ticket-other", (received) => {
        received.ticket = "BX-9000-D"
    })
    const journal = join(home, "out", `${REF}-journal.jsonl`)
    const asked = (ran: Ran) => said(ran).issues.flatMap(({ code, path }) => (/case\./.test(code) ? [path.at(-1)] : []))
    const add = (...words: readonly string[]) =>
        lerpack(["journal", "add", "out", ...words, "--draft", join(sampleOut(), `DRAFT-${REF}.zip`)], { cwd: home })
    const SENT =
        "--type disclosure --recipient binance-cn --route email --by 样民警 --mailbox a@gaj.shili.example".split(" ")
    expect(asked(register(folder, officer, "ticket-1", "--unsigned", "--json"))).toEqual(["letter.html"])
    expect(add("sent", ...SENT).status).toBe(0)
    const added = add("ticket", "--number", "BX-7781-C")
    expect(added.status, added.stderr).toBe(0)
    writeFileSync(join(home, `${REF}-archive-7.zip`), "x")
    expect(add("answered", "--file", `${REF}-archive-7.zip`).status).toBe(0)
    const ran = register(folder, officer, "ticket-2", "--unsigned", "--json")
    // A journal of another case is refused before anything is written.
    const other = join(home, "other.jsonl")
    writeFileSync(
        other,
        (readFileSync(journal, "utf8").split("\n")[0] ?? "").replace(/"checkCode":"[^"]{4}/, '"checkCode":"0000'),
    )
    const refused = register(folder, officer, "ticket-3", "--unsigned", "--journal", other)
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining("journal.file.other-case")])
    expect(existsSync(join(home, "ticket-3")) ? readdirSync(join(home, "ticket-3")) : []).toEqual([])
    rmSync(journal)
    expect(asked(ran)).toEqual(["ticket"])
    // What the journal has of a later archive counts too.
    const newer = said(ran).issues.find(({ code }) => code === "request.archive.newer")
    expect(newer).toMatchObject({ severity: "warning", params: { newer: `${REF}-archive-7.zip`, layers: 2 } })
})

test("no name of a file moves the cursor or breaks a line", () => {
    const ran = register(answer("names", { "new\nline\u001B[2K.csv": "1\n" }), join(home, "plain.yaml"), "names")
    expect(ran.status, ran.stderr).toBe(0)
    expect(ran.stdout + ran.stderr).not.toContain("\u001B")
    expect(ran.stdout).toContain("R01  new⟦U+000A⟧line⟦U+001B⟧[2K.csv  2 B")
})

test("a draft has no answer, and a limit of use is said to decide whether it may be used", () => {
    copyFileSync(join(sampleOut(), `DRAFT-${REF}.zip`), join(home, "draft.zip"))
    const refused = lerpack(
        ["receive", "draft.zip", "first/letter.txt", "--officer", "officer.yaml", "-o", "refused", "--unsigned"],
        { cwd: home },
    )
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain("[received.archive.draft]")
    const text = "For intelligence purposes only; not to be used as evidence."
    const officer = form("limited", (received) => Object.assign(received, { limits: "stated", limitsText: text }))
    const limited = register(join(home, "first"), officer, "limited")
    expect(limited.status).toBe(0)
    expect(limited.stderr).toContain("[received.limits.stated]")
    expect(limited.stderr).toContain("第七十七条")
    expect(limited.stderr).toContain(text)
})

test("hostile answers are registered as they came: nothing opened, nothing stored twice, nothing renamed", () => {
    const inArchive = readFileSync(
        join(ROOT, "assets/sample-case/exports", readdirSync(join(ROOT, "assets/sample-case/exports"))[0] ?? ""),
    )
    const zip = zipSync({ "a.txt": Buffer.from("x"), "../up.txt": Buffer.from("y") })
    const folder = answer("hostile", {
        "packed.zip": zip,
        "locked.zip": lockedZip(),
        "empty.csv": "",
        "macros.xlsm": zipSync({ "[Content_Types].xml": Buffer.from("x"), "xl/vbaProject.bin": Buffer.from("x") }),
        "one.txt": "the same",
        "two.txt": "the same",
        "already.csv": inArchive,
        "run.exe": Buffer.concat([Buffer.from("MZ"), Buffer.alloc(62), Buffer.from("PE\0\0")]),
        "ملف السجلات.txt": "arabic name",
        "ไฟล์.txt": "thai name",
        "𠮷𰻝.txt": "rare hanzi",
        "evil\u202etxt.exe": "not a program",
        "=cmd|' /C calc'!A0.csv": "a name that a spreadsheet would run",
        "lerpack-index.json": "{}",
        "index.json": "{}",
    })
    const ran = register(folder, join(home, "plain.yaml"), "hostile-out", "--unsigned", "--json")
    expect(ran.status, ran.stderr + ran.stdout).toBe(0)
    const result = said(ran)
    const named = new Map(result.files.map((file) => [file.name, file]))
    expect(named.get("packed.zip")).toMatchObject({ mediaType: "application/zip" })
    expect(named.get("locked.zip")?.locked).toBe(true)
    expect(named.get("already.csv")?.sameAs).toMatch(/^data\/exports\/X\d+\.csv$/)
    expect(named.get("already.csv")?.path).toBeUndefined()
    expect(named.get("two.txt")?.sameAs).toBe(named.get("one.txt")?.label)
    expect([...named.keys()]).toContain("ملف السجلات.txt")
    for (const code of ["empty", "same", "in-archive", "locked", "program", "active"])
        expect(codes(result)).toContain(`received.file.${code}`)
    expect(codes(result)).toContain("received.name.invisible")
    const judged = judge(`hostile-out/${REF}-archive-3.zip`)
    expect(judged.verdict).toBe("intact-unsigned")
    const zipped = unzipSync(readFileSync(join(home, "hostile-out", `${REF}-archive-3.zip`)))
    const received = Object.keys(zipped).filter((path) => path.includes("/received/"))
    expect(received.length).toBe(result.files.filter(({ path }) => path !== undefined).length)
    for (const path of received) expect(path).toMatch(/\/received\/R\d{2}\.[a-z0-9]{1,5}$/)
})

test("what the answer says of others goes into no request that follows, and its rows are not read there", () => {
    const archive = `out/${REF}-archive-3.zip`
    const officer = form("next", (_, data) => {
        data.request = { ...(data.request as object), no: "2" }
    })
    const common = ["complete", archive, "--officer", officer, "--photos", PHOTOS, "--legal", INSTRUMENT, "-o", "next"]
    const first = lerpack(common, { cwd: home })
    expect(first.status, first.stderr).toBe(0)
    const stem = `${REF}-2-disclosure`
    writeFileSync(officer, `${readFileSync(officer, "utf8")}\nletterCode: "${letterCode(join(home, "next"), stem)}"\n`)
    const prepared = join(home, "next", `${stem}-prepared`)
    const second = lerpack([...common, "--prepared", prepared, "--sealed", putScan(prepared), "--unsigned"], {
        cwd: home,
    })
    expect(second.status, second.stderr).toBe(0)
    for (const place of [`${stem}-send`, `${stem}-identity`, `${stem}-submission.zip`])
        expect(everything(join(home, "next", place)).includes(COUNTERPARTY), place).toBe(false)
    // The archive keeps it, so that the search can fail.
    expect(everything(join(home, "next", `${REF}-archive-4.zip`)).includes(COUNTERPARTY)).toBe(true)
    expect(judge(`next/${REF}-archive-4.zip`).layers).toHaveLength(4)
})

test("what is printed records the answer in a journal that an archive begins", () => {
    const sent = "journal add out sent --type disclosure --recipient binance-cn --route portal --by 张民警"
    expect(lerpack([...sent.split(" "), "--draft", `out/${REF}-archive.zip`], { cwd: home }).status).toBe(0)
    const ran = register(join(home, "first"), join(home, "officer.yaml"), "printed")
    const [, line = ""] = /dist\/cli\.js (journal add .*)/.exec(ran.stderr) ?? []
    const words = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word)
    const recorded = lerpack(
        words.map((word) => (word === "printed" ? "out" : word)),
        { cwd: home },
    )
    expect(recorded.status, recorded.stderr).toBe(0)
    const shown = lerpack(["journal", "show", "out"], { cwd: home }).stdout
    expect(shown).toContain("收到部分答复")
    expect(shown).toContain("登录日志")
    // The journal is that of the draft, whose code the archive has for its first layer.
    const draft = JSON.parse(lerpack(["verify", join(sampleOut(), `DRAFT-${REF}.zip`), "--json"]).stdout) as {
        readonly checkCode: string
    }
    expect(shown).toContain(draft.checkCode)
})

/** Bytes of a file or of all files of a folder; packets are stored, not packed. */
function everything(path: string): Buffer {
    if (!existsSync(path)) return Buffer.alloc(0)
    if (/\.\w+$/.test(path)) return readFileSync(path)
    return Buffer.concat(readdirSync(path, { recursive: true }).map((name) => everything(join(path, String(name)))))
}

/** A ZIP whose member asks for a password: the flag of one that does not, set (APPNOTE 6.3.10 §4.4.4). */
function lockedZip(): Uint8Array {
    const zip = zipSync({ "records.csv": Buffer.from("secret") })
    const view = Buffer.from(zip)
    view[6] = 1
    view[view.indexOf(Buffer.from("PK\x01\x02", "latin1")) + 8] = 1
    return view
}

test("a key from the second layer on may sign one answer after the other", () => {
    lerpack(["keygen", "--out", "station"], { cwd: home })
    const ran = register(join(home, "first"), join(home, "plain.yaml"), "signed", "--key", "station")
    expect(ran.status, ran.stderr).toBe(0)
    const archive = `signed/${REF}-archive-3.zip`
    const twice = lerpack(
        ["receive", archive, "hostile/one.txt", "--officer", "plain.yaml", "-o", "twice", "--key", "station"],
        { cwd: home },
    )
    expect(twice.status, twice.stderr).toBe(0)
    const report = judge(`twice/${REF}-archive-4.zip`)
    expect(report.verdict).toBe("intact-signed-unknown")
    expect(report.issues.filter(({ severity }) => severity === "error")).toEqual([])
})
