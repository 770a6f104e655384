import type { ByteSource, NamedSource } from "./source.ts"

/**
 * Files that Finder, Explorer and office programs leave behind when a person only looks at a folder. A name proves
 * nothing: each is known by its content and by how large such a file can be.
 */

interface Litter {
    readonly name: RegExp
    readonly most: number
    readonly holds: (head: Uint8Array) => boolean
}

const KB = 1024
/** Bytes of a file that are looked at. */
const HEAD = 4 * KB
const starts =
    (offset: number, ...bytes: readonly number[]) =>
    (head: Uint8Array): boolean =>
        bytes.every((byte, i) => head[offset + i] === byte)
const latin = (head: Uint8Array): string => String.fromCharCode(...head)
const isText = (head: Uint8Array): boolean => !head.includes(0)

const LITTER: readonly Litter[] = [
    // AppleDouble (RFC 1740), `Bud1` of Finder, OLE of Explorer.
    { name: /(?:^|\/)\._[^/]*$/, most: 64 * KB, holds: starts(0, 0x00, 0x05, 0x16, 0x07) },
    { name: /(?:^|\/)\.DS_Store$/i, most: KB * KB, holds: starts(4, 0x42, 0x75, 0x64, 0x31) },
    {
        name: /(?:^|\/)(?:eh)?thumbs\.db$/i,
        most: 32 * KB * KB,
        holds: starts(0, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    },
    {
        name: /(?:^|\/)desktop\.ini$/i,
        most: HEAD,
        // One that gives the files of the folder other names makes people see what is not there.
        holds: (head) => {
            const text = latin(head.filter((byte) => byte !== 0))
            return text.includes("[.ShellClassInfo]") && !/\[LocalizedFileNames\]|LocalizedResourceName/i.test(text)
        },
    },
    { name: /(?:^|\/)\.localized$/, most: 0, holds: () => true },
    // Somebody has the file beside it open: Word and Excel, LibreOffice.
    { name: /(?:^|\/)~\$[^/]*$/, most: 200, holds: () => true },
    { name: /(?:^|\/)\.~lock\.[^/]*#$/, most: KB, holds: isText },
]

/** Whether a file is such litter; its head is read only where the name says so. */
export async function isSystemFile(path: string, source: ByteSource): Promise<boolean> {
    const litter = LITTER.find(({ name }) => name.test(path))
    if (litter === undefined || source.size > litter.most) return false
    return litter.holds(await source.read(0, Math.min(source.size, HEAD)))
}

/** Files less such litter. */
export async function withoutSystemFiles<F extends NamedSource>(files: readonly F[]): Promise<F[]> {
    const kept: F[] = []
    for (const file of files) if (!(await isSystemFile(file.name, file.source))) kept.push(file)
    return kept
}
