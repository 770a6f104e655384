import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFPageLeaf, PDFRawStream, PDFStream } from "pdf-lib"
import { memorySource } from "../../../base/source.ts"
import type { ImageInput } from "../../layout/pages/placed.ts"
import type { Box, Matrix, PageGeometry } from "../geometry.ts"
import { readJpeg } from "../jpeg.ts"
import { hasAppearances } from "./foreign-annotations.ts"
import { pageOperators } from "./foreign-form.ts"

/** What the content of a page scan is made of: states saved and restored, one placement, one picture. */
const TOKEN = /^(?:q|Q|cm|Do|[-+]?(?:\d+\.?\d*|\.\d+)|\/[^\s/[\]<>(){}%]+)$/
/** How far the picture may miss the page's edges, as a share of the page. */
const TOLERANCE = 0.02
/** EXIF orientation that turns a picture as `Rotate` turns a page. */
const ORIENTATION = { 0: 1, 90: 6, 180: 3, 270: 8 } as const

/**
 * The JPEG of a page that shows nothing else and shows it whole; `undefined` for every other page. The conditions are
 * narrow on purpose: a page with text below or above the picture, a mask or a crop is placed as a page.
 */
export function pageScan(page: PDFPageLeaf, geometry: PageGeometry): ImageInput | undefined {
    if (hasAppearances(page)) return undefined
    const drawing = singleDrawing(pageOperators(page))
    if (drawing === undefined || !covers(drawing.matrix, geometry.box)) return undefined
    const image = page.Resources()?.lookupMaybe(PDFName.of("XObject"), PDFDict)?.lookup(PDFName.of(drawing.name))
    if (!(image instanceof PDFRawStream) || !isPlainJpeg(image.dict)) return undefined
    const source = memorySource(image.contents)
    const raster = readJpeg(image.contents, source)
    if (typeof raster === "string" || raster.space === "cmyk") return undefined
    const { widthPx, heightPx } = raster
    return { kind: "jpeg", source, widthPx, heightPx, orientation: ORIENTATION[geometry.rotate] }
}

function singleDrawing(operators: Uint8Array): { name: string; matrix: Matrix } | undefined {
    // A scan's operators are one line; anything long is a page of its own.
    if (operators.length > 2000) return undefined
    const tokens = new TextDecoder("latin1")
        .decode(operators)
        .split(/[\s\0]+/)
        .filter((token) => token !== "")
    if (!tokens.every((token) => TOKEN.test(token))) return undefined
    let current: Matrix = [1, 0, 0, 1, 0, 0]
    const saved: Matrix[] = []
    const operands: string[] = []
    let found: { name: string; matrix: Matrix } | undefined
    for (const token of tokens) {
        if (token === "q") saved.push(current)
        else if (token === "Q") current = saved.pop() ?? current
        else if (token === "cm") current = multiply(operands.splice(-6).map(Number), current)
        else if (token === "Do") {
            if (found !== undefined) return undefined
            found = { name: operands.pop()?.slice(1) ?? "", matrix: current }
        } else operands.push(token)
    }
    return found
}

function multiply(inner: readonly number[], [a, b, c, d, e, f]: Matrix): Matrix {
    const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = inner
    return [p * a + q * c, p * b + q * d, r * a + s * c, r * b + s * d, t * a + u * c + e, t * b + u * d + f]
}

/** True where the unit square becomes the page, upright. */
function covers([a, b, c, d, e, f]: Matrix, [left, bottom, right, top]: Box): boolean {
    const width = right - left
    const height = top - bottom
    const isNear = (value: number, wanted: number, size: number): boolean =>
        Math.abs(value - wanted) <= TOLERANCE * size
    return (
        Math.abs(b) < 0.01 &&
        Math.abs(c) < 0.01 &&
        isNear(e, left, width) &&
        isNear(f, bottom, height) &&
        isNear(e + a, right, width) &&
        isNear(f + d, top, height)
    )
}

function isPlainJpeg(dict: PDFDict): boolean {
    if (dict.lookup(PDFName.of("Subtype")) !== PDFName.of("Image")) return false
    if (["SMask", "Mask", "Decode", "DecodeParms", "ImageMask"].some((key) => dict.has(PDFName.of(key)))) return false
    const filter = dict.lookup(PDFName.of("Filter"))
    const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
    return only === PDFName.of("DCTDecode") && isGrayOrRgb(dict)
}

function isGrayOrRgb(dict: PDFDict): boolean {
    const space = dict.lookup(PDFName.of("ColorSpace"))
    if (space === PDFName.of("DeviceGray") || space === PDFName.of("DeviceRGB")) return true
    if (!(space instanceof PDFArray) || space.lookup(0) !== PDFName.of("ICCBased")) return false
    const profile = space.lookup(1)
    const components = profile instanceof PDFStream ? profile.dict.lookup(PDFName.of("N")) : undefined
    return components instanceof PDFNumber && [1, 3].includes(components.asNumber())
}
