import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, type PDFRawStream } from "pdf-lib"
import { unfilter } from "../../raster/png-rows.ts"

/**
 * Data of streams, with bounds on what a foreign PDF may ask for, since a few kilobytes can claim gigabytes. What is beyond
 * them throws a RangeError, as all that makes such a file unreadable.
 */

/** Most bytes that one stream unpacks to; the operators of a page have some thousand, a drawing some million. */
const MOST_UNPACKED = 64 << 20
/** Unpacked at a time. */
const STEP = 1 << 16

/** Data of a stream with its filters undone; those of pictures are not known. */
export function unpack(stream: PDFRawStream, most = MOST_UNPACKED): Uint8Array {
    // Several writers put a filter to a stream without a byte; every viewer takes it for empty.
    if (stream.contents.length === 0) return new Uint8Array()
    const data = decodePDFRawStream(stream)
    let length = 0
    for (let part = data.getBytes(STEP); part.length > 0; part = data.getBytes(STEP)) {
        length += part.length
        if (length > most) throw new RangeError("a stream unpacks to too much")
    }
    data.reset()
    return unpredicted(stream.dict, data.decode())
}

/** The first bytes of what {@link unpack} gives before rows are undone, at most `length` and no more unpacked. */
export function unpackFirst(stream: PDFRawStream, length: number): Uint8Array {
    return length > 0 ? Uint8Array.from(decodePDFRawStream(stream).getBytes(length)) : new Uint8Array()
}

/** Rows of bytes that were packed as those of a PNG (ISO 32000-1 §7.4.4.4); the last may be short. */
function unpredicted(dict: PDFDict, data: Uint8Array): Uint8Array {
    const parms = dict.lookup(PDFName.of("DecodeParms"))
    const last = parms instanceof PDFArray ? parms.lookup(parms.size() - 1) : parms
    const parm = (key: string, absent: number): number => {
        const value = last instanceof PDFDict ? last.lookup(PDFName.of(key)) : undefined
        return value instanceof PDFNumber ? value.asNumber() : absent
    }
    const predictor = parm("Predictor", 1)
    if (predictor < 2) return data
    const bits = parm("Colors", 1) * parm("BitsPerComponent", 8)
    const stride = Math.ceil((bits * parm("Columns", 1)) / 8)
    if (predictor < 10 || !(stride > 0 && stride <= MOST_UNPACKED)) throw new RangeError("rows that are not read")
    const heightPx = Math.ceil(data.length / (stride + 1))
    const rows = unfilter({ bytes: data, stride, heightPx, step: Math.max(1, bits >> 3) })
    return rows.subarray(0, data.length - heightPx)
}
