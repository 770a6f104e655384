import { type Category, FILE_TYPES, MAGIC } from "./file-types.data.ts"

/** How the procedure treats a file: 刑诉法解释 §108 for recordings, §110 for other electronic data. */
export type LegalKind = "electronic-data" | "audio-visual"

export interface FileType {
    /** `application/octet-stream` when neither bytes nor name say what it is. */
    readonly mediaType: string
    readonly category: Category
    readonly legalKind: LegalKind
    /** Without a dot, lower case; what a packet calls a file of this type. */
    readonly extension: string
    /** The name's extension belongs to another type than the bytes: a JPEG called `.png`, as messengers save it. */
    readonly nameDiffers: boolean
}

/** How many bytes {@link sniffType} wants to see; fewer when the file is shorter. */
export const HEAD_BYTES = 8192

const BY_TYPE = new Map(FILE_TYPES.map((row) => [row[0], row]))
const BY_EXTENSION = new Map(
    FILE_TYPES.flatMap(([type, , ext, also]) => [ext, ...(also?.split(" ") ?? [])].map((e) => [e, type])),
)
const UNKNOWN = "application/octet-stream"

/**
 * Tells what a file is from its first bytes; the name decides only between types that share their bytes (a ZIP is
 * `.xlsx` or `.zip`, a text `.csv` or `.txt`).
 *
 * @param head - The first {@link HEAD_BYTES} bytes, or the whole file.
 * @param name - File name, for its extension.
 */
export function sniffType(head: Uint8Array, name: string): FileType {
    const byName = BY_EXTENSION.get(extensionOf(name))
    const mediaType = fromMagic(head) ?? fromContainer(head, byName) ?? fromText(head, byName) ?? UNKNOWN
    return {
        ...describeType(mediaType),
        nameDiffers: byName !== undefined && mediaType !== UNKNOWN && byName !== mediaType,
    }
}

/** Category, kind and extension of a media type; an unknown one is `other`. */
export function describeType(mediaType: string): Omit<FileType, "nameDiffers"> {
    const [, category, extension] = BY_TYPE.get(mediaType) ?? [mediaType, "other", "bin"]
    return { mediaType, category, legalKind: category === "recording" ? "audio-visual" : "electronic-data", extension }
}

/** The extension in lower case without the dot; empty when there is none. */
export function extensionOf(name: string): string {
    return /\.([^./\\]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? ""
}

function fromMagic(head: Uint8Array): string | undefined {
    for (const [type, ...parts] of MAGIC) if (parts.every(([at, hex]) => matches(head, at, hex))) return type
    // MPEG audio frames start with eleven set bits; layer bits 00 are AAC in ADTS framing.
    const [first = 0, second = 0, third = 0] = head
    if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined
    if ((second & 0xf6) === 0xf0) return "audio/aac"
    const isFrame =
        (second & 0x18) !== 0x08 && (second & 0x06) !== 0 && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c
    return isFrame ? "audio/mpeg" : undefined
}

function matches(head: Uint8Array, at: number, hex: string): boolean {
    const digits = hex.replaceAll(" ", "")
    for (let i = 0; i < digits.length; i += 2) {
        if (head[at + i / 2] !== Number.parseInt(digits.slice(i, i + 2), 16)) return false
    }
    return true
}

/** ZIP and OLE containers: their own bytes first, then the name, since the directory of a ZIP stands at its end. */
function fromContainer(head: Uint8Array, byName: string | undefined): string | undefined {
    if (matches(head, 0, "d0cf11e0a1b11ae1")) {
        return (
            ["application/msword", "application/vnd.ms-excel", "application/vnd.ms-outlook"].find(
                (t) => t === byName,
            ) ?? UNKNOWN
        )
    }
    if (!matches(head, 0, "504b0304") && !matches(head, 0, "504b0506")) return undefined
    const seen = latin1(head)
    const odf = /mimetype(application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet))/.exec(seen)?.[1]
    if (odf !== undefined) return odf
    const isOffice = seen.includes("[Content_Types].xml") || seen.includes("_rels/.rels")
    if (isOffice && seen.includes("xl/")) return officeType("spreadsheetml.sheet")
    if (isOffice && seen.includes("word/")) return officeType("wordprocessingml.document")
    const named =
        byName?.startsWith("application/vnd.openxmlformats") === true || byName?.endsWith("package-archive") === true
    return named ? byName : "application/zip"
}

function officeType(end: string): string {
    return `application/vnd.openxmlformats-officedocument.${end}`
}

function latin1(bytes: Uint8Array): string {
    let out = ""
    for (const byte of bytes) out += String.fromCharCode(byte)
    return out
}

const TEXT_TYPES = ["text/csv", "text/html", "message/rfc822", "application/json"]

function fromText(head: Uint8Array, byName: string | undefined): string | undefined {
    const text = decodeHead(head)
    if (text === undefined || head.length === 0) return undefined
    if (byName !== undefined && TEXT_TYPES.includes(byName)) return byName
    return /^\s*<(?:!doctype html|html)\b/i.test(text) ? "text/html" : "text/plain"
}

/** The head as text when it is one: UTF-8, GB18030 or UTF-16 with BOM, no control characters; a cut end is no fault. */
function decodeHead(head: Uint8Array): string | undefined {
    const isUtf16 = matches(head, 0, "fffe") ? "utf-16le" : matches(head, 0, "feff") ? "utf-16be" : undefined
    for (const encoding of isUtf16 === undefined ? ["utf-8", "gb18030"] : [isUtf16]) {
        try {
            const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
            if (!/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return text
        } catch {
            // Not this encoding; the next one decides.
        }
    }
    return undefined
}
