import * as z from "zod"
import { type Issue, issue } from "../../base/issue.ts"
import type { ByteSource } from "../../base/source.ts"
import { checkRecord, type Reading, readJsonFile } from "../case/record.ts"
import type { Description } from "./descriptions.ts"
import { readImageFacts } from "./image-facts.ts"
import { count, entrySchema, LABEL, type LockEntry, words } from "./lock.ts"
import { isMaskable, type MaskBox, maskedLabel } from "./mask.ts"

/**
 * `data/evidence.json` of a packet: each file with its description and what intake recorded of it. It came by the hands
 * of somebody else, so that it is held against a schema, and then against the files that are there.
 */

/** One file of a packet as its record has it. */
export interface RecordedItem extends Description {
    readonly entry: LockEntry
    /** The masked copy, label `E012-m`; there is one exactly where there are `boxes`. */
    readonly masked?: LockEntry
}

/** A file of the packet; `path` is relative to `data/`. */
export interface PayloadFile {
    readonly path: string
    readonly source: ByteSource
    /** As the packet's manifest has it. */
    readonly sha256: string
}

const box: z.ZodType<MaskBox> = z.strictObject({ x: count, y: count, width: count, height: count, reason: words })
const item: z.ZodType<RecordedItem> = z.strictObject({
    label: words,
    caption: words,
    source: words,
    maker: words,
    method: words,
    originalAt: words,
    othersData: z.boolean().exactOptional(),
    share: z.enum(["police", "recipient"]), // what is shown to nobody is in no packet
    foreign: z.boolean().exactOptional(),
    printed: z.boolean().exactOptional(),
    handedOver: z.literal("separately").exactOptional(),
    boxes: z.array(box).min(1).exactOptional(),
    entry: entrySchema(LABEL),
    masked: entrySchema(/^(?:E\d{3,9}|X\d{2,9})-m$/).exactOptional(),
})
const record = z.strictObject({ format: z.literal("1.0").optional(), items: z.array(item) })

/** Reads the record. Every fault is named with its path. */
export function readEvidenceRecord(file: string, bytes: Uint8Array): Reading<readonly RecordedItem[]> {
    const { value, issues } = checkRecord(file, readJsonFile(file, bytes, "printed"), record)
    return value === undefined ? { issues } : { value: value.items, issues }
}

/** Bytes of the evidence by label, `E012` and `E012-m`, and everything in which record and files do not agree. */
export async function matchEvidence(
    file: string,
    items: readonly RecordedItem[],
    files: readonly PayloadFile[],
): Promise<{ readonly sources: ReadonlyMap<string, ByteSource>; readonly issues: readonly Issue[] }> {
    const sources = new Map<string, ByteSource>()
    const seen = new Set<string>()
    const issues: Issue[] = []
    const evidence = files.filter(({ path }) => /^(?:evidence|exports)\//.test(path))
    const unnamed = new Set(evidence)
    // By label alone: which extension a type of file gets may change with the version that wrote the packet.
    const byStem = new Map(evidence.map((one) => [one.path.replace(/\.[^./]*$/, ""), one]))
    for (const [i, { label, entry, masked, boxes, share, handedOver }] of items.entries()) {
        const at = [file, "items", i]
        const differs = (part: string, field: string, recorded: string | number, actual: string | number): void => {
            if (recorded === actual) return
            const params = { label: entry.label, field, recorded: String(recorded), actual: String(actual) }
            issues.push(issue("evidence.record.differs", [...at, part, field], params))
        }
        differs("entry", "label", entry.label, label)
        if ((boxes === undefined) !== (masked === undefined))
            issues.push(issue("evidence.record.mask", at, { label: entry.label }))
        const isApart = handedOver !== undefined
        if (isApart && share === "recipient")
            issues.push(issue("evidence.record.separate", [...at, "share"], { label: entry.label }))
        if (masked !== undefined) differs("masked", "label", masked.label, maskedLabel(entry.label))
        for (const [part, one] of Object.entries({ entry, masked })) {
            if (one === undefined) continue
            const found = byStem.get(`${one.folder}/${one.label}`)
            if (seen.has(one.label))
                issues.push(issue("evidence.record.twice", [...at, part, "label"], { label: one.label }))
            else if (part === "entry" && isApart) {
                // On a disc of its own: a file with this label would be one that nobody described.
            } else if (found === undefined)
                issues.push(issue("evidence.record.no-file", [...at, part], { label: one.label }))
            else {
                unnamed.delete(found)
                sources.set(one.label, found.source)
                differs(part, "sizeBytes", one.sizeBytes, found.source.size)
                differs(part, "sha256", one.sha256, found.sha256)
                for (const [field, recorded, actual] of await pixels(one, found.source))
                    differs(part, field, recorded, actual)
            }
            seen.add(one.label)
        }
    }
    for (const { path } of unnamed) issues.push(issue("evidence.record.unnamed", [path], {}))
    return { sources, issues }
}

/**
 * Recorded and real size of a picture whose pixels are printed; layout goes by the recorded one. Where none is recorded
 * nothing is printed: the version that took it in may have read less than this one.
 */
async function pixels(
    { mediaType, widthPx, heightPx }: LockEntry,
    source: ByteSource,
): Promise<readonly (readonly [field: string, recorded: number, actual: number | "—"])[]> {
    if (!isMaskable(mediaType) || widthPx === undefined || heightPx === undefined) return []
    const facts = await readImageFacts(source, mediaType)
    return [
        ["widthPx", widthPx, facts.widthPx ?? "—"],
        ["heightPx", heightPx, facts.heightPx ?? "—"],
    ]
}
