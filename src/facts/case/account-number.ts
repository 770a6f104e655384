import { simplified } from "../../base/text/simplified.ts"

/**
 * Numbers by which a platform knows accounts and transfers that never reach a chain, as people and exports write them.
 * Binance's list of withdrawals has `Internal transfer 51376627901` where a hash would stand (its own API, 2021 and after).
 */

/** What introduces the number of an account. An order or a transfer has an ID too, which names no account. */
const ACCOUNT =
    /(?<!(?:订单|交易|委托|转账|order|transaction|transfer|trade)\s{0,9})(?<![A-Za-z0-9])(?:(pay|支付)\s*ID|(U\s?ID|(?:user|account|customer|client|member|用户|账户|帐户|账号|客户|会员)\s*ID|用户编号|用户号|账户编号)|ID)\s*(?:[是为]\s*)?(?:[（(:：=#]\s*)?(?=[A-Za-z]*\d)([A-Za-z0-9]{5,32})(?![\w@-])/gi

/** Accounts that a text names by number, `UID 880011223`, `Pay ID 334455667`, `ID 55667788`. */
export function accountNumbers(text: string): readonly string[] {
    return [...simplified(text).matchAll(ACCOUNT)].map(([, pay, uid, number = ""]) => {
        const kind = pay !== undefined ? "Pay ID" : uid !== undefined ? "UID" : "ID"
        return `${kind} ${number}`
    })
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
