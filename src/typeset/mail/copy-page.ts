import { fromUtf8, utf8 } from "../../base/bytes.ts"
import { sha256Hex } from "../../base/digest.ts"
import { encodeBase64Lines } from "./base64.ts"

/**
 * One self-contained HTML page with values to copy into a form elsewhere. It asks nothing of the network: the content
 * security policy allows only the style and the script below, by their hashes, so that a value can bring in neither.
 * Addresses are text, never links. Without the script each value is still selected whole by one click.
 */
export interface CopyPage {
    readonly title: string
    readonly subtitle: string
    /** Stands in a frame at the top. */
    readonly warnings: readonly string[]
    readonly facts: readonly (readonly [label: string, text: string])[]
    readonly sections: readonly CopySection[]
    readonly closing: string
}

/** Steps under one heading, with a note before them. */
export interface CopySection {
    readonly title: string
    readonly note?: string
    readonly groups: readonly CopyGroup[]
}

/** One step of a portal. */
export interface CopyGroup {
    readonly number: string
    readonly title: string
    readonly titleEn?: string
    readonly rows: readonly CopyRow[]
}

/** One field of a step: what it is called, what to type, how it stands. */
export interface CopyRow {
    readonly label: string
    readonly labelEn: string
    readonly value: string
    readonly note: string
    readonly state: string
    /** True for a value to type in; false for a remark. */
    readonly copy: boolean
}

const STYLE = `
body{margin:0 auto;max-width:68em;padding:1.5em;font:16px/1.6 "Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif;color:#111}
h1{font-size:1.5em;margin:0}h2{font-size:1.15em;margin:1.6em 0 .4em}h3{font-size:1em;margin:1em 0 .3em}
h3 small,th small{display:block;color:#555;font-weight:400}
.warning{border:2px solid #111;padding:.5em 1em;margin:1em 0}.warning p{margin:.2em 0}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{border:1px solid #999;padding:.35em .6em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{width:19%;font-weight:600}td.note{width:24%;color:#333}td.state{width:5em;text-align:center}
code{font:15px/1.5 Consolas,"Noto Sans Mono",monospace;white-space:pre-wrap;user-select:all;-webkit-user-select:all}
button{float:right;margin-left:.6em;font:inherit;font-size:.85em;padding:.1em .7em;border:1px solid #333;border-radius:3px;background:#fff;cursor:pointer}
@media print{button{display:none}tr{break-inside:avoid}h2,h3{break-after:avoid}}
`

// Old browsers stand on the desks this is for: no clipboard interface on a local file, no newer syntax.
const SCRIPT = `
(function(){
var values=document.querySelectorAll("code[data-copy]");
for(var i=0;i<values.length;i++)add(values[i]);
function add(value){
var button=document.createElement("button");
button.type="button";button.textContent="复制";
button.onclick=function(){
var range=document.createRange();range.selectNodeContents(value);
var selection=window.getSelection();selection.removeAllRanges();selection.addRange(range);
var done=false;try{done=document.execCommand("copy")}catch(e){}
button.textContent=done?"已复制":"已选中，请按 Ctrl+C";
};
value.parentNode.insertBefore(button,value);
}
})();
`

/** The page as a file. The same values give the same bytes. */
export function writeCopyPage(page: CopyPage): Uint8Array {
    const policy = `default-src 'none'; style-src '${hashOf(STYLE)}'; script-src '${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'`
    return utf8(
        [
            "<!DOCTYPE html>",
            '<html lang="zh-CN">',
            "<head>",
            '<meta charset="utf-8">',
            `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
            '<meta name="referrer" content="no-referrer">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            `<title>${escaped(page.title)}</title>`,
            `<style>${STYLE}</style>`,
            "</head>",
            "<body>",
            `<h1>${escaped(page.title)}</h1>`,
            `<p>${escaped(page.subtitle)}</p>`,
            `<div class="warning">${page.warnings.map((text) => `<p>${escaped(text)}</p>`).join("")}</div>`,
            `<table><tbody>${page.facts.map(([label, text]) => `<tr><th scope="row">${escaped(label)}</th><td>${escaped(text)}</td></tr>`).join("\n")}</tbody></table>`,
            ...page.sections.map(section),
            `<p>${escaped(page.closing)}</p>`,
            `<script>${SCRIPT}</script>`,
            "</body>",
            "</html>",
            "",
        ].join("\n"),
    )
}

function section({ title, note, groups }: CopySection): string {
    return [
        `<h2>${escaped(title)}</h2>`,
        ...(note === undefined ? [] : [`<p>${escaped(note)}</p>`]),
        ...groups.map(group),
    ].join("\n")
}

function group({ number, title, titleEn, rows }: CopyGroup): string {
    const english = titleEn === undefined ? "" : `<small lang="en">${escaped(titleEn)}</small>`
    const head = `<h3>${escaped(number)}．${escaped(title)}${english}</h3>`
    return rows.length === 0 ? head : `${head}\n<table><tbody>${rows.map(row).join("\n")}</tbody></table>`
}

function row({ label, labelEn, value, note, state, copy }: CopyRow): string {
    const shown = copy ? `<code data-copy>${escaped(value)}</code>` : escaped(value)
    return `<tr><th scope="row">${escaped(label)}<small lang="en">${escaped(labelEn)}</small></th><td>${shown}</td><td class="note">${escaped(note)}</td><td class="state">${escaped(state)}</td></tr>`
}

const ENTITIES: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
    "`": "&#96;",
}

function escaped(text: string): string {
    return text.replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? "")
}

/** Source expression of a content security policy (CSP Level 3 §2.3.1). */
function hashOf(source: string): string {
    const bytes = Uint8Array.from(sha256Hex(utf8(source)).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    return `sha256-${(fromUtf8(encodeBase64Lines(bytes)) ?? "").trim()}`
}
