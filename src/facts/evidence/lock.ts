import * as z from "zod"
import { printJson } from "../../base/canonical-json.ts"
import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { hasLoneSurrogate } from "../../base/text/hygiene.ts"
import { fault } from "../case/fields.ts"
import { readJsonFile } from "../case/record.ts"
import { DANGERS, type Danger } from "./danger.ts"
import { describeType, extensionOf, isKnownExtension } from "./file-type.ts"
import type { Category } from "./file-types.data.ts"
import type { Exif } from "./tiff.ts"

/**
 * The record of intake, `evidence.lock.json`: what each file was on the day it was taken in. It is input of every later
 * step, so file times and labels survive copying, and an entry once written is never rewritten. It is taken out whole
 * where the reporter says that the file never belonged here.
 */
export interface EvidenceLock {
    readonly entries: readonly LockEntry[]
    /**
     * Labels of entries that are shown to nobody, as 证据说明.xlsx last said it; in their order. Read only where that sheet
     * or a row of it is gone, so that what was withheld stays withheld.
     */
    readonly withheld?: readonly string[]
    /**
     * Labels whose entries were taken out, as nothing but labels: what a file was called is nobody's business once it was
     * added by mistake, but a packet that was handed over before may name it, so that no other file may get its label.
     */
    readonly removed?: readonly string[]
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
    /** What was seen in it that whoever opens it must know of. */
    readonly danger?: Danger
}

/** Name of the record in the case folder. */
export const LOCK_FILE = "evidence.lock.json"
const FORMAT = "lerpack-evidence-lock"
const VERSION = 1
const PREFIX: Readonly<Record<EvidenceFolder, { letter: string; digits: number }>> = {
    evidence: { letter: "E", digits: 3 },
    exports: { letter: "X", digits: 2 },
}
const RFC3339 =
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/** True for RFC 3339 with an offset, the only form in which a time enters the lock. */
export function isLockTime(text: string): boolean {
    return RFC3339.test(text)
}

/** What gives each further file of a folder its label: one more than the highest ever given there. */
export function labeller({ entries, removed = [] }: EvidenceLock): (folder: EvidenceFolder) => string {
    const highest: Record<EvidenceFolder, number> = { evidence: 0, exports: 0 }
    for (const label of [...entries.map((entry) => entry.label), ...removed]) {
        const folder = label.startsWith(PREFIX.exports.letter) ? "exports" : "evidence"
        highest[folder] = Math.max(highest[folder], Number(label.slice(1)))
    }
    return (folder) => {
        const { letter, digits } = PREFIX[folder]
        highest[folder] += 1
        return letter + String(highest[folder]).padStart(digits, "0")
    }
}

/**
 * Path of an entry inside a packet, `evidence/E001.jpg`: ASCII, label as name, extension of the type that its bytes
 * have. A file of unknown type, or a ZIP that some program calls a document of its own (`.pages`), keeps its extension if
 * that is ASCII letters and digits, else gets `bin` or `zip`.
 */
export function packetPath(entry: LockEntry): string {
    const own = extensionOf(entry.originalName)
    const { mediaType, extension } = describeType(entry.mediaType)
    const isUnknown =
        mediaType === "application/octet-stream" || (mediaType === "application/zip" && !isKnownExtension(own))
    return `${entry.folder}/${entry.label}.${isUnknown && /^[a-z0-9]{1,8}$/.test(own) ? own : extension}`
}

/** The lock as text: the same entries give the same bytes. Where nothing is withheld or removed nothing is said of it. */
export function printLock({ entries, withheld = [], removed = [] }: EvidenceLock): string {
    return printJson({
        format: FORMAT,
        version: VERSION,
        entries,
        ...(withheld.length > 0 && { withheld }),
        ...(removed.length > 0 && { removed }),
    })
}

/** The lock that remembers which of its files are shown to nobody now. */
export function rememberWithheld({ entries, removed }: EvidenceLock, labels: ReadonlySet<string>): EvidenceLock {
    const withheld = entries.map(({ label }) => label).filter((label) => labels.has(label))
    return { entries, ...(withheld.length > 0 && { withheld }), ...(removed !== undefined && { removed }) }
}

/** The lock without some of its entries; their labels are never given again. */
export function withoutEntries(lock: EvidenceLock, labels: ReadonlySet<string>): EvidenceLock {
    const gone = lock.entries.map(({ label }) => label).filter((label) => labels.has(label))
    const entries = lock.entries.filter(({ label }) => !labels.has(label))
    const removed = [...(lock.removed ?? []), ...gone].sort()
    return rememberWithheld(
        { entries, ...(removed.length > 0 && { removed }) },
        new Set((lock.withheld ?? []).filter((label) => !labels.has(label))),
    )
}

/**
 * Reads a lock file. Anything that {@link printLock} would not have written is an issue: the file is made by the
 * program and edited by nobody.
 */
