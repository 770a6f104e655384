import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { PDFDocument } from "pdf-lib"
import PostalMime from "postal-mime"
import { beforeAll, describe, expect, test } from "vitest"
import { photosAsked } from "../../src/facts/recipients/recipient.ts"
import { DESKS, sampleDesk } from "../desks.ts"
import { tool } from "../tool.ts"
import { letterCode, sampleOut, sampleRan, scanOfLetter } from "./made.ts"
import { hashes, lerpack, lerpackProcess, outside, type Ran, scratch } from "./run.ts"

const REF = "LX-2023-0321"
const TO = sampleDesk().routes.email?.address ?? "no mailbox"
const ZIPS = [`DRAFT-${REF}.zip`, `${REF}-submission.zip`, `${REF}-archive.zip`]
let out = ""
let ran: Ran

/** The same by a process in another folder, zone and locale, with another umask and, where the machine can, no network. */
const isolated = canUnshare()
let other = ""
let otherRan: Ran

beforeAll(() => {
    out = sampleOut()
    ran = sampleRan()
    other = join(scratch(), "elsewhere", "again")
    otherRan = lerpackProcess(["sample", "-o", other], {
        env: { TZ: "America/Los_Angeles", LANG: "C", LC_ALL: "C" },
        umask: "077",
        cwd: scratch(),
        prefix: isolated ? ["unshare", "-rn"] : [],
    })
})

test("the sample goes all the way and says the three numbers, check codes and verdicts", () => {
    expect(ran.stderr).not.toMatch(/须改正|Error|at .*\.js/)
    expect(ran.status).toBe(0)
    const items = String(sampleDesk().items.length)
    expect(ran.stdout).toContain(`信息 ${items}/${items} · 发送条件 5/5`)
    expect(ran.stdout).toContain("结论：可以发送")
    expect(ran.stdout.match(/核对码：(?:[0-9a-f]{4} ?){8}/g)?.length).toBeGreaterThanOrEqual(3)
    expect(readdirSync(out).sort()).toEqual(
        [
            `DRAFT-${REF}.zip`,
            `${REF}-archive.zip`,
            `${REF}-identity`,
            `${REF}-prepared`,
            `${REF}-send`,
            `${REF}-submission.zip`,
            "交民警",
            "报案人留存",
        ].sort(),
    )
    const police = readdirSync(join(out, "交民警")).sort()
    expect(police).toEqual(
        expect.arrayContaining(["01-材料核对单.pdf", "03-案件材料汇编.pdf", "04-标识信息表.xlsx", "材料包", "空白件"]),
    )
    for (const name of police) expect(name).toMatch(/^(?:0[1-8]-.+\.(?:pdf|xlsx|docx)|材料包|空白件)$/)
    // The form of consent lies there to print and to go on writing in.
    expect(new Set(police.map((name) => name.slice(0, 2))).size).toBe(police.length - 1)
    expect(readdirSync(join(out, "交民警", "材料包"))).toEqual([`DRAFT-${REF}.zip`])
    expect(readdirSync(join(out, `${REF}-send`)).filter((name) => name.endsWith(".eml"))).toHaveLength(1)
    expect(readdirSync(join(out, `${REF}-send`)).filter((name) => /^0\d-/.test(name))).toHaveLength(3)
})

test("another time zone, locale, umask and folder give the same bytes", () => {
    expect(otherRan.status, otherRan.stderr).toBe(0)
    expect(otherRan.stdout.replaceAll(other, out)).toBe(ran.stdout)
    expect(hashes(other)).toEqual(hashes(out))
})

test("a second run over the first gives the same bytes", () => {
    expect(lerpack(["sample", "-o", other, "--lang", "en"]).status).toBe(0)
    expect(hashes(other)).toEqual(hashes(out))
})

test.skipIf(!isolated)("the whole flow runs with the network cut off", () => {
    expect(otherRan.status, otherRan.stderr).toBe(0)
})

function canUnshare(): boolean {
    try {
        execFileSync("unshare", ["-rn", "true"], { stdio: "ignore" })
        return true
    } catch {
        return false
    }
}

