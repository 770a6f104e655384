import { describe, expect, test } from "vitest"
import { tool } from "../tool.ts"
import { faultsOf } from "./conformance.ts"
import { ODD, oddPdf } from "./odd.ts"
import { type PdfFile, readPdf } from "./pdf-file.ts"
import { elementText, treeOf } from "./tree.ts"

/** Whatever a template may say, the file keeps the rules. */

async function written(body: string): Promise<PdfFile> {
    return readPdf(await oddPdf(body))
}

describe.skipIf(!tool("qpdf"))("a template with", () => {
    test.each(ODD)("%s", async (_, body) => {
        const file = await written(body)
        expect(faultsOf(file)).toEqual([])
        expect(elementText(file, treeOf(file).all[0] as ReturnType<typeof treeOf>["all"][number])).toContain("甲")
    })

    test("headings that skip gets levels in order", async () => {
        const file = await written("<h2>甲</h2><h4>乙</h4><h4>丙</h4><h2>丁</h2><h3>戊</h3>")
        expect(treeOf(file).all.flatMap(({ role }) => (/^H\d$/.test(role) ? [role] : []))).toEqual([
            "H1",
            "H2",
            "H3",
            "H2",
            "H3",
        ])
    })

    test("a table without headings is found out: that only its author can mend", async () => {
        const faults = faultsOf(await written("<h1>甲</h1><table><tbody><tr><td>乙</td></tr></tbody></table>"))
        expect(faults).toEqual([expect.stringMatching(/^UA-1 7\.5: TD \d+ 0 R: no heading$/)])
    })
})