export function parseLock(bytes: Uint8Array): { lock?: EvidenceLock; issues: readonly Issue[] } {
    const head = lockHead.safeParse(readJsonFile(LOCK_FILE, bytes, "any").value)
    if (!head.success) return { issues: [issue("evidence.lock.unreadable", [LOCK_FILE], {})] }
    const { version } = head.data
    if (version !== VERSION)
        return { issues: [issue("evidence.lock.version", [LOCK_FILE], { version: String(version) })] }
    const issues: Issue[] = []
    const entries: LockEntry[] = []
    const labels = new Set<string>()
    const names = new Set<string>()
    head.data.entries.forEach((raw, i) => {
        const path: IssuePath = [LOCK_FILE, "entries", i]
        const { data: entry, error } = lockEntry.safeParse(raw)
        if (entry === undefined) {
            const field = wrongField(error?.issues[0])
            issues.push(issue("evidence.lock.field", [...path, field], { field }))
            return
        }
        const name = nameKey(entry)
        if (labels.has(entry.label) || names.has(name))
            issues.push(issue("evidence.lock.twice", path, { label: entry.label, file: entry.originalName }))
        labels.add(entry.label)
        names.add(name)
        entries.push(entry)
    })
    const listOf = (field: "withheld" | "removed", isOne: (text: string) => boolean): readonly string[] => {
        const given = head.data[field]
        const list = z.array(z.string().refine(isOne)).safeParse(given === undefined ? [] : given)
        if (list.success && new Set(list.data).size === list.data.length) return list.data
        issues.push(issue("evidence.lock.field", [LOCK_FILE, field], { field }))
        return []
    }
    const withheld = listOf("withheld", (text) => labels.has(text))
    const removed = listOf("removed", (text) => LABEL.test(text) && !labels.has(text))
    if (issues.length > 0) return { issues }
    return { lock: rememberWithheld({ entries, ...(removed.length > 0 && { removed }) }, new Set(withheld)), issues }
}

/** Name of the field that a fault is about; `entry` where there are no fields at all. */
function wrongField(found: z.core.$ZodIssue | undefined): string {
    const field = found?.code === "unrecognized_keys" && found.path.length === 0 ? found.keys[0] : found?.path[0]
    return String(field ?? "entry")
}

/** One key per file: the same name in composed and decomposed Unicode (macOS) is the same file. */
export function nameKey(file: { readonly folder: EvidenceFolder; readonly originalName: string }): string {
    return `${file.folder}/${file.originalName.normalize("NFC")}`
}

/** Text of any content, also none; what has no UTF-8 form cannot be printed. */
export const words = z.string().superRefine((value, context) => {
    if (hasLoneSurrogate(value)) fault(context, "input.text.surrogate", {})
})
/** A whole number from zero on: bytes, pixels. */
export const count = z.number({ error: "number" }).superRefine((value, context) => {
    if (!Number.isSafeInteger(value) || value < 0) misfit(context, value, "number")
})
const filled = words.superRefine((value, context) => {
    if (value === "") fault(context, "input.field.empty", {})
})
const lockTime = z.string({ error: "time" }).superRefine((value, context) => {
    if (!isLockTime(value)) misfit(context, value, "time")
})

function misfit(context: z.RefinementCtx, found: string | number, expected: string): void {
    fault(context, "input.value.kind", { found: String(found).slice(0, 60), expected })
}

/** An entry as it stands in a record. `label` is what labels look like: masked copies are called otherwise. */
export function entrySchema(label: RegExp): z.ZodType<LockEntry> {
    return z
        .strictObject({
            folder: z.enum(["evidence", "exports"]),
            label: z.string().superRefine((value, context) => {
                if (!label.test(value) || !/[1-9]/.test(value)) fault(context, "input.label.format", { found: value })
            }),
            originalName: words.superRefine((value, context) => {
                if (value.split("/").some((part) => ["", ".", ".."].includes(part)))
                    misfit(context, value, "evidence/…")
            }),
            sizeBytes: count,
            mediaType: filled,
            category: z.enum(CATEGORIES),
            sha256: z.string().superRefine((value, context) => {
                if (!/^[0-9a-f]{64}$/.test(value)) misfit(context, value, "SHA-256")
            }),
            modifiedAt: lockTime,
            importedAt: lockTime,
            widthPx: count.exactOptional(),
            heightPx: count.exactOptional(),
            exif: exif.exactOptional(),
            danger: z.enum(DANGERS).exactOptional(),
        })
        .superRefine(({ folder, label: given }, context) => {
            if (!given.startsWith(PREFIX[folder].letter))
                context.addIssue({
                    code: "custom",
                    path: ["label"],
                    params: { code: "input.label.format", found: given },
                })
        })
}

const CATEGORIES = ["picture", "document", "table", "recording", "other"] as const satisfies Category[]
const exif = z.strictObject({
    takenAt: filled.exactOptional(),
    make: filled.exactOptional(),
    model: filled.exactOptional(),
    orientation: z.int({ error: "number" }).min(1).max(8).exactOptional(),
    gps: z.literal(true).exactOptional(),
})
/** Label of a registered file. */
export const LABEL = /^(?:E\d{3,9}|X\d{2,9})$/
const lockEntry = entrySchema(LABEL)
const lockHead = z.object({
    format: z.literal(FORMAT),
    version: z.union([z.number(), z.string()]),
    entries: z.array(z.unknown()),
    withheld: z.unknown().optional(),
    removed: z.unknown().optional(),
})
