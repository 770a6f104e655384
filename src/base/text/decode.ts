import { halfWidth } from "./hygiene.ts"

/** What had to be mended to read a text file that a person wrote on their own machine. */
export type DecodeNote = "bom" | "gb18030" | "crlf" | "full-width-colon" | "tab" | "wide-blank"

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
 * Mends what an input method, a word processor or an old editor does to YAML: a full-width colon after a key,
 * full-width letters in a key; tabs and blanks other than U+0020 as indentation and behind `key:` and `-`. Texts that
 * go over several lines are left alone: blocks (`|`, `>`), quoted and plain ones.
 *
 * @param fields - Fields of the form. In a list, `- USDT：被转走` is a field only if it is one of them.
 */
export function mendYaml(decoded: Decoded, fields?: ReadonlySet<string>): Decoded {
    const notes = new Set<DecodeNote>(decoded.notes)
    let inside: OpenText = NO_TEXT
    const lines = decoded.text.split("\n").map((line) => {
        if (inside.kind === "quote") {
            if (inside.end.test(line)) inside = NO_TEXT
            return line
        }
        const space = /^\s*/.exec(line)?.[0] ?? ""
        if (space.length === line.length || deeper(line, inside)) return line
        let mended = indented(line, space, notes)
        if (inside.kind !== "none" && deeper(mended, inside)) return mended
        mended = withAsciiKey(mended, notes, fields)
        mended = withPlainBlank(mended, notes, fields)
        inside = opens(mended)
        return mended
    })
    return { text: lines.join("\n"), notes: [...notes] }
}

/** A text that may go on in the next line. */
type OpenText =
    | { readonly kind: "none" }
    /** Goes on in lines that are indented further. */
    | { readonly kind: "indented"; readonly indent: number }
    | { readonly kind: "quote"; readonly end: RegExp }
const NO_TEXT: OpenText = { kind: "none" }

/** Blanks of a word processor or web page: U+00A0, U+2000 to U+200A, U+202F, U+205F, and U+3000 of two columns. */
const WIDE = "\u00A0\u2000-\u200A\u202F\u205F\u3000"

function deeper(line: string, inside: OpenText): boolean {
    return inside.kind === "indented" && line.search(/[^ ]/) > inside.indent
}

function indented(line: string, space: string, notes: Set<DecodeNote>): string {
    if (space.includes("\t")) notes.add("tab")
    const plain = space.replace(/[\t\u3000]/g, "  ").replace(new RegExp(`[${WIDE}]`, "g"), " ")
    if (plain !== space.replace(/\t/g, "  ")) notes.add("wide-blank")
    return plain + line.slice(space.length)
}

function withAsciiKey(line: string, notes: Set<DecodeNote>, fields: ReadonlySet<string> | undefined): string {
    if (/^\s*(?:- +)*[A-Za-z]\w*:(?:\s|$)/.test(line)) return line
    const found = KEY.exec(line)
    const [whole = "", start = "", name = "", , rest = ""] = found ?? []
    const field = halfWidth(name)
    if (!found || (!whole.includes("：") && field === name)) return line
    if (start.includes("-") && fields?.has(field) === false) return line
    notes.add("full-width-colon")
    return `${start}${field}: ${rest}`
}
const KEY = /^(\s*(?:- +)*)([A-Za-z\uFF21-\uFF3A\uFF41-\uFF5A][\w\uFF10-\uFF5A]*)\s*[：:](?=\s|：|$|[^\s:/])(\s*)(.*)$/

function withPlainBlank(line: string, notes: Set<DecodeNote>, fields: ReadonlySet<string> | undefined): string {
    const [whole, start = "", dashes = "", name] = BEFORE_WIDE.exec(line) ?? []
    const isText = name !== undefined && dashes !== "" && fields?.has(name) === false
    if (whole === undefined || isText) return line
    notes.add("wide-blank")
    // `-` and the field behind it may both be followed by such a blank.
    return withPlainBlank(`${start} ${line.slice(whole.length)}`, notes, fields)
}
const BEFORE_WIDE = new RegExp(`^( *((?:-[ \\t]+)*)(?:([A-Za-z]\\w*):|-))[ \\t]*[${WIDE}][ \\t${WIDE}]*`)

/** What a line leaves open: a block, a quoted or a plain text. */
function opens(line: string): OpenText {
    const [, start = "", dashes = "", key = "", value = ""] =
        /^( *)((?:- +)*)((?:[A-Za-z]\w*:(?:\s+|$))?)(.*)$/.exec(line) ?? []
    if (value === "" || value.startsWith("#")) return NO_TEXT
    const indent = start.length + (key === "" ? Math.max(dashes.length - 2, 0) : dashes.length)
    if (/^[|>][+-]?\d?[+-]?\s*(?:#.*)?$/.test(value)) return { kind: "indented", indent }
    if (value.startsWith('"'))
        return /^"(?:[^"\\]|\\.)*"/.test(value) ? NO_TEXT : { kind: "quote", end: /^(?:[^"\\]|\\.)*"/ }
    if (value.startsWith("'")) return /^'(?:[^']|'')*'/.test(value) ? NO_TEXT : { kind: "quote", end: /^(?:[^']|'')*'/ }
    return /^[[{]/.test(value) ? NO_TEXT : { kind: "indented", indent }
}
