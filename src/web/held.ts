import { type FolderFile, nameOf } from "./given.ts"

/** Files that a person chose lie where they lay: they may be moved, changed or pulled out with their stick meanwhile. */

/**
 * What of all that was handed over can be read no more, by name: taken away, changed since, or on a stick that was pulled.
 *
 * @param given - Files with their path, alone or in anything that holds them.
 */
export async function unreadable(given: unknown): Promise<readonly string[]> {
    if (typeof given !== "object" || given === null) return []
    if (given instanceof Blob) return (await isReadable(given)) ? [] : [given instanceof File ? given.name : ""]
    const { blob, path, name } = given as { readonly blob?: unknown; readonly path?: unknown; readonly name?: unknown }
    if (blob instanceof Blob) return (await isReadable(blob)) ? [] : [nameOf({ path: String(path ?? name ?? "") })]
    const names: string[] = []
    for (const one of Object.values(given)) names.push(...(await unreadable(one)))
    return names
}

/** Those that can be read. */
export async function readable(files: readonly FolderFile[]): Promise<readonly FolderFile[]> {
    const are = await Promise.all(files.map(({ blob }) => isReadable(blob)))
    return files.filter((_, i) => are[i])
}

async function isReadable(blob: Blob): Promise<boolean> {
    try {
        await blob.slice(0, 1).arrayBuffer()
        return true
    } catch {
        return false
    }
}

/** So much is held for a page; what is larger, or comes after that, is read where it lies. */
const MOST_OF_ONE = 20e6
const MOST_OF_ALL = 200e6

/**
 * Files with what they hold in the browser's keeping, so that nothing is lost when they are moved, changed, saved over or
 * pulled out with their stick. One that cannot be read stays as it is.
 */
export async function held(files: readonly FolderFile[]): Promise<readonly FolderFile[]> {
    const own: FolderFile[] = []
    let size = 0
    for (const file of files) {
        const { blob } = file
        const isHeld = blob.size <= MOST_OF_ONE && size + blob.size <= MOST_OF_ALL
        if (isHeld) size += blob.size
        own.push(isHeld ? { ...file, blob: await copyOf(blob) } : file)
    }
    return own
}

async function copyOf(blob: Blob): Promise<Blob> {
    try {
        return new Blob([await blob.arrayBuffer()], { type: blob.type })
    } catch {
        return blob
    }
}
