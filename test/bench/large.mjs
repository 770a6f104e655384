// Evidence of two gigabytes, beside the programs that do a part of the same work.
// node test/bench/large.mjs [MB] [runs]; see README.md.
import { spawnSync } from "node:child_process"
import { copyFileSync, existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { cpus, tmpdir } from "node:os"
import { join } from "node:path"
import { sampleCase, writeVideo } from "./evidence.mjs"
import { inTurn, measure, together } from "./measure.mjs"
import { ROOT } from "./prepare.mjs"
import { out, table, target } from "./report.mjs"

const CLI = join(ROOT, "dist/cli.js")
const BAGIT = join(ROOT, "test/standards/tools/bagit")
const VIDEOS = ["录屏 1.mp4", "录屏 2.mp4", "录屏 3.mp4"]
/** Where a CPU reckons SHA-256 by itself, so much faster is who uses it. */
const CLEARLY = 1.5
const MOST_MB = 200

/** Measures, prints, and returns rows for the table of figures. */
export function largeEvidence(megabytes = 2050, runs = 3) {
    const work = mkdtempSync(join(tmpdir(), "lerpack-bench-"))
    try {
        const places = prepare(work, megabytes)
        const times = inTurn(worksOf(places), runs)
        return told(times, megabytes, runs)
    } finally {
        rmSync(work, { recursive: true, force: true })
    }
}

function prepare(work, megabytes) {
    const folder = sampleCase(join(work, "case"))
    const records = ["evidence.lock.json", "证据说明.xlsx"].map((name) => [join(folder, name), join(work, name)])
    for (const [from, to] of records) copyFileSync(from, to)
    const videos = VIDEOS.map((name) => join(folder, "evidence", name))
    const size = Math.floor((megabytes * 1e6) / VIDEOS.length)
    for (const [i, path] of videos.entries()) writeVideo(path, size, String(i))
    lerpack("import", folder)
    lerpack("build", folder, "-o", join(work, "first"), "--unsigned")
    const zip = join(work, "DRAFT-LX-2023-0321.zip")
    linkSync(join(work, "first/DRAFT-LX-2023-0321.zip"), zip)
    rmSync(join(work, "first"), { recursive: true })
    const unpacked = join(work, "unpacked")
    // Without unzip the row of the folder says so.
    spawnSync("unzip", ["-q", zip, "-d", unpacked])
    return { work, folder, records, videos, zip, unpacked: join(unpacked, "LX-2023-0321") }
}

/** A warning is told by exit status 1. */
const lerpack = (...args) => measure([process.execPath, CLI, ...args], { accepts: [0, 1] })

function worksOf({ work, folder, records, videos, zip, unpacked }) {
    const bag = join(work, "bag")
    const made = (name, run) => {
        const path = join(work, name)
        try {
            return run(path)
        } finally {
            rmSync(path, { recursive: true, force: true })
        }
    }
    const bagit = (...args) => ["python3", "-W", "ignore", "-m", "bagit", "--quiet", ...args]
    const python = { env: { PYTHONPATH: BAGIT, PYTHONUTF8: "1", PYTHONDONTWRITEBYTECODE: "1" } }
    const withBagit = (run) => ({
        needs: "python3",
        run: () => {
            if (!existsSync(BAGIT)) throw new Error("not installed (npm run validators)")
            return run()
        },
    })
    return {
        import: {
            run: () => {
                for (const [to, from] of records) copyFileSync(from, to)
                return lerpack("import", folder)
            },
        },
        build: { run: () => made("out", (path) => lerpack("build", folder, "-o", path, "--unsigned")) },
        "verify ZIP": { run: () => lerpack("verify", zip) },
        "verify folder": { needs: "unzip", run: () => lerpack("verify", unpacked) },
        "zip -0": {
            needs: "zip",
            run: () => made("peer.zip", (path) => measure(["zip", "-0", "-q", "-r", path, "case"], { cwd: work })),
        },
        "7z -mx0": {
            needs: "7z",
            run: () => made("peer.7z", (path) => measure(["7z", "a", "-mx0", "-bd", path, "case"], { cwd: work })),
        },
        sha256sum: { needs: "sha256sum", run: () => measure(["sha256sum", zip]) },
        "openssl dgst": { needs: "openssl", run: () => measure(["openssl", "dgst", "-sha256", zip]) },
        "unzip -t": { needs: "unzip", run: () => measure(["unzip", "-t", "-q", zip]) },
        "bagit build": withBagit(() => {
            rmSync(bag, { recursive: true, force: true })
            mkdirSync(bag)
            for (const [i, path] of videos.entries()) linkSync(path, join(bag, `${i}.mp4`))
            return measure(bagit("--sha256", bag), python)
        }),
        "bagit validate": withBagit(() => measure(bagit("--validate", bag), python)),
    }
}

function told(times, megabytes, runs) {
    out(`\nEvidence of ${megabytes} MB in ${VIDEOS.length} files, median of ${runs} runs in turn`)
    const rows = [...times].map(([name, { failed, wall, cpu, peakMb }]) =>
        failed === undefined
            ? [name, wall.toFixed(2), cpu.toFixed(2), peakMb.toFixed(0), (megabytes / wall).toFixed(0)]
            : [name, failed, "", "", ""],
    )
    table(["", "s", "s of processor", "peak MB", "MB/s"], rows)
    const [sum, openssl] = [times.get("sha256sum"), times.get("openssl dgst")]
    const packed = together(times.get("zip -0"), sum)
    const hasSha = hasShaInstructions()
    const isPlain = sum.cpu > CLEARLY * openssl.cpu
    out(`SHA instructions of the CPU: ${hasSha}; sha256sum uses them: ${isPlain ? "no" : "yes, or there are none"}`)
    if (hasSha === "yes" && isPlain) {
        against("verify ZIP, against sha256sum", times.get("verify ZIP"), sum, 0.6)
        against("verify folder, against sha256sum", times.get("verify folder"), sum, 0.45)
    }
    against("verify ZIP, against openssl dgst", times.get("verify ZIP"), openssl, 1.15)
    against("verify folder, against openssl dgst", times.get("verify folder"), openssl, 1.1)
    against("build, against zip -0 and sha256sum", times.get("build"), packed, 0.7)
    for (const name of ["import", "build", "verify ZIP", "verify folder"])
        if (times.get(name).failed === undefined) target(`${name}, memory`, times.get(name).peakMb, MOST_MB, " MB")
    return [
        figure("verifyZip", times.get("verify ZIP"), "sha256sum", sum),
        figure("verifyFolder", times.get("verify folder"), "sha256sum", sum),
        figure("build", times.get("build"), "zip -0, sha256sum", packed),
    ]
}

/** The goal is of the time on the clock; on a machine that others use, the time of processors says more. */
function against(what, own, peer, most) {
    if (own.failed !== undefined || peer.failed !== undefined) return out(`${what}: ${own.failed ?? peer.failed}`)
    target(what, own.wall / peer.wall, most)
    out(`  of processor ${(own.cpu / peer.cpu).toFixed(2)}x`)
}

function figure(row, own, peerName, peer) {
    const seconds = (of) => (of.failed === undefined ? `${of.wall.toFixed(1)} s` : of.failed)
    const ratio = own.failed ?? peer.failed ?? `${(own.wall / peer.wall).toFixed(2)}x`
    return { row, lerpack: seconds(own), peer: `${peerName} ${seconds(peer)}`, ratio }
}

/** The flag sha_ni of x86, sha2 of ARM, as Linux lists them. */
function hasShaInstructions() {
    if (!existsSync("/proc/cpuinfo")) return `unknown (${cpus()[0]?.model})`
    return /^(?:flags|Features)\s*:.*\b(?:sha_ni|sha2)\b/m.test(readFileSync("/proc/cpuinfo", "utf8")) ? "yes" : "no"
}

if (process.argv[1] === import.meta.filename)
    largeEvidence(Number(process.argv[2] ?? 2050), Number(process.argv[3] ?? 3))
