import {
    chmodSync,
    closeSync,
    constants,
    copyFileSync,
    existsSync,
    fchmodSync,
    fstatSync,
    linkSync,
    mkdirSync,
    openSync,
    readFileSync,
    readSync,
    renameSync,
    rmdirSync,
    rmSync,
    statSync,
    utimesSync,
    writeFileSync,
    writeSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { issue, PacketError } from "../base/issue.ts"
import type { Output } from "../base/output.ts"
import { type ByteSource, chunks, readAll } from "../base/source.ts"
import { printMoment } from "../base/text/local-time.ts"
import { makeFolder, type Placed, place, takeBack } from "./place.ts"
import { makeTemporary } from "./unfinished.ts"

/** Files of the machine as byte sources, and output that appears whole or not at all. */

let afterRead: (bytes: number) => void = () => undefined

/** Tells of each read of a {@link fileSource}, for whoever shows how far a command is. */
export function watchReads(listener: (bytes: number) => void): void {
    afterRead = listener
}

/** A regular file as a source; opened for each read, so thousands of files need no open descriptors. */
export function fileSource(path: string | Buffer): ByteSource {
    const { size } = statSync(path)
    const name = String(path)
    const source: ByteSource = {
        size,
        read(offset, length, room) {
            const file = openSync(path, "r")
            try {
                if (fstatSync(file).size !== size)
                    throw new PacketError([issue("shell.file.changing", [name], { file: name })])
                const bytes = room?.subarray(0, length) ?? new Uint8Array(length)
                let got = 0
                while (got < length) {
                    const more = readSync(file, bytes, got, length - got, offset + got)
                    if (more === 0) throw new RangeError(`read past the end of ${name}`)
                    got += more
                }
                afterRead(length)
                return Promise.resolve(bytes)
            } catch (error) {
                return Promise.reject(error)
            } finally {
                closeSync(file)
            }
        },
    }
    if (typeof path === "string") PATHS.set(source, path)
    return source
}

/** Tells of bytes of a {@link fileSource} that another thread has read. */
export function countRead(bytes: number): void {
    afterRead(bytes)
}

/** The file behind a {@link fileSource} whose name is text. */
export const pathOfSource = (source: ByteSource): string | undefined => PATHS.get(source)

/** Files behind sources, so that a copy need not pass through memory. */
const PATHS = new WeakMap<ByteSource, string>()

/** RFC 3339 with the machine's offset, whole seconds. */
export function localTime(date: Date): string {
    return printMoment(date.getTime(), -date.getTimezoneOffset())
}

/** Where a path below the output folder is to be written now. */
export type PathOf = (relative: string) => string

/**
 * Writes the files of a flow into a folder so that each appears whole: everything goes to a temporary folder within, then
 * is renamed. Refuses when one of the names exists: once the flow has nothing to say against its input, which comes first,
 * and before it writes anything large. On failure nothing is left, the folder itself included if it is new.
 *
 * An inquiry may be there from the step before: one that says the same is left as it is.
 *
 * @param names - First path segments of all that the flow hands out, but for inquiries.
 * @param flow - Makes the files; large ones it may write itself, under the paths that it is given.
 */
export async function writeOutputs<T extends { readonly outputs: readonly Output[] }>(
    folder: string,
    names: readonly string[],
    flow: (pathOf: PathOf) => T | Promise<T>,
): Promise<T> {
    const { made, temporary } = makeRoom(folder)
    const placed: Placed[] = []
    const abandon = (): void => {
        for (const one of placed) takeBack(one)
        rmSync(temporary, { recursive: true, force: true })
        if (made !== undefined) removeEmpty(folder, made)
    }
    const release = onInterrupt(abandon)
    try {
        const pathOf = (relative: string): string => join(temporary, ...relative.split("/"))
        const result = await flow((relative) => {
            refuseExisting(folder, names)
            return pathOf(relative)
        })
        const inquiries = await newInquiries(folder, result.outputs)
        const all = [...names, ...inquiries.map(({ path }) => path.split("/")[0] ?? path)]
        refuseExisting(folder, all)
        for (const output of result.outputs)
            if (output.role !== "inquiry" || inquiries.includes(output))
                await writeOutput(output, result.outputs, pathOf)
        for (const name of all) {
            if (existsSync(join(temporary, name))) placed.push(place(join(temporary, name), join(folder, name)))
        }
        rmdirSync(temporary)
        return result
    } catch (error) {
        abandon()
        throw error
    } finally {
        release()
    }
}

/** The folder, with a hidden one within. Another run that fails may take the new folder away between the two. */
function makeRoom(folder: string): { readonly made: string | undefined; readonly temporary: string } {
    let made: string | undefined
    for (let tries = 0; ; tries++) {
        made = makeFolder(folder) ?? made
        try {
            return { made, temporary: makeTemporary(folder) }
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== "ENOENT" || tries === MOST_TRIES) throw error
        }
    }
}
const MOST_TRIES = 20

/** Inquiries that do not lie there already, word for word. */
async function newInquiries(folder: string, outputs: readonly Output[]): Promise<readonly Output[]> {
    const found: Output[] = []
    for (const output of outputs) {
        if (output.role !== "inquiry") continue
        const path = join(folder, ...output.path.split("/"))
        const isThere = existsSync(path) && readFileSync(path).equals(await readAll(output.source))
        if (!isThere) found.push(output)
    }
    return found
}

