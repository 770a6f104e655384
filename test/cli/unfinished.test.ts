import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { output } from "../../src/base/output.ts"
import { writeOutputs } from "../../src/node/files.ts"

let folder = ""
beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lerpack-test-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

const hoursAgo = new Date(Date.now() - 3_600_000)
/** A folder as a run with this process id leaves it when it is killed. */
function left(pid: number, when: Date): string {
    const path = join(folder, `.unfinished-${String(pid)}-abcDE1`)
    mkdirSync(path)
    writeFileSync(join(path, "photo.jpg"), "x")
    utimesSync(path, when, when)
    return path
}
const run = () => writeOutputs(folder, ["a.txt"], () => ({ outputs: [output("kept", "a.txt", new Uint8Array(1))] }))

test("what a killed run left is removed by the next one; what may still be written is not", async () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""])
    const dead = left(pid, hoursAgo)
    const alive = left(process.pid, hoursAgo)
    const own = join(folder, ".unfinished-notes")
    mkdirSync(own)
    await run()
    expect(existsSync(dead)).toBe(false)
    expect(existsSync(alive)).toBe(true)
    expect(existsSync(own)).toBe(true)
    expect(existsSync(join(folder, "a.txt"))).toBe(true)
})

test("what was left a moment ago may be another machine's", async () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""])
    const fresh = left(pid, new Date())
    await run()
    expect(existsSync(fresh)).toBe(true)
    expect(readdirSync(folder).sort()).toEqual([`.unfinished-${String(pid)}-abcDE1`, "a.txt"])
})
