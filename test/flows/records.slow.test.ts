import { basename } from "node:path"
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { fromUtf8, type NamedBytes, utf8 } from "../../src/base/bytes.ts"
import { printJson } from "../../src/base/canonical-json.ts"
import { hasErrors, type Issue, PacketError } from "../../src/base/issue.ts"
import { memorySource, readAll } from "../../src/base/source.ts"
import { writeStoreZip } from "../../src/base/zip/write.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { printDescriptions } from "../../src/facts/evidence/descriptions.ts"
import { type ListedFile, planImport } from "../../src/facts/evidence/intake.ts"
import { LOCK_FILE, type LockEntry, packetPath, printLock } from "../../src/facts/evidence/lock.ts"
import { maskPicture } from "../../src/facts/evidence/masked-copy.ts"
import { checkOfficer, type Officer, readOfficer } from "../../src/facts/officer/officer.ts"
import { openDraft } from "../../src/flows/officer/open-draft.ts"
import { prepare } from "../../src/flows/officer/prepare.ts"
import { submit } from "../../src/flows/officer/submit.ts"
import { type OfficerInput, undertake } from "../../src/flows/officer/undertake.ts"
import { checkCase } from "../../src/flows/victim/check.ts"
import { reckonExports } from "../../src/flows/victim/ledger.ts"
import { keptLedger } from "../../src/flows/victim/ledger-rows.ts"
import { messageOf } from "../../src/messages/index.ts"
import { nodeHost } from "../../src/node/host.ts"
import { inZipOrder } from "../../src/packet/assemble/packet.ts"
import { type LayerFile, planPacket } from "../../src/packet/assemble/plan.ts"
import { zipInMemory } from "../../src/packet/assemble/zip.ts"
import { encodePng } from "../../src/typeset/raster/encode-png.ts"
import { blankRaster, type Raster } from "../../src/typeset/raster/raster.ts"
import { codes, file, SMALL_CASE, sampleText } from "../check.ts"
import { reseal } from "../conformance/packet/tamper.ts"
import { type Bytes, folderInput, inMemory, judge } from "../packet/assemble/sample.ts"
import { inPlaceOf } from "./mutate-json.ts"

/**
 * Whatever JSON stands in a packet or a folder, and however well the lists around it agree: the work is done, or what is
 * wrong is named. `RUNS=10000` tries that many, shared out over the files.
 */

const host = nodeHost()
const NOW = "2026-11-21T09:00:00+08:00"
const RUNS = Number(process.env.RUNS ?? 50)

const CASE = "data/case.json"
const EVIDENCE = "data/evidence.json"
const LEDGER = "data/ledger.json"
const INDEX = "data/index.json"
const LAYER_INDEX = "data/layer-2/index.json"
const REQUEST = "data/layer-2/request.json"

/** An export of which a few rows are read. */
const STATEMENT = `UTC_Time,Account,Operation,Coin,Change,Remark
2023-03-20 17:00:00,Spot,Deposit,BTC,1,
2023-03-20 17:49:08,Spot,Transaction Sold,BTC,-1,
2023-03-20 17:49:08,Spot,Transaction Revenue,USDT,27800.1,
2023-03-20 17:49:09,USDT-Futures,Fee,USDT,-0.1,
`

let draft: Bytes
let archive: Bytes
let officer: Officer
let lock = ""
let listing: readonly ListedFile[] = []
let descriptions: Uint8Array
const prepared = new Map<string, Uint8Array>()

/** A sheet with a bar on it, so that it is not blank. */
function printedSheet(): Raster {
    const sheet = blankRaster(1200, 1600, [250, 250, 250])
    sheet.rgb.fill(20, 3 * 1200 * 400, 3 * 1200 * 480)
    return sheet
}

