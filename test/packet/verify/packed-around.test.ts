import { zipSync } from "fflate"
import { expect, test } from "vitest"
import { portableSha256 } from "../../../src/base/digest.ts"
import { memorySource } from "../../../src/base/source.ts"
import { verifyPacket } from "../../../src/packet/verify/verify.ts"

// What is handed to the police as one ZIP, packed by whichever program, holds the packet and is none.

const EMPTY = new Uint8Array(22)
const judged = async (files: Record<string, Uint8Array>) => {
    const source = memorySource(zipSync(files))
    const options = { now: "2026-11-28T00:00:00Z", newHasher: portableSha256 }
    const { verdict, issues } = await verifyPacket({ kind: "zip", source }, options)
    return { verdict, issues: issues.map(({ code, params }) => [code, params] as const) }
}

test("a packet that another program packed together with papers is named, and its own faults are not told", async () => {
    const where = "交民警/材料包/DRAFT-CASE-2026-001.zip"
    const files = { "交民警/01-材料核对单.pdf": EMPTY, [where]: EMPTY }
    expect(await judged(files)).toEqual({ verdict: "refused", issues: [["verify.packet.elsewhere", { where }]] })
})

test("a packet that was packed again itself, and any other ZIP, have the faults that they have", async () => {
    const again = { "CASE-1/manifest-sha256.txt": EMPTY, "CASE-1/data/DRAFT-A.zip": EMPTY }
    for (const files of [again, { "a/b.txt": EMPTY }]) {
        const { verdict, issues } = await judged(files)
        expect(verdict).toBe("refused")
        expect(issues.map(([code]) => code)).not.toContain("verify.packet.elsewhere")
        expect(issues.length).toBeGreaterThan(0)
    }
})
