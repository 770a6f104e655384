import type { ByteSource } from "../../base/source.ts"
import { oneLine } from "../../base/text/hygiene.ts"
import { compareTimes, isBefore, parseTime, printBeijing, type Time } from "../../base/text/time.ts"
import type { Description } from "../../facts/evidence/descriptions.ts"
import { programKind } from "../../facts/evidence/file-type.ts"
import { CATEGORY_ZH } from "../../facts/evidence/file-types.data.ts"
import type { LockEntry } from "../../facts/evidence/lock.ts"
import type { MaskBox } from "../../facts/evidence/mask.ts"
import type { Exif } from "../../facts/evidence/tiff.ts"
import { groupDigits } from "../../facts/money/format.ts"
import {
    boxPlace,
    bytes,
    CAUTION,
    HAS_PLACE,
    maskedCaption,
    maskedName,
    maskedSource,
    NO_REASON,
    pixels,
    SEPARATE,
    UNSTATED,
    yesNo,
} from "./evidence-item.words.ts"
import { shown } from "./print.ts"
import { ZONE_UNKNOWN } from "./print.words.ts"

/** One file as editions see it: what its owner says of it, and what intake recorded. */
export interface EvidenceItem extends Description {
    readonly entry: LockEntry
    /** The masked copy that `build` made, label `E012-m`; there is one exactly where there are `boxes`. */
    readonly masked?: LockEntry
    /** Present where this item is itself the masked copy of another; see {@link maskedItem}. */
    readonly copyOf?: string
}

/** Whether a packet holds the file itself: not one that nobody gets, nor one on a disc of its own. */
export function isPacked({ share, handedOver }: EvidenceItem): boolean {
    return share !== "none" && handedOver === undefined
}

/** The masked copy of an item as an item of its own; `undefined` where there is none. */
export function maskedItem({ masked, boxes = [], ...original }: EvidenceItem): EvidenceItem | undefined {
    if (masked === undefined) return undefined
    const { label } = original.entry
    return {
        ...original,
        entry: masked,
        copyOf: label,
        boxes,
        caption: maskedCaption(boxes.length, shown(original.caption)),
        source: maskedSource(label),
    }
}

/** All files that a packet holds of these items: each, then its masked copy. */
export function withCopies(items: readonly EvidenceItem[]): readonly EvidenceItem[] {
    return items.flatMap((item) => {
        const copy = maskedItem(item)
        return copy === undefined ? [item] : [item, copy]
    })
}

/**
 * What of an item may go to a recipient: where anything is masked, the masked copy alone; `undefined` where nothing is
 * released, or where a copy should be there and is not.
 */
export function releasedForm(item: EvidenceItem): EvidenceItem | undefined {
    if (item.share !== "recipient") return undefined
    return item.boxes === undefined && item.masked === undefined ? item : maskedItem(item)
}

/** Sizes in bytes of what was released, in the form in which it goes out. */
export function releasedSizes(
    items: readonly EvidenceItem[],
    sources: ReadonlyMap<string, ByteSource>,
): readonly number[] {
    return items
        .flatMap((item) => releasedForm(item) ?? [])
        .map(({ entry }) => sources.get(entry.label)?.size ?? entry.sizeBytes)
}

/** A file of the evidence list as it is printed. */
export interface EvidenceRow {
    readonly label: string
    readonly file: string
    readonly caption: string
    readonly kind: string
    /** Empty where it is no picture. */
    readonly pixels: string
    readonly size: string
    readonly source: string
    readonly maker: string
    readonly original: string
    readonly modified: string
    readonly hashed: string
    /** When and with what a camera took it, as the file says; empty where it does not. */
    readonly taken: string
    readonly others: string
    /** Empty where nothing was said. */
    readonly foreign: string
    readonly sha256: string
    /** Says so where the file is on a disc of its own; else empty. */
    readonly separate: string
    /** Of the masked copy, where there is one. */
    readonly masked?: MaskedRow
}

