import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { scratch } from "../cli/run.ts"

test("a minute of damaged files: no crash, nothing slow, nothing wrongly taken", () => {
    const args = ["--minutes", "1", "--seed", "20261127", "--out", scratch()]
    const done = spawnSync(process.execPath, [join(ROOT, "test/fuzz/fuzz.mjs"), ...args], { encoding: "utf8" })
    process.stdout.write(done.stdout)
    expect(done.stdout + done.stderr).toMatch(/^seed 20261127: [1-9]\d* cases, 0 failed$/m)
    expect(done.status).toBe(0)
}, 300_000)
