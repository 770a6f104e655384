import fc from "fast-check"
import Handlebars from "handlebars"
import { describe, expect, test } from "vitest"
import { type Issue, PacketError } from "../../../src/base/issue.ts"
import type { Block } from "../../../src/typeset/document/blocks.ts"
import { collectText } from "../../../src/typeset/document/collect-text.ts"
import { renderDocument, renderMarkup } from "../../../src/typeset/document/render-document.ts"

const wrap = (inner: string) => `<article lang="zh-CN" class="report"><title>标题</title>${inner}</article>`
const blocksOf = (inner: string, data: unknown = {}, partials = {}): readonly Block[] =>
    renderDocument(wrap(inner), "a.hbs", data, partials).blocks
const textOf = (inner: string, data: unknown = {}): string => collectText(renderDocument(wrap(inner), "a.hbs", data))

/** Issues of a render that must fail, as `code line:column` with the params that matter. */
function issuesOf(source: string, data: unknown = {}, partials: Record<string, string> = {}): Issue[] {
    try {
        renderDocument(source, "a.hbs", data, partials)
    } catch (error) {
        if (error instanceof PacketError) return [...error.issues]
        throw error
    }
    return []
}
const brief = (issues: readonly Issue[]) =>
    issues.map((i) => {
        const { line, column, template } = i.params as { line: number; column: number; template: string }
        return `${i.code} ${template}:${String(line)}:${String(column)}`
    })

describe("data are text", () => {
    test.each([
        ["markup", "<b>粗</b><article>"],
        ["entities", "&lt;&amp;&#65;"],
        ["template syntax", "{{secret}} {{{x}}} {{#each a}}"],
        ["quotes and backticks", "\"'`="],
        ["a placeholder of the checker", "a\uE000b"],
    ])("%s in a field prints as written", (_, value) => {
        expect(textOf("<p>{{v}}</p>", { v: value, secret: "leak" })).toBe(value)
    })

    test("any text without white space passes unchanged", () => {
        fc.assert(
            fc.property(fc.string({ unit: "grapheme" }), (v) => {
                const solid = v.replace(/\s|\u2028/gu, "")
                expect(textOf("<p>{{v}}</p>", { v: solid })).toBe(solid)
            }),
        )
    })

    test("in an attribute too", () => {
        const [figure] = blocksOf('<figure><img src="{{s}}" alt="{{a}}"></figure>', { s: "E001", a: '"><hr>&' })
        expect(figure).toMatchObject({ kind: "figure", image: "E001", alt: '"><hr>&' })
    })

    test("an attribute from data must keep to the subset", () => {
        const source = wrap('<p>\n<a href="{{h}}">x</a></p>')
        expect(brief(issuesOf(source, { h: "javascript:alert(1)" }))).toEqual([
            "document.template.attribute-value a.hbs:2:1",
        ])
        expect(brief(issuesOf(source, { h: "javascript:\uE000" }))).toHaveLength(1)
    })

    test("a line break in data stays one, in the source it does not", () => {
        expect(blocksOf("<p>第一行\n  第二行{{v}}</p>", { v: "甲\r\n乙\n丙" })).toEqual([
            {
                kind: "paragraph",
                inlines: [
                    { kind: "text", text: "第一行第二行甲" },
                    { kind: "break" },
                    { kind: "text", text: "乙" },
                    { kind: "break" },
                    { kind: "text", text: "丙" },
                ],
            },
        ])
    })
})

describe("white space", () => {
    test.each([
        ["a source line break between Han vanishes", "甲\n   乙", "甲乙"],
        ["beside full-width punctuation too", "甲，\n   Binance", "甲，Binance"],
        ["over the border of a mark", "甲\n<strong>乙</strong>\n丙", "甲乙丙"],
        ["between Latin words it is a space", "one\n   two", "one two"],
        ["a space between Han stays", "甲  乙", "甲 乙"],
        ["ends are trimmed", "  甲 <strong> 乙 </strong> ", "甲 乙"],
        ["beside a break there is none", "甲 <br> 乙", "甲\n乙"],
        ["a no-break space is text", "甲&nbsp;乙", "甲\u00A0乙"],
    ])("%s", (_, source, text) => {
        expect(textOf(`<p>${source}</p>`)).toBe(text)
    })
})

