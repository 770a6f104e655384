import { fromUtf8 } from "../../base/bytes.ts"
import { readArchive } from "./archive.ts"
import { readXml, XmlFault } from "./xml.ts"

/** Words in office files, wherever in them they stand, to look for something in them: no layout, no order of cells. */

/** Parts with text of OOXML and OpenDocument; pictures, fonts and macros are none. */
const PART = /^(?:(?:word|xl|ppt)\/(?!theme\/).*|docProps\/\w+|content|meta)\.xml$/
const LARGEST_PART = 16 << 20
const MOST_UNPACKED = 32 << 20
/** Elements that end a piece of text: a paragraph, a string, a cell, a property. Runs within one do not. */
const ENDS_TEXT = /^(?:p|h|si|is|c|v|title|subject|creator|description|keywords|category|lpwstr)$/

/** Texts of an office file, each piece in a line of its own; empty where it is none, or is damaged or locked. */
export function officeText(bytes: Uint8Array, most: number): string {
    const parts = readArchive(bytes)
    if (typeof parts === "string") return ""
    let text = ""
    let unpacked = 0
    for (const part of parts.values()) {
        if (!PART.test(part.name) || part.size > LARGEST_PART) continue
        unpacked += part.size
        if (unpacked > MOST_UNPACKED || text.length > most) break
        const read = part.read()
        if (typeof read !== "string") text += `${partText(fromUtf8(read) ?? "", most - text.length)}\n`
    }
    return text
}

/** What stands before a fault in the markup counts. */
function partText(xml: string, most: number): string {
    let text = ""
    try {
        for (const event of readXml(xml)) {
            if (event.kind === "text") text += event.text
            else if (event.kind === "open" && /^(?:tab|br|cr|s)$/.test(event.name)) text += " "
            else if (event.kind === "close" && ENDS_TEXT.test(event.name)) text += "\n"
            if (text.length > most) break
        }
    } catch (fault) {
        if (!(fault instanceof XmlFault)) throw fault
    }
    return text
}
