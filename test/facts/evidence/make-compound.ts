/**
 * A compound file ([MS-CFB]) whose directory names these streams, on as many sectors as it takes.
 *
 * @param starts - First bytes of streams, at most 512. Those up to 64 lie among the small ones, each behind a hundred that
 *   are empty, the others in sectors of their own.
 */
export function makeCompound(names: readonly string[], starts: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
    const sectors = Math.ceil(names.length / 4)
    const small = 1 + sectors
    const smallSectors = 14
    const large = small + smallSectors
    const held = names.filter((name) => (starts[name]?.length ?? 0) > 64)
    const bytes = new Uint8Array(512 * (1 + large + held.length))
    const view = new DataView(bytes.buffer)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    view.setUint16(30, 9, true)
    // Sector 0 is the table of sectors, the directory begins behind it, small streams behind that.
    view.setUint32(48, 1, true)
    view.setUint32(56, 4096, true)
    view.setUint32(76, 0, true)
    const chain = (first: number, count: number) => {
        for (let i = first; i < first + count; i++)
            view.setUint32(512 + 4 * i, i === first + count - 1 ? 0xffff_fffe : i + 1, true)
    }
    for (let i = 0; i < 128; i++) view.setUint32(512 + 4 * i, 0xffff_ffff, true)
    chain(1, sectors)
    chain(small, smallSectors)
    for (const [i, name] of names.entries()) {
        const at = 1024 + 128 * i
        for (const [j, sign] of [...name].entries()) view.setUint16(at + 2 * j, sign.charCodeAt(0), true)
        view.setUint16(at + 64, 2 * (name.length + 1), true)
        const start = starts[name]
        const sector = start === undefined ? small : held.includes(name) ? large + held.indexOf(name) : 100
        view.setUint32(at + 116, sector, true)
        view.setUint32(at + 120, start === undefined || !held.includes(name) ? 64 : 4096, true)
        if (start !== undefined)
            bytes.set(start, held.includes(name) ? 512 * (1 + sector) : 512 * (1 + small) + 64 * sector)
    }
    return bytes
}
