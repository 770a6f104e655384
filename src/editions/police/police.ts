import type { Case } from "../../facts/case/schema.ts"
import type { CaseLedger } from "../../facts/ledger/case-ledger.ts"
import type { Laws } from "../../facts/legal/laws.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import type { EvidenceItem } from "../shared/evidence-item.ts"
import { officerGuideView } from "./handling.ts"
import { itemsToVerifyView } from "./items-to-verify.ts"
import { legalBasisView } from "./legal.ts"
import { positionsView } from "./positions.ts"
import { demandsView, timelineView } from "./timeline.ts"

/** A document by its template, whose title is its name for people. */
export interface EditionDocument {
    readonly id: string
    readonly data: object
}

/**
 * The documents for the police that a case has only where there is something to say, and those that every case has:
 * the officer's guide and the law texts.
 */
export function policeDocuments(
    facts: Case,
    items: readonly EvidenceItem[],
    recipient: Recipient,
    laws: Laws,
    exports?: CaseLedger,
): readonly EditionDocument[] {
    const documents = [
        { id: "officer-guide", data: officerGuideView(facts, recipient, laws) },
        { id: "timeline", data: timelineView(facts) },
        { id: "positions", data: positionsView(facts) },
        { id: "items-to-verify", data: itemsToVerifyView(facts, items, exports) },
        { id: "demands", data: demandsView(facts) },
        { id: "legal-basis", data: legalBasisView(facts, laws) },
    ]
    return documents.flatMap(({ id, data }) => (data === undefined ? [] : [{ id, data }]))
}
