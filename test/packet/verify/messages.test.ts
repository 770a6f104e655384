import { expect, test } from "vitest"
import { packetIssues as en } from "../../../src/messages/en/packet.ts"
import { packetIssues as zh } from "../../../src/messages/zh-CN/packet.ts"

const params = new Proxy({}, { get: (_, name) => (name === "fault" ? "bad" : "x") })
type Text = (params: unknown) => { readonly message: string; readonly hint?: string }

// Notes say what was seen and left alone; there is nothing to do.
const NOTES = [
    "verify.folder.system-file",
    "verify.folder.nested",
    "verify.timestamp.unchecked",
    "verify.code.same",
    "verify.sent.same",
    "verify.sent.not-given",
]

test.each(Object.keys(en))("%s has a text in both languages, and a hint unless it is a note", (code) => {
    for (const texts of [zh, en] as unknown as Record<string, Text>[]) {
        const { message, hint } = texts[code]?.(params) ?? { message: "" }
        expect(message.length).toBeGreaterThan(3)
        expect(message).not.toMatch(/[。.]$/)
        expect(message).not.toContain(code)
        expect(hint === undefined).toBe(NOTES.includes(code))
    }
    expect((zh as unknown as Record<string, Text>)[code]?.(params).message).toMatch(/\p{Script=Han}/u)
})
