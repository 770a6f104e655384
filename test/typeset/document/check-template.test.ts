import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { checkTemplate } from "../../../src/typeset/document/check-template.ts"
import { ELEMENTS } from "../../../src/typeset/document/subset.ts"
import { TEMPLATE_HELPERS } from "../../../src/typeset/document/template-helpers.ts"

const TEMPLATES = join(import.meta.dirname, "../../../templates")
const head = '<article lang="zh-CN" class="report"><title>题</title>\n'
const brief = (source: string, partials: string[] = []) =>
    checkTemplate(source, "a.hbs", partials).map((i) => {
        const { line, column } = i.params as { line: number; column: number }
        return `${i.code.replace("document.template.", "")} ${String(line)}:${String(column)}`
    })

test.each([
    ["sections", "<section>", "</section>"],
    ["blocks", "{{#if a}}", "{{/if}}"],
])("%s nested without end are refused at once, with the place", (_, open, close) => {
    const source = head + open.repeat(5000) + close.repeat(5000)
    const [found] = checkTemplate(source, "deep.hbs", [])
    expect(found?.code).toBe("document.template.deep")
    expect(found?.params).toMatchObject({ line: 2, most: 64 })
})

test("an element that every object has is no element", () => {
    expect(brief(`${head}<constructor>x</constructor><toString></toString></article>`)).toEqual([
        "element-unknown 2:1",
        "element-unknown 2:29",
    ])
})

describe("a template's source is judged before it is rendered, in every branch", () => {
    // The body starts on line 2.
    test.each([
        ["an unknown element", "<p>x</p>\n<div>x</div>", ["element-unknown 3:1"]],
        ["in a branch that is not taken", "{{#if no}}\n  <video></video>{{/if}}", ["element-unknown 3:3"]],
        ["a known element in capitals", "<P>x</P>", ["element-unknown 2:1"]],
        ["an unknown attribute", '<p style="x">x</p>', ["attribute-unknown 2:1"]],
        ["an event handler", '<p onclick="x">x</p>', ["attribute-unknown 2:1"]],
        ["a bad value", '<table><tr><td colspan="0">x</td></tr></table>', ["attribute-value 2:12"]],
        ["a missing attribute", '<figure><img src="a"></figure>', ["attribute-missing 2:9"]],
        ["an empty alternative text", '<figure><img src="a" alt=" "></figure>', ["attribute-value 2:9"]],
        ["a block in a paragraph", "<p>x<ul><li>y</li></ul></p>", ["element-unclosed 2:1", "end-stray 2:24"]],
        ["an inline where blocks belong", "<strong>x</strong>", ["nesting-bad 2:1"]],
        ["a cell outside of a row", "<table><td>x</td></table>", ["nesting-bad 2:8"]],
        [
            "a link in a link",
            '<p><a href="https://a.example"><strong><a href="https://b.example">x</a></strong></a></p>',
            ["nesting-bad 2:40"],
        ],
        ["a table in a table", "<table><tr><td><table></table></td></tr></table>", ["nesting-bad 2:16"]],
        ["loose text", "<table>\n x {{a}}</table>", ["text-misplaced 3:2"]],
        ["a loose value", "<ul>{{a}}</ul>", ["text-misplaced 2:5"]],
        ["an unclosed element", "<p>x\n<p>y</p>", ["element-unclosed 2:1"]],
        ["an unclosed mark", "<p><strong>x</p>", ["element-unclosed 2:4"]],
        ["a stray end", "<p>x</p></section>", ["end-stray 2:9"]],
        ["a stray paragraph end", "<section></p></section>", ["end-stray 2:10"]],
        ["a bare angle", "<p>1 < 2</p>", ["markup-raw 2:6"]],
        ["a doctype", "<!DOCTYPE html>", ["markup-raw 2:1"]],
        ["raw output", "<p>{{{a}}} {{&b}}</p>", ["unescaped 2:4", "unescaped 2:12"]],
        ["an unknown helper", '<p>{{lookup a "b"}}</p>', ["helper-unknown 2:6"]],
        ["an unknown inner helper", "<p>{{#if (foo a)}}x{{/if}}</p>", ["helper-unknown 2:11"]],
        ["an unknown block", "{{#foo a}}<p>x</p>{{/foo}}", ["helper-unknown 2:4"]],
        ["a decorator", "{{#*inline 'x'}}<p>x</p>{{/inline}}", ["helper-unknown 2:1"]],
        ["too few arguments", "<p>{{#if (eq a)}}x{{/if}}</p>", ["helper-misused 2:11"]],
        ["an unknown partial", "{{> nobody}}", ["partial-unknown 2:1"]],
        ["a block inside a tag", '<p {{#if a}}class="x"{{/if}}>x</p>', ["block-in-tag 2:4", "block-in-tag 2:22"]],
        ["a branch that closes the outside", "<p>{{#if a}}x</p><p>{{/if}}y</p>", ["block-uneven 2:4"]],
        ["a branch that leaves open", "{{#if a}}<section>{{else}}<p>x</p>{{/if}}</section>", ["block-uneven 2:1"]],
        ["an element name from data", "<{{a}}>x", ["markup-raw 2:1", "text-misplaced 2:1"]],
    ])("%s", (_, body, expected) => {
        expect(brief(`${head}${body}\n</article>`)).toEqual(expected)
    })

    test.each([
        ["a block that is not closed", "{{#if a}}\n<p>x</p>"],
        ["the wrong end", "{{#if a}}\n<p>x</p>{{/each}}"],
        ["a half tag", "<p>x</p>\n<p>{{inc a=}}</p>"],
    ])("syntax: %s", (_, body) => {
        const [found, ...more] = brief(head + body)
        expect(found).toMatch(/^syntax [23]:\d+$/)
        expect(more).toEqual([])
    })

    test.each([
        ["no article", "<p>x</p>"],
        ["two", `${head}</article>${head}</article>`],
        ["no title", '<article lang="en" class="letter"><p>x</p></article>'],
        ["text beside it", `${head}</article> x`],
        ["nothing", ""],
    ])("the root: %s", (_, source) => {
        expect(brief(source)).toContain("root 1:1")
    })
})

