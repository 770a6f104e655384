import type { ErrorCode } from "yaml"
import { type Issue, issue } from "../../base/issue.ts"
import type { YamlFault } from "../../base/issues/yaml.ts"
import type { Mark, YamlScan } from "./yaml-scan.ts"

/** What is wrong with a YAML text, as the person sees it who typed it. */

/** A text with what was found in it. */
export interface YamlText {
    readonly file: string
    readonly text: string
    readonly scan: YamlScan
    /** Line and column of an offset, both from 1. */
    readonly position: (offset: number) => { readonly line: number; readonly col: number }
}

/** A fault as the parser saw it. */
export interface ParserFault {
    readonly code: ErrorCode
    readonly offset: number
}

/** The faults of a text: one for each line, and none for what is only the consequence of another. */
export function yamlFaults(yaml: YamlText, errors: readonly ParserFault[]): Issue[] {
    const { scan, position } = yaml
    const found = new Map<number, Issue>()
    for (const sign of scan.signs) {
        const { line } = position(sign.offset)
        if (!found.has(line)) found.set(line, signFault(yaml, sign))
    }
    // Told even if the parser found nothing: it takes `"\"` for closed.
    const last = scan.open === undefined ? Number.POSITIVE_INFINITY : position(scan.open.offset).line
    if (scan.open !== undefined && !found.has(last)) found.set(last, openFault(yaml, scan.open))
    for (const { code, offset } of errors) {
        const { line } = position(offset)
        if (line < last && !found.has(line)) found.set(line, parserFault(yaml, code, offset))
    }
    return [...found].sort(([a], [b]) => a - b).map(([, fault]) => fault)
}

