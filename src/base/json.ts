import { fromUtf8 } from "./bytes.ts"

/** JSON that somebody else wrote, from bytes to a plain value. What the value means is for a schema to say. */

/** Why bytes are no JSON that is read: too many of them, no UTF-8, no JSON, nested too deeply. */
export type JsonFault = "large" | "encoding" | "syntax" | "depth"

/** The value with the text that it was read from, or the fault. */
export type JsonReading = { readonly text: string; readonly value: unknown } | { readonly fault: JsonFault }

/** Largest JSON that is read, in bytes: a record of 20,000 files stays below. */
export const LARGEST_JSON = 32 << 20
/** Levels of lists and mappings. Ours have seven; what walks through a value may then call itself for each level. */
const DEEPEST = 64

/** Reads JSON (RFC 8259) in UTF-8. Of a member that is given twice the last one counts. */
export function readJson(bytes: Uint8Array): JsonReading {
    if (bytes.length > LARGEST_JSON) return { fault: "large" }
    const text = fromUtf8(bytes)
    if (text === undefined) return { fault: "encoding" }
    if (depthOf(text) > DEEPEST) return { fault: "depth" }
    try {
        return { text, value: JSON.parse(text) as unknown }
    } catch {
        return { fault: "syntax" }
    }
}

/** How deeply brackets that stand in no text are nested. */
function depthOf(text: string): number {
    let depth = 0
    let deepest = 0
    let isInText = false
    for (let i = 0; i < text.length; i++) {
        const sign = text[i]
        if (sign === '"') isInText = !isInText
        else if (isInText) i += sign === "\\" ? 1 : 0
        else if (sign === "[" || sign === "{") deepest = Math.max(deepest, ++depth)
        else if (sign === "]" || sign === "}") depth--
    }
    return deepest
}
