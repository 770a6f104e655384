import type { FrozenEn } from "./freeze.ts"

/** Words of the mail that one kind of request has of its own. */

export const keep = (days: string): string =>
    `Term wanted: please preserve the records for ${days} days from receipt; please say how long you keep and how an extension is asked for.`
export const treaty = (number: string, date: string): string =>
    `Treaty request: No. ${number} of ${date}; please preserve pending that request.`
export const keepUnchanged = (until: string): string =>
    `Term: please keep the records unchanged from receipt until ${until} (inclusive, date in China).`

export const freeze = (of: FrozenEn): string =>
    [
        `To be frozen: ${of.amount} ${of.asset} of ${of.kind} ${of.value}${of.network === undefined ? "" : ` (${of.network})`}, named by you as one customer's account on ${of.confirmedOn}.`,
        `   Scope: ${of.scope}. Fruits: ${of.fruits}. Until ${of.until} (inclusive, date in China).`,
    ].join("\n")
export const earlier = (no: string, ticket: string, code: string, agency = "this agency"): string =>
    `Earlier request: No. ${no} of ${agency} in the same case, your ticket ${ticket}, our check code ${code}.`
export const danger = (facts: string): string =>
    `Danger to life: ${facts}. Please provide at once the data by which persons can be located and identified, and the rest afterwards.`
export const confirm = (what: string): string => `Please confirm: ${what.slice(0, 1).toLowerCase()}${what.slice(1)}`
