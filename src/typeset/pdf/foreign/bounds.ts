import {
    decodePDFRawStream,
    type PDFContext,
    type PDFDocument,
    PDFObjectStreamParser,
    PDFPageLeaf,
    PDFPageTree,
    type PDFRawStream,
    PDFXRefStreamParser,
} from "pdf-lib"

/**
 * Bounds on what a foreign PDF may ask for, since a few kilobytes can claim gigabytes: what its streams unpack to, and
 * how many pages its tree has. What is beyond them throws a RangeError, as all that makes such a file unreadable.
 */

/** Most bytes that one stream unpacks to; the operators of a page have some thousand, a drawing some million. */
const MOST_UNPACKED = 64 << 20
/** Most bytes that all object streams of a file together unpack to. */
const MOST_OBJECTS = 128 << 20
/** Most bytes that all cross-reference streams together unpack to: half a million objects. */
const MOST_REFERENCES = 4 << 20
/** Most pages of a file. */
const MOST_PAGES = 20_000
/** Unpacked at a time. */
const STEP = 1 << 16

/** Data of a stream with its filters undone; those of pictures are not known. */
export function unpack(stream: PDFRawStream, most = MOST_UNPACKED): Uint8Array {
    const data = decodePDFRawStream(stream)
    let length = 0
    for (let part = data.getBytes(STEP); part.length > 0; part = data.getBytes(STEP)) {
        length += part.length
        if (length > most) throw new RangeError("a stream unpacks to too much")
    }
    data.reset()
    return data.decode()
}

/** The first bytes of what {@link unpack} gives, at most `length` and no more unpacked. */
export function unpackFirst(stream: PDFRawStream, length: number): Uint8Array {
    return length > 0 ? Uint8Array.from(decodePDFRawStream(stream).getBytes(length)) : new Uint8Array()
}

// pdf-lib unpacks these two kinds whole while it reads a file, and has no other place to bound them.
boundParser(PDFObjectStreamParser, MOST_OBJECTS)
boundParser(PDFXRefStreamParser, MOST_REFERENCES)

function boundParser<Rest extends unknown[], Parser>(
    parser: { forStream: (stream: PDFRawStream, ...rest: Rest) => Parser },
    most: number,
): void {
    const forStream = parser.forStream
    const used = new WeakMap<PDFContext, number>()
    parser.forStream = (stream, ...rest) => {
        const { context } = stream.dict
        const before = used.get(context) ?? 0
        used.set(context, before + unpack(stream, most - before).length)
        return forStream(stream, ...rest)
    }
}

/**
 * The pages of a document in order (ISO 32000-1 §7.7.3). A node that hangs in the tree twice makes it no tree: it would
 * have no end, or more pages than there are sheets of paper.
 */
export function pageLeaves(doc: PDFDocument): readonly PDFPageLeaf[] {
    const pages: PDFPageLeaf[] = []
    const seen = new Set<PDFPageTree>()
    const open: unknown[] = [doc.catalog.Pages()]
    while (open.length > 0) {
        const node = open.pop()
        if (node instanceof PDFPageLeaf) pages.push(node)
        if (pages.length > MOST_PAGES) throw new RangeError("too many pages")
        if (!(node instanceof PDFPageTree)) continue
        if (seen.has(node)) throw new RangeError("a page tree that is no tree")
        seen.add(node)
        const kids = node.Kids()
        for (let i = kids.size() - 1; i >= 0; i--) open.push(kids.lookup(i))
    }
    return pages
}
