import { printMoment } from "../../base/text/local-time.ts"
import { type CaseFolderFile, caseFilesIn, caseFolderOf, recordsIn } from "../../flows/victim/case-folder.ts"
import { blobSource } from "../blob.ts"
import type { FolderFile, Moment } from "../given.ts"

/** Files of the page as flows take them. */

/** The whole content of a file that is small. */
export async function bytesOf(blob: Blob): Promise<Uint8Array> {
    return new Uint8Array(await blob.arrayBuffer())
}

const NO_MOMENT = { offsetMinutes: 0 }

function filesOf(files: readonly FolderFile[], { offsetMinutes }: Pick<Moment, "offsetMinutes">): CaseFolderFile[] {
    return files.map(({ path, blob, modified }) => ({
        path,
        source: blobSource(blob),
        modifiedAt: printMoment(modified, offsetMinutes),
    }))
}

export const caseFolder = (files: readonly FolderFile[], moment: Moment) => caseFolderOf(filesOf(files, moment))
export const caseFilesOf = (files: readonly FolderFile[]) => caseFilesIn(filesOf(files, NO_MOMENT))
export const recordsOf = (files: readonly FolderFile[], moment: Pick<Moment, "offsetMinutes">) =>
    recordsIn(filesOf(files, moment))