test("a sound template has no issues, with values in attributes and blocks around rows", () => {
    const source = `${head}
      {{!-- <div> in a comment }} --}}
      {{#each rows as |row|}}<p class="{{choose row.x "note" "lead"}}">{{row.a}} &lt; {{inc @index}}</p>{{else}}<p>无</p>{{/each}}
      <table><thead><tr><th>x</th></tr></thead><tbody>{{#each rows}}<tr>{{#each this}}<td colspan="{{n}}">{{> cell}}</td>{{/each}}</tr>{{/each}}</tbody></table>
      <!-- a comment --></article>`
    expect(checkTemplate(source, "a.hbs", ["cell"])).toEqual([])
    expect(checkTemplate("x <strong>{{a}}</strong>", "cell", [], "partial")).toEqual([])
})

test("the product's own templates are sound", () => {
    const folders = ["zh-CN", "en"].map((folder) => ({
        folder,
        files: readdirSync(join(TEMPLATES, folder)).filter((file) => file.endsWith(".hbs")),
    }))
    // A Chinese letter has an English part.
    const names = folders.flatMap(({ files }) => files.map((file) => file.slice(0, -".hbs".length)))
    for (const { folder, files } of folders) {
        for (const file of files) {
            const source = readFileSync(join(TEMPLATES, folder, file), "utf8")
            const kind = source.includes("<article") ? "document" : "partial"
            expect(checkTemplate(source, `${folder}/${file}`, names, kind)).toEqual([])
        }
    }
})

test("templates/README.md names every element, attribute and helper", () => {
    const guide = readFileSync(join(TEMPLATES, "README.md"), "utf8")
    for (const [element, { attributes }] of Object.entries(ELEMENTS))
        for (const name of [element, ...Object.keys(attributes)]) expect(guide).toMatch(new RegExp(`\\b${name}\\b`))
    for (const helper of Object.keys(TEMPLATE_HELPERS)) expect(guide).toContain(`\`${helper} `)
})
