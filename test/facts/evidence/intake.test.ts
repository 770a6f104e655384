import fc from "fast-check"
import { zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { portableSha256, sha256Hex } from "../../../src/base/digest.ts"
import { hasErrors } from "../../../src/base/issue.ts"
import { memorySource } from "../../../src/base/source.ts"
import { checkIntake, type ListedFile, planImport } from "../../../src/facts/evidence/intake.ts"
import {
    type EvidenceLock,
    type LockEntry,
    packetPath,
    parseLock,
    printLock,
    rememberWithheld,
    withoutEntries,
} from "../../../src/facts/evidence/lock.ts"
import { litter } from "../../packet/litter.ts"
import { chunk, exifSegment, png, tiffBlock, withSegments } from "./make-image.ts"

const CLOCK = { importedAt: "2026-11-21T09:00:00+08:00", newHasher: portableSha256 }
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xd9])
const EMPTY: EvidenceLock = { entries: [] }

function listed(path: string, content: string | Uint8Array): ListedFile {
    const [folder = "", ...rest] = path.split("/")
    const source = memorySource(typeof content === "string" ? utf8(content) : content)
    return {
        folder: folder as ListedFile["folder"],
        originalName: rest.join("/"),
        modifiedAt: "2023-03-21T02:00:00+08:00",
        source,
    }
}
const plan = (lock: EvidenceLock, files: readonly ListedFile[]) => planImport(lock, files, CLOCK)
const codes = (issues: readonly { code: string; severity: string; path: readonly unknown[] }[]) =>
    issues.map((i) => `${i.severity} ${i.code} ${i.path.join("|")}`)

const FILES = [
    listed("evidence/b.txt", "二"),
    listed("exports/o.csv", "a,b"),
    listed("evidence/聊天/1.png", png(3, 2)),
    listed("evidence/a.txt", "一"),
]

test("new files get the next labels in the order of their names, and a record of what they are", async () => {
    const { lock, added, issues } = await plan(EMPTY, FILES)
    expect(issues).toEqual([])
    expect(added).toEqual(lock.entries)
    expect(lock.entries.map((e) => [e.label, e.folder, e.originalName, packetPath(e)])).toEqual([
        ["E001", "evidence", "a.txt", "evidence/E001.txt"],
        ["E002", "evidence", "b.txt", "evidence/E002.txt"],
        ["E003", "evidence", "聊天/1.png", "evidence/E003.png"],
        ["X01", "exports", "o.csv", "exports/X01.csv"],
    ])
    expect(lock.entries[2]).toEqual({
        label: "E003",
        folder: "evidence",
        originalName: "聊天/1.png",
        sizeBytes: png(3, 2).length,
        mediaType: "image/png",
        category: "picture",
        sha256: sha256Hex(png(3, 2)),
        modifiedAt: "2023-03-21T02:00:00+08:00",
        importedAt: CLOCK.importedAt,
        widthPx: 3,
        heightPx: 2,
    })
})

test("a ZIP that is some program's own document keeps its extension in a packet, a picture that is a ZIP does not", async () => {
    const zip = zipSync({ "Index/Document.iwa": utf8("x") })
    const names = ["1.pages", "2.numbers", "3.ODP", "4.zip", "5.png", "6.jar", "7", "8.无"]
    const { lock } = await plan(
        EMPTY,
        names.map((name) => listed(`evidence/${name}`, zip)),
    )
    const extensions = lock.entries.map((entry) => packetPath(entry).split(".")[1])
    expect(extensions).toEqual(["pages", "numbers", "odp", "zip", "zip", "zip", "zip", "zip"])
})

test("a later import adds behind, and leaves every entry as it was", async () => {
    const first = (await plan(EMPTY, FILES)).lock
    const later = { importedAt: "2026-12-01T00:00:00Z", newHasher: portableSha256 }
    const second = await planImport(first, [...FILES, listed("evidence/0.txt", "零")], later)
    expect(second.lock.entries.slice(0, 4)).toEqual(first.entries)
    expect(second.added.map((e) => [e.label, e.originalName, e.importedAt])).toEqual([
        ["E004", "0.txt", "2026-12-01T00:00:00Z"],
    ])
    expect(second.unchanged).toEqual(["E001", "E002", "E003", "X01"])
})

