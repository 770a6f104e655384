// The document model of lerpack as Typst markup, pdfmake JSON and plain HTML: same words, same faces, sizes, measure.

const MM = 72 / 25.4
const FOOT = ["第 ", " 页 / 共 ", " 页"]
const HEADINGS = [
    { size: 18, line: 27, before: 0, after: 12 },
    { size: 13.5, line: 21, before: 16, after: 6 },
    { size: 11.5, line: 18.5, before: 11, after: 4 },
    { size: 11, line: 18.5, before: 7, after: 2 },
]

/**
 * Visible characters of a document in reading order, list numbers included, without white space and bullets; its title,
 * which stands above every page; and how the text goes on after the contents, which some tools set and others cannot.
 */
export function plainText(model) {
    const solid = (blocks) => blocks.map(blockText).join("").replace(/\s/g, "")
    const second = model.blocks.findIndex((block, i) => i > 0 && block.kind === "heading")
    const afterContents = second < 0 ? "" : solid(model.blocks.slice(second, second + 2)).slice(0, 20)
    return { text: solid(model.blocks), title: model.title, afterContents }
}
function blockText(block) {
    if (block.kind === "list")
        return block.items
            .map((item, i) => (block.ordered ? `${block.start + i}.` : "") + item.map(blockText).join(""))
            .join("")
    if (block.kind === "table")
        return [...block.head, ...block.body]
            .flatMap((row) => row.cells.flatMap((cell) => cell.blocks.map(blockText)))
            .join("")
    return inlineText(block.inlines)
}
const inlineText = (inlines) => inlines.map((inline) => inline.text ?? "").join("")

/** Contents behind title and subtitle, where lerpack puts them by itself: in a text of many headings. */
function withContents(parts, { blocks }, contents) {
    const [first, second] = blocks.flatMap((block, i) => (block.kind === "heading" ? [i] : []))
    return first === undefined || second === undefined ? parts : parts.toSpliced(second, 0, contents)
}

