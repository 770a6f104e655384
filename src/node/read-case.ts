import { existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { issue, PacketError } from "../base/issue.ts"
import { type CaseFiles, renamedForms, YAML_FILE } from "../facts/case/form/case-files.ts"
import { WORKBOOK_FILE } from "../facts/case/form/sheet-words.data.ts"
import { DESCRIPTION_FILE } from "../facts/evidence/descriptions.ts"
import { LOCK_FILE } from "../facts/evidence/lock.ts"
import { caseFolderOf, openWorkFile } from "../flows/victim/case-folder.ts"
import type { CaseFolder } from "../flows/victim/check.ts"
import { fileSource } from "./files.ts"
import { existing, LARGEST_FORM, readWhole } from "./read.ts"
import { listEvidence } from "./walk.ts"

/** Case folders of the machine, and working files, as flows take them. */

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