describe("what does not agree with the lock", () => {
    const without = (name: string) => FILES.filter((f) => f.originalName !== name)
    const cases: readonly (readonly [string, readonly ListedFile[], readonly string[]])[] = [
        [
            "changed content",
            [...without("a.txt"), listed("evidence/a.txt", "壹")],
            ["error evidence.file.changed evidence/a.txt"],
        ],
        [
            "a longer file",
            [...without("a.txt"), listed("evidence/a.txt", "一 ")],
            ["error evidence.file.changed evidence/a.txt"],
        ],
        ["a missing file", without("a.txt"), ["error evidence.file.missing evidence/a.txt"]],
        [
            "a renamed file",
            [...without("a.txt"), listed("evidence/c.txt", "一")],
            ["error evidence.file.renamed evidence/a.txt"],
        ],
        [
            "a moved file",
            [...without("a.txt"), listed("exports/a.txt", "一")],
            ["error evidence.file.renamed evidence/a.txt"],
        ],
    ]
    test.each(cases)("%s is an error for import and for check, and the lock stays", async (_, files, expected) => {
        const { lock } = await plan(EMPTY, FILES)
        const again = await plan(lock, [...files, listed("evidence/new.txt", "新")])
        expect(codes(again.issues)).toEqual(expected)
        expect(again.lock).toBe(lock)
        expect(again.added).toEqual([])
        expect(codes(await checkIntake(lock, files, portableSha256))).toEqual(expected)
    })

    test("a file without an entry is an error for check", async () => {
        const { lock } = await plan(EMPTY, FILES)
        const issues = await checkIntake(lock, [...FILES, listed("evidence/new.txt", "新")], portableSha256)
        expect(codes(issues)).toEqual(["error evidence.file.not-imported evidence/new.txt"])
    })
})

test("a name of such a file hides no evidence", async () => {
    const named = ["._聊天.txt", ".DS_Store", "Thumbs.db", "__MACOSX/b.txt", "desktop.ini"]
    const files = named.map((name, i) => listed(`evidence/${name}`, `what a person kept ${String(i)}`))
    const { lock, issues } = await plan(EMPTY, files)
    expect(lock.entries.map(({ originalName }) => originalName).sort()).toEqual([...named].sort())
    expect(issues.map(({ code }) => code)).not.toContain("evidence.file.skipped")
})

test("findings about new files", async () => {
    const files = [
        listed("evidence/.DS_Store", litter(".DS_Store")),
        listed("evidence/a.txt", "同"),
        listed("evidence/b.txt", "同"),
        listed("evidence/empty.txt", ""),
        listed("evidence/gpj.\u202Etxt", "x"),
        listed("evidence/sub/Thumbs.db", litter("Thumbs.db")),
        listed("evidence/wrong.jpg", png(1, 1)),
        listed("exports/c.txt", "同"),
    ]
    const { lock, issues } = await plan(EMPTY, files)
    expect(codes(issues).sort()).toEqual([
        "note evidence.file.extension evidence/wrong.jpg",
        "note evidence.file.skipped evidence/.DS_Store",
        "note evidence.file.skipped evidence/sub/Thumbs.db",
        "warning evidence.file.duplicate evidence/b.txt",
        "warning evidence.file.duplicate exports/c.txt",
        "warning evidence.file.empty evidence/empty.txt",
        "warning evidence.name.invisible evidence/gpj.\u202Etxt",
    ])
    expect(lock.entries.map((e) => e.label)).toEqual(["E001", "E002", "E003", "E004", "E005", "X01"])
    expect(packetPath(lock.entries[4] as LockEntry)).toBe("evidence/E005.png")
    expect((await checkIntake(lock, files, portableSha256)).filter((i) => i.severity === "error")).toEqual([])
})

test("a table among the screenshots, that may be an export, is told unless it is among the exports too", async () => {
    const table = "时间,币种\n2023-03-20,BTC\n"
    const own = [
        listed("evidence/提币记录.csv", table),
        listed("evidence/聊天.txt", "你好"),
        listed("evidence/空.csv", ""),
    ]
    const told = async (...files: readonly ListedFile[]) => {
        const { issues } = await plan(EMPTY, files)
        return codes(issues).filter((line) => line.includes("evidence.file.table"))
    }
    expect(await told(...own)).toEqual(["note evidence.file.table evidence/提币记录.csv"])
    expect(await told(...own, listed("exports/提币记录.csv", table))).toEqual([])
    expect(await told(listed("exports/提币记录.csv", table))).toEqual([])
})

