import type { Case } from "../../facts/case/schema.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import * as words from "./targets.words.ts"

/** Identifiers at the desk that the request is about: the account of the case, and those that the officer adds. */

export type Target = NonNullable<NonNullable<Officer["request"]>["targets"]>[number]

/** Whose the account of the case is: the complainant's, unless the officer says otherwise of it. */
export function accountRole(facts: Case, officer: Officer): Target["role"] {
    const own = officer.request?.targets?.find((target) => isAccount(facts, target))
    return own?.role ?? "complainant"
}

function isAccount({ account }: Case, { kind, value }: Target): boolean {
    return (kind === "uid" && value === account.uid) || (kind === "email" && value === account.registeredEmail)
}

/** Targets beside the account of the case. */
export function furtherTargets(facts: Case, officer: Officer): readonly Target[] {
    return (officer.request?.targets ?? []).filter((target) => !isAccount(facts, target))
}

/** Whether the case holds the identifier too: then it cites the fact, else it is the police's own. */
export function isInCase({ transfers = [], orders = [] }: Case, { value }: Target): boolean {
    const stated = [
        ...transfers.flatMap(({ from, to, txHash }) => [from, to, txHash ?? ""]),
        ...orders.map(({ orderId }) => orderId ?? ""),
    ]
    return stated.some((text) => text === value || text.split(/[^\w-]+/).includes(value))
}

/** Rows of kind, value, role and source. */
export function targetRows(facts: Case, officer: Officer): readonly (readonly [string, string, string, string])[] {
    return furtherTargets(facts, officer).map((target) => {
        const { kind, value, role, source } = target
        const from = isInCase(facts, target) ? words.IN_CASE : words.byPolice(source)
        return [words.KIND_EN[kind], value, words.ROLE_EN[role], from]
    })
}
