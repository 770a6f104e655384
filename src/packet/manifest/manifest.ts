import { compareBytes, fromUtf8, utf8 } from "../../base/bytes.ts"
import { type Issue, issue } from "../../base/issue.ts"
import { checkPaths, isSafePath, pathFault } from "./path.ts"

/**
 * Payload manifest and tag manifest of RFC 8493 §2.1.3 and §2.2.1 in the one spelling that `sha256sum` prints: 64
 * lower-case hex digits, two spaces, path, LF; sorted by bytes. The section allows more; the signature covers bytes, so
 * whatever can be written in two ways is refused.
 */

/** Name of the payload manifest, the signed file. */
export const MANIFEST = "manifest-sha256.txt"
/** Name of the tag manifest. */
export const TAG_MANIFEST = "tagmanifest-sha256.txt"
/** Largest manifest that is read, in bytes: 20,000 lines of the longest path fit. */
export const LARGEST_MANIFEST = 8 << 20

/** Most lines: no packet has more files. A finding for each of millions of empty ones would fill memory and screen. */
export const MOST_LINES = 20_000

/** One line: a path relative to the top directory and the SHA-256 of the file as 64 lower-case hex digits. */
export interface ManifestLine {
    readonly path: string
    readonly sha256: string
}

/** Prints a manifest, sorted. Throws `RangeError` for a path or digest that has no line: that is a fault of the program. */
export function printManifest(lines: readonly ManifestLine[]): Uint8Array {
    const sorted = [...lines].sort((a, b) => compareBytes(a.path, b.path))
    for (const [i, { path, sha256 }] of sorted.entries()) {
        if (pathFault(path) !== undefined) throw new RangeError(`no manifest line for ${JSON.stringify(path)}`)
        if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`no SHA-256 for ${path}`)
        if (sorted[i + 1]?.path === path) throw new RangeError(`${path} twice`)
    }
    return utf8(sorted.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(""))
}

/** What could be read, and everything that is wrong with it. */
export interface ParsedManifest {
    /** Lines with a digest and a path, in file order, also where issues were found: a report can go on. */
    readonly lines: readonly ManifestLine[]
    readonly issues: readonly Issue[]
}

/**
 * Reads a manifest strictly. All findings are given, each with `[file, line number from 1]` as its path.
 *
 * @param file - name for the issues, for example `manifest-sha256.txt`.
 * @param inside - `data/` for a payload manifest: every path begins with it (RFC 8493 §2.1.3); `""` for a tag manifest.
 */
export function parseManifest(bytes: Uint8Array, file: string, inside: "data/" | ""): ParsedManifest {
    if (bytes.length > LARGEST_MANIFEST) {
        return { lines: [], issues: [issue("manifest.text.large", [file], { most: LARGEST_MANIFEST })] }
    }
    const issues: Issue[] = []
    const strict = fromUtf8(bytes)
    // Read on where it is possible: one finding about the encoding says more than one for every file.
    const text = (strict ?? new TextDecoder().decode(bytes)).replace(/^\uFEFF/, "")
    if (text !== strict) issues.push(issue("manifest.text.encoding", [file], {}))
    if (text !== "" && !text.endsWith("\n")) issues.push(issue("manifest.text.end", [file], {}))
    const lines: ManifestLine[] = []
    const rows = text.split("\n")
    if (rows.at(-1) === "") rows.pop()
    if (rows.length > MOST_LINES)
        return { lines: [], issues: [issue("manifest.text.lines", [file], { lines: rows.length, most: MOST_LINES })] }
    for (const [i, row] of rows.entries()) {
        const line = parseLine(row, [file, i + 1], inside, issues)
        if (line === undefined) continue
        const before = lines.at(-1)
        if (before !== undefined && before.path !== line.path && compareBytes(before.path, line.path) > 0)
            issues.push(issue("manifest.line.order", [file, i + 1], { path: line.path }))
        lines.push(line)
    }
    return { lines, issues: [...issues, ...listIssues(lines, file)] }
}

function parseLine(
    row: string,
    at: readonly [string, number],
    inside: string,
    issues: Issue[],
): ManifestLine | undefined {
    // Whatever changes line ends changes all of them: told once, at the first.
    if (row.endsWith("\r") && issues.every(({ code }) => code !== "manifest.line.carriage-return"))
        issues.push(issue("manifest.line.carriage-return", at, {}))
    const match = /^([0-9A-Fa-f]{64})([ \t]+\*?)(.+?)\r?$/.exec(row)
    const [, digest, gap, path] = match ?? []
    if (digest === undefined || gap === undefined || path === undefined) {
        issues.push(issue("manifest.line.form", at, {}))
        return undefined
    }
    const sha256 = digest.toLowerCase()
    if (digest !== sha256 || gap !== "  ") issues.push(issue("manifest.line.spelling", at, { path }))
    if (!path.startsWith(inside) && isSafePath(path)) issues.push(issue("manifest.line.outside", at, { path }))
    return { path, sha256 }
}

/** Faults of the list as a whole: the same path twice, unsafe paths, names that collide. */
function listIssues(lines: readonly ManifestLine[], file: string): Issue[] {
    const seen = new Map<string, ManifestLine>()
    const issues: Issue[] = []
    for (const line of lines) {
        if (seen.has(line.path)) issues.push(issue("manifest.line.duplicate", [file], { path: line.path }))
        else seen.set(line.path, line)
    }
    return [...issues, ...checkPaths([...seen.keys()])]
}
