import { execFileSync } from "node:child_process"
import { join } from "node:path"

/** Tests of the command line run what a user runs: the bundle, made anew from the source as it is now. */
export default function setup(): void {
    try {
        execFileSync(process.execPath, [join(import.meta.dirname, "../src/node/bundle.mjs")], { stdio: "pipe" })
    } catch (error) {
        // Tests of single rooms can still run; those of the command line say what is missing.
        process.stderr.write(`the bundle could not be made: ${String((error as { stderr?: unknown }).stderr)}\n`)
    }
}
