import { latin1 } from "../../base/bytes.ts"
import { isCompound, isLockedOffice } from "../../base/compound-file.ts"
import { type ByteSource, partOf } from "../../base/source.ts"
import { blocksOfRar, headersOf7z } from "./archive-heads.ts"

/** Files that ask for a password, by their heads; nothing is opened. PDF: ISO 32000-1 §7.6. */

/** `encrypted`: a PDF that is, which may open all the same and forbid printing or copying alone. */
export type Lock = "password" | "encrypted"

/** Tells whether a file asks for a password; undefined where its head does not say so, or it is of another type. */
export async function lockOf(mediaType: string, source: ByteSource): Promise<Lock | undefined> {
    if (mediaType === "application/pdf") return (await isEncryptedPdf(source)) ? "encrypted" : undefined
    const isLocked =
        mediaType === "application/x-7z-compressed"
            ? isLocked7z
            : mediaType === "application/vnd.rar"
              ? isLockedRar
              : isCompound(await partOf(source, 0, 8))
                ? isLockedOffice
                : undefined
    return isLocked !== undefined && (await isLocked(source)) ? "password" : undefined
}

/** A coder with properties whose id is that of AES: in clear, or behind LZMA where only the contents are locked. */
const AES_CODER = [0x24, 0x06, 0xf1, 0x07, 0x01]

async function isLocked7z(source: ByteSource): Promise<boolean> {
    for await (const header of headersOf7z(source)) if (holds(header, AES_CODER)) return true
    return false
}

function holds(bytes: Uint8Array, what: readonly number[]): boolean {
    const [first = 0] = what
    for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
        if (what.every((byte, i) => bytes[at + i] === byte)) return true
    return false
}

async function isLockedRar(source: ByteSource): Promise<boolean> {
    for await (const { isLocked } of blocksOfRar(source)) if (isLocked) return true
    return false
}

const PDF_TAIL = 64 << 10
const PDF_TRAILER = 4 << 10

/** Whether the trailer of a PDF names an encryption dictionary: at its end, or in the stream to which `startxref` leads. */
async function isEncryptedPdf(source: ByteSource): Promise<boolean> {
    const tail = latin1(await partOf(source, source.size - PDF_TAIL, PDF_TAIL))
    if (namesEncryption(tail)) return true
    const [, at] = /startxref\s+(\d{1,15})\s+%%EOF[\s\S]*?$/.exec(tail.slice(-2048)) ?? []
    return at !== undefined && namesEncryption(latin1(await partOf(source, Number(at), PDF_TRAILER)))
}

const namesEncryption = (text: string): boolean => /\/Encrypt\s*(?:\d+\s+\d+\s+R\b|<<)/.test(text)
