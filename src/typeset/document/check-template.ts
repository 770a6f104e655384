import { type Issue, issue } from "../../base/issue.ts"
import { isElement, type MarkupElement, type MarkupNode, PLACEHOLDER, parseMarkup } from "./markup.ts"
import { isNode, type Place, parseTemplate, placeAt, placeOf } from "./parse-template.ts"
import { TEMPLATE_HELPERS } from "./template-helpers.ts"

const BLOCKS = ["each", "if", "unless", "with"]

/**
 * Checks a template's source before anything is rendered, so that a branch that no case takes is checked too: syntax,
 * helpers, partials, elements, attributes, nesting, and that every branch of a block leaves the elements as it found
 * them.
 *
 * @param partials - Names that `{{> name}}` may use.
 * @param kind - A `document` has one `article` with a `title` as its root; a `partial` is any fragment.
 * @returns All issues in source order, each with template, line and column.
 */
export function checkTemplate(
    source: string,
    name: string,
    partials: readonly string[] = [],
    kind: "document" | "partial" = "document",
): Issue[] {
    const parsed = parseTemplate(source, name)
    if ("issue" in parsed) return [parsed.issue]
    const found: { place: Place; issue: Issue }[] = []
    const at = (place: Place, make: (where: Place & { template: string }) => Issue) =>
        found.push({ place, issue: make({ template: name, line: place.line, column: place.column }) })

    checkStatements(parsed.program, partials, at, name)
    const tokens = scanTokens(source)
    const { nodes, faults } = parseMarkup(blank(source, tokens), true)
    for (const { offset, what } of faults) {
        const { code, ...params } = what
        at(placeAt(source, offset), (where) => issue(code, [name], { ...where, ...params } as never))
    }
    for (const { token, inTag } of unevenBlocks(tokens, nodes))
        at(placeAt(source, token.start), (where) =>
            issue(inTag ? "document.template.block-in-tag" : "document.template.block-uneven", [name], where),
        )
    if (kind === "document" && !hasRoot(nodes))
        at({ line: 1, column: 1 }, (where) => issue("document.template.root", [name], where))
    return found
        .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
        .map(({ issue: one }) => one)
}

/** One `article` and nothing beside it, with a `title` as its first element. */
export function hasRoot(nodes: readonly MarkupNode[]): boolean {
    const elements = nodes.filter(isElement)
    const first = elements[0]?.children.find(isElement)
    const stray = nodes.some((node) => !isElement(node) && node.text.trim() !== "")
    return !stray && elements.length === 1 && elements[0]?.name === "article" && first?.name === "title"
}

type Report = (place: Place, make: (where: Place & { template: string }) => Issue) => void

function checkStatements(program: hbs.AST.Program, partials: readonly string[], at: Report, name: string): void {
    for (const node of program.body) {
        const place = placeOf(node)
        if (isNode(node, "MustacheStatement")) {
            if (!(node as { escaped: boolean }).escaped)
                at(place, (where) => issue("document.template.unescaped", [name], where))
            if (node.params.length > 0 || node.hash) checkCall(node, at, name)
        } else if (isNode(node, "BlockStatement")) {
            const helper = node.path.original
            if (!BLOCKS.includes(helper) || node.params.length !== 1 || node.hash)
                at(placeOf(node.path), (where) =>
                    issue("document.template.helper-unknown", [name], { ...where, helper }),
                )
            for (const param of node.params) if (isNode(param, "SubExpression")) checkCall(param, at, name)
            checkStatements(node.program, partials, at, name)
            if ((node as { inverse?: hbs.AST.Program }).inverse) checkStatements(node.inverse, partials, at, name)
        } else if (isNode(node, "PartialStatement")) {
            const partial = String((node.name as { original?: unknown }).original ?? "")
            if (!partials.includes(partial))
                at(place, (where) => issue("document.template.partial-unknown", [name], { ...where, partial }))
        } else if (node.type !== "ContentStatement" && node.type !== "CommentStatement") {
            at(place, (where) => issue("document.template.helper-unknown", [name], { ...where, helper: node.type }))
        }
    }
}

function checkCall(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, at: Report, name: string): void {
    const helper = String((node.path as { original?: unknown }).original ?? "")
    const known = Object.hasOwn(TEMPLATE_HELPERS, helper) ? TEMPLATE_HELPERS[helper] : undefined
    const [fewest, most] = known?.arity ?? [0, 0]
    if (!known || node.hash)
        at(placeOf(node.path), (where) => issue("document.template.helper-unknown", [name], { ...where, helper }))
    else if (node.params.length < fewest || node.params.length > most)
        at(placeOf(node.path), (where) =>
            issue("document.template.helper-misused", [name], {
                ...where,
                helper,
                detail: `takes ${String(fewest)}${most > fewest ? " or more" : ""} arguments`,
            }),
        )
    for (const param of node.params) if (isNode(param, "SubExpression")) checkCall(param, at, name)
}

interface Token {
    readonly start: number
    readonly end: number
    readonly kind: "open" | "else" | "close" | "value" | "other"
}

/** The `{{...}}` of a source that Handlebars has already accepted. */
function scanTokens(source: string): Token[] {
    const tokens: Token[] = []
    for (const match of source.matchAll(/\{\{(?:~?!--[\s\S]*?--~?\}\}|(?:"[^"]*"|'[^']*'|[^"'}]|\}(?!\}))*\}\}\}?)/g)) {
        const inner = match[0].replace(/^\{+~?\s*/, "").replace(/\s*~?\}+$/, "")
        const kind = inner.startsWith("#")
            ? "open"
            : inner.startsWith("/")
              ? "close"
              : inner === "^" || /^else\b/.test(inner)
                ? "else"
                : /^[!>]/.test(inner)
                  ? "other"
                  : "value"
        tokens.push({ start: match.index, end: match.index + match[0].length, kind })
    }
    return tokens
}

/** The source with its tokens blanked, offsets unchanged: values become placeholders, the rest white space. */
function blank(source: string, tokens: readonly Token[]): string {
    let out = ""
    let at = 0
    for (const { start, end, kind } of tokens) {
        out += source.slice(at, start)
        out += kind === "value" ? PLACEHOLDER.repeat(end - start) : source.slice(start, end).replace(/[^\n]/g, " ")
        at = end
    }
    return out + source.slice(at)
}

/** Block tokens that stand inside a tag, or whose branches open or close elements of the outside. */
function unevenBlocks(tokens: readonly Token[], nodes: readonly MarkupNode[]): { token: Token; inTag: boolean }[] {
    const found: { token: Token; inTag: boolean }[] = []
    const open: { token: Token; element: MarkupElement | undefined }[] = []
    for (const token of tokens) {
        if (token.kind === "value" || token.kind === "other") continue
        const { element, inTag } = innermost(nodes, token.start)
        if (inTag) found.push({ token, inTag })
        const start = open.at(-1)
        if (token.kind === "open") open.push({ token, element })
        else if (start && !inTag && start.element !== element && !found.some((f) => f.token === start.token))
            found.push({ token: start.token, inTag: false })
        if (token.kind === "close") open.pop()
    }
    return found
}

function innermost(
    nodes: readonly MarkupNode[],
    offset: number,
): { element: MarkupElement | undefined; inTag: boolean } {
    let element: MarkupElement | undefined
    let inside = nodes
    for (;;) {
        const next = inside.filter(isElement).find((e) => e.start < offset && offset < Math.max(e.end, e.startEnd))
        if (!next) return { element, inTag: false }
        if (offset < next.startEnd) return { element: next, inTag: true }
        element = next
        inside = next.children
    }
}
