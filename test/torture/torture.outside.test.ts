import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { expect, test } from "vitest"
import { ROOT } from "../check.ts"

test("two builds at once, kills and full disks lose nothing and leave nothing half", () => {
    const args = ["--pairs", "5", "--kills", "6", "--levels", "2"]
    const done = spawnSync(process.execPath, [join(ROOT, "test/torture/torture.mjs"), ...args], { encoding: "utf8" })
    // A part that was skipped is to be seen in the log.
    process.stdout.write(done.stdout)
    expect(done.stdout + done.stderr).toMatch(/^torture: \d+ checks, 0 failed$/m)
    expect(done.status).toBe(0)
}, 900_000)
