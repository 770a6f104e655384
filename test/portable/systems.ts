import { spawnSync } from "node:child_process"
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../check.ts"
import { type Ran, scratch } from "../cli/run.ts"
import { tool } from "../tool.ts"

/** Portable folders as their systems run them: Linux with nothing in its environment, Windows under wine. */

export interface System {
    readonly name: "linux" | "windows"
    /** The folder that `npm run portable` made. */
    readonly folder: string
    /** Drops files on a launcher. */
    drop(launcher: string, ...files: readonly string[]): Ran
    /** Types the launcher's name with a file behind it. */
    type(launcher: string, file: string): Ran
    /** The command line with the Node that is in the folder. */
    node(...args: readonly string[]): Ran
}

/** A name that shells read in several ways, for the folder above. */
const AWKWARD = "便携 版 & (1)"

/** Makes the folder for a system; undefined where it cannot be made or run here. On the build server that is a fault. */
export function portable(name: System["name"]): System | undefined {
    const out = join(scratch(), AWKWARD)
    if (name === "windows" && !tool("wine")) return undefined
    const made = spawnSync(process.execPath, [join(ROOT, "src/node/portable.mjs"), `--${name}`, "--out", out], {
        encoding: "utf8",
    })
    if (made.status !== 0 && (name === "linux" || process.env.CI === "true")) throw new Error(made.stderr)
    if (made.status !== 0) return undefined
    const folder = join(out, `lerpack-${name}`)
    return name === "linux" ? linux(folder) : windows(folder)
}

function linux(folder: string): System {
    // No program can be found, and nothing of this machine's configuration.
    const env = { PATH: "/nonexistent", XDG_CONFIG_HOME: "/nonexistent" }
    const run = (program: string, args: readonly string[]): Ran => {
        const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", env, input: "", cwd: "/" })
        return { status, stdout, stderr }
    }
    const program = join(folder, "program")
    return {
        name: "linux",
        folder,
        drop: (launcher, ...files) => run(join(folder, `${launcher}.sh`), files),
        type: (launcher, file) => run(join(folder, `${launcher}.sh`), [file]),
        node: (...args) => run(join(program, "node"), [join(program, "dist/cli.js"), ...args]),
    }
}

/** A path as Windows has it under wine. */
const dosPath = (path: string): string => (path.startsWith("/") ? `Z:${path.replaceAll("/", "\\")}` : path)

function windows(folder: string): System {
    const home = scratch()
    const prefix = join(home, "prefix")
    mkdirSync(prefix)
    const run = (program: string, args: readonly string[], line = ""): Ran => {
        // Node asks Windows what kind of thing its outputs are, and wine cannot tell of a pipe.
        const [out, err] = [join(home, "out.txt"), join(home, "err.txt")]
        const files = [openSync(out, "w"), openSync(err, "w")] as const
        const { status } = spawnSync("wine", [program, ...args.map(dosPath)].map(dosPath), {
            stdio: ["ignore", ...files],
            cwd: home,
            env: {
                PATH: process.env.PATH,
                LC_ALL: "C.UTF-8",
                WINEPREFIX: prefix,
                WINEDEBUG: "-all",
                WINEDLLOVERRIDES: "mscoree,mshtml=",
                NODE_SKIP_PLATFORM_CHECK: "1",
                CMDCMDLINE: line,
            },
        })
        for (const file of files) closeSync(file)
        const [stdout, stderr] = [readFileSync(out, "utf8"), readFileSync(err, "utf8")]
        return { status, stdout, stderr }
    }
    const program = join(folder, "program")
    run("wineboot", ["--init"])
    return {
        name: "windows",
        folder,
        drop(launcher, ...files) {
            const path = join(folder, `${launcher}.cmd`)
            return run(path, files, asExplorer(path, files))
        },
        // In a window that is open already; its line says nothing of the launcher.
        type: (launcher, file) => run(join(folder, `${launcher}.cmd`), [file], '"C:\\Windows\\system32\\cmd.exe" '),
        node: (...args) => run(join(program, "node.exe"), [join(program, "dist/cli.js"), ...args]),
    }
}

/**
 * The line that Windows starts `cmd` with when files are dropped: quotes only around blanks. cmd knows it as
 * `%cmdcmdline%`, which wine's does not; there a variable of that name stands for it.
 */
function asExplorer(launcher: string, files: readonly string[]): string {
    const paths = files.map(dosPath).map((path) => (path.includes(" ") ? `"${path}"` : path))
    return `C:\\Windows\\system32\\cmd.exe /c ""${dosPath(launcher)}" ${paths.join(" ")}"`
}
