import type { Case } from "../../facts/case/schema.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import type { RequestTypeId } from "../../facts/officer/request-types.data.ts"
import type { Owner } from "./owner.ts"

/** Words of the English translation of the letter beside its template; each has its Chinese in the words of the letter. */

/** A line to fill in by hand, where the Chinese letter has one. */
export const LINE = "____________"

export const TITLE: Readonly<Record<RequestTypeId, string>> = {
    disclosure: "Letter on assistance in providing electronic data of an account",
    preservation: "Letter on assistance in preserving electronic data",
    "data-freeze": "Letter on assistance in freezing electronic data",
    freeze: "Letter on assistance in freezing assets of an account",
    "follow-up": "Letter on providing further electronic data of an account",
    emergency: "Letter on emergency assistance in providing electronic data of an account",
}

/** What the letter does not ask, at the end of its requests. */
export const LIMITS: Readonly<Record<RequestTypeId, string>> = {
    disclosure:
        "This letter asks only for data to be provided; it does not ask for a freeze of assets and is not an emergency.",
    preservation:
        "This letter asks only for data to be preserved; it does not ask for data to be provided or for a freeze of assets and is not an emergency.",
    "data-freeze":
        "This letter asks only for electronic data to be frozen; it does not ask for data to be provided or for a freeze of assets and is not an emergency.",
    freeze: "This letter does not ask for data to be provided or for a transfer or return of assets and is not an emergency.",
    "follow-up":
        "This letter asks only for data to be provided; it does not ask for a freeze of assets and is not an emergency.",
    emergency: "This letter asks for data to be provided and is an emergency; it does not ask for a freeze of assets.",
}

type Stage = NonNullable<NonNullable<Officer["investigation"]>["stage"]>
const STAGE: Readonly<Record<Stage, string>> = {
    accepted: "We have accepted a case",
    filed: "We are investigating a case",
    verification: "We are verifying, as the law provides, an incident that may be a case",
}
/** What the agency is doing; the offence follows. */
export const opening = (stage: Stage | undefined): string =>
    stage === undefined ? `We are handling a case (stage: ${LINE})` : STAGE[stage]

type Kind = Case["incident"]["kind"][number]
const OPERATIONS: readonly (readonly [Kind, string])[] = [
    ["unauthorised-trading", "trades"],
    ["unauthorised-transfer", "transfers"],
    ["unauthorised-withdrawal", "withdrawals"],
]
/** How an account and whoever had the say over it are called. */
export interface Voice {
    readonly account: string
    readonly holder: string
}
export function voice(owner: Owner, isHeldByOther: boolean, isWallet = false): Voice {
    const holder = isHeldByOther ? "the account holder" : "the complainant"
    const onBehalf = "on whose holder's behalf the complainant reports"
    const whose = isHeldByOther ? `an account ${onBehalf}` : "the complainant's account"
    if (owner === "elsewhere" && isWallet)
        return { account: isHeldByOther ? `a wallet ${onBehalf}` : "the complainant's wallet", holder }
    if (owner === "elsewhere") return { account: `${whose} with another platform`, holder }
    return { account: isHeldByOther ? whose : "the account", holder }
}

/** What the complainant states, as a clause. */
export function event(kinds: readonly Kind[], since: string, { account, holder }: Voice): string {
    const operations = OPERATIONS.flatMap(([kind, word]) => (kinds.includes(kind) ? [word] : []))
    const isTaken = kinds.includes("account-takeover")
    const operated = `${account} was ${isTaken ? "accessed and operated" : "operated"} by another person${since}`
    const happened =
        operations.length > 0
            ? `${operated}, with ${both(operations)} that ${holder} did not authorise`
            : isTaken
              ? operated
              : ""
    const paid = kinds.includes("payment-by-deception") ? `${holder} was deceived into paying another person` : ""
    return [happened, paid].filter((part) => part !== "").join("; ")
}
export const since = (moment: string): string => ` from ${moment} on`
export const about = (moment: string): string => `about ${moment}`
export const chinaTime = (wall: string): string => `${wall} (China time, UTC+8)`
/** The period on the clock of China, behind the same in UTC. */
export const alsoInChina = (from: string, to: string): string => `, that is ${from} to ${to} China time`

export const both = (listed: readonly string[]): string =>
    listed.length < 2 ? listed.join("") : `${listed.slice(0, -1).join(", ")} and ${listed.at(-1) ?? ""}`

export const ORDERS = "orders"
export const TRANSFERS = "transfers"

/** Who says so of an identifier beside the account of the case. */
export const OWN = "stated by the complainant"
export const IN_CASE = "identifier stated by the complainant, attribution by our agency"
export const BY_POLICE = "established by our agency"

export const MAILBOX = { official: "Official e-mail", public: "E-mail" } as const

const IDENTIFIERS = "Table of identifiers of account, orders and addresses"
export const FROZEN = "Table of the account and assets to be frozen"
/** What an annex is, by the begin of its name. */
export const ANNEX: readonly (readonly [RegExp, string])[] = [
    [/^02-.*\.csv$/, `${IDENTIFIERS} (as text)`],
    [/^02-/, IDENTIFIERS],
    [/^03-/, "Screenshots"],
    [/^04-/, "English request as text that can be edited"],
]
export const OTHER_ANNEX = "Annex"