beforeAll(async () => {
    officer = must(
        readOfficer(
            "officer.yaml",
            file(
                `${sampleText("sample-officer", "officer.yaml").replace(
                    /^(?:channelConfirmed|exhibits):\n(?: .*\n)+/gm,
                    "",
                )}\nownForm: {pages: "1"}\n`,
            ),
        ).officer,
    )
    const picture = (grey: number) => memorySource(encodePng(blankRaster(40, 30, [grey, grey, grey])))
    const modifiedAt = "2023-03-21T02:00:00+08:00"
    listing = [
        { folder: "evidence", originalName: "一.png", modifiedAt, source: picture(200) },
        { folder: "evidence", originalName: "二.png", modifiedAt, source: picture(90) },
        { folder: "exports", originalName: "流水.csv", modifiedAt, source: memorySource(utf8(STATEMENT)) },
    ]
    const { entries } = (await planImport({ entries: [] }, listing, { importedAt: modifiedAt, newHasher: host.sha256 }))
        .lock
    lock = printLock({ entries })
    const [first, second, table] = entries.map((entry) => must(entry))
    const said = { caption: "截图", source: "本人", maker: "本人", method: "截屏", originalAt: "手机" }
    const boxes = [{ x: 1, y: 1, width: 10, height: 10, reason: "他人姓名" }]
    const copy = await maskPicture(must(second), boxes, must(listing[1]).source, modifiedAt, host.sha256)
    const items = [
        { ...said, label: "E001", share: "recipient" as const, othersData: false, entry: must(first) },
        { ...said, label: "E002", share: "recipient" as const, boxes, entry: must(second), masked: copy.entry },
        { ...said, label: "X01", share: "police" as const, foreign: true, entry: must(table) },
    ]
    descriptions = printDescriptions(
        entries,
        items.map(({ entry: _, ...description }) => description),
    )
    const facts = must(readCase("case.yaml", file(sampleText("sample-case", "case.yaml"))).loaded).facts
    const evidence = items.flatMap(({ entry }, i) => ({ entry, source: must(listing[i]).source, role: "evidence" }))
    const files: LayerFile[] = [
        { path: "case.json", source: memorySource(utf8(printJson(facts))), role: "case" },
        { path: "evidence.json", source: memorySource(utf8(printJson({ items }))), role: "evidence-descriptions" },
        { path: "ledger.json", source: memorySource(utf8(printJson(await ledgerOf(must(table))))), role: "ledger" },
        ...[...evidence, { ...copy, role: "masked-copy" }].map(({ entry, source, role }) => ({
            path: packetPath(entry),
            source,
            role,
        })),
    ]
    const ref = "LX-2023-0321"
    const common = { ref, top: ref, newHasher: host.sha256 }
    const first1 = await planPacket({ ...common, kind: "draft", createdAt: "2023-04-23T10:00:00+08:00", files })
    draft = await inMemory(first1)
    const { data } = checkOfficer("officer.yaml", { completedAt: "2023-05-08 15:30 +08:00", route: "email" })
    archive = await inMemory(
        await planPacket({
            ...common,
            kind: "archive",
            createdAt: "2023-05-08T15:30:00+08:00",
            files: [{ path: "request.json", source: memorySource(utf8(printJson(data))), role: "request" }],
            prior: first1.files,
        }),
    )
    for (const { path, source } of (await firstStep(draft)).outputs) prepared.set(basename(path), await readAll(source))
})

/** What the export gives. */
async function ledgerOf({ label, originalName: name, sha256 }: LockEntry) {
    const files = [{ label, name, source: memorySource(utf8(STATEMENT)), sha256 }]
    const window = { from: Date.UTC(2023, 2, 20, 17, 49), to: Date.UTC(2023, 2, 21) }
    return (await keptLedger(await reckonExports(files, { answers: new Map(), window }))).record
}

function must<T>(value: T | undefined): T {
    if (value === undefined) throw new Error("the example is not complete")
    return value
}

/** The text of a file of a packet. */
const textOf = (packet: Bytes, path: string): string => must(fromUtf8(must(packet.get(path))))

/** The packet with one file's text, and lists and counts that agree with it. */
async function withText(packet: Bytes, path: string, text: string): Promise<Bytes> {
    const files = new Map(packet).set(path, utf8(text))
    const index = path.startsWith("data/layer-2/") ? LAYER_INDEX : INDEX
    if (path === index) return reseal(files, null)
    const told = JSON.parse(textOf(packet, index)) as { files: { path: string; size: number }[] }
    const sized = told.files.map((one) => ({ ...one, size: must(files.get(one.path)).length }))
    return reseal(files.set(index, utf8(printJson({ ...told, files: sized }))), null)
}

