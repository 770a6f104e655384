import { issue, PacketError } from "../../base/issue.ts"
import { type ByteSource, type Range, readAll } from "../../base/source.ts"
import { printMoment } from "../../base/text/local-time.ts"
import { openZip } from "../../base/zip/open.ts"
import { type CaseFiles, renamedForms, YAML_FILE } from "../../facts/case/form/case-files.ts"
import { WORKBOOK_FILE } from "../../facts/case/form/sheet-words.data.ts"
import { DESCRIPTION_FILE } from "../../facts/evidence/descriptions.ts"
import type { ListedFile } from "../../facts/evidence/intake.ts"
import { type EvidenceFolder, LOCK_FILE, parseLock } from "../../facts/evidence/lock.ts"
import type { CaseFolder } from "./check.ts"

/** A case folder that lies on no disk: in a working file, or in the memory of a page. */

/** A file of it, with `/` between the segments of its path. */
export interface CaseFolderFile {
    readonly path: string
    readonly source: ByteSource
    /** Where its bytes lie in the working file it came out of; absent where they are packed, or it came from elsewhere. */
    readonly range?: Range
    /** RFC 3339 with offset: last change as the file system or the archive says. */
    readonly modifiedAt: string
}

const FOLDERS: readonly EvidenceFolder[] = ["evidence", "exports"]

/** Everything of a case folder. Throws `PacketError` where neither form of the case is there. */
export async function caseFolderOf(files: readonly CaseFolderFile[]): Promise<CaseFolder> {
    return { caseFiles: await caseFilesIn(files), ...(await recordsIn(files)) }
}

/** The forms that a case is written in: one of them, or both. */
export async function caseFilesIn(files: readonly CaseFolderFile[]): Promise<CaseFiles> {
    const [workbook, yaml] = [await read(files, WORKBOOK_FILE), await read(files, YAML_FILE)]
    if (workbook === undefined && yaml === undefined) {
        const alike = renamedForms(topNames(files))
        throw new PacketError(alike.length > 0 ? alike : [issue("shell.work-file.no-case", [], { file: "" })])
    }
    return { ...(workbook === undefined ? {} : { workbook }), ...(yaml === undefined ? {} : { yaml }) }
}

/** The files of a case and what is recorded of them. */
export async function recordsIn(files: readonly CaseFolderFile[]): Promise<Omit<CaseFolder, "caseFiles">> {
    const [lock, descriptions] = [await read(files, LOCK_FILE), await read(files, DESCRIPTION_FILE)]
    return {
        listing: FOLDERS.flatMap((folder) => listed(files, folder)),
        names: topNames(files),
        ...(lock === undefined ? {} : { lock }),
        ...(descriptions === undefined ? {} : { descriptions }),
    }
}

function listed(files: readonly CaseFolderFile[], folder: EvidenceFolder): readonly ListedFile[] {
    return files
        .filter(({ path }) => path.startsWith(`${folder}/`))
        .sort((a, b) => (a.path < b.path ? -1 : 1))
        .map(({ path, source, modifiedAt }) => ({
            folder,
            originalName: path.slice(folder.length + 1),
            modifiedAt,
            source,
        }))
}

function topNames(files: readonly CaseFolderFile[]): string[] {
    return files.flatMap(({ path }) => (path.includes("/") ? [] : [path])).sort()
}

async function read(files: readonly CaseFolderFile[], path: string): Promise<Uint8Array | undefined> {
    const found = files.find((file) => file.path === path)
    return found === undefined ? undefined : readAll(found.source)
}

/**
 * The files of a ZIP, without a folder around all of them.
 *
 * @param name - What findings call the file.
 * @throws PacketError with `shell.work-file.unreadable`.
 */
export async function unpackZip(zip: ByteSource, name: string): Promise<readonly CaseFolderFile[]> {
    const opened = await openZip(zip)
    if ("fault" in opened)
        throw new PacketError([
            issue("shell.work-file.unreadable", [name], { file: name, fault: opened.fault, name: opened.name }),
        ])
    return withoutTop(
        opened.files.map(({ name: path, modified, ...file }) => ({
            ...file,
            path: path.normalize("NFC"),
            modifiedAt: printMoment(modified, 0),
        })),
    )
}

/**
 * The files of a working file. Those that were registered have the times of their record, as a ZIP keeps none that can be
 * relied on; officer data are nobody else's and are left out.
 *
 * @param name - What findings call the file.
 * @throws PacketError with `shell.work-file.unreadable` or `shell.work-file.no-case`.
 */
export async function openWorkFile(zip: ByteSource, name: string): Promise<readonly CaseFolderFile[]> {
    const files = await unpackZip(zip, name)
    if (!files.some(({ path }) => path === WORKBOOK_FILE || path === YAML_FILE) && topIssues(files).length === 0)
        throw new PacketError([issue("shell.work-file.no-case", [name], { file: name })])
    const lock = files.find(({ path }) => path === LOCK_FILE)
    const entries = lock === undefined ? [] : (parseLock(await readAll(lock.source)).lock?.entries ?? [])
    const recorded = new Map(entries.map((entry) => [`${entry.folder}/${entry.originalName}`, entry.modifiedAt]))
    return files
        .filter(({ path }) => !/^officer\./i.test(path))
        .map((file) => ({ ...file, modifiedAt: recorded.get(file.path) ?? file.modifiedAt }))
}

const topIssues = (files: readonly { readonly path: string }[]) => renamedForms(files.map(({ path }) => path))

/** Files of one folder by their paths within it; as they are where they have no folder in common. */
export function withoutTop<T extends { readonly path: string }>(files: readonly T[]): readonly T[] {
    const [first] = files
    const top = first?.path.includes("/") ? first.path.slice(0, first.path.indexOf("/") + 1) : ""
    if (top === "" || !files.every(({ path }) => path.startsWith(top))) return files
    return files.map((file) => ({ ...file, path: file.path.slice(top.length) }))
}
