import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { parse, stringify } from "yaml"
import { officeText } from "../../src/typeset/office/office-text.ts"
import { readXlsx } from "../../src/typeset/office/xlsx-read.ts"
import { ROOT } from "../check.ts"
import { bagFaults, baseDirectory } from "../packet/assemble/rfc8493.ts"
import { tool } from "../tool.ts"
import { INSTRUMENT, PHOTOS, putScan } from "./made.ts"
import { hashes, lerpack, outside, type Ran, scratch } from "./run.ts"

/**
 * One case through four layers: the victim's draft, a disclosure by the station, new identifiers by the station with the
 * same key, and a disclosure by the city bureau.
 */

const REF = "LX-2023-0321"
let home = ""
const officer = join(ROOT, "assets/sample-officer")
const STEMS = { two: REF, three: `${REF}-2-follow-up`, four: `${REF}-3-disclosure` } as const
const ARCHIVES = {
    two: `two/${REF}-archive.zip`,
    three: `three/${REF}-archive-3.zip`,
    four: `four/${REF}-archive-4.zip`,
} as const

/** Changes to the sample's officer data. */
type Change = (officer: Record<string, unknown> & { request: Record<string, unknown> }) => void

function formOf(out: string, at: string, change: Change): string {
    const data = parse(readFileSync(join(officer, "officer.yaml"), "utf8"), {
        schema: "failsafe",
    }) as Parameters<Change>[0]
    data.completedAt = at
    change(data)
    const path = join(home, `${out}.yaml`)
    writeFileSync(path, stringify(data))
    return path
}

const firstStep = (packet: string, form: string, out: string): Ran =>
    lerpack(["complete", packet, "--officer", form, "--photos", PHOTOS, "--legal", INSTRUMENT, "-o", out], {
        cwd: home,
    })

function secondStep(packet: string, form: string, out: string, key: string, into = out): Ran {
    const prepared = join(out, `${STEMS[out as keyof typeof STEMS]}-prepared`)
    const { letterCode } = JSON.parse(readFileSync(join(home, prepared, "prepared.json"), "utf8")) as {
        letterCode: string
    }
    writeFileSync(form, `${readFileSync(form, "utf8")}\nletterCode: "${letterCode}"\n`)
    const papers = ["--photos", PHOTOS, "--legal", INSTRUMENT, "--sealed", putScan(join(home, prepared))]
    return lerpack(
        ["complete", packet, "--officer", form, ...papers, "--prepared", prepared, "-o", into, "--key", key],
        { cwd: home },
    )
}

function complete(packet: string, out: keyof typeof STEMS, key: string, at: string, change: Change = () => undefined) {
    const form = formOf(out, at, change)
    const first = firstStep(packet, form, out)
    expect(first.status, first.stderr).toBe(0)
    const done = secondStep(packet, form, out, key)
    expect(done.status, done.stderr).toBe(0)
}

const judge = (path: string, ...more: readonly string[]) =>
    JSON.parse(lerpack(["verify", path, ...more, "--json"], { cwd: home }).stdout) as Judged
interface Judged {
    readonly kind: string
    readonly verdict: string
    readonly checkCode: string
    readonly layers: readonly { n: number; added: number; missing: number; replaced: number; setAside: number }[]
    readonly issues: readonly { code: string; severity: string; params: { layer: number } }[]
}

/** What the follow-up asks about beside what it says of the first request. */
const NEW_TARGET = { kind: "uid", value: "900000017", role: "suspect", source: "bank records obtained by this unit" }
const followUp =
    (checkCode: string, targets: readonly object[] = [NEW_TARGET]): Change =>
    (data) => {
        data.exhibits = []
        data.request = {
            ...data.request,
            ...{ type: "follow-up", no: "2", dataGroups: ["account-access", "account-records"], targets },
            earlier: { no: "1", ticket: "SAMPLE-20261126-01", checkCode },
        }
    }

