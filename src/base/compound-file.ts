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
const NO_SECTOR = 0xffff_fffa
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

function entryName(entry: DataView): string {
    const length = Math.min(64, entry.getUint16(64, true))
    const codes = Array.from({ length: Math.max(0, length / 2 - 1) }, (_, i) => entry.getUint16(2 * i, true))
    return String.fromCharCode(...codes)
}

/** Numbers of sectors from here on mean something else: free, the end of a chain, the table itself. */
const NO_SECTOR = 0xffff_fffa

/** A stream of a compound file that is held whole, by its name; `undefined` where there is none or it is damaged. */
export function readCompoundStream(bytes: Uint8Array, name: string): Uint8Array | undefined {
    if (bytes.length < 512 || !isCompound(bytes)) return undefined
    const view = viewOf(bytes)
    const shift = view.getUint16(30, true)
    if (shift !== 9 && shift !== 12) return undefined
    const table = sectorTable(bytes, shift)
    const directory = table && chain(bytes, view.getUint32(48, true), shift, table, 1)
    if (table === undefined || directory === undefined) return undefined
    const entries: Uint8Array[] = []
    for (let at = 0; at + 128 <= directory.length; at += 128) entries.push(directory.subarray(at, at + 128))
    const [root] = entries
    const entry = entries.find((one) => one[66] === 2 && entryName(one) === name)
    if (entry === undefined || root === undefined) return undefined
    const [start, size] = [viewOf(entry).getUint32(116, true), viewOf(entry).getUint32(120, true)]
    if (size > bytes.length) return undefined
    let stream: Uint8Array | undefined
    if (size >= view.getUint32(56, true)) stream = chain(bytes, start, shift, table, 1)
    else {
        // Short streams lie in sectors of 64 bytes within that of the root.
        const small = chain(bytes, viewOf(root).getUint32(116, true), shift, table, 1)
        const smallTable = chain(bytes, view.getUint32(60, true), shift, table, 1)
        stream = small && smallTable && chain(small, start, 6, smallTable, 0)
    }
    return stream === undefined || stream.length < size ? undefined : stream.subarray(0, size)
}

/** The table that says of each sector which comes next; its own sectors are named in the header, and in a chain from there. */
function sectorTable(bytes: Uint8Array, shift: number): Uint8Array | undefined {
    const view = viewOf(bytes)
    const size = 1 << shift
    const most = Math.ceil(bytes.length / size)
    const named: number[] = []
    for (let i = 0; i < 109; i++) named.push(view.getUint32(76 + 4 * i, true))
    let list = view.getUint32(68, true)
    for (let i = 0; i < most && list < NO_SECTOR; i++) {
        const at = (list + 1) * size
        if (at + size > bytes.length) return undefined
        for (let j = 0; j < size - 4; j += 4) named.push(view.getUint32(at + j, true))
        list = view.getUint32(at + size - 4, true)
    }
    const sectors = named.filter((sector) => sector < NO_SECTOR)
    if (sectors.length > most) return undefined
    const table = new Uint8Array(sectors.length * size)
    for (const [i, sector] of sectors.entries())
        table.set(bytes.subarray((sector + 1) * size, (sector + 2) * size), i * size)
    return table
}

/** The sectors of a chain, joined; `undefined` where it leads out of the file or never ends. */
function chain(
    bytes: Uint8Array,
    first: number,
    shift: number,
    table: Uint8Array,
    before: 0 | 1,
): Uint8Array | undefined {
    const size = 1 << shift
    const view = viewOf(table)
    const sectors: number[] = []
    for (let sector = first; sector < NO_SECTOR; sector = view.getUint32(4 * sector, true)) {
        const isOutside = 4 * sector + 4 > table.length || (sector + before) * size >= bytes.length
        if (isOutside || sectors.length > bytes.length / size) return undefined
        sectors.push(sector)
    }
    const joined = new Uint8Array(sectors.length * size)
    for (const [i, sector] of sectors.entries()) {
        const at = (sector + before) * size
        joined.set(bytes.subarray(at, Math.min(at + size, bytes.length)), i * size)
    }
    return joined
}
