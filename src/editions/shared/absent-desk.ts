import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { sourceSaid } from "./source-said.ts"

/** Why a desk has no route, and what to do instead, each with its source; `undefined` for a desk that has one. */
export interface AbsentZh {
    readonly reason: string
    readonly reasonSaid: string
    readonly instead: string | undefined
    readonly insteadSaid: string
}

/** As papers for the police print it. */
export function absentZh({ absent }: Recipient): AbsentZh | undefined {
    if (absent === undefined) return undefined
    const { reason, instead } = absent
    return {
        reason: reason.zh,
        reasonSaid: sourceSaid(reason),
        instead: instead?.zh,
        insteadSaid: instead === undefined ? "" : sourceSaid(instead),
    }
}
