import { PDFArray, PDFDict, type PDFDocument, PDFName } from "pdf-lib"

/**
 * Whether a document has optional content (ISO 32000-1 §8.11) that viewers may leave out. What says so stands in its
 * catalogue, which stays behind when a page is taken over: what nobody saw would be shown.
 */
export function hasHiddenLayers({ catalog, context }: PDFDocument): boolean {
    const properties = catalog.lookup(PDFName.of("OCProperties"))
    if (!(properties instanceof PDFDict)) return false
    const shown = properties.lookup(PDFName.of("D"))
    const isOff = (value: unknown): boolean => value === PDFName.of("OFF")
    if (shown instanceof PDFDict) {
        const off = shown.lookup(PDFName.of("OFF"))
        if (isOff(shown.lookup(PDFName.of("BaseState"))) || (off instanceof PDFArray && off.size() > 0)) return true
    }
    return context.enumerateIndirectObjects().some(([, object]) => {
        if (!(object instanceof PDFDict)) return false
        const type = object.lookup(PDFName.of("Type"))
        // A group may be off on the screen or on paper alone, and a membership show something while groups are off.
        if (type === PDFName.of("OCMD"))
            return /^\/(?:AllOff|AnyOff)$/.test(String(object.lookup(PDFName.of("P")))) || object.has(PDFName.of("VE"))
        const usage = type === PDFName.of("OCG") ? object.lookup(PDFName.of("Usage")) : undefined
        return (
            usage instanceof PDFDict &&
            ["View", "Print"].some((use) => {
                const state = usage.lookup(PDFName.of(use))
                return state instanceof PDFDict && isOff(state.lookup(PDFName.of(`${use}State`)))
            })
        )
    })
}
