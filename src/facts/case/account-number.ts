import { simplified } from "../../base/text/simplified.ts"

/**
 * Numbers by which a platform knows accounts and transfers that never reach a chain, as people and exports write them.
 * Binance's list of withdrawals has `Internal transfer 51376627901` where a hash would stand (its own API, 2021 and after).
 */

/** What introduces the number of an account. An order or a transfer has an ID too, which names no account. */
const ACCOUNT =
    /(?<!(?:订单|交易|委托|转账|order|transaction|transfer|trade)\s{0,9})(?<![A-Za-z0-9])(?:(pay|支付)\s*ID|(U\s?ID|(?:user|account|customer|client|member|用户|账户|帐户|账号|客户|会员)\s*ID|用户编号|用户号|账户编号)|ID)\s*(?:[是为]\s*)?(?:[（(:：=#]\s*)?(?=[A-Za-z]*\d)([A-Za-z0-9]{5,32})(?![\w@-])/gi

/**
 * Figures alone, where a person was asked to whom it went: a number of the platform's, of which none begins with 0. A
 * telephone (also of Hong Kong, Macau or Taiwan without a plus), a bank card and an identity number (with a date of birth)
 * are none.
 */
const BARE =
    /^(?!(?:852[4-9]|8536)\d{7}$|8869\d{8}$)(?!(?:62\d{14}|9558\d{12}|[45]\d{15})\d{0,3}$)(?!\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}$)[1-9]\d{4,19}$/

/** Accounts that a text names by number, `UID 880011223`, `Pay ID 334455667`, `ID 55667788`; of `55667788` alone too. */
export function accountNumbers(text: string): readonly string[] {
    const bare = simplified(text).trim()
    if (BARE.test(bare) && contactIn(bare) === undefined) return [`ID ${bare}`]
    return [...simplified(text).matchAll(ACCOUNT)].map(([, pay, uid, number = ""]) => {
        const kind = pay !== undefined ? "Pay ID" : uid !== undefined ? "UID" : "ID"
        return `${kind} ${number}`
    })
}

/**
 * The account itself or a sub-account, in words that say so, where a text gives the number that the case has for it
 * (`主账户 281000777`); any other text as it is.
 */
export function ownPlace(
    text: string,
    {
        uid,
        subAccounts = [],
    }: { readonly uid?: string | undefined; readonly subAccounts?: readonly string[] | undefined },
): string {
    const words: readonly string[] = text.match(/[\w-]+/g) ?? []
    const isNumber = (word: string): boolean => /^\d{5,20}$/.test(word)
    const numbers = accountNumbers(text).map((one) => one.replace(/^.* /, ""))
    const has = (number: string): boolean => isNumber(number) && (words.includes(number) || numbers.includes(number))
    const sub = subAccounts.find(has)
    const own = sub ?? (uid !== undefined && has(uid) ? uid : undefined)
    // Another number, or an address, may be where it went: 从 281000777 转到 399000222.
    const isOther = (word: string): boolean =>
        word.length > 24 || (isNumber(word) && word !== uid && !subAccounts.includes(word))
    if (own === undefined || numbers.some((number) => number !== own) || words.some(isOther)) return text
    return `本人${sub === undefined ? "" : "子"}账户 UID ${own}`
}

/** Masked ones too (`abc***@mail.example`, `138****0001`), as platforms print them. */
const CONTACTS = [
    ["mail", /[\w.+*-]{1,64}@[\w*-]{1,63}(?:\.[\w*-]{1,63})+/],
    ["phone", /(?<![\w+-])(?:(?:\+?86[- ]?)?1[3-9]\d[\d*]{8}|\+\d[\d -]{7,16}\d)(?![\w-])/],
] as const

/** What else than a number names who received within a platform: coins go to a mail address or a telephone nowhere else. */
export const contactIn = (text: string): "mail" | "phone" | undefined =>
    CONTACTS.find(([, pattern]) => pattern.test(text))?.[0]

const INTERNAL = /^(?:(?:internal|off-?chain)\s+transfer|(?:内部|站内|链下)(?:转账|划转))\s*(?:[:：#]\s*)?(\d{0,32})$/i

/**
 * What stands in place of a hash for a transfer that stayed within a platform: its number, empty where there is none.
 * `undefined` for a hash.
 */
export const internalNumber = (text: string): string | undefined => INTERNAL.exec(simplified(text.trim()))?.[1]

/** Whether a transfer has a hash by which anybody finds it on its chain. Figures alone are a number of the platform's. */
export const hasHash = ({ txHash }: { readonly txHash?: string | undefined }): boolean =>
    txHash !== undefined && internalNumber(txHash) === undefined && !/^\d{1,32}$/.test(txHash)

/** Whether what is given as the number of an account is an address of a chain: no platform numbers its users so. */
export const isWalletAddress = (uid = ""): boolean => /^(?=.*[A-Za-z])[\w-]{25,128}$/.test(uid)
