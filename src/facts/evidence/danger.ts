import { latin1, type NamedBytes, utf8 } from "../../base/bytes.ts"
import { hasMacros, isCompound } from "../../base/compound-file.ts"
import { type ByteSource, memorySource, partOf, readAll } from "../../base/source.ts"
import { decodeText } from "../../base/text/decode.ts"
import { holdsSecret } from "../../base/text/secrets-in-files.ts"
import { gunzip, saidSize } from "../../base/zip/gunzip.ts"
import { readTar } from "../../base/zip/tar.ts"
import { namesIn } from "./archive-heads.ts"
import { type Effect, officeEffect, pageEffect } from "./contents.ts"
import { textIn } from "./file-text.ts"
import { extensionOf, HEAD_BYTES, isZip, programKind, sniffType } from "./file-type.ts"
import { attached } from "./heads/mail.ts"
import { mailParts } from "./heads/mail-text.ts"
import { hidesFile } from "./hidden-file.ts"
import { LARGEST_OBJECTS, pdfEffect } from "./pdf-contents.ts"
import { readZipDirectory, unpackMember, type ZipMember } from "./zip-directory.ts"

/** What a file holds that whoever opens it, or hands it on, must know of; the gravest first. */
export const DANGERS = ["private-key", "active", "secret", "remote"] as const
export type Danger = (typeof DANGERS)[number]

/** Larger files are no key files; of larger ones nothing is searched that takes all of their bytes. */
const LARGEST_KEY = 64 * 1024
const LARGEST_SEARCHED = 64 * 1024 * 1024
const KEY_TEXT = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----|PuTTY-User-Key-File-\d|"ciphertext"\s*:[^}]{0,2000}"kdf"/
const KEY_NAME = /(?:^|\/)(?:wallet\.dat|id_(?:rsa|dsa|ecdsa|ed25519))$/i
const KEY_ENDINGS = ["p12", "pfx", "ppk", "jks", "keystore"]
/** Files within files, and within those. */
const MOST_DEPTH = 3
/** Most files within a file that are looked into, and most bytes of them all. */
const MOST_WITHIN = 1000
const LARGEST_WITHIN = 64 * 1024 * 1024

/**
 * The gravest danger of a file, or of one in a ZIP or a mail; `undefined` where none was seen, which is no proof that there
 * is none.
 */
export async function dangerOf(source: ByteSource, name: string, mediaType: string): Promise<Danger | undefined> {
    const budget = { depth: 0, files: MOST_WITHIN, bytes: LARGEST_WITHIN, objects: LARGEST_OBJECTS }
    return look(source, name, mediaType, budget)
}

interface Budget {
    depth: number
    files: number
    bytes: number
    /** Of PDFs what is packed in them. */
    objects: number
}

async function look(source: ByteSource, name: string, type: string, budget: Budget): Promise<Danger | undefined> {
    if (KEY_NAME.test(name) || KEY_ENDINGS.includes(extensionOf(name))) return "private-key"
    if (source.size <= LARGEST_KEY && KEY_TEXT.test(latin1(await readAll(source)))) return "private-key"
    const own = await effectOf(source, name, type, budget)
    const within = budget.depth < MOST_DEPTH ? await dangerWithin(source, type, budget) : undefined
    const first = gravest(own, within)
    if (first === "private-key" || first === "active") return first
    return gravest(first, (await hasSecret(source, name, type)) ? "secret" : undefined)
}

function gravest(...found: readonly (Danger | undefined)[]): Danger | undefined {
    return DANGERS.find((danger) => found.includes(danger))
}

async function effectOf(source: ByteSource, name: string, type: string, budget: Budget): Promise<Effect | undefined> {
    if (type === "application/pdf" || /^(?:image\/(?!svg)|audio\/|video\/)/.test(type)) {
        if (source.size > LARGEST_SEARCHED) return undefined
        const bytes = await readAll(source)
        if (hidesFile(bytes)) return "active"
        return type === "application/pdf" ? pdfEffect(bytes, budget) : undefined
    }
    if ((await namesIn(type, source)).some((one) => programKind("", one) === "program")) return "active"
    const head = await partOf(source, 0, 8)
    if (isCompound(head)) return (await hasMacros(source)) ? "active" : undefined
    if (isZip(head)) return officeEffect(source, (await readZipDirectory(source)) ?? [])
    return pageEffect(source, name, type)
}

