import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFString } from "pdf-lib"
import { type IssueCode, PacketError } from "../../../base/issue.ts"
import { decodeJpeg } from "../../raster/decode-jpeg.ts"
import { isNearlyUniform, showsNothing, surelyShows } from "../../raster/look.ts"
import { unfilter } from "../../raster/png-rows.ts"
import { MOST_PIXELS, pictureFault } from "../../raster/raster.ts"
import { walkJpeg } from "../../raster/whole-jpeg.ts"
import { unpack, unpackFirst } from "./bounds.ts"

/** A picture that a page paints. */
export interface PaintedImage {
    readonly widthPx: number
    readonly heightPx: number
    /** It shows next to nothing. */
    readonly isBlank: boolean
}

/** Filters that are not decoded here: fax, JBIG2 and JPEG 2000. */
const UNREAD = ["CCITTFaxDecode", "CCF", "JBIG2Decode", "JPXDecode"]
/** Share of its bits to which such a coder brings a sheet with next to nothing on it; print takes more than a hundredth. */
const BLANK_SHARE = 1 / 1000

/**
 * Size and look of an image XObject (ISO 32000-1 §8.9.5).
 *
 * Throws `raster.picture.cut-off` or `raster.picture.damaged` where its data are not whole.
 */
export function paintedImage(stream: PDFRawStream, name: string): PaintedImage {
    const { dict } = stream
    const [widthPx, heightPx] = [numberAt(dict, "Width") ?? 0, numberAt(dict, "Height") ?? 0]
    const size = { widthPx, heightPx }
    const filters = filtersOf(dict)
    const last = filters.at(-1) ?? ""
    const bits =
        dict.lookup(PDFName.of("ImageMask"))?.toString() === "true" ? 1 : (numberAt(dict, "BitsPerComponent") ?? 8)
    if (UNREAD.includes(last)) {
        const isBlank = 8 * stream.contents.length < Math.max(800, BLANK_SHARE * widthPx * heightPx * bits)
        return { ...size, isBlank }
    }
    if (widthPx * heightPx > MOST_PIXELS) return { ...size, isBlank: false }
    if (["DCTDecode", "DCT"].includes(last))
        return filters.length > 1 ? { ...size, isBlank: false } : jpegImage(stream.contents, size, name)
    return { ...size, isBlank: samplesShowNothing(stream, size, bits, name) }
}

const UNJUDGED: readonly IssueCode[] = ["raster.picture.coding", "raster.picture.too-large"]

function jpegImage(bytes: Uint8Array, size: Omit<PaintedImage, "isBlank">, name: string): PaintedImage {
    const { fault, light } = walkJpeg(bytes)
    if (fault === "cut-off" || fault === "damaged") throw pictureFault(`raster.picture.${fault}`, [name], {})
    // To decode the page of a scan takes a second; most show what they show without.
    if (light !== undefined && surelyShows(light))
        return { widthPx: light.widthPx, heightPx: light.heightPx, isBlank: false }
    try {
        const raster = decodeJpeg(bytes, [name])
        return { widthPx: raster.widthPx, heightPx: raster.heightPx, isBlank: showsNothing(raster) }
    } catch (error) {
        // What viewers know and we do not, such as CMYK without a word of Adobe, is placed unseen.
        if (error instanceof PacketError && error.issues.every(({ code }) => UNJUDGED.includes(code)))
            return { ...size, isBlank: false }
        throw error
    }
}

