import { PacketError } from "../../base/issue.ts"
import { type ByteSource, partOf } from "../../base/source.ts"
import { decodeText } from "../../base/text/decode.ts"
import { officeText } from "../../typeset/office/office-text.ts"
import { foreignText } from "../../typeset/pdf/foreign/foreign.ts"
import { mailText } from "./heads/mail-text.ts"
import { readZipDirectory } from "./zip-directory.ts"

/** What can be read as text in a file: letters, mails, the head of a table, names in a ZIP. */

/** Most of a text that is looked through. */
const MOST_TEXT = 1 << 20
/** Larger documents are not opened. */
const LARGEST_DOCUMENT = 16 << 20
const OFFICE =
    /^application\/vnd\.(?:openxmlformats-officedocument|oasis\.opendocument)\.|^application\/vnd\.ms-.*\.macroenabled\.12$/
const TEXT = /^(?:text\/|application\/(?:json|xml)$)/

/** Text of a file; empty where it holds none that is known, or cannot be opened: what a file lacks is told elsewhere. */
export async function textIn(mediaType: string, name: string, source: ByteSource): Promise<string> {
    if (mediaType === "application/zip")
        return ((await readZipDirectory(source)) ?? [])
            .map((member) => member.name)
            .join("\n")
            .slice(0, MOST_TEXT)
    const isDocument = mediaType === "application/pdf" || OFFICE.test(mediaType)
    if (isDocument) {
        if (source.size > LARGEST_DOCUMENT) return ""
        const bytes = await partOf(source, 0, source.size)
        return mediaType === "application/pdf" ? pdfText(bytes, name) : officeText(bytes, MOST_TEXT)
    }
    if (/^(?:message\/rfc822|multipart\/related|application\/mbox)$/.test(mediaType))
        return mailText(await partOf(source, 0, MOST_TEXT))
    const text = TEXT.test(mediaType) ? plainText(await partOf(source, 0, MOST_TEXT), source.size > MOST_TEXT) : ""
    // Marks may stand within a number.
    return mediaType === "text/html" ? `${text}\n${text.replace(/<[^<>]*>/g, "")}` : text
}

async function pdfText(bytes: Uint8Array, name: string): Promise<string> {
    try {
        return await foreignText(bytes, name, MOST_TEXT)
    } catch (fault) {
        if (fault instanceof PacketError) return ""
        throw fault
    }
}

function plainText(bytes: Uint8Array, isCut: boolean): string {
    const [first, second] = bytes
    if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes)
    if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes)
    // A head that ends within a character is cut at its last line.
    return decodeText(isCut ? bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1) : bytes)?.text ?? ""
}
