import {
    closeSync,
    existsSync,
    fstatSync,
    mkdirSync,
    mkdtempSync,
    openSync,
    readdirSync,
    readSync,
    renameSync,
    rmdirSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs"
import { dirname, join, sep } from "node:path"
import { issue, PacketError } from "../base/issue.ts"
import type { ByteSource } from "../base/source.ts"
import type { ListedFile } from "../evidence/intake.ts"
import type { EvidenceFolder } from "../evidence/lock.ts"

/** Files of the machine as byte sources, and output that appears whole or not at all. */

/** A regular file as a source; opened for each read, so thousands of files need no open descriptors. */
export function fileSource(path: string): ByteSource {
    const { size } = statSync(path)
    return {
        size,
        read(offset, length) {
            const file = openSync(path, "r")
            try {
                if (fstatSync(file).size !== size)
                    throw new PacketError([issue("shell.file.changing", [path], { file: path })])
                const bytes = new Uint8Array(length)
                let got = 0
                while (got < length) {
                    const more = readSync(file, bytes, got, length - got, offset + got)
                    if (more === 0) throw new RangeError(`read past the end of ${path}`)
                    got += more
                }
                return Promise.resolve(bytes)
            } catch (error) {
                return Promise.reject(error)
            } finally {
                closeSync(file)
            }
        },
    }
}

/** All regular files below a folder as paths with `/`, sorted by name; links and other things apart. */
export function walk(folder: string): { files: string[]; irregular: string[] } {
    const files: string[] = []
    const irregular: string[] = []
    const visit = (below: string): void => {
        const entries = readdirSync(join(folder, below), { withFileTypes: true })
        for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
            const path = below === "" ? entry.name : `${below}/${entry.name}`
            if (entry.isDirectory()) visit(path)
            else if (entry.isFile()) files.push(path)
            else irregular.push(path)
        }
    }
    visit("")
    return { files, irregular }
}

/** The files of `evidence/` and `exports/` of a case folder. A missing folder counts as empty. */
export function listEvidence(caseFolder: string): ListedFile[] {
    const folders: readonly EvidenceFolder[] = ["evidence", "exports"]
    return folders.flatMap((folder) => {
        const root = join(caseFolder, folder)
        if (!existsSync(root)) return []
        return walk(root).files.map((originalName): ListedFile => {
            const path = join(root, ...originalName.split("/"))
            return { folder, originalName, modifiedAt: localTime(statSync(path).mtime), source: fileSource(path) }
        })
    })
}

/** RFC 3339 with the machine's offset, whole seconds. */
export function localTime(date: Date): string {
    const offset = -date.getTimezoneOffset()
    const shifted = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19)
    const sign = offset < 0 ? "-" : "+"
    const minutes = Math.abs(offset)
    return `${shifted}${sign}${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`
}

/** Output below a folder, written to a temporary name first. */
export interface Output {
    /** Absolute path under which to write a relative path now. */
    path(relative: string): string
    write(relative: string, bytes: Uint8Array): void
}

/**
 * Writes a set of results into a folder so that each appears whole: everything goes to a temporary folder beside, then
 * is renamed. Refuses when one of the names exists. On failure nothing is left, the folder itself included if it is new.
 *
 * @param names - First path segments of all that `fill` will write.
 */
export async function writeOutputs<T>(
    folder: string,
    names: readonly string[],
    fill: (output: Output) => Promise<T>,
): Promise<T> {
    const existing = names.filter((name) => existsSync(join(folder, name)))
    if (existing.length > 0)
        throw new PacketError(
            existing.map((name) => issue("shell.output.exists", [join(folder, name)], { path: join(folder, name) })),
        )
    const made = mkdirSync(folder, { recursive: true })
    const temporary = mkdtempSync(join(folder, ".unfinished-"))
    const moved: string[] = []
    const abandon = (): void => {
        for (const name of moved) rmSync(join(folder, name), { recursive: true, force: true })
        rmSync(temporary, { recursive: true, force: true })
        if (made !== undefined) removeEmpty(folder, made)
    }
    const interrupted = (): void => {
        abandon()
        process.exit(130) // 128 + SIGINT, as shells expect
    }
    process.once("SIGINT", interrupted)
    try {
        const path = (relative: string): string => {
            const target = join(temporary, ...relative.split("/"))
            mkdirSync(dirname(target), { recursive: true })
            return target
        }
        const result = await fill({ path, write: (relative, bytes) => writeFileSync(path(relative), bytes) })
        for (const name of names) {
            if (!existsSync(join(temporary, name))) continue
            renameSync(join(temporary, name), join(folder, name))
            moved.push(name)
        }
        rmSync(temporary, { recursive: true })
        return result
    } catch (error) {
        abandon()
        throw error
    } finally {
        process.removeListener("SIGINT", interrupted)
    }
}

/** Removes the folders that this run made, from the inside out. */
function removeEmpty(folder: string, outermost: string): void {
    for (let current = folder; current.length >= outermost.length; current = current.slice(0, current.lastIndexOf(sep)))
        rmdirSync(current)
}

/** Replaces one file: writes beside it, then renames, so that a reader sees the old or the new content. */
export function replaceFile(path: string, bytes: Uint8Array): void {
    const beside = `${path}.unfinished`
    writeFileSync(beside, bytes)
    renameSync(beside, path)
}
