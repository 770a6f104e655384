import type { ByteSource } from "../../../base/source.ts"
import type { LockEntry } from "../lock.ts"
import { readZipDirectory, unpackMember } from "../zip-directory.ts"
import { type ChatHead, LARGEST_CHAT, readChat } from "./chat.ts"
import { type MailHead, readMailHead } from "./mail.ts"
import { readSavedPage, readWebArchive, type WebArchiveHead } from "./web-archive.ts"

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
        case "multipart/related":
            return readSavedPage(await source.read(0, Math.min(MAIL_HEAD, source.size)))
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
        const datapackage = await unpackMember(source, about, LARGEST_PAGES)
        const pages = named("pages/pages.jsonl")
        const lines = pages === undefined ? undefined : await unpackMember(source, pages, LARGEST_PAGES)
        return datapackage === undefined ? undefined : readWebArchive(datapackage, lines)
    }
    const chat = members.find(({ name }) => CHAT_NAME.test(name))
    const text = chat === undefined ? undefined : await unpackMember(source, chat, LARGEST_CHAT)
    const beside = new Set(members.map(({ name }) => name.slice(name.lastIndexOf("/") + 1).toLowerCase()))
    return text === undefined ? undefined : readChat(text, (name) => beside.has(name.toLowerCase()))
}
