// Makes a folder that is copied to a computer and works there: no installation, no registry.
// `npm run portable`: runs with the Node of that computer; `-- --windows`, `-- --linux`: with a Node of its own in it.
import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
    chmodSync,
    copyFileSync,
    cpSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readFileSync,
    rmSync,
    writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { parseArgs } from "node:util"

const root = join(import.meta.dirname, "../..")
/** The offline page; it lies on top of the folder, as it needs nothing else. */
const PAGE = "lerpack.html"
const parts = join(import.meta.dirname, "portable")
/** Types and the library of a page are for those who write programs; the page itself lies on top of the folder. */
const NOT_PROGRAM = ["types", "web.js", "THIRD-PARTY-page.txt", PAGE].map((name) => join(root, "dist", name))

const { values } = parseArgs({
    options: {
        windows: { type: "boolean", default: false },
        linux: { type: "boolean", default: false },
        out: { type: "string", default: join(root, "portable") },
    },
})
const LAUNCHERS = JSON.parse(readFileSync(join(parts, "launchers.json"), "utf8"))
const asDos = (text) => text.replaceAll("\n", "\r\n")

const systems = ["windows", "linux"].filter((system) => values[system])
for (const system of systems.length > 0 ? systems : [undefined]) {
    const folder = join(values.out, system === undefined ? "lerpack" : `lerpack-${system}`)
    // What else lies in the folder may be somebody's case.
    rmSync(join(folder, "program"), { recursive: true, force: true })
    copyProgram(join(folder, "program"))
    copyFileSync(join(root, "dist", PAGE), join(folder, PAGE))
    if (system === "windows") addWindowsNode(join(folder, "program"))
    if (system === "linux") addLinuxNode(join(folder, "program"))
    writeLaunchers(folder, system)
    process.stdout.write(`${folder}\n`)
}

/** What an installed lerpack consists of. */
function copyProgram(program) {
    mkdirSync(program, { recursive: true })
    for (const name of ["dist", "templates", "assets", "fonts", "LICENSE"])
        cpSync(join(root, name), join(program, name), {
            recursive: true,
            filter: (path) => !NOT_PROGRAM.includes(path),
        })
    const { name, version, license, type, engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
    writeFileSync(
        join(program, "package.json"),
        `${JSON.stringify({ name, version, license, type, engines }, null, 2)}\n`,
    )
}

/** Node for Windows as the package holds it; any other bytes than those that were looked at are refused. */
function addWindowsNode(program) {
    const pinned = JSON.parse(readFileSync(join(parts, "node-windows.json"), "utf8"))
    const work = mkdtempSync(join(tmpdir(), "lerpack-portable-"))
    try {
        const pack = ["pack", pinned.package, "--prefer-offline", "--silent", "--pack-destination", work]
        const [archive = ""] = execFileSync("npm", pack, { encoding: "utf8", shell: process.platform === "win32" })
            .trim()
            .split("\n")
        execFileSync("tar", ["-xzf", archive, pinned.file], { cwd: work })
        const node = readFileSync(join(work, pinned.file))
        const sha256 = createHash("sha256").update(node).digest("hex")
        if (sha256 !== pinned.sha256) throw new Error(`${pinned.package}: node.exe is ${sha256}, not ${pinned.sha256}`)
        writeFileSync(join(program, "node.exe"), node)
    } finally {
        rmSync(work, { recursive: true, force: true })
    }
    writeFileSync(join(program, "node-LICENSE.txt"), asDos(readFileSync(join(parts, "node-20-license.txt"), "utf8")))
}

/** The Node that runs this script, with the licence that came with it. */
function addLinuxNode(program) {
    if (process.platform !== "linux") throw new Error("--linux copies the Node of a Linux machine; run it on one")
    const places = [join(dirname(process.execPath), "../LICENSE"), "/usr/share/doc/nodejs/LICENSE"]
    const licence = places.find((path) => existsSync(path))
    if (licence === undefined) throw new Error(`no licence of Node at ${places.join(" or ")}`)
    copyFileSync(process.execPath, join(program, "node"))
    chmodSync(join(program, "node"), 0o755)
    copyFileSync(licence, join(program, "node-LICENSE.txt"))
}

/** One launcher for each step and system, and what to read first. */
function writeLaunchers(folder, system) {
    const template = (name) => readFileSync(join(parts, name), "utf8")
    for (const [step, name] of Object.entries(LAUNCHERS)) {
        if (system !== "linux")
            // No byte order mark: cmd would take it for a part of the first command.
            writeFileSync(join(folder, `${name}.cmd`), asDos(template("launcher.cmd").replace("@step@", step)))
        if (system !== "windows")
            writeFileSync(join(folder, `${name}.sh`), template("launcher.sh").replace("@step@", step), { mode: 0o755 })
    }
    // With a byte order mark, by which old editors of Windows know UTF-8.
    writeFileSync(join(folder, "请先看.txt"), `\uFEFF${asDos(template("请先看.txt"))}`)
}
