import { concat, utf8 } from "../bytes.ts"
import { type Crc32, knownDigests } from "../digest.ts"
import { issue, PacketError } from "../issue.ts"
import { type ByteSource, chunks, passingChunks } from "../source.ts"
import { crc32 } from "./crc32.ts"
import {
    centralHeader,
    dosDateTime,
    type EntryHead,
    endRecord,
    localHeader,
    MOST_ENTRIES,
    ZIP_DATE,
    ZIP32_LIMIT,
} from "./profile.ts"

/** A file to store. `name` has `/` between segments. */
export interface ZipFile {
    readonly name: string
    readonly bytes: Uint8Array
}

/** A file to store whose content need not be in memory. */
export interface ZipSourceFile {
    readonly name: string
    readonly source: ByteSource
}

/** Options of the writers. */
export interface ZipOptions {
    /** One date for every entry, UTC; {@link ZIP_DATE} unless given. A packet never gives one. */
    readonly date?: Date
    /** A faster CRC-32 where the platform has one; it changes no byte. */
    readonly crc32?: Crc32
}

/**
 * Writes files in the given order without compression; the same files give the same bytes everywhere. Throws `RangeError`
 * for a name that a reader would change or refuse, a name twice, and what ZIP32 cannot hold: faults of the program.
 */
export function writeStoreZip(files: readonly ZipFile[], options: ZipOptions = {}): Uint8Array {
    const layout = new Layout(options)
    const parts: Uint8Array[] = []
    for (const { name, bytes } of files) parts.push(layout.add(name, bytes.length, crc32(bytes)), bytes)
    return concat([...parts, ...layout.finish()])
}

/** Bytes of a header, or the content of a file. */
export type StoreZipPart = Uint8Array | ByteSource

/**
 * As {@link writeStoreZip}, as parts of which the contents need not be in memory. Each source is read once, for its
 * CRC-32, which stands in the header in front of it; one whose CRC-32 is known (`base/digest.ts`) is not read.
 */
export async function* storeZipParts(
    files: readonly ZipSourceFile[],
    options: ZipOptions = {},
): AsyncGenerator<StoreZipPart> {
    for await (const { header, source } of members(files, options)) {
        yield header
        if (source !== undefined) yield source
    }
}

/**
 * As {@link writeStoreZip}, in chunks at constant memory. Each source is read twice, where its CRC-32 is not known yet:
 * headers stand in front of the content. Rejects with `PacketError` (`shell.file.changing`) when a source gives other
 * bytes the second time.
 */
export async function* storeZipChunks(
    files: readonly ZipSourceFile[],
    options: ZipOptions = {},
): AsyncGenerator<Uint8Array> {
    const continued = options.crc32 ?? crc32
    for await (const { header, name, source, crc } of members(files, options)) {
        yield header
        if (source === undefined) continue
        let again = 0
        for await (const chunk of chunks(source)) {
            again = continued(chunk, again)
            yield chunk
        }
        if (again !== crc) throw new PacketError([issue("shell.file.changing", [name], { file: name })])
    }
}

/** A header with what follows it; the headers of the end have nothing behind them. */
interface Member {
    readonly header: Uint8Array
    readonly name: string
    readonly source?: ByteSource
    readonly crc: number
}

async function* members(files: readonly ZipSourceFile[], options: ZipOptions): AsyncGenerator<Member> {
    const layout = new Layout(options)
    const continued = options.crc32 ?? crc32
    for (const { name, source } of files) {
        const crc = knownDigests(source)?.crc32 ?? (await crcOf(source, continued))
        yield { header: layout.add(name, source.size, crc), name, source, crc }
    }
    for (const header of layout.finish()) yield { header, name: "", crc: 0 }
}

async function crcOf(source: ByteSource, continued: Crc32): Promise<number> {
    let crc = 0
    for await (const chunk of passingChunks(source)) crc = continued(chunk, crc)
    return crc
}

/** Keeps offsets and names; gives headers. */
class Layout {
    private readonly date: number
    private readonly names = new Set<string>()
    private readonly entries: { readonly head: EntryHead; readonly offset: number }[] = []
    private offset = 0
    constructor(options: ZipOptions) {
        this.date = dosDateTime(options.date ?? ZIP_DATE)
    }

    add(name: string, size: number, crc: number): Uint8Array {
        assertName(name)
        if (this.names.has(name)) throw new RangeError(`${name} twice in a ZIP`)
        this.names.add(name)
        const head: EntryHead = { name: utf8(name), crc, size, dosDateTime: this.date }
        const header = localHeader(head)
        this.entries.push({ head, offset: this.offset })
        this.offset += header.length + size
        if (this.entries.length > MOST_ENTRIES || this.offset >= ZIP32_LIMIT)
            throw new RangeError("too much for a ZIP without ZIP64")
        return header
    }

    finish(): Uint8Array[] {
        const directory = this.entries.map(({ head, offset }) => centralHeader(head, offset))
        const size = directory.reduce((sum, header) => sum + header.length, 0)
        if (this.offset + size + 22 >= ZIP32_LIMIT) throw new RangeError("too much for a ZIP without ZIP64")
        return [...directory, endRecord(this.entries.length, size, this.offset)]
    }
}

/** Names that archiver would change silently, or that unpack outside the folder. */
function assertName(name: string): void {
    const bad =
        name === "" ||
        name.length > 1000 ||
        /[\\\p{Cc}\p{Cs}]|^\w+:/u.test(name) ||
        name.split("/").some((segment) => segment === "" || segment === "." || segment === "..")
    if (bad) throw new RangeError(`no ZIP name: ${JSON.stringify(name)}`)
}
