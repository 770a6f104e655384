import type { Host } from "../../base/host.ts"
import { approvalPointsView } from "../../editions/officer/approval-points.ts"
import type { Leaving } from "../../editions/officer/what-leaves.ts"
import { readLaws } from "../../facts/legal/laws.ts"
import { composeDocx } from "../print/compose.ts"
import type { Undertaking } from "./undertake.ts"

/** 报请要点 once the officer has chosen: it counts what leaves, where the one in the draft says what the reporter states. */
export function approvalPoints(
    { draft, input, recipient, ref, at }: Undertaking,
    host: Host,
    leaving: Leaving,
): Uint8Array {
    const laws = readLaws(host.asset("legal/laws.yaml"))
    const data = approvalPointsView(draft.loaded.case, draft.items, recipient, laws, leaving, input.officer)
    return composeDocx(host, { template: "zh-CN/approval-points", data, at, ref })
}
