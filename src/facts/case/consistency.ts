import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { compareTimes, printBeijing, type Time } from "../../base/text/time.ts"
import { creditCodeCheck } from "./credit-code.ts"
import type { Case } from "./schema.ts"

/** Findings that need more than one field, or that do not stop the work: shown, never mended. */
export function checkConsistency(facts: Case, at: (path: IssuePath) => IssuePath): Issue[] {
    return [...zones(facts, at), ...order(facts, at), ...creditCodes(facts, at), ...duplicates(facts, at)]
}

function zones(facts: Case, at: (path: IssuePath) => IssuePath): Issue[] {
    const unknown: Issue[] = []
    const visit = (value: unknown, path: IssuePath): void => {
        if (isTime(value)) {
            if (value.epochMs === undefined)
                unknown.push(issue("case.time.zone-unknown", at(path), { found: value.local }, "warning"))
        } else if (Array.isArray(value)) value.forEach((item, i) => void visit(item, [...path, i]))
        else if (typeof value === "object" && value !== null)
            for (const [key, member] of Object.entries(value)) visit(member, [...path, key])
    }
    visit(facts, [])
    return unknown
}

function isTime(value: unknown): value is Time {
    return typeof value === "object" && value !== null && "local" in value && "epochMs" in value
}

function order(facts: Case, at: (path: IssuePath) => IssuePath): Issue[] {
    const { firstOperation, lastOperation, noticedAt } = facts.incident
    const found: Issue[] = []
    const check = (earlier: Time, later: Time, path: IssuePath, other: string): void => {
        if (earlier.epochMs === undefined || later.epochMs === undefined || compareTimes(earlier, later) <= 0) return
        const params = { first: printBeijing(earlier), second: printBeijing(later), other }
        found.push(issue("case.time.order", at(path), params, "warning"))
    }
    check(firstOperation.at, lastOperation.at, ["incident", "lastOperation", "at"], "incident.firstOperation.at")
    check(firstOperation.at, noticedAt, ["incident", "noticedAt"], "incident.firstOperation.at")
    return found
}

function creditCodes(facts: Case, at: (path: IssuePath) => IssuePath): Issue[] {
    return (facts.organisations ?? []).flatMap(({ creditCode }, i) => {
        const path = at(["organisations", i, "creditCode"])
        if (creditCode === undefined) return []
        const check = creditCodeCheck(creditCode)
        if (check === "form") return [issue("case.credit-code.form", path, { found: creditCode }, "warning")]
        return check === undefined
            ? []
            : [issue("case.credit-code.check-character", path, { found: creditCode, expected: check }, "warning")]
    })
}

/** Ids that differ only in letter case, or stand twice: one of them may be a slip of typing. */
function duplicates(facts: Case, at: (path: IssuePath) => IssuePath): Issue[] {
    const seen = new Map<string, { id: string; index: number }>()
    return (facts.orders ?? []).flatMap(({ orderId, symbol }, index) => {
        const key = `${symbol} ${orderId.toLowerCase()}`
        const before = seen.get(key)
        seen.set(key, { id: orderId, index })
        return before === undefined
            ? []
            : [
                  issue(
                      "case.order.twice",
                      at(["orders", index, "orderId"]),
                      { found: orderId, other: `orders[${String(before.index)}]` },
                      "warning",
                  ),
              ]
    })
}
