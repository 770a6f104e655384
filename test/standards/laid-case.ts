import { join } from "node:path"
import { expect } from "vitest"
import { build } from "../../src/node/cli/commands/build.ts"
import { lerpack, scratch } from "../cli/run.ts"
import type { Laid } from "../typeset/layout/sample-pages.ts"
import { laid } from "./written.ts"

/** Every document of a case as it was laid out while it was built; `written.ts` has to be imported before. */
export async function laidCase(name: string, write: (folder: string) => void): Promise<readonly Laid[]> {
    const folder = join(scratch(), name)
    write(folder)
    const ran = lerpack(["import", folder])
    expect(ran.status, ran.stderr).toBe(0)
    laid.length = 0
    const quiet = { out() {}, note() {}, issues() {}, findings() {}, progress() {} }
    const values = { output: join(scratch(), "out"), unsigned: true }
    const args = { values, positionals: [folder] } as unknown as Parameters<typeof build>[0]
    expect(await build(args, { lang: "zh-CN", ...quiet })).toBe(0)
    return [...laid]
}
