import { spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
    cpSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"

/**
 * `npm run torture`: two builds at once into one folder, builds killed at random moments, disks that fill up or cannot be
 * written. Whatever happens: what was reported as written is there and whole, nothing half has a final name, the case is as it
 * was, and the exit status says what happened. The bytes of a build repeat, so that whole means equal to another build's.
 */

const { values } = parseArgs({
    options: {
        pairs: { type: "string", default: "50" },
        kills: { type: "string", default: "60" },
        levels: { type: "string", default: "10" },
        seed: { type: "string", default: "1" },
    },
})
const [pairs, kills, levels] = [values.pairs, values.kills, values.levels].map(Number)
const ROOT = join(import.meta.dirname, "../..")
const CLI = join(ROOT, "dist/cli.js")
const home = mkdtempSync(join(tmpdir(), "lerpack-torture-"))
const ENV = { ...process.env, XDG_CONFIG_HOME: join(home, "none"), LERPACK_PASSPHRASE: "" }
const REF = "HX-2026-0001"
const NAMES = ["交民警", "报案人留存", `DRAFT-${REF}.zip`].sort()

let state = Number(values.seed)
/** From 0 up to 1; the same for the same seed. */
const chance = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
}

let failed = 0
let done = 0
const hold = (isRight, what) => {
    done++
    if (isRight) return
    failed++
    process.stdout.write(`FAILED: ${what}\n`)
}

const run = (...args) => spawnSync(process.execPath, [CLI, ...args], { encoding: "utf8", env: ENV })
const start = (...args) => {
    const child = spawn(process.execPath, [CLI, ...args], { env: ENV })
    let text = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (text += piece))
    const ended = new Promise((resolve) => child.once("close", (status) => resolve({ status, text })))
    return { child, ended }
}

/** Every file below a folder with its hash. */
function hashes(folder, below = "") {
    const found = {}
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
        const path = below === "" ? entry.name : `${below}/${entry.name}`
        if (entry.isDirectory()) Object.assign(found, hashes(folder, path))
        else
            found[path] = createHash("sha256")
                .update(readFileSync(join(folder, path)))
                .digest("hex")
    }
    return found
}
const equal = (a, b) => JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())
const fresh = () => mkdtempSync(join(home, "out-"))

const theCase = join(home, "case")
for (const name of ["evidence", "exports"]) mkdirSync(join(theCase, name), { recursive: true })
cpSync(join(import.meta.dirname, "case.yaml"), join(theCase, "case.yaml"))
cpSync(join(ROOT, "assets/sample-case/evidence/API管理页.png"), join(theCase, "evidence/一.png"))
const imported = run("import", theCase)
if (imported.status !== 0) throw new Error(imported.stderr)
const build = (folder) => ["build", theCase, "-o", folder, "--unsigned", "--json"]
const reference = fresh()
const began = Date.now()
const first = run(...build(reference))
const usualMs = Date.now() - began
if (first.status !== 0) throw new Error(first.stderr + first.stdout)
const whole = hashes(reference)
const caseBefore = hashes(theCase)
// Two names of one file take its place once.
const sizes = new Map(
    Object.keys(whole)
        .map((path) => statSync(join(reference, path)))
        .map((one) => [one.ino, one.size]),
)
const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
process.stdout.write(`one build ${usualMs} ms, ${Object.keys(whole).length} files, ${bytes} B; seed ${values.seed}\n`)

/** What lies under final names is whole; how many of the names are there. */
function wholeNames(folder, what) {
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith(".unfinished-")) : []
    const found = Object.fromEntries(
        names.flatMap((name) => {
            const isFolder = !name.endsWith(".zip")
            return isFolder
                ? Object.entries(hashes(folder, name))
                : [
                      [
                          name,
                          createHash("sha256")
                              .update(readFileSync(join(folder, name)))
                              .digest("hex"),
                      ],
                  ]
        }),
    )
    const wanted = Object.fromEntries(Object.entries(whole).filter(([path]) => names.includes(path.split("/")[0])))
    hold(
        names.every((name) => NAMES.includes(name)) && equal(found, wanted),
        `${what}: something half under a final name`,
    )
    return names.length
}

