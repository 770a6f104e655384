import { describe, expect, test } from "vitest"
import { packetIssues } from "../../../src/messages/en/packet.ts"
import { codes, folderInput, judge } from "../../packet/sample.ts"
import { cases } from "./cases.ts"
import { archiveBytes, draftBytes, resealArchive, resealDraft } from "./tamper.ts"

describe("a packet with", () => {
    test.each(cases)("$what is not intact: $codes", async ({ make, codes: expected }) => {
        const report = await judge(folderInput(await make()))
        expect(codes(report)).toEqual([...expected].sort())
        expect(["broken", "refused"]).toContain(report.verdict)
    })
})

test("the packets that the cases start from are good, and resealing alone changes nothing", async () => {
    for (const [make, again] of [
        [draftBytes, resealDraft],
        [archiveBytes, resealArchive],
    ] as const) {
        expect(codes(await judge(folderInput(await make())))).toEqual([])
        expect(new Map(await again((files) => files))).toEqual(await make())
    }
})

// Findings that need more than a faulty packet: a list of keys, a code, a record, or the file system. See test/verify.
const ELSEWHERE = /^verify\.(?:folder\.|code\.|sent\.|time|signature\.(?:missing|unknown|outside-validity)$)/

test("every finding that a faulty packet can give is shown by a case", () => {
    const shown = new Set(cases.flatMap((c) => c.codes))
    const codesOfVerify = Object.keys(packetIssues).filter(
        (code) => code.startsWith("verify.") && !ELSEWHERE.test(code),
    )
    expect(codesOfVerify.filter((code) => !shown.has(code))).toEqual([])
})
