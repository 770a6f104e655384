import { expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { type ByteSource, memorySource, readAll } from "../../../src/base/source.ts"
import { emptyDescription, printDescriptions } from "../../../src/facts/evidence/descriptions.ts"
import type { ListedFile } from "../../../src/facts/evidence/intake.ts"
import { parseLock } from "../../../src/facts/evidence/lock.ts"
import { checkCase } from "../../../src/flows/victim/check.ts"
import { register } from "../../../src/flows/victim/register.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { file, SMALL_CASE } from "../../check.ts"

// Gigabytes of nothing, and a digest that does not look at them: only sizes matter here.
const NOTHING = new Uint8Array(1 << 20)
const large = (size: number): ByteSource => ({ size, read: async (_, length) => NOTHING.subarray(0, length) })
let made = 0
const host = {
    ...nodeHost(),
    sha256: () => ({ update: () => undefined, hex: () => String(++made).padStart(64, "0") }),
    crc32: () => 0,
}
const MODIFIED = "2023-03-21T02:00:00+08:00"

/** Takes the files in, and describes them as told; gives what import and check say of sizes. */
async function sizes(
    files: Readonly<Record<string, number>>,
    apart: readonly string[] = [],
    nobody: readonly string[] = [],
) {
    const listing = Object.entries(files).map(
        ([originalName, size]): ListedFile => ({
            folder: "evidence",
            originalName,
            modifiedAt: MODIFIED,
            source: originalName.endsWith(".txt") ? memorySource(utf8(originalName)) : large(size),
        }),
    )
    made = 0
    const { outputs, issues } = await register({ listing }, host, MODIFIED)
    const record = outputs.find(({ role }) => role === "record")
    const lock = record && (await readAll(record.source))
    const entries = (lock && parseLock(lock).lock?.entries) ?? []
    const told = entries.map(({ label }) => ({
        ...emptyDescription(label, nobody.includes(label) ? ("none" as const) : "police"),
        ...(apart.includes(label) && { handedOver: "separately" as const }),
    }))
    made = 0
    const descriptions = printDescriptions(entries, told)
    const caseFile = file(SMALL_CASE)
    const checked = await checkCase(
        { caseFiles: { yaml: caseFile }, listing, descriptions, ...(lock && { lock }) },
        host,
    )
    const about = (found: readonly { code: string; severity: string; params: object }[]) =>
        found.flatMap(({ code, severity, params }) =>
            code === "evidence.size.packet" ? [`${severity} ${"files" in params ? String(params.files) : ""}`] : [],
        )
    return { imported: about(issues), checked: about(checked.issues), issues: checked.issues }
}

test("a file above 4 GiB is a warning at import and an error at check, which says the way out", async () => {
    const { imported, checked, issues } = await sizes({ "a.txt": 1, "录屏.mp4": 4_300_000_000 })
    expect(imported).toEqual(["warning E002（录屏.mp4，4300000000）"])
    expect(checked).toEqual(["error E002（录屏.mp4，4300000000）"])
    const found = issues.find(({ code }) => code === "evidence.size.packet")
    expect(found && messageOf(found, "zh-CN").hint).toContain("另盘移交")
})

test("of several only the largest are named, as many as have to go", async () => {
    const { checked } = await sizes({ "a.mov": 1_500_000_000, "b.mov": 2_000_000_000, "c.mov": 1_000_000_000 })
    expect(checked).toEqual(["error E002（b.mov，2000000000）"])
})

test("on a disc of its own, or given to nobody, a file takes no room", async () => {
    const files = { "a.txt": 1, "录屏.mp4": 4_300_000_000 }
    expect((await sizes(files, ["E002"])).checked).toEqual([])
    expect((await sizes(files, [], ["E002"])).checked).toEqual([])
})
