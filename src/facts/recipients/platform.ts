import type { Host } from "../../base/host.ts"
import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { simplified } from "../../base/text/simplified.ts"
import { accountNumbers, contactIn, hasHash, isWalletAddress, ownPlace } from "../case/account-number.ts"
import type { Case } from "../case/schema.ts"
import { profileValue } from "./profile-file.ts"
import type { Recipient } from "./recipient-schema.ts"

/** On which platform an account is, as far as the profiles know platforms by name. */

/** Whether what a victim calls the exchange holds one of the names of a desk. */
export function isCalled(exchange: string, name: Recipient["name"]): boolean {
    const said = simplified(exchange).toLowerCase()
    const names = [name.en, ...name.zh.split(/[（）()]/), ...(name.others ?? [])].map((one) => one.trim().toLowerCase())
    return names.some((one) => one !== "" && said.includes(one))
}

/** The finding that an account is at another exchange than the one that is asked; none where it is not. */
export function otherPlatform(exchange: string, name: Recipient["name"], path: IssuePath): readonly Issue[] {
    if (isCalled(exchange, name)) return []
    const params = { platform: exchange, recipient: name.zh }
    return [issue("case.recipient.other-platform", path, params, "warning")]
}

/**
 * Where the account of a case is from the sight of a desk: with it, with another desk that has a profile or in a wallet
 * of the holder's own, or with a desk that nobody has described.
 */
export type AccountPlace =
    | { readonly at: "this-desk" }
    | { readonly at: "other-desk"; readonly name: Recipient["name"] }
    | { readonly at: "unknown" }

/** Finds where the account is. Other profiles are read for their names alone; one that is damaged is passed over. */
export function placeOfAccount(host: Host, { account }: Pick<Case, "account">, recipient: Recipient): AccountPlace {
    const { exchange, uid = "" } = account
    // A wallet whose keys its owner has is with no desk, though one may have made its program.
    const elsewhere = { at: "other-desk", name: { zh: exchange, en: exchange } } as const
    if (isWalletAddress(uid)) return elsewhere
    if (isCalled(exchange, recipient.name)) return { at: "this-desk" }
    if (isCalledWallet(exchange) && !isDeskCalled(host, exchange)) return elsewhere
    const name = deskCalled(host, exchange)
    return name === undefined ? { at: "unknown" } : { at: "other-desk", name }
}

const isCalledWallet = (exchange: string): boolean => /钱包|wallet/i.test(simplified(exchange))

/** Whether an account that is with another desk is a wallet whose keys its owner has. */
export const isOwnWallet = ({ account: { uid, exchange } }: Case): boolean =>
    isWalletAddress(uid) || (uid === undefined && isCalledWallet(exchange))

/** Whether it is such a wallet and no account of the desk: nobody has data of it that its owner could allow to be given. */
export const isWalletElsewhere = (facts: Case, { name }: Pick<Recipient, "name">): boolean =>
    isOwnWallet(facts) && (isWalletAddress(facts.account.uid) || !isCalled(facts.account.exchange, name))

/** The first desk that a text names. */
function deskCalled(host: Host, text: string): Recipient["name"] | undefined {
    return desksCalled(host, text)[0]
}

/** Whether a text names a desk that has a file. */
export const isDeskCalled = (host: Host, text: string): boolean => deskCalled(host, text) !== undefined

function desksCalled(host: Host, text: string): Recipient["name"][] {
    return host.recipients.flatMap((id) => {
        const name = nameIn(profileValue(host, id))
        return name !== undefined && isCalled(text, name) ? [name] : []
    })
}

/**
 * Whether an exchange is that of a case: by what its account is said to be with; where that names several exchanges, or
 * none that is known, by the desk that is asked.
 */
export function exchangeOfCase(
    host: Host,
    { exchange = "", recipient }: { readonly exchange?: string | undefined; readonly recipient: string },
): (name: string) => "own" | "other" | "untold" {
    const asked = host.recipients.includes(recipient) ? nameIn(profileValue(host, recipient)) : undefined
    const called = desksCalled(host, exchange)
    const isAsked = called.length > 1 && asked !== undefined && called.some(({ en }) => en === asked.en)
    const desks = isAsked ? [asked] : called
    return (name) => {
        if (desks.some((desk) => isCalled(name, desk))) return "own"
        if (!isAsked && exchange.toLowerCase().includes(name.toLowerCase())) return "own"
        if (desks.length > 0) return "other"
        return asked !== undefined && isCalled(name, asked) ? "own" : "untold"
    }
}

/** The desk but this one that a text names, in Chinese; nothing where it names this one too. */
export function otherDeskIn(host: Host, text: string, recipient: Recipient): string | undefined {
    return isCalled(text, recipient.name) ? undefined : deskCalled(host, text)?.zh
}

/**
 * The case as a desk is asked about it. Numbers of accounts at other desks are left out: here they may belong to a
 * stranger.
 */
export function factsForDesk(host: Host, { transfers, ...rest }: Case, recipient: Recipient): Case {
    const isElsewhere = placeOfAccount(host, rest, recipient).at === "other-desk"
    const told = (text: string): string => {
        const isOthers = isElsewhere || otherDeskIn(host, text, recipient) !== undefined
        return isOthers && (accountNumbers(text).length > 0 || contactIn(text) !== undefined)
            ? UNTOLD
            : isElsewhere
              ? text
              : ownPlace(text, rest.account)
    }
    const facts =
        transfers === undefined
            ? rest
            : { ...rest, transfers: transfers.map((one) => ({ ...one, from: told(one.from), to: told(one.to) })) }
    if (!isElsewhere) return facts
    const { uid, registeredEmail: _, subAccounts: __, ...account } = facts.account
    return isWalletAddress(uid) ? { ...facts, account: { ...account, exchange: WALLET } } : { ...facts, account }
}
const UNTOLD = "不清楚"
const WALLET = "钱包"

/** Places of the facts that only another desk can look up: orders, addresses of log-ins, transfers without a hash. */
export function factsOfOtherDesk(
    { orders = [], ips = [], transfers = [] }: Case,
    place: AccountPlace,
): readonly string[] {
    if (place.at !== "other-desk") return []
    return [
        ...orders.map((_, i) => `orders[${String(i)}]`),
        ...ips.map((_, i) => `ips[${String(i)}]`),
        ...transfers.flatMap((transfer, i) => (hasHash(transfer) ? [] : [`transfers[${String(i)}]`])),
    ]
}

function nameIn(profile: unknown): Recipient["name"] | undefined {
    if (typeof profile !== "object" || profile === null || !("name" in profile)) return undefined
    const { name } = profile
    if (typeof name !== "object" || name === null || !("zh" in name) || !("en" in name)) return undefined
    if (typeof name.zh !== "string" || typeof name.en !== "string") return undefined
    const others = "others" in name && Array.isArray(name.others) ? name.others : []
    return { zh: name.zh, en: name.en, others: others.filter((one) => typeof one === "string") }
}