describe("what data lack is reported with its place, all at once", () => {
    test("missing fields", () => {
        const source = wrap("<p>{{a}}</p>\n<p>{{b.c}} {{d.e.f}}</p>\n{{#each list}}<p>{{x}}</p>{{/each}}")
        const issues = issuesOf(source, { b: {}, d: { e: null }, list: [{ x: "1" }, {}] })
        expect(brief(issues)).toEqual([
            "document.field.missing a.hbs:1:60",
            "document.field.missing a.hbs:2:6",
            "document.field.missing a.hbs:2:14",
            "document.field.missing a.hbs:3:20",
        ])
        expect(issues.map((i) => (i.params as { field: string }).field)).toEqual(["a", "b.c", "d.e.f", "x"])
    })

    test.each([
        ["a missing list is not an empty list", "{{#each items}}<p>x</p>{{/each}}", {}, "document.field.missing"],
        ["text is no list", "{{#each items}}<p>x</p>{{/each}}", { items: "abc" }, "document.field.not-list"],
        ["an object is no text", "<p>{{o}}</p>", { o: { a: 1 } }, "document.field.not-text"],
        ["a list is no text", "<p>{{o}}</p>", { o: ["a"] }, "document.field.not-text"],
        ["true is no text", "<p>{{o}}</p>", { o: true }, "document.field.not-text"],
        ["null is not printed as nothing", "<p>{{o}}</p>", { o: null }, "document.field.not-text"],
        ["inherited members are not seen", "<p>{{constructor}}</p>", {}, "document.field.missing"],
        ["nor on the way", "<p>{{a.__proto__.x}}</p>", { a: {} }, "document.field.missing"],
        ["nor a list's methods", "<p>{{a.map}}</p>", { a: [] }, "document.field.missing"],
        ["a condition on a misspelt path", "{{#if a.b.c}}<p>x</p>{{/if}}", { a: {} }, "document.field.missing"],
        ["a helper on the wrong type", "<p>{{inc a}}</p>", { a: "1" }, "document.template.helper-misused"],
    ])("%s", (_, inner, data, code) => {
        expect(issuesOf(wrap(inner), data).map((i) => i.code)).toEqual([code])
    })

    test("a condition may ask for an absent field", () => {
        expect(textOf("<p>{{#if a}}有{{else if (eq b 'x')}}乙{{else}}无{{/if}}</p>", {})).toBe("无")
    })

    test("inside a partial the place is the partial's", () => {
        const issues = issuesOf(wrap("{{> who person}}"), { person: {} }, { who: "<p>\n  {{name}}</p>" })
        expect(brief(issues)).toEqual(["document.field.missing who:2:5"])
    })

    test("a partial that includes itself stops", () => {
        const issues = issuesOf(wrap("{{> a}}"), {}, { a: "<p>x</p>{{> a}}" })
        expect(issues.map((i) => i.code)).toEqual(["document.template.partial-endless"])
    })

    test("markup that only data make wrong is placed in the template", () => {
        const issues = issuesOf(wrap("\n<table>\n{{> row}}\n</table>"), {}, { row: "<p>x</p>" })
        expect(brief(issues)).toEqual(["document.template.nesting-bad row:1:1"])
    })
})

test("prints what Handlebars prints", () => {
    const data = {
        name: "王<某>",
        n: 3,
        zero: 0,
        empty: [],
        none: "",
        person: { first: "某", tags: ["甲", "乙"] },
        rows: [
            { id: "A", cells: [{ v: "1" }, { v: "2" }] },
            { id: "B", cells: [] },
        ],
        map: { x: "1", y: "2" },
    }
    const sources = [
        "<p>{{name}} {{n}} {{zero}}|{{none}}|{{person.first}} {{person.[tags].[0]}} {{rows.length}}</p>",
        "{{#each rows}}\n  <p>{{@index}} {{#if @first}}f{{/if}} {{id}}: {{#each cells}}{{../id}}{{v}}{{@root.n}}{{#unless @last}},{{/unless}}{{else}}none{{/each}}</p>\n{{/each}}",
        "{{#each rows as |row i|}}<p>{{row.id}}{{i}}{{this.id}}</p>{{/each}}",
        "<p>{{#if empty}}a{{else if zero}}b{{else if person}}c{{/if}}{{#with person}}{{first}}{{../n}}{{/with}}{{#with nobody}}x{{else}}y{{/with}}</p>",
        "<p>\n {{~name~}} \n</p> {{!-- note }} --}} {{! note }}",
        "{{#each map}}<p>{{@key}}={{this}}</p>{{/each}}{{#each person.tags}}<p>{{.}}</p>{{/each}}",
        "{{> part person k=name}}<p>{{#if (eq n 3)}}3{{/if}}</p>",
        "<p>{{#unless zero}}u{{/unless}}\\{{name}}</p>",
    ]
    const partials = { part: "<p>{{first}} {{k}}{{#each tags}}-{{this}}{{/each}}</p>" }
    for (const source of sources) {
        const oracle = Handlebars.create()
        oracle.registerHelper("eq", (a: unknown, b: unknown) => a === b)
        oracle.registerPartial(partials)
        const expected = oracle.compile(wrap(source), { preventIndent: true })(data)
        const decode = (html: string) =>
            html
                .replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
                .replaceAll("&lt;", "<")
                .replaceAll("&gt;", ">")
        expect(decode(renderMarkup(wrap(source), "a.hbs", data, partials).html)).toBe(decode(expected))
    }
})

