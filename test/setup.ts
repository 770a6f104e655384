import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"

declare module "vitest" {
    export interface ProvidedContext {
        /** Folder of what several files of tests read and one of them made; see test/cli/made.ts. */
        readonly made: string
    }
}

/** Tests of the command line run what a user runs: the bundle, made anew from the source as it is now. */
export default function setup(project: TestProject): (() => void) | undefined {
    // Vitest asks once for the root and once for each project.
    if (!project.isRootProject()) return undefined
    const { LERPACK_MADE: shared } = process.env
    if (shared !== undefined) {
        // `.ci/run` has made everything a moment ago, and its second command reads what tests of the first one made.
        project.provide("made", shared)
        return undefined
    }
    try {
        execFileSync(process.execPath, [join(import.meta.dirname, "../src/node/bundle.mjs")], { stdio: "pipe" })
    } catch (error) {
        // Tests of single rooms can still run; those of the command line say what is missing.
        process.stderr.write(`the bundle could not be made: ${String((error as { stderr?: unknown }).stderr)}\n`)
    }
    const made = mkdtempSync(join(tmpdir(), "lerpack-made-"))
    project.provide("made", made)
    return () => rmSync(made, { recursive: true, force: true })
}