/** Comments behind something else, which a person may have meant as part of it. */
export function lostComments(yaml: YamlText, isKnown: (comment: string) => boolean): Issue[] {
    return yaml.scan.comments
        .filter(({ text }) => !isKnown(text.replace(/^#+/, "").trim()))
        .map((comment) => commentFault(yaml, comment, "warning"))
}

function commentFault(yaml: YamlText, { offset, text }: Mark, severity: "warning" | "error"): Issue {
    const { line } = yaml.position(offset)
    const { before, value, indent } = parts(lineAt(yaml, offset))
    // Fields below belong to this one; quotes would make a text of it.
    const next = yaml.text.slice(yaml.text.indexOf("\n", offset)).match(/^\n(?:[^\S\n]*\n)*( *)\S/)
    const isHead = value.startsWith("#") && next !== null && (next[1] ?? "").length > indent
    const proposed = isHead || inFlow(yaml, offset) || /^[|>]/.test(value) ? "" : before + quoted(value)
    return issue("input.yaml.comment", [`${yaml.file}:${String(line)}`], { lost: text, proposed }, severity)
}

/** What was perhaps not meant as it was read: backslashes, `|` with nothing below, full-width quotes and brackets. */
export function changedTexts(yaml: YamlText): Issue[] {
    const { escapes, emptyBlocks, wide } = yaml.scan
    const place = ({ offset }: Mark): string[] => [`${yaml.file}:${String(yaml.position(offset).line)}`]
    return [
        ...escapes.map((mark) => issue("input.yaml.escape", place(mark), { found: visibleEscape(mark) }, "warning")),
        ...emptyBlocks.map((mark) => issue("input.yaml.empty-block", place(mark), { found: mark.text }, "warning")),
        ...wide.map((mark) =>
            issue("input.yaml.wide-sign", place(mark), { found: mark.text, sign: mark.text.slice(0, 1) }, "warning"),
        ),
    ]
}

function visibleEscape({ text }: Mark): string {
    return text.replace("\n", "⏎")
}

function signFault(yaml: YamlText, sign: Mark): Issue {
    const { line, col } = yaml.position(sign.offset)
    const found = sign.text.slice(0, 1)
    const place = [`${yaml.file}:${String(line)}`]
    const proposed = proposal(yaml, sign.offset)
    if (found === "&" || found === "*") return issue("input.yaml.alias", place, { found, proposed })
    return issue("input.yaml.syntax", place, { line, column: col, reason: "sign", found, proposed })
}

function openFault(yaml: YamlText, open: Mark): Issue {
    const end = { "{": "}", "[": "]" }[open.text]
    const swallowed = yaml.scan.comments.find(
        ({ offset, text }) => end !== undefined && offset > open.offset && text.includes(end),
    )
    if (swallowed !== undefined) return commentFault(yaml, swallowed, "error")
    const { line, col } = yaml.position(open.offset)
    const wide = end === undefined ? undefined : fullWidth(lineAt(yaml, open.offset))
    const params =
        wide === undefined
            ? ({ reason: end === undefined ? "open-quote" : "open-bracket", found: open.text } as const)
            : ({ reason: "full-width", found: wide } as const)
    return issue("input.yaml.syntax", [`${yaml.file}:${String(line)}`], { line, column: col, ...params, proposed: "" })
}

function parserFault(yaml: YamlText, code: ErrorCode, offset: number): Issue {
    const { line, col } = yaml.position(offset)
    const { reason, found = "", proposed = "" } = reasonOf(yaml, code, offset)
    return issue("input.yaml.syntax", [`${yaml.file}:${String(line)}`], { line, column: col, reason, found, proposed })
}

interface Reason {
    readonly reason: YamlFault
    readonly found?: string
    readonly proposed?: string
}

const PLAIN_REASONS: Readonly<Partial<Record<ErrorCode, YamlFault>>> = {
    TAB_AS_INDENT: "tab",
    MULTIPLE_DOCS: "dashes",
    RESOURCE_EXHAUSTION: "deep",
}

function reasonOf(yaml: YamlText, code: ErrorCode, offset: number): Reason {
    const plain = PLAIN_REASONS[code]
    if (plain !== undefined) return { reason: plain }
    const line = lineAt(yaml, offset)
    const { value, field } = parts(line)
    const proposed = proposal(yaml, offset)
    if (code === "BAD_DQ_ESCAPE") return { reason: "escape", found: yaml.text.slice(offset, offset + 2), proposed }
    const wide = inFlow(yaml, offset) || /[｛［]/.test(value) ? fullWidth(value) : undefined
    if (wide !== undefined) return { reason: "full-width", found: wide }
    const quote = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*\S/.exec(value)
    if (quote) return { reason: "after-quote", found: value.slice(0, 1), proposed }
    if (inFlow(yaml, offset) && code !== "UNEXPECTED_TOKEN") return { reason: "flow" }
    const sign = /^(?:[@%`,|>\]}[{]|[-?](?=\s|$))/.exec(value)
    if (sign && (code === "BAD_SCALAR_START" || field !== "" || !inFlow(yaml, offset)))
        return { reason: "sign", found: sign[0], proposed }
    if (/:(?:\s|$)/.test(value) && field !== "") return { reason: "colon", proposed }
    if (field === "" && /^[\w\p{Script=Han}]+[:：]\S/u.test(value)) return { reason: "no-blank" }
    if (field === "" && !/[:：]/.test(value)) return { reason: "no-colon" }
    return { reason: code === "BLOCK_AS_IMPLICIT_KEY" ? "indent-below" : "indent" }
}

/** The line with its value in quotes; empty where the value is not the rest of the line. */
function proposal(yaml: YamlText, offset: number): string {
    const { before, value } = parts(lineAt(yaml, offset))
    if (inFlow(yaml, offset) && !/^[[{]/.test(value)) return ""
    return inside(yaml, offset) ? "" : before + quoted(value)
}

/** Within brackets, and not those that the line's whole value consists of. */
function inside(yaml: YamlText, offset: number): boolean {
    return yaml.scan.flows.some(([start, end]) => offset > start && offset < end)
}

function inFlow(yaml: YamlText, offset: number): boolean {
    return yaml.scan.flows.some(([start, end]) => offset >= start && offset < end)
}

function lineAt({ text }: YamlText, offset: number): string {
    const start = text.lastIndexOf("\n", offset - 1) + 1
    const end = text.indexOf("\n", start)
    return text.slice(start, end === -1 ? undefined : end)
}

/** A line taken apart: `  - what: ` and what stands behind. */
function parts(line: string): { before: string; field: string; value: string; indent: number } {
    const found = /^(\s*)((?:- +)*)((?:[\w.]+ *:(?:\s+|$))?)(.*?)\s*$/.exec(line)
    const [, space = "", dashes = "", field = "", value = ""] = found ?? []
    return { before: dashes + field.trim() + (field === "" ? "" : " "), field, value, indent: (space + dashes).length }
}

/** Signs of a Chinese input method where YAML wants ASCII. */
function fullWidth(text: string): string | undefined {
    return /[，：｛｝［］“”‘’、；]/.exec(text)?.[0]
}

/** A text in quotes, as YAML reads it back. A text that is half quoted already keeps its own. */
export function quoted(value: string): string {
    const comment = /^"((?:[^"\\]|\\.)*)"(\s+#.*)$|^'((?:[^']|'')*)'(\s+#.*)$/.exec(value)
    const text = comment
        ? `${comment[1] ?? comment[3]?.replace(/''/g, "'") ?? ""}${comment[2] ?? comment[4] ?? ""}`
        : value
    const whole = /^"(.*)"$/.exec(text)
    const inner = whole && !comment && text.includes("\\") ? (whole[1] ?? "") : text
    return /["\\]/.test(inner) ? `'${inner.replace(/'/g, "''")}'` : `"${inner}"`
}
