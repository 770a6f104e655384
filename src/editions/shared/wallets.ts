import { simplified } from "../../base/text/simplified.ts"
import { accountNumbers, contactIn, hasHash, internalNumber } from "../../facts/case/account-number.ts"
import { CONTACT_EN, NETWORK_EN, ownAccount, USER_EN, WALLET_EN } from "./wallets.words.ts"

/**
 * Where assets came from and went, in English for a recipient. A case says it in the victim's words; only kinds of wallets,
 * names of chains, addresses and numbers of accounts go out, as no other word of the victim does.
 */

const SUB = /子(?:账户|帐户|账号|帐号)|sub-?account/i

const WALLETS: readonly (readonly [RegExp, string])[] = [
    [SUB, WALLET_EN.sub],
    [/现货|spot/i, WALLET_EN.spot],
    [/合约|期货|futures/i, WALLET_EN.futures],
    [/资金|funding/i, WALLET_EN.funding],
    [/杠杆|margin/i, WALLET_EN.margin],
    [/理财|earn/i, WALLET_EN.earn],
    [/统一|unified/i, WALLET_EN.unified],
    [/交易(?:账户|帐户|账号|钱包)|trading (?:account|wallet)/i, WALLET_EN.trading],
]

/**
 * Addresses of chains: long words of letters and digits, 25 to 34 characters on XRP Ledger and Bitcoin, 48 with `-` and
 * `_` on TON, 103 on Cardano. No list of forms: an address that is left out is worse than an odd one.
 */
