import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/**
 * Fetches the outside validators that the tests of this folder run, each through the client of its own registry, in the
 * version and with the SHA-256 of `tools.json`, into the ignored folder `tools/`. What is there already is kept.
 */

const FOLDER = join(import.meta.dirname, "tools")
/** Beside each tool: what it was installed from. A tool is there when this equals its entry in `tools.json`. */
const RECORD = "installed.json"
const MAVEN_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"

/** How each client fetches the files of an entry into a folder. */
const FETCH = {
    maven: (names, to) => {
        for (const name of names) run("mvn", ["-B", "-q", MAVEN_COPY, `-Dartifact=${name}`, `-DoutputDirectory=${to}`])
    },
    pip: (names, to) => pip(["download", "--no-deps", "--only-binary", ":all:", "--dest", to, ...names]),
    npm: (names, to) => run("npm", ["pack", "--silent", "--pack-destination", to, ...names]),
}

/** How checked files become a program; a JAR is one. */
const UNPACK = {
    maven: (files, from, to) => {
        for (const file of files) renameSync(join(from, file), join(to, file))
    },
    pip: (files, from, to) =>
        pip(["install", "--no-index", "--no-deps", "--target", to, ...files.map((f) => join(from, f))]),
    npm: (files, from, to) => {
        for (const file of files) run("tar", ["-xzf", join(from, file), "-C", to, "--strip-components=1"])
    },
}

function pip(args) {
    run("python3", ["-m", "pip", ...args, "--quiet", "--disable-pip-version-check", "--no-input"])
}

function run(program, args) {
    const { status, error, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" })
    if (error !== undefined) throw new Error(`${program} is not installed (${error.message})`)
    if (status !== 0) throw new Error(`${program} ${args.join(" ")}\n${stdout}${stderr}`)
}

function isInstalled(name, entry) {
    try {
        return readFileSync(join(FOLDER, name, RECORD), "utf8") === JSON.stringify(entry)
    } catch {
        return false
    }
}

function install(name, entry) {
    const [fetched, made, place] = [`.${name}-fetched`, `.${name}-made`, name].map((part) => join(FOLDER, part))
    for (const folder of [fetched, made, place]) rmSync(folder, { recursive: true, force: true })
    for (const folder of [fetched, made]) mkdirSync(folder, { recursive: true })
    try {
        FETCH[entry.from](entry.names, fetched)
        const found = readdirSync(fetched).map((file) => [file, sha256(join(fetched, file))])
        const wanted = Object.entries(entry.files)
        if (JSON.stringify(found.sort()) !== JSON.stringify(wanted.sort()))
            throw new Error(
                `not the pinned files\nexpected ${JSON.stringify(wanted)}\nfetched  ${JSON.stringify(found)}`,
            )
        UNPACK[entry.from](Object.keys(entry.files), fetched, made)
        writeFileSync(join(made, RECORD), JSON.stringify(entry))
        renameSync(made, place)
    } finally {
        for (const folder of [fetched, made]) rmSync(folder, { recursive: true, force: true })
    }
}

function sha256(path) {
    return createHash("sha256").update(readFileSync(path)).digest("hex")
}

const entries = Object.entries(JSON.parse(readFileSync(join(import.meta.dirname, "tools.json"), "utf8")))
for (const [name, entry] of entries) {
    const start = Date.now()
    if (isInstalled(name, entry)) {
        process.stdout.write(`${name}: there (${entry.names.join(", ")})\n`)
        continue
    }
    try {
        install(name, entry)
        process.stdout.write(
            `${name}: installed ${entry.names.join(", ")} in ${((Date.now() - start) / 1000).toFixed(1)} s\n`,
        )
    } catch (error) {
        process.stderr.write(`${name}: not installed: ${error.message}\n`)
        process.exitCode = 1
    }
}
