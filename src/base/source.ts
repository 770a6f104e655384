/** Random access to bytes that need not be in memory: evidence, exports and packets may be large. */
export interface ByteSource {
    readonly size: number
    /**
     * Bytes `[offset, offset + length)`; rejects when the source has fewer.
     *
     * @param room - Memory of at least `length` bytes in which a source may put them instead of taking new.
     */
    read(offset: number, length: number, room?: Uint8Array): Promise<Uint8Array>
}

/** Chunk size for streaming a source, in bytes: 64 KiB reads cost a third of the speed. */
export const CHUNK = 1 << 20

/** A source over bytes in memory. Chunks are copies, so a reader cannot change the original. */
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
        read(at, length, room) {
            if (at < 0 || at + length > size) return Promise.reject(new RangeError("read past the end"))
            return source.read(offset + at, length, room)
        },
    }
}

/** Sources one after the other, as one. */
export function joinSources(parts: readonly ByteSource[]): ByteSource {
    const ranges: Range[] = []
    let size = 0
    for (const part of parts) {
        ranges.push({ from: size, to: size + part.size })
        size += part.size
    }
    return {
        size,
        async read(offset, length, room) {
            if (offset < 0 || offset + length > size) throw new RangeError("read past the end")
            const pieces = overlaps(ranges, offset, offset + length)
            const [first] = pieces
            const only = pieces.length === 1 && first !== undefined ? parts[first.index] : undefined
            if (only !== undefined) return only.read(offset - (ranges[first?.index ?? 0]?.from ?? 0), length, room)
            const out = new Uint8Array(length)
            for (const { index, from, to } of pieces) {
                const start = ranges[index]?.from ?? 0
                const bytes = await parts[index]?.read(from - start, to - from)
                if (bytes !== undefined) out.set(bytes, from - offset)
            }
            return out
        },
    }
}

/** Bytes `[from, to)` of something. */
export interface Range {
    readonly from: number
    readonly to: number
}

/**
 * Ranges of a source, in ascending order, one after the other, as one. What lies between them is read along: a PNG
 * file keeps its picture in thousands of small pieces, and each read may open a file.
 */
export function pickSource(source: ByteSource, picked: readonly Range[]): ByteSource {
    const ranges: Range[] = []
    let size = 0
    for (const { from, to } of picked) {
        ranges.push({ from: size, to: size + to - from })
        size += to - from
    }
    return {
        size,
        async read(offset, length) {
            if (offset < 0 || offset + length > size) throw new RangeError("read past the end")
            const pieces = overlaps(ranges, offset, offset + length).map(({ index, from, to }) => {
                const shift = (picked[index]?.from ?? 0) - (ranges[index]?.from ?? 0)
                return { from: from + shift, to: to + shift }
            })
            const first = pieces[0]?.from ?? 0
            const span = await source.read(first, (pieces.at(-1)?.to ?? first) - first)
            if (span.length === length) return span
            const out = new Uint8Array(length)
            let at = 0
            for (const { from, to } of pieces) {
                out.set(span.subarray(from - first, to - first), at)
                at += to - from
            }
            return out
        },
    }
}

/** What `[from, to)` has in common with each of the ranges, which follow each other without gaps. */
function overlaps(ranges: readonly Range[], from: number, to: number): (Range & { readonly index: number })[] {
    const found: (Range & { readonly index: number })[] = []
    for (const [index, range] of ranges.entries()) {
        const common = { from: Math.max(from, range.from), to: Math.min(to, range.to) }
        if (common.from < common.to) found.push({ index, ...common })
    }
    return found
}

/** What a source has of a range; fewer bytes where it ends before. */
export async function partOf(source: ByteSource, at: number, length: number): Promise<Uint8Array> {
    const from = Math.min(Math.max(0, at), source.size)
    return from === source.size ? new Uint8Array(0) : await source.read(from, Math.min(length, source.size - from))
}

/** Bytes that are in memory or not, as a source. */
export function sourceOf(made: Uint8Array | ByteSource): ByteSource {
    return made instanceof Uint8Array ? memorySource(made) : made
}

/** Bytes of files together. */
export function bytesOf(files: readonly { readonly source: ByteSource }[]): number {
    return files.reduce((sum, { source }) => sum + source.size, 0)
}

/** A file by its name, which need not be in memory. */
export interface NamedSource {
    readonly name: string
    readonly source: ByteSource
}

/** Yields a source in chunks of at most {@link CHUNK} bytes, in order; with `room` all of them in that memory. */
export async function* chunks(source: ByteSource, room?: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < source.size; at += CHUNK) yield await source.read(at, Math.min(CHUNK, source.size - at), room)
}

/**
 * As {@link chunks}, each in the memory of the one before: for whoever is done with it when asking for the next. New
 * memory for each costs a sixth of the time of hashing.
 */
export function passingChunks(source: ByteSource): AsyncGenerator<Uint8Array> {
    return chunks(source, new Uint8Array(Math.min(CHUNK, source.size)))
}

/** The whole content. Only for sources known to be small. */
export function readAll(source: ByteSource): Promise<Uint8Array> {
    return source.size === 0 ? Promise.resolve(new Uint8Array(0)) : source.read(0, source.size)
}
