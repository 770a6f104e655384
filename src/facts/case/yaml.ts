import { Composer, LineCounter, Parser } from "yaml"
import type * as z from "zod"
import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { type DecodeNote, decodeText, mendYaml } from "../../base/text/decode.ts"
import { boundIssues, MOST_ANSWERS } from "./bounds.ts"
import { fieldPlaces, knownFields } from "./schema-fields.ts"
import { isShippedComment } from "./shipped-comments.data.ts"
import { changedTexts, lostComments, type YamlText, yamlFaults } from "./yaml-faults.ts"
import { scanYaml } from "./yaml-scan.ts"
import { type BlankMappings, type Place, yamlValue } from "./yaml-value.ts"

/** A YAML file as plain text values, with the line of each path for messages. */
export interface YamlInput {
    /** Absent for an empty file, and where a fault leaves the rest in doubt. */
    readonly value: unknown
    readonly issues: readonly Issue[]
    /** `:12` for the line of the nearest existing value at or above the path; empty for the root. */
    readonly locate: (path: IssuePath) => string
}

/** Larger files are no forms that a person filled in. */
const MOST_BYTES = 4 * 1024 * 1024

/**
 * Reads YAML with the failsafe schema (YAML 1.2 §10.1): every scalar stays text, so ids keep their digits and `no` is
 * not false. Fields twice, anchors, tags and several documents are refused.
 *
 * @param form - Schema of a form that people fill in. Its own fields alone may be blank, and what YAML takes out of a
 * typed text is told: comments behind a value, backslashes, commas in figures.
 */
export function readYaml(file: string, bytes: Uint8Array, blank: BlankMappings, form?: z.ZodType): YamlInput {
    if (bytes.length > MOST_BYTES)
        return nothing([issue("input.file.too-large", [file], { size: bytes.length, most: MOST_BYTES })])
    const decoded = decodeText(bytes)
    if (decoded === undefined) return nothing([issue("input.file.encoding", [file], {})])
    const lineCount = decoded.text.split("\n").length
    if (lineCount > MOST_ANSWERS)
        return nothing([issue("input.file.too-many", [file], { count: lineCount, most: MOST_ANSWERS })])
    const mended = mendYaml(decoded, form && new Set(fieldPlaces(form).keys()))
    const notes = mended.notes.filter((n): n is Exclude<DecodeNote, "crlf"> => n !== "crlf")
    const lines = new LineCounter()
    const tokens = [...new Parser(lines.addNewLine).parse(mended.text)]
    // Fields twice are looked for when the values are read: the parser would compare each with all others.
    const options = { schema: "failsafe", uniqueKeys: false, prettyErrors: false } as const
    const [document, second] = new Composer(options).compose(tokens, true, mended.text.length)
    const yaml: YamlText = {
        file,
        text: mended.text,
        scan: scanYaml(mended.text),
        position: (offset) => lines.linePos(offset),
    }
    const errors = [...(document?.errors ?? []), ...(document?.warnings ?? [])].map(({ code, pos }) => ({
        code,
        offset: pos[0],
    }))
    if (second !== undefined) errors.push({ code: "MULTIPLE_DOCS", offset: second.range[0] })
    const faults = yamlFaults(yaml, errors)
    const comments = form === undefined ? [] : lostComments(yaml, isShippedComment)
    const faulty = new Set(faults.map(({ path }) => path[0]))
    const issues: Issue[] = [
        ...notes.map((note) => issue(`input.file.mended-${note}`, [file], {}, "note")),
        ...faults,
        // A line that cannot be read at all is said once.
        ...comments.filter((lost) => !faulty.has(lost.path[0])),
        ...(form === undefined || faults.length > 0 ? [] : changedTexts(yaml)),
    ]
    if (faults.length > 0 || document === undefined) return nothing(issues)
    const known = form && ((path: IssuePath) => [...knownFields(form, path), "notASecret"])
    const { value, place, twice, split } = yamlValue(document, blank, known)
    const large = boundIssues(file, value)
    if (large.length > 0) return nothing(large)
    const lineOf = (offset: number): string => `:${String(lines.linePos(offset).line)}`
    for (const { path, offset, field } of twice)
        issues.push(
            issue("input.yaml.syntax", [file + lineOf(offset), ...path], {
                line: lines.linePos(offset).line,
                column: lines.linePos(offset).col,
                reason: "twice",
                found: field,
                proposed: "",
            }),
        )
    if (twice.length > 0) return nothing(issues)
    for (const { path, offset, parts } of split)
        issues.push(
            issue("input.yaml.number-comma", [file + lineOf(offset), ...path], {
                found: parts.join(","),
                proposed: ungrouped(parts),
            }),
        )
    const locate = (path: IssuePath): string => {
        const offset = nearest(place, path)
        return offset === undefined ? "" : lineOf(offset)
    }
    return { value, issues, locate }
}

/** The figure without its commas; empty where they do not part groups of three. */
function ungrouped(parts: readonly string[]): string {
    return /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$/.test(parts.join(",")) ? parts.join("") : ""
}

function nearest(root: Place, path: IssuePath): number | undefined {
    let place = root
    for (const key of path) {
        const member = place.members.get(key)
        if (member === undefined) break
        place = member
    }
    return place === root ? undefined : place.offset
}

function nothing(issues: readonly Issue[]): YamlInput {
    return { value: undefined, issues, locate: () => "" }
}
