import { createHash } from "node:crypto"
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { photosAsked } from "../../src/facts/recipients/recipient.ts"
import { ROOT } from "../check.ts"
import { DESKS, sampleDesk } from "../desks.ts"
import { tool } from "../tool.ts"
import { builtOut, INSTRUMENT, PHOTOS, putScan, sampleOut } from "./made.ts"
import { lerpack, outside, scratch } from "./run.ts"

/** Both mails as Python's email package reads them: a draft with the right subject, names and attachments. */

const REF = "LX-2023-0321"
const TO = sampleDesk().routes.email?.address ?? "no mailbox"
const READ = `import sys, json, hashlib, email, email.policy
m = email.message_from_bytes(open(sys.argv[1], "rb").read(), policy=email.policy.default)
d = [str(x) for p in m.walk() for x in p.defects] + [str(x) for p in m.walk() for h in p.values() for x in getattr(h, "defects", [])]
print(json.dumps({"defects": d, "subject": m["subject"], "to": [a.addr_spec for a in m["to"].addresses], "unsent": m["x-unsent"], "from": m["from"],
  "body": m.get_body().get_content(), "files": {a.get_filename(): hashlib.sha256(a.get_payload(decode=True)).hexdigest() for a in m.iter_attachments()}}))`

interface Mail {
    readonly defects: readonly string[]
    readonly subject: string
    readonly to: readonly string[]
    readonly unsent: string
    readonly from: string | null
    readonly body: string
    readonly files: Readonly<Record<string, string>>
}

let out = ""
const read = (path: string): Mail => JSON.parse(outside("python3", ["-c", READ, path])) as Mail
const sha256 = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex")
const files = (folder: string, pattern: RegExp): Record<string, string> =>
    Object.fromEntries(
        readdirSync(folder)
            .filter((name) => pattern.test(name))
            .map((name) => [name, sha256(join(folder, name))]),
    )
const windows = (path: string): string => readFileSync(path, "utf8")

beforeAll(() => {
    out = sampleOut()
})

describe.skipIf(!tool("python3"))("of the sample", () => {
    test("the mail with the request is a draft without defects that carries the files as they lie beside it", () => {
        const place = join(out, `${REF}-send`)
        const mail = read(join(place, `${REF}.eml`))
        expect({ ...mail, body: "" }).toEqual({
            defects: [],
            subject: `Law enforcement request - disclosure - Yangli Branch, Shili Municipal Public Security Bureau, China - Ref ${REF}`,
            to: [TO],
            unsent: "1",
            from: null,
            body: "",
            files: files(place, /^0\d-/),
        })
        expect(mail.body).toContain("Officer: Minjing YANG (样民警), Police Officer.")
        expect(mail.body.indexOf("（中文摘要）")).toBeGreaterThan(mail.body.indexOf("Enclosures:"))
        const pages = /Pages: +(\d+)/.exec(outside("pdfinfo", [join(place, `01-Request-${REF}.pdf`)]))?.[1] ?? ""
        expect(mail.body).toContain(`01-Request-${REF}.pdf (${pages} pages)`)
    })

    test("the mail with the identity images carries them and says what they are for", () => {
        const place = join(out, `${REF}-identity`)
        const mail = read(join(place, `${REF}-identity.eml`))
        expect({ ...mail, body: "" }).toEqual({
            defects: [],
            subject: `Law enforcement request - identity documents - Ref ${REF}`,
            to: [TO],
            unsent: "1",
            from: null,
            body: "",
            files: files(place, /\.(?:jpg|png)$/),
        })
        expect(Object.keys(mail.files)).toHaveLength(photosAsked(sampleDesk()).length)
        expect(mail.body).toContain("Please delete them once verified")
    })

    test("the texts for web mail say the same, with the marks an old Windows needs", () => {
        const place = join(out, `${REF}-send`)
        const mail = read(join(place, `${REF}.eml`))
        const body = windows(join(place, "正文.txt"))
        expect(body.slice(1).replaceAll("\r\n", "\n")).toBe(mail.body.replaceAll("\r\n", "\n"))
        const lines = windows(join(place, "收件人和主题.txt")).split("\r\n")
        expect(lines).toEqual([
            `\uFEFF收件人：${TO}`,
            `主题：${mail.subject}`,
            `附件：${Object.keys(mail.files).join("、")}`,
            "",
        ])
    })
})

