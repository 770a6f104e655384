import { expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { portableSha256, sha256Hex } from "../../../src/base/digest.ts"
import { memorySource } from "../../../src/base/source.ts"
import { type Description, emptyDescription, printDescriptions } from "../../../src/facts/evidence/descriptions.ts"
import { firstLabels, type ListedFile, planImport } from "../../../src/facts/evidence/intake.ts"
import type { LockEntry } from "../../../src/facts/evidence/lock.ts"
import { readDescriptions } from "../../../src/facts/evidence/read-descriptions.ts"

// A packet holds 19,900 files: every step may look at a file a few times, and at no file once for every other one.

const CLOCK = { importedAt: "2026-11-21T09:00:00+08:00", newHasher: portableSha256 }
const FEW = 40
const MANY = 4 * FEW

const nameOf = (i: number): string => `文件夹 ${String(i % 20)}/${String(i)}.txt`

/** The object, each of whose members is counted when it is read. */
function counted<T extends object>(value: T, count: () => void): T {
    return new Proxy(value, {
        get(target, key) {
            count()
            return Reflect.get(target, key) as unknown
        },
    })
}

function entries(from: number, to: number, folder = ""): LockEntry[] {
    return Array.from({ length: to - from }, (_, i) => ({
        label: `E${String(from + i + 1).padStart(3, "0")}`,
        folder: "evidence",
        originalName: folder + nameOf(from + i),
        sizeBytes: utf8(nameOf(from + i)).length,
        mediaType: "text/plain",
        category: "document",
        sha256: sha256Hex(utf8(nameOf(from + i))),
        modifiedAt: CLOCK.importedAt,
        importedAt: CLOCK.importedAt,
    }))
}

function listed(from: number, to: number): ListedFile[] {
    return Array.from({ length: to - from }, (_, i) => ({
        folder: "evidence",
        originalName: nameOf(from + i),
        modifiedAt: CLOCK.importedAt,
        source: memorySource(utf8(nameOf(from + i))),
    }))
}

/** Works with as many files; `count` is called for each member that is read of the things that matter. */
type Work = (files: number, count: () => void) => unknown

const described = (files: number): readonly Description[] =>
    entries(0, files).map(({ label }) => ({ ...emptyDescription(label), source: "本人手机" }))
const foldersDescribed: readonly Description[] = Array.from({ length: 20 }, (_, i) => ({
    ...emptyDescription(`evidence/文件夹 ${String(i)}/`),
    maker: "本人",
}))

const WORK: Readonly<Record<string, Work>> = {
    "new files beside those that are registered": (files, count) =>
        planImport({ entries: entries(0, files).map((entry) => counted(entry, count)) }, listed(0, 2 * files), CLOCK),
    "a folder under another name": (files, count) =>
        planImport(
            { entries: entries(0, files, "原来/").map((entry) => counted(entry, count)) },
            listed(0, files),
            CLOCK,
        ),
    "the sheet printed": (files, count) =>
        printDescriptions(
            entries(0, files).map((entry) => counted(entry, count)),
            described(files).map((one) => counted(one, count)),
            foldersDescribed.map((one) => counted(one, count)),
        ),
    "the sheet read": (files, count) =>
        readDescriptions(printDescriptions(entries(0, files), described(files), foldersDescribed), {
            entries: entries(0, files).map((entry) => counted(entry, count)),
        }),
}

test.each(Object.entries(WORK))("%s: the work grows with the number of files and no faster", async (_, work) => {
    const steps = async (files: number): Promise<number> => {
        let reads = 0
        await work(files, () => {
            reads += 1
        })
        return reads
    }
    const few = await steps(FEW)
    expect(few).toBeGreaterThan(FEW)
    expect((await steps(MANY)) / few).toBeLessThan(1.1 * (MANY / FEW))
})

test("a renamed folder is told file by file, equal files in their order", async () => {
    const twins = entries(0, 2).map((entry) => ({ ...entry, sha256: sha256Hex(utf8("相同")), sizeBytes: 6 }))
    const files = ["b.txt", "a.txt"].map((originalName) => ({
        ...(listed(0, 1)[0] as ListedFile),
        originalName,
        source: memorySource(utf8("相同")),
    }))
    const { issues } = await planImport({ entries: twins }, files, CLOCK)
    expect(issues.filter(({ code }) => code === "evidence.file.renamed").map(({ params }) => params)).toEqual([
        { label: "E001", file: nameOf(0), to: "evidence/a.txt" },
        { label: "E002", file: nameOf(1), to: "evidence/b.txt" },
    ])
})

test("a finding about thousands of files names the first ten", () => {
    expect(firstLabels(entries(0, 10))).toMatch(/^E001、.*、E010$/)
    expect(firstLabels(entries(0, 11))).toMatch(/^E001、.*、E010…$/)
})