let hashBefore = ""
beforeAll(() => {
    home = scratch()
    cpSync(join(ROOT, "assets/sample-case"), join(home, "case"), { recursive: true })
    for (const key of ["victim", "station", "bureau"]) lerpack(["keygen", "--out", key], { cwd: home })
    expect(lerpack(["build", "case", "-o", "one", "--key", "victim"], { cwd: home }).status).toBe(0)
    complete(`one/DRAFT-${REF}.zip`, "two", "station", "2026-11-25 15:30 +08:00")
    hashBefore = String(hashes(join(home, "two"))[`${REF}-archive.zip`])
    const code = judge(ARCHIVES.two).checkCode
    complete(ARCHIVES.two, "three", "station", "2026-11-30 10:00 +08:00", followUp(code))
    complete(ARCHIVES.three, "four", "bureau", "2026-12-02 09:00 +08:00", (data) => {
        data.request.no = "3"
    })
})

test("every archive keeps the layers before it unchanged, and no archive is ever written to", () => {
    expect(hashes(join(home, "two"))[`${REF}-archive.zip`]).toBe(hashBefore)
    for (const [i, path] of Object.values(ARCHIVES).entries()) {
        const report = judge(path)
        expect(report.verdict, path).toBe("intact-signed-unknown")
        expect(report.layers.map(({ n, missing, replaced }) => [n, missing, replaced])).toEqual(
            Array.from({ length: i + 2 }, (_, layer) => [layer + 1, 0, 0]),
        )
        expect(report.layers.at(-1)?.added).toBeGreaterThan(5)
    }
})

test("from the second layer on a key may sign again; that of the first layer may not", () => {
    const keys = judge(ARCHIVES.four).issues.filter(({ code }) => code === "verify.layer.same-key")
    expect(keys).toEqual([])
    const refused = secondStep(
        ARCHIVES.three,
        formOf("four", "2026-12-02 09:00 +08:00", (data) => {
            data.request.no = "3"
        }),
        "four",
        "victim",
        "refused",
    )
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain("[packet.signer.earlier-layer]")
})

test("each request has names of its own, and what was sent for each is found under its layer", () => {
    const names = (out: string) => readdirSync(join(home, out)).sort()
    expect(names("three")).toEqual(
        [`${REF}-archive-3.zip`, ...["prepared", "send", "submission.zip"].map((n) => `${STEMS.three}-${n}`)].sort(),
    )
    expect(names("four")).toContain(`${STEMS.four}-submission.zip`)
    const layers = { two: 2, three: 3, four: 4 }
    for (const out of ["two", "three", "four"] as const)
        for (const given of ["send", "submission.zip"]) {
            const ran = lerpack(["verify", ARCHIVES.four, "--sent", `${out}/${STEMS[out]}-${given}`, "--json"], {
                cwd: home,
            })
            expect(ran.status, ran.stdout).toBe(0)
            const { issues } = JSON.parse(ran.stdout) as Judged
            const same = issues.filter(({ code }) => code === "verify.sent.same")
            expect(same.length).toBeGreaterThan(0)
            expect(same.some(({ params }) => params.layer === layers[out])).toBe(true)
        }
})

test("a follow-up carries new identifiers alone", () => {
    const book = readFileSync(join(home, "three", `${STEMS.three}-send`, `02-Identifiers-${REF}.xlsx`))
    const text = (readXlsx(new Uint8Array(book), ["x"]).sheets ?? [])
        .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => cell.text)))
        .join("\n")
    expect(text).toContain(NEW_TARGET.value)
    // Of the case only the address that the first request had set aside would be new, and this one sets it aside too.
    for (const old of ["39630001", "13227000002", "203.0.113.11", "203.0.113.58", "TideGrid"])
        expect(text).not.toContain(old)
    expect(readdirSync(join(home, "three", `${STEMS.three}-send`)).some((name) => name.startsWith("03-"))).toBe(false)
})

