import type { Officer } from "../../facts/officer/officer.ts"

/** Words of what is to be frozen, in English. */

type Freeze = NonNullable<NonNullable<Officer["request"]>["freeze"]>

export const FROZEN = { title: "Assets to be frozen", columns: ["Item", "Value"] } as const
export const ITEMS = {
    network: "Network",
    asset: "Asset",
    amount: "Amount",
    until: "Frozen until (inclusive, date in China)",
    scope: "Scope",
    fruits: "Fruits",
    confirmed: "Named by you as one customer's account on",
} as const
export const KIND_EN: Readonly<Record<NonNullable<Freeze["kind"]>, string>> = {
    uid: "UID",
    email: "Registered e-mail",
    address: "Deposit address",
}
export const SCOPE_EN: Readonly<Record<NonNullable<Freeze["scope"]>, string>> = {
    balance: "what the account holds on receipt, up to the amount",
    incoming: "what the account holds on receipt and, where that is less, what comes in later, up to the amount",
}
export const FRUITS_EN: Readonly<Record<NonNullable<Freeze["fruits"]>, string>> = {
    yes: "included",
    no: "not included",
}
