import type { NewHasher } from "../../base/digest.ts"
import { type Issue, PacketError } from "../../base/issue.ts"
import type { ByteSource } from "../../base/source.ts"
import type { EvidenceItem } from "../../editions/shared/evidence-item.ts"
import { type MaskedCopy, maskPicture } from "../../facts/evidence/masked-copy.ts"

/** Masked copies of a case: every picture with boxes gets one; originals are only read. */

export interface MaskedItems {
    /** The same items, those with boxes with the entry of their copy. */
    readonly items: readonly EvidenceItem[]
    /** By label, those of the copies added: `E012` and `E012-m`. */
    readonly sources: ReadonlyMap<string, ByteSource>
}

/** Copies by what they are of: `check` makes those that go out to learn their size, and `build` needs the same. */
const COPIES = new WeakMap<EvidenceItem, { source: ByteSource; at: string; copy: MaskedCopy }>()

/**
 * Makes the copies, one picture after the other.
 *
 * @param at - RFC 3339 with offset: when the copies are made.
 * @throws PacketError naming every picture that cannot be masked: then nothing may be built, or it would leak.
 */
export async function addMaskedCopies(
    items: readonly EvidenceItem[],
    sources: ReadonlyMap<string, ByteSource>,
    at: string,
    newHasher: NewHasher,
): Promise<MaskedItems> {
    const all = new Map(sources)
    const made: EvidenceItem[] = []
    const issues: Issue[] = []
    for (const item of items) {
        const source = sources.get(item.entry.label)
        if (item.boxes === undefined || source === undefined) {
            made.push(item)
            continue
        }
        try {
            const known = COPIES.get(item)
            const copy =
                known?.source === source && known.at === at
                    ? known.copy
                    : await maskPicture(item.entry, item.boxes, source, at, newHasher)
            COPIES.set(item, { source, at, copy })
            all.set(copy.entry.label, copy.source)
            made.push({ ...item, masked: copy.entry })
        } catch (fault) {
            if (!(fault instanceof PacketError)) throw fault
            issues.push(...fault.issues)
        }
    }
    if (issues.length > 0) throw new PacketError(issues)
    return { items: made, sources: all }
}