test.each<[string, string, Change]>([
    ["request.number.taken", ARCHIVES.three, () => undefined],
    [
        "request.number.taken",
        ARCHIVES.three,
        (data) => {
            data.request.no = "2"
        },
    ],
    [
        "request.number.format",
        ARCHIVES.three,
        (data) => {
            data.request.no = "第二次"
        },
    ],
    ["request.earlier.no-archive", `one/DRAFT-${REF}.zip`, followUp("0000 ".repeat(8).trim())],
    ["request.earlier.code", ARCHIVES.two, followUp("0000 ".repeat(8).trim())],
    ["request.check-code.format", ARCHIVES.two, followUp("12 34")],
    [
        "request.earlier.row",
        ARCHIVES.two,
        (data) => followUp(judge(ARCHIVES.two).checkCode, [{ ...NEW_TARGET, kind: "txHash", value: "39630001" }])(data),
    ],
    ["request.earlier.no-new", ARCHIVES.two, (data) => followUp(judge(ARCHIVES.two).checkCode, [])(data)],
    [
        "request.type.incomplete",
        ARCHIVES.two,
        (data) => {
            followUp("")(data)
            delete data.request.earlier
        },
    ],
    [
        "request.earlier.unknown",
        ARCHIVES.two,
        (data) => {
            followUp(judge(ARCHIVES.two).checkCode)(data)
            data.request.earlier = { no: "7", checkCode: judge(ARCHIVES.two).checkCode }
        },
    ],
])("%s", (code, packet, change) => {
    const ran = firstStep(packet, formOf("refused", "2026-12-03 09:00 +08:00", change), "refused")
    expect(ran.status).toBe(1)
    expect(ran.stderr).toContain(`[${code}]`)
    expect(existsSync(join(home, "refused"))).toBe(false)
})

test("a row of the follow-up is known to the next one", () => {
    const again = (data: Parameters<Change>[0]) => {
        followUp(judge(ARCHIVES.three).checkCode)(data)
        data.request.no = "3"
        data.request.earlier = { no: "2", ticket: "X", checkCode: judge(ARCHIVES.three).checkCode }
    }
    const ran = firstStep(ARCHIVES.three, formOf("refused", "2026-12-03 09:00 +08:00", again), "refused")
    expect(ran.stderr).toContain("[request.earlier.row]")
    expect(ran.stderr).toContain("第 2 次请求（第 3 层）")
})

test("a form that was kept from an earlier request is asked about, and stops nothing", () => {
    const told = (at: string, change: Change) => {
        const ran = firstStep(ARCHIVES.four, formOf("kept", at, change), scratch())
        return {
            ran,
            codes: [...ran.stderr.matchAll(/\[(request\.earlier\.(?:later|document))\]/g)].map(([, code]) => code),
        }
    }
    const kept = told("2026-12-01 09:00 +08:00", (data) => {
        data.request.no = "4"
    })
    expect(kept.ran.status, kept.ran.stderr).toBe(0)
    expect(kept.codes).toEqual(["request.earlier.later", "request.earlier.document"])
    const own = told("2026-12-03 09:00 +08:00", (data) => {
        data.request.no = "4"
        data.letter = { ...(data.letter as object), number: "样公函〔2026〕0019号" }
    })
    expect(own.ran.status, own.ran.stderr).toBe(0)
    expect(own.codes).toEqual([])
    // The instrument names its addressee.
    const elsewhere = told("2026-12-03 09:00 +08:00", (data) => {
        data.request.no = "4"
        data.recipient = "okx"
        delete data.letter
    })
    expect(elsewhere.codes).toEqual(["request.earlier.document"])
})

