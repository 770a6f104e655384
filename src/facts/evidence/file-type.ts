import { isTar } from "../../base/zip/tar.ts"
import { heifFormat } from "../../typeset/raster/heif-format.ts"
import { type Category, FILE_TYPES, MAGIC } from "./file-types.data.ts"

export interface FileType {
    /** `application/octet-stream` when neither bytes nor name say what it is. */
    readonly mediaType: string
    readonly category: Category
    /** Without a dot, lower case; what a packet calls a file of this type. */
    readonly extension: string
}

/** How many bytes {@link sniffType} wants to see; fewer when the file is shorter. */
export const HEAD_BYTES = 8192

const BY_TYPE = new Map(FILE_TYPES.map((row) => [row[0], row]))
const BY_EXTENSION = new Map(
    FILE_TYPES.flatMap(([type, , ext, also]) => [ext, ...(also?.split(" ") ?? [])].map((e) => [e, type])),
)
const UNKNOWN = "application/octet-stream"
const PDF = "application/pdf"
const SHORTCUT = "application/x-ms-shortcut"
const SHORTCUT_EXTENSIONS = ["lnk", "url", "webloc", "desktop"]
const PROGRAMS = [
    "application/vnd.microsoft.portable-executable",
    "application/x-elf",
    "application/x-mach-binary",
    "application/vnd.android.package-archive",
]
const PROGRAM_EXTENSIONS =
    "exe dll scr pif cpl xll msi msix appx bat cmd ps1 vbs vbe js jse wsf wsh hta sct scf inf reg msc chm jar apk xapk apks apkm aab hap ipa mobileconfig appinstaller dmg pkg deb rpm iso vhd vhdx crx xpi command sh py".split(
        " ",
    )
const CONTENT_TYPES = "[Content_Types].xml"
const OPEN_XML = "application/vnd.openxmlformats-officedocument."
/** Folders of an Office document (ECMA-376 part 1) and its type. */
const OFFICE_PARTS = [
    ["xl/", `${OPEN_XML}spreadsheetml.sheet`],
    ["word/", `${OPEN_XML}wordprocessingml.document`],
    ["ppt/", `${OPEN_XML}presentationml.presentation`],
] as const
/** A part that makes an Office document one of another type, which Office opens under its own extension alone. */
const MACRO_PARTS = [
    ["xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroenabled.12"],
    ["xl/vbaProject.bin", "application/vnd.ms-excel.sheet.macroenabled.12"],
    ["word/vbaProject.bin", "application/vnd.ms-word.document.macroenabled.12"],
    ["ppt/vbaProject.bin", "application/vnd.ms-powerpoint.presentation.macroenabled.12"],
] as const
const ZIP_TYPES: readonly string[] = [
    ...OFFICE_PARTS.map(([, type]) => type),
    ...MACRO_PARTS.map(([, type]) => type),
    "application/ofd",
    "application/vnd.android.package-archive",
    "application/wacz",
]
const OLE_TYPES = [
    "application/msword",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    "application/vnd.ms-outlook",
]

/**
 * Tells what a file is from its first bytes; the name decides only between types that share their bytes (a ZIP is
 * `.xlsx` or `.zip`, a text `.csv` or `.txt`).
 *
 * @param head - The first {@link HEAD_BYTES} bytes, or the whole file.
 * @param name - File name, for its extension.
 * @param members - Names in the directory of a ZIP, in its order, where the file is one and has a directory.
 */
export function sniffType(head: Uint8Array, name: string, members?: readonly string[]): FileType {
    const byName = BY_EXTENSION.get(extensionOf(name))
    const byContent = fromMagic(head) ?? fromContainer(head, byName, members) ?? fromLatePdf(head, byName)
    return describeType(byContent ?? fromText(head, byName) ?? UNKNOWN)
}

/** Whether bytes begin as those of a ZIP do. */
export function isZip(head: Uint8Array): boolean {
    return matches(head, 0, "504b0304") || matches(head, 0, "504b0506")
}

