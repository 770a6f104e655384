import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { parse, stringify } from "yaml"
import type { RequestTypeId } from "../../src/facts/officer/request-types.data.ts"
import { ROOT } from "../check.ts"
import { officerOfType } from "../request-types.ts"
import { INSTRUMENT, PHOTOS, putScan } from "./made.ts"
import { hashes, lerpack, type Ran, scratch } from "./run.ts"

/**
 * One case from the draft to its closing, as an officer would type it: question, confirmed channel, preservation,
 * disclosure, further identifiers, a partial answer, a refusal, a second answer. Everything is done twice, with the same
 * times, in two folders.
 */

const REF = "LX-2023-0321"
const KEYS = ["victim", "station"] as const

type Data = Record<string, unknown> & { request: Record<string, unknown> }

/** One run of the whole story. */
class Story {
    readonly home = scratch()
    /** What `verify` and `journal verify` said after each step. */
    readonly verdicts: { readonly step: string; readonly verdict: string; readonly layers: number }[] = []
    private readonly env = { XDG_CONFIG_HOME: join(this.home, "config") }

    run(...args: readonly string[]): Ran {
        const ran = lerpack([...args], { cwd: this.home, env: this.env })
        expect(ran.status, `${args.join(" ")}\n${ran.stdout}${ran.stderr}`).toBe(0)
        return ran
    }

    record(at: string, act: string, ...options: readonly string[]): void {
        this.run("journal", "add", "out", act, ...options, "--at", at)
        expect(JSON.parse(this.run("journal", "verify", "out", "--json").stdout)).toMatchObject({ holds: true })
    }

    /** Officer data of a file name, in a kind of request. */
    form(name: string, type: RequestTypeId, at: string, change: (data: Data) => void = () => undefined): string {
        const data = parse(officerOfType(type, "币安"), { schema: "failsafe" }) as Data
        data.completedAt = at
        change(data)
        writeFileSync(join(this.home, name), stringify(data))
        return name
    }

    /** Both steps of a request, and the judge's word on the archive. */
    request(packet: string, form: string, stem: string, archive: string): string {
        const papers = ["--photos", PHOTOS, "--legal", INSTRUMENT]
        this.run("complete", packet, "--officer", form, ...papers, "-o", "out")
        const prepared = join("out", `${stem}-prepared`)
        const { letterCode } = JSON.parse(readFileSync(join(this.home, prepared, "prepared.json"), "utf8")) as {
            readonly letterCode: string
        }
        const path = join(this.home, form)
        writeFileSync(path, `${readFileSync(path, "utf8")}\nletterCode: "${letterCode}"\n`)
        const sealed = ["--sealed", putScan(join(this.home, prepared)), "--prepared", prepared]
        this.run("complete", packet, "--officer", form, ...papers, ...sealed, "-o", "out", "--key", "station")
        return this.judge(stem, archive, "--sent", `out/${stem}-send`)
    }

    /** An answer as the next layer. */
    receive(archive: string, folder: string, form: string, next: string): string {
        this.run("receive", archive, folder, "--officer", form, "-o", "out", "--key", "station")
        return this.judge(folder, next)
    }

    /** The check code of a packet that holds. */
    judge(step: string, path: string, ...more: readonly string[]): string {
        const report = JSON.parse(this.run("verify", path, ...more, "--json").stdout) as {
            readonly verdict: string
            readonly checkCode: string
            readonly layers: readonly { readonly missing: number; readonly replaced: number }[]
        }
        expect(report.layers.every(({ missing, replaced }) => missing === 0 && replaced === 0)).toBe(true)
        this.verdicts.push({ step, verdict: report.verdict, layers: report.layers.length })
        return report.checkCode
    }

    answer(name: string, text: string): void {
        mkdirSync(join(this.home, name))
        writeFileSync(join(this.home, name, "records.csv"), text)
    }
}

const RECEIVED = {
    way: "email",
    from: "le-records@desk.example",
    provider: "J. Doe, Law Enforcement Response",
    mailbox: "xugou-station@gaj.shili.example",
    place: "虚构派出所办案区",
    device: "样例电脑 3 号",
    firstOfficer: "样民警",
    secondOfficer: "样例二",
    limits: "none",
    translation: "pending",
}

