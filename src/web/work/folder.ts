import { issue, PacketError } from "../../base/issue.ts"
import { printMoment } from "../../base/text/local-time.ts"
import { type CaseFiles, renamedForms, YAML_FILE } from "../../facts/case/form/case-files.ts"
import { WORKBOOK_FILE } from "../../facts/case/form/sheet-words.data.ts"
import { DESCRIPTION_FILE } from "../../facts/evidence/descriptions.ts"
import { LOCK_FILE } from "../../facts/evidence/lock.ts"
import type { CaseFolder } from "../../flows/victim/check.ts"
import { blobSource } from "../blob.ts"
import type { FolderFile, Moment } from "../given.ts"

/** A folder of files in memory as flows take it. */

/** The whole content of a file that is small. */
export async function bytesOf(blob: Blob): Promise<Uint8Array> {
    return new Uint8Array(await blob.arrayBuffer())
}

/** A case folder. */
export async function caseFolder(files: readonly FolderFile[], moment: Moment): Promise<CaseFolder> {
    return { caseFiles: await caseFilesOf(files), ...(await recordsOf(files, moment)) }
}

/** The forms that a case is written in: one of them, or both. */
export async function caseFilesOf(files: readonly FolderFile[]): Promise<CaseFiles> {
    const [workbook, yaml] = [await read(files, WORKBOOK_FILE), await read(files, YAML_FILE)]
    if (workbook === undefined && yaml === undefined) {
        const alike = renamedForms(topNames(files))
        throw new PacketError(alike.length > 0 ? alike : [issue("shell.file.missing", [], { file: WORKBOOK_FILE })])
    }
    return { ...(workbook === undefined ? {} : { workbook }), ...(yaml === undefined ? {} : { yaml }) }
}

/** The files of a case and what is recorded of them. */
export async function recordsOf(files: readonly FolderFile[], moment: Moment): Promise<Omit<CaseFolder, "caseFiles">> {
    const listing = (["evidence", "exports"] as const).flatMap((folder) =>
        files
            .filter(({ path }) => path.startsWith(`${folder}/`))
            .sort((a, b) => (a.path < b.path ? -1 : 1))
            .map(({ path, blob, modified }) => ({
                folder,
                originalName: path.slice(folder.length + 1),
                modifiedAt: printMoment(modified, moment.offsetMinutes),
                source: blobSource(blob),
            })),
    )
    const [lock, descriptions] = [await read(files, LOCK_FILE), await read(files, DESCRIPTION_FILE)]
    return {
        listing,
        names: topNames(files),
        ...(lock === undefined ? {} : { lock }),
        ...(descriptions === undefined ? {} : { descriptions }),
    }
}

function topNames(files: readonly FolderFile[]): string[] {
    return files.flatMap(({ path }) => (path.includes("/") ? [] : [path])).sort()
}

async function read(files: readonly FolderFile[], path: string): Promise<Uint8Array | undefined> {
    const found = files.find((file) => file.path === path)
    return found === undefined ? undefined : bytesOf(found.blob)
}