test("one name in two Unicode forms is one file; two such files are refused", async () => {
    const { lock } = await plan(EMPTY, [listed("evidence/caf\u00e9.txt", "x")])
    expect(await checkIntake(lock, [listed("evidence/cafe\u0301.txt", "x")], portableSha256)).toEqual([])
    const both = await plan(EMPTY, [listed("evidence/caf\u00e9.txt", "x"), listed("evidence/cafe\u0301.txt", "y")])
    expect(both.issues.map((i) => i.code)).toEqual(["evidence.name.twice"])
    const undecodable = await plan(EMPTY, [listed("evidence/\ud800.txt", "x")])
    expect(undecodable.issues.map((i) => i.code)).toEqual(["evidence.name.undecodable"])
})

test("EXIF facts enter the record, the place only as a fact", async () => {
    const fields = { make: "Example", orientation: 6, takenAt: "2023:03:21 01:49:08", gps: true }
    const image = withSegments(new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), exifSegment(fields))
    const { lock } = await plan(EMPTY, [
        listed("evidence/a.jpg", image),
        listed("evidence/b.png", png(1, 1, chunk("eXIf", tiffBlock(fields)))),
    ])
    const exif = { make: "Example", orientation: 6, takenAt: "2023-03-21T01:49:08", gps: true }
    expect(lock.entries.map((e) => e.exif)).toEqual([exif, exif])
})

test("a packet path is ASCII whatever the file is called", async () => {
    const names = ["文件.数据", "a.TAR", "b", "c.p~1", "d.Sqlite"]
    const { lock } = await plan(
        EMPTY,
        names.map((n, i) => listed(`evidence/${n}`, new Uint8Array([0, 1, i]))),
    )
    expect(lock.entries.map(packetPath).sort()).toEqual([
        "evidence/E001.tar",
        "evidence/E002.bin",
        "evidence/E003.bin",
        "evidence/E004.sqlite",
        "evidence/E005.bin",
    ])
})

test("times without an offset are a fault of the caller", async () => {
    await expect(planImport(EMPTY, [], { ...CLOCK, importedAt: "2026-11-21 09:00" })).rejects.toThrow(TypeError)
    await expect(plan(EMPTY, [{ ...listed("evidence/a", "x"), modifiedAt: "2026-11-21T09:00:00" }])).rejects.toThrow(
        TypeError,
    )
})

describe("the lock file", () => {
    test("prints and reads back, in the same bytes", async () => {
        const { lock } = await plan(EMPTY, FILES)
        const text = printLock(lock)
        expect(parseLock(utf8(text))).toEqual({ lock, issues: [] })
        expect(
            printLock({
                entries: lock.entries.map(
                    (e) => Object.fromEntries(Object.entries(e).reverse()) as unknown as LockEntry,
                ),
            }),
        ).toBe(text)
    })

    const broken: readonly (readonly [string, (entry: Record<string, unknown>) => void, string])[] = [
        ["a label of the other folder", (e) => (e.label = "X01"), "label"],
        ["no label", (e) => delete e.label, "label"],
        ["a path that climbs", (e) => (e.originalName = "../a"), "originalName"],
        ["half a hash", (e) => (e.sha256 = "ab"), "sha256"],
        ["a size that is no count", (e) => (e.sizeBytes = -1), "sizeBytes"],
        ["a time without an offset", (e) => (e.modifiedAt = "2023-03-21T02:00:00"), "modifiedAt"],
        ["an unknown category", (e) => (e.category = "x"), "category"],
        ["a field that does not belong", (e) => (e.note = "x"), "note"],
        ["a stored place", (e) => (e.exif = { gps: "31.2,121.4" }), "exif"],
    ]
    test.each(broken)("refuses %s", async (_, change, field) => {
        const json = JSON.parse(printLock((await plan(EMPTY, FILES)).lock)) as { entries: Record<string, unknown>[] }
        change(json.entries[0] ?? {})
        const { lock, issues } = parseLock(utf8(JSON.stringify(json)))
        expect(lock).toBeUndefined()
        expect(issues.map((i) => i.path.join("|"))).toEqual([`evidence.lock.json|entries|0|${field}`])
    })

    test.each([
        ["{", "evidence.lock.unreadable"],
        ["[]", "evidence.lock.unreadable"],
        ['{"format":"lerpack-evidence-lock","version":2,"entries":[]}', "evidence.lock.version"],
    ])("refuses %s", (text, code) => {
        expect(parseLock(utf8(text)).issues.map((i) => i.code)).toEqual([code])
    })

    test("refuses one label or one file twice", async () => {
        const { lock } = await plan(EMPTY, FILES)
        const [first, second] = lock.entries
        if (!first || !second) throw new Error("no entries")
        for (const twin of [
            { ...second, label: first.label },
            { ...second, originalName: first.originalName },
        ]) {
            expect(parseLock(utf8(printLock({ entries: [first, twin] }))).issues.map((i) => i.code)).toEqual([
                "evidence.lock.twice",
            ])
        }
    })
})

