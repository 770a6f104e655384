import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js"
import { hex } from "./bytes.ts"
import { type ByteSource, passingChunks } from "./source.ts"

/** Incremental SHA-256. A shell may bring a native one; {@link portableSha256} is the neutral one. */
export interface Hasher {
    update(bytes: Uint8Array): void
    /** Lower-case hex; the hasher is spent afterwards. */
    hex(): string
    /** CRC-32 of the same bytes (ISO 3309), where the platform reckons it along; asked for before {@link hex}. */
    crc32?(): number
}
/** Makes a SHA-256 hasher; hosts have faster ones than {@link portableSha256}. */
export type NewHasher = () => Hasher

/** SHA-256 in plain JavaScript, the same result on every platform. */
export const portableSha256: NewHasher = () => {
    const state = nobleSha256.create()
    return { update: (bytes) => void state.update(bytes), hex: () => hex(state.digest()) }
}

/** Continues a CRC-32 over more bytes, 0 at the start; platforms have faster ones than `zip/crc32.ts`. */
export type Crc32 = (bytes: Uint8Array, crc: number) => number

/** The same hasher with the CRC-32 of the same bytes. */
export const withCrc32 =
    (newHasher: NewHasher, crc32: Crc32): NewHasher =>
    () => {
        const hasher = newHasher()
        let crc = 0
        const update = (bytes: Uint8Array): void => {
            hasher.update(bytes)
            crc = crc32(bytes, crc)
        }
        return { update, hex: () => hasher.hex(), crc32: () => crc }
    }

/** Hashes some sources elsewhere while others are hashed here. It changes no digest: what it does not give is hashed here. */
export interface HashApart {
    /** What will be asked for, in this order; called once. */
    begin(sources: readonly ByteSource[]): void
    /** SHA-256 of a source that is hashed elsewhere; `undefined` where it is to be hashed here. */
    sha256(source: ByteSource): Promise<string | undefined>
}

/** A stretch of a file, in bytes. */
export interface Stretch {
    readonly at: number
    readonly size: number
}

/** What is reckoned of a whole file elsewhere: its SHA-256, and CRC-32 of stretches in it, in the order asked for. */
export interface Reckoned {
    readonly sha256: string
    readonly crc32: readonly number[]
}

/** SHA-256 of bytes as 64 lower-case hex digits (FIPS 180-4). */
export function sha256Hex(bytes: Uint8Array): string {
    return hex(nobleSha256(bytes))
}

/** SHA-256 of a source, read in chunks. */
export async function sha256Source(source: ByteSource, newHasher: NewHasher = portableSha256): Promise<string> {
    return (await hashed(source, newHasher)).hex()
}

async function hashed(source: ByteSource, newHasher: NewHasher): Promise<Hasher> {
    const hasher = newHasher()
    for await (const chunk of passingChunks(source)) hasher.update(chunk)
    return hasher
}

/** What is known of a source. */
export interface Digests {
    /** 64 lower-case hex digits. */
    readonly sha256: string
    /** Absent where the hasher gives none. */
    readonly crc32?: number
}

const KNOWN = new WeakMap<ByteSource, Digests>()

/**
 * Digests of a source that is used again in the same run: gigabytes of evidence are held against the record, listed and
 * packed, and need be read for that but twice. Whoever writes the source compares its CRC-32 once more.
 */
export async function rememberDigests(source: ByteSource, newHasher: NewHasher): Promise<Digests> {
    const hasher = await hashed(source, newHasher)
    const crc32 = hasher.crc32?.()
    const digests = { sha256: hasher.hex(), ...(crc32 === undefined ? {} : { crc32 }) }
    KNOWN.set(source, digests)
    return digests
}

/** What {@link rememberDigests} found in this run. */
export const knownDigests = (source: ByteSource): Digests | undefined => KNOWN.get(source)