describe.skipIf(!tool("unzip"))("each packet, unpacked by a stock tool", () => {
    test.each(ZIPS)("%s passes sha256sum and ssh-keygen as the README says", (zip) => {
        const folder = scratch()
        outside("unzip", ["-q", join(out, zip), "-d", folder])
        const top = join(folder, readdirSync(folder)[0] ?? "")
        expect(
            outside("sh", [
                "-c",
                `cd "${top}" && sha256sum -c --quiet manifest-sha256.txt && sha256sum -c --quiet tagmanifest-sha256.txt && echo fine`,
            ]),
        ).toBe("fine\n")
        if (tool("ssh-keygen"))
            expect(
                outside("sh", [
                    "-c",
                    `cd "${top}" && ssh-keygen -Y check-novalidate -n lerpack-manifest -s signature-1.sig < manifest-sha256.txt`,
                ]),
            ).toContain("Good")
    })

    test.each(ZIPS)(
        "%s: one changed byte in any file is found and the file named",
        (zip) => {
            const folder = scratch()
            outside("unzip", ["-q", join(out, zip), "-d", folder])
            const top = join(folder, readdirSync(folder)[0] ?? "")
            expect(lerpack(["verify", top]).status).toBe(0)
            for (const path of Object.keys(hashes(top))) {
                const file = join(top, path)
                const bytes = readFileSync(file)
                const at = Math.floor(bytes.length / 2)
                const changed = Buffer.from(bytes)
                changed[at] = (changed[at] ?? 0) ^ 1
                writeFileSync(file, changed)
                const judged = lerpack(["verify", top])
                writeFileSync(file, bytes)
                expect(judged.status, path).toBe(1)
                expect(judged.stdout + judged.stderr, path).toContain(path)
            }
        },
        300_000,
    )
})

test("verify says what was sent and what was not", () => {
    expect(lerpack(["verify", join(out, `${REF}-archive.zip`), "--sent", join(out, `${REF}-send`)]).status).toBe(0)
    expect(
        lerpack(["verify", join(out, `${REF}-archive.zip`), "--sent", join(out, `${REF}-submission.zip`)]).status,
    ).toBe(0)
    const other = join(scratch(), "send")
    mkdirSync(other)
    writeFileSync(join(other, "01-Request.pdf"), "something else")
    const judged = lerpack(["verify", join(out, `${REF}-archive.zip`), "--sent", other])
    expect(judged.status).toBe(1)
    expect(judged.stderr).toContain("verify.sent.not-recorded")
})

describe("the mail", () => {
    const eml = () => readFileSync(join(out, `${REF}-send`, `${REF}.eml`))
    test("goes to the recipient, has no sender, carries the loose files and no identity image", async () => {
        const raw = eml().toString("latin1")
        expect(raw).toContain(`\r\nTo: ${TO}\r\n`)
        expect(raw).not.toMatch(/^(?:From|Bcc|Sender):/m)
        const mail = await PostalMime.parse(eml())
        expect(mail.subject).toBe(
            `Law enforcement request - disclosure - Yangli Branch, Shili Municipal Public Security Bureau, China - Ref ${REF}`,
        )
        expect(mail.attachments.map(({ filename }) => filename)).toEqual([
            `01-Request-${REF}.pdf`,
            `02-Identifiers-${REF}.xlsx`,
            `03-Exhibits-${REF}.pdf`,
        ])
        for (const { filename, content } of mail.attachments)
            expect(
                Buffer.from(content as ArrayBuffer).equals(readFileSync(join(out, `${REF}-send`, filename ?? ""))),
            ).toBe(true)
        expect(mail.text?.replace(/\r?\n/g, "\n").trim()).toBe(
            readFileSync(join(out, `${REF}-send`, "正文.txt"), "utf8")
                .slice(1)
                .replace(/\r\n/g, "\n")
                .trim(),
        )
    })
    test.skipIf(!tool("python3"))("parses without defects in Python's email package", () => {
        const script = `import sys,email,email.policy
m=email.message_from_binary_file(open(sys.argv[1],'rb'),policy=email.policy.default)
print(len(m.defects)+sum(len(p.defects) for p in m.walk()), m['to'], m['subject'], [p.get_filename() for p in m.iter_attachments()])`
        expect(outside("python3", ["-c", script, join(out, `${REF}-send`, `${REF}.eml`)])).toContain(
            `0 ${TO} Law enforcement request - disclosure - Yangli Branch, Shili Municipal Public Security Bureau, China - Ref ${REF} ['01-Request-${REF}.pdf'`,
        )
    })
    test("identity images lie in their own folder and mail, and nowhere else", () => {
        const names = readdirSync(join(out, `${REF}-identity`)).sort()
        const images = photosAsked(sampleDesk()).map((role) => `${REF}-id-${role}.jpg`)
        expect(names).toEqual([...images, `${REF}-identity.eml`].sort())
        const front = readFileSync(join(out, `${REF}-identity`, `${REF}-id-front.jpg`))
        const mark = front.subarray(front.length >> 1, (front.length >> 1) + 60)
        for (const file of [...ZIPS, `${REF}-send/${REF}.eml`])
            expect(readFileSync(join(out, file)).includes(mark), file).toBe(false)
        expect(eml().toString("latin1").replace(/\r\n/g, "")).not.toContain(
            front.toString("base64").slice(30_000, 30_060),
        )
    })
})

