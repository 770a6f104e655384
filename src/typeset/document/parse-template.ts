/// <reference path="./handlebars-parser.d.ts" />
import type {} from "handlebars"
import { parse } from "handlebars/dist/cjs/handlebars/compiler/base.js"
import Exception from "handlebars/dist/cjs/handlebars/exception.js"
import { type Issue, issue } from "../../base/issue.ts"

/** A place in a template's source; both count from 1. */
export interface Place {
    readonly line: number
    readonly column: number
}

/** Place of an offset of the source. */
export function placeAt(source: string, offset: number): Place {
    const before = source.slice(0, offset)
    return { line: before.split("\n").length, column: offset - (before.lastIndexOf("\n") + 1) + 1 }
}

/** Place of a node of the syntax tree; Handlebars counts columns from 0. */
export function placeOf(node: hbs.AST.Node): Place {
    return { line: node.loc.start.line, column: node.loc.start.column + 1 }
}

/**
 * Parses a template with Handlebars' own parser.
 *
 * @returns The syntax tree, or an issue `document.template.syntax` with the place.
 */
export function parseTemplate(source: string, name: string): Parsed {
    const known = PARSED.get(name)
    if (known?.source === source) return known.parsed
    const parsed = parseAnew(source, name)
    PARSED.set(name, { source, parsed })
    return parsed
}

type Parsed = { readonly program: hbs.AST.Program } | { readonly issue: Issue }

/** Each template as last read: the documents of a run share their partials, which are checked and used again and again. */
const PARSED = new Map<string, { readonly source: string; readonly parsed: Parsed }>()

function parseAnew(source: string, name: string): Parsed {
    const deep = tooDeep(source)
    if (deep !== undefined)
        return {
            issue: issue("document.template.deep", [name], {
                template: name,
                ...placeAt(source, deep),
                most: DEEPEST,
            }),
        }
    try {
        return { program: parse(source) }
    } catch (error) {
        const text = error instanceof Error ? error.message : String(error)
        return {
            issue: issue("document.template.syntax", [name], {
                template: name,
                ...syntaxPlace(source, error, text),
                detail: text.split("\n").at(-1) ?? text,
            }),
        }
    }
}

/** Levels of blocks and elements; ours have a dozen. What walks through a template calls itself for each. */
const DEEPEST = 64
const OPENS_OR_ENDS = /\{\{~?\s*(?<block>[#/])|<(?<end>\/)?(?!(?:br|col|hr|img)\b)[A-Za-z]/g

/** Offset of the first block or element that lies too deep; ends that are missing are told elsewhere. */
function tooDeep(source: string): number | undefined {
    let depth = 0
    for (const { index, groups = {} } of source.matchAll(OPENS_OR_ENDS)) {
        depth += groups.block === "/" || groups.end !== undefined ? -1 : 1
        if (depth > DEEPEST) return index
    }
    return undefined
}

/** Handlebars gives numbers for its own errors; its parser generator only a line and a drawing with a caret. */
function syntaxPlace(source: string, error: unknown, text: string): Place {
    if (error instanceof Exception && typeof error.lineNumber === "number")
        return { line: error.lineNumber, column: Number(error.column) + 1 }
    const line = Number(/line (\d+)/.exec(text)?.[1] ?? 1)
    const [, shown = "", drawing = ""] = text.split("\n")
    const before = shown.slice(0, drawing.indexOf("^")).replace(/^\.\.\./, "")
    const sourceLine = source.split("\n")[line - 1] ?? ""
    const token = /\S+\s*$/.exec(before)?.[0].trim() ?? ""
    const found = token === "" ? -1 : sourceLine.lastIndexOf(token)
    return { line, column: found < 0 ? 1 : found + token.length + 1 }
}

interface NodeTypes {
    ContentStatement: Omit<hbs.AST.ContentStatement, "original"> & { original: unknown }
    MustacheStatement: hbs.AST.MustacheStatement
    BlockStatement: hbs.AST.BlockStatement
    PartialStatement: hbs.AST.PartialStatement
    PathExpression: hbs.AST.PathExpression
    SubExpression: hbs.AST.SubExpression
}

/** Narrows a node by its type tag. */
export function isNode<T extends keyof NodeTypes>(node: hbs.AST.Node, type: T): node is NodeTypes[T] & hbs.AST.Node {
    return node.type === type
}
