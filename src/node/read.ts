import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { basename, join } from "node:path"
import type { NamedBytes } from "../base/bytes.ts"
import { issue, PacketError } from "../base/issue.ts"
import { withoutSystemFiles } from "../base/system-files.ts"
import { type CaseFiles, renamedForms, YAML_FILE } from "../facts/case/form/case-files.ts"
import { WORKBOOK_FILE } from "../facts/case/form/sheet-words.data.ts"
import { DESCRIPTION_FILE } from "../facts/evidence/descriptions.ts"
import { LOCK_FILE } from "../facts/evidence/lock.ts"
import { orderPapers, type PaperKind } from "../flows/officer/paper-folders.ts"
import type { Papers } from "../flows/officer/undertake.ts"
import { caseFolderOf, openWorkFile } from "../flows/victim/case-folder.ts"
import type { CaseFolder } from "../flows/victim/check.ts"
import type { VerifyInput } from "../packet/verify/contents.ts"
import { fileSource } from "./files.ts"
import { fileNames, listEvidence, walk } from "./walk.ts"

/** Files and folders of the machine as flows take them. */

/** A path that must be a folder, or a file. */
export function existing(path: string, kind: "folder" | "file"): string {
    if (!existsSync(path)) throw new PacketError([issue("shell.file.missing", [], { file: path })])
    const isFolder = statSync(path).isDirectory()
    if (isFolder !== (kind === "folder"))
        throw new PacketError([
            issue(kind === "folder" ? "shell.file.not-folder" : "shell.file.not-file", [], { file: path }),
        ])
    return path
}

/** Largest form, list or record, in bytes, that is read as a whole; others, such as scans. */
export const LARGEST_FORM = 64 << 20
const LARGEST_FILE = 1 << 30

/** A whole file. Throws `input.file.too-large` before memory is taken for one that is no such file. */
export function readWhole(path: string, most = LARGEST_FILE): Uint8Array {
    const { size } = statSync(existing(path, "file"))
    if (size > most) throw new PacketError([issue("input.file.too-large", [path], { size, most })])
    return new Uint8Array(readFileSync(path))
}

/** Whether a path is a working file: a case folder as a ZIP, as a page saves it. */
export function isWorkFile(path: string): boolean {
    return /\.zip$/i.test(path) && statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

/** Refuses a working file where the files of a folder are to change. */
export function refuseWorkFile(path: string, command: string): void {
    if (isWorkFile(path))
        throw new PacketError([issue("shell.work-file.packed", [path], { file: path, command: `lerpack ${command}` })])
}

/** A case, from its folder or from a working file. */
export async function readCase(path: string): Promise<CaseFolder> {
    return isWorkFile(path) ? caseFolderOf(await openWorkFile(fileSource(path), path)) : readCaseFolder(path)
}

/** Reads a case folder from disk. */
export function readCaseFolder(folder: string): CaseFolder {
    const records = readRecords(folder)
    return { caseFiles: readCaseFilesOf(folder), ...records }
}

/** A case whose answers may still be missing: of a folder without any form the exports are read all the same. */
export async function readCaseForLedger(
    path: string,
): Promise<Omit<CaseFolder, "caseFiles"> & { caseFiles?: CaseFiles }> {
    if (isWorkFile(path)) return readCase(path)
    const records = readRecords(path)
    const hasForm = [WORKBOOK_FILE, YAML_FILE].some((name) => existsSync(join(path, name)))
    return hasForm ? { ...records, caseFiles: readCaseFilesOf(path) } : records
}

/** The files that a case is written in: one of them, or both. */
export function readCaseFilesOf(folder: string): CaseFiles {
    existing(folder, "folder")
    const read = (name: string): Uint8Array | undefined =>
        existsSync(join(folder, name)) ? readWhole(join(folder, name), LARGEST_FORM) : undefined
    const [workbook, yaml] = [read(WORKBOOK_FILE), read(YAML_FILE)]
    if (workbook === undefined && yaml === undefined) {
        const alike = renamedForms(readdirSync(folder), folder)
        const missing = issue("shell.file.missing", [], { file: join(folder, WORKBOOK_FILE) })
        throw new PacketError(alike.length > 0 ? alike : [missing])
    }
    return { ...(workbook === undefined ? {} : { workbook }), ...(yaml === undefined ? {} : { yaml }) }
}

/** The files of a case folder and what is recorded of them. */
export function readRecords(folder: string): Omit<CaseFolder, "caseFiles"> {
    existing(folder, "folder")
    const lock = join(folder, LOCK_FILE)
    const descriptions = join(folder, DESCRIPTION_FILE)
    return {
        ...listEvidence(folder),
        names: readdirSync(folder).sort(),
        ...(existsSync(lock) ? { lock: readWhole(lock, LARGEST_FORM) } : {}),
        ...(existsSync(descriptions) ? { descriptions: readWhole(descriptions, LARGEST_FORM) } : {}),
    }
}

/** A ZIP or a folder as the judge takes it. Links in a folder are named, never followed. */
export function verifyInput(path: string): VerifyInput {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) existing(path, "file")
    if (!statSync(path).isDirectory()) return { kind: "zip", source: fileSource(path) }
    const { files, irregular } = walk(path)
    return {
        kind: "folder",
        files: files.map((file) => ({ path: file.path, source: fileSource(file.on) })),
        irregular,
    }
}

/** A file with its name. */
export function readNamed(path: string): NamedBytes {
    return { name: basename(path), bytes: readWhole(path) }
}

/** Paths of the files of a folder of papers, in their order, without what systems leave behind. */
export async function listPapers(folder: string, kind: PaperKind): Promise<readonly string[]> {
    existing(folder, "folder")
    const files = fileNames(folder).map((name) => ({ name, source: fileSource(join(folder, name)) }))
    const papers = await withoutSystemFiles(files)
    return orderPapers(kind, papers, ({ name }) => name).map(({ name }) => join(folder, name))
}

/** The photos of the police ID in a folder. */
export async function readPhotos(folder: string): Promise<NonNullable<Papers["photos"]>> {
    const paths = await listPapers(folder, "photos")
    return { folder, files: paths.map((path) => ({ path, ...readNamed(path) })) }
}

/** Names in folders, as far as they are there. */
export function namesIn(...folders: readonly string[]): readonly string[] {
    const there = folders.filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true)
    return there.flatMap((folder) => readdirSync(folder))
}
