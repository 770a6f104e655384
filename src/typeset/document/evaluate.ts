import { type Issue, issue } from "../../base/issue.ts"
import { isNode, type Place, parseTemplate, placeOf } from "./parse-template.ts"
import { isTruthy, TEMPLATE_HELPERS } from "./template-helpers.ts"

/**
 * Evaluates a template's syntax tree over data. The grammar is Handlebars'; the walk is our own, because Handlebars'
 * compiler is lax where a legal document must be strict: a missing list in `each` or a `null` prints nothing, an error
 * inside `a.b.c` has no place, line breaks in data vanish, and it needs `new Function`, which a page's content
 * security policy forbids. A test holds both against each other on everything that is not an error.
 *
 * Values are always escaped; only own properties are read; what is missing is reported with its place, all at once.
 */

/** Text of a document with a map back to the places it came from. */
export interface Evaluated {
    readonly html: string
    readonly issues: readonly Issue[]
    /** Where a character of `html` stands in the sources. */
    readonly locate: (offset: number) => Place & { readonly template: string }
}

interface Scope {
    readonly value: unknown
    readonly parent?: Scope
    /** `@index`, `@first`, `@last`, `@key`, `@root`. */
    readonly data: Readonly<Record<string, unknown>>
    readonly named: Readonly<Record<string, unknown>>
}

interface Run {
    readonly partials: Readonly<Record<string, string>>
    readonly parts: string[]
    readonly marks: {
        readonly offset: number
        readonly place: Place & { template: string }
        readonly literal: boolean
    }[]
    length: number
    readonly issues: Map<string, Issue>
}

/** A line break inside a value: kept, unlike one in a template's source. Read by build-blocks.ts. */
export const LINE_SEPARATOR = "\u2028"
const DEEPEST_PARTIAL = 16

/**
 * Evaluates a template.
 *
 * @param program - Checked by `checkTemplate`: only known helpers, blocks and partials.
 */
export function evaluate(
    program: hbs.AST.Program,
    name: string,
    data: unknown,
    partials: Readonly<Record<string, string>>,
): Evaluated {
    const run: Run = { partials, parts: [], marks: [], length: 0, issues: new Map() }
    walk(run, program, { value: data, data: { root: data }, named: {} }, name, 0)
    const html = run.parts.join("")
    return {
        html,
        issues: [...run.issues.values()],
        locate(offset) {
            const mark = run.marks.findLast((m) => m.offset <= offset)
            if (!mark) return { template: name, line: 1, column: 1 }
            if (!mark.literal) return mark.place
            const passed = html.slice(mark.offset, offset).split("\n")
            const last = passed.at(-1)?.length ?? 0
            return passed.length === 1
                ? { ...mark.place, column: mark.place.column + last }
                : { ...mark.place, line: mark.place.line + passed.length - 1, column: last + 1 }
        },
    }
}

