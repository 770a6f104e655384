import { viewOf } from "./bytes.ts"
import { type ByteSource, partOf } from "./source.ts"

/** Compound files ([MS-CFB]), as old office documents are, and new ones behind a password ([MS-OFFCRYPTO] 2.3.4.4). */

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** Whether bytes begin as those of a compound file do. */
export const isCompound = (head: Uint8Array): boolean => COMPOUND.every((byte, i) => head[i] === byte)
const ENCRYPTED_PACKAGE = "EncryptedPackage"
/** Sectors of a directory that are looked at: four entries or more each, of which a locked document has about ten. */
const MOST_SECTORS = 64

/** Whether a compound file is a document behind a password: its directory names a stream EncryptedPackage. */
export async function isLockedOffice(source: ByteSource): Promise<boolean> {
    const header = await partOf(source, 0, 512)
    if (header.length < 512 || !isCompound(header)) return false
    const view = viewOf(header)
    const shift = view.getUint16(30, true)
    if (shift !== 9 && shift !== 12) return false
    const bytes = 1 << shift
    const each = bytes / 4
    let sector = view.getUint32(48, true)
    for (let i = 0; i < MOST_SECTORS && sector < 0xffff_fffa; i++) {
        const entries = await partOf(source, (sector + 1) * bytes, bytes)
        for (let at = 0; at + 128 <= entries.length; at += 128)
            if (entryName(entries.subarray(at, at + 128)) === ENCRYPTED_PACKAGE) return true
        // The table of sectors itself lies where the header says, for the first seven megabytes at least.
        const table = Math.floor(sector / each)
        if (table >= 109) return false
        const next = await partOf(source, (view.getUint32(76 + 4 * table, true) + 1) * bytes + 4 * (sector % each), 4)
        if (next.length < 4) return false
        sector = viewOf(next).getUint32(0, true)
    }
    return false
}

function entryName(entry: Uint8Array): string {
    const length = Math.min(64, viewOf(entry).getUint16(64, true))
    const codes = Array.from({ length: Math.max(0, length / 2 - 1) }, (_, i) => viewOf(entry).getUint16(2 * i, true))
    return String.fromCharCode(...codes)
}