test("a file that is shown to nobody may be gone; it is said, and new files are still taken in", async () => {
    const { lock } = await plan(EMPTY, [listed("evidence/a.txt", "一"), listed("evidence/b.txt", "二")])
    const rest = [listed("evidence/b.txt", "二"), listed("evidence/c.txt", "三")]
    expect(codes((await plan(lock, rest)).issues)).toEqual(["error evidence.file.missing evidence/a.txt"])
    const withheld = new Set(["E001"])
    const next = await planImport(lock, rest, CLOCK, withheld)
    expect(codes(next.issues)).toEqual(["warning evidence.file.withdrawn evidence/a.txt"])
    expect(next.added.map(({ label }) => label)).toEqual(["E003"])
    expect(next.lock.entries.slice(0, 2)).toEqual(lock.entries)
    expect(codes(await checkIntake(next.lock, rest, portableSha256, withheld))).toEqual([
        "warning evidence.file.withdrawn evidence/a.txt",
    ])
})

test("whatever happens to the folder, no entry is ever rewritten and no label given twice", async () => {
    const names = fc.constantFrom("a", "b", "c", "d")
    const folder = fc.uniqueArray(fc.tuple(names, fc.constantFrom("1", "2")), { selector: ([name]) => name })
    await fc.assert(
        fc.asyncProperty(fc.array(folder, { maxLength: 5 }), async (states) => {
            let lock = EMPTY
            for (const state of states) {
                const next = await plan(
                    lock,
                    state.map(([name, content]) => listed(`evidence/${name}`, content)),
                )
                expect(next.lock.entries.slice(0, lock.entries.length)).toEqual(lock.entries)
                if (hasErrors(next.issues)) expect(next.lock).toBe(lock)
                lock = next.lock
                expect(new Set(lock.entries.map((e) => e.label)).size).toBe(lock.entries.length)
            }
        }),
    )
})

describe("what check says again of files that are registered", () => {
    const at = (file: ListedFile, modifiedAt: string): ListedFile => ({ ...file, modifiedAt })
    const files = [
        listed("evidence/a.txt", "同"),
        listed("evidence/b.txt", "同"),
        listed("evidence/empty.txt", ""),
        listed("evidence/mmexport1679.jpg", JPEG),
        listed("evidence/wrong.gif", png(1, 1)),
        listed("evidence/工具.bat", "@echo off"),
        listed("evidence/网址.url", "[InternetShortcut]"),
    ]
    const expected = [
        "warning evidence.file.duplicate evidence/b.txt",
        "warning evidence.file.empty evidence/empty.txt",
        "note evidence.file.forwarded evidence/mmexport1679.jpg",
        "note evidence.file.extension evidence/wrong.gif",
        "warning evidence.file.program evidence/工具.bat",
        "warning evidence.file.shortcut evidence/网址.url",
    ]
    test("is what import said", async () => {
        const { lock, issues } = await plan(EMPTY, files)
        expect(codes(issues)).toEqual(expected)
        expect(codes(await checkIntake(lock, files, portableSha256))).toEqual(expected)
    })

    test("leaves out what nobody gets", async () => {
        const { lock } = await plan(EMPTY, files)
        const withheld = new Set(["E001", "E003", "E006", "E007"])
        expect(codes(await checkIntake(lock, files, portableSha256, withheld))).toEqual([expected[2], expected[3]])
    })

    test("a photograph with camera data lost nothing", async () => {
        const photo = withSegments(JPEG, exifSegment({ make: "ACME" }))
        const { issues } = await plan(EMPTY, [listed("evidence/mmexport1.jpg", photo)])
        expect(issues).toEqual([])
    })

    test("times that differ from the record are one finding; another zone or two seconds are no difference", async () => {
        const { lock } = await plan(EMPTY, files.slice(0, 1))
        const found = async (modifiedAt: string) =>
            checkIntake(lock, [at(files[0] as ListedFile, modifiedAt)], portableSha256)
        expect(await found("2023-03-20T18:00:00Z")).toEqual([])
        expect(await found("2023-03-21T02:00:02+08:00")).toEqual([])
        expect(await found("2023-03-21T02:00:03+08:00")).toMatchObject([
            { code: "evidence.file.time", severity: "warning", params: { label: "E001", labels: "E001", count: 1 } },
        ])
        const all = await plan(EMPTY, FILES)
        const moved = FILES.map((file) => at(file, "2024-01-01T00:00:00Z"))
        expect(await checkIntake(all.lock, moved, portableSha256)).toMatchObject([
            { params: { count: 4, labels: "E001、E002、E003、X01" } },
        ])
    })
})

