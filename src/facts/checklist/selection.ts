import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import type { Case } from "../case/schema.ts"
import type { Officer } from "../officer/officer.ts"
import type { Recipient } from "../recipients/recipient-schema.ts"

/** Most pictures a recipient gets: an analyst looks at ten at most. */
export const MOST_EXHIBITS = 10

/**
 * Checks what the officer data select against the profile and the draft: everything named must exist.
 *
 * @param copies - Labels of masked copies with those of their originals; either names the same exhibit.
 */
export function checkSelection(
    file: string,
    officer: Officer,
    recipient: Recipient,
    facts: Case,
    released: ReadonlySet<string>,
    labels: ReadonlySet<string>,
    copies: ReadonlyMap<string, string> = new Map(),
): Issue[] {
    const issues: Issue[] = []
    const originalOf = (label: string): string => copies.get(label) ?? label
    if (recipient.routes[officer.route] === undefined)
        issues.push(
            issue("request.route.unknown", [file, "route"], {
                found: officer.route,
                known: Object.keys(recipient.routes).join("、"),
            }),
        )
    issues.push(...unknownGroups(file, officer, recipient))
    officer.factsNotUsed?.forEach((name, i) => {
        if (!existsIn(facts, labels, originalOf(name)))
            issues.push(issue("request.fact.unknown", [file, "factsNotUsed", i], { found: name }))
    })
    const seen = new Set<string>()
    officer.exhibits?.forEach(({ label }, i) => {
        const path = [file, "exhibits", i, "label"]
        const original = originalOf(label)
        if (!labels.has(original)) issues.push(issue("request.exhibit.unknown", path, { label }))
        else if (!released.has(original)) issues.push(issue("request.exhibit.not-released", path, { label }))
        else if (seen.has(original)) issues.push(issue("request.exhibit.twice", path, { label }))
        seen.add(original)
    })
    const chosen = officer.exhibits?.length ?? released.size
    if (chosen > MOST_EXHIBITS)
        issues.push(issue("request.exhibit.too-many", [file, "exhibits"], { found: chosen, most: MOST_EXHIBITS }))
    return issues
}

/** Data groups that the desk does not have, where they are chosen and where they get a period of their own. */
function unknownGroups(file: string, { request = {} }: Officer, { dataGroups }: Recipient): Issue[] {
    const known = dataGroups.map(({ id }) => id)
    const named: readonly (readonly [string, IssuePath])[] = [
        ...(request.dataGroups ?? []).map((id, i) => [id, ["dataGroups", i]] as const),
        ...Object.keys(request.periods ?? {}).map((id) => [id, ["periods", id]] as const),
    ]
    return named
        .filter(([found]) => !known.includes(found))
        .map(([found, at]) =>
            issue("request.data-group.unknown", [file, "request", ...at], { found, known: known.join("、") }),
        )
}

/**
 * The officer data with each fact that is not used by its place in the case, `orders[0]`: the officer may write what
 * stands in the papers instead, an order number, a transaction hash or an IP address. Names of no fact stay as they are.
 */
export function placeFacts(officer: Officer, { orders = [], transfers = [], ips = [] }: Case): Officer {
    if (officer.factsNotUsed === undefined) return officer
    const places: readonly (readonly [string | undefined, string])[] = [
        ...orders.map(({ orderId }, i) => [orderId, `orders[${String(i)}]`] as const),
        ...transfers.map(({ txHash }, i) => [txHash, `transfers[${String(i)}]`] as const),
        ...ips.map(({ address }, i) => [address, `ips[${String(i)}]`] as const),
    ]
    const placed = officer.factsNotUsed.flatMap((written) => {
        const found = places.filter(([identifier]) => identifier === written).map(([, place]) => place)
        return found.length > 0 ? found : [written]
    })
    return { ...officer, factsNotUsed: [...new Set(placed)] }
}

function existsIn(facts: Case, labels: ReadonlySet<string>, name: string): boolean {
    const [, kind = "", index = ""] = /^(orders|transfers|ips)\[(\d+)\]$/.exec(name) ?? []
    if (kind === "orders" || kind === "transfers" || kind === "ips") return (facts[kind]?.length ?? 0) > Number(index)
    return labels.has(name)
}
