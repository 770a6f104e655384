import { utf8 } from "../../base/bytes.ts"
import { printJson } from "../../base/canonical-json.ts"
import { withoutPolicePositions } from "../../editions/police/positions.ts"
import type { LoadedCase } from "../../facts/case/load.ts"

/** `case.json` of a packet: every answer of the case as it was typed, without what `check` said is left out. */
export function caseRecord({ facts }: LoadedCase): Uint8Array {
    return utf8(printJson(withoutPolicePositions(facts)))
}