describe("what was withheld", () => {
    const entries = async () => (await plan(EMPTY, FILES)).lock.entries
    test("is remembered in the order of the entries, and a lock without it reads and prints as before", async () => {
        const lock = { entries: await entries() }
        const text = printLock(lock)
        expect(text).not.toContain("withheld")
        expect(parseLock(utf8(text)).lock).toEqual(lock)
        const remembering = rememberWithheld(lock, new Set(["X01", "E002", "E009"]))
        expect(remembering.withheld).toEqual(["E002", "X01"])
        expect(parseLock(utf8(printLock(remembering))).lock).toEqual(remembering)
        expect(rememberWithheld(remembering, new Set())).toEqual(lock)
    })

    test.each([
        { withheld: ["E009"] },
        { withheld: ["E001", "E001"] },
        { withheld: [1] },
        { withheld: "E001" },
        { withheld: null },
    ])("$withheld is no such list", async (list) => {
        const text = printLock({ entries: await entries() })
        const lock = JSON.stringify({ ...(JSON.parse(text) as object), ...list })
        expect(codes(parseLock(utf8(lock)).issues)).toEqual(["error evidence.lock.field evidence.lock.json|withheld"])
    })

    test("stays in a lock that a later import adds to", async () => {
        const lock = rememberWithheld({ entries: await entries() }, new Set(["E002"]))
        const again = await plan(lock, [...FILES, listed("evidence/新.txt", "新")])
        expect(again.lock.withheld).toEqual(["E002"])
    })
})

describe("what was taken out", () => {
    test("leaves its label alone, which no other file gets, also under the same name", async () => {
        const { lock } = await plan(EMPTY, FILES)
        const without = withoutEntries(rememberWithheld(lock, new Set(["E002", "E003"])), new Set(["E003", "X01"]))
        expect(without).toEqual({ entries: lock.entries.slice(0, 2), withheld: ["E002"], removed: ["E003", "X01"] })
        const text = printLock(without)
        expect(text).not.toContain("聊天")
        expect(text).not.toContain(lock.entries[2]?.sha256)
        expect(parseLock(utf8(text)).lock).toEqual(without)
        const again = await plan(without, FILES)
        expect(again.issues).toEqual([])
        expect(again.added.map(({ label, originalName }) => `${label} ${originalName}`)).toEqual([
            "E004 聊天/1.png",
            "X02 o.csv",
        ])
        expect(again.lock.removed).toEqual(["E003", "X01"])
    })

    test.each([
        { removed: ["E001"] },
        { removed: ["E009", "E009"] },
        { removed: ["聊天/1.png"] },
        { removed: [1] },
        { removed: "E009" },
    ])("$removed is no such list", async (list) => {
        const text = printLock((await plan(EMPTY, FILES)).lock)
        const lock = JSON.stringify({ ...(JSON.parse(text) as object), ...list })
        expect(codes(parseLock(utf8(lock)).issues)).toEqual(["error evidence.lock.field evidence.lock.json|removed"])
    })
})
