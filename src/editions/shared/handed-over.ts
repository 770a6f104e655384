import { type PacketCount, packetCount } from "../../messages/packet-count.ts"
import { counted, grouped } from "./print.ts"

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

/** Rows of a paper that say which packet was handed over. */
export function handedOverView({ fileName, sizeBytes, count, signingKey, sha256, checkCode }: HandedOver): object {
    return {
        file: fileName,
        bytes: counted(sizeBytes),
        count: packetCount(count)["zh-CN"],
        key: signingKey,
        sha256: grouped(sha256),
        checkCode,
    }
}