const ADDRESS = /(?<![\w@-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9][\w-]{24,127}(?![\w@-])/g

/** A wallet of somebody else's is none of the account's. */
const OF_OTHERS = /对方|他人|别人|骗子|嫌疑人|黑客|陌生|朋友|室友|同伙|scammer|hacker|someone|other user/i
const OWN = /本人|我的|自己/

const USERS: readonly (readonly [RegExp, string])[] = [
    [/礼品卡|gift ?card/i, USER_EN.giftCard],
    [/红包|red (?:packet|envelope)|crypto ?box/i, USER_EN.redPacket],
    [/(?<!(?:apple|google|wechat|微信) ?)(?<![A-Za-z])pay(?![A-Za-z])/i, USER_EN.pay],
]

/** An account as a whole, once the name of its exchange is taken away: `Coinbase 账户`, `我的账户`. */
const WHOLE = /^(?:我的|本人的?|自己的|主)?\s*(?:账户|帐户|账号|帐号|钱包|account|wallet)$/i

/**
 * Addresses as they are, however the text introduces them, else accounts by number, a gift card or the like, else the
 * kind of wallet, else the account as a whole, else that a user is named by mail or telephone; `undefined` where there is
 * none of them.
 *
 * @param exchange - As the reporter calls it.
 */
export function partyEn(typed: string, exchange = ""): string | undefined {
    const text = simplified(typed)
    const addresses = text.match(ADDRESS)
    if (addresses !== null) return addresses.join("; ")
    const numbers = accountNumbers(text)
    if (numbers.length > 0)
        return numbers.map((one) => (isOwn(text) ? ownAccount(one, SUB.test(text)) : one)).join("; ")
    const user = userEn(text)
    if (user !== undefined) return user
    const names = simplified(exchange)
        .split(/[（）()/、]/)
        .filter((name) => name.trim() !== "")
    const rest = names.reduce((left, name) => left.replace(name.trim(), ""), text).trim()
    return walletEn(text) ?? (WHOLE.test(rest) || WHOLE.test(text) ? WALLET_EN.account : contactEn(text))
}

/** An account with somebody else, of whom the number tells nothing here. */
const OTHER_SERVICE = /微信|支付宝|银行|电报|wechat|alipay|bank|telegram|whatsapp|qq(?!\.|邮箱)/i

/** Somebody else of whom the text has a mail address or a telephone alone; neither is given. */
function contactEn(text: string): string | undefined {
    const contact = isOwn(text) || OTHER_SERVICE.test(text) ? undefined : contactIn(text)
    return contact === undefined ? undefined : CONTACT_EN[contact]
}

const isOwn = (text: string): boolean => OWN.test(text) || SUB.test(text)

const userEn = (text: string): string | undefined => USERS.find(([pattern]) => pattern.test(text))?.[1]

/** The kind of wallet within an account, `Spot wallet`; `undefined` for what is another's, and for other words. */
export function walletEn(typed: string): string | undefined {
    const text = simplified(typed)
    if (text.match(ADDRESS) !== null || OF_OTHERS.test(text) || userEn(text) !== undefined) return undefined
    const isNumbered = accountNumbers(text).length > 0
    if (isNumbered && !isOwn(text)) return undefined
    return WALLETS.find(([pattern]) => pattern.test(text))?.[1] ?? (isNumbered ? WALLET_EN.account : undefined)
}

interface Move {
    readonly to: string
    readonly network?: string | undefined
    readonly txHash?: string | undefined
}

/** Whether a transfer can be followed on a chain: to an address, or by its hash. */
export const isOutgoing = (move: Move): boolean => move.to.match(ADDRESS) !== null || hasHash(move)

/** Whether a receiver may be a user of the same platform that the case knows by mail address or telephone alone. */
export function isByContact({ to, network, txHash }: Move): boolean {
    const contact = contactEn(simplified(to))
    return network === undefined && !hasHash({ txHash }) && contact !== undefined && partyEn(to) === contact
}

/** Whether it went to another user of the same platform, or may have: by number, gift card or the like, mail or telephone. */
export function isToUser(move: Move): boolean {
    if (move.txHash !== undefined && internalNumber(move.txHash) !== undefined) return true
    const to = simplified(move.to)
    const isNamed = to.match(ADDRESS) === null && (userEn(to) !== undefined || accountNumbers(to).length > 0)
    return (isNamed && !isOwn(to)) || isByContact(move)
}

/** In order: a text may name the token standard and the chain, and a chain may be called after another one. */
const NETWORKS: readonly (readonly [RegExp, string])[] = [
    [/ethereum classic|以太(?:坊)?经典/i, NETWORK_EN.ethereumClassic],
    [/bitcoin ?cash|比特币现金/i, NETWORK_EN.bitcoinCash],
    [/lightning|闪电网络/i, NETWORK_EN.lightning],
    [/arbitrum nova/i, NETWORK_EN.arbitrumNova],
    [/bep-?2(?!0)|beacon chain|信标链/i, NETWORK_EN.beacon],
    [/op-?bnb/i, NETWORK_EN.opBnb],
    [/\bbase\b/i, NETWORK_EN.base],
    [/zksync/i, NETWORK_EN.zkSync],
    [/\blinea\b/i, NETWORK_EN.linea],
    [/\bscroll\b/i, NETWORK_EN.scroll],
    [/\bblast\b/i, NETWORK_EN.blast],
    [/\bmantle\b/i, NETWORK_EN.mantle],
    [/starknet/i, NETWORK_EN.starknet],
    [/\bton\b|toncoin|the open network/i, NETWORK_EN.ton],
    [/\bsui\b/i, NETWORK_EN.sui],
    [/aptos/i, NETWORK_EN.aptos],
    [/\bnear\b/i, NETWORK_EN.near],
    [/polkadot|波卡/i, NETWORK_EN.polkadot],
    [/cosmos/i, NETWORK_EN.cosmos],
    [/stellar|恒星/i, NETWORK_EN.stellar],
    [/filecoin/i, NETWORK_EN.filecoin],
    [/monero|门罗/i, NETWORK_EN.monero],
    [/zcash/i, NETWORK_EN.zcash],
    [/fantom/i, NETWORK_EN.fantom],
    [/\bsonic\b/i, NETWORK_EN.sonic],
    [/cronos/i, NETWORK_EN.cronos],
    [/\bcelo\b/i, NETWORK_EN.celo],
    [/\bronin\b/i, NETWORK_EN.ronin],
    [/kaspa/i, NETWORK_EN.kaspa],
    [/hyperliquid|hyperevm/i, NETWORK_EN.hyperliquid],
    [/trc-?20|tron|波场/i, NETWORK_EN.tron],
    [/bep-?20|bsc|bnb smart chain|智能链/i, NETWORK_EN.bsc],
    [/arbitrum/i, NETWORK_EN.arbitrum],
    [/optimism/i, NETWORK_EN.optimism],
    [/polygon|matic/i, NETWORK_EN.polygon],
    [/erc-?20|ethereum|以太坊/i, NETWORK_EN.ethereum],
    [/solana/i, NETWORK_EN.solana],
    [/bitcoin|比特币/i, NETWORK_EN.bitcoin],
    [/avalanche/i, NETWORK_EN.avalanche],
    [/cardano/i, NETWORK_EN.cardano],
    [/ripple|xrp|瑞波/i, NETWORK_EN.xrp],
    [/litecoin|莱特币/i, NETWORK_EN.litecoin],
    [/dogecoin|狗狗币/i, NETWORK_EN.dogecoin],
]

/** The chain, `TRC20 (TRON)`; of words that are no known name only a code such as `TON`, else `undefined`. */
export function networkEn(text: string | undefined): string | undefined {
    if (text === undefined) return undefined
    return (
        NETWORKS.find(([pattern]) => pattern.test(simplified(text)))?.[1] ?? /^[A-Z0-9]{2,12}$/.exec(text.trim())?.[0]
    )
}
