import { expect, test } from "vitest"
import { itemsToVerifyView } from "../../../src/editions/police/items-to-verify.ts"
import { DISCREPANCY } from "../../../src/editions/police/items-to-verify.words.ts"
import { checkConsistency } from "../../../src/facts/case/consistency.ts"
import { readCase } from "../../../src/facts/case/load.ts"
import { file } from "../../check.ts"
import { OTHERS, TROUBLED } from "./troubled.ts"

test("what the page of items to verify tells the police, check has told the reporter", () => {
    const { loaded } = readCase("case.yaml", file(TROUBLED))
    if (loaded === undefined) throw new Error("no case")
    const found = checkConsistency(loaded.case, loaded.at).map(({ code }) => code)
    const printed = new Set([...Object.keys(DISCREPANCY), ...OTHERS])
    // Several times without a zone are one item.
    const expected = found.filter(
        (code, i) => printed.has(code) && (code !== "case.time.zone-unknown" || found.indexOf(code) === i),
    )
    const view = itemsToVerifyView(loaded.case, []) as { readonly items: readonly { readonly what: string }[] }
    expect(view.items.map(({ what }) => what)).toHaveLength(expected.length)
    const kinds = new Set(found)
    for (const code of ["case.event-time.differs", "case.records.before-first", "case.records.after-last"])
        expect(kinds).toContain(code)
    for (const code of [
        "case.loss.two-measures",
        "case.loss.outgoing",
        "case.loss.equivalents",
        "case.loss.same-digits",
    ])
        expect(kinds).toContain(code)
    for (const code of ["case.sum.differs", "case.count.differs", "case.identifier.repeated"])
        expect(kinds).toContain(code)
    for (const code of OTHERS.filter((one) => one !== "case.time.order" && !one.endsWith("form")))
        expect(kinds).toContain(code)
})
