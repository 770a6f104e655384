import { printJson } from "../../base/canonical-json.ts"
import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { describeType, extensionOf } from "./file-type.ts"
import type { Category } from "./file-types.data.ts"
import type { Exif } from "./tiff.ts"

/**
 * The record of intake, `evidence.lock.json`: what each file was on the day it was taken in. It is input of every later
 * step, so file times and labels survive copying, and an entry once written is never rewritten.
 */
export interface EvidenceLock {
    readonly entries: readonly LockEntry[]
}

/** Where a file lies in the case folder: evidence as received, or export files of an exchange. */
export type EvidenceFolder = "evidence" | "exports"

/** What intake recorded of a file; never rewritten. */
export interface LockEntry {
    /** `E001` in evidence, `X01` in exports; given once, never again. */
    readonly label: string
    readonly folder: EvidenceFolder
    /** Path below the folder with `/`, exactly as the file system had it. */
    readonly originalName: string
    readonly sizeBytes: number
    readonly mediaType: string
    readonly category: Category
    /** 64 lower-case hex digits. */
    readonly sha256: string
    /** RFC 3339 with offset: last change according to the file system of the machine that imported. */
    readonly modifiedAt: string
    /** RFC 3339 with offset: when the hash was computed. */
    readonly importedAt: string
    readonly widthPx?: number
    readonly heightPx?: number
    readonly exif?: Exif
}

/** Name of the record in the case folder. */
export const LOCK_FILE = "evidence.lock.json"
const FORMAT = "lerpack-evidence-lock"
const VERSION = 1
const PREFIX: Readonly<Record<EvidenceFolder, { letter: string; digits: number }>> = {
    evidence: { letter: "E", digits: 3 },
    exports: { letter: "X", digits: 2 },
}
const CATEGORIES: readonly string[] = ["picture", "document", "table", "recording", "other"] satisfies Category[]
const RFC3339 =
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/** True for RFC 3339 with an offset, the only form in which a time enters the lock. */
export function isLockTime(text: string): boolean {
    return RFC3339.test(text)
}

/** The label that the next file of a folder gets: one more than the highest ever given. */
export function nextLabel(entries: readonly LockEntry[], folder: EvidenceFolder): string {
    const { letter, digits } = PREFIX[folder]
    const highest = entries
        .filter((e) => e.folder === folder)
        .reduce((top, e) => Math.max(top, Number(e.label.slice(1))), 0)
    return letter + String(highest + 1).padStart(digits, "0")
}

/**
 * Path of an entry inside a packet, `evidence/E001.jpg`: ASCII, label as name, extension of the type that its bytes
 * have. A file of unknown type keeps its extension if that is ASCII letters and digits, else gets `bin`.
 */
export function packetPath(entry: LockEntry): string {
    const own = extensionOf(entry.originalName)
    const { mediaType, extension } = describeType(entry.mediaType)
    const isUnknown = mediaType === "application/octet-stream"
    return `${entry.folder}/${entry.label}.${isUnknown && /^[a-z0-9]{1,8}$/.test(own) ? own : extension}`
}

/** The lock as text: the same entries give the same bytes. */
export function printLock(lock: EvidenceLock): string {
    return printJson({ format: FORMAT, version: VERSION, entries: lock.entries })
}

/**
 * Reads a lock file. Anything that {@link printLock} would not have written is an issue: the file is made by the
 * program and edited by nobody.
 */
export function parseLock(text: string): { lock?: EvidenceLock; issues: readonly Issue[] } {
    const value = parseJson(text)
    if (!isRecord(value) || value.format !== FORMAT || !Array.isArray(value.entries)) {
        return { issues: [issue("evidence.lock.unreadable", [LOCK_FILE], {})] }
    }
    if (value.version !== VERSION)
        return { issues: [issue("evidence.lock.version", [LOCK_FILE], { version: String(value.version) })] }
    const issues: Issue[] = []
    const entries: LockEntry[] = []
    const labels = new Set<string>()
    const names = new Set<string>()
    value.entries.forEach((raw: unknown, i: number) => {
        const path: IssuePath = [LOCK_FILE, "entries", i]
        const wrong = isRecord(raw) ? wrongField(raw) : "entry"
        if (wrong !== undefined) {
            issues.push(issue("evidence.lock.field", [...path, wrong], { field: wrong }))
            return
        }
        const entry = raw as unknown as LockEntry
        const name = nameKey(entry)
        if (labels.has(entry.label) || names.has(name))
            issues.push(issue("evidence.lock.twice", path, { label: entry.label, file: entry.originalName }))
        labels.add(entry.label)
        names.add(name)
        entries.push(entry)
    })
    return issues.length > 0 ? { issues } : { lock: { entries }, issues }
}

/** One key per file: the same name in composed and decomposed Unicode (macOS) is the same file. */
export function nameKey(file: { readonly folder: EvidenceFolder; readonly originalName: string }): string {
    return `${file.folder}/${file.originalName.normalize("NFC")}`
}

function parseJson(text: string): unknown {
    try {
        return JSON.parse(text) as unknown
    } catch {
        return undefined
    }
}
function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value)
}

type Check = (value: unknown, entry: Record<string, unknown>) => boolean
const isText: Check = (v) => typeof v === "string" && v !== ""
const isCount: Check = (v) => typeof v === "number" && Number.isSafeInteger(v) && v >= 0
const isTime: Check = (v) => typeof v === "string" && isLockTime(v)
const optional =
    (check: Check): Check =>
    (v, e) =>
        v === undefined || check(v, e)

const CHECKS: Readonly<Record<keyof LockEntry, Check>> = {
    folder: (v) => v === "evidence" || v === "exports",
    label: (v, e) =>
        typeof v === "string" &&
        (e.folder === "evidence" ? /^E\d{3,}$/ : /^X\d{2,}$/).test(v) &&
        Number(v.slice(1)) > 0,
    originalName: (v) =>
        typeof v === "string" &&
        v !== "" &&
        !v.startsWith("/") &&
        !v.split("/").some((part) => ["", ".", ".."].includes(part)),
    sizeBytes: isCount,
    mediaType: isText,
    category: (v) => typeof v === "string" && CATEGORIES.includes(v),
    sha256: (v) => typeof v === "string" && /^[0-9a-f]{64}$/.test(v),
    modifiedAt: isTime,
    importedAt: isTime,
    widthPx: optional(isCount),
    heightPx: optional(isCount),
    exif: optional((v) => isRecord(v) && wrongExif(v) === undefined),
}
const EXIF_CHECKS: Readonly<Record<keyof Exif, Check>> = {
    takenAt: isText,
    make: isText,
    model: isText,
    orientation: (v) => typeof v === "number" && Number.isInteger(v) && v >= 1 && v <= 8,
    gps: (v) => v === true,
}

/** Name of the first field that does not hold, or of one that does not belong. */
function wrongField(entry: Record<string, unknown>): string | undefined {
    const failing = Object.entries(CHECKS).find(([field, check]) => !check(entry[field], entry))
    return failing?.[0] ?? Object.keys(entry).find((field) => !(field in CHECKS))
}
function wrongExif(exif: Record<string, unknown>): string | undefined {
    return Object.keys(exif).find((field) => !(EXIF_CHECKS as Record<string, Check>)[field]?.(exif[field], exif))
}
