import type { Case } from "../../facts/case/schema.ts"
import { proposedGroups } from "../../facts/recipients/data-groups.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { platformEn } from "../shared/identifiers.ts"
import { shown } from "../shared/print.ts"

/**
 * Data of 知情同意与授权, which the account holder signs and the desk gets as a scan: name, platform, account, data and
 * purpose, no number of an ID, address or telephone. Data about others are left out: nobody can consent for them.
 */
export function consentView(facts: Case, recipient: Recipient): object {
    const groups = proposedGroups(facts, recipient, { orders: false, others: false, users: false })
    const { holder } = facts.account
    const isKnown = platformEn(facts, recipient) !== undefined
    return {
        name: shown(holder === undefined ? facts.reporter.name : holder.name),
        // Without one the form has a line to write it on: a desk reads no Chinese name.
        nameEn: shown(holder === undefined ? facts.reporter.namePinyin : holder.nameEn, ""),
        isHeldByOther: holder !== undefined,
        isOrganisation: holder?.kind === "organisation",
        platform: isKnown ? recipient.name.zh : shown(facts.account.exchange),
        platformEn: isKnown ? recipient.name.en : "—",
        uid: facts.account.uid,
        email: facts.account.registeredEmail,
        subAccounts: facts.account.subAccounts?.join(", "),
        groups: groups.map(({ zh, en }) => ({ zh, en: en.slice(0, 1).toUpperCase() + en.slice(1) })),
        count: String(groups.length),
    }
}
