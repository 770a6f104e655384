import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads"
import { ROOT } from "../check.ts"

export const CLI = join(ROOT, "dist", "cli.js")

export interface Ran {
    readonly status: number | null
    readonly stdout: string
    readonly stderr: string
}

export interface RunOptions {
    readonly cwd?: string
    readonly env?: Readonly<Record<string, string>>
}

export interface ProcessOptions extends RunOptions {
    /** Program and arguments put in front, for example `unshare -rn`. */
    readonly prefix?: readonly string[]
    readonly umask?: string
}

/** A configuration folder that holds no key of this machine. */
const environment = (own: RunOptions["env"]) => ({
    ...process.env,
    XDG_CONFIG_HOME: "/nonexistent",
    LERPACK_PASSPHRASE: "",
    ...own,
})

/** Runs the bundled command line as a process, where the process itself matters: its zone, its umask, its network. */
export function lerpackProcess(args: readonly string[], options: ProcessOptions = {}): Ran {
    const [program = process.execPath, ...rest] = [...(options.prefix ?? []), process.execPath, CLI, ...args]
    const command =
        options.umask === undefined
            ? [program, ...rest]
            : ["sh", "-c", `umask ${options.umask}; exec "$@"`, "sh", program, ...rest]
    const done = spawnSync(command[0] ?? "", command.slice(1), {
        encoding: "utf8",
        cwd: options.cwd ?? ROOT,
        env: environment(options.env),
    })
    return { status: done.status, stdout: done.stdout, stderr: done.stderr }
}

/**
 * Runs commands of a program in a thread that is kept for the next command: a start costs more than most commands do.
 * What one command left behind in memory would show in the next. Whoever asks the network there fails.
 */
export function threadOf(cli: string): (args: readonly string[], options?: RunOptions) => Ran {
    let thread: Worker | undefined
    return (args, options = {}) => {
        if (thread === undefined) {
            thread = new Worker(join(import.meta.dirname, "in-thread.mjs"), { workerData: { cli } })
            thread.unref()
        }
        const done = new Int32Array(new SharedArrayBuffer(4))
        const { port1, port2 } = new MessageChannel()
        const home = process.cwd()
        // The folder belongs to the process; nothing else runs in it until the command has ended.
        process.chdir(options.cwd ?? ROOT)
        try {
            const message = { args, env: environment(options.env), answer: port2, done }
            thread.postMessage(message, [port2])
            if (Atomics.wait(done, 0, 0, 300_000) === "timed-out")
                throw new Error(`lerpack ${args.join(" ")} never ended`)
            return (receiveMessageOnPort(port1) as { readonly message: Ran }).message
        } finally {
            process.chdir(home)
            port1.close()
        }
    }
}

/** Runs the bundled command line in a thread; see {@link threadOf}. */
export const lerpack = threadOf(CLI)

const made: string[] = []

/** A new empty folder that is gone after the tests of the file; see seed.ts. */
export function scratch(): string {
    const folder = mkdtempSync(join(tmpdir(), "lerpack-test-"))
    made.push(folder)
    return folder
}

export function clearScratch(): void {
    for (const folder of made.splice(0)) rmSync(folder, REMOVED)
}

/** Other programs may still be closing their files there. */
const REMOVED = { recursive: true, force: true, maxRetries: 10, retryDelay: 500 } as const

/** Every file below a folder with its SHA-256, by path. */
export function hashes(folder: string): Record<string, string> {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const rows = files.map((entry) => {
        const path = join(entry.parentPath, entry.name)
        return [path.slice(folder.length + 1), createHash("sha256").update(readFileSync(path)).digest("hex")] as const
    })
    return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Runs an outside program; fails the test when it fails. */
export function outside(program: string, args: readonly string[], input?: Uint8Array | string): string {
    const done = spawnSync(program, args, { encoding: "utf8", input, maxBuffer: 1 << 28 })
    if (done.status !== 0) throw new Error(`${program} ${args.join(" ")}: ${done.stdout}${done.stderr}`)
    return done.stdout
}
