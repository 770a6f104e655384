import { oneLine } from "../../base/text/hygiene.ts"
import { printChineseDate } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { FileHead } from "../../facts/evidence/heads/read-head.ts"
import { openDescriptions } from "../../facts/evidence/open-descriptions.ts"
import { groupDigits } from "../../facts/money/format.ts"
import { packetCount } from "../../messages/packet-count.ts"
import { type EvidenceItem, evidenceRow } from "../shared/evidence-item.ts"
import { headRow } from "../shared/file-head.ts"
import type { HandedOver } from "../shared/handed-over.ts"
import { labelList } from "../shared/labels.words.ts"
import { matterZh } from "../shared/matter.ts"
import { isPolice } from "../shared/police-names.ts"
import { grouped, shown } from "../shared/print.ts"
import { GAPS_ZH } from "./lists.words.ts"

/** Evidence list, handover sheet and verify guide: what lies in the packet and how to check it. */

/**
 * Data of 电子数据及视听资料清单（报案人提供）.
 *
 * @param heads - By label, what mails, chats and web archives say of themselves.
 */
export function evidenceListView(
    facts: Case,
    items: readonly EvidenceItem[],
    heads: ReadonlyMap<string, FileHead> = new Map(),
): object {
    const rows = (folder: string) => {
        const found = items.filter(({ entry }) => entry.folder === folder).map((item) => listRow(item, heads))
        return found.length === 0 ? undefined : found
    }
    return {
        ref: facts.ref,
        matter: matterZh(facts),
        name: shown(facts.reporter.name),
        exchange: shown(facts.account.exchange),
        count: String(items.length),
        hasFiles: items.length > 0,
        copyCount: countOf(items.filter(({ masked }) => masked !== undefined).length),
        separateCount: countOf(items.filter(isSeparate).length),
        evidence: rows("evidence"),
        exports: rows("exports"),
        originals: shown(facts.originals),
        gaps: openDescriptions(items).map(({ gap, labels }) => ({ what: GAPS_ZH[gap], labels: labelList(labels) })),
    }
}

/** A file's row, hashes in groups that can be read aloud. */
function listRow(item: EvidenceItem, heads: ReadonlyMap<string, FileHead>): object {
    const { masked, ...row } = evidenceRow(item)
    const head = heads.get(item.entry.label)
    return {
        ...row,
        sha256: grouped(row.sha256, 8),
        ...(masked === undefined ? {} : { masked: { ...masked, sha256: grouped(masked.sha256, 8) } }),
        ...(head === undefined ? {} : { head: headRow(head) }),
    }
}

const isSeparate = ({ handedOver }: EvidenceItem): boolean => handedOver !== undefined
/** Empty for none, which a template then leaves out. */
const countOf = (files: number): string => (files === 0 ? "" : String(files))

/** Data of 材料核对单, which lies beside the ZIP and quotes its hash. */
export function handoverView(facts: Case, items: readonly EvidenceItem[], packet: HandedOver): object {
    const separate = items.filter(isSeparate)
    return {
        ref: facts.ref,
        matter: matterZh(facts),
        name: shown(facts.reporter.name),
        phone: shown(facts.reporter.phone),
        receipts: facts.reports
            .flatMap((report) => (report.number === undefined || !isPolice(report.to) ? [] : [shown(report.number)]))
            .join("、"),
        file: packet.fileName,
        bytes: groupDigits(String(packet.sizeBytes)),
        count: packetCount(packet.count)["zh-CN"],
        key: packet.signingKey,
        sha256: grouped(packet.sha256),
        checkCode: packet.checkCode,
        separateCount: countOf(separate.length),
        separate: separate.map(({ entry }) => ({
            label: entry.label,
            file: oneLine(entry.originalName),
            bytes: groupDigits(String(entry.sizeBytes)),
            sha256: grouped(entry.sha256),
        })),
        originals: shown(facts.originals),
        preparedOn: printChineseDate(facts.preparedAt),
    }
}

/** Data of 材料核对方法. */
export function verifyGuideView(facts: Case): object {
    return { ref: facts.ref, file: `DRAFT-${facts.ref}.zip`, top: facts.ref, matter: matterZh(facts) }
}