/** What is there is never written over. */
function refuseExisting(folder: string, names: readonly string[]): void {
    const paths = names.map((name) => join(folder, name)).filter((path) => existsSync(path))
    if (paths.length > 0) throw new PacketError(paths.map((path) => issue("shell.output.exists", [path], { path })))
}

/** Writes one file, unless the flow did so itself. */
async function writeOutput(output: Output, all: readonly Output[], pathOf: PathOf): Promise<void> {
    const { path, source } = output
    const target = pathOf(path)
    if (existsSync(target)) return
    for (const folder of foldersOf(path)) {
        const isPrivate = all.every((other) => other.private === true || !other.path.startsWith(`${folder}/`))
        if (existsSync(pathOf(folder))) continue
        mkdirSync(pathOf(folder))
        // Whatever the umask, which takes away and never gives.
        if (isPrivate) chmodSync(pathOf(folder), 0o700)
    }
    const from = PATHS.get(source)
    if (from !== undefined && all.some((other) => pathOf(other.path) === from)) return linkOrCopy(from, target)
    if (from !== undefined) return copyFileSync(from, target, constants.COPYFILE_FICLONE)
    const file = openSync(target, "wx", output.private === true ? 0o600 : 0o666)
    try {
        if (output.private === true) fchmodSync(file, 0o600)
        for await (const chunk of chunks(source)) writeWhole(file, chunk)
    } finally {
        closeSync(file)
    }
}

/** A file of this run once more: gigabytes need no second place on the disk where its file system has hard links. */
function linkOrCopy(from: string, target: string): void {
    try {
        linkSync(from, target)
    } catch {
        copyFileSync(from, target, constants.COPYFILE_FICLONE)
    }
}

/** `a` and `a/b` of `a/b/c`. */
function foldersOf(path: string): string[] {
    const segments = path.split("/").slice(0, -1)
    return segments.map((_, i) => segments.slice(0, i + 1).join("/"))
}

function writeWhole(file: number, bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

/** Signals of a user who stops a program, logs out or closes its window; exit status 128 and the number, as shells expect. */
const STOPS: readonly (readonly [signal: NodeJS.Signals, status: number])[] = [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
]

/** Undoes unfinished work when the user stops the program. Returns what ends the watch. */
function onInterrupt(undo: () => void): () => void {
    const watches = STOPS.map(([signal, status]) => {
        const stop = (): void => {
            undo()
            process.exit(status)
        }
        process.once(signal, stop)
        return () => process.removeListener(signal, stop)
    })
    return () => {
        for (const end of watches) end()
    }
}

/** Removes the folders that this run made, from the inside out; one in which another run works stays. */
function removeEmpty(folder: string, outermost: string): void {
    try {
        for (let current = folder; current.length >= outermost.length; current = dirname(current)) rmdirSync(current)
    } catch {
        // Not empty, or gone already.
    }
}

/** A file of a folder in another version than the one that was read. */
export interface Replacement {
    readonly output: Output
    /** What lay there when it was read; `undefined` where nothing did. */
    readonly read: Uint8Array | undefined
}

/**
 * Replaces files of a folder: all are written beside their places first, then renamed, so that a reader sees old or new
 * content and a full disk changes none of them. One that somebody saved meanwhile is not written over:
 * `shell.file.changing`.
 */
export async function replaceFiles(folder: string, replacements: readonly Replacement[]): Promise<void> {
    if (replacements.length === 0) return
    const work = makeTemporary(folder)
    const release = onInterrupt(() => rmSync(work, { recursive: true, force: true }))
    try {
        const files = replacements.map(({ output: { path, source }, read }, i) => {
            const from = join(work, String(i))
            return { from, to: join(folder, ...path.split("/")), source, read }
        })
        for (const { from, source } of files) writeFileSync(from, await readAll(source))
        for (const { from, to, read } of files) {
            refuseChanged(to, [read, readFileSync(from)])
            renameSync(from, to)
        }
    } finally {
        rmSync(work, { recursive: true, force: true })
        release()
    }
}

/** What was read, or what is to be written, is no change; another run may have written the same. */
function refuseChanged(path: string, expected: readonly (Uint8Array | undefined)[]): void {
    const now = existsSync(path) ? readFileSync(path) : undefined
    const isKnown = expected.some((one) => (one === undefined ? now === undefined : now?.equals(one)))
    if (!isKnown) throw new PacketError([issue("shell.file.changing", [path], { file: path })])
}

/**
 * Copies files into a folder with their times, each under a temporary name in `workFolder` first, so that no half of a
 * file is ever taken for one. On failure none of them stays.
 *
 * @returns what takes the copies away again, for a later step that fails.
 */
export function copyFiles(
    files: readonly { readonly from: string; readonly to: string }[],
    workFolder: string,
): () => void {
    const work = makeTemporary(workFolder)
    const placed: Placed[] = []
    const undo = (): void => {
        for (const one of placed) takeBack(one)
    }
    const clear = (): void => rmSync(work, { recursive: true, force: true })
    const release = onInterrupt(() => {
        undo()
        clear()
    })
    try {
        for (const [i, { from }] of files.entries()) {
            const { atime, mtime } = statSync(from)
            copyFileSync(from, join(work, String(i)))
            utimesSync(join(work, String(i)), atime, mtime)
        }
        for (const [i, { to }] of files.entries()) placed.push(place(join(work, String(i)), to))
    } catch (error) {
        undo()
        throw error
    } finally {
        clear()
        release()
    }
    return undo
}
