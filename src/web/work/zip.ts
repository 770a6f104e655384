import { type CaseFolderFile, unpackZip } from "../../flows/victim/case-folder.ts"
import { blobSource, type OutFile, sourceBlob, zipBlob } from "../blob.ts"
import type { FolderFile } from "../given.ts"
import type { Handlers } from "./context.ts"

export interface ZipWork {
    /** Files as one ZIP, without compression, to be taken at once. */
    zipFiles(files: readonly OutFile[]): Promise<Blob>
    /** The files of a ZIP; those that are stored stay windows into it. */
    unpackZip(zip: Blob, name: string): Promise<readonly FolderFile[]>
}

export const zipWork: Handlers<ZipWork> = {
    async zipFiles({ phase }, files) {
        phase("packing")
        return zipBlob(files.map(({ path, blob }) => ({ name: path, source: blobSource(blob) })))
    },
    async unpackZip(_, zip, name) {
        return inBrowser(zip, await unpackZip(blobSource(zip), name))
    },
}

/** Files that came out of a ZIP as the page holds them. */
export function inBrowser(zip: Blob, files: readonly CaseFolderFile[]): Promise<readonly FolderFile[]> {
    return Promise.all(
        files.map(async ({ path, source, range, modifiedAt }) => ({
            path,
            blob: range === undefined ? await sourceBlob(source) : zip.slice(range.from, range.to),
            modified: Date.parse(modifiedAt),
        })),
    )
}
