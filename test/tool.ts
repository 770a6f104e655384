import { spawnSync } from "node:child_process"

/**
 * True when a program is on the PATH, so that a test that needs it can skip visibly. On the build server
 * (`CI=true`) an absent program is a fault of the set-up and fails the test instead.
 */
export function tool(name: string): boolean {
    const found = spawnSync("sh", ["-c", `command -v ${name}`]).status === 0
    if (!found && process.env.CI === "true") throw new Error(`${name} is not installed; .ci/run must install it`)
    return found
}
