import { fromUtf8 } from "./bytes.ts"

/** JSON that somebody else wrote, from bytes to a plain value. What the value means is for a schema to say. */

/** Why bytes are no JSON that is read: too many of them, or of members in one mapping, no UTF-8, no JSON, nested too deeply. */
export type JsonFault = "large" | "encoding" | "syntax" | "depth"

/** The value with the text that it was read from, or the fault. */
export type JsonReading = { readonly text: string; readonly value: unknown } | { readonly fault: JsonFault }

/** Largest JSON that is read, in bytes: a record of 20,000 files stays below. */
export const LARGEST_JSON = 32 << 20
/** Levels of lists and mappings. Ours have seven; what walks through a value may then call itself for each level. */
const DEEPEST = 64
/** Members of one mapping. Ours have some dozens; to sort a million takes longer than everything else. */
const MOST_MEMBERS = 10_000

/** Reads JSON (RFC 8259) in UTF-8. Of a member that is given twice the last one counts. */
export function readJson(bytes: Uint8Array): JsonReading {
    if (bytes.length > LARGEST_JSON) return { fault: "large" }
    const text = fromUtf8(bytes)
    if (text === undefined) return { fault: "encoding" }
    const { depth, members } = shapeOf(text)
    if (depth > DEEPEST) return { fault: "depth" }
    if (members > MOST_MEMBERS) return { fault: "large" }
    try {
        return { text, value: JSON.parse(text) as unknown }
    } catch {
        return { fault: "syntax" }
    }
}

/** How deeply brackets that stand in no text are nested, and how many members the largest mapping has. */
function shapeOf(text: string): { readonly depth: number; readonly members: number } {
    let depth = 0
    let deepest = 0
    let most = 0
    const members: number[] = []
    let isInText = false
    for (let i = 0; i < text.length; i++) {
        const sign = text[i]
        if (sign === '"') isInText = !isInText
        else if (isInText) i += sign === "\\" ? 1 : 0
        else if (sign === "[" || sign === "{") {
            deepest = Math.max(deepest, ++depth)
            members[depth] = 0
        } else if (sign === "]" || sign === "}") depth--
        else if (sign === ":") {
            const count = (members[depth] ?? 0) + 1
            members[depth] = count
            most = Math.max(most, count)
        }
        // Deeper, or wider, is not read in any case.
        if (depth > DEEPEST || most > MOST_MEMBERS) break
    }
    return { depth: deepest, members: most }
}
