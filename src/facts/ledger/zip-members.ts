import { type ByteSource, memorySource, type NamedSource, readAll } from "../../base/source.ts"
import { withoutSystemFiles } from "../../base/system-files.ts"
import { gunzip } from "../../base/zip/gunzip.ts"
import { isSafeName, openZip } from "../../base/zip/open.ts"
import { isTar, readTar } from "../../base/zip/tar.ts"
import type { ZipFault } from "../../base/zip-fault.ts"
import type { UnreadFile } from "./ledger.ts"
import type { ExportFile } from "./read-file.ts"
import { sheetsOf } from "./sheets.ts"

/**
 * Export files packed into one ZIP, gzip or tar, as exchanges send them, opened one level and bounded; and tables that
 * stand in the sheets of one workbook.
 */

export interface OpenedExports {
    /** Labelled `X05/<name>`; the hash is that of the registered ZIP. */
    readonly members: readonly ExportFile[]
    /** Members that are too large to be unpacked, or archives themselves. */
    readonly refused: readonly { readonly label: string; readonly why: "too-large" | "nested" }[]
}

const MOST_MEMBERS = 500
/** What is in every file of OpenDocument and of Apple's programs. */
const OFFICE = /^(?:META-INF\/manifest\.xml|Index\/Document\.iwa|Index\.zip)$/
/** A member is unpacked in memory. */
const LARGEST_MEMBER = 256 << 20
const LARGEST_TOTAL = 2 ** 30

/** @returns `undefined` for a file that is no archive of files: a text, or a workbook, which is a ZIP as well. */
export async function openExports(
    file: ExportFile,
): Promise<OpenedExports | { readonly fault: ZipFault | "office" } | undefined> {
    const { label } = file
    const opened = await openArchive(file)
    if (opened === undefined || "fault" in opened) return opened
    if (opened.some(({ name }) => name === "[Content_Types].xml")) return undefined
    if (opened.some(({ name }) => OFFICE.test(name))) return { fault: "office" }
    const files = await withoutSystemFiles(opened)
    if (files.length > MOST_MEMBERS) return { fault: "too-many" }
    const members: ExportFile[] = []
    const refused: { label: string; why: "too-large" | "nested" }[] = []
    let total = 0
    for (const { name, source: member, isWindow } of files) {
        const own = `${label}/${name}`
        const unpacked = isWindow ? 0 : member.size
        if (/\.(?:zip|rar|7z|gz)$/i.test(name)) refused.push({ label: own, why: "nested" })
        else if (unpacked > LARGEST_MEMBER || total + unpacked > LARGEST_TOTAL)
            refused.push({ label: own, why: "too-large" })
        else {
            total += unpacked
            members.push({ label: own, name, source: member, sha256: file.sha256, archive: file.name })
        }
    }
    return { members, refused }
}

/** More are refused: each is read by itself, for which its file is unpacked again. */
const MOST_SHEETS = 100

/** A file, or in its place the sheets of a workbook of which several are exports. */
async function withSheets(file: ExportFile): Promise<OpenedExports> {
    const sheets = await sheetsOf(file.source)
    if (sheets.length === 0) return { members: [file], refused: [] }
    const taken = new Set<string>()
    const members = sheets.map(({ name, place }): ExportFile => {
        // Labels are typed into lists of rows: a name that is none, or stands twice, is a number.
        const bare = name.trim().replaceAll("/", "-")
        const own = isSafeName(bare) && !taken.has(bare) ? bare : `#${String(place + 1)}`
        taken.add(own)
        return { ...file, label: `${file.label}/${own}`, name: `${file.name}/${own}`, sheet: place }
    })
    const refused = members.slice(MOST_SHEETS).map(({ label }) => ({ label, why: "too-large" as const }))
    return { members: members.slice(0, MOST_SHEETS), refused }
}

interface Member extends NamedSource {
    /** It lies in the archive as it is, and takes no memory of its own. */
    readonly isWindow: boolean
}

/** The files of an archive; `undefined` for a file that is none. */
async function openArchive({
    source,
    name,
}: ExportFile): Promise<readonly Member[] | { readonly fault: ZipFault } | undefined> {
    const head = await source.read(0, Math.min(source.size, 512))
    if (/^PK(?:\x03\x04|\x05\x06)/.test(ascii(head.subarray(0, 4)))) {
        const opened = source.size < 22 ? undefined : await openZip(source)
        if (opened === undefined || "fault" in opened) return opened
        return opened.files.map(({ range, ...file }) => ({ ...file, isWindow: range !== undefined }))
    }
    if (head[0] !== 0x1f || head[1] !== 0x8b) return isTar(head) ? tarMembers(source) : undefined
    if (source.size > LARGEST_MEMBER) return { fault: "too-large" }
    const bytes = gunzip(await readAll(source), LARGEST_MEMBER)
    if (bytes === undefined) return { fault: "method" }
    const unpacked = memorySource(bytes)
    if (isTar(bytes.subarray(0, 512))) return tarMembers(unpacked)
    return [{ name: name.replace(/\.gz(?:ip)?$/i, ""), source: unpacked, isWindow: true }]
}

async function tarMembers(source: ByteSource): Promise<readonly Member[] | { readonly fault: ZipFault }> {
    const files = await readTar(source)
    if (files === undefined) return { fault: "damaged" }
    const members = files.map(({ name, source: member }) => {
        // `tar` names what lies in the folder itself `./part-00000.csv`.
        return { name: name.replace(/^(?:\.\/)+/, ""), source: member, isWindow: true }
    })
    const names = new Set(members.map(({ name }) => name))
    return names.size === members.length && [...names].every(isSafeName) ? members : { fault: "name" }
}

/** An archive that is whole and cannot be opened here is unpacked by its owner. */
const FAULTS = {
    "not-zip": "damaged",
    damaged: "damaged",
    encrypted: "password",
    method: "archive",
    name: "archive",
    "too-many": "too-large",
    "too-large": "too-large",
    office: "office",
} as const satisfies Readonly<Record<ZipFault | "office", UnreadFile["fault"]>>

/** All files with the members of archives and the sheets of workbooks in their places, and what in them is not opened. */
export async function openAll(
    given: readonly ExportFile[],
): Promise<{ readonly files: readonly ExportFile[]; readonly unread: readonly UnreadFile[] }> {
    const files: ExportFile[] = []
    const unread: UnreadFile[] = []
    for (const file of given) {
        const opened = (await openExports(file)) ?? { members: [file], refused: [] }
        if ("fault" in opened) {
            unread.push({ label: file.label, name: file.name, fault: FAULTS[opened.fault] })
            continue
        }
        const refuse = ({ label, why }: OpenedExports["refused"][number]): void => {
            unread.push({ label, name: file.name, fault: why })
        }
        opened.refused.forEach(refuse)
        for (const member of opened.members) {
            const tables = await unlessDamaged(member, withSheets(member))
            if (tables === undefined) {
                unread.push({ label: member.label, name: file.name, fault: "damaged" })
                continue
            }
            files.push(...tables.members)
            tables.refused.forEach(refuse)
        }
    }
    return { files, unread }
}

/** A file of a ZIP is unpacked when it is first read, and says then that it is damaged. */
async function unlessDamaged<T>({ archive }: ExportFile, read: Promise<T>): Promise<T | undefined> {
    try {
        return await read
    } catch (thrown) {
        if (archive === undefined || !(thrown instanceof RangeError)) throw thrown
        return undefined
    }
}

function ascii(bytes: Uint8Array): string {
    return String.fromCharCode(...bytes)
}