async function opened(packet: Bytes) {
    const files = inZipOrder([...packet].map(([path, bytes]) => ({ path, source: memorySource(bytes) })))
    const isArchive = files.some(({ path }) => path === "data/prior/1/manifest-sha256.txt")
    const top = `LX-2023-0321${isArchive ? "-archive" : ""}`
    const named = await Promise.all(
        files.map(async ({ path, source }) => ({ name: `${top}/${path}`, bytes: await readAll(source) })),
    )
    return openDraft(memorySource(writeStoreZip(named)), host, NOW)
}

const legal: readonly NamedBytes[] = [{ name: "通知书.png", bytes: encodePng(printedSheet()) }]

const input = (given: Officer): OfficerInput => ({
    file: "officer.yaml",
    officer: given,
    data: {},
    photos: new Map(),
    photoFolder: "",
    legal,
})

/** What is asked: of an archive, which holds the first request, the second. */
async function undertakenWith(packet: Bytes) {
    const draft = await opened(packet)
    const { request } = officer
    const asked = draft.report.kind === "archive" ? { ...officer, request: { ...request, no: "2" } } : officer
    return undertake(draft, input(asked), host)
}

const firstStep = async (packet: Bytes) => prepare(await undertakenWith(packet), host)

/** How often the work was done, and how often something was found. */
const tally = new Map<string, { done: number; found: number }>()

/** Runs a flow: it ends, or names what is wrong in words of both languages. Anything else fails the test. */
async function doneOrFound(what: string, flow: () => Promise<readonly Issue[]>): Promise<void> {
    const count = tally.get(what) ?? { done: 0, found: 0 }
    tally.set(what, count)
    let issues: readonly Issue[]
    try {
        issues = await flow()
    } catch (thrown) {
        if (!(thrown instanceof PacketError)) throw thrown
        expect(hasErrors(thrown.issues)).toBe(true)
        issues = thrown.issues
    }
    for (const found of issues)
        for (const lang of ["zh-CN", "en"] as const) expect(messageOf(found, lang).message.length).toBeGreaterThan(3)
    if (hasErrors(issues)) count.found++
    else count.done++
}

/** Tries texts in place of a real one. */
async function tried(what: string, real: string, share: number, flow: (text: string) => Promise<readonly Issue[]>) {
    expect(codes((await flow(real)).filter(({ severity }) => severity === "error"))).toEqual([])
    await fc.assert(
        fc.asyncProperty(inPlaceOf(real), (text) => doneOrFound(what, () => flow(text))),
        { numRuns: Math.ceil(RUNS * share) },
    )
    const { done, found } = must(tally.get(what))
    expect(found).toBeGreaterThan(0)
    if (process.env.RUNS !== undefined) process.stdout.write(`${what}: ${String(done)} done, ${String(found)} found\n`)
}

const HOURS = 4 * 3_600_000

