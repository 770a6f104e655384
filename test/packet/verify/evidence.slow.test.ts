import { expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { LARGEST_JSON } from "../../../src/base/json.ts"
import type { RecordedItem } from "../../../src/facts/evidence/evidence-record.ts"
import type { LockEntry } from "../../../src/facts/evidence/lock.ts"
import { planPacket } from "../../../src/packet/assemble/plan.ts"
import { KNOWN_MEMBERS } from "../../../src/packet/verify/evidence.ts"
import { codes, draftFiles, folderInput, inMemory, judge, layerFile } from "../assemble/sample.ts"

/** The record of the evidence as the judge reads it; single faults stand in the conformance set. */

async function judged(path: string, text: string) {
    const packet = await planPacket({
        kind: "draft",
        ref: "CASE-2026-001",
        top: "CASE-2026-001",
        createdAt: "2026-11-01T09:00:00+08:00",
        files: [...draftFiles.filter((one) => one.path !== path), layerFile(path, text, "case")],
    })
    return await judge(folderInput(await inMemory(packet)))
}

test("the judge knows the members that the record has, no more and no fewer", () => {
    const item: Readonly<Record<keyof RecordedItem, true>> = {
        ...{ label: true, caption: true, source: true, maker: true, method: true, originalAt: true, othersData: true },
        ...{ share: true, foreign: true, printed: true, handedOver: true, boxes: true, entry: true, masked: true },
    }
    const entry: Readonly<Record<keyof LockEntry, true>> = {
        ...{ folder: true, label: true, originalName: true, sizeBytes: true, mediaType: true, category: true },
        ...{
            sha256: true,
            modifiedAt: true,
            importedAt: true,
            widthPx: true,
            heightPx: true,
            exif: true,
            danger: true,
        },
    }
    expect([...KNOWN_MEMBERS.item].sort()).toEqual(Object.keys(item).sort())
    expect([...KNOWN_MEMBERS.entry].sort()).toEqual(Object.keys(entry).sort())
})

test.each(["case.json", "evidence.json"])("a %s that is too large to be read is refused", async (path) => {
    const text = `{\n  "x": "${" ".repeat(LARGEST_JSON)}"\n}\n`
    expect(codes(await judged(path, text))).toEqual(["verify.record.form"])
})

test("a list of nothing is told a hundred times, not a million", async () => {
    const text = `{\n  "items": [\n${"    null,\n".repeat(1_000_000)}    null\n  ]\n}\n`
    const { verdict, issues } = await judged("evidence.json", text)
    expect([verdict, issues.length]).toEqual(["broken", 100])
    expect(utf8(text).length).toBeLessThan(LARGEST_JSON)
})
