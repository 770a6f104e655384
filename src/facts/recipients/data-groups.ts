import type { Case } from "../case/schema.ts"
import type { Recipient } from "./recipient-schema.ts"

/**
 * The data groups that can be asked for in a case, in the profile's order of importance. Without orders those about the
 * listed orders mean nothing; where no key was used, those about keys come last.
 */
export function groupsFor({ apiKey }: Case, { dataGroups }: Recipient, hasOrders: boolean): Recipient["dataGroups"] {
    const usedKey = apiKey !== undefined && apiKey.state !== "none"
    const asked = dataGroups.filter(({ about }) => hasOrders || about !== "orders")
    const isLast = ({ about }: (typeof dataGroups)[number]): boolean => about === "keys" && !usedKey
    return [...asked.filter((group) => !isLast(group)), ...asked.filter(isLast)]
}
