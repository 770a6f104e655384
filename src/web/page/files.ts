import type { OutFile } from "../blob.ts"
import { type FolderFile, nameOf } from "../given.ts"
import { handedOut } from "./state.ts"

/** Files from outside the page, and back. */

/** A file as the page holds it. */
export function fileOf(file: File, path = file.name): FolderFile {
    return { path: path.normalize("NFC"), blob: file, modified: file.lastModified }
}

/** What a person chose in a dialog: single files, or all of a folder with their paths. */
export function chosenFiles(list: FileList | null): FolderFile[] {
    return [...(list ?? [])].map((file) => fileOf(file, file.webkitRelativePath || file.name))
}

/**
 * Files of a clipboard, as after a screenshot; none where it has text as well, because a copied table brings its picture
 * along.
 *
 * @param picture - Name, without its ending, for a picture that has none of its own: browsers call all of them `image.png`.
 */
export function pastedFiles({ types, files }: DataTransfer, picture: string): FolderFile[] {
    if (types.includes("text/plain")) return []
    return [...files].map((file) => fileOf(file, file.name.replace(/^image(?=\.\w+$)/, picture)))
}

/** What of a drop Chromium has and the types do not know yet. */
type DroppedItem = DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> }

/**
 * What was dropped; folders with all that is in them. Called within the event, or nothing is left to read. Rejects where a
 * folder cannot be read.
 */
export async function droppedFiles(data: DataTransfer): Promise<FolderFile[]> {
    const items = [...data.items].filter(({ kind }) => kind === "file")
    // All asked for at once: the items are empty after the event.
    const found = await Promise.all(items.map(filesOfItem))
    return found.flat()
}

async function filesOfItem(item: DroppedItem): Promise<FolderFile[]> {
    const [entry, file] = [item.webkitGetAsEntry(), item.getAsFile()]
    if (entry?.isDirectory !== true) return file === null ? [] : [fileOf(file)]
    // Of a page that was opened by double click Chromium lets entries be named and not read; handles it lets be read.
    const handle = await item.getAsFileSystemHandle?.()
    return handle?.kind === "directory"
        ? filesIn(handle as FileSystemDirectoryHandle, handle.name)
        : filesBelow(entry, "")
}

async function filesIn(folder: FileSystemDirectoryHandle, path: string): Promise<FolderFile[]> {
    const files: FolderFile[] = []
    for await (const [name, child] of childrenOf(folder)) {
        const below = `${path}/${name}`
        if (child.kind === "directory") files.push(...(await filesIn(child as FileSystemDirectoryHandle, below)))
        else files.push(fileOf(await (child as FileSystemFileHandle).getFile(), below))
    }
    return files
}

const childrenOf = (folder: FileSystemDirectoryHandle) =>
    (folder as unknown as { entries(): AsyncIterable<[string, FileSystemHandle]> }).entries()

async function filesBelow(entry: FileSystemEntry, above: string): Promise<FolderFile[]> {
    const path = above === "" ? entry.name : `${above}/${entry.name}`
    if (entry.isFile) {
        const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
        return [fileOf(file, path)]
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader()
    const children: FileSystemEntry[] = []
    for (;;) {
        // A hundred at a time.
        const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
        if (some.length === 0) break
        children.push(...some)
    }
    return (await Promise.all(children.map((child) => filesBelow(child, path)))).flat()
}

/** Hands one file to the person, under its own name. */
export function download(name: string, blob: Blob): void {
    const url = URL.createObjectURL(blob)
    const link = document.createElement("a")
    link.href = url
    link.download = nameOf({ path: name })
    handedOut.value = link.download
    document.body.append(link)
    link.click()
    link.remove()
    // The browser has taken it up by then; a URL that is gone too early cancels the download.
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** What Chromium has and the types do not know yet. */
interface WithPicker {
    showDirectoryPicker?(options: { mode: "readwrite" }): Promise<FileSystemDirectoryHandle>
}

/** Whether files can be written into a folder that the person chooses. */
export function canWriteFolder(): boolean {
    return (window as WithPicker).showDirectoryPicker !== undefined
}

/** What came of saving into a folder. */
export type Saved =
    | { readonly kind: "saved"; readonly folder: string }
    | { readonly kind: "exists"; readonly path: string }
    | { readonly kind: "failed"; readonly path: string; readonly message: string }
    | { readonly kind: "cancelled" }

/** Writes files into a folder that the person chooses; what is there is never written over. */
export async function saveIntoFolder(files: readonly OutFile[]): Promise<Saved> {
    const pick = (window as WithPicker).showDirectoryPicker
    if (pick === undefined) return { kind: "cancelled" }
    let folder: FileSystemDirectoryHandle
    try {
        folder = await pick.call(window, { mode: "readwrite" })
    } catch {
        return { kind: "cancelled" }
    }
    for (const top of new Set(files.map(({ path }) => path.split("/")[0] ?? path)))
        if (await isThere(folder, top)) return { kind: "exists", path: top }
    for (const { path, blob } of files)
        try {
            await writeInto(folder, path, blob)
        } catch (error) {
            return { kind: "failed", path, message: error instanceof Error ? error.message : String(error) }
        }
    return { kind: "saved", folder: folder.name }
}

async function writeInto(folder: FileSystemDirectoryHandle, path: string, blob: Blob): Promise<void> {
    const parts = path.split("/")
    let within = folder
    for (const part of parts.slice(0, -1)) within = await within.getDirectoryHandle(part, { create: true })
    const file = await within.getFileHandle(parts.at(-1) ?? path, { create: true })
    const stream = await file.createWritable()
    await stream.write(blob)
    await stream.close()
}

async function isThere(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
    for await (const [known] of childrenOf(folder)) if (known === name) return true
    return false
}
