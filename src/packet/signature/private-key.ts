import { sha256 } from "@noble/hashes/sha2.js"
import { concat, equalBytes, utf8 } from "../../base/bytes.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import { decodeBase64, printArmour } from "./base64.ts"
import { ed25519PublicKey } from "./ed25519.ts"
import { decryptKey, encryptKey, type Kdf, LARGEST_ROUNDS } from "./key-cipher.ts"
import { ed25519Blob } from "./public-key.ts"
import { string, uint32, WireError, WireReader } from "./wire.ts"

/**
 * Private key files as `ssh-keygen -t ed25519` writes them (OpenSSH PROTOCOL.key), plain or under a passphrase with bcrypt
 * and aes256-ctr. Other key types are signed with by `ssh-keygen` itself, so they are never read here.
 */

/** An Ed25519 key pair: 32 bytes each. `seed` is secret. */
export interface Ed25519Key {
    readonly seed: Uint8Array
    readonly publicKey: Uint8Array
    readonly comment: string
}

/** Makes a key from 32 random bytes of the host. Throws `RangeError` for another length. */
export function createKey(seed: Uint8Array, comment: string): Ed25519Key {
    if (seed.length !== 32) throw new RangeError("an Ed25519 seed has 32 bytes")
    return { seed: seed.slice(), publicKey: ed25519PublicKey(seed), comment }
}

/** How to encrypt a key file. `salt` is 16 random bytes of the host; `rounds` is what recent OpenSSH writes. */
export interface KeyEncryption {
    readonly passphrase: string
    readonly salt: Uint8Array
    readonly rounds?: number
}

const LABEL = "OPENSSH PRIVATE KEY"
const WIDTH = 70
const MAGIC = utf8("openssh-key-v1\0")
const DEFAULT_ROUNDS = 24

/** Prints a private key file, LF, newline at the end. The same key, passphrase and salt give the same bytes. */
export async function printPrivateKey(key: Ed25519Key, encryption?: KeyEncryption): Promise<string> {
    const blob = ed25519Blob(key.publicKey)
    // Both check words must be equal so that a reader sees a wrong passphrase; they need not be secret or random.
    const check = sha256(concat([encryption?.salt ?? new Uint8Array(0), blob])).slice(0, 4)
    const secret = string(concat([key.seed, key.publicKey]))
    const fields = [check, check, string("ssh-ed25519"), string(key.publicKey), secret, string(key.comment)]
    const section = pad(concat(fields), encryption === undefined ? 8 : 16)
    if (encryption === undefined) return printFile("none", "none", new Uint8Array(0), blob, section)
    const kdf: Kdf = { salt: encryption.salt, rounds: encryption.rounds ?? DEFAULT_ROUNDS }
    if (kdf.salt.length !== 16 || kdf.rounds < 1 || kdf.rounds > LARGEST_ROUNDS || encryption.passphrase === "")
        throw new RangeError("an encrypted key needs a passphrase, 16 bytes of salt and a sane number of rounds")
    const encrypted = await encryptKey(section, encryption.passphrase, kdf)
    return printFile("aes256-ctr", "bcrypt", concat([string(kdf.salt), uint32(kdf.rounds)]), blob, encrypted)
}

function printFile(cipher: string, kdf: string, options: Uint8Array, blob: Uint8Array, section: Uint8Array): string {
    const head = [MAGIC, string(cipher), string(kdf), string(options), uint32(1)]
    return printArmour(LABEL, concat([...head, string(blob), string(section)]), WIDTH)
}

/** PROTOCOL.key §3: bytes 1, 2, 3 ... up to the block size. */
function pad(section: Uint8Array, block: number): Uint8Array {
    const length = (block - (section.length % block)) % block
    return concat([section, Uint8Array.from({ length }, (_, i) => i + 1)])
}

/**
 * Reads a private key file. CRLF is taken: nothing signed depends on these bytes.
 *
 * Throws {@link PacketError}: `signature.key.format`, `.type` (not Ed25519), `.cipher`, `.encrypted` (no passphrase was
 * given), `.passphrase` (a wrong one). No message holds secret bytes.
 *
 * @param file - name of the file, for the issues.
 */
export async function parsePrivateKey(text: string, file: string, passphrase?: string): Promise<Ed25519Key> {
    try {
        return await readFile(text, passphrase)
    } catch (error) {
        if (error instanceof KeyFileError) throw new PacketError([error.describe(file)])
        if (error instanceof WireError) throw new PacketError([issue("signature.key.format", [file], {})])
        throw error
    }
}

class KeyFileError extends Error {
    override readonly name = "KeyFileError"
    readonly describe: (file: string) => Issue
    constructor(describe: (file: string) => Issue) {
        super("unusable key file")
        this.describe = describe
    }
}

async function readFile(text: string, passphrase: string | undefined): Promise<Ed25519Key> {
    const match = /^-----BEGIN OPENSSH PRIVATE KEY-----([\sA-Za-z0-9+/=]+)-----END OPENSSH PRIVATE KEY-----\s*$/.exec(
        text,
    )
    const bytes = text.length > 1 << 16 ? undefined : decodeBase64((match?.[1] ?? "").replace(/\s/g, ""))
    if (bytes === undefined || bytes.length < MAGIC.length) throw new WireError("no armour")
    const reader = new WireReader(bytes)
    if (!equalBytes(reader.raw(MAGIC.length), MAGIC)) throw new WireError("no magic")
    const cipher = reader.text()
    const kdf = reader.text()
    const options = reader.string()
    if (reader.uint32() !== 1) throw new WireError("not one key")
    const blob = new WireReader(reader.string())
    const type = blob.text()
    if (type !== "ssh-ed25519") throw new KeyFileError((file) => issue("signature.key.type", [file], { type }))
    const publicKey = blob.string()
    const section = reader.string()
    reader.end()
    if (cipher === "none" && kdf === "none") return readSection(section, publicKey, false)
    if (cipher !== "aes256-ctr" || kdf !== "bcrypt")
        throw new KeyFileError((file) => issue("signature.key.cipher", [file], { cipher }))
    if (passphrase === undefined || passphrase === "")
        throw new KeyFileError((file) => issue("signature.key.encrypted", [file], {}))
    return readSection(await decryptKey(section, passphrase, readKdf(options)), publicKey, true)
}

function readKdf(options: Uint8Array): Kdf {
    const reader = new WireReader(options)
    const kdf = { salt: reader.string(), rounds: reader.uint32() }
    reader.end()
    if (kdf.salt.length === 0 || kdf.rounds < 1 || kdf.rounds > LARGEST_ROUNDS) throw new WireError("unusable KDF")
    return kdf
}

function readSection(section: Uint8Array, publicKey: Uint8Array, encrypted: boolean): Ed25519Key {
    const reader = new WireReader(section)
    const check = reader.uint32()
    if (reader.uint32() !== check) {
        if (encrypted) throw new KeyFileError((file) => issue("signature.key.passphrase", [file], {}))
        throw new WireError("check words differ")
    }
    const type = reader.text()
    const inner = reader.string()
    const secret = reader.string()
    const comment = reader.text()
    const padding = reader.rest()
    const seed = secret.slice(0, 32)
    const agree =
        type === "ssh-ed25519" &&
        secret.length === 64 &&
        equalBytes(inner, publicKey) &&
        equalBytes(secret.slice(32), publicKey) &&
        equalBytes(ed25519PublicKey(seed), publicKey) &&
        padding.length < 16 &&
        padding.every((byte, i) => byte === i + 1)
    if (!agree) throw new WireError("parts of the key differ")
    return { seed, publicKey, comment }
}
