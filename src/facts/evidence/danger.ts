import { latin1 } from "../../base/bytes.ts"
import { hasMacros, isCompound } from "../../base/compound-file.ts"
import { type ByteSource, partOf, readAll } from "../../base/source.ts"
import { officeEffect, pageEffect } from "./contents.ts"
import { extensionOf, isZip } from "./file-type.ts"
import { pdfRuns } from "./pdf-contents.ts"
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
/** The first danger of a file; `undefined` where none was seen, which is no proof that there is none. */
export async function dangerOf(source: ByteSource, name: string, mediaType: string): Promise<Danger | undefined> {
    if (KEY_NAME.test(name) || KEY_ENDINGS.includes(extensionOf(name))) return "private-key"
    if (source.size <= LARGEST_KEY && KEY_TEXT.test(latin1(await readAll(source)))) return "private-key"
    if (mediaType === "application/pdf" && source.size <= LARGEST_PDF)
        return pdfRuns(await readAll(source)) ? "active" : undefined
    const head = await partOf(source, 0, 8)
    if (isCompound(head)) return (await hasMacros(source)) ? "active" : undefined
    if (isZip(head)) return officeEffect(source, (await readZipDirectory(source)) ?? [])
    return pageEffect(source, name, mediaType)
}
