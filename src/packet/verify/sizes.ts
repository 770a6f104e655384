import { type Issue, issue } from "../../base/issue.ts"
import { ZIP32_LIMIT } from "../../base/zip/profile.ts"
import { LARGEST_MANIFEST, MANIFEST, TAG_MANIFEST } from "../manifest/manifest.ts"
import { BAG_INFO, BAGIT, LARGEST_BAG_TEXT, rootFile } from "../manifest/tag-files.ts"
import type { Contents } from "./contents.ts"
import { LARGEST_INDEX, parseIndex } from "./index-file.ts"

/**
 * What a file's size alone says. A file of a folder may be said to have a terabyte and take hours to hash, while what it
 * holds cannot be what was listed.
 */

/** Most bytes that a file of this path can have: of those with a form of their own what is read, else what a ZIP holds. */
function mostOf(path: string): number {
    const name = path.replace(/^data\/prior\/[1-9]\d*\//, "")
    if (name === BAGIT || name === BAG_INFO) return LARGEST_BAG_TEXT
    if (name === MANIFEST || name === TAG_MANIFEST) return LARGEST_MANIFEST
    if (INDEX.test(path)) return LARGEST_INDEX
    const root = rootFile(name)
    return root?.kind === "signature" ? root.format.largest : ZIP32_LIMIT
}

const INDEX = /^data\/(?:layer-[1-9]\d*\/)?index\.json$/

/** Says that a file is larger than one of its path can be; nothing where it is not, or not there. */
export function tooLarge(contents: Contents, path: string): Issue | undefined {
    const [actual, most] = [contents.size(path) ?? 0, mostOf(path)]
    return actual > most ? issue("verify.file.large", [path], { most, actual }) : undefined
}

/** A file that exceeds its stated size by more is not read: what it holds is not what was listed, however long it is. */
const MOST_BEYOND = 64 << 20

/** The files that are not read because of their size, each with what is said of it. */
export async function notRead(contents: Contents): Promise<ReadonlyMap<string, Issue>> {
    const found = new Map<string, Issue>()
    for (const path of contents.paths) {
        const large = tooLarge(contents, path)
        if (large !== undefined) found.set(path, large)
    }
    if (contents.paths.every((path) => (contents.size(path) ?? 0) <= MOST_BEYOND)) return found
    for (const file of contents.paths.filter((path) => INDEX.test(path))) {
        const bytes = await contents.bytes(file, LARGEST_INDEX)
        const { index } = bytes === undefined ? {} : parseIndex(bytes, file)
        for (const { path, size: claimed } of index?.files ?? []) {
            const actual = contents.size(path) ?? 0
            if (actual > claimed + MOST_BEYOND)
                found.set(path, issue("verify.file.larger", [path], { claimed, actual }))
        }
    }
    return found
}
