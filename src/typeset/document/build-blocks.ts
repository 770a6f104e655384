import { type Lang, parseLang } from "../../base/lang.ts"
import type { Align, Block, Cell, DocumentModel, Inline, Row } from "./blocks.ts"
import { LINE_SEPARATOR } from "./evaluate.ts"
import { fillEmptyCells } from "./fill-cells.ts"
import { isElement, type MarkupElement, type MarkupNode } from "./markup.ts"
import { ruleOf } from "./subset.ts"
import { collapseWhiteSpace } from "./white-space.ts"

type Marks = Omit<Extract<Inline, { kind: "text" }>, "kind" | "text">

/** Turns checked markup (`parseMarkup` without faults, `hasRoot`) into the document model. */
export function buildDocument(article: MarkupElement): DocumentModel {
    const lang = readLang(article) ?? "zh-CN"
    const style = article.attributes.class ?? ""
    const title = article.children.find((node): node is MarkupElement => isElement(node) && node.name === "title")
    return {
        title: title ? plainText(title) : "",
        lang,
        style,
        blocks: fillEmptyCells(buildBlocks(article.children.filter((node) => node !== title)), lang, style),
    }
}

/** Blocks of flow content; runs of text between blocks become paragraphs. */
function buildBlocks(nodes: readonly MarkupNode[]): Block[] {
    const blocks: Block[] = []
    let loose: MarkupNode[] = []
    const close = () => {
        const inlines = buildInlines(loose)
        if (inlines.length > 0) blocks.push({ kind: "paragraph", inlines })
        loose = []
    }
    for (const node of nodes) {
        if (isElement(node) && ruleOf(node.name)?.level === "block") {
            close()
            blocks.push(buildBlock(node))
        } else loose.push(node)
    }
    close()
    return blocks
}

function buildBlock(element: MarkupElement): Block {
    const { name, attributes, children } = element
    const style = attributes.class === undefined ? {} : { style: attributes.class }
    switch (name) {
        case "h1":
        case "h2":
        case "h3":
        case "h4":
            return { kind: "heading", level: headingLevel(name), inlines: buildInlines(children) }
        case "ul":
        case "ol": {
            const items = elementsOf(element, "li").map((item) => buildBlocks(item.children))
            return { kind: "list", ordered: name === "ol", start: Number(attributes.start ?? 1), items }
        }
        case "dl":
            return buildDefinitions(element)
        case "table":
            return buildTable(element)
        case "figure":
            return buildFigure(element)
        case "aside":
            return { kind: "callout", blocks: buildBlocks(children), ...style }
        case "section": {
            const lang = readLang(element)
            return { kind: "section", blocks: buildBlocks(children), ...(lang && { lang }), ...style }
        }
        case "hr":
            return attributes.class === "page" ? { kind: "page-break" } : { kind: "rule" }
        case "nav":
            return { kind: "contents" }
        case "pre":
            return { kind: "code", lines: codeLines(element) }
        default:
            return buildParagraph(element)
    }
}

/** Lines as they stand; a line break after the start tag or before the end tag is none. */
function codeLines({ children }: MarkupElement): string[] {
    const text = children.map((node) => (isElement(node) ? "" : node.text)).join("")
    return text
        .replaceAll(LINE_SEPARATOR, "\n")
        .replace(/^\n|\n$/g, "")
        .split("\n")
}

function headingLevel(name: "h1" | "h2" | "h3" | "h4"): 1 | 2 | 3 | 4 {
    return name === "h1" ? 1 : name === "h2" ? 2 : name === "h3" ? 3 : 4
}

/** Of a paragraph's classes, `start`, `center`, `end` and `justify` align it; the others name its style. */
function buildParagraph(element: MarkupElement): Block {
    const classes = (element.attributes.class ?? "").split(" ").filter((name) => name !== "")
    const align = classes.find((name): name is Align => ["start", "center", "end", "justify"].includes(name))
    const style = classes.filter((name) => name !== align).join(" ")
    return {
        kind: "paragraph",
        inlines: buildInlines(element.children),
        ...(align && { align }),
        ...(style !== "" && { style }),
    }
}

