import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { DESKS, redirect } from "../desks.ts"
import { letterCode, PHOTOS, putDraft, scanOfLetter, scanOfPages } from "./made.ts"
import { hashes, lerpack, scratch } from "./run.ts"

/** Each failure: its exit status, its code, one action to take, no stack trace, nothing written, nothing changed. */

const SAMPLE = join(ROOT, "assets")
let ready = "" // a finished first step, copied for each case

beforeAll(() => {
    ready = scratch()
    cpSync(join(SAMPLE, "sample-case"), join(ready, "case"), { recursive: true })
    redirect(join(ready, "case"))
    cpSync(join(SAMPLE, "sample-officer"), join(ready, "office"), { recursive: true })
    for (const folder of ["photos", "legal"]) {
        rmSync(join(ready, "office", folder), { recursive: true })
        cpSync(join(PHOTOS, "..", folder), join(ready, "office", folder), { recursive: true })
    }
    putDraft(ready, "all-routes")
    expect(
        lerpack(
            [
                ...["complete", "out/DRAFT-LX-2023-0321.zip", "--officer", "office/officer.yaml", "-o", "out"],
                ...["--recipients", DESKS],
            ],
            { cwd: ready },
        ).status,
    ).toBe(0)
    writeFileSync(join(ready, "office/sealed.pdf"), scanOfLetter(join(ready, "out/LX-2023-0321-prepared")))
    writeFileSync(
        join(ready, "office/officer.yaml"),
        `${readFileSync(join(ready, "office/officer.yaml"), "utf8")}\nletterCode: "${letterCode(join(ready, "out"))}"\n`,
    )
})

const BUILD = ["build", "case", "-o", "result", "--unsigned", "--recipients", DESKS]
const PREPARE = [
    ...["complete", "out/DRAFT-LX-2023-0321.zip", "--officer", "office/officer.yaml", "-o", "result"],
    ...["--recipients", DESKS],
]
const LEGAL = "office/legal/文书.pdf"
const SEAL = [
    "complete",
    "out/DRAFT-LX-2023-0321.zip",
    "--officer",
    "office/officer.yaml",
    "--photos",
    "office/photos",
    "--legal",
    LEGAL,
    "--prepared",
    "out/LX-2023-0321-prepared",
    "--sealed",
    "office/sealed.pdf",
    "-o",
    "result",
    "--unsigned",
    "--recipients",
    DESKS,
]

function edit(path: string, from: string | RegExp, to: string): (home: string) => void {
    return (home) => {
        const text = readFileSync(join(home, path), "utf8")
        const changed = text.replace(from, to)
        expect(changed, `${path} holds ${String(from)}`).not.toBe(text)
        writeFileSync(join(home, path), changed)
    }
}

function attempt(
    spoil: (home: string) => void,
    args: readonly string[],
): { status: number | null; text: string; untouched: boolean } {
    const home = scratch()
    cpSync(ready, home, { recursive: true })
    spoil(home)
    const before = hashes(home)
    const done = lerpack(args, { cwd: home })
    return {
        status: done.status,
        text: done.stdout + done.stderr,
        untouched: JSON.stringify(hashes(home)) === JSON.stringify(before) && !existsSync(join(home, "result")),
    }
}

