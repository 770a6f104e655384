import type { Description } from "../evidence/descriptions.ts"
import { CATEGORY_ZH } from "../evidence/file-types.data.ts"
import type { LockEntry } from "../evidence/lock.ts"
import { shown } from "./print.ts"

/** One file as editions see it: what its owner says of it, and what intake recorded. */
export interface EvidenceItem extends Description {
    readonly entry: LockEntry
}

export interface EvidenceRow {
    readonly label: string
    readonly file: string
    readonly caption: string
    readonly kind: string
    readonly size: string
    readonly source: string
    readonly maker: string
    readonly original: string
    readonly modified: string
    readonly hashed: string
    readonly others: string
    readonly sha256: string
}

/** The row of a file in the list for the police (程序规定 §67, 刑诉法解释 §§108, 110, 113). */
export function evidenceRow(item: EvidenceItem): EvidenceRow {
    const { entry } = item
    const pixels =
        entry.widthPx !== undefined && entry.heightPx !== undefined
            ? `，${String(entry.widthPx)}×${String(entry.heightPx)} 像素`
            : ""
    return {
        label: entry.label,
        file: shown(entry.originalName),
        caption: shown(item.caption),
        kind: `${CATEGORY_ZH[entry.category]}，${entry.mediaType}${pixels}`,
        size: `${String(entry.sizeBytes)} 字节`,
        source: shown(item.source),
        maker: shown([item.maker, item.method].filter((part) => part.trim() !== "").join("；")),
        original: shown(item.originalAt),
        modified: clock(entry.modifiedAt),
        hashed: clock(entry.importedAt),
        others: item.othersData === undefined ? "未说明" : item.othersData ? "是" : "否",
        sha256: entry.sha256,
    }
}

/** `2023-04-01 10:00:00 +08:00` from RFC 3339. */
function clock(rfc3339: string): string {
    const [, day = "", time = "", zone = ""] = /^(\S{10})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?(\S+)$/.exec(rfc3339) ?? []
    return `${day} ${time} ${zone === "Z" ? "UTC" : zone}`
}
