import { fromUtf8 } from "../../base/bytes.ts"
import { printJson } from "../../base/canonical-json.ts"
import { type Issue, issue } from "../../base/issue.ts"
import { isSafePath } from "../manifest/path.ts"
import { isFingerprint } from "../signature/public-key.ts"
import type { PacketKind } from "./report.ts"

/**
 * `index.json` of a layer, read by plain checks: the judge trusts no schema library and no builder. Closed: an unknown
 * member is an error in format 1.0. The text must be the canonical one, so a member given twice can not be read twice.
 */

/** Largest index that is read, in bytes. */
export const LARGEST_INDEX = 16 << 20

/** A file as the index describes it. */
export interface IndexFile {
    readonly path: string
    readonly size: number
    readonly role: string
}

/** A recorded hand-over: name it had, size in bytes, SHA-256. */
export interface SentRecord {
    readonly path: string
    readonly size: number
    readonly sha256: string
}

/** The checked members. They are what the maker of the layer says, no more. */
export interface LayerIndex {
    readonly kind: PacketKind
    readonly ref: string
    /** RFC 3339 with its offset. */
    readonly createdAt: string
    /** Fingerprint of the key that must have signed; null for an unsigned layer. */
    readonly signingKey: string | null
    readonly sent: readonly SentRecord[]
    readonly setAside: readonly string[]
    readonly files: readonly IndexFile[]
}

/** Reads an index. Every wrong member is named: `verify.index.field`, path `[file, member, ...]`. */
export function parseIndex(
    bytes: Uint8Array,
    file: string,
): { readonly index?: LayerIndex; readonly issues: readonly Issue[] } {
    const text = fromUtf8(bytes)
    let value: unknown
    try {
        value = JSON.parse(text ?? "")
    } catch {
        return { issues: [issue("verify.index.json", [file], {})] }
    }
    if (!isRecord(value)) return { issues: [issue("verify.index.json", [file], {})] }
    if (typeof value.format === "string" && value.format !== "1.0")
        return { issues: [issue("verify.index.format", [file], {})] }
    const issues = [
        ...Object.entries(MEMBERS).flatMap(([name, check]) => check(value[name], [file, name])),
        ...Object.keys(value)
            .filter((name) => !Object.hasOwn(MEMBERS, name))
            .map((name) => issue("verify.index.field", [file, name.slice(0, 40)], {})),
    ]
    if (issues.length > 0) return { issues }
    // The members have been checked, so the nesting is shallow and printing is safe.
    if (printJson(value) !== text) return { issues: [issue("verify.index.not-canonical", [file], {})] }
    return { index: { sent: [], setAside: [], ...value } as unknown as LayerIndex, issues: [] }
}

type At = readonly (string | number)[]
type Check = (value: unknown, at: At) => Issue[]

/** A check that names the member when the predicate is false. */
function holds(predicate: (value: unknown) => boolean): Check {
    return (value, at) => (predicate(value) ? [] : [issue("verify.index.field", at, {})])
}
function text(form: RegExp): (value: unknown) => boolean {
    return (value) => typeof value === "string" && form.test(value)
}
function optional(predicate: (value: unknown) => boolean): (value: unknown) => boolean {
    return (value) => value === undefined || predicate(value)
}
function listOf(members: Readonly<Record<string, (value: unknown) => boolean>>): Check {
    return (value, at) => {
        if (!Array.isArray(value)) return [issue("verify.index.field", at, {})]
        return value.flatMap((item: unknown, i) => {
            if (!isRecord(item)) return [issue("verify.index.field", [...at, i], {})]
            const names = [...new Set([...Object.keys(members), ...Object.keys(item)])]
            const wrong = names.filter((name) => !Object.hasOwn(members, name) || members[name]?.(item[name]) !== true)
            return wrong.map((name) => issue("verify.index.field", [...at, i, name.slice(0, 40)], {}))
        })
    }
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/
const isSize = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0
const isDigest = text(/^[0-9a-f]{64}$/)
const isPath = (value: unknown) => typeof value === "string" && isSafePath(value)
const isLabel = text(/^[^\0]{1,1024}$/su)

const MEMBERS: Readonly<Record<string, Check>> = {
    kind: holds((value) => value === "draft" || value === "archive" || value === "submission"),
    format: holds((value) => value === "1.0"),
    ref: holds(text(/^[A-Z0-9-]{4,24}$/)),
    createdAt: holds((value) => text(TIME)(value) && !Number.isNaN(Date.parse(String(value)))),
    signingKey: holds((value) => value === null || (typeof value === "string" && isFingerprint(value))),
    tool: holds(optional(text(/^[\x20-\x7E]{1,60}$/))),
    sent: (value, at) =>
        value === undefined ? [] : listOf({ path: isLabel, size: isSize, sha256: isDigest })(value, at),
    setAside: holds(optional((value) => Array.isArray(value) && value.every(isLabel))),
    files: listOf({
        path: isPath,
        size: isSize,
        role: text(/^[a-z0-9-]{1,32}$/),
        originalName: optional(isLabel),
        category: optional(isLabel),
        mediaType: optional(isLabel),
    }),
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null && !Array.isArray(value)
}