describe("nothing that stands in a file ends in anything but success or findings", () => {
    test("the example itself is taken through, and its archive is taken up", { timeout: HOURS }, async () => {
        expect((await judge(folderInput(draft))).verdict).toBe("intact-unsigned")
        expect((await firstStep(archive)).outputs.length).toBeGreaterThan(5)
    })

    test.each([
        [CASE, 0.35],
        [EVIDENCE, 0.25],
        [LEDGER, 0.15],
        [INDEX, 0.08],
    ])("%s of a draft", { timeout: HOURS }, async (path, share) => {
        await tried(path, textOf(draft, path), share, async (text) => {
            const packet = await withText(draft, path, text)
            const { issues } = await judge(folderInput(packet))
            return [...issues.filter(({ severity }) => severity !== "error"), ...(await firstStep(packet)).issues]
        })
    })

    test.each([
        [REQUEST, 0.1],
        [LAYER_INDEX, 0.05],
    ])("%s of an archive", { timeout: HOURS }, async (path, share) => {
        await tried(path, textOf(archive, path), share, async (text) => {
            const packet = await withText(archive, path, text)
            await judge(folderInput(packet))
            return undertaken(packet)
        })
    })

    test("a draft without what its exports gave, as of an earlier version", async () => {
        const files = new Map([...draft].filter(([path]) => path !== LEDGER))
        const told = JSON.parse(textOf(draft, INDEX)) as { files: { path: string }[] }
        const listed = told.files.filter(({ path }) => !path.endsWith("ledger.json"))
        const packet = await reseal(files.set(INDEX, utf8(printJson({ ...told, files: listed }))), null)
        expect((await opened(packet)).ledger).toBeUndefined()
        expect((await opened(draft)).ledger?.files).toHaveLength(1)
        expect((await firstStep(packet)).outputs.length).toBeGreaterThan(5)
    })

    test("prepared.json", { timeout: HOURS }, async () => {
        const record = must(fromUtf8(must(prepared.get("prepared.json"))))
        const { letterCode } = JSON.parse(record) as { letterCode: string }
        const undertaking = await undertake(await opened(draft), input({ ...officer, letterCode }), host)
        const secondStep = async (text: string): Promise<readonly Issue[]> => {
            const folder = new Map(prepared).set("prepared.json", utf8(text))
            return (await submit(undertaking, host, folder, legal, undefined, zipInMemory())).issues
        }
        await tried("prepared.json", record, 0.1, secondStep)
    })

    test(LOCK_FILE, { timeout: HOURS }, async () => {
        const caseFile = file(SMALL_CASE)
        const check = async (text: string) =>
            (await checkCase({ caseFiles: { yaml: caseFile }, lock: utf8(text), descriptions, listing }, host)).issues
        await tried(LOCK_FILE, lock, 0.07, check)
    })
})

async function undertaken(packet: Bytes): Promise<readonly Issue[]> {
    return (await undertakenWith(packet)).issues
}

