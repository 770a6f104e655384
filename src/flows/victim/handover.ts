import type { Host } from "../../base/host.ts"
import { rfc3339 } from "../../base/text/time.ts"
import { handoverView } from "../../editions/police/lists.ts"
import type { EvidenceItem } from "../../editions/shared/evidence-item.ts"
import type { HandedOver } from "../../editions/shared/handed-over.ts"
import type { LoadedCase } from "../../facts/case/load.ts"
import { composePdf, DRAFT_HEAD } from "../print/compose.ts"

/** 材料核对单: lies beside the ZIP and quotes its hash, so it is made after the ZIP. */
export async function handoverSheet(
    loaded: LoadedCase,
    items: readonly EvidenceItem[],
    host: Host,
    packet: HandedOver,
): Promise<Uint8Array> {
    const facts = loaded.case
    const at = rfc3339(facts.preparedAt) ?? ""
    return (
        await composePdf(host, {
            template: "zh-CN/handover-sheet",
            data: handoverView(facts, items, packet),
            at,
            ref: facts.ref,
            head: DRAFT_HEAD,
            neutral: false,
        })
    ).bytes
}
