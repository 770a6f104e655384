import { type Host, hashingOf, type Signer } from "../../base/host.ts"
import { hasErrors, PacketError } from "../../base/issue.ts"
import type { Output } from "../../base/output.ts"
import type { ByteSource } from "../../base/source.ts"
import { readStoreZip } from "../../base/zip/read.ts"
import { signPacket } from "../../packet/assemble/sign.ts"
import type { ZipPacket, ZippedPacket } from "../../packet/assemble/zip.ts"
import { verifyPacket } from "../../packet/verify/verify.ts"

/** Adds a signature to a packet that holds. */

export interface SignedPacket {
    /** The new ZIP. */
    readonly outputs: readonly Output[]
    readonly packet: ZippedPacket
    /** 核对码, the same as before. */
    readonly checkCode: string
    /** SHA-256 of the ZIP as it was given, which paper may still quote. */
    readonly before: string | null
}

/**
 * Makes a new ZIP with one signature more. Throws `PacketError` when the packet does not hold, or the key may not sign it.
 *
 * @param name - Of the new ZIP.
 * @param now - RFC 3339 with offset.
 */
export async function addSignature(
    source: ByteSource,
    name: string,
    signer: Signer,
    host: Host,
    now: string,
    zip: ZipPacket,
): Promise<SignedPacket> {
    const report = await verifyPacket({ kind: "zip", source }, { now, ...hashingOf(host) })
    if (report.verdict === "broken" || report.verdict === "refused" || hasErrors(report.issues))
        throw new PacketError(report.issues)
    const read = await readStoreZip(source)
    if (!read.ok) throw new PacketError(read.issues)
    const files = read.entries.map((entry) => ({ path: entry.name.slice(read.top.length + 1), source: entry.source }))
    const packet = await signPacket({ top: read.top, files }, signer)
    const zipped = await zip(packet, name)
    return { outputs: [zipped], packet: zipped, checkCode: packet.checkCode, before: report.zipSha256 }
}
