import {
    closeSync,
    existsSync,
    linkSync,
    lstatSync,
    mkdirSync,
    openSync,
    renameSync,
    rmSync,
    statSync,
    unlinkSync,
} from "node:fs"
import { dirname } from "node:path"
import { issue, PacketError } from "../base/issue.ts"

/** Final names: taken by one run alone, and given back only by the run that took them. */

/** What this run put under a final name. */
export interface Placed {
    readonly path: string
    readonly dev: bigint
    readonly ino: bigint
}

/**
 * Gives a finished file or folder its final name on the same file system. Throws `shell.output.exists` where something
 * has that name, though it came a moment ago: no name is looked up first and taken later.
 */
export function place(from: string, to: string): Placed {
    const { dev, ino } = lstatSync(from, { bigint: true })
    if (statSync(from).isDirectory()) placeFolder(from, to)
    else placeFile(from, to)
    return { path: to, dev, ino }
}

/** A folder that holds something takes the place of nothing and of an empty folder, which is no loss. */
function placeFolder(from: string, to: string): void {
    if (existsSync(to)) throw taken(to)
    try {
        renameSync(from, to)
    } catch (error) {
        // ENOTEMPTY and EEXIST of Linux and macOS, EPERM of Windows.
        throw existsSync(to) ? taken(to) : error
    }
}

/** A second name for the file, which no system gives twice, then the first one off. */
function placeFile(from: string, to: string): void {
    try {
        linkSync(from, to)
    } catch (error) {
        if (codeOf(error) === "EEXIST") throw taken(to)
        placeWithoutLinks(from, to)
        return
    }
    unlinkSync(from)
}

/** File systems of memory cards have no second names: an empty file of our own keeps the place. */
function placeWithoutLinks(from: string, to: string): void {
    try {
        closeSync(openSync(to, "wx"))
    } catch (error) {
        throw codeOf(error) === "EEXIST" ? taken(to) : error
    }
    try {
        renameSync(from, to)
    } catch (error) {
        unlinkSync(to)
        throw error
    }
}

/** Takes away what this run placed, unless the name is somebody else's by now. */
export function takeBack({ path, dev, ino }: Placed): void {
    const now = lstatSync(path, { bigint: true, throwIfNoEntry: false })
    if (now?.dev === dev && now.ino === ino) rmSync(path, { recursive: true, force: true })
}

function taken(path: string): PacketError {
    return new PacketError([issue("shell.output.exists", [path], { path })])
}

/**
 * Makes a folder and those above it. The outermost that was not there, `undefined` where all were. Throws what stands in
 * the way: `shell.file.not-folder` for a file, else the fault of the system.
 */
export function makeFolder(folder: string): string | undefined {
    try {
        return mkdirSync(folder, { recursive: true })
    } catch (error) {
        let missing = folder
        while (!existsSync(dirname(missing)) && dirname(missing) !== missing) missing = dirname(missing)
        for (const path of [dirname(missing), missing])
            if (existsSync(path) && !statSync(path).isDirectory())
                throw new PacketError([issue("shell.file.not-folder", [], { file: path })])
        // Of a medium that cannot be written, Node's recursive way says only that the folder is not there.
        if (codeOf(error) === "ENOENT") mkdirSync(missing)
        throw error
    }
}

function codeOf(error: unknown): string | undefined {
    return (error as NodeJS.ErrnoException).code
}
