import { spawn } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { beforeEach, describe, expect, test } from "vitest"
import { add, begin, config, DRAFT, file, NAME, out, run, text } from "./journal-run.ts"
import { CLI } from "./run.ts"

/** Appends to a journal by processes of their own, several at once and killed. */

beforeEach(begin)

describe("appends", () => {
    /** A process of its own, in the background. */
    const start = (...args: string[]) =>
        spawn(process.execPath, [CLI, "journal", "add", out, ...args], {
            env: { ...process.env, XDG_CONFIG_HOME: config },
            stdio: "ignore",
        })
    const ended = (child: ReturnType<typeof start>): Promise<number | null> =>
        new Promise((resolve) => void child.on("exit", (status) => resolve(status)))

    test("ten at once, the first of which begins the journal: none is lost, none doubled", async () => {
        const all = Array.from({ length: 10 }, (_, i) => start("handed-over", "--unit", `第${String(i)}所`))
        expect(await Promise.all(all.map(ended))).toEqual(all.map(() => 0))
        expect(run("verify", out)).toMatchObject({ status: 0, stderr: "" })
        const units = text()
            .trimEnd()
            .split("\n")
            .map((line) => (JSON.parse(line) as { unit: string }).unit)
        expect(units.sort()).toEqual(Array.from({ length: 10 }, (_, i) => `第${String(i)}所`))
        expect(readdirSync(out).sort()).toEqual([DRAFT, NAME])
    }, 60_000)

    test("killed at 20 moments: the journal holds, and the next append goes through", async () => {
        add("handed-over", "--unit", "所")
        const since = Date.now()
        await ended(start("handed-over", "--unit", "所"))
        let whole = Date.now() - since
        let state = 7
        let killed = 0
        for (let i = 0; i < 20; i++) {
            state = (state * 1103515245 + 12345) & 0x7fffffff
            const begun = Date.now()
            const child = start("handed-over", "--unit", "所")
            const done = ended(child)
            // Most moments lie where the file is written, in the last part of a run.
            setTimeout(() => child.kill("SIGKILL"), whole * (0.5 + (0.6 * state) / 0x7fffffff))
            if ((await done) === null) killed++
            // On a busy machine the first may have taken longer than those that follow.
            else whole = Math.min(whole, Date.now() - begun)
            const found = JSON.parse(run("verify", out, "--json").stdout) as { holds: boolean }
            expect(found.holds, text()).toBe(true)
        }
        expect(killed).toBeGreaterThan(0)
        const before = text().trimEnd().split("\n").length
        expect(add("closed", "--reason", "完毕").status).toBe(0)
        expect(text().trimEnd().split("\n").length).toBeGreaterThan(before)
        expect(run("verify", out).status).toBe(0)
        expect(existsSync(`${file()}.lock`)).toBe(false)
    }, 120_000)
})
