import type { Officer } from "../../facts/officer/officer.ts"

/** Who asks, in what investigation, on what paper, and how a reader abroad can make sure of it. */

type Stage = NonNullable<NonNullable<Officer["investigation"]>["stage"]>
export const STAGE_EN: Readonly<Record<Stage, string>> = {
    accepted: "Criminal report accepted by the agency (受案); decision on filing a criminal case pending",
    filed: "Criminal investigation in progress; criminal case filed (立案)",
    verification:
        "Verification before a criminal case is filed, under article 174 of the Provisions on Procedures for Handling Criminal Cases by Public Security Organs (公安机关办理刑事案件程序规定)",
}

export const landline = (phone: string): string => `${phone} (landline)`

/** A mailbox is called official only where its domain is not open to everybody. */
export const MAILBOX = { official: "official e-mail", public: "e-mail (public provider)" } as const
/** At the begin of a line. */
export const MAILBOX_HEAD = { official: "Official e-mail", public: "E-mail (public provider)" } as const

/** How to authenticate: only ways whose particulars are known. */
export const byPage = (site: string, department: string | undefined): string =>
    `The agency's own page is ${site} (please make sure that it is): call the switchboard published there${department === undefined ? "" : ` and ask for ${department}`}.`
export const byMailbox = (mailbox: string): string =>
    `A question to ${mailbox}, a mailbox of the agency's own domain, will be answered from it.`
export const bySuperior = (unit: string): string => `The superior unit, ${unit}, can confirm the request.`
export const BY_ACCOUNT = "The request comes through an account of your portal that you have verified."
export const NOT_BY_NUMBER = "Please do not rely on a telephone number that this request gives."
export const NO_WAY = "Not provided."
