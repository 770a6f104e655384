import type { Case } from "../../facts/case/schema.ts"

/** What happened, as the reporter states it, and how it came about. No more is said than kind and cause say. */

type Kind = Case["incident"]["kind"][number]

/** Operations on the account that a kind stands for, in the order in which they are named. */
const OPERATIONS_ZH: readonly (readonly [Kind, string])[] = [
    ["unauthorised-trading", "交易"],
    ["unauthorised-transfer", "划转"],
    ["unauthorised-withdrawal", "提币"],
]

const listZh = (words: readonly string[]): string =>
    words.length < 2 ? words.join("") : `${words.slice(0, -1).join("、")}和${words.at(-1) ?? ""}`

/** What was done without leave: `交易和划转`. What is moved or withdrawn from a wallet leaves it. */
export function operationsZh(kinds: readonly Kind[], isWallet: boolean): string {
    const named = OPERATIONS_ZH.flatMap(([kind, word]) => (kinds.includes(kind) ? [word] : []))
    return listZh([...new Set(named.map((word) => (isWallet && word !== "交易" ? OUT_OF_WALLET : word)))])
}
const OUT_OF_WALLET = "转出"

/** What the holder of an account is called where it is not the reporter. */
export const HOLDER_ZH = "账户持有人"

/**
 * `账户内发生报案人表示未经其授权的交易和划转`; `who` states it, and `holder` had the say where it is another.
 *
 * @param isWallet - Whether it is a wallet whose keys its owner has.
 */
export function eventZh(kinds: readonly Kind[], who: string, holder: string | undefined, isWallet: boolean): string {
    const operations = operationsZh(kinds, isWallet)
    const place = isWallet ? "钱包" : "账户"
    const isTaken = kinds.includes("account-takeover")
    const happened = isTaken
        ? `${place}内发生${who}表示${holder === undefined ? "非本人" : `非${holder}所为`}、未经${holder ?? "其"}授权的登录和操作${operations === "" ? "" : `，包括${operations}`}`
        : operations === ""
          ? ""
          : `${place}内发生${who}表示未经${holder ?? "其"}授权的${operations}`
    const paid = kinds.includes("payment-by-deception") ? `${who}表示${holder ?? ""}因受骗向他人付款` : ""
    return [happened, paid].filter((part) => part !== "").join("；")
}

/** How it came about, as far as the reporter knows. */
export const CAUSE_ZH: Readonly<Record<NonNullable<Case["incident"]["cause"]>, string>> = {
    "api-key": "接口密钥被他人使用",
    phishing: "在仿冒的网站、应用上输入了信息，或者按他人的指引作了操作",
    device: "使用的设备被他人控制",
    login: "登录信息被他人掌握",
    unknown: "不清楚",
}

type ApiKey = NonNullable<Case["apiKey"]>

/** How the key stands that gave a program access to the account. */
export const KEY_STATE_ZH: Readonly<Record<ApiKey["state"], string>> = {
    active: "仍有效",
    deleted: "已删除",
    disabled: "已停用",
    none: "未使用接口密钥",
    unknown: "不清楚",
}

/** Where no permission of the key is named. */
export const NO_PERMISSIONS = "无"

/** Whether a second factor was on. */
export const TWO_FACTOR_ZH = { yes: "已开启", no: "未开启", unknown: "不清楚" } as const

/** Words that stand for there being no third party: the key served a program of the reporter's own. */
const NO_THIRD_PARTY = /^(?:无|没有|无第三方|没有第三方|none|no|nobody)[。.]?$/i
/** To whom a key was given; `undefined` for nobody. */
export const thirdPartyOf = ({ thirdParty }: Pick<ApiKey, "thirdParty">): string | undefined =>
    NO_THIRD_PARTY.test(thirdParty.trim()) ? undefined : thirdParty
/** In place of whom it was given to. */
export const OWN_PROGRAM = "没有授权给第三方，由持有人自己的程序使用"