/** The name's extension belongs to another type than the bytes: a JPEG called `.png`, as messengers save it. */
export function nameDiffers(mediaType: string, name: string): boolean {
    const byName = BY_EXTENSION.get(extensionOf(name))
    return byName !== undefined && mediaType !== UNKNOWN && byName !== mediaType
}

/** The name says picture or PDF, and the bytes are nothing that is known: the file is damaged, or was never one. */
export function isUnrecognised(mediaType: string, name: string): boolean {
    const byName = BY_EXTENSION.get(extensionOf(name))
    if (mediaType !== UNKNOWN || byName === undefined) return false
    return byName === PDF || describeType(byName).category === "picture"
}

/** Whether opening a file runs it, or only leads elsewhere; by its bytes, and by the name for what has none of its own. */
export function programKind(mediaType: string, name: string): "program" | "shortcut" | undefined {
    const extension = extensionOf(name)
    if (mediaType === SHORTCUT || SHORTCUT_EXTENSIONS.includes(extension)) return "shortcut"
    return PROGRAMS.includes(mediaType) || PROGRAM_EXTENSIONS.includes(extension) ? "program" : undefined
}

/** Category and extension of a media type; an unknown one is `other`. */
export function describeType(mediaType: string): FileType {
    const [, category, extension] = BY_TYPE.get(mediaType) ?? [mediaType, "other", "bin"]
    return { mediaType, category, extension }
}

/** Whether files of some known type, or programs, have that extension. */
export function isKnownExtension(extension: string): boolean {
    return BY_EXTENSION.has(extension) || [...PROGRAM_EXTENSIONS, ...SHORTCUT_EXTENSIONS].includes(extension)
}

/** The extension in lower case without the dot; empty when there is none. Windows passes over dots and blanks at the end. */
export function extensionOf(name: string): string {
    return /\.([^./\\]{1,12}?)[. ]*$/.exec(name)?.[1]?.toLowerCase() ?? ""
}

function fromMagic(head: Uint8Array): string | undefined {
    const heif = heifFormat(head)
    if (heif !== undefined) return heif === "HEIC" ? "image/heic" : "image/avif"
    for (const [type, ...parts] of MAGIC) if (parts.every(([at, hex]) => matches(head, at, hex))) return type
    if (isWindowsProgram(head)) return "application/vnd.microsoft.portable-executable"
    // MPEG audio frames start with eleven set bits; layer bits 00 are AAC in ADTS framing. Layer I (11) is met nowhere, and
    // the mark of UTF-16 would be one.
    const [first = 0, second = 0, third = 0] = head
    if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined
    if ((second & 0xf6) === 0xf0) return "audio/aac"
    const isFrame =
        (second & 0x18) !== 0x08 &&
        [0x02, 0x04].includes(second & 0x06) &&
        (third & 0xf0) !== 0xf0 &&
        (third & 0x0c) !== 0x0c
    return isFrame ? "audio/mpeg" : undefined
}

/** Two letters would catch texts that begin with MZ: the header that they point to is looked at too. */
function isWindowsProgram(head: Uint8Array): boolean {
    if (!matches(head, 0, "4d5a") || head.length < 64) return false
    const at = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(60, true)
    return at + 4 <= head.length && matches(head, at, "50450000")
}

function matches(head: Uint8Array, at: number, hex: string): boolean {
    const digits = hex.replaceAll(" ", "")
    for (let i = 0; i < digits.length; i += 2) {
        if (head[at + i / 2] !== Number.parseInt(digits.slice(i, i + 2), 16)) return false
    }
    return true
}

/** A PDF whose head does not come first: readers look for it in the first 1,024 bytes (PDF Reference 1.7, appendix H, note 13). */
function fromLatePdf(head: Uint8Array, byName: string | undefined): string | undefined {
    const before = /^([\s\S]*?)%PDF-\d/.exec(latin1(head.subarray(0, 1024)))?.[1]
    if (before === undefined) return undefined
    return byName === PDF || /^(?:\xEF\xBB\xBF|\s)*$/.test(before) ? PDF : undefined
}