describe("build", () => {
    test.each([
        ["an unknown field", edit("case/case.yaml", "originals:", "orginals:"), "input.field.unknown"],
        [
            "an amount with nine decimals for BTC",
            edit("case/case.yaml", '"0.64572"', '"0.645720001"'),
            "money.amount.too-precise",
        ],
        [
            "a time whose zone can be two",
            edit("case/case.yaml", "noticedAt: 2023-03-21 09:30 +08:00", "noticedAt: 2023-03-21 09:30 CST"),
            "input.time.zone-ambiguous",
        ],
        [
            "an evidence file that is named but absent",
            (home: string) => rmSync(join(home, "case/evidence/API管理页.png")),
            "evidence.file.missing",
        ],
        [
            "a label that nobody registered",
            edit("case/case.yaml", "evidence: [E006]", "evidence: [E099]"),
            "case.evidence.unknown-label",
        ],
        [
            "evidence that changed",
            (home: string) => writeFileSync(join(home, "case/evidence/API管理页.png"), "other"),
            "evidence.file.changed",
        ],
        [
            "evidence that was not registered",
            (home: string) => writeFileSync(join(home, "case/evidence/new.png"), "x"),
            "evidence.file.not-imported",
        ],
        [
            "an API secret in a text field",
            edit(
                "case/case.yaml",
                "note: 公告中所列",
                "note: vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
            ),
            "input.secret.api-secret",
        ],
        [
            "an unknown recipient",
            edit("case/case.yaml", /^recipient: .*/m, "recipient: nobody"),
            "request.recipient.unknown",
        ],
    ])("%s", (_, spoil, code) => {
        const { status, text, untouched } = attempt(spoil, BUILD)
        expect(text).toContain(`[${code}]`)
        expect(text).toContain("办法：")
        expect(text).not.toMatch(/\n\s+at /)
        expect({ status, untouched }).toEqual({ status: 1, untouched: true })
    })

    test("an output path that exists", () => {
        const home = scratch()
        cpSync(ready, home, { recursive: true })
        mkdirSync(join(home, "result"))
        writeFileSync(join(home, "result/DRAFT-LX-2023-0321.zip"), "mine")
        const done = lerpack(BUILD, { cwd: home })
        expect(done.status).toBe(1)
        expect(done.stderr).toContain("[shell.output.exists]")
        expect(hashes(join(home, "result"))).toEqual({ "DRAFT-LX-2023-0321.zip": expect.any(String) })
        expect(readFileSync(join(home, "result/DRAFT-LX-2023-0321.zip"), "utf8")).toBe("mine")
    })

    test("no key and no word about signing", () => {
        const { status, text, untouched } = attempt(
            () => undefined,
            ["build", "case", "-o", "result", "--recipients", DESKS],
        )
        expect(text).toContain("[shell.key.none]")
        expect(text).toContain("--unsigned")
        expect({ status, untouched }).toEqual({ status: 1, untouched: true })
    })

    test("the sample's key outside the sample", () => {
        const { status, text } = attempt(
            () => undefined,
            ["build", "case", "-o", "result", "--key", "case/sample-key", "--recipients", DESKS],
        )
        expect(text).toContain("[shell.key.sample]")
        expect(status).toBe(1)
    })
})

describe("complete, first step", () => {
    const period = (value: string) => edit("office/officer.yaml", /^ {2}period: .*/m, `  period: ${value}`)
    test.each([
        [
            "a period of ten minutes",
            period("{from: 2023-03-20 18:00 Z, to: 2023-03-20 18:10 Z}"),
            "sending.period.leaves-out",
        ],
        [
            "a period for one data group that leaves out its orders",
            edit(
                "office/officer.yaml",
                /^ {2}periods:\n(?: {4}.*\n)+/m,
                "  periods: {counterparties: {from: 2023-03-20 16:00 Z, to: 2023-03-20 16:30 Z}}\n",
            ),
            "sending.period.leaves-out",
        ],
        [
            "a period for a data group that there is not",
            edit(
                "office/officer.yaml",
                /^ {2}periods:\n(?: {4}.*\n)+/m,
                "  periods: {nothing: {from: 2023-03-20 16:00 Z, to: 2023-03-21 16:00 Z}}\n",
            ),
            "request.data-group.unknown",
        ],
        [
            "the account of another desk",
            edit("office/officer.yaml", "route: email", "route: email\nrecipient: one-photo"),
            "sending.account.other-desk",
        ],
        ...["../../x", "abc", "-ABCD", "LX-2023-0321-VERY-LONG-REFERENCE"].map(
            (ref): [string, (home: string) => void, string] => [
                `the reference ${ref}, of which no name may be made`,
                edit("office/officer.yaml", "route: email", `route: email\nref: "${ref}"`),
                "case.ref.format",
            ],
        ),
        [
            "a reference that Windows keeps for a device",
            edit("office/officer.yaml", "route: email", "route: email\nref: COM1"),
            "case.ref.device",
        ],
        [
            "a reply wanted before it is asked for",
            edit("office/officer.yaml", /replyBy: .*/, "replyBy: 2023-05-01"),
            "request.dates.order",
        ],
        [
            "an instrument of the year 2030",
            edit("office/officer.yaml", /(number: .*\n {2}date: ).*/, "$12030-01-01"),
            "request.dates.order",
        ],
    ])("%s", (_, spoil, code) => {
        const { status, text, untouched } = attempt(spoil, PREPARE)
        expect(text).toContain(`[${code}]`)
        expect({ status, untouched }).toEqual({ status: 1, untouched: true })
    })
})

