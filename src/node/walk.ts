import { type Dirent, existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { showBytes } from "../base/bytes.ts"
import { issue, PacketError } from "../base/issue.ts"
import { gbkReading } from "../base/text/undecodable.ts"
import type { ListedFile } from "../facts/evidence/intake.ts"
import type { EvidenceFolder } from "../facts/evidence/lock.ts"
import { fileSource, localTime } from "./files.ts"

/** What lies in folders. Names are read as bytes: one that is no UTF-8 can be read, listed and opened all the same. */

/** A regular file below a folder. */
export interface Found {
    /** With `/` from the folder; bytes that are no UTF-8 as `\xFF`. */
    readonly path: string
    /** Where it is on the disk. */
    readonly on: string | Buffer
    /** Bytes of the path, where they are no UTF-8. */
    readonly nameBytes?: Uint8Array
}

/** All regular files below a folder, sorted by name; links and other things apart. */
export function walk(folder: string): { readonly files: readonly Found[]; readonly irregular: readonly string[] } {
    const files: Found[] = []
    const irregular: string[] = []
    const visit = (below: Buffer): void => {
        for (const { entry, name } of entriesOf(onDisk(folder, below))) {
            const bytes = below.length === 0 ? name : Buffer.concat([below, Buffer.from("/"), name])
            if (entry.isDirectory()) visit(bytes)
            else if (entry.isFile()) files.push(found(folder, bytes))
            else irregular.push(showBytes(bytes))
        }
    }
    visit(Buffer.alloc(0))
    return { files, irregular }
}

function entriesOf(folder: string | Buffer): { readonly entry: Dirent<Buffer>; readonly name: Buffer }[] {
    const entries = readdirSync(folder, { encoding: "buffer", withFileTypes: true })
    return entries
        .map((entry) => ({ entry, name: entry.name, shown: showBytes(entry.name) }))
        .sort((a, b) => (a.shown < b.shown ? -1 : 1))
}

function found(folder: string, bytes: Buffer): Found {
    const path = showBytes(bytes)
    const on = onDisk(folder, bytes)
    return isUtf8(bytes) ? { path, on } : { path, on, nameBytes: new Uint8Array(bytes) }
}

/** Text wherever it can be: Windows takes no bytes. */
function onDisk(folder: string, below: Buffer): string | Buffer {
    if (below.length === 0) return folder
    if (isUtf8(below)) return join(folder, ...below.toString("utf8").split("/"))
    return Buffer.concat([Buffer.from(folder), Buffer.from("/"), below])
}

function isUtf8(bytes: Buffer): boolean {
    return Buffer.from(bytes.toString("utf8")).equals(bytes)
}

/** Names of the regular files in a folder, links to one included. Throws `evidence.name.undecodable` for those that are no UTF-8. */
export function fileNames(folder: string): readonly string[] {
    const entries = entriesOf(folder).filter(({ name }) => statSync(onDisk(folder, name)).isFile())
    const files = entries.map(({ name }) => found(folder, name))
    refuseUndecodable(folder, files)
    return files.map(({ path }) => path)
}

/** Throws `evidence.name.undecodable` for names that are no UTF-8, where they must be texts. */
export function refuseUndecodable(folder: string, files: readonly Found[]): void {
    const issues = files.flatMap(({ path: file, nameBytes }) =>
        nameBytes === undefined
            ? []
            : [issue("evidence.name.undecodable", [folder], { file, gbk: gbkReading(nameBytes) })],
    )
    if (issues.length > 0) throw new PacketError(issues)
}

/** What lies in the folders of a case. */
export interface EvidenceListing {
    readonly listing: readonly ListedFile[]
    /** Links and the like, as `evidence/<path>`: they hold nothing by themselves and are never followed. */
    readonly irregular: readonly string[]
}

/** The files of `evidence/` and `exports/` of a case folder. A missing folder counts as empty. */
export function listEvidence(caseFolder: string): EvidenceListing {
    const folders: readonly EvidenceFolder[] = ["evidence", "exports"]
    const listing: ListedFile[] = []
    const irregular: string[] = []
    for (const folder of folders) {
        const root = join(caseFolder, folder)
        if (!existsSync(root)) continue
        const { files, irregular: strange } = walk(root)
        irregular.push(...strange.map((path) => `${folder}/${path}`))
        for (const { path: originalName, on, nameBytes } of files) {
            const modifiedAt = localTime(statSync(on).mtime)
            const named = nameBytes === undefined ? {} : { nameBytes }
            listing.push({ folder, originalName, modifiedAt, source: fileSource(on), ...named })
        }
    }
    return { listing, irregular }
}
