import { cpSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { DESCRIPTION_FILE } from "../../../src/facts/evidence/descriptions.ts"
import { LOCK_FILE, parseLock } from "../../../src/facts/evidence/lock.ts"
import { readDescriptions } from "../../../src/facts/evidence/read-descriptions.ts"
import { readXlsx } from "../../../src/typeset/office/xlsx-read.ts"
import { writeXlsx } from "../../../src/typeset/office/xlsx-write.ts"
import { ROOT } from "../../check.ts"
import { lerpackProcess, scratch } from "../../cli/run.ts"

test("import gives an older 证据说明.xlsx the new sheet and columns, keeps every answer, and then leaves it alone", () => {
    const folder = join(scratch(), "case")
    cpSync(join(ROOT, "assets/sample-case"), folder, { recursive: true })
    const path = join(folder, DESCRIPTION_FILE)
    const entries = parseLock(readFileSync(join(folder, LOCK_FILE))).lock?.entries ?? []
    const read = () => readDescriptions(new Uint8Array(readFileSync(path)), { entries })
    const [first] = readXlsx(new Uint8Array(readFileSync(path)), ["x"]).sheets ?? []
    const rows = (first?.rows ?? []).map(({ cells }) =>
        Array.from({ length: 14 }, (_, i) => cells.find(({ column }) => column === i + 1)?.text ?? "")
            .toSpliced(9, 3)
            .map((text, i) => (i === 8 && text === "民警和境外收件方" ? "只给民警" : text)),
    )
    writeFileSync(path, writeXlsx([{ name: "证据说明", widths: [], headerRows: 1, rows }]))
    const before = read()
    expect(before).toMatchObject({ isCurrent: false, issues: [] })

    expect(lerpackProcess(["import", folder]).status).toBe(0)
    expect(read()).toEqual({ ...before, isCurrent: true })
    expect(before.descriptions).toHaveLength(entries.length)

    const once = readFileSync(path)
    expect(lerpackProcess(["import", folder]).status).toBe(0)
    expect(readFileSync(path).equals(once)).toBe(true)
})
