import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream } from "pdf-lib"
import type { ForeignFile } from "./foreign-objects.ts"

/**
 * Whether a document has optional content (ISO 32000-1 §8.11) that viewers may leave out. What says so stands in its
 * catalogue, which stays behind when a page is taken over: what nobody saw would be shown.
 */
export function hasHiddenLayers({ catalog, context }: ForeignFile): boolean {
    const properties = catalog.lookup(PDFName.of("OCProperties"))
    if (!(properties instanceof PDFDict)) return false
    const shown = properties.lookup(PDFName.of("D"))
    if (shown instanceof PDFDict) {
        const off = shown.lookup(PDFName.of("OFF"))
        if (isOff(shown.lookup(PDFName.of("BaseState"))) || (off instanceof PDFArray && off.size() > 0)) return true
    }
    return context.enumerateIndirectObjects().some(([, object]) => dictsWithin(object).some(mayHide))
}

/** A group may be off on the screen or on paper alone, and a membership show something while groups are off. */
function mayHide(dict: PDFDict): boolean {
    const type = dict.lookup(PDFName.of("Type"))
    if (type === PDFName.of("OCMD"))
        return /^\/(?:AllOff|AnyOff)$/.test(String(dict.lookup(PDFName.of("P")))) || dict.has(PDFName.of("VE"))
    const usage = type === PDFName.of("OCG") ? dict.lookup(PDFName.of("Usage")) : undefined
    return (
        usage instanceof PDFDict &&
        ["View", "Print"].some((use) => {
            const state = usage.lookup(PDFName.of(use))
            return state instanceof PDFDict && isOff(state.lookup(PDFName.of(`${use}State`)))
        })
    )
}

const isOff = (value: unknown): boolean => value === PDFName.of("OFF")

/** An object's dictionary, and those that stand in it. */
function dictsWithin(object: PDFObject): readonly PDFDict[] {
    const dict = object instanceof PDFRawStream ? object.dict : object
    if (dict instanceof PDFDict) return [dict, ...dict.values().flatMap(dictsWithin)]
    return dict instanceof PDFArray ? dict.asArray().flatMap(dictsWithin) : []
}
