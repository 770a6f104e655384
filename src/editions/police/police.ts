import type { Case } from "../../facts/case/schema.ts"
import type { Laws } from "../../facts/legal/laws.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import type { EvidenceItem } from "../shared/evidence-item.ts"
import { foreignNoteView, officerGuideView } from "./handling.ts"
import { itemsToVerifyView } from "./items-to-verify.ts"
import { legalBasisView } from "./legal.ts"
import { positionsView } from "./positions.ts"
import { demandsView, timelineView } from "./timeline.ts"

/** A document by its template and its name for people. */
export interface EditionDocument {
    readonly id: string
    readonly zh: string
    readonly data: object
}

/**
 * The documents for the police that a case has only where there is something to say, and those that every case has:
 * the officer's guide, the law texts and the blank form for what comes back from abroad.
 */
export function policeDocuments(
    facts: Case,
    items: readonly EvidenceItem[],
    recipient: Recipient,
    laws: Laws,
): readonly EditionDocument[] {
    const documents = [
        { id: "officer-guide", zh: "办理提示", data: officerGuideView(facts, recipient, laws) },
        { id: "timeline", zh: "时间顺序", data: timelineView(facts) },
        { id: "positions", zh: "各方说法及报案人意见", data: positionsView(facts) },
        { id: "items-to-verify", zh: "需要核实的事项", data: itemsToVerifyView(facts, items) },
        { id: "demands", zh: "诉求", data: demandsView(facts) },
        { id: "legal-basis", zh: "法律依据摘录", data: legalBasisView(facts, laws) },
        {
            id: "foreign-note",
            zh: "境外电子数据来源情况说明（空白）",
            data: foreignNoteView(facts, recipient, laws),
        },
    ]
    return documents.flatMap(({ data, ...document }) => (data === undefined ? [] : [{ ...document, data }]))
}
