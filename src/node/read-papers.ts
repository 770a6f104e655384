import { join } from "node:path"
import { withoutSystemFiles } from "../base/system-files.ts"
import { orderPapers, type PaperKind } from "../flows/officer/paper-folders.ts"
import type { Papers } from "../flows/officer/undertake.ts"
import { fileSource } from "./files.ts"
import { existing, readNamed } from "./read.ts"
import { fileNames } from "./walk.ts"

/** Folders of the officer's papers, as flows take them. */

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