test("a unit that was renamed does not call the earlier request its own, nor an acceptance of another mailbox its own", () => {
    const code = judge(ARCHIVES.two).checkCode
    const renamed =
        (earlier: object): Change =>
        (data) => {
            followUp(code)(data)
            data.agency = { ...(data.agency as object), nameZh: "示例市公安局新样分局", nameEn: "Xinyang Branch" }
            data.officer = { ...(data.officer as object), email: "new-station@gaj.shili.example" }
            data.request.earlier = { ...(data.request.earlier as object), ...earlier }
        }
    const run = (name: string, change: Change) => {
        const out = scratch()
        const ran = firstStep(ARCHIVES.two, formOf(name, "2026-11-30 10:00 +08:00", change), out)
        expect(ran.status, ran.stderr).toBe(0)
        const prepared = join(out, `${STEMS.three}-prepared`)
        const letter = readdirSync(prepared).find((one) => one.startsWith("关于补充") && one.endsWith(".docx")) ?? ""
        const text = officeText(new Uint8Array(readFileSync(join(prepared, letter))), 1 << 20)
        const told = [...ran.stderr.matchAll(/\[(request\.earlier\.(?:agency|mailbox))\]/g)].map(([, found]) => found)
        return { told, text }
    }
    const bare = run("renamed", renamed({}))
    expect(bare.told).toEqual(["request.earlier.agency", "request.earlier.mailbox"])
    expect(bare.text).toContain("我单位已向贵方提出")
    const was = { agencyZh: "示例市公安局样例分局（已更名）", agencyEn: "Yangli Branch (since renamed)" }
    const named = run("renamed-said", renamed(was))
    expect(named.told).toEqual(["request.earlier.mailbox"])
    expect(named.text).toContain("示例市公安局样例分局（已更名）已向贵方提出")
    expect(named.text).not.toContain("我单位已向贵方提出")
    const asked = run("asked-anew", (data) => {
        renamed(was)(data)
        data.mailboxAccepted = { ...(data.mailboxAccepted as object), on: "2026-11-28" }
    })
    expect(asked.told).toEqual([])
})

test("an archive beside which a higher one lies is asked about, in whichever folder; the highest is not", () => {
    const out = scratch()
    const asks = (archive: string, no: string): boolean => {
        const change: Change = (data) => {
            data.request.no = no
        }
        const ran = firstStep(archive, formOf("beside", "2026-12-04 09:00 +08:00", change), out)
        expect(ran.status, ran.stderr).toBe(0)
        return ran.stderr.includes("[request.archive.newer]")
    }
    expect(asks(ARCHIVES.three, "7")).toBe(false)
    const beside = join(scratch(), `${REF}-archive-3.zip`)
    cpSync(join(home, ARCHIVES.three), beside)
    cpSync(join(home, ARCHIVES.four), join(dirname(beside), `${REF}-archive-4.zip`))
    // Of another case.
    cpSync(join(home, ARCHIVES.four), join(dirname(beside), "OTHER-1-archive-9.zip"))
    expect(asks(beside, "8")).toBe(true)
    expect(asks(join(dirname(beside), `${REF}-archive-4.zip`), "9")).toBe(false)
})

test("the verdict counts each layer and gives the check codes of the earlier ones", () => {
    const last =
        lerpack(["verify", ARCHIVES.four], { cwd: home })
            .stdout.split("\n")
            .find((line) => line.startsWith("性质")) ?? ""
    expect(last).toMatch(
        /共 4 层。第 1 层.*第 2 层.*增加材料 \d+ 个.*第 1 层的清单一致；第 3 层（核对码 [0-9a-f ]+）增加材料 \d+ 个.*第 4 层增加材料 \d+ 个/,
    )
    for (const path of [`one/DRAFT-${REF}.zip`, ARCHIVES.two, ARCHIVES.three])
        expect(last).toContain(judge(path).checkCode)
})

test.skipIf(!tool("unzip"))("it is a bag by every clause of RFC 8493", () => {
    const place = join(home, "bag")
    outside("unzip", ["-q", join(home, "four/LX-2023-0321-archive-4.zip"), "-d", place])
    expect(bagFaults(baseDirectory(place))).toEqual([])
})

test.skipIf(!tool("unzip"))("every file of the draft lies in it byte for byte", () => {
    for (const [name, zip] of [
        ["d", "one/DRAFT-LX-2023-0321.zip"],
        ["a", "four/LX-2023-0321-archive-4.zip"],
    ] as const)
        outside("unzip", ["-q", join(home, zip), "-d", join(home, name)])
    const draft = hashes(join(home, "d/LX-2023-0321/data"))
    const archive = hashes(join(home, "a/LX-2023-0321-archive-4/data"))
    expect(archive).toMatchObject(draft)
    expect(
        Object.keys(archive)
            .filter((path) => !(path in draft))
            .every((path) => /^(?:prior\/[123]|layer-[234])\//.test(path)),
    ).toBe(true)
})
