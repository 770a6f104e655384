import { expect, test } from "vitest"
import type { Issue } from "../../../src/base/issue.ts"
import { LANGS } from "../../../src/base/lang.ts"
import { writeStoreZip } from "../../../src/base/zip/write.ts"
import { messages } from "../../../src/messages/index.ts"
import { verdictLimits, verdictLines, verdictSent } from "../../../src/messages/verdict.ts"
import { parseAllowedSigners } from "../../../src/packet/signature/allowed-signers.ts"
import type { VerifyInput } from "../../../src/packet/verify/contents.ts"
import type { VerifyOptions } from "../../../src/packet/verify/verify.ts"
import { type Bytes, codes, draft, folderInput, judge, zipInput, zipOf } from "../../packet/assemble/sample.ts"
import { allCases } from "../all.ts"
import { sortedFindings } from "../set.ts"
import type { Case } from "./case.ts"
import { archiveBytes, draftBytes, resealArchive, resealDraft } from "./tamper.ts"
import { rawZip } from "./tamper-zip.ts"

function inputOf(made: Bytes | Uint8Array, links: readonly string[] = []): VerifyInput {
    if (made instanceof Uint8Array) return zipInput(made)
    const input = folderInput(made)
    return input.kind === "folder" ? { ...input, irregular: links } : input
}

function optionsOf({ given = {} }: Case): Partial<VerifyOptions> {
    const { signers, key, code, sent } = given
    return {
        ...(signers === undefined ? {} : { signers: parseAllowedSigners(signers, "signers").signers }),
        ...(key === undefined ? {} : { key }),
        ...(code === undefined ? {} : { code }),
        ...(sent === undefined ? {} : { sent: folderInput(sent) }),
    }
}

test.each(allCases)("$id: $proves", async (one) => {
    const report = await judge(inputOf(await one.make(), one.links), optionsOf(one))
    expect(report.verdict).toBe(one.verdict ?? "broken")
    expect(sortedFindings(report.issues)).toEqual(sortedFindings(one.finds))
    for (const lang of LANGS) {
        const told = [...verdictLines(report, lang), verdictSent(report, lang) ?? "", verdictLimits(report, lang)]
        expect(told.join("\n")).not.toMatch(/undefined|null|NaN|\[object/)
    }
})

test("names of cases are unique and fit a file system", () => {
    expect(new Set(allCases.map(({ id }) => id)).size).toBe(allCases.length)
    for (const { name } of allCases) expect(name).toMatch(/^[a-z0-9-]+$/)
})

test("the packets that the cases start from are good, and resealing alone changes nothing", async () => {
    for (const [make, again] of [
        [draftBytes, resealDraft],
        [archiveBytes, resealArchive],
    ] as const) {
        expect(codes(await judge(folderInput(await make())))).toEqual([])
        expect(new Map(await again((files) => files))).toEqual(await make())
    }
    const files = [...(await draftBytes())].map(([path, bytes]) => ({ name: `CASE-2026-001/${path}`, bytes }))
    expect(rawZip(files)).toEqual(writeStoreZip(files))
    expect(rawZip(files)).toEqual(await zipOf(await draft()))
})

test("every finding of format, ZIP and judge is shown by a case", () => {
    const shown = new Set(allCases.flatMap(({ finds }) => finds.map(({ code }) => code)))
    // A list that is not read at all (test/packet/manifest/bounds.test.ts): each file is a consequence, and the set stays small.
    // A file of gigabytes is shown without one (test/packet/verify/hostile.slow.test.ts).
    const elsewhere = /^manifest\.text\.(?:large|lines)$|^verify\.file\.larger$/
    const known = Object.keys(messages).filter((code) => /^(?:verify|zip|manifest)\./.test(code))
    expect(known.filter((code) => !elsewhere.test(code) && !shown.has(code as Issue["code"]))).toEqual([])
})