/** Escapes as Handlebars does; a line break becomes {@link LINE_SEPARATOR}. */
export function escapeText(text: string): string {
    return text
        .replace(/\r\n?|\n/g, LINE_SEPARATOR)
        .replace(/[&<>"'`=]/g, (c) => `&#x${c.charCodeAt(0).toString(16).toUpperCase()};`)
}

function emit(run: Run, text: string, place: Place, template: string, literal: boolean): void {
    run.marks.push({ offset: run.length, place: { ...place, template }, literal })
    run.parts.push(text)
    run.length += text.length
}

function report(run: Run, found: Issue): void {
    const { code, params }: { readonly code: string; readonly params: unknown } = found
    run.issues.set(JSON.stringify([code, params]), found)
}

function walk(run: Run, program: hbs.AST.Program, scope: Scope, template: string, depth: number): void {
    for (const statement of program.body) {
        if (isNode(statement, "ContentStatement")) {
            const original = String(statement.original)
            const skipped = original.slice(0, Math.max(0, original.indexOf(statement.value))).split("\n")
            const at = placeOf(statement)
            const column = skipped.length > 1 ? 1 : at.column + (skipped[0]?.length ?? 0)
            emit(run, statement.value, { line: at.line + skipped.length - 1, column }, template, true)
        } else if (isNode(statement, "MustacheStatement")) {
            const value = expression(run, asCall(statement), scope, template, false)
            emit(run, escapeText(printed(run, value, statement, template)), placeOf(statement), template, false)
        } else if (isNode(statement, "BlockStatement")) block(run, statement, scope, template, depth)
        else if (isNode(statement, "PartialStatement")) partial(run, statement, scope, template, depth)
    }
}

/** Value to text: text and numbers only. `undefined` was reported when it was looked up. */
function printed(run: Run, value: unknown, node: hbs.AST.MustacheStatement, template: string): string {
    if (typeof value === "string") return value
    if ((typeof value === "number" && Number.isFinite(value)) || typeof value === "bigint") return String(value)
    if (value !== undefined)
        report(
            run,
            issue("document.field.not-text", [template], {
                template,
                ...placeOf(node),
                field: original(node.path),
                found: value === null ? "null" : Array.isArray(value) ? "list" : typeof value,
            }),
        )
    return ""
}

function block(run: Run, node: hbs.AST.BlockStatement, scope: Scope, template: string, depth: number): void {
    const rounds = blockScopes(run, node, scope, template)
    for (const inner of rounds) walk(run, node.program, inner, template, depth)
    const otherwise = node.inverse as hbs.AST.Program | undefined
    if (rounds.length === 0 && otherwise) walk(run, otherwise, scope, template, depth)
}

/** The scopes a block's body is walked with: one for each item, one where a condition holds, otherwise none. */
function blockScopes(run: Run, node: hbs.AST.BlockStatement, scope: Scope, template: string): Scope[] {
    const kind = node.path.original
    const [subject] = node.params
    if (!subject) return []
    const value = expression(run, subject, scope, template, kind !== "each")
    const names = (node.program as { blockParams?: string[] }).blockParams ?? []
    if (kind === "if" || kind === "unless") return isTruthy(value) === (kind === "if") ? [scope] : []
    if (kind === "with")
        return isTruthy(value)
            ? [{ ...scope, value, parent: scope, named: { ...scope.named, ...bind(names, [value]) } }]
            : []
    const entries = listEntries(value)
    if (!entries && value !== undefined) {
        const field = original(subject)
        report(run, issue("document.field.not-list", [template], { template, ...placeOf(subject), field }))
    }
    return (entries ?? []).map(([key, item], index, all): Scope => {
        const data = { ...scope.data, key, index, first: index === 0, last: index === all.length - 1 }
        return { value: item, parent: scope, data, named: { ...scope.named, ...bind(names, [item, key]) } }
    })
}

function listEntries(value: unknown): [string | number, unknown][] | undefined {
    if (Array.isArray(value)) return value.map((item, index) => [index, item])
    if (typeof value === "object" && value !== null) return Object.entries(value)
    return undefined
}

function bind(names: readonly string[], values: readonly unknown[]): Record<string, unknown> {
    return Object.fromEntries(names.map((name, i) => [name, values[i]]))
}

function partial(run: Run, node: hbs.AST.PartialStatement, scope: Scope, template: string, depth: number): void {
    const name = original(node.name)
    const parsed = parseTemplate(run.partials[name] ?? "", name)
    if ("issue" in parsed) {
        report(run, parsed.issue)
        return
    }
    if (depth >= DEEPEST_PARTIAL) {
        report(
            run,
            issue("document.template.partial-endless", [template], { template, ...placeOf(node), partial: name }),
        )
        return
    }
    const [context] = node.params
    let value = context ? expression(run, context, scope, template, false) : scope.value
    const pairs = (node.hash as hbs.AST.Hash | undefined)?.pairs ?? []
    if (pairs.length > 0) {
        const added = pairs.map((pair) => [pair.key, expression(run, pair.value, scope, template, true)])
        value = { ...(value as object), ...Object.fromEntries(added) }
    }
    walk(run, parsed.program, { value, parent: scope, data: scope.data, named: {} }, name, depth + 1)
}

/** A mustache with arguments is a call; without, a value. */
function asCall(node: hbs.AST.MustacheStatement): hbs.AST.Expression {
    return node.params.length > 0 ? ({ ...node, type: "SubExpression" } as unknown as hbs.AST.SubExpression) : node.path
}

function expression(run: Run, node: hbs.AST.Expression, scope: Scope, template: string, mayBeAbsent: boolean): unknown {
    if (isNode(node, "PathExpression")) return lookUp(run, node, scope, template, mayBeAbsent)
    if (isNode(node, "SubExpression")) {
        const helper = TEMPLATE_HELPERS[node.path.original]
        if (!helper) return undefined
        const before = run.issues.size
        const values = node.params.map((param) => expression(run, param, scope, template, helper.mayBeAbsent))
        if (run.issues.size > before && !helper.mayBeAbsent) return undefined
        try {
            return helper.call(...values)
        } catch (error) {
            const detail = error instanceof Error ? error.message : String(error)
            report(
                run,
                issue("document.template.helper-misused", [template], {
                    template,
                    ...placeOf(node),
                    helper: node.path.original,
                    detail,
                }),
            )
            return undefined
        }
    }
    return (node as { value?: unknown }).value
}

/** Follows a path through own properties. Only its last step may be absent, and only in a condition. */
function lookUp(run: Run, path: hbs.AST.PathExpression, scope: Scope, template: string, mayBeAbsent: boolean): unknown {
    let from: Scope | undefined = scope
    for (let up = path.depth; up > 0; up--) from = from?.parent
    const [head] = path.parts
    let value: unknown = from?.value
    if (path.data) value = scope.data
    else if (
        path.depth === 0 &&
        head !== undefined &&
        Object.hasOwn(scope.named, head) &&
        !/^(?:this|\.)/.test(path.original)
    )
        value = scope.named
    for (const [i, part] of path.parts.entries()) {
        const has = value !== null && value !== undefined && Object.hasOwn(value, part)
        const next: unknown = has ? (value as Record<string, unknown>)[part] : undefined
        const last = i === path.parts.length - 1
        if (next === undefined && !(last && mayBeAbsent && value !== null && value !== undefined)) {
            const field = path.original
            report(run, issue("document.field.missing", [template], { template, ...placeOf(path), field }))
            return undefined
        }
        value = next
    }
    return value
}

function original(node: hbs.AST.Node): string {
    return String((node as { original?: unknown }).original ?? "")
}