describe("what is wrong with a record is said by its name", () => {
    const found = async (packet: Bytes): Promise<string[]> => {
        const thrown: unknown = await opened(packet).then(
            () => undefined,
            (error: unknown) => error,
        )
        if (!(thrown instanceof PacketError)) throw new Error("nothing was found", { cause: thrown })
        // What the sample itself states in two ways is no fault of a record.
        return codes(thrown.issues.filter(({ code }) => !SAMPLE_STATES.includes(code)))
    }
    const SAMPLE_STATES = ["case.event-time.differs", "case.loss.two-measures"]
    const CLOSING = "request.draft.record"
    interface Entry {
        [member: string]: unknown
    }
    const changed = (change: (items: (Entry & { entry: Entry; masked: Entry })[]) => unknown) => () => {
        const record = JSON.parse(textOf(draft, EVIDENCE)) as { items: (Entry & { entry: Entry; masked: Entry })[] }
        change(record.items)
        return withText(draft, EVIDENCE, printJson(record))
    }
    const at =
        (text: string): (() => Promise<Bytes>) =>
        () =>
            withText(draft, EVIDENCE, text)

    test.each<[string, () => Promise<Bytes>, string[]]>([
        ["nothing", at("{}\n"), [`verify.evidence.form ${EVIDENCE}/items`]],
        ["an entry that is none", at(printJson({ items: [null] })), [`verify.evidence.form ${EVIDENCE}/items/0/entry`]],
        [
            "a size that is text",
            changed(([one]) => Object.assign(must(one).entry, { sizeBytes: "87" })),
            [`verify.evidence.form ${EVIDENCE}/items/0/entry/sizeBytes`],
        ],
        [
            "another hash",
            changed(([one]) => Object.assign(must(one).entry, { sha256: "0".repeat(64) })),
            [`verify.evidence.differs ${EVIDENCE}/items/0/entry/sha256`],
        ],
        [
            "another size",
            changed(([one]) => Object.assign(must(one).entry, { sizeBytes: 1 })),
            [`verify.evidence.differs ${EVIDENCE}/items/0/entry/sizeBytes`],
        ],
        [
            "another width than the picture's",
            changed(([one]) => Object.assign(must(one).entry, { widthPx: 41 })),
            [`evidence.record.differs ${EVIDENCE}/items/0/entry/widthPx`],
        ],
        [
            "another hash of a masked copy",
            changed(([, two]) => Object.assign(must(two).masked, { sha256: "0".repeat(64) })),
            [`verify.evidence.differs ${EVIDENCE}/items/1/masked/sha256`],
        ],
        [
            "a masked copy without places",
            changed(([, two]) => delete must(two).boxes),
            [`evidence.record.mask ${EVIDENCE}/items/1`],
        ],
        [
            "a masked copy left out",
            changed(([, two]) => {
                for (const member of ["masked", "boxes"]) Reflect.deleteProperty(must(two), member)
            }),
            ["evidence.record.unnamed evidence/E002-m.png"],
        ],
        [
            "the same entry twice",
            changed((items) => items.push(must(items[0]))),
            [`verify.evidence.form ${EVIDENCE}/items/3/entry/label`],
        ],
        [
            "an entry without its file",
            changed(
                ([one]) =>
                    Object.assign(must(one), { label: "E009" }) && Object.assign(must(one).entry, { label: "E009" }),
            ),
            [`verify.evidence.no-file ${EVIDENCE}/items/0/entry`],
        ],
        [
            "another label",
            changed(([one]) => Object.assign(must(one), { label: "E009" })),
            [`verify.evidence.form ${EVIDENCE}/items/0/entry/label`],
        ],
        [
            "a member that nobody knows",
            changed(([one]) => Object.assign(must(one), { note: "x" })),
            [`input.field.unknown ${EVIDENCE}/items/0/note`],
        ],
        [
            "another hash of an export in the ledger",
            () =>
                withText(
                    draft,
                    LEDGER,
                    textOf(draft, LEDGER).replace(
                        /"sha256": "\w{64}"(?=,\n\s+"unknownOp)/,
                        `"sha256": "${"0".repeat(64)}"`,
                    ),
                ),
            [`ledger.record.differs ${LEDGER}/files/0/sha256`],
        ],
        [
            "a ledger that holds nothing",
            () => withText(draft, LEDGER, "{}\n"),
            "files unread overlaps events totals moves averages reconciliation prices signals"
                .split(" ")
                .map((name) => `input.field.missing ${LEDGER}/${name}`),
        ],
        ["a member twice", at('{"items": [], "items": []}\n'), [`verify.record.form ${EVIDENCE}`]],
        ["brackets without end", at("[".repeat(200_000) + "]".repeat(200_000)), [`verify.record.form ${EVIDENCE}`]],
        [
            "another reference in the facts",
            () => withText(draft, CASE, textOf(draft, CASE).replace('"ref": "LX-2023-0321"', '"ref": "OTHER-REF"')),
            [`verify.ref.differs ${CASE}`],
        ],
        [
            "an officer's data that keep no schema",
            () => withText(archive, REQUEST, printJson({ completedAt: "2023-05-08 15:30 +08:00", route: "fax" })),
            [`input.value.not-allowed ${REQUEST}/route`],
        ],
    ])("%s", async (_, make, expected) => {
        // What the judge finds stops the second half before it reads a record.
        const closing = expected.some((code) => code.startsWith("verify.")) ? "request.draft.damaged" : CLOSING
        expect(await found(await make())).toEqual([...expected, closing])
    })

    test.each([
        [EVIDENCE, () => draft],
        [CASE, () => draft],
        [LEDGER, () => draft],
        [REQUEST, () => archive],
    ])("a later format of %s is the only finding, whatever else it holds", async (path, packet) => {
        const record = JSON.parse(textOf(packet(), path)) as object
        const later = printJson({ ...record, format: "1.1", invented: { later: true } })
        expect(await found(await withText(packet(), path, later))).toEqual([`input.format.newer ${path}/format`])
        const same = printJson({ ...record, format: "1.0" })
        expect((await opened(await withText(packet(), path, same))).items).toHaveLength(3)
        const invented = printJson({ ...record, format: "0.9" })
        expect(await found(await withText(packet(), path, invented))).toEqual([
            `input.value.not-allowed ${path}/format`,
            CLOSING,
        ])
    })
})
