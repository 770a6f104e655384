import { join } from "node:path"
import { expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import type { IssueCode } from "../../../src/base/issue.ts"
import { memorySource } from "../../../src/base/source.ts"
import { itemsToVerifyView } from "../../../src/editions/police/items-to-verify.ts"
import { DISCREPANCY } from "../../../src/editions/police/items-to-verify.words.ts"
import { evidenceListView } from "../../../src/editions/police/lists.ts"
import { settle } from "../../../src/facts/case/form/settle.ts"
import { printWorkbook } from "../../../src/facts/case/form/workbook-write.ts"
import { emptyChecklist, isDone } from "../../../src/facts/checklist/checklist.ts"
import { emptyDescription, printDescriptions } from "../../../src/facts/evidence/descriptions.ts"
import { type ListedFile, planImport } from "../../../src/facts/evidence/intake.ts"
import { printLock } from "../../../src/facts/evidence/lock.ts"
import { loadRecipient } from "../../../src/facts/recipients/recipient.ts"
import { type CaseFolder, checkCase } from "../../../src/flows/victim/check.ts"
import { planDraft } from "../../../src/flows/victim/plan-draft.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { readCaseFolder } from "../../../src/node/read-case.ts"
import { encodePng } from "../../../src/typeset/raster/encode-png.ts"
import { blankRaster } from "../../../src/typeset/raster/raster.ts"
import { file, ROOT } from "../../check.ts"
import { fillWorkbook, PHISHED, SIX_FACTS, type Typed } from "../../facts/case/form/fill-workbook.ts"
import { OTHERS, TROUBLED } from "./troubled.ts"

// Whatever `build` says, 需要核实的事项 and the lists print as open, and the checklist leaves to the reporter: `check` has
// told the reporter before.

const host = nodeHost()

function typed(what: Typed): CaseFolder {
    const form = printWorkbook(settle({ ref: "AB-1", preparedAt: "2026-11-27 10:00 北京时间" }), {
        lang: "zh-CN",
        desks: [],
    })
    return { caseFiles: { workbook: fillWorkbook(form, what) }, listing: [] }
}

/** A case that contradicts itself, with files as people have them. */
async function messy(): Promise<CaseFolder> {
    const noise = blankRaster(2300, 2300, [0, 0, 0])
    // Nothing that can be packed smaller: 16 MB, more than a mail takes.
    for (let i = 0, seed = 1; i < noise.rgb.length; i++) {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
        noise.rgb[i] = seed >>> 24
    }
    // Stored as it is, since it cannot be packed.
    const large = encodePng(noise, 0)
    const picture = encodePng(blankRaster(40, 30, [90, 90, 90]))
    const files: readonly (readonly [string, Uint8Array])[] = [
        ["一.png", picture],
        ["一（副本）.png", picture],
        ["截断.png", large.slice(0, 2000)],
        ["空.txt", new Uint8Array(0)],
        ["也空.txt", new Uint8Array(0)],
        ["录音.mp3", utf8("ID3\u0004\u0000\u0000\u0000\u0000\u0000\u0000")],
        ["大图.png", large],
        ["不给.png", encodePng(blankRaster(20, 30, [9, 9, 9]))],
    ]
    const modifiedAt = "2023-03-21T02:00:00+08:00"
    const listing: ListedFile[] = files.map(([originalName, bytes]) => ({
        folder: "evidence",
        originalName,
        modifiedAt,
        source: memorySource(bytes),
    }))
    // Taken in after the materials are said to have been made.
    const taken = { importedAt: "2023-05-21T02:00:00+08:00", newHasher: host.sha256 }
    const { entries } = (await planImport({ entries: [] }, listing, taken)).lock
    const said = entries.map(({ label, originalName }) => ({
        ...emptyDescription(label),
        caption: "截图",
        ...(originalName === "大图.png" ? { share: "recipient" as const, othersData: false } : {}),
        ...(originalName === "不给.png" ? { share: "none" as const } : {}),
        ...(originalName === "一.png" ? { source: "本人", maker: "本人", method: "截屏", foreign: true } : {}),
    }))
    return {
        caseFiles: { yaml: file(TROUBLED) },
        lock: utf8(printLock({ entries })),
        descriptions: printDescriptions(entries, said),
        listing,
    }
}

const CASES: readonly (readonly [string, () => CaseFolder | Promise<CaseFolder>])[] = [
    ["the sample", () => readCaseFolder(join(ROOT, "assets/sample-case"))],
    ["a withdrawal after phishing", () => typed(PHISHED)],
    ["six facts", () => typed(SIX_FACTS)],
    ["a messy one", messy],
]

/** Codes of findings that are an item of their own on the page. */
const PRINTED: ReadonlySet<string> = new Set([
    ...Object.keys(DISCREPANCY),
    ...OTHERS,
    "evidence.file.duplicate",
    "case.prepared.before-import",
])

test.each(CASES)("%s", { timeout: 120_000 }, async (name, folder) => {
    const found = await checkCase(await folder(), host)
    const { loaded, issues } = found
    if (loaded === undefined) throw new Error(JSON.stringify(issues))
    const { issues: later, items } = await planDraft({ ...found, loaded }, host, undefined)
    const codes = issues.map(({ code }) => code)

    expect(later.map(({ code }) => code).filter((code) => !codes.includes(code))).toEqual([])

    const page = itemsToVerifyView(loaded.case, items) as { readonly items: readonly object[] } | undefined
    const once: readonly IssueCode[] = ["case.time.zone-unknown"]
    const told = codes.filter((code, i) => PRINTED.has(code) && (!once.includes(code) || codes.indexOf(code) === i))
    expect(page?.items ?? []).toHaveLength(told.length)

    const { gaps } = evidenceListView(loaded.case, items) as { readonly gaps: readonly { what: string }[] }
    const open = codes.filter((code) => code === "evidence.description.open").length
    expect(gaps).toHaveLength(open + (codes.includes("evidence.description.source-missing") ? 1 : 0))

    const { items: rows } = emptyChecklist(loadRecipient(host, loaded.case.recipient, []))
    const mine = rows.flatMap(({ leaves }) => leaves).filter(({ supplier }) => supplier === "reporter")
    expect(mine.length).toBeGreaterThan(0)
    // The one thing that the reporter supplies are the materials; without a file `check` says so.
    expect(mine.every(isDone)).toBe(true)
    expect(codes.includes("case.evidence.none")).toBe(items.length === 0)

    if (name === "a messy one")
        for (const code of [
            "evidence.file.duplicate",
            "evidence.file.empty",
            "evidence.picture.cut-off",
            "evidence.description.open",
            "evidence.description.source-missing",
            "request.size.over-mail",
            "case.prepared.before-import",
            "case.loss.two-measures",
        ])
            expect(codes, codes.join(" ")).toContain(code)
})