describe("complete, second step", () => {
    test.each([
        ["a missing photo", (home: string) => rmSync(join(home, "office/photos/反面.png")), "request.photo.missing"],
        [
            "two photos that are one",
            (home: string) => cpSync(join(home, "office/photos/正面.png"), join(home, "office/photos/反面.png")),
            "request.photo.same",
        ],
        [
            "a photo that is none",
            (home: string) => writeFileSync(join(home, "office/photos/反面.png"), "text"),
            "raster.picture.type",
        ],
        [
            "a sealed scan that is neither PDF nor picture",
            (home: string) => writeFileSync(join(home, "office/sealed.pdf"), "a picture"),
            "request.scan.type",
        ],
        [
            "a sealed scan that is damaged",
            (home: string) => writeFileSync(join(home, "office/sealed.pdf"), "%PDF-1.7\nnothing more"),
            "pdf.foreign.damaged",
        ],
        [
            "an annex changed after the seal",
            (home: string) =>
                writeFileSync(join(home, "out/LX-2023-0321-prepared/02-Identifiers-LX-2023-0321.xlsx"), "x"),
            "request.prepared.changed",
        ],
        [
            "an annex that is gone",
            (home: string) => rmSync(join(home, "out/LX-2023-0321-prepared/03-Exhibits-LX-2023-0321.pdf")),
            "request.prepared.missing",
        ],
        [
            "the letter without a seal as its own scan",
            (home: string) => {
                const folder = join(home, "out/LX-2023-0321-prepared")
                const letter = readdirSync(folder).find((name) => name.endsWith("（参考文本）.pdf")) ?? ""
                cpSync(join(folder, letter), join(home, "office/sealed.pdf"))
            },
            "request.sealed.unsealed",
        ],
        [
            "a page of the letter that was not scanned",
            (home: string) => writeFileSync(join(home, "office/sealed.pdf"), scanOfPages(1)),
            "request.sealed.pages",
        ],
        [
            "the letter saved once more by another program, not printed",
            (home: string) => {
                const folder = join(home, "out/LX-2023-0321-prepared")
                const letter = readdirSync(folder).find((name) => name.endsWith("（参考文本）.pdf")) ?? ""
                const bytes = Buffer.concat([readFileSync(join(folder, letter)), Buffer.from("\n% saved again\n")])
                writeFileSync(join(home, "office/sealed.pdf"), bytes)
            },
            "request.sealed.no-picture",
        ],
        [
            "another file of the first step in place of the scan",
            (home: string) =>
                cpSync(
                    join(home, "out/LX-2023-0321-prepared/03-Exhibits-LX-2023-0321.pdf"),
                    join(home, "office/sealed.pdf"),
                ),
            "request.sealed.unsealed",
        ],
        [
            "an empty file in place of the scan",
            (home: string) => writeFileSync(join(home, "office/sealed.pdf"), ""),
            "request.scan.no-bytes",
        ],
        [
            "an own form of another number of pages",
            edit("office/officer.yaml", "route: email", 'route: email\nownForm: {pages: "9"}'),
            "request.sealed.pages",
        ],
        [
            "another agency than the letter names",
            edit("office/officer.yaml", /^ {2}nameZh: .*(?=\n {2}nameEn: .*\n {2}department)/m, "  nameZh: 另一公安局"),
            "request.prepared.field",
        ],
        [
            "a website that was blank in the letter",
            edit("office/officer.yaml", /^officer:/m, "ref: LX-2023-0321\nofficer:"),
            "request.prepared.filled-in",
        ],
        [
            "an approval after the instrument",
            edit("office/officer.yaml", /(position: 办案部门负责人\n {2}date: ).*/, "$12026-11-24"),
            "request.dates.order",
        ],
        [
            "a channel verified after the day of completion",
            edit("office/officer.yaml", /(channelConfirmed:\n {2}by: .*\n {2}on: ).*/, "$12032-01-01"),
            "request.dates.order",
        ],
        ["no letter code", edit("office/officer.yaml", /letterCode:.*/, ""), "request.letter-code.missing"],
        [
            "another letter's code",
            edit("office/officer.yaml", /letterCode:.*/, 'letterCode: "00000000"'),
            "request.letter-code.different",
        ],
        [
            "a scope that changed after the seal",
            edit("office/officer.yaml", "replyBy: 2026-12-25", "replyBy: 2026-12-26"),
            "request.prepared.field",
        ],
        [
            "a character that no font has",
            edit("office/officer.yaml", "positionZh: 民警", 'positionZh: "民警\\U000F0001"'),
            "request.text.unprintable",
        ],
        ["no approver", edit("office/officer.yaml", /^ {2}approver:.*\n/m, ""), "request.condition.open"],
        ["a blank leaf", edit("office/officer.yaml", /^ {2}phone:.*\n/m, ""), "request.leaf.missing"],
        [
            "a fact in the officer data",
            edit("office/officer.yaml", "route: email", "route: email\nloss: {assets: []}"),
            "request.fact.frozen",
        ],
        [
            "an exhibit the victim did not release",
            edit("office/officer.yaml", "label: E003", "label: E001"),
            "request.exhibit.not-released",
        ],
        [
            "a draft that was changed",
            (home: string) => {
                const path = join(home, "out/DRAFT-LX-2023-0321.zip")
                const bytes = readFileSync(path)
                bytes[5000] = (bytes[5000] ?? 0) ^ 1
                writeFileSync(path, bytes)
            },
            "request.draft.damaged",
        ],
    ])("%s", (_, spoil, code) => {
        const { status, text, untouched } = attempt(spoil, SEAL)
        expect(text).toContain(`[${code}]`)
        expect(text).not.toMatch(/\n\s+at /)
        expect({ status, untouched }).toEqual({ status: 1, untouched: true })
    })

    test("a channel that was verified for another desk is said to be, and nothing of the case goes out through it", () => {
        const { text } = attempt(
            edit("office/officer.yaml", "channelConfirmed:", "confirmedFor: okx\nchannelConfirmed:"),
            SEAL,
        )
        expect(text).toContain("[request.confirmed.other-desk]")
        expect(text).toContain("可发函询问渠道，案件材料和证件图像不得发送")
    })

    test("nothing spoilt succeeds", () => {
        const { status, text } = attempt(() => undefined, SEAL)
        expect(text).toContain("八项信息 8/8")
        expect(status).toBe(0)
    })
})

