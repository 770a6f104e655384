import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { printJson } from "../../src/base/canonical-json.ts"
import { memorySource, readAll } from "../../src/base/source.ts"
import { readStoreZip } from "../../src/base/zip/read.ts"
import { writeStoreZip } from "../../src/base/zip/write.ts"
import { inZipOrder } from "../../src/packet/assemble/packet.ts"
import { ROOT } from "../check.ts"
import { edit, editIndex, reseal } from "../conformance/packet/tamper.ts"
import { putDraft } from "./made.ts"
import { lerpack, scratch } from "./run.ts"

/** A draft whose lists all agree, and whose records say something else: anybody can make one, unsigned. */

const BRACKETS = (): string => "[".repeat(200_000)
const OTHER_HASH = (text: string): string => text.replace(/"sha256": "\w+"/, `"sha256": "${"0".repeat(64)}"`)
let home = ""
const files = new Map<string, Uint8Array>()

beforeAll(async () => {
    home = scratch()
    const zip = await readStoreZip(memorySource(readFileSync(join(home, putDraft(home)))))
    if (!zip.ok) throw new Error("no ZIP")
    for (const { name, source } of zip.entries) files.set(name.slice(name.indexOf("/") + 1), await readAll(source))
})

/** `complete` with a draft in which a record has another text. */
async function complete(record: string, change: (text: string) => string, isFound: boolean) {
    const changed = edit(files, record, change)
    const index = JSON.parse(new TextDecoder().decode(files.get("data/index.json"))) as { files: { path: string }[] }
    const sized = index.files.map((file) => ({ ...file, size: changed.get(file.path)?.length ?? 0 }))
    const packet = await reseal(editIndex(changed, "data/index.json", { files: sized }), null)
    const ordered = inZipOrder([...packet].map(([path, bytes]) => ({ path, source: memorySource(bytes) })))
    const named = await Promise.all(
        ordered.map(async ({ path, source }) => ({ name: `LX-2023-0321/${path}`, bytes: await readAll(source) })),
    )
    writeFileSync(join(home, "forged.zip"), writeStoreZip(named))
    // What the judge finds by itself is told before anything is read.
    expect(lerpack(["verify", "forged.zip"], { cwd: home }).status).toBe(isFound ? 1 : 0)
    const officer = join(ROOT, "assets/sample-officer/officer.yaml")
    return lerpack(["complete", "forged.zip", "--officer", officer, "-o", scratch(), "--lang", "en"], { cwd: home })
}

test.each([
    ["data/evidence.json", "is empty", () => "{}\n", "[verify.evidence.form]"],
    ["data/evidence.json", "lists nothing", () => printJson({ items: [null] }), "[verify.evidence.form]"],
    ["data/evidence.json", "has another hash than the exhibit", OTHER_HASH, "[verify.evidence.differs]"],
    ["data/case.json", "is brackets without end", BRACKETS, "[verify.record.form]"],
    [
        "data/case.json",
        "comes from a later version",
        (text: string) => printJson({ ...(JSON.parse(text) as object), format: "2.0" }),
        "written by a newer lerpack (format 2.0); this one knows 1.0",
    ],
])("%s that %s is an error with a text, not a failure of the machine", async (record, _, change, text) => {
    const { status, stderr } = await complete(record, change, text.startsWith("[verify."))
    expect(stderr).toContain(text)
    expect(stderr).not.toContain("    at ")
    expect(status).toBe(1)
})