/** What lies in a ZIP or a mail, as if it lay beside it. That it fetches is not told: most mails do. */
async function dangerWithin(source: ByteSource, type: string, budget: Budget): Promise<Danger | undefined> {
    const found = new Set<Danger | undefined>()
    budget.depth++
    for await (const { name, bytes } of filesWithin(source, type, budget)) {
        const head = bytes.subarray(0, HEAD_BYTES)
        const within = memorySource(bytes)
        const members = isZip(head) ? await readZipDirectory(within) : undefined
        const { mediaType } = sniffType(
            head,
            name,
            members?.map((member) => member.name),
        )
        if (programKind(mediaType, name) === "program") found.add("active")
        // Parts of a document are unpacked to be read; files in an archive count when they are.
        const unpacked = mediaType === "application/zip" ? 0 : sizeOfParts(members ?? [])
        if (unpacked > budget.bytes) continue
        budget.bytes -= unpacked
        found.add(await look(within, name, mediaType, budget))
        if (found.has("private-key")) break
    }
    budget.depth--
    found.delete("remote")
    return gravest(...found)
}

function sizeOfParts(members: readonly ZipMember[]): number {
    const parts = members.filter(({ name }) => /\.(?:xml|rels)$/i.test(name))
    return parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
}

async function* filesWithin(source: ByteSource, type: string, budget: Budget): AsyncGenerator<NamedBytes> {
    if (type === "application/zip") {
        for (const member of (await readZipDirectory(source)) ?? []) {
            const size = Math.max(member.sizeBytes, member.packedBytes)
            if (size > budget.bytes || budget.files-- <= 0) continue
            // What cannot be unpacked counts: it took as long.
            budget.bytes -= size
            const bytes = await unpackMember(source, member, size)
            if (bytes !== undefined) yield { name: member.name, bytes }
        }
    }
    if (type === "application/x-tar" || type === "application/gzip") {
        yield* packedWithin(source, type, budget)
        return
    }
    if (!isMail(type)) return
    const whole = await partOf(source, 0, budget.bytes)
    budget.bytes -= whole.length
    for (const { head, text, bytes } of mailParts(whole)) {
        const [name] = attached(head)
        if (name !== undefined && budget.files-- > 0) yield { name, bytes: text === "" ? bytes : utf8(text) }
    }
}

async function* packedWithin(source: ByteSource, type: string, budget: Budget): AsyncGenerator<NamedBytes> {
    if (source.size > budget.bytes) return
    budget.bytes -= source.size
    if (type === "application/gzip") {
        const packed = await readAll(source)
        const size = saidSize(packed)
        if (size > budget.bytes) return
        budget.bytes -= size
        const bytes = gunzip(packed, size)
        if (bytes !== undefined) yield { name: "", bytes }
        return
    }
    for (const file of (await readTar(source)) ?? [])
        if (budget.files-- > 0) yield { name: file.name, bytes: await readAll(file.source) }
}

const isMail = (type: string): boolean => type === "message/rfc822" || type === "application/mbox"

/** Larger texts are searched as far as this. */
const MOST_TEXT = 1 << 20

async function hasSecret(source: ByteSource, name: string, type: string): Promise<boolean> {
    // Names of files in a ZIP are no text of it.
    if (type === "application/zip") return false
    if (isMail(type) || type === "multipart/related") {
        for (const { head, text } of mailParts(await partOf(source, 0, MOST_TEXT)))
            if (holdsSecret(shown(head, text))) return true
        return false
    }
    if (type === "text/html") {
        const text = decodeText(await partOf(source, 0, MOST_TEXT))?.text ?? ""
        return holdsSecret(shown("text/html", text))
    }
    return holdsSecret(await textIn(type, name, source))
}

/** Of a page what is read, not its scripts and marks. */
function shown(head: string, text: string): string {
    if (!/\btext\/html\b/i.test(head)) return text
    const open = /<(?:script|style)\b/gi
    const close = /<\/(?:script|style)\b/gi
    let read = ""
    let at = 0
    for (let mark = open.exec(text); mark !== null; mark = open.exec(text)) {
        read += text.slice(at, mark.index)
        close.lastIndex = mark.index
        at = close.exec(text)?.index ?? text.length
        open.lastIndex = at
    }
    return `${read}${text.slice(at)}`.replace(/<[^<>]*>/g, " ")
}
