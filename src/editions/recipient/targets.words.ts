import type { TARGET_ROLES } from "../../facts/officer/officer.ts"
import type { Owner } from "./owner.ts"

/** What identifiers beside the account of the case are, whose they are said to be, and who says so. */

type Role = (typeof TARGET_ROLES)[number]

/** Whose the account of the case is. */
const OWNER_EN: Readonly<Record<Owner, string>> = {
    complainant: "Account of the complainant (victim)",
    suspect: "Account of a suspect",
    third: "Account of a third person",
    person: "Account of a person on whose behalf the complainant reports (victim)",
    organisation: "Account of an organisation on whose behalf the complainant reports (victim)",
    elsewhere:
        "The accounts meant are those to which the identifiers below belong (the complainant's own account is not with you)",
}
/** The same, of a case whose assets left a wallet that no platform has. */
export const ownerEn = (owner: Owner, isWallet: boolean): string =>
    owner === "elsewhere" && isWallet
        ? "The accounts meant are those to which the identifiers below belong (the complainant reports about a wallet that is with no platform)"
        : OWNER_EN[owner]
export const ROLE_EN: Readonly<Record<Role, string>> = {
    complainant: "complainant (victim)",
    suspect: "suspect",
    third: "third person",
}
export const KIND_EN = {
    uid: "UID",
    email: "Registered e-mail",
    phone: "Registered telephone",
    address: "Deposit address",
    txHash: "Transaction hash",
} as const

export const onNetwork = (kind: string, network: string): string => `${kind} on ${network}`

/** The complainant's own, as he or she states it. */
export const OWN = "stated by the complainant"
/** Where it comes from: a fact of the case or found by the police; whose it is, and why, is said by the police alone. */
export const inCase = (source: string): string =>
    `identifier stated by the complainant; attribution by the police: ${source}`
export const byPolice = (source: string): string => `found by the police: ${source}`

export const TARGETS = { title: "Further targets", columns: ["Kind", "Value", "Stated to be of", "Source"] } as const
/** Where the account of the case is not with the desk. */
export const TARGETS_ALONE = "Targets"
/** Behind the first of many targets on the first page. */
export const furtherTargetsEn = (count: number): string =>
    `${String(count)} further ${count === 1 ? "one" : "ones"}, listed in Schedule A with the sources of all`

/** Who may be told where no other user may; a clause within commas, or nothing. */
export function exceptEn(owner: Owner): string {
    if (owner === "complainant") return ", other than the account holder who reported the matter,"
    return owner === "person" || owner === "organisation" ? ", other than the account holder," : ""
}