/** Samples as they are stored, row by row, each row from a whole byte on. */
function samplesShowNothing(
    stream: PDFRawStream,
    { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
    bits: number,
    name: string,
): boolean {
    const space = spaceOf(stream.dict)
    const stride = Math.ceil((widthPx * space.components * bits) / 8)
    const rows = rowsOf(stream, stride, heightPx, Math.max(1, (space.components * bits) >> 3))
    if (rows.length < stride * heightPx) throw pictureFault("raster.picture.cut-off", [name], {})
    const most = 2 ** Math.min(bits, 8) - 1
    const sampleAt = (y: number, index: number): number => {
        if (bits === 16) return rows[y * stride + 2 * index] ?? 0
        const bit = index * bits
        return ((rows[y * stride + (bit >> 3)] ?? 0) >> (8 - bits - (bit & 7))) & most
    }
    const brightness = (y: number, x: number): number => {
        if (space.palette !== undefined) return space.palette[sampleAt(y, x)] ?? 0
        let sum = 0
        for (let i = 0; i < space.components; i++) sum += sampleAt(y, x * space.components + i)
        return (255 * sum) / (most * space.components)
    }
    return isNearlyUniform(widthPx, heightPx, (y, line) => {
        for (let x = 0; x < widthPx; x++) line[x] = brightness(y, x)
    })
}

/** The data with the filters and the predictor undone (ISO 32000-1 §7.4.4.4); predictor 2 leaves a look of its own. */
function rowsOf(stream: PDFRawStream, stride: number, heightPx: number, step: number): Uint8Array {
    // With a filter byte for each row; what is behind the last row is seen by nobody.
    const bytes = unpackFirst(stream, (stride + 1) * heightPx)
    const parms = stream.dict.lookup(PDFName.of("DecodeParms"))
    const last = parms instanceof PDFArray ? parms.lookup(parms.size() - 1) : parms
    const predictor = last instanceof PDFDict ? (numberAt(last, "Predictor") ?? 1) : 1
    if (predictor < 10 || bytes.length < (stride + 1) * heightPx) return bytes
    return unfilter({ bytes, stride, heightPx, step })
}

interface Space {
    readonly components: number
    /** Brightness of each entry of a palette. */
    readonly palette?: Uint8Array
}

/** Colour spaces by their number of components (ISO 32000-1 §8.6); what they mean matters only for a palette. */
function spaceOf(dict: PDFDict): Space {
    const space = dict.lookup(PDFName.of("ColorSpace"))
    if (!(space instanceof PDFArray)) return { components: componentsOf(space) }
    const family = space.lookup(0)
    if (family === PDFName.of("Indexed") || family === PDFName.of("I"))
        return { components: 1, palette: paletteOf(space) }
    return { components: componentsOf(space) }
}

function componentsOf(space: unknown): number {
    const [family, more] = space instanceof PDFArray ? [space.lookup(0), space.lookup(1)] : [space, undefined]
    const name = family instanceof PDFName ? family.asString().slice(1) : ""
    if (["DeviceRGB", "RGB", "CalRGB", "Lab"].includes(name)) return 3
    if (["DeviceCMYK", "CMYK"].includes(name)) return 4
    if (name === "DeviceN" && more instanceof PDFArray) return more.size()
    if (name === "ICCBased" && more instanceof PDFRawStream) return numberAt(more.dict, "N") ?? 3
    return 1
}

function paletteOf(space: PDFArray): Uint8Array {
    const components = componentsOf(space.lookup(1))
    const table = space.lookup(3)
    const bytes =
        table instanceof PDFRawStream
            ? unpack(table)
            : table instanceof PDFString || table instanceof PDFHexString
              ? table.asBytes()
              : new Uint8Array()
    return Uint8Array.from({ length: Math.floor(bytes.length / components) }, (_, i) => {
        const entry = bytes.subarray(i * components, (i + 1) * components)
        return entry.reduce((sum, value) => sum + value, 0) / components
    })
}

function filtersOf(dict: PDFDict): readonly string[] {
    const filter = dict.lookup(PDFName.of("Filter"))
    const all =
        filter instanceof PDFArray ? Array.from({ length: filter.size() }, (_, i) => filter.lookup(i)) : [filter]
    return all.flatMap((one) => (one instanceof PDFName ? [one.asString().slice(1)] : []))
}

function numberAt(dict: PDFDict, key: string): number | undefined {
    const value = dict.lookup(PDFName.of(key))
    return value instanceof PDFNumber ? value.asNumber() : undefined
}
