import { viewOf } from "./bytes.ts"
import { entryName, isCompound, NO_SECTOR } from "./compound-file.ts"

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
    const entry = entries.find((one) => one[66] === 2 && entryName(viewOf(one)) === name)
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
