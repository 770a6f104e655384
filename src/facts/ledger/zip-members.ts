import { withoutSystemFiles } from "../../base/system-files.ts"
import { openZip } from "../../base/zip/open.ts"
import type { ZipFault } from "../../base/zip-fault.ts"
import type { UnreadFile } from "./ledger.ts"
import type { ExportFile } from "./read-file.ts"

/** Export files packed into one ZIP, as exchanges send them: opened one level and bounded. */

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

/** @returns `undefined` for a file that is no ZIP of files: a text, or a workbook, which is a ZIP as well. */
export async function openExports(
    file: ExportFile,
): Promise<OpenedExports | { readonly fault: ZipFault | "office" } | undefined> {
    const { source, label } = file
    if (source.size < 22 || !/^PK(?:\x03\x04|\x05\x06)/.test(ascii(await source.read(0, 4)))) return undefined
    const opened = await openZip(source)
    if ("fault" in opened) return { fault: opened.fault }
    if (opened.files.some(({ name }) => name === "[Content_Types].xml")) return undefined
    if (opened.files.some(({ name }) => OFFICE.test(name))) return { fault: "office" }
    const files = await withoutSystemFiles(opened.files)
    if (files.length > MOST_MEMBERS) return { fault: "too-many" }
    const members: ExportFile[] = []
    const refused: { label: string; why: "too-large" | "nested" }[] = []
    let total = 0
    for (const { name, source: member, range } of files) {
        const own = `${label}/${name}`
        // Stored members are windows into the file and take no memory.
        const unpacked = range === undefined ? member.size : 0
        if (/\.(?:zip|rar|7z|gz)$/i.test(name)) refused.push({ label: own, why: "nested" })
        else if (unpacked > LARGEST_MEMBER || total + unpacked > LARGEST_TOTAL)
            refused.push({ label: own, why: "too-large" })
        else {
            total += unpacked
            members.push({ label: own, name, source: member, sha256: file.sha256 })
        }
    }
    return { members, refused }
}

/** A ZIP that is whole and cannot be opened here is unpacked by its owner. */
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

/** All files with the members of the ZIPs among them in their places, and what in them is not opened. */
export async function openAll(
    given: readonly ExportFile[],
): Promise<{ readonly files: readonly ExportFile[]; readonly unread: readonly UnreadFile[] }> {
    const files: ExportFile[] = []
    const unread: UnreadFile[] = []
    for (const file of given) {
        const opened = await openExports(file)
        if (opened === undefined) files.push(file)
        else if ("fault" in opened) {
            unread.push({ label: file.label, name: file.name, fault: FAULTS[opened.fault] })
        } else {
            files.push(...opened.members)
            unread.push(...opened.refused.map(({ label, why }) => ({ label, name: file.name, fault: why })))
        }
    }
    return { files, unread }
}

function ascii(bytes: Uint8Array): string {
    return String.fromCharCode(...bytes)
}
