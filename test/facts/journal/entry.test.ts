import { describe, expect, test } from "vitest"
import { concat } from "../../../src/base/bytes.ts"
import { PacketError } from "../../../src/base/issue.ts"
import { ACTS, type Act, FIELDS, fieldsOf, optionOf } from "../../../src/facts/journal/acts.data.ts"
import type { NewEntry } from "../../../src/facts/journal/entry.ts"
import { addEntry } from "../../../src/flows/officer/journal.ts"

const HEAD = { ref: "LX-2023-0321", checkCode: "2ba1 31a4 fed3 d030 be1f a0ab 69d1 6e25" }
const NOW = "2026-11-27T12:00:00+08:00"
const SENT = { type: "disclosure", recipient: "desk-a", route: "portal", by: "张民警" }

type Typed = readonly [act: string, fields?: Readonly<Record<string, string>>, more?: Partial<NewEntry>]

/** Codes of what is wrong with the last act; those before it are recorded. */
function refused(acts: readonly Typed[], book: "case" | "channels" = "case"): readonly string[] {
    let bytes = new Uint8Array()
    const head = book === "case" ? HEAD : undefined
    for (const [i, [act, fields = {}, more = {}]] of acts.entries())
        try {
            const { line } = addEntry({ bytes, file: "j", book, head }, { act, fields, files: [], ...more }, NOW)
            bytes = concat([bytes, line]) as Uint8Array<ArrayBuffer>
        } catch (error) {
            if (!(error instanceof PacketError) || i < acts.length - 1) throw error
            return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`)
        }
    return []
}

const sent: Typed = ["sent", SENT]

describe("gates", () => {
    test.each<[string, readonly Typed[], readonly string[]]>([
        ["an act that there is not", [["posted"]], ["journal.act.unknown act"]],
        ["a name that every object has", [["constructor"]], ["journal.act.unknown act"]],
        [
            "an act of the other book",
            [["channel", { recipient: "desk-a", state: "active" }]],
            ["journal.act.unknown act"],
        ],
        [
            "sent without its fields",
            [["sent", { by: "张民警" }]],
            ["type", "recipient", "route"].map((field) => `journal.field.missing ${field}`),
        ],
        [
            "sent by mail without the mailbox",
            [["sent", { ...SENT, route: "email" }]],
            ["journal.field.missing mailbox"],
        ],
        ["sent", [sent], []],
        ["a ticket before sending", [["ticket", { number: "1" }]], ["journal.act.needs act"]],
        ["a ticket of another request", [sent, ["ticket", { number: "1", no: "2" }]], ["journal.act.needs act"]],
        ["a ticket", [sent, ["ticket", { number: "1" }]], []],
        [
            "an answer to what was voided",
            [sent, ["voided", { entry: "1", reason: "记错" }], ["answered"]],
            ["journal.act.needs act"],
        ],
        ["a refusal without reason", [sent, ["refused"]], ["journal.field.missing reason"]],
        ["a part without what is outstanding", [sent, ["answered-in-part"]], ["journal.field.missing outstanding"]],
        [
            "further identifiers before a request",
            [["sent", { ...SENT, type: "follow-up" }]],
            ["journal.act.needs type"],
        ],
        ["further identifiers", [sent, ["sent", { ...SENT, type: "follow-up", no: "2" }]], []],
        [
            "access granted to another",
            [
                ["access-requested", { recipient: "desk-a" }],
                ["access-granted", { recipient: "desk-b" }],
            ],
            ["journal.act.needs act"],
        ],
        ["an act after the closing", [["closed", { reason: "完毕" }], sent], ["journal.act.closed act"]],
        [
            "deleting photos after the closing",
            [
                ["closed", { reason: "完毕" }],
                ["photos-deleted", { count: "3" }],
            ],
            [],
        ],
        [
            "an act after the closing was voided",
            [["closed", { reason: "完毕" }], ["voided", { entry: "1", reason: "又有答复" }], sent],
            [],
        ],
        ["voiding what is not there", [["voided", { entry: "4", reason: "x" }]], ["journal.entry.unknown entry"]],
        ["a field of another act", [["handed-over", { unit: "所", ticket: "1" }]], ["journal.field.not-taken ticket"]],
        [
            "files where none belong",
            [["ticket", { number: "1" }, { files: [{ name: "a", sizeBytes: 1, sha256: "0" }] }]],
            ["journal.field.not-taken file", "journal.act.needs act"],
        ],
        [
            "a time to come",
            [["handed-over", { unit: "所" }, { at: "2026-11-28 10:00 北京时间" }]],
            ["journal.time.future at"],
        ],
        [
            "a time without zone",
            [["handed-over", { unit: "所" }, { at: "2026-11-26 10:00" }]],
            ["journal.time.unread at"],
        ],
        ["a day alone", [["handed-over", { unit: "所" }, { at: "2026-11-26 北京时间" }]], ["journal.time.unread at"]],
        ["a day that there is not", [["sent", { ...SENT, replyBy: "2026-02-30" }]], ["journal.field.value replyBy"]],
        ["another route", [["sent", { ...SENT, route: "pigeon" }]], ["journal.field.value route"]],
        [
            "a name of every object as a route",
            [["sent", { ...SENT, route: "toString" }]],
            ["journal.field.value route"],
        ],
        ["two lines", [["handed-over", { unit: "a\nb" }]], ["journal.field.value unit"]],
        ["a hidden sign", [["handed-over", { unit: "a\u202eb" }]], ["journal.field.value unit"]],
        ["a blank", [["handed-over", { unit: " " }]], ["journal.field.value unit"]],
        ["too long a text", [["handed-over", { unit: "长".repeat(301) }]], ["journal.field.value unit"]],
        ["a secret", [["handed-over", { unit: "所", note: `key ${"aB3d".repeat(16)}` }]], ["journal.field.value note"]],
        ["a request of number 0", [["sent", { ...SENT, no: "0" }]], ["journal.field.value no"]],
        ["no check code", [["built", { code: "2ba1" }]], ["journal.field.value code"]],
    ])("%s", (_, acts, codes) => {
        expect(refused(acts)).toEqual(codes)
    })
    test("channels take the state of an account alone", () => {
        expect(refused([["channel", { recipient: "desk-a", state: "active" }]], "channels")).toEqual([])
        expect(refused([sent], "channels")).toEqual(["journal.act.unknown act"])
        expect(refused([["channel", { recipient: "desk-a", state: "open" }]], "channels")).toEqual([
            "journal.field.value state",
        ])
    })
    test("a journal of a case begins with its draft", () => {
        const typed = { act: "handed-over", fields: { unit: "所" }, files: [] }
        expect(() => addEntry({ bytes: new Uint8Array(), file: "j", book: "case" }, typed, NOW)).toThrow(
            "journal.file.none",
        )
    })
})

test("acts and fields hang together", () => {
    const common = ["format", "n", "at", "recordedAt", "act", "prev", "ref", "checkCode", "files"]
    for (const [id, act] of Object.entries<Act>(ACTS)) {
        const own = fieldsOf(act)
        expect(new Set(own).size, id).toBe(own.length)
        for (const need of act.needs ?? []) expect(ACTS).toHaveProperty(need)
    }
    for (const field of Object.keys(FIELDS)) {
        expect(common).not.toContain(field)
        expect(["at", "on", "draft", "file", "channels", "output", "json", "lang", "help"]).not.toContain(
            optionOf(field),
        )
        expect(
            Object.values<Act>(ACTS).some((act) => fieldsOf(act).some((one) => one === field)),
            field,
        ).toBe(true)
    }
})
