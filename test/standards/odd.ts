import { zlibSync } from "fflate"
import { renderDocument } from "../../src/typeset/document/render-document.ts"
import { createFontSet } from "../../src/typeset/font/fonts.ts"
import { layoutDocument } from "../../src/typeset/layout/layout-document.ts"
import { openFont } from "../typeset/font/files.ts"
import { OPTIONS } from "../typeset/pdf/reread.ts"
import { png, pngInput } from "../typeset/pdf/sample.ts"
import { writePdf } from "../typeset/pdf/written-bytes.ts"

/** What a template may say without being wise, each with a name for it. */

const fonts = createFontSet(openFont)
const images = new Map([["E001", pngInput(png(40, 20, 8, 0, zlibSync(new Uint8Array(41 * 20))))]])

/** The PDF of a body that stands in a template. */
export async function oddPdf(body: string): Promise<Uint8Array> {
    const source = `<article lang="zh-CN" class="report"><title>题目</title>${body}</article>`
    const model = renderDocument(source, "odd.hbs", {}, {})
    const doc = layoutDocument(model, fonts, { images, head: "页眉", foot: { ref: "LX-0000" } })
    return writePdf(doc, fonts, OPTIONS)
}

const LONG = "很长的一段文字，".repeat(60)
const LINK = "链接的文字也很长".repeat(240)

export const ODD: readonly (readonly [what: string, body: string])[] = [
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
    ["contents", `<h1>甲</h1><nav></nav><h2>一</h2><p>乙</p><h3>二</h3><p>${LONG.repeat(20)}</p><h2>三</h2><p>丙</p>`],
]
