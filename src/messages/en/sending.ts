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
    "sending.group.no-orders": (p) => ({
        message: `the data group "${p.en}" (${p.id}) is about the listed orders alone and no order is listed, so letter and request leave it out`,
        hint: "leave this group out, or have the account holder add the orders to the case",
    }),
    "sending.transfer.party-unread": (p) => ({
        message: `${String(p.count)} senders or receivers of transfers (for example "${p.found}") are neither a known kind of wallet nor an address; what leaves says "Not provided"`,
        hint: "where an address is known, have the account holder give it in full in case.yaml, transfers",
    }),
}
