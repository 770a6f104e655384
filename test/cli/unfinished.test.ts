import { spawn, spawnSync } from "node:child_process"
import {
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    utimesSync,
    writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { output } from "../../src/base/output.ts"
import { writeOutputs } from "../../src/node/files.ts"
import { makeTemporary } from "../../src/node/unfinished.ts"
import { ROOT } from "../check.ts"
import { lerpack } from "./run.ts"

let folder = ""
beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lerpack-test-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

const hoursAgo = new Date(Date.now() - 3_600_000)
const gone = () => spawnSync(process.execPath, ["-e", ""]).pid
/** A folder as a run leaves it when it is killed, with an image of a police ID in it. */
function left(name: string, when = new Date()): string {
    const path = join(folder, name)
    mkdirSync(join(path, "AB-2026-1-identity"), { recursive: true })
    writeFileSync(join(path, "AB-2026-1-identity/AB-2026-1-id-front.jpg"), "x")
    utimesSync(path, when, when)
    return path
}
/** The name that a run of this machine with another process would give. */
function named(change: (parts: string[]) => readonly string[]): string {
    const own = makeTemporary(folder)
    rmSync(own, { recursive: true })
    return change(own.slice(folder.length + 1).split("-")).join("-")
}
const ofProcess = (pid: number) =>
    named(([head = "", host = "", boot = ""]) => [head, host, boot, String(pid), "abcDE1"])
const run = () => writeOutputs(folder, ["a.txt"], () => ({ outputs: [output("kept", "a.txt", new Uint8Array(1))] }))

describe("the next run", () => {
    test("removes at once what a killed run of this machine left, and nothing that may still be written", async () => {
        const dead = left(ofProcess(gone()))
        const beforeRestart = left(
            named(([head = "", host = ""]) => [head, host, "0123abcd", String(process.pid), "abcDE1"]),
        )
        const alive = left(ofProcess(process.pid), hoursAgo)
        const own = join(folder, ".unfinished-notes")
        mkdirSync(own)
        await run()
        expect([dead, beforeRestart, alive, own].map((path) => existsSync(path))).toEqual([false, false, true, true])
        expect(existsSync(join(folder, "a.txt"))).toBe(true)
    })

    test("leaves what another machine wrote a moment ago, or 0.1, and removes it when it is old", async () => {
        const other = (pid: number) => `.unfinished-0123abcd-0123abcd-${String(pid)}-abcDE1`
        const older = (pid: number) => `.unfinished-${String(pid)}-abcDE1`
        const fresh = [left(other(1)), left(older(gone()))]
        const old = [left(other(2), hoursAgo), left(older(gone()), hoursAgo)]
        const alive = left(older(process.pid), hoursAgo)
        await run()
        expect(fresh.map((path) => existsSync(path))).toEqual([true, true])
        expect(old.map((path) => existsSync(path))).toEqual([false, false])
        expect(existsSync(alive)).toBe(true)
    })

    test("removes what a run left that was killed in its midst", async () => {
        const script = `
            import { writeOutputs } from ${JSON.stringify(pathToFileURL(join(ROOT, "dist/node.js")).href)}
            import { writeFileSync, mkdirSync } from "node:fs"
            await writeOutputs(${JSON.stringify(folder)}, ["b"], async (pathOf) => {
                mkdirSync(pathOf("AB-2026-1-identity"))
                writeFileSync(pathOf("AB-2026-1-identity/AB-2026-1-id-front.jpg"), "x")
                process.stdout.write("ready")
                await new Promise((resolve) => setTimeout(resolve, 60_000))
            })`
        const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
            stdio: ["ignore", "pipe", "ignore"],
        })
        await new Promise((resolve) => child.stdout.once("data", resolve))
        const ended = new Promise((resolve) => child.once("exit", resolve))
        child.kill("SIGKILL")
        await ended
        expect(readdirSync(folder)).toHaveLength(1)
        await run()
        expect(readdirSync(folder)).toEqual(["a.txt"])
    })
})

describe("forget-identity", () => {
    const forget = (...more: string[]) => lerpack(["forget-identity", folder, ...more])

    test("deletes what a killed run left beside the folder of images", () => {
        const dead = left(ofProcess(gone()))
        mkdirSync(join(folder, "AB-2026-1-identity"))
        writeFileSync(join(folder, "AB-2026-1-identity/AB-2026-1-id-front.jpg"), "x")
        const done = forget()
        expect([done.status, existsSync(dead), existsSync(join(folder, "AB-2026-1-identity"))]).toEqual([
            0,
            false,
            false,
        ])
        expect(done.stdout).toContain("上次中断的运行留在隐藏文件夹中的 1 个证件图像文件")
    })

    test("also where no folder of images is left", () => {
        const name = ofProcess(gone())
        left(name)
        const result = JSON.parse(forget("--json").stdout) as Record<string, unknown>
        expect(result).toMatchObject({
            deleted: [],
            hidden: [`${name}/AB-2026-1-identity/AB-2026-1-id-front.jpg`],
            issues: [],
        })
        expect(readdirSync(folder)).toEqual([])
    })

    test("names what a run may still be writing, and leaves it", () => {
        const alive = left(ofProcess(process.pid))
        const other = left(".unfinished-0123abcd-0123abcd-1-abcDE1")
        const done = forget()
        for (const path of [alive, other]) {
            expect(done.stderr).toContain(path)
            expect(readFileSync(join(path, "AB-2026-1-identity/AB-2026-1-id-front.jpg"), "utf8")).toBe("x")
        }
        expect(done.stderr).toContain("[identity.unfinished.busy]")
    })
})
