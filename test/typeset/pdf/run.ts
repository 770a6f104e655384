import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onTestFinished } from "vitest"

/** Writes bytes to a file that lives as long as the test. */
export function fileOf(bytes: Uint8Array, name = "a.pdf"): string {
    const folder = mkdtempSync(join(tmpdir(), "pdf-"))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
}

/** Runs a program; fails when it fails or, being quiet by nature, has something to complain about. */
export function run(program: string, ...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 })
    if (status !== 0 || stderr !== "") throw new Error(`${program} ${args.join(" ")}: ${String(status)} ${stderr}`)
    return stdout
}

/** Text as MuPDF reads it, each page ended by a form feed. Its word about a missing colour library is no complaint. */
export function mutoolText(path: string): string {
    const args = ["draw", "-q", "-F", "txt", path]
    const { status, stdout, stderr } = spawnSync("mutool", args, { encoding: "utf8", maxBuffer: 1 << 28 })
    const complaints = stderr.replace(/^warning: ICC support is not available\n/gm, "")
    if (status !== 0 || complaints !== "") throw new Error(`mutool: ${String(status)} ${complaints}`)
    return stdout
}

export interface Pixels {
    readonly width: number
    readonly height: number
    at(x: number, y: number): readonly [number, number, number]
}

/** Renders one page with poppler. */
export function render(path: string, dpi: number, page = 1): Pixels {
    const out = path.replace(/\.pdf$/, `-${String(page)}`)
    run("pdftoppm", "-r", String(dpi), "-f", String(page), "-l", String(page), "-singlefile", path, out)
    return readPpm(readFileSync(`${out}.ppm`))
}

/** A PPM file (P6, 255). */
export function readPpm(bytes: Uint8Array): Pixels {
    const header = /^P6\s(?:#.*\n)?(\d+)\s(\d+)\s255\s/.exec(Buffer.from(bytes.subarray(0, 100)).toString("latin1"))
    if (header === null) throw new Error("no PPM")
    const [whole, width, height] = header
    const start = whole.length
    return {
        width: Number(width),
        height: Number(height),
        at(x, y) {
            const i = start + 3 * (Math.floor(y) * Number(width) + Math.floor(x))
            return [bytes[i] ?? 0, bytes[i + 1] ?? 0, bytes[i + 2] ?? 0]
        },
    }
}
