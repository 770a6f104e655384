import { validateMnemonic } from "@scure/bip39"
import { wordlist } from "@scure/bip39/wordlists/english.js"

/** Why a text looks like a secret that must not be in a case file. */
export type SecretRule = "seed-phrase" | "api-secret" | "private-key-block"

/**
 * Finds what must never be handed on: 12 to 24 words whose BIP-39 checksum holds, 64 letters and digits of mixed
 * case (the form of an exchange's API key and secret), a private key block. Lower-case hexadecimal of 64 digits is a
 * hash or transaction id and passes.
 */
export function findSecret(text: string): SecretRule | undefined {
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return "private-key-block"
    for (const [token] of text.matchAll(/(?<![A-Za-z0-9])[A-Za-z0-9]{64}(?![A-Za-z0-9])/g))
        if (/[a-z]/.test(token) && /[A-Z]/.test(token) && /[0-9]/.test(token)) return "api-secret"
    return hasSeedPhrase(text) ? "seed-phrase" : undefined
}

const WORDS: ReadonlySet<string> = new Set(wordlist)

function hasSeedPhrase(text: string): boolean {
    let run: string[] = []
    for (const word of [...text.toLowerCase().split(/[^a-z]+/), ""]) {
        if (WORDS.has(word)) {
            run.push(word)
            continue
        }
        if (word === "" && run.length < 12) continue
        if (containsMnemonic(run)) return true
        run = []
    }
    return containsMnemonic(run)
}

function containsMnemonic(words: readonly string[]): boolean {
    for (const length of [12, 15, 18, 21, 24])
        for (let start = 0; start + length <= words.length; start++)
            if (validateMnemonic(words.slice(start, start + length).join(" "), wordlist)) return true
    return false
}
