import { portableSha256 } from "../../base/digest.ts"
import { FontAbsent, type FontFile, type Host } from "../../base/host.ts"
import { inflateTo } from "../../base/zip/inflate.ts"
import { blockGzipFile } from "../../typeset/font/block-gzip.ts"
import { plain } from "../blob.ts"

/** The page as host of the core: its templates, data files, fonts and decoders came with it. */

/** The product's own files, in the page as data. */
export interface Resources {
    readonly tool: string
    /** Templates by name, `zh-CN/letter.hbs`. */
    readonly templates: Readonly<Record<string, string>>
    /** Data files by name, `recipients/okx.yaml`. */
    readonly assets: Readonly<Record<string, string>>
    /** SHA-256 of the faces that lie beside the page, by name, in 64 lower-case hex digits. */
    readonly beside: Readonly<Record<string, string>>
}

/** Files that are no text, by name: `NotoSansSC-Regular.ttf.gz`, `webp.wasm`. */
export type Binaries = Pick<ReadonlyMap<string, Uint8Array | FontFile>, "get">

/**
 * @param binaries - Fonts are packed in blocks; those that the product keeps unpacked have `.gz` behind their name here.
 * @param desks - Profiles of the user's by id, which stand before ours.
 */
export function webHost(resources: Resources, binaries: Binaries, desks: ReadonlyMap<string, string>): Host {
    const fonts = new Map<string, FontFile>()
    const own = (name: string): string | undefined => desks.get(/^recipients\/(.+)\.yaml$/.exec(name)?.[1] ?? "")
    return {
        template: (name) => found(resources.templates, name),
        asset: (name) => own(name) ?? found(resources.assets, name),
        assetPath: (name) => (own(name) === undefined ? undefined : name.split("/").at(-1)),
        decoder: (name) => binary(binaries, `${name}.wasm`),
        font(name) {
            const known = fonts.get(name) ?? openFont(name, binaries)
            fonts.set(name, known)
            return known
        },
        recipients: [
            ...new Set([
                ...Object.keys(resources.assets).flatMap(
                    (name) => /^recipients\/(.+)\.yaml$/.exec(name)?.slice(1) ?? [],
                ),
                ...desks.keys(),
            ]),
        ].sort(),
        tool: resources.tool,
        sha256: portableSha256,
        inflate,
    }
}

function found(texts: Readonly<Record<string, string>>, name: string): string {
    const text = Object.hasOwn(texts, name) ? texts[name] : undefined
    if (text === undefined) throw new Error(`the page is incomplete: ${name}`)
    return text
}

function binary(binaries: Binaries, name: string): Uint8Array {
    const file = fileOf(binaries, name)
    if (file === undefined) throw new Error(`the page is incomplete: ${name}`)
    return file.read(0, file.size)
}

function openFont(name: string, binaries: Binaries): FontFile {
    const isPacked = name.endsWith(".gz")
    const file = fileOf(binaries, isPacked ? name : `${name}.gz`)
    if (file === undefined) throw new FontAbsent(name)
    return isPacked ? file : blockGzipFile(file)
}

function fileOf(binaries: Binaries, name: string): FontFile | undefined {
    const file = binaries.get(name)
    if (!(file instanceof Uint8Array)) return file
    return {
        size: file.length,
        read(offset, length) {
            if (offset < 0 || offset + length > file.length) throw new RangeError("read past the end of a font")
            return file.subarray(offset, offset + length)
        },
    }
}

/**
 * Unpacks with the browser's own inflate. It refuses a stream with something behind it, which others let pass, so that
 * what it refuses is unpacked once more.
 */
async function inflate(bytes: Uint8Array, size: number): Promise<Uint8Array | undefined> {
    const stream = new Blob([plain(bytes)]).stream().pipeThrough(new DecompressionStream("deflate"))
    const reader = stream.getReader()
    const out = new Uint8Array(size)
    let at = 0
    try {
        for (;;) {
            const { done, value } = await reader.read()
            if (done) return out.subarray(0, at)
            if (at + value.length > size) {
                await reader.cancel()
                return undefined
            }
            out.set(value, at)
            at += value.length
        }
    } catch {
        return inflateWithTail(bytes, size)
    }
}

function inflateWithTail(bytes: Uint8Array, size: number): Uint8Array | undefined {
    const out = inflateTo(bytes, size, "zlib")
    if (out === undefined) return undefined
    const sum = adler32(out)
    for (let at = bytes.length - 4; at >= 0; at--)
        if (new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0) === sum) return out
    return undefined
}

/** Checksum of RFC 1950. */
function adler32(bytes: Uint8Array): number {
    let [a, b] = [1, 0]
    for (let at = 0; at < bytes.length; ) {
        for (const end = Math.min(at + 3800, bytes.length); at < end; at++) {
            a += bytes[at] ?? 0
            b += a
        }
        a %= 65521
        b %= 65521
    }
    return b * 65536 + a
}
