import { Parser } from "htmlparser2"
import { mayHold, mayHoldText, ruleOf } from "./subset.ts"

/**
 * Reads markup strictly. htmlparser2 mends what it finds, as a browser does; a template is ours, so every mend is a
 * fault instead. The same reader judges a template's source and the text rendered from it.
 */

export interface MarkupElement {
    readonly name: string
    readonly attributes: Readonly<Record<string, string>>
    readonly children: readonly MarkupNode[]
    /** Offset of the start tag. */
    readonly start: number
    /** Offset just after the start tag. */
    readonly startEnd: number
    /** Offset of the end tag, or of the end of the parent where it was left out. */
    readonly end: number
}
export interface MarkupText {
    readonly text: string
    readonly start: number
}
export type MarkupNode = MarkupElement | MarkupText

/** A fault of markup, at an offset of the text that was read. */
export interface Fault {
    readonly offset: number
    readonly what:
        | { readonly code: "document.template.element-unknown"; readonly element: string }
        | { readonly code: "document.template.element-unclosed"; readonly element: string }
        | { readonly code: "document.template.end-stray"; readonly element: string }
        | { readonly code: "document.template.nesting-bad"; readonly element: string; readonly parent: string }
        | { readonly code: "document.template.text-misplaced"; readonly text: string; readonly parent: string }
        | { readonly code: "document.template.attribute-unknown"; readonly element: string; readonly attribute: string }
        | { readonly code: "document.template.attribute-missing"; readonly element: string; readonly attribute: string }
        | {
              readonly code: "document.template.attribute-value"
              readonly element: string
              readonly attribute: string
              readonly value: string
          }
        | { readonly code: "document.template.markup-raw"; readonly text: string }
}

/** Stands for a value in a template's source whose text is not known yet (a private-use character). */
export const PLACEHOLDER = "\uE000"

interface OpenElement {
    name: string
    attributes: Record<string, string>
    children: (OpenElement | { text: string; start: number })[]
    start: number
    startEnd: number
    end: number
}

/** True for an element, false for text. */
export function isElement(node: MarkupNode): node is MarkupElement {
    return "name" in node
}

/**
 * Parses markup into a tree and lists every fault against the subset.
 *
 * @param isSource - True for a template's blanked source: attribute values with a {@link PLACEHOLDER} are not judged.
 */
export function parseMarkup(
    html: string,
    isSource = false,
): { readonly nodes: readonly MarkupNode[]; readonly faults: Fault[] } {
    const faults: Fault[] = []
    const root: OpenElement = {
        name: "fragment",
        attributes: {},
        children: [],
        start: 0,
        startEnd: 0,
        end: html.length,
    }
    const open: OpenElement[] = [root]
    const ends = new Set<number>()
    const invented = new Set<OpenElement>()
    const top = () => open.at(-1) ?? root
    const parser = new Parser(
        {
            onopentag(name, attributes, implied) {
                const start = parser.startIndex
                // The parser invents <p> for a lone </p>; that end tag is reported below.
                const element = { name, attributes, children: [], start, startEnd: parser.endIndex + 1, end: start }
                if (implied) invented.add(element)
                else top().children.push(element)
                open.push(element)
            },
            onclosetag(name, implied) {
                const element = open.pop()
                if (!element) return
                element.end = parser.startIndex
                const isVoid = ruleOf(name)?.content === "nothing"
                if (!implied && !invented.has(element)) ends.add(parser.startIndex)
                else if (!isVoid && !invented.has(element))
                    faults.push(fault(element.start, "element-unclosed", { element: name }))
            },
            ontext(text) {
                const siblings = top().children
                const last = siblings.at(-1)
                if (last && "text" in last) last.text += text
                else siblings.push({ text, start: parser.startIndex })
            },
            onprocessinginstruction(name) {
                faults.push(fault(parser.startIndex, "markup-raw", { text: `<${name}` }))
            },
        },
        { lowerCaseTags: false, lowerCaseAttributeNames: false },
    )
    parser.end(html)
    for (const match of html.matchAll(/<\/([^\s>]*)|<(?![a-zA-Z/!?])/g)) {
        if (match[1] === undefined)
            faults.push(fault(match.index, "markup-raw", { text: html.slice(match.index, match.index + 8) }))
        else if (!ends.has(match.index)) faults.push(fault(match.index, "end-stray", { element: match[1] }))
    }
    checkChildren(root, faults, isSource, false)
    return { nodes: root.children, faults: faults.sort((a, b) => a.offset - b.offset) }
}

type Kind = Fault["what"]["code"] extends `document.template.${infer K}` ? K : never
function fault<K extends Kind>(
    offset: number,
    kind: K,
    params: Omit<Extract<Fault["what"], { code: `document.template.${K}` }>, "code">,
): Fault {
    return { offset, what: { code: `document.template.${kind}`, ...params } as unknown as Fault["what"] }
}

function checkChildren(parent: MarkupElement, faults: Fault[], isSource: boolean, inLink: boolean): void {
    for (const node of parent.children) {
        if (!isElement(node)) {
            const lead = node.text.length - node.text.trimStart().length
            if (node.text.trim() !== "" && !mayHoldText(parent.name))
                faults.push(
                    fault(node.start + lead, "text-misplaced", {
                        text: node.text.trim().slice(0, 20),
                        parent: parent.name,
                    }),
                )
            continue
        }
        const known = ruleOf(node.name) !== undefined
        if (!known) faults.push(fault(node.start, "element-unknown", { element: node.name }))
        else if (!mayHold(parent.name, node.name) || (inLink && node.name === "a"))
            faults.push(fault(node.start, "nesting-bad", { element: node.name, parent: parent.name }))
        if (known) checkAttributes(node, faults, isSource)
        // Below an unknown element everything would be misplaced; one fault is enough.
        if (known) checkChildren(node, faults, isSource, inLink || node.name === "a")
    }
}

function checkAttributes(element: MarkupElement, faults: Fault[], isSource: boolean): void {
    const rule = ruleOf(element.name)
    if (!rule) return
    const { name: tag, start } = element
    for (const [attribute, value] of Object.entries(element.attributes)) {
        const pattern = Object.hasOwn(rule.attributes, attribute) ? rule.attributes[attribute] : undefined
        if (!pattern) faults.push(fault(start, "attribute-unknown", { element: tag, attribute }))
        else if (!(isSource && value.includes(PLACEHOLDER)) && !pattern.test(value))
            faults.push(fault(start, "attribute-value", { element: tag, attribute, value }))
    }
    for (const attribute of rule.required ?? [])
        if (element.attributes[attribute] === undefined)
            faults.push(fault(start, "attribute-missing", { element: tag, attribute }))
}