/** Each `dt` with the `dd`s that follow it; a `dd` without a `dt` has an empty term. */
function buildDefinitions(element: MarkupElement): Block {
    const entries: { term: readonly Inline[]; blocks: readonly Block[] }[] = []
    for (const child of element.children.filter(isElement)) {
        const last = entries.at(-1)
        if (child.name === "dt") entries.push({ term: buildInlines(child.children), blocks: [] })
        else if (last)
            entries[entries.length - 1] = { ...last, blocks: [...last.blocks, ...buildBlocks(child.children)] }
        else entries.push({ term: [], blocks: buildBlocks(child.children) })
    }
    return { kind: "definitions", entries }
}

function buildTable(element: MarkupElement): Block {
    const [caption] = elementsOf(element, "caption")
    const columns = elementsOf(element, "colgroup").flatMap((group) => elementsOf(group, "col"))
    const head = elementsOf(element, "thead").flatMap((group) => elementsOf(group, "tr"))
    const body = element.children
        .filter(isElement)
        .flatMap((child) => (child.name === "tr" ? [child] : child.name === "tbody" ? elementsOf(child, "tr") : []))
    return {
        kind: "table",
        ...(caption && { caption: buildInlines(caption.children) }),
        head: head.map((row) => buildRow(row, "col")),
        body: body.map((row) => buildRow(row, "row")),
        ...(columns.length > 0 && { widths: columns.map((column) => Number(column.attributes.width)) }),
        ...(element.attributes.class !== undefined && { style: element.attributes.class }),
    }
}

function buildRow(row: MarkupElement, scope: "col" | "row"): Row {
    const cells = row.children.filter(isElement).map((cell): Cell => {
        const { attributes } = cell
        const header = cell.name === "th"
        return {
            blocks: buildBlocks(cell.children),
            header,
            ...(header && { scope: readScope(attributes.scope) ?? scope }),
            colspan: Number(attributes.colspan ?? 1),
            rowspan: Number(attributes.rowspan ?? 1),
            ...(attributes.class !== undefined && { align: attributes.class as Align | "decimal" }),
        }
    })
    return { cells }
}

/** A header of several columns or rows heads columns or rows; how many, its span says. */
function readScope(scope: string | undefined): "col" | "row" | undefined {
    return scope?.startsWith("row") ? "row" : scope?.startsWith("col") ? "col" : undefined
}

function buildFigure(element: MarkupElement): Block {
    const [image] = elementsOf(element, "img")
    const captions = elementsOf(element, "figcaption")
    return {
        kind: "figure",
        image: image?.attributes.src ?? "",
        alt: (image?.attributes.alt ?? "").replaceAll(LINE_SEPARATOR, " "),
        caption: captions.flatMap((caption) => buildInlines(caption.children)),
        fullPage: element.attributes.class === "full-page",
    }
}

function elementsOf(element: MarkupElement, name: string): MarkupElement[] {
    return element.children.filter((child): child is MarkupElement => isElement(child) && child.name === name)
}

function readLang(element: MarkupElement): Lang | undefined {
    return parseLang(element.attributes.lang)
}

function plainText(element: MarkupElement): string {
    const inlines = buildInlines(element.children)
    return inlines.map((inline) => (inline.kind === "text" ? inline.text : " ")).join("")
}

function buildInlines(nodes: readonly MarkupNode[]): Inline[] {
    return collapseWhiteSpace(nodes.flatMap((node) => collectRuns(node, {})))
}

function collectRuns(node: MarkupNode, marks: Marks): Inline[] {
    if (!isElement(node)) return [{ kind: "text", text: node.text, ...marks }]
    if (node.name === "br") return [{ kind: "break" }]
    const blank = /^blank-(\d+)$/.exec(node.attributes.class ?? "")
    if (blank) return [{ kind: "blank", em: Number(blank[1]) }]
    const lang = readLang(node)
    const inner: Marks = {
        ...marks,
        ...(node.name === "strong" && { strong: true }),
        ...(node.name === "em" && { emphasis: true }),
        ...(node.name === "code" && { code: true }),
        ...(node.name === "small" && { small: true }),
        ...(lang && { lang }),
        ...(node.attributes.href !== undefined && { href: node.attributes.href }),
    }
    return node.children.flatMap((child) => collectRuns(child, inner))
}
