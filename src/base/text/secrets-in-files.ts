import { sha256 } from "@noble/hashes/sha2.js"
import { createBase58check } from "@scure/base"
import { wordlist } from "@scure/bip39/wordlists/simplified-chinese.js"
import { hex } from "../bytes.ts"
import { halfWidth } from "./hygiene.ts"
import { findSecret, hasSeedPhrase, isPhrase, KEY_BLOCK } from "./secrets.ts"
import { simplified } from "./simplified.ts"
import { HAN_PHRASE, isAnswer, OWN_FORM } from "./suspects.ts"

/**
 * Secrets in the text of a file, which nobody typed into a form: chats, mails, tables and pages are full of long words, so
 * that only what is surely a secret counts, or is named as one.
 */

/** Addresses, which are full of tokens. */
const LINK = /https?:\/\/[^\s"'<>]+/g
/** Lines of long words, as packed data have them: certificates, signatures, attachments; also two keys that stand below each other. */
const LINES = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/=]{60,}(?:[\\"',n]{0,5}\r?\n[ \t>"']{0,40}[A-Za-z0-9+/=]{4,}){1,100}/g
const isPacked = (lines: string): boolean => /[+/=]/.test(lines) || (lines.match(/[A-Za-z0-9]{60,}/g) ?? []).length > 2
/** A word by itself, not a part of packed data. */
const WORD = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9]{51,120}(?![A-Za-z0-9+/=_-])/g
/** A word that names a secret, and its answer. */
const NAMED =
    /(?:密码|口令|私钥|密钥|助记词)([^A-Za-z0-9\n]{0,8})([!-~]{8,200})|(?<![\w:.-])(?:[A-Z0-9]{1,20}_){0,3}(?:password|passwd|pwd|passphrase|(?:api[_ ]?)?secret(?:[_ ]?key)?|private[_ ]?key)["']?[ \t]{0,3}(?:[:=]|is\b)[ \t]{0,3}["']?([!-~]{8,200})/gi
/** A word that names a key, and its figures, also in the next line or cell; forty are an address. */
const NAMED_KEY =
    /(?:私钥|密钥|private[_ ]?key|secret(?:[_ ]?key)?)(?:[^\p{L}\p{N}]|[是为]){1,20}(?:0x)?(?![0-9a-f]{40}(?![0-9a-f]))[0-9a-f]{32,128}(?![\p{L}\p{N}-])/iu
/** Signs alone between the two, or what says that the answer is it; `私钥泄露，0x…` says something else. */
const SAYS = /^[^\p{L}\p{N}]*$|[是为成叫:=][^\p{L}\p{N}]*$/u
/** A deed with a password, as lists of a platform's log-ins have it, with a device or an address in the next cell. */
const DEED = /(?:改|变更|更新|重置|重设|设置|忘记|找回)\p{Script=Han}{0,6}$/u
/** An address of a chain or of mail, a device, a name of a file or in a program, and what is masked. */
const NO_PASSWORD =
    /^(?:0x[0-9a-f]{40}$|[\w.+*-]{1,64}@[\w-]+\.[\w.-]+$|(?:windows|android|i?phone|ipad|ios|mac|linux|chrome|firefox|safari|edge|mozilla|huawei|xiaomi)|[a-z_$][\w$.]*[([]|[a-z_$][\w$]*(?:\.[a-z_$][\w$]*)+$|`?\$?\{)|\*{3}/i
/** Letters and figures, as no word has them. */
const MIXED = /^(?=.{8})(?=.*\d)(?=.*[A-Za-z])(?!\d{4}-\d\d)/

/** Whether text of a file gives a secret away: a recovery phrase, a private key, an API key, a password behind its name. */
export function holdsSecret(text: string): boolean {
    const plain = simplified(halfWidth(text))
        .replace(LINK, " ")
        .replace(LINES, (lines) => (isPacked(lines) ? " " : lines))
    const words = plain.match(WORD) ?? []
    return (
        KEY_BLOCK.test(plain) ||
        words.some((word) => findSecret(word) === "api-secret" || isWalletKey(word)) ||
        OWN_FORM.test(plain) ||
        NAMED_KEY.test(plain) ||
        [...plain.matchAll(NAMED)].some(({ 1: between = "", 2: one, 3: other = "", index }) => {
            const isDeed = one !== undefined && DEED.test(plain.slice(Math.max(0, index - 8), index))
            const says = SAYS.test(between) && (!isDeed || /[是为成:=]/.test(between))
            return says && isPassword(between, (one ?? other).replace(/["'<>,;].*$/, "").replace(/[)\]}.:!?]+$/, ""))
        }) ||
        hasSeedPhrase(plain, FEWEST) ||
        hasHanPhrase(plain)
    )
}

/** Different words of a recovery phrase; of a column of a table there are few. */
const FEWEST = 9

const isPassword = (between: string, answer: string): boolean =>
    MIXED.test(answer) && !NO_PASSWORD.test(answer) && isAnswer(between, answer)

const BASE58_CHECK = createBase58check(sha256)
/** First bytes of a private key of Bitcoin for import, and of extended private keys (BIP-32, SLIP-132), with their lengths. */
const KEYS: readonly (readonly [start: RegExp, bytes: number])[] = [
    [/^(?:80|ef)/, 33],
    [/^(?:80|ef)/, 34],
    [/^(?:0488ade4|04358394|049d7878|04b2430c|044a4e28|045f18bc)/, 78],
]

function isWalletKey(word: string): boolean {
    if (!/^(?:[59KLc]|[a-zA-Z]prv)/.test(word)) return false
    try {
        const key = BASE58_CHECK.decode(word)
        return KEYS.some(([start, bytes]) => key.length === bytes && start.test(hex(key.subarray(0, 4))))
    } catch {
        return false
    }
}

const HAN: ReadonlyMap<string, number> = new Map(wordlist.map((word, i) => [word, i]))
/** Characters that each stand by themselves, numbered or not. */
const APART =
    /(?<!\p{Script=Han})\p{Script=Han}(?:[\s\d.,、，:：()（）]{1,8}\p{Script=Han}(?!\p{Script=Han})){11,200}/gu

/** A Chinese recovery phrase: characters apart, or without blanks behind the word for it. */
function hasHanPhrase(plain: string): boolean {
    const [, named = ""] = HAN_PHRASE.exec(plain) ?? []
    return [named, ...(plain.match(APART) ?? [])].some((run) => {
        const signs = run.match(/\p{Script=Han}/gu) ?? []
        const numbers = signs.map((sign) => HAN.get(sign) ?? -1)
        return !numbers.includes(-1) && isPhrase(numbers, FEWEST)
    })
}
