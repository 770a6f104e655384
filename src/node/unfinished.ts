import { createHash } from "node:crypto"
import {
    closeSync,
    fsyncSync,
    lstatSync,
    mkdtempSync,
    openSync,
    readdirSync,
    readFileSync,
    rmSync,
    statSync,
    unlinkSync,
    writeSync,
} from "node:fs"
import { hostname } from "node:os"
import { join } from "node:path"

/** Hidden folders for unfinished work: by their names the next run knows whether anybody still writes into them. */

/** Another machine may write into a shared folder, and its processes are not ours to see. */
const SURELY_ABANDONED_MS = 600_000

/** `.unfinished-<machine>-<start of the machine>-<process>-XXXXXX`; 0.1 wrote the process alone. */
const NAME = /^\.unfinished-(?:([0-9a-f]{8})-([0-9a-f]{8})-)?(\d+)-\w{6}$/

const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8)

/** This machine, and since when it runs; zeros where the system does not say. */
function machine(): { readonly host: string; readonly boot: string } {
    try {
        return { host: digest(hostname()), boot: digest(readFileSync("/proc/sys/kernel/random/boot_id", "utf8")) }
    } catch {
        return { host: digest(hostname()), boot: "00000000" }
    }
}

/** A hidden folder within, for this run; what runs that are gone left there is removed first. */
export function makeTemporary(folder: string): string {
    for (const { path, isAbandoned } of unfinished(folder)) if (isAbandoned) removeUnfinished(path)
    return mkdtempSync(join(folder, `.unfinished-${ownMark()}-`))
}

/** This run: machine, start of the machine, process. */
export function ownMark(): string {
    const { host, boot } = machine()
    return `${host}-${boot}-${String(process.pid)}`
}

/** Whether the run with that mark is known to be gone; one of another machine is when it is too old. */
export function isGone(mark: string, ageMs: number): boolean {
    const [, host, boot, pid] = /^([0-9a-f]{8})-([0-9a-f]{8})-(\d+)$/.exec(mark) ?? []
    const here = machine()
    if (host === here.host) return boot !== here.boot || !isRunning(Number(pid))
    return ageMs > SURELY_ABANDONED_MS
}

export interface Unfinished {
    readonly path: string
    /** Nobody writes into it any more. */
    readonly isAbandoned: boolean
}

/** What runs left in a folder or are still writing there. */
export function unfinished(folder: string): readonly Unfinished[] {
    return readdirSync(folder)
        .filter((name) => NAME.test(name))
        .map((name) => ({ path: join(folder, name), isAbandoned: isAbandoned(folder, name) }))
}

function isAbandoned(folder: string, name: string): boolean {
    const [, host, boot, pid] = NAME.exec(name) ?? []
    // Of a version that did not say which machine: only its age tells.
    if (host === undefined && isRunning(Number(pid))) return false
    return isGone(`${String(host)}-${String(boot)}-${String(pid)}`, Date.now() - statSync(join(folder, name)).mtimeMs)
}

function isRunning(pid: number): boolean {
    try {
        return process.kill(pid, 0)
    } catch (error) {
        // EPERM: it runs, but is not ours.
        return (error as NodeJS.ErrnoException).code !== "ESRCH"
    }
}

/** Removes such a folder; images of the police ID in it are overwritten first. Throws what the system says. */
export function removeUnfinished(path: string): void {
    for (const name of identityFiles(path)) erase(join(path, name))
    rmSync(path, { recursive: true, force: true })
}

/** Files in the identity folders of an unfinished run, below its folder. */
export function identityFiles(path: string): readonly string[] {
    return readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name.endsWith("-identity"))
        .flatMap(({ name }) =>
            readdirSync(join(path, name), { withFileTypes: true })
                .filter((entry) => entry.isFile())
                .map((entry) => join(name, entry.name)),
        )
}

/**
 * Overwrites a file with zeros and deletes it. True where the same content has another name on the disk: then it is
 * left as it is, because that name may be somebody's own copy.
 */
export function erase(path: string): boolean {
    const { nlink, size } = lstatSync(path)
    if (nlink === 1 && size > 0) {
        const file = openSync(path, "r+")
        try {
            const zeros = new Uint8Array(Math.min(size, 1 << 20))
            for (let at = 0; at < size; at += zeros.length)
                writeSync(file, zeros, 0, Math.min(zeros.length, size - at), at)
            fsyncSync(file)
        } finally {
            closeSync(file)
        }
    }
    unlinkSync(path)
    return nlink > 1
}
