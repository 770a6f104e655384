/** Random access to bytes that need not be in memory: evidence, exports and packets may be large. */
export interface ByteSource {
    readonly size: number
    /** Bytes `[offset, offset + length)`; rejects when the source has fewer. */
    read(offset: number, length: number): Promise<Uint8Array>
}

/** Chunk size for streaming a source, in bytes: 64 KiB reads cost a third of the speed. */
export const CHUNK = 1 << 20

/** A source over bytes in memory. Chunks are copies, so a reader can not change the original. */
export function memorySource(bytes: Uint8Array): ByteSource {
    return {
        size: bytes.length,
        read(offset, length) {
            if (offset < 0 || offset + length > bytes.length) return Promise.reject(new RangeError("read past the end"))
            return Promise.resolve(bytes.slice(offset, offset + length))
        },
    }
}

/** A window into another source. */
export function sliceSource(source: ByteSource, offset: number, size: number): ByteSource {
    return {
        size,
        read(at, length) {
            if (at < 0 || at + length > size) return Promise.reject(new RangeError("read past the end"))
            return source.read(offset + at, length)
        },
    }
}

/** Yields a source in chunks of at most {@link CHUNK} bytes, in order. */
export async function* chunks(source: ByteSource): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < source.size; at += CHUNK) yield await source.read(at, Math.min(CHUNK, source.size - at))
}

/** The whole content. Only for sources known to be small. */
export function readAll(source: ByteSource): Promise<Uint8Array> {
    return source.size === 0 ? Promise.resolve(new Uint8Array(0)) : source.read(0, source.size)
}
