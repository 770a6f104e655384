import type { Officer } from "../../facts/officer/officer.ts"

/** Who asks, in what investigation, on what paper, and how a reader abroad can make sure of it. */

type Stage = NonNullable<NonNullable<Officer["investigation"]>["stage"]>
export const STAGE_EN: Readonly<Record<Stage, string>> = {
    accepted: "Criminal report accepted, decision on filing a criminal case pending",
    filed: "Criminal investigation in progress, criminal case filed",
    verification:
        "Verification before a criminal case is filed, under article 174 of the Provisions on Procedures for Handling Criminal Cases by Public Security Organs",
}

export const landline = (phone: string): string => `${phone} (landline)`

/** A mailbox is called official only where its domain is not open to everybody. */
export const MAILBOX = { official: "official e-mail", public: "e-mail (public provider)" } as const
/** At the begin of a line. */
export const MAILBOX_HEAD = { official: "Official e-mail", public: "E-mail (public provider)" } as const

/** In the name of an instrument by which evidence is obtained. */
export const FOR_EVIDENCE = "调取证据"

/** How to authenticate: only ways whose particulars are known. */
export const byPage = (site: string, department: string | undefined): string =>
    `call the switchboard on the agency's website (${site}; check it)${department === undefined ? "" : ` and ask for ${department}`}`
export const byMailbox = (mailbox: string): string => `write to ${mailbox}, in the agency's domain`
export const bySuperior = (unit: string): string => `ask the superior unit, ${unit}`
export const BY_ACCOUNT = "check the portal account that submitted this"
export const authenticate = (ways: readonly string[]): string =>
    `Please ${ways.join("; or ")}. Do not rely on numbers given here.`