/** Typst markup. */
export function toTypst(model) {
    const head = `#set document(title: ${quote(model.title)})
#set page(paper: "a4", margin: (top: 25mm, right: 23mm, bottom: 22mm, left: 25mm), header: align(center, text(font: "Noto Sans SC", size: 7.5pt)[${model.title}]), footer: context align(center, text(font: "Noto Sans SC", size: 8pt)[${FOOT[0]}#counter(page).display()${FOOT[1]}#counter(page).final().first()${FOOT[2]}]))
#set text(font: "Noto Serif SC", size: 11pt, lang: "zh", region: "CN", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: 7.5pt, spacing: 10.5pt, first-line-indent: (amount: 2em, all: true))
#set list(marker: "●")
#show outline: set par(first-line-indent: 0pt)
#show heading: set text(font: "Noto Sans SC", weight: 700)
#show raw: set text(font: "Noto Sans SC", size: 1.25em * 0.94)
#show link: set text(fill: rgb("#0b3d91"))
`
    const styles = HEADINGS.map(
        ({ size, before, after }, i) =>
            `#show heading.where(level: ${i + 1}): set text(size: ${size}pt, weight: ${i < 3 ? 700 : 400})
#show heading.where(level: ${i + 1}): set block(above: ${before + 7.5}pt, below: ${after + 7.5}pt)
`,
    )
    const contents = `#outline(title: [目录], depth: 2)\n`
    return `${head}${styles.join("")}\n${withContents(model.blocks.map(typstBlock), model, contents).join("\n")}`
}
const quote = (text) => `"${text.replace(/[\\"]/g, "\\$&")}"`
const typstInlines = (inlines) => inlines.map(typstInline).join("")
function typstInline({ text = "", code, href }) {
    const shown = code ? `#raw(${quote(text)})` : text.replace(/[!-/:-@[-`{-~]/g, "\\$&")
    return href === undefined ? shown : `#link(${quote(href)})[${shown}]`
}
function typstBlock(block) {
    switch (block.kind) {
        case "heading":
            return `${"=".repeat(block.level)} ${typstInlines(block.inlines)}\n`
        case "paragraph":
            return block.style === "subtitle"
                ? `#align(center, text(font: "Noto Sans SC", size: 9.5pt)[${typstInlines(block.inlines)}])\n`
                : `${typstInlines(block.inlines)}\n`
        case "list":
            return `${block.items.map((item) => `${block.ordered ? "+" : "-"} ${typstInlines(item[0].inlines)}`).join("\n")}\n`
        case "table": {
            const cells = (rows) =>
                rows.map((row) => row.cells.map((cell) => `[${typstInlines(cell.blocks[0].inlines)}]`).join(", "))
            const columns = block.head[0].cells.map(() => "auto").join(", ")
            return `#set par(first-line-indent: 0pt, justify: false)
#set text(font: "Noto Sans SC", size: 9pt)
#table(columns: (${columns}), stroke: 0.5pt, inset: 5pt, table.header(${cells(block.head)}),
${cells(block.body).join(",\n")})\n`
        }
        default:
            throw new RangeError(`no Typst for ${block.kind}`)
    }
}

/** A pdfmake document as JSON; its footer is a function and lives in `peers/pdfmake.mjs`. */
export function toPdfmake(model, faces) {
    const one = (path) => ({ normal: path, bold: path })
    return {
        fonts: {
            Serif: one(faces.serif),
            Sans: { normal: faces.sans, bold: faces.sansBold },
        },
        pageSize: "A4",
        pageMargins: [25 * MM, 25 * MM, 23 * MM, 22 * MM],
        info: { title: model.title },
        lang: model.lang,
        defaultStyle: { font: "Serif", fontSize: 11, lineHeight: 18.5 / 11 / 1.437 },
        footer: { font: "Sans", fontSize: 8, alignment: "center", margin: [0, 14, 0, 0] },
        header: { text: model.title, font: "Sans", fontSize: 7.5, alignment: "center", margin: [0, 40, 0, 0] },
        content: withContents(model.blocks.map(pdfmakeBlock), model, {
            toc: { title: { text: "目录", font: "Sans", bold: true, fontSize: 13.5 } },
        }),
    }
}
const pdfmakeInlines = (inlines) =>
    inlines.map(({ text = "", code, href }) => ({
        text,
        ...(code && { font: "Sans", fontSize: 10.3 }),
        ...(href !== undefined && { link: href, color: "#0b3d91" }),
    }))
function pdfmakeBlock(block) {
    switch (block.kind) {
        case "heading": {
            const { size, line, before, after } = HEADINGS[block.level - 1]
            const look = { font: "Sans", bold: block.level < 4, fontSize: size, lineHeight: line / size / 1.448 }
            const place = { alignment: block.level === 1 ? "center" : "left", margin: [0, before, 0, after] }
            return {
                text: pdfmakeInlines(block.inlines),
                ...look,
                ...place,
                tocItem: block.level === 2 || block.level === 3,
            }
        }
        case "paragraph":
            return block.style === "subtitle"
                ? { text: pdfmakeInlines(block.inlines), font: "Sans", fontSize: 9.5, alignment: "center" }
                : {
                      text: pdfmakeInlines(block.inlines),
                      alignment: "justify",
                      leadingIndent: 22,
                      margin: [0, 0, 0, 3],
                  }
        case "list": {
            const items = block.items.map((item) => ({ text: pdfmakeInlines(item[0].inlines) }))
            return block.ordered ? { ol: items, start: block.start } : { ul: items }
        }
        case "table": {
            const rows = [...block.head, ...block.body]
            const body = rows.map((row) => row.cells.map((cell) => ({ text: pdfmakeInlines(cell.blocks[0].inlines) })))
            const widths = block.head[0].cells.map(() => "auto")
            return { font: "Sans", fontSize: 9, table: { headerRows: block.head.length, widths, body } }
        }
        default:
            throw new RangeError(`no pdfmake for ${block.kind}`)
    }
}

/** A plain HTML page. */
export function toHtml(model, faces) {
    const face = (family, weight, url) =>
        `@font-face { font-family: ${family}; font-weight: ${weight}; src: url("${url}") }`
    const styles = HEADINGS.map(
        ({ size, line, before, after }, i) =>
            `h${i + 1} { font: ${i < 3 ? 700 : 400} ${size}pt/${line}pt BenchSans; margin: ${before}pt 0 ${after}pt }`,
    )
    const page = `@page { size: A4; margin: 25mm 23mm 22mm 25mm; @top-center { font: 7.5pt BenchSans; content: "${model.title}" } @bottom-center { font: 8pt BenchSans; content: "${FOOT[0]}" counter(page) "${FOOT[1]}" counter(pages) "${FOOT[2]}" } }`
    return `<!doctype html>
<html lang="${model.lang}"><head><meta charset="utf-8"><title>${escapeHtml(model.title)}</title><style>
${face("BenchSerif", 400, faces.serif)}
${face("BenchSans", 400, faces.sans)}
${face("BenchSans", 700, faces.sansBold)}
${page}
body { font: 11pt/18.5pt BenchSerif; margin: 0 }
p { text-align: justify; text-indent: 2em; margin: 0 0 3pt }
p.subtitle { font: 9.5pt/15pt BenchSans; text-align: center; text-indent: 0; margin-bottom: 8pt }
${styles.join("\n")}
h1 { text-align: center }
ul, ol { margin: 0 0 3pt; padding-left: 2em }
code { font: 0.94em BenchSans }
a { color: #0b3d91; text-decoration: none }
table { font: 9pt/14pt BenchSans; border-collapse: collapse }
td, th { border: 0.5pt solid #737373; padding: 3.5pt 5pt }
</style></head><body>
${model.blocks.map(htmlBlock).join("\n")}
</body></html>
`
}
const escapeHtml = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
const htmlInlines = (inlines) => inlines.map(htmlInline).join("")
function htmlInline({ text = "", code, href }) {
    const shown = code ? `<code>${escapeHtml(text)}</code>` : escapeHtml(text)
    return href === undefined ? shown : `<a href="${escapeHtml(href)}">${shown}</a>`
}
function htmlBlock(block) {
    switch (block.kind) {
        case "heading":
            return `<h${block.level}>${htmlInlines(block.inlines)}</h${block.level}>`
        case "paragraph":
            return `<p${block.style ? ` class="${block.style}"` : ""}>${htmlInlines(block.inlines)}</p>`
        case "list": {
            const name = block.ordered ? "ol" : "ul"
            return `<${name}>${block.items.map((item) => `<li>${htmlInlines(item[0].inlines)}</li>`).join("")}</${name}>`
        }
        case "table": {
            const rows = (part, cell) =>
                part.map(
                    (row) =>
                        `<tr>${row.cells.map((c) => `<${cell}>${htmlInlines(c.blocks[0].inlines)}</${cell}>`).join("")}</tr>`,
                )
            return `<table><thead>${rows(block.head, "th").join("")}</thead><tbody>${rows(block.body, "td").join("\n")}</tbody></table>`
        }
        default:
            throw new RangeError(`no HTML for ${block.kind}`)
    }
}