/** The whole story, told with the keys of a folder. */
function tell(keys: string): Story {
    const story = new Story()
    cpSync(join(ROOT, "assets/sample-case"), join(story.home, "case"), { recursive: true })
    for (const key of KEYS) for (const end of ["", ".pub"]) cpSync(join(keys, key + end), join(story.home, key + end))
    const draft = `out/DRAFT-${REF}.zip`
    const archive = (n: number) => `out/${REF}-archive-${String(n)}.zip`

    story.run("build", "case", "-o", "out", "--key", "victim")
    story.judge("draft", draft)
    story.record("2026-11-13 09:00 +08:00", "handed-over", "--unit", "虚构派出所", "--by", "样民警")

    // The channel is asked about; until it is confirmed nothing but the question leaves.
    const open = story.form("open.yaml", "preservation", "2026-11-20 09:00 +08:00", (data) => {
        data.ref = REF
        delete data.channelConfirmed
    })
    story.run("mail", "question", "--officer", open, "-o", "out")
    story.record("2026-11-20 10:00 +08:00", "asked", "--to", "help@kodexglobal.com", "--recipient", "binance-cn")
    const confirmed = ["--by", "样民警", "--how", "官方页面和电话", "--recipient", "binance-cn"]
    story.record("2026-11-22 10:00 +08:00", "channel-confirmed", ...confirmed)

    const send = (no: string, type: string, at: string, ...more: readonly string[]) => {
        const sent = [
            "--no",
            no,
            "--type",
            type,
            "--recipient",
            "binance-cn",
            "--route",
            "email",
            "--by",
            "样民警",
            "--mailbox",
            "xugou-station@gaj.shili.example",
        ]
        story.record(at, "sent", ...sent, ...more)
    }
    const preservation = story.form("preservation.yaml", "preservation", "2026-11-25 15:30 +08:00")
    story.request(draft, preservation, `${REF}-1-preservation`, archive(2))
    send("1", "preservation", "2026-11-25 17:00 +08:00", "--until", "2027-02-23")
    story.record("2026-11-25 18:00 +08:00", "ticket", "--no", "1", "--number", "SAMPLE-P-01")

    const disclosure = story.form("disclosure.yaml", "disclosure", "2026-11-25 19:00 +08:00", (data) => {
        data.request.no = "2"
    })
    const code = story.request(archive(2), disclosure, `${REF}-2-disclosure`, archive(3))
    send("2", "disclosure", "2026-11-25 20:00 +08:00", "--reply-by", "2026-12-31")
    story.record("2026-11-25 20:30 +08:00", "ticket", "--no", "2", "--number", "SAMPLE-20261126-01")
    const kept = story.form("kept.yaml", "disclosure", "2026-11-25 21:00 +08:00")
    story.run("mail", "follow-up", "receipt", "--no", "2", "--officer", kept, "--journal", "out", "-o", "out")

    const followUp = story.form("follow-up.yaml", "follow-up", "2026-11-26 08:00 +08:00", (data) => {
        data.request.no = "3"
        data.request.earlier = { no: "2", ticket: "SAMPLE-20261126-01", checkCode: code }
    })
    story.request(archive(3), followUp, `${REF}-3-follow-up`, archive(4))
    send("3", "follow-up", "2026-11-26 09:00 +08:00")

    story.answer("first-answer", "time,asset,amount\n2023-03-20 17:49:08,USDT,1\n")
    const received = (no: string, day: string, more: object = {}) => ({
        ...RECEIVED,
        ...{ no, at: `${day} 09:20 +08:00`, extractedAt: `${day} 10:05 +08:00` },
        ...more,
    })
    const part = story.form("part.yaml", "disclosure", "2026-11-26 11:00 +08:00", (data) => {
        data.received = received("2", "2026-11-26", { outstanding: "登录记录" })
    })
    story.receive(archive(4), "first-answer", part, archive(5))
    story.record("2026-11-26 11:30 +08:00", "answered-in-part", "--no", "2", "--outstanding", "登录记录")
    story.run("mail", "follow-up", "outstanding", "--no", "2", "--officer", kept, "--journal", "out", "-o", "out")
    story.record("2026-11-26 14:00 +08:00", "refused", "--no", "3", "--reason", "须经司法协助")

    story.answer("second-answer", "time,ip\n2023-03-20 17:40:00,203.0.113.9\n")
    const whole = story.form("whole.yaml", "disclosure", "2026-11-27 11:00 +08:00", (data) => {
        data.received = received("2", "2026-11-27")
    })
    story.receive(archive(5), "second-answer", whole, archive(6))
    story.record("2026-11-27 11:30 +08:00", "answered", "--no", "2")
    story.run("mail", "follow-up", "thanks", "--no", "2", "--officer", kept, "--journal", "out", "-o", "out")
    story.record("2026-11-27 14:00 +08:00", "photos-deleted", "--by", "样民警", "--count", "3")
    story.record("2026-11-27 15:00 +08:00", "closed", "--reason", "材料已移送")
    return story
}

