import { zlibSync } from "fflate"
import { describe, expect, test } from "vitest"
import { renderDocument } from "../../src/typeset/document/render-document.ts"
import { createFontSet } from "../../src/typeset/font/fonts.ts"
import { layoutDocument } from "../../src/typeset/layout/layout-document.ts"
import { writePdf } from "../../src/typeset/pdf/write.ts"
import { tool } from "../tool.ts"
import { openFont } from "../typeset/font/files.ts"
import { OPTIONS } from "../typeset/pdf/reread.ts"
import { png, pngInput } from "../typeset/pdf/sample.ts"
import { faultsOf } from "./conformance.ts"
import { type PdfFile, readPdf } from "./pdf-file.ts"
import { elementText, treeOf } from "./tree.ts"

/** Whatever a template may say, the file keeps the rules. */

const fonts = createFontSet(openFont)
const images = new Map([["E001", pngInput(png(40, 20, 8, 0, zlibSync(new Uint8Array(41 * 20))))]])

async function written(body: string): Promise<PdfFile> {
    const source = `<article lang="zh-CN" class="report"><title>题目</title>${body}</article>`
    const model = renderDocument(source, "odd.hbs", {}, {})
    const doc = layoutDocument(model, fonts, { images, head: "页眉", foot: { ref: "LX-0000" } })
    return readPdf(await writePdf(doc, fonts, OPTIONS))
}

const LONG = "很长的一段文字，".repeat(60)
const LINK = "链接的文字也很长".repeat(240)

describe.skipIf(!tool("qpdf"))("a template with", () => {
    test.each([
        ["a heading that skips a level", "<h1>甲</h1><h3>乙</h3><p>丙</p><h4>丁</h4><h2>戊</h2>"],
        ["no first heading", "<h2>甲</h2><p>乙</p><h1>丙</h1>"],
        ["a table of a head only", "<h1>甲</h1><table><thead><tr><th>乙</th></tr></thead></table>"],
        ["nothing in paragraphs and lists", "<h1>甲</h1><p></p><ul></ul><ol><li></li><li>乙</li></ol>"],
        [
            "lists in lists",
            '<h1>甲</h1><ul><li><p>乙</p><ol start="3"><li>丙</li><li><ul><li>丁</li></ul></li></ol></li></ul>',
        ],
        ["links over lines and pages", `<h1>甲</h1><p>${LONG}<a href="https://example.example/">${LINK}</a></p>`],
        [
            "values with lists",
            "<h1>甲</h1><dl><dt>乙</dt><dd>丙</dd><dt>丁</dt><dd><p>戊</p><ul><li>己</li></ul></dd></dl>",
        ],
        [
            "a table of all kinds of cells, over pages",
            `<h1>甲</h1><table><caption>表</caption><thead><tr><th rowspan="2">乙</th><th colspan="2">丙</th></tr>
            <tr><th>丁</th><th>戊</th></tr></thead><tbody><tr><td><ul><li>己</li></ul></td>
            <td><figure><img src="E001" alt="图"></figure></td><td></td></tr>
            <tr><th scope="row">${LONG}</th><td>${LONG.repeat(12)}</td><td rowspan="2">庚</td></tr>
            <tr><td>辛</td><td>壬</td></tr></tbody></table>`,
        ],
        [
            "another language, boxes, rules and code",
            `<h1>甲</h1><aside class="note"><p>乙</p></aside><hr><section lang="en" class="request"><h2>Part</h2>
            <p>English <span lang="zh-CN">中文</span> and <code>a1b2</code></p></section>`,
        ],
        [
            "a picture on its own page, blanks and marks",
            `<h1>甲</h1><figure class="full-page"><img src="E001" alt="图"><figcaption>说明</figcaption></figure>
            <p><span class="blank-8"></span><strong>粗</strong><em>变</em><br>行<a href="mailto:a@example.example">信</a></p>`,
        ],
        [
            "contents",
            `<h1>甲</h1><nav></nav><h2>一</h2><p>乙</p><h3>二</h3><p>${LONG.repeat(20)}</p><h2>三</h2><p>丙</p>`,
        ],
    ])("%s", async (_, body) => {
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
