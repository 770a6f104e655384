import type { ByteSource } from "../../../base/source.ts"
import { inflateTo } from "../../../base/zip/inflate.ts"
import type { LockEntry } from "../lock.ts"
import { readZipDirectory, type ZipMember } from "../zip-directory.ts"
import { type ChatHead, LARGEST_CHAT, readChat } from "./chat.ts"
import { type MailHead, readMailHead } from "./mail.ts"
import { readWebArchive, type WebArchiveHead } from "./web-archive.ts"

/** What mails, chats and web archives say at their head: who, when, how much. Read anew from the file each time. */
export type FileHead = MailHead | ChatHead | WebArchiveHead

const MAIL_HEAD = 256 << 10
/** So much of a text shows whether it is a chat. */
const CHAT_START = 64 << 10
const LARGEST_PAGES = 16 << 20

/**
 * Reads the head of a file; `undefined` for files that have none, and where it cannot be read. Bounded, whatever the
 * file claims.
 *
 * @param names - Of the files of the case, of which those in the same folder may be what a chat refers to.
 */
export async function readHead(entry: LockEntry, source: ByteSource, names: FileNames): Promise<FileHead | undefined> {
    switch (entry.mediaType) {
        case "message/rfc822":
            return readMailHead(await source.read(0, Math.min(MAIL_HEAD, source.size)))
        case "text/plain":
            return readChatFile(entry, source, names)
        case "application/zip":
        case "application/wacz":
            return readArchive(source)
        default:
            return undefined
    }
}

async function readChatFile(entry: LockEntry, source: ByteSource, names: FileNames) {
    if (source.size === 0 || source.size > LARGEST_CHAT) return undefined
    const start = await source.read(0, Math.min(CHAT_START, source.size))
    // A character that is cut at the end is no reason to take the text for none.
    const cut = start.lastIndexOf(0x0a)
    if (source.size > start.length && readChat(start.subarray(0, cut + 1), () => true) === undefined) return undefined
    const folder = entry.originalName.slice(0, entry.originalName.lastIndexOf("/") + 1)
    const isBeside = (name: string): boolean => names.has(nameOf({ ...entry, originalName: folder + name }))
    return readChat(start.length === source.size ? start : await source.read(0, source.size), isBeside)
}

/** Where the files of a case lie, whatever the case of letters. */
export type FileNames = ReadonlySet<string>

export const fileNamesOf = (entries: readonly LockEntry[]): FileNames => new Set(entries.map(nameOf))

const nameOf = ({ folder, originalName }: LockEntry): string => `${folder}/${originalName}`.toLowerCase()

/** Names under which WhatsApp puts the text of a chat into a ZIP. */
const CHAT_NAME = /(?:^|\/)(?:_chat|WhatsApp[^/]*)\.txt$/i

async function readArchive(source: ByteSource): Promise<FileHead | undefined> {
    if (source.size === 0) return undefined
    const members = (await readZipDirectory(source)) ?? []
    const named = (name: string) => members.find((member) => member.name === name)
    const about = named("datapackage.json")
    if (about !== undefined && members.some(({ name }) => /^archive\/.*\.warc(?:\.gz)?$/.test(name))) {
        const datapackage = await unpack(source, about, LARGEST_PAGES)
        const pages = named("pages/pages.jsonl")
        const lines = pages === undefined ? undefined : await unpack(source, pages, LARGEST_PAGES)
        return datapackage === undefined ? undefined : readWebArchive(datapackage, lines)
    }
    const chat = members.find(({ name }) => CHAT_NAME.test(name))
    const text = chat === undefined ? undefined : await unpack(source, chat, LARGEST_CHAT)
    const beside = new Set(members.map(({ name }) => name.slice(name.lastIndexOf("/") + 1).toLowerCase()))
    return text === undefined ? undefined : readChat(text, (name) => beside.has(name.toLowerCase()))
}

/** One file of a ZIP, where it is no larger than that and neither encrypted nor damaged. */
async function unpack(source: ByteSource, member: ZipMember, most: number): Promise<Uint8Array | undefined> {
    const { at, method, isEncrypted, packedBytes, sizeBytes } = member
    if (isEncrypted || sizeBytes > most || packedBytes > most || at + 30 > source.size) return undefined
    const head = await source.read(at, 30)
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
    const from = at + 30 + view.getUint16(26, true) + view.getUint16(28, true)
    if (from + packedBytes > source.size || packedBytes === 0) return undefined
    const packed = await source.read(from, packedBytes)
    if (method === 0) return packed
    if (method !== 8) return undefined
    return inflateTo(packed, sizeBytes, "raw")
}