let first: Story
let second: Story
beforeAll(() => {
    const keys = scratch()
    for (const key of KEYS) lerpack(["keygen", "--out", key], { cwd: keys })
    first = tell(keys)
    second = tell(keys)
}, 400_000)

describe("one case, from draft to closing", () => {
    test("holds at each step, every step as one more layer", () => {
        expect(first.verdicts).toEqual([
            { step: "draft", verdict: "intact-signed-unknown", layers: 1 },
            { step: `${REF}-1-preservation`, verdict: "intact-signed-unknown", layers: 2 },
            { step: `${REF}-2-disclosure`, verdict: "intact-signed-unknown", layers: 3 },
            { step: `${REF}-3-follow-up`, verdict: "intact-signed-unknown", layers: 4 },
            { step: "first-answer", verdict: "intact-signed-unknown", layers: 5 },
            { step: "second-answer", verdict: "intact-signed-unknown", layers: 6 },
        ])
    })
    test("leaves exactly these files, each request under its own name", () => {
        const made = readdirSync(join(first.home, "out"))
        // Images of the police ID go once.
        expect(made.filter((name) => name.endsWith("-identity"))).toEqual([`${REF}-2-disclosure-identity`])
        for (const stem of ["1-preservation", "2-disclosure", "3-follow-up"])
            for (const part of ["prepared", "send", "submission.zip"]) expect(made).toContain(`${REF}-${stem}-${part}`)
        expect(made).toContain(`${REF}-1-preservation-inquiry`)
        for (const n of [2, 3, 4, 5, 6]) expect(made).toContain(`${REF}-archive-${String(n)}.zip`)
        expect(made).not.toContain(`${REF}-archive.zip`)
    })
    test("the second time, with the same times, gives the same bytes", () => {
        const bytes = (story: Story) => {
            const all = hashes(join(story.home, "out"))
            return Object.fromEntries(Object.entries(all).filter(([name]) => !name.endsWith("journal.jsonl")))
        }
        expect(bytes(second)).toEqual(bytes(first))
        expect(Object.keys(bytes(first)).length).toBeGreaterThan(60)
    })
    test("its journal tells the same but for when it was written down", () => {
        const lines = ({ home }: Story) =>
            readFileSync(join(home, "out", `${REF}-journal.jsonl`), "utf8")
                .trimEnd()
                .split("\n")
                .map((line) => {
                    const { recordedAt, prev, ...rest } = JSON.parse(line) as Record<string, unknown>
                    expect([typeof recordedAt, typeof prev]).toEqual(["string", "string"])
                    return rest
                })
        expect(lines(second)).toEqual(lines(first))
        expect(lines(first).map(({ act }) => act)).toEqual([
            ...["handed-over", "asked", "channel-confirmed", "sent", "ticket", "sent", "ticket", "sent"],
            ...["answered-in-part", "refused", "answered", "photos-deleted", "closed"],
        ])
    })
    test("no journal, no answer and nothing of the victim leaves", () => {
        for (const name of readdirSync(join(first.home, "out")).filter((name) => name.endsWith("-send")))
            for (const file of readdirSync(join(first.home, "out", name)))
                expect(file).toMatch(/^(?:0[1-4]-|LX-2023-0321.*\.eml$|正文\.txt$|收件人和主题\.txt$)/)
        expect(existsSync(join(first.home, "out", `${REF}-2-disclosure-send`, "01-Request-LX-2023-0321.pdf"))).toBe(
            true,
        )
    })
})
