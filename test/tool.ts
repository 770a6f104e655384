import { spawnSync } from "node:child_process"

/**
 * True when a program is on the PATH, so that a test that needs it can skip visibly. On the build server
 * (`CI=true`) an absent program is a fault of the set-up and fails the test instead.
 */
export function tool(name: string): boolean {
    return isThere(name, `command -v ${name}`)
}

/** The same for LibreOffice with its text and table programs: `soffice` may be there without either. */
export function hasOffice(): boolean {
    const programs = "/usr/lib/libreoffice/program"
    return isThere("LibreOffice", `command -v soffice && ls ${programs}/libswlo.so ${programs}/libsclo.so`)
}

function isThere(name: string, question: string): boolean {
    const found = spawnSync("sh", ["-c", question]).status === 0
    if (!found && process.env.CI === "true") throw new Error(`${name} is not installed; .ci/run must install it`)
    return found
}
