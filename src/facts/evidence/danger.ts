import { hasMacros, isCompound } from "../../base/compound-file.ts"
import { type ByteSource, chunks, partOf } from "../../base/source.ts"
import { officeEffect, pageEffect } from "./contents.ts"
import { extensionOf, isZip } from "./file-type.ts"
import { readZipDirectory } from "./zip-directory.ts"

/** What a file holds that whoever opens it, or hands it on, must know of. */
export const DANGERS = ["private-key", "active", "remote"] as const
export type Danger = (typeof DANGERS)[number]

/** Larger files are no key files; larger PDFs are not searched. */
const LARGEST_KEY = 64 * 1024
const LARGEST_PDF = 64 * 1024 * 1024
const KEY_TEXT = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----|PuTTY-User-Key-File-\d|"ciphertext"\s*:[^}]{0,2000}"kdf"/
const KEY_NAME = /(?:^|\/)(?:wallet\.dat|id_(?:rsa|dsa|ecdsa|ed25519))$/i
const KEY_ENDINGS = ["p12", "pfx", "ppk", "jks", "keystore"]
/** Scripts, programs to start, files within (ISO 32000-1 §§7.11.4, 12.6.4.5, 12.6.4.16); names only, as in most PDFs. */
const ACTIVE = /\/(?:JavaScript|Launch|RichMedia|EmbeddedFile)(?![A-Za-z])/
const LONGEST_NAME = 16
/** The first danger of a file; `undefined` where none was seen, which is no proof that there is none. */
export async function dangerOf(source: ByteSource, name: string, mediaType: string): Promise<Danger | undefined> {
    if (KEY_NAME.test(name) || KEY_ENDINGS.includes(extensionOf(name))) return "private-key"
    if (source.size <= LARGEST_KEY && (await holds(source, KEY_TEXT))) return "private-key"
    if (mediaType === "application/pdf" && source.size <= LARGEST_PDF)
        return (await holds(source, ACTIVE)) ? "active" : undefined
    const head = await partOf(source, 0, 8)
    if (isCompound(head)) return (await hasMacros(source)) ? "active" : undefined
    if (isZip(head)) return officeEffect(source, (await readZipDirectory(source)) ?? [])
    return pageEffect(source, name, mediaType)
}

async function holds(source: ByteSource, pattern: RegExp): Promise<boolean> {
    const decoder = new TextDecoder("latin1")
    let before = ""
    for await (const chunk of chunks(source)) {
        const text = before + decoder.decode(chunk)
        if (pattern.test(text)) return true
        before = text.slice(-LONGEST_NAME)
    }
    return false
}