test.each([
    [["frobnicate"], "shell.usage.unknown-command"],
    [["biuld", "case"], "shell.usage.unknown-command"],
    [["verify", ""], "shell.usage.missing"],
    [["verify", "case", "--key", ""], "shell.usage.missing"],
    [["build", "case", "-o", "out", "--key="], "shell.usage.missing"],
    [["complete", "case", "--officer", "x", "-o", "out", "--legal", ""], "shell.usage.missing"],
    [["build"], "shell.usage.missing"],
    [["build", "case"], "shell.usage.missing"],
    [["build", "case", "-o", "x", "--fast"], "shell.usage.unknown-option"],
    [["verify", "a", "b"], "shell.usage.unknown-option"],
    [["verify", "a", "--lang", "fr"], "shell.usage.value"],
    [
        [
            "complete",
            "out/DRAFT-LX-2023-0321.zip",
            "--officer",
            "office/officer.yaml",
            "--sealed",
            "office/sealed.pdf",
            "-o",
            "x",
        ],
        "request.sealed.needs-prepared",
    ],
])("wrong usage %j exits with 2", (args, code) => {
    const done = lerpack(args, { cwd: ready })
    expect(done.stderr).toContain(`[${code}]`)
    expect(done.status).toBe(2)
})

test("a file that does not exist is an error of the input", () => {
    expect(lerpack(["verify", "nowhere.zip"], { cwd: ready })).toMatchObject({
        status: 1,
        stderr: expect.stringContaining("[shell.file.missing]"),
    })
})

test("a file that is too large to be what it is named as is not read into memory", () => {
    const home = scratch()
    for (const name of ["evidence", "exports"]) mkdirSync(join(home, name))
    const large = (name: string, size: number) => {
        writeFileSync(join(home, name), "x")
        truncateSync(join(home, name), size) // takes no room on the disk
    }
    large("case.yaml", 5 * 2 ** 30)
    large("signers", 2 ** 28)
    large("key", 2 ** 28)
    const packet = join(ready, "out/DRAFT-LX-2023-0321.zip")
    for (const args of [
        ["check", home],
        ["verify", packet, "--signers", join(home, "signers")],
        ["build", join(ready, "case"), "-o", join(home, "out"), "--key", join(home, "key")],
    ]) {
        const done = lerpack(args)
        expect(done.stderr).toContain("[input.file.too-large]")
        expect(done.status).toBe(1)
    }
})

test("English on request, the same codes", () => {
    const done = lerpack(["verify", "nowhere.zip", "--lang", "en"], { cwd: ready })
    expect(done.stderr).toContain("nowhere.zip does not exist")
    expect(done.stderr).toContain("[shell.file.missing]")
})
