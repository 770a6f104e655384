import { own } from "../../base/own.ts"

/** One step through an XML text. Names come without their prefix, since writers choose different ones. */
export type XmlEvent =
    | { readonly kind: "open"; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
    | { readonly kind: "close"; readonly name: string }
    | { readonly kind: "text"; readonly text: string }

/** The text is no XML that an office program writes: not well-formed, or with a document type (entity bombs). */
export class XmlFault extends Error {
    override readonly name = "XmlFault"
}

const TOKEN =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s/>!?"'<]+)((?:\s+[^\s=/>"'<]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }

/** Yields the events of a document; throws {@link XmlFault}. An empty element gives `open` and `close`. */
export function* readXml(source: string): Generator<XmlEvent> {
    const open: string[] = []
    TOKEN.lastIndex = source.startsWith("\uFEFF") ? 1 : 0
    while (TOKEN.lastIndex < source.length) {
        const at = TOKEN.lastIndex
        const token = TOKEN.exec(source)
        if (!token) throw new XmlFault(`at ${String(at)}`)
        const resume = TOKEN.lastIndex // the expression is shared: another reader may run between two steps
        const [, cdata, slash, qualified, attributes = "", empty, text] = token
        if (cdata !== undefined) yield { kind: "text", text: cdata }
        else if (text !== undefined) yield { kind: "text", text: decodeEntities(text.replace(/\r\n?/g, "\n")) }
        else if (qualified !== undefined) {
            const name = qualified.slice(qualified.indexOf(":") + 1)
            if (slash === "/") {
                if (open.pop() !== qualified) throw new XmlFault(`</${qualified}>`)
                yield { kind: "close", name }
            } else {
                yield { kind: "open", name, attributes: readAttributes(attributes) }
                if (empty === "/") yield { kind: "close", name }
                else open.push(qualified)
            }
        }
        TOKEN.lastIndex = resume
    }
    if (open.length > 0) throw new XmlFault("unclosed")
}

/** Attributes by local name; the two `id`s of a workbook's sheet differ in spelling (`sheetId`, `r:id`). */
function readAttributes(source: string): ReadonlyMap<string, string> {
    const out = new Map<string, string>()
    for (const [, name = "", double, single] of source.matchAll(ATTRIBUTE)) {
        out.set(name.slice(name.indexOf(":") + 1), decodeEntities(double ?? single ?? ""))
    }
    return out
}

function decodeEntities(text: string): string {
    return text.replace(
        /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));?/gi,
        (whole, hexDigits?: string, digits?: string, name?: string) => {
            const code =
                hexDigits !== undefined
                    ? Number.parseInt(hexDigits, 16)
                    : digits !== undefined
                      ? Number(digits)
                      : undefined
            if (code !== undefined && code <= 0x10ffff) return String.fromCodePoint(code)
            const character = own(ENTITIES, name ?? "")
            if (character === undefined) throw new XmlFault(whole)
            return character
        },
    )
}

/** Escapes text for element content and double-quoted attributes; line breaks survive in both. */
export function escapeXml(text: string): string {
    return text.replace(/[&<>"\n\t]/g, (c) => {
        if (c === "\n") return "&#10;"
        if (c === "\t") return "&#9;"
        return c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&quot;"
    })
}

/** True for text that XML 1.0 can carry (§2.2 Char): no controls but tab and line breaks, no surrogate halves, no U+FFFE or U+FFFF. */
export function isXmlText(text: string): boolean {
    return !/[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]|[\uD800-\uDFFF]/u.test(text)
}