for (let i = 0; i < pairs; i++) {
    const folder = i % 2 === 0 ? fresh() : join(fresh(), "new")
    const ended = await Promise.all([start(...build(folder)).ended, start(...build(folder)).ended])
    const what = `pair ${i}`
    hold(
        ended
            .map(({ status }) => status)
            .sort()
            .join() === "0,1",
        `${what}: exit ${ended.map(({ status }) => status).join()}`,
    )
    for (const { status, text } of ended)
        if (status === 1) hold(text.includes("shell.output.exists"), `${what}: the loser says ${text.slice(0, 300)}`)
    hold(equal(hashes(folder), whole), `${what}: not what the winner reported`)
    rmSync(folder, { recursive: true, force: true })
}
if (pairs > 0) process.stdout.write(`${pairs} pairs of builds into one folder\n`)

let finished = 0
for (let i = 0; i < kills; i++) {
    const folder = fresh()
    const { child, ended } = start(...build(folder))
    const timer = setTimeout(() => child.kill("SIGKILL"), chance() * usualMs * 1.1)
    const { status } = await ended
    clearTimeout(timer)
    const what = `kill ${i}`
    const there = wholeNames(folder, what)
    if (status === 0) finished++
    hold(status !== 0 || there === NAMES.length, `${what}: exit 0 with ${there} of ${NAMES.length} names`)
    hold(equal(hashes(theCase), caseBefore), `${what}: the case folder changed`)
    // Every third is built again: what a killed run left is no obstacle and is taken away.
    if (i % 3 === 0 && there === 0) {
        const again = run(...build(folder))
        hold(again.status === 0 && equal(hashes(folder), whole), `${what}: the next build ends with ${again.status}`)
    }
    rmSync(folder, { recursive: true, force: true })
}
if (kills > 0) process.stdout.write(`${kills} kills, ${finished} of them after the end\n`)

/** A small file system of memory; `undefined` where mounting is not allowed. */
function mount(size) {
    const place = fresh()
    const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", place])
    return status === 0 ? place : undefined
}
const unmount = (place) => spawnSync("umount", [place])

let isSkipped = levels === 0
for (let i = 0; i < levels && !isSkipped; i++) {
    // From one page to nearly all that is needed.
    const size = Math.max(4096, Math.floor((bytes * (i + 0.5)) / levels))
    const disk = mount(size)
    if (disk === undefined) {
        isSkipped = true
        break
    }
    const what = `disk of ${size} B`
    const full = run(...build(join(disk, "out")))
    hold(full.status === 3, `${what}: exit ${full.status}`)
    hold((full.stdout + full.stderr).includes("shell.machine.full"), `${what}: ${full.stderr.slice(0, 300)}`)
    hold(readdirSync(disk).length === 0, `${what}: left ${readdirSync(disk, { recursive: true }).join()}`)
    hold(equal(hashes(theCase), caseBefore), `${what}: the case folder changed`)
    unmount(disk)
}
if (levels > 0 && !isSkipped) {
    const tiny = mount(4096)
    writeFileSync(join(tiny, "rest"), new Uint8Array(4096))
    const key = run("keygen", "--out", join(tiny, "key"))
    hold(
        key.status === 3 && readdirSync(tiny).join() === "rest",
        `keygen on a full disk: ${key.status}, ${readdirSync(tiny)}`,
    )
    unmount(tiny)
    const fixed = mount(1 << 20)
    spawnSync("mount", ["-o", "remount,ro", fixed])
    const denied = run(...build(join(fixed, "a/new")))
    hold(
        denied.status === 3 && (denied.stdout + denied.stderr).includes("shell.machine.read-only"),
        `read-only: ${denied.stderr}`,
    )
    unmount(fixed)
    process.stdout.write(`${levels} full disks, one that cannot be written\n`)
}
if (isSkipped && levels > 0) process.stdout.write("SKIPPED: full disks, since mounting is not allowed here\n")

const gone = join(home, "gone")
cpSync(theCase, gone, { recursive: true })
rmSync(join(gone, "evidence/一.png"))
const vanished = run("build", gone, "-o", join(home, "never"), "--unsigned")
hold(vanished.status === 1 && !existsSync(join(home, "never")), `a file that vanished: exit ${vanished.status}`)

rmSync(home, { recursive: true, force: true })
process.stdout.write(`torture: ${done} checks, ${failed} failed\n`)
process.exitCode = failed > 0 ? 1 : 0
