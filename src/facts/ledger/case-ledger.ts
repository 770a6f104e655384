import type { Issue } from "../../base/issue.ts"
import type { Ledger } from "./ledger.ts"
import type { LedgerOptions } from "./options.ts"
import type { ExportFile } from "./read-file.ts"
import type { Reckoning } from "./reckon.ts"
import type { Signal } from "./signals.ts"

/** The exports of a case: read, and reckoned with. */
export interface CaseLedger {
    readonly ledger: Ledger
    readonly reckoning: Reckoning
    readonly signals: readonly Signal[]
    /** Where the case says something else than the rows; see compare.ts. */
    readonly contradictions: readonly Issue[]
    /** What the rows were proposed by; absent where the case lists them, or states no time. */
    readonly window?: LedgerOptions["window"]
    /** What was read, to be read again for what lists every row. */
    readonly files: readonly ExportFile[]
    readonly options: LedgerOptions
}
