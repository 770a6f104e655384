import { fromUtf8 } from "../../base/bytes.ts"
import { printJson } from "../../base/canonical-json.ts"
import { type Issue, issue } from "../../base/issue.ts"
import { isMapping } from "../../base/value.ts"
import { isSafePath } from "../manifest/path.ts"
import { isFingerprint } from "../signature/public-key.ts"
import type { PacketKind } from "./report.ts"

/**
 * `index.json` of a layer, read by plain checks: the judge trusts no schema library and no builder. Closed: an unknown
 * member is an error in format 1.0. The text must be the canonical one, so a member given twice cannot be read twice.
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
    if (!isMapping(value)) return { issues: [issue("verify.index.json", [file], {})] }
    if (typeof value.format === "string" && value.format !== "1.0")
        return { issues: [issue("verify.index.format", [file], {})] }
    const issues: Issue[] = []
    if (!INDEX(value, [file], issues)) return { issues }
    // The members have been checked, so the nesting is shallow and printing is safe.
    if (printJson(value) !== text) return { issues: [issue("verify.index.not-canonical", [file], {})] }
    const { kind, ref, createdAt, signingKey, sent = [], setAside = [], files } = value
    return { index: { kind, ref, createdAt, signingKey, sent, setAside, files }, issues: [] }
}

type At = readonly (string | number)[]
/** Whether a value is a T. Everything that is not as it should be is named in the issues. */
type Check<T> = (value: unknown, at: At, issues: Issue[]) => value is T
/** A check for each member of T, so that none is believed that nobody looked at. */
type Members<T> = { readonly [K in keyof T]-?: Check<T[K]> }

/** A check that names the member when the predicate is false. */
function holds<T>(predicate: (value: unknown) => boolean): Check<T> {
    return (value, at, issues): value is T => {
        const isRight = predicate(value)
        if (!isRight) issues.push(issue("verify.index.field", at, {}))
        return isRight
    }
}
function optional<T>(check: Check<T>): Check<T | undefined> {
    return (value, at, issues): value is T | undefined => value === undefined || check(value, at, issues)
}
function listOf<T>(check: Check<T>): Check<readonly T[]> {
    return (value, at, issues): value is readonly T[] => {
        if (!Array.isArray(value) || value.length > MOST_LISTED) return NEVER(value, at, issues)
        return value.map((item: unknown, i) => check(item, [...at, i], issues)).every((isRight) => isRight)
    }
}
/** Exactly these members and no other. */
function mapping<T>(members: Members<T>): Check<T> {
    const checks = Object.entries<Check<unknown>>(members)
    return (value, at, issues): value is T => {
        if (!isMapping(value)) return NEVER(value, at, issues)
        const known = checks.map(([name, check]) => check(value[name], [...at, name], issues))
        const unknown = Object.keys(value).filter((name) => !Object.hasOwn(members, name))
        for (const name of unknown.slice(0, MOST_TOLD)) NEVER(value, [...at, name.slice(0, 40)], issues)
        return unknown.length === 0 && known.every((isRight) => isRight)
    }
}
function text(form: RegExp): Check<string> {
    return holds((value) => typeof value === "string" && form.test(value))
}

// RFC 3339 knows no hour 24, which engines read as the next day.
const HOUR = "(?:[01]\\d|2[0-3])"
const TIME = new RegExp(`^(\\d{4}-\\d\\d-\\d\\d)T${HOUR}:[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-]${HOUR}:[0-5]\\d)$`)

/** RFC 3339 §5.6, of a day that its month has: engines take the 30th of February for the 2nd of March, or for none. */
function isTime(text: string): boolean {
    const [, day] = TIME.exec(text) ?? []
    const start = Date.parse(`${day ?? ""}T00:00:00Z`)
    return (
        !Number.isNaN(start) && new Date(start).toISOString().startsWith(day ?? "-") && !Number.isNaN(Date.parse(text))
    )
}
/** Longest list: no packet has more files. */
const MOST_LISTED = 20_000
/** Superfluous members that are named; one is enough to refuse. */
const MOST_TOLD = 100
const NEVER = holds<never>(() => false)
const size = holds<number>((value) => Number.isSafeInteger(value) && Number(value) >= 0)
const label = text(/^[^\0]{1,1024}$/su)

/** What stands in the file; more than what the judge works with. */
interface Written extends Omit<LayerIndex, "sent" | "setAside"> {
    readonly format: "1.0"
    readonly tool: string | undefined
    readonly sent: LayerIndex["sent"] | undefined
    readonly setAside: LayerIndex["setAside"] | undefined
    readonly files: readonly WrittenFile[]
}
interface WrittenFile extends IndexFile {
    readonly originalName: string | undefined
    readonly category: string | undefined
    readonly mediaType: string | undefined
}

const INDEX = mapping<Written>({
    kind: holds((value) => value === "draft" || value === "archive" || value === "submission"),
    format: holds((value) => value === "1.0"),
    // The folder in the ZIP is named by it.
    ref: holds((value) => typeof value === "string" && /^[A-Z0-9-]{4,24}$/.test(value) && isSafePath(value)),
    createdAt: holds((value) => typeof value === "string" && isTime(value)),
    signingKey: holds((value) => value === null || (typeof value === "string" && isFingerprint(value))),
    tool: optional(text(/^[\x20-\x7E]{1,60}$/)),
    sent: optional(listOf(mapping<SentRecord>({ path: label, size, sha256: text(/^[0-9a-f]{64}$/) }))),
    setAside: optional(listOf(label)),
    files: listOf(
        mapping<WrittenFile>({
            path: holds((value) => typeof value === "string" && isSafePath(value)),
            size,
            role: text(/^[a-z0-9-]{1,32}$/),
            originalName: optional(label),
            category: optional(label),
            mediaType: optional(label),
        }),
    ),
})
