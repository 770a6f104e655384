import { beforeAll, describe, expect, test } from "vitest"
import "./written.ts"
import { HARD_CASES } from "../fixtures/cases.mjs"
import type { Laid } from "../typeset/layout/sample-pages.ts"
import { SETTING_RULES } from "../typeset/layout/setting-faults.ts"
import { laidCase } from "./laid-case.ts"

describe.each(Object.entries(HARD_CASES))("the pages of %s", (name, write) => {
    let own: readonly Laid[] = []
    beforeAll(async () => {
        own = await laidCase(name, write)
    })
    test.each(Object.entries(SETTING_RULES))("%s", (_, faultsOf) => {
        expect(own.length).toBeGreaterThan(10)
        const faults = own.flatMap((one) => faultsOf(one).map((fault) => `${one.doc.title}, ${fault}`))
        expect(faults).toEqual([])
    })
})
