import type { Case } from "../case/schema.ts"
import type { Recipient } from "./recipient-schema.ts"

/** What a request lists besides the account: orders, and receiving addresses or targets of the police's own. */
export interface Lists {
    readonly orders: boolean
    readonly others: boolean
}

/** Whether an API key gave anybody access to the account. */
export const hasKey = ({ apiKey }: Pick<Case, "apiKey">): boolean => apiKey !== undefined && apiKey.state !== "none"

/**
 * The data groups that can be asked for in a case, in the profile's order of importance. Those about what is not listed
 * mean nothing; where no key was used, those about keys come last.
 */
export function groupsFor(facts: Case, { dataGroups }: Recipient, lists: Lists): Recipient["dataGroups"] {
    const asked = dataGroups.filter(({ about }) =>
        about === "orders" ? lists.orders : about === "others" ? lists.others : true,
    )
    const isLast = ({ about }: (typeof dataGroups)[number]): boolean => about === "keys" && !hasKey(facts)
    return [...asked.filter((group) => !isLast(group)), ...asked.filter(isLast)]
}
