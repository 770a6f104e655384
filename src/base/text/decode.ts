import { halfWidth } from "./hygiene.ts"

/** What had to be mended to read a text file that a person wrote on their own machine. */
export type DecodeNote = "bom" | "gb18030" | "crlf" | "full-width-colon" | "tab"

export interface Decoded {
    readonly text: string
    readonly notes: readonly DecodeNote[]
}

/**
 * Decodes a text file: strict UTF-8, else GB18030 (what Windows editors call ANSI in China), with or without BOM, any
 * line ends. `undefined` when it is neither, for example UTF-16 or a binary file.
 */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
    const notes: DecodeNote[] = []
    const text = tryDecode(bytes, "utf-8") ?? tryDecode(bytes, "gb18030")
    if (text === undefined || text.includes("\0")) return undefined
    if (tryDecode(bytes, "utf-8") === undefined) notes.push("gb18030")
    let clean = text
    if (clean.startsWith("\uFEFF")) {
        clean = clean.slice(1)
        notes.push("bom")
    }
    if (clean.includes("\r")) {
        clean = clean.replace(/\r\n?/g, "\n")
        notes.push("crlf")
    }
    return { text: clean, notes }
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
    try {
        return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
        return undefined
    }
}

/**
 * Mends what an input method or an old editor does to YAML: a full-width colon after a key, full-width letters in a
 * key, tabs as indentation. Values are left alone, and so are block texts (`|`, `>`).
 */
export function mendYaml(decoded: Decoded): Decoded {
    const notes = new Set<DecodeNote>(decoded.notes)
    let blockIndent = -1
    const lines = decoded.text.split("\n").map((line) => {
        const indent = line.search(/\S/)
        if (blockIndent >= 0 && (indent < 0 || indent > blockIndent)) return line
        blockIndent = -1
        let mended = line
        const tabs = /^[ \t]*\t[ \t]*(?=\S)/.exec(mended)
        if (tabs) {
            mended = tabs[0].replace(/\t/g, "  ") + mended.slice(tabs[0].length)
            notes.add("tab")
        }
        const key =
            /^(\s*(?:- +)?)([A-Za-z\uFF21-\uFF3A\uFF41-\uFF5A][\w\uFF10-\uFF5A]*)\s*[：:](?=\s|：|$|[^\s:/])(\s*)(.*)$/.exec(
                mended,
            )
        if (
            key &&
            (key[0].includes("：") || halfWidth(key[2] ?? "") !== key[2]) &&
            !/^\s*(?:- +)?[A-Za-z]\w*:(?:\s|$)/.test(mended)
        ) {
            mended = `${key[1] ?? ""}${halfWidth(key[2] ?? "")}: ${key[4] ?? ""}`
            notes.add("full-width-colon")
        }
        if (/:\s*[|>][+-]?\d?\s*(?:#.*)?$/.test(mended)) blockIndent = Math.max(indent, 0)
        return mended
    })
    return { text: lines.join("\n"), notes: [...notes] }
}
