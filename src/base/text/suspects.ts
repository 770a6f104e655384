import { wordlist as english } from "@scure/bip39/wordlists/english.js"
import { wordlist as japanese } from "@scure/bip39/wordlists/japanese.js"
import { wordlist as chinese } from "@scure/bip39/wordlists/simplified-chinese.js"
import { halfWidth } from "./hygiene.ts"
import { findSecret } from "./secrets.ts"
import { simplified } from "./simplified.ts"

/**
 * What a text may give away without being sure: forms of secrets that people paste. Asked about, never refused, and the
 * value is never echoed.
 */
export type SuspectRule = "words" | "wallet-key" | "key-pair" | "password"

/** Words of a recovery phrase, BIP-39: at least this many of them in a row, one of them may be mistyped. */
const FEWEST = 12
const LISTS: readonly ReadonlySet<string>[] = [english, japanese.map(composed), chinese].map((list) => new Set(list))
const HAN_WORDS: ReadonlySet<string> = new Set(chinese)

/** A private key of Bitcoin for import (51 or 52 signs of base 58), or an extended one (BIP-32). */
const WALLET_KEY =
    /(?<![A-Za-z0-9])(?:[5KL][1-9A-HJ-NP-Za-km-z]{50,51}|[xyzt]prv[1-9A-HJ-NP-Za-km-z]{90,120})(?![A-Za-z0-9])/
/** A key and what belongs to it, as OKX and KuCoin show them: two of a UUID and a long word of one case. */
const PARTS = [
    /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/i,
    /(?<![A-Za-z0-9])(?:[0-9a-f]{24}|[0-9A-F]{32})(?![A-Za-z0-9])/,
]
/** An access key of MEXC, whose form no other word has. */
export const OWN_FORM = /(?<![A-Za-z0-9])mx0[a-z]{2,4}[A-Za-z0-9]{10,24}(?![A-Za-z0-9])/
/** A word that names a secret, and an answer of signs that nobody writes in a sentence. */
const NAMED =
    /(?:密码|口令|私钥|密钥|验证器|助记词|password|passwd|pwd|passphrase|secret|mnemonic)([^A-Za-z0-9\n]{0,8})([!-~]{8,}(?:\s[A-Z2-7]{8,})*)/gi
/** Words between the two that name the answer as something else, or begin another sentence. */
const OF_ELSE =
    /(?:[在于给由]|[账帐][户号]|用户|名|名称|名字|备注|标签|编号|机器人|程序|软件|应用|平台|网站|邮箱|名单|地址|哈希|订单|委托|工单|截图|图片|文件)[名号为是叫\s：“（:"(]*$|[。；！？]\s*\p{Script=Han}/u
/** Signs of a name, a number or an address; with others it may be a name and its password. */
const PLAIN_NAME = /^[\w.@-]+$/
/** A day, an amount, an IP address, a link: none is a secret, whatever stands before it. */
const NO_ANSWER =
    /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d[\d,]*\.\d+[A-Z]{0,6}|\d{1,3}(?:\.\d{1,3}){3}|https?:\/\/.*)[,.;:)]*$/
/** A recovery phrase without blanks, which only the word beside it tells. */
export const HAN_PHRASE = /助记词[^\p{Script=Han}]{0,6}(\p{Script=Han}{12,24})(?!\p{Script=Han})/u

/** The first kind of secret that a text looks like; `undefined` where {@link findSecret} is sure, or nothing is there. */
export function findSuspect(text: string): SuspectRule | undefined {
    if (findSecret(text) !== undefined) return undefined
    const plain = simplified(halfWidth(text))
    if (WALLET_KEY.test(plain)) return "wallet-key"
    if (
        (plain !== text && findSecret(plain) !== undefined) ||
        isBrokenKey(plain) ||
        OWN_FORM.test(plain) ||
        PARTS.every((part) => part.test(plain))
    )
        return "key-pair"
    if ([...plain.matchAll(NAMED)].some(([, between = "", answer = ""]) => isAnswer(between, answer))) return "password"
    const [, phrase = ""] = HAN_PHRASE.exec(plain) ?? []
    if ([...phrase].filter((sign) => HAN_WORDS.has(sign)).length >= FEWEST) return "words"
    return LISTS.some((list) => hasRun(plain, list)) ? "words" : undefined
}

/** Whether signs behind a word that names a secret are one. */
export function isAnswer(between: string, answer: string): boolean {
    if (!/\d/.test(answer) && answer.length < 16) return false
    return !NO_ANSWER.test(answer) && !(OF_ELSE.test(between) && PLAIN_NAME.test(answer))
}

/** The signs of a key of 64, with a blank or a line end within. */
function isBrokenKey(text: string): boolean {
    return [...text.matchAll(/(?<![A-Za-z0-9])[A-Za-z0-9]+(?:\s[A-Za-z0-9]+)+(?![A-Za-z0-9])/g)].some(([found]) => {
        const parts = found.split(/\s/)
        return parts.some((part, i) => {
            const joined = part + (parts[i + 1] ?? "")
            return part.length >= 8 && joined.length === 64 && findSecret(joined) === "api-secret"
        })
    })
}

/** Whether words of a list follow each other, also numbered ones; the signs of a sentence end a run. */
function hasRun(text: string, list: ReadonlySet<string>): boolean {
    let hits = 0
    let misses = 0
    for (const word of text.toLowerCase().split(/[\s\d.,、，。：:;；]+/)) {
        if (list.has(composed(word))) hits++
        else if (word !== "") misses++
        if (misses > 1) [hits, misses] = [0, 0]
        if (hits + misses >= FEWEST && hits >= FEWEST - 1) return true
    }
    return false
}

function composed(word: string): string {
    return word.normalize("NFKC")
}
