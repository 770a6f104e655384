import type { Case } from "../../facts/case/schema.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { networkEn } from "../shared/wallets.ts"
import { isAccount, type Target } from "./owner.ts"
import * as words from "./targets.words.ts"

/** Identifiers at the desk that the request is about: the account of the case, and those that the officer adds. */

/** Targets beside the account of the case. */
export function furtherTargets(facts: Case, officer: Officer): readonly Target[] {
    return (officer.request?.targets ?? []).filter((target) => !isAccount(facts, target))
}

/** Whether the case holds the identifier too: then it cites the fact, else it is the police's own. */
export function isInCase({ account, transfers = [], orders = [] }: Case, { kind, value }: Target): boolean {
    if (kind === "phone") return digitsOf(value) === digitsOf(account.registeredPhone ?? "")
    const stated = [
        ...transfers.flatMap(({ from, to, txHash }) => [from, to, txHash ?? ""]),
        ...orders.map(({ orderId }) => orderId ?? ""),
    ]
    return stated.some((text) => text === value || text.split(/[^\w-]+/).includes(value))
}

/** A number without the code of China, however it is spaced. */
const digitsOf = (phone: string): string => phone.replace(/\D/g, "").replace(/^86(?=1\d{10}$)/, "")

/** What an identifier is, with the chain where the officer names it. */
export function kindEn({ kind, network }: Target): string {
    const name = words.KIND_EN[kind]
    return network === undefined ? name : words.onNetwork(name, networkEn(network) ?? network)
}

/** Rows of kind, value, role and source. */
export function targetRows(facts: Case, officer: Officer): readonly (readonly [string, string, string, string])[] {
    return furtherTargets(facts, officer).map((target) => {
        const { value, role, source } = target
        const from = !isInCase(facts, target)
            ? words.byPolice(source)
            : role === "complainant"
              ? words.OWN
              : words.inCase(source)
        return [kindEn(target), value, words.ROLE_EN[role], from]
    })
}
