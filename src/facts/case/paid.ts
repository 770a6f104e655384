import type { Case } from "./schema.ts"

/** Whether what happened are payments that somebody was talked into: none of it, some, or all. Those its user made himself or herself. */
export function paidPart(kind: Case["incident"]["kind"]): "none" | "some" | "all" {
    const paid = kind.filter((one) => one === "payment-by-deception").length
    return paid === 0 ? "none" : paid === kind.length ? "all" : "some"
}
