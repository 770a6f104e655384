import { type Issue, issue } from "../../base/issue.ts"
import type { PathFault } from "../../base/issues/packet.ts"

/**
 * Safe paths. A stored path is ASCII, so that `sha256sum`, `certutil`, PowerShell 5.1 and every BagIt validator read the
 * same name: no `%`, CR or LF (implementations of RFC 8493 §2.1.3 disagree on their escapes), no character that a file
 * system forbids or changes, no two names that one file system would take for the same.
 */

/** Longest segment, in characters: leaves room for an extension on every file system. */
export const LONGEST_SEGMENT = 100
/** Longest path, in characters: with a folder in front it stays below Windows' 260. */
export const LONGEST_PATH = 180
const DEEPEST = 8

// Device names that Windows resolves whatever the extension (Microsoft, "Naming Files, Paths, and Namespaces").
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i

/**
 * The first fault of a path with `/` between segments, or `undefined` when it is safe.
 * Segments hold `[A-Za-z0-9._-]` only and neither begin nor end with a point, nor begin with a hyphen.
 */
export function pathFault(path: string): PathFault | undefined {
    if (path === "") return "empty"
    if (path.startsWith("/")) return "absolute"
    if (path.length > LONGEST_PATH) return "path-long"
    const segments = path.split("/")
    if (segments.length > DEEPEST) return "deep"
    for (const segment of segments) {
        const fault = segmentFault(segment)
        if (fault !== undefined) return fault
    }
    return undefined
}

function segmentFault(segment: string): PathFault | undefined {
    if (segment === "") return "segment-empty"
    if (!/^[A-Za-z0-9._-]+$/.test(segment)) return "character"
    // A leading point hides the file and covers `..`; a trailing one is dropped by Windows.
    if (segment.startsWith(".") || segment.endsWith(".")) return "segment-dot"
    if (segment.startsWith("-")) return "segment-dash"
    if (RESERVED.test(segment)) return "reserved-name"
    if (segment.length > LONGEST_SEGMENT) return "segment-long"
    return undefined
}

/** True when {@link pathFault} finds nothing. */
export function isSafePath(path: string): boolean {
    return pathFault(path) === undefined
}

/**
 * What a case-insensitive, normalising file system makes of a name; two names with the same key are one file there.
 * NFC first: folder listings may bring names that are not ASCII.
 */
export function foldPath(path: string): string {
    return path.normalize("NFC").toLowerCase().normalize("NFC")
}

/**
 * Faults of a list of paths taken together: `manifest.path.unsafe`, `manifest.path.collision` (also of folders that differ
 * in case only) and `manifest.path.file-and-folder`. The path of each issue is the file.
 */
export function checkPaths(paths: readonly string[]): Issue[] {
    const issues: Issue[] = []
    const safe: string[] = []
    const files = new Map<string, string>()
    const folders = new Map<string, string>()
    for (const path of paths) {
        const fault = pathFault(path)
        if (fault === undefined) safe.push(path)
        else issues.push(issue("manifest.path.unsafe", [path], { fault }))
        const other = files.get(foldPath(path))
        if (other !== undefined) issues.push(issue("manifest.path.collision", [path], { other }))
        else files.set(foldPath(path), path)
    }
    // Of unsafe ones not: half a million folders in one line would take all memory.
    for (const path of safe) {
        for (const folder of foldersOf(path)) {
            const key = foldPath(folder)
            const known = folders.get(key)
            if (known === undefined) {
                folders.set(key, folder)
                const file = files.get(key)
                if (file !== undefined) issues.push(issue("manifest.path.file-and-folder", [file], { folder }))
            } else if (known !== folder) {
                issues.push(issue("manifest.path.collision", [path], { other: known }))
            }
        }
    }
    return issues
}

/** The folders that a path lies in, outermost first: `a/b/c` gives `a` and `a/b`. */
function foldersOf(path: string): string[] {
    const segments = path.split("/")
    return segments.slice(1).map((_, i) => segments.slice(0, i + 1).join("/"))
}
