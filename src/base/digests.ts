import { md5, sha1 } from "@noble/hashes/legacy.js"
import { sha512 } from "@noble/hashes/sha2.js"
import { hex } from "./bytes.ts"
import { type Hasher, type NewHasher, portableSha256 } from "./digest.ts"

/**
 * Digests that others state of their files, told apart by their length. MD5 (RFC 1321) and SHA-1 (RFC 3174) are compared
 * because providers still write them; neither keeps anybody from making two files with one value.
 */
export type StatedAlgorithm = "MD5" | "SHA-1" | "SHA-256" | "SHA-512"

const DIGITS: Readonly<Record<StatedAlgorithm, number>> = { MD5: 32, "SHA-1": 40, "SHA-256": 64, "SHA-512": 128 }

/** The algorithm whose values are so many hex digits long; undefined for no value of hex digits of such a length. */
export function algorithmOf(value: string): StatedAlgorithm | undefined {
    if (!/^[0-9a-f]+$/i.test(value)) return undefined
    const found = Object.entries(DIGITS).find(([, digits]) => digits === value.length)
    return found?.[0] as StatedAlgorithm | undefined
}

/** Whether it is the name of an algorithm that can be compared. */
export const isStatedAlgorithm = (name: unknown): name is StatedAlgorithm =>
    typeof name === "string" && Object.hasOwn(DIGITS, name)

/** Whether somebody can make two files with one value of the algorithm on purpose. */
export const isWeak = (algorithm: StatedAlgorithm): boolean => algorithm === "MD5" || algorithm === "SHA-1"

/** A hasher for an algorithm; the host's own for SHA-256. */
export function hasherOf(algorithm: StatedAlgorithm, sha256: NewHasher = portableSha256): Hasher {
    if (algorithm === "SHA-256") return sha256()
    const state = { MD5: md5, "SHA-1": sha1, "SHA-512": sha512 }[algorithm].create()
    return { update: (bytes) => void state.update(bytes), hex: () => hex(state.digest()) }
}
