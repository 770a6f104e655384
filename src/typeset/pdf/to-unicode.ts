/** Entries of one `bfchar` block; the format allows no more (Adobe Technical Note 5014 §7.4). */
const BLOCK = 100

/**
 * The CMap by which readers copy and search text (ISO 32000-1 §9.10.3).
 *
 * @param texts - What CID 1, 2, ... stand for; one or more code points each, printed as UTF-16BE.
 */
export function toUnicodeCMap(texts: readonly string[]): string {
    const lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for (let from = 0; from < texts.length; from += BLOCK) {
        const block = texts.slice(from, from + BLOCK)
        lines.push(`${String(block.length)} beginbfchar`)
        for (const [i, text] of block.entries()) lines.push(`<${hex4(from + i + 1)}> <${utf16(text)}>`)
        lines.push("endbfchar")
    }
    lines.push("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end", "")
    return lines.join("\n")
}

function utf16(text: string): string {
    let out = ""
    for (let i = 0; i < text.length; i++) out += hex4(text.charCodeAt(i))
    return out
}

function hex4(value: number): string {
    return value.toString(16).toUpperCase().padStart(4, "0")
}
