/// <reference path="./bcrypt-pbkdf.d.ts" />
import { utf8 } from "../../base/bytes.ts"

/** The passphrase protection of OpenSSH key files: bcrypt_pbkdf for key and counter, AES-256 in counter mode. */

/** Cost and salt of bcrypt_pbkdf. */
export interface Kdf {
    readonly salt: Uint8Array
    readonly rounds: number
}

/** More rounds would take over ten seconds in plain JavaScript; OpenSSH writes 16 or 24. */
export const LARGEST_ROUNDS = 1000

/** Encrypts the private section, whose length is a multiple of 16. */
export async function encryptKey(section: Uint8Array, passphrase: string, kdf: Kdf): Promise<Uint8Array> {
    const { key, params } = await derive(passphrase, kdf)
    return new Uint8Array(await crypto.subtle.encrypt(params, key, new Uint8Array(section)))
}

/** Decrypts; a wrong passphrase gives noise, which the caller sees by the check words. */
export async function decryptKey(section: Uint8Array, passphrase: string, kdf: Kdf): Promise<Uint8Array> {
    const { key, params } = await derive(passphrase, kdf)
    return new Uint8Array(await crypto.subtle.decrypt(params, key, new Uint8Array(section)))
}

async function derive(passphrase: string, { salt, rounds }: Kdf) {
    // Loaded only here: its tables and tweetnacl's would slow down every start.
    const { default: bcrypt } = await import("bcrypt-pbkdf")
    const secret = utf8(passphrase)
    const derived = new Uint8Array(48)
    if (bcrypt.pbkdf(secret, secret.length, salt, salt.length, derived, derived.length, rounds) !== 0)
        throw new RangeError("bcrypt_pbkdf refused its parameters")
    const key = await crypto.subtle.importKey("raw", derived.slice(0, 32), "AES-CTR", false, ["encrypt", "decrypt"])
    // The whole block is the counter, as in OpenSSH's aes256-ctr.
    return { key, params: { name: "AES-CTR", counter: derived.slice(32), length: 128 } }
}
