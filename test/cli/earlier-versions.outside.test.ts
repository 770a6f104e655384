import { cpSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { parseLock } from "../../src/facts/evidence/lock.ts"
import { ROOT } from "../check.ts"
import { lerpack, type Ran, scratch } from "./run.ts"

// What an earlier version wrote stays readable: packets verify, drafts are completed, folders and forms are read.

const WRITTEN = join(ROOT, "test/fixtures/written-by")
const versions = readdirSync(WRITTEN, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

function answer<T>({ status, stdout, stderr }: Ran): T {
    expect([status, stderr]).toEqual([0, expect.not.stringContaining("须改正")])
    return JSON.parse(stdout) as T
}

interface Verified {
    readonly kind: string
    readonly verdict: string
    readonly files: { readonly checked: number; readonly changed: readonly string[] }
    readonly layers: readonly unknown[]
}

describe.each(versions)("written by %s", (version) => {
    const folder = join(WRITTEN, version)
    const at = (...path: string[]) => join(folder, ...path)
    const zip = (start: RegExp) => at(readdirSync(folder).find((name) => start.test(name)) ?? "")
    const draft = zip(/^DRAFT-.*\.zip$/)
    const prepared = zip(/-prepared$/)
    const papers = ["--legal", at("papers/instrument.pdf"), "--photos", at("papers/photos")]

    test("each packet verifies, and says what it is", () => {
        const verify = (path: string, ...more: string[]) =>
            answer<Verified>(lerpack(["verify", path, "--json", ...more]))
        expect(verify(draft)).toMatchObject({ kind: "draft", verdict: "intact-signed-unknown", files: { changed: [] } })
        expect(verify(zip(/-submission\.zip$/))).toMatchObject({ kind: "submission", verdict: "intact-unsigned" })
        const archive = verify(zip(/-archive\.zip$/), "--sent", zip(/-send$/))
        expect(archive).toMatchObject({ kind: "archive", verdict: "intact-unsigned" })
        expect(archive.layers).toHaveLength(2)
    })

    test("the case folder is read, nothing in it is refused, and it is built", () => {
        const copy = join(scratch(), "case")
        cpSync(at("case"), copy, { recursive: true })
        // A checkout gives every file its own day; the record has that of the owner's computer.
        for (const entry of parseLock(readFileSync(join(copy, "evidence.lock.json"))).lock?.entries ?? []) {
            const modified = new Date(entry.modifiedAt)
            utimesSync(join(copy, entry.folder, entry.originalName), modified, modified)
        }
        const { issues } = answer<{ issues: readonly { code: string }[] }>(lerpack(["check", copy, "--json"]))
        // Its pictures are copies of one picture, which import said on its day and check says now, as it says what differs
        // and what is open, and what its exports leave unsaid.
        const said = [
            "evidence.file.duplicate",
            "case.event-time.differs",
            "case.loss.two-measures",
            "case.range.zone-unstated",
            "evidence.description.open",
            "ledger.zone.proposed",
            "ledger.gap",
            "ledger.chosen.proposed",
        ]
        expect(issues.filter(({ code }) => !said.includes(code))).toEqual([])
        answer(lerpack(["build", copy, "-o", scratch(), "--unsigned", "--json"]))
    })

    test.each(["officer.yaml", "officer.xlsx"])("the first step takes the draft and %s", (name) => {
        const first = lerpack([
            "complete",
            draft,
            "--officer",
            at("office", name),
            ...papers,
            "-o",
            scratch(),
            "--json",
        ])
        expect(answer(first)).toMatchObject({ numbers: { items: "八项信息 8/8", conditions: "发送条件 3/5" } })
    })

    test("the archive is taken up by a further officer", () => {
        const archive = zip(/-archive\.zip$/)
        const form = join(scratch(), "officer.yaml")
        const text = readFileSync(at("office/officer.yaml"), "utf8")
        // The archive holds the first request, so the next is the second.
        writeFileSync(form, text.replace(/^request:\n/m, 'request:\n  no: "2"\n'))
        answer(lerpack(["complete", archive, "--officer", form, "-o", scratch(), "--json"]))
    })

    test("the second step says that a folder of 0.1 does not hold all that the letter says", () => {
        const folder = scratch()
        const { letterCode } = JSON.parse(readFileSync(join(prepared, "prepared.json"), "utf8")) as Record<
            string,
            string
        >
        const officer = join(folder, "officer.yaml")
        // What later versions ask for beside: the way of verification, and who let the images go abroad.
        const form = readFileSync(at("office/officer.yaml"), "utf8").replace(
            /^channelConfirmed:\n/m,
            "channelConfirmed:\n  way: official-page\n",
        )
        const release =
            "identityApproval: {approver: 甲, date: 2023-05-05}\nexportAssessment: {by: 甲, on: 2023-05-05, result: 可}"
        writeFileSync(officer, `${form}\nletterCode: "${letterCode}"\n${release}\n`)
        const second = [
            "--prepared",
            prepared,
            "--sealed",
            at("papers/sealed.pdf"),
            "--unsigned",
            "-o",
            folder,
            "--json",
        ]
        const { status, stderr } = lerpack(["complete", draft, "--officer", officer, ...papers, ...second])
        expect([status, stderr]).toEqual([1, expect.stringContaining("[request.prepared.earlier]")])
        expect(readdirSync(folder)).toEqual(["officer.yaml"])
    })
})
