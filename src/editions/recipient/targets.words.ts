import type { TARGET_ROLES } from "../../facts/officer/officer.ts"

/** What identifiers beside the account of the case are, whose they are said to be, and who says so. */

type Role = (typeof TARGET_ROLES)[number]

/** Whose the account of the case is. */
export const ACCOUNT_ROLE_EN: Readonly<Record<Role, string>> = {
    complainant: "Account of the complainant (victim)",
    suspect: "Account of a suspect",
    third: "Account of a third person",
}
export const ROLE_EN: Readonly<Record<Role, string>> = {
    complainant: "complainant (victim)",
    suspect: "suspect",
    third: "third person",
}
export const KIND_EN = {
    uid: "UID",
    email: "Registered e-mail",
    address: "Deposit address",
    txHash: "Transaction hash",
} as const

/** Where it comes from: a fact of the case, else found by the police, in the officer's words. */
export const IN_CASE = "stated by the complainant, see Schedule A"
export const byPolice = (source: string): string => `found by the police: ${source}`

export const TARGETS = { title: "Further targets", columns: ["Kind", "Value", "Stated to be of", "Source"] } as const
