import type { PacketCount } from "../../messages/packet-count.ts"

/** The packet as papers beside it describe it: what was handed over, by size, hash and code. */
export interface HandedOver {
    readonly fileName: string
    readonly sizeBytes: number
    readonly count: PacketCount
    /** Fingerprint of the key that signed, `SHA256:…`; absent where none did. */
    readonly signingKey?: string
    readonly sha256: string
    readonly checkCode: string
}
