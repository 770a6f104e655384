declare module "bcrypt-pbkdf" {
    /** OpenBSD's bcrypt_pbkdf: fills `key`. Returns -1 for an empty passphrase or salt, or a key over 1024 bytes. */
    export function pbkdf(
        passphrase: Uint8Array,
        passphraseLength: number,
        salt: Uint8Array,
        saltLength: number,
        key: Uint8Array,
        keyLength: number,
        rounds: number,
    ): number
    const module: { readonly pbkdf: typeof pbkdf }
    export default module
}
