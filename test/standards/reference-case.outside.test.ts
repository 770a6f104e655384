import { beforeAll, describe, expect, test } from "vitest"
import "./written.ts"
import { writeReferenceCase } from "../fixtures/cases.mjs"
import type { Laid } from "../typeset/layout/sample-pages.ts"
import { SETTING_RULES } from "../typeset/layout/setting-faults.ts"
import { laidCase } from "./laid-case.ts"

describe("the pages of the reference case", () => {
    let own: readonly Laid[] = []
    beforeAll(async () => {
        own = await laidCase("reference-case", writeReferenceCase)
    })
    test.each(Object.entries(SETTING_RULES))("%s", (_, faultsOf) => {
        expect(own.length).toBeGreaterThan(10)
        const faults = own.flatMap((one) => faultsOf(one).map((fault) => `${one.doc.title}, ${fault}`))
        expect(faults).toEqual([])
    })
    test("its dossier has at most thirty", () => {
        // Six screenshots, sixteen exports and two orders made 52 pages once, with the exports still unread.
        const [dossier, ...others] = [...new Set(own)].filter(({ doc }) => doc.title === "案件材料汇编")
        expect(others).toEqual([])
        expect(dossier?.doc.pages.length).toBeGreaterThan(15)
        expect(dossier?.doc.pages.length).toBeLessThanOrEqual(30)
    })
})