describe("a case of one's own", () => {
    const desks = ["--recipients", DESKS]
    const home = () => {
        const folder = scratch()
        expect(lerpack(["init", "case"], { cwd: folder }).status).toBe(0)
        const path = join(folder, "case", "case.yaml")
        const filled = readFileSync(path, "utf8")
            .replace(/^ref: .*$/m, "ref: QD-77")
            .replace(/^recipient: .*$/m, "recipient: all-routes")
            .replace(/^ {2}exchange:.*$/m, "  exchange: Binnacle")
            .replace("  capacity:\n", "  capacity: 报案人\n")
            .replace(/^ {2}kind:\n {4}-\n/m, "  kind:\n    - 被提币\n")
            .replace(/^preparedAt: .*$/m, "preparedAt: 2026-02-03 09:00 +08:00")
            .replace("  name:\n", "  name: 丁一\n")
            .replace("  phone:\n", '  phone: "+86 10 0000 0000"\n')
            .replace("  uid:\n", "  uid: 200000002\n")
            .replace("  noticedAt:\n", "  noticedAt: 2026-01-20 08:00 +08:00\n")
            .replace(/^( {2}firstOperation:\n(?: {4}#.*\n)*) {4}at:\n/m, "$1    at: 2026-01-19 23:15:01 Z\n")
            .replace("    what:\n", "    what: 提币 0.5 个以太币\n")
            .replace("    source:\n", "    source: 提币记录\n")
            .replace("asset:\n", "asset: ETH\n")
            .replace("      amount:\n", "      amount: 0.5\n")
            .replace(/^(wanted:\n(?: {2}#.*\n)*) {2}-\n/m, "$1  - 提币的发起方式\n")
            .replace("originals:\n", "originals: 电脑在家中\n")
        writeFileSync(path, filled)
        return folder
    }
    const office = (folder: string, change: (text: string) => string) => {
        expect(lerpack(["init", "office", "--officer"], { cwd: folder }).status).toBe(0)
        const path = join(folder, "office", "officer.yaml")
        const values: Record<string, string> = {
            nameZh: "某市公安局某分局",
            nameEn: "Mou Branch",
            departmentZh: "某派出所",
            departmentEn: "Mou Station",
            addressZh: "某路一号",
            addressEn: "1 Mou Road",
            surnameZh: "丙",
            givenNameZh: "二",
            surnamePinyin: "Bing",
            givenNamePinyin: "Er",
            positionZh: "民警",
            positionEn: "Officer",
            email: "x@mou.gov.cn",
            phone: '"+86 10 0000 0001"',
            number: "文 1 号",
            date: "2026-02-04",
            approver: "丙三",
        }
        const filled = Object.entries(values).reduce(
            (text, [key, value]) => text.replace(new RegExp(`^( {2}${key}:)(?=\\s*(?:#.*)?$)`, "gm"), `$1 ${value}`),
            readFileSync(path, "utf8"),
        )
        // What this officer has nothing to say to, though its fields are called alike.
        const decided = filled
            .replace(/^(?:identityApproval|identityUnmarked|letter|secondOfficer):\n(?: .*\n)+/gm, "")
            .replace(/^completedAt: .*$/m, "completedAt: 2026-02-05 10:00 +08:00")
            .replace(/^route:(?=\s)/m, "route: email")
        writeFileSync(path, change(decided))
        return path
    }
    const scan = (folder: string) => {
        const path = join(folder, "scan.pdf")
        writeFileSync(path, readFileSync(join(import.meta.dirname, "../../assets/sample-officer/sealed.pdf")))
        return path
    }

    test("made by init and filled by hand goes the same path; nothing of the sample stands in it; nothing but a question leaves without a confirmed channel", async () => {
        const folder = home()
        expect(lerpack(["import", "case"], { cwd: folder }).status).toBe(0)
        const built = lerpack(["build", "case", "-o", "out", "--unsigned", ...desks], { cwd: folder })
        const asked = [...built.stderr.matchAll(/\[([\w.-]+)\]/g)].map(([, code]) => code)
        expect(asked, "neither where the coins went nor any file").toEqual(["case.question.open", "case.evidence.none"])
        expect(built.status).toBe(0)
        const verified = lerpack(["verify", "out/DRAFT-QD-77.zip"], { cwd: folder })
        expect(verified.status).toBe(0)
        expect(verified.stdout + verified.stderr).not.toMatch(/有效|valid/)
        expect(JSON.parse(lerpack(["verify", "out/DRAFT-QD-77.zip", "--json"], { cwd: folder }).stdout)).toMatchObject({
            verdict: "intact-unsigned",
            kind: "draft",
        })

        const officer = office(folder, (text) => text)
        const first = lerpack(["complete", "out/DRAFT-QD-77.zip", "--officer", officer, "-o", "out", ...desks], {
            cwd: folder,
        })
        expect(first.status, first.stderr).toBe(0)
        expect(first.stdout).toContain("暂不能发送，缺：")
        const { letterCode } = JSON.parse(readFileSync(join(folder, "out/QD-77-prepared/prepared.json"), "utf8")) as {
            letterCode: string
        }
        writeFileSync(officer, readFileSync(officer, "utf8").replace(/^letterCode:.*$/m, `letterCode: "${letterCode}"`))
        const letter = join(folder, "letter.pdf")
        writeFileSync(letter, scanOfLetter(join(folder, "out/QD-77-prepared")))
        const second = [
            "complete",
            "out/DRAFT-QD-77.zip",
            "--officer",
            officer,
            "--prepared",
            "out/QD-77-prepared",
            "--sealed",
            letter,
            "--legal",
            scan(folder),
            "-o",
            "out",
            "--unsigned",
            ...desks,
        ]
        const sealed = lerpack(second, { cwd: folder })
        expect(sealed.status, sealed.stderr).toBe(0)
        expect(sealed.stdout).toContain("可发函询问渠道，案件材料和证件图像不得发送")
        expect(existsSync(join(folder, "out/QD-77-identity"))).toBe(false)
        expect(existsSync(join(folder, "out/QD-77-send"))).toBe(false)
        expect(readdirSync(join(folder, "out/QD-77-inquiry"))).toEqual(["询问渠道.txt"])
        const everything = Object.keys(hashes(join(folder, "out")))
            .map((path) => readFileSync(join(folder, "out", path)).toString("utf8"))
            .join("\n")
        for (const trace of ["LX-2023-0321", "林晓舟", "TideGrid", "样例分局", "100000001"])
            expect(everything).not.toContain(trace)
    })

    test("photos at hand wait for the channel: 已备好，未随信", () => {
        const folder = home()
        lerpack(["build", "case", "-o", "out", "--unsigned", ...desks], { cwd: folder })
        const photos = join(import.meta.dirname, "../../assets/sample-officer/photos")
        const done = lerpack(
            [
                "complete",
                "out/DRAFT-QD-77.zip",
                "--officer",
                office(folder, (text) => text),
                "--photos",
                photos,
                "-o",
                "out",
                ...desks,
            ],
            { cwd: folder },
        )
        expect(done.status).toBe(0)
        if (tool("pdftotext"))
            expect(
                outside("pdftotext", [
                    "-raw",
                    join(folder, "out/QD-77-prepared/八项信息与发送条件核对表.pdf"),
                    "-",
                ]).replace(/\s/g, ""),
            ).toContain("已备好，未随信")
    })
})

test("the sample's sealed scan is of the sample's letter of today: npm run sealed makes it anew", async () => {
    const scan = await PDFDocument.load(
        readFileSync(join(import.meta.dirname, "../../assets/sample-officer/sealed.pdf")),
        { updateMetadata: false },
    )
    expect(scan.getSubject()).toBe(letterCode(sampleOut()))
})
