import { expect, test } from "vitest"
import { LANGS, type Lang } from "../../../src/base/lang.ts"
import type { Message } from "../../../src/messages/message.ts"
import { packetIssues } from "../../../src/messages/packet.ts"
import { verifyIssues } from "../../../src/messages/verify.ts"

const FAULTS: Readonly<Record<string, string>> = { "manifest.path.unsafe": "empty", "verify.signature.bad": "bad" }
const all = { ...packetIssues, ...verifyIssues }

// Notes say what was seen and left alone; there is nothing to do.
const NOTES = [
    "verify.folder.system-file",
    "verify.folder.nested",
    "verify.timestamp.unchecked",
    "verify.layer.set-aside",
    "verify.code.same",
    "verify.sent.same",
    "verify.sent.not-given",
]

test("a signature that is not judged is to be made anew; one that is bad asks for the packet again", () => {
    const hintOf = (fault: "hash" | "key" | "algorithm" | "bad" | "armour") =>
        verifyIssues["verify.signature.bad"]({ fault }).en.hint
    for (const fault of ["hash", "key", "algorithm"] as const) expect(hintOf(fault)).toMatch(/ssh-keygen -Y sign/)
    for (const fault of ["bad", "armour"] as const) expect(hintOf(fault)).toMatch(/whole packet again/)
})

test.each(Object.entries(all))("%s has a text in every language, and a hint unless it is a note", (code, print) => {
    const params = new Proxy(
        {},
        { get: (_, name) => (name === "fault" ? FAULTS[code] : name === "facts" ? ["x"] : "x") },
    )
    const told = (print as (params: unknown) => Record<Lang, Message>)(params)
    for (const lang of LANGS) {
        const { message, hint } = told[lang]
        expect(message.length).toBeGreaterThan(3)
        expect(message).not.toMatch(/[。.]$/)
        expect(message).not.toContain(code)
        expect(hint === undefined).toBe(NOTES.includes(code))
    }
    expect(told["zh-CN"].message).toMatch(/\p{Script=Han}/u)
    expect(told.en.message).not.toMatch(/\p{Script=Han}/u)
})