test("every element becomes its block", () => {
    const blocks = blocksOf(`
        <h2>一、<em>标题</em></h2>
        <ol start="3"><li>甲<ul><li>乙</li></ul></li><li><p>丙</p><p>丁</p></li></ol>
        <dl><dt>姓名</dt><dd>某</dd><dt>电话</dt><dd><p>1</p></dd><dd>2</dd></dl>
        <table class="plain"><caption>表</caption><colgroup><col width="1"><col width="2.5"></colgroup>
          <thead><tr><th>甲</th><th scope="row">乙</th></tr></thead>
          <tbody><tr><th>丙</th><td class="decimal" colspan="2" rowspan="3">1.5</td></tr></tbody></table>
        <figure class="full-page"><img src="E001" alt="图"><figcaption>说明</figcaption></figure>
        <aside class="glance"><p>x</p></aside><hr><hr class="page">
        <section lang="en" class="letter"><p class="center note">a <a href="https://x.example/">b</a>
        <code>c</code><span lang="zh-CN">文</span><br><span class="blank-8"></span></p></section>`)
    expect(blocks.map((b) => b.kind)).toEqual([
        "heading",
        "list",
        "definitions",
        "table",
        "figure",
        "callout",
        "rule",
        "page-break",
        "section",
    ])
    expect(blocks).toMatchSnapshot()
})

describe("empty cells", () => {
    const cellsOf = (source: string, lang = "zh-CN", style = "report") => {
        const article = `<article lang="${lang}" class="${style}"><title>t</title>${source}</article>`
        return collectText(renderDocument(article, "a.hbs", { none: "", some: "值" })).split("\n")
    }
    const rows =
        "<thead><tr><th></th><th>甲</th></tr></thead><tr><th></th><td></td><td>{{none}}</td><td>{{some}}</td></tr>"
    test.each([
        [
            "say so in the language of the document",
            `<table>${rows}</table>`,
            "zh-CN",
            "report",
            ["甲", "未提供", "未提供", "值"],
        ],
        ["in English too", `<table>${rows}</table>`, "en", "request", ["甲", "Not provided", "Not provided", "值"]],
        [
            "of a part in that of the part",
            `<section lang="en"><aside><table>${rows}</table></aside></section>`,
            "zh-CN",
            "report",
            ["甲", "Not provided", "Not provided", "值"],
        ],
        ["stay empty in a form", `<table class="form">${rows}</table>`, "zh-CN", "report", ["甲", "值"]],
        [
            "and in a sheet",
            `<section class="signature"><table>${rows}</table></section>`,
            "zh-CN",
            "sheet",
            ["甲", "值"],
        ],
        [
            "unless a blank is in them",
            '<table><tr><td><span class="blank-4"></span></td></tr></table>',
            "zh-CN",
            "report",
            [""],
        ],
    ])("%s", (_, source, lang, style, expected) => {
        expect(cellsOf(source, lang, style)).toEqual(expected)
    })
})

describe("elements of their own", () => {
    test("small is a mark of text", () => {
        expect(blocksOf("<p>事实<small>〔见<strong>甲</strong>〕</small></p>")).toEqual([
            {
                kind: "paragraph",
                inlines: [
                    { kind: "text", text: "事实" },
                    { kind: "text", text: "〔见", small: true },
                    { kind: "text", text: "甲", small: true, strong: true },
                    { kind: "text", text: "〕", small: true },
                ],
            },
        ])
    })
    test("nav is the place of the contents and holds nothing", () => {
        expect(blocksOf("<nav></nav>")).toEqual([{ kind: "contents" }])
        expect(brief(issuesOf(wrap("<nav><p>x</p></nav>")))).toEqual(["document.template.nesting-bad a.hbs:1:60"])
        expect(brief(issuesOf(wrap("<p>x<nav></nav></p>")))).not.toEqual([])
        expect(issuesOf(wrap("<section><nav></nav></section>"))).toEqual([])
        expect(brief(issuesOf(wrap("<aside><nav></nav></aside>")))).toEqual([
            "document.template.nesting-bad a.hbs:1:62",
        ])
    })
    test("a header of several columns or rows heads columns or rows", () => {
        const [table] = blocksOf(
            '<table><thead><tr><th scope="colgroup" colspan="2">甲</th></tr></thead><tr><th scope="rowgroup" rowspan="2">乙</th><td>丙</td></tr></table>',
        )
        if (table?.kind !== "table") throw new Error("no table")
        const scopes = [...table.head, ...table.body].flatMap(({ cells }) => cells.map(({ scope }) => scope))
        expect(scopes).toEqual(["col", "row", undefined])
    })
})
