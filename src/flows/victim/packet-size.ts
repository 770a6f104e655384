import { type Issue, issue } from "../../base/issue.ts"
import { LARGEST_BOOK } from "../../editions/police/exhibits.ts"
import { type EvidenceItem, isPacked } from "../../editions/shared/evidence-item.ts"
import { DESCRIPTION_FILE } from "../../facts/evidence/descriptions.ts"
import { MOST_BYTES } from "../../packet/assemble/plan.ts"

/** Pictures are in a packet twice more: in 截图及附件汇编 and, as its part, in 案件材料汇编. */
const COPIES = 2

/**
 * Whether the files fit into one packet, told before anything is built: at import a warning, at check an error. It names
 * the largest files, as many as have to go by another way.
 */
export function packetSize(items: readonly EvidenceItem[], severity: "error" | "warning"): Issue[] {
    const packed = items.filter(isPacked).map(({ entry }) => entry)
    const pictures = packed.filter(({ category }) => category === "picture")
    const book = Math.min(LARGEST_BOOK, sum(pictures.map(({ sizeBytes }) => sizeBytes)))
    const bytes = sum(packed.map(({ sizeBytes }) => sizeBytes))
    const most = MOST_BYTES - COPIES * book
    if (bytes <= most) return []
    const large: string[] = []
    let rest = bytes
    for (const { label, originalName, sizeBytes } of packed.toSorted((a, b) => b.sizeBytes - a.sizeBytes)) {
        if (rest <= most) break
        large.push(`${label}（${originalName}，${String(sizeBytes)}）`)
        rest -= sizeBytes
    }
    return [issue("evidence.size.packet", [DESCRIPTION_FILE], { bytes, most, files: large.join("、") }, severity)]
}

function sum(sizes: readonly number[]): number {
    return sizes.reduce((total, size) => total + size, 0)
}
