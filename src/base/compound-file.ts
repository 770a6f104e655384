import { viewOf } from "./bytes.ts"
import { type ByteSource, partOf } from "./source.ts"

/** Compound files ([MS-CFB]), as old office documents are, and new ones behind a password ([MS-OFFCRYPTO] 2.3.4.4). */

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** Whether bytes begin as those of a compound file do. */
export const isCompound = (head: Uint8Array): boolean => COMPOUND.every((byte, i) => head[i] === byte)

/** Sectors of a directory that are looked at: four entries or more each, of which a document has about ten. */
const MOST_SECTORS = 1024
/** From here on sector numbers are signs: no sector follows, or it is no stream's. */
const NO_SECTOR = 0xffff_fffa
const SMALL_SECTOR = 64
/** Numbers of the table's own sectors that the header has room for. */
const NAMED_IN_HEADER = 109

/** A compound file over a source of any size: what is asked for is read, and no more. */
export interface CompoundFile {
    /** Of its streams and storages. */
    readonly names: ReadonlySet<string>
    /** The first bytes of a stream, at most so many; `undefined` where there is none or it is cut short. */
    read(name: string, most: number): Promise<Uint8Array | undefined>
}

/** Whether a compound file is a document behind a password, of the programs since 2007 or those before. */
export async function isLockedOffice(source: ByteSource): Promise<boolean> {
    const file = await openCompound(source)
    if (file === undefined || file.names.has("EncryptedPackage")) return file !== undefined
    for (const [name, isLocked] of OLD) {
        const start = await file.read(name, LONGEST_START)
        if (start !== undefined && isLocked(start)) return true
    }
    return false
}

/** Whether an old document has macros: the storage of their project ([MS-OVBA] 2.2.1) is there. */
export async function hasMacros(source: ByteSource): Promise<boolean> {
    return (await openCompound(source))?.names.has("_VBA_PROJECT") === true
}

const LONGEST_START = 512
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

interface Entry {
    readonly sector: number
    readonly size: number
}

/** Sectors of a chain by their place in it; {@link NO_SECTOR} behind its end. */
type Chain = (place: number) => Promise<number>

/** Opens a compound file; `undefined` where the source is none. */
export async function openCompound(source: ByteSource): Promise<CompoundFile | undefined> {
    const start = await partOf(source, 0, 512)
    if (start.length < 512 || !isCompound(start)) return undefined
    const header = viewOf(start)
    const shift = header.getUint16(30, true)
    if (shift !== 9 && shift !== 12) return undefined
    const bytes = 1 << shift
    const most = Math.ceil(source.size / bytes)
    const sectorAt = (sector: number): Promise<Uint8Array> => partOf(source, (sector + 1) * bytes, bytes)
    let held = { sector: NO_SECTOR, bytes: start }
    const numberIn = async (sector: number | undefined, place: number): Promise<number> => {
        if (sector === undefined || sector >= NO_SECTOR) return NO_SECTOR
        if (held.sector !== sector) held = { sector, bytes: await sectorAt(sector) }
        const at = 4 * (place % (bytes / 4))
        return at + 4 > held.bytes.length ? NO_SECTOR : viewOf(held.bytes).getUint32(at, true)
    }
    const chain = (first: number, after: (sector: number) => Promise<number>): Chain => {
        const sectors: number[] = []
        return async (place) => {
            while (sectors.length <= place) {
                const last = sectors.at(-1)
                const next = last === undefined ? first : await after(last)
                // Longer than the file, it goes in a circle.
                if (next >= NO_SECTOR || sectors.length > most * (bytes / SMALL_SECTOR)) return NO_SECTOR
                sectors.push(next)
            }
            return sectors[place] ?? NO_SECTOR
        }
    }
    const table = await tableSectors(header, bytes, most, sectorAt)
    const after = (sector: number): Promise<number> => numberIn(table[Math.floor((4 * sector) / bytes)], sector)
    const directory = await readDirectory(chain(header.getUint32(48, true), after), sectorAt)
    // Short streams lie in small sectors within the stream of the first entry, and have a table of their own.
    const within = chain(directory.root?.sector ?? NO_SECTOR, after)
    const smallTable = chain(header.getUint32(60, true), after)
    const smallAfter = async (sector: number): Promise<number> =>
        numberIn(await smallTable(Math.floor((4 * sector) / bytes)), sector)
    const smallAt = async (sector: number): Promise<Uint8Array> => {
        const at = sector * SMALL_SECTOR
        const holder = await within(Math.floor(at / bytes))
        return holder >= NO_SECTOR ? new Uint8Array() : (await sectorAt(holder)).subarray(at % bytes).subarray(0, 64)
    }
    return {
        names: new Set(directory.entries.keys()),
        async read(name, longest) {
            const entry = directory.entries.get(name)
            if (entry === undefined || entry.size > source.size) return undefined
            const isSmall = entry.size < header.getUint32(56, true)
            const sectors = chain(entry.sector, isSmall ? smallAfter : after)
            const step = isSmall ? SMALL_SECTOR : bytes
            const out = new Uint8Array(Math.min(entry.size, longest))
            for (let at = 0; at < out.length; at += step) {
                const sector = await sectors(at / step)
                const part = sector >= NO_SECTOR ? undefined : await (isSmall ? smallAt(sector) : sectorAt(sector))
                if (part === undefined || part.length === 0) return undefined
                out.set(part.subarray(0, out.length - at), at)
            }
            return out
        },
    }
}

/** Where the table lies that says of each sector which comes next: in the header, and in a list from there. */
async function tableSectors(
    header: DataView,
    bytes: number,
    most: number,
    sectorAt: (sector: number) => Promise<Uint8Array>,
): Promise<readonly number[]> {
    const table: number[] = []
    for (let i = 0; i < NAMED_IN_HEADER; i++) table.push(header.getUint32(76 + 4 * i, true))
    let list = header.getUint32(68, true)
    while (list < NO_SECTOR && table.length < most) {
        const part = await sectorAt(list)
        if (part.length < bytes) break
        const view = viewOf(part)
        for (let at = 0; at < bytes - 4; at += 4) table.push(view.getUint32(at, true))
        list = view.getUint32(bytes - 4, true)
    }
    return table
}

/** Where streams lie, by their names; of several the first. */
async function readDirectory(sectors: Chain, sectorAt: (sector: number) => Promise<Uint8Array>) {
    const entries = new Map<string, Entry>()
    let root: Entry | undefined
    for (let i = 0; i < MOST_SECTORS; i++) {
        const sector = await sectors(i)
        if (sector >= NO_SECTOR) break
        const part = await sectorAt(sector)
        for (let at = 0; at + 128 <= part.length; at += 128) {
            const view = viewOf(part.subarray(at, at + 128))
            const entry = { sector: view.getUint32(116, true), size: view.getUint32(120, true) }
            root ??= entry
            const name = entryName(view)
            if (!entries.has(name)) entries.set(name, entry)
        }
    }
    return { entries, root }
}

function entryName(entry: DataView): string {
    const length = Math.min(64, entry.getUint16(64, true))
    const codes = Array.from({ length: Math.max(0, length / 2 - 1) }, (_, i) => entry.getUint16(2 * i, true))
    return String.fromCharCode(...codes)
}
