import { LANGS } from "../../base/lang.ts"
import { own } from "../../base/own.ts"

/**
 * The closed subset of HTML that a template may use, as data; `templates/README.md` says the same in words. What is
 * not in this table is refused, so a template can hold nothing that layout would silently drop.
 */

/** What an element may hold: blocks, runs of text, either of them, listed elements only, text only, or nothing. */
export type Content = "blocks" | "inline" | "flow" | "listed" | "text" | "nothing"

export interface ElementRule {
    readonly content: Content
    /** For `listed`: the children allowed. For `flow`: the only blocks allowed. */
    readonly children?: readonly string[]
    /** What the element counts as where its parent takes blocks or inline content; absent: only where listed. */
    readonly level?: "block" | "inline"
    /** Allowed attributes, each with the pattern of its value. */
    readonly attributes: Readonly<Record<string, RegExp>>
    readonly required?: readonly string[]
}

const LANG = new RegExp(`^(?:${LANGS.join("|")})$`)
/** Style names are checked by layout, which knows them; here only their shape. */
const STYLE = /^[a-z][a-z0-9-]*(?: [a-z][a-z0-9-]*)*$/
const ALIGN = /^(?:start|center|end|decimal)$/
const COUNT = /^[1-9]\d{0,2}$/
const TEXT = /^[\s\S]*\S[\s\S]*$/

const styled = { class: STYLE }
const heading: ElementRule = { content: "inline", level: "block", attributes: {} }
const mark: ElementRule = { content: "inline", level: "inline", attributes: {} }
const cell = { class: ALIGN, colspan: COUNT, rowspan: COUNT }
/** What a table cell is wide enough for. */
const CELL_BLOCKS = ["p", "ul", "ol", "figure"]
const rows: ElementRule = { content: "listed", children: ["tr"], attributes: {} }

/** Rule of each element; an element without one is unknown. */
export const ELEMENTS: Readonly<Record<string, ElementRule>> = {
    article: { content: "blocks", attributes: { class: STYLE, lang: LANG }, required: ["class", "lang"] },
    title: { content: "text", attributes: {} },
    section: { content: "blocks", level: "block", attributes: { class: STYLE, lang: LANG } },
    h1: heading,
    h2: heading,
    h3: heading,
    h4: heading,
    p: { content: "inline", level: "block", attributes: styled },
    pre: { content: "text", level: "block", attributes: {} },
    ul: { content: "listed", children: ["li"], level: "block", attributes: {} },
    ol: { content: "listed", children: ["li"], level: "block", attributes: { start: /^\d{1,4}$/ } },
    li: { content: "flow", attributes: {} },
    dl: { content: "listed", children: ["dt", "dd"], level: "block", attributes: {} },
    dt: { content: "inline", attributes: {} },
    dd: { content: "flow", attributes: {} },
    table: {
        content: "listed",
        children: ["caption", "colgroup", "thead", "tbody", "tr"],
        level: "block",
        attributes: styled,
    },
    caption: { content: "inline", attributes: {} },
    colgroup: { content: "listed", children: ["col"], attributes: {} },
    col: { content: "nothing", attributes: { width: /^\d{1,4}(?:\.\d{1,2})?$/ }, required: ["width"] },
    thead: rows,
    tbody: rows,
    tr: { content: "listed", children: ["th", "td"], attributes: {} },
    th: { content: "flow", children: CELL_BLOCKS, attributes: { ...cell, scope: /^(?:col|row|colgroup|rowgroup)$/ } },
    td: { content: "flow", children: CELL_BLOCKS, attributes: cell },
    figure: {
        content: "listed",
        children: ["img", "figcaption"],
        level: "block",
        attributes: { class: /^full-page$/ },
    },
    img: { content: "nothing", attributes: { src: TEXT, alt: TEXT }, required: ["src", "alt"] },
    figcaption: { content: "inline", attributes: {} },
    aside: { content: "blocks", level: "block", attributes: styled },
    hr: { content: "nothing", level: "block", attributes: { class: /^page$/ } },
    nav: { content: "listed", children: [], level: "block", attributes: {} },
    strong: mark,
    em: mark,
    small: mark,
    code: mark,
    a: { content: "inline", level: "inline", attributes: { href: /^(?:https|mailto):\S+$/ }, required: ["href"] },
    span: { content: "inline", level: "inline", attributes: { lang: LANG, class: /^blank-[1-9]\d?$/ } },
    br: { content: "nothing", level: "inline", attributes: {} },
}

/** The rule of an element of that name; `undefined` where it is unknown. */
export function ruleOf(name: string): ElementRule | undefined {
    return own(ELEMENTS, name)
}

/** True when `child` may stand directly in `parent`; `fragment` is the root of a partial, which may hold anything. */
export function mayHold(parent: string, child: string): boolean {
    if (parent === "fragment") return true
    const outer = ruleOf(parent)
    const inner = ruleOf(child)
    if (!outer || !inner) return false
    if (parent === "article" && child === "title") return true
    // Layout fills them in between pieces of pages; a cell or a box is one piece or parts of a frame.
    if (child === "nav") return parent === "article" || parent === "section"
    switch (outer.content) {
        case "listed":
            return outer.children?.includes(child) ?? false
        case "blocks":
            return inner.level === "block"
        case "inline":
            return inner.level === "inline"
        case "flow":
            return inner.level === "inline" || (inner.level === "block" && (outer.children?.includes(child) ?? true))
        case "text":
        case "nothing":
            return false
        default:
            return outer.content satisfies never
    }
}

/** True when text may stand directly in the element. */
export function mayHoldText(parent: string): boolean {
    if (parent === "fragment") return true
    const content = ruleOf(parent)?.content
    return content === "inline" || content === "flow" || content === "text"
}
