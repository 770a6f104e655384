import type { SendingIssues } from "../../base/issues/sending.ts"
import type { Messages } from "../message.ts"

export const sendingIssues: Messages<SendingIssues> = {
    "sending.period.zone-unknown": (p) => ({
        message: `the period asked for (${p.from} to ${p.to}) names no time zone, so no desk can search it`,
        hint: "give request.period with start, end and zone, for example 2023-03-20 16:00 Z or +08:00",
    }),
    "sending.account.other-platform": (p) => ({
        message: `the case says that the account is with "${p.platform}", the recipient is ${p.recipient}; what leaves names no platform`,
        hint: "check the recipient; where funds are followed to another platform, name the account there",
    }),
}