/** What that list says of a masked copy. */
export interface MaskedRow {
    readonly label: string
    readonly file: string
    readonly size: string
    readonly made: string
    readonly boxes: readonly { readonly text: string }[]
    readonly sha256: string
}

/** The row of a file in the list for the police (程序规定 §67, 刑诉法解释 §§108, 110, 113). */
export function evidenceRow(item: EvidenceItem): EvidenceRow {
    const { entry } = item
    return {
        label: entry.label,
        file: item.copyOf === undefined ? oneLine(entry.originalName) : maskedName(item.copyOf),
        caption: shown(item.caption),
        kind: `${CATEGORY_ZH[entry.category]}，${entry.mediaType}${cautionOf(entry)}`,
        pixels: pixelsOf(entry),
        size: bytes(groupDigits(String(entry.sizeBytes))),
        source: shown(item.source),
        maker: shown([item.maker, item.method].filter((part) => part.trim() !== "").join("；")),
        original: shown(item.originalAt),
        modified: clock(entry.modifiedAt),
        hashed: clock(entry.importedAt),
        taken: takenText(entry.exif),
        others: item.othersData === undefined ? UNSTATED : yesNo(item.othersData),
        foreign: item.foreign === undefined ? "" : yesNo(item.foreign),
        sha256: entry.sha256,
        separate: item.handedOver === undefined ? "" : SEPARATE,
        ...(item.masked === undefined ? {} : { masked: maskedRow(item.masked, item.boxes ?? []) }),
    }
}

/** A file that must be opened with care says so where its type stands. */
function cautionOf({ danger, mediaType, originalName }: LockEntry): string {
    const found = programKind(mediaType, originalName) ?? danger
    return found === undefined ? "" : CAUTION[found]
}

/** `720×1560 像素`; empty where it is no picture. */
function pixelsOf({ widthPx, heightPx }: LockEntry): string {
    return widthPx === undefined || heightPx === undefined ? "" : pixels(widthPx, heightPx)
}

function takenText(exif: Exif | undefined): string {
    if (exif === undefined) return ""
    const { takenAt, make, model, gps } = exif
    const parts = [
        takenAt === undefined ? undefined : clock(takenAt),
        make === undefined && model === undefined ? undefined : shown(cameraName(make, model)),
        gps === true ? HAS_PLACE : undefined,
    ]
    return parts.filter((part) => part !== undefined).join("；")
}

/** Many cameras write the maker again in front of the model. */
function cameraName(make = "", model = ""): string {
    return model.startsWith(make) ? model : `${make} ${model}`
}

function maskedRow(masked: LockEntry, boxes: readonly MaskBox[]): MaskedRow {
    const made = parseTime(masked.importedAt)
    return {
        label: masked.label,
        file: masked.originalName,
        size: `${masked.mediaType}，${bytes(groupDigits(String(masked.sizeBytes)))}`,
        made: typeof made === "string" ? clock(masked.importedAt) : printBeijing(made),
        boxes: boxes.map((box) => ({ text: `${boxPlace(box)}：${shown(box.reason, NO_REASON)}` })),
        sha256: masked.sha256,
    }
}

/** `2023-04-01 10:00:00 +08:00` from RFC 3339; without an offset the zone is said to be unknown. */
function clock(rfc3339: string): string {
    const [, day = "", time = "", zone = ""] = /^(\S{10})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?(\S*)$/.exec(rfc3339) ?? []
    return zone === "" ? `${day} ${time}${ZONE_UNKNOWN}` : `${day} ${time} ${zone === "Z" ? "UTC" : zone}`
}

/** Files that were registered after a time, by when; at the minute, as people write times. */
export function takenInLater(time: Time, items: readonly EvidenceItem[]): readonly { label: string; at: Time }[] {
    return items
        .flatMap(({ entry: { label, importedAt } }) => {
            const at = parseTime(importedAt)
            return typeof at !== "string" && isBefore(time, at) ? [{ label, at }] : []
        })
        .sort((a, b) => compareTimes(a.at, b.at))
}
