import { zlibSync } from "fflate"
import { type PDFContext, type PDFDict, PDFName, type PDFObject, PDFRawStream, PDFStream } from "pdf-lib"
import type { ByteSource } from "../../base/source.ts"

/** Entries of a stream dictionary as pdf-lib's `obj` takes them; strings become names. */
export type StreamDict = { readonly [key: string]: Literal }
type Literal = string | number | PDFObject | readonly Literal[] | StreamDict

/**
 * Compressed bytes in zlib form. One deflate in plain JavaScript for every platform: the platforms' own zlib gives
 * other bytes from version to version.
 */
export function deflate(bytes: Uint8Array): Uint8Array {
    return zlibSync(bytes, { level: 6 })
}

/** A compressed stream. */
export function flateStream(ctx: PDFContext, bytes: Uint8Array, dict: StreamDict = {}): PDFRawStream {
    return packedStream(ctx, deflate(bytes), dict)
}

/** A stream whose bytes {@link deflate} has compressed. */
export function packedStream(ctx: PDFContext, packed: Uint8Array, dict: StreamDict): PDFRawStream {
    const entries = ctx.obj(dict as Record<string, never>) as PDFDict
    entries.set(PDFName.of("Filter"), PDFName.of("FlateDecode"))
    return rawStream(packed, entries)
}

/** A stream whose bytes are already encoded as its dictionary says. */
export function rawStream(bytes: Uint8Array, dict: PDFDict): PDFRawStream {
    dict.set(PDFName.of("Length"), dict.context.obj(bytes.length))
    return PDFRawStream.of(dict, bytes)
}

/** A stream whose encoded bytes need not be in memory: it is read where the file is. */
export class SourceStream extends PDFStream {
    readonly source: ByteSource

    constructor(dict: PDFDict, source: ByteSource) {
        super(dict)
        this.source = source
    }

    override getContentsSize(): number {
        return this.source.size
    }
}

/** The same as {@link rawStream} for a source. */
export function sourceStream(source: ByteSource, dict: PDFDict): SourceStream {
    dict.set(PDFName.of("Length"), dict.context.obj(source.size))
    return new SourceStream(dict, source)
}
