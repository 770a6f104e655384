import {
    closeSync,
    existsSync,
    fchmodSync,
    fsyncSync,
    mkdirSync,
    openSync,
    readFileSync,
    statSync,
    unlinkSync,
    writeSync,
} from "node:fs"
import { dirname } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { issue, PacketError } from "../base/issue.ts"
import { LARGEST_JSON } from "../base/json.ts"
import { isGone, ownMark } from "./unfinished.ts"

/** A journal on disk: read whole, appended to under a lock, in one piece, and never rewritten. */

/** The bytes of a journal; none where it is not there yet. */
export function readJournalFile(path: string): Uint8Array {
    if (!existsSync(path)) return new Uint8Array()
    if (!statSync(path).isFile()) throw new PacketError([issue("shell.file.not-file", [], { file: path })])
    if (statSync(path).size > LARGEST_JSON)
        throw new PacketError([issue("journal.file.not-journal", [path], { file: path })])
    return new Uint8Array(readFileSync(path))
}

/**
 * Appends what is made of the journal as it is at that moment, while nobody else writes; only its owner may read it. What
 * a killed run wrote in part stays; its lock is taken over.
 */
export async function appendToJournal<T extends { readonly line: Uint8Array }>(
    path: string,
    make: (bytes: Uint8Array) => T,
): Promise<T> {
    mkdirSync(dirname(path), { recursive: true })
    const release = await lock(`${path}.lock`, path)
    try {
        const made = make(readJournalFile(path))
        const file = openSync(path, "a", 0o600)
        try {
            fchmodSync(file, 0o600)
            for (let at = 0; at < made.line.length; ) at += writeSync(file, made.line, at)
            fsyncSync(file)
        } finally {
            closeSync(file)
        }
        return made
    } finally {
        release()
    }
}

const PATIENCE_MS = 10_000
/** A run writes its mark at once; what has none after this time has no owner. */
const UNMARKED_MS = 2000

/** Takes the lock, waiting for whoever holds it; gives what releases it. */
async function lock(path: string, journal: string): Promise<() => void> {
    const mark = ownMark()
    for (const since = Date.now(); ; ) {
        if (create(path, mark)) return () => unlinkSync(path)
        if (isAbandoned(path)) takeAway(path, mark)
        else if (Date.now() - since > PATIENCE_MS)
            throw new PacketError([issue("journal.file.busy", [journal], { file: journal })])
        else await sleep(15)
    }
}

/** Makes a file that was not there; false where it was. */
function create(path: string, mark: string): boolean {
    try {
        const file = openSync(path, "wx", 0o600)
        writeSync(file, mark)
        closeSync(file)
        return true
    } catch (error) {
        // Windows says EPERM or EBUSY of a file that is being deleted.
        const { code = "" } = error as NodeJS.ErrnoException
        if (code === "EEXIST" || (existsSync(path) && ["EPERM", "EBUSY"].includes(code))) return false
        throw error
    }
}

function isAbandoned(path: string): boolean {
    try {
        const mark = readFileSync(path, "utf8")
        const ageMs = Date.now() - statSync(path).mtimeMs
        return mark === "" ? ageMs > UNMARKED_MS : isGone(mark, ageMs)
    } catch {
        return false // gone meanwhile
    }
}

/**
 * Removes the lock of a run that is gone. Of several that found it only one may: the second would take away the lock that
 * the first has made meanwhile.
 */
function takeAway(path: string, mark: string): void {
    const guard = `${path}.taking`
    if (!create(guard, mark)) {
        if (isAbandoned(guard)) unlink(guard)
        return
    }
    try {
        if (isAbandoned(path)) unlink(path)
    } finally {
        unlink(guard)
    }
}

function unlink(path: string): void {
    try {
        unlinkSync(path)
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error
    }
}
