import type { Case } from "../../facts/case/schema.ts"
import type { Owner, WhyOf } from "./owner.ts"

/** Words of the request, its schedules, its sheets and its exhibits beside their templates. */

type Kind = Case["incident"]["kind"][number]

const OPERATIONS_EN: readonly (readonly [Kind, one: string, several: string])[] = [
    ["unauthorised-trading", "a trade", "trades"],
    ["unauthorised-transfer", "an internal transfer", "internal transfers"],
    ["unauthorised-withdrawal", "a withdrawal", "withdrawals"],
]
/** In a wallet of one's own nothing is internal: what is moved or withdrawn leaves it. */
const OUT_OF_WALLET = ["a transfer", "transfers"] as const
const listEn = (words: readonly string[]): string =>
    words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`

/** An account that the desk does not have; a wallet whose keys its owner has is no account of anybody's. */
export const elsewhereEn = (isWallet: boolean): string => (isWallet ? "wallet" : "account with another platform")

/** Who states what happened, and of which account. */
export interface VoiceEn {
    readonly account: string
    readonly isWallet: boolean
    /** Behind `that`: `the account holder states he or she did not authorise`. */
    readonly unauthorised: string
    /** Who states it, behind `payments that`. */
    readonly deceived: string
    readonly payer: string
}
export function voiceEn(owner: Owner, isHeldByOther: boolean, isWallet = false): VoiceEn {
    const it = elsewhereEn(isWallet)
    const whose = isHeldByOther ? (isWallet ? "a" : "an") : "the complainant's"
    const account = owner === "elsewhere" ? `${whose} ${it}` : "the account"
    return isHeldByOther
        ? {
              account,
              isWallet,
              unauthorised: "the complainant states the account holder did not authorise",
              deceived: "the complainant states",
              payer: "account holder",
          }
        : {
              account,
              isWallet,
              unauthorised: `the ${owner === "elsewhere" ? "complainant" : "account holder"} states he or she did not authorise`,
              deceived: "he or she states",
              payer: owner === "elsewhere" ? "complainant" : "account holder",
          }
}

/**
 * What happened, as a clause.
 *
 * @param isOne - Whether the case knows of no second operation or payment.
 */
export function eventEn(
    kinds: readonly Kind[],
    { account, isWallet, unauthorised, deceived, payer }: VoiceEn,
    isOne: boolean,
): string {
    const named = OPERATIONS_EN.flatMap(([kind, ...words]) => {
        const [one, several] = isWallet && kind !== "unauthorised-trading" ? OUT_OF_WALLET : words
        return kinds.includes(kind) ? [isOne ? one : several] : []
    })
    const operations = listEn([...new Set(named)])
    const happened = kinds.includes("account-takeover")
        ? `${account} was accessed and operated${operations === "" ? "" : `, with ${operations},`} in a way that ${unauthorised}`
        : operations === ""
          ? ""
          : `${operations} ${isOne ? "was" : "were"} executed on ${account} that ${unauthorised}`
    const payments = isOne ? "a payment" : "payments"
    const paid = kinds.includes("payment-by-deception")
        ? `the ${payer} made ${payments} that ${deceived} ${isOne ? "was" : "were"} obtained by deception`
        : ""
    return [happened, paid].filter((part) => part !== "").join("; ")
}

/** In place of identifiers of the account that is asked about. */
export const UNNAMED = { further: "by the identifiers below", none: "no identifier of it is known" } as const

/** When it happened, at the begin of a sentence. */
export const atMoment = (moment: string): string => `At ${moment}`
export const onDay = (day: string): string => `On ${day.replace(/^about /, "or about ")}`
export const TIME_NOT_KNOWN = "At a time not known"
/** The data that are asked for, by their numbers. */
export const items = (count: number): string =>
    count === 1 ? "item 1" : `items 1 ${count === 2 ? "and" : "to"} ${String(count)}`
/** In place of a quantity. */
export const QUANTITY_UNKNOWN = "quantity not known"
/** In place of a quantity that is not passed on. */
export const NOT_STATED = "not stated"
/** Who states it: whoever holds the account, unless another reports for him or her. */
export const stater = (isHeldByOther: boolean): string => (isHeldByOther ? "complainant" : "account holder")
export const statedBy = (isHeldByOther: boolean, isInExports: boolean): string =>
    `${stater(isHeldByOther)}${isInExports ? "; the account's exports give the same" : ""}`
export const furtherAssets = (count: number): string =>
    `${String(count)} further ${count === 1 ? "asset is" : "assets are"} not listed here.`
export const fromTo = (first: string, last: string): string => `From ${first} to ${last}`

const UTC = " UTC"
/** A period that only one kind of data has; the clock is named once where it is one. */
export const span = (from: string, to: string): string =>
    `${to.endsWith(UTC) && from.endsWith(UTC) ? from.slice(0, -UTC.length) : from} to ${to}`

/** What the schedule of identifiers lists: `6 orders and 4 transfers`. */
export const orders = (count: number): string => `${String(count)} ${count === 1 ? "order" : "orders"}`
export const transfers = (count: number): string => `${String(count)} ${count === 1 ? "transfer" : "transfers"}`
export const both = (counted: readonly string[]): string => counted.join(" and ")

/** In place of the hash of the document that lists the others. */
export const THIS_DOCUMENT = "this document"

/** Why each kind of data is needed, by the id of the data group; one sentence for those that nobody has named. */
const WHY_EN: Readonly<Record<string, string>> = {
    "api-attribution": "to establish by which key, from where and through which application each order was sent",
    "key-log": "to establish when the keys were created and for which application",
    "transfer-initiation": "to trace the assets",
    "account-access": "to tell the account holder's sessions from others",
    "account-records": "to check the statement",
    counterparties: "to establish who gained by these trades",
    "counterparty-identity": "to trace those who gained",
    "receiving-users": "to trace receivers and assets",
    "receiving-within": "to trace receivers and assets",
}
/** The same where no key gave access, and of accounts that are not the victim's. */
const WHY_NO_KEY_EN: Readonly<Record<string, string>> = {
    "api-attribution": "to establish whether anything was done through an API key, and from where",
    "key-log": "to establish whether API keys were created or authorised",
}
const WHY_OTHERS_EN: Readonly<Record<string, string>> = {
    "api-attribution": "to establish from where and through which application the account was operated",
    "account-access": "to establish who used the account",
    "account-records": "to trace the assets",
}
const WHYS_EN: Readonly<Record<WhyOf, readonly Readonly<Record<string, string>>[]>> = {
    key: [WHY_EN],
    "no-key": [WHY_NO_KEY_EN, WHY_EN],
    others: [WHY_OTHERS_EN, WHY_EN],
}
export const whyEn = (group: string, of: WhyOf): string =>
    WHYS_EN[of].find((table) => Object.hasOwn(table, group))?.[group] ??
    "to establish the facts of the case stated above"

/** The sheet that says which period is asked for. */
export const PERIOD = {
    title: "Period",
    columns: ["Data", "From (UTC)", "To (UTC)"],
    all: "All, unless stated below",
} as const
export const groupNumber = (number: number): string => `Item ${String(number)}`

/** Exhibits. */
export const CAPTION = "Screenshot provided by the complainant"
export const maskedEn = (areas: number): string =>
    `copy with ${String(areas)} ${areas === 1 ? "area" : "areas"} blacked out`
/** A long picture cut over several pages. */
export const stripEn = (n: number, of: number): string =>
    `Part ${String(n)} of ${String(of)} of one picture, from top to bottom; each repeats a little of the one before.`
export const pictureSize = (width: number, height: number, bytes: string): string =>
    `${String(width)} x ${String(height)} px, ${bytes} bytes`
export const pictures = (count: number): string => (count === 1 ? "1 picture" : `${String(count)} pictures`)

/** What an exhibit shows: `E003: Orders`. */
export const shownIn = (label: string, table: string): string => `${label}: ${table}`
/** Heads and values that screens of a desk have in Chinese, by the table of Schedule A that has the same rows. */
type Terms = readonly (readonly [zh: string, en: string])[]
export const ORDER_TERMS: Terms = [
    ["委托时间", "time of the order"],
    ["委托数量", "quantity ordered"],
    ["成交量", "quantity filled"],
    ["成交均价", "average price"],
    ["订单号", "order ID"],
    ["客户端号", "client order ID"],
    ["买入", "buy"],
    ["卖出", "sell"],
    ["已成交", "filled"],
    ["已撤销", "cancelled"],
    ["永续", "perpetual"],
]
export const TRANSFER_TERMS: Terms = [
    ["划转", "transfer"],
    ["从", "from"],
    ["到", "to"],
    ["现货账户", "spot wallet"],
    ["合约账户", "futures wallet"],
]
export const WITHDRAWAL_TERMS: Terms = [
    ["提币、提现", "withdrawal"],
    ["币种", "asset"],
    ["数量", "amount"],
    ["网络", "network"],
    ["地址", "address"],
    ["交易哈希", "transaction hash"],
    ["手续费", "fee"],
]
export const STATUS_TERMS: Terms = [
    ["状态", "status"],
    ["已完成", "completed"],
]
