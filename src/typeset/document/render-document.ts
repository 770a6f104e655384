import { type Issue, issue, PacketError } from "../../base/issue.ts"
import type { DocumentModel } from "./blocks.ts"
import { buildDocument } from "./build-blocks.ts"
import { checkTemplate, hasRoot } from "./check-template.ts"
import { evaluate } from "./evaluate.ts"
import { isElement, parseMarkup } from "./markup.ts"
import { parseTemplate } from "./parse-template.ts"

/**
 * Renders a template over data into the document model.
 *
 * Data are text and nothing else: `<b>` in a field prints as written, `{{` in it is inert, a line break in it stays a
 * line break. Only own properties of `data` are read.
 *
 * @param source - Template source, the subset of `templates/README.md` with Handlebars.
 * @param name - Name for issues, for example `zh-CN/case-statement.hbs`.
 * @param partials - Sources of `{{> name}}` by name.
 * @throws PacketError with all `document.*` issues found in one of three steps: the sources, the data (missing fields,
 * fields that are not text), the markup that resulted. Each has template, line and column.
 */
export function renderDocument(
    source: string,
    name: string,
    data: unknown,
    partials: Readonly<Record<string, string>> = {},
): DocumentModel {
    const { html, locate } = renderMarkup(source, name, data, partials)
    const { nodes, faults } = parseMarkup(html)
    const issues: Issue[] = faults.map(({ offset, what }) => {
        const { code, ...params } = what
        const place = locate(offset)
        return issue(code, [place.template], { ...place, ...params } as never)
    })
    const article = nodes.find(isElement)
    if (issues.length === 0 && (!article || !hasRoot(nodes)))
        issues.push(issue("document.template.root", [name], { template: name, line: 1, column: 1 }))
    if (issues.length > 0 || !article) throw new PacketError(issues)
    return buildDocument(article)
}

/** The first half of {@link renderDocument}: template and data to HTML text, also for a preview in a page. */
export function renderMarkup(
    source: string,
    name: string,
    data: unknown,
    partials: Readonly<Record<string, string>> = {},
): ReturnType<typeof evaluate> {
    const names = Object.keys(partials)
    const issues = [
        ...checkOnce(source, name, names, "document"),
        ...Object.entries(partials).flatMap(([partial, text]) => checkOnce(text, partial, names, "partial")),
    ]
    const parsed = parseTemplate(source, name)
    if ("issue" in parsed || issues.length > 0) throw new PacketError(issues)
    const evaluated = evaluate(parsed.program, name, data, partials)
    if (evaluated.issues.length > 0) throw new PacketError(evaluated.issues)
    return evaluated
}

/** Findings of each template as last seen, by kind and name: partials are checked for every document of a run. */
const CHECKED = new Map<
    string,
    { readonly source: string; readonly names: string; readonly issues: readonly Issue[] }
>()

function checkOnce(
    source: string,
    name: string,
    partials: readonly string[],
    kind: "document" | "partial",
): readonly Issue[] {
    const names = partials.join()
    const known = CHECKED.get(`${kind} ${name}`)
    if (known?.source === source && known.names === names) return known.issues
    const issues = checkTemplate(source, name, partials, kind)
    CHECKED.set(`${kind} ${name}`, { source, names, issues })
    return issues
}
