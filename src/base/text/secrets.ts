import { wordlist } from "@scure/bip39/wordlists/english.js"
import { sha256Hex } from "../digest.ts"

/** Why a text looks like a secret that must not be in a case file. */
export type SecretRule = "seed-phrase" | "api-secret" | "private-key-block"

export const KEY_BLOCK = /-----BEGIN [A-Z ]*PRIVATE KEY-----/

/**
 * Finds what must never be handed on: 12 to 24 words whose BIP-39 checksum holds, 64 letters and digits of mixed
 * case (the form of an exchange's API key and secret), a private key block. Lower-case hexadecimal of 64 digits is a
 * hash or transaction id and passes.
 */
export function findSecret(text: string): SecretRule | undefined {
    if (KEY_BLOCK.test(text)) return "private-key-block"
    for (const [token] of text.matchAll(/(?<![A-Za-z0-9])[A-Za-z0-9]{64}(?![A-Za-z0-9])/g))
        if (/[a-z]/.test(token) && /[A-Z]/.test(token) && /[0-9]/.test(token)) return "api-secret"
    return hasSeedPhrase(text) ? "seed-phrase" : undefined
}

const WORDS: ReadonlyMap<string, number> = new Map(wordlist.map((word, i) => [word, i]))
const WORD_BITS = 11

/** Whether English words of a recovery phrase follow each other; `fewest`: so many different ones among twelve. */
export function hasSeedPhrase(text: string, fewest = 1): boolean {
    let run: string[] = []
    for (const word of [...text.toLowerCase().split(/[^a-z]+/), ""]) {
        if (WORDS.has(word)) {
            run.push(word)
            continue
        }
        if (word === "" && run.length < 12) continue
        if (containsMnemonic(run, fewest)) return true
        run = []
    }
    return containsMnemonic(run, fewest)
}

/** How many words a phrase may have (BIP-39). */
const LENGTHS: readonly number[] = [12, 15, 18, 21, 24]

function containsMnemonic(words: readonly string[], fewest: number): boolean {
    const numbers = words.map((word) => WORDS.get(word) ?? 0)
    for (const length of LENGTHS)
        for (let start = 0; start + length <= numbers.length; start++)
            if (isPhrase(numbers.slice(start, start + length), fewest)) return true
    return false
}

/**
 * Whether words, by their numbers in a list of BIP-39, are a recovery phrase. A table may hold a few words again and again,
 * and each sixteenth of such runs has the right checksum.
 */
export function isPhrase(numbers: readonly number[], fewest: number): boolean {
    return LENGTHS.includes(numbers.length) && new Set(numbers).size >= fewest && holds(numbers)
}

/** BIP-39: of every 33 bits that the words stand for the last one is a bit of the checksum over the others. */
function holds(numbers: readonly number[]): boolean {
    const bits = numbers.length * WORD_BITS
    const bytes = new Uint8Array(Math.ceil(bits / 8))
    for (let bit = 0; bit < bits; bit++) {
        const number = numbers[Math.floor(bit / WORD_BITS)] ?? 0
        if ((number >> (WORD_BITS - 1 - (bit % WORD_BITS))) & 1)
            bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (128 >> (bit & 7))
    }
    const sumBits = bits / 33
    const last = bytes.at(-1) ?? 0
    const shift = 8 - sumBits
    const first = Number.parseInt(sha256Hex(bytes.subarray(0, (bits - sumBits) / 8)).slice(0, 2), 16)
    return first >> shift === last >> shift
}
