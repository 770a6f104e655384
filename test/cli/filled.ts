import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect } from "vitest"
import { fillWorkbook, type Typed } from "../facts/case/form/fill-workbook.ts"
import { lerpack, scratch } from "./run.ts"

export const WORKBOOK = "案件信息.xlsx"

/** A new case folder with its workbook filled in. */
export function filled(typed: Typed): string {
    const folder = join(scratch(), "my-case")
    expect(lerpack(["init", folder]).status).toBe(0)
    const path = join(folder, WORKBOOK)
    writeFileSync(path, fillWorkbook(new Uint8Array(readFileSync(path)), typed))
    return folder
}
