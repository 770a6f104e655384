import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import "./written.ts"
import { build } from "../../src/node/cli/commands/build.ts"
import { lerpack, scratch } from "../cli/run.ts"
import { CASES } from "../fixtures/cases.mjs"
import type { Laid } from "../typeset/layout/sample-pages.ts"
import { SETTING_RULES } from "../typeset/layout/setting-faults.ts"
import { laid } from "./written.ts"

describe.each(Object.entries(CASES))("the pages of %s", (name, write) => {
    let own: readonly Laid[] = []
    beforeAll(async () => {
        const folder = join(scratch(), name)
        write(folder)
        const ran = lerpack(["import", folder])
        expect(ran.status, ran.stderr).toBe(0)
        laid.length = 0
        const quiet = { out() {}, note() {}, issues() {}, findings() {}, progress() {} }
        const values = { output: join(scratch(), "out"), unsigned: true }
        const args = { values, positionals: [folder] } as unknown as Parameters<typeof build>[0]
        expect(await build(args, { lang: "zh-CN", ...quiet })).toBe(0)
        own = [...laid]
    })
    test.each(Object.entries(SETTING_RULES))("%s", (_, faultsOf) => {
        expect(own.length).toBeGreaterThan(10)
        const faults = own.flatMap((one) => faultsOf(one).map((fault) => `${one.doc.title}, ${fault}`))
        expect(faults).toEqual([])
    })
})
