import { viewOf } from "./bytes.ts"
import { type ByteSource, partOf } from "./source.ts"

/** Compound files ([MS-CFB]), as old office documents are, and new ones behind a password ([MS-OFFCRYPTO] 2.3.4.4). */

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** Whether bytes begin as those of a compound file do. */
export const isCompound = (head: Uint8Array): boolean => COMPOUND.every((byte, i) => head[i] === byte)

/** Sectors of a directory that are looked at: four entries or more each, of which a document has about ten. */
const MOST_SECTORS = 64
/** Links that lead to a small stream. */
const MOST_LINKS = 4096
/** From here on sector numbers are signs: no sector follows, or it is no stream's. */
export const NO_SECTOR = 0xffff_fffa
const SMALL_SECTOR = 64

/** Whether a compound file is a document behind a password, of the programs since 2007 or those before. */
export async function isLockedOffice(source: ByteSource): Promise<boolean> {
    const file = await open(source)
    const streams = file === undefined ? new Map<string, Entry>() : await readDirectory(file)
    if (file === undefined || streams.has("EncryptedPackage")) return file !== undefined
    for (const [name, isLocked] of OLD) {
        const entry = streams.get(name)
        if (entry !== undefined && isLocked(await startOf(file, entry, streams))) return true
    }
    return false
}

/** Whether an old document has macros: the storage of their project ([MS-OVBA] 2.2.1) is there. */
export async function hasMacros(source: ByteSource): Promise<boolean> {
    const file = await open(source)
    return file !== undefined && (await readDirectory(file)).has("_VBA_PROJECT")
}

/** Streams of old documents whose first bytes say whether all else is encrypted. */
const OLD: readonly (readonly [stream: string, isLocked: (start: Uint8Array) => boolean])[] = [
    // fEncrypted of the FIB ([MS-DOC] 2.5.2).
    ["WordDocument", (start) => start.length >= 12 && (viewOf(start).getUint16(10, true) & 0x100) !== 0],
    ["Workbook", hasFilePass],
    ["Book", hasFilePass],
    // headerToken of the CurrentUserAtom ([MS-PPT] 2.3.2).
    ["Current User", (start) => start.length >= 16 && viewOf(start).getUint32(12, true) === 0xf3d1_c4df],
]

/** FilePass stands behind the first record, or behind WriteProtect ([MS-XLS] 2.1.7.20.3, 2.4.117). */
function hasFilePass(start: Uint8Array): boolean {
    const view = viewOf(start)
    let at = 0
    for (let i = 0; i < 3 && at + 4 <= start.length; i++) {
        if (view.getUint16(at, true) === 0x2f) return true
        at += 4 + view.getUint16(at + 2, true)
    }
    return false
}

interface CompoundFile {
    readonly source: ByteSource
    readonly header: DataView
    /** Bytes of a sector. */
    readonly bytes: number
}

async function open(source: ByteSource): Promise<CompoundFile | undefined> {
    const start = await partOf(source, 0, 512)
    if (start.length < 512 || !isCompound(start)) return undefined
    const header = viewOf(start)
    const shift = header.getUint16(30, true)
    return shift === 9 || shift === 12 ? { source, header, bytes: 1 << shift } : undefined
}

interface Entry {
    readonly sector: number
    readonly size: number
}

/** Where streams lie, by their names; that of the root holds the small ones. */
async function readDirectory(file: CompoundFile): Promise<ReadonlyMap<string, Entry>> {
    const found = new Map<string, Entry>()
    let sector = file.header.getUint32(48, true)
    for (let i = 0; i < MOST_SECTORS && sector < NO_SECTOR; i++) {
        const entries = await sectorAt(file, sector)
        for (let at = 0; at + 128 <= entries.length; at += 128) {
            const view = viewOf(entries.subarray(at, at + 128))
            found.set(entryName(view), { sector: view.getUint32(116, true), size: view.getUint32(120, true) })
        }
        sector = await sectorAfter(file, sector)
    }
    return found
}

/** The first bytes of a stream: what its first sector has of it. */
async function startOf(file: CompoundFile, entry: Entry, streams: ReadonlyMap<string, Entry>): Promise<Uint8Array> {
    const isSmall = entry.size < file.header.getUint32(56, true)
    if (!isSmall) return entry.sector < NO_SECTOR ? sectorAt(file, entry.sector) : new Uint8Array(0)
    const at = entry.sector * SMALL_SECTOR
    let sector = streams.get("Root Entry")?.sector ?? NO_SECTOR
    const links = Math.floor(at / file.bytes)
    for (let i = 0; i < links && sector < NO_SECTOR; i++)
        sector = links > MOST_LINKS ? NO_SECTOR : await sectorAfter(file, sector)
    if (sector >= NO_SECTOR) return new Uint8Array(0)
    const held = await sectorAt(file, sector)
    return held.subarray(at % file.bytes, (at % file.bytes) + Math.min(SMALL_SECTOR, entry.size))
}

const sectorAt = ({ source, bytes }: CompoundFile, sector: number): Promise<Uint8Array> =>
    partOf(source, (sector + 1) * bytes, bytes)

/** The table of sectors itself lies where the header says, for the first seven megabytes at least. */
async function sectorAfter({ source, header, bytes }: CompoundFile, sector: number): Promise<number> {
    const each = bytes / 4
    const table = Math.floor(sector / each)
    if (table >= 109) return NO_SECTOR
    const next = await partOf(source, (header.getUint32(76 + 4 * table, true) + 1) * bytes + 4 * (sector % each), 4)
    return next.length < 4 ? NO_SECTOR : viewOf(next).getUint32(0, true)
}

/** Name of an entry of the directory. */
export function entryName(entry: DataView): string {
    const length = Math.min(64, entry.getUint16(64, true))
    const codes = Array.from({ length: Math.max(0, length / 2 - 1) }, (_, i) => entry.getUint16(2 * i, true))
    return String.fromCharCode(...codes)
}