describe("by another route", () => {
    const office = join(ROOT, "assets/sample-officer")
    const sent = (change: (officer: string) => string): string => {
        const home = scratch()
        const officer = join(home, "officer.yaml")
        const changed = change(readFileSync(join(office, "officer.yaml"), "utf8"))
        writeFileSync(officer, changed)
        const draft = join(builtOut("all-routes"), `DRAFT-${REF}.zip`)
        const desks = ["--recipients", DESKS]
        const common = [
            "complete",
            draft,
            "--officer",
            officer,
            "--photos",
            PHOTOS,
            "--legal",
            INSTRUMENT,
            "-o",
            home,
            ...desks,
        ]
        const first = lerpack(common).stderr
        expect(first).not.toContain("须改正")
        expect(first.includes("渠道还没有核实：请网安按")).toBe(!changed.includes("channelConfirmed:"))
        const record = readFileSync(join(home, `${REF}-prepared/prepared.json`), "utf8")
        writeFileSync(
            officer,
            `${changed}\nletterCode: "${(JSON.parse(record) as { letterCode: string }).letterCode}"\n`,
        )
        const sealed = [
            "--prepared",
            join(home, `${REF}-prepared`),
            "--sealed",
            putScan(join(home, `${REF}-prepared`)),
            "--unsigned",
        ]
        expect(lerpack([...common, ...sealed]).stderr).not.toContain("须改正")
        return home
    }

    test.each([
        ["portal", "not enclosed; the portal verifies the officer's account", "门户网站注册并提交"],
        [
            "existing-account",
            "through an account that you have already verified",
            "由上级或网安、反诈部门已注册的账号提交",
        ],
    ])(
        "%s: no mail is written, the text says where the identity images are, the page to copy from lies apart",
        (route, says, named) => {
            const home = sent((text) => text.replace("route: email", `route: ${route}`))
            const names = readdirSync(join(home, `${REF}-send`))
            expect(names.filter((name) => name.endsWith(".eml"))).toEqual([])
            expect(names.filter((name) => name.includes("门户"))).toEqual([])
            const body = windows(join(home, `${REF}-send/正文.txt`))
            expect(body).toContain(says)
            expect(body).toContain("Please reply through this account or to the e-mail address above")
            expect(windows(join(home, `${REF}-send/收件人和主题.txt`))).toContain(`渠道：${named}`)
            const page = windows(join(home, `${REF}-门户填报信息单（本机使用，不发送）.html`))
            expect(page).toContain("Content-Security-Policy")
            expect(/LX-2023-0321-id-front\.jpg\s+（LX-2023-0321-identity 文件夹）/.test(page)).toBe(route === "portal")
        },
    )

    test("email without a confirmed channel: nothing is written but a question without case data", () => {
        const home = sent((text) => text.replace(/^channelConfirmed:\n(?: {2}.*\n)+/m, ""))
        expect(readdirSync(home).filter((name) => name.endsWith("-identity"))).toEqual([])
        expect(readdirSync(home).sort()).toEqual([`${REF}-inquiry`, `${REF}-prepared`, "officer.yaml"])
        const question = windows(join(home, `${REF}-inquiry/询问渠道.txt`))
        expect(question).toContain("Is the mailbox help@kovex.example an accepted channel")
        expect(question).toMatch(/^\uFEFF?去处：请网安打开官方页面 https:\/\/www\.binnacle\.example\/law-enforcement，/)
        for (const secret of ["100000001", "trader-lin", "SAMPLE-2026-0007"]) expect(question).not.toContain(secret)
    })
})
