import { oneLine } from "../../base/text/hygiene.ts"
import { printChineseDate } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { FileHead } from "../../facts/evidence/heads/read-head.ts"
import { openDescriptions } from "../../facts/evidence/open-descriptions.ts"
import { type EvidenceItem, evidenceRow } from "../shared/evidence-item.ts"
import { headRow } from "../shared/file-head.ts"
import { type HandedOver, handedOverView } from "../shared/handed-over.ts"
import { labelSpan } from "../shared/labels.words.ts"
import { matterZh } from "../shared/matter.ts"
import { isPoliceReport } from "../shared/police-names.ts"
import { counted, grouped, shown } from "../shared/print.ts"
import { GAPS_ZH } from "./lists.words.ts"
import { MOST_LISTED, toldFiles } from "./many-files.ts"

/** Evidence list, handover sheet and verify guide: what lies in the packet and how to check it. */

/** The workbook with each file, as the printed list names it. */
export interface WholeList {
    /** In the packet, with `data/`. */
    readonly path: string
    /** 64 lower-case hex digits. */
    readonly sha256: string
}

/**
 * Data of 电子数据及视听资料清单（报案人提供）.
 *
 * @param heads - By label, what mails, chats and web archives say of themselves.
 * @param whole - The workbook with each file, where they are too many to be printed (`many-files.ts`).
 */
export function evidenceListView(
    facts: Case,
    items: readonly EvidenceItem[],
    heads: ReadonlyMap<string, FileHead> = new Map(),
    whole?: WholeList,
): object {
    const part = (folder: string) => {
        const found = items.filter(({ entry }) => entry.folder === folder)
        if (found.length === 0) return undefined
        const { each, folders } = toldFiles(found)
        return { rows: each.map((item) => listRow(item, heads)), folders }
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
        evidence: part("evidence"),
        exports: part("exports"),
        ...(whole === undefined
            ? {}
            : { whole: { ...whole, sha256: grouped(whole.sha256), most: String(MOST_LISTED) } }),
        originals: shown(facts.originals),
        gaps: openDescriptions(items).map(({ gap, labels }) => ({ what: GAPS_ZH[gap], labels: labelSpan(labels) })),
    }
}

/** A file's row, hashes in groups that can be read aloud. */
function listRow(item: EvidenceItem, heads: ReadonlyMap<string, FileHead>): object {
    const { masked, ...row } = evidenceRow(item)
    const head = heads.get(item.entry.label)
    return {
        ...row,
        sha256: grouped(row.sha256),
        ...(masked === undefined ? {} : { masked: { ...masked, sha256: grouped(masked.sha256) } }),
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
            .filter(isPoliceReport)
            .map(({ number }) => shown(number))
            .join("、"),
        ...handedOverView(packet),
        separateCount: countOf(separate.length),
        separate: separate.map(({ entry }) => ({
            label: entry.label,
            file: oneLine(entry.originalName),
            bytes: counted(entry.sizeBytes),
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
