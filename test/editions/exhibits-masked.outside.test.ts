import { cpSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { concat, type NamedBytes } from "../../src/base/bytes.ts"
import { hasErrors, PacketError } from "../../src/base/issue.ts"
import { type ByteSource, memorySource, readAll } from "../../src/base/source.ts"
import { storeZipChunks } from "../../src/base/zip/write.ts"
import { exhibitsView, recipientExhibits } from "../../src/editions/recipient/recipient.ts"
import { type EvidenceItem, releasedForm, releasedSizes, withCopies } from "../../src/editions/shared/evidence-item.ts"
import type { LoadedCase } from "../../src/facts/case/load.ts"
import { type Officer, readOfficer } from "../../src/facts/officer/officer.ts"
import { type OpenDraft, openDraft } from "../../src/flows/officer/open-draft.ts"
import { type Prepared, prepare } from "../../src/flows/officer/prepare.ts"
import { type OfficerInput, undertake } from "../../src/flows/officer/undertake.ts"
import { type CheckedCase, checkCase } from "../../src/flows/victim/check.ts"
import { type PlannedDraft, planDraft } from "../../src/flows/victim/plan-draft.ts"
import { nodeHost } from "../../src/node/host.ts"
import { readCaseFolder } from "../../src/node/read-case.ts"
import { zipFiles } from "../../src/packet/assemble/packet.ts"
import { measure, sizeIssues } from "../../src/typeset/mail/budget.ts"
import { readPngFile } from "../../src/typeset/raster/png-file.ts"
import { codes, leaves, ROOT, sampleText } from "../check.ts"
import { scratch } from "../cli/run.ts"
import { DESKS, desk, redirect } from "../desks.ts"

/** What a recipient gets of a picture with masked areas: the masked copy, and nothing of the original. */

const host = nodeHost({ recipients: DESKS })
const NOW = "2026-11-21T09:00:00+08:00"
const recipient = desk()
let checked: CheckedCase & { loaded: LoadedCase }
let draft: PlannedDraft
let opened: OpenDraft
let officer: Officer

async function open({ packet }: PlannedDraft): Promise<OpenDraft> {
    const parts: Uint8Array[] = []
    for await (const part of storeZipChunks(zipFiles(packet))) parts.push(part)
    return openDraft(memorySource(concat(parts)), host, NOW)
}

beforeAll(async () => {
    const own = join(scratch(), "case")
    cpSync(join(ROOT, "assets/sample-case"), own, { recursive: true, preserveTimestamps: true })
    redirect(own)
    const found = await checkCase(readCaseFolder(own), host)
    if (found.loaded === undefined) throw new Error(codes(found.issues).join("\n"))
    checked = { ...found, loaded: found.loaded }
    draft = await planDraft(checked, host, undefined)
    opened = await open(draft)
    const reading = readOfficer("officer.yaml", new TextEncoder().encode(sampleText("sample-officer", "officer.yaml")))
    if (reading.officer === undefined) throw new Error(codes(reading.issues).join("\n"))
    officer = { ...reading.officer, recipient: "all-routes" }
})

const input = (given: Officer): OfficerInput => ({
    file: "officer.yaml",
    officer: given,
    data: {},
    photos: new Map(),
    legal: [],
})
async function prepared(from: OpenDraft, given: Officer): Promise<readonly NamedBytes[]> {
    const { outputs } = await prepare(await undertake(from, input(given), host), host)
    return Promise.all(
        outputs.map(async ({ path, source }) => ({ name: basename(path), bytes: await readAll(source) })),
    )
}
const exhibitsOf = (files: readonly NamedBytes[]) => files.find(({ name }) => name.startsWith("03-"))?.bytes
const chosen = (...labels: string[]): Officer => ({
    ...officer,
    exhibits: labels.map((label) => ({ label, captionEn: "Conversation with support" })),
})
async function sourceOf(label: string): Promise<Uint8Array> {
    const source = opened.sources.get(label)
    if (source === undefined) throw new Error(`no ${label}`)
    return readAll(source)
}
const itemOf = (label: string): EvidenceItem => {
    const item = opened.items.find(({ entry }) => entry.label === label)
    if (item === undefined) throw new Error(`no ${label}`)
    return item
}

describe("the draft", () => {
    test("holds original and masked copy, each with its role, and verifies", async () => {
        expect(opened.report.verdict).toBe("intact-unsigned")
        expect(hasErrors(opened.report.issues)).toBe(false)
        const index = JSON.parse(
            new TextDecoder().decode(
                await readAll(
                    draft.packet.files.find(({ path }) => path === "data/index.json")?.source as unknown as ByteSource,
                ),
            ),
        ) as { files: { path: string; role: string; originalName?: string }[] }
        expect(index.files.filter(({ path }) => path.startsWith("data/evidence/E004"))).toMatchObject([
            { path: "data/evidence/E004-m.png", role: "masked-copy" },
            { path: "data/evidence/E004.png", role: "evidence", originalName: "客服对话.png" },
        ])
    })

    test("holds the original as it was received", async () => {
        const received = readFileSync(join(ROOT, "assets/sample-case/evidence/客服对话.png"))
        expect(Buffer.from(await sourceOf("E004")).equals(received)).toBe(true)
    })

    test("is the same when it is built again", async () => {
        expect((await planDraft(checked, host, undefined)).packet.checkCode).toBe(draft.packet.checkCode)
    })
})

describe("the recipient", () => {
    test.each(["E004", "E004-m"])("gets the masked copy when the officer writes %s", async (label) => {
        const exhibits = recipientExhibits(opened.items, chosen(label))
        expect(exhibits.map(({ item }) => item.entry.label)).toEqual(["E004-m"])
        const told = leaves(exhibitsView("LX-2023-0321", exhibits))
        expect(told).toContain(itemOf("E004").masked?.sha256)
        expect(told).toContain("copy with 3 areas blacked out")
        const { entry, caption, source, boxes = [] } = itemOf("E004")
        for (const secret of [entry.sha256, entry.originalName, caption, source, ...boxes.map(({ reason }) => reason)])
            expect(told.join("\n")).not.toContain(secret)
    })

    test("gets no byte of the original's pixels", async () => {
        const book = Buffer.from(exhibitsOf(await prepared(opened, chosen("E004"))) ?? [])
        const [original, copy] = [await sourceOf("E004"), await sourceOf("E004-m")].map(
            (bytes) => readPngFile(bytes)?.data,
        )
        expect(book.includes(Buffer.from(copy ?? []))).toBe(true)
        expect(book.includes(Buffer.from(original ?? []).subarray(0, 64))).toBe(false)
        expect(book.includes(Buffer.from(original ?? []).subarray(-64))).toBe(false)
    })

    test("gets the masked copy also where the officer chose nothing", () => {
        const { exhibits: _, ...silent } = officer
        const labels = recipientExhibits(opened.items, silent).map(({ item }) => item.entry.label)
        expect(labels).toEqual(["E003", "E004-m", "E009"])
    })

    test.each(["E004", "E004-m"])("gets neither when the officer sets %s aside", (label) => {
        const { exhibits: _, ...silent } = officer
        const labels = recipientExhibits(opened.items, { ...silent, factsNotUsed: [label] }).map(
            ({ item }) => item.entry.label,
        )
        expect(labels).toEqual(["E003", "E009"])
    })

    test("gets nothing of a picture whose copy is missing, though the packet says it may go", async () => {
        const { masked: _, ...without } = itemOf("E004")
        expect(releasedForm(without)).toBeUndefined()
        const without004 = { ...opened, items: [without] }
        await expect(undertake(without004, input(chosen("E004")), host)).rejects.toThrow(
            /request\.exhibit\.not-released/,
        )
    })
})

describe("the officer's choice", () => {
    test.each<readonly [string, readonly string[], readonly string[]]>([
        [
            "original and copy are one exhibit",
            ["E004", "E004-m"],
            ["request.exhibit.twice officer.yaml/exhibits/1/label"],
        ],
        ["a copy of a picture that has none", ["E003-m"], ["request.exhibit.unknown officer.yaml/exhibits/0/label"]],
        [
            "a copy that the victim did not release",
            ["E001"],
            ["request.exhibit.not-released officer.yaml/exhibits/0/label"],
        ],
    ])("%s", async (_, labels, expected) => {
        let found: readonly string[] = []
        try {
            await undertake(opened, input(chosen(...labels)), host)
        } catch (thrown) {
            if (!(thrown instanceof PacketError)) throw thrown
            found = codes(thrown.issues).filter((code) => code.startsWith("request.exhibit"))
        }
        expect(found).toEqual(expected)
    })
})

test("a draft without masked copies is taken as before", async () => {
    const items = checked.items.map(({ boxes: _, ...item }) =>
        item.entry.label === "E004" ? { ...item, share: "police" as const } : item,
    )
    const plain = await open(await planDraft({ ...checked, items }, host, undefined))
    expect(plain.items.every((item) => !("masked" in item) && !("boxes" in item))).toBe(true)
    expect(exhibitsOf(await prepared(plain, chosen("E003", "E009")))?.length).toBeGreaterThan(100_000)
    expect(withCopies(plain.items)).toEqual(plain.items)
})

describe("sizes", () => {
    const mailBytes = recipient.limits?.mailAttachmentsBytes ?? 14_000_000
    test.each<readonly [string, number, string, readonly string[]]>([
        ["one mail", mailBytes, "error", []],
        ["a byte more than one mail", mailBytes + 1, "error", ["warning request.size.over-mail officer.yaml"]],
        ["two mails", 2 * mailBytes, "error", ["warning request.size.over-mail officer.yaml"]],
        ["a byte more than two mails", 2 * mailBytes + 1, "error", ["error request.size.select officer.yaml"]],
        [
            "the same where nothing goes by mail",
            2 * mailBytes + 1,
            "warning",
            ["warning request.size.select officer.yaml"],
        ],
    ])("%s", (_, bytes, severity, expected) => {
        const size = measure([bytes - 10, 10], recipient.limits?.mailAttachmentsBytes)
        const issues = sizeIssues(size, ["officer.yaml"], severity as "error" | "warning")
        expect(issues.map((found) => `${found.severity} ${codes([found]).join("")}`)).toEqual(expected)
        expect(size).toMatchObject({ files: 2, bytes })
    })

    test("640 MB are 46 mails, and the finding says so", () => {
        expect(sizeIssues(measure([640_000_000]), [], "error")).toMatchObject([{ params: { mails: 46 } }])
    })

    test("of what was released count the copies, not the originals", async () => {
        const copy = await sourceOf("E004-m")
        const sizes = [itemOf("E003"), itemOf("E009")].reduce((sum, { entry }) => sum + entry.sizeBytes, copy.length)
        expect(measure(releasedSizes(opened.items, opened.sources))).toMatchObject({
            files: 3,
            bytes: sizes,
            mails: 1,
        })
        expect(draft.released).toMatchObject({ files: 3, bytes: sizes })
    })

    test.each<readonly [string, Officer["route"], string]>([
        ["stops the first step by mail, before anything is sealed", "email", "error"],
        ["is said where the portal takes the files", "portal", "warning"],
    ])("what needs more than two mails %s", async (_, route, severity) => {
        const undertaking = await undertake(opened, input({ ...officer, route }), host)
        const narrow = { ...recipient, limits: { mailAttachmentsBytes: 100_000 } } as unknown as typeof recipient
        const done = await prepare({ ...undertaking, recipient: narrow }, host).catch((thrown: unknown) => thrown)
        const issues = done instanceof PacketError ? done.issues : (done as Prepared).issues
        expect(done instanceof PacketError).toBe(severity === "error")
        const found = issues.filter(({ code }) => code.startsWith("request.size."))
        expect(found).toMatchObject([
            { code: "request.size.select", severity, params: { mails: 6, mailBytes: 100_000 } },
        ])
    })
})
