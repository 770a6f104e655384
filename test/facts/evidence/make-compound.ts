/** A compound file ([MS-CFB]) whose directory names these streams, on as many sectors as it takes. */
export function makeCompound(names: readonly string[]): Uint8Array {
    const sectors = Math.ceil(names.length / 4)
    const bytes = new Uint8Array(512 * (2 + sectors))
    const view = new DataView(bytes.buffer)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    view.setUint16(30, 9, true)
    // Sector 0 is the table of sectors, the directory begins behind it.
    view.setUint32(48, 1, true)
    view.setUint32(76, 0, true)
    for (let i = 0; i < 128; i++) view.setUint32(512 + 4 * i, 0xffff_ffff, true)
    for (let i = 1; i <= sectors; i++) view.setUint32(512 + 4 * i, i === sectors ? 0xffff_fffe : i + 1, true)
    for (const [i, name] of names.entries()) {
        const at = 1024 + 128 * i
        for (const [j, sign] of [...name].entries()) view.setUint16(at + 2 * j, sign.charCodeAt(0), true)
        view.setUint16(at + 64, 2 * (name.length + 1), true)
    }
    return bytes
}
