import { blobSource, type OutFile, zipBlob } from "../blob.ts"
import type { Handlers } from "./context.ts"

export interface ZipWork {
    /** Files as one ZIP, without compression, to be taken at once. */
    zipFiles(files: readonly OutFile[]): Promise<Blob>
}

export const zipWork: Handlers<ZipWork> = {
    async zipFiles({ phase }, files) {
        phase("packing")
        return zipBlob(files.map(({ path, blob }) => ({ name: path, source: blobSource(blob) })))
    },
}
