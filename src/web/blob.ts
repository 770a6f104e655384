import type { NewHasher } from "../base/digest.ts"
import type { Output } from "../base/output.ts"
import { type ByteSource, chunks } from "../base/source.ts"
import { type StoreZipPart, storeZipParts } from "../base/zip/write.ts"
import { zipFiles } from "../packet/assemble/packet.ts"
import type { ZipPacket } from "../packet/assemble/zip.ts"

/** Files of a browser as byte sources, and back. What is in a file is never read whole. */

/** Blobs behind sources, so that a copy need not pass through memory. */
const BLOBS = new WeakMap<ByteSource, Blob>()

/** A browser takes as long for a few bytes as for these; what walks through a file piece by piece finds the next here. */
const WINDOW = 64 << 10
const MOST_WINDOWS = 8

/** What was read last, newest first. */
let windows: readonly { readonly blob: Blob; readonly from: number; readonly bytes: Uint8Array }[] = []

async function readBlob(blob: Blob, offset: number, length: number): Promise<Uint8Array> {
    readBytes += length
    return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer())
}

async function readSmall(blob: Blob, offset: number, length: number): Promise<Uint8Array> {
    const known = windows.find(
        (one) => one.blob === blob && one.from <= offset && offset + length <= one.from + one.bytes.length,
    )
    const found = known ?? {
        blob,
        from: offset,
        bytes: await readBlob(blob, offset, Math.min(WINDOW, blob.size - offset)),
    }
    windows = [found, ...windows.filter((one) => one !== known)].slice(0, MOST_WINDOWS)
    return found.bytes.slice(offset - found.from, offset - found.from + length)
}

let readBytes = 0
/** How much was read of all files so far. */
export const readSoFar = (): number => readBytes

/** A file as a source. */
export function blobSource(blob: Blob): ByteSource {
    const source: ByteSource = {
        size: blob.size,
        async read(offset, length) {
            if (offset < 0 || offset + length > blob.size) throw new RangeError("read past the end")
            return length > WINDOW ? readBlob(blob, offset, length) : readSmall(blob, offset, length)
        },
    }
    BLOBS.set(source, blob)
    return source
}

/** Bytes that are gathered before the browser gets them as one part, so that they leave the memory of the script. */
const GATHERED = 16 << 20

/** A source as a file. */
export async function sourceBlob(source: ByteSource, type = ""): Promise<Blob> {
    const known = BLOBS.get(source)
    if (known !== undefined) return known
    const parts: Blob[] = []
    let gathered: Uint8Array<ArrayBuffer>[] = []
    let size = 0
    const hand = (): void => {
        parts.push(new Blob(gathered))
        gathered = []
        size = 0
    }
    for await (const chunk of chunks(source)) {
        gathered.push(plain(chunk))
        size += chunk.length
        if (size >= GATHERED) hand()
    }
    hand()
    return new Blob(parts, { type })
}

/** Bytes as a part of a file: no part may lie in shared memory. */
export function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes)
}

/** Makes the ZIP of a packet of the headers and the files themselves, which are not copied. */
export function zipAsBlob(newHasher: NewHasher, onPacket: () => void = () => undefined): ZipPacket {
    return async (packet, path) => {
        onPacket()
        const files = zipFiles(packet)
        const hasher = newHasher()
        const parts: Blob[] = []
        for await (const part of storeZipParts(files)) {
            if (part instanceof Uint8Array) hasher.update(part)
            else for await (const chunk of chunks(part)) hasher.update(chunk)
            parts.push(await partBlob(part))
        }
        const blob = new Blob(parts, { type: "application/zip" })
        const facts = { sizeBytes: blob.size, sha256: hasher.hex(), fileCount: files.length }
        return { path, source: blobSource(blob), role: "packet", ...facts }
    }
}

/** Any files as a ZIP, in their order and without compression. */
export async function zipBlob(files: readonly { readonly name: string; readonly source: ByteSource }[]): Promise<Blob> {
    const parts: Blob[] = []
    for await (const part of storeZipParts(files)) parts.push(await partBlob(part))
    return new Blob(parts, { type: "application/zip" })
}

async function partBlob(part: StoreZipPart): Promise<Blob> {
    return part instanceof Uint8Array ? new Blob([plain(part)]) : sourceBlob(part)
}

/** A file that a flow handed out, as the page gets it. */
export interface OutFile {
    /** With `/` between segments. */
    readonly path: string
    readonly blob: Blob
    readonly role: Output["role"]
}

const TYPES: Readonly<Record<string, string>> = {
    pdf: "application/pdf",
    html: "text/html",
    txt: "text/plain;charset=utf-8",
    zip: "application/zip",
    docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    eml: "message/rfc822",
}

/** What flows handed out, as files. */
export async function outFiles(outputs: readonly Output[]): Promise<OutFile[]> {
    const files: OutFile[] = []
    for (const { path, source, role } of outputs) {
        const type = TYPES[/\.([^.]+)$/.exec(path)?.[1] ?? ""] ?? ""
        files.push({ path, blob: await sourceBlob(source, type), role })
    }
    return files
}
