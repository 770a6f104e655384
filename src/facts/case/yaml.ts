import { type Document, isNode, LineCounter, parseDocument, visit } from "yaml"
import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { type DecodeNote, decodeText, mendYaml } from "../../base/text/decode.ts"

/** A YAML file as plain text values, with the line of each path for messages. */
export interface YamlInput {
    readonly value: unknown
    readonly issues: readonly Issue[]
    /** `:12` for the line of the nearest existing node at or above the path; empty for the root. */
    readonly locate: (path: IssuePath) => string
}

/** Whether a mapping with nothing filled in counts as given (each blank is then named) or as left out. */
export type BlankMappings = "keep" | "drop"

/**
 * Reads YAML with the failsafe schema (YAML 1.2 §10.1): every scalar stays text, so ids keep their digits and `no` is
 * not false. Duplicate keys, anchors, tags and several documents are refused.
 */
export function readYaml(file: string, bytes: Uint8Array, blank: BlankMappings): YamlInput {
    const decoded = decodeText(bytes)
    if (decoded === undefined) return nothing([issue("input.file.encoding", [file], {})])
    const mended = mendYaml(decoded)
    const notes = mended.notes.filter((n): n is Exclude<DecodeNote, "crlf"> => n !== "crlf")
    const issues: Issue[] = notes.map((note) => issue(`input.file.mended-${note}`, [file], {}, "note"))
    const lines = new LineCounter()
    const document = parseDocument(mended.text, {
        schema: "failsafe",
        lineCounter: lines,
        uniqueKeys: true,
        prettyErrors: false,
    })
    const faulty = new Set<number>()
    for (const error of [...document.errors, ...document.warnings]) {
        const { line, col } = lines.linePos(error.pos[0])
        // What follows in the same line is a consequence of the first fault.
        if (faulty.has(line)) continue
        faulty.add(line)
        issues.push(issue("input.yaml.syntax", [`${file}:${String(line)}`], { line, column: col, reason: error.code }))
    }
    if (document.errors.length > 0) return nothing(issues)
    const alias = firstAlias(document)
    if (alias !== undefined) {
        const { line } = lines.linePos(alias)
        return nothing([...issues, issue("input.yaml.alias", [`${file}:${String(line)}`], {})])
    }
    const locate = (path: IssuePath): string => {
        for (let depth = path.length; depth > 0; depth--) {
            const node: unknown = document.getIn(path.slice(0, depth), true)
            if (isNode(node) && node.range) return `:${String(lines.linePos(node.range[0]).line)}`
        }
        return ""
    }
    return { value: emptyToAbsent(document.toJS({ maxAliasCount: 0 }), blank), issues, locate }
}

/** Offset of the first alias (`*name`) in the file. */
function firstAlias(document: Document): number | undefined {
    let found: number | undefined
    visit(document, {
        Alias(_, node) {
            found = node.range?.[0] ?? 0
            return visit.BREAK
        },
    })
    return found
}

function nothing(issues: readonly Issue[]): YamlInput {
    return { value: undefined, issues, locate: () => "" }
}

/** An empty value (`key:` and nothing) counts as not given, so that a generated form may be left partly blank. */
function emptyToAbsent(value: unknown, blank: BlankMappings): unknown {
    if (Array.isArray(value))
        return value.map((item) => emptyToAbsent(item, blank)).filter((item) => item !== undefined)
    if (typeof value === "object" && value !== null) {
        const entries = Object.entries(value).map(([key, member]) => [key, emptyToAbsent(member, blank)] as const)
        const kept = entries.filter(([, member]) => member !== undefined)
        return blank === "drop" && kept.length === 0 && entries.length > 0 ? undefined : Object.fromEntries(kept)
    }
    return value === null || value === "" ? undefined : value
}