/** OLE containers and Windows Media by the name; a ZIP by what lies in it, at the top and not in a ZIP within. */
function fromContainer(
    head: Uint8Array,
    byName: string | undefined,
    members: readonly string[] | undefined,
): string | undefined {
    if (matches(head, 0, "d0cf11e0a1b11ae1")) return OLE_TYPES.find((type) => type === byName) ?? UNKNOWN
    if (matches(head, 0, "3026b2758e66cf11a6d900aa0062ce6c"))
        return byName === "audio/x-ms-wma" ? byName : "video/x-ms-wmv"
    if (isTar(head.subarray(0, 512))) return "application/x-tar"
    if (!isZip(head)) return undefined
    const odf = /^mimetype(application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet))/.exec(
        latin1(head.subarray(30)),
    )?.[1]
    if (odf !== undefined) return odf
    // People pack documents into a ZIP; a document that is called one begins with the list of its parts.
    const names = members ?? localNames(head)
    if (byName === "application/zip" && names[0] !== CONTENT_TYPES) return byName
    const has = (start: string): boolean => names.some((name) => name.startsWith(start))
    if (names.includes("OFD.xml")) return "application/ofd"
    if (has(CONTENT_TYPES) || has("_rels/.rels")) {
        for (const [part, type] of MACRO_PARTS) if (names.includes(part)) return type
        for (const [start, type] of OFFICE_PARTS) if (has(start)) return type
    }
    if (has("datapackage.json") && has("archive/")) return "application/wacz"
    if (has("AndroidManifest.xml") && has("META-INF/")) return "application/vnd.android.package-archive"
    // Without a directory the name of the file may be all there is.
    const isNamed = byName !== undefined && members === undefined && ZIP_TYPES.includes(byName)
    return isNamed ? byName : "application/zip"
}

/** Names of the local headers that stand in the head one behind the other, for a ZIP whose directory is gone. */
function localNames(head: Uint8Array): readonly string[] {
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
    const names: string[] = []
    let at = 0
    while (at + 30 <= head.length && view.getUint32(at, true) === 0x0403_4b50) {
        const nameBytes = view.getUint16(at + 26, true)
        names.push(latin1(head.subarray(at + 30, at + 30 + nameBytes)))
        // Bit 3: sizes stand behind the content, so where the next header is cannot be told.
        if ((view.getUint16(at + 6, true) & 8) !== 0) break
        at += 30 + nameBytes + view.getUint16(at + 28, true) + view.getUint32(at + 18, true)
    }
    return names
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
    if (isSavedPage(text, byName)) return "multipart/related"
    if (isMail(text)) return "message/rfc822"
    const [postmark = ""] = /^From \S+ .*\r?\n/.exec(text) ?? []
    if (postmark !== "" && (byName === "application/mbox" || isMail(text.slice(postmark.length))))
        return "application/mbox"
    if (/^\s*<(?:!doctype html|html)\b/i.test(text)) return "text/html"
    const isDrawing = /^\s*</.test(text) && /<([a-z][\w:.-]*)/i.exec(text)?.[1] === "svg"
    return isDrawing ? "image/svg+xml" : "text/plain"
}

/**
 * A mail as it was received (RFC 5322 §2.2): fields from the first line on, with sender, date and a trace that no person
 * types. Words copied from a mail into a text have none.
 */
function isMail(text: string): boolean {
    const [head = ""] = text.split(/\r?\n\r?\n/, 1)
    if (!/^[\x21-\x39\x3b-\x7e]+:/.test(head)) return false
    return [/^from:/im, /^date:/im, /^(?:received|message-id|mime-version|return-path):/im].every((f) => f.test(head))
}

/**
 * A page saved as one file (RFC 2557): its parts like those of a mail, but nobody it was sent to and no trace of a way.
 */
function isSavedPage(text: string, byName: string | undefined): boolean {
    const [head = ""] = text.split(/\r?\n\r?\n/, 1)
    if (!/^mime-version:/im.test(head) || /^(?:received|message-id|return-path|to):/im.test(head)) return false
    return byName === "multipart/related" || /^content-type:\s*multipart\/related\b/im.test(head)
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
